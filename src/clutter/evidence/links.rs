//! Where links, forms and frames lead.

use super::super::signs::{Found, Sign, Signs};
use super::{ADDRESSES, Count, Tally};
use crate::page::Page;
use std::borrow::Cow;

/// Words a link needs to be taken for the headline of another story.
const HEADLINE: usize = 4;

/// Words of a part of a path from which it is the title of a story: what a title speaks of is not where the link leads.
const TITLE: usize = 5;

/// An address without the parts of its path that are titles of stories.
fn without_titles(address: &str) -> Cow<'_, str> {
    let (path, query) = address.split_at_checked(address.find(['?', '#']).unwrap_or(address.len())).unwrap_or((address, ""));
    let is_title = |part: &str| part.split(['-', '_', '+']).filter(|word| !word.is_empty()).count() >= TITLE;
    if !path.split('/').any(is_title) {
        return Cow::Borrowed(address);
    }
    let kept: Vec<&str> = path.split('/').filter(|part| !is_title(part)).collect();
    Cow::Owned(kept.join("/") + query)
}

pub(super) fn count(page: &Page, signs: &Signs, tally: &mut Tally) {
    for id in page.ids() {
        let (address, weight) = match page.tag(id) {
            "a" => (page.attribute(id, "href"), 1.0),
            "form" => (page.attribute(id, "action"), 1.0),
            "iframe" => (page.attribute(id, "src"), 1.0),
            "area" => (page.attribute(id, "href"), 1.0),
            _ => continue,
        };
        let link = page.tag(id) == "a";
        let mut found = Found::default();
        let mut titled = false;
        if let Some(address) = address.filter(|a| !a.starts_with("mailto:") && !a.contains("/email-protection")) {
            let address = address.split_once("//").map_or(address, |(_, rest)| rest);
            let without = without_titles(address);
            titled = matches!(without, Cow::Owned(_));
            signs.find(&without, &mut found);
        }
        for (sign, _) in found.iter().enumerate().filter(|(_, f)| **f) {
            tally.add_at(id, ADDRESSES + sign, weight);
        }
        let appeal = [Sign::Give, Sign::Letter, Sign::Join, Sign::App, Sign::Store, Sign::Channel]
            .iter()
            .any(|&s| found.get(s as usize) == Some(&true));
        if appeal {
            tally.add(id, Count::AppealLinks, 1.0);
        }
        if link {
            tally.add(id, Count::Links, 1.0);
            let words: usize = page.runs(id).iter().map(|r| page.run_text(r).split_whitespace().count()).sum();
            tally.add(id, Count::LinkWords, words as f32);
            let known = found.iter().take(Sign::Related as usize).any(|f| *f);
            if (titled || !known) && words >= HEADLINE {
                tally.add(id, Count::StoryLinks, 1.0);
                tally.add(id, Count::StoryLinkWords, words as f32);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::without_titles;

    #[test]
    fn a_title_in_an_address_is_not_where_it_leads() {
        for (address, without) in [
            ("a.example/news/how-to-donate-blood-this-winter?ref=x", "a.example/news?ref=x"),
            ("/2024/the_choir_that_gives_nothing/", "/2024/"),
            ("a.example/en/support-us-now/donate", "a.example/en/support-us-now/donate"),
            ("--", "--"),
            ("", ""),
        ] {
            assert_eq!(without_titles(address), without);
        }
    }
}
