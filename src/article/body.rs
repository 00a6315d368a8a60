//! The body: which lines are the story's text, and the smallest containers that hold them.

use super::lines::Line;
use super::{Paragraph, ParagraphKind};
use crate::page::{NodeId, Page};

/// The body as found.
#[derive(Debug, Default)]
pub struct Body {
    pub nodes: Vec<NodeId>,
    pub paragraphs: Vec<Paragraph>,
    pub words: usize,
}

/// Finds the container with the most running text and reads its lines.
pub fn find(page: &Page, lines: &[Line]) -> Body {
    let mut scores = vec![0.0_f32; page.len()];
    for line in lines {
        let plain = line.chars.saturating_sub(line.link_chars * 2);
        if line.words < 12 || plain < 60 || outside(page, line.block) {
            continue;
        }
        let mut share = plain as f32;
        let start = if matches!(page.tag(line.block), "p" | "li" | "blockquote") { page.parent(line.block) } else { Some(line.block) };
        for id in start.into_iter().flat_map(|s| std::iter::once(s).chain(page.ancestors(s))).take(4) {
            if let Some(score) = scores.get_mut(id.index()) {
                *score += share;
            }
            share *= 0.6;
        }
    }
    let best = page.ids().fold((None, 0.0), |best: (Option<NodeId>, f32), id| match scores.get(id.index()) {
        Some(&s) if s > best.1 => (Some(id), s),
        _ => best,
    });
    let Some(container) = best.0 else { return Body::default() };
    let mut body = Body { nodes: vec![container], ..Body::default() };
    for line in lines.iter().filter(|l| page.contains(container, l.block) && l.link_chars * 2 < l.chars && !outside(page, l.block)) {
        body.words += line.words;
        body.paragraphs.push(Paragraph { node: line.block, kind: kind(page, line.block), text: line.text.clone() });
    }
    body
}

/// Whether a block stands in a part of the page that no story is told in.
fn outside(page: &Page, block: NodeId) -> bool {
    std::iter::once(block)
        .chain(page.ancestors(block))
        .any(|a| matches!(page.tag(a), "footer" | "nav" | "aside" | "form" | "dialog" | "button" | "figcaption"))
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
