//! Where quotations begin and end in a paragraph, whatever marks the language uses.

/// A quotation more characters long than this has lost its closing mark.
const LONGEST: usize = 1500;

/// A quotation as byte ranges.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Quotation {
    /// From the opening mark to the end of the closing one (or the end of the paragraph).
    pub outer: (usize, usize),
    /// What stands between the marks.
    pub inner: (usize, usize),
    /// Whether the closing mark is missing, so that the next paragraph goes on.
    pub open: bool,
}

/// The quotations of a paragraph, in order.
pub(crate) fn quotations(text: &str) -> Vec<Quotation> {
    let chars: Vec<(usize, char)> = text.char_indices().collect();
    let at = |i: usize| chars.get(i).map_or('\0', |c| c.1);
    let byte = |i: usize| chars.get(i).map_or(text.len(), |c| c.0);
    let low = text.contains('„');
    let mut found = Vec::new();
    let mut i = 0usize;
    while i < chars.len() {
        let before = if i == 0 { ' ' } else { at(i - 1) };
        let fresh = before.is_whitespace() || matches!(before, '(' | '[' | '—' | '–' | ':' | '-' | '\u{200e}');
        let next = at(i + 1);
        let closers: &[char] = match at(i) {
            '“' if !low => &['”', '“', '"'],
            '„' => &['“', '”', '"'],
            '«' => &['»'],
            '»' if fresh && !next.is_whitespace() => &['«', '»'],
            '”' if fresh && !next.is_whitespace() => &['”'],
            '"' if fresh || i == 0 => &['"', '”'],
            '‘' if fresh => &['’'],
            '\'' if fresh && next.is_alphanumeric() => &['\''],
            '「' => &['」'],
            _ => {
                i += 1;
                continue;
            }
        };
        let single = matches!(at(i), '‘' | '\'');
        let mut close = None;
        for j in i + 1..chars.len().min(i + LONGEST) {
            if closers.contains(&at(j)) {
                // An apostrophe is a closing mark only after the punctuation that ends a quotation.
                if single && (at(j + 1).is_alphanumeric() || !matches!(at(j - 1), ',' | '.' | '?' | '!' | '…')) {
                    continue;
                }
                close = Some(j);
                break;
            }
        }
        match close {
            Some(j) => {
                found.push(Quotation { outer: (byte(i), byte(j + 1)), inner: (byte(i + 1), byte(j)), open: false });
                i = j + 1;
            }
            None if single || found.len() > 40 => i += 1,
            None => {
                if chars.len() - i < LONGEST && matches!(at(i), '“' | '"' | '„' | '«') {
                    found.push(Quotation { outer: (byte(i), text.len()), inner: (byte(i + 1), text.len()), open: true });
                    break;
                }
                i += 1;
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::quotations;

    fn inner(text: &str) -> Vec<&str> {
        quotations(text).iter().map(|q| text.get(q.inner.0..q.inner.1).unwrap()).collect()
    }

    #[test]
    fn marks_of_every_kind_are_paired() {
        for text in [
            "He said “no way” to it",
            "Er sagte „no way“ dazu",
            "Il dit «no way» alors",
            "Hun sa »no way« da",
            "He said \"no way\" to it",
            "Hon sa ”no way” då",
        ] {
            assert_eq!(inner(text), ["no way"], "{text}");
        }
    }

    #[test]
    fn apostrophes_open_and_close_nothing() {
        assert!(inner("It's the players' bus, isn't it. 'Twas the drivers' idea").is_empty());
        assert_eq!(inner("‘It’s over,’ she said."), ["It’s over,"]);
    }

    #[test]
    fn a_missing_closing_mark_leaves_the_quotation_open() {
        let found = quotations("“We went on.");
        assert!(found.len() == 1 && found.iter().all(|q| q.open));
    }
}
