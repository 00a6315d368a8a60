//! Claims about what the reader sees and may do.

use super::*;
use crate::article::Kind;
use crate::clutter::Category;
use crate::report::{Body, Link, Place, Sentence, Summary};
use crate::settings::Site;

fn block(node: u32, category: Category) -> Block {
    Block { node, category, confidence: 0.9, clues: vec![Message::new("clue")], quote: format!("Block {node}"), overlay: node == 40 }
}

fn report() -> Report {
    let sentence = |node: u32| Sentence { text: format!("Sentence {node}."), node };
    Report {
        kind: Kind::Article,
        host: Some("news.example".into()),
        lang: Some("en".into()),
        headline: Some(Place { node: Some(7), text: "Headline".into() }),
        standfirst: None,
        byline: Some("A. Writer".into()),
        published: Some("2026-05-02T10:00:00Z".into()),
        site: Some("The News".into()),
        article: Body { nodes: vec![9], words: 477, locked: false },
        blocks: vec![block(20, Category::Donation), block(30, Category::Related), block(40, Category::Newsletter)],
        maybe: vec![block(50, Category::Subscribe)],
        summaries: vec![
            Summary { length: 1, sentences: vec![sentence(10)] },
            Summary { length: 3, sentences: vec![sentence(10), sentence(12), sentence(15)] },
        ],
        quotes: vec![],
        facts: vec![],
        outline: vec![],
        support: Some(Link { href: "https://news.example/give".into(), label: "Give".into() }),
        partial: false,
    }
}

fn answer() -> Answer {
    Answer::new(&report(), State::default(), &Settings::default(), false)
}

fn after(actions: &[Action]) -> Answer {
    let mut settings = Settings::default();
    actions.iter().fold(answer(), |answer, action| {
        let next = act(action, &report(), answer.state, settings.clone());
        settings = next.settings.clone().unwrap_or_else(|| settings.clone());
        next
    })
}

/// All rows, those inside others too.
fn flat(rows: &[Row]) -> Vec<&Row> {
    rows.iter().flat_map(|r| std::iter::once(r).chain(flat(&r.rows))).collect()
}

fn keys(answer: &Answer) -> Vec<&str> {
    flat(&answer.view).iter().filter_map(|r| r.message.as_ref()).map(|m| m.key.as_str()).collect()
}

#[test]
fn appeals_are_hidden_and_counted_and_other_clutter_is_not() {
    let answer = answer();
    assert_eq!(answer.hide, [20, 40]);
    assert_eq!((answer.badge.as_str(), answer.enabled, answer.unlock), ("2", true, true));
    assert_eq!(answer.tooltip, Message::with("tooltip_many", ["2".into()]));
    assert!(answer.settings.is_none(), "nothing was set");
}

#[test]
fn a_block_comes_back_and_goes_again() {
    assert_eq!(after(&[Action::Show { node: 20 }]).hide, [40]);
    assert!(!after(&[Action::Show { node: 40 }]).unlock);
    assert_eq!(after(&[Action::Show { node: 20 }, Action::Hide { node: 20 }]).hide, [20, 40]);
    let all = after(&[Action::ShowAll]);
    assert_eq!((all.hide.len(), all.badge.as_str(), all.enabled), (0, "", true));
    assert!(keys(&all).contains(&"button_hide_all") && !keys(&all).contains(&"button_show_all"));
    assert_eq!(after(&[Action::ShowAll, Action::HideAll]).hide, [20, 40]);
}

#[test]
fn an_unsure_block_is_hidden_only_when_picked() {
    assert_eq!(after(&[Action::Hide { node: 50 }]).hide, [20, 40, 50]);
    assert_eq!(after(&[Action::Hide { node: 50 }, Action::Show { node: 50 }]).hide, [20, 40]);
    assert_eq!(after(&[Action::Hide { node: 999 }]).hide, [20, 40], "a number the page never had");
}

#[test]
fn the_switches_reach_as_far_as_they_say() {
    let off = |scope| Action::Scope { scope, on: false };
    let page = after(&[off(Scope::Page)]);
    assert_eq!((page.enabled, page.hide.len(), page.settings), (false, 0, None), "a page is not remembered");
    let site = after(&[off(Scope::Site)]);
    assert_eq!(site.settings.unwrap().sites, [Site::new("news.example", false)]);
    assert!(!site.enabled);
    let everywhere = after(&[off(Scope::Everywhere)]);
    assert!(!everywhere.settings.unwrap().everywhere && !everywhere.enabled);
    assert!(after(&[off(Scope::Site), Action::Scope { scope: Scope::Page, on: true }]).enabled, "the page has the last word");
    assert!(after(&[off(Scope::Site), Action::Toggle { scope: Scope::Site }]).enabled);
}

#[test]
fn a_page_without_a_site_remembers_nothing() {
    let local = Report { host: None, ..report() };
    let answer = act(&Action::Scope { scope: Scope::Site, on: false }, &local, State::default(), Settings::default());
    assert_eq!((answer.enabled, answer.settings), (false, None));
}

#[test]
fn the_summary_has_the_length_that_was_set() {
    let sentences = |a: &Answer| flat(&a.view).iter().filter(|r| r.kind == RowKind::Sentence).count();
    assert_eq!(sentences(&answer()), 3);
    let short = after(&[Action::Length { sentences: 1 }]);
    assert_eq!((sentences(&short), short.settings.unwrap().sentences), (1, 1));
    assert!(after(&[Action::Length { sentences: 77 }]).settings.is_none());
}

#[test]
fn every_hidden_block_is_listed_with_words_reason_and_undo() {
    let answer = answer();
    let rows = flat(&answer.view);
    let blocks: Vec<_> = rows.iter().filter(|r| r.kind == RowKind::Block && r.text.as_deref() != Some("Block 50")).collect();
    assert_eq!(blocks.iter().map(|b| b.text.as_deref().unwrap()).collect::<Vec<_>>(), ["Block 20", "Block 40"]);
    for (block, node) in blocks.iter().zip([20, 40]) {
        assert_eq!(block.rows.first().and_then(|r| r.message.as_ref()).map(|m| m.key.as_str()), Some("clue"));
        assert_eq!(block.rows.last().and_then(|r| r.action.clone()), Some(Action::Show { node }));
    }
    let link = rows.iter().find(|r| r.kind == RowKind::Link).unwrap();
    assert_eq!(link.href.as_deref(), Some("https://news.example/give"));
}

#[test]
fn a_page_that_is_no_article_says_so_and_keeps_its_switches() {
    let page = Report { kind: Kind::Other, blocks: vec![], maybe: vec![], summaries: vec![], support: None, ..report() };
    let answer = Answer::new(&page, State::default(), &Settings::default(), false);
    assert!(keys(&answer).contains(&"note_no_article") && keys(&answer).contains(&"switch_everywhere"));
    assert!(!keys(&answer).contains(&"heading_summary"));
    assert_eq!(answer.badge, "");
}

#[test]
fn reading_time_is_whole_minutes() {
    let answer = answer();
    let row = flat(&answer.view).into_iter().filter_map(|r| r.message.clone()).find(|m| m.key == "reading_time");
    assert_eq!(row, Some(Message::with("reading_time", ["3".into()])));
}

#[test]
fn every_phrase_of_ours_is_in_the_locales() {
    let known = include_str!("../../extension/_locales/en/messages.json");
    let off = after(&[Action::Scope { scope: Scope::Page, on: false }]);
    let shown = after(&[Action::ShowAll]);
    for answer in [answer(), off, shown] {
        for key in keys(&answer).into_iter().chain([answer.tooltip.key.as_str()]).filter(|k| *k != "clue") {
            assert!(known.contains(&format!("\"{key}\"")), "{key}");
        }
    }
}
