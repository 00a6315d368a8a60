//! Which sentences cannot stand alone: they open with a word that leans on the sentence before
//! ("But", "He said", "This"), or hold half a quotation. Readers notice such picks first.

use super::token::Token;
use crate::text::{Language, List};

/// How a sentence leans on what came before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Leaning {
    /// It stands alone.
    None,
    /// It is one of the article's parts, such as an answer of an interview: it stands alone, but tells less than what introduces the parts.
    Part,
    /// It joins on ("But", "Also", "Meanwhile").
    Joins,
    /// It points back ("He", "This", "Such a").
    Points,
    /// It is a piece of a quotation.
    Piece,
}

/// How a sentence of these words leans on what came before it. `quote_open` tells whether an earlier sentence of
/// the paragraph left a quotation open.
pub(crate) fn leaning(sentence: &str, all: &[Token<'_>], lang: Language<'_>, quote_open: bool) -> Leaning {
    if quote_open || has_half_quotation(sentence, lang) || opens_with_an_aside(sentence) {
        return Leaning::Piece;
    }
    // As the lists write phrases.
    let beginning: String = sentence.chars().take(30).map(|c| if c == ' ' { '_' } else { crate::case::small(c) }).collect();
    if lang.knows(List::OpeningPhrases) {
        let opens = lang.words(List::OpeningPhrases).any(|p| beginning.starts_with(p));
        return if opens { Leaning::Joins } else { Leaning::None };
    }
    if !lang.knows(List::Joins) {
        return Leaning::None;
    }
    let lower = |i: usize| all.get(i).map_or("", |t| &*t.lower);
    let is = |i: usize, list: List| all.get(i).is_some_and(|t| t.is(list));
    let capital = |i: usize| all.get(i).is_some_and(|t| t.capital);
    let before_apostrophe = |i: usize| lower(i).split(['\'', '’']).next().unwrap_or_default();
    let joins = |p: &str| beginning.strip_prefix(p).is_some_and(|rest| rest.starts_with(['_', ',']));
    if lang.words(List::JoiningPhrases).any(|p| p.as_bytes().first() == beginning.as_bytes().first() && joins(p)) {
        return Leaning::Joins;
    }
    let quoted = sentence.trim_start().starts_with(['"', '“', '„', '«', '»', '‘', '\'', '”', '‚']);
    if !quoted && !is(1, List::Spans) && (is(0, List::Points) || lang.has(List::Points, before_apostrophe(0))) {
        return Leaning::Points;
    }
    if !quoted && is(0, List::Joins) && !(lang.is("en") && lower(0) == "so" && lower(1) == "far") {
        return Leaning::Joins;
    }
    // "In this case", "The police, however, …": near enough to the beginning to lean on what came before it.
    for i in 1..=4 {
        if is(i, List::Midway) {
            return Leaning::Joins;
        }
        if i <= 2 && !quoted && !is(i + 1, List::Spans) && !is(i + 1, List::Times) && lang.has(List::Demonstratives, before_apostrophe(i)) {
            return Leaning::Points;
        }
    }
    // A pronoun for a subject before anybody is named: "When he arrived", "…, he said".
    let mut named = false;
    for (i, t) in all.iter().enumerate() {
        let pronoun = t.is(List::Subjects) && t.lower != "it" && !(lang.is("de") && t.lower == "es");
        if i > 0 && t.capital && t.lower != "i" && t.lower.chars().count() > 1 || i == 0 && t.capital && capital(1) && !t.is(List::Subjects)
        {
            named = true;
        }
        let speaks = || is(i + 1, List::Verbs) || (i > 0 && is(i - 1, List::Verbs));
        if pronoun && !named && !(lang.is("de") && t.capital) && (i <= 6 && !quoted || speaks()) {
            return Leaning::Points;
        }
        // A quotation attributed to a pronoun leans whoever it names inside.
        if pronoun && quoted && i > 2 && speaks() {
            return Leaning::Points;
        }
    }
    Leaning::None
}

/// Whether a sentence opens with what somebody does while talking: "(laughs) I was never good at that."
fn opens_with_an_aside(sentence: &str) -> bool {
    let aside = sentence.strip_prefix('(').and_then(|s| s.split_once(')'));
    aside.is_some_and(|(inside, after)| inside.chars().count() <= 24 && !after.trim().is_empty())
}

/// Whether a sentence opens or closes a quotation without its other half.
pub(crate) fn has_half_quotation(sentence: &str, lang: Language<'_>) -> bool {
    let (mut open, mut straight) = (0i32, 0u32);
    for c in sentence.chars() {
        match c {
            '"' => straight += 1,
            '„' | '«' if !lang.is_one_of(&["da"]) => open += 1,
            '»' if !lang.is_one_of(&["da"]) => open -= 1,
            '“' => open += if uses_low_quotes(sentence) { -1 } else { 1 },
            '”' => open -= 1,
            '「' | '『' => open += 1,
            '」' | '』' => open -= 1,
            _ => {}
        }
    }
    // Guillemets may be set either way round; a German ‹»…«› counts -1 and +1 and cancels out.
    open != 0 || straight % 2 == 1
}

/// Whether quotations open with a low mark („), so that “ closes them.
fn uses_low_quotes(sentence: &str) -> bool {
    sentence.contains('„')
}

/// Whether the sentence leaves a quotation open for the next one, given whether it began inside one.
pub(crate) fn leaves_open(sentence: &str, open_before: bool) -> bool {
    let mut open = open_before;
    for c in sentence.chars() {
        match c {
            '"' => open = !open,
            '„' => open = true,
            '“' => open = !uses_low_quotes(sentence) && !open_before,
            '”' => open = false,
            _ => {}
        }
    }
    open
}

#[cfg(test)]
mod tests {
    use super::{Leaning, leaning};
    use crate::summary::token::tokens;
    use crate::text::language;

    fn of(lang: &str, sentence: &str) -> Leaning {
        leaning(sentence, &tokens(sentence, language(lang)), language(lang), false)
    }

    #[test]
    fn an_opening_that_points_back_leans() {
        assert_eq!(of("en", "He said the bridge was safe."), Leaning::Points);
        assert_eq!(of("en", "But the bridge was safe."), Leaning::Joins);
        assert_eq!(of("en", "“The bridge is safe,” he said."), Leaning::Points);
        assert_eq!(of("de", "Dies sei der Brücke egal, hieß es."), Leaning::Points);
        assert_eq!(of("en", "This is the second bridge."), Leaning::Points);
        assert_eq!(of("fr", "Mais le pont est sûr."), Leaning::Joins);
        assert_eq!(of("ru", "Он сказал, что мост открыт."), Leaning::Points);
    }

    #[test]
    fn a_time_or_a_name_stands_alone() {
        assert_eq!(of("en", "This week the bridge was closed."), Leaning::None);
        assert_eq!(of("en", "Anna Holm said she would cross the bridge."), Leaning::None);
        assert_eq!(of("en", "The bridge will close on Monday, the council said."), Leaning::None);
    }

    #[test]
    fn what_points_back_may_stand_a_little_inside() {
        for (lang, sentence) in [
            ("en", "In this case, the council pays."),
            ("en", "The council, however, kept the bridge."),
            ("en", "The two met on the bridge."),
            ("de", "In diesem Fall zahlt die Stadt."),
            ("de", "Die Stadt hält dagegen an der Brücke fest."),
            ("fr", "Dans ce cas, la ville paie."),
            ("es", "En esta ocasión, la ciudad paga."),
            ("it", "In questo caso paga la città."),
            ("pt", "Nesse caso, a cidade paga."),
            ("nl", "In deze zaak betaalt de stad."),
            ("ru", "В этом случае платит город."),
        ] {
            assert_ne!(of(lang, sentence), Leaning::None, "{sentence}");
        }
        for (lang, sentence) in [
            ("en", "In March this year, the bridge was closed."),
            ("de", "Am Ende dieses Jahres schließt die Brücke."),
            ("de", "An diesem Montag schließt die Brücke."),
            ("fr", "Le pont ferme ce jeudi."),
            ("es", "El puente cierra este jueves."),
        ] {
            assert_eq!(of(lang, sentence), Leaning::None, "{sentence}");
        }
    }

    #[test]
    fn an_aside_belongs_to_a_talk() {
        assert_eq!(of("en", "(laughs) The bridge was never mine."), Leaning::Piece);
        assert_eq!(of("es", "(Ríe) El puente nunca fue mío."), Leaning::Piece);
        assert_eq!(of("en", "The bridge (laughs) was never mine."), Leaning::None);
    }

    #[test]
    fn half_a_quotation_is_a_piece() {
        assert_eq!(of("en", "“The bridge is safe."), Leaning::Piece);
        assert_eq!(of("de", "„Die Brücke ist sicher“, sagte Holm."), Leaning::None);
        assert_eq!(of("en", "\"It is safe."), Leaning::Piece);
    }
}
