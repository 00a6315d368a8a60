//! The lists of what the reader said for sites, and of the blocks they hid or keep.

use super::super::browser::say;
use super::super::draw::{Drawn, all, by_id, clear, data, put};
use crate::clutter::Category;
use crate::page::fingerprint::Fingerprint;
use crate::settings::{Mode, OwnBlock, Settings, Site, USUAL, plain_host};
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlElement, HtmlInputElement, HtmlSelectElement};

/// Draws all of them. The controls in them are set by [`super::choices::show`].
pub fn draw(document: &Document, settings: &Settings) -> Drawn<()> {
    sites(document, settings)?;
    blocks(document, "blocks", "remove-block", &settings.blocks)?;
    blocks(document, "kept", "remove-kept", &settings.kept)
}

fn sites(document: &Document, settings: &Settings) -> Drawn<()> {
    let (list, none) = (by_id(document, "sites")?, by_id(document, "sites-none")?);
    let wanted = search(document)?.value().trim().to_lowercase();
    let found: Vec<(usize, &Site)> = settings.sites.iter().enumerate().filter(|(_, s)| s.host.contains(&wanted)).collect();
    // Rows that are there already stay: they may be open, and hold the focus.
    let hosts: Vec<&str> = found.iter().map(|(_, s)| s.host.as_str()).collect();
    if data(&list, "hosts") != hosts.join(" ") {
        list.set_attribute("data-hosts", &hosts.join(" "))?;
        clear(&list);
        for site in &hosts {
            row(&list, site)?;
        }
    }
    for ((at, site), row) in found.iter().zip(all(document, "#sites > li")?) {
        if let Some(button) = row.query_selector("[data-at]")? {
            button.set_attribute("data-at", &at.to_string())?;
        }
        if let Some(line) = row.query_selector("small")? {
            line.set_text_content(Some(&otherwise(site)));
        }
    }
    none.set_hidden(!found.is_empty());
    none.set_text_content(Some(&say(if settings.sites.is_empty() { "options_sites_none" } else { "options_sites_no_match" }, &[])));
    let add = by_id(document, "add-site")?;
    let new = typed(document).filter(|host| settings.sites.iter().all(|s| s.host != *host));
    add.set_hidden(new.is_none());
    add.set_text_content(Some(&say("options_add", &[&new.unwrap_or_default()])));
    Ok(())
}

fn search(document: &Document) -> Drawn<HtmlInputElement> {
    Ok(by_id(document, "search")?.unchecked_into())
}

/// The host that was typed, or that of the address that was pasted; nothing where it is neither.
pub fn typed(document: &Document) -> Option<String> {
    let text = search(document).ok()?.value().trim().to_lowercase();
    let rest = text.split_once("://").map_or(text.as_str(), |(_, rest)| rest);
    let host = rest.split(['/', '?', '#']).next()?.trim_start_matches("www.");
    plain_host(host).filter(|h| h.contains('.') && !h.starts_with('.') && !h.ends_with('.'))
}

/// Empties the field.
pub fn empty_search(document: &Document) -> Drawn<()> {
    search(document).map(|field| field.set_value(""))
}

/// Gives the focus to the switch of a site.
pub fn focus_site(document: &Document, host: &str) -> Drawn<()> {
    let switch = all(document, "#sites input")?.into_iter().find(|i| i.get_attribute("name").is_some_and(|n| n == format!("site-{host}")));
    switch.map_or(Ok(()), |s| s.focus())
}

/// A site: on or off, its categories, and the button that forgets it.
fn row(list: &Element, site: &str) -> Drawn<()> {
    let row = put(list, "li", "site", "")?;
    let words = put(&row, "span", "", "")?;
    host(&words, "name", site)?;
    put(&words, "small", "", "")?;
    let switch: HtmlInputElement = put(&row, "input", "", "")?.unchecked_into();
    for (name, value) in [("type", "checkbox"), ("role", "switch"), ("name", &format!("site-{site}"))] {
        switch.set_attribute(name, value)?;
    }
    switch.set_attribute("aria-label", &format!("{}: {site}", say("options_everywhere", &[])))?;
    remove_button(&row, "remove-site", 0, &say("options_remove_named", &[site]))?;
    let kinds = put(&row, "details", "", "")?;
    put(&kinds, "summary", "", &say("options_site_choose", &[]))?;
    for category in Category::ALL {
        let label = put(&kinds, "label", "row", "")?;
        put(&label, "span", "", &say(&format!("kind_{}", category.as_str()), &[]))?;
        let select: HtmlSelectElement = put(&label, "select", "", "")?.unchecked_into();
        select.set_name(&format!("mode-{}-{site}", category.as_str()));
        for mode in std::iter::once(USUAL).chain(Mode::ALL.iter().map(|m| m.as_str())) {
            put(&select, "option", "", &say(&format!("mode_{mode}"), &[]))?.set_attribute("value", mode)?;
        }
    }
    Ok(())
}

/// The categories that are treated otherwise on a site, in words.
fn otherwise(site: &Site) -> String {
    let kinds: Vec<String> = site
        .modes
        .iter()
        .map(|c| format!("{} · {}", say(&format!("kind_{}", c.category.as_str()), &[]), say(&format!("mode_{}", c.mode.as_str()), &[])))
        .collect();
    if kinds.is_empty() { String::new() } else { say("options_site_kinds", &[&kinds.join(", ")]) }
}

/// A list of blocks, with a button for each that forgets it.
fn blocks(document: &Document, id: &str, remove: &str, blocks: &[OwnBlock]) -> Drawn<()> {
    let place = by_id(document, id)?;
    clear(&place);
    by_id(document, &format!("{id}-none"))?.set_hidden(!blocks.is_empty());
    let (mut last, mut list, mut nth) = ("", None, 0);
    for (at, own) in blocks.iter().enumerate() {
        if list.is_none() || own.host != last {
            host(&place, "h3", &own.host)?;
            (list, last, nth) = (Some(put(&place, "ul", "list", "")?), own.host.as_str(), 0);
        }
        let Some(list) = &list else { continue };
        nth += 1;
        let row = put(list, "li", "", "")?;
        put(&row, "span", "", &shape(&own.block))?;
        remove_button(&row, remove, at, &say("options_remove_named", &[&format!("{}, {nth}", own.host)]))?;
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
    let none = match what {
        "remove-site" => "sites-none",
        "remove-kept" => "kept-none",
        _ => "blocks-none",
    };
    let none = by_id(document, none)?;
    none.set_tab_index(-1);
    none.focus()
}
