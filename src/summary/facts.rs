//! The people, organisations, places, dates and amounts an article names.

use super::amounts::amounts;
use super::names::{bare, begins_sentence, is_organisations, romance, span};
use super::times::times;
use super::token::Token;
use super::{Reading, Sentence};
use crate::case::lower;
use crate::text::{self, List, listed};
use serde::Serialize;

/// What kind of thing a fact names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum FactKind {
    /// A person.
    Person,
    /// A company, authority, party, club, court, medium.
    Organisation,
    /// A country, town, region, street, river.
    Place,
    /// A day, month or year.
    Date,
    /// A sum of money, a share, a quantity.
    Amount,
}

impl FactKind {
    /// All of them, in the order in which they are told.
    pub const ALL: [FactKind; 5] = [FactKind::Person, FactKind::Organisation, FactKind::Place, FactKind::Date, FactKind::Amount];

    /// Its name in answers.
    pub fn as_str(self) -> &'static str {
        match self {
            FactKind::Person => "person",
            FactKind::Organisation => "organisation",
            FactKind::Place => "place",
            FactKind::Date => "date",
            FactKind::Amount => "amount",
        }
    }
}

/// Something the article names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Fact {
    /// What kind of thing it is.
    pub kind: FactKind,
    /// Its fullest name in the article.
    pub name: String,
    /// The day, ISO 8601, that a word such as "Thursday" means, worked out from the publication date.
    pub day: Option<String>,
    /// How often the article names it, by any of its names.
    pub count: usize,
    /// The sentence that names it first.
    pub sentence: Sentence,
}

/// Of one kind no more than this many are worth a reader's time.
const MOST_OF_A_KIND: usize = 12;

struct Found {
    kind: FactKind,
    name: String,
    key: String,
    day: Option<String>,
    count: usize,
    paragraph: usize,
    at: usize,
}

/// The things an article names, the weightiest first within each kind.
#[must_use]
pub fn facts(reading: &Reading<'_>) -> Vec<Fact> {
    let lang = reading.doc.lang;
    let has_names = lang.knows(List::Roles);
    let names = reading.names();
    let mut found: Vec<Found> = Vec::new();
    let mut add = |kind: FactKind, name: &str, key: String, day: Option<String>, paragraph: usize, at: usize| match found
        .iter_mut()
        .find(|f| f.kind == kind && f.key == key)
    {
        Some(f) => f.count += 1,
        None => found.push(Found { kind, name: name.to_owned(), key, day, count: 1, paragraph, at }),
    };
    for (paragraph, (p, runs)) in reading.passages.iter().zip(&names.runs).enumerate().filter(|(_, (p, _))| p.runs_on()) {
        let all = p.tokens.as_slice();
        for run in runs {
            let Some(words) = all.get(run.name..run.to) else { continue };
            let start = words.first().map_or(0, |t| t.start);
            let name = span(p.text, all, run.name, run.to);
            let name = name.strip_suffix("'s").or_else(|| name.strip_suffix("’s")).unwrap_or(name);
            // A run that is a place, alone or behind an opening word.
            let somebody = words.len() == 1
                && words.first().is_some_and(|t| names.cast.people.iter().any(|p| p.words.iter().any(|w| w == bare(&t.lower))));
            if lang.is_place(name) && !somebody {
                add(FactKind::Place, name, name.to_owned(), None, paragraph, start);
                continue;
            }
            if !has_names {
                continue;
            }
            let (Some(first), Some(last)) = (words.first(), words.last()) else { continue };
            let organises = |t: &Token<'_>| is_organisations(t, lang);
            if words.len() == 1 {
                let shouted = all.get(run.to).is_some_and(|t| t.acronym() && t.word.chars().count() > 3);
                let loud = first.acronym()
                    && !shouted
                    && (2..=6).contains(&first.word.chars().count())
                    && first.word.chars().all(char::is_uppercase);
                let federal = lang.is("de") && first.lower.starts_with("bundes") && first.lower.len() > 10 && organises(first);
                if (loud && !first.is_written(List::PlainAcronyms)) || federal {
                    add(FactKind::Organisation, name, name.to_owned(), None, paragraph, start);
                    continue;
                }
            }
            let compound = words.iter().any(|t| !t.capital);
            let head_last = organises(last);
            let organisation =
                words.len() >= 2 && if romance(lang) { organises(first) } else { head_last || compound && words.iter().any(organises) };
            // "Securities and Exchange Commission", "Centre for Science and Environment": only a part stands here.
            let and = |i: usize| all.get(i).is_some_and(|t| listed("and und et y e", &t.lower));
            let part =
                (run.from > 1 && and(run.from - 1) && all.get(run.from - 2).is_some_and(|t| t.capital) && !begins_sentence(all, run.from))
                    || (compound && and(run.to) && all.get(run.to + 1).is_some_and(|t| t.capital));
            let person = words.iter().any(|t| t.is_given_name()) && !compound;
            // One of many: "High School" alone names none.
            let kind_only = words.len() == 2 && listed("high middle primary secondary elementary public private", &first.lower);
            if organisation && !part && !person && !kind_only && words.len() <= 7 && name.contains(' ') {
                add(FactKind::Organisation, name, uninflected(name, lang), None, paragraph, start);
            }
        }
        for time in times(all, lang, reading.doc.published) {
            let written = span(p.text, all, time.from, time.to);
            let start = all.get(time.from).map_or(0, |t| t.start);
            match time.day {
                Some(d) => {
                    let iso = format!("{:04}-{:02}-{:02}", d.year, d.month, d.day);
                    add(FactKind::Date, written, iso.clone(), time.relative.then_some(iso), paragraph, start);
                }
                None => add(FactKind::Date, written, lower(written), None, paragraph, start),
            }
        }
        for (from, to) in amounts(p.text, all, lang) {
            if let Some(written) = p.text.get(from..to) {
                add(FactKind::Amount, written, lower(written), None, paragraph, from);
            }
        }
    }
    for person in &names.cast.people {
        found.push(Found {
            kind: FactKind::Person,
            key: String::new(),
            day: None,
            count: person.count,
            paragraph: person.first.0,
            at: person.first.1,
            name: person.name.clone(),
        });
    }
    // An acronym once may be anything; an organisation spelled out may come once.
    found.retain(|f| {
        f.kind != FactKind::Organisation
            || f.count > 1
            || f.name.contains(' ')
            || lang.is("de") && f.name.chars().skip(1).any(char::is_lowercase)
    });
    crate::order::sort_by(&mut found, |a, b| {
        a.kind.cmp(&b.kind).then(b.count.cmp(&a.count)).then((a.paragraph, a.at).cmp(&(b.paragraph, b.at)))
    });
    let mut of_kind: Vec<(FactKind, usize)> = Vec::new();
    found.retain(|f| match of_kind.iter_mut().find(|(k, _)| *k == f.kind) {
        Some((_, n)) => {
            *n += 1;
            *n <= MOST_OF_A_KIND
        }
        None => {
            of_kind.push((f.kind, 1));
            true
        }
    });
    let fact = |f: Found| {
        let p = reading.passages.get(f.paragraph)?;
        let sentence = p.sentences.iter().find(|r| r.contains(&f.at)).and_then(|r| p.text.get(r.clone()))?;
        Some(Fact {
            kind: f.kind,
            name: f.name,
            day: f.day,
            count: f.count,
            sentence: Sentence { text: sentence.to_owned(), node: p.node },
        })
    };
    found.into_iter().filter_map(fact).collect()
}

/// A name's key: lower-cased, German endings of its adjectives taken off.
fn uninflected(name: &str, lang: text::Language<'_>) -> String {
    let lower = lower(name);
    if !lang.is("de") {
        return lower;
    }
    let words: Vec<&str> = lower.split(' ').collect();
    let last = words.len().saturating_sub(1);
    let stem = |(i, w): (usize, &&str)| {
        let w: &str = w;
        if i == last { w.to_owned() } else { w.trim_end_matches(['e', 'n', 'r', 'm', 's']).to_owned() }
    };
    words.iter().enumerate().map(stem).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::{Fact, FactKind, facts};
    use crate::summary::{Date, Document, Reading};
    use crate::text::{Lang, Lexicon};

    fn found(lang: &str, text: &str) -> Vec<Fact> {
        let lexicon = Lexicon::built_in();
        let mut doc = Document::from_text(&lexicon, None, text, Some(Lang::new(lang)));
        doc.published = Some(Date { year: 2014, month: 1, day: 9 });
        facts(&Reading::of(&doc))
    }

    fn named(lang: &str, text: &str) -> Vec<(FactKind, String, usize)> {
        found(lang, text).into_iter().map(|f| (f.kind, f.name, f.count)).collect()
    }

    #[test]
    fn a_weekday_has_the_day_that_it_means_beside_it_a_written_day_has_none() {
        let days: Vec<_> =
            found("en", "The mayor left on Thursday. She had come on May 3, 2013.").into_iter().map(|f| (f.name, f.day)).collect();
        assert_eq!(days, [("Thursday".to_owned(), Some("2014-01-09".to_owned())), ("May 3, 2013".to_owned(), None)]);
    }

    #[test]
    fn mentions_are_merged_and_counted() {
        let found =
            named("en", "Foreign Minister Orla Quist flew to Paris.\nQuist left Paris on Thursday. The Ryd City Council paid $3 million.");
        assert_eq!(
            found,
            [
                (FactKind::Person, "Orla Quist".to_owned(), 2),
                (FactKind::Organisation, "Ryd City Council".to_owned(), 1),
                (FactKind::Place, "Paris".to_owned(), 2),
                (FactKind::Date, "Thursday".to_owned(), 1),
                (FactKind::Amount, "$3 million".to_owned(), 1),
            ]
        );
    }

    #[test]
    fn german_nouns_are_no_names() {
        assert!(named("de", "Der Mann ging mit dem Hund über die Brücke. Das Wasser stieg.").is_empty());
    }

    #[test]
    fn a_person_who_shares_a_name_with_a_town_is_no_place() {
        assert!(named("en", "Paris Hilton came.").iter().all(|f| f.0 != FactKind::Place));
    }
}
