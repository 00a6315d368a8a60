//! What is never hidden, whatever the evidence: the last word on every block.
//!
//! These rules are not learned. Each is a promise to the reader or the publisher, or an accident that would cost more than a nag.

use super::evidence::{Count, Evidence, Region, Sums};
use super::phrases::Class;
use super::signs::Sign;
use crate::article::Article;
use crate::page::{NodeId, Page};

/// Words of the story, on lines without an appeal, that a block may hold at most. The articles count as damaged from eight.
const BODY_WORDS: f32 = 7.0;
/// Words of lines of twelve and more that say nothing of an appeal, from which a block between the story's paragraphs is running text,
/// whether or not it was found to be the story's: two labelled appeals of 114 there have as many.
const RUNNING_WORDS: f32 = 25.0;
/// The same for a block with an e-mail field, two whole requests, or one and a link and a button to answer it: in-story boxes, whose own
/// lines are easily taken for the story's. The labelled ones hold up to 28 such words, a long plea of ours 37; what holds an appeal and
/// parts of a story holds more than a hundred.
const BODY_WORDS_ASKING: f32 = 50.0;
/// Words that say nothing of an appeal from which a block of which less than a third does is about something else: of the blocks hidden
/// on the labelled pages seven of nine were wrong from 20 on. From 24, a plea in a language of few phrases stays whole: two labelled
/// appeals more, one wrong block more.
const QUIET_WORDS: f32 = 24.0;
const TELLING_SHARE: f32 = 0.35;
/// Links from which a menu is a menu.
const MENU_LINKS: f32 = 4.0;

/// Whether the element must stay: it holds the story, its headline or byline, the page's main part, a menu, comments, a search, a login
/// or a payment.
pub fn is_vetoed(page: &Page, article: &Article, evidence: &Evidence, id: NodeId) -> bool {
    let sums = evidence.sums(page, id);
    if holds_the_story(page, article, evidence, id) || holds_the_byline(page, article, evidence, id) {
        return true;
    }
    let quiet = sums.of(Count::Words) - sums.of(Count::Telling);
    if quiet > QUIET_WORDS && sums.of(Count::Telling) < TELLING_SHARE * sums.of(Count::Words) {
        return true;
    }
    if evidence.place.in_container(page, id) && sums.of(Count::Plain) >= RUNNING_WORDS && !asks_plainly(&sums) {
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
        let (tag, role) = (page.tag(n), page.attribute(n, "role"));
        tag == "main"
            || role == Some("main")
            || (tag == "nav" || role == Some("navigation")) && evidence.sums(page, n).of(Count::Links) >= MENU_LINKS
    })
}

/// Share buttons, with the boxes around them, that make a row.
const SHARE_ROW: f32 = 3.0;
/// Bytes of a text from which it may be a name of the byline; "and" is shorter.
const NAME: usize = 6;

/// Whether the element holds the story's author, as printed above its text, beside a row of share buttons. The name alone says little:
/// who publishes alone signs appeals with it.
fn holds_the_byline(page: &Page, article: &Article, evidence: &Evidence, id: NodeId) -> bool {
    let Some(byline) = article.byline.as_deref() else { return false };
    let sums = evidence.sums(page, id);
    let row = sums.names(Sign::Share as usize) + sums.addresses(Sign::Share as usize) >= SHARE_ROW;
    let signs = |said: &str| said.ends_with(byline) || said.len() >= NAME && byline.contains(said);
    row && evidence.place.around(page, id).1 > 0 && page.runs(id).iter().any(|r| signs(page.run_text(r).trim()))
}

/// Whether the element is a part of the story: a paragraph of its text, or something between its paragraphs that asks for nothing by
/// address or field either.
pub fn is_story(page: &Page, evidence: &Evidence, id: NodeId) -> bool {
    let sums = evidence.sums(page, id);
    let (before, after, _) = evidence.place.around(page, id);
    let between = before > 0 && after > 0 && evidence.place.in_container(page, id);
    let leads = sums.of(Count::AppealLinks) + sums.of(Count::EmailFields) + sums.phrases(Class::Strong as usize) > 0.0;
    sums.of(Count::Body) > BODY_WORDS || between && !leads
}

/// Whether the element has a field for an address or, where the model is `sure`, makes a whole request: of the labelled appeals that were
/// taken for a part of the story two in three do, of the story's other parts one in forty.
pub fn asks(page: &Page, evidence: &Evidence, id: NodeId, sure: bool) -> bool {
    let sums = evidence.sums(page, id);
    let says = |class: Class| sums.phrases(class as usize);
    let often = says(Class::Strong) * WORDS_A_REQUEST >= sums.of(Count::Words);
    sums.of(Count::EmailFields) > 0.0 || sure && says(Class::Plea) > 0.0 && often
}

/// Words of a part of the story for each strong phrase at most: a portrait of an author may end in one.
const WORDS_A_REQUEST: f32 = 60.0;

fn asks_plainly(sums: &Sums) -> bool {
    let pleas = sums.phrases(Class::Plea as usize);
    let answer = sums.of(Count::AppealLinks) > 0.0 && sums.of(Count::Buttons) > 0.0;
    sums.of(Count::EmailFields) > 0.0 || pleas >= 2.0 || pleas >= 1.0 && answer
}

/// Whether the element is or holds the page itself, the story, more than a few words of it, or its headline.
pub fn holds_the_story(page: &Page, article: &Article, evidence: &Evidence, id: NodeId) -> bool {
    let sums = evidence.sums(page, id);
    let most = if asks_plainly(&sums) { BODY_WORDS_ASKING } else { BODY_WORDS };
    holds_the_frame(page, article, evidence, id) || sums.of(Count::PlainBody) > most
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
    // A form that sends the story to a friend: by its name, or because it asks for two addresses, the reader's and the friend's. A whole
    // request asks for something else.
    let share = Sign::Share as usize;
    let form = std::iter::once(id).chain(page.ancestors(id)).take(6).find(|&n| page.tag(n) == "form").unwrap_or(id);
    let whole = evidence.sums(page, form);
    let two = whole.of(Count::EmailFields) >= 2.0;
    let for_sharing = two || whole.names(share) > 0.0 || page.ancestors(form).take(3).any(|a| evidence.has_name(a, share));
    let sends = |class: Class| whole.phrases(class as usize);
    if field && for_sharing && sends(Class::Not) + sends(Class::Share) >= 1.0 && sends(Class::Letter) + sends(Class::Plea) < 1.0 {
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
    // A button beside a search field searches.
    let form = page.ancestors(id).take(4).find(|&a| page.tag(a) == "form" || evidence.sums(page, a).of(Count::SearchFields) > 0.0);
    if !field
        && form.is_some_and(|f| evidence.sums(page, f).of(Count::SearchFields) > 0.0 && evidence.sums(page, f).of(Count::Words) < 20.0)
    {
        return true;
    }
    // What is around a password belongs to logging in, the line "Forgot your password?" too.
    let around = || std::iter::once(id).chain(page.ancestors(id)).map(|n| evidence.sums(page, n));
    if around().take(5).take_while(|s| s.of(Count::Words) < NEAR / 2.0).any(|s| s.of(Count::SecretFields) > 0.0) {
        return true;
    }
    // Forms that a script is still to fill in are part of a login or a profile, not yet anything a reader sees.
    let unfilled = |text: &str| text.contains('{') && (text.contains("{*") || text.contains("{{"));
    let unfilled = |n: NodeId| page.runs(n).iter().any(|r| unfilled(page.run_text(r)));
    std::iter::once(id).chain(page.ancestors(id)).take(7).take_while(|&n| evidence.sums(page, n).of(Count::Words) < NEAR).any(unfilled)
}
