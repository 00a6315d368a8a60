//! The first-run page: what Lede does, shown on a small article that the brain itself has read, the button, the permission.

use super::browser::{self, say};
use super::draw::{Drawn, by_id, control, document, hit, listen};
use super::words;
use crate::boundary::settings_from;
use crate::settings::Raw;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Document, Element, HtmlElement, Node};

#[wasm_bindgen(raw_module = "../brain/lede.js")]
extern "C" {
    #[wasm_bindgen(catch, js_name = default)]
    fn load_brain() -> Result<js_sys::Promise, JsValue>;
    #[wasm_bindgen(catch, js_name = start)]
    fn start_brain(knowledge: &str) -> Result<(), JsValue>;
    #[wasm_bindgen(catch, js_name = answer)]
    fn ask_brain(pages: Vec<String>, action: &JsValue, settings: &JsValue, state: &JsValue) -> Result<JsValue, JsValue>;
}

/// Attributes of the sample that the snapshot carries: its own few.
const ATTRIBUTES: [&str; 7] = ["class", "href", "type", "name", "placeholder", "action", "lang"];

/// Starts the page.
pub async fn start() -> Drawn<()> {
    let document = document()?;
    browser::speak(settings_from(&browser::stored().await.unwrap_or_default()).language).await;
    words::fill(&document)?;
    let before = by_id(&document, "before")?;
    let after = by_id(&document, "after")?;
    for child in children(&before) {
        after.append_child(&child.clone_node_with_deep(true)?)?;
    }
    slide(&document)?;
    let phone = web_sys::window().is_some_and(|w| w.navigator().user_agent().unwrap_or_default().contains("Android"));
    let key = match (phone, browser::is_firefox()) {
        (true, _) => "welcome_pin_phone",
        (_, true) => "welcome_pin_firefox",
        _ => "welcome_pin_chrome",
    };
    by_id(&document, "pin")?.set_text_content(Some(&say(key, &[])));
    permission(&document)?;
    spawn_local(async move {
        // Without an answer the article stays as it is: then the two sides are the same, and nothing is claimed that is not so.
        let _ = tidy(&after).await;
        let _ = document.document_element().map(|e| e.set_attribute("data-ready", ""));
    });
    Ok(())
}

fn slide(document: &Document) -> Drawn<()> {
    let compare = by_id(document, "compare")?;
    listen(by_id(document, "slider")?.as_ref(), "input", move |event| {
        if let Some(slider) = control(&event) {
            let _ = compare.style().set_property("--at", &format!("{}%", slider.value()));
        }
    })
}

fn permission(document: &Document) -> Drawn<()> {
    let (button, status) = (by_id(document, "permission")?, by_id(document, "status")?);
    let show = {
        let button = button.clone();
        move || {
            let button = button.clone();
            spawn_local(async move { button.set_hidden(browser::may_run().await) });
        }
    };
    show();
    browser::when_permitted(show);
    listen(document, "click", move |event| {
        if hit(&event, "[data-do=permission]").is_none() {
            return;
        }
        let (asked, status) = (browser::ask_to_run(), status.clone());
        spawn_local(async move {
            let key = if asked.await { "options_permission_given" } else { "options_permission_refused" };
            status.set_text_content(Some(&say(key, &[])));
        });
    })
}

/// Hides in the sample what the brain says is to be hidden.
async fn tidy(sample: &HtmlElement) -> Drawn<()> {
    let mut elements: Vec<Element> = Vec::new();
    let snapshot = snapshot(sample, &mut elements);
    JsFuture::from(load_brain()?).await?;
    start_brain(&browser::own_file("brain/knowledge.txt").await?)?;
    let answer = ask_brain(vec![snapshot], &JsValue::NULL, &JsValue::NULL, &JsValue::NULL)?;
    for number in answer.member("hide").and_then(|h| h.elements()).unwrap_or_default() {
        if let Some(element) = number.whole().and_then(|n| elements.get(n as usize)) {
            element.set_attribute("hidden", "")?;
        }
    }
    Ok(())
}

/// The sample as a page of its own, in the form that the brain reads; `elements` are filled by their numbers in it.
fn snapshot(sample: &HtmlElement, elements: &mut Vec<Element>) -> String {
    let mut text = String::from("lede-snapshot 1\nurl https://news.example/ferry\nviewport 880 900\n\n<html\tlang=en\n<body\n");
    // The two lines above are elements 0 and 1.
    elements.extend([sample.clone().into(), sample.clone().into()]);
    let mut open: Vec<std::vec::IntoIter<Node>> = vec![children(sample).into_iter()];
    while let Some(level) = open.last_mut() {
        match level.next() {
            None => {
                text.push_str(">\n");
                open.pop();
            }
            Some(node) => match node.dyn_ref::<Element>() {
                Some(element) => {
                    text.push('<');
                    text.push_str(&element.local_name());
                    for name in ATTRIBUTES {
                        if let Some(value) = element.get_attribute(name) {
                            text.push_str(&format!("\t{name}={value}"));
                        }
                    }
                    text.push('\n');
                    elements.push(element.clone());
                    open.push(children(element).into_iter());
                }
                None => {
                    text.push('"');
                    text.push_str(&node.text_content().unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" "));
                    text.push('\n');
                }
            },
        }
    }
    text.push_str(">\n");
    text
}

fn children(node: &Node) -> Vec<Node> {
    let list = node.child_nodes();
    (0..list.length()).filter_map(|i| list.get(i)).filter(|n| n.node_type() != Node::COMMENT_NODE).collect()
}
