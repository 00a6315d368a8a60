//! Which elements are worth judging as an appeal.

use super::evidence::{Count, Evidence, Sums};
use super::phrases::Class;
use super::signs::Sign;
use crate::page::{NodeId, Page};

/// Words beyond which nothing is an appeal: the longest labelled one of the development pages has 257.
const LONGEST: f32 = 700.0;

/// Whether an element is worth judging as an appeal: it is no bigger than one, and something speaks for it.
pub fn is_candidate(page: &Page, evidence: &Evidence, id: NodeId) -> bool {
    let tag = page.tag(id);
    if page.is_context(id) || page.depth(id) < 2 {
        return false;
    }
    if matches!(
        tag,
        "main"
            | "head"
            | "script"
            | "style"
            | "noscript"
            | "template"
            | "svg"
            | "img"
            | "br"
            | "picture"
            | "source"
            | "meta"
            | "link"
            | "input"
            | "path"
            | "label"
            | "tr"
            | "td"
            | "tbody"
            | "th"
            | "option"
            | "figcaption"
            | "time"
            | "hr"
    ) {
        return false;
    }
    if page.is_inline(id) && !matches!(tag, "a" | "span" | "ins" | "small") {
        return false;
    }
    let sums = evidence.sums(page, id);
    if sums.of(Count::Words) > LONGEST {
        return false;
    }
    if page.is_inline(id) && tag != "a" && sums.of(Count::Links) + sums.of(Count::Buttons) + sums.of(Count::EmailFields) < 1.0 {
        return false;
    }
    speaks(&sums)
}

fn speaks(sums: &Sums) -> bool {
    let appeal = (0..=Class::Follow as usize).any(|c| sums.phrases(c) > 0.0);
    appeal
        || sums.of(Count::AppealLinks) > 0.0
        || sums.of(Count::EmailFields) > 0.0
        || [Sign::Give, Sign::Letter, Sign::Join, Sign::App].iter().any(|&s| sums.names(s as usize) > 0.0)
}
