//! Puts our words into a page's HTML file: `data-say` names the message that an element says, `data-name` the one that names a control.

use super::browser::say;
use super::draw::{Drawn, all, data};
use wasm_bindgen::JsCast;
use web_sys::{Document, HtmlInputElement};

/// Fills in all of them, and the language of the page: that of our words, which may not be the browser's.
pub fn fill(document: &Document) -> Drawn<()> {
    if let Some(root) = document.document_element() {
        root.set_attribute("lang", &say("ui_lang", &[]))?;
        root.set_attribute("dir", &say("ui_dir", &[]))?;
        let title = all(document, "h1[data-say]")?.iter().map(|h| say(&data(h, "say"), &[])).collect::<Vec<_>>().join(" ");
        let name = say("extension_name", &[]);
        document.set_title(&if title.contains(&name) { title } else { format!("{name} · {title}") });
    }
    for element in all(document, "[data-say]")? {
        element.set_text_content(Some(&say(&data(&element, "say"), &[])));
    }
    for element in all(document, "[data-name]")? {
        let name = say(&data(&element, "name"), &[]);
        element.set_attribute("aria-label", &name)?;
        if let Some(input) = element.dyn_ref::<HtmlInputElement>() {
            input.set_placeholder(&name);
        }
    }
    Ok(())
}
