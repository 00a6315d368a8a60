//! Evidence: what can be counted of an element and everything in it, one file per kind of clue.
//!
//! Each kind writes its counts at the element where a sign stands; sums over subtrees are then differences of running totals, so that
//! a candidate costs the same whatever its size.

mod forms;
mod links;
mod names;
mod place;
mod sites;
mod speech;

pub use place::{Place, Region};

use super::phrases::{Hit, Phrases};
use super::signs::{SIGNS, Signs};
use super::words::Words;
use crate::article::Article;
use crate::page::{NodeId, Page};
use crate::text::Lang;

/// Classes of phrases that are counted; the last ones speak of people.
pub const CLASSES: usize = 21;

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(usize)]
pub enum Count {
    /// Words, as readers count them.
    Words,
    /// Words of lines that hold a phrase of an appeal.
    Telling,
    /// Words of lines of twelve and more without one.
    Plain,
    /// Words of the story's paragraphs.
    Body,
    /// Words of the story's paragraphs without such a phrase.
    PlainBody,
    /// Lines.
    Lines,
    /// Words inside links.
    LinkWords,
    /// Links.
    Links,
    /// Links of four and more words that lead to nothing known: to other stories, mostly.
    StoryLinks,
    /// Links and frames whose address was counted as a sign of an appeal.
    AppealLinks,
    /// Buttons, and links that look like one.
    Buttons,
    /// Fields for an e-mail address.
    EmailFields,
    /// Other text fields.
    TextFields,
    /// Fields for a password or a card.
    SecretFields,
    /// Search fields.
    SearchFields,
    /// Fields for longer text.
    TextAreas,
    /// Boxes and dots to choose with.
    Choices,
    /// Forms.
    Forms,
    /// Pictures, videos.
    Pictures,
    /// Frames.
    Frames,
    /// Headings.
    Headings,
    /// Amounts of money.
    Prices,
    /// Items of lists.
    Lists,
    /// Words of lines that hold a strong phrase.
    Asking,
    /// Links and buttons whose own few words hold a phrase of an appeal.
    Calls,
    /// Headings with a phrase of an appeal.
    TellingHeadings,
    /// Words of the longest kind of line that says nothing of an appeal.
    StoryLinkWords,
    /// Where the publisher names itself.
    SiteNames,
    /// Words of lines that hold a whole request.
    Pleading,
    /// Words of lines that the page says several times.
    Repeated,
    /// Pieces of text that end as a sentence does.
    Stops,
}

const PLAIN: usize = Count::Stops as usize + 1;
const PHRASES: usize = PLAIN;
const ADDRESSES: usize = PHRASES + CLASSES;
const NAMES: usize = ADDRESSES + SIGNS;
const WIDTH: usize = NAMES + SIGNS;

/// Running totals of all counts over the elements in document order.
#[derive(Debug)]
pub struct Evidence {
    totals: Vec<[f32; WIDTH]>,
    /// Phrases found, in the order of the words.
    pub hits: Vec<Hit>,
    /// The page's words.
    pub words: Words,
    /// Where things stand.
    pub place: Place,
    /// Share of the story's words that stand on lines with a phrase of an appeal: a story about appeals speaks as they do.
    pub story_tells: f32,
    /// Signs in each element's own names.
    own_names: Vec<u16>,
    /// Lines of text, not of attributes: the element before which each begins, and whether it holds a phrase of an appeal.
    lines: Vec<(NodeId, NodeId, bool)>,
}

/// Counts while they are being collected.
struct Tally {
    counts: Vec<[f32; WIDTH]>,
}

impl Tally {
    fn add(&mut self, id: NodeId, count: Count, amount: f32) {
        self.add_at(id, count as usize, amount);
    }

    fn add_at(&mut self, id: NodeId, column: usize, amount: f32) {
        if let Some(c) = self.counts.get_mut(id.index()).and_then(|c| c.get_mut(column)) {
            *c += amount;
        }
    }
}

/// Counts of one subtree.
#[derive(Clone, Copy, Debug)]
pub struct Sums([f32; WIDTH]);

impl Sums {
    /// A plain count.
    pub fn of(&self, count: Count) -> f32 {
        self.0.get(count as usize).copied().unwrap_or(0.0)
    }

    /// Phrases of a class, by its number.
    pub fn phrases(&self, class: usize) -> f32 {
        self.0.get(PHRASES + class).copied().unwrap_or(0.0)
    }

    /// Addresses with a sign.
    pub fn addresses(&self, sign: usize) -> f32 {
        self.0.get(ADDRESSES + sign).copied().unwrap_or(0.0)
    }

    /// Names with a sign.
    pub fn names(&self, sign: usize) -> f32 {
        self.0.get(NAMES + sign).copied().unwrap_or(0.0)
    }
}

impl Evidence {
    /// Collects the evidence of a page.
    pub fn of(page: &Page, article: &Article, phrases: &Phrases, addresses: &Signs, names: &Signs) -> Evidence {
        let words = Words::of(page);
        // What is around a story may speak another language than the story does: the publisher's own.
        let declared = page.ids().find(|&id| page.tag(id) == "html").and_then(|id| page.attribute(id, "lang"));
        let langs: Vec<Lang> = article.lang.as_deref().into_iter().chain(declared).map(Lang::new).collect();
        let hits = phrases.hits(&words, &langs);
        let place = Place::of(page, article);
        let mut tally = Tally { counts: vec![[0.0; WIDTH]; page.len() + 1] };
        speech::count(page, &words, &hits, &place, &mut tally);
        sites::count(page, article, &words, &mut tally);
        links::count(page, addresses, &mut tally);
        forms::count(page, &mut tally);
        let own_names = names::count(page, names, &mut tally);
        let mut totals = tally.counts;
        let mut sum = [0.0; WIDTH];
        for counts in &mut totals {
            let own = *counts;
            *counts = sum;
            for (s, o) in sum.iter_mut().zip(own) {
                *s += o;
            }
        }
        let mut lines: Vec<(NodeId, NodeId, bool)> = words
            .lines()
            .iter()
            .filter(|l| !l.attribute)
            .map(|l| (l.before, words.at(l.words.start).map_or(l.block, |(w, _)| w.node), false))
            .collect();
        for hit in hits.iter().filter(|h| speech::is_appeal(h.class)) {
            if let Some(line) = lines.get_mut(hit.line) {
                line.2 = true;
            }
        }
        let story = |c: Count| sum.get(c as usize).copied().unwrap_or(0.0);
        let story_tells = 1.0 - story(Count::PlainBody) / story(Count::Body).max(1.0);
        Evidence { story_tells, totals, hits, words, place, own_names, lines }
    }

    /// The counts of an element with everything in it.
    pub fn sums(&self, page: &Page, id: NodeId) -> Sums {
        let zero = [0.0; WIDTH];
        let start = self.totals.get(id.index()).unwrap_or(&zero);
        let mut sums = *self.totals.get(page.end(id).index()).unwrap_or(&zero);
        for (s, b) in sums.iter_mut().zip(start) {
            *s -= b;
        }
        Sums(sums)
    }

    /// Whether the element's first line holds a phrase of an appeal.
    pub fn first_tells(&self, page: &Page, id: NodeId) -> bool {
        let from = self.lines.partition_point(|l| l.0 <= id);
        self.lines.get(from).is_some_and(|&(_, node, tells)| tells && page.contains(id, node))
    }

    /// Whether the element's own names carry a sign.
    pub fn has_name(&self, id: NodeId, sign: usize) -> bool {
        self.own_names.get(id.index()).is_some_and(|n| n >> sign & 1 == 1)
    }
}
