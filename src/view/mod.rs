//! What the reader sees and may do, as a value: a pure function of what is known of the page ([`Report`]), what the reader set
//! ([`Settings`]) and did here ([`State`]). The browser draws it and sends back the [`Action`] that was clicked.

mod act;
mod blocks;
mod copy;
mod look;
mod rows;

pub use act::act;
pub use look::Look;

use crate::clutter::Category;
use crate::report::{Message, Own, Report};
use crate::settings::{Mode, Settings, State};
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

/// What a click does. Those up to `Options` are done in the page or by the background; the others come back here.
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
    /// Put a text into the clipboard.
    Copy {
        /// The text.
        text: String,
    },
    /// Read texts aloud.
    Speak {
        /// The texts, with a pause between them.
        texts: Vec<String>,
    },
    /// Print the page as it is now.
    Print,
    /// Open the options page.
    Options,
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
    /// Never hide this block on the site.
    Keep {
        /// Element number.
        node: u32,
    },
    /// Hide a kept block on the site again.
    GiveUp {
        /// Element number.
        node: u32,
    },
    /// Hide the block around an element, on the whole site where it can be known again.
    Pick {
        /// The block found; nothing where what was clicked must stay.
        #[serde(skip)]
        block: Option<Own>,
    },
    /// Forget a block that the reader picked.
    Forget {
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
    /// Hide a category everywhere, or leave it.
    Also {
        /// Which.
        category: Category,
        /// Hide it.
        on: bool,
    },
    /// Make the summary this many sentences long.
    Length {
        /// Sentences.
        sentences: usize,
    },
    /// Make the sidebar this wide.
    Width {
        /// CSS pixels.
        width: u32,
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
    /// A quoted or reported sentence; a click goes to it.
    Quote,
    /// A quote and who said it.
    Said,
    /// A fact; a click goes to its sentence.
    Fact,
    /// A block of clutter: its words, the reasons, the buttons.
    Block,
    /// The first words of a block.
    Words,
    /// A line of buttons that belong to a block.
    Buttons,
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
    /// A line of buttons that do something with the page or the summary.
    Tools,
    /// The button that reads aloud; the row inside says why it cannot.
    Speak,
}

/// One row of the sidebar.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Row {
    /// How it is drawn.
    pub kind: RowKind,
    /// The page's own words; what comes after ours, where both are there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// Our words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message: Option<Message>,
    /// A day, `2026-05-02`, to be put after the text in the reader's own form.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
    /// What a click does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub action: Option<Action>,
    /// Whether a switch, or one of several buttons, is on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub on: Option<bool>,
    /// A group can be folded: whether it is open to begin with.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub open: Option<bool>,
    /// Where a link leads.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub href: Option<String>,
    /// Rows inside.
    pub rows: Vec<Row>,
}

impl Row {
    fn new(kind: RowKind) -> Self {
        Row { kind, text: None, message: None, date: None, action: None, on: None, open: None, href: None, rows: Vec::new() }
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

/// A block of which one line stays: that a block of this kind is hidden, and may be shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Dimmed {
    /// Element number.
    pub node: u32,
    /// The kind.
    pub message: Message,
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
    /// Elements to be cut down to one line now.
    pub dim: Vec<Dimmed>,
    /// Scrolling that an overlay locked is to be freed.
    pub unlock: bool,
    /// Clutter removal is on for this page.
    pub enabled: bool,
    /// Text of the toolbar badge.
    pub badge: String,
    /// Tooltip of the toolbar button.
    pub tooltip: Message,
    /// What has come of it, for readers who do not see it.
    pub status: Message,
    /// How the sidebar looks.
    pub look: Look,
    /// The sidebar; none where nobody looks at it.
    pub view: Vec<Row>,
    /// Language of the page's own words, BCP 47; empty where not known.
    pub lang: String,
    /// Direction of the page's own words: `ltr`, `rtl`, or `auto` where the language is not known.
    pub dir: &'static str,
}

impl Answer {
    /// What follows from a page, the settings and what the reader did here.
    pub fn new(report: &Report, state: State, settings: &Settings, changed: bool) -> Self {
        let enabled = is_on(report, &state, settings);
        let (mut hide, mut dim, mut unlock) = (Vec::new(), Vec::new(), false);
        let blocks = blocks::listed(report, &state, settings);
        for entry in blocks.iter().filter(|e| enabled && e.hidden) {
            unlock |= entry.overlay;
            // One line of an overlay would still lie over the page.
            match (entry.category, entry.overlay) {
                (Some(c), false) if settings.mode_on(c, report.host.as_deref()) == Mode::Dim => {
                    dim.push(Dimmed { node: entry.node, message: rows::kind(Some(c)) });
                }
                _ => hide.push(entry.frame),
            }
        }
        let count = hide.len() + dim.len();
        let gone = |node: &u32| blocks.iter().any(|e| e.node == *node && hide.contains(&e.frame));
        let emptied: Vec<u32> = report.shared.iter().filter(|(_, inner)| inner.iter().all(gone)).map(|(frame, _)| *frame).collect();
        hide.extend(emptied);
        let (tooltip, status) = match (enabled, count) {
            (false, _) => (Message::new("tooltip_off"), Message::new("note_off")),
            (true, 0) => (Message::new("tooltip_none"), Message::new("note_nothing_hidden")),
            (true, 1) => (Message::new("tooltip_one"), Message::new("note_hidden_one")),
            (true, n) => (Message::with("tooltip_many", [n.to_string()]), Message::with("note_hidden_many", [n.to_string()])),
        };
        Answer {
            view: rows::rows(report, &blocks, &status, enabled, settings),
            hide,
            dim,
            unlock,
            enabled,
            badge: if count == 0 { String::new() } else { count.to_string() },
            tooltip,
            status,
            look: Look::of(&settings.appearance),
            lang: report.lang.clone().unwrap_or_default(),
            dir: report.lang.as_deref().map_or("auto", |lang| if is_rtl(lang) { "rtl" } else { "ltr" }),
            settings: changed.then(|| settings.clone()),
            state,
        }
    }
}

/// The boxes of the toolbar button's menu that are ticked: what is hidden beside the appeals.
pub fn also_hidden(settings: &Settings) -> impl Iterator<Item = (Category, bool)> + '_ {
    Category::ALL.into_iter().filter(|c| !c.is_nag()).map(|c| (c, settings.hides(c)))
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

#[cfg(test)]
mod tests;
