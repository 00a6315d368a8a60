//! Clauses of attribution: a verb of saying with its speaker directly before or behind it, or "according to".

use super::Reading;
use super::cast::Cast;
use super::claim::{FEWEST_WORDS, FREE_VERBS};
use super::names::{Common, bare, begins_sentence, runs};
use super::quotation::Quotation;
use super::roles::role_after;
use super::speaker::pronoun_gender;
use super::token::Token;
use super::topic::Opening;
use crate::text::{self, Language, List, listed};

/// Who speaks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Voice {
    /// A person of the cast.
    Person(usize),
    /// Somebody without a name: an office, a group, an unnamed official.
    Nameless(String),
    /// "he", "she": +1, -1.
    Pronoun(i8),
}

/// A clause of attribution: tokens `from..to` hold speaker and verb.
#[derive(Clone, Debug)]
pub(crate) struct Attribution {
    pub voice: Voice,
    pub role: Option<String>,
    pub through: Option<String>,
    pub from: usize,
    pub to: usize,
    /// Whether it opens its sentence, so that the claim follows it.
    pub leads: bool,
}

/// What attributions are read with.
pub(crate) struct Grammar<'a> {
    pub lang: Language<'a>,
    pub cast: Cast,
    pub common: &'a Common<'a>,
    /// "according to", word by word.
    pub according: Vec<&'a str>,
    /// Whom this paragraph and the two before it name.
    pub recent: Vec<usize>,
}

impl<'a> Grammar<'a> {
    /// For the names of an article.
    pub fn of(reading: &'a Reading<'_>) -> Grammar<'a> {
        let (lang, names) = (reading.doc.lang, reading.names());
        let according = lang.words(List::According).flat_map(|a| a.split('_')).collect();
        Grammar { lang, cast: names.cast.clone(), common: &names.common, according, recent: Vec::new() }
    }

    /// Every clause of attribution in the sentence.
    pub(super) fn attributions(&self, source: &str, all: &[Token<'_>]) -> Vec<Attribution> {
        let mut found: Vec<Attribution> = Vec::new();
        let mut add = |a: Attribution| {
            if !found.iter().any(|f| f.from < a.to && a.from < f.to) {
                found.push(a);
            }
        };
        if self.lang.is("en") {
            self.english(source, all).into_iter().for_each(&mut add);
        }
        for v in 0..all.len() {
            let Some(t) = all.get(v) else { break };
            if t.quotation.is_some() {
                continue;
            }
            if self.is_according(all, v) {
                let begin = v + self.according.len();
                if let Some((voice, role, to)) = self.source(source, all, begin).or_else(|| self.behind(source, all, begin))
                    && !matches!(voice, Voice::Pronoun(_))
                    // Somebody else says it, and only the news of it comes from this source.
                    && !all.iter().enumerate().any(|(i, t)| !(v..to).contains(&i) && !t.capital && t.is(List::Verbs))
                {
                    add(Attribution { voice, role, through: None, from: v, to, leads: v == 0 || (v <= 1 && begins_sentence(all, v)) });
                }
                continue;
            }
            // German: „…“, so Quist.
            let so = self.lang.is("de") && t.lower == "so" && t.before.contains(',') && v > 0;
            if t.capital && !begins_sentence(all, v) || !(so || t.is(List::Verbs)) {
                continue;
            }
            // "told by", "is said": the passive has another speaker.
            if all.get(v + 1).is_some_and(|n| {
                n.follows_on() && listed("by von par por от da", &n.lower) && !self.lang.is("en") || n.follows_on() && n.lower == "by"
            }) {
                continue;
            }
            let mut lead = v;
            while lead > 0 && all.get(lead).is_some_and(Token::follows_on) && all.get(lead - 1).is_some_and(|f| f.is(List::Fillers)) {
                lead -= 1;
            }
            if all.get(lead).is_some_and(Token::follows_on)
                && lead
                    .checked_sub(1)
                    .and_then(|p| all.get(p))
                    .is_some_and(|p| p.is(List::Passives) || listed("to not would could will nicht pas no не", &p.lower))
            {
                continue;
            }
            let behind_quotation = lead.checked_sub(1).and_then(|p| all.get(p)).is_some_and(|p| p.quotation.is_some());
            let inverted = behind_quotation || all.get(lead).is_some_and(|t| t.before.contains([',', '—', '–']));
            // "…, the ministry said Quist's plan": without a quotation before it the verb has its subject behind it only at the end.
            let forward = if !inverted {
                None
            } else if behind_quotation {
                self.behind(source, all, v + 1)
            } else if self.ahead(source, all, lead).is_some() {
                None
            } else {
                self.behind(source, all, v + 1)
                    .filter(|(_, _, to)| all.get(*to).is_none_or(|t| !t.follows_on() || (!t.capital && ends_clause(t))))
            };
            if let Some((voice, role, to)) = forward {
                add(Attribution { voice, role, through: None, from: lead, to, leads: false });
            } else if let Some((voice, role, from)) = self.ahead(source, all, lead) {
                // "…, and Holm said that": the claim of a second clause.
                let second = all
                    .get(from)
                    .is_some_and(|t| t.before == "," && listed("and but while und aber während et mais y pero и но а", &t.lower));
                // "When Holm came, she said that": the claim of a main clause.
                let main = matches!(voice, Voice::Pronoun(_))
                    && all.get(v + 1).is_some_and(Token::follows_on)
                    && all.get(from).is_some_and(|t| t.before == ",")
                    && all.first().is_some_and(|t| listed("when while as after before although though if since once", &t.lower));
                let leads = from == 0 || begins_sentence(all, from) || self.opening_only(all, from) || second || main;
                add(Attribution { voice, role, through: None, from, to: v + 1, leads });
            }
        }
        if found.is_empty() {
            found.extend(self.beside_the_subject(source, all));
        }
        found
    }

    /// Words that belong to the subject of the sentence without a verb of saying beside it: "Holm thanked her staff, saying …", "Holm was
    /// angry: “…”", "Her statement continued: “…”".
    fn beside_the_subject(&self, source: &str, all: &[Token<'_>]) -> Option<Attribution> {
        let whole = |t: &Token<'_>| {
            let inner =
                source.get(t.start..t.end).unwrap_or_default().trim_end_matches(|c: char| !c.is_alphanumeric() && !".!?…".contains(c));
            t.quotation.is_some() && text::count(inner) >= FEWEST_WORDS && inner.ends_with(['.', '!', '?', '…'])
        };
        let at = all.iter().position(|t| {
            t.before.ends_with(':') && whole(t)
                || t.before == "," && listed("saying adding noting explaining insisting arguing warning stressing", &t.lower)
        })?;
        let to = if all.get(at)?.quotation.is_some() { at } else { at + 1 };
        let before = all.get(..at)?;
        // "His statement continued: “…”"
        let possessive = match &*before.first()?.lower {
            "his" | "sein" | "seine" => Some(Voice::Pronoun(1)),
            "her" => Some(Voice::Pronoun(-1)),
            _ => None,
        };
        let voice = match (self.opening(before), self.cast.named_in(before).as_slice()) {
            (Opening::Person(person), [one]) if person == *one => Voice::Person(person),
            (Opening::Person(person), _) if to > at => Voice::Person(person),
            (_, []) if before.len() <= 3 => possessive?,
            _ => return None,
        };
        Some(Attribution { voice, role: None, through: None, from: if to > at { at } else { 0 }, to, leads: true })
    }

    /// Whether the verb of an attribution can only be one: "declared an emergency" says nothing.
    pub(super) fn surely_says(&self, all: &[Token<'_>], a: &Attribution) -> bool {
        let verb = all.get(a.from..a.to).and_then(|clause| clause.iter().rev().find(|t| t.is(List::Verbs)));
        let quotation = |i: usize| all.get(i).is_some_and(|t| t.quotation.is_some());
        verb.is_none_or(|v| listed(FREE_VERBS, &v.lower) || !self.lang.is("en"))
            || quotation(a.to)
            || a.from.checked_sub(1).is_some_and(quotation)
            || all.get(a.to).is_some_and(|t| t.is(List::That))
    }

    /// Whether only an opening word ("But", "Meanwhile") stands before token `from`.
    fn opening_only(&self, all: &[Token<'_>], from: usize) -> bool {
        from == 1 && all.first().is_some_and(|t| t.quotation.is_none() && t.capital)
    }

    /// What news comes from, beside speakers: "„Washington Post“", "data from Acme".
    fn source(&self, source: &str, all: &[Token<'_>], at: usize) -> Option<(Voice, Option<String>, usize)> {
        let first = all.get(at)?;
        if first.quotation.is_some() {
            let name = source.get(first.start..first.end)?.trim_matches(|c: char| !c.is_alphanumeric());
            let capitals = name.split(' ').all(|w| w.chars().next().is_some_and(|c| c.is_uppercase() || c.is_numeric()));
            return (capitals && text::count(name) <= 4).then(|| (Voice::Nameless(name.to_owned()), None, at + 1));
        }
        let data = listed("data figures numbers statistics estimates research", &first.lower);
        (data && all.get(at + 1).is_some_and(|t| listed("from by of", &t.lower))).then(|| self.behind(source, all, at + 2))?
    }

    fn is_according(&self, all: &[Token<'_>], v: usize) -> bool {
        !self.according.is_empty()
            && self.according.iter().enumerate().all(|(k, word)| all.get(v + k).is_some_and(|t| t.lower == *word && t.quotation.is_none()))
    }

    /// The speaker before the verb whose clause begins at token `lead`; with the first token of the attribution.
    pub(super) fn ahead(&self, source: &str, all: &[Token<'_>], lead: usize) -> Option<(Voice, Option<String>, usize)> {
        let last = lead.checked_sub(1)?;
        let t = all.get(lead)?;
        if all.get(last)?.quotation.is_some() {
            return None;
        }
        if t.follows_on() {
            let from = self.chunk_start(all, last);
            return self.subject(source, all, from, lead);
        }
        // "Anna Holm (SPD) said"
        if t.before == ")"
            && let Some(open) = (1..lead).rev().take(4).find(|&j| all.get(j).is_some_and(|t| t.before == "("))
        {
            let from = self.chunk_start(all, open - 1);
            return self.subject(source, all, from, open);
        }
        if t.before != "," {
            return None;
        }
        // "Anna Holm, the mayor of Ryd, said": the name stands before the other comma.
        let comma = (1..lead).rev().take(14).find(|&j| all.get(j).is_some_and(|t| t.before == "," || t.quotation.is_some()))?;
        if all.get(comma).is_some_and(|t| t.quotation.is_some()) {
            return None;
        }
        let between = all.get(comma..lead)?;
        if between.iter().any(|t| t.is(List::Verbs) || t.is(List::Pronouns)) {
            return None;
        }
        let from = self.chunk_start(all, comma - 1);
        // "The envoy, Anna Holm, said": the name may be the apposition.
        if let Some(run) = runs(between, self.lang, self.common).first()
            && run.to == between.len()
            && let Some(person) = self.cast.by_name(&between.get(run.name..)?.iter().map(|t| bare(&t.lower).to_owned()).collect::<Vec<_>>())
        {
            return Some((Voice::Person(person), None, from));
        }
        // "The Harbour Chief Executive, Grainia Long, said": the office does not speak, and nobody introduced her.
        if between.len() > 1 && between.iter().all(|t| t.capital) {
            return None;
        }
        let (voice, role, from) = self.subject(source, all, from, comma)?;
        if matches!(voice, Voice::Pronoun(_)) {
            return None;
        }
        Some((voice, role.or_else(|| role_after(source, all, comma, self.lang)), from))
    }

    /// The speaker behind the verb, beginning at token `at`; with the token after it.
    fn behind(&self, source: &str, all: &[Token<'_>], at: usize) -> Option<(Voice, Option<String>, usize)> {
        let mut at = at;
        // "explique-t-il"
        if all.get(at).is_some_and(|t| t.lower == "t" && t.before == "-") {
            at += 1;
        }
        if all.get(at).is_some_and(|t| t.follows_on() && t.is(List::Fillers)) && at > 0 {
            at += 1;
        }
        let first = all.get(at)?;
        if let Some(person) = self.definite(all, at, at + 2).filter(|_| all.get(at + 2).is_none_or(|t| !t.follows_on() || !t.capital)) {
            return Some((Voice::Person(person), None, at + 2));
        }
        if first.quotation.is_some() || !(first.follows_on()) {
            return None;
        }
        if first.is(List::Pronouns) {
            return Some((Voice::Pronoun(pronoun_gender(&first.lower)), None, at + 1));
        }
        let mut to = at;
        while to < all.len() && to - at < 12 {
            let Some(t) = all.get(to) else { break };
            let initial = to > at && t.before == "." && all.get(to - 1).is_some_and(|p| p.capital && p.word.chars().count() <= 4);
            if t.quotation.is_some() || (to > at && !(t.follows_on() || initial)) {
                break;
            }
            to += 1;
        }
        let chunk = all.get(at..to)?;
        // "the mission's former manager Anna Holm": a genitive belongs to the introduction.
        let named = runs(chunk, self.lang, self.common);
        if let Some(run) = named.iter().find(|r| !chunk.get(r.to - 1).is_some_and(Token::genitive) || r.to == chunk.len())
            && let Some(prefix) = all.get(at..at + run.name)
        {
            let (name, end) = (at + run.name, at + run.to);
            // "according to Palestinian tallies", "the London-based institute": not a name that stands for itself.
            let attributive =
                all.get(end).is_some_and(|t| t.follows_on() && (t.before == "-" || !t.capital && !ends_clause(t)) && t.quotation.is_none());
            let known = self.cast.by_name(&all.get(name..end)?.iter().map(|t| bare(&t.lower).to_owned()).collect::<Vec<_>>()).is_some();
            let attributive = attributive && !known;
            if prefix.is_empty() && !attributive {
                let (voice, role) = self.named(source, all, name, end, None, at.saturating_sub(1))?;
                return Some((voice, role.or_else(|| role_after(source, all, end, self.lang)), end));
            }
            if !attributive
                && !prefix.is_empty()
                // "figures that minister Anna Holm will use" are not hers.
                && !prefix.iter().any(|t| t.is(List::That))
                && let Some(role_from) = self.introduces(prefix, at, end - name)
            {
                let (voice, role) = self.named(source, all, name, end, role_from, at.saturating_sub(1))?;
                return Some((voice, role, end));
            }
        }
        let end = (at..to)
            .find(|&i| {
                i > at && all.get(i).is_some_and(|t| listed("who which when on in at after during told am im in le à el en в", &t.lower))
            })
            .unwrap_or(to);
        self.nameless(source, all, at, end).map(|name| (Voice::Nameless(name), None, end))
    }

    /// The quotations that the speaker speaks, as against words the article only puts in marks.
    pub(super) fn spoken(&self, source: &str, all: &[Token<'_>], inside: &[Quotation], attribution: &Attribution) -> Vec<Quotation> {
        let spoken = |i: usize, t: &Token<'_>| {
            let q = inside.get(t.quotation?)?;
            let words = source.get(q.inner.0..q.inner.1).map_or(0, text::count);
            let opens = i == 0 || t.before.ends_with([':', ',', '—', '–', '.']) || (i == attribution.to && t.before.is_empty());
            let after = all.get(i + 1);
            let inner_end = source.get(..q.inner.1).unwrap_or_default().trim_end();
            let stops = inner_end.ends_with([',', '.', '!', '?', '…'])
                || after.is_none_or(|a| a.before.starts_with([',', '.', '—', '–', '-']) || i + 1 == attribution.from);
            // "wrote a book: “The Long Way”": a title has capitals.
            let inner = source.get(q.inner.0..q.inner.1).unwrap_or_default();
            let title = !self.lang.is("de")
                && inner.split(' ').filter(|w| w.chars().count() > 3).all(|w| w.chars().next().is_some_and(char::is_uppercase));
            // "He said he was there when doctors told them: …": somebody else's words.
            let far = attribution.leads
                && i > attribution.to
                && all.get(attribution.to..i).is_some_and(|between| {
                    between.len() > 6 && !t.before.ends_with(':') || between.iter().any(|t| t.is(List::Verbs) || t.is(List::That))
                });
            let whole = words >= FEWEST_WORDS || (words >= 2 && (i == 0 || i + 1 == attribution.from));
            (whole && opens && stops && !far && !title).then_some(*q)
        };
        all.iter().enumerate().filter_map(|(i, t)| spoken(i, t)).collect()
    }
}

/// Whether a small word behind a name begins something new: a preposition, a filler, a conjunction.
fn ends_clause(t: &Token<'_>) -> bool {
    [List::Prepositions, List::Fillers, List::Determiners, List::That].iter().any(|&list| t.is(list))
        || listed(
            "who which when while as that because if today yesterday told gegenüber gestern heute der die das wenn weil während hier aujourd'hui hoy ayer \
            cuando mientras où qui quand lors que когда о об",
            &t.lower,
        )
}
