//! The people of an article: every name that is certainly a person's, with its fullest form, the
//! role it is introduced with, and the ways back from a surname to it.

use super::token::{Token, tokens};
use super::{Document, ParagraphKind};
use crate::text::{self, Language, List, listed};

/// Small words inside a name ("Ursula von der Leyen"); German articles only behind one of them.
const PARTICLES: &str = "von van de la le du del della di da dos das bin ibn al el ben ter ten zu af";

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
    /// Surnames of names that may be people's too: they lead to nobody.
    doubtful: Vec<String>,
    /// Surnames that stood alone before anybody was introduced with them: they stand for themselves.
    early: Vec<String>,
    /// Surnames that a title introduced without a given name ("President Trump").
    titled: Vec<String>,
}

/// The words an article writes in small letters: at the beginning of a sentence they are words, not names.
#[derive(Clone, Debug, Default)]
pub(crate) struct Common<'a>(Vec<&'a str>);

impl<'a> Common<'a> {
    /// Of all paragraphs of a document.
    pub fn of(doc: &'a Document) -> Common<'a> {
        let mut words: Vec<&str> = Vec::new();
        for p in &doc.paragraphs {
            let small = |w: &&str| w.chars().next().is_some_and(char::is_lowercase);
            words.extend(text::words(&p.text).into_iter().filter_map(|r| p.text.get(r)).filter(small));
        }
        crate::order::sort(&mut words);
        words.dedup();
        Common(words)
    }

    fn has(&self, lower: &str) -> bool {
        self.0.binary_search(&lower).is_ok()
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

fn is_title_abbreviation(lower: &str) -> bool {
    listed("mr mrs ms dr prof sen rep gov gen lt col sgt st hon rev sr sra dra mme mlle m hr fr ing dott", lower)
}

/// Whether token `i` carries on a name that token `i - 1` belongs to.
fn carries_on(all: &[Token<'_>], i: usize) -> bool {
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
        let time = lang.has(List::Times, &t.lower);
        if !t.capital || t.quotation.is_some() || time || t.word == "I" {
            i += 1;
            continue;
        }
        let mut to = i + 1;
        while let Some(next) = all.get(to) {
            let genitive = all.get(to - 1).is_some_and(Token::genitive);
            if genitive || !carries_on(all, to) || lang.has(List::Times, &next.lower) {
                break;
            }
            if next.capital && next.word != "I" {
                to += 1;
                continue;
            }
            // "Ursula von der Leyen": particles behind a given name, a capital behind them. "Ministry of Trade", "Banco de España".
            let institution = all.get(to - 1).is_some_and(|w| is_organisation_word(&w.lower, lang))
                || (romance(lang) && is_organisation_word(&t.lower, lang));
            let one_name = to == i + 1 || all.get(to - 2).is_some_and(|p| lang.is_role(&p.lower));
            let mut ahead = to;
            while ahead < to + 3
                && carries_on(all, ahead)
                && all.get(ahead).is_some_and(|p| is_particle(&p.lower, ahead == to, institution, lang))
            {
                ahead += 1;
            }
            // "Luiz Inácio Lula da Silva".
            let many_names = all.get(to).is_some_and(|p| listed("da dos das bin ibn al", &p.lower)) && lang.is_given_name(t.word);
            let name_goes_on =
                institution || many_names || one_name && (!romance(lang) || all.get(to - 1).is_some_and(|w| lang.is_given_name(w.word)));
            if ahead > to && name_goes_on && carries_on(all, ahead) && all.get(ahead).is_some_and(|n| n.capital) {
                to = ahead + 1;
            } else {
                break;
            }
        }
        let mut name = i;
        // "Foreign Ministry" is one name, "Foreign Minister Holm" a role and a name.
        let word = |k: usize| all.get(k).is_some_and(|w| is_organisation_word(bare(&w.lower), lang));
        let institution = word(to - 1) || (i..to).any(|k| word(k) && all.get(k + 1).is_some_and(|n| k + 1 < to && !n.capital));
        for j in i..to {
            let Some(w) = all.get(j) else { break };
            let title = is_title_abbreviation(&w.lower) || lang.is_role(&w.lower);
            if !institution && title && j + 1 < to && !lang.is_given_name(w.word) {
                name = j + 1;
            }
        }
        let article = lang.has(List::Determiners, &t.lower);
        let opener = lang.opens_sentence(t.word);
        let opening =
            !lang.is_given_name(t.word) && (opener && common.has(&t.lower) || begins_sentence(all, i) && (opener || common.has(&t.lower)));
        if name == i && (article || opening && !institution) {
            name += 1;
        }
        // "VP Marni Walden"
        if name == i && !institution && to - i >= 3 && t.acronym() && t.word.chars().count() <= 4 {
            name += 1;
        }
        // "Secretary of State Marco Rubio": the name begins at the given name.
        if !institution
            && to - name >= 3
            && all.get(name).is_some_and(|n| !lang.is_given_name(n.word) && n.word.chars().count() > 1)
            && all.get(name + 1).is_some_and(|n| lang.is_given_name(n.word))
        {
            name += 1;
        }
        if begins_sentence(all, name) && all.get(name).is_some_and(|n| lang.has(List::Prepositions, &n.lower)) {
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

/// The role that stands before the name at token `name` ("Russian Deputy Foreign Minister", "Syrian opposition figure"):
/// the tokens from the result to the name.
pub(crate) fn role_before(all: &[Token<'_>], name: usize, lang: Language<'_>) -> Option<usize> {
    let mut last = name.checked_sub(1)?;
    if !carries_on(all, name) {
        return None;
    }
    if !all.get(last).is_some_and(|t| lang.is_role(&t.lower)) {
        // "Secretary of State Anna Holm"
        let of = (last.saturating_sub(2)..last).find(|&k| all.get(k).is_some_and(|t| t.lower == "of"))?;
        let inner = (of..=last).all(|k| all.get(k).is_some_and(|t| t.follows_on() && (k == of || t.capital)));
        if !lang.is("en") || !inner || !all.get(of.checked_sub(1)?).is_some_and(|t| t.capital && lang.is_role(&t.lower)) {
            return None;
        }
        last = of - 1;
    }
    let mut from = last;
    while from > 0 && name - from < 6 && carries_on(all, from) {
        let Some(t) = all.get(from - 1) else { break };
        let stop = t.quotation.is_some()
            || t.number()
            || lang.has(List::Prepositions, &t.lower)
            || lang.has(List::Determiners, &t.lower)
            || lang.has(List::Pronouns, &t.lower)
            || lang.has(List::Fillers, &t.lower)
            || lang.has(List::Verbs, &t.lower)
            || listed(
                "and or und et y e quoted met meets with that while when as but although though because if called named elected where what how zitierte nannte que что",
                &t.lower,
            )
            || (t.capital && begins_sentence(all, from - 1) && lang.opens_sentence(t.word))
            // German nouns and verbs before the title are no part of it.
            || (lang.is("de") && !t.capital)
            || (lang.is("de") && t.capital && !lang.is_role(&t.lower));
        if stop {
            break;
        }
        from -= 1;
    }
    Some(from)
}

/// Titles that are no roles worth telling.
fn is_mere_title(role: &str) -> bool {
    listed(
        "mr mrs ms miss dr sir dame lord lady herr frau prof professor m mme mlle sr sra don doña",
        &crate::case::lower(role.trim_end_matches('.')),
    )
}

fn title_gender(lower: &str) -> i8 {
    if listed("mr sir lord herr m sr don father king prince duke", lower) {
        1
    } else if listed("mrs ms miss dame lady frau mme mlle sra doña queen princess duchess spokeswoman chairwoman congresswoman", lower) {
        -1
    } else {
        0
    }
}

/// Whether a verb of saying stands directly before or behind the name.
fn speaks(all: &[Token<'_>], run: &Run, lang: Language<'_>) -> bool {
    let verb = |i: usize| all.get(i).is_some_and(|t| !t.capital && t.quotation.is_none() && lang.has(List::Verbs, &t.lower));
    (all.get(run.to).is_some_and(Token::follows_on) && verb(run.to))
        || (run.name == run.from && all.get(run.from).is_some_and(Token::follows_on) && run.from.checked_sub(1).is_some_and(verb))
}

impl Cast {
    /// The people of a document; none in a language without a lexicon.
    pub fn of(doc: &Document<'_>, common: &Common<'_>) -> Cast {
        let lang = doc.lang;
        if !lang.knows(List::Roles) {
            return Cast::default();
        }
        let mut people: Vec<(Person, bool)> = Vec::new();
        // Names of one word, with whether somebody of that name speaks.
        let mut alone: Vec<(String, bool, (usize, usize))> = Vec::new();
        let mut titled_alone: Vec<String> = Vec::new();
        for (paragraph, p) in doc.paragraphs.iter().enumerate() {
            if matches!(p.kind, ParagraphKind::Heading | ParagraphKind::Caption) {
                continue;
            }
            let all = tokens(&p.text, &[]);
            for run in runs(&all, lang, common) {
                let speaks = speaks(&all, &run, lang);
                let titled =
                    run.name.checked_sub(1).and_then(|j| all.get(j)).filter(|t| lang.is_role(&t.lower) && carries_on(&all, run.name));
                let gender = titled.map_or(0, |t| title_gender(&t.lower));
                let words: Vec<String> = all.get(run.name..run.to).unwrap_or_default().iter().map(|t| bare(&t.lower).to_owned()).collect();
                let acronyms = all
                    .get(run.name..run.to)
                    .unwrap_or_default()
                    .iter()
                    .any(|t| t.acronym() && (t.word.chars().count() > 2 || lang.is("ru")));
                let name = span(&p.text, &all, run.name, run.to).trim_end_matches("'s").trim_end_matches("’s").to_owned();
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
                let after_preposition_the = run.from.checked_sub(1).and_then(|j| all.get(j)).is_some_and(|t| {
                    t.follows_on() && carries_on(&all, run.from) && lang.has(List::Determiners, &t.lower) && titled.is_none()
                });
                let role_from = role_before(&all, run.name, lang);
                let role = role_from
                    .map(|from| span(&p.text, &all, from, run.name).to_owned())
                    .filter(|r| !is_mere_title(r))
                    .or_else(|| role_after(&p.text, &all, run.to, lang));
                let introduced = role.is_some() && role_from.is_none();
                let given = all.get(run.name).is_some_and(|t| lang.is_given_name(t.word));
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
                    && !all.get(run.name + 1).is_some_and(|t| !t.capital || lang.is_given_name(t.word) || t.word.chars().count() == 1);
                let certain = titled.is_some() || given || aged || role.is_some() || (speaks && plain_words && !lang.is("de"));
                let sure = certain && !after_preposition_the && !town && !things && !all_common && (introduced || !noun_behind);
                let start = all.get(run.name).map_or(0, |t| t.start);
                // The shorter of two forms of one name is the other's mention: "Ursula von der Leyen", "Anna M. Holm".
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
        Cast { people: people.into_iter().map(|(p, _)| p).collect(), doubtful, early, titled: titled_alone }
    }

    /// The person of a full name.
    pub fn by_name(&self, words: &[String]) -> Option<usize> {
        self.people.iter().position(|p| same_person(&p.words, words))
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
    pub fn named_in(&self, all: &[Token<'_>]) -> Vec<usize> {
        let mut found: Vec<usize> = Vec::new();
        for t in all.iter().filter(|t| t.capital && t.quotation.is_none()) {
            let word = bare(&t.lower);
            for (i, p) in self.people.iter().enumerate() {
                if p.words.last().is_some_and(|w| w == word) && !found.contains(&i) {
                    found.push(i);
                }
            }
        }
        found
    }
}

/// A word without its genitive s.
pub(crate) fn bare(lower: &str) -> &str {
    lower.strip_suffix("'s").or_else(|| lower.strip_suffix("’s")).unwrap_or(lower)
}

/// Whether two names are forms of one: the same surname, and the given names of the shorter among those of the longer.
fn same_person(a: &[String], b: &[String]) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let (Some(x), Some(y)) = (short.last(), long.last()) else { return false };
    // A German genitive takes its s without an apostrophe.
    let last = x == y || x.strip_suffix('s') == Some(y) || y.strip_suffix('s') == Some(x);
    last && short.first() == long.first()
}

/// Whether a lower-cased word belongs to the names of organisations.
pub(crate) fn is_organisation_word(lower: &str, lang: Language<'_>) -> bool {
    lang.has(List::Organisations, lower)
        || (lang.is("de") && lang.words(List::Organisations).any(|e| e.len() > 3 && lower.len() > e.len() && lower.ends_with(e)))
}

/// The role that follows a name between commas ("Anna Holm, the mayor of Ryd, …").
pub(crate) fn role_after(source: &str, all: &[Token<'_>], after: usize, lang: Language<'_>) -> Option<String> {
    let first = all.get(after)?;
    if first.before != "," || first.quotation.is_some() {
        return None;
    }
    let mut to = after;
    while let Some(t) = all.get(to) {
        if to > after
            && !(t.follows_on()
                || t.before == "." && all.get(to - 1).is_some_and(|l| l.word.chars().count() == 1 || is_title_abbreviation(&l.lower)))
        {
            break;
        }
        if t.quotation.is_some() || to - after > 10 {
            return None;
        }
        to += 1;
    }
    let closes = all.get(to).is_none_or(|t| t.before.starts_with([',', '.', ';', ')']));
    let words = all.get(after..to)?;
    let role_at = words.iter().position(|t| lang.is_role(&t.lower) && !is_mere_title(&t.lower))?;
    if words.iter().take(role_at).any(|t| lang.has(List::Prepositions, &t.lower)) {
        return None;
    }
    let begins = lang.has(List::Determiners, &first.lower)
        || lang.is_role(&first.lower)
        || (!first.capital && role_at <= 3)
        || (first.capital && role_at <= 2 && !lang.is("de"));
    let plain =
        !words.iter().any(|t| lang.has(List::Verbs, &t.lower) || listed("who which and is was und qui que который которая", &t.lower))
            && !first.number()
            && !lang.has(List::Prepositions, &first.lower);
    (closes && begins && plain && role_at <= 4).then(|| {
        let from = if lang.has(List::Determiners, &first.lower) { after + 1 } else { after };
        span(source, all, from, to).to_owned()
    })
}

#[cfg(test)]
mod tests {
    use super::{Cast, Common};
    use crate::summary::Document;
    use crate::text::{Lang, Lexicon};

    fn names(lang: &str, text: &str) -> Vec<(String, Option<String>)> {
        let lexicon = Lexicon::built_in();
        let doc = Document::from_text(&lexicon, None, text, Some(Lang::new(lang)));
        Cast::of(&doc, &Common::of(&doc)).people.into_iter().map(|p| (p.name, p.role)).collect()
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
    fn companies_streets_and_openings_are_nobody() {
        assert!(names("en", "The Vale Group bought Mill Street Bank. Early Monday Trading stopped.").is_empty());
    }
}
