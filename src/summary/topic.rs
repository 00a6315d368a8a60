//! Whom a later "he" means: the person that the last sentences are about.
//!
//! The subject of a sentence stays in mind, whoever else it names ("Holm thanked Quist. … she said": Holm). Another subject takes its
//! place; a sentence about somebody unnamed ("Her lawyer …") leaves nobody in mind.

use super::attribution::{Grammar, Voice};
use super::names::{Run, bare, is_organisation_word, runs};
use super::roles::role_before;
use super::token::Token;
use crate::text::{List, listed};

/// What a sentence begins with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Opening {
    /// A person of the cast, as the subject.
    Person(usize),
    /// Somebody else.
    Somebody,
    /// Nobody in particular.
    Nobody,
}

/// Who is in mind, with the paragraph that last spoke of them.
#[derive(Clone, Debug, Default)]
pub(super) struct Topic(Option<(Voice, usize)>);

impl Topic {
    /// A sentence that speaks of them, in this paragraph.
    pub fn is(&mut self, voice: Voice, at: usize) {
        self.0 = Some((voice, at));
    }

    /// A sentence that goes on about them with a pronoun.
    pub fn goes_on(&mut self, at: usize) {
        if let Some((_, since)) = self.0.as_mut().filter(|(_, since)| at <= *since + 1) {
            *since = at;
        }
    }

    /// A sentence that nobody of the cast is known to have said.
    pub fn read(&mut self, opening: Opening, named: &[usize], at: usize) {
        match opening {
            Opening::Person(person) => self.is(Voice::Person(person), at),
            Opening::Somebody => self.0 = None,
            Opening::Nobody if self.0.as_ref().is_some_and(|(voice, _)| named.iter().any(|n| Voice::Person(*n) != *voice)) => self.0 = None,
            Opening::Nobody => {}
        }
    }

    /// Whether this paragraph speaks of them.
    pub fn is_of(&self, at: usize) -> bool {
        self.0.as_ref().is_some_and(|(_, since)| *since == at)
    }

    /// Who is in mind, in this paragraph or from the one before.
    pub fn voice(&self, at: usize) -> Option<Voice> {
        self.0.as_ref().filter(|&(_, since)| at <= since + 1).map(|(voice, _)| voice.clone())
    }
}

/// Words that may open a sentence before its subject.
const BEFORE_SUBJECT: &str = "but and as when while although though since because if und aber als während wenn auch nur mais et quand lorsque \
    alors pero y cuando mientras но и а когда ma e quando mas enquanto";

impl Grammar<'_> {
    /// The subject with which a sentence opens.
    pub(super) fn opening(&self, all: &[Token<'_>]) -> Opening {
        let first = all.iter().take(3).take_while(|t| listed(BEFORE_SUBJECT, &t.lower)).count();
        let noun = |t: &Token<'_>| t.is_role() || t.is(List::Speakers);
        let found = runs(all, self.lang, self.common);
        let led = |r: &&Run| r.name >= first && role_before(all, r.name, self.lang).is_some() && r.name <= first + 8;
        if let Some(run) = found.iter().find(led).or_else(|| found.iter().find(|r| r.name >= first))
            && let Some(words) = all.get(run.name..run.to)
        {
            let role = role_before(all, run.name, self.lang);
            let begins = role.unwrap_or(run.from.max(first).min(run.name));
            // "Acme chief executive Anna Holm": the house stands before the role.
            let plain = |t: &Token<'_>| t.is(List::Determiners) || t.is(List::Fillers) || role.is_some() && t.capital;
            if all.get(first..begins).is_some_and(|before| before.iter().all(plain)) {
                let lower: Vec<String> = words.iter().map(|t| bare(&t.lower).to_owned()).collect();
                let person = match lower.as_slice() {
                    [one] => self.cast.by_surname(one),
                    _ => self.cast.by_name(&lower),
                };
                let next = all.get(run.to);
                let shared = next.is_some_and(|t| t.follows_on() && listed("and und et y и e", &t.lower));
                let genitive = words.last().is_some_and(Token::genitive);
                let several = lower.len() > 1 && !lower.iter().any(|w| is_organisation_word(w, self.lang));
                return match person {
                    Some(person) if !shared && !genitive && next.is_some() => Opening::Person(person),
                    Some(_) => Opening::Somebody,
                    None if several && !self.lang.is("de") || words.iter().any(|t| t.is_role()) => Opening::Somebody,
                    None => Opening::Nobody,
                };
            }
        }
        // "Her lawyer", "The mayor": somebody without a name.
        let determined = all.get(first).is_some_and(|t| t.is(List::Determiners));
        if determined && all.iter().skip(first).take(5).take_while(|t| t.quotation.is_none()).any(noun) {
            return Opening::Somebody;
        }
        Opening::Nobody
    }

    /// Whether a sentence opens with a pronoun of a person.
    pub(super) fn opens_with_pronoun(&self, all: &[Token<'_>]) -> bool {
        all.iter().take(3).any(|t| t.quotation.is_none() && t.is(List::Pronouns))
    }

    /// Whether "he" (+1), "she" (-1) or a pronoun that does not tell (0) may mean the person.
    pub(super) fn fits(&self, person: usize, gender: i8) -> bool {
        self.cast.people.get(person).is_some_and(|p| p.gender == 0 || gender == 0 || p.gender == gender)
    }

    /// The one person of late whose role a definite noun names ("sagte der Trainer"): tokens `from..to` are the article and the noun.
    pub(super) fn definite(&self, all: &[Token<'_>], from: usize, to: usize) -> Option<usize> {
        let [article, noun] = all.get(from..to)? else { return None };
        let definite = listed("the der die das le la l el lo il o a", &article.lower) && noun.follows_on() | (article.lower == "l");
        if !definite || !noun.is_role() || noun.lower.chars().count() < 4 {
            return None;
        }
        let bears = |role: &str| {
            crate::case::lower(role).split([' ', '-']).any(|w| w == noun.lower || self.lang.is("de") && w.ends_with(&*noun.lower))
        };
        let mut bearers =
            (0..self.cast.people.len()).filter(|&i| self.cast.people.get(i).and_then(|p| p.role.as_deref()).is_some_and(bears));
        let one = bearers.next()?;
        (bearers.next().is_none() && self.recent.contains(&one)).then_some(one)
    }
}
