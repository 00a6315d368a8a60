//! A page's text as lines: what a reader would see between two breaks, with the block element that holds it.

use crate::case::is_alphanumeric;
use crate::page::{NodeId, Page, Run};
use crate::text::is_unspaced;

/// One line of text and where it stands.
#[derive(Clone, Debug)]
pub struct Line {
    /// The nearest element that is not inline and holds the line; it may hold more.
    pub block: NodeId,
    /// White space collapsed and trimmed.
    pub text: String,
    /// How the text looks.
    pub look: Look,
    /// Share of the characters that lie inside `a` elements.
    pub linked: f32,
    /// How many links the line has a part in.
    pub links: usize,
    /// The line begins and ends in bold or italics, or in a link.
    pub dressed: bool,
    /// The level of the heading that its block is or lies in, 0 for none.
    pub heading: u8,
}

/// What one pass over a text tells.
#[derive(Clone, Copy, Debug, Default)]
pub struct Look {
    /// Words, two characters of an unspaced script for one.
    pub words: usize,
    /// Characters.
    pub chars: usize,
    /// Letters and digits.
    pub letters: usize,
    /// Digits among them.
    pub digits: usize,
    /// Capitals among them.
    pub capitals: usize,
    /// Full stops, question and exclamation marks of any script.
    pub stops: usize,
    /// Commas of any script.
    pub commas: usize,
    /// Signs that separate entries rather than clauses: bars, bullets, arrows, slashes.
    pub bars: usize,
    /// What it ends with: 0 a letter or digit, 1 a stop, 2 a colon, 3 an ellipsis, 4 anything else.
    pub ending: u8,
}

impl Look {
    /// Looks at a text.
    pub fn at(text: &str) -> Look {
        let mut look = Look::default();
        let (mut unspaced, mut inside) = (0_usize, false);
        let mut last = ' ';
        for c in text.chars() {
            look.chars += 1;
            if is_alphanumeric(c) {
                look.letters += 1;
                look.digits += usize::from(c.is_ascii_digit());
                look.capitals += usize::from(c.is_uppercase());
                if is_unspaced(c) {
                    unspaced += 1;
                    inside = false;
                } else {
                    look.words += usize::from(!inside);
                    inside = true;
                }
            } else {
                match c {
                    '.' | '!' | '?' | '…' | '。' | '！' | '？' | '।' | '؟' | '۔' | '｡' => look.stops += 1,
                    ',' | '、' | '，' | '،' | ';' => look.commas += 1,
                    '|' | '•' | '·' | '›' | '»' | '→' | '/' | '>' | '–' => look.bars += 1,
                    _ => {}
                }
                // Apostrophes and vowel signs do not end a word.
                inside &= matches!(c, '\'' | '’') || (!c.is_ascii() && !c.is_whitespace() && !is_mark_of_pause(c));
            }
            if !c.is_whitespace() && !matches!(c, '"' | '”' | '“' | '’' | '\'' | '»' | '«' | ')' | '」' | '』' | ']') {
                last = c;
            }
        }
        look.words += unspaced.div_ceil(2);
        look.ending = match last {
            '.' | '!' | '?' | '。' | '！' | '？' | '।' | '؟' | '۔' | '｡' => 1,
            ':' | '：' | ';' => 2,
            '…' => 3,
            c if is_alphanumeric(c) => 0,
            _ => 4,
        };
        look
    }
}

/// Signs beyond ASCII that stand between words.
fn is_mark_of_pause(c: char) -> bool {
    matches!(u32::from(c), 0xA0..=0xBF | 0x2000..=0x206F | 0x3000..=0x303F | 0xFF00..=0xFF0F | 0x060C | 0x061B | 0x061F | 0x06D4)
}

/// What each element of the page is, looked up once.
#[derive(Debug)]
pub struct Frame {
    /// The nearest element that is not inline: itself or an ancestor.
    block: Vec<NodeId>,
    /// The link the element is or lies in, as its index and one; 0 outside.
    link: Vec<u32>,
    /// Whether the element is or lies in bold, italics, a link.
    dressed: Vec<bool>,
}

impl Frame {
    /// Looks every element up.
    pub fn of(page: &Page) -> Frame {
        let mut frame =
            Frame { block: Vec::with_capacity(page.len()), link: Vec::with_capacity(page.len()), dressed: Vec::with_capacity(page.len()) };
        for id in page.ids() {
            let tag = page.tag(id);
            let parent = page.parent(id).map(NodeId::index);
            let inline = page.is_inline(id) && parent.is_some();
            let outer = parent.and_then(|p| frame.block.get(p).copied()).unwrap_or(id);
            let link = parent.and_then(|p| frame.link.get(p).copied()).unwrap_or(0);
            let dressed = inline && parent.and_then(|p| frame.dressed.get(p).copied()).unwrap_or(false);
            frame.block.push(if inline { outer } else { id });
            frame.link.push(if tag == "a" { id.index() as u32 + 1 } else { link });
            frame.dressed.push(dressed || matches!(tag, "a" | "b" | "strong" | "i" | "em"));
        }
        frame
    }
}

/// All lines of the page in document order.
pub fn lines(page: &Page, frame: &Frame) -> Vec<Line> {
    let Some(root) = page.ids().next() else { return Vec::new() };
    let mut found = Vec::new();
    let mut rest = page.runs(root);
    while !rest.is_empty() {
        // A line goes on to the next run that breaks and holds more than white space.
        let end = rest.iter().skip(1).position(|r| r.breaks).map_or(rest.len(), |at| at + 1);
        let Some((runs, after)) = rest.split_at_checked(end) else { break };
        rest = after;
        found.extend(line(page, frame, runs));
    }
    found
}

/// The level of the heading that an element is or lies in, 0 for none.
pub fn heading(page: &Page, block: NodeId) -> u8 {
    let level = |id: NodeId| match page.tag(id) {
        "h1" => Some(1),
        "h2" => Some(2),
        "h3" => Some(3),
        "h4" => Some(4),
        "h5" => Some(5),
        "h6" => Some(6),
        _ => None,
    };
    std::iter::once(block).chain(page.ancestors(block)).take(3).find_map(level).unwrap_or(0)
}

fn line(page: &Page, frame: &Frame, runs: &[Run]) -> Option<Line> {
    let full = |r: &&Run| page.run_text(r) != " ";
    let first = runs.iter().find(full)?;
    let last = runs.iter().rev().find(full)?;
    let block = frame.block.get(first.parent.index()).copied().unwrap_or(first.parent);
    // The document's title is not on the page, and what stands in a player is shown only where it cannot play.
    let unshown = |id: NodeId| matches!(page.tag(id), "title" | "head" | "video" | "audio");
    if unshown(block) || page.ancestors(block).take(2).any(unshown) {
        return None;
    }
    let text = page.join(runs, ' ');
    if text.is_empty() {
        return None;
    }
    let look = Look::at(&text);
    let (mut linked, mut links, mut before) = (0, 0, 0);
    for run in runs {
        let link = frame.link.get(run.parent.index()).copied().unwrap_or(0);
        if link > 0 {
            linked += page.run_text(run).trim().chars().count();
            links += usize::from(link != before);
            before = link;
        }
    }
    let dressed = |r: &Run| frame.dressed.get(r.parent.index()).copied().unwrap_or(false);
    Some(Line {
        block,
        linked: linked as f32 / look.chars.max(1) as f32,
        links,
        dressed: dressed(first) && dressed(last),
        heading: heading(page, block),
        text,
        look,
    })
}
