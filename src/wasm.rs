//! The boundary of the brain: what the extension's background calls. Everything comes in and goes out; nothing of a page is kept, so a
//! worker that was ended, or an instance that was dropped, loses nothing.

use crate::boundary::{settings_from, settings_to, value};
use crate::clutter::Category;
use crate::page::{Page, address, snapshot};
use crate::report::Report;
use crate::settings::{Raw, State};
use crate::view::{self, Action, Answer, Scope};
use crate::{Engine, own};
use js_sys::{Object, Reflect};
use std::cell::OnceCell;
use wasm_bindgen::prelude::*;

thread_local! {
    /// The judges, read once: they are the same for every page.
    static ENGINE: OnceCell<Engine> = const { OnceCell::new() };
}

/// Hands over what was learned, the phrases and the words: the model file with sections `[phrases en]`, `[lexicon en]` and so on.
///
/// # Errors
/// A sentence with the line that cannot be read.
#[wasm_bindgen]
pub fn start(knowledge: &str) -> Result<(), JsError> {
    let engine = Engine::new(knowledge)?;
    // A second start changes nothing: the file is the same.
    ENGINE.with(|slot| drop(slot.set(engine)));
    Ok(())
}

/// What follows from a page, the settings and what the reader did: see [`Answer`].
///
/// `pages` holds the page's snapshot and those of the subtrees that came late, in order; `action` what was clicked, or null. The sidebar's
/// rows are worked out where it is `open` or the reader did something, and are none otherwise: most pages are left without a look at it.
///
/// # Errors
/// A sentence, when the brain was not started, or the first snapshot is not one. A late one that is not is left out.
#[wasm_bindgen]
pub fn answer(pages: Vec<String>, action: &JsValue, settings: &JsValue, state: &JsValue, open: bool) -> Result<JsValue, JsError> {
    let seen = open || !action.is_null();
    let mut read = pages.iter().map(|text| snapshot::read(text));
    let first = read.next().unwrap_or_else(|| snapshot::read(""))?;
    let pages: Vec<Page> = std::iter::once(first).chain(read.flatten()).collect();
    let (page, late) = pages.split_first().ok_or_else(|| JsError::new("no page"))?;
    let mut report = ENGINE
        .with(|engine| engine.get().map(|e| if seen { e.report(page, late) } else { e.glance(page, late) }))
        .ok_or_else(|| JsError::new("The brain was not started."))?;
    let (mine, state) = (settings_from(settings), read_state(state));
    own::find(&mut report, &pages, &mine, &state);
    let mut answer = match read_action(action, &report, &pages) {
        Some(action) => view::act(&action, &mut report, state, mine),
        None => Answer::new(&report, state, &mine, false),
    };
    if !seen {
        answer.view.clear();
    }
    let out = value(&answer);
    if let Some(changed) = &answer.settings {
        let _ = Reflect::set(&out, &"settings".into(), &settings_to(settings, changed));
    }
    Ok(out)
}

/// The ticks of the toolbar button's menu: whether each category that is no appeal is hidden, by its name.
#[wasm_bindgen]
pub fn menu(settings: &JsValue) -> JsValue {
    let ticks = Object::new();
    for (category, on) in view::also_hidden(&settings_from(settings)) {
        let _ = Reflect::set(&ticks, &category.as_str().into(), &on.into());
    }
    ticks.into()
}

/// Whether the reader has set something that may be seen on the page at an address whatever it holds.
#[wasm_bindgen]
pub fn anywhere(settings: &JsValue, url: &str) -> bool {
    settings_from(settings).anywhere(address::host(url).as_deref())
}

fn numbers(value: &JsValue, name: &str) -> Vec<u32> {
    value.member(name).and_then(|l| l.elements()).into_iter().flatten().filter_map(|n| n.whole()).collect()
}

fn read_state(value: &JsValue) -> State {
    State {
        page: value.member("page").and_then(|p| p.flag()),
        shown: numbers(value, "shown"),
        hidden: numbers(value, "hidden"),
        picked: numbers(value, "picked"),
    }
}

fn read_action(value: &JsValue, report: &Report, pages: &[Page]) -> Option<Action> {
    let word = |name| value.member(name)?.text();
    let number = |name| value.member(name)?.whole();
    let node = || number("node");
    let scope = || match word("scope")?.as_str() {
        "page" => Some(Scope::Page),
        "site" => Some(Scope::Site),
        "everywhere" => Some(Scope::Everywhere),
        _ => None,
    };
    Some(match word("do")?.as_str() {
        "show" => Action::Show { node: node()? },
        "hide" => Action::Hide { node: node()? },
        "keep" => Action::Keep { node: node()? },
        "giveUp" => Action::GiveUp { node: node()? },
        // The latest page that has the element, since a subtree may have come back changed.
        "pick" => Action::Pick { block: node().and_then(|n| pages.iter().rev().find_map(|page| own::pick(report, page, n))) },
        "forget" => Action::Forget { node: node()? },
        "showAll" => Action::ShowAll,
        "hideAll" => Action::HideAll,
        "scope" => Action::Scope { scope: scope()?, on: value.member("on")?.flag()? },
        "toggle" => Action::Toggle { scope: scope()? },
        "also" => Action::Also { category: Category::parse(&word("category")?)?, on: value.member("on")?.flag()? },
        "width" => Action::Width { width: number("width")? },
        "length" => Action::Length { sentences: number("sentences")? as usize },
        _ => return None,
    })
}
