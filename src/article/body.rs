//! The body: which lines are the story's text, and the smallest containers that hold them.

use super::evidence::{self, Around};
use super::lines::{Frame, Line};
use super::{Model, Paragraph, ParagraphKind};
use crate::model::probability;
use crate::page::{NodeId, Page};

/// The body as found.
#[derive(Debug, Default)]
pub struct Body {
    pub nodes: Vec<NodeId>,
    pub paragraphs: Vec<Paragraph>,
    pub words: usize,
}

/// Probability from which a line is part of the story; chosen for the best F1 in cross-validation.
const STORY: f32 = 0.5;

/// Finds the lines of the story and their containers.
pub fn find(page: &Page, frame: &Frame, lines: &[Line], model: &Model) -> Body {
    let around = Around::of(page, lines);
    let headline = page.first("h1");
    let values = evidence::values(page, frame, lines, &around, headline);
    let mut body = Body::default();
    for (line, values) in lines.iter().zip(&values) {
        if probability(model.trees.score(values)) < STORY {
            continue;
        }
        body.words += line.words;
        body.paragraphs.push(Paragraph { node: line.block, kind: kind(page, line.block), text: line.text.clone() });
    }
    body.nodes = containers(page, lines, &body.paragraphs);
    body
}

/// Share of a container's words that must be the story's for it to be the body.
const MOSTLY: f32 = 0.6;
/// Share of the story's words below which a container apart is left to its paragraphs.
const SCRAP: f32 = 0.03;

/// The smallest elements that hold the story: one where it has a container of its own, several where it is split.
fn containers(page: &Page, lines: &[Line], paragraphs: &[Paragraph]) -> Vec<NodeId> {
    let mut words = vec![[0.0_f32; 2]; page.len()];
    for line in lines {
        if let Some(w) = words.get_mut(line.block.index()) {
            w[0] += line.words as f32;
        }
    }
    let mut total = 0.0;
    for p in paragraphs {
        let n = crate::text::count(&p.text) as f32;
        total += n;
        if let Some(w) = words.get_mut(p.node.index()) {
            w[1] += n;
        }
    }
    for id in page.ids().rev() {
        let own = words.get(id.index()).copied().unwrap_or_default();
        if let Some(w) = page.parent(id).and_then(|p| words.get_mut(p.index())) {
            w[0] += own[0];
            w[1] += own[1];
        }
    }
    let of = |id: NodeId| words.get(id.index()).copied().unwrap_or_default();
    let mut found = Vec::new();
    let Some(root) = page.first("body") else { return found };
    let mut waiting = vec![root];
    while let Some(id) = waiting.pop() {
        let [all, story] = of(id);
        if story <= 0.0 || story < SCRAP * total {
            continue;
        }
        let mut inner: Vec<NodeId> = page.children(id).filter(|&c| of(c)[1] > 0.0).collect();
        let direct = story - inner.iter().map(|&c| of(c)[1]).sum::<f32>();
        // Down while all of it is in one child.
        if let [only] = inner.as_slice()
            && direct <= 0.0
            && !matches!(page.tag(*only), "p" | "h2" | "h3" | "li" | "blockquote")
        {
            waiting.push(*only);
        } else if story >= MOSTLY * all || direct > 0.0 || matches!(page.tag(id), "p" | "li" | "blockquote" | "td") {
            found.push(id);
        } else {
            inner.reverse();
            waiting.extend(inner);
        }
    }
    found.sort_unstable();
    found
}

/// What kind of paragraph a block makes.
pub fn kind(page: &Page, block: NodeId) -> ParagraphKind {
    for id in std::iter::once(block).chain(page.ancestors(block)).take(4) {
        match page.tag(id) {
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => return ParagraphKind::Heading,
            "li" | "dd" | "dt" => return ParagraphKind::ListItem,
            "blockquote" => return ParagraphKind::Quote,
            "figcaption" => return ParagraphKind::Caption,
            "pre" => return ParagraphKind::Preformatted,
            _ => {}
        }
    }
    ParagraphKind::Text
}
