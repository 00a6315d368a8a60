//! A page's text as lines: what a reader would see between two breaks, with the block element that holds it. Both the search for the
//! article and the judging of blocks read lines, so that a phrase split over inline elements is still one phrase.

use crate::page::{NodeId, Page, is_inline};
use crate::text;
use std::ops::Range;

/// One line of text and where it stands.
#[derive(Clone, Debug)]
pub struct Line {
    /// The nearest element that is not inline and holds the line; it may hold more.
    pub block: NodeId,
    /// White space collapsed and trimmed.
    pub text: String,
    /// As a reader counts them.
    pub words: usize,
    /// Characters, and how many of them lie in links.
    pub chars: usize,
    /// Characters inside `a` elements.
    pub link_chars: usize,
}

impl Line {
    /// Share of the line's characters that lie in links.
    pub fn link_share(&self) -> f32 {
        self.link_chars as f32 / self.chars.max(1) as f32
    }
}

/// What each element of the page is, looked up once.
#[derive(Debug)]
pub struct Frame {
    /// The nearest element that is not inline: itself or an ancestor.
    pub block: Vec<NodeId>,
    /// Whether the element is a link or lies in one.
    pub in_link: Vec<bool>,
}

impl Frame {
    /// Looks every element up.
    pub fn of(page: &Page) -> Frame {
        let mut block: Vec<NodeId> = Vec::with_capacity(page.len());
        let mut in_link: Vec<bool> = Vec::with_capacity(page.len());
        for id in page.ids() {
            let tag = page.tag(id);
            let parent = page.parent(id);
            let outer = parent.and_then(|p| block.get(p.index()).copied()).unwrap_or(id);
            block.push(if is_inline(tag) && parent.is_some() { outer } else { id });
            in_link.push(tag == "a" || parent.and_then(|p| in_link.get(p.index()).copied()).unwrap_or(false));
        }
        Frame { block, in_link }
    }
}

/// All lines of the page in document order.
pub fn lines(page: &Page, frame: &Frame) -> Vec<Line> {
    let Some(root) = page.ids().next() else { return Vec::new() };
    let runs = page.runs(root);
    let mut found = Vec::new();
    let mut start = 0;
    let mut at = 0;
    let mut blank = true;
    while at <= runs.len() {
        let run = runs.get(at);
        let ends = run.is_none_or(|r| r.breaks);
        if ends && !blank {
            if let Some(line) = line(page, frame, start..at) {
                found.push(line);
            }
            blank = true;
        }
        if let Some(run) = run {
            if blank {
                start = at;
            }
            blank &= page.run_text(run).trim().is_empty();
        }
        at += 1;
    }
    found
}

fn line(page: &Page, frame: &Frame, range: Range<usize>) -> Option<Line> {
    let root = page.ids().next()?;
    let runs = page.runs(root).get(range.clone())?;
    let first = runs.first()?;
    let text = page.join(runs, ' ');
    let (mut chars, mut link_chars) = (0, 0);
    for run in runs {
        let n = page.run_text(run).trim().chars().count();
        chars += n;
        if frame.in_link.get(run.parent.index()).copied().unwrap_or(false) {
            link_chars += n;
        }
    }
    Some(Line {
        block: frame.block.get(first.parent.index()).copied().unwrap_or(first.parent),
        words: text::count(&text),
        text,
        chars,
        link_chars,
    })
}
