//! What holds for any input, whoever made it. The fuzz targets and `tests/random.rs` claim the same; a broken claim panics.

use lede::Engine;
use lede::article::Kind;
use lede::page::{NodeId, Page, html, snapshot};
use lede::settings::{Settings, State};
use lede::text::{Lang, Lexicon, sentences};
use lede::view::Answer;

/// The languages that the first byte of a text chooses from: all ways of ending a sentence.
const LANGUAGES: [&str; 12] = ["en", "de", "fr", "es", "ru", "ja", "zh", "th", "hi", "ar", "el", "und"];

/// A snapshot is read or refused, and what is read is a tree.
pub fn snapshot_is_a_tree(text: &str) {
    if let Ok(page) = snapshot::read(text) {
        is_a_tree(&page);
    }
}

/// Any text is a page, and the page is a tree.
pub fn html_is_a_tree(text: &str) {
    is_a_tree(&html::read(text, "https://news.example/a"));
}

/// The whole way from a page to what the reader sees: a snapshot where the text is one, else HTML.
pub fn analysis_keeps_its_promises(engine: &Engine, text: &str) {
    let page = snapshot::read(text).unwrap_or_else(|_| html::read(text, "https://news.example/a"));
    let (article, findings) = engine.read(&page);
    for block in findings.blocks.iter().filter(|block| block.category.is_nag()) {
        let holds = |node: NodeId| page.contains(block.node, node);
        assert!(!article.nodes.iter().any(|&node| holds(node)), "a hidden block holds the story");
        assert!(!article.headline.as_ref().and_then(|h| h.node).is_some_and(holds), "a hidden block holds the headline");
        assert!(!page.is_context(block.node), "an ancestor shown for place is hidden");
        for inner in page.subtree(block.node) {
            assert!(!["html", "head", "body", "main"].contains(&page.tag(inner)), "a hidden block holds <{}>", page.tag(inner));
            let asks = page.tag(inner) == "input" && page.attribute(inner, "type") == Some("password");
            assert!(!asks, "a hidden block asks for a password");
        }
    }
    let report = engine.report(&page, &[]);
    assert!(report.article.nodes.is_sorted(), "the story's containers are not in the order of the document");
    let answer = Answer::new(&report, State::default(), &Settings::default(), false);
    // A fragment is part of a page that has its kind already.
    assert!(report.kind == Kind::Article || page.fragment || answer.hide.is_empty(), "something is hidden on a page that is no article");
    for &number in &answer.hide {
        assert!(page.by_number(number).is_some(), "{number} is hidden and is no element of the page");
    }
    let places = report.summaries.iter().flat_map(|s| &s.sentences).chain(report.quotes.iter().map(|q| &q.sentence));
    for sentence in places.chain(report.facts.iter().map(|f| &f.sentence)) {
        assert!(page.by_number(sentence.node).is_some(), "a sentence stands in no element of the page");
        assert!(!sentence.text.trim().is_empty(), "a sentence says nothing");
    }
}

/// Sentences are parts of the text, in order, apart from each other, and hold all of it but white space.
pub fn sentences_hold_the_text(lexicon: &Lexicon, text: &str) {
    let language = LANGUAGES[text.bytes().next().unwrap_or(0) as usize % LANGUAGES.len()];
    let mut end = 0;
    for range in sentences(text, lexicon.language(Lang::new(language))) {
        assert!(end <= range.start && range.start < range.end, "sentences overlap or are empty");
        assert!(text[end..range.start].trim().is_empty(), "text between two sentences is lost");
        end = range.end;
    }
    assert!(text[end..].trim().is_empty(), "text after the last sentence is lost");
}

fn is_a_tree(page: &Page) {
    let mut last = None;
    for id in page.ids() {
        let number = page.number(id);
        assert!(
            last.is_none_or(|last| last < number || number == u32::MAX) || page.fragment,
            "numbers do not follow the order of the document"
        );
        assert_eq!(page.by_number(number).map(|found| page.number(found)), Some(number));
        assert!(page.parent(id).is_none_or(|parent| parent < id), "a parent comes after its child");
        assert!(page.end(id) > id && page.end(id).index() <= page.len(), "a subtree ends outside the page");
        assert!(page.parent(id).is_none_or(|parent| page.end(id) <= page.end(parent)), "a child ends after its parent");
        last = Some(number);
    }
    for id in page.ids().take(50) {
        page.text(id);
        page.lines(id);
    }
}
