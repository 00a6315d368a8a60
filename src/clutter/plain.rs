//! The appeal for money that needs no learning: what a teaser for giving asks for and where it leads leave no doubt. A reader would call
//! Lede broken that left one standing, and there are too few of them among the labelled pages for trees to be sure.

use super::features::{WIDTH, value};

/// What such an appeal counts for.
pub const CERTAIN: f32 = 0.95;

/// Whether a candidate, by its features, is a teaser for giving: a handful of words, most of which ask for money, and a link to give by.
pub fn is_teaser(values: &[f32; WIDTH]) -> bool {
    (2.0..14.0).contains(&value!(values, "words"))
        && (value!(values, "asking") >= 0.5 || value!(values, "asking") >= 0.3 && value!(values, "telling") >= 0.9)
        && value!(values, "strong") > 0.0
        && value!(values, "money") > 0.0
        && value!(values, "to_give") > 0.0
        && value!(values, "links") < 3.0
        && value!(values, "nav") + value!(values, "menu_entry") == 0.0
}
