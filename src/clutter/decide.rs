//! From evidence to blocks: judge every candidate, grow each appeal to the outermost element that holds only it, veto last.

use super::evidence::{Count, Evidence, Region};
use super::features::{self, WIDTH};
use super::phrases::Class;
use super::{Block, Category, Findings, Link, Model, candidate, explain, other, plain, veto};
use crate::article::{Article, Kind};
use crate::model::probability;
use crate::page::address::resolve;
use crate::page::{NodeId, Page, Position};

/// Probability from which a letter or a plea for money is hidden. This and the next two are from cross-validated figures; the curve of
/// all kinds together is in `docs/clutter-curve.svg`.
const SURE: f32 = 0.55;
/// The same for a whole request for a subscription or an app that stands in no menu, head or foot of the page, and for everything else
/// that speaks of either: the story, shops and lists speak of both too.
const SURE_OF_REQUEST: f32 = 0.65;
const SURE_OF_SALE: f32 = 0.72;
/// Probability from which an element is a part of an appeal.
const PART: f32 = 0.2;
/// What the whole by itself weighs beside its parts: it knows what stands between them.
const OWN: f32 = 0.3;
/// Probability from which the reader is asked.
pub const MAYBE: f32 = 0.35;
/// Probability from which the parent of an appeal is still the same appeal.
const WHOLE: f32 = 0.5;
/// Links to other stories that the parent of an appeal may not add.
const OTHER_STORIES: f32 = 2.0;
/// What an overlay or a bar adds to the log-odds of an appeal; there is no layout in the corpus to learn it from. It takes a block
/// that is as likely as not (0.5) over the threshold of every kind, and does nothing for one without words that speak for it.
const OVER_THE_PAGE: f32 = 1.0;
/// Share of the viewport from which something fixed is an overlay.
const OVERLAY: f32 = 0.3;

/// Probability from which a part of the story that makes a whole request is hidden: a story about newsletters or donations speaks like
/// an appeal.
const SURE_IN_STORY: f32 = 0.72;

/// Probability from which a block of a kind is hidden where it stands.
fn sure_enough(page: &Page, evidence: &Evidence, id: NodeId, category: Category) -> f32 {
    let in_menu = || [Region::Header, Region::Nav, Region::Footer].iter().any(|&r| evidence.place.is_in(id, r));
    match category {
        Category::Newsletter | Category::Donation => SURE,
        _ if evidence.sums(page, id).phrases(Class::Plea as usize) > 0.0 && !in_menu() => SURE_OF_REQUEST,
        _ => SURE_OF_SALE,
    }
}

/// Finds the blocks of a page.
pub fn find(page: &Page, article: &Article, model: &Model) -> Findings {
    let evidence = Evidence::of(page, article, &model.phrases, &model.addresses, &model.names);
    // In the order of the nodes.
    let values: Vec<(NodeId, [f32; WIDTH])> = (page.ids().filter(|&id| candidate::is_candidate(page, &evidence, id)))
        .map(|id| (id, features::values(page, &evidence, id)))
        .collect();
    let values_of = |id: NodeId| values.binary_search_by_key(&id, |(n, _)| *n).ok().and_then(|i| values.get(i)).map(|(_, v)| v);
    let stories = |n: NodeId| evidence.sums(page, n).of(Count::StoryLinks);
    // A story about giving speaks as a plea does.
    let certain = |id: NodeId, own: &[f32; WIDTH]| plain::is_teaser(own) && !veto::is_story(page, &evidence, id);
    let sures: Vec<f32> = (values.iter())
        .map(|(id, own)| lift(if certain(*id, own) { plain::CERTAIN } else { model.judge.appeal(own) }, page, *id))
        .collect();
    let mut parts: Vec<(NodeId, f32, NodeId)> = Vec::new();
    for (&(id, ref own), &sure) in values.iter().zip(&sures) {
        if sure < PART || veto::is_vetoed(page, article, &evidence, id) || veto::is_other_business(page, &evidence, id) {
            continue;
        }
        let mut whole = id;
        let mut inner = own;
        while let Some((outer, of_outer)) = page.ancestors(whole).find_map(|a| values_of(a).map(|v| (a, v))) {
            if model.judge.whole(inner, of_outer) < WHOLE
                || stories(outer) - stories(whole) >= OTHER_STORIES
                || veto::is_vetoed(page, article, &evidence, outer)
                || veto::is_other_business(page, &evidence, outer)
            {
                break;
            }
            (whole, inner) = (outer, of_outer);
        }
        parts.push((id, sure, whole));
    }
    // What holds a surer appeal beside other stories holds more than the appeal.
    let mixes = |&(id, sure, _): &(NodeId, f32, NodeId)| {
        parts.iter().any(|&(_, surer, whole)| {
            surer >= sure && whole > id && page.contains(id, whole) && stories(id) - stories(whole) >= OTHER_STORIES
        })
    };
    let own = |id: NodeId| values.binary_search_by_key(&id, |(n, _)| *n).ok().and_then(|i| sures.get(i)).copied().unwrap_or(MAYBE);
    let wholes = weigh(parts.iter().filter(|p| !mixes(p)).copied(), own);
    let mut findings = Findings::default();
    let mut hidden_to = NodeId(0);
    let mut doubtful: Vec<(NodeId, Category, f32)> = Vec::new();
    for &(node, sure) in &wholes {
        let category = values_of(node).map_or(Category::Newsletter, |v| model.judge.kind(v));
        let told = veto::is_story(page, &evidence, node) && !veto::asks(page, &evidence, node, sure >= SURE_IN_STORY);
        if told || sure < sure_enough(page, &evidence, node, category) {
            doubtful.push((node, category, sure));
        } else if node >= hidden_to {
            hidden_to = page.end(node);
            findings.blocks.push(block(page, &evidence, model, node, category, sure));
        }
    }
    let mut asked_to = NodeId(0);
    for (node, category, sure) in doubtful.into_iter().filter(|d| d.2 >= MAYBE) {
        let hidden = findings.blocks.iter().any(|b| page.contains(b.node, node) || page.contains(node, b.node));
        if !hidden && node >= asked_to {
            asked_to = page.end(node);
            findings.maybe.push(block(page, &evidence, model, node, category, sure));
        }
    }
    findings.support = support(page, &evidence, model, &findings.blocks);
    for (node, category) in other::find(page, article, &evidence) {
        let taken = findings.blocks.iter().any(|b| page.contains(b.node, node) || page.contains(node, b.node));
        if !taken {
            findings.blocks.push(block(page, &evidence, model, node, category, other::CONFIDENCE));
        }
    }
    crate::order::sort_by(&mut findings.blocks, |a, b| a.node.cmp(&b.node));
    only_where_a_story_is(page, article, &mut findings);
    findings
}

/// How sure each whole is, in the order of the nodes: the odds of its parts added up, and a share of what it is by itself. One part that
/// looks like an appeal may be a chance; a heading, a line and a button that all do are none.
fn weigh(parts: impl Iterator<Item = (NodeId, f32, NodeId)>, own: impl Fn(NodeId) -> f32) -> Vec<(NodeId, f32)> {
    let mut wholes: Vec<(NodeId, f32)> = parts.map(|(_, sure, whole)| (whole, odds(sure))).collect();
    crate::order::sort_by(&mut wholes, |a, b| a.0.cmp(&b.0));
    wholes.dedup_by(|next, kept| {
        let same = next.0 == kept.0;
        kept.1 += if same { next.1 } else { 0.0 };
        same
    });
    for (whole, sure) in &mut wholes {
        *sure = probability((1.0 - OWN) * sure.ln() + OWN * odds(own(*whole)).ln());
    }
    wholes
}

/// A list of stories or a shop is not a story: nothing is hidden there, but the reader may ask.
fn only_where_a_story_is(page: &Page, article: &Article, findings: &mut Findings) {
    if page.fragment || article.kind == Kind::Article {
        return;
    }
    let (nags, rest): (Vec<Block>, Vec<Block>) = std::mem::take(&mut findings.blocks).into_iter().partition(|b| b.category.is_nag());
    findings.blocks = rest;
    findings.maybe.extend(nags);
    crate::order::sort_by(&mut findings.maybe, |a, b| a.node.cmp(&b.node));
}

fn odds(sure: f32) -> f32 {
    let sure = sure.clamp(1e-4, 1.0 - 1e-4);
    sure / (1.0 - sure)
}

/// Layout only adds, and only to what the words already make possible.
fn lift(sure: f32, page: &Page, id: NodeId) -> f32 {
    let over = std::iter::once(id).chain(page.ancestors(id)).take(4).any(|n| page.layout(n).is_some_and(|l| l.position != Position::Flow));
    if !over || sure < MAYBE {
        return sure;
    }
    probability(odds(sure).ln() + OVER_THE_PAGE)
}

fn block(page: &Page, evidence: &Evidence, model: &Model, node: NodeId, category: Category, confidence: f32) -> Block {
    let overlay = page.subtree(node).take(12).any(|n| {
        page.tag(n) == "dialog"
            || page.attribute(n, "aria-modal") == Some("true")
            || page.layout(n).is_some_and(|l| l.position == Position::Fixed && l.cover >= OVERLAY)
    });
    Block {
        node,
        category,
        confidence,
        clues: explain::clues(page, evidence, &model.addresses, node, category),
        quote: explain::quote(page, node),
        overlay,
    }
}

/// The publisher's own link to support it, from the surest plea that carries one.
fn support(page: &Page, evidence: &Evidence, model: &Model, blocks: &[Block]) -> Option<Link> {
    let base = page.url.as_str();
    let mut best: Option<(u8, Link)> = None;
    for block in blocks {
        let rank = match block.category {
            Category::Donation => 2,
            Category::Subscribe => 1,
            _ => continue,
        };
        if evidence.sums(page, block.node).of(Count::Links) < 1.0 || best.as_ref().is_some_and(|(r, _)| *r >= rank) {
            continue;
        }
        let links = || page.subtree(block.node).filter(|&n| page.tag(n) == "a");
        let signed = |n: &NodeId| {
            let mut found = super::signs::Found::default();
            model.addresses.find(page.attribute(*n, "href").unwrap_or(""), &mut found);
            found.iter().take(4).any(|f| *f)
        };
        let link = links().find(signed).or_else(|| links().find(|&n| page.attribute(n, "href").is_some_and(|h| !h.starts_with('#'))));
        let Some(link) = link else { continue };
        let Some(href) = page.attribute(link, "href").and_then(|h| resolve(base, h)) else { continue };
        if href.starts_with("mailto:") {
            continue;
        }
        best = Some((rank, Link { href, label: explain::quote(page, link) }));
    }
    best.map(|(_, link)| link)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_that_agree_are_surer_than_the_surest_of_them() {
        let sure = |parts: &[f32]| weigh(parts.iter().map(|&s| (NodeId(2), s, NodeId(1))), |_| 0.5)[0].1;
        assert!(sure(&[0.6, 0.5, 0.5]) > sure(&[0.6]));
        assert!(sure(&[0.6, 0.5, 0.5]) < sure(&[0.95]));
    }

    #[test]
    fn each_whole_has_its_own_parts_and_says_something_itself() {
        let wholes = weigh([(NodeId(5), 0.7, NodeId(4)), (NodeId(2), 0.7, NodeId(1))].into_iter(), |n| if n.0 == 1 { 0.9 } else { 0.1 });
        assert_eq!(wholes.iter().map(|w| w.0).collect::<Vec<_>>(), [NodeId(1), NodeId(4)]);
        assert!(wholes[0].1 > 0.7 && wholes[1].1 < 0.7);
    }
}
