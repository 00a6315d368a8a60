//! The body: the paragraphs made of the lines that were judged to be the story's, and the containers that hold them.

use super::features::share;
use super::names;
use super::opinion::Opinion;
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

impl Body {
    /// Whether an element lies in the body.
    pub fn holds(&self, page: &Page, id: NodeId) -> bool {
        let after = self.nodes.partition_point(|&n| n <= id);
        after.checked_sub(1).and_then(|at| self.nodes.get(at)).is_some_and(|&n| page.contains(n, id))
    }
}

/// Chance from which a line is the story's on a page that is clear, and the least that it may be on one that is not.
const TAKEN: f32 = 0.5;
const DOUBTFUL: f32 = 0.3;
/// Steps in which chances are counted.
const STEPS: usize = 100;
/// Share of the body's words that the main container holds; what lies outside is a standfirst or a stray line.
const MAIN: f32 = 0.9;

/// Words from which a line is not said twice: shorter ones are labels, cells, answers.
const SAID_ONCE: usize = 8;

/// Words that must be left when what stands apart from the headline is taken off, and the part of all that they must be: a headline in
/// an element of its own has the whole story apart from it.
const LEFT: usize = 60;
const LEAST: usize = 6;

/// Takes the lines.
pub fn find(scene: &Scene, opinion: &Opinion) -> Body {
    let page = scene.page;
    let copies = copies(scene, opinion);
    let enough = enough(scene, opinion);
    let likely: Vec<usize> = (0..scene.lines.len())
        .filter(|&i| opinion.chance.get(i).is_some_and(|&p| p > enough) && copies.binary_search(&i).is_err())
        .collect();
    let words = |list: &[usize]| list.iter().filter_map(|&i| scene.lines.get(i)).map(|l| l.look.words).sum::<usize>();
    let near: Vec<usize> = likely.iter().copied().filter(|&i| !apart(scene, i)).collect();
    // Of several stories on the page, the one that the title names.
    let current: Vec<usize> = scene
        .current
        .map(|(story, head)| {
            let block = |i: usize| scene.lines.get(i).map(|l| l.block);
            likely.iter().copied().filter(|&i| block(i).is_some_and(|b| page.contains(story, b) && b != head)).collect()
        })
        .unwrap_or_default();
    let taken = if words(&current) >= LEFT {
        current
    } else if words(&near) >= LEFT.max(words(&likely) / LEAST) {
        near
    } else {
        likely
    };
    let mut body = Body::default();
    for line in taken.iter().filter_map(|&i| scene.lines.get(i)) {
        let paragraph =
            Paragraph { node: line.block, kind: kind(page, line.block), text: line.text.clone(), words: text::count(&line.text) };
        body.words += paragraph.words;
        body.paragraphs.push(paragraph);
    }
    body.nodes = containers(page, &body);
    body
}

/// The chance from which taking a line makes the whole better. Of what may be expected of recall and precision together (F1), the best
/// that a page allows is had by taking what is likelier than half of that best: on a page where nothing is sure, less will do.
fn enough(scene: &Scene, opinion: &Opinion) -> f32 {
    let mut steps = [(0.0_f32, 0.0_f32); STEPS + 1];
    for (line, &chance) in scene.lines.iter().zip(&opinion.chance) {
        if let Some(step) = steps.get_mut((chance * STEPS as f32) as usize) {
            let words = line.look.words as f32;
            *step = (step.0 + words * chance, step.1 + words);
        }
    }
    let (mut likely, mut words, mut best) = (0.0, 0.0, 0.0_f32);
    for (step_likely, step_words) in steps.iter().rev() {
        likely += step_likely;
        words += step_words;
        best = best.max(share(2.0 * likely, words + opinion.all));
    }
    (best / 2.0).clamp(DOUBTFUL, TAKEN)
}

/// Whether a line belongs to something else that reads like a story: another one under it, or what the reader is asked to agree to.
/// Either is so only where the headline stands apart from it.
fn apart(scene: &Scene, at: usize) -> bool {
    let (Some(line), Some(headline)) = (scene.lines.get(at), scene.headline.and_then(|h| scene.lines.get(h))) else { return false };
    let other = scene.told_in.is_some_and(|told| scene.outermost_article(line.block).is_some_and(|o| o > told));
    other
        || (scene.place(line.block).all & names::CONSENT > 0
            && std::iter::once(line.block)
                .chain(scene.page.ancestors(line.block))
                .any(|a| scene.place(a).own & names::CONSENT > 0 && !scene.page.contains(a, headline.block)))
}

/// The lines of which a likelier copy stands elsewhere, or an earlier one that is as likely.
fn copies(scene: &Scene, opinion: &Opinion) -> Vec<usize> {
    let chance = |i: usize| opinion.chance.get(i).copied().unwrap_or(0.0);
    let parent = |i: usize| scene.lines.get(i).and_then(|l| scene.page.parent(l.block));
    let mut found = Vec::new();
    for group in &scene.copies {
        let long = group.first().and_then(|&i| scene.lines.get(i)).is_some_and(|l| l.look.words >= SAID_ONCE);
        let better = |i: usize, j: usize| parent(j) != parent(i) && (chance(j) > chance(i) || (j < i && chance(j) >= chance(i)));
        if long {
            found.extend(group.iter().copied().filter(|&i| group.iter().any(|&j| better(i, j))));
        }
    }
    crate::order::sort(&mut found);
    found
}

/// The smallest element with nearly all of the body, and the paragraphs outside of it.
fn containers(page: &Page, body: &Body) -> Vec<NodeId> {
    let mut within = vec![0_usize; page.len()];
    for paragraph in &body.paragraphs {
        if let Some(own) = within.get_mut(paragraph.node.index()) {
            *own += paragraph.words;
        }
    }
    for id in page.ids().rev() {
        let own = within.get(id.index()).copied().unwrap_or(0);
        if let Some(up) = page.parent(id).and_then(|p| within.get_mut(p.index())) {
            *up += own;
        }
    }
    let enough = body.words as f32 * MAIN;
    let main = page.ids().rfind(|id| within.get(id.index()).is_some_and(|&w| w as f32 >= enough && w > 0));
    let mut all: Vec<NodeId> = main.into_iter().chain(body.paragraphs.iter().map(|p| p.node)).collect();
    crate::order::sort(&mut all);
    let mut nodes: Vec<NodeId> = Vec::new();
    for node in all {
        if nodes.last().is_none_or(|&last| !page.contains(last, node)) {
            nodes.push(node);
        }
    }
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
