//! Appeals for money that need no learning: what they ask for, where they lead and how they are built leave no doubt. A reader would
//! call Lede broken that left one standing, and there are too few of each kind among the labelled pages for trees to be sure of them.

use super::features::{WIDTH, value};

/// What such an appeal counts for.
pub const CERTAIN: f32 = 0.95;

/// Whether a candidate, by its features, leaves no doubt.
pub fn is_plain(values: &[f32; WIDTH]) -> bool {
    is_plea(values) || is_teaser(values)
}

/// A whole plea for money: enough words of which many ask, a link to give by, something to press or a price, and hardly a link to a
/// story.
fn is_plea(values: &[f32; WIDTH]) -> bool {
    (20.0..250.0).contains(&value!(values, "words"))
        && value!(values, "telling") >= 0.4
        && value!(values, "money") > 0.0
        && value!(values, "to_give") > 0.0
        && value!(values, "buttons") + value!(values, "prices") > 0.0
        && value!(values, "story_links") < 3.0
        && value!(values, "nav") + value!(values, "header") + value!(values, "footer") == 0.0
}

/// A teaser for giving: a handful of words, most of which ask for money, and a link to give by.
fn is_teaser(values: &[f32; WIDTH]) -> bool {
    (2.0..14.0).contains(&value!(values, "words"))
        && (value!(values, "asking") >= 0.5 || value!(values, "asking") >= 0.3 && value!(values, "telling") >= 0.9)
        && value!(values, "strong") > 0.0
        && value!(values, "money") > 0.0
        && value!(values, "to_give") > 0.0
        && value!(values, "links") < 3.0
        && value!(values, "nav") + value!(values, "menu_entry") == 0.0
}
