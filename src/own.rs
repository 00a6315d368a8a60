//! The blocks that the reader picks: from a click to the smallest sensible block, and from the shapes kept for the site to the blocks
//! of this page. The article is safe from a shape, not from a click.

use crate::clutter::frames;
use crate::order;
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
    let story = Story::of(report, page);
    let mut block = None;
    for node in std::iter::once(start).chain(page.ancestors(start)) {
        if story.needs(node) {
            break;
        }
        block = Some(node);
        if HOLDERS.contains(&page.tag(node)) || page.tag(node).contains('-') {
            break;
        }
    }
    let node = frames::around(page, block?);
    let shape = Fingerprint::of(page, node);
    let known = report.host.is_some() && !page.is_inline(node) && story.places(&shape).contains(&node);
    Some(own(page, node, known.then_some(shape)))
}

/// Finds the blocks of the shapes kept for the site, and those picked on this page, in the page and in what came late.
pub fn find(report: &mut Report, pages: &[Page], settings: &Settings, state: &State) {
    let mut found: Vec<Own> = Vec::new();
    for page in pages {
        let story = Story::of(report, page);
        // By element: each is one block, with its shape where it was found by one.
        let mut blocks: Vec<Option<Option<&Fingerprint>>> = vec![None; page.len()];
        let mut note = |node: NodeId, shape| {
            if let Some(block) = blocks.get_mut(node.index()) {
                block.get_or_insert(shape);
            }
        };
        for shape in settings.blocks_on(report.host.as_deref()) {
            story.places(shape).into_iter().for_each(|node| note(node, Some(shape)));
        }
        let picked = state.picked.iter().filter_map(|&n| page.by_number(n)).filter(|&n| !page.is_context(n));
        picked.for_each(|node| note(node, None));
        found.extend(page.ids().zip(blocks).filter_map(|(node, shape)| Some(own(page, node, shape?.cloned()))));
    }
    // What came late may have been there before.
    if pages.len() > 1 {
        order::sort_by(&mut found, |a, b| (a.node, a.shape.is_none()).cmp(&(b.node, b.shape.is_none())));
        found.dedup_by_key(|o| o.node);
    }
    report.own = found;
}

/// What a page holds of the article that a report tells of. Sums over the elements before each: what is in an element is a difference,
/// however much of it there is.
struct Story<'a> {
    page: &'a Page,
    /// Words of the article, in all of it.
    all: usize,
    /// Words of the article's paragraphs before an element.
    words: Vec<usize>,
    /// Containers of the article and headlines before an element.
    parts: Vec<usize>,
}

impl<'a> Story<'a> {
    fn of(report: &Report, page: &'a Page) -> Story<'a> {
        let headline = report.headline.as_ref().and_then(|h| h.node);
        let room = page.len() + 1;
        let mut story = Story { page, all: report.article.words, words: Vec::with_capacity(room), parts: Vec::with_capacity(room) };
        let (mut words, mut parts) = (0, 0);
        // A text beside paragraphs counts for the element around them, which comes before them.
        let mut paragraphs = report.article.paragraphs.clone();
        order::sort(&mut paragraphs);
        for number in page.ids().map(|id| page.number(id)) {
            story.words.push(words);
            story.parts.push(parts);
            let first = paragraphs.partition_point(|(n, _)| *n < number);
            words += paragraphs.iter().skip(first).take_while(|(n, _)| *n == number).map(|(_, words)| words).sum::<usize>();
            parts += usize::from(headline == Some(number) || report.article.nodes.binary_search(&number).is_ok());
        }
        story.words.push(words);
        story.parts.push(parts);
        story
    }

    fn inside(&self, sums: &[usize], node: NodeId) -> usize {
        let at = |id: NodeId| sums.get(id.index()).copied().unwrap_or(0);
        at(self.page.end(node)) - at(node)
    }

    /// Elements of a shape, unless one of them must stay or they hold much of the article. What is known by its place alone, the third
    /// paragraph say, must not hold any of it: on another page that place is another text.
    fn places(&self, shape: &Fingerprint) -> Vec<NodeId> {
        let nodes = shape.find(self.page);
        let held: usize = nodes.iter().map(|&n| self.inside(&self.words, n)).sum();
        let too_much = if shape.goes_by_place() { held > 0 } else { held * MOST_OF_ARTICLE > self.all };
        if too_much || nodes.iter().any(|&n| self.needs(n)) { Vec::new() } else { nodes }
    }

    /// The page itself, what holds the article or its headline, and any element with much of the article or of the page in it.
    fn needs(&self, node: NodeId) -> bool {
        let page = self.page;
        matches!(page.tag(node), "html" | "head" | "body" | "main")
            || page.is_context(node)
            || self.inside(&self.parts, node) > 0
            || (HOLDERS.contains(&page.tag(node)) && self.inside(&self.words, node) * MOST_OF_ARTICLE > self.all.max(1))
            || (!page.fragment && page.runs(node).len() * MOST_OF_PAGE > page.runs(NodeId(0)).len())
    }
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
    fn each_word_of_the_article_is_counted_wherever_it_stands() {
        let text = "The harbour board met on Tuesday to settle how the ferry will be paid for in the coming winter season. ";
        let paragraphs: String = (0..6).map(|_| format!("<p>{text}{text}</p>")).collect();
        let page = html::read(
            &format!("<main><article><h1>Board settles ferry</h1><div>{paragraphs}{text}{paragraphs}</div></article></main>"),
            "",
        );
        let report = report(&page);
        assert!(!report.article.paragraphs.is_sorted(), "the text between stands in the box that is around all");
        let story = Story::of(&report, &page);
        assert_eq!(story.inside(&story.words, NodeId(0)), report.article.words);
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
