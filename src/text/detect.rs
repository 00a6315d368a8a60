//! The language of a text from its script and its commonest words, for pages that do not say or
//! say wrongly. Small words are as telling as letter statistics once there are a few sentences, and
//! their table is five kilobytes where trigram models need a hundred.

use super::words::hash;
use super::{Lang, words};
use crate::model::section;

/// The built-in table.
#[cfg(feature = "embedded")]
const BUILT_IN: &str = include_str!("languages.txt");

/// In the extension's brain it comes with the model.
#[cfg(not(feature = "embedded"))]
const BUILT_IN: &str = "";

/// The languages that are told by their commonest small words.
#[derive(Clone, Debug, Default)]
pub struct Languages {
    codes: Vec<Lang>,
    /// The hash of each word and, in the last byte, the place of its language: sorted.
    words: Vec<u64>,
}

impl Languages {
    /// Reads the table of a knowledge file; the built-in one where it has none.
    #[must_use]
    pub fn read(knowledge: &str) -> Languages {
        let mut languages = Languages::default();
        let text = section(knowledge, "languages").unwrap_or(BUILT_IN);
        for (code, list) in text.lines().filter(|l| !l.starts_with('#')).filter_map(|l| l.split_once(": ")) {
            let place = languages.codes.len() as u64;
            languages.words.extend(list.split(' ').map(|w| u64::from(hash(w.chars())) << 8 | place));
            languages.codes.push(Lang::new(code));
        }
        crate::order::sort(&mut languages.words);
        languages
    }

    /// The hashes of a language's commonest small words, sorted.
    pub(crate) fn small_words(&self, lang: Lang) -> Vec<u32> {
        let own = |word: &&u64| self.codes.get((**word & 255) as usize) == Some(&lang);
        self.words.iter().filter(own).map(|word| (word >> 8) as u32).collect()
    }

    /// The language of a text, or `None` when it is too short or too mixed to tell. Linear in the first
    /// few thousand characters, which is where it stops looking.
    #[must_use]
    pub fn detect(&self, text: &str) -> Option<Lang> {
        let sample = cut(text, 6000);
        if let Some(lang) = by_script(sample) {
            return Some(lang);
        }
        let found = words(sample);
        if found.len() < 5 {
            return None;
        }
        let mut hits = vec![0_usize; self.codes.len()];
        for word in found.iter().filter_map(|r| sample.get(r.clone())) {
            let key = u64::from(hash(crate::case::lowered(word).chars()));
            let first = self.words.partition_point(|w| w >> 8 < key);
            for word in self.words.iter().skip(first).take_while(|w| *w >> 8 == key) {
                if let Some(hits) = hits.get_mut((word & 255) as usize) {
                    *hits += 1;
                }
            }
        }
        let mut best = (0, Lang::UNKNOWN);
        let mut second = 0;
        for (&hits, &lang) in hits.iter().zip(&self.codes) {
            if hits > best.0 {
                second = best.0;
                best = (hits, lang);
            } else if hits > second {
                second = hits;
            }
        }
        // A tenth of running text is small words in nearly every language listed; less is names, code or another language. Nguni languages
        // write them together with the word they go with.
        let one_in = if best.1.is_one_of(&["zu", "xh"]) { 40 } else { 12 };
        (best.0 * one_in >= found.len() && best.0 >= 2 && best.0 > second).then_some(best.1)
    }
}

/// Languages that their script alone gives away.
fn by_script(sample: &str) -> Option<Lang> {
    let mut letters = 0usize;
    let (mut kana, mut han, mut hangul, mut thai, mut greek, mut hebrew, mut bengali) = (0, 0, 0, 0, 0, 0, 0);
    let (mut tamil, mut georgian, mut armenian) = (0, 0, 0);
    for c in sample.chars().filter(|c| c.is_alphabetic()) {
        letters += 1;
        match u32::from(c) {
            0x3040..=0x30FF => kana += 1,
            0x3400..=0x9FFF => han += 1,
            0xAC00..=0xD7AF => hangul += 1,
            0x0E00..=0x0E7F => thai += 1,
            0x0370..=0x03FF => greek += 1,
            0x0590..=0x05FF => hebrew += 1,
            0x0980..=0x09FF => bengali += 1,
            0x0B80..=0x0BFF => tamil += 1,
            0x10A0..=0x10FF => georgian += 1,
            0x0530..=0x058F => armenian += 1,
            _ => {}
        }
    }
    if letters < 8 {
        return None;
    }
    let most = |n: usize| n * 2 > letters;
    if most(kana + han) {
        return Some(Lang::new(if kana * 12 > han { "ja" } else { "zh" }));
    }
    [(hangul, "ko"), (thai, "th"), (greek, "el"), (hebrew, "he"), (bengali, "bn"), (tamil, "ta"), (georgian, "ka"), (armenian, "hy")]
        .into_iter()
        .find(|&(n, _)| most(n))
        .map(|(_, code)| Lang::new(code))
}

/// The first `limit` bytes or a little less, on a character boundary.
fn cut(text: &str, limit: usize) -> &str {
    let end = (0..=limit.min(text.len())).rev().find(|&i| text.is_char_boundary(i)).unwrap_or(0);
    text.get(..end).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::{Lang, Languages};

    #[test]
    fn neighbouring_languages_are_told_apart() {
        let languages = Languages::read("");
        for (code, text) in [
            ("en", "The council said that the bridge will be closed for two weeks from Monday."),
            ("de", "Der Rat teilte mit, dass die Brücke ab Montag für zwei Wochen nicht befahrbar ist."),
            ("nl", "De gemeente zegt dat de brug vanaf maandag twee weken niet open is voor het verkeer."),
            ("da", "Kommunen oplyser, at broen er lukket i to uger fra mandag, og der bliver ikke kørt busser."),
            ("no", "Kommunen sier at broen er stengt i to uker fra mandag, og det ikke går busser nå."),
            ("sv", "Kommunen säger att bron är stängd i två veckor från måndag och det inte går några bussar."),
            ("es", "El ayuntamiento dijo que el puente estará cerrado dos semanas por las obras de la calle."),
            ("pt", "A câmara disse que a ponte não vai abrir durante duas semanas por causa das obras na rua."),
            ("it", "Il comune ha detto che il ponte non sarà aperto per due settimane a causa dei lavori."),
            ("ru", "Мэрия сообщила, что мост будет закрыт на две недели и движение по нему не откроют."),
            ("uk", "Мерія повідомила, що міст буде закрито на два тижні, але рух для автобусів є."),
            ("ja", "市は、橋が月曜日から二週間通行止めになると発表した。"),
            ("zh", "市政府表示，这座桥从星期一起将关闭两个星期。"),
            ("ko", "시는 다리가 월요일부터 이 주 동안 폐쇄된다고 밝혔다."),
        ] {
            assert_eq!(languages.detect(text), Some(Lang::new(code)), "{text}");
        }
    }

    #[test]
    fn a_few_names_are_no_language() {
        let languages = Languages::read("");
        assert_eq!(languages.detect("Anna Karlsson, Ryd"), None);
        assert_eq!(languages.detect(""), None);
    }
}
