//! What is never hidden, whatever the evidence: the last word on every block.
//!
//! These rules are not learned. Each is a promise to the reader or the publisher, or an accident that would cost more than a nag.

use super::evidence::{Count, Evidence, Region};
use super::phrases::Class;
use super::signs::Sign;
use crate::article::Article;
use crate::page::{NodeId, Page};

/// Words of the story, on lines without an appeal, that a block may hold at most. The articles count as damaged from eight.
const BODY_WORDS: f32 = 7.0;
/// Share of a plain appeal's words that may have been taken for the story.
const PLAIN_SHARE: f32 = 0.5;
/// Links from which a menu is a menu.
const MENU_LINKS: f32 = 4.0;

/// Whether the element must stay: it holds the story, its headline, the page's main part, a menu, comments, a search, a login or a
/// payment.
///
/// A `plain` appeal may lie in what was taken for the story: that the story's finder took some of its lines for text does not make it one.
pub fn is_vetoed(page: &Page, article: &Article, evidence: &Evidence, id: NodeId, plain: bool) -> bool {
    let sums = evidence.sums(page, id);
    let story = sums.of(Count::PlainBody);
    let too_much = story > BODY_WORDS && (!plain || story > PLAIN_SHARE * sums.of(Count::Words));
    if too_much || holds_the_frame(page, article, evidence, id) {
        return true;
    }
    if sums.of(Count::SecretFields) + sums.of(Count::SearchFields) + sums.of(Count::TextAreas) > 0.0 {
        return true;
    }
    if matches!(page.tag(id), "footer" | "header")
        && !page.ancestors(id).any(|a| matches!(page.tag(a), "article" | "section" | "aside" | "dialog" | "form"))
    {
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
    holds_the_frame(page, article, evidence, id) || evidence.sums(page, id).of(Count::PlainBody) > BODY_WORDS
}

/// Whether the element is or holds the page itself, the story's containers or its headline.
fn holds_the_frame(page: &Page, article: &Article, evidence: &Evidence, id: NodeId) -> bool {
    page.is_context(id)
        || matches!(page.tag(id), "html" | "body" | "main" | "head")
        || article.nodes.iter().any(|&n| page.contains(id, n) && evidence.sums(page, n).of(Count::PlainBody) > BODY_WORDS)
        || article.headline.as_ref().and_then(|h| h.node).is_some_and(|h| page.contains(id, h))
}

/// Words of the box around in which a login, a comment form or an unfilled template still belongs to the candidate's business.
const NEAR: f32 = 250.0;
/// Links from which a box in the page's foot without a field is a list of links.
const FOOT_LINKS: f32 = 5.0;

/// Whether the block is about something else that speaks as appeals do: logging in, commenting, sending the story to a friend, consent
/// to tracking, or the page's foot with its lists of links.
pub fn is_other_business(page: &Page, evidence: &Evidence, id: NodeId) -> bool {
    let sums = evidence.sums(page, id);
    let says = |class: Class| sums.phrases(class as usize);
    let field = sums.of(Count::EmailFields) > 0.0;
    if says(Class::Not) >= 2.0 && says(Class::Strong) < 1.0 {
        return true;
    }
    // An e-mail field that sends the story to a friend.
    let share = Sign::Share as usize;
    let for_sharing = sums.names(share) > 0.0 || page.ancestors(id).take(3).any(|a| evidence.has_name(a, share));
    if field && for_sharing && says(Class::Not) + says(Class::Share) >= 1.0 && says(Class::Letter) < 1.0 {
        return true;
    }
    if says(Class::Consent) >= 3.0
        && !field
        && says(Class::Consent) > 2.0 * says(Class::Strong)
        && says(Class::Letter) + says(Class::Inbox) < 1.0
    {
        return true;
    }
    if says(Class::Comments) >= 2.0
        && says(Class::Comments) >= says(Class::Strong)
        && sums.of(Count::Prices) < 1.0
        && says(Class::Letter) < 1.0
    {
        return true;
    }
    if evidence.place.is_in(id, Region::Footer) && !field && sums.of(Count::Links) >= FOOT_LINKS {
        return true;
    }
    // What is around a password belongs to logging in, the line "Forgot your password?" too.
    let around = || std::iter::once(id).chain(page.ancestors(id)).map(|n| evidence.sums(page, n));
    if around().take(5).take_while(|s| s.of(Count::Words) < NEAR / 2.0).any(|s| s.of(Count::SecretFields) > 0.0) {
        return true;
    }
    // Forms that a script is still to fill in are part of a login or a profile, not yet anything a reader sees.
    let unfilled = |n: NodeId| page.runs(n).iter().any(|r| page.run_text(r).contains("{*") || page.run_text(r).contains("{{"));
    std::iter::once(id).chain(page.ancestors(id)).take(7).take_while(|&n| evidence.sums(page, n).of(Count::Words) < NEAR).any(unfilled)
}
