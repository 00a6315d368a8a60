//! What speaks for a line of text being part of the story, as the numbers that the learned trees ask for: what the line is, what
//! stands around it, and how much running text its containers hold.

use super::lines::{Frame, Line};
use crate::page::{NodeId, Page};

/// Names of the features, in the order of [`values`].
pub const NAMES: &[&str] = &[
    "words",
    "links",
    "sentence",
    "commas",
    "digits",
    "capitals",
    "tag",
    "item",
    "figure",
    "table",
    "quote",
    "within_article",
    "within_main",
    "header",
    "footer",
    "nav",
    "aside",
    "form",
    "good",
    "bad",
    "self_good",
    "self_bad",
    "deep",
    "twin",
    "hidden",
    "before_words",
    "before_links",
    "before_running",
    "after_words",
    "after_links",
    "after_running",
    "before2_running",
    "after2_running",
    "same_before",
    "same_after",
    "share1",
    "share2",
    "share3",
    "link1",
    "link2",
    "link3",
    "best",
    "best_depth",
    "in_best",
    "of_best",
    "place",
    "words_before",
    "since_headline",
    "total",
    "siblings",
    "parent_lines",
    "colon",
    "run",
    "first",
    "last",
    "list_links",
];
/// Number of features.
pub const WIDTH: usize = NAMES.len();

/// Words from which a line is running text: below are headings, captions, buttons.
const RUNNING: usize = 12;

/// Words of names that say what a part of a page is for. Weak, like all names.
const GOOD: &[&str] = &[
    "article",
    "body",
    "content",
    "entry",
    "post",
    "story",
    "text",
    "paragraph",
    "richtext",
    "articlebody",
    "main",
    "prose",
    "artikel",
    "copy",
    "page",
];
const BAD: &[&str] = &[
    "comment",
    "comments",
    "related",
    "recommend",
    "recommended",
    "share",
    "social",
    "newsletter",
    "promo",
    "ad",
    "ads",
    "advert",
    "sponsored",
    "footer",
    "nav",
    "menu",
    "sidebar",
    "widget",
    "tags",
    "tag",
    "author",
    "byline",
    "meta",
    "caption",
    "credit",
    "teaser",
    "subscribe",
    "paywall",
    "cookie",
    "modal",
    "popup",
    "breadcrumb",
    "breadcrumbs",
    "banner",
    "toolbar",
    "pagination",
    "trending",
    "date",
    "time",
    "more",
    "bio",
    "signup",
    "cta",
    "donate",
    "disclaimer",
    "copyright",
    "list",
    "feed",
    "card",
    "cards",
    "header",
    "toc",
];

const REGIONS: usize = 9;
const ARTICLE: usize = 0;
const MAIN: usize = 1;
const HEADER: usize = 2;
const FOOTER: usize = 3;
const NAV: usize = 4;
const ASIDE: usize = 5;
const FORM: usize = 6;
const FIGURE: usize = 7;
const TABLE: usize = 8;

/// What is known of each element: regions around it, good and bad names of itself and near it, text in it.
pub struct Around {
    regions: Vec<[bool; REGIONS]>,
    good: Vec<(u8, u8)>,
    bad: Vec<(u8, u8)>,
    hidden: Vec<bool>,
    /// Characters, characters in links, running words; subtree sums.
    sums: Vec<[f32; 3]>,
    scores: Vec<f32>,
    best: Option<NodeId>,
    total: f32,
}

impl Around {
    /// Looks a page over.
    pub fn of(page: &Page, lines: &[Line]) -> Around {
        let n = page.len();
        let mut regions: Vec<[bool; REGIONS]> = Vec::with_capacity(n);
        let mut good: Vec<(u8, u8)> = Vec::with_capacity(n);
        let mut bad: Vec<(u8, u8)> = Vec::with_capacity(n);
        let mut hidden = Vec::with_capacity(n);
        for id in page.ids() {
            let parent = page.parent(id).map(NodeId::index);
            let mut around = parent.and_then(|p| regions.get(p).copied()).unwrap_or_default();
            if let Some(inside) = region(page, id).and_then(|r| around.get_mut(r)) {
                *inside = true;
            }
            regions.push(around);
            let (own_good, own_bad) = names(page, id);
            // A name counts for itself and, fading, for what lies within: 4 at the element, 2 below, 1 below that.
            let fade = |list: &Vec<(u8, u8)>| parent.and_then(|p| list.get(p)).map_or(0, |&(own, near)| own.max(near / 2));
            let (near_good, near_bad) = (fade(&good), fade(&bad));
            good.push((if own_good { 8 } else { 0 }, near_good.max(if own_good { 8 } else { 0 })));
            bad.push((if own_bad { 8 } else { 0 }, near_bad.max(if own_bad { 8 } else { 0 })));
            let outer = parent.and_then(|p| hidden.get(p).copied()).unwrap_or(false);
            hidden.push(outer || is_hidden(page, id));
        }
        let mut sums = vec![[0.0_f32; 3]; n];
        for line in lines {
            if let Some(s) = sums.get_mut(line.block.index()) {
                s[0] += line.chars as f32;
                s[1] += line.link_chars as f32;
                if is_running(line) {
                    s[2] += line.words as f32;
                }
            }
        }
        let total = sums.iter().map(|s| s[2]).sum();
        for id in page.ids().rev() {
            let own = sums.get(id.index()).copied().unwrap_or_default();
            if let Some(parent) = page.parent(id).and_then(|p| sums.get_mut(p.index())) {
                for (p, o) in parent.iter_mut().zip(own) {
                    *p += o;
                }
            }
        }
        let mut around = Around { regions, good, bad, hidden, sums, scores: vec![0.0; n], best: None, total };
        around.score(page, lines);
        around
    }

    /// Scores containers by the running text directly or nearly in them, and finds the best. The idea is Readability's (A. C. Arguello
    /// and others, Arc90, 2009): a paragraph speaks for its parent, less for the parent's parent.
    fn score(&mut self, page: &Page, lines: &[Line]) {
        for line in lines.iter().filter(|l| is_running(l)) {
            let region = self.regions.get(line.block.index()).copied().unwrap_or_default();
            if region[FOOTER] || region[NAV] || region[ASIDE] || region[FORM] || self.hidden.get(line.block.index()) == Some(&true) {
                continue;
            }
            let mut share = (line.chars - line.link_chars.min(line.chars)) as f32;
            let start = if matches!(page.tag(line.block), "p" | "li" | "blockquote" | "h2" | "h3") {
                page.parent(line.block)
            } else {
                Some(line.block)
            };
            for id in start.into_iter().flat_map(|s| std::iter::once(s).chain(page.ancestors(s))).take(4) {
                if let Some(score) = self.scores.get_mut(id.index()) {
                    *score += share;
                }
                share *= 0.6;
            }
        }
        let mut best = 0.0;
        for id in page.ids() {
            let score = self.scores.get(id.index()).copied().unwrap_or(0.0);
            if score > best {
                (best, self.best) = (score, Some(id));
            }
        }
    }

    fn region(&self, id: NodeId, region: usize) -> f32 {
        f32::from(u8::from(self.regions.get(id.index()).and_then(|r| r.get(region)).copied().unwrap_or(false)))
    }

    fn sum(&self, id: Option<NodeId>) -> [f32; 3] {
        id.and_then(|i| self.sums.get(i.index())).copied().unwrap_or_default()
    }
}

fn is_running(line: &Line) -> bool {
    line.words >= RUNNING && line.link_chars * 2 < line.chars
}

fn region(page: &Page, id: NodeId) -> Option<usize> {
    Some(match page.tag(id) {
        "article" => ARTICLE,
        "main" => MAIN,
        "header" => HEADER,
        "footer" => FOOTER,
        "nav" => NAV,
        "aside" | "dialog" => ASIDE,
        "form" | "button" | "label" | "fieldset" => FORM,
        "figure" | "figcaption" => FIGURE,
        "table" => TABLE,
        _ => match page.attribute(id, "role")? {
            "main" => MAIN,
            "banner" => HEADER,
            "contentinfo" => FOOTER,
            "navigation" | "menu" => NAV,
            "complementary" | "dialog" | "alertdialog" => ASIDE,
            "article" => ARTICLE,
            _ => return None,
        },
    })
}

fn names(page: &Page, id: NodeId) -> (bool, bool) {
    let (mut good, mut bad) = (false, false);
    if matches!(page.tag(id), "html" | "body") {
        return (false, false);
    }
    for attribute in ["class", "id", "itemprop"] {
        let Some(value) = page.attribute(id, attribute) else { continue };
        for word in value.split(|c: char| !c.is_ascii_alphabetic()).filter(|w| w.len() > 1) {
            let is = |list: &[&str]| list.iter().any(|l| l.eq_ignore_ascii_case(word));
            good |= is(GOOD) || word == "articleBody";
            bad |= is(BAD);
        }
    }
    (good, bad)
}

fn is_hidden(page: &Page, id: NodeId) -> bool {
    page.has_attribute(id, "hidden")
        || page.attribute(id, "style").is_some_and(|s| s.contains("none") && s.replace(' ', "").contains("display:none"))
}

/// The values of [`NAMES`] for every line.
pub fn values(page: &Page, frame: &Frame, lines: &[Line], around: &Around, headline: Option<NodeId>) -> Vec<[f32; WIDTH]> {
    let mut twins: Vec<(&str, usize)> = lines.iter().enumerate().map(|(i, l)| (l.text.as_str(), i)).collect();
    twins.sort_unstable();
    let mut is_twin = vec![false; lines.len()];
    for pair in twins.windows(2) {
        if let [(a, i), (b, j)] = pair
            && a == b
            && a.len() > 20
        {
            for k in [i, j] {
                if let Some(t) = is_twin.get_mut(*k) {
                    *t = true;
                }
            }
        }
    }
    let all: f32 = lines.iter().map(|l| l.words as f32).sum::<f32>().max(1.0);
    let best = around.best;
    let best_sum = around.sum(best)[2].max(1.0);
    let best_score = best.and_then(|b| around.scores.get(b.index())).copied().unwrap_or(1.0).max(1.0);
    let mut words_before = 0.0;
    let mut out = Vec::with_capacity(lines.len());
    let empty = [0.0, 0.0, 0.0];
    let near = |i: Option<usize>| -> [f32; 3] {
        i.and_then(|i| lines.get(i)).map_or(empty, |l| [l.words as f32, l.link_share(), f32::from(u8::from(is_running(l)))])
    };
    let since = headline.and_then(|h| lines.iter().position(|l| l.block == h || page.contains(h, l.block)));
    for (i, line) in lines.iter().enumerate() {
        let block = line.block;
        let yes = |b: bool| f32::from(u8::from(b));
        let p1 = page.parent(block);
        let p2 = p1.and_then(|p| page.parent(p));
        let p3 = p2.and_then(|p| page.parent(p));
        let (s1, s2, s3) = (around.sum(p1), around.sum(p2), around.sum(p3));
        let total = around.total.max(1.0);
        let link = |s: [f32; 3]| if s[0] > 0.0 { s[1] / s[0] } else { 0.0 };
        let (before, after) = (near(i.checked_sub(1)), near(Some(i + 1)));
        let (before2, after2) = (near(i.checked_sub(2)), near(Some(i + 2)));
        let same = |j: Option<usize>| {
            j.and_then(|j| lines.get(j)).is_some_and(|l| page.parent(l.block) == p1 && page.tag(l.block) == page.tag(block))
        };
        let chars = line.chars.max(1) as f32;
        let count = |f: fn(char) -> bool| line.text.chars().filter(|&c| f(c)).count() as f32;
        let commas = line.text.chars().filter(|c| matches!(c, ',' | '、' | '，' | '،' | ';')).count() as f32;
        let end = line.text.trim_end_matches(['"', '”', '’', '»', '«', '“', ')', '」', '\'']).chars().next_back();
        let sentence = end.is_some_and(|c| matches!(c, '.' | '!' | '?' | '…' | '。' | '！' | '？' | '।' | '؟' | '．'));
        let best_score_here = std::iter::once(block)
            .chain(page.ancestors(block))
            .take(4)
            .filter_map(|a| around.scores.get(a.index()))
            .fold(0.0_f32, |m, s| m.max(*s));
        let in_best = best.is_some_and(|b| page.contains(b, block));
        let mut run = 0;
        while run < 8 && same(i.checked_sub(run + 1)) {
            run += 1;
        }
        let good = around.good.get(block.index()).copied().unwrap_or_default();
        let bad = around.bad.get(block.index()).copied().unwrap_or_default();
        out.push([
            line.words as f32,
            line.link_share(),
            yes(sentence),
            commas,
            count(|c| c.is_ascii_digit()) / chars,
            count(char::is_uppercase) / chars,
            tag(page.tag(block)),
            yes(within(page, block, &["li", "dd", "dt"], 3)),
            around.region(block, FIGURE),
            around.region(block, TABLE),
            yes(within(page, block, &["blockquote"], 3)),
            around.region(block, ARTICLE),
            around.region(block, MAIN),
            around.region(block, HEADER),
            around.region(block, FOOTER),
            around.region(block, NAV),
            around.region(block, ASIDE),
            around.region(block, FORM),
            f32::from(good.1),
            f32::from(bad.1),
            f32::from(good.0),
            f32::from(bad.0),
            page.depth(block) as f32,
            yes(is_twin.get(i).copied().unwrap_or(false)),
            yes(around.hidden.get(block.index()).copied().unwrap_or(false)),
            before[0],
            before[1],
            before[2],
            after[0],
            after[1],
            after[2],
            before2[2],
            after2[2],
            yes(same(i.checked_sub(1))),
            yes(same(Some(i + 1))),
            s1[2] / total,
            s2[2] / total,
            s3[2] / total,
            link(s1),
            link(s2),
            link(s3),
            best_score_here / best_score,
            best.map_or(0.0, |b| page.depth(block) as f32 - page.depth(b) as f32),
            yes(in_best),
            s1[2] / best_sum,
            i as f32 / lines.len() as f32,
            words_before / all,
            since.map_or(-50.0, |s| (i as f32 - s as f32).clamp(-50.0, 200.0)),
            around.total,
            p1.map_or(0.0, |p| page.children(p).take(60).count() as f32),
            around.sum(Some(block))[0] / chars,
            yes(line.text.ends_with(':') || line.text.ends_with('：')),
            run as f32,
            yes(best
                .is_some_and(|b| in_best && !lines.get(..i).unwrap_or_default().iter().rev().take(1).any(|l| page.contains(b, l.block)))),
            yes(best.is_some_and(|b| in_best && !lines.get(i + 1).is_some_and(|l| page.contains(b, l.block)))),
            list_links(page, frame, block),
        ]);
        words_before += line.words as f32;
    }
    out
}

/// A block's name as a number: the order means nothing to trees that can cut twice.
fn tag(name: &str) -> f32 {
    match name {
        "p" => 0.0,
        "h1" => 1.0,
        "h2" => 2.0,
        "h3" | "h4" => 3.0,
        "h5" | "h6" => 4.0,
        "li" => 5.0,
        "blockquote" => 6.0,
        "td" | "th" => 7.0,
        "div" => 8.0,
        "section" | "article" | "main" => 9.0,
        "pre" => 10.0,
        "figcaption" => 11.0,
        "button" => 12.0,
        _ => 13.0,
    }
}

fn within(page: &Page, block: NodeId, tags: &[&str], up: usize) -> bool {
    std::iter::once(block).chain(page.ancestors(block)).take(up).any(|a| tags.contains(&page.tag(a)))
}

/// Share of the items of the list around that are nothing but a link: a menu rather than an enumeration.
fn list_links(page: &Page, frame: &Frame, block: NodeId) -> f32 {
    let Some(list) = std::iter::once(block).chain(page.ancestors(block)).take(4).find(|&a| matches!(page.tag(a), "ul" | "ol")) else {
        return 0.0;
    };
    let (mut items, mut linked) = (0.0_f32, 0.0);
    for item in page.children(list).take(30) {
        items += 1.0;
        let runs = page.runs(item);
        let plain = runs
            .iter()
            .filter(|r| !page.run_text(r).trim().is_empty())
            .any(|r| !frame.in_link.get(r.parent.index()).copied().unwrap_or(false));
        linked += f32::from(u8::from(!plain));
    }
    linked / items.max(1.0)
}
