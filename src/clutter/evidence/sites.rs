//! Where the publisher names itself: "Support the Daily", "the Daily's newsletter". A story seldom does, an appeal mostly.

use super::super::words::Words;
use super::{Count, Tally};
use crate::article::Article;
use crate::page::Page;
use crate::page::address::host;

/// Most words of a name as the page writes it.
const LONGEST: usize = 5;
/// Fewest letters of a name: shorter ones are words of the language too often.
const SHORTEST: usize = 3;

pub(super) fn count(page: &Page, article: &Article, words: &Words, tally: &mut Tally) {
    let names = names(page, article);
    for line in words.lines() {
        let mut at = line.words.start;
        while at < line.words.end {
            let found = names.iter().filter_map(|name| ends(words, name, at, line.words.end)).max();
            if let (Some(end), Some((word, _))) = (found, words.at(at)) {
                tally.add(word.node, Count::SiteNames, 1.0);
                at = end;
            } else {
                at += 1;
            }
        }
    }
}

/// The publisher's names without spaces: as the page's data have it, and the first label of its host.
fn names(page: &Page, article: &Article) -> Vec<String> {
    let canonical = page
        .ids()
        .take_while(|&id| page.tag(id) != "body")
        .find(|&id| page.tag(id) == "link" && page.attribute(id, "rel") == Some("canonical"));
    let canonical = canonical.and_then(|id| page.attribute(id, "href"));
    let hosts = [Some(page.url.as_str()), canonical].into_iter().flatten().filter_map(host);
    let label = |host: String| host.split('.').rev().nth(1).map(str::to_owned);
    let mut names: Vec<String> = article.site.iter().cloned().chain(hosts.filter_map(label)).map(|n| join(&n)).collect();
    names.retain(|n| n.chars().count() >= SHORTEST);
    crate::order::sort(&mut names);
    names.dedup();
    names
}

/// A name's words as one, without an article before it and what follows a dot.
fn join(name: &str) -> String {
    let words = Words::of_text(name.split(['|', '.', '–']).next().unwrap_or(name));
    let all: Vec<&str> = (0..words.all().len()).filter_map(|i| words.at(i)).map(|(_, w)| w).collect();
    let kept = match all.split_first() {
        Some((first, rest))
            if !rest.is_empty() && matches!(*first, "the" | "der" | "die" | "das" | "le" | "la" | "el" | "il" | "de" | "o") =>
        {
            rest
        }
        _ => all.as_slice(),
    };
    kept.concat()
}

/// Where a name that begins at a word ends.
fn ends(words: &Words, name: &str, from: usize, end: usize) -> Option<usize> {
    let mut rest = name;
    for at in from..end.min(from + LONGEST.max(name.chars().count())) {
        let (_, word) = words.at(at)?;
        rest = rest.strip_prefix(word)?;
        if rest.is_empty() {
            return Some(at + 1);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_found_with_and_without_spaces() {
        let words = Words::of_text("Support the Harbour Post today, says HarbourPost");
        let name = join("The Harbour Post");
        assert_eq!(name, "harbourpost");
        assert_eq!((0..7).filter_map(|at| ends(&words, &name, at, 7)).collect::<Vec<_>>(), [4, 7]);
    }
}
