//! Copies of a page to look at: as it was, with what would be hidden outlined and named, and without it.
//!
//! A copy is written anew from the parsed file, and holds nothing that runs, fetches or leads away: no scripts, frames, links or
//! addresses, no handlers, and a policy that forbids the rest. It is meant for a frame with a sandbox and needs none to be harmless.

use ego_tree::iter::Edge;
use scraper::node::Element;
use scraper::{Html, Node};

/// What is to be seen in a copy.
#[derive(Clone, Copy, Debug)]
pub enum Show<'a> {
    /// All blocks; the named ones outlined, by element number and name.
    Outlined(&'a [(u32, String)]),
    /// The page without the elements of these numbers, its scrolling freed if they had locked it.
    Without(&'a [u32], bool),
}

/// Elements that are left out with all that is in them: they run, fetch, lead away, or are not drawn.
const LEFT_OUT: [&str; 18] = [
    "applet",
    "audio",
    "base",
    "embed",
    "frame",
    "frameset",
    "iframe",
    "link",
    "math",
    "noembed",
    "noframes",
    "noscript",
    "object",
    "plaintext",
    "script",
    "template",
    "video",
    "xmp",
];
/// Elements without an end tag. HTML Standard, 13.1.2.
const VOID: [&str; 13] = ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"];
/// Attributes that copies keep besides those of ARIA: what style sheets and readers go by.
const KEPT: [&str; 31] = [
    "align",
    "alt",
    "bgcolor",
    "border",
    "checked",
    "class",
    "colspan",
    "cx",
    "cy",
    "d",
    "dir",
    "disabled",
    "fill",
    "height",
    "hidden",
    "id",
    "lang",
    "open",
    "placeholder",
    "points",
    "r",
    "role",
    "rowspan",
    "rx",
    "stroke",
    "style",
    "title",
    "transform",
    "type",
    "viewBox",
    "width",
];
/// Further ones, for drawings and forms.
const KEPT_TOO: [&str; 10] = ["x", "y", "x1", "x2", "y1", "y2", "start", "stroke-width", "value", "name"];

const POLICY: &str =
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:\">";
/// A link without its address still looks like one. At three quarters a narrow frame shows a page as a window would.
const LOOK: &str = "<style>a{color:LinkText;text-decoration:underline}html{zoom:.75}</style>";
const OUTLINES: &str = "<style>[data-lede]{outline:3px solid #c2410c!important;outline-offset:3px}\
[data-lede]::before{content:attr(data-lede);display:block;width:fit-content;align-self:start;justify-self:start;flex:none;margin:0 0 6px;padding:2px 9px;border-radius:4px;\
background:#c2410c;color:#fff;font:600 12px/1.5 system-ui,sans-serif;text-transform:none;letter-spacing:0}</style>";
const FREED: &str = "<style>html,body{overflow:visible!important;position:static!important;height:auto!important}</style>";

/// A copy of a page.
pub fn copy(html: &str, show: Show) -> String {
    let document = Html::parse_document(html);
    let mut out = String::from("<!doctype html>");
    // The element that is being left out with everything in it, by depth; its inside is counted all the same.
    let (mut number, mut depth, mut left_out) = (0_u32, 0_u32, None);
    for edge in document.tree.root().traverse() {
        match edge {
            Edge::Open(node) => match node.value() {
                Node::Element(element) => {
                    if left_out.is_none() && !is_left_out(element, number, show) {
                        open(&mut out, element, number, show);
                    } else if left_out.is_none() {
                        left_out = Some(depth);
                    }
                    number += 1;
                    depth += 1;
                }
                Node::Text(text) if left_out.is_none() => {
                    let raw = node.parent().and_then(|p| p.value().as_element()).is_some_and(|e| e.name() == "style");
                    if raw { out.push_str(text) } else { escape(&mut out, text, false) }
                }
                _ => {}
            },
            Edge::Close(node) => {
                if let Node::Element(element) = node.value() {
                    depth = depth.saturating_sub(1);
                    if left_out == Some(depth) {
                        left_out = None;
                    } else if left_out.is_none() && !VOID.contains(&element.name()) {
                        out.push_str("</");
                        out.push_str(element.name());
                        out.push('>');
                    }
                }
            }
        }
    }
    out
}

fn is_left_out(element: &Element, number: u32, show: Show) -> bool {
    let hidden = matches!(show, Show::Without(numbers, _) if numbers.contains(&number));
    hidden || LEFT_OUT.contains(&element.name()) || (element.name() == "meta" && element.attr("http-equiv").is_some())
}

fn open(out: &mut String, element: &Element, number: u32, show: Show) {
    out.push('<');
    out.push_str(element.name());
    for (name, value) in element.attrs() {
        let picture = name == "src" && element.name() == "img" && value.starts_with("data:image/");
        if picture || name.starts_with("aria-") || KEPT.contains(&name) || KEPT_TOO.contains(&name) {
            attribute(out, name, value);
        }
    }
    if let Show::Outlined(blocks) = show
        && let Some((_, label)) = blocks.iter().find(|(n, _)| *n == number)
    {
        attribute(out, "data-lede", label);
    }
    out.push('>');
    match element.name() {
        "head" => {
            out.push_str(POLICY);
            out.push_str(LOOK);
        }
        // After the page's own style sheets, so that these have the last word.
        "body" => out.push_str(match show {
            Show::Outlined(_) => OUTLINES,
            Show::Without(_, true) => FREED,
            Show::Without(_, false) => "",
        }),
        // A line break at the start of these is taken for none.
        "pre" | "textarea" | "listing" => out.push('\n'),
        _ => {}
    }
}

fn attribute(out: &mut String, name: &str, value: &str) {
    out.push(' ');
    out.push_str(name);
    out.push_str("=\"");
    escape(out, value, true);
    out.push('"');
}

/// HTML Standard, 13.3, "escaping a string".
fn escape(out: &mut String, text: &str, in_attribute: bool) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '\u{a0}' => out.push_str("&nbsp;"),
            '"' if in_attribute => out.push_str("&quot;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            c => out.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::html;

    const PAGE: &str = "<!doctype html><title>A &amp; B</title><template><p>Not drawn</template><style>p > a { color: red }</style>\
        <body onload='x()' style='overflow:hidden'><p class=\"a&quot;b\">One<br>&lt;two&gt;<aside id=plea><p>Give<script>x()</script></aside><pre>\n\n1</pre>";

    fn plea() -> u32 {
        let page = html::read(PAGE, "");
        page.number(page.ids().find(|&n| page.tag(n) == "aside").unwrap())
    }

    #[test]
    fn a_copy_outlines_the_block_of_the_number_that_the_core_gave() {
        let copy = copy(PAGE, Show::Outlined(&[(plea(), "A \"plea\"".into())]));
        assert!(copy.contains("<aside id=\"plea\" data-lede=\"A &quot;plea&quot;\"><p>Give</p></aside>"), "{copy}");
        assert_eq!(copy.matches("data-lede=\"").count(), 1);
    }

    #[test]
    fn a_copy_without_a_block_keeps_everything_around_it() {
        let copy = copy(PAGE, Show::Without(&[plea()], true));
        assert!(copy.contains("<p class=\"a&quot;b\">One<br>&lt;two&gt;</p><pre>\n\n1</pre>"), "{copy}");
        assert!(
            copy.contains("<title>A &amp; B</title>") && copy.contains("p > a { color: red }") && copy.contains("overflow:visible"),
            "{copy}"
        );
        assert!(!copy.contains("Give") && !copy.contains("Not drawn"));
    }

    #[test]
    fn nothing_in_a_copy_runs_fetches_or_leads_away() {
        let hostile = "<base href=//x.example><meta http-equiv=refresh content='0;url=//x.example'><link rel=preconnect href=//x.example>\
            <script src=//x.example></script><img src=//x.example srcset=//x.example onerror=x()><a href=javascript:x() ping=//x.example>a</a>\
            <iframe srcdoc='<script>x()</script>' src=//x.example></iframe><object data=//x.example></object><form action=//x.example><button formaction=//x.example>\
            <svg onload=x()><script>x()</script><use href=//x.example /><image href=//x.example /></svg><math href=javascript:x()>\
            <noscript><img src=//x.example></noscript><video poster=//x.example src=//x.example></video><style><!--</style><img src=//x.example>--></style>\
            <textarea></textarea><script>x()</script></textarea><table background=//x.example><input type=image src=//x.example><body onload=x()>";
        let copy = copy(hostile, Show::Outlined(&[]));
        for trace in ["x.example", "x()", "<script", "<iframe", "http-equiv=\"refresh", "javascript:", "<noscript", "<base"] {
            assert!(!copy.contains(trace), "{trace} in {copy}");
        }
        assert_eq!(copy.matches("http-equiv=").count(), 1, "our own policy");
    }

    /// What is written is read as the same tree: the copy of a copy differs in nothing.
    #[test]
    fn a_copy_of_a_copy_is_the_same() {
        let first = copy(PAGE, Show::Without(&[], false));
        let again = copy(&first, Show::Without(&[], false));
        let rest = |c: &str| c.replace(POLICY, "").replace(LOOK, "");
        assert_eq!(rest(&again), rest(&first));
    }
}
