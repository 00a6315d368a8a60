//! Appeals that need no learning: what they ask for, where they lead and how they are built leave no doubt. A reader would call Lede
//! broken that left one standing, and there are too few of each kind among the labelled pages for trees to be sure of them.

use super::features::{WIDTH, value};

/// What such an appeal counts for.
pub const CERTAIN: f32 = 0.95;

/// Whether a candidate, by its features, is a whole plea for money: enough words of which many ask, a link to give by, something to
/// press or a price, and hardly a link to a story. Of the blocks on the labelled pages that fit, 16 are appeals and 2 are not (both on
/// pages of charities).
pub fn is_plea(values: &[f32; WIDTH]) -> bool {
    (20.0..250.0).contains(&value!(values, "words"))
        && value!(values, "telling") >= 0.4
        && value!(values, "money") > 0.0
        && value!(values, "to_give") > 0.0
        && value!(values, "buttons") + value!(values, "prices") > 0.0
        && value!(values, "story_links") < 3.0
        && value!(values, "nav") + value!(values, "header") + value!(values, "footer") == 0.0
}

/// Whether a candidate is a teaser for giving: a handful of words, most of which ask for money, and a link to give by. Of those on the
/// labelled pages 46 are appeals and 3 are not.
pub fn is_teaser(values: &[f32; WIDTH]) -> bool {
    (2.0..14.0).contains(&value!(values, "words"))
        && (value!(values, "asking") >= 0.5 || value!(values, "asking") >= 0.3 && value!(values, "telling") >= 0.9)
        && value!(values, "strong") > 0.0
        && value!(values, "money") > 0.0
        && value!(values, "to_give") > 0.0
        && value!(values, "links") < 3.0
        && value!(values, "nav") + value!(values, "menu_entry") == 0.0
}

/// Whether a candidate is a plain request with all that belongs to one: a short block in the open page, not in a menu and not in the
/// story, most of which is a strong phrase, with something to press and words of three kinds of signs. All 126 candidates on the
/// labelled pages that fit are appeals, though the cross-validated trees were unsure of one in six.
pub fn is_request(values: &[f32; WIDTH]) -> bool {
    value!(values, "plain_ask") > 0.0
        && value!(values, "calls") > 0.0
        && value!(values, "sorts") >= 3.0
        && value!(values, "kind") >= 3.0
        && value!(values, "body") < 0.5
}

/// Whether the element around a plain appeal adds nothing but a few words of its own: no link, no field, no picture.
pub fn is_same(own: &[f32; WIDTH], outer: &[f32; WIDTH]) -> bool {
    macro_rules! added {
        ($name:literal) => {
            value!(outer, $name) - value!(own, $name)
        };
    }
    let more = [added!("links"), added!("fields"), added!("frames"), added!("pictures"), added!("items")];
    added!("words") <= 6.0 && more.iter().all(|m| *m <= 0.0)
}
