//! The role with which an article introduces somebody, before the name ("Deputy Foreign Minister Anna Holm") or behind it ("Anna Holm,
//! the mayor of Ryd").

use super::names::{begins_sentence, carries_on, is_title_abbreviation, span};
use super::token::Token;
use crate::text::{Language, List, listed};

/// The role that stands before the name at token `name` ("Russian Deputy Foreign Minister", "Syrian opposition figure"):
/// the tokens from the result to the name.
pub(crate) fn role_before(all: &[Token<'_>], name: usize, lang: Language<'_>) -> Option<usize> {
    let mut last = name.checked_sub(1)?;
    if !carries_on(all, name) {
        return None;
    }
    if !all.get(last).is_some_and(|t| t.is_role()) {
        // "Secretary of State Anna Holm"
        let of = (last.saturating_sub(2)..last).find(|&k| all.get(k).is_some_and(|t| t.lower == "of"))?;
        let inner = (of..=last).all(|k| all.get(k).is_some_and(|t| t.follows_on() && (k == of || t.capital)));
        if !lang.is("en") || !inner || !all.get(of.checked_sub(1)?).is_some_and(|t| t.capital && t.is_role()) {
            return None;
        }
        last = of - 1;
    }
    let mut from = last;
    while from > 0 && name - from < 6 && carries_on(all, from) {
        let Some(t) = all.get(from - 1) else { break };
        let stop = t.quotation.is_some()
            || t.number()
            || t.is(List::Prepositions)
            || t.is(List::Determiners)
            || t.is(List::Pronouns)
            || t.is(List::Fillers)
            || t.is(List::Verbs)
            || listed(
                "and or und et y e quoted met meets with that while when as but although though because if called named elected where what how zitierte nannte que что",
                &t.lower,
            )
            || (t.capital && begins_sentence(all, from - 1) && lang.opens_sentence(t.word))
            // German nouns and verbs before the title are no part of it.
            || (lang.is("de") && !t.capital)
            || (lang.is("de") && t.capital && !t.is_role());
        if stop {
            break;
        }
        from -= 1;
    }
    Some(from)
}

/// Titles that are no roles worth telling.
pub(super) fn is_mere_title(role: &str) -> bool {
    listed(
        "mr mrs ms miss dr sir dame lord lady herr frau prof professor m mme mlle sr sra don doña",
        &crate::case::lower(role.trim_end_matches('.')),
    )
}

pub(super) fn title_gender(lower: &str) -> i8 {
    if listed("mr sir lord herr m sr don father king prince duke", lower) {
        1
    } else if listed("mrs ms miss dame lady frau mme mlle sra doña queen princess duchess spokeswoman chairwoman congresswoman", lower) {
        -1
    } else {
        0
    }
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
    let role_at = words.iter().position(|t| t.is_role() && !is_mere_title(&t.lower))?;
    if words.iter().take(role_at).any(|t| t.is(List::Prepositions)) {
        return None;
    }
    let begins = first.is(List::Determiners)
        || first.is_role()
        || (!first.capital && role_at <= 3)
        || (first.capital && role_at <= 2 && !lang.is("de"));
    let plain = !words.iter().any(|t| t.is(List::Verbs) || listed("who which and is was und qui que который которая", &t.lower))
        && !first.number()
        && !first.is(List::Prepositions);
    (closes && begins && plain && role_at <= 4).then(|| {
        let from = if first.is(List::Determiners) { after + 1 } else { after };
        span(source, all, from, to).to_owned()
    })
}
