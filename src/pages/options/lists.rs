//! The lists of what the reader said for sites, and of the blocks they hid.

use super::super::browser::say;
use super::super::draw::{Drawn, all, by_id, clear, put};
use crate::page::fingerprint::Fingerprint;
use crate::settings::{Settings, Site};
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlElement, HtmlInputElement};

/// Sites from which on there is something to search.
const MANY: usize = 8;

/// Draws both.
pub fn draw(document: &Document, settings: &Settings) -> Drawn<()> {
    sites(document, settings)?;
    blocks(document, settings)
}

fn sites(document: &Document, settings: &Settings) -> Drawn<()> {
    let (list, none, search) = (by_id(document, "sites")?, by_id(document, "sites-none")?, by_id(document, "search")?);
    search.set_hidden(settings.sites.len() < MANY && search_text(&search).is_empty());
    let wanted = search_text(&search);
    clear(&list);
    let mut shown = 0;
    for (at, site) in settings.sites.iter().enumerate().filter(|(_, s)| s.host.contains(&wanted)) {
        shown += 1;
        let row = put(&list, "li", "", "")?;
        let words = put(&row, "span", "", "")?;
        host(&words, "name", &site.host)?;
        for line in said(site) {
            put(&words, "small", "", &line)?;
        }
        remove_button(&row, "remove-site", at, &say("options_remove_site", &[&site.host]))?;
    }
    none.set_hidden(shown > 0);
    none.set_text_content(Some(&say(if settings.sites.is_empty() { "options_sites_none" } else { "options_sites_no_match" }, &[])));
    Ok(())
}

fn search_text(search: &HtmlElement) -> String {
    search.dyn_ref::<HtmlInputElement>().map(|i| i.value().trim().to_lowercase()).unwrap_or_default()
}

/// What was said for a site, in words.
fn said(site: &Site) -> Vec<String> {
    let on = site.on.map(|on| say(if on { "options_site_on" } else { "options_site_off" }, &[]));
    let kinds: Vec<String> = site
        .modes
        .iter()
        .map(|c| format!("{} · {}", say(&format!("kind_{}", c.category.as_str()), &[]), say(&format!("mode_{}", c.mode.as_str()), &[])))
        .collect();
    on.into_iter().chain((!kinds.is_empty()).then(|| say("options_site_kinds", &[&kinds.join(", ")]))).collect()
}

fn blocks(document: &Document, settings: &Settings) -> Drawn<()> {
    let place = by_id(document, "blocks")?;
    clear(&place);
    by_id(document, "blocks-none")?.set_hidden(!settings.blocks.is_empty());
    let (mut last, mut list, mut nth) = ("", None, 0);
    for (at, own) in settings.blocks.iter().enumerate() {
        if list.is_none() || own.host != last {
            host(&place, "h3", &own.host)?;
            (list, last, nth) = (Some(put(&place, "ul", "list", "")?), own.host.as_str(), 0);
        }
        let Some(list) = &list else { continue };
        nth += 1;
        let row = put(list, "li", "", "")?;
        put(&row, "span", "", &shape(&own.block))?;
        remove_button(&row, "remove-block", at, &say("options_remove_block", &[&nth.to_string(), &own.host]))?;
    }
    Ok(())
}

/// A host reads from left to right wherever it stands.
fn host(parent: &Element, class: &str, host: &str) -> Drawn<()> {
    let element = if class == "h3" { put(parent, "h3", "", "")? } else { put(parent, "span", class, "")? };
    put(&element, "bdi", "", host)?.set_attribute("dir", "ltr")
}

fn shape(block: &Fingerprint) -> String {
    let path: Vec<&str> = block.path().collect();
    if path.is_empty() { say("options_block", &[block.tag()]) } else { say("options_block_inside", &[block.tag(), &path.join(", ")]) }
}

fn remove_button(row: &Element, what: &str, at: usize, name: &str) -> Drawn<()> {
    let button = put(row, "button", "", &say("options_remove", &[]))?;
    button.set_attribute("data-do", what)?;
    button.set_attribute("data-at", &at.to_string())?;
    button.set_attribute("aria-label", name)
}

/// Gives the focus to the button that took the place of the removed one, or to the sentence that says the list is empty.
pub fn focus(document: &Document, what: &str, at: usize) -> Drawn<()> {
    let buttons = all(document, &format!("[data-do={what}]"))?;
    let position = |b: &HtmlElement| b.get_attribute("data-at").and_then(|a| a.parse::<usize>().ok());
    if let Some(next) = buttons.iter().find(|b| position(b) >= Some(at)).or(buttons.last()) {
        return next.focus();
    }
    let none = by_id(document, if what == "remove-site" { "sites-none" } else { "blocks-none" })?;
    none.set_tab_index(-1);
    none.focus()
}
