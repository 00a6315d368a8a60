//! What a reported sentence claims: the part of it that is the speaker's, without the clause of attribution.

use super::attribution::Attribution;
use super::candidate::without_dateline;
use super::quotation::Quotation;
use super::token::Token;
use crate::text::{self, Language, List, listed};
use std::ops::Range;

/// A quotation of fewer words is a mention of a word, unless the sentence is nothing else.
pub(super) const FEWEST_WORDS: usize = 4;

/// English verbs after which a claim needs no "that"; others take an object ("warned the company", "posted a picture").
pub(super) const FREE_VERBS: &str =
    "said says say claims claimed claim added adds add insisted insists insist argued argues argue thinks think believes believe saying";

/// The claim of a reported sentence: what stands behind a leading attribution, or before a trailing one.
pub(super) fn claim(source: &str, all: &[Token<'_>], attribution: &Attribution, lang: Language<'_>) -> Option<String> {
    let rest = all.len().saturating_sub(attribution.to);
    let next = all.get(attribution.to);
    let verb = attribution.to.checked_sub(1).and_then(|v| all.get(v)).map_or("", |t| &*t.lower);
    // What follows a trailing attribution are its own adverbials: "…, Quist said on Monday", "…, Quist told reporters".
    let own = next.is_none_or(|n| {
        !n.follows_on() || n.capital || n.is(List::Prepositions) || n.is(List::Fillers) || n.is(List::Times) || verb == "told"
    });
    let text = if attribution.leads || !own {
        if rest == 0 {
            return None;
        }
        // "said on Monday that …": the claim begins behind "that"; "According to Quist, …" behind the comma.
        let according = all
            .get(attribution.from)
            .is_some_and(|t| lang.words(List::According).next().is_some_and(|a| a.split('_').next() == Some(&*t.lower)));
        let that = if according { Some(attribution.to.checked_sub(1)?) } else { None };
        let that =
            that.or_else(|| (attribution.to..(attribution.to + 9).min(all.len())).find(|&i| all.get(i).is_some_and(|t| t.is(List::That))));
        let begin = match that {
            Some(i) => all.get(i + 1)?.start,
            None => {
                // Without "that" the languages that need it report nothing here; German reports in the subjunctive behind a comma.
                // "told the Courier it was a mistake": the claim begins behind who was told.
                let told = if verb == "told" {
                    (attribution.to..all.len()).take(5).find(|&i| {
                        i > attribution.to
                            && all.get(i).is_some_and(|t| {
                                t.follows_on() && !t.capital && listed("it it's it’s the a he she they his her there this", &t.lower)
                            })
                    })
                } else {
                    None
                };
                if let Some(begin) = told.and_then(|i| all.get(i)) {
                    return finished(source.get(begin.start..)?);
                }
                let next = next?;
                // What English reports without a verb of saying ("Quist met envoys and discussed …") begins with its own verb.
                let bare = !lang.has(List::Verbs, verb);
                let free = if lang.is("en") { bare || listed(FREE_VERBS, verb) } else { next.before.contains([',', ':']) };
                if !free || matches!(&*next.lower, "of" | "about" | "to" | "him" | "her" | "them" | "us" | "me" | "by" | "so") {
                    return None;
                }
                next.start
            }
        };
        source.get(begin..)?
    } else {
        let first = all.get(attribution.from)?;
        let after_quotation = attribution.from.checked_sub(1).and_then(|p| all.get(p)).is_some_and(|p| p.quotation.is_some());
        let long = rest > if next.is_some_and(|n| n.is(List::Prepositions)) { 16 } else { 9 } && next.is_some_and(Token::follows_on);
        if attribution.from == 0 || long || !(after_quotation || first.before.contains([',', '—', '–'])) {
            return None;
        }
        if all
            .get(attribution.from..attribution.to)?
            .iter()
            .any(|t| listed("though although while but and as when where which who", &t.lower))
        {
            return None;
        }
        source.get(..all.get(attribution.from - 1)?.end)?
    };
    finished(text)
}

/// A claim without dateline and final stop, if it is long enough to say something.
fn finished(text: &str) -> Option<String> {
    let text = without_dateline(text.trim()).trim_end_matches(['.', ',', ';']).trim();
    (text::count(text) >= FEWEST_WORDS).then(|| text.to_owned())
}

/// The sentences of a paragraph, joined where a quotation runs over their border.
pub(super) fn units(sentences: &[Range<usize>], quoted: &[Quotation]) -> Vec<(usize, usize)> {
    let mut found: Vec<(usize, usize)> = Vec::new();
    for range in sentences {
        match found.last_mut() {
            Some(last) if quoted.iter().any(|q| q.outer.0 < range.start && q.outer.1 > range.start) => last.1 = range.end,
            _ => found.push((range.start, range.end)),
        }
    }
    // A closing mark that the border cut off belongs to its sentence.
    for (start, end) in &mut found {
        for q in quoted {
            if q.outer.0 >= *start && q.outer.0 < *end && q.outer.1 > *end {
                *end = q.outer.1;
            }
        }
    }
    found
}
