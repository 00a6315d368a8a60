//! Names in running text: runs of capitalised words, titles and sentence openings told from the name proper.

use super::reading::Passage;
use super::token::Token;
use crate::text::{Language, List, hash, listed};

/// Small words inside a name ("Ursula von der Leyen"); German articles only behind one of them.
const PARTICLES: &str = "von van de la le du del della di da dos das bin ibn al el ben ter ten zu af ad";

/// Small words inside the name of an organisation ("Ministry of Foreign Affairs", "Banco de España").
const ORGANISATION_PARTICLES: &str = "of for für de la del della di da do dos des du y";

fn is_particle(lower: &str, first: bool, institution: bool, lang: Language<'_>) -> bool {
    if institution {
        return listed(ORGANISATION_PARTICLES, lower) || (!first && listed("the los las el le les", lower));
    }
    listed(PARTICLES, lower) && !(lang.is("de") && listed("da das la le", lower)) || (!first && listed("der den het", lower))
}

/// Whether the language names the kind of an organisation first ("Banco de España").
pub(crate) fn romance(lang: Language<'_>) -> bool {
    lang.is_one_of(&["fr", "es", "it", "pt"])
}

/// The words an article writes in small letters, by their hashes: at the beginning of a sentence they are words, not names.
#[derive(Clone, Debug, Default)]
pub(crate) struct Common<'a>(Vec<(u32, &'a str)>);

impl<'a> Common<'a> {
    /// Of all passages of an article.
    pub fn of(passages: &[Passage<'a>]) -> Common<'a> {
        let small = |w: &&str| w.chars().next().is_some_and(char::is_lowercase);
        let words = passages.iter().flat_map(|p| &p.tokens).map(|t| t.word).filter(small);
        let mut hashed: Vec<(u32, &str)> = words.map(|w| (hash(w.chars()), w)).collect();
        crate::order::sort_by(&mut hashed, |a, b| a.0.cmp(&b.0));
        hashed.dedup();
        Common(hashed)
    }

    pub fn has(&self, lower: &str) -> bool {
        let key = hash(lower.chars());
        let first = self.0.partition_point(|w| w.0 < key);
        self.0.iter().skip(first).take_while(|w| w.0 == key).any(|w| w.1 == lower)
    }
}

/// A run of capitalised words: tokens `from..to`, of which `name` begins the name proper.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Run {
    pub from: usize,
    pub name: usize,
    pub to: usize,
}

/// Whether token `i` begins a sentence (so that its capital says nothing).
pub(crate) fn begins_sentence(all: &[Token<'_>], i: usize) -> bool {
    let before = all.get(i).map_or("", |t| t.before);
    i == 0
        || before.contains(['.', '!', '?', ':', '•', '…', '\u{201c}', '\u{201e}', '"', '«', '—', '–'])
            && !all.get(i - 1).is_some_and(|t| t.word.chars().count() <= 2 || is_title_abbreviation(&t.lower))
}

pub(super) fn is_title_abbreviation(lower: &str) -> bool {
    listed("mr mrs ms dr prof sen rep gov gen lt col sgt st hon rev sr sra dra mme mlle m hr fr ing dott", lower)
}

/// Whether token `i` carries on a name that token `i - 1` belongs to.
pub(super) fn carries_on(all: &[Token<'_>], i: usize) -> bool {
    let (Some(t), Some(last)) = (all.get(i), i.checked_sub(1).and_then(|j| all.get(j))) else { return false };
    let initial = t.before == "." && (last.word.chars().count() == 1 && last.capital || is_title_abbreviation(&last.lower));
    (t.follows_on() || initial) && t.quotation.is_none() && last.quotation.is_none()
}

/// The runs of capitalised words in a text, titles and sentence openings told from the name proper.
pub(crate) fn runs(all: &[Token<'_>], lang: Language<'_>, common: &Common<'_>) -> Vec<Run> {
    let mut found = Vec::new();
    let mut i = 0usize;
    while i < all.len() {
        let Some(t) = all.get(i) else { break };
        let time = t.is(List::Times);
        if !t.capital || t.quotation.is_some() || time || t.word == "I" {
            i += 1;
            continue;
        }
        let mut to = i + 1;
        while let Some(next) = all.get(to) {
            let genitive = all.get(to - 1).is_some_and(Token::genitive);
            if genitive || !carries_on(all, to) || next.is(List::Times) {
                break;
            }
            if next.capital && next.word != "I" {
                to += 1;
                continue;
            }
            // "Ursula von der Leyen": particles behind a given name, a capital behind them. "Ministry of Trade", "Banco de España".
            let institution = all.get(to - 1).is_some_and(|w| is_organisation(w, lang)) || (romance(lang) && is_organisation(t, lang));
            let one_name = to == i + 1 || all.get(to - 2).is_some_and(|p| p.is_role());
            let mut ahead = to;
            while ahead < to + 3
                && carries_on(all, ahead)
                && all.get(ahead).is_some_and(|p| is_particle(&p.lower, ahead == to, institution, lang))
            {
                ahead += 1;
            }
            // "Luiz Inácio Lula da Silva".
            let many_names = all.get(to).is_some_and(|p| listed("da dos das bin ibn al", &p.lower)) && t.is_given_name();
            // "Ayman Sheib ad-Din".
            let arabic = all.get(to).is_some_and(|p| listed("al ad el", &p.lower)) && all.get(to + 1).is_some_and(|n| n.before == "-");
            let name_goes_on =
                institution || arabic || many_names || one_name && (!romance(lang) || all.get(to - 1).is_some_and(|w| w.is_given_name()));
            if ahead > to && name_goes_on && carries_on(all, ahead) && all.get(ahead).is_some_and(|n| n.capital) {
                to = ahead + 1;
            } else {
                break;
            }
        }
        let mut name = i;
        // "Foreign Ministry" is one name, "Foreign Minister Holm" a role and a name.
        let word = |k: usize| all.get(k).is_some_and(|w| is_organisations(w, lang));
        let institution = word(to - 1) || (i..to).any(|k| word(k) && all.get(k + 1).is_some_and(|n| k + 1 < to && !n.capital));
        for j in i..to {
            let Some(w) = all.get(j) else { break };
            let title = is_title_abbreviation(&w.lower) || w.is_role();
            if !institution && title && j + 1 < to && !w.is_given_name() {
                name = j + 1;
            }
        }
        let article = t.is(List::Determiners);
        let opener = || lang.opens_sentence(t.word);
        let opens = || if common.has(&t.lower) { begins_sentence(all, i) || opener() } else { begins_sentence(all, i) && opener() };
        if name == i && (article || !institution && !t.is_given_name() && opens()) {
            name += 1;
        }
        // "VP Marni Walden"
        if name == i && !institution && to - i >= 3 && t.acronym() && t.word.chars().count() <= 4 {
            name += 1;
        }
        // "Secretary of State Marco Rubio": the name begins at the given name.
        if !institution
            && to - name >= 3
            && all.get(name).is_some_and(|n| !n.is_given_name() && n.word.chars().count() > 1)
            && all.get(name + 1).is_some_and(|n| n.is_given_name())
        {
            name += 1;
        }
        if begins_sentence(all, name) && all.get(name).is_some_and(|n| n.is(List::Prepositions)) {
            name += 1;
        }
        if all.get(name).is_some_and(|n| !n.capital) {
            // A particle without a name before it.
            name = to;
        }
        if name < to {
            found.push(Run { from: i, name, to });
        }
        i = to;
    }
    found
}

/// The text of tokens `from..to`.
pub(crate) fn span<'a>(source: &'a str, all: &[Token<'_>], from: usize, to: usize) -> &'a str {
    match (all.get(from), to.checked_sub(1).and_then(|j| all.get(j))) {
        (Some(a), Some(b)) if a.start < b.end => source.get(a.start..b.end).unwrap_or_default(),
        _ => "",
    }
}

/// A word without its genitive s.
pub(crate) fn bare(lower: &str) -> &str {
    lower.strip_suffix("'s").or_else(|| lower.strip_suffix("’s")).unwrap_or(lower)
}

/// Whether a word belongs to the names of organisations.
pub(super) fn is_organisation(t: &Token<'_>, lang: Language<'_>) -> bool {
    t.is(List::Organisations) || ends_like_an_organisation(&t.lower, lang)
}

/// The same without its genitive s.
pub(super) fn is_organisations(t: &Token<'_>, lang: Language<'_>) -> bool {
    let word = bare(&t.lower);
    if word.len() < t.lower.len() { is_organisation_word(word, lang) } else { is_organisation(t, lang) }
}

/// Whether a lower-cased word belongs to the names of organisations.
pub(crate) fn is_organisation_word(lower: &str, lang: Language<'_>) -> bool {
    lang.has(List::Organisations, lower) || ends_like_an_organisation(lower, lang)
}

fn ends_like_an_organisation(lower: &str, lang: Language<'_>) -> bool {
    lang.is("de") && lang.words(List::Organisations).any(|e| e.len() > 3 && lower.len() > e.len() && lower.ends_with(e))
}
