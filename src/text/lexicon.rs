//! The words that the rules for running text know, by language: data files of lists, and the question whether a word is in one.
//!
//! ```text
//! verbs: said says told
//!     asked added
//! ```
//! A list is a name and its words; a line that begins with a space goes on with it, `_` is a space inside an entry, and `/` parts its
//! spellings. `any.txt` holds what all languages share. The lists are short on purpose: a name they miss is left out, a wrong entry makes
//! a wrong fact.

use super::words::hash;
use super::{Lang, Language, Languages};
use std::ops::Range;

/// Declares the lists and their names in the data files together.
macro_rules! lists {
    ($($(#[$doc:meta])* $list:ident $name:literal)*) => {
        /// A list of words. Lower-cased unless it says otherwise.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[repr(u8)]
        pub enum List { $($(#[$doc])* $list),* }
        const NAMES: &[&str] = &[$($name),*];
        #[cfg(test)]
        const ALL: &[List] = &[$(List::$list),*];
    };
}

lists! {
    /// Abbreviations whose full stop never ends a sentence, of one language: titles, "for example", months.
    NeverFinal "never_final"
    /// The same where spellings do not collide with words of other languages.
    NeverFinalAnywhere "never_final_anywhere"
    /// Abbreviations that may end a sentence, or not: what follows decides.
    SometimesFinal "sometimes_final"
    /// Months that follow a day number with a full stop, with their capital.
    CapitalMonths "capital_months"
    /// Words that open sentences often and are seldom part of a name, with their capital: after an abbreviation, an initial or an
    /// ordinal they show that a new sentence begins.
    Openers "openers"
    /// Beginnings of sentences in Thai news.
    ThaiStarts "thai_starts"
    /// Verbs of saying, as news writes them: third person.
    Verbs "verbs"
    /// Titles and roles that stand before a name.
    Roles "roles"
    /// Words of which a compound ends like a role ("Bundesaußenministerin").
    RoleEndings "role_endings"
    /// Heads of nameless speakers ("officials", "ministry").
    Speakers "speakers"
    /// Articles and their kin.
    Determiners "determiners"
    /// Words after which a name is not the subject ("of", "by", "with").
    Prepositions "prepositions"
    /// Adverbs and auxiliaries between subject and verb.
    Fillers "fillers"
    /// Auxiliaries of the passive: "was told".
    Passives "passives"
    /// Singular pronouns of a person.
    Pronouns "pronouns"
    /// The words before the speaker of a reported claim ("according to"), one entry.
    According "according"
    /// Conjunctions that open a reported clause ("that").
    That "that"
    /// Capitalised words that are no names: weekdays, months, seasons, "Ende".
    Times "times"
    /// Words in the names of organisations.
    Organisations "organisations"
    /// Given names common in the news of many countries, with their capital: they tell a person from a company or a street.
    GivenNames "given_names"
    /// First words of a sentence that join on.
    Joins "joins"
    /// First words of a sentence that point back.
    Points "points"
    /// Those that point with the noun behind them and may stand inside a sentence ("in this case").
    Demonstratives "demonstratives"
    /// Adverbs that join on from inside a sentence ("The police, however, …").
    Midway "midway"
    /// Words that may follow one that points without leaning ("this week").
    Spans "spans"
    /// Subject pronouns of the third person.
    Subjects "subjects"
    /// Openings that lean, where words are not split by spaces or are better matched whole.
    OpeningPhrases "opening_phrases"
    /// Openings of several words that join on.
    JoiningPhrases "joining_phrases"
    /// Countries, regions and large towns that many languages write so, with their capital.
    World "world"
    /// Those that one language writes so.
    Places "places"
    /// The twelve months, spellings joined by a stroke.
    Months "months"
    /// The seven weekdays from Monday, spellings joined by a stroke.
    Weekdays "weekdays"
    /// Words of the future: a weekday near them is not in the past.
    Future "future"
    /// Millions and their like.
    Magnitudes "magnitudes"
    /// What amounts are counted in.
    Units "units"
    /// Beginnings of lines that are not the story.
    Beginnings "beginnings"
    /// Phrases that mark such lines wherever they stand.
    Marks "marks"
    /// Acronyms that name no organisation.
    PlainAcronyms "plain_acronyms"
    /// Last words of what is named after people.
    Things "things"
}

/// The built-in data files as one text.
#[cfg(feature = "embedded")]
const BUILT_IN: &str = concat!(
    "\n[lexicon any]\n",
    include_str!("lexicon/any.txt"),
    "\n[lexicon af]\n",
    include_str!("lexicon/af.txt"),
    "\n[lexicon ar]\n",
    include_str!("lexicon/ar.txt"),
    "\n[lexicon bg]\n",
    include_str!("lexicon/bg.txt"),
    "\n[lexicon cs]\n",
    include_str!("lexicon/cs.txt"),
    "\n[lexicon da]\n",
    include_str!("lexicon/da.txt"),
    "\n[lexicon de]\n",
    include_str!("lexicon/de.txt"),
    "\n[lexicon el]\n",
    include_str!("lexicon/el.txt"),
    "\n[lexicon en]\n",
    include_str!("lexicon/en.txt"),
    "\n[lexicon es]\n",
    include_str!("lexicon/es.txt"),
    "\n[lexicon fi]\n",
    include_str!("lexicon/fi.txt"),
    "\n[lexicon fr]\n",
    include_str!("lexicon/fr.txt"),
    "\n[lexicon hi]\n",
    include_str!("lexicon/hi.txt"),
    "\n[lexicon hu]\n",
    include_str!("lexicon/hu.txt"),
    "\n[lexicon id]\n",
    include_str!("lexicon/id.txt"),
    "\n[lexicon is]\n",
    include_str!("lexicon/is.txt"),
    "\n[lexicon it]\n",
    include_str!("lexicon/it.txt"),
    "\n[lexicon ja]\n",
    include_str!("lexicon/ja.txt"),
    "\n[lexicon ko]\n",
    include_str!("lexicon/ko.txt"),
    "\n[lexicon nl]\n",
    include_str!("lexicon/nl.txt"),
    "\n[lexicon no]\n",
    include_str!("lexicon/no.txt"),
    "\n[lexicon pl]\n",
    include_str!("lexicon/pl.txt"),
    "\n[lexicon pt]\n",
    include_str!("lexicon/pt.txt"),
    "\n[lexicon ro]\n",
    include_str!("lexicon/ro.txt"),
    "\n[lexicon ru]\n",
    include_str!("lexicon/ru.txt"),
    "\n[lexicon sk]\n",
    include_str!("lexicon/sk.txt"),
    "\n[lexicon sv]\n",
    include_str!("lexicon/sv.txt"),
    "\n[lexicon th]\n",
    include_str!("lexicon/th.txt"),
    "\n[lexicon tr]\n",
    include_str!("lexicon/tr.txt"),
    "\n[lexicon uk]\n",
    include_str!("lexicon/uk.txt"),
    "\n[lexicon vi]\n",
    include_str!("lexicon/vi.txt"),
    "\n[lexicon zh]\n",
    include_str!("lexicon/zh.txt"),
);

/// In the extension's brain the lists come with the model.
#[cfg(not(feature = "embedded"))]
const BUILT_IN: &str = "";

/// How a section of the knowledge begins that holds a language's lists.
const HEAD: &str = "[lexicon ";

/// A set of lists.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Lists(pub(super) u64);

const _: () = assert!(NAMES.len() <= 64);

impl Lists {
    /// Whether a list is in it.
    #[must_use]
    pub fn has(self, list: List) -> bool {
        self.0 >> list as u8 & 1 == 1
    }
}

/// The lists of one language.
#[derive(Clone, Debug, Default)]
pub(super) struct Tongue {
    /// Where each word begins and ends in the text, list by list.
    pub words: Vec<(u32, u32)>,
    /// The words of each list, in the order of [`List`].
    pub lists: Vec<Range<usize>>,
    /// The hash of each spelling, its place in the text, and its list: sorted.
    pub keys: Vec<(u32, u32, u8)>,
}

/// The lists of all languages.
#[derive(Clone, Debug)]
pub struct Lexicon {
    pub(super) text: String,
    /// First the lists that all languages share.
    pub(super) tongues: Vec<(Lang, Tongue)>,
    /// The languages by their commonest words.
    pub(crate) languages: Languages,
}

impl Lexicon {
    /// The lists of a knowledge file; the built-in ones where it has none.
    #[must_use]
    pub fn read(knowledge: &str) -> Lexicon {
        let text = if knowledge.contains(HEAD) { knowledge } else { BUILT_IN };
        let languages = Languages::read(knowledge);
        let mut lexicon = Lexicon { text: String::new(), tongues: vec![(Lang::UNKNOWN, Tongue::default())], languages };
        for section in text.split("\n[").filter_map(|s| s.strip_prefix(HEAD.trim_start_matches('['))) {
            let Some((code, lists)) = section.split_once("]\n") else { continue };
            let mut tongue = Tongue { lists: vec![0..0; NAMES.len()], ..Tongue::default() };
            let mut list = None;
            for line in lists.lines().filter(|l| !l.starts_with('#')) {
                let mut words = line;
                if let Some((name, first)) = line.split_once(':').filter(|_| !line.starts_with(' ')) {
                    list = NAMES.iter().position(|n| *n == name);
                    words = first;
                    if let Some(range) = list.and_then(|l| tongue.lists.get_mut(l)) {
                        *range = tongue.words.len()..tongue.words.len();
                    }
                }
                let Some((list, range)) = list.and_then(|l| Some((l as u8, tongue.lists.get_mut(l)?))) else { continue };
                for word in words.split_ascii_whitespace() {
                    let mut at = lexicon.text.len() as u32;
                    tongue.words.push((at, at + word.len() as u32));
                    for spelling in word.split('/') {
                        tongue.keys.push((hash(spelling.chars()), at, list));
                        at += spelling.len() as u32 + 1;
                    }
                    lexicon.text.push_str(word);
                    lexicon.text.push(' ');
                }
                range.end = tongue.words.len();
            }
            crate::order::sort(&mut tongue.keys);
            match lexicon.tongues.first_mut().filter(|_| code == "any") {
                Some((_, shared)) => *shared = tongue,
                None => lexicon.tongues.push((Lang::new(code), tongue)),
            }
        }
        lexicon
    }

    /// The lists that Lede ships with.
    #[must_use]
    pub fn built_in() -> Lexicon {
        Lexicon::read(BUILT_IN)
    }

    /// A language with its lists.
    #[must_use]
    pub fn language(&self, code: Lang) -> Language<'_> {
        let own = self.tongues.iter().skip(1).position(|(c, _)| *c == code).map_or(0, |p| p + 1);
        Language { code, own, lexicon: self }
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::{ALL, BUILT_IN, HEAD, Language, Lexicon, List, NAMES};
    use crate::text::Lang;
    use std::sync::OnceLock;

    static LEXICON: OnceLock<Lexicon> = OnceLock::new();

    /// The built-in lists of a language.
    pub(crate) fn language(code: &str) -> Language<'static> {
        LEXICON.get_or_init(Lexicon::built_in).language(Lang::new(code))
    }

    #[test]
    fn every_word_of_the_files_stands_in_a_list_of_its_language() {
        for section in BUILT_IN.split(HEAD).skip(1) {
            let (code, lists) = section.split_once("]\n").unwrap();
            let mut list = None;
            for line in lists.lines().filter(|l| !l.is_empty() && !l.starts_with('[')) {
                let (name, words) = line.split_once(':').filter(|_| !line.starts_with(' ')).unwrap_or(("", line));
                list = if name.is_empty() { list } else { ALL.iter().copied().find(|l| NAMES.get(*l as usize) == Some(&name)) };
                let list = list.unwrap_or_else(|| panic!("{code} has a list that is called {name}"));
                for word in words.split_ascii_whitespace().flat_map(|w| w.split('/')) {
                    assert!(language(code).has(list, word), "{code} {list:?} {word}");
                }
            }
        }
    }

    #[test]
    fn a_word_is_asked_of_its_language_and_of_all() {
        assert!(language("en").has(List::Verbs, "said") && !language("de").has(List::Verbs, "said"));
        assert!(language("ja").has(List::GivenNames, "Anna") && !language("en").has(List::GivenNames, "Anna Bert"));
        assert!(!language("en").has(List::Verbs, "sai") && !language("en").has(List::Verbs, ""));
        assert!(language("ja").opens_sentence("The") && !language("de").opens_sentence("The"));
    }

    #[test]
    fn compounds_end_like_a_role() {
        assert!(
            language("de").is_role("bundesaußenministerin") && !language("de").is_role("murat") && language("en").is_role("vice-president")
        );
    }

    #[test]
    fn places_are_known_by_name() {
        assert!(language("en").is_place("New York") && language("de").is_place("Frankreich") && language("en").is_place("Syria's"));
        assert!(!language("en").is_place("Paris Hilton") && !language("en").is_place("Frankreich"));
    }
}
