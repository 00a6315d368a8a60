//! Claims about the boundary of the brain, run as WebAssembly: what comes in may be anything, what goes out is plain and complete.
#![cfg(all(target_arch = "wasm32", feature = "wasm"))]

use js_sys::{Array, JSON, Reflect};
use lede::boundary::{settings_from, settings_to};
use lede::settings::Settings;
use lede::wasm;
use wasm_bindgen::{JsError, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;

const PAGE: &str = "lede-snapshot 1\nurl https://www.news.example/a\nviewport 1280 720\n\n<html\n<body\n<p\n\"Words.\n>\n>\n>\n";

const KNOWLEDGE: &str = concat!(
    include_str!("../src/model.txt"),
    "\n[languages]\n",
    include_str!("../src/text/languages.txt"),
    "\n[phrases en]\n",
    include_str!("../src/clutter/phrases/en.txt"),
    "\n[lexicon any]\n",
    include_str!("../src/text/lexicon/any.txt"),
    "\n[lexicon en]\n",
    include_str!("../src/text/lexicon/en.txt")
);

/// The brain's answer, from a brain that has been started.
fn answer(pages: Vec<String>, action: &JsValue, settings: &JsValue, state: &JsValue) -> Result<JsValue, JsError> {
    wasm::start(KNOWLEDGE)?;
    wasm::answer(pages, action, settings, state, true)
}

/// The same while the sidebar is closed.
fn unseen(pages: Vec<String>, action: &JsValue) -> JsValue {
    wasm::start(KNOWLEDGE).ok().unwrap();
    wasm::answer(pages, action, &JsValue::NULL, &JsValue::NULL, false).ok().unwrap()
}

fn js(json: &str) -> JsValue {
    JSON::parse(json).unwrap()
}

fn text(value: &JsValue) -> String {
    JSON::stringify(value).unwrap().into()
}

fn ask(action: &JsValue, settings: &JsValue) -> JsValue {
    answer(vec![PAGE.to_owned()], action, settings, &JsValue::NULL).ok().unwrap()
}

fn member(value: &JsValue, name: &str) -> JsValue {
    Reflect::get(value, &name.into()).unwrap()
}

/// What JavaScript can hold and JSON cannot.
fn odd() -> Vec<JsValue> {
    let array: JsValue = js_sys::Array::of1(&JsValue::UNDEFINED).into();
    vec![JsValue::UNDEFINED, JsValue::NULL, f64::NAN.into(), JsValue::symbol(None), "text".into(), array, js_sys::Map::new().into()]
}

#[wasm_bindgen_test]
fn whatever_was_stored_there_are_settings() {
    for stored in odd() {
        assert_eq!(settings_from(&stored), Settings::default());
    }
}

#[wasm_bindgen_test]
fn asking_settings_that_are_not_there_leaves_nothing_behind() {
    let held = || member(&member(&wasm_bindgen::memory(), "buffer"), "byteLength").as_f64().unwrap();
    let ask = |times| (0..times).for_each(|_| drop(wasm::menu(&JsValue::NULL)));
    ask(100);
    let before = held();
    ask(10_000);
    assert_eq!(held(), before);
}

#[wasm_bindgen_test]
fn whatever_comes_in_there_is_an_answer() {
    for value in odd() {
        let answer = answer(vec![PAGE.to_owned()], &value, &value, &value).ok().unwrap();
        assert_eq!(member(&answer, "enabled"), JsValue::TRUE);
        assert!(member(&answer, "settings").is_null());
    }
    assert!(answer(vec![], &JsValue::NULL, &JsValue::NULL, &JsValue::NULL).is_err());
}

#[wasm_bindgen_test]
fn settings_survive_the_way_out_and_in() {
    let stored = js(r#"{"version":2,"everywhere":false,"sites":[{"host":"a.example","on":true,"modes":[{"category":"ad","mode":"dim"}]}],
        "modes":[{"category":"related","mode":"hide"}],"blocks":[{"host":"a.example","block":"aside 1a2b3c4d /main 0"}],
        "sentences":6,"appearance":{"theme":"dark","side":"left","width":300,"text":150,"page":"push"},"syncAppearance":true}"#);
    let settings = settings_from(&stored);
    let written = settings_to(&JsValue::NULL, &settings);
    assert_eq!(settings_from(&written), settings);
    assert_eq!(settings_from(&js(&text(&written))), settings, "plain objects, no Maps");
    assert!(settings != Settings::default());
}

#[wasm_bindgen_test]
fn what_a_later_lede_stored_is_stored_again() {
    let later = js(r#"{"version":7,"moon":{"phase":3},"everywhere":true}"#);
    let off = js(r#"{"do":"scope","scope":"site","on":false}"#);
    let changed = member(&ask(&off, &later), "settings");
    assert_eq!(text(&member(&changed, "moon")), r#"{"phase":3}"#);
    assert_eq!(member(&changed, "version").as_f64(), Some(7.0));
    assert_eq!(text(&member(&changed, "sites")), r#"[{"host":"news.example","on":false}]"#);
}

#[wasm_bindgen_test]
fn the_first_form_is_stored_as_the_second() {
    let first = js(r#"{"version":1,"also":["related"]}"#);
    let written = settings_to(&first, &settings_from(&first));
    assert_eq!(text(&member(&written, "modes")), r#"[{"category":"related","mode":"hide"}]"#);
    assert_eq!((member(&written, "version").as_f64(), member(&written, "also")), (Some(2.0), JsValue::UNDEFINED));
}

const HEAD: &str = "lede-snapshot 1\nurl https://news.example/harbour\nviewport 1280 720\n\n";

/// An article of six paragraphs with a newsletter box, element number 12, after it.
fn article() -> String {
    let paragraphs: String = [
        "The harbour authority of Velm said on Monday that the old breakwater would be rebuilt over three summers, at a cost of 40 million crowns.",
        "Divers who inspected the stones in April found that every fourth block had moved since the storm of last November, the authority wrote.",
        "\u{201c}We have waited long enough, and the sea has not,\u{201d} said Marta Lindqvist, who has led the authority since 2019.",
        "Fishing boats will use the northern basin while the work goes on, and the ferry to the islands will keep to its timetable.",
        "The council is to vote on the plan in June. Two of its nine members have said that they would rather see a smaller wall.",
        "Work could begin in the spring of next year, when the weather allows divers to go down again.",
    ]
    .iter()
    .map(|p| format!("<p\n\"{p}\n>\n"))
    .collect();
    format!(
        "{HEAD}<html\tlang=en\n<head\n<meta\tproperty=og:type\tcontent=article\n>\n>\n<body\n<article\n<h1\n\"Breakwater of Velm to be rebuilt\n>\n{paragraphs}>\n\
         <div\tclass=newsletter-box\n<h3\n\"Sign up for our newsletter\n>\n<p\n\"The week in Velm, in your inbox every Friday.\n>\n\
         <form\taction=/newsletter\n<input\ttype=email\tname=email\tplaceholder=Your email\n>\n<button\n\"Subscribe\n>\n>\n>\n>\n>"
    )
}

fn think(pages: Vec<String>, action: &str, settings: &str, state: &str) -> JsValue {
    answer(pages, &js(action), &js(settings), &js(state)).ok().unwrap()
}

fn hidden(answer: &JsValue) -> Vec<f64> {
    Array::from(&member(answer, "hide")).iter().filter_map(|n| n.as_f64()).collect()
}

#[wasm_bindgen_test]
fn a_sidebar_that_nobody_sees_has_no_rows_and_everything_else_is_the_same() {
    let rows = |answer: &JsValue| Array::from(&member(answer, "view")).length();
    let (seen, closed) = (think(vec![article()], "null", "null", "null"), unseen(vec![article()], &JsValue::NULL));
    assert!(rows(&seen) > 0);
    assert_eq!(rows(&closed), 0);
    assert_eq!(hidden(&closed), [12.0]);
    Reflect::set(&seen, &"view".into(), &Array::new()).unwrap();
    assert_eq!(text(&seen), text(&closed));
    // What was done may have failed, and the rows say so when the sidebar is opened.
    assert!(rows(&unseen(vec![article()], &js(r#"{"do":"toggle","scope":"page"}"#))) > 0);
}

#[wasm_bindgen_test]
fn a_page_is_answered_in_plain_objects() {
    let answer = think(vec![article()], "null", "null", "null");
    assert_eq!(hidden(&answer), [12.0]);
    assert_eq!(member(&answer, "badge").as_string().as_deref(), Some("1"));
    assert_eq!(member(&answer, "enabled").as_bool(), Some(true));
    let text = JSON::stringify(&answer).expect("it survives being made JSON").as_string().expect("text");
    assert!(text.contains("The harbour authority of Velm"), "the summary is in the view");
    assert!(member(&answer, "settings").is_null(), "nothing is to be stored");
}

#[wasm_bindgen_test]
fn what_a_click_changes_comes_back_to_be_kept() {
    let shown = think(vec![article()], r#"{"do":"show","node":12}"#, "null", "null");
    assert!(hidden(&shown).is_empty());
    let state = JSON::stringify(&member(&shown, "state")).expect("JSON").as_string().expect("text");
    assert!(hidden(&think(vec![article()], "null", "null", &state)).is_empty(), "the state remembers it");
    assert_eq!(hidden(&think(vec![article()], r#"{"do":"hide","node":12}"#, "null", &state)), [12.0]);
    let off = think(vec![article()], r#"{"do":"scope","scope":"site","on":false}"#, "null", "null");
    let settings = JSON::stringify(&member(&off, "settings")).expect("JSON").as_string().expect("text");
    assert!(settings.contains(r#""sites":[{"host":"news.example","on":false}]"#), "{settings}");
    assert_eq!(member(&think(vec![article()], "null", &settings, "null"), "enabled").as_bool(), Some(false));
}

#[wasm_bindgen_test]
fn a_late_subtree_is_judged_and_its_ancestors_are_left_alone() {
    let late = format!(
        "{HEAD}<html\t:n=0\t:context\n<body\t:n=3\t:context\n<div\t:n=40\tclass=modal\trole=dialog\t:fixed\t:cover=1\n<h2\n\"Support our reporting\n>\n\
         <p\n\"Our journalism depends on readers. Please make a donation today: every contribution helps.\n>\n<a\thref=/donate\n\"Donate now\n>\n>\n>\n>"
    )
    .replacen("lede-snapshot 1\n", "lede-snapshot 1\nfragment\n", 1);
    let answer = think(vec![article(), late], "null", "null", "null");
    assert_eq!(hidden(&answer), [12.0, 40.0]);
    assert_eq!(member(&answer, "unlock").as_bool(), Some(true));
}

#[wasm_bindgen_test]
fn what_is_no_snapshot_is_refused_with_a_sentence() {
    for pages in [vec![], vec!["<html>".to_owned()]] {
        let error = answer(pages, &JsValue::NULL, &JsValue::NULL, &JsValue::NULL).map_err(JsValue::from).expect_err("no snapshot");
        let message = member(&error, "message").as_string().expect("a message");
        assert!(message.starts_with("This is not a page snapshot"), "{message}");
    }
    let answer = think(vec![article(), "late and broken".to_owned()], "null", "null", "null");
    assert_eq!(hidden(&answer), [12.0], "a late one that is none is left out");
}

#[wasm_bindgen_test]
fn a_picked_block_is_kept_by_its_shape_and_found_by_it_alone() {
    let with_rail =
        |page: String| format!("{}\n<aside\tclass=tide-table\n<p\n\"High water at six\n>\n>\n>\n>", page.strip_suffix("\n>\n>").unwrap());
    let page = with_rail(article());
    let rail = 18.0;
    let picked = think(vec![page.clone()], r#"{"do":"pick","node":19}"#, "null", "null");
    assert_eq!(hidden(&picked), [12.0, rail]);
    let settings = text(&member(&picked, "settings"));
    assert!(settings.contains("\"blocks\":[{") && !settings.contains("tide") && !settings.contains("water"), "{settings}");
    assert_eq!(hidden(&think(vec![page.clone()], "null", &settings, "null")), [12.0, rail]);
    let refused = think(vec![page], r#"{"do":"pick","node":4}"#, "null", "null");
    assert!(hidden(&refused) == [12.0] && member(&refused, "settings").is_null());
}

#[wasm_bindgen_test]
fn what_holds_on_any_page_is_told_by_settings_and_address() {
    let holds = |settings: &str| wasm::anywhere(&js(settings), "https://www.news.example/story");
    for quiet in [
        "null",
        "7",
        r#"{"sentences":6}"#,
        r#"{"sites":[{"host":"other.example","on":false}],"blocks":[{"host":"example","block":"aside 1a2b3c4d /main 0"}]}"#,
    ] {
        assert!(!holds(quiet), "{quiet}");
    }
    for loud in [
        r#"{"everywhere":false}"#,
        r#"{"modes":[{"category":"related","mode":"hide"}]}"#,
        r#"{"sites":[{"host":"news.example","on":false}]}"#,
        r#"{"blocks":[{"host":"news.example","block":"aside 1a2b3c4d /main 0"}]}"#,
    ] {
        assert!(holds(loud), "{loud}");
    }
}

#[wasm_bindgen_test]
fn the_menu_ticks_what_is_hidden_beside_the_appeals() {
    wasm::start(KNOWLEDGE).ok().unwrap();
    assert_eq!(text(&wasm::menu(&JsValue::NULL)), r#"{"consent":false,"related":false,"social":false,"ad":false,"comments":false}"#);
    let changed = think(vec![article()], r#"{"do":"also","category":"related","on":true}"#, "null", "null");
    assert_eq!(member(&wasm::menu(&member(&changed, "settings")), "related"), JsValue::TRUE);
}
