//! What the reader has set: kept by the extension in its own storage, read here with distrust, changed only by what the reader does.

use crate::clutter::Category;
use serde::Serialize;

/// The lengths a summary can have, in sentences.
pub const LENGTHS: [usize; 3] = [1, 3, 6];

/// What the reader said for one site.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Site {
    /// Host without `www.`.
    pub host: String,
    /// Clutter removal is on there.
    pub on: bool,
}

/// The settings that outlive a page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Settings {
    /// Version of this form.
    pub version: u32,
    /// Clutter removal is on for sites that are not in `sites`.
    pub everywhere: bool,
    /// Sites for which the reader said on or off, in order of their hosts.
    pub sites: Vec<Site>,
    /// Categories hidden beside the four kinds of appeal.
    pub also: Vec<Category>,
    /// Sentences of a summary, one of [`LENGTHS`].
    pub sentences: usize,
}

impl Default for Settings {
    fn default() -> Self {
        Settings { version: 1, everywhere: true, sites: Vec::new(), also: Vec::new(), sentences: 3 }
    }
}

impl Settings {
    /// Whether clutter removal is on for a site.
    pub fn on_for(&self, site: Option<&str>) -> bool {
        self.sites.iter().find(|s| Some(s.host.as_str()) == site).map_or(self.everywhere, |s| s.on)
    }

    /// Whether blocks of a category are hidden.
    pub fn hides(&self, category: Category) -> bool {
        Category::NAGS.contains(&category) || self.also.contains(&category)
    }

    /// Turns clutter removal on or off for one site. A site that does as everywhere needs no entry.
    pub fn set_site(&mut self, host: &str, on: bool) {
        self.sites.retain(|s| s.host != host);
        if on != self.everywhere {
            let at = self.sites.partition_point(|s| s.host.as_str() < host);
            self.sites.insert(at, Site { host: host.to_owned(), on });
        }
    }

    /// Turns clutter removal on or off everywhere, the sites with a say of their own apart.
    pub fn set_everywhere(&mut self, on: bool) {
        self.everywhere = on;
        self.sites.retain(|s| s.on != on);
    }
}

/// What the reader did on one page; lives as long as the page does.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct State {
    /// The reader turned clutter removal on or off for this page.
    pub page: Option<bool>,
    /// Elements (numbers) that the reader asked to see again.
    pub shown: Vec<u32>,
    /// Elements Lede was unsure of, which the reader asked to hide.
    pub hidden: Vec<u32>,
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
        settings.also.push(Category::Related);
        assert!(settings.hides(Category::Related));
    }
}
