//! Appeals that need no learning: what they ask for, where they lead and how they are built leave no doubt. A reader would call Lede
//! broken that left one standing, and there are too few of each kind among the labelled pages for trees to be sure of them.

use super::features::{NAMES, WIDTH};

/// What such an appeal counts for.
pub const CERTAIN: f32 = 0.95;

/// Whether a candidate, by its features, is a whole plea for money: enough words of which many ask, a link to give by, something to
/// press or a price, and hardly a link to a story. Of the blocks on the labelled pages that fit, 16 are appeals and 2 are not (both on
/// pages of charities).
pub fn is_plea(values: &[f32; WIDTH]) -> bool {
    let v = |name| value(values, name);
    (20.0..250.0).contains(&v("words"))
        && v("telling") >= 0.4
        && v("money") > 0.0
        && v("to_give") > 0.0
        && v("buttons") + v("prices") > 0.0
        && v("story_links") < 3.0
        && v("nav") + v("header") + v("footer") == 0.0
}

/// Whether a candidate is a teaser for giving: a handful of words, most of which ask for money, and a link to give by. Of those on the
/// labelled pages 46 are appeals and 3 are not.
pub fn is_teaser(values: &[f32; WIDTH]) -> bool {
    let v = |name| value(values, name);
    (2.0..14.0).contains(&v("words"))
        && (v("asking") >= 0.5 || v("asking") >= 0.3 && v("telling") >= 0.9)
        && v("strong") > 0.0
        && v("money") > 0.0
        && v("to_give") > 0.0
        && v("links") < 3.0
        && v("nav") + v("menu_entry") == 0.0
}

/// Whether a candidate is a plain request with all that belongs to one: a short block in the open page, not in a menu and not in the
/// story, most of which is a strong phrase, with something to press and words of three kinds of signs. All 126 candidates on the
/// labelled pages that fit are appeals, though the cross-validated trees were unsure of one in six.
pub fn is_request(values: &[f32; WIDTH]) -> bool {
    let v = |name| value(values, name);
    v("plain_ask") > 0.0 && v("calls") > 0.0 && v("sorts") >= 3.0 && v("kind") >= 3.0 && v("body") < 0.5
}

/// Whether the element around a plain appeal adds nothing but a few words of its own: no link, no field, no picture.
pub fn is_same(own: &[f32; WIDTH], outer: &[f32; WIDTH]) -> bool {
    let added = |name| value(outer, name) - value(own, name);
    added("words") <= 6.0 && ["links", "fields", "frames", "pictures", "items"].iter().all(|n| added(n) <= 0.0)
}

pub(super) fn value(values: &[f32; WIDTH], name: &str) -> f32 {
    NAMES.iter().position(|n| *n == name).and_then(|at| values.get(at)).copied().unwrap_or(0.0)
}
