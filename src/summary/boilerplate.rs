//! Lines inside an article that are not its story: links to other articles, appeals that survived,
//! corrections, credits, captions, notes on who wrote. They never belong in a summary.

use crate::text::{Language, List};

/// Whether a sentence or short paragraph is not part of the story.
pub(crate) fn is_boilerplate(text: &str, lang: Language<'_>) -> bool {
    let lower = crate::case::lower(
        text.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '•' | '–' | '-' | '*' | '▶' | '►' | '→' | '+')),
    );
    // As the lists write phrases.
    let joined = lower.replace(' ', "_");
    if lang.words(List::Beginnings).filter(|b| b.as_bytes().first() == lower.as_bytes().first()).any(|b| starts_with_word(&joined, b)) {
        return true;
    }
    // A long sentence may speak of newsletters or cookies because the story does.
    if lower.chars().count() >= 400 {
        return false;
    }
    let pairs = Pairs::of(&joined);
    lang.words(List::Marks).any(|p| pairs.may_hold(p) && joined.contains(p))
}

/// The pairs of neighbouring bytes in a text: a phrase that has others is not in it.
struct Pairs([u64; 32]);

impl Pairs {
    fn of(text: &str) -> Pairs {
        let mut pairs = Pairs([0; 32]);
        for (place, bit) in Pairs::places(text) {
            if let Some(bits) = pairs.0.get_mut(place) {
                *bits |= bit;
            }
        }
        pairs
    }

    fn may_hold(&self, phrase: &str) -> bool {
        Pairs::places(phrase).all(|(place, bit)| self.0.get(place).is_some_and(|bits| bits & bit > 0))
    }

    fn places(text: &str) -> impl Iterator<Item = (usize, u64)> {
        text.as_bytes().iter().zip(text.as_bytes().iter().skip(1)).map(|(&a, &b)| {
            let pair = usize::from(a) << 5 ^ usize::from(b);
            (pair >> 6 & 31, 1 << (pair & 63))
        })
    }
}

fn starts_with_word(text: &str, beginning: &str) -> bool {
    text.strip_prefix(beginning)
        .is_some_and(|rest| !beginning.ends_with(char::is_alphabetic) || !rest.chars().next().is_some_and(char::is_alphanumeric))
}

/// Whether a sentence reads like a picture's caption: "Software: Orfeas Boteas, 27, made …", "(pictured, left)".
pub(crate) fn is_caption(text: &str) -> bool {
    let lower = crate::case::lowered(text);
    if !lower.contains('(') && !lower.contains("pictured") {
        return false;
    }
    lower.starts_with("pictured")
        || [
            "(pictured",
            "pictured:",
            "pictured above",
            "pictured below",
            "(left)",
            "(right)",
            "(l)",
            "(r)",
            "(links)",
            "(rechts)",
            "(à gauche)",
            "(g.)",
            "(d.)",
        ]
        .iter()
        .any(|p| lower.contains(p))
}

/// Whether a sentence opens with a label and a colon, as captions and bulletins do ("Wreckage: Karen Buckland pulled …").
pub(crate) fn has_label(text: &str) -> bool {
    let Some((label, rest)) = text.split_once(": ") else { return false };
    label.split_whitespace().count() <= 4 && label.chars().count() <= 40 && rest.chars().next().is_some_and(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::{has_label, is_boilerplate};
    use crate::text::language;

    #[test]
    fn links_appeals_and_corrections_are_not_the_story() {
        for line in
            ["Read more: The bridge", "Lesen Sie auch: Die Brücke", "This article was corrected on Monday.", "(Reporting by A. Holm)"]
        {
            assert!(is_boilerplate(line, language("en")), "{line}");
        }
    }

    #[test]
    fn a_word_that_only_begins_like_one_is_the_story() {
        for line in ["Correctional officers left the bridge.", "Readers moved on.", "Subscribers fell by a tenth in May."] {
            assert!(!is_boilerplate(line, language("en")), "{line}");
        }
    }

    #[test]
    fn a_label_is_short_and_followed_by_a_capital() {
        assert!(has_label("Wreckage: Anna Holm pulled him out."));
        assert!(!has_label("The mayor said what many thought: the bridge is old."));
    }
}
