//! The boundary of the brain: what the extension's background calls. Everything comes in and goes out; nothing is kept, so a worker
//! that was ended, or an instance that was dropped, loses nothing.
//!
//! What comes in is read by hand, field by field, and what does not fit is left out: settings that are damaged or from a later
//! version cost nothing but themselves. (Deriving it added 60 KB.)

use crate::Engine;
use crate::clutter::Category;
use crate::page::snapshot;
use crate::settings::{LENGTHS, Settings, Site, State};
use crate::view::{self, Action, Answer, Scope};
use js_sys::{Array, Reflect};
use serde::Serialize;
use wasm_bindgen::prelude::*;

/// What follows from a page, the settings and what the reader did: see [`Answer`].
///
/// `pages` holds the page's snapshot and those of the subtrees that came late, in order; `action` what was clicked, or null.
///
/// # Errors
/// A sentence, when the first snapshot is not one. A late one that is not is left out.
#[wasm_bindgen]
pub fn answer(pages: Vec<String>, action: &JsValue, settings: &JsValue, state: &JsValue) -> Result<JsValue, JsError> {
    let engine = Engine::built_in()?;
    let mut pages = pages.iter().map(|text| snapshot::read(text));
    let page = pages.next().unwrap_or_else(|| snapshot::read(""))?;
    let report = engine.report(&page, pages.flatten());
    let (settings, state) = (read_settings(settings), read_state(state));
    let answer = match read_action(action) {
        Some(action) => view::act(&action, &report, state, settings),
        None => Answer::new(&report, state, &settings, false),
    };
    // Objects, not Maps: messages between extension contexts are JSON in Chrome.
    Ok(answer.serialize(&serde_wasm_bindgen::Serializer::json_compatible())?)
}

/// A member of an object; undefined where there is none, or no object.
fn member(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &name.into()).unwrap_or(JsValue::UNDEFINED)
}

/// A whole number that fits.
fn whole(value: &JsValue) -> Option<u32> {
    value.as_f64().filter(|n| n.fract() == 0.0 && (0.0..=f64::from(u32::MAX)).contains(n)).map(|n| n as u32)
}

fn elements(value: &JsValue) -> impl Iterator<Item = JsValue> {
    let array = if Array::is_array(value) { Array::from(value) } else { Array::new() };
    array.into_iter()
}

fn numbers(value: &JsValue) -> Vec<u32> {
    elements(value).filter_map(|n| whole(&n)).collect()
}

fn read_state(value: &JsValue) -> State {
    State { page: member(value, "page").as_bool(), shown: numbers(&member(value, "shown")), hidden: numbers(&member(value, "hidden")) }
}

fn read_settings(value: &JsValue) -> Settings {
    let default = Settings::default();
    let site = |site: JsValue| Some(Site { host: member(&site, "host").as_string()?, on: member(&site, "on").as_bool()? });
    Settings {
        version: default.version,
        everywhere: member(value, "everywhere").as_bool().unwrap_or(default.everywhere),
        sites: elements(&member(value, "sites")).filter_map(site).collect(),
        also: elements(&member(value, "also")).filter_map(|c| Category::parse(&c.as_string()?)).collect(),
        sentences: whole(&member(value, "sentences")).map(|n| n as usize).filter(|n| LENGTHS.contains(n)).unwrap_or(default.sentences),
    }
}

fn read_action(value: &JsValue) -> Option<Action> {
    let node = || whole(&member(value, "node"));
    let scope = || match member(value, "scope").as_string()?.as_str() {
        "page" => Some(Scope::Page),
        "site" => Some(Scope::Site),
        "everywhere" => Some(Scope::Everywhere),
        _ => None,
    };
    Some(match member(value, "do").as_string()?.as_str() {
        "show" => Action::Show { node: node()? },
        "hide" => Action::Hide { node: node()? },
        "showAll" => Action::ShowAll,
        "hideAll" => Action::HideAll,
        "scope" => Action::Scope { scope: scope()?, on: member(value, "on").as_bool()? },
        "toggle" => Action::Toggle { scope: scope()? },
        "length" => Action::Length { sentences: whole(&member(value, "sentences"))? as usize },
        _ => return None,
    })
}
