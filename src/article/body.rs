//! The body: the paragraphs made of the lines that were judged to be the story's, and the containers that hold them.

use super::features::Opinion;
use super::scene::Scene;
use super::{Paragraph, ParagraphKind};
use crate::page::{NodeId, Page};
use crate::text;

/// The body as found.
#[derive(Debug, Default)]
pub struct Body {
    pub nodes: Vec<NodeId>,
    pub paragraphs: Vec<Paragraph>,
    pub words: usize,
}

/// Chance from which a line is the story's.
const TAKEN: f32 = 0.5;
/// Share of the body's words that the main container holds; what lies outside is a standfirst or a stray line.
const MAIN: f32 = 0.9;

/// Takes the lines.
pub fn find(scene: &Scene, opinion: &Opinion) -> Body {
    let page = scene.page;
    let taken: Vec<usize> = (0..scene.lines.len()).filter(|&i| opinion.chance.get(i).is_some_and(|&p| p > TAKEN)).collect();
    let mut body = Body::default();
    let mut words = Vec::new();
    for line in taken.iter().filter_map(|&i| scene.lines.get(i)) {
        let count = text::count(&line.text);
        body.words += count;
        words.push((line.block, count));
        body.paragraphs.push(Paragraph { node: line.block, kind: kind(page, line.block), text: line.text.clone() });
    }
    body.nodes = containers(page, &words, body.words);
    body
}

/// The smallest element with nearly all of the body, and the paragraphs outside of it.
fn containers(page: &Page, words: &[(NodeId, usize)], all: usize) -> Vec<NodeId> {
    let mut within = vec![0_usize; page.len()];
    for &(block, count) in words {
        if let Some(own) = within.get_mut(block.index()) {
            *own += count;
        }
    }
    for id in page.ids().rev() {
        let own = within.get(id.index()).copied().unwrap_or(0);
        if let Some(up) = page.parent(id).and_then(|p| within.get_mut(p.index())) {
            *up += own;
        }
    }
    let enough = all as f32 * MAIN;
    let main = page.ids().rfind(|id| within.get(id.index()).is_some_and(|&w| w as f32 >= enough && w > 0));
    let mut nodes: Vec<NodeId> = main.into_iter().collect();
    for &(block, _) in words {
        if !nodes.iter().any(|&n| page.contains(n, block)) {
            nodes.retain(|&n| !page.contains(block, n));
            nodes.push(block);
        }
    }
    crate::order::sort(&mut nodes);
    nodes
}

/// What kind of paragraph a block makes.
fn kind(page: &Page, block: NodeId) -> ParagraphKind {
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
