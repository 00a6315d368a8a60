//! The lines of a page with all that is summed over elements and neighbours, worked out once so that each line's features are cheap.

use super::about::About;
use super::current;
use super::headline;
use super::lines::{Frame, Line, lines};
use super::names;
use super::places::{self, Place, places};
use crate::page::{NodeId, Page};

/// Words from which a line without many links is running text, not a heading, a label or a teaser's title.
const LONG: usize = 18;
/// Share of characters in links up to which it is.
const LINKED: f32 = 0.35;

/// Copies of a line that are told apart.
const MOST_COPIES: usize = 40;

/// Sums over the lines in an element's subtree.
#[derive(Clone, Copy, Debug, Default)]
pub struct Sums {
    pub lines: f32,
    pub words: f32,
    /// Words in links.
    pub linked: f32,
    /// Words of long lines.
    pub long: f32,
    /// Words of long lines that stand directly in it.
    pub own: f32,
    /// Links.
    pub links: f32,
}

/// A page laid out for judging.
#[derive(Debug)]
pub struct Scene<'a> {
    pub page: &'a Page,
    pub lines: Vec<Line>,
    pub places: Vec<Place>,
    pub sums: Vec<Sums>,
    /// For each line: whether it is running text by length.
    pub long: Vec<bool>,
    /// For each line: how many lines elsewhere say the same, and whether one came before.
    pub twins: Vec<(u16, bool)>,
    /// Groups of lines that say the same.
    pub copies: Vec<Vec<usize>>,
    /// For each line: share of its words in the headline; in the description; in the text that the page's data give, -1 without any.
    pub said: Vec<[f32; 3]>,
    /// The line of the headline, if one is.
    pub headline: Option<usize>,
    /// The element with the most running text at and near it, and that amount.
    pub heart: Option<(NodeId, f32)>,
    pub hearts: Vec<f32>,
    /// Words of running text that no name says are comments.
    pub uncommented: f32,
    /// The outermost `article` around the headline, if it stands in one.
    pub told_in: Option<NodeId>,
    /// Of several stories, the element of the one that the title names, and its headline.
    pub current: Option<(NodeId, NodeId)>,
}

impl<'a> Scene<'a> {
    /// Lays a page out.
    pub fn of(page: &'a Page, about: &About) -> Scene<'a> {
        let frame = Frame::of(page);
        let lines = lines(page, &frame);
        let places = places(page);
        let long: Vec<bool> = lines
            .iter()
            .map(|l| {
                l.look.words >= LONG && l.linked <= LINKED && places.get(l.block.index()).is_none_or(|p| p.parts & places::UNSEEN == 0)
            })
            .collect();
        let sums = sums(page, &lines, &long);
        let hearts = hearts(page, &lines, &long, &places);
        let heart = page.ids().fold(None, |best: Option<(NodeId, f32)>, id| match hearts.get(id.index()) {
            Some(&score) if score > best.map_or(0.0, |b| b.1) => Some((id, score)),
            _ => best,
        });
        let (twins, copies) = twins(page, &lines);
        let said = super::claims::said(&lines, about);
        let current = current::story(page);
        let (headline, uncommented, told_in) = (None, 0.0, None);
        let mut scene =
            Scene { page, lines, places, sums, long, twins, copies, said, headline, heart, hearts, uncommented, told_in, current };
        let begins = (0..scene.lines.len()).find(|&i| {
            scene.long.get(i) == Some(&true)
                && scene.lines.get(i).is_some_and(|l| scene.heart.is_some_and(|(heart, _)| page.contains(heart, l.block)))
        });
        scene.headline = headline::line(&scene, begins);
        scene.told_in = scene.headline.and_then(|h| scene.lines.get(h)).and_then(|l| scene.outermost_article(l.block));
        scene.uncommented = scene
            .lines
            .iter()
            .zip(&scene.long)
            .filter(|(l, long)| **long && scene.place(l.block).all & names::COMMENT == 0)
            .map(|(l, _)| l.look.words as f32)
            .sum();
        scene
    }

    /// The outermost `article` around a block.
    pub fn outermost_article(&self, block: NodeId) -> Option<NodeId> {
        if self.place(block).parts & places::ARTICLE == 0 {
            return None;
        }
        std::iter::once(block).chain(self.page.ancestors(block)).filter(|&a| self.page.tag(a) == "article").last()
    }

    pub fn place(&self, id: NodeId) -> Place {
        self.places.get(id.index()).copied().unwrap_or_default()
    }

    pub fn sums(&self, id: NodeId) -> Sums {
        self.sums.get(id.index()).copied().unwrap_or_default()
    }

    /// The child of the smallest element around both that holds the block but not the other, and how far the other is below that element.
    pub fn branch(&self, block: NodeId, other: NodeId) -> (NodeId, usize) {
        let mut branch = block;
        for above in std::iter::once(block).chain(self.page.ancestors(block)) {
            if self.page.contains(above, other) {
                return (branch, self.page.depth(other).saturating_sub(self.page.depth(above)));
            }
            branch = above;
        }
        (branch, self.page.depth(other))
    }

    /// The nearest element of a part around a block, itself included.
    pub fn nearest(&self, block: NodeId, tags: &[&str]) -> Option<NodeId> {
        std::iter::once(block).chain(self.page.ancestors(block)).find(|&a| tags.contains(&self.page.tag(a)))
    }

    /// Whether two lines are paragraphs of the same kind in the same element.
    pub fn alike(&self, i: usize, j: Option<usize>) -> bool {
        let (Some(a), Some(b)) = (self.lines.get(i), j.and_then(|j| self.lines.get(j))) else { return false };
        a.block == b.block || (self.page.parent(a.block) == self.page.parent(b.block) && self.page.tag(a.block) == self.page.tag(b.block))
    }
}

fn sums(page: &Page, lines: &[Line], long: &[bool]) -> Vec<Sums> {
    let mut sums = vec![Sums::default(); page.len()];
    for (line, &long) in lines.iter().zip(long) {
        let Some(own) = sums.get_mut(line.block.index()) else { continue };
        let words = line.look.words as f32;
        own.lines += 1.0;
        own.words += words;
        own.linked += words * line.linked;
        own.links += line.links as f32;
        if long {
            own.long += words;
            own.own += words;
        }
        // A paragraph stands directly in the element around it.
        if long
            && matches!(page.tag(line.block), "p" | "li" | "blockquote" | "pre" | "span")
            && let Some(parent) = page.parent(line.block).and_then(|p| sums.get_mut(p.index()))
        {
            parent.own += words;
        }
    }
    for id in page.ids().rev() {
        let Some(parent) = page.parent(id) else { continue };
        let Some(own) = sums.get(id.index()).copied() else { continue };
        if let Some(up) = sums.get_mut(parent.index()) {
            up.lines += own.lines;
            up.words += own.words;
            up.linked += own.linked;
            up.long += own.long;
            up.links += own.links;
        }
    }
    sums
}

/// Running text at and below each element, less the farther below: the element with the most holds the story, as a rule.
fn hearts(page: &Page, lines: &[Line], long: &[bool], places: &[Place]) -> Vec<f32> {
    let mut scores = vec![0.0; page.len()];
    let outside = places::NAV | places::FOOTER | places::ASIDE | places::FORM | places::DIALOG | places::CAPTION | places::CONTROL;
    for (line, _) in lines.iter().zip(long).filter(|(_, long)| **long) {
        if places.get(line.block.index()).is_some_and(|p| p.parts & outside > 0) {
            continue;
        }
        let mut share = line.look.words as f32;
        let start = if matches!(page.tag(line.block), "p" | "li" | "blockquote") { page.parent(line.block) } else { Some(line.block) };
        for id in start.into_iter().flat_map(|s| std::iter::once(s).chain(page.ancestors(s))).take(5) {
            if let Some(score) = scores.get_mut(id.index()) {
                *score += share;
            }
            share *= 0.6;
        }
    }
    scores
}

/// How many copies of each line's text stand in other elements than its own, and whether one came before: a page may hold its story
/// twice, while a line said again in the same place is the story's own. Also the groups of lines that say the same.
fn twins(page: &Page, lines: &[Line]) -> (Vec<(u16, bool)>, Vec<Vec<usize>>) {
    let parent = |i: usize| lines.get(i).map(|l| page.parent(l.block).unwrap_or(l.block));
    let mut order: Vec<(u64, usize)> = lines.iter().enumerate().map(|(i, l)| (hash(&l.text), i)).collect();
    crate::order::sort(&mut order);
    let mut found = vec![(0, false); lines.len()];
    let mut groups = Vec::new();
    for group in order.chunk_by(|a, b| a.0 == b.0).filter(|g| g.len() > 1) {
        // Far more copies than a story has are labels, and all alike.
        let members: Vec<usize> = group.iter().take(MOST_COPIES).map(|g| g.1).collect();
        for (nth, &i) in members.iter().enumerate() {
            let others = members.iter().filter(|&&j| parent(j) != parent(i)).count();
            let before = members.iter().take(nth).any(|&j| parent(j) != parent(i));
            if let Some(twin) = found.get_mut(i) {
                *twin = (others as u16, before);
            }
        }
        groups.push(members);
    }
    (found, groups)
}

/// FNV-1a.
fn hash(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |h, b| (h ^ u64::from(b)).wrapping_mul(0x0100_0000_01b3))
}
