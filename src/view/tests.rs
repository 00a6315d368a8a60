//! Claims about what the reader sees and may do.

use super::*;
use crate::article::Kind;
use crate::clutter::Category;
use crate::page::fingerprint::Fingerprint;
use crate::report::{Block, Body, Link, Place, Summary};
use crate::settings::Site;
use crate::summary::{Fact, FactKind, Quote, Sentence};

fn block(node: u32, category: Category) -> Block {
    Block {
        node,
        category,
        confidence: 0.9,
        clues: vec![Message::new("clue")],
        quote: format!("Block {node}"),
        overlay: node == 40,
        frame: node,
        shape: Fingerprint::parse(&format!("aside {node:08x} / 0")),
    }
}

fn report() -> Report {
    let sentence = |node: u32| Sentence { text: format!("Sentence {node}."), node };
    Report {
        kind: Kind::Article,
        url: "https://news.example/a(1)#part".into(),
        host: Some("news.example".into()),
        lang: Some("en".into()),
        headline: Some(Place { node: Some(7), text: "Headline".into() }),
        standfirst: None,
        byline: Some("A. Writer".into()),
        published: Some("2026-05-02T10:00:00Z".into()),
        site: Some("The News".into()),
        article: Body { nodes: vec![9], words: 477, locked: false, paragraphs: vec![] },
        blocks: vec![block(20, Category::Donation), block(30, Category::Related), block(40, Category::Newsletter)],
        maybe: vec![block(50, Category::Subscribe)],
        own: vec![],
        shared: vec![],
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
        let next = act(action, &mut report(), answer.state, settings.clone());
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
fn the_day_that_a_weekday_means_is_told_in_the_readers_form() {
    let fact = |name: &str, day: Option<&str>| Fact {
        kind: FactKind::Date,
        name: name.into(),
        day: day.map(str::to_owned),
        count: 1,
        sentence: Sentence { text: "It rained.".into(), node: 12 },
    };
    let report = Report { facts: vec![fact("Friday", Some("2026-05-01")), fact("May 3, 2025", None)], ..report() };
    let answer = Answer::new(&report, State::default(), &Settings::default(), false);
    let shown: Vec<_> =
        flat(&answer.view).iter().filter(|r| r.kind == RowKind::Fact).map(|r| (r.text.as_deref(), r.date.as_deref())).collect();
    assert_eq!(shown, [(Some("Friday"), Some("2026-05-01")), (Some("May 3, 2025"), None)]);
}

#[test]
fn a_support_link_that_is_a_picture_is_named_by_its_host() {
    let bare = Report { support: Some(Link { href: "https://news.example/give".into(), label: String::new() }), ..report() };
    let answer = Answer::new(&bare, State::default(), &Settings::default(), false);
    let link = flat(&answer.view).into_iter().find(|r| r.href.is_some()).unwrap();
    assert_eq!(link.text.as_deref(), Some("news.example"));
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
    let mut local = Report { host: None, ..report() };
    let answer = act(&Action::Scope { scope: Scope::Site, on: false }, &mut local, State::default(), Settings::default());
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
    let blocks = rows.iter().filter(|r| r.kind == RowKind::Block);
    let told = blocks.map(|b| flat(&b.rows)).map(|inner| {
        let text = inner.iter().find_map(|r| r.text.clone()).unwrap();
        let reason = inner.iter().find_map(|r| r.message.clone()).unwrap();
        (text, reason.key, inner.iter().find_map(|r| r.action.clone()).unwrap())
    });
    let wanted = [
        ("20", "clue", Action::Show { node: 20 }),
        ("40", "clue", Action::Show { node: 40 }),
        ("50", "kind_subscribe", Action::Hide { node: 50 }),
    ];
    assert_eq!(told.collect::<Vec<_>>(), wanted.map(|(n, key, action)| (format!("Block {n}"), key.to_owned(), action)));
    let heading = rows.iter().find(|r| r.message.as_ref().is_some_and(|m| m.key == "kind_donation")).unwrap();
    assert_eq!(heading.text.as_deref(), Some("1"), "how many there are of a kind");
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
fn reading_time_is_whole_minutes_and_tens_of_seconds() {
    let answer = answer();
    let row = flat(&answer.view).into_iter().filter_map(|r| r.message.clone()).find(|m| m.key.starts_with("reading_time"));
    assert_eq!(row, Some(Message::with("reading_time_seconds", ["3".into(), "10".into()])));
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

#[test]
fn a_kept_block_stays_on_the_site_and_can_be_given_up() {
    let kept = after(&[Action::Keep { node: 20 }]);
    assert_eq!(kept.hide, [40]);
    assert_eq!(kept.settings.as_ref().unwrap().kept.len(), 1);
    assert!(keys(&kept).contains(&"reason_kept") && !keys(&kept).contains(&"button_hide_all"));
    assert_eq!(after(&[Action::Keep { node: 20 }, Action::GiveUp { node: 20 }]).hide, [20, 40]);
    assert_eq!(after(&[Action::Keep { node: 999 }]).hide, [20, 40]);
}

#[test]
fn a_picked_block_is_hidden_listed_and_forgotten() {
    let own = |shape: Option<&str>| Own { node: 60, quote: "Weather".into(), shape: shape.and_then(Fingerprint::parse) };
    let pick = |shape| {
        let mut report = report();
        let action = Action::Pick { block: Some(own(shape)) };
        let answer = act(&action, &mut report, State::default(), Settings::default());
        (report, answer)
    };
    let (mut report, answer) = pick(Some("aside 0000abcd / 0"));
    assert_eq!((answer.hide, answer.badge.as_str()), (vec![20, 40, 60], "3"));
    let settings = answer.settings.unwrap();
    assert_eq!(settings.blocks.len(), 1);
    let shown = act(&Action::Show { node: 60 }, &mut report, answer.state.clone(), settings.clone());
    assert_eq!(shown.hide, [20, 40]);
    let forgotten = act(&Action::Forget { node: 60 }, &mut report, answer.state, settings);
    assert_eq!(forgotten.hide, [20, 40]);
    assert!(forgotten.settings.unwrap().blocks.is_empty());
    assert!(!flat(&forgotten.view).iter().any(|r| r.text.as_deref() == Some("Weather")));
    let (_, here) = pick(None);
    assert_eq!((here.hide.len(), here.settings), (3, None), "what cannot be known again is hidden on this page alone");
    let refused = after(&[Action::Pick { block: None }]);
    assert_eq!((refused.hide, refused.status.key.as_str()), (vec![20, 40], "note_must_stay"));
}

#[test]
fn a_dimmed_category_leaves_a_line_and_an_overlay_never_does() {
    let mut settings = Settings::default();
    settings.set_mode(Category::Donation, Mode::Dim);
    settings.set_mode_on("news.example", Category::Newsletter, Some(Mode::Dim));
    let answer = Answer::new(&report(), State::default(), &settings, false);
    assert_eq!(answer.dim, [Dimmed { node: 20, message: Message::new("kind_donation") }]);
    assert_eq!((answer.hide, answer.badge.as_str()), (vec![40], "2"));
}

#[test]
fn a_site_has_the_last_word_on_a_category() {
    let mut settings = Settings::default();
    settings.set_mode_on("news.example", Category::Donation, Some(Mode::Leave));
    assert_eq!(Answer::new(&report(), State::default(), &settings, false).hide, [40]);
    assert!(also_hidden(&settings).all(|(_, on)| !on));
    let also = after(&[Action::Also { category: Category::Related, on: true }]);
    assert_eq!(also.hide, [20, 30, 40]);
    assert_eq!(also_hidden(&also.settings.unwrap()).filter(|(_, on)| *on).count(), 1);
}

#[test]
fn a_block_takes_the_frame_along_that_it_alone_filled() {
    let mut report = report();
    report.blocks[0].frame = 19;
    assert_eq!(Answer::new(&report, State::default(), &Settings::default(), false).hide, [19, 40]);
}

#[test]
fn a_frame_goes_when_the_last_of_its_blocks_does() {
    let report = Report { shared: vec![(18, vec![20, 40])], ..report() };
    let answer = |state: State| Answer::new(&report, state, &Settings::default(), false);
    let all = answer(State::default());
    assert_eq!((all.hide, all.badge.as_str()), (vec![20, 40, 18], "2"));
    assert_eq!(answer(State { shown: vec![20], ..State::default() }).hide, [40]);
    let mut dim = Settings::default();
    dim.set_mode(Category::Donation, Mode::Dim);
    assert_eq!(Answer::new(&report, State::default(), &dim, false).hide, [40], "a line that stays needs its frame");
}

#[test]
fn the_width_stays_within_bounds_and_the_page_moves_where_there_is_room() {
    let wide = after(&[Action::Width { width: 9000 }]);
    assert_eq!((wide.look.width, wide.look.push), (720, Some(1440)));
    let mut settings = Settings::default();
    settings.appearance.page = crate::settings::PageRoom::Overlay;
    assert_eq!(Answer::new(&report(), State::default(), &settings, false).look.push, None);
}

/// What a tool of the sidebar would copy.
fn copied(report: &Report) -> Vec<String> {
    let answer = Answer::new(report, State::default(), &Settings::default(), false);
    let copy = |r: &&Row| if let Some(Action::Copy { text }) = &r.action { Some(text.clone()) } else { None };
    flat(&answer.view).iter().filter_map(copy).collect()
}

#[test]
fn the_summary_is_copied_with_title_address_and_quotes() {
    let mut report = report();
    report.quotes = vec![Quote {
        speaker: "Ana *Roe*".into(),
        role: Some("mayor".into()),
        through: Some("Ryd Post".into()),
        text: "We [will] go.".into(),
        reported: false,
        sentence: Sentence { text: String::new(), node: 12 },
    }];
    let [text, markdown] = copied(&report).try_into().unwrap();
    assert_eq!(
        text,
        "Headline\nThe News · A. Writer\nhttps://news.example/a(1)\n\nSentence 10.\n\nSentence 12.\n\nSentence 15.\n\n“We [will] go.” (Ana *Roe*, mayor · Ryd Post)\n"
    );
    assert_eq!(
        markdown,
        "# [Headline](https://news.example/a%281%29)\n\nThe News · A. Writer\n\n- Sentence 10.\n- Sentence 12.\n- Sentence 15.\n\n> “We \\[will\\] go.” — Ana \\*Roe\\*, mayor · Ryd Post\n"
    );
}

#[test]
fn each_state_is_said_in_a_sentence() {
    let states: [(&str, Report); 5] = [
        ("note_too_short", Report { summaries: vec![], article: Body { words: 40, ..Body::default() }, ..report() }),
        ("note_too_short", Report { article: Body { words: 59, ..Body::default() }, ..report() }),
        ("note_language", Report { summaries: vec![], article: Body { words: 400, ..Body::default() }, ..report() }),
        ("note_locked", Report { article: Body { locked: true, words: 400, ..Body::default() }, ..report() }),
        ("note_partial", Report { partial: true, ..report() }),
    ];
    let known = include_str!("../../extension/_locales/en/messages.json");
    for (key, report) in states {
        let answer = Answer::new(&report, State::default(), &Settings::default(), false);
        assert!(keys(&answer).contains(&key), "{key}");
        assert!(known.contains(&format!("\"{key}\"")), "{key}");
    }
}

#[test]
fn long_lists_are_folded_and_short_ones_are_not() {
    let open = |answer: &Answer, key: &str| {
        flat(&answer.view).into_iter().find(|r| r.message.as_ref().is_some_and(|m| m.key == key)).and_then(|r| r.open)
    };
    let quote = |node| Quote {
        speaker: "A".into(),
        role: None,
        through: None,
        text: "So.".into(),
        reported: true,
        sentence: Sentence { text: "So.".into(), node },
    };
    let mut report = report();
    report.quotes = (0..5).map(quote).collect();
    report.outline = (0..3).map(|node| Sentence { text: "Part".into(), node }).collect();
    report.outline.push(Sentence { text: "Headline".into(), node: 7 });
    let answer = Answer::new(&report, State::default(), &Settings::default(), false);
    assert_eq!((open(&answer, "heading_more"), open(&answer, "heading_outline")), (Some(false), Some(true)));
    let parts = flat(&answer.view).into_iter().filter(|r| matches!(&r.action, Some(Action::Jump { text, .. }) if text == "Headline"));
    assert_eq!(parts.count(), 1, "the headline is the title, and no part of its own story");
    assert_eq!(open(&answer, "heading_clutter"), None, "what was done to the page is never folded away");
}
