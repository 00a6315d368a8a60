//! What the ranker knows of a sentence: its place, its words, and its company in the article.
//!
//! Centrality is measured against the whole article by counts (linear), and against single sentences
//! only within the first [`COMPANY`], so that a long article costs no more a sentence than a short one.

use super::Document;
use super::candidate::Candidate;
use super::leaning::Leaning;
use super::token::{Token, content_terms, tokens};
use crate::text::List;

/// Sentences are compared one by one only with this many at the beginning of the article.
const COMPANY: usize = 48;

/// Names of the features, in the order of the values that `measure` gives.
pub const FEATURES: &[&str] = &[
    // Place: among all sentences, among those that may be chosen, among those that stand alone.
    "choosable_before",
    "standing_before",
    "sentences",
    // Length.
    "words",
    "relative_words",
    "words_rank",
    "word_length",
    // Company: weight of its terms in the article, likeness to single sentences.
    "centroid",
    "centroid_rank",
    "coverage",
    "opening",
    "opening_rank",
    "early_terms",
    "known_pairs",
    "pair_coverage",
    "novel",
    "before",
    "after",
    "most_like_before",
    "like_end",
    // Headline.
    "title",
    "title_rank",
    // Surface.
    "names",
    "numbers",
    "quoted",
    "opener",
    "speech",
];

/// Shared terms of two sorted lists.
fn shared(a: &[u32], b: &[u32]) -> usize {
    let (mut a, mut b) = (a.iter(), b.iter());
    let (mut one, mut other) = (a.next(), b.next());
    let mut n = 0;
    while let (Some(x), Some(y)) = (one, other) {
        n += usize::from(x == y);
        if x <= y {
            one = a.next();
        }
        if y <= x {
            other = b.next();
        }
    }
    n
}

/// Cosine of two term sets.
pub(crate) fn likeness(a: &[u32], b: &[u32]) -> f32 {
    if a.is_empty() || b.is_empty() { 0.0 } else { shared(a, b) as f32 / (a.len() as f32 * b.len() as f32).sqrt() }
}

/// How many sentences hold each item, and which is the first: sorted by item.
struct Counts(Vec<(u32, u32, u32)>);

impl Counts {
    fn of<'a>(sets: impl Iterator<Item = &'a Vec<u32>>) -> Counts {
        // An item and its sentence in one number.
        let mut all: Vec<u64> = sets.enumerate().flat_map(|(i, set)| set.iter().map(move |&t| u64::from(t) << 32 | i as u64)).collect();
        crate::order::sort(&mut all);
        let mut counts: Vec<(u32, u32, u32)> = Vec::new();
        for (item, sentence) in all.into_iter().map(|both| ((both >> 32) as u32, both as u32)) {
            match counts.last_mut() {
                Some((last, n, _)) if *last == item => *n += 1,
                _ => counts.push((item, 1, sentence)),
            }
        }
        Counts(counts)
    }

    fn get(&self, item: u32) -> (u32, u32) {
        let found = self.0.binary_search_by_key(&item, |&(t, _, _)| t).ok().and_then(|i| self.0.get(i));
        found.map_or((0, 0), |&(_, n, first)| (n, first))
    }

    /// The same of each item.
    fn of_all(&self, items: &[u32]) -> Vec<(u32, u32)> {
        items.iter().map(|&t| self.get(t)).collect()
    }
}

/// The place of each value when sorted from the largest, 0 to 1; equal values in their order.
fn ranks(values: &[f32]) -> Vec<f32> {
    let mut order: Vec<usize> = (0..values.len()).collect();
    let value = |i: usize| values.get(i).copied().unwrap_or(0.0);
    crate::order::sort_by(&mut order, |&a, &b| value(b).total_cmp(&value(a)).then(a.cmp(&b)));
    let mut ranks = vec![0.0; values.len()];
    let last = values.len().saturating_sub(1).max(1) as f32;
    for (place, &i) in order.iter().enumerate() {
        if let Some(rank) = ranks.get_mut(i) {
            *rank = place as f32 / last;
        }
    }
    ranks
}

/// Counts over the letters of one sentence.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Surface {
    names: f32,
    pub numbers: f32,
    quoted: f32,
    speech: f32,
    word_length: f32,
}

impl Surface {
    /// Counts through a sentence and its words.
    pub fn of(sentence: &str, all: &[Token<'_>]) -> Surface {
        let mut s = Surface::default();
        let mut letters = 0usize;
        for (i, t) in all.iter().enumerate() {
            let length = t.word.chars().count();
            letters += length;
            if t.number() {
                s.numbers += 1.0;
            } else if i > 0 && t.capital && length > 1 {
                s.names += 1.0;
            } else if t.is_written(List::Verbs) {
                s.speech = 1.0;
            }
        }
        s.word_length = letters as f32 / all.len().max(1) as f32;
        let (mut inside, mut quoted, mut chars) = (false, 0u32, 0u32);
        for c in sentence.chars() {
            match c {
                '"' => inside = !inside,
                '“' | '„' | '«' | '「' | '『' => inside = true,
                '”' | '»' | '」' | '』' => inside = false,
                _ => {}
            }
            chars += 1;
            quoted += u32::from(inside);
        }
        s.quoted = quoted as f32 / chars.max(1) as f32;
        s
    }
}

/// One row of [`FEATURES`] a candidate.
pub(crate) fn measure(doc: &Document<'_>, found: &[Candidate<'_>]) -> Vec<Vec<f32>> {
    let n = found.len();
    let counts = Counts::of(found.iter().map(|c| &c.terms));
    let pair_counts = Counts::of(found.iter().map(|c| &c.pairs));
    let title = tokens(doc.title.as_deref().unwrap_or_default(), doc.lang);
    let mut title = content_terms(&title, &doc.lang.small_words());
    crate::order::sort(&mut title);
    title.dedup();
    let mut opening: Vec<u32> = found.iter().filter(|c| c.eligible).take(3).flat_map(|c| c.terms.iter().copied()).collect();
    crate::order::sort(&mut opening);
    opening.dedup();

    let mean_words = found.iter().map(|c| c.words).sum::<usize>() as f32 / n.max(1) as f32;
    let total_weight = counts.0.iter().map(|&(_, k, _)| (k as f32).ln()).sum::<f32>().max(1e-6);
    let total_pairs = pair_counts.0.iter().map(|&(_, k, _)| (k - 1) as f32).sum::<f32>().max(1.0);
    let length = |c: &Candidate<'_>| c.terms.len().max(1) as f32;

    let known: Vec<Vec<(u32, u32)>> = found.iter().map(|c| counts.of_all(&c.terms)).collect();
    let weights: Vec<f32> = known.iter().map(|terms| terms.iter().map(|t| (t.0.max(1) as f32).ln()).sum()).collect();
    let centroid: Vec<f32> = found.iter().zip(&weights).map(|(c, weight)| weight / (c.terms.len() as f32 + 4.0)).collect();
    let best_centroid = centroid.iter().copied().fold(1e-6f32, f32::max);
    let near_opening: Vec<f32> = found.iter().map(|c| shared(&c.terms, &opening) as f32 / length(c)).collect();
    let near_title: Vec<f32> =
        found.iter().map(|c| if title.is_empty() { -1.0 } else { shared(&c.terms, &title) as f32 / title.len() as f32 }).collect();
    let words: Vec<f32> = found.iter().map(|c| c.words as f32).collect();
    let (centroid_rank, opening_rank, title_rank, words_rank) = (ranks(&centroid), ranks(&near_opening), ranks(&near_title), ranks(&words));
    let end = found.get(n.min(COMPANY).saturating_sub(1)).map(|c| c.terms.clone()).unwrap_or_default();
    let at = |values: &[f32], i: usize| values.get(i).copied().unwrap_or(0.0);
    let (mut choosable, mut standing) = (0usize, 0usize);
    let mut rows = Vec::with_capacity(n);
    for (i, (c, terms)) in found.iter().zip(&known).enumerate() {
        let s = c.surface;
        let pairs = pair_counts.of_all(&c.pairs);
        let most_like_before = found.iter().take(i.min(COMPANY)).map(|o| likeness(&c.terms, &o.terms)).fold(0.0, f32::max);
        let neighbour = |j: Option<usize>| j.and_then(|j| found.get(j)).map_or(0.0, |o| likeness(&c.terms, &o.terms));
        rows.push(vec![
            choosable.min(100) as f32,
            standing.min(100) as f32,
            n.min(120) as f32,
            c.words as f32,
            c.words as f32 / mean_words.max(1.0),
            at(&words_rank, i),
            s.word_length,
            at(&centroid, i) / best_centroid,
            at(&centroid_rank, i),
            at(&weights, i) / total_weight,
            at(&near_opening, i),
            at(&opening_rank, i),
            terms.iter().map(|t| 1.0 / (1.0 + t.1 as f32)).sum::<f32>() / length(c),
            pairs.iter().filter(|p| p.0 > 1).count() as f32 / pairs.len().max(1) as f32,
            pairs.iter().map(|p| p.0.saturating_sub(1) as f32).sum::<f32>() / total_pairs,
            terms.iter().filter(|t| t.1 as usize >= i.min(COMPANY)).count() as f32 / length(c),
            neighbour(i.checked_sub(1)),
            neighbour(Some(i + 1)),
            most_like_before,
            likeness(&c.terms, &end),
            at(&near_title, i),
            at(&title_rank, i),
            s.names / c.words.max(1) as f32,
            s.numbers,
            s.quoted,
            match c.leaning {
                Leaning::None | Leaning::Part => 0.0,
                Leaning::Joins => 1.0,
                Leaning::Points => 2.0,
                Leaning::Piece => 3.0,
            },
            s.speech,
        ]);
        choosable += usize::from(c.eligible);
        standing += usize::from(c.eligible && c.leaning <= Leaning::Part);
    }
    rows
}
