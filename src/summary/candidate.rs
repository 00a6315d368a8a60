//! The sentences that may stand in a summary, with what ranking and choosing need to know of each.

use super::boilerplate::{has_label, is_boilerplate, is_caption};
use super::features::Surface;
use super::leaning::{Leaning, leaning, leaves_open};
use super::token::{content_terms, within};
use super::{ParagraphKind, Reading, parts};
use crate::text;

/// More sentences than this are not looked at: a summary of a book's first chapters is no worse for it.
const MOST_CANDIDATES: usize = 4000;

/// Sentences shorter than this many words say too little.
const FEWEST_WORDS: usize = 4;

/// A sentence longer than this many characters would fill the sidebar.
const MOST_CHARS: usize = 900;

/// An item of a list that is shorter than this is a step or an entry; a longer one is a text of its own, as in live blogs.
const TORN_BYTES: usize = 200;

/// A sentence of the article that may be chosen.
#[derive(Clone, Debug)]
pub(crate) struct Candidate<'a> {
    /// The sentence without dateline.
    pub text: &'a str,
    pub node: u32,
    pub words: usize,
    /// Distinct terms, sorted.
    pub terms: Vec<u32>,
    /// Distinct pairs of neighbouring terms, sorted.
    pub pairs: Vec<u32>,
    pub leaning: Leaning,
    pub surface: Surface,
    /// Whether it may be chosen at all.
    pub eligible: bool,
}

/// All sentences of the running text, in order; those that may not be chosen are marked.
pub(crate) fn candidates<'a>(reading: &'a Reading<'_>) -> Vec<Candidate<'a>> {
    let doc = reading.doc;
    let mut found: Vec<Candidate<'_>> = Vec::new();
    let small = doc.lang.small_words();
    let parts_from = parts::begin(&doc.paragraphs);
    // Points that open an article sum it up; items further down are steps and entries that tell little without the others.
    let mut after_text = false;
    let mut asked = false;
    for (at, p) in reading.passages.iter().enumerate().filter(|(_, p)| p.runs_on()) {
        let item = p.kind == ParagraphKind::ListItem;
        after_text |= !item;
        let torn = item && after_text && p.text.len() < TORN_BYTES;
        let answers = std::mem::replace(&mut asked, parts::is_question(p.text));
        let mut open = false;
        let short = p.text.len() < 600;
        let boilerplate = short && p.boilerplate;
        for (place, range) in p.sentences.iter().enumerate() {
            let Some(whole) = p.text.get(range.clone()) else { continue };
            // An agency may come before the place: "(ANSA) - ROMA, 3 MAG - ".
            let sentence = if place == 0 { without_stamp(without_dateline(without_dateline(whole))) } else { whole };
            let began_open = open;
            open = leaves_open(whole, open);
            let tokens = within(&p.tokens, range.end - sentence.len(), range.end);
            let mut terms = content_terms(tokens, &small);
            let mut pairs: Vec<u32> = terms.windows(2).filter_map(|w| Some(w.first()?.rotate_left(9) ^ w.last()?)).collect();
            crate::order::sort(&mut pairs);
            pairs.dedup();
            crate::order::sort(&mut terms);
            terms.dedup();
            let words = text::count_of(tokens.iter().map(|t| t.word));
            let chars = sentence.chars().count();
            let ends = sentence
                .trim_end_matches(['"', '”', '“', '»', '«', '’', '\'', ')', ']', '」', '』', '）', '›'])
                .ends_with(['.', '!', '?', '…', '。', '！', '？', '۔', '।', '॥', '؟', '\u{1362}', ':', '｡']);
            let thai = doc.lang.is_one_of(&["th", "lo", "km", "my"]);
            let question = parts::is_question(sentence);
            // A piece of a broken paragraph, the time stamp of an update.
            let fragment =
                sentence.chars().next().is_some_and(char::is_lowercase) && !sentence.chars().nth(1).is_some_and(char::is_uppercase);
            let surface = Surface::of(sentence, tokens);
            let numbers = surface.numbers as usize;
            let stamp = words <= 12 && numbers * 3 >= words;
            // What costs most is asked last; a passage of one sentence was asked as a whole.
            let eligible = !boilerplate
                && (sentence.len() < p.text.len() || !p.boilerplate)
                && !torn
                && !fragment
                && !stamp
                && !question
                && (found.is_empty() || !has_label(sentence))
                && words >= FEWEST_WORDS
                && chars <= MOST_CHARS
                && (ends || thai || doc.lang.is("vi"))
                // What trails off says too little, or goes on behind a wall.
                && !sentence.ends_with([':', '…'])
                && !sentence.ends_with("...")
                && !is_caption(sentence)
                && (sentence.len() == p.text.len() || !is_boilerplate(sentence, doc.lang));
            found.push(Candidate {
                text: sentence,
                node: p.node,
                words,
                terms,
                pairs,
                leaning: match leaning(sentence, tokens, doc.lang, began_open) {
                    // An answer begins with what the question asked for.
                    Leaning::None if at > parts_from && answers && place == 0 => Leaning::Joins,
                    Leaning::None if at >= parts_from => Leaning::Part,
                    other => other,
                },
                surface,
                eligible,
            });
            if found.len() >= MOST_CANDIDATES {
                return found;
            }
        }
    }
    found
}

/// A sentence without the place and agency before it: "MOSCOW (AP) — ", "(CNN)", "Berlin (dpa) - ".
pub(crate) fn without_dateline(sentence: &str) -> &str {
    // 【ソウル＝小池和樹】
    if let Some((place, story)) = sentence.strip_prefix('【').and_then(|s| s.split_once('】'))
        && place.contains('＝')
        && place.chars().count() <= 24
    {
        return story.trim_start();
    }
    // An agency in brackets, close to the beginning, with nothing but names before it.
    if let Some(open) = sentence.find('(').filter(|&at| at <= 48)
        && let Some((before, rest)) = sentence.split_at_checked(open)
        && let Some((inside, after)) = rest.get(1..).and_then(|r| r.split_once(')'))
    {
        let agency = (2..=24).contains(&inside.chars().count())
            && inside.split(['/', ' ', '-']).all(|w| w.chars().all(|c| c.is_uppercase()) || NEWSROOMS.contains(&w));
        let places = before
            .split([' ', ',', '/', '.', '-'])
            .filter(|w| !w.is_empty())
            .all(|w| w.chars().next().is_some_and(char::is_uppercase) || matches!(w, "am" | "de" | "del" | "of" | "den"));
        let story = after.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '-' | '–' | '—' | ':' | '.'));
        let separated = before.trim().is_empty() || story.len() < after.len();
        if agency
            && places
            && separated
            && story.chars().next().is_some_and(|c| c.is_uppercase() || c.is_numeric() || "\"“„«‘'".contains(c))
        {
            return story;
        }
    }
    // A place in capitals and a dash: "LONDON, May 3 — "; a place and a dot: "Ryd · ".
    if !sentence.split(' ').any(|w| matches!(w, "—" | "–" | "--" | "-" | "·")) {
        return sentence;
    }
    for dash in [" — ", " – ", " -- ", " - ", " · "] {
        if let Some((before, after)) = sentence.split_once(dash)
            && before.chars().count() <= 40
        {
            let first = before.split([' ', ',']).next().unwrap_or_default();
            let loud = first.chars().count() >= 3 && first.chars().all(|c| c.is_uppercase()) || (dash == " · " && first == before);
            let story = after.trim_start();
            if loud && story.chars().next().is_some_and(|c| c.is_uppercase() || c.is_numeric() || "\"“„«‘'".contains(c)) {
                return story;
            }
        }
    }
    sentence
}

/// A sentence without the time before it, as updates have it: "14:05: ", "14.05 Uhr – ", "[16:40] ".
fn without_stamp(sentence: &str) -> &str {
    let time = sentence.strip_prefix('[').unwrap_or(sentence);
    let digits = |from: usize, to: usize| time.get(from..to).filter(|d| !d.is_empty() && d.bytes().all(|b| b.is_ascii_digit()));
    let hours = if digits(0, 2).is_some() { 2 } else { 1 };
    let parted = time.get(hours..).is_some_and(|t| t.starts_with([':', '.', 'h']));
    let story = digits(0, hours).and(digits(hours + 1, hours + 3)).filter(|_| parted).and_then(|_| {
        let rest = time.get(hours + 3..)?;
        let clock = rest.strip_prefix(" Uhr").unwrap_or(rest);
        // "10.45 Euro" is no time.
        let story = clock.trim_start_matches(|c: char| "]:–—-| ".contains(c));
        let marked = clock.len() < rest.len() || story.len() + 1 < clock.len() || clock.starts_with([']', ':']);
        (marked && story.chars().next().is_some_and(|c| !c.is_lowercase() && !c.is_numeric())).then_some(story)
    });
    story.unwrap_or(sentence)
}

/// Agencies that a dateline writes in small letters.
const NEWSROOMS: &[&str] =
    &["dpa", "Reuters", "afp", "dts", "epd", "sid", "jk", "ots", "lby", "lni", "EuroNews", "News", "Bloomberg", "ANTARA"];

#[cfg(test)]
mod tests {
    use super::{MOST_CANDIDATES, candidates, without_dateline, without_stamp};
    use crate::summary::{Document, Reading};
    use crate::text::{Lang, Lexicon};

    #[test]
    fn a_book_is_read_to_a_cap() {
        let (lexicon, book) = (Lexicon::built_in(), "The bridge was closed again. ".repeat(MOST_CANDIDATES + 1));
        let book = Document::from_text(&lexicon, None, &book, Some(Lang::EN));
        assert_eq!(candidates(&Reading::of(&book)).len(), MOST_CANDIDATES);
    }

    #[test]
    fn a_dateline_is_left_out() {
        for (whole, story) in [
            ("MOSCOW (AP) — The bridge opened.", "The bridge opened."),
            ("(CNN)The bridge opened.", "The bridge opened."),
            ("Berlin (dpa) - Die Brücke ist offen.", "Die Brücke ist offen."),
            ("LONDON, May 3 — The bridge opened.", "The bridge opened."),
            ("Ryd · Die Brücke ist offen.", "Die Brücke ist offen."),
            ("【ソウル＝佐藤】橋が開通した。", "橋が開通した。"),
        ] {
            assert_eq!(without_dateline(whole), story);
        }
    }

    #[test]
    fn the_time_of_an_update_is_left_out() {
        for (whole, story) in [
            ("14:05: The bridge opened.", "The bridge opened."),
            ("14.05 Uhr – Die Brücke ist offen.", "Die Brücke ist offen."),
            ("[14:05] Köprü açıldı.", "Köprü açıldı."),
            ("2:05 – The bridge opened.", "The bridge opened."),
            ("14h05 : Le pont est ouvert.", "Le pont est ouvert."),
            ("10.45 Euro kostet die Karte.", "10.45 Euro kostet die Karte."),
            ("14.05 was the time.", "14.05 was the time."),
            ("3.1415 is a number.", "3.1415 is a number."),
        ] {
            assert_eq!(without_stamp(whole), story);
        }
    }

    #[test]
    fn brackets_and_dashes_inside_a_sentence_are_no_dateline() {
        for whole in ["The bridge (NATO) opened.", "Bridges (old ones) – Anna Holm says – need care.", "NATO (the alliance) met."] {
            assert_eq!(without_dateline(whole), whole);
        }
    }
}
