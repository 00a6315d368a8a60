//! What is never hidden, whatever the evidence: the last word on every block.
//!
//! These rules are not learned. Each is a promise to the reader or the publisher, or an accident that would cost more than a nag.

use super::evidence::{Count, Evidence};
use crate::article::Article;
use crate::page::{NodeId, Page};

/// Words of the story, on lines without an appeal, that a block may hold at most. The articles count as damaged from eight.
const BODY_WORDS: f32 = 7.0;
/// Links from which a menu is a menu.
const MENU_LINKS: f32 = 4.0;

/// Whether the element must stay: it holds the story, its headline, the page's main part, a menu, comments, a search, a login or a
/// payment.
pub fn is_vetoed(page: &Page, article: &Article, evidence: &Evidence, id: NodeId) -> bool {
    if holds_the_story(page, article, evidence, id) {
        return true;
    }
    let sums = evidence.sums(page, id);
    if sums.of(Count::SecretFields) + sums.of(Count::SearchFields) + sums.of(Count::TextAreas) > 0.0 {
        return true;
    }
    if matches!(page.tag(id), "footer" | "header")
        && !page.ancestors(id).any(|a| matches!(page.tag(a), "article" | "section" | "aside" | "dialog" | "form"))
    {
        return true;
    }
    // A form that a script is still to fill in: part of a login or a profile, not yet anything a reader sees.
    if page.runs(id).iter().any(|r| page.run_text(r).contains("{*") || page.run_text(r).contains("{{")) {
        return true;
    }
    page.subtree(id).any(|n| {
        matches!(page.tag(n), "main")
            || page.attribute(n, "role") == Some("main")
            || (page.tag(n) == "nav" || page.attribute(n, "role") == Some("navigation"))
                && evidence.sums(page, n).of(Count::Links) >= MENU_LINKS
    })
}

/// Whether the element is or holds the page itself, the story, more than a few words of it, or its headline.
pub fn holds_the_story(page: &Page, article: &Article, evidence: &Evidence, id: NodeId) -> bool {
    page.is_context(id)
        || matches!(page.tag(id), "html" | "body" | "main" | "head")
        || article.nodes.iter().any(|&n| page.contains(id, n))
        || article.headline.as_ref().and_then(|h| h.node).is_some_and(|h| page.contains(id, h))
        || evidence.sums(page, id).of(Count::PlainBody) > BODY_WORDS
}
