//! Settings by name, as the controls of a form hold them: what a control shows, and what a choice in it changes.

use super::read::language;
use super::{LENGTHS, Mode, PageRoom, Settings, Side, TEXT_SIZES, Theme, WIDTHS};
use crate::clutter::Category;

/// What the control of a category on one site holds where the site has no say of its own.
pub const USUAL: &str = "usual";

/// What a switch that is on or off holds.
fn on_off(on: bool) -> &'static str {
    if on { "on" } else { "off" }
}

impl Settings {
    /// What the control of this name shows: `everywhere`, `mode-CATEGORY`, `sentences`, `theme`, `side`, `page`, `width`, `text`,
    /// `language`, `sync`, `site-HOST`, `mode-CATEGORY-HOST` (`usual` where the site has no say). `None` for any other name.
    pub fn field(&self, name: &str) -> Option<String> {
        let look = &self.appearance;
        Some(match name {
            "everywhere" => on_off(self.everywhere).to_owned(),
            "sentences" => self.sentences.to_string(),
            "theme" => look.theme.as_str().to_owned(),
            "side" => look.side.as_str().to_owned(),
            "page" => look.page.as_str().to_owned(),
            "width" => look.width.to_string(),
            "text" => look.text.to_string(),
            "language" => self.language.to_owned(),
            "sync" => on_off(self.sync_appearance).to_owned(),
            _ => match (name.strip_prefix("mode-"), name.strip_prefix("site-")) {
                (Some(name), _) => match name.split_once('-') {
                    Some((category, host)) => self.own_mode(host, Category::parse(category)?).map_or(USUAL, Mode::as_str).to_owned(),
                    None => self.mode(Category::parse(name)?).as_str().to_owned(),
                },
                (_, Some(host)) => on_off(self.on_for(Some(host))).to_owned(),
                _ => return None,
            },
        })
    }

    /// Takes over what a control of this name was set to; `false`, and nothing is changed, where name or value are none of ours.
    pub fn set_field(&mut self, name: &str, value: &str) -> bool {
        self.try_field(name, value).is_some()
    }

    fn try_field(&mut self, name: &str, value: &str) -> Option<()> {
        let switch = || match value {
            "on" => Some(true),
            "off" => Some(false),
            _ => None,
        };
        let number = || value.parse::<u32>().ok();
        match name {
            "everywhere" => self.set_everywhere(switch()?),
            "sentences" => self.sentences = value.parse().ok().filter(|n| LENGTHS.contains(n))?,
            "theme" => self.appearance.theme = Theme::parse(value)?,
            "side" => self.appearance.side = Side::parse(value)?,
            "page" => self.appearance.page = PageRoom::parse(value)?,
            "width" => self.appearance.width = number().filter(|n| WIDTHS.contains(n))?,
            "text" => self.appearance.text = number().filter(|n| TEXT_SIZES.contains(n))?,
            "language" => self.language = language(value)?,
            "sync" => self.sync_appearance = switch()?,
            _ => match (name.strip_prefix("mode-"), name.strip_prefix("site-")) {
                (Some(name), _) => match name.split_once('-') {
                    Some((category, host)) => {
                        let mode = if value == USUAL { None } else { Some(Mode::parse(value)?) };
                        self.set_mode_on(host, Category::parse(category)?, mode);
                    }
                    None => self.set_mode(Category::parse(name)?, Mode::parse(value)?),
                },
                (_, Some(host)) => self.list_site(host, switch()?),
                _ => return None,
            },
        }
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_control_shows_what_it_was_set_to() {
        let mut settings = Settings::default();
        for (name, value) in [
            ("sentences", "6"),
            ("theme", "dark"),
            ("side", "left"),
            ("page", "push"),
            ("width", "500"),
            ("text", "150"),
            ("sync", "on"),
            ("language", "pt_BR"),
            ("mode-ad", "dim"),
            ("mode-newsletter-b.example", "dim"),
            ("mode-newsletter-b.example", "usual"),
            ("mode-app", "leave"),
            ("site-a.example", "off"),
            ("everywhere", "off"),
        ] {
            assert_ne!(settings.field(name).as_deref(), Some(value), "{name} is not so from the start");
            assert!(settings.set_field(name, value), "{name}");
            assert_eq!(settings.field(name).as_deref(), Some(value), "{name}");
        }
    }

    #[test]
    fn what_no_control_offers_changes_nothing() {
        for (name, value) in [
            ("sentences", "2"),
            ("theme", "red"),
            ("width", "5000"),
            ("text", "x"),
            ("mode-x", "hide"),
            ("mode-ad", ""),
            ("mode-ad-a.example", "x"),
            ("language", "xx"),
            ("x", "on"),
        ] {
            let mut settings = Settings::default();
            assert!(!settings.set_field(name, value), "{name}");
            assert_eq!(settings, Settings::default(), "{name}");
        }
        assert_eq!(Settings::default().field("x"), None);
    }
}
