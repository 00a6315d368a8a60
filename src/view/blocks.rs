//! The blocks that the sidebar lists, and what became of each.

use crate::clutter::Category;
use crate::report::{Block, Message, Report};
use crate::settings::{Mode, Settings, State};

/// A block that is hidden, or would be if the reader had not said otherwise.
#[derive(Clone, Copy, Debug)]
pub struct Entry<'a> {
    /// Number of its element.
    pub node: u32,
    /// Number of the element that goes with it.
    pub frame: u32,
    /// Its kind; none where the reader picked it.
    pub category: Option<Category>,
    /// Its words.
    pub quote: &'a str,
    /// Why.
    pub clues: &'a [Message],
    /// It lies over the page.
    pub overlay: bool,
    /// It is to be out of sight.
    pub hidden: bool,
    /// The reader asked never to hide it on this site.
    pub kept: bool,
    /// It can be known again on the site's other pages.
    pub lasting: bool,
}

/// The sure blocks of the categories that the reader wants hidden, the unsure ones that the reader picked among the offered, and the
/// reader's own.
pub fn listed<'a>(report: &'a Report, state: &State, settings: &Settings) -> Vec<Entry<'a>> {
    let host = report.host.as_deref();
    let own = |node: u32| report.own.iter().any(|o| o.node == node);
    let of = |b: &'a Block| {
        let kept = b.shape.as_ref().is_some_and(|s| settings.keeps(host, s));
        Entry {
            node: b.node,
            frame: b.frame,
            category: Some(b.category),
            quote: &b.quote,
            clues: &b.clues,
            overlay: b.overlay,
            hidden: !kept && !state.shown.contains(&b.node),
            kept,
            lasting: host.is_some() && b.shape.is_some(),
        }
    };
    let sure = report.blocks.iter().filter(|b| settings.mode_on(b.category, host) != Mode::Leave);
    let asked = report.maybe.iter().filter(|b| state.hidden.contains(&b.node));
    let mut entries: Vec<Entry> = sure.chain(asked).filter(|b| !own(b.node) && !own(b.frame)).map(of).collect();
    for own in &report.own {
        let lasting = own.shape.as_ref().is_some_and(|s| settings.blocks_on(host).any(|b| b == s));
        if lasting || state.picked.contains(&own.node) {
            let hidden = !state.shown.contains(&own.node);
            entries.push(Entry {
                node: own.node,
                frame: own.node,
                category: None,
                quote: &own.quote,
                clues: &[],
                overlay: false,
                hidden,
                kept: false,
                lasting,
            });
        }
    }
    entries
}
