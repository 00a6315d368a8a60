//! Claims about the boundary of the brain, run as WebAssembly: what comes in may be anything, what goes out is plain and complete.
#![cfg(all(target_arch = "wasm32", feature = "wasm"))]

use js_sys::{JSON, Reflect};
use lede::boundary::{settings_from, settings_to};
use lede::settings::Settings;
use lede::wasm::answer;
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

const PAGE: &str = "lede-snapshot 1\nurl https://www.news.example/a\nviewport 1280 720\n\n<html\n<body\n<p\n\"Words.\n>\n>\n>\n";

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
