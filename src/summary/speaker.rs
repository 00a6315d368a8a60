//! Who speaks in a clause: a person of the cast, a name that stands for itself, or a speaker without a name.

use super::attribution::{Grammar, Voice};
use super::names::{bare, begins_sentence, is_organisation_word, is_organisations, runs, span};
use super::roles::role_before;
use super::token::Token;
use crate::text::{List, listed};

pub(super) fn pronoun_gender(lower: &str) -> i8 {
    match lower {
        "he" | "er" | "il" | "él" | "он" | "lui" | "ele" => 1,
        "she" | "elle" | "ella" | "она" | "lei" | "ela" => -1,
        _ => 0,
    }
}

impl Grammar<'_> {
    /// The first token of the unpunctuated stretch that ends with token `last`.
    pub(super) fn chunk_start(&self, all: &[Token<'_>], last: usize) -> usize {
        let mut from = last;
        while from > 0 && last - from < 24 {
            let (Some(t), Some(p)) = (all.get(from), all.get(from - 1)) else { break };
            let initial = t.before == "." && (p.word.chars().count() <= 4 && p.capital);
            let genitive = t.before == "’" || t.before == "'";
            if p.quotation.is_some() || !(t.follows_on() || initial || genitive) {
                break;
            }
            from -= 1;
        }
        from
    }

    /// The subject that tokens `from..to` are, its last token directly before the verb.
    pub(super) fn subject(&self, source: &str, all: &[Token<'_>], from: usize, to: usize) -> Option<(Voice, Option<String>, usize)> {
        let chunk = all.get(from..to)?;
        let last = chunk.last()?;
        // "Officials say": many of a kind, at the beginning of a sentence.
        if self.lang.is("en") && from == 0 && chunk.len() == 1 && last.lower.ends_with('s') && last.is(List::Speakers) {
            return Some((Voice::Nameless(last.word.to_owned()), None, from));
        }
        if let Some(person) = self.definite(all, from, to) {
            return Some((Voice::Person(person), None, from));
        }
        if listed("who which that qui que der die das который которая che quem", &last.lower) {
            return None;
        }
        if last.is(List::Pronouns) {
            // "he said", "But she said", "a-t-il dit".
            let lone = chunk.len() == 1
                || chunk.len() <= 3
                    && chunk.iter().rev().skip(1).all(|t| {
                        self.lang.opens_sentence(t.word)
                            || t.is(List::Fillers)
                            || listed("t but and as und aber mais et pero y но и", &t.lower)
                    });
            return lone.then(|| (Voice::Pronoun(pronoun_gender(&last.lower)), None, to - 1));
        }
        if last.capital {
            let run = runs(chunk, self.lang, self.common).into_iter().find(|r| r.to == chunk.len())?;
            let name = from + run.name;
            let role_from = role_before(all, name, self.lang).filter(|&r| r >= from);
            let begin = role_from.unwrap_or(from + run.name);
            // Nothing before the name may make somebody else the subject.
            let prefix = all.get(from..begin)?;
            let institution = is_organisations(last, self.lang) || last.acronym();
            let clean = prefix.len() <= 3
                && prefix.iter().all(|t| {
                    t.is(List::Determiners) && (role_from.is_some() || institution)
                        || self.lang.opens_sentence(t.word) && !t.is(List::Prepositions)
                        || listed("but and as while when where though although what that which und aber während wie mais et comme pero y como но а и как e ma mas", &t.lower)
                        || t.is_role()
                        || (!self.lang.is("de") && from + run.from <= begin && t.capital && t.start >= all.get(from + run.from).map_or(0, |x| x.start))
                });
            if !clean {
                return None;
            }
            let plural = prefix.last().is_some_and(|t| listed("and und et y и e", &t.lower)) && prefix.len() > 1;
            if plural {
                return None;
            }
            return self.named(source, all, name, to, role_from, from).map(|(v, r)| (v, r, from));
        }
        self.nameless(source, all, from, to).map(|name| (Voice::Nameless(name), None, from))
    }

    /// Whether a voice outside the cast is surely one person: a surname that a title introduces somewhere.
    pub(super) fn is_somebody(&self, voice: &Voice) -> bool {
        matches!(voice, Voice::Nameless(name) if !name.contains(' ') && self.cast.is_surname(&crate::case::lower(name)))
    }

    /// The voice of the name in tokens `name..to`.
    pub(super) fn named(
        &self,
        source: &str,
        all: &[Token<'_>],
        name: usize,
        to: usize,
        role_from: Option<usize>,
        from: usize,
    ) -> Option<(Voice, Option<String>)> {
        if all.get(to.checked_sub(1)?)?.genitive() {
            return None;
        }
        let words: Vec<String> = all.get(name..to)?.iter().map(|t| bare(&t.lower).to_owned()).collect();
        let role = role_from
            .map(|r| span(source, all, r, name).to_owned())
            .filter(|r| r.chars().count() > 4 && !listed("herr frau prof professor monsieur madame miss", &crate::case::lower(r)));
        let organisation = words.iter().any(|w| is_organisation_word(w, self.lang)) || all.get(name..to)?.iter().all(Token::acronym);
        if words.len() >= 2 {
            if let Some(person) = self.cast.by_name(&words) {
                return Some((Voice::Person(person), role));
            }
            // A name that nothing shows to be a person's: an organisation, or left out where every noun has a capital.
            if organisation || (!self.lang.is("de") && name > from || self.lang.is("en")) {
                let text = span(source, all, if role_from.is_some() && organisation { role_from.unwrap_or(name) } else { name }, to);
                return Some((Voice::Nameless(text.to_owned()), if organisation { None } else { role }));
            }
            return None;
        }
        let word = words.first()?;
        if let Some(person) = self.cast.by_surname(word) {
            return Some((Voice::Person(person), role));
        }
        let t = all.get(name)?;
        if t.is_role() || t.is(List::Speakers) {
            return None;
        }
        if !self.cast.stands_for_itself(word) {
            return None;
        }
        // Nobody was introduced with the surname: it is told as the article writes it.
        if role_from.is_some() && !organisation && role.is_some() {
            return Some((Voice::Nameless(t.word.to_owned()), role));
        }
        let behind_verb = name.checked_sub(1).and_then(|v| all.get(v)).is_some_and(|v| v.is(List::Verbs) || v.lower == "so");
        let surely_a_name = self.cast.is_surname(word) || (self.lang.is("de") && behind_verb);
        let plain = !self.lang.is("de") && !begins_sentence(all, name) && !self.lang.opens_sentence(t.word);
        let literal = surely_a_name || plain && (t.acronym() || self.lang.is("en"));
        (literal && t.word.chars().count() > 2 && !self.lang.has(List::Pronouns, word) && !t.is(List::Times))
            .then(|| (Voice::Nameless(t.word.to_owned()), None))
    }

    /// A speaker without a name: determiner, modifiers, and a noun of the list ("the Russian Foreign Ministry", "Another opposition official who …").
    pub(super) fn nameless(&self, source: &str, all: &[Token<'_>], from: usize, to: usize) -> Option<String> {
        let mut begin = from;
        while all.get(begin).is_some_and(|t| {
            begin < to
                && (t.is(List::Determiners)
                    || (begin == from && (self.lang.opens_sentence(t.word) || listed("though although while as but and when", &t.lower))))
        }) {
            begin += 1;
        }
        // "a doctor from Hebron" is somebody, "the doctor" somebody the article spoke of before.
        let some = begin.checked_sub(1).and_then(|i| all.get(i)).is_some_and(|t| listed("a an another ein eine un une una uno", &t.lower));
        let stop =
            (begin..to).find(|&i| all.get(i).is_some_and(|t| listed("who which that qui que der die das который", &t.lower))).unwrap_or(to);
        let chunk = all.get(begin..stop)?;
        let preposition = chunk.iter().position(|t| t.is(List::Prepositions)).unwrap_or(chunk.len());
        let head = chunk.get(..preposition)?.last()?;
        let forbidden =
            chunk.iter().any(|t| t.quotation.is_some() || t.number() || t.is(List::Verbs) || t.is(List::Pronouns) || t.is(List::Passives));
        let known = head.is(List::Speakers) || some && head.is_role();
        if !known || forbidden || chunk.len() < 2 && !some || chunk.len() > 8 {
            return None;
        }
        // "of" and "for" belong to the speaker; any other preposition is an adverbial.
        let complement = chunk
            .get(preposition)
            .is_none_or(|t| listed("of for von vom der des de du del della da di", &t.lower) || some && t.lower == "from");
        let end = if complement { stop } else { begin + preposition };
        (end - begin >= 2).then(|| span(source, all, begin, end).to_owned())
    }

    /// Whether the words between a verb and a name only introduce the name ("the mayor", "le ministre de l'Intérieur"):
    /// `Some` with the token at which its role begins.
    pub(super) fn introduces(&self, prefix: &[Token<'_>], at: usize, name_words: usize) -> Option<Option<usize>> {
        let last = prefix.last()?;
        let has_role = prefix.iter().any(|t| t.is_role());
        let determiners = prefix.iter().take_while(|t| t.is(List::Determiners)).count();
        // "d'Emmanuel Macron": the name is a complement, whoever spoke.
        let inner_name = last.word.contains(['\'', '’']) && last.word.chars().any(char::is_uppercase) && name_words < 2;
        let complement = last.is(List::Prepositions) || inner_name;
        let preposition = prefix.iter().any(|t| t.is(List::Prepositions));
        // "the lawyer and activist Anna Holm" is one person, "the mayor, her deputy and Anna Holm" are not.
        let and = prefix.iter().enumerate().any(|(i, t)| {
            listed("and und et y и e", &t.lower) && !i.checked_sub(1).and_then(|j| prefix.get(j)).is_some_and(|b| b.is_role())
        });
        let other = prefix.iter().any(|t| t.is(List::Verbs) || t.number()) || and;
        if other || complement || (preposition && (name_words < 2 || !has_role || last.capital)) {
            return None;
        }
        // German roles reach a name only directly: in "die Sprecherin der Polizei Ulm" nobody is named.
        if self.lang.is("de") {
            return last.is_role().then_some(Some(at + determiners));
        }
        if has_role {
            return Some(Some(at + determiners));
        }
        (prefix.len() <= 2 && determiners == prefix.len()).then_some(None)
    }
}
