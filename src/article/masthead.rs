//! Headline, standfirst, byline, date, site and language: the page's claims held against what it shows.

use super::about::About;
use super::scene::Scene;
use super::{Article, Headline, byline, headline};
use crate::page::address::host;
use crate::page::{NodeId, Page};
use crate::text::{Lang, Languages};

/// Words from which a paragraph is where the text begins; before it stand kickers and subheads.
const BEGINS: usize = 12;

/// Fills in what stands around the body.
pub fn find(scene: &Scene, about: &About, languages: &Languages, article: &mut Article) {
    let first = article.paragraphs.iter().find(|p| p.words >= BEGINS).or(article.paragraphs.first());
    let begins = first.and_then(|p| scene.lines.iter().position(|l| l.block == p.node && l.text == p.text));
    let line = headline::line(scene, begins);
    article.headline = line
        .and_then(|l| headline::shown(scene, l))
        .map(|(node, text)| Headline { node: Some(node), text })
        .or_else(|| about.headlines.first().map(|h| Headline { node: None, text: h.clone() }));
    article.byline = byline::find(scene, about, line, begins);
    article.published = about.published.iter().find_map(|p| iso(p)).or_else(|| time_element(scene.page));
    article.site = about.site.clone().or_else(|| host(&scene.page.url));
    article.lang = lang(about, article, languages);
    article.standfirst = about.description.clone();
}

fn iso(written: &str) -> Option<String> {
    let b = written.as_bytes();
    let digit = |i: usize| b.get(i).is_some_and(u8::is_ascii_digit);
    let ok = (0..4).all(digit) && b.get(4) == Some(&b'-') && digit(5) && digit(6) && b.get(7) == Some(&b'-') && digit(8) && digit(9);
    ok.then(|| written.to_owned())
}

fn time_element(page: &Page) -> Option<String> {
    let published = |id: &NodeId| page.attribute(*id, "itemprop") == Some("datePublished");
    let marked =
        page.ids().filter(published).find_map(|id| page.attribute(id, "datetime").or_else(|| page.attribute(id, "content")).and_then(iso));
    marked.or_else(|| page.ids().filter(|&id| page.tag(id) == "time").find_map(|id| page.attribute(id, "datetime").and_then(iso)))
}

/// Languages so alike that the page's own word decides between them.
const ALIKE: &[&[&str]] = &[
    &["da", "no", "sv"],
    &["hr", "sr", "bs", "sl"],
    &["cs", "sk"],
    &["id", "ms"],
    &["zu", "xh", "ss", "nr", "st", "tn"],
    &["es", "ca", "gl", "pt"],
    &["ru", "uk", "be", "bg", "mk"],
    &["nl", "af"],
    &["ar", "fa", "ur"],
    &["hi", "mr", "ne"],
    &["de", "lb"],
];

fn lang(about: &About, article: &Article, languages: &Languages) -> Option<String> {
    let mut sample = String::new();
    for p in article.paragraphs.iter().take(20) {
        sample.push_str(&p.text);
        sample.push('\n');
    }
    let detected = languages.detect(&sample);
    let declared = about.lang.clone().filter(|l| Lang::new(l) != Lang::UNKNOWN);
    match (declared, detected) {
        (Some(declared), Some(detected)) => {
            let said = Lang::new(&declared);
            let alike = ALIKE.iter().any(|group| said.is_one_of(group) && detected.is_one_of(group));
            if said == detected || alike { Some(declared) } else { Some(detected.as_str().to_owned()) }
        }
        (None, Some(detected)) => Some(detected.as_str().to_owned()),
        (declared, None) => declared,
    }
}
