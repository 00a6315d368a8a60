//! Why a block is hidden, in words: messages of `extension/_locales` and what goes into their blanks.

use super::evidence::{Count, Evidence};
use super::phrases::{Class, Hit};
use super::signs::{Sign, Signs};
use super::{Category, Clue};
use crate::page::address::path;
use crate::page::{NodeId, Page};

/// Characters of a quotation.
const LONGEST: usize = 120;
/// Characters of words quoted inside a reason.
const SHORT: usize = 40;
/// Words of a phrase too short to tell much.
const SHORT_PHRASE: usize = 3;
/// Reasons given for one block.
const MOST: usize = 3;

/// The reasons for a block of a kind, the strongest first.
pub fn clues(page: &Page, evidence: &Evidence, addresses: &Signs, id: NodeId, category: Category) -> Vec<Clue> {
    let sums = evidence.sums(page, id);
    let mut clues = Vec::new();
    let (key, classes): (&'static str, &[Class]) = match category {
        Category::Donation => ("clue_asks_contribution", &[Class::Money, Class::Cause]),
        Category::Newsletter => ("clue_offers_newsletter", &[Class::Letter, Class::Inbox, Class::Signup]),
        Category::Subscribe => ("clue_asks_subscription", &[Class::Subscribe, Class::Locked, Class::Signup]),
        Category::App => ("clue_offers_app", &[Class::App, Class::Follow]),
        Category::Consent => ("clue_asks_consent", &[Class::Consent]),
        Category::Related => ("clue_lists_stories", &[Class::Related]),
        Category::Social => ("clue_shares", &[Class::Share, Class::Follow]),
        Category::Ad => ("clue_advertises", &[Class::Ad]),
        Category::Comments => ("clue_holds_comments", &[Class::Comments]),
    };
    let said = classes.iter().chain([&Class::Strong]).find_map(|&c| phrase(page, evidence, id, c));
    match said {
        Some(words) => clues.push(Clue { key, args: vec![words] }),
        None => clues.push(Clue { key: "clue_looks_like", args: vec![category.as_str().to_owned()] }),
    }
    if sums.of(Count::EmailFields) > 0.0 && category.is_nag() {
        clues.push(Clue { key: "clue_email_field", args: vec![] });
    }
    let sign = match category {
        Category::Donation => Some(Sign::Give),
        Category::Newsletter => Some(Sign::Letter),
        Category::Subscribe => Some(Sign::Join),
        Category::App => Some(Sign::App),
        _ => None,
    };
    if let Some(target) = sign.and_then(|s| target(page, addresses, id, s)) {
        clues.push(Clue { key: "clue_links_to", args: vec![target] });
    }
    if sums.of(Count::Prices) > 0.0 && matches!(category, Category::Donation | Category::Subscribe) {
        clues.push(Clue { key: "clue_names_price", args: vec![] });
    }
    if let Some(layout) = page.layout(id)
        && layout.position != crate::page::Position::Flow
    {
        let key = if layout.edge.is_some() { "clue_bar" } else { "clue_overlay" };
        clues.push(Clue { key, args: vec![] });
    }
    clues.truncate(MOST);
    clues
}

/// The first phrase of a class in the element, as the page says it: the whole request around it where there is one, and two words more
/// where it is short.
fn phrase(page: &Page, evidence: &Evidence, id: NodeId, class: Class) -> Option<String> {
    let inside = |h: &&Hit| evidence.words.at(h.from).is_some_and(|(w, _)| page.contains(id, w.node));
    let hit = evidence.hits.iter().filter(|h| h.class == class).find(inside)?;
    let around = |h: &&Hit| h.class == Class::Plea && h.line == hit.line && h.from < hit.to && hit.from < h.to;
    let hit = evidence.hits.iter().filter(inside).find(around).unwrap_or(hit);
    let line = evidence.words.lines().get(hit.line)?;
    let more = if hit.to - hit.from < SHORT_PHRASE { SHORT_PHRASE } else { 0 };
    let words: Vec<&str> =
        (hit.from..(hit.to + more).min(line.words.end)).filter_map(|i| evidence.words.at(i)).map(|(_, text)| text).collect();
    let unspaced = words.iter().all(|w| w.chars().all(crate::text::is_unspaced));
    Some(cut(&words.join(if unspaced { "" } else { " " }), SHORT))
}

/// Where the first link or form with a sign leads: its path, or its host when the path says nothing.
fn target(page: &Page, addresses: &Signs, id: NodeId, sign: Sign) -> Option<String> {
    page.subtree(id).find_map(|n| {
        let address = page.attribute(n, "href").or_else(|| page.attribute(n, "action"))?;
        let mut found = super::signs::Found::default();
        addresses.find(address, &mut found);
        let carries = found.get(sign as usize).copied().unwrap_or(false);
        let path = path(address).trim_end_matches('/');
        (carries && !path.is_empty() && path != "#").then(|| cut(path, SHORT))
    })
}

/// The first words of a block.
pub fn quote(page: &Page, id: NodeId) -> String {
    let text = page.text(id);
    if !text.is_empty() {
        return cut(&text, LONGEST);
    }
    let spoken = page.subtree(id).find_map(|n| {
        ["alt", "title", "aria-label", "placeholder", "value"]
            .iter()
            .find_map(|a| page.attribute(n, a))
            .map(str::trim)
            .filter(|v| !v.is_empty())
    });
    cut(spoken.unwrap_or(""), LONGEST)
}

/// At most `limit` characters, cut between words where there is a space.
fn cut(text: &str, limit: usize) -> String {
    let Some((end, _)) = text.char_indices().nth(limit) else { return text.to_owned() };
    let head = text.get(..end).unwrap_or("");
    let head = match head.rfind(' ') {
        Some(space) if space * 2 > end => head.get(..space).unwrap_or(head),
        _ => head,
    };
    format!("{}…", head.trim_end())
}
