//! Who wrote it: the names in the page's data where they are names, else what the page shows as its byline.

use super::about::About;
use super::lines::Line;
use super::places;
use super::scene::Scene;
use crate::case::lower;
use crate::page::NodeId;

/// What stands before a name, in small letters.
const BY: &str = "by von par por di da door av af autor autorin autoren author authors written text words tekst przez yazan oleh автор текст 文 撰文 記者";
/// What stands between a name and the numbers of a date, in small letters; months only where they come before the day.
const DATED_WITH: &str = "published updated posted last on - am veröffentlicht aktualisiert publié le publicado actualizado atualizado \
                          pubblicato gepubliceerd publicerad publisert opublikowano january february march april may june july august \
                          september october november december jan feb mar apr jun jul aug sep sept oct nov dec";
/// Longest byline in characters.
const LONGEST: usize = 90;
/// Lines after the beginning of the text within which a byline may still come.
const AFTER: usize = 6;
/// Lines from the headline on in which a name before a date is the author's.
const BELOW: usize = 6;
/// Words of a line that is a byline and nothing else, and of one that holds a date and a section too.
const SHORT: usize = 9;
const DATED: usize = 24;
/// Most names that are put together.
const NAMES: usize = 6;

/// The byline, given the lines between which it is looked for.
pub fn find(scene: &Scene, about: &About, headline: Option<usize>, begins: Option<usize>) -> Option<String> {
    let site = about.site.as_deref().unwrap_or_default();
    let claimed: Vec<String> =
        about.authors.iter().map(|a| a.trim()).filter(|a| is_name(a)).map(|a| clean(a).unwrap_or_else(|| a.to_owned())).collect();
    let mut people: Vec<String> = claimed.iter().filter(|a| !is_publisher(a, site)).cloned().collect();
    let printed = shown(scene, headline, begins);
    // Data that name one of the authors on the page have left the others out.
    if people.is_empty() || (people.len() < printed.len() && people.iter().all(|p| printed.contains(p))) {
        people = printed;
    }
    let names = join(if people.is_empty() { claimed } else { people });
    (!names.is_empty()).then_some(names)
}

/// The names on the page, around the headline and the beginning of the text.
fn shown(scene: &Scene, headline: Option<usize>, begins: Option<usize>) -> Vec<String> {
    let Some(begins) = begins else { return Vec::new() };
    let from = headline.unwrap_or(begins.saturating_sub(20)).saturating_sub(6);
    let window = scene.lines.get(from..(begins + AFTER).min(scene.lines.len())).unwrap_or_default();
    let marked = marked(scene, window);
    if !marked.is_empty() {
        return marked;
    }
    let below = headline.and_then(|h| scene.lines.get(h..)).unwrap_or_default().iter().take(BELOW);
    let spoken = window.iter().filter(|l| scene.place(l.block).parts & places::NAV == 0).find_map(introduced);
    spoken.or_else(|| below.filter_map(dated).next()).into_iter().collect()
}

/// What the page's own terms mark as authors.
fn marked(scene: &Scene, window: &[Line]) -> Vec<String> {
    let (Some(first), Some(last)) = (window.first(), window.last()) else { return Vec::new() };
    let mut found: Vec<(u8, NodeId, String)> = Vec::new();
    for id in (first.block.0..scene.page.end(last.block).0).map(NodeId) {
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
    let mut names: Vec<String> = Vec::new();
    let mut end = NodeId(0);
    for (_, id, name) in found.into_iter().filter(|f| Some(f.0) == best) {
        // One inside another says the same again.
        if id >= end && !names.contains(&name) {
            end = scene.page.end(id);
            names.push(name);
        }
    }
    names
}

/// The name in a line that begins with "By" and is short, or goes on to a date or a section.
fn introduced(line: &Line) -> Option<String> {
    let first = lower(line.text.split_whitespace().next()?.trim_end_matches(':'));
    let short = line.look.words <= SHORT || (line.look.words <= DATED && line.look.digits > 0 && line.look.ending != 1);
    if short && among(BY, &first) { clean(&line.text) } else { None }
}

/// The name in a line that is a name, a bar and a date.
fn dated(line: &Line) -> Option<String> {
    let (name, rest) = line.text.split_once(['|', '•', '·'])?;
    let date = rest.trim_start().starts_with(|c: char| c.is_ascii_digit());
    let words = name.split_whitespace().count();
    let capitals = name.split_whitespace().all(|w| w.chars().next().is_some_and(char::is_uppercase));
    if date && capitals && (2..=4).contains(&words) { clean(name) } else { None }
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
        if !among(BY, &bare) {
            break;
        }
        rest = rest.get(word.len()..).unwrap_or("").trim_start_matches([':', ' ', '/', '：']);
    }
    let end = rest.find(|c: char| c.is_ascii_digit() || "|•●·–—@(\n".contains(c)).unwrap_or(rest.len());
    let mut name = rest.get(..end).unwrap_or(rest);
    // "Ann Lee, in City, Roads": what goes on in small letters is no name, but "dpa" is one.
    let goes_on =
        |next: &str| next.starts_with(|c: char| c.is_ascii_lowercase()) && next.split(',').next().is_some_and(|n| n.contains(' '));
    if let Some((at, _)) = name.match_indices(", ").find(|(at, _)| name.get(at + 2..).is_some_and(goes_on)) {
        name = name.get(..at).unwrap_or(name);
    }
    let name = undated(name, rest.get(end..).unwrap_or(""));
    let name = name.trim().trim_end_matches([',', ';', '-', ':', '/', '.']).trim();
    let words = name.split_whitespace().count();
    (is_name(name) && name.chars().count() <= LONGEST && words <= 12).then(|| name.to_owned())
}

/// Whether a word is one of a list, a space between them.
fn among(list: &str, word: &str) -> bool {
    list.split(' ').any(|known| known == word)
}

/// A name without the words that belong to the date after it. "24, 2026" is a date, "3 hours ago" may stand after Theresa May.
fn undated<'a>(name: &'a str, after: &str) -> &'a str {
    let mut rest = name.trim_end();
    let year = after.split(|c: char| !c.is_ascii_digit()).any(|number| number.len() == 4);
    while year && let Some(word) = rest.split(' ').next_back().filter(|word| !word.is_empty()) {
        let bare = lower(word.trim_end_matches([':', '.', ',']));
        if !among(DATED_WITH, &bare) {
            break;
        }
        rest = rest.strip_suffix(word).unwrap_or("").trim_end();
    }
    rest
}

/// Whether a text can be a name: letters, no address.
fn is_name(text: &str) -> bool {
    text.chars().filter(|c| c.is_alphabetic()).count() >= 2 && !text.contains(['@', '{', '<']) && !text.contains("//")
}

/// Whether a name is the publisher's own: a part of it, or its initials.
fn is_publisher(name: &str, site: &str) -> bool {
    let (own, initials) = (letters(site), site.split_whitespace().filter_map(|w| w.chars().next()).collect::<String>());
    let name = letters(name);
    !own.is_empty() && (own.starts_with(&name) || name.starts_with(&own) || (name.len() > 1 && letters(&initials) == name))
}

fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).map(crate::case::small).collect()
}

fn join(names: Vec<String>) -> String {
    let mut unique: Vec<String> = Vec::new();
    for name in names.iter().take(NAMES) {
        // One that holds another is the whole line, with more in it than names.
        if !unique.contains(name) && !names.iter().any(|other| other != name && name.contains(other)) {
            unique.push(name.clone());
        }
    }
    unique.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_no_part_of_the_name_before_it() {
        let told = |text: &str| clean(text).unwrap_or_default();
        assert_eq!(told("By Ida Holm - on August 24, 2026"), "Ida Holm");
        assert_eq!(told("Jan Berg Published Feb. 3, 2026"), "Jan Berg");
        assert_eq!(told("Von Ida Holm, veröffentlicht am 3. Mai 2026"), "Ida Holm");
        assert_eq!(told("Jan Berg Last updated on: 3 May 2026"), "Jan Berg");
        assert_eq!(told("Updated January 5, 2026"), "");
        assert_eq!(told("Ida Holm ● December 3, 2026"), "Ida Holm");
        assert_eq!(told("By Jan Berg and June May 3 hours ago"), "Jan Berg and June May");
    }

    #[test]
    fn a_line_that_holds_the_names_is_no_name() {
        let names = ["Ida Holm and Jan Berg Published May", "Ida Holm", "Jan Berg"].map(str::to_owned);
        assert_eq!(join(names.to_vec()), "Ida Holm, Jan Berg");
    }
}
