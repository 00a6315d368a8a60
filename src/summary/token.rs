//! A piece of text as words with what stands between them: what names, quotations and facts are read from.

use crate::text;

/// A word, or a whole quotation standing in for its words.
#[derive(Clone, Debug)]
pub(crate) struct Token<'a> {
    pub word: &'a str,
    pub lower: String,
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
}

impl Token<'_> {
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

/// The words of a text; those inside one of the given byte ranges (quotations, in order) become one token each.
pub(crate) fn tokens<'a>(text: &'a str, quotations: &[(usize, usize)]) -> Vec<Token<'a>> {
    let mut found: Vec<Token<'a>> = Vec::new();
    let mut end_before = 0usize;
    let mut next_quotation = 0usize;
    let push = |found: &mut Vec<Token<'a>>, end_before: &mut usize, start: usize, end: usize, quotation: Option<usize>| {
        let word = text.get(start..end).unwrap_or_default();
        let between = text.get(*end_before..start).unwrap_or_default();
        found.push(Token {
            word,
            lower: crate::case::lower(word),
            start,
            end,
            capital: word.chars().next().is_some_and(char::is_uppercase),
            before: between.trim(),
            follows: between.trim().is_empty() || between == "-",
            quotation,
        });
        *end_before = end;
    };
    let ranges = text::words(text);
    let mut words = ranges.into_iter().peekable();
    loop {
        let word = words.peek().cloned();
        let quotation = quotations.get(next_quotation).copied();
        match (word, quotation) {
            (Some(w), Some((start, end))) if w.start >= start => {
                if w.start >= end {
                    push(&mut found, &mut end_before, start, end, Some(next_quotation));
                    next_quotation += 1;
                } else {
                    words.next();
                }
            }
            (None, Some((start, end))) => {
                push(&mut found, &mut end_before, start, end, Some(next_quotation));
                next_quotation += 1;
            }
            (Some(w), _) => {
                push(&mut found, &mut end_before, w.start, w.end, None);
                words.next();
            }
            (None, None) => return found,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::tokens;

    #[test]
    fn a_quotation_is_one_token() {
        let text = "He said “no way” twice.";
        let start = text.find('“').unwrap();
        let end = text.find('”').unwrap() + '”'.len_utf8();
        let words: Vec<&str> = tokens(text, &[(start, end)]).iter().map(|t| t.word).collect();
        assert_eq!(words, ["He", "said", "“no way”", "twice"]);
    }
}
