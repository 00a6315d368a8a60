//! Which line shows the headline. Pages put an `h1` into the trail of breadcrumbs, around their logo or over a related story, so the
//! level is only one clue beside what the page's data call the story and where the text begins.

use super::lines::heading;
use super::names;
use super::places;
use super::scene::Scene;
use crate::page::NodeId;

/// A line that is no heading must say nearly what the page's data say.
const LIKE: f32 = 0.7;
/// Lines before the text within which its headline stands: a byline, a standfirst, a caption, a share bar lie between.
const NEAR: usize = 40;
/// Longest headline in words.
const LONGEST: usize = 45;

/// The line, given where the text begins.
pub fn line(scene: &Scene, begins: Option<usize>) -> Option<usize> {
    // Where several stories stand, what the page once said of itself may be about another.
    let named = scene.current.and_then(|(_, head)| scene.lines.iter().position(|l| scene.page.contains(head, l.block)));
    if named.is_some() {
        return named;
    }
    let mut best: Option<(f32, usize)> = None;
    for (i, line) in scene.lines.iter().enumerate().filter(|(_, l)| (1..=LONGEST).contains(&l.look.words)) {
        let like = scene.said.get(i).map_or(0.0, |s| s[0]);
        let level = match line.heading {
            1 => 1.0,
            2 => 0.5,
            3 => 0.25,
            _ if like >= LIKE => -0.3,
            _ => continue,
        };
        let place = scene.place(line.block);
        let apart = places::UNSEEN | places::NAV | places::FOOTER | places::ASIDE | places::LIST | places::CONTROL | places::DIALOG;
        // Among links it ends a trail or begins a list.
        let (own, around) = (scene.sums(line.block), scene.page.parent(line.block).map(|p| scene.sums(p)).unwrap_or_default());
        let among_links = around.links - own.links >= 3.0 && around.linked - own.linked > 0.7 * (around.words - own.words);
        let away = place.parts & apart > 0 || place.near & names::TRAIL > 0 || among_links;
        let stands = match begins {
            Some(b) if i > b + 2 => -0.7,
            Some(b) if i >= b => 0.3,
            Some(b) if b - i <= NEAR => 0.5,
            _ => 0.0,
        };
        let linked = if line.linked > 0.8 { 0.4 } else { 0.0 };
        let named = if place.near & names::HEAD > 0 { 0.2 } else { 0.0 };
        let score = level + 1.5 * like + stands + named - linked - if away { 2.0 } else { 0.0 };
        if score >= 0.6 && best.is_none_or(|(s, _)| score > s + 0.01) {
            best = Some((score, i));
        }
    }
    best.map(|b| b.1)
}

/// The heading's element and its words: all of its lines, a kicker parted from the rest by a colon.
pub fn shown(scene: &Scene, at: usize) -> Option<(NodeId, String)> {
    let line = scene.lines.get(at)?;
    let node = scene.nearest(line.block, &["h1", "h2", "h3"]).unwrap_or(line.block);
    let mut text = String::new();
    for part in scene.lines.iter().filter(|l| scene.page.contains(node, l.block)).take(4) {
        if !text.is_empty() {
            text.push_str(if text.ends_with(|c: char| c.is_alphanumeric()) { ": " } else { " " });
        }
        text.push_str(&part.text);
    }
    // An element that holds more than the headline gives only the line.
    if node == line.block && heading(scene.page, node) == 0 { Some((node, line.text.clone())) } else { Some((node, text)) }
}
