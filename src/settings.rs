//! What the reader has set: kept by the extension in its own storage, read here with distrust, changed only by what the reader does.

use crate::clutter::Category;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// The lengths a summary can have, in sentences.
pub const LENGTHS: [usize; 3] = [1, 3, 6];

/// The settings that outlive a page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Settings {
    /// Version of this form.
    pub version: u32,
    /// Clutter removal is on for sites that are not in `sites`.
    pub everywhere: bool,
    /// Sites (hosts without `www.`) for which the reader said on or off.
    pub sites: BTreeMap<String, bool>,
    /// Categories hidden beside the four kinds of appeal.
    pub also: BTreeSet<Category>,
    /// Sentences of a summary, one of [`LENGTHS`].
    pub sentences: usize,
}

impl Default for Settings {
    fn default() -> Self {
        Settings { version: 1, everywhere: true, sites: BTreeMap::new(), also: BTreeSet::new(), sentences: 3 }
    }
}

impl Settings {
    /// Whether clutter removal is on for a site.
    pub fn on_for(&self, site: Option<&str>) -> bool {
        site.and_then(|s| self.sites.get(s)).copied().unwrap_or(self.everywhere)
    }

    /// Whether blocks of a category are hidden.
    pub fn hides(&self, category: Category) -> bool {
        Category::NAGS.contains(&category) || self.also.contains(&category)
    }

    /// Turns clutter removal on or off for one site. A site that does as everywhere needs no entry.
    pub fn set_site(&mut self, site: &str, on: bool) {
        if on == self.everywhere {
            self.sites.remove(site);
        } else {
            self.sites.insert(site.to_owned(), on);
        }
    }

    /// Turns clutter removal on or off everywhere, the sites with a say of their own apart.
    pub fn set_everywhere(&mut self, on: bool) {
        self.everywhere = on;
        self.sites.retain(|_, site| *site != on);
    }
}

/// What the reader did on one page; lives as long as the page does.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct State {
    /// The reader turned clutter removal on or off for this page.
    pub page: Option<bool>,
    /// Elements (numbers) that the reader asked to see again.
    pub shown: BTreeSet<u32>,
    /// Elements Lede was unsure of, which the reader asked to hide.
    pub hidden: BTreeSet<u32>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_site_keeps_its_own_say_and_no_needless_entry() {
        let mut settings = Settings::default();
        assert!(settings.on_for(Some("news.example")) && settings.on_for(None));
        settings.set_site("news.example", false);
        assert!(!settings.on_for(Some("news.example")) && settings.on_for(Some("other.example")));
        settings.set_site("news.example", true);
        assert!(settings.sites.is_empty());
        settings.set_everywhere(false);
        settings.set_site("news.example", true);
        assert!(settings.on_for(Some("news.example")) && !settings.on_for(Some("other.example")));
        settings.set_everywhere(true);
        assert!(settings.sites.is_empty());
    }

    #[test]
    fn only_appeals_are_hidden_unless_asked() {
        let mut settings = Settings::default();
        assert!(settings.hides(Category::Donation) && !settings.hides(Category::Related));
        settings.also.insert(Category::Related);
        assert!(settings.hides(Category::Related));
    }
}
