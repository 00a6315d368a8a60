//! Controls of which each holds one setting: its name is the setting's, its value what it is set to ([`Settings::field`]).

use super::super::browser::say;
use super::super::draw::{Drawn, all, by_id, control, data, put};
use crate::clutter::Category;
use crate::settings::{Mode, Settings, TEXT_SIZES, Theme, WIDTHS};
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, Event, HtmlInputElement, HtmlSelectElement};

/// Name and value of the control that an event happened to: a switch is `on` or `off`.
pub fn chosen(event: &Event) -> Option<(String, String)> {
    let target = event.target()?;
    if let Some(select) = target.dyn_ref::<HtmlSelectElement>() {
        return Some((select.name(), select.value()));
    }
    let input = control(event)?;
    let switch = input.type_() == "checkbox";
    Some((input.name(), if switch { on_off(input.checked()).to_owned() } else { input.value() }))
}

/// What a switch sets its setting to.
fn on_off(on: bool) -> &'static str {
    if on { "on" } else { "off" }
}

/// Draws the rows of several choices, and one for each category.
pub fn draw(document: &Document) -> Drawn<()> {
    let kinds = by_id(document, "kinds")?;
    let modes: Vec<String> = Mode::ALL.iter().map(|m| format!("{0}:mode_{0}", m.as_str())).collect();
    for category in Category::ALL {
        let row = put(&kinds, "div", "row", "")?;
        let name = category.as_str();
        for (key, value) in [("choice", format!("mode-{name}")), ("label", format!("kind_{name}")), ("about", format!("kind_{name}_about"))]
        {
            row.set_attribute(&format!("data-{key}"), &value)?;
        }
        row.set_attribute("data-values", &modes.join(" "))?;
    }
    for row in all(document, "[data-choice]")? {
        choice(&row)?;
    }
    for (name, range) in [("width", WIDTHS), ("text", TEXT_SIZES)] {
        for input in all(document, &format!("input[name={name}]"))? {
            input.set_attribute("min", &range.start().to_string())?;
            input.set_attribute("max", &range.end().to_string())?;
        }
    }
    Ok(())
}

/// A name and buttons of which one is on.
fn choice(row: &Element) -> Drawn<()> {
    let (setting, label, about) = (data(row, "choice"), data(row, "label"), data(row, "about"));
    row.set_attribute("role", "radiogroup")?;
    let head = put(row, "span", "", "")?;
    let name = put(&head, "span", "name", &say(&label, &[]))?;
    name.set_id(&format!("name-{setting}"));
    row.set_attribute("aria-labelledby", &name.id())?;
    if !about.is_empty() {
        let small = put(&head, "small", "", &say(&about, &[]))?;
        small.set_id(&format!("about-{setting}"));
        row.set_attribute("aria-describedby", &small.id())?;
    }
    let buttons = put(row, "span", "choice", "")?;
    for (value, key) in data(row, "values").split(' ').filter_map(|v| v.split_once(':')) {
        let label = put(&buttons, "label", "", "")?;
        let input: HtmlInputElement = put(&label, "input", "", "")?.unchecked_into();
        input.set_type("radio");
        input.set_name(&setting);
        input.set_value(value);
        put(&label, "span", "", &say(key, &[]))?;
    }
    Ok(())
}

/// Lets every control show what is set, and the page look so.
pub fn show(document: &Document, settings: &Settings) -> Drawn<()> {
    for select in all(document, "select[name]")?.iter().filter_map(|s| s.dyn_ref::<HtmlSelectElement>()) {
        if let Some(value) = settings.field(&select.name()) {
            select.set_value(&value);
        }
    }
    for element in all(document, "input[name]")? {
        let Some(input) = element.dyn_ref::<HtmlInputElement>() else { continue };
        let Some(value) = settings.field(&input.name()) else { continue };
        match input.type_().as_str() {
            "radio" => input.set_checked(input.value() == value),
            "checkbox" => input.set_checked(value == on_off(true)),
            _ => {
                input.set_value(&value);
                show_value(input);
            }
        }
    }
    if let Some(root) = document.document_element() {
        match settings.appearance.theme {
            Theme::Auto => root.remove_attribute("data-theme")?,
            theme => root.set_attribute("data-theme", theme.as_str())?,
        }
    }
    Ok(())
}

/// Says beside a range where it stands.
pub fn show_value(range: &HtmlInputElement) {
    let words = say(&data(range, "unit"), &[&range.value()]);
    let _ = range.set_attribute("aria-valuetext", &words);
    if let Some(output) = range.next_element_sibling() {
        output.set_text_content(Some(&words));
    }
}
