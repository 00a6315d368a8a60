//! Whether a page tells a story, lists stories, or does neither. Where it tells none nothing is hidden, so a page that might be an
//! article is one; but a front page, whose teasers read like paragraphs, is not.

use super::Kind;
use super::about::About;
use super::body::Body;
use super::places;
use super::scene::Scene;
use crate::page::address::path;

/// Words of a body that is one whatever else the page is like; below, other signs must speak for it.
const SHORT: usize = 60;
/// Fewer than this are a caption, a notice, a cookie text.
const SHORTEST: usize = 25;
/// Words from which the text alone outweighs a front page's address or a word in the page's data.
const PLENTY: usize = 250;

/// Words from which a headline is a story's; the names of sections are shorter.
const TITLE: usize = 4;

/// Weighs the signs; `headline` is how many words the headline on the page has.
pub fn kind(scene: &Scene, about: &About, body: &Body, headline: usize) -> Kind {
    let mut signs = 0.0_f32;
    let mut teasers = 0.0_f32;
    for line in &scene.lines {
        let within = body.nodes.iter().any(|&n| scene.page.contains(n, line.block));
        if within && line.linked > 0.8 && line.look.words >= 3 && scene.heading_level(line.block) > 0 {
            teasers += 1.0;
        }
    }
    let long = body.paragraphs.iter().filter(|p| p.text.chars().count() >= 80).count() as f32;
    let listed = teasers >= 4.0 && teasers >= 0.5 * long;
    let front = !scene.page.url.is_empty() && matches!(path(&scene.page.url), "" | "/");
    signs += if about.says_article { 2.0 } else { 0.0 };
    signs += if !about.published.is_empty() { 0.5 } else { 0.0 };
    signs += match headline {
        0 => 0.0,
        w if w < TITLE => 0.5,
        _ => 1.5,
    };
    let in_article = body.nodes.first().is_some_and(|&n| scene.place(n).parts & places::ARTICLE > 0);
    signs += if in_article { 0.5 } else { 0.0 };
    signs += match body.words {
        w if w < SHORTEST => -4.0,
        w if w < SHORT => -1.5,
        w if w < PLENTY => 1.0,
        _ => 2.0,
    };
    signs -= if listed { 3.0 } else { 0.0 };
    signs -= if front { 2.0 } else { 0.0 };
    signs -= if about.says_listing && !about.says_article { 1.5 } else { 0.0 };
    if signs > 0.0 {
        Kind::Article
    } else if listed || front || about.says_listing {
        Kind::Listing
    } else {
        Kind::Other
    }
}
