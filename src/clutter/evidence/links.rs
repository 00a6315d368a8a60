//! Where links, forms and frames lead.

use super::super::signs::{Found, Sign, Signs};
use super::{ADDRESSES, Count, Tally};
use crate::page::Page;

/// Words a link needs to be taken for the headline of another story.
const HEADLINE: usize = 4;

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
        if let Some(address) = address.filter(|a| !a.starts_with("mailto:") && !a.contains("/email-protection")) {
            let address = address.split_once("//").map_or(address, |(_, rest)| rest);
            signs.find(address, &mut found);
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
            if !known && words >= HEADLINE {
                tally.add(id, Count::StoryLinks, 1.0);
                tally.add(id, Count::StoryLinkWords, words as f32);
            }
        }
    }
}
