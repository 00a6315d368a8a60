//! What is said: words, sentences, phrases of appeals, sums of money.

use super::super::phrases::{Class, Hit};
use super::super::words::{Line, Words};
use super::{Count, PHRASES, Place, Tally};
use crate::page::{NodeId, Page};

/// Words a line must have to be running text when it holds no appeal.
const RUNNING: f32 = 12.0;

/// Whether a class of phrases is one of appeals.
pub fn is_appeal(class: Class) -> bool {
    (class as u8) <= Class::Follow as u8
}

pub(super) fn count(page: &Page, words: &Words, hits: &[Hit], place: &Place, tally: &mut Tally) {
    let again = said_again(words);
    let mut hits_from = 0;
    for (number, line) in words.lines().iter().enumerate() {
        let start = hits_from;
        while hits.get(hits_from).is_some_and(|h| h.line == number) {
            hits_from += 1;
        }
        let found = hits.get(start..hits_from).unwrap_or_default();
        for hit in found {
            let node = words.at(hit.from).map_or(line.block, |(w, _)| w.node);
            // A phrase that runs over several inline elements belongs to the block that holds them.
            let end = words.at(hit.to.saturating_sub(1)).map_or(node, |(w, _)| w.node);
            let node = if node == end { node } else { common(page, node, end) };
            tally.add_at(node, PHRASES + hit.class as usize, 1.0);
        }
        let list = words.all().get(line.words.clone()).unwrap_or_default();
        let own = list.first().map_or(line.block, |w| w.node);
        if found.iter().any(|h| is_appeal(h.class)) {
            if list.len() <= CALL && is_call(page, own) {
                tally.add(own, Count::Calls, 1.0);
            }
            if matches!(page.tag(line.block), "h1" | "h2" | "h3" | "h4" | "h5" | "h6") && !line.attribute {
                tally.add(line.block, Count::TellingHeadings, 1.0);
            }
        }
        if line.attribute {
            continue;
        }
        let pleading = found.iter().any(|h| h.class == Class::Plea);
        let repeated = again.binary_search(&print(words, line)).is_ok();
        let strong = found.iter().any(|h| h.class == Class::Strong);
        let telling = found.iter().any(|h| is_appeal(h.class));
        let total: f32 = list.iter().map(|w| w.weight).sum();
        let body = place.is_body(line.block, line.before);
        tally.add(own, Count::Lines, 1.0);
        for word in list {
            tally.add(word.node, Count::Words, word.weight);
            if pleading {
                tally.add(word.node, Count::Pleading, word.weight);
            }
            if repeated {
                tally.add(word.node, Count::Repeated, word.weight);
            }
            if strong {
                tally.add(word.node, Count::Asking, word.weight);
            }
            if telling {
                tally.add(word.node, Count::Telling, word.weight);
            } else if total >= RUNNING {
                tally.add(word.node, Count::Plain, word.weight);
            }
            if body {
                tally.add(word.node, Count::Body, word.weight);
                if !telling {
                    tally.add(word.node, Count::PlainBody, word.weight);
                }
            }
        }
    }
    let Some(root) = page.ids().next() else { return };
    for run in page.runs(root) {
        let text = page.run_text(run);
        if text.trim_end().ends_with(ENDS) {
            tally.add(run.parent, Count::Stops, 1.0);
        }
        let n = prices(text);
        if n > 0 {
            tally.add(run.parent, Count::Prices, n as f32);
        }
    }
}

/// What ends a sentence: labels, entries of menus and headlines end in none of it.
const ENDS: &[char] = &['.', '!', '?', '…', '。', '！', '？', '।', '؟'];

/// A line's words as a number: the same for the same words.
fn print(words: &Words, line: &Line) -> u64 {
    let all = line.words.clone().filter_map(|i| words.at(i)).flat_map(|(_, w)| w.bytes().chain([b' ']));
    all.fold(0xcbf2_9ce4_8422_2325, |h, b| (h ^ u64::from(b)).wrapping_mul(0x100_0000_01b3))
}

/// The prints of lines that stand on the page three times or more: cards of a list, labels of a tool; few appeals do.
fn said_again(words: &Words) -> Vec<u64> {
    let mut prints: Vec<u64> = words.lines().iter().filter(|l| !l.attribute).map(|l| print(words, l)).collect();
    crate::order::sort(&mut prints);
    let mut again: Vec<u64> = prints.windows(3).filter(|w| w.first() == w.last()).filter_map(|w| w.first().copied()).collect();
    again.dedup();
    again
}

/// Words beyond which a link or a button is no call to act.
const CALL: usize = 7;

/// Whether the element or one just around it is to be clicked.
fn is_call(page: &Page, id: NodeId) -> bool {
    std::iter::once(id).chain(page.ancestors(id)).take(4).any(|n| matches!(page.tag(n), "a" | "button" | "input"))
}

/// The nearest element that holds both.
fn common(page: &Page, a: NodeId, b: NodeId) -> NodeId {
    std::iter::once(a).chain(page.ancestors(a)).find(|&n| page.contains(n, b)).unwrap_or(a)
}

const SIGNS: &[char] = &['€', '$', '£', '¥', '₹', '₽', '₩', '₺', '₴', '￥', '円', '元'];
const CODES: &[&str] = &["eur", "euro", "kr", "chf", "usd", "gbp", "zł", "kč", "tl", "rp", "руб", "грн", "ft"];

/// How often a text names a sum of money: a number beside a sign or a code.
fn prices(text: &str) -> usize {
    let mut found = 0;
    if text.contains(SIGNS) {
        let chars: Vec<char> = text.chars().collect();
        for (i, c) in chars.iter().enumerate().filter(|(_, c)| SIGNS.contains(c)) {
            let near = |range: std::ops::Range<usize>| chars.get(range).unwrap_or_default().iter().any(char::is_ascii_digit);
            let _ = c;
            if near(i.saturating_sub(2)..i) || near(i + 1..(i + 3).min(chars.len())) {
                found += 1;
            }
        }
        return found;
    }
    if !text.contains(|c: char| c.is_ascii_digit()) {
        return 0;
    }
    let mut number = false;
    for token in text.split(|c: char| c.is_whitespace() || c == '/' || c == '-') {
        let word = crate::case::lower(token.trim_matches(|c: char| !c.is_alphanumeric()));
        if number && CODES.contains(&word.as_str()) {
            found += 1;
        }
        number = word.starts_with(|c: char| c.is_ascii_digit());
    }
    found
}

#[cfg(test)]
mod tests {
    use super::prices;

    #[test]
    fn sums_of_money_are_seen_with_sign_or_code() {
        for (text, n) in
            [("€2.50 a week, then £ 9", 2), ("nur 9,99 Euro im Monat", 1), ("149 kr/mnd", 1), ("in 2019 and 3 euros", 0), ("$100m?", 1)]
        {
            assert_eq!(prices(text), n, "{text}");
        }
    }
}
