//! What the summary of each kind of article is like: the small articles stand in tests/summaries/LANGUAGE-KIND.txt, in our own words.
//!
//! A line is a paragraph: `# ` is a heading, `- ` an item of a list, `> ` a quotation set apart; the first line is the headline.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, missing_docs)]

use lede::Engine;
use lede::summary::{Document, Paragraph, ParagraphKind, Reading, summaries};
use lede::text::{Lang, words};

fn text(name: &str) -> String {
    std::fs::read_to_string(format!("{}/tests/summaries/{name}.txt", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

/// Summaries of one, three and six sentences.
fn read(name: &str) -> [Vec<String>; 3] {
    let text = text(name);
    let (title, body) = text.split_once('\n').unwrap();
    let engine = Engine::built_in().unwrap();
    let mut document = Document::from_text(engine.lexicon(), Some(title), "", name.split('-').next().map(Lang::new));
    let mut node = 0;
    document.paragraphs = (body.lines().filter(|l| !l.is_empty()))
        .map(|line| {
            node += 1;
            let (kind, text) = match line.split_at_checked(2).unwrap_or(("", line)) {
                ("# ", rest) => (ParagraphKind::Heading, rest),
                ("- ", rest) => (ParagraphKind::ListItem, rest),
                ("> ", rest) => (ParagraphKind::Quote, rest),
                _ => (ParagraphKind::Text, line),
            };
            Paragraph { text: text.to_owned(), node, kind }
        })
        .collect();
    summaries(&Reading::of(&document), [1, 3, 6], engine.ranker()).map(|s| s.into_iter().map(|s| s.text).collect())
}

/// The summaries of all lengths hold none of these sentences, given by their first words.
fn never(name: &str, beginnings: &[&str]) -> [Vec<String>; 3] {
    let found = read(name);
    for summary in &found {
        for sentence in summary {
            assert!(beginnings.iter().all(|b| !sentence.starts_with(b)), "{name}: {sentence}");
        }
        assert!(!summary.is_empty(), "{name} has none");
    }
    for (summary, most) in found.iter().zip([1, 3, 6]) {
        let words: usize = summary.iter().map(|s| words(s).len()).sum();
        assert!(summary.len() <= most, "{name}: {summary:#?}");
        assert!(most == 1 || words <= 40 * most || name.starts_with("ja"), "{name}: {words} words");
    }
    found
}

/// Sentences with these first words stand in a summary only right behind the sentence that stands before them in the article.
fn lean(name: &str, beginnings: &[&str]) -> [Vec<String>; 3] {
    let (found, article) = (read(name), text(name).replace('\n', " "));
    for summary in &found {
        for (at, sentence) in summary.iter().enumerate().filter(|(_, s)| beginnings.iter().any(|b| s.starts_with(b))) {
            let before = summary.get(at.wrapping_sub(1)).unwrap_or_else(|| panic!("{name}: {sentence}"));
            let follows = article.contains(&format!("{before} {sentence}")) || article.contains(&format!("{before}{sentence}"));
            assert!(follows, "{name}: {sentence}");
        }
    }
    found
}

/// Whether a summary begins with what introduces the article: its first paragraph.
fn is_introduced(name: &str, summary: &[String]) -> bool {
    text(name).lines().nth(1).unwrap().contains(&summary[0])
}

#[test]
fn an_interview_is_told_by_what_introduces_it() {
    for (name, answers) in [
        ("en-interview", &["How did", "What do", "Will", "And if", "(laughs)", "The work, no"][..]),
        ("de-interview", &["Herr Weiß", "Was sagen", "Wie lange", "(lacht)", "Ja, ", "Nein"]),
        ("fr-interview", &["Pourquoi", "Qui vous", "Que répondez", "(Rires)", "Oui", "Non"]),
        ("es-interview", &["¿", "(Ríe)", "Sí,", "No,"]),
    ] {
        let [short, medium, _] = never(name, answers);
        assert!(is_introduced(name, &short) && is_introduced(name, &medium), "{name}: {medium:#?}");
    }
}

#[test]
fn a_list_and_a_recipe_are_told_by_what_comes_before_the_steps() {
    for (name, steps) in [
        ("en-steps", &["Turn", "Loosen", "Wrap", "Let"][..]),
        ("de-list", &["1.", "2.", "3."]),
        ("it-recipe", &["Lavate", "Tagliate", "Mescolate", "Servite", "300 g", "Due"]),
        ("ru-list", &["1.", "2.", "3."]),
    ] {
        let [short, medium, _] = never(name, steps);
        assert!(medium.len() >= 2 && is_introduced(name, &short) && is_introduced(name, &medium), "{name}: {medium:#?}");
    }
}

#[test]
fn key_points_on_top_may_speak_for_the_article() {
    let [_, medium, _] = lean("en-points", &["He ", "This "]);
    assert!(medium.iter().any(|s| s.starts_with("The lift bridge will close")), "{medium:#?}");
}

#[test]
fn a_live_blog_begins_with_its_newest_and_shows_no_time_stamps() {
    for (name, newest) in
        [("en-live", "The lift bridge opened"), ("de-live", "Die Hebebrücke ist wieder"), ("tr-live", "Asma köprü yeniden")]
    {
        let [_, medium, long] = never(name, &["1", "0", "["]);
        assert!(medium[0].starts_with(newest), "{name}: {medium:#?}");
        assert!(long.len() > 1, "{name}: {long:#?}");
    }
}

#[test]
fn an_opinion_keeps_its_claims_and_asks_nothing() {
    for (name, leaning) in [("fr-opinion", &["Mais", "Pourtant", "Cela", "Et "][..]), ("pt-opinion", &["Mas", "Isso", "Nesse", "E "])] {
        let [_, medium, _] = lean(name, leaning);
        assert!(medium.iter().all(|s| !s.ends_with('?')), "{medium:#?}");
    }
}

#[test]
fn a_short_article_gets_a_short_answer() {
    let [short, _, long] = lean("en-short", &["He ", "It "]);
    assert_eq!(short, ["A lorry got stuck under the railway bridge in Ryd on Tuesday."]);
    assert!(long.len() <= 3, "{long:#?}");
    let [_, _, long] = lean("ja-short", &["そのため"]);
    assert!((2..=3).contains(&long.len()), "{long:#?}");
}
