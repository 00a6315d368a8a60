//! Who said what: quotations and reported claims with their speakers.
//!
//! A sentence is attributed only where its grammar leaves one reading: a verb of saying with the
//! speaker directly before or behind it, or "according to". A surname leads to the full name it was
//! introduced with if only one person bears it, a pronoun to the last speaker if nobody else was named
//! since. Everything else is left out: a missing quotation is a pity, a wrong one a lie.

use super::candidate::without_dateline;
use super::cast::{Cast, Common, bare, begins_sentence, is_organisation_word, role_after, role_before, runs, span};
use super::quotation::{Quotation, quotations};
use super::token::{Token, tokens};
use super::{Document, ParagraphKind};
use crate::text::{self, Language, List, listed};

/// Something somebody said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quote {
    /// The speaker, by the fullest name the article gives.
    pub speaker: String,
    /// What the speaker is, as the article introduces them ("deputy foreign minister").
    pub role: Option<String>,
    /// Who passed the words on, where the article has them from somebody else ("The Associated Press").
    pub through: Option<String>,
    /// The words: what stands between the quotation marks, or the reported claim.
    pub text: String,
    /// Whether the article reports the claim in its own words instead of quoting it.
    pub reported: bool,
    /// The node of the paragraph.
    pub node: u32,
    /// The whole sentence it came from.
    pub sentence: String,
}

/// More quotations than this are an interview or a chat, and no reader wants them listed.
const MOST: usize = 40;

/// A quotation of fewer words is a mention of a word, unless the sentence is nothing else.
const FEWEST_WORDS: usize = 4;

/// Who speaks.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Voice {
    /// A person of the cast.
    Person(usize),
    /// Somebody without a name: an office, a group, an unnamed official.
    Nameless(String),
    /// "he", "she": +1, -1.
    Pronoun(i8),
}

/// A clause of attribution: tokens `from..to` hold speaker and verb.
#[derive(Clone, Debug)]
struct Attribution {
    voice: Voice,
    role: Option<String>,
    through: Option<String>,
    from: usize,
    to: usize,
    /// Whether it opens its sentence, so that the claim follows it.
    leads: bool,
}

/// The quotations and reported claims whose speaker is certain, in the article's order.
#[must_use]
pub fn quotes(doc: &Document<'_>) -> Vec<Quote> {
    if !doc.lang.knows(List::Roles) {
        return Vec::new();
    }
    let common = Common::of(doc);
    let cast = Cast::of(doc, &common);
    let mut reader = Reader { doc, lang: doc.lang, cast, common, last: None, gone_on: None, found: Vec::new() };
    for (at, paragraph) in doc.paragraphs.iter().enumerate() {
        if reader.found.len() >= MOST {
            break;
        }
        match paragraph.kind {
            ParagraphKind::Text | ParagraphKind::ListItem => reader.paragraph(at),
            _ => reader.gone_on = None,
        }
    }
    reader.found
}

struct Reader<'a> {
    doc: &'a Document<'a>,
    lang: Language<'a>,
    cast: Cast,
    common: Common<'a>,
    /// The last person who spoke, with the paragraph, as long as nobody else was named.
    last: Option<(usize, usize)>,
    /// The voice of a quotation that the paragraph before left open.
    gone_on: Option<(Voice, Option<String>)>,
    found: Vec<Quote>,
}

impl Reader<'_> {
    fn paragraph(&mut self, at: usize) {
        let Some(paragraph) = self.doc.paragraphs.get(at) else { return };
        let text = paragraph.text.as_str();
        let quoted = quotations(text);
        let went_on = self.gone_on.take();
        // Voice of the direct quotation just before, in this paragraph.
        let mut running: Option<(Voice, Option<String>)> = None;
        for (first, unit) in units(text, self.doc.lang, &quoted).into_iter().enumerate() {
            let Some(source) = text.get(unit.0..unit.1) else { continue };
            let inside: Vec<Quotation> = quoted
                .iter()
                .filter(|q| q.outer.0 >= unit.0 && q.outer.1 <= unit.1)
                .map(|q| Quotation {
                    outer: (q.outer.0 - unit.0, q.outer.1 - unit.0),
                    inner: (q.inner.0 - unit.0, q.inner.1 - unit.0),
                    open: q.open,
                })
                .collect();
            let outer: Vec<(usize, usize)> = inside.iter().map(|q| q.outer).collect();
            let all = tokens(source, &outer);
            let bare_quotation = !all.is_empty() && all.iter().all(|t| t.quotation.is_some());
            let ends_open = inside.last().is_some_and(|q| q.open);

            if bare_quotation {
                let voice = if first == 0 { went_on.clone() } else { running.clone() };
                if let Some((voice, role)) = voice {
                    self.push_direct(at, source, &inside, voice.clone(), role.clone(), None);
                    if ends_open {
                        self.gone_on = Some((voice, role));
                    }
                }
                continue;
            }
            let attributions = self.attributions(source, &all);
            let named = self.cast.named_in(&all);
            let strong: Vec<&Attribution> = attributions.iter().filter(|a| attributions.len() == 1 || self.surely_says(&all, a)).collect();
            let one = match strong.as_slice() {
                [one] => Some((*one).clone()),
                _ => None,
            };
            running = None;
            let Some(attribution) = one else {
                self.name_somebody(at, &named);
                continue;
            };
            // A pronoun is followed to the last speaker when nobody else is in question.
            let voice = match &attribution.voice {
                Voice::Pronoun(gender) => self.resolve(*gender, at, &named, source),
                voice => Some(voice.clone()),
            };
            if let Some(Voice::Person(person)) = &voice {
                self.last = if named.iter().all(|n| n == person) { Some((*person, at)) } else { None };
                if let Voice::Pronoun(gender) = attribution.voice
                    && let Some(p) = self.cast.people.get_mut(*person)
                    && p.gender == 0
                {
                    p.gender = gender;
                }
            } else {
                self.name_somebody(at, &named);
            }
            let Some(voice) = voice else { continue };
            let spoken = self.spoken(source, &all, &inside, &attribution);
            if !spoken.is_empty() {
                self.push_direct(at, source, &spoken, voice.clone(), attribution.role.clone(), attribution.through.clone());
                running = Some((voice.clone(), attribution.role.clone()));
                if ends_open {
                    self.gone_on = Some((voice, attribution.role.clone()));
                }
            } else if let Some(claim) = claim(source, &all, &attribution, self.lang) {
                self.push(at, source, claim, true, voice.clone(), attribution.role.clone(), attribution.through.clone());
                if ends_open {
                    self.gone_on = Some((voice, attribution.role.clone()));
                }
            }
        }
    }

    /// Somebody was named outside an attribution: a later "he" may mean them.
    fn name_somebody(&mut self, at: usize, named: &[usize]) {
        if let Some((person, since)) = self.last
            && (named.iter().any(|n| *n != person) || at > since + 2)
        {
            self.last = None;
        }
    }

    fn resolve(&self, gender: i8, at: usize, named: &[usize], opening: &str) -> Option<Voice> {
        // "Anna Holm thanked …, she said": the person who opens the sentence, when nobody spoke before.
        if let ([one], None) = (named, self.last)
            && self
                .cast
                .people
                .get(*one)
                .is_some_and(|p| opening.starts_with(&p.name) && (p.gender == 0 || gender == 0 || p.gender == gender))
        {
            return Some(Voice::Person(*one));
        }
        let (person, since) = self.last?;
        let known = self.cast.people.get(person)?.gender;
        let fits = known == 0 || gender == 0 || known == gender;
        (fits && at <= since + 1 && named.iter().all(|n| *n == person)).then_some(Voice::Person(person))
    }

    fn push_direct(&mut self, at: usize, source: &str, inside: &[Quotation], voice: Voice, role: Option<String>, through: Option<String>) {
        let mut text = String::new();
        for piece in inside.iter().filter_map(|q| source.get(q.inner.0..q.inner.1)).map(str::trim) {
            if !text.is_empty() {
                text.push_str(if text.ends_with(|c: char| c.is_alphanumeric()) { " … " } else { " " });
            }
            text.push_str(piece);
        }
        let text = text.trim_end_matches([',', '،', '、']).trim().to_owned();
        if text::count(&text) >= 2 {
            self.push(at, source, text, false, voice, role, through);
        }
    }

    #[allow(clippy::too_many_arguments, reason = "the parts of a quote, put together in one place")]
    fn push(&mut self, at: usize, source: &str, text: String, reported: bool, voice: Voice, role: Option<String>, through: Option<String>) {
        let (speaker, role) = match voice {
            Voice::Person(i) => match self.cast.people.get(i) {
                Some(p) => (p.name.clone(), role.or_else(|| p.role.clone())),
                None => return,
            },
            Voice::Nameless(name) => (name, role),
            Voice::Pronoun(_) => return,
        };
        let node = self.doc.paragraphs.get(at).map_or(0, |p| p.node);
        if !text.is_empty() && self.found.iter().all(|q| q.text != text) {
            self.found.push(Quote { speaker, role, through, text, reported, node, sentence: source.trim().to_owned() });
        }
    }

    /// The quotations that the speaker speaks, as against words the article only puts in marks.
    fn spoken(&self, source: &str, all: &[Token<'_>], inside: &[Quotation], attribution: &Attribution) -> Vec<Quotation> {
        let spoken = |i: usize, t: &Token<'_>| {
            let q = inside.get(t.quotation?)?;
            let words = source.get(q.inner.0..q.inner.1).map_or(0, text::count);
            let opens = i == 0 || t.before.ends_with([':', ',', '—', '–', '.']) || (i == attribution.to && t.before.is_empty());
            let after = all.get(i + 1);
            let inner_end = source.get(..q.inner.1).unwrap_or_default().trim_end();
            let stops = inner_end.ends_with([',', '.', '!', '?', '…'])
                || after.is_none_or(|a| a.before.starts_with([',', '.', '—', '–', '-']) || i + 1 == attribution.from);
            // "He said he was there when doctors told them: …": somebody else's words.
            let far = attribution.leads
                && i > attribution.to
                && all.get(attribution.to..i).is_some_and(|between| {
                    between.len() > 6 || between.iter().any(|t| self.lang.has(List::Verbs, &t.lower) || self.lang.has(List::That, &t.lower))
                });
            let whole = words >= FEWEST_WORDS || (words >= 2 && (i == 0 || i + 1 == attribution.from));
            (whole && opens && stops && !far).then_some(*q)
        };
        all.iter().enumerate().filter_map(|(i, t)| spoken(i, t)).collect()
    }

    /// Every clause of attribution in the sentence.
    fn attributions(&self, source: &str, all: &[Token<'_>]) -> Vec<Attribution> {
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
                let begin = v + self.according().count();
                if let Some((voice, role, to)) = self.behind(source, all, begin)
                    && !matches!(voice, Voice::Pronoun(_))
                    // Somebody else says it, and only the news of it comes from this source.
                    && !all.iter().enumerate().any(|(i, t)| !(v..to).contains(&i) && !t.capital && self.lang.has(List::Verbs, &t.lower))
                {
                    add(Attribution { voice, role, through: None, from: v, to, leads: v == 0 || (v <= 1 && begins_sentence(all, v)) });
                }
                continue;
            }
            // German: „…“, so Quist.
            let so = self.lang.is("de") && t.lower == "so" && t.before.contains(',') && v > 0;
            if t.capital && !begins_sentence(all, v) || !(so || self.lang.has(List::Verbs, &t.lower)) {
                continue;
            }
            // "told by", "is said": the passive has another speaker.
            if all.get(v + 1).is_some_and(|n| {
                n.follows_on() && listed("by von par por от da", &n.lower) && !self.lang.is("en") || n.follows_on() && n.lower == "by"
            }) {
                continue;
            }
            let mut lead = v;
            while lead > 0 && all.get(lead).is_some_and(Token::follows_on) && all.get(lead - 1).is_some_and(|f| self.is_filler(&f.lower)) {
                lead -= 1;
            }
            if all.get(lead).is_some_and(Token::follows_on)
                && lead
                    .checked_sub(1)
                    .and_then(|p| all.get(p))
                    .is_some_and(|p| self.lang.has(List::Passives, &p.lower) || listed("to not would could will nicht pas no не", &p.lower))
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
                    .filter(|(_, _, to)| all.get(*to).is_none_or(|t| !t.follows_on() || (!t.capital && self.ends_clause(&t.lower))))
            };
            if let Some((voice, role, to)) = forward {
                add(Attribution { voice, role, through: None, from: lead, to, leads: false });
            } else if let Some((voice, role, from)) = self.ahead(source, all, lead) {
                let leads = from == 0 || (begins_sentence(all, from)) || self.opening_only(all, from);
                add(Attribution { voice, role, through: None, from, to: v + 1, leads });
            }
        }
        found
    }

    /// Whether the verb of an attribution can only be one: "declared an emergency" says nothing.
    fn surely_says(&self, all: &[Token<'_>], a: &Attribution) -> bool {
        let verb = all.get(a.from..a.to).and_then(|clause| clause.iter().rev().find(|t| self.lang.has(List::Verbs, &t.lower)));
        let quotation = |i: usize| all.get(i).is_some_and(|t| t.quotation.is_some());
        verb.is_none_or(|v| listed(FREE_VERBS, &v.lower) || !self.lang.is("en"))
            || quotation(a.to)
            || a.from.checked_sub(1).is_some_and(quotation)
            || all.get(a.to).is_some_and(|t| self.lang.has(List::That, &t.lower))
    }

    fn is_filler(&self, lower: &str) -> bool {
        self.lang.has(List::Fillers, lower)
    }

    /// Whether only an opening word ("But", "Meanwhile") stands before token `from`.
    fn opening_only(&self, all: &[Token<'_>], from: usize) -> bool {
        from == 1 && all.first().is_some_and(|t| t.quotation.is_none() && t.capital)
    }

    /// "according to", word by word.
    fn according(&self) -> impl Iterator<Item = &str> {
        self.lang.words(List::According).flat_map(|a| a.split('_'))
    }

    fn is_according(&self, all: &[Token<'_>], v: usize) -> bool {
        self.lang.knows(List::According)
            && self.according().enumerate().all(|(k, word)| all.get(v + k).is_some_and(|t| t.lower == word && t.quotation.is_none()))
    }

    /// The speaker before the verb whose clause begins at token `lead`; with the first token of the attribution.
    fn ahead(&self, source: &str, all: &[Token<'_>], lead: usize) -> Option<(Voice, Option<String>, usize)> {
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
        if between.iter().any(|t| self.lang.has(List::Verbs, &t.lower) || self.lang.has(List::Pronouns, &t.lower)) {
            return None;
        }
        let from = self.chunk_start(all, comma - 1);
        // "The envoy, Anna Holm, said": the name may be the apposition.
        if let Some(run) = runs(between, self.lang, &self.common).first()
            && run.to == between.len()
            && let Some(person) = self.cast.by_name(&between.get(run.name..)?.iter().map(|t| bare(&t.lower).to_owned()).collect::<Vec<_>>())
        {
            return Some((Voice::Person(person), None, from));
        }
        let (voice, role, from) = self.subject(source, all, from, comma)?;
        if matches!(voice, Voice::Pronoun(_)) {
            return None;
        }
        Some((voice, role.or_else(|| role_after(source, all, comma, self.lang)), from))
    }

    /// The first token of the unpunctuated stretch that ends with token `last`.
    fn chunk_start(&self, all: &[Token<'_>], last: usize) -> usize {
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
    fn subject(&self, source: &str, all: &[Token<'_>], from: usize, to: usize) -> Option<(Voice, Option<String>, usize)> {
        let chunk = all.get(from..to)?;
        let last = chunk.last()?;
        if listed("who which that qui que der die das который которая che quem", &last.lower) {
            return None;
        }
        if self.lang.has(List::Pronouns, &last.lower) {
            // "he said", "But she said", "a-t-il dit".
            let lone = chunk.len() == 1
                || chunk.len() <= 3
                    && chunk.iter().rev().skip(1).all(|t| {
                        self.lang.opens_sentence(t.word)
                            || self.is_filler(&t.lower)
                            || listed("t but and as und aber mais et pero y но и", &t.lower)
                    });
            return lone.then(|| (Voice::Pronoun(pronoun_gender(&last.lower)), None, to - 1));
        }
        if last.capital {
            let run = runs(chunk, self.lang, &self.common).into_iter().find(|r| r.to == chunk.len())?;
            let name = from + run.name;
            let role_from = role_before(all, name, self.lang).filter(|&r| r >= from);
            let begin = role_from.unwrap_or(from + run.name);
            // Nothing before the name may make somebody else the subject.
            let prefix = all.get(from..begin)?;
            let institution = is_organisation_word(bare(&last.lower), self.lang) || last.acronym();
            let clean = prefix.len() <= 3
                && prefix.iter().all(|t| {
                    self.lang.has(List::Determiners, &t.lower) && (role_from.is_some() || institution)
                        || self.lang.opens_sentence(t.word) && !self.lang.has(List::Prepositions, &t.lower)
                        || listed("but and as while when where though although what that which und aber während wie mais et comme pero y como но а и как e ma mas", &t.lower)
                        || self.lang.is_role(&t.lower)
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

    /// The voice of the name in tokens `name..to`.
    fn named(
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
        if self.lang.is_role(&t.lower) || self.lang.has(List::Speakers, &t.lower) {
            return None;
        }
        if !self.cast.stands_for_itself(word) {
            return None;
        }
        // Nobody was introduced with the surname: it is told as the article writes it.
        if role_from.is_some() && !organisation && role.is_some() {
            return Some((Voice::Nameless(t.word.to_owned()), role));
        }
        let behind_verb =
            name.checked_sub(1).and_then(|v| all.get(v)).is_some_and(|v| self.lang.has(List::Verbs, &v.lower) || v.lower == "so");
        let surely_a_name = self.cast.is_surname(word) || (self.lang.is("de") && behind_verb);
        let plain = !self.lang.is("de") && !begins_sentence(all, name) && !self.lang.opens_sentence(t.word);
        let literal = surely_a_name || plain && (t.acronym() || self.lang.is("en"));
        (literal && t.word.chars().count() > 2 && !self.lang.has(List::Pronouns, word) && !self.lang.has(List::Times, &t.lower))
            .then(|| (Voice::Nameless(t.word.to_owned()), None))
    }

    /// A speaker without a name: determiner, modifiers, and a noun of the list ("the Russian Foreign Ministry", "Another opposition official who …").
    fn nameless(&self, source: &str, all: &[Token<'_>], from: usize, to: usize) -> Option<String> {
        let mut begin = from;
        while all.get(begin).is_some_and(|t| {
            begin < to && (self.lang.has(List::Determiners, &t.lower) || (begin == from && self.lang.opens_sentence(t.word)))
        }) {
            begin += 1;
        }
        let stop =
            (begin..to).find(|&i| all.get(i).is_some_and(|t| listed("who which that qui que der die das который", &t.lower))).unwrap_or(to);
        let chunk = all.get(begin..stop)?;
        let preposition = chunk.iter().position(|t| self.lang.has(List::Prepositions, &t.lower)).unwrap_or(chunk.len());
        let head = chunk.get(..preposition)?.last()?;
        let forbidden = chunk.iter().any(|t| {
            t.quotation.is_some()
                || t.number()
                || self.lang.has(List::Verbs, &t.lower)
                || self.lang.has(List::Pronouns, &t.lower)
                || self.lang.has(List::Passives, &t.lower)
        });
        if !self.lang.has(List::Speakers, &head.lower) || forbidden || chunk.len() < 2 || chunk.len() > 8 {
            return None;
        }
        // "of" and "for" belong to the speaker; any other preposition is an adverbial.
        let complement = chunk.get(preposition).is_none_or(|t| listed("of for von vom der des de du del della da di", &t.lower));
        let end = if complement { stop } else { begin + preposition };
        (end - begin >= 2).then(|| span(source, all, begin, end).to_owned())
    }

    /// The speaker behind the verb, beginning at token `at`; with the token after it.
    fn behind(&self, source: &str, all: &[Token<'_>], at: usize) -> Option<(Voice, Option<String>, usize)> {
        let mut at = at;
        // "explique-t-il"
        if all.get(at).is_some_and(|t| t.lower == "t" && t.before == "-") {
            at += 1;
        }
        if all.get(at).is_some_and(|t| t.follows_on() && self.is_filler(&t.lower)) && at > 0 {
            at += 1;
        }
        let first = all.get(at)?;
        if first.quotation.is_some() || !(first.follows_on()) {
            return None;
        }
        if self.lang.has(List::Pronouns, &first.lower) {
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
        let named = runs(chunk, self.lang, &self.common);
        if let Some(run) = named.iter().find(|r| !chunk.get(r.to - 1).is_some_and(Token::genitive) || r.to == chunk.len())
            && let Some(prefix) = all.get(at..at + run.name)
        {
            let (name, end) = (at + run.name, at + run.to);
            // "according to Palestinian tallies", "the London-based institute": not a name that stands for itself.
            let attributive = all
                .get(end)
                .is_some_and(|t| t.follows_on() && (t.before == "-" || !t.capital && !self.ends_clause(&t.lower)) && t.quotation.is_none());
            let known = self.cast.by_name(&all.get(name..end)?.iter().map(|t| bare(&t.lower).to_owned()).collect::<Vec<_>>()).is_some();
            let attributive = attributive && !known;
            if prefix.is_empty() && !attributive {
                let (voice, role) = self.named(source, all, name, end, None, at.saturating_sub(1))?;
                return Some((voice, role.or_else(|| role_after(source, all, end, self.lang)), end));
            }
            if !attributive
                && !prefix.is_empty()
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

    /// Whether a small word behind a name begins something new: a preposition, a filler, a conjunction.
    fn ends_clause(&self, lower: &str) -> bool {
        self.lang.has(List::Prepositions, lower)
            || self.lang.has(List::Fillers, lower)
            || self.lang.has(List::Determiners, lower)
            || self.lang.has(List::That, lower)
            || listed(
                "who which when while as that because if today yesterday told gegenüber gestern heute der die das wenn weil während hier aujourd'hui hoy ayer \
                cuando mientras où qui quand lors что когда о об",
                lower,
            )
    }

    /// Whether the words between a verb and a name only introduce the name ("the mayor", "le ministre de l'Intérieur"):
    /// `Some` with the token at which its role begins.
    fn introduces(&self, prefix: &[Token<'_>], at: usize, name_words: usize) -> Option<Option<usize>> {
        let last = prefix.last()?;
        let has_role = prefix.iter().any(|t| self.lang.is_role(&t.lower));
        let determiners = prefix.iter().take_while(|t| self.lang.has(List::Determiners, &t.lower)).count();
        // "d'Emmanuel Macron": the name is a complement, whoever spoke.
        let inner_name = last.word.contains(['\'', '’']) && last.word.chars().any(char::is_uppercase) && name_words < 2;
        let complement = self.lang.has(List::Prepositions, &last.lower) || inner_name;
        let preposition = prefix.iter().any(|t| self.lang.has(List::Prepositions, &t.lower));
        let other = prefix.iter().any(|t| self.lang.has(List::Verbs, &t.lower) || t.number() || listed("and und et y и e", &t.lower));
        if other || complement || (preposition && (name_words < 2 || !has_role || last.capital)) {
            return None;
        }
        // German roles reach a name only directly: in "die Sprecherin der Polizei Ulm" nobody is named.
        if self.lang.is("de") {
            return self.lang.is_role(&last.lower).then_some(Some(at + determiners));
        }
        if has_role {
            return Some(Some(at + determiners));
        }
        (prefix.len() <= 2 && determiners == prefix.len()).then_some(None)
    }

    /// What English news says in its own ways: "X quoted Y as saying", "Y met with X … discussed", "the envoys expressed …, the ministry said".
    fn english(&self, source: &str, all: &[Token<'_>]) -> Vec<Attribution> {
        let mut found = Vec::new();
        let word = |i: usize| all.get(i).map_or("", |t| t.lower.as_str());
        for i in 1..all.len() {
            if matches!(word(i), "quoted" | "cited") && !self.lang.has(List::Passives, word(i - 1)) {
                let Some(saying) = (i + 2..(i + 12).min(all.len())).find(|&j| word(j) == "as" && word(j + 1) == "saying") else { continue };
                let run =
                    all.get(i + 1..saying).and_then(|chunk| runs(chunk, self.lang, &self.common).into_iter().find(|r| r.to == chunk.len()));
                let from = self.chunk_start(all, i - 1);
                let through = span(source, all, from, i);
                if let Some(run) = run {
                    let name = i + 1 + run.name;
                    let role_from = role_before(all, name, self.lang).filter(|&r| r > i);
                    if let Some((voice, role)) = self.named(source, all, name, saying, role_from, i) {
                        let through = (!through.is_empty() && all.get(from).is_some_and(|t| t.capital)).then(|| through.to_owned());
                        found.push(Attribution { voice, role, through, from, to: saying + 2, leads: true });
                    }
                }
            }
        }
        // "Minister Anna Holm met with envoys …, during which the parties discussed …"
        if let Some(met) = (1..all.len().min(12)).find(|&i| matches!(word(i), "met" | "meets")) {
            let discussed = (met..all.len()).find(|&i| matches!(word(i), "discussed" | "discussing" | "discuss"));
            let speaks = all.iter().any(|t| t.quotation.is_some() || (!t.capital && self.lang.has(List::Verbs, &t.lower)));
            if discussed.is_some()
                && !speaks
                && let Some((voice @ Voice::Person(_), role, from)) = self.subject(source, all, self.chunk_start(all, met - 1), met)
            {
                found.push(Attribution { voice, role, through: None, from, to: met, leads: true });
            }
        }
        // "The envoys expressed their interest, the ministry said."
        if let Some(expressed) =
            (1..all.len().min(14)).find(|&i| matches!(word(i), "expressed" | "demonstrated" | "voiced" | "signalled" | "signaled"))
            && let Some(voice) = self.nameless(source, all, self.chunk_start(all, expressed - 1), expressed)
        {
            let trailing = (expressed + 1..all.len())
                .rev()
                .find(|&v| self.lang.has(List::Verbs, word(v)) && all.get(v).is_some_and(Token::follows_on));
            let from = self.chunk_start(all, expressed - 1);
            if let Some(v) = trailing
                && let Some((Voice::Nameless(through), _, begin)) = self.ahead(source, all, v)
                && begin > expressed
            {
                // One attribution for the whole sentence: it reaches to the verb, and the claim is what stands before the second speaker.
                found.push(Attribution {
                    voice: Voice::Nameless(voice),
                    role: None,
                    through: Some(through),
                    from,
                    to: expressed,
                    leads: true,
                });
                found.push(Attribution { voice: Voice::Pronoun(0), role: None, through: None, from: begin, to: all.len(), leads: false });
            }
        }
        if let [first, second] = found.as_slice()
            && matches!(second.voice, Voice::Pronoun(0))
        {
            let mut one = first.clone();
            one.to = second.to;
            one.leads = false;
            one.from = second.from;
            return vec![one];
        }
        found
    }
}

fn pronoun_gender(lower: &str) -> i8 {
    match lower {
        "he" | "er" | "il" | "él" | "он" | "lui" | "ele" => 1,
        "she" | "elle" | "ella" | "она" | "lei" | "ela" => -1,
        _ => 0,
    }
}

/// English verbs after which a claim needs no "that"; others take an object ("warned the company", "posted a picture").
const FREE_VERBS: &str = "said says claims claimed added adds insisted insists argued argues thinks believes saying";

/// The claim of a reported sentence: what stands behind a leading attribution, or before a trailing one.
fn claim(source: &str, all: &[Token<'_>], attribution: &Attribution, lang: Language<'_>) -> Option<String> {
    let rest = all.len().saturating_sub(attribution.to);
    let next = all.get(attribution.to);
    let verb = attribution.to.checked_sub(1).and_then(|v| all.get(v)).map_or("", |t| t.lower.as_str());
    // What follows a trailing attribution are its own adverbials: "…, Quist said on Monday", "…, Quist told reporters".
    let own = next.is_none_or(|n| {
        !n.follows_on()
            || n.capital
            || lang.has(List::Prepositions, &n.lower)
            || lang.has(List::Fillers, &n.lower)
            || lang.has(List::Times, &n.lower)
            || verb == "told"
    });
    let text = if attribution.leads || !own {
        if rest == 0 {
            return None;
        }
        // "said on Monday that …": the claim begins behind "that"; "According to Quist, …" behind the comma.
        let according = all
            .get(attribution.from)
            .is_some_and(|t| lang.words(List::According).next().is_some_and(|a| a.split('_').next() == Some(t.lower.as_str())));
        let that = if according { Some(attribution.to.checked_sub(1)?) } else { None };
        let that = that.or_else(|| {
            (attribution.to..(attribution.to + 9).min(all.len())).find(|&i| all.get(i).is_some_and(|t| lang.has(List::That, &t.lower)))
        });
        let begin = match that {
            Some(i) => all.get(i + 1)?.start,
            None => {
                // Without "that" the languages that need it report nothing here; German reports in the subjunctive behind a comma.
                // "told the Courier it was a mistake": the claim begins behind who was told.
                let told = if verb == "told" {
                    (attribution.to..all.len()).take(5).find(|&i| {
                        i > attribution.to
                            && all.get(i).is_some_and(|t| {
                                t.follows_on() && !t.capital && listed("it the a he she they his her there this", &t.lower)
                            })
                    })
                } else {
                    None
                };
                if let Some(begin) = told.and_then(|i| all.get(i)) {
                    return finished(source.get(begin.start..)?);
                }
                let next = next?;
                // What English reports without a verb of saying ("Quist met envoys and discussed …") begins with its own verb.
                let bare = !lang.has(List::Verbs, verb);
                let free = if lang.is("en") { bare || listed(FREE_VERBS, verb) } else { next.before.contains([',', ':']) };
                if !free || matches!(next.lower.as_str(), "of" | "about" | "to" | "him" | "her" | "them" | "us" | "me" | "by" | "so") {
                    return None;
                }
                next.start
            }
        };
        source.get(begin..)?
    } else {
        let first = all.get(attribution.from)?;
        let after_quotation = attribution.from.checked_sub(1).and_then(|p| all.get(p)).is_some_and(|p| p.quotation.is_some());
        let long = rest > 9 && next.is_some_and(Token::follows_on);
        if attribution.from < FEWEST_WORDS || long || !(after_quotation || first.before.contains([',', '—', '–'])) {
            return None;
        }
        if all
            .get(attribution.from..attribution.to)?
            .iter()
            .any(|t| listed("though although while but and as when where which who", &t.lower))
        {
            return None;
        }
        source.get(..all.get(attribution.from - 1)?.end)?
    };
    finished(text)
}

/// A claim without dateline and final stop, if it is long enough to say something.
fn finished(text: &str) -> Option<String> {
    let text = without_dateline(text.trim()).trim_end_matches(['.', ',', ';']).trim();
    (text::count(text) >= FEWEST_WORDS).then(|| text.to_owned())
}

/// The sentences of a paragraph, joined where a quotation runs over their border.
fn units(text: &str, lang: Language<'_>, quoted: &[Quotation]) -> Vec<(usize, usize)> {
    let mut found: Vec<(usize, usize)> = Vec::new();
    for range in text::sentences(text, lang) {
        match found.last_mut() {
            Some(last) if quoted.iter().any(|q| q.outer.0 < range.start && q.outer.1 > range.start) => last.1 = range.end,
            _ => found.push((range.start, range.end)),
        }
    }
    // A closing mark that the border cut off belongs to its sentence.
    for (start, end) in &mut found {
        for q in quoted {
            if q.outer.0 >= *start && q.outer.0 < *end && q.outer.1 > *end {
                *end = q.outer.1;
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::{Quote, quotes};
    use crate::summary::Document;
    use crate::text::{Lang, Lexicon};

    fn of(lang: &str, text: &str) -> Vec<Quote> {
        let lexicon = Lexicon::built_in();
        quotes(&Document::from_text(&lexicon, None, text, Some(Lang::new(lang))))
    }

    fn said(lang: &str, text: &str) -> Vec<(String, String)> {
        of(lang, text).into_iter().map(|q| (q.speaker, q.text)).collect()
    }

    fn pair(a: &str, b: &str) -> (String, String) {
        (a.to_owned(), b.to_owned())
    }

    #[test]
    fn the_speaker_stands_before_or_behind_the_verb() {
        assert_eq!(said("en", "“The bridge is safe,” said Mayor Orla Quist."), [pair("Orla Quist", "The bridge is safe")]);
        assert_eq!(said("en", "Mayor Orla Quist said: “The bridge is safe.”"), [pair("Orla Quist", "The bridge is safe.")]);
        assert_eq!(said("de", "„Die Brücke ist sicher“, sagte Bürgermeisterin Orla Quist."), [pair("Orla Quist", "Die Brücke ist sicher")]);
        assert_eq!(said("fr", "« Le pont est sûr », a déclaré Marie Quist, maire de Ryd."), [pair("Marie Quist", "Le pont est sûr")]);
        assert_eq!(said("es", "«El puente es seguro», dijo la alcaldesa María Quist."), [pair("María Quist", "El puente es seguro")]);
        assert_eq!(
            said("ru", "«Мост совершенно безопасен сегодня», — заявил мэр Иван Квист."),
            [pair("Иван Квист", "Мост совершенно безопасен сегодня")]
        );
    }

    #[test]
    fn a_surname_leads_to_the_full_name_and_its_role() {
        let found = of("en", "Deputy mayor Orla Quist opened the bridge.\n“It is safe for all,” Quist said.");
        assert_eq!(
            found.iter().map(|q| (q.speaker.as_str(), q.role.as_deref())).collect::<Vec<_>>(),
            [("Orla Quist", Some("Deputy mayor"))]
        );
    }

    #[test]
    fn a_surname_of_two_people_leads_nowhere() {
        assert!(said("en", "Orla Quist met John Quist, her brother.\n“It is safe for all,” Quist said.").is_empty());
    }

    #[test]
    fn a_pronoun_is_followed_only_when_nobody_else_was_named() {
        let one = "“It is safe for all,” said Orla Quist, the mayor.\n“We looked at every bolt,” she said.";
        assert_eq!(said("en", one).last().map(|q| q.0.as_str()), Some("Orla Quist"));
        let two = "“It is safe for all,” said Orla Quist, the mayor.\nHer deputy is Anna Holm. “We looked at every bolt,” she said.";
        assert_eq!(said("en", two).len(), 1);
    }

    #[test]
    fn a_claim_is_reported_without_marks() {
        let found = of("en", "Foreign Minister Orla Quist said on Monday that the bridge would close.");
        assert_eq!(found.iter().map(|q| (q.text.as_str(), q.reported)).collect::<Vec<_>>(), [("the bridge would close", true)]);
    }

    #[test]
    fn words_passed_on_name_both() {
        let found = of("en", "The Evening Courier quoted opposition figure Anna Holm as saying the bridge was still being checked.");
        let one = found.first().unwrap();
        assert_eq!(
            (one.speaker.as_str(), one.role.as_deref(), one.through.as_deref()),
            ("Anna Holm", Some("opposition figure"), Some("The Evening Courier"))
        );
    }

    #[test]
    fn a_meeting_is_told_of_the_one_who_met() {
        let found = said("en", "Deputy Foreign Minister Orla Quist met envoys in Ryd, where the parties discussed a truce for the winter.");
        assert_eq!(found, [pair("Orla Quist", "met envoys in Ryd, where the parties discussed a truce for the winter")]);
    }

    #[test]
    fn what_a_ministry_tells_of_others_names_both() {
        let found = of("en", "The northern envoys expressed a \"lively interest\" in a truce, the Ryd ministry said in a statement.");
        let one = found.first().unwrap();
        assert_eq!((one.speaker.as_str(), one.through.as_deref()), ("northern envoys", Some("Ryd ministry")));
    }

    #[test]
    fn an_unnamed_speaker_keeps_the_words_that_describe_them() {
        let found = said("en", "Another city council official who asked not to be named said the bridge had already been closed to buses.");
        assert_eq!(found, [pair("city council official", "the bridge had already been closed to buses")]);
    }

    #[test]
    fn a_friend_of_the_mayor_is_not_the_mayor() {
        for text in
            ["A friend of Anna Holm said the bridge would close soon.", "After meeting Anna Holm, the crowd said nothing at all today."]
        {
            assert!(said("en", text).iter().all(|q| q.0 != "Anna Holm"), "{text}");
        }
    }
}
