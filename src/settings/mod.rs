//! What the reader has set: kept by the extension in its own storage, read with distrust ([`read`]), changed only by what the reader
//! does. Only what differs from the defaults is kept, so that better defaults reach everybody who did not choose otherwise.

mod appearance;
mod field;
mod read;

pub use appearance::{Appearance, PageRoom, Side, TEXT_SIZES, Theme, WIDTHS};
pub use field::USUAL;
pub use read::{FILE_MARK, Import, Raw, Refusal, import, plain_host, read, read_appearance};

use crate::clutter::Category;
use crate::page::fingerprint::Fingerprint;
use serde::Serialize;

/// Languages of our words, by the names of their folders in `extension/_locales`; the first stands for the browser's own.
pub const LANGUAGES: [&str; 16] = ["auto", "ar", "de", "en", "es", "fr", "it", "ja", "ko", "nl", "pl", "pt_BR", "ru", "tr", "uk", "zh_CN"];
/// The lengths a summary can have, in sentences.
pub const LENGTHS: [usize; 3] = [1, 3, 6];
/// The form that this code writes. 1 had `also`, a list of the categories hidden beside the appeals.
pub const VERSION: u32 = 2;

/// What happens to blocks of a category.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Mode {
    /// They are gone.
    Hide,
    /// One line stays in their place, which brings them back.
    Dim,
    /// They stay.
    Leave,
}

impl Mode {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Mode; 3] = [Mode::Hide, Mode::Dim, Mode::Leave];

    /// What happens to a category of which the reader said nothing.
    pub fn of(category: Category) -> Mode {
        if category.is_nag() { Mode::Hide } else { Mode::Leave }
    }

    /// The name in settings.
    pub fn as_str(self) -> &'static str {
        match self {
            Mode::Hide => "hide",
            Mode::Dim => "dim",
            Mode::Leave => "leave",
        }
    }

    /// The mode of this name.
    pub fn parse(name: &str) -> Option<Mode> {
        Mode::ALL.into_iter().find(|m| m.as_str() == name)
    }
}

/// What the reader chose for a category.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Choice {
    /// The category.
    pub category: Category,
    /// What happens to its blocks.
    pub mode: Mode,
}

/// What the reader said for one site.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Site {
    /// Host without `www.`.
    pub host: String,
    /// Clutter removal is on or off there; nothing where it is as everywhere.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub on: Option<bool>,
    /// Categories that are treated otherwise there.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub modes: Vec<Choice>,
}

impl Site {
    /// A site where clutter removal is on or off.
    pub fn new(host: &str, on: bool) -> Self {
        Site { host: host.to_owned(), on: Some(on), modes: Vec::new() }
    }
}

/// A block that the reader picked to be hidden on a site.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct OwnBlock {
    /// Host without `www.`.
    pub host: String,
    /// How it is known again.
    pub block: Fingerprint,
}

/// The settings that outlive a page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Settings {
    /// Version of this form; a later one where a later Lede wrote it.
    pub version: u32,
    /// Clutter removal is on for sites without a say of their own.
    pub everywhere: bool,
    /// Categories that are not treated as [`Mode::of`] says.
    pub modes: Vec<Choice>,
    /// Sites for which the reader said something, in order of their hosts.
    pub sites: Vec<Site>,
    /// Blocks that the reader picked, in order of their hosts.
    pub blocks: Vec<OwnBlock>,
    /// Blocks that Lede would hide and the reader keeps, in order of their hosts.
    pub kept: Vec<OwnBlock>,
    /// Sentences of a summary, one of [`LENGTHS`].
    pub sentences: usize,
    /// How the sidebar looks.
    pub appearance: Appearance,
    /// Language of our words, one of [`LANGUAGES`].
    pub language: &'static str,
    /// The appearance, and nothing else, travels with the reader's browser account.
    pub sync_appearance: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Settings {
            version: VERSION,
            everywhere: true,
            modes: Vec::new(),
            sites: Vec::new(),
            blocks: Vec::new(),
            kept: Vec::new(),
            sentences: 3,
            appearance: Appearance::default(),
            language: LANGUAGES[0],
            sync_appearance: false,
        }
    }
}

impl Settings {
    fn site(&self, host: Option<&str>) -> Option<&Site> {
        self.sites.iter().find(|s| Some(s.host.as_str()) == host)
    }

    /// Whether clutter removal is on for a site.
    pub fn on_for(&self, site: Option<&str>) -> bool {
        self.site(site).and_then(|s| s.on).unwrap_or(self.everywhere)
    }

    /// Whether something was set that may be seen on every page of a site, one without an article too.
    pub fn anywhere(&self, site: Option<&str>) -> bool {
        !self.everywhere || !self.modes.is_empty() || self.site(site).is_some() || self.blocks_on(site).next().is_some()
    }

    /// What happens to blocks of a category where a site has no say of its own.
    pub fn mode(&self, category: Category) -> Mode {
        chosen(&self.modes, category).unwrap_or_else(|| Mode::of(category))
    }

    /// What happens to blocks of a category on a site.
    pub fn mode_on(&self, category: Category, site: Option<&str>) -> Mode {
        self.site(site).and_then(|s| chosen(&s.modes, category)).unwrap_or_else(|| self.mode(category))
    }

    /// Whether blocks of a category go out of sight, as a whole or down to one line.
    pub fn hides(&self, category: Category) -> bool {
        self.mode(category) != Mode::Leave
    }

    /// Chooses what happens to a category.
    pub fn set_mode(&mut self, category: Category, mode: Mode) {
        choose(&mut self.modes, category, (mode != Mode::of(category)).then_some(mode));
    }

    /// Chooses what happens to a category on one site; `None` leaves it as everywhere.
    pub fn set_mode_on(&mut self, host: &str, category: Category, mode: Option<Mode>) {
        let general = self.mode(category);
        self.change_site(host, |s| choose(&mut s.modes, category, mode.filter(|&m| m != general)));
    }

    /// Turns clutter removal on or off for one site. A site that does as everywhere needs no entry.
    pub fn set_site(&mut self, host: &str, on: bool) {
        let everywhere = self.everywhere;
        self.change_site(host, |s| s.on = (on != everywhere).then_some(on));
    }

    /// Turns clutter removal on or off everywhere, the sites with a say of their own apart. They keep it, also where it says the same:
    /// the switch may be turned back.
    pub fn set_everywhere(&mut self, on: bool) {
        self.everywhere = on;
    }

    /// What the reader said for a category on a site; nothing where it is as everywhere.
    pub fn own_mode(&self, host: &str, category: Category) -> Option<Mode> {
        self.site(Some(host)).and_then(|s| chosen(&s.modes, category))
    }

    /// Turns clutter removal on or off for one site that stays in the list, also where it does as everywhere.
    pub fn list_site(&mut self, host: &str, on: bool) {
        self.change_site(host, |s| s.on = Some(on));
    }

    /// Forgets what was said for a site; its own blocks stay.
    pub fn forget_site(&mut self, host: &str) {
        self.sites.retain(|s| s.host != host);
    }

    /// Remembers a block that the reader wants hidden on a site.
    pub fn add_block(&mut self, new: OwnBlock) {
        put(&mut self.blocks, new);
    }

    /// Remembers a block that the reader wants to see on a site.
    pub fn keep_block(&mut self, new: OwnBlock) {
        put(&mut self.kept, new);
    }

    /// Forgets such a block.
    pub fn forget_block(&mut self, block: &OwnBlock) {
        self.blocks.retain(|b| b != block);
    }

    /// Lets a block that was kept be hidden again.
    pub fn give_up_block(&mut self, block: &OwnBlock) {
        self.kept.retain(|b| b != block);
    }

    /// Whether the reader keeps blocks of this shape on a site.
    pub fn keeps(&self, site: Option<&str>, shape: &Fingerprint) -> bool {
        self.kept.iter().any(|b| Some(b.host.as_str()) == site && b.block == *shape)
    }

    /// The blocks that the reader picked on a site.
    pub fn blocks_on<'a>(&'a self, site: Option<&'a str>) -> impl Iterator<Item = &'a Fingerprint> {
        self.blocks.iter().filter(move |b| Some(b.host.as_str()) == site).map(|b| &b.block)
    }

    /// Puts a site in its place in the order, or in that of an older entry.
    fn put_site(&mut self, site: Site) {
        self.forget_site(&site.host);
        let at = self.sites.partition_point(|s| s.host < site.host);
        self.sites.insert(at, site);
    }

    fn change_site(&mut self, host: &str, change: impl FnOnce(&mut Site)) {
        let mut site = self.site(Some(host)).cloned().unwrap_or_else(|| Site { host: host.to_owned(), on: None, modes: Vec::new() });
        change(&mut site);
        if site.on.is_none() && site.modes.is_empty() {
            self.forget_site(host);
        } else {
            self.put_site(site);
        }
    }
}

fn put(blocks: &mut Vec<OwnBlock>, new: OwnBlock) {
    if let Err(at) = blocks.binary_search(&new) {
        blocks.insert(at, new);
    }
}

fn chosen(choices: &[Choice], category: Category) -> Option<Mode> {
    choices.iter().find(|c| c.category == category).map(|c| c.mode)
}

fn choose(choices: &mut Vec<Choice>, category: Category, mode: Option<Mode>) {
    choices.retain(|c| c.category != category);
    if let Some(mode) = mode {
        let at = choices.partition_point(|c| c.category < category);
        choices.insert(at, Choice { category, mode });
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
    /// Elements that the reader picked.
    pub picked: Vec<u32>,
}

#[cfg(test)]
mod tests;
