//! The second front door: a file's HTML, parsed by scraper, for the command line, the tests and the try-it page.
//!
//! It builds the page that the content script would see with scripts off and no layout. Numbers are scraper's document order.

use super::{Builder, Page};
use ego_tree::iter::Edge;
use scraper::{Html, Node};

/// Reads a page. Any text is a page of some kind; bytes that are not HTML make one without an article.
pub fn read(html: &str, url: &str) -> Page {
    let document = Html::parse_document(html);
    let mut builder = Builder::new(url);
    // Depth inside elements whose inside is counted and not read, as in the snapshot.
    let mut uncounted = 0_usize;
    for edge in document.tree.root().traverse() {
        match edge {
            Edge::Open(node) => match node.value() {
                Node::Element(element) if uncounted > 0 => {
                    let _ = element;
                    uncounted += 1;
                    builder.skip_numbers(1);
                }
                Node::Element(element) => {
                    builder.open(element.name());
                    for (name, value) in element.attrs() {
                        let button = name != "value" || is_button(element);
                        if button {
                            builder.attribute(name, value);
                        }
                    }
                    if matches!(element.name(), "svg" | "math" | "template") {
                        uncounted = 1;
                    }
                }
                Node::Text(text) if uncounted == 0 => builder.text(text),
                _ => {}
            },
            Edge::Close(node) => {
                if node.value().is_element() {
                    uncounted = uncounted.saturating_sub(1);
                    if uncounted == 0 {
                        builder.close();
                    }
                }
            }
        }
    }
    builder.finish()
}

/// What a reader typed is not read; what a button says is.
fn is_button(element: &scraper::node::Element) -> bool {
    element.name() != "input"
        || element.attr("type").is_some_and(|t| ["submit", "button", "reset"].iter().any(|b| t.eq_ignore_ascii_case(b)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::NodeId;

    /// Cases of the numbering that scripts and other tools rely on: a template's contents are counted, `noscript` holds raw text, a
    /// `tbody` is put in, an unclosed `p` ends at the next.
    #[test]
    fn numbers_are_scrapers_document_order() {
        let page = read(
            "<!doctype html><html><head><title>Numbers</title><meta charset=utf-8></head><body><div id=first>one</div>\
             <template id=mould><p>in</p><div><i>in</i></div></template><noscript><p id=raw>raw</p></noscript>\
             <table id=table><tr id=row><td id=cell>x</table><p id=a>one<p id=b>two <a id=link href=#>l</a><svg id=svg><path/></svg><i id=last></i></body></html>",
            "",
        );
        let number = |id: &str| page.ids().find(|&n| page.attribute(n, "id") == Some(id)).map(|n| page.number(n));
        let found: Vec<_> = ["first", "mould", "table", "row", "cell", "a", "b", "link", "svg", "last"].map(number).to_vec();
        assert_eq!(found, [5, 6, 11, 13, 14, 15, 16, 17, 18, 20].map(Some).to_vec());
        assert_eq!(number("raw"), None);
        assert_eq!(page.by_number(7), None, "inside a template");
    }

    #[test]
    fn silent_elements_have_no_text_and_json_ld_is_kept_apart() {
        let page = read(
            "<body><p>Seen<script>var hidden</script> words<textarea>typed</textarea><br>next</p><script type='application/ld+json'>{\"a\":1}</script></body>",
            "",
        );
        let body = page.first("body").unwrap();
        assert_eq!(page.lines(body), "Seen words\nnext");
        assert_eq!(page.json_ld().collect::<Vec<_>>(), ["{\"a\":1}"]);
    }

    #[test]
    fn anything_is_a_page() {
        for text in ["", "\0\u{1}\u{2}", "plain words", "<", "%PDF-1.7 \u{fffd}\u{fffd}"] {
            let page = read(text, "");
            assert!(page.by_number(0) == Some(NodeId(0)) && page.tag(NodeId(0)) == "html", "{text:?}");
        }
    }
}
