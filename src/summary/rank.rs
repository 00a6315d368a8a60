//! How much each sentence of an article deserves a place in its summary: features of its place, its
//! words and its company, and small learned trees over them.
//!
//! Centrality is measured against the whole article by term counts (linear), and against single
//! sentences only within the first [`COMPANY`], so that a long article costs no more a sentence than a short one.

use super::Document;
use super::candidate::{Candidate, candidates};
use super::leaning::Leaning;
use crate::error::Error;
use crate::model::{self, Trees};
use crate::text;

/// The name of the ranker's section in a model file.
const SECTION: &str = "summary";

/// Sentences are compared one by one only with this many at the beginning of the article.
const COMPANY: usize = 48;

/// Names of the features, in the order of [`features`].
pub const FEATURES: &[&str] = &[
    "index",
    "depth",
    "paragraph",
    "place",
    "sentences",
    "words",
    "relative_words",
    "centroid",
    "coverage",
    "company",
    "lead",
    "opening",
    "title",
    "names",
    "numbers",
    "quoted",
    "opener",
    "speech",
    "label",
    "novel",
    "recurs",
    "before",
    "after",
    "question",
    "commas",
    "known_names",
    "last_in_paragraph",
    "paragraph_words",
    "eligible",
];

/// Gives every sentence its worth: by learned trees, or by position where the model has none.
#[derive(Clone, Debug, Default)]
pub struct Ranker {
    trees: Option<Trees>,
}

impl Ranker {
    /// The ranker of a model file.
    ///
    /// # Errors
    /// [`Error::Model`] when its section is at fault.
    pub fn read(model: &str) -> Result<Ranker, Error> {
        Ok(Ranker { trees: Trees::read(model, SECTION, FEATURES)? })
    }

    /// The ranker of the model that Lede ships.
    #[must_use]
    pub fn built_in() -> Ranker {
        Ranker::read(model::BUILT_IN).unwrap_or_default()
    }

    /// Whether the ranker has learned trees.
    #[must_use]
    pub fn is_learned(&self) -> bool {
        self.trees.is_some()
    }

    /// The worth of each candidate.
    pub(crate) fn worths(&self, doc: &Document, found: &[Candidate<'_>]) -> Vec<f32> {
        match &self.trees {
            Some(trees) => measure(doc, found).iter().map(|values| trees.score(values)).collect(),
            None => (0..found.len()).map(|i| -(i as f32)).collect(),
        }
    }
}

/// The features of every sentence of the running text, with its text, for learning.
#[must_use]
pub fn features(doc: &Document) -> Vec<(String, Vec<f32>)> {
    let found = candidates(doc);
    measure(doc, &found).into_iter().zip(&found).map(|(values, c)| (c.text.to_owned(), values)).collect()
}

/// How often each term occurs in the article's sentences: sorted (term, sentences).
fn document_terms(found: &[Candidate<'_>]) -> Vec<(u32, u32)> {
    let mut all: Vec<u32> = found.iter().flat_map(|c| c.terms.iter().copied()).collect();
    all.sort_unstable();
    let mut counts: Vec<(u32, u32)> = Vec::new();
    for term in all {
        match counts.last_mut() {
            Some((last, n)) if *last == term => *n += 1,
            _ => counts.push((term, 1)),
        }
    }
    counts
}

fn count_of(counts: &[(u32, u32)], term: u32) -> u32 {
    counts.binary_search_by_key(&term, |&(t, _)| t).ok().and_then(|i| counts.get(i)).map_or(0, |&(_, n)| n)
}

/// Shared terms of two sorted lists.
pub(crate) fn shared(a: &[u32], b: &[u32]) -> usize {
    let (mut a, mut b) = (a.iter().peekable(), b.iter().peekable());
    let mut n = 0;
    while let (Some(x), Some(y)) = (a.peek(), b.peek()) {
        match x.cmp(y) {
            std::cmp::Ordering::Less => drop(a.next()),
            std::cmp::Ordering::Greater => drop(b.next()),
            std::cmp::Ordering::Equal => {
                n += 1;
                a.next();
                b.next();
            }
        }
    }
    n
}

/// Cosine of two term sets.
pub(crate) fn likeness(a: &[u32], b: &[u32]) -> f32 {
    if a.is_empty() || b.is_empty() { 0.0 } else { shared(a, b) as f32 / (a.len() as f32 * b.len() as f32).sqrt() }
}

fn sorted_terms(text: &str, lang: text::Lang) -> Vec<u32> {
    let mut terms = text::terms(text, lang);
    terms.sort_unstable();
    terms.dedup();
    terms
}

/// Surface counts of one sentence.
#[derive(Default)]
struct Surface {
    names: f32,
    numbers: f32,
    quoted: f32,
    commas: f32,
    speech: f32,
    name_terms: Vec<u32>,
}

fn surface(sentence: &str, lang: text::Lang) -> Surface {
    let mut s = Surface::default();
    for (i, range) in text::words(sentence).into_iter().enumerate() {
        let Some(word) = sentence.get(range) else { continue };
        let first = word.chars().next().unwrap_or(' ');
        if first.is_numeric() {
            s.numbers += 1.0;
        } else if i > 0 && first.is_uppercase() && word.chars().count() > 1 {
            s.names += 1.0;
            s.name_terms.extend(text::terms(word, lang));
        } else if text::speech::is_verb(word, lang) {
            s.speech = 1.0;
        }
    }
    let (mut inside, mut quoted, mut all) = (false, 0u32, 0u32);
    for c in sentence.chars() {
        match c {
            '"' => inside = !inside,
            '“' | '„' | '«' | '「' | '『' => inside = true,
            '”' | '»' | '」' | '』' => inside = false,
            ',' | '、' | '，' | '،' | ';' => s.commas += 1.0,
            _ => {}
        }
        all += 1;
        quoted += u32::from(inside);
    }
    s.quoted = quoted as f32 / all.max(1) as f32;
    s
}

/// One row of [`FEATURES`] a candidate.
fn measure(doc: &Document, found: &[Candidate<'_>]) -> Vec<Vec<f32>> {
    let n = found.len();
    let counts = document_terms(found);
    let title = doc.title.as_deref().map(|t| sorted_terms(t, doc.lang)).unwrap_or_default();
    let empty = Vec::new();
    let first = found.iter().find(|c| c.eligible).map_or(&empty, |c| &c.terms);
    let first_index = found.iter().find(|c| c.eligible).map_or(0, |c| c.index);
    let mean_words = found.iter().map(|c| c.words).sum::<usize>() as f32 / n.max(1) as f32;
    let mut opening: Vec<u32> = found.iter().filter(|c| c.eligible).take(3).flat_map(|c| c.terms.iter().copied()).collect();
    opening.sort_unstable();
    opening.dedup();
    let weight = |term: u32| (count_of(&counts, term) as f32).ln();
    let total_weight: f32 = counts.iter().map(|&(_, k)| (k as f32).ln()).sum::<f32>().max(1e-6);

    let mut seen: Vec<u32> = Vec::new();
    let mut rows = Vec::with_capacity(n);
    let surfaces: Vec<Surface> = found.iter().map(|c| surface(c.text, doc.lang)).collect();
    let best_centroid =
        found.iter().map(|c| c.terms.iter().map(|&t| weight(t)).sum::<f32>() / (c.terms.len() as f32 + 4.0)).fold(1e-6f32, f32::max);
    for (i, c) in found.iter().enumerate() {
        let surface = surfaces.get(i);
        let len = c.terms.len().max(1) as f32;
        let weights: f32 = c.terms.iter().map(|&t| weight(t)).sum();
        let company: f32 = found.iter().take(COMPANY).filter(|o| o.index != c.index).map(|o| likeness(&c.terms, &o.terms)).sum::<f32>()
            / n.clamp(2, COMPANY) as f32;
        let novel = c.terms.iter().filter(|t| seen.binary_search(t).is_err()).count() as f32 / len;
        let recurs = c.terms.iter().filter(|&&t| count_of(&counts, t) > 1).count() as f32 / len;
        let neighbour = |j: Option<usize>| j.and_then(|j| found.get(j)).map_or(0.0, |o| likeness(&c.terms, &o.terms));
        let known = surface.map_or(0.0, |s| s.name_terms.iter().map(|&t| weight(t)).sum::<f32>());
        let paragraph_words: usize = found
            .iter()
            .skip((i + 1).saturating_sub(c.place + 1))
            .take_while(|o| o.paragraph == c.paragraph)
            .take(20)
            .map(|o| o.words)
            .sum();
        let last = found.get(i + 1).is_none_or(|o| o.paragraph != c.paragraph);
        rows.push(vec![
            c.index.min(100) as f32,
            (i as f32 + 0.5) / n.max(1) as f32,
            c.paragraph.min(60) as f32,
            c.place.min(20) as f32,
            n.min(120) as f32,
            c.words as f32,
            c.words as f32 / mean_words.max(1.0),
            weights / (len + 4.0) / best_centroid,
            weights / total_weight,
            company,
            if c.index == first_index { 1.0 } else { likeness(&c.terms, first) },
            shared(&c.terms, &opening) as f32 / len,
            if title.is_empty() { -1.0 } else { shared(&c.terms, &title) as f32 / title.len() as f32 },
            surface.map_or(0.0, |s| s.names / c.words.max(1) as f32),
            surface.map_or(0.0, |s| s.numbers),
            surface.map_or(0.0, |s| s.quoted),
            match c.leaning {
                Leaning::None => 0.0,
                Leaning::Joins => 1.0,
                Leaning::Points => 2.0,
                Leaning::Piece => 3.0,
            },
            surface.map_or(0.0, |s| s.speech),
            f32::from(u8::from(c.label)),
            novel,
            recurs,
            neighbour(i.checked_sub(1)),
            neighbour(Some(i + 1)),
            f32::from(u8::from(c.text.contains(['?', '？', '؟']))),
            surface.map_or(0.0, |s| s.commas),
            known,
            f32::from(u8::from(last)),
            paragraph_words as f32,
            f32::from(u8::from(c.eligible)),
        ]);
        // Merging keeps the list sorted; linear in the distinct terms of the first sentences, where novelty matters.
        if i < COMPANY {
            seen.extend_from_slice(&c.terms);
            seen.sort_unstable();
            seen.dedup();
        }
    }
    rows
}
