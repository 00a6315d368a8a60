//! What a round of judging made of a page, summed up over elements, sections and the page's order.

use super::features::share;
use super::scene::Scene;
use crate::page::NodeId;

/// What the first judge made of a page, summed up over elements.
#[derive(Debug)]
pub struct Opinion {
    /// For each line.
    pub chance: Vec<f32>,
    /// Words times chance, and words, in each element's subtree.
    pub mass: Vec<(f32, f32)>,
    /// Words times chance before each line, and in all.
    pub before: Vec<f32>,
    pub all: f32,
    /// The element that gains most if everything in it is taken.
    pub best: NodeId,
    /// For each line the mean chance, by words, of the section that it is in: from heading to heading.
    pub section: Vec<f32>,
    /// The same of the section after it, a little below nothing where there is none.
    pub section_after: Vec<f32>,
}

impl Opinion {
    /// Sums the chances up.
    pub fn of(scene: &Scene, chance: Vec<f32>) -> Opinion {
        let page = scene.page;
        let mut mass = vec![(0.0_f32, 0.0_f32); page.len()];
        let mut before = Vec::with_capacity(chance.len());
        let mut all = 0.0;
        for (line, p) in scene.lines.iter().zip(&chance) {
            before.push(all);
            let words = line.look.words as f32;
            all += words * p;
            if let Some(own) = mass.get_mut(line.block.index()) {
                own.0 += words * p;
                own.1 += words;
            }
        }
        for id in page.ids().rev() {
            let (Some(parent), Some(own)) = (page.parent(id), mass.get(id.index()).copied()) else { continue };
            if let Some(up) = mass.get_mut(parent.index()) {
                up.0 += own.0;
                up.1 += own.1;
            }
        }
        // The innermost of those that gain the same.
        let mut best = (0.0, NodeId(0));
        for id in page.ids() {
            let (likely, words) = mass.get(id.index()).copied().unwrap_or_default();
            let gain = likely - 0.4 * words;
            if gain >= best.0 {
                best = (gain, id);
            }
        }
        let mut section = vec![0.0; chance.len()];
        let mut section_after = vec![-0.1; chance.len()];
        let (mut last, mut from) = (0, 0);
        for to in 1..=chance.len() {
            if to < chance.len() && scene.lines.get(to).is_some_and(|l| l.heading == 0) {
                continue;
            }
            let (mut likely, mut words) = (0.0, 0.0);
            for (line, p) in scene.lines.iter().zip(&chance).take(to).skip(from) {
                likely += line.look.words as f32 * p;
                words += line.look.words as f32;
            }
            section.get_mut(from..to).unwrap_or_default().fill(share(likely, words));
            if from > 0 {
                section_after.get_mut(last..from).unwrap_or_default().fill(share(likely, words));
            }
            (last, from) = (from, to);
        }
        Opinion { chance, mass, before, all, best: best.1, section, section_after }
    }

    /// Share of an element's words that are likely the story's.
    pub fn purity(&self, id: NodeId) -> f32 {
        let (likely, words) = self.mass.get(id.index()).copied().unwrap_or_default();
        share(likely, words)
    }

    /// Words of an element that are likely the story's.
    pub fn likely(&self, id: NodeId) -> f32 {
        self.mass.get(id.index()).map_or(0.0, |m| m.0)
    }
}
