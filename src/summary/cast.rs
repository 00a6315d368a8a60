//! The people of an article: every name that is certainly a person's, with its fullest form, the
//! role it is introduced with, and the ways back from a surname to it.

use super::names::{Common, Run, bare, carries_on, is_organisation_word, span};
use super::reading::Passage;
use super::roles::{is_mere_title, role_after, role_before, title_gender};
use super::token::Token;
use crate::text::{Language, List, hash};

/// More people than this are a list of names; each new one is held against all before.
const MOST_PEOPLE: usize = 300;

/// A person an article names.
#[derive(Clone, Debug)]
pub(crate) struct Person {
    /// The fullest name, as written.
    pub name: String,
    /// The name's words, lower-cased.
    pub words: Vec<String>,
    pub role: Option<String>,
    /// +1 for a man, -1 for a woman, 0 unknown; from titles.
    pub gender: i8,
    /// Mentions by any part that is certain.
    pub count: usize,
    /// Paragraph and byte of the first mention.
    pub first: (usize, usize),
}

/// The people of an article.
#[derive(Clone, Debug, Default)]
pub(crate) struct Cast {
    pub people: Vec<Person>,
    /// The hash of each surname and, in the last bytes, whose it is: sorted.
    surnames: Vec<u64>,
    /// Surnames of names that may be people's too: they lead to nobody.
    doubtful: Vec<String>,
    /// Surnames that stood alone before anybody was introduced with them: they stand for themselves.
    early: Vec<String>,
    /// Surnames that a title introduced without a given name ("President Trump").
    titled: Vec<String>,
}

/// Whether a verb of saying stands directly before or behind the name.
fn speaks(all: &[Token<'_>], run: &Run) -> bool {
    let verb = |i: usize| all.get(i).is_some_and(|t| !t.capital && t.quotation.is_none() && t.is(List::Verbs));
    (all.get(run.to).is_some_and(Token::follows_on) && verb(run.to))
        || (run.name == run.from && all.get(run.from).is_some_and(Token::follows_on) && run.from.checked_sub(1).is_some_and(verb))
}

impl Cast {
    /// The people of an article, given the runs of each passage; none in a language without a lexicon.
    pub fn of(passages: &[Passage<'_>], found: &[Vec<Run>], lang: Language<'_>, common: &Common<'_>) -> Cast {
        if !lang.knows(List::Roles) {
            return Cast::default();
        }
        let mut people: Vec<(Person, bool)> = Vec::new();
        // Names of one word, with whether somebody of that name speaks.
        let mut alone: Vec<(String, bool, (usize, usize))> = Vec::new();
        let mut titled_alone: Vec<String> = Vec::new();
        for (paragraph, (p, found)) in passages.iter().zip(found).enumerate() {
            let all = p.tokens.as_slice();
            for run in found {
                let speaks = speaks(all, run);
                let titled = run.name.checked_sub(1).and_then(|j| all.get(j)).filter(|t| t.is_role() && carries_on(all, run.name));
                let gender = titled.map_or(0, |t| title_gender(&t.lower));
                let words: Vec<String> = all.get(run.name..run.to).unwrap_or_default().iter().map(|t| bare(&t.lower).to_owned()).collect();
                let acronyms = all
                    .get(run.name..run.to)
                    .unwrap_or_default()
                    .iter()
                    .any(|t| t.acronym() && (t.word.chars().count() > 2 || lang.is("ru")));
                let name = span(p.text, all, run.name, run.to).trim_end_matches("'s").trim_end_matches("’s").to_owned();
                if !name.contains(' ') {
                    if let Some(word) = words.last() {
                        if titled.is_some() {
                            titled_alone.push(word.clone());
                        }
                        alone.push((word.clone(), titled.is_some() || speaks, (paragraph, all.get(run.name).map_or(0, |t| t.start))));
                    }
                    continue;
                }
                if words.len() > 5 || acronyms || words.iter().any(|w| is_organisation_word(w, lang)) {
                    continue;
                }
                let after_preposition_the = run
                    .from
                    .checked_sub(1)
                    .and_then(|j| all.get(j))
                    .is_some_and(|t| t.follows_on() && carries_on(all, run.from) && t.is(List::Determiners) && titled.is_none());
                let role_from = role_before(all, run.name, lang);
                let role = role_from
                    .map(|from| span(p.text, all, from, run.name).to_owned())
                    .filter(|r| !is_mere_title(r))
                    .or_else(|| role_after(p.text, all, run.to, lang));
                let introduced = role.is_some() && role_from.is_none();
                let given = all.get(run.name).is_some_and(|t| t.is_given_name());
                let aged = all.get(run.to).is_some_and(|t| {
                    matches!(t.before, "," | "(") && t.number() && t.word.chars().count() == 2 && t.word.parse::<u32>().is_ok_and(|n| n > 9)
                });
                let word = |k: usize| all.get(k).map_or("", |t| bare(t.word));
                let town = lang.is_place(&name)
                    || (!given && (run.name..run.to).any(|k| lang.is_place(word(k))))
                    || (run.to - run.name == 2 && !given && lang.is_place(word(run.name)));
                // "Victoria Embankment Gardens", "Housing Executive": words that the article writes small elsewhere.
                let small = |k: usize| all.get(k).is_some_and(|t| common.has(bare(&t.lower)));
                let last_word = all.get(run.to - 1).map_or("", |t| bare(&t.lower));
                let things = run.to - run.name >= 3 && small(run.to - 1) || lang.has(List::Things, last_word);
                let plain_words = !(run.name..run.to).any(small);
                let all_common = !given && (run.name..run.to).all(small);
                // German compounds of three: "nahm Anna Holm Bezug" is a name and a noun.
                let noun_behind = lang.is("de")
                    && run.to - run.name >= 3
                    && !all.get(run.name + 1).is_some_and(|t| !t.capital || t.is_given_name() || t.word.chars().count() == 1);
                let certain = titled.is_some() || given || aged || role.is_some() || (speaks && plain_words && !lang.is("de"));
                let sure = certain && !after_preposition_the && !town && !things && !all_common && (introduced || !noun_behind);
                let start = all.get(run.name).map_or(0, |t| t.start);
                // The shorter of two forms of one name is the other's mention: "Ursula von der Leyen", "Anna M. Holm".
                let full = people.len() >= MOST_PEOPLE;
                let known = people.iter_mut().find(|(k, _)| same_person(&k.words, &words));
                match known {
                    Some((k, known_sure)) => {
                        if words.len() > k.words.len() || (words.len() == k.words.len() && name.len() < k.name.len()) {
                            k.words = words;
                            k.name = name;
                        }
                        if k.role.is_none() {
                            k.role = role;
                        }
                        if k.gender == 0 {
                            k.gender = gender;
                        }
                        k.count += 1;
                        *known_sure |= sure;
                    }
                    None if full => {}
                    None => people.push((Person { name, words, role, gender, count: 1, first: (paragraph, start) }, sure)),
                }
            }
        }
        // A surname that speaks elsewhere confirms its full name where capitals mean names.
        let capitals_mean_names = !lang.is("de");
        let surnames: Vec<String> = people.iter().filter_map(|(p, _)| p.words.last().cloned()).collect();
        for (p, sure) in &mut people {
            let Some(last) = p.words.last() else { continue };
            let shared = surnames.iter().filter(|s| *s == last).count() > 1;
            if !shared {
                p.count += alone.iter().filter(|(w, _, _)| w == last).count();
            }
            *sure |= capitals_mean_names && p.words.len() <= 3 && !shared && alone.iter().any(|(w, speaks, _)| w == last && *speaks);
        }
        // "President Trump" first and "Ivanka Trump" later: whoever the surname means, she was introduced with both names.
        let early = |p: &Person| alone.iter().any(|(w, _, at)| p.words.last() == Some(w) && *at < p.first);
        let early = people.iter().filter(|(p, _)| early(p)).filter_map(|(p, _)| p.words.last().cloned()).collect();
        let doubtful = people.iter().filter(|(_, sure)| !sure).filter_map(|(p, _)| p.words.last().cloned()).collect();
        people.retain(|(_, sure)| *sure);
        let people: Vec<Person> = people.into_iter().map(|(p, _)| p).collect();
        let key = |(i, p): (usize, &Person)| p.words.last().map(|w| u64::from(hash(w.chars())) << 32 | i as u64);
        let mut surnames: Vec<u64> = people.iter().enumerate().filter_map(key).collect();
        crate::order::sort(&mut surnames);
        Cast { people, surnames, doubtful, early, titled: titled_alone }
    }

    /// The person of a full name.
    pub fn by_name(&self, words: &[String]) -> Option<usize> {
        let surnames = || {
            let mut bearers =
                (0..self.people.len()).filter(|&i| self.people.get(i).is_some_and(|p| words.len() > 1 && p.words.ends_with(words)));
            bearers.next().filter(|_| bearers.next().is_none())
        };
        self.people.iter().position(|p| same_person(&p.words, words)).or_else(surnames)
    }

    /// The only person with this surname (or, where nobody has it, this given name).
    pub fn by_surname(&self, word: &str) -> Option<usize> {
        if self.doubtful.iter().chain(&self.early).any(|d| d == word) {
            return None;
        }
        let one = |mut found: Vec<usize>| if found.len() == 1 { found.pop() } else { None };
        let with = |pick: &dyn Fn(&Person) -> Option<&String>| -> Vec<usize> {
            (0..self.people.len()).filter(|&i| self.people.get(i).and_then(pick).is_some_and(|w| w == word)).collect()
        };
        let by_last = with(&|p: &Person| p.words.last());
        if by_last.is_empty() { one(with(&|p: &Person| p.words.first())) } else { one(by_last) }
    }

    /// Whether a surname that leads to nobody may still be told as the article writes it: no two people bear it.
    pub fn stands_for_itself(&self, word: &str) -> bool {
        let bearers = self.people.iter().filter(|p| p.words.last().is_some_and(|w| w == word)).count();
        let given = self.people.iter().any(|p| p.words.first().is_some_and(|w| w == word));
        bearers + self.doubtful.iter().filter(|d| *d == word).count() <= 1 && !given
    }

    /// Whether the word is certainly a surname: a title stands before it somewhere, or somebody is introduced with it later.
    pub fn is_surname(&self, word: &str) -> bool {
        self.titled.iter().chain(&self.early).any(|t| t == word)
    }

    /// The people named in the tokens.
    pub fn named_in<'t>(&self, all: impl IntoIterator<Item = &'t Token<'t>>) -> Vec<usize> {
        let mut found: Vec<usize> = Vec::new();
        all.into_iter().for_each(|t| self.name(t, &mut found));
        found
    }

    /// Adds the people whom a token names to those found.
    fn name(&self, t: &Token<'_>, found: &mut Vec<usize>) {
        if !t.capital || t.quotation.is_some() {
            return;
        }
        let word = bare(&t.lower);
        let key = u64::from(hash(word.chars()));
        let first = self.surnames.partition_point(|s| s >> 32 < key);
        for i in self.surnames.iter().skip(first).take_while(|s| *s >> 32 == key).map(|s| *s as u32 as usize) {
            if self.people.get(i).is_some_and(|p| p.words.last().is_some_and(|w| w == word)) && !found.contains(&i) {
                found.push(i);
            }
        }
    }
}

/// Whether two names are forms of one: the same surname, and the given names of the shorter among those of the longer.
fn same_person(a: &[String], b: &[String]) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let (Some(x), Some(y)) = (short.last(), long.last()) else { return false };
    // A German genitive takes its s without an apostrophe.
    let last = x == y || x.strip_suffix('s') == Some(y) || y.strip_suffix('s') == Some(x);
    last && short.first() == long.first()
}

#[cfg(test)]
mod tests {
    use crate::summary::{Document, Reading};
    use crate::text::{Lang, Lexicon};

    fn names(lang: &str, text: &str) -> Vec<(String, Option<String>)> {
        let lexicon = Lexicon::built_in();
        let doc = Document::from_text(&lexicon, None, text, Some(Lang::new(lang)));
        Reading::of(&doc).names().cast.people.iter().map(|p| (p.name.clone(), p.role.clone())).collect()
    }

    #[test]
    fn a_person_is_known_by_title_role_or_given_name() {
        assert_eq!(
            names("en", "Deputy Mayor Orla Quist met Syrian opposition figure Tarek Omran."),
            [("Orla Quist".into(), Some("Deputy Mayor".into())), ("Tarek Omran".into(), Some("Syrian opposition figure".into())),]
        );
        assert_eq!(
            names("de", "Die Verkehrsministerin Orla Quist sprach."),
            [("Orla Quist".to_owned(), Some("Verkehrsministerin".to_owned()))]
        );
    }

    #[test]
    fn a_list_of_names_is_read_to_a_cap() {
        let names: Vec<String> =
            (0..400).map(|i| format!("Mayor Anna Holm{} came.", "abcdefghij".get(i % 10..=i % 10).unwrap().repeat(i / 10 + 1))).collect();
        assert_eq!(super::MOST_PEOPLE, self::names("en", &names.join("\n")).len());
    }

    #[test]
    fn companies_streets_and_openings_are_nobody() {
        assert!(names("en", "The Vale Group bought Mill Street Bank. Early Monday Trading stopped.").is_empty());
    }
}
