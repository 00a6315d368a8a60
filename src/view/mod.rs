//! What the reader sees and may do, as a value: a pure function of what is known of the page ([`Report`]), what the reader set
//! ([`Settings`]) and did here ([`State`]). The browser draws it and sends back the [`Action`] that was clicked.

mod act;
mod rows;

pub use act::act;

use crate::report::{Block, Message, Report};
use crate::settings::{Settings, State};
use serde::Serialize;

/// How far a switch reaches.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Scope {
    /// This page, until it is left.
    Page,
    /// This site, for good.
    Site,
    /// All sites that have no say of their own, for good.
    Everywhere,
}

/// What a click does. `Jump` is for the content script alone; the others come back here.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "do", rename_all = "camelCase")]
pub enum Action {
    /// Go to a text in the element and light it up.
    Jump {
        /// Element number.
        node: u32,
        /// The text to find in it.
        text: String,
    },
    /// Show a hidden block.
    Show {
        /// Element number.
        node: u32,
    },
    /// Hide a block that was shown again, or one of the unsure ones.
    Hide {
        /// Element number.
        node: u32,
    },
    /// Show all hidden blocks.
    ShowAll,
    /// Hide them all again.
    HideAll,
    /// Turn clutter removal on or off.
    Scope {
        /// How far.
        scope: Scope,
        /// On or off.
        on: bool,
    },
    /// Turn clutter removal to what it is not.
    Toggle {
        /// How far.
        scope: Scope,
    },
    /// Make the summary this many sentences long.
    Length {
        /// Sentences.
        sentences: usize,
    },
}

/// What a row is, which decides how it is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum RowKind {
    /// The headline.
    Title,
    /// A quiet line of text.
    Line,
    /// The head of a group.
    Heading,
    /// A sentence of the article; a click goes to it.
    Sentence,
    /// A quoted or reported sentence, its speaker in a row inside.
    Quote,
    /// A fact; a click goes to its sentence.
    Fact,
    /// A block of clutter with its reasons and buttons inside.
    Block,
    /// A button.
    Button,
    /// A switch, on or off.
    Switch,
    /// A link of the publisher's.
    Link,
    /// A kind sentence about the state of things.
    Note,
    /// A list of the rows inside.
    List,
    /// A heading and what belongs to it.
    Group,
}

/// One row of the sidebar.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Row {
    /// How it is drawn.
    pub kind: RowKind,
    /// The page's own words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// Our words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message: Option<Message>,
    /// What a click does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub action: Option<Action>,
    /// Whether a switch, or one of several buttons, is on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub on: Option<bool>,
    /// Where a link leads.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub href: Option<String>,
    /// Rows inside.
    pub rows: Vec<Row>,
}

impl Row {
    fn new(kind: RowKind) -> Self {
        Row { kind, text: None, message: None, action: None, on: None, href: None, rows: Vec::new() }
    }

    fn text(kind: RowKind, text: &str) -> Self {
        Row { text: Some(text.to_owned()), ..Row::new(kind) }
    }

    fn message(kind: RowKind, message: Message) -> Self {
        Row { message: Some(message), ..Row::new(kind) }
    }

    fn holding(kind: RowKind, rows: Vec<Row>) -> Self {
        Row { rows, ..Row::new(kind) }
    }

    fn doing(self, action: Action) -> Self {
        Row { action: Some(action), ..self }
    }
}

/// Everything the browser needs after the page was read or the reader did something.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Answer {
    /// What the reader did here, to be handed back with the next request.
    pub state: State,
    /// The settings, where they have changed and are to be stored.
    pub settings: Option<Settings>,
    /// Numbers of all elements to be hidden now.
    pub hide: Vec<u32>,
    /// Scrolling that an overlay locked is to be freed.
    pub unlock: bool,
    /// Clutter removal is on for this page.
    pub enabled: bool,
    /// Text of the toolbar badge.
    pub badge: String,
    /// Tooltip of the toolbar button.
    pub tooltip: Message,
    /// The sidebar.
    pub view: Vec<Row>,
    /// Language of the page's own words, BCP 47; empty where not known.
    pub lang: String,
    /// Direction of the page's own words: `ltr` or `rtl`.
    pub dir: &'static str,
}

impl Answer {
    /// What follows from a page, the settings and what the reader did here.
    pub fn new(report: &Report, state: State, settings: &Settings, changed: bool) -> Self {
        let enabled = is_on(report, &state, settings);
        let hidden: Vec<&Block> = if enabled { hidden(report, &state, settings).collect() } else { Vec::new() };
        let count = hidden.len();
        let tooltip = match (enabled, count) {
            (false, _) => Message::new("tooltip_off"),
            (true, 0) => Message::new("tooltip_none"),
            (true, 1) => Message::new("tooltip_one"),
            (true, n) => Message::with("tooltip_many", [n.to_string()]),
        };
        Answer {
            hide: hidden.iter().map(|b| b.node).collect(),
            unlock: hidden.iter().any(|b| b.overlay),
            enabled,
            badge: if count == 0 { String::new() } else { count.to_string() },
            tooltip,
            view: rows::rows(report, &state, settings),
            lang: report.lang.clone().unwrap_or_default(),
            dir: if report.lang.as_deref().is_some_and(is_rtl) { "rtl" } else { "ltr" },
            settings: changed.then(|| settings.clone()),
            state,
        }
    }
}

/// Whether a language is written from right to left. Unicode CLDR, languages in everyday use.
fn is_rtl(tag: &str) -> bool {
    let language = tag.split(['-', '_']).next().unwrap_or("");
    ["ar", "he", "iw", "fa", "ur", "ps", "ckb", "ug", "yi", "sd", "dv"].iter().any(|l| language.eq_ignore_ascii_case(l))
}

/// Whether clutter removal is on for the page.
fn is_on(report: &Report, state: &State, settings: &Settings) -> bool {
    state.page.unwrap_or_else(|| settings.on_for(report.host.as_deref()))
}

/// Blocks that are to be hidden when clutter removal is on: the sure ones of the categories that the reader wants hidden, and the
/// unsure ones that the reader picked, without those asked to be shown.
fn hidden<'a>(report: &'a Report, state: &'a State, settings: &'a Settings) -> impl Iterator<Item = &'a Block> {
    listed(report, state, settings).filter(|b| !state.shown.contains(&b.node))
}

/// Blocks that the sidebar lists as hidden or shown again.
fn listed<'a>(report: &'a Report, state: &'a State, settings: &'a Settings) -> impl Iterator<Item = &'a Block> {
    let sure = report.blocks.iter().filter(|b| settings.hides(b.category));
    sure.chain(report.maybe.iter().filter(|b| state.hidden.contains(&b.node)))
}

#[cfg(test)]
mod tests;
