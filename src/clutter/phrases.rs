//! What appeals say, by language: data files of phrases in classes, and the matcher for them.
//!
//! ```text
//! money: donate|give today|now; support our|this journalism
//! not: blood donat*
//! ```
//! A phrase is words between semicolons. `a|b` is either word, `donat*` any word that begins so, `_` any one word, `..` up to three
//! words. An appeal that shares a word with one of the class `not` does not count.

use super::words::{Words, key};
use crate::model::section;
use crate::text::Lang;
use std::cell::OnceCell;

/// What a phrase is a sign of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub enum Class {
    /// A whole request, such as only appeals make: "sign up for our newsletter". Counts as strong too.
    Plea,
    /// Is an appeal by itself, whichever kind.
    Strong,
    /// Asks for money.
    Money,
    /// Says who pays for the journalism, or that it needs help.
    Cause,
    /// Names a newsletter.
    Letter,
    /// Speaks of the reader's inbox or address.
    Inbox,
    /// Asks to sign up.
    Signup,
    /// Sells a subscription.
    Subscribe,
    /// Says what a subscription or an account opens.
    Locked,
    /// Offers an app.
    App,
    /// Asks to follow elsewhere or to allow notifications.
    Follow,
    /// Speaks of cookies and consent.
    Consent,
    /// Heads a list of other stories.
    Related,
    /// Labels a button to share.
    Share,
    /// Marks an advertisement.
    Ad,
    /// Heads or opens the comments.
    Comments,
    /// Turns an appeal away: close, no thanks, later.
    Close,
    /// Asks for a name and a password.
    Login,
    /// Addresses the reader.
    You,
    /// Speaks for the publisher.
    We,
    /// Masks the appeals it shares words with: what looks like one and is none.
    Not,
}

/// Names in the data files, in the order of [`Class`].
const NAMES: &[(&str, Class)] = &[
    ("plea", Class::Plea),
    ("strong", Class::Strong),
    ("money", Class::Money),
    ("cause", Class::Cause),
    ("letter", Class::Letter),
    ("inbox", Class::Inbox),
    ("signup", Class::Signup),
    ("subscribe", Class::Subscribe),
    ("locked", Class::Locked),
    ("app", Class::App),
    ("follow", Class::Follow),
    ("consent", Class::Consent),
    ("related", Class::Related),
    ("share", Class::Share),
    ("ad", Class::Ad),
    ("comments", Class::Comments),
    ("close", Class::Close),
    ("login", Class::Login),
    ("you", Class::You),
    ("we", Class::We),
    ("not", Class::Not),
];

/// The languages that have a data file.
const LANGUAGES: &[&str] = &[
    "en", "de", "fr", "es", "pt", "it", "nl", "pl", "cs", "sv", "no", "da", "fi", "ru", "uk", "tr", "ja", "ko", "zh", "hi", "id", "vi",
    "ar",
];

/// The data files by language. In the extension's brain they come with the model, in sections `[phrases en]` and so on.
#[cfg(feature = "embedded")]
const FILES: &[(&str, &str)] = &[
    ("en", include_str!("phrases/en.txt")),
    ("de", include_str!("phrases/de.txt")),
    ("fr", include_str!("phrases/fr.txt")),
    ("es", include_str!("phrases/es.txt")),
    ("pt", include_str!("phrases/pt.txt")),
    ("it", include_str!("phrases/it.txt")),
    ("nl", include_str!("phrases/nl.txt")),
    ("pl", include_str!("phrases/pl.txt")),
    ("cs", include_str!("phrases/cs.txt")),
    ("sv", include_str!("phrases/sv.txt")),
    ("no", include_str!("phrases/no.txt")),
    ("da", include_str!("phrases/da.txt")),
    ("fi", include_str!("phrases/fi.txt")),
    ("ru", include_str!("phrases/ru.txt")),
    ("uk", include_str!("phrases/uk.txt")),
    ("tr", include_str!("phrases/tr.txt")),
    ("ja", include_str!("phrases/ja.txt")),
    ("ko", include_str!("phrases/ko.txt")),
    ("zh", include_str!("phrases/zh.txt")),
    ("hi", include_str!("phrases/hi.txt")),
    ("id", include_str!("phrases/id.txt")),
    ("vi", include_str!("phrases/vi.txt")),
    ("ar", include_str!("phrases/ar.txt")),
];

#[cfg(feature = "embedded")]
fn built_in(code: &str) -> &'static str {
    FILES.iter().find(|(c, _)| *c == code).map_or("", |(_, text)| text)
}

#[cfg(not(feature = "embedded"))]
fn built_in(_code: &str) -> &'static str {
    ""
}

#[derive(Clone, Debug)]
enum Piece {
    /// One of these words; `true` for a beginning.
    Either(Vec<(String, bool)>),
    Any,
    Gap,
}

#[derive(Clone, Debug)]
struct Phrase {
    class: Class,
    pieces: Vec<Piece>,
}

/// Places that keys are told apart by before they are looked up.
const BEGUN: usize = 2048;

/// The phrases of one language, in places by their first word.
#[derive(Clone, Debug)]
struct Table {
    phrases: Vec<Phrase>,
    /// Key of a first word and the phrase's place, sorted.
    first: Vec<(u32, u32)>,
    /// A bit for each of the keys' last bits: most words of a page begin no phrase.
    begun: [u64; BEGUN / 64],
}

/// The phrases of all languages, each read when a page first asks for it: all of them are most of what a start would cost.
#[derive(Clone, Debug)]
pub struct Phrases {
    tables: Vec<(Lang, String, OnceCell<Table>)>,
}

/// A phrase found.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Hit {
    /// What it is a sign of.
    pub class: Class,
    /// Index of the line.
    pub line: usize,
    /// Its words, as indices into all words.
    pub from: usize,
    /// One past its last word.
    pub to: usize,
}

/// Words that `..` may stand for.
const LONGEST_GAP: usize = 3;

impl Phrases {
    /// Reads the phrases of a model file; the built-in ones of each language for which it has none.
    pub fn read(text: &str) -> Phrases {
        let of = |code: &str| section(text, &format!("phrases {code}")).unwrap_or_else(|| built_in(code));
        Phrases { tables: LANGUAGES.iter().map(|code| (Lang::new(code), of(code).to_owned(), OnceCell::new())).collect() }
    }

    /// Phrases of the page's language and of English, which pages in every language borrow from, in the order of the words. A language
    /// without a data file, or an unknown one, is matched against all.
    pub fn hits(&self, words: &Words, langs: &[Lang]) -> Vec<Hit> {
        let known = |lang: &Lang| self.tables.iter().any(|(l, ..)| l == lang);
        let all = !langs.iter().any(known);
        let wanted = self.tables.iter().filter(|(l, ..)| all || *l == Lang::EN || langs.contains(l));
        let tables: Vec<&Table> = wanted.map(|(_, text, table)| table.get_or_init(|| Table::read(text))).collect();
        let mut hits = Vec::new();
        let mut found: Vec<Hit> = Vec::new();
        for (number, line) in words.lines().iter().enumerate() {
            found.clear();
            for from in line.words.clone() {
                let Some((word, text)) = words.at(from) else { continue };
                for table in &tables {
                    table.at(word.key, text, words, from, line.words.end, |class, to| found.push(Hit { class, line: number, from, to }));
                }
            }
            let masks: Vec<Hit> = found.iter().filter(|h| h.class == Class::Not).copied().collect();
            let free = |h: &&Hit| h.class > Class::Follow || !masks.iter().any(|m| h.from < m.to && m.from < h.to);
            let start = hits.len();
            for hit in found.iter().filter(free) {
                // Two phrases of a class over the same words are one sign.
                let again = hits.get(start..).unwrap_or_default().iter().any(|h: &Hit| h.class == hit.class && h.to > hit.from);
                if !again {
                    hits.push(*hit);
                    if hit.class == Class::Plea {
                        hits.push(Hit { class: Class::Strong, ..*hit });
                    }
                }
            }
        }
        hits
    }
}

impl Table {
    fn read(text: &str) -> Table {
        let mut table = Table { phrases: Vec::new(), first: Vec::new(), begun: [0; BEGUN / 64] };
        for line in text.lines().filter(|l| !l.starts_with('#')) {
            let Some((name, phrases)) = line.split_once(':') else { continue };
            let Some((_, class)) = NAMES.iter().find(|(n, _)| *n == name.trim()) else { continue };
            for phrase in phrases.split(';').map(str::trim).filter(|p| !p.is_empty()) {
                table.add(*class, phrase);
            }
        }
        crate::order::sort(&mut table.first);
        table
    }

    fn add(&mut self, class: Class, phrase: &str) {
        let mut pieces: Vec<Piece> = Vec::new();
        for token in phrase.split_whitespace() {
            match token {
                "_" => pieces.push(Piece::Any),
                ".." => pieces.push(Piece::Gap),
                _ if token.contains(['|', '*']) => {
                    let either = token.split('|').map(|w| (fold(w.trim_end_matches('*')), w.ends_with('*')));
                    pieces.push(Piece::Either(either.collect()));
                }
                _ => {
                    let folded = Words::of_text(token);
                    pieces.extend(
                        (0..folded.all().len()).filter_map(|i| folded.at(i)).map(|(_, w)| Piece::Either(vec![(w.to_owned(), false)])),
                    );
                }
            }
        }
        let number = self.phrases.len() as u32;
        if let Some(Piece::Either(words)) = pieces.first() {
            for key in words.iter().map(|(w, _)| key(w)) {
                self.first.push((key, number));
                if let Some(bits) = self.begun.get_mut(key as usize % BEGUN / 64) {
                    *bits |= 1 << (key % 64);
                }
            }
            self.phrases.push(Phrase { class, pieces });
        }
    }

    /// Phrases that begin at a word.
    fn at(&self, key: u32, text: &str, words: &Words, from: usize, end: usize, mut found: impl FnMut(Class, usize)) {
        let place = key as usize % BEGUN;
        if self.begun.get(place / 64).is_none_or(|bits| bits >> (place % 64) & 1 == 0) {
            return;
        }
        let start = self.first.partition_point(|&(k, _)| k < key);
        for &(k, number) in self.first.get(start..).unwrap_or_default() {
            if k != key {
                break;
            }
            let Some(phrase) = self.phrases.get(number as usize) else { continue };
            let Some((Piece::Either(first), rest)) = phrase.pieces.split_first() else { continue };
            if is_either(first, text)
                && let Some(to) = follow(rest, words, from + 1, end)
            {
                found(phrase.class, to);
            }
        }
    }
}

fn is_either(either: &[(String, bool)], text: &str) -> bool {
    either.iter().any(|(w, beginning)| if *beginning { text.starts_with(w.as_str()) } else { text == w })
}

/// Where the pieces end when they match from a place on.
fn follow(pieces: &[Piece], words: &Words, mut at: usize, end: usize) -> Option<usize> {
    let mut rest = pieces.iter();
    while let Some(piece) = rest.next() {
        match piece {
            Piece::Either(either) => {
                let (_, text) = words.at(at).filter(|_| at < end)?;
                if !is_either(either, text) {
                    return None;
                }
                at += 1;
            }
            Piece::Any if at < end => at += 1,
            Piece::Any => return None,
            Piece::Gap => {
                return (0..=LONGEST_GAP).find_map(|skipped| follow(rest.as_slice(), words, at + skipped, end));
            }
        }
    }
    Some(at)
}

fn fold(word: &str) -> String {
    let words = Words::of_text(word);
    (0..words.all().len()).filter_map(|i| words.at(i)).map(|(_, w)| w).collect()
}

#[cfg(all(test, feature = "embedded"))]
mod tests {
    use super::*;

    fn classes(text: &str, lang: &str) -> Vec<Class> {
        let hits = Phrases::read("").hits(&Words::of_text(text), &[Lang::new(lang)]);
        let mut classes: Vec<Class> = hits.iter().map(|h| h.class).filter(|c| !matches!(c, Class::You | Class::We | Class::Not)).collect();
        classes.sort_unstable();
        classes.dedup();
        classes.retain(|c| !matches!(c, Class::Plea | Class::Strong));
        classes
    }

    #[test]
    fn pieces_match_words_beginnings_and_gaps() {
        let mut table = Table::read("");
        table.add(Class::Money, "give|donat* .. to us");
        table.first.sort_unstable();
        let phrases = Phrases { tables: vec![(Lang::EN, String::new(), OnceCell::from(table))] };
        for (text, hit) in [
            ("Please donate to us", true),
            ("Donating ten pounds to us", true),
            ("Give one two three to us", true),
            ("Give one two three four to us", false),
            ("Give to them", false),
        ] {
            assert_eq!(phrases.hits(&Words::of_text(text), &[Lang::EN]).len(), usize::from(hit), "{text}");
        }
    }

    #[test]
    fn a_masked_hit_does_not_count() {
        assert_eq!(classes("Please donate today", "en"), [Class::Money]);
        assert_eq!(classes("They donate blood today", "en"), []);
    }

    #[test]
    fn every_data_file_reads_and_says_all_classes() {
        for code in LANGUAGES {
            let text = built_in(code);
            let table = Table::read(text);
            for (name, class) in NAMES {
                assert!(table.phrases.iter().any(|p| p.class == *class), "{code} has no {name}");
            }
            let lines = text.lines().filter(|l| !l.starts_with('#') && !l.is_empty()).count();
            assert_eq!(lines, NAMES.len(), "{code}: one line a class");
        }
    }
}
