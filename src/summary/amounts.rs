//! Sums of money, shares and quantities in running text.

use super::token::Token;

const MAGNITUDES: &str = "million millions billion billions trillion m bn mn mio mrd millionen million milliarden milliarde billionen millions milliards \
    milliard millones mil milhões bilhões milioni miliardi miljoen miljard miljoner miljarder millioner milliarder mln mld млн млрд трлн тыс тысяч \
    миллионов миллиардов миллиона миллиарда crore lakh hundred thousand tausend mille mila tusen juta miliar triliun triệu tỷ";

const UNITS: &str = "dollars dollar euros euro pounds pence francs yen yuan rubles roubles rupees pesos cents usd eur gbp chf kronor kroner kronen franken \
    reais reales dólares dólar libras liras lira рублей рубля руб долларов доллара евро грн złotych zł korun eurot euroa rupiah đồng usd \
    percent per_cent prozent pour_cent por_ciento procent prosent prosenttia procento percento процентов процента persen \
    km kilometers kilometres kilometer kilometern kilomètres kilómetros километров miles meters metres meter metern mètres metros tons tonnes tonnen \
    hectares hektar acres gigawatt megawatt kilowatt degrees grad";

const SYMBOLS: [char; 8] = ['$', '€', '£', '¥', '₹', '₽', '₩', '₺'];

/// The amounts of a text as token ranges with the byte range that includes currency signs.
pub(crate) fn amounts(text: &str, all: &[Token<'_>]) -> Vec<(usize, usize)> {
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
        if let Some(m) = all.get(to).filter(|m| (m.before.is_empty() || m.before == "-") && listed(MAGNITUDES, &m.lower)) {
            end = m.end;
            to += 1;
            // "Mio. Euro"
            let _ = m;
        }
        let tail = text.get(end..).unwrap_or_default();
        let spaced = tail.trim_start_matches(['.', ' ', '\u{a0}', '\u{202f}']);
        if let Some(c) = spaced.chars().next().filter(|c| SYMBOLS.contains(c) || matches!(c, '%' | '％' | '‰')) {
            end = text.len() - spaced.len() + c.len_utf8();
            unit = true;
        } else if let Some(u) = all.get(to).filter(|u| (u.before.is_empty() || u.before == "." || u.before == "-") && u.quotation.is_none())
        {
            let two = all.get(to + 1).map(|n| format!("{}_{}", u.lower, n.lower)).unwrap_or_default();
            if listed(UNITS, &u.lower) && u.start >= end {
                end = u.end;
                unit = true;
            } else if listed(UNITS, &two) {
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

fn listed(list: &str, word: &str) -> bool {
    list.split_ascii_whitespace().any(|w| w == word)
}

#[cfg(test)]
mod tests {
    use super::amounts;
    use crate::summary::token::tokens;

    fn read(text: &str) -> Vec<&str> {
        amounts(text, &tokens(text, &[])).into_iter().map(|(a, b)| text.get(a..b).unwrap()).collect()
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
