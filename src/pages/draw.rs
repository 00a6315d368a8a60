//! Elements found, made and listened to.

use wasm_bindgen::prelude::*;
use web_sys::{Document, Element, Event, EventTarget, HtmlElement, HtmlInputElement};

/// What most of drawing gives: an element, or what the browser threw.
pub type Drawn<T> = Result<T, JsValue>;

/// The document of this page.
pub fn document() -> Drawn<Document> {
    web_sys::window().and_then(|w| w.document()).ok_or_else(|| "no document".into())
}

/// The element of this id, which the page's HTML file has.
pub fn by_id(document: &Document, id: &str) -> Drawn<HtmlElement> {
    document.get_element_by_id(id).and_then(|e| e.dyn_into().ok()).ok_or_else(|| format!("no element {id}").into())
}

/// The elements that match, in document order.
pub fn all(document: &Document, selector: &str) -> Drawn<Vec<HtmlElement>> {
    let list = document.query_selector_all(selector)?;
    Ok((0..list.length()).filter_map(|i| list.get(i)?.dyn_into().ok()).collect())
}

/// A new element at the end of another, with a class and a text; either may be empty.
pub fn put(parent: &Element, tag: &str, class: &str, text: &str) -> Drawn<HtmlElement> {
    let document = parent.owner_document().ok_or("no document")?;
    let element: HtmlElement = document.create_element(tag)?.unchecked_into();
    if !class.is_empty() {
        element.set_class_name(class);
    }
    if !text.is_empty() {
        element.set_text_content(Some(text));
    }
    parent.append_child(&element)?;
    Ok(element)
}

/// Takes everything out of an element.
pub fn clear(element: &Element) {
    element.set_text_content(None);
}

/// The value of a `data-` attribute, empty where there is none.
pub fn data(element: &Element, name: &str) -> String {
    element.get_attribute(&format!("data-{name}")).unwrap_or_default()
}

/// Calls `hear` for every event of a type that reaches `target`, as long as the page lives.
pub fn listen(target: &EventTarget, event: &str, hear: impl FnMut(Event) + 'static) -> Drawn<()> {
    let closure = Closure::<dyn FnMut(Event)>::new(hear);
    target.add_event_listener_with_callback(event, closure.as_ref().unchecked_ref())?;
    closure.forget();
    Ok(())
}

/// The element that an event happened to, or the nearest around it that matches.
pub fn hit(event: &Event, selector: &str) -> Option<HtmlElement> {
    event.target()?.dyn_into::<Element>().ok()?.closest(selector).ok()??.dyn_into().ok()
}

/// The control that an event happened to.
pub fn control(event: &Event) -> Option<HtmlInputElement> {
    event.target()?.dyn_into().ok()
}
