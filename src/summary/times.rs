//! Days, months and years in running text, and which day a weekday means for an article of a known date.

use super::Date;
use super::token::Token;
use crate::text::{Language, List};

/// A time in the text: tokens `from..to`, and the day it means where that is certain.
pub(crate) struct Time {
    pub from: usize,
    pub to: usize,
    pub day: Option<Date>,
    /// Whether the day is worked out from the publication, not written.
    pub relative: bool,
}

/// The place of a word in a list that it is in.
fn place(lang: Language<'_>, list: List, word: &str) -> Option<usize> {
    lang.words(list).position(|names| names.split('/').any(|n| n == word))
}

fn number(t: Option<&Token<'_>>) -> Option<i32> {
    let word = t?.word;
    let digits = word.trim_end_matches(|c: char| c.is_alphabetic() || c == 'º');
    let suffix = word.len() - digits.len();
    if suffix > 2 || digits.is_empty() || digits.len() > 4 {
        return None;
    }
    digits.parse().ok()
}

/// The times a text names. A weekday counts on its own; a month needs a day or a year.
pub(crate) fn times(all: &[Token<'_>], lang: Language<'_>, published: Option<Date>) -> Vec<Time> {
    let future = || all.iter().any(|t| t.is(List::Future));
    let mut found: Vec<Time> = Vec::new();
    let joins = |i: usize| all.get(i).is_some_and(|t| t.before.is_empty() || matches!(t.before, "." | "," | "-"));
    let connects = |i: usize| joins(i) && all.get(i).is_some_and(|t| matches!(&*t.lower, "de" | "del" | "of" | "року" | "d"));
    for i in 0..all.len() {
        if found.last().is_some_and(|f| f.to > i) {
            continue;
        }
        let Some(t) = all.get(i) else { break };
        let year_at = |j: usize| {
            let j = if connects(j) { j + 1 } else { j };
            number(all.get(j)).filter(|y| joins(j) && (1500..2100).contains(y)).map(|y| (y, j + 1))
        };
        if !t.capital && lang.is_one_of(&["en", "de"]) {
            continue;
        }
        if let Some(month) = t.is(List::Months).then(|| place(lang, List::Months, &t.lower)).flatten() {
            let mut from = i;
            let mut to = i + 1;
            let mut day = None;
            // "3 May", "3. Mai", "3 de mayo".
            let back = if i >= 2 && connects(i - 1) { i - 2 } else { i.wrapping_sub(1) };
            if let Some(d) = number(all.get(back)).filter(|d| (1..=31).contains(d) && joins(i) && (back + 1 == i || joins(i - 1))) {
                day = Some(d);
                from = back;
            } else if let Some(d) = number(all.get(to))
                .filter(|d| (1..=31).contains(d) && lang.is("en") && all.get(to).is_some_and(|n| n.before.is_empty() || n.before == "."))
            {
                day = Some(d);
                to += 1;
            }
            let year = year_at(to);
            if let Some((_, end)) = year {
                to = end;
            }
            if day.is_none() && year.is_none() {
                continue;
            }
            let date = day.and_then(|d| {
                let year = year.map(|y| y.0).or_else(|| published.map(|p| nearest_year(p, month as u8 + 1)))?;
                Some(Date { year, month: month as u8 + 1, day: d as u8 })
            });
            found.push(Time { from, to, day: date, relative: false });
        } else if let Some(weekday) = weekday(all, i, lang) {
            let to = if lang.is("pt") && weekday < 5 { i + 2 } else { i + 1 };
            if lang.is("tr") || lang.is("id") && !t.capital {
                continue;
            }
            let day = published.filter(|_| !future()).map(|p| back_to(p, weekday as u8));
            found.push(Time { from: i, to, day, relative: true });
        }
    }
    found
}

/// Which weekday a token is: Portuguese writes it with a hyphen, which stands between two tokens.
fn weekday(all: &[Token<'_>], i: usize, lang: Language<'_>) -> Option<usize> {
    let t = all.get(i)?;
    match all.get(i + 1) {
        Some(n) if n.lower == "feira" && n.before == "-" => place(lang, List::Weekdays, &format!("{}-feira", t.lower)),
        _ => t.is(List::Weekdays).then(|| place(lang, List::Weekdays, &t.lower)).flatten(),
    }
}

/// The year that brings a month nearest to the publication.
fn nearest_year(published: Date, month: u8) -> i32 {
    let distance = i32::from(month) - i32::from(published.month);
    match distance {
        7.. => published.year - 1,
        ..=-7 => published.year + 1,
        _ => published.year,
    }
}

/// Days since 0000-03-01 of the proleptic Gregorian calendar (H. Hinnant, "chrono-compatible low-level date algorithms").
fn days(date: Date) -> i32 {
    let (m, y) = (i32::from(date.month), if date.month <= 2 { date.year - 1 } else { date.year });
    let era = y.div_euclid(400);
    let yoe = y.rem_euclid(400);
    let doy = (153 * ((m + 9) % 12) + 2) / 5 + i32::from(date.day) - 1;
    era * 146_097 + yoe * 365 + yoe / 4 - yoe / 100 + doy
}

fn from_days(days: i32) -> Date {
    let era = days.div_euclid(146_097);
    let doe = days.rem_euclid(146_097);
    let yoe = (doe - doe / 1460 + doe / 36_524 - doe / 146_096) / 365;
    let doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
    let mp = (5 * doy + 2) / 153;
    let day = (doy - (153 * mp + 2) / 5 + 1) as u8;
    let month = if mp < 10 { mp + 3 } else { mp - 9 };
    Date { year: yoe + era * 400 + i32::from(month <= 2), month: month as u8, day }
}

/// The last day of the given weekday (0 = Monday) on or before a date.
fn back_to(date: Date, weekday: u8) -> Date {
    let n = days(date);
    // 0000-03-01 was a Wednesday.
    let today = (n + 2).rem_euclid(7);
    from_days(n - (today - i32::from(weekday)).rem_euclid(7))
}

#[cfg(test)]
mod tests {
    use super::{back_to, days, from_days, times};
    use crate::summary::Date;
    use crate::summary::token::tokens;
    use crate::text::language;

    fn read(lang: &str, text: &str) -> Vec<String> {
        let all = tokens(text, language(lang));
        times(&all, language(lang), None).iter().map(|t| crate::summary::names::span(text, &all, t.from, t.to).to_owned()).collect()
    }

    #[test]
    fn dates_are_read_as_each_language_writes_them() {
        assert_eq!(read("en", "It opened on May 3, 2024, and closed on 5 June."), ["May 3, 2024", "5 June"]);
        assert_eq!(read("de", "Sie wurde am 3. Mai 2024 eröffnet, im Juni 2025 geschlossen."), ["3. Mai 2024", "Juni 2025"]);
        assert_eq!(read("es", "Se abrió el 3 de mayo de 2024."), ["3 de mayo de 2024"]);
        assert_eq!(read("ru", "Мост открыли 3 мая 2024 года."), ["3 мая 2024"]);
        assert_eq!(read("fr", "Ouvert jeudi 3 mai."), ["jeudi", "3 mai"]);
    }

    #[test]
    fn a_month_alone_or_a_verb_that_looks_like_one_is_no_date() {
        assert!(read("en", "He may march in May.").is_empty());
    }

    #[test]
    fn a_weekday_is_the_last_one_before_publication() {
        let thursday = Date { year: 2014, month: 1, day: 9 };
        assert_eq!(back_to(thursday, 3), thursday);
        assert_eq!(back_to(thursday, 4), Date { year: 2014, month: 1, day: 3 });
        let leap = Date { year: 2024, month: 3, day: 1 };
        assert_eq!(from_days(days(leap) - 1), Date { year: 2024, month: 2, day: 29 });
    }
}
