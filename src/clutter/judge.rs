//! The learned part: how likely an element is an appeal, whether the element around it is still the same appeal, and of which kind.
//!
//! Two questions are asked apart because they have different evidence. What an element says, holds and links to tells whether it is
//! an appeal; what its parent adds (other stories, a byline, tags) tells whether the appeal ends here.

use super::features::{self, NAMES, WIDTH, value};
use super::{Category, Error};
use crate::model::{Trees, probability};

/// Features that tell of the inner element when its parent is asked about, by name.
const OF_PART: &[&str] = &[
    "words",
    "telling",
    "asking",
    "strong",
    "density",
    "emails",
    "calls",
    "of_parent",
    "kind",
    "elements",
    "head_telling",
    "first_telling",
    "outer_words",
    "parent_telling",
    "outer_strong",
    "twins",
    "only_child",
];
/// Features of which the parent's gain is asked, by name.
const ADDED: &[&str] = &[
    "words",
    "lines",
    "strong",
    "calls",
    "plain",
    "body",
    "plain_body",
    "related",
    "share",
    "ad",
    "comments",
    "consent",
    "links",
    "story_links",
    "appeal_links",
    "to_follow",
    "to_share",
    "buttons",
    "emails",
    "fields",
    "secrets",
    "searches",
    "areas",
    "choices",
    "forms",
    "pictures",
    "frames",
    "headings",
    "items",
    "named_share",
    "named_related",
    "named_ad",
    "named_comments",
    "elements",
];

/// The trees of all questions.
#[derive(Clone, Debug)]
pub struct Judge {
    appeal: Trees,
    whole: Trees,
    kinds: [Trees; 4],
    parts: Vec<usize>,
    added: Vec<usize>,
}

/// Names of the features that the question about the parent is asked with: the inner element's, the parent's own, the parent's gain.
pub fn whole_names() -> Vec<String> {
    let part = OF_PART.iter().map(|n| format!("part_{n}"));
    let own = NAMES.iter().map(|n| (*n).to_owned());
    let added = ADDED.iter().map(|n| format!("added_{n}"));
    part.chain(own).chain(added).chain(["added_quiet", "quiet_share"].map(str::to_owned)).collect()
}

impl Judge {
    /// Reads the sections of a model file, each from the built-in one where it is missing.
    ///
    /// # Errors
    /// [`Error::Model`] with the line at fault.
    pub fn read(text: &str) -> Result<Judge, Error> {
        let section = |name: &str, features: &[&str]| -> Result<Trees, Error> {
            Trees::read_or_built_in(text, name, features).map(Option::unwrap_or_default)
        };
        let whole = whole_names();
        let whole: Vec<&str> = whole.iter().map(String::as_str).collect();
        let places = |names: &[&str]| names.iter().filter_map(|n| NAMES.iter().position(|m| m == n)).collect();
        Ok(Judge {
            appeal: section("clutter", NAMES)?,
            whole: section("clutter_whole", &whole)?,
            kinds: [
                section("clutter_donation", NAMES)?,
                section("clutter_newsletter", NAMES)?,
                section("clutter_subscribe", NAMES)?,
                section("clutter_app", NAMES)?,
            ],
            parts: places(OF_PART),
            added: places(ADDED),
        })
    }

    /// How likely an element with these features is an appeal, or part of one.
    pub fn appeal(&self, values: &[f32; WIDTH]) -> f32 {
        probability(self.appeal.score(values))
    }

    /// How likely the element around holds nothing but the appeal that the inner one is.
    pub fn whole(&self, part: &[f32; WIDTH], outer: &[f32; WIDTH]) -> f32 {
        probability(self.whole.score(&self.pair(part, outer)))
    }

    /// The values of [`whole_names`].
    pub fn pair(&self, part: &[f32; WIDTH], outer: &[f32; WIDTH]) -> Vec<f32> {
        let of = |values: &[f32; WIDTH], i: usize| values.get(i).copied().unwrap_or(0.0);
        // Words on lines that say nothing of an appeal.
        let quiet = |values: &[f32; WIDTH]| value!(values, "words") * (1.0 - value!(values, "telling"));
        let more = quiet(outer) - quiet(part);
        let mut pair = Vec::with_capacity(self.parts.len() + WIDTH + self.added.len() + 2);
        pair.extend(self.parts.iter().map(|&i| of(part, i)));
        pair.extend(outer);
        pair.extend(self.added.iter().map(|&i| of(outer, i) - of(part, i)));
        pair.extend([more, more / value!(part, "words").max(1.0)]);
        pair
    }

    /// The likeliest kind of an appeal. One that names no letter and has no field for an address is no newsletter, whatever the trees say: the
    /// word for subscribing is the same for both in many languages, and most labelled pages are English.
    pub fn kind(&self, values: &[f32; WIDTH]) -> Category {
        let mail = value!(values, "letter") + value!(values, "emails") + value!(values, "to_letter") + value!(values, "named_letter") > 0.0;
        let scores = Category::NAGS.iter().zip(&self.kinds).map(|(c, t)| (*c, t.score(values)));
        let fits = scores.filter(|(c, _)| mail || *c != Category::Newsletter);
        fits.fold((Category::Subscribe, f32::MIN), |best, now| if now.1 > best.1 { now } else { best }).0
    }
}

const _: () = assert!(features::WIDTH < u16::MAX as usize);
