//! The frames around blocks: without the blocks they would be empty boxes, so they go too.

use super::Block;
use crate::page::{NodeId, Page};

/// What is seen without being text.
const DRAWN: &[&str] =
    &["audio", "button", "canvas", "embed", "iframe", "img", "input", "math", "object", "picture", "select", "svg", "textarea", "video"];

/// The outermost element around a block that holds nothing but the block.
pub fn around(page: &Page, block: NodeId) -> NodeId {
    filled(page, block, &[block])
}

/// The outermost element around a block that holds nothing but blocks. Never a child of the body: such an element may be the place
/// into which a page puts first one thing and then another.
fn filled(page: &Page, block: NodeId, blocks: &[NodeId]) -> NodeId {
    let holds_more = |outer: NodeId| {
        let outside = |n: NodeId| !blocks.iter().any(|&b| page.contains(b, n));
        page.runs(outer).iter().any(|r| outside(r.parent) && !page.run_text(r).trim().is_empty())
            || page.descendants(outer).any(|n| outside(n) && DRAWN.contains(&page.tag(n)))
    };
    let mount = |n: NodeId| page.is_context(n) || page.parent(n).is_none_or(|p| matches!(page.tag(p), "html" | "body"));
    let stays = |n: NodeId| mount(n) || matches!(page.tag(n), "html" | "body" | "main" | "article" | "td" | "th");
    page.ancestors(block).take_while(|&outer| !stays(outer) && !holds_more(outer)).last().unwrap_or(block)
}

/// The frames that several blocks fill together, by their numbers, each with its blocks. What lies over the page fills none.
pub fn shared(page: &Page, blocks: &[Block]) -> Vec<(u32, Vec<u32>)> {
    let flow: Vec<NodeId> = blocks.iter().filter(|b| !b.overlay).map(|b| b.node).collect();
    let mut found: Vec<(u32, Vec<u32>)> = Vec::new();
    for &block in &flow {
        let outer = filled(page, block, &flow);
        let number = page.number(outer);
        if outer != around(page, block) && found.iter().all(|(n, _)| *n != number) {
            found.push((number, flow.iter().filter(|&&b| page.contains(outer, b)).map(|&b| page.number(b)).collect()));
        }
    }
    found
}

#[cfg(test)]
#[cfg(feature = "html")]
mod tests {
    use super::*;
    use crate::clutter::Category;
    use crate::page::html;

    fn blocks(page: &Page, ids: &[&str], overlay: bool) -> Vec<Block> {
        let block = |id: &&str| Block {
            node: page.ids().find(|&n| page.attribute(n, "id") == Some(*id)).unwrap(),
            category: Category::Newsletter,
            confidence: 1.0,
            clues: vec![],
            quote: String::new(),
            overlay,
        };
        ids.iter().map(block).collect()
    }

    #[test]
    fn a_frame_is_shared_by_the_blocks_that_fill_it_and_by_no_others() {
        let page = |rest: &str| {
            let units = "<div><p id=a>Letter</p></div><div><p id=b>Plea</p></div>";
            html::read(&format!("<body><main><div><div class=rail><div class=inner>{units}{rest}</div></div><p>Story</p></div></main>"), "")
        };
        let full = page("");
        let rail = page("").ids().find(|&n| full.attribute(n, "class") == Some("rail")).unwrap();
        let found = blocks(&full, &["a", "b"], false);
        let numbers = found.iter().map(|b| full.number(b.node)).collect();
        assert_eq!(shared(&full, &found), [(full.number(rail), numbers)]);
        assert!(shared(&full, &blocks(&full, &["a"], false)).is_empty(), "one of two");
        assert!(shared(&full, &blocks(&full, &["a", "b"], true)).is_empty(), "what lies over the page fills no frame of it");
        for rest in ["<p>Weather", "<img src=map.png>"] {
            let page = page(rest);
            assert!(shared(&page, &blocks(&page, &["a", "b"], false)).is_empty(), "{rest}");
        }
    }
}
