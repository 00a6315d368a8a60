//! Clutter that is no appeal: consent, other stories, share buttons, advertisements, comments. Recognised by plain rules where it is
//! clear, for readers who ask for it; never hidden unless they do.

use super::Category;
use super::evidence::{Count, Evidence, Region};
use super::phrases::Class;
use super::signs::Sign;
use crate::article::Article;
use crate::page::{NodeId, Page};

/// What these rules are trusted: they were held against the labels of the development pages, not learned.
pub const CONFIDENCE: f32 = 0.8;
/// Most words of each kind of block; the labelled ones of the development pages have fewer, a few long lists apart.
const LONGEST: f32 = 900.0;

/// Words of a row of share buttons at most, and those of them that are no button's.
const SOCIAL_WORDS: f32 = 25.0;
const QUIET_WORDS: f32 = 4.0;

/// Blocks in document order, none inside another.
pub fn find(page: &Page, article: &Article, evidence: &Evidence) -> Vec<(NodeId, Category)> {
    let mut found = Vec::new();
    let mut to = NodeId(0);
    for id in page.ids() {
        if id < to || page.depth(id) < 2 {
            continue;
        }
        let Some(category) = judge(page, evidence, id) else { continue };
        if super::veto::holds_the_story(page, article, evidence, id) {
            continue;
        }
        to = page.end(id);
        found.push((id, category));
    }
    found
}

fn judge(page: &Page, evidence: &Evidence, id: NodeId) -> Option<Category> {
    let tag = page.tag(id);
    if !matches!(tag, "div" | "section" | "aside" | "ul" | "iframe" | "ins" | "dialog" | "form" | "footer" | "ol" | "p")
        && !tag.contains('-')
    {
        return None;
    }
    let sums = evidence.sums(page, id);
    let words = sums.of(Count::Words);
    let named = |sign: Sign| evidence.has_name(id, sign as usize);
    let says = |class: Class| sums.phrases(class as usize);
    let place = &evidence.place;
    if words > LONGEST && !named(Sign::Comments) {
        return None;
    }
    if named(Sign::Consent) && says(Class::Consent) >= 2.0
        || says(Class::Consent) >= 4.0 && place.is_in(id, Region::Dialog) && words < 400.0
    {
        return Some(Category::Consent);
    }
    if named(Sign::Comments) && (sums.of(Count::TextAreas) > 0.0 || says(Class::Comments) >= 1.0) {
        return Some(Category::Comments);
    }
    if (named(Sign::Ad) && words < 12.0 && says(Class::Related) < 1.0 && sums.of(Count::StoryLinks) < 1.0)
        || (tag == "iframe" && sums.addresses(Sign::Ad as usize) > 0.0)
    {
        return Some(Category::Ad);
    }
    let shares = sums.addresses(Sign::Share as usize);
    // Little but what the buttons say: a byline or a title beside them stays.
    let buttons_say = says(Class::Share) + says(Class::Follow) + sums.of(Count::LinkWords);
    if words <= SOCIAL_WORDS
        && words <= buttons_say + QUIET_WORDS
        && (shares >= 2.0 && shares * 2.0 >= sums.of(Count::Links)
            || named(Sign::Share) && sums.of(Count::Links) + sums.of(Count::Buttons) >= 2.0)
    {
        return Some(Category::Social);
    }
    let outside = !place.is_in(id, Region::Header) && !place.is_in(id, Region::Nav) && !place.is_in(id, Region::Footer);
    let stories = sums.of(Count::StoryLinks) >= 2.0 && sums.of(Count::StoryLinkWords) * 3.0 > words;
    if outside && stories && (named(Sign::Related) || says(Class::Related) >= 1.0) && sums.of(Count::Body) < 1.0 {
        return Some(Category::Related);
    }
    None
}
