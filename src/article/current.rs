//! Which of several stories on a page the reader is at: endless reading puts the next story below the last one and changes the title.

use crate::page::{NodeId, Page};

/// Letters that a headline must have for its place in the title to mean anything.
const TELLING: usize = 12;

/// The element that holds the story named in the page's title and no other story's headline, and that headline; none where the page has
/// one story, or the title does not tell.
pub fn story(page: &Page) -> Option<(NodeId, NodeId)> {
    let title = page.text(page.first("title")?);
    let heads: Vec<NodeId> = page.ids().filter(|&id| page.tag(id) == "h1").collect();
    let named = |&&id: &&NodeId| {
        let text = page.text(id);
        text.chars().count() >= TELLING && title.contains(&text)
    };
    let mut current = heads.iter().filter(named);
    let (&head, None) = (current.next()?, current.next()) else { return None };
    let alone = |&id: &NodeId| !heads.iter().any(|&h| h != head && page.contains(id, h));
    if heads.len() < 2 {
        return None;
    }
    Some((page.ancestors(head).take_while(alone).last()?, head))
}
