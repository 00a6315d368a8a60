//! A piece of text as words with what stands between them: what names, quotations and facts are read from.

use crate::text::{self, Language, List, Lists};
use std::borrow::Cow;

/// A word, or a whole quotation standing in for its words.
#[derive(Clone, Debug)]
pub(crate) struct Token<'a> {
    pub word: &'a str,
    /// In small letters.
    pub lower: Cow<'a, str>,
    /// Byte range in the text.
    pub start: usize,
    pub end: usize,
    /// Begins with a capital.
    pub capital: bool,
    /// What stands between the token before and this one, without white space around it.
    pub before: &'a str,
    /// Nothing but white space, or a hyphen without any, separates it from the token before.
    pub follows: bool,
    /// The quotation this token stands for.
    pub quotation: Option<usize>,
    /// The lists that it stands in, in small letters and as written.
    lists: Lists,
    written: Lists,
}

impl<'a> Token<'a> {
    fn of(text: &'a str, start: usize, end: usize, quotation: Option<usize>, lang: Language<'_>) -> Token<'a> {
        let word = text.get(start..end).unwrap_or_default();
        let capital = word.chars().next().is_some_and(char::is_uppercase);
        let lower = crate::case::lowered(word);
        let lists = lang.lists(&lower);
        let written = if matches!(lower, Cow::Owned(_)) { lang.lists(word) } else { lists };
        Token { word, lower, start, end, capital, before: "", follows: false, quotation, lists, written }
    }

    /// Whether it stands in a list, in small letters.
    pub fn is(&self, list: List) -> bool {
        self.lists.has(list)
    }

    /// Whether it stands in a list as it is written.
    pub fn is_written(&self, list: List) -> bool {
        self.written.has(list)
    }

    /// Whether it is a common given name.
    pub fn is_given_name(&self) -> bool {
        self.is_written(List::GivenNames)
    }

    /// Whether it is a role or title, alone or as the end of a compound.
    pub fn is_role(&self) -> bool {
        self.is(List::Roles)
    }

    /// Whether nothing but white space (or the hyphen of a compound) separates the token from the one before.
    pub fn follows_on(&self) -> bool {
        self.follows
    }

    /// Whether the word is a genitive: "Quist's".
    pub fn genitive(&self) -> bool {
        self.word.ends_with("'s") || self.word.ends_with("’s")
    }

    /// All letters capitals, two or more: an acronym.
    pub fn acronym(&self) -> bool {
        self.word.chars().count() >= 2 && self.word.chars().all(|c| c.is_uppercase() || c.is_numeric())
    }

    pub fn number(&self) -> bool {
        self.word.chars().next().is_some_and(char::is_numeric)
    }
}

/// The words of a text.
pub(crate) fn tokens<'a>(text: &'a str, lang: Language<'_>) -> Vec<Token<'a>> {
    let mut found: Vec<Token<'a>> = Vec::new();
    for range in text::words(text) {
        push(&mut found, text, Token::of(text, range.start, range.end, None, lang));
    }
    found
}

/// The words of a part of a text, of which all tokens are given; those inside one of the byte ranges of the part (quotations, in order)
/// become one token each. `from` is where the part begins in the text.
pub(crate) fn part<'a>(part: &'a str, from: usize, all: &[Token<'a>], quotations: &[(usize, usize)], lang: Language<'_>) -> Vec<Token<'a>> {
    let mut found: Vec<Token<'a>> = Vec::new();
    let quotation = |at: usize| quotations.get(at).map(|&(start, end)| Token::of(part, start, end, Some(at), lang));
    let mut next = 0;
    for t in within(all, from, from + part.len()) {
        let (start, end) = (t.start - from, t.end - from);
        while quotations.get(next).is_some_and(|q| q.1 <= start) {
            quotation(next).into_iter().for_each(|q| push(&mut found, part, q));
            next += 1;
        }
        if quotations.get(next).is_none_or(|q| start < q.0) {
            push(&mut found, part, Token { start, end, ..t.clone() });
        }
    }
    (next..quotations.len()).filter_map(quotation).for_each(|q| push(&mut found, part, q));
    found
}

/// The tokens that begin in a byte range.
pub(crate) fn within<'t, 'a>(all: &'t [Token<'a>], from: usize, to: usize) -> &'t [Token<'a>] {
    let place = |at: usize| all.partition_point(|t| t.start < at);
    all.get(place(from)..place(to)).unwrap_or_default()
}

/// Adds a token behind the others, with what stands between it and the last of them.
fn push<'a>(found: &mut Vec<Token<'a>>, text: &'a str, token: Token<'a>) {
    let between = text.get(found.last().map_or(0, |t| t.end)..token.start).unwrap_or_default();
    let before = between.trim();
    found.push(Token { before, follows: before.is_empty() || between == "-", ..token });
}

/// How many characters of a word make its term: inflection mostly changes the end, and six
/// characters keep "president" and "presidents", "Ministerium" and "Ministeriums" together.
const TERM_CHARS: usize = 6;

/// The terms of words, hashed, in order, for comparing texts: lower-cased words cut to their first
/// six characters, pairs of characters in unspaced scripts. Words of one or two letters are left
/// out, numbers are not; nor are the commonest small words, whose hashes are given, sorted.
pub(crate) fn content_terms(all: &[Token<'_>], small: &[u32]) -> Vec<u32> {
    let mut found = Vec::new();
    let mut last: Option<(usize, char)> = None;
    for t in all {
        let Some(first) = t.word.chars().next() else { continue };
        if text::is_unspaced(first) {
            if let Some((end, before)) = last
                && end == t.start
            {
                found.push(text::hash([before, first]));
            }
            last = Some((t.end, first));
            continue;
        }
        last = None;
        if (t.word.chars().count() > 2 || first.is_numeric()) && small.binary_search(&text::hash(t.lower.chars())).is_err() {
            found.push(text::hash(t.lower.chars().take(TERM_CHARS)));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::{content_terms, part, tokens};
    use crate::text::language;

    #[test]
    fn a_quotation_is_one_token() {
        let text = "He said “no way” twice.";
        let start = text.find('“').unwrap();
        let end = text.find('”').unwrap() + '”'.len_utf8();
        let words: Vec<&str> =
            part(text, 0, &tokens(text, language("en")), &[(start, end)], language("en")).iter().map(|t| t.word).collect();
        assert_eq!(words, ["He", "said", "“no way”", "twice"]);
    }

    #[test]
    fn inflected_forms_share_a_term() {
        let terms = |text: &str| content_terms(&tokens(text, language("en")), &[]);
        assert_eq!(terms("Presidents"), terms("president"));
        assert_ne!(terms("president"), terms("precedent"));
        assert_eq!(terms("東京都").len(), 2);
    }
}
