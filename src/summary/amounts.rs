//! Sums of money, shares and quantities in running text.

use super::token::Token;
use crate::text::{Language, List};

const SYMBOLS: [char; 8] = ['$', '€', '£', '¥', '₹', '₽', '₩', '₺'];

/// The amounts of a text as token ranges with the byte range that includes currency signs.
pub(crate) fn amounts(text: &str, all: &[Token<'_>], lang: Language<'_>) -> Vec<(usize, usize)> {
    let mut found: Vec<(usize, usize)> = Vec::new();
    for (i, t) in all.iter().enumerate() {
        if !t.number() || t.quotation.is_some() || found.last().is_some_and(|f| f.1 > t.start) {
            continue;
        }
        // "3.5", "1,500", "1 500": the parts of one number.
        let mut to = i + 1;
        while all
            .get(to)
            .is_some_and(|n| n.number() && matches!(n.before, "." | ",") && text.get(n.start.saturating_sub(1)..n.start) != Some(" "))
            || all.get(to).is_some_and(|n| n.before.is_empty() && n.word.len() == 3 && n.word.bytes().all(|b| b.is_ascii_digit()))
        {
            to += 1;
        }
        if i > 0 && t.before.is_empty() && all.get(i - 1).is_some_and(|p| p.number()) {
            continue;
        }
        let Some(last) = all.get(to - 1) else { continue };
        let mut start = t.start;
        let mut end = last.end;
        let mut unit = false;
        let head = text.get(..start).unwrap_or_default();
        let sign = head.trim_end().chars().next_back();
        if let Some(c) = sign.filter(|c| SYMBOLS.contains(c)) {
            start = head.trim_end().len() - c.len_utf8();
            // "US$", "A$", "R$".
            let prefix = text.get(..start).unwrap_or_default();
            start -= ["US", "R", "A", "C", "HK", "NZ"].iter().find(|p| prefix.ends_with(*p)).map_or(0, |p| p.len());
            unit = true;
        }
        if let Some(m) = all.get(to).filter(|m| (m.before.is_empty() || m.before == "-") && m.is(List::Magnitudes)) {
            end = m.end;
            to += 1;
        }
        let tail = text.get(end..).unwrap_or_default();
        let spaced = tail.trim_start_matches(['.', ' ', '\u{a0}', '\u{202f}']);
        if let Some(c) = spaced.chars().next().filter(|c| SYMBOLS.contains(c) || matches!(c, '%' | '％' | '‰')) {
            end = text.len() - spaced.len() + c.len_utf8();
            unit = true;
        } else if let Some(u) = all.get(to).filter(|u| (u.before.is_empty() || u.before == "." || u.before == "-") && u.quotation.is_none())
        {
            let two = all.get(to + 1).map(|n| format!("{}_{}", u.lower, n.lower)).unwrap_or_default();
            if u.is(List::Units) && u.start >= end {
                end = u.end;
                unit = true;
            } else if lang.has(List::Units, &two) {
                end = all.get(to + 1).map_or(end, |n| n.end);
                unit = true;
            }
        }
        if unit && end > start {
            found.push((start, end));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::amounts;
    use crate::summary::token::tokens;
    use crate::text::language;

    fn read(text: &str) -> Vec<&str> {
        amounts(text, &tokens(text, language("en")), language("en")).into_iter().map(|(a, b)| text.get(a..b).unwrap()).collect()
    }

    #[test]
    fn money_and_shares_are_read_whole() {
        assert_eq!(read("It cost $3.5 million, or 2.4 percent of 1,500 euros."), ["$3.5 million", "2.4 percent", "1,500 euros"]);
        assert_eq!(read("Das kostet 3,5 Mio. Euro, also 40 % von 2 500 €."), ["3,5 Mio. Euro", "40 %", "2 500 €"]);
        assert_eq!(read("价格上涨了3.5％。"), ["3.5％"]);
    }

    #[test]
    fn scores_years_and_ages_are_no_amounts() {
        assert!(read("In 2014 Anna Holm, 34, won 3-2 on May 3.").is_empty());
    }
}
