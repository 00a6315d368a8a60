//! Headline, standfirst, byline, date, site and language: the page's claims held against what it shows.

use super::about::About;
use super::lines::Line;
use super::{Article, Headline, claims};
use crate::page::address::host;
use crate::page::{NodeId, Page};
use crate::text::{self, Lang};

/// Fills in what stands around the body.
pub fn find(page: &Page, lines: &[Line], about: &About, article: &mut Article) {
    article.headline = headline(page, lines, about, article.nodes.first().copied());
    article.byline = (!about.authors.is_empty()).then(|| about.authors.join(", "));
    article.published = about.published.iter().find_map(|p| iso(p)).or_else(|| time_element(page));
    article.site = about.site.clone().or_else(|| host(&page.url));
    article.lang = lang(about, article);
    article.standfirst = about.description.clone();
}

fn headline(page: &Page, lines: &[Line], about: &About, body: Option<NodeId>) -> Option<Headline> {
    let mut best: Option<(f32, NodeId, &str)> = None;
    for line in lines {
        let level = match page.tag(line.block) {
            "h1" => 1.0,
            "h2" => 0.4,
            "h3" => 0.2,
            _ => continue,
        };
        let likeness = about.headlines.iter().map(|h| claims::likeness(h, &line.text)).fold(0.0, f32::max);
        let before = body.is_none_or(|b| line.block <= b || page.contains(b, line.block));
        let score = level + 2.0 * likeness + if before { 0.3 } else { 0.0 };
        if best.is_none_or(|(s, _, _)| score > s) {
            best = Some((score, line.block, &line.text));
        }
    }
    match best {
        Some((score, node, text)) if score >= 1.0 => Some(Headline { node: Some(node), text: text.to_owned() }),
        _ => about.headlines.first().map(|h| Headline { node: None, text: h.clone() }),
    }
}

fn iso(written: &str) -> Option<String> {
    let b = written.as_bytes();
    let digit = |i: usize| b.get(i).is_some_and(u8::is_ascii_digit);
    let ok = (0..4).all(digit) && b.get(4) == Some(&b'-') && digit(5) && digit(6) && b.get(7) == Some(&b'-') && digit(8) && digit(9);
    ok.then(|| written.to_owned())
}

fn time_element(page: &Page) -> Option<String> {
    page.ids().filter(|&id| page.tag(id) == "time").find_map(|id| page.attribute(id, "datetime").and_then(iso))
}

fn lang(about: &About, article: &Article) -> Option<String> {
    let mut sample = String::new();
    for p in article.paragraphs.iter().take(20) {
        sample.push_str(&p.text);
        sample.push('\n');
    }
    let detected = text::detect(&sample);
    let declared = about.lang.clone();
    match (declared, detected) {
        (Some(declared), Some(detected)) if Lang::new(&declared) == detected => Some(declared),
        (_, Some(detected)) => Some(detected.as_str().to_owned()),
        (declared, None) => declared,
    }
}
