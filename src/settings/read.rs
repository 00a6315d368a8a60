//! Reads settings from whatever storage or a file holds. What does not fit is left out and costs nothing but itself: a damaged field
//! falls to its default, a damaged entry of a list is counted and dropped.

use super::{
    Appearance, Choice, LANGUAGES, LENGTHS, Mode, OwnBlock, PageRoom, Settings, Side, Site, TEXT_SIZES, Theme, VERSION, WIDTHS, choose,
};
use crate::clutter::Category;
use crate::page::fingerprint::Fingerprint;
use std::ops::RangeInclusive;

/// Entries of a list that are read: a thousand times what a reader would set by hand, and still a small part of the storage.
const MOST_ENTRIES: usize = 10_000;
/// What an exported file says of itself under the key `lede`; the settings stand under the key `settings`.
pub const FILE_MARK: &str = "settings";

/// A value of JSON from outside: the browser's, or a parsed file's.
pub trait Raw: Sized {
    /// A member of an object; `None` where there is none, or no object.
    fn member(&self, name: &str) -> Option<Self>;
    /// The elements of an array.
    fn elements(&self) -> Option<Vec<Self>>;
    /// A string.
    fn text(&self) -> Option<String>;
    /// A truth value.
    fn flag(&self) -> Option<bool>;
    /// A number.
    fn number(&self) -> Option<f64>;

    /// A whole number that fits.
    fn whole(&self) -> Option<u32> {
        self.number().filter(|n| n.fract() == 0.0 && (0.0..=f64::from(u32::MAX)).contains(n)).map(|n| n as u32)
    }
}

/// The settings in a value, the defaults where it holds none, and how many entries of its lists were not understood.
pub fn read(value: &impl Raw) -> (Settings, usize) {
    let mut left_out = 0;
    let default = Settings::default();
    let version = value.member("version").and_then(|v| v.whole()).unwrap_or(VERSION);
    let mut settings = Settings {
        version: version.max(VERSION),
        everywhere: flag(value, "everywhere").unwrap_or(default.everywhere),
        modes: Vec::new(),
        sites: Vec::new(),
        blocks: Vec::new(),
        kept: Vec::new(),
        sentences: value
            .member("sentences")
            .and_then(|n| n.whole())
            .map(|n| n as usize)
            .filter(|n| LENGTHS.contains(n))
            .unwrap_or(default.sentences),
        appearance: value.member("appearance").map(|a| read_appearance(&a)).unwrap_or_default(),
        language: value.member("language").and_then(|l| l.text()).and_then(|l| language(&l)).unwrap_or(default.language),
        sync_appearance: flag(value, "syncAppearance").unwrap_or(default.sync_appearance),
    };
    for choice in list(value, "modes", &mut left_out, choice) {
        settings.set_mode(choice.category, choice.mode);
    }
    if version < 2 {
        for category in list(value, "also", &mut left_out, |c| Category::parse(&c.text()?)) {
            settings.set_mode(category, Mode::Hide);
        }
    }
    // Put in one by one: three sorts would cost the brain 11 KB.
    for site in list(value, "sites", &mut left_out, site) {
        settings.put_site(site);
    }
    for own in list(value, "blocks", &mut left_out, own_block) {
        settings.add_block(own);
    }
    for own in list(value, "kept", &mut left_out, own_block) {
        settings.keep_block(own);
    }
    (settings, left_out)
}

/// The language of this name, where there is one.
pub(super) fn language(name: &str) -> Option<&'static str> {
    LANGUAGES.into_iter().find(|l| *l == name)
}

fn flag(value: &impl Raw, name: &str) -> Option<bool> {
    value.member(name)?.flag()
}

/// The elements of a list that `read` understands; the others are counted.
fn list<R: Raw, T>(value: &R, name: &str, left_out: &mut usize, read: impl Fn(&R) -> Option<T>) -> Vec<T> {
    let elements = value.member(name).and_then(|l| l.elements()).unwrap_or_default();
    let mut found = Vec::new();
    for element in &elements {
        match read(element) {
            Some(entry) if found.len() < MOST_ENTRIES => found.push(entry),
            _ => *left_out += 1,
        }
    }
    found
}

fn choice(value: &impl Raw) -> Option<Choice> {
    Some(Choice { category: Category::parse(&value.member("category")?.text()?)?, mode: Mode::parse(&value.member("mode")?.text()?)? })
}

fn site(value: &impl Raw) -> Option<Site> {
    let host = host(value)?;
    let mut modes = Vec::new();
    for chosen in list(value, "modes", &mut 0, choice) {
        choose(&mut modes, chosen.category, Some(chosen.mode));
    }
    let on = flag(value, "on");
    (on.is_some() || !modes.is_empty()).then_some(Site { host, on, modes })
}

fn own_block(value: &impl Raw) -> Option<OwnBlock> {
    Some(OwnBlock { host: host(value)?, block: Fingerprint::parse(&value.member("block")?.text()?)? })
}

/// A host as [`crate::page::address::host`] gives it: no address, no words. A DNS name has at most 253 characters.
fn host(value: &impl Raw) -> Option<String> {
    plain_host(&value.member("host")?.text()?)
}

/// A text that is a host and nothing more.
pub fn plain_host(host: &str) -> Option<String> {
    let plain = |c: char| c.is_alphanumeric() && !c.is_uppercase() || "-._:".contains(c);
    (!host.is_empty() && host.len() <= 253 && host.chars().all(plain)).then(|| host.to_owned())
}

/// The appearance in a value; each part that is not there, or damaged, is as by default.
pub fn read_appearance(value: &impl Raw) -> Appearance {
    let word = |name| value.member(name).and_then(|v| v.text());
    let size = |name, range: RangeInclusive<u32>| value.member(name).and_then(|v| v.whole()).filter(|n| range.contains(n));
    let default = Appearance::default();
    Appearance {
        theme: word("theme").and_then(|w| Theme::parse(&w)).unwrap_or(default.theme),
        side: word("side").and_then(|w| Side::parse(&w)).unwrap_or(default.side),
        width: size("width", WIDTHS).unwrap_or(default.width),
        text: size("text", TEXT_SIZES).unwrap_or(default.text),
        page: word("page").and_then(|w| PageRoom::parse(&w)).unwrap_or(default.page),
    }
}

/// A file of settings that was taken in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Import {
    /// The settings as they are with the file's.
    pub settings: Settings,
    /// Sites in the file.
    pub sites: usize,
    /// The reader's own hidden blocks in it.
    pub blocks: usize,
    /// Blocks in it that are never to be hidden.
    pub kept: usize,
    /// Entries that were not understood.
    pub left_out: usize,
}

/// Why a file of settings is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It is not JSON, or JSON of something else.
    NotOurs,
    /// It says that it is ours, but nothing in it can be read.
    Damaged,
}

/// Takes in a file: its choices replace the reader's, its sites and blocks come to theirs and win where both speak of the same.
///
/// # Errors
/// [`Refusal`]; the reader's settings are then as they were.
pub fn import(mine: &Settings, file: &impl Raw) -> Result<Import, Refusal> {
    if file.member("lede").and_then(|m| m.text()).as_deref() != Some(FILE_MARK) {
        return Err(Refusal::NotOurs);
    }
    let held = file.member("settings").ok_or(Refusal::Damaged)?;
    held.member("version").and_then(|v| v.whole()).ok_or(Refusal::Damaged)?;
    let (read, left_out) = read(&held);
    let (sites, blocks, kept) = (read.sites.len(), read.blocks.len(), read.kept.len());
    // Whether settings travel is decided on each device.
    let mut settings = Settings {
        version: mine.version.max(VERSION),
        sync_appearance: mine.sync_appearance,
        sites: mine.sites.clone(),
        blocks: mine.blocks.clone(),
        kept: mine.kept.clone(),
        ..read
    };
    read.sites.into_iter().for_each(|site| settings.put_site(site));
    read.blocks.into_iter().for_each(|own| settings.add_block(own));
    read.kept.into_iter().for_each(|own| settings.keep_block(own));
    Ok(Import { settings, sites, blocks, kept, left_out })
}

#[cfg(test)]
#[cfg(feature = "cli")]
impl Raw for serde_json::Value {
    fn member(&self, name: &str) -> Option<Self> {
        self.get(name).cloned()
    }

    fn elements(&self) -> Option<Vec<Self>> {
        self.as_array().cloned()
    }

    fn text(&self) -> Option<String> {
        self.as_str().map(str::to_owned)
    }

    fn flag(&self) -> Option<bool> {
        self.as_bool()
    }

    fn number(&self) -> Option<f64> {
        self.as_f64()
    }
}
