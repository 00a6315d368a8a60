//! Reads what the content script saw: version 1 of the snapshot text.
//!
//! ```text
//! lede-snapshot 1
//! url https://news.example/story
//! viewport 1280 720
//! fragment                     only for a late subtree: the records begin with its chain of ancestors
//! partial                      a cap was reached
//!
//! <p\tclass=intro              an element opens: name, then attributes, a tab before each
//! "Text of a text node
//! >                            it closes
//! ```
//! One record a line; control characters never occur inside a record. An attribute whose name begins with a colon is said of the
//! element, not by it: `:n=12` its number, `:skip=3` elements inside it that are counted but not sent, `:context` an ancestor shown
//! only for place, and its layout: `:fixed`, `:sticky`, `:cover=0.42`, `:edge=top`, `:invisible`.

use super::{Builder, Edge, Layout, MAX_ELEMENTS, MAX_TEXT, Page, Position};
use crate::error::Error;
use crate::number::number;

const VERSION: &str = "lede-snapshot 1";

/// Reads a snapshot.
///
/// # Errors
/// [`Error::Snapshot`] when the text is not a snapshot of this version. Anything odd after the head is read as far as it makes sense.
pub fn read(text: &str) -> Result<Page, Error> {
    let mut lines = text.split('\n');
    if lines.next() != Some(VERSION) {
        return Err(Error::Snapshot);
    }
    let mut builder = Builder::new("");
    let page = builder.page_mut();
    page.buffer.reserve(text.len().min(MAX_TEXT));
    // Room for all elements at once: a list that is moved each time it outgrows its place costs more than the rest of reading.
    page.nodes.reserve(text.bytes().filter(|&byte| byte == b'<').count().min(MAX_ELEMENTS));
    for line in lines.by_ref() {
        if line.is_empty() {
            break;
        }
        let (key, value) = line.split_once(' ').unwrap_or((line, ""));
        let page = builder.page_mut();
        match key {
            "url" => page.url = value.to_owned(),
            "viewport" => page.viewport = value.split_once(' ').and_then(|(w, h)| Some((w.parse().ok()?, h.parse().ok()?))),
            "fragment" => page.fragment = true,
            "partial" => page.partial = true,
            _ => return Err(Error::Snapshot),
        }
    }
    let mut skips = Vec::new();
    for line in lines {
        if let Some(record) = line.strip_prefix('<') {
            skips.push(open(&mut builder, record));
        } else if let Some(record) = line.strip_prefix('"') {
            builder.text(record);
        } else if line == ">" {
            builder.close();
            builder.skip_numbers(skips.pop().unwrap_or(0));
        }
    }
    Ok(builder.finish())
}

/// Opens the element of a record; how many elements inside it were not sent.
fn open(builder: &mut Builder, record: &str) -> u32 {
    let mut parts = record.split('\t');
    builder.open(parts.next().unwrap_or(""));
    let mut layout = None;
    let mut skip = 0;
    for part in parts {
        let (name, value) = part.split_once('=').unwrap_or((part, ""));
        match name {
            ":n" => {
                if let Ok(number) = value.parse() {
                    builder.number(number);
                }
            }
            ":skip" => skip = value.parse().unwrap_or(0),
            ":context" => builder.context(),
            _ if name.starts_with(':') => describe(layout.get_or_insert_with(Layout::default), name, value),
            _ => builder.attribute(name, value),
        }
    }
    if let Some(layout) = layout {
        builder.layout(layout);
    }
    skip
}

fn describe(layout: &mut Layout, name: &str, value: &str) {
    match (name, value) {
        (":fixed", _) => layout.position = Position::Fixed,
        (":sticky", _) => layout.position = Position::Sticky,
        (":cover", share) => layout.cover = number(share).unwrap_or(0.0).clamp(0.0, 1.0),
        (":edge", "top") => layout.edge = Some(Edge::Top),
        (":edge", "bottom") => layout.edge = Some(Edge::Bottom),
        (":invisible", _) => layout.invisible = true,
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::NodeId;

    const SMALL: &str = "lede-snapshot 1\nurl https://news.example/a\nviewport 1280 720\n\n<html\tlang=en\n<body\n<p\tclass=a  b\n\"One \n<b\n\"two\n>\n\" three\n>\n<svg\t:skip=4\n>\n<div\t:fixed\t:cover=0.5\t:edge=bottom\n\"Bar\n>\n>\n>";

    #[test]
    fn elements_texts_and_layout_arrive() {
        let page = read(SMALL).unwrap();
        assert_eq!(page.url, "https://news.example/a");
        assert_eq!(page.viewport, Some((1280, 720)));
        let tags: Vec<_> = page.ids().map(|id| page.tag(id).to_owned()).collect();
        assert_eq!(tags, ["html", "body", "p", "b", "svg", "div"]);
        assert_eq!(page.text(NodeId(2)), "One two three");
        assert_eq!(page.attribute(NodeId(2), "class"), Some("a b"));
        let layout = page.layout(NodeId(5)).unwrap();
        assert_eq!((layout.position, layout.cover, layout.edge), (Position::Fixed, 0.5, Some(Edge::Bottom)));
        assert_eq!(page.layout(NodeId(2)), None);
    }

    #[test]
    fn elements_not_sent_are_counted() {
        let page = read(SMALL).unwrap();
        let numbers: Vec<_> = page.ids().map(|id| page.number(id)).collect();
        assert_eq!(numbers, [0, 1, 2, 3, 4, 9]);
        assert_eq!(page.by_number(9), Some(NodeId(5)));
        assert_eq!(page.by_number(6), None);
    }

    #[test]
    fn a_fragment_keeps_its_ancestors_numbers() {
        let text = "lede-snapshot 1\nfragment\n\n<html\t:n=0\t:context\n<body\t:n=7\t:context\n<div\t:n=900\n<p\n\"Late\n>\n>\n>\n>";
        let page = read(text).unwrap();
        let numbers: Vec<_> = page.ids().map(|id| (page.number(id), page.is_context(id))).collect();
        assert_eq!(numbers, [(0, true), (7, true), (900, false), (901, false)]);
        assert!(page.fragment);
    }

    #[test]
    fn numbers_of_a_whole_page_rise_whatever_it_says() {
        let page = read("lede-snapshot 1\n\n<html\n<body\n<p\t:n=1\n>\n<p\t:n=9\n>\n<p\n>\n").unwrap();
        let numbers: Vec<_> = page.ids().map(|id| page.number(id)).collect();
        assert_eq!(numbers, [0, 1, 2, 9, 10]);
    }

    #[test]
    fn another_version_is_an_error_and_loose_ends_are_not() {
        assert_eq!(read("lede-snapshot 2\n\n").err(), Some(Error::Snapshot));
        assert_eq!(read("").err(), Some(Error::Snapshot));
        let page = read("lede-snapshot 1\n\n>\n>\n<p\n\"text\n?\n").unwrap();
        assert_eq!(page.text(NodeId(0)), "text");
    }

    #[test]
    fn nesting_beyond_the_cap_is_left_out_and_said() {
        let deep = format!("lede-snapshot 1\n\n{}\"far\n", "<div\n".repeat(5000));
        let page = read(&deep).unwrap();
        assert!(page.partial);
        assert_eq!(page.len(), crate::page::MAX_DEPTH);
        assert_eq!(page.text(NodeId(0)), "");
    }
}
