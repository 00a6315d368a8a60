//! The blocks that the reader picks: from a click to the smallest sensible block, and from the shapes kept for the site to the blocks
//! of this page. The article is safe from a shape, not from a click.

use crate::clutter::frames;
use crate::page::fingerprint::Fingerprint;
use crate::page::{NodeId, Page};
use crate::report::{Own, Report};
use crate::settings::{Settings, State};

/// Elements that hold several things; what a reader calls a block is mostly one of them.
const HOLDERS: &[&str] = &[
    "aside",
    "blockquote",
    "details",
    "dialog",
    "div",
    "fieldset",
    "figure",
    "footer",
    "form",
    "header",
    "iframe",
    "nav",
    "ol",
    "section",
    "table",
    "ul",
    "video",
];
/// A shape that takes more than this part of the article's words is one of its text, not of a block beside it.
const MOST_OF_ARTICLE: usize = 5;
/// Nor is an element with more than this part of the page's texts a block in it.
const MOST_OF_PAGE: usize = 2;
/// Characters of a block that are told.
const QUOTE: usize = 80;

/// The block that the reader means by an element: the nearest one that holds things, or else the outermost one inside what must stay,
/// with the frame that it alone fills.
pub fn pick(report: &Report, page: &Page, number: u32) -> Option<Own> {
    let start = page.by_number(number)?;
    let mut block = None;
    for node in std::iter::once(start).chain(page.ancestors(start)) {
        if must_stay(report, page, node) {
            break;
        }
        block = Some(node);
        if HOLDERS.contains(&page.tag(node)) || page.tag(node).contains('-') {
            break;
        }
    }
    let node = frames::around(page, block?);
    let shape = Fingerprint::of(page, node);
    let known = report.host.is_some() && !page.is_inline(node) && places(report, page, &shape).contains(&node);
    Some(own(page, node, known.then_some(shape)))
}

/// Finds the blocks of the shapes kept for the site, and those picked on this page, in the page and in what came late.
pub fn find(report: &mut Report, pages: &[Page], settings: &Settings, state: &State) {
    let mut found: Vec<Own> = Vec::new();
    let mut add = |new: Own| {
        if found.iter().all(|o| o.node != new.node) {
            found.push(new);
        }
    };
    for page in pages {
        for shape in settings.blocks_on(report.host.as_deref()) {
            for node in places(report, page, shape) {
                add(own(page, node, Some(shape.clone())));
            }
        }
        for node in state.picked.iter().filter_map(|&n| page.by_number(n)).filter(|&n| !page.is_context(n)) {
            add(own(page, node, None));
        }
    }
    report.own = found;
}

/// Elements of a shape, unless one of them must stay or they hold much of the article. What is known by its place alone, the third
/// paragraph say, must not hold any of it: on another page that place is another text.
fn places(report: &Report, page: &Page, shape: &Fingerprint) -> Vec<NodeId> {
    let nodes = shape.find(page);
    let held: usize = nodes.iter().map(|&n| article_words(report, page, n)).sum();
    let too_much = if shape.goes_by_place() { held > 0 } else { held * MOST_OF_ARTICLE > report.article.words };
    if too_much || nodes.iter().any(|&n| must_stay(report, page, n)) { Vec::new() } else { nodes }
}

fn article_words(report: &Report, page: &Page, node: NodeId) -> usize {
    report
        .article
        .paragraphs
        .iter()
        .filter(|(n, _)| page.by_number(*n).is_some_and(|p| page.contains(node, p)))
        .map(|(_, words)| words)
        .sum()
}

/// The page itself, what holds the article or its headline, and any element with much of the article or of the page in it.
fn must_stay(report: &Report, page: &Page, node: NodeId) -> bool {
    let holds = |number: u32| page.by_number(number).is_some_and(|n| page.contains(node, n));
    matches!(page.tag(node), "html" | "head" | "body" | "main")
        || page.is_context(node)
        || report.article.nodes.iter().any(|&n| holds(n))
        || report.headline.as_ref().and_then(|h| h.node).is_some_and(holds)
        || (HOLDERS.contains(&page.tag(node)) && article_words(report, page, node) * MOST_OF_ARTICLE > report.article.words.max(1))
        || (!page.fragment && page.runs(node).len() * MOST_OF_PAGE > page.runs(NodeId(0)).len())
}

fn own(page: &Page, node: NodeId, shape: Option<Fingerprint>) -> Own {
    let text = page.text(node);
    let mut quote: String = text.chars().take(QUOTE).collect();
    if quote.len() < text.len() {
        quote = quote.trim_end().to_owned() + "…";
    }
    Own { node: page.number(node), quote, shape }
}

#[cfg(test)]
#[cfg(feature = "html")]
mod tests {
    use super::*;
    use crate::Engine;
    use crate::page::html;
    use crate::settings::OwnBlock;

    /// A story with a box in it, a line inside a wrapper of its own, and a rail beside it.
    fn page() -> Page {
        let text = "The harbour board met on Tuesday to settle how the ferry will be paid for in the coming winter season. ";
        let paragraphs: String = (0..12).map(|_| format!("<p class=text>{text}{text}</p>")).collect();
        html::read(
            &format!(
                "<html lang=en><head><title>Board settles ferry</title></head><body><main><article><h1>Board settles ferry</h1><div class=body>{paragraphs}<div class=slot><div class=box><p>Weather <b>today</b>: mild</p><p>Wind: low</p></div></div></div></article><aside class=rail><h2>Elsewhere</h2><ul><li>One<li>Two</ul></aside></main></body></html>"
            ),
            "https://news.example/ferry",
        )
    }

    fn number(page: &Page, tag: &str, class: &str) -> u32 {
        page.number(page.ids().find(|&n| page.tag(n) == tag && page.attribute(n, "class").unwrap_or("") == class).unwrap())
    }

    fn report(page: &Page) -> Report {
        Engine::built_in().unwrap().report(page, &[])
    }

    #[test]
    fn a_click_on_a_word_hides_the_box_around_it_with_its_frame() {
        let page = page();
        let own = pick(&report(&page), &page, number(&page, "b", "")).unwrap();
        assert_eq!(own.node, number(&page, "div", "slot"));
        assert!(own.shape.is_some() && own.quote.starts_with("Weather today"));
    }

    #[test]
    fn a_click_on_a_paragraph_hides_that_one_here_and_no_other_anywhere() {
        let page = page();
        let own = pick(&report(&page), &page, number(&page, "p", "text")).unwrap();
        assert_eq!((own.node, own.shape), (number(&page, "p", "text"), None));
        let bare = html::read(&(0..12).map(|i| format!("<p>The board met for the {i}th time to settle how the ferry is paid for in the winter, and the quay was full of people who wanted to hear of it.")).fold("<main><article><h1>Board settles ferry</h1><div>".to_owned(), |all, p| all + &p), "https://news.example/ferry");
        let third = bare.ids().filter(|&n| bare.tag(n) == "p").nth(2).unwrap();
        let own = pick(&report(&bare), &bare, bare.number(third)).unwrap();
        assert_eq!((own.node, own.shape), (bare.number(third), None), "known by its place alone");
    }

    #[test]
    fn what_holds_the_article_is_not_picked() {
        let page = page();
        let report = report(&page);
        for (tag, class) in [("div", "body"), ("article", ""), ("main", ""), ("body", ""), ("h1", "")] {
            assert_eq!(pick(&report, &page, number(&page, tag, class)), None, "{tag}");
        }
    }

    #[test]
    fn a_block_is_found_on_another_page_of_the_site_and_on_no_other_site() {
        let page = page();
        let own = pick(&report(&page), &page, number(&page, "aside", "rail")).unwrap();
        let mut settings = Settings::default();
        for host in ["news.example", "other.example"] {
            settings.add_block(OwnBlock { host: host.into(), block: own.shape.clone().unwrap() });
        }
        let mut known = report(&page);
        find(&mut known, std::slice::from_ref(&page), &settings, &State::default());
        assert_eq!(known.own, [own]);
        settings.blocks.retain(|b| b.host == "other.example");
        find(&mut known, std::slice::from_ref(&page), &settings, &State::default());
        assert!(known.own.is_empty());
    }

    #[test]
    fn a_shape_never_takes_the_text_of_the_article() {
        let page = page();
        let text = page.by_number(number(&page, "p", "text")).unwrap();
        let mut settings = Settings::default();
        settings.add_block(OwnBlock { host: "news.example".into(), block: Fingerprint::of(&page, text) });
        let mut known = report(&page);
        find(&mut known, std::slice::from_ref(&page), &settings, &State::default());
        assert!(known.own.is_empty());
    }
}
