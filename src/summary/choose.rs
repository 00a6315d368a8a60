//! The choice of sentences for the summary: the worthiest that together read as one text. A sentence
//! that leans on the one before comes with it or not at all, and none repeats another.

use super::candidate::{Candidate, candidates};
use super::features::likeness;
use super::leaning::Leaning;
use super::{Document, Ranker, Reading, Sentence};

/// Two sentences more alike than this (cosine of terms) say the same.
const SAME: f32 = 0.5;

/// A summary has no more words than this for each sentence asked for, unless it is one sentence: long sentences count for more. Three
/// chosen sentences have 70 words on average; on the four sets of references the bound costs nothing.
const WORDS: usize = 40;

/// What likeness to a sentence already chosen costs, in log-odds.
const REPETITION: f32 = 1.0;

/// At most `sentences` sentences of the article that tell what it says, in the article's order, each
/// a verbatim part of one paragraph. Fewer when the article is short; none when it has no running text.
#[must_use]
pub fn summarize(doc: &Document<'_>, sentences: usize, ranker: &Ranker) -> Vec<Sentence> {
    let [one] = summaries(&Reading::of(doc), [sentences], ranker);
    one
}

/// A summary of each length: see [`summarize`].
#[must_use]
pub fn summaries<const N: usize>(reading: &Reading<'_>, lengths: [usize; N], ranker: &Ranker) -> [Vec<Sentence>; N] {
    let found = candidates(reading);
    let worths = ranker.worths(reading.doc, &found);
    lengths.map(|sentences| {
        let mut chosen = choose(&found, &worths, sentences);
        crate::order::sort(&mut chosen);
        chosen.iter().filter_map(|&i| found.get(i)).map(|c| Sentence { text: c.text.to_owned(), node: c.node }).collect()
    })
}

fn choose(found: &[Candidate<'_>], worths: &[f32], sentences: usize) -> Vec<usize> {
    let mut chosen: Vec<usize> = Vec::new();
    let mut words = 0;
    // How much each sentence is like the likest of the chosen.
    let mut alike = vec![0.0_f32; found.len()];
    // First what stands alone. Then parts; what leans on a sentence that is not there only where it would be all there is.
    for most in [Leaning::None, Leaning::Part, Leaning::Points] {
        while chosen.len() < sentences && (most < Leaning::Points || chosen.is_empty()) {
            let may = |i: usize, c: &Candidate<'_>| {
                let comes_with = c.leaning != Leaning::Piece && i > 0 && chosen.contains(&(i - 1));
                let fits = chosen.is_empty() || words + c.words <= WORDS * sentences;
                c.eligible && (c.leaning <= most || comes_with) && fits && !chosen.contains(&i)
            };
            let best = (found.iter().zip(&alike).zip(worths).enumerate())
                .filter(|&(i, ((c, alike), _))| *alike <= SAME && may(i, c))
                .map(|(i, ((_, alike), worth))| (worth - REPETITION * alike, i))
                .max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(&a.1)));
            let Some((_, i)) = best else { break };
            chosen.push(i);
            if let Some(new) = found.get(i) {
                words += new.words;
                for (like, c) in alike.iter_mut().zip(found) {
                    *like = like.max(likeness(&c.terms, &new.terms));
                }
            }
        }
    }
    chosen
}

#[cfg(test)]
#[allow(clippy::string_slice)]
mod tests {
    use super::summarize;
    use crate::summary::{Document, Ranker, Reading};
    use crate::text::Lexicon;

    fn summary(text: &str, sentences: usize) -> Vec<String> {
        let lexicon = Lexicon::built_in();
        summarize(&Document::from_text(&lexicon, None, text, None), sentences, &Ranker::default()).into_iter().map(|s| s.text).collect()
    }

    #[test]
    fn a_sentence_that_says_the_same_again_is_left_out() {
        let text = "The council closed the old bridge on Monday.\nThe council closed the old bridge on Monday morning.\nBuses will take another road until June.";
        assert_eq!(summary(text, 2), ["The council closed the old bridge on Monday.", "Buses will take another road until June."]);
    }

    #[test]
    fn questions_stamps_and_pieces_are_not_chosen() {
        let text = "The council closed the old bridge on Monday.\nWhat will the buses do now?\nwere sent over another road by the council.\nMonday, 11 May 2022 - 3:40 p.m.\nBuses will take another road until June.";
        assert_eq!(summary(text, 5), ["The council closed the old bridge on Monday.", "Buses will take another road until June."]);
    }

    #[test]
    fn long_sentences_count_for_more() {
        let long = format!("The council closed the bridge{} on Monday.", " and another road".repeat(30));
        let text = format!("{long}\nBuses will take the tunnel until the end of June.\n{}", long.replace("road", "path"));
        assert_eq!(summary(&text, 1), [long.as_str()]);
        assert_eq!(summary(&text, 3), [long.as_str(), "Buses will take the tunnel until the end of June."]);
    }

    #[test]
    fn what_leans_on_an_absent_sentence_is_chosen_only_where_it_is_all_there_is() {
        let story = "The council closed the old bridge on Monday.\nWhat now?\nHe said that buses will take the tunnel.";
        assert_eq!(summary(story, 3), ["The council closed the old bridge on Monday."]);
        assert_eq!(summary("He said that buses will take the tunnel.", 3), ["He said that buses will take the tunnel."]);
    }

    #[test]
    fn any_text_gives_sentences_of_its_own_in_order() {
        let texts = [
            "👩‍👩‍👧 family e\u{301}clair. שלום עולם, זה מבחן ארוך. مرحبا بالعالم هذا اختبار طويل. 日本語の文章です。これは長い文です。",
            "\u{202e}abc def ghi jkl mno.\u{200f} “ ” „ « » ' \u{fe0f}\u{20e3} 1\u{fe0f}\u{20e3} keycap text goes on and on here.",
            "「」。「。」『！』（（（。）A.B.C.D. . . ... … ?!?! e.g. i.e. U.S. Dr. 3. 4. 5. §§",
            "\u{0e01}\u{0e33} \u{0e40}\u{0e21}\u{0e37}\u{0e48}\u{0e2d} \u{1F1E9}\u{1F1EA}\u{1F1E9} said “\u{1F600}” he \u{0301}\u{0301} said.",
        ];
        let (ranker, lexicon) = (Ranker::built_in(), Lexicon::built_in());
        for text in texts {
            for lang in ["", "en", "de", "fr", "es", "ru", "ja", "zh", "ar", "he", "hi", "th", "el", "nl"] {
                // Every cut of the text, so that each character comes to stand at the end once.
                for (end, _) in text.char_indices() {
                    let part = &text[..end];
                    let doc = Document::from_text(&lexicon, Some(part), part, Some(crate::text::Lang::new(lang)));
                    let whole = doc.paragraphs.first().map(|p| p.text.clone()).unwrap_or_default();
                    let mut at = 0;
                    for sentence in summarize(&doc, 5, &ranker) {
                        at += whole[at..].find(&sentence.text).expect("a verbatim part, in order");
                    }
                    let reading = Reading::of(&doc);
                    let _ = (crate::summary::quotes(&reading), crate::summary::facts(&reading));
                }
            }
        }
    }

    #[test]
    fn no_text_no_summary() {
        assert!(summary("", 3).is_empty());
        assert!(summary("Short. Too. 1.", 3).is_empty());
    }
}
