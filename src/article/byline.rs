//! Who wrote it: the names in the page's data where they are names, else what the page shows as its byline.

use super::about::About;
use super::places;
use super::scene::Scene;
use crate::case::lower;
use crate::page::NodeId;

/// What stands before a name, in small letters.
const BY: &[&str] = &[
    "by",
    "von",
    "par",
    "por",
    "di",
    "da",
    "door",
    "av",
    "af",
    "autor",
    "autorin",
    "autoren",
    "author",
    "authors",
    "written",
    "text",
    "words",
    "tekst",
    "przez",
    "yazan",
    "oleh",
    "автор",
    "текст",
    "文",
    "撰文",
    "記者",
];
/// Longest byline in characters.
const LONGEST: usize = 90;
/// Lines after the beginning of the text within which a byline may still come.
const AFTER: usize = 6;
/// Most names that are put together.
const NAMES: usize = 6;

/// The byline, given the lines between which it is looked for.
pub fn find(scene: &Scene, about: &About, headline: Option<usize>, begins: Option<usize>) -> Option<String> {
    let site = about.site.as_deref().map(letters).unwrap_or_default();
    let claimed: Vec<&str> = about.authors.iter().map(|a| a.trim()).filter(|a| is_name(a)).collect();
    let people: Vec<&str> = claimed.iter().copied().filter(|a| !is_publisher(&letters(a), &site)).collect();
    if !people.is_empty() {
        return Some(join(people.into_iter().map(|p| clean(p).unwrap_or_else(|| p.to_owned()))));
    }
    shown(scene, headline, begins).or_else(|| (!claimed.is_empty()).then(|| join(claimed.into_iter().map(str::to_owned))))
}

/// The byline on the page, around the headline and the beginning of the text.
fn shown(scene: &Scene, headline: Option<usize>, begins: Option<usize>) -> Option<String> {
    let begins = begins?;
    let from = headline.unwrap_or(begins.saturating_sub(20)).saturating_sub(6);
    let window = scene.lines.get(from..(begins + AFTER).min(scene.lines.len()))?;
    let first = window.first()?.block;
    let last = window.last().map(|l| scene.page.end(l.block))?;
    let mut found: Vec<(u8, NodeId, String)> = Vec::new();
    for id in (first.0..last.0).map(NodeId) {
        let rank = rank(scene, id);
        if rank == 0 || scene.place(id).parts & (places::NAV | places::UNSEEN) > 0 {
            continue;
        }
        let text = scene.page.text(id);
        if text.len() > 4 * LONGEST {
            continue;
        }
        if let Some(name) = clean(&text) {
            found.push((rank, id, name));
        }
    }
    let best = found.iter().map(|f| f.0).max();
    if let Some(best) = best {
        let mut names: Vec<String> = Vec::new();
        let mut end = NodeId(0);
        for (_, id, name) in found.into_iter().filter(|f| f.0 == best) {
            // One inside another says the same again.
            if id >= end && !names.contains(&name) {
                end = scene.page.end(id);
                names.push(name);
            }
        }
        return Some(join(names.into_iter()));
    }
    window.iter().filter(|l| l.look.words <= 9 && scene.place(l.block).parts & places::NAV == 0).find_map(|l| {
        let first = lower(l.text.split_whitespace().next()?.trim_end_matches(':'));
        if BY.contains(&first.as_str()) { clean(&l.text) } else { None }
    })
}

/// How surely an element is an author's name: marked as such in the page's own terms, named so, named a byline.
fn rank(scene: &Scene, id: NodeId) -> u8 {
    let mut best = 0;
    for (name, value) in scene.page.attributes(id) {
        let rank = match name {
            "rel" if value == "author" => 4,
            "itemprop" if value == "author" => 4,
            "class" | "id" | "data-testid" | "data-component" => {
                let value = value.to_ascii_lowercase();
                let is = |words: &[&str]| words.iter().any(|w| value.contains(w));
                if is(&["avatar", "image", "photo", "bio", "date", "time", "social", "follow", "share", "comment"]) {
                    0
                } else if is(&["author-name", "author__name", "authorname", "byline-name", "byline__name", "author_name", "authors"]) {
                    3
                } else if is(&["author", "byline", "autor", "auteur"]) {
                    2
                } else {
                    0
                }
            }
            _ => 0,
        };
        best = best.max(rank);
    }
    best
}

/// A byline without "By", its date and what else shares its line.
fn clean(text: &str) -> Option<String> {
    let mut rest = text.trim();
    // "Written by", "Text: Von".
    for _ in 0..3 {
        let Some(word) = rest.split_whitespace().next() else { break };
        let bare = lower(word.trim_end_matches([':', '.', '：', '/']));
        if !BY.contains(&bare.as_str()) {
            break;
        }
        rest = rest.get(word.len()..).unwrap_or("").trim_start_matches([':', ' ', '/', '：']);
    }
    let end = rest.find(|c: char| c.is_ascii_digit() || "|•·–—@(\n".contains(c)).unwrap_or(rest.len());
    let name = rest.get(..end).unwrap_or(rest).trim().trim_end_matches([',', ';', '-', ':', '/', '.']).trim();
    let words = name.split_whitespace().count();
    (is_name(name) && name.chars().count() <= LONGEST && words <= 12).then(|| name.to_owned())
}

/// Whether a text can be a name: letters, no address.
fn is_name(text: &str) -> bool {
    text.chars().filter(|c| c.is_alphabetic()).count() >= 2 && !text.contains(['@', '{', '<']) && !text.contains("//")
}

/// Whether a name is the publisher's own.
fn is_publisher(name: &str, site: &str) -> bool {
    !site.is_empty() && (site.starts_with(name) || name.starts_with(site))
}

fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).map(crate::case::small).collect()
}

fn join(names: impl Iterator<Item = String>) -> String {
    let mut unique: Vec<String> = Vec::new();
    for name in names.take(NAMES) {
        if !unique.contains(&name) {
            unique.push(name);
        }
    }
    unique.join(", ")
}
