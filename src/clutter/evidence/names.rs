//! Class names, ids and data attributes: weak signs, since many lie and many are hashed.

use super::super::signs::{Found, Signs};
use super::{NAMES, Tally};
use crate::page::Page;

/// Attributes that authors name things in.
const NAMED: &[&str] =
    &["class", "id", "data-testid", "data-component", "data-module", "data-type", "data-name", "data-widget", "data-qa", "name"];

/// Counts signs and returns those of each element's own names, a bit a sign.
pub(super) fn count(page: &Page, signs: &Signs, tally: &mut Tally) -> Vec<u16> {
    let mut own = Vec::with_capacity(page.len());
    for id in page.ids() {
        let mut found = Found::default();
        // Names of the whole page's state are no sign of a block.
        if !matches!(page.tag(id), "html" | "body" | "script" | "style" | "meta" | "link" | "input") {
            for (name, value) in page.attributes(id) {
                if NAMED.contains(&name) {
                    signs.find(value, &mut found);
                }
            }
            if page.tag(id) == "img"
                && let Some(file) = page.attribute(id, "src").filter(|s| !s.starts_with("data:"))
            {
                signs.find(file.rsplit('/').next().unwrap_or(""), &mut found);
            }
            if page.tag(id).contains('-') {
                signs.find(page.tag(id), &mut found);
            }
        }
        let mut bits = 0_u16;
        for (sign, _) in found.iter().enumerate().filter(|(_, f)| **f) {
            tally.add_at(id, NAMES + sign, 1.0);
            bits |= 1 << sign;
        }
        own.push(bits);
    }
    own
}
