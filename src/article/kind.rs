//! Whether a page tells a story, lists stories, or does neither. Where it tells none nothing is hidden, so that a shop, a forum, a
//! manual or a front page, whose texts read like paragraphs too, stays as it is.

use super::about::About;
use super::body::Body;
use super::lines::Line;
use super::names;
use super::places;
use super::scene::Scene;
use super::{Article, Kind, ParagraphKind};
use crate::page::Page;
use crate::page::address::path;
use crate::text;

/// Words of a body that is one whatever else the page is like; below, other signs must speak for it.
const SHORT: usize = 60;
/// Fewer than this are a caption, a notice, a cookie text.
const SHORTEST: usize = 25;
/// Words from which the text alone outweighs a front page's address or a word in the page's data.
const PLENTY: usize = 250;
/// Words from which a headline is a story's; the names of sections are shorter.
const TITLE: usize = 4;
/// Share of a body's paragraphs that are code from which a page that nobody signed or dated is a manual, not an essay.
const CODE: f32 = 0.2;
/// Share of a body that stands in elements named after comments from which the page is a thread.
const TALK: f32 = 0.8;
/// `article` elements that stand side by side and share the body from which they are posts of a thread or a feed: with two, the second may
/// be a teaser that was taken along.
const POSTS: usize = 3;

/// Weighs the signs. By the 371 labelled pages all but a few articles say that they are one, or when or by whom they were written.
pub fn kind(scene: &Scene, about: &About, body: &Body, article: &Article) -> Kind {
    let written = about.says_article || article.published.is_some() || article.byline.is_some();
    let front = !scene.page.url.is_empty() && matches!(path(&scene.page.url), "" | "/");
    let listed = lists(scene, body);
    let mut signs = match body.words {
        w if w < SHORTEST => -4.0,
        w if w < SHORT => -1.5,
        w if w < PLENTY => 1.0,
        _ => 2.0,
    };
    signs += match article.headline.as_ref().filter(|h| h.node.is_some()).map_or(0, |h| text::count(&h.text)) {
        0 => 0.0,
        w if w < TITLE => 0.5,
        _ => 1.5,
    };
    let mut sign = |there: bool, weight: f32| signs += if there { weight } else { 0.0 };
    sign(about.says_article, 2.0);
    sign(!about.published.is_empty(), 0.5);
    let in_article = body.nodes.first().is_some_and(|&n| scene.place(n).parts & places::ARTICLE > 0);
    sign(in_article, 0.5);
    sign(!written, if in_article { -1.0 } else { -2.5 });
    sign(!written && code(body) > CODE, -3.5);
    sign(listed, -3.0);
    sign(front, -2.0);
    sign(!about.says_article && about.says_listing, -1.5);
    sign(!about.says_article && about.says_other, -5.0);
    sign(!about.says_article && (talk(scene, body) > TALK || posts(scene, body) >= POSTS), -4.0);
    sign(body.words < PLENTY && asks_for_a_password(scene.page), -3.0);
    if signs > 0.0 {
        Kind::Article
    } else if listed || front || about.says_listing {
        Kind::Listing
    } else {
        Kind::Other
    }
}

/// Whether the body is made of teasers: headings that are links, nearly as many as paragraphs.
fn lists(scene: &Scene, body: &Body) -> bool {
    let linked = |l: &&Line| l.linked > 0.8 && l.look.words >= 3;
    let teaser = |l: &&Line| linked(l) && l.heading > 0 && body.holds(scene.page, l.block);
    let teasers = scene.lines.iter().filter(teaser).count();
    let long = body.paragraphs.iter().filter(|p| p.text.chars().count() >= 80).count();
    teasers >= 4 && 2 * teasers >= long
}

/// The share of the body's paragraphs that is code.
fn code(body: &Body) -> f32 {
    let code = body.paragraphs.iter().filter(|p| p.kind == ParagraphKind::Preformatted).count();
    code as f32 / body.paragraphs.len().max(1) as f32
}

/// The share of the body that is what people say to each other.
fn talk(scene: &Scene, body: &Body) -> f32 {
    let said = body.paragraphs.iter().filter(|p| scene.place(p.node).all & names::COMMENT > 0);
    said.map(|p| p.words).sum::<usize>() as f32 / body.words.max(1) as f32
}

/// The number of `article` elements, none in another, that the body's paragraphs stand in.
fn posts(scene: &Scene, body: &Body) -> usize {
    let mut articles: Vec<_> = body.paragraphs.iter().filter_map(|p| scene.outermost_article(p.node)).collect();
    articles.dedup();
    articles.len()
}

fn asks_for_a_password(page: &Page) -> bool {
    page.ids().any(|id| page.tag(id) == "input" && page.attribute(id, "type").is_some_and(|t| t.eq_ignore_ascii_case("password")))
}
