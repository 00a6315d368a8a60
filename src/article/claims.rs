//! How much of each line the page's own data know: its headline, its description, the text of its article. The data are never shown
//! for the text; they only help to find it.

use super::about::About;
use super::lines::Line;
use crate::text::words;

/// Words in a row that must agree before a line counts as known to the data's text: pairs are common, threes are not.
const ROW: usize = 3;
/// Shorter texts in the data are abstracts, not the article.
const BODY_WORDS: usize = 60;

/// For each line the share of its words found in the headline, in the description, in the article's text (-1 without one).
pub fn said(lines: &[Line], about: &About) -> Vec<[f32; 3]> {
    let headlines: Vec<Vec<u32>> = about.headlines.iter().map(|h| hashes(h)).collect();
    let description = about.description.as_deref().map(|d| rows(&hashes(d))).unwrap_or_default();
    let body = about.body.as_deref().map(hashes).filter(|b| b.len() >= BODY_WORDS).map(|b| rows(&b));
    lines
        .iter()
        .map(|line| {
            if line.look.words > 60 && body.is_none() {
                return [0.0, 0.0, -1.0];
            }
            let own = hashes(&line.text);
            let title = headlines.iter().map(|h| alike(h, &own)).fold(0.0, f32::max);
            let own = if description.is_empty() && body.is_none() { Vec::new() } else { rows(&own) };
            [title, known(&own, &description), body.as_ref().map_or(-1.0, |b| known(&own, b))]
        })
        .collect()
}

/// Hashes of a text's words, small letters.
fn hashes(text: &str) -> Vec<u32> {
    let mut found = Vec::new();
    for range in words(text) {
        let Some(word) = text.get(range) else { continue };
        found.push(word.chars().fold(0x811C_9DC5_u32, |h, c| {
            let small = crate::case::small(c);
            (h ^ u32::from(small)).wrapping_mul(0x0100_0193)
        }));
    }
    found
}

/// Every few words in a row as one hash, sorted; a shorter text as a whole.
fn rows(words: &[u32]) -> Vec<u32> {
    let mix = |row: &[u32]| row.iter().fold(0_u32, |h, w| h.rotate_left(9) ^ w.wrapping_mul(0x9E37_79B1));
    let mut found: Vec<u32> = if words.len() < ROW { vec![mix(words)] } else { words.windows(ROW).map(mix).collect() };
    crate::order::sort(&mut found);
    found.dedup();
    found
}

/// Share of the rows that the other text has.
fn known(rows: &[u32], other: &[u32]) -> f32 {
    let found = rows.iter().filter(|r| other.binary_search(r).is_ok()).count();
    found as f32 / rows.len().max(1) as f32
}

/// How much two short texts share, 0 to 1: words of one in the other, over the longer.
fn alike(a: &[u32], b: &[u32]) -> f32 {
    if a.len() > 4 * b.len() || b.len() > 4 * a.len() {
        return 0.0;
    }
    let shared = b.iter().filter(|w| a.contains(w)).count();
    shared as f32 / a.len().max(b.len()).max(1) as f32
}
