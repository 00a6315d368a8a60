//! What the page says of Lede and of the browser: permission, shortcuts, version, licences.

use super::super::browser::{self, say};
use super::super::draw::{Drawn, all, by_id, listen, put};
use super::Options;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use web_sys::Document;

/// The texts of the licences, in the package.
const LICENCES: &str = "licences.txt";

/// Draws all of it.
pub fn draw(page: &Rc<Options>) -> Drawn<()> {
    let document = &page.document;
    by_id(document, "version")?.set_text_content(Some(&say("options_version", &[&browser::version()])));
    shortcuts(document.clone())?;
    let words = document.clone();
    listen(by_id(document, "licences")?.as_ref(), "toggle", move |_| licences(words.clone()))?;
    permission(document.clone());
    let again = document.clone();
    browser::when_permitted(move || permission(again.clone()));
    Ok(())
}

/// Shows the request for the permission where it is missing.
fn permission(document: Document) {
    spawn_local(async move {
        let may = browser::may_run().await;
        if let Ok(notice) = by_id(&document, "permission") {
            notice.set_hidden(may);
        }
    });
}

/// The reader wants to give the permission.
pub fn ask_permission(page: Rc<Options>) {
    let asked = browser::ask_to_run();
    spawn_local(async move {
        page.tell(if asked.await { "options_permission_given" } else { "options_permission_refused" });
        permission(page.document.clone());
    });
}

fn shortcuts(document: Document) -> Drawn<()> {
    let how = by_id(&document, "shortcuts-how")?;
    if !browser::has("commands") {
        how.set_text_content(Some(&say("options_shortcuts_unavailable", &[])));
        how.set_hidden(false);
        return Ok(());
    }
    if browser::can_open_shortcuts() {
        all(&document, "[data-do=shortcuts]")?.iter().for_each(|b| b.set_hidden(false));
    } else {
        how.set_text_content(Some(&say("options_shortcuts_how", &[])));
        how.set_hidden(false);
    }
    spawn_local(async move {
        let _ = list_shortcuts(&document, browser::shortcuts().await);
    });
    Ok(())
}

fn list_shortcuts(document: &Document, commands: Vec<browser::Command>) -> Drawn<()> {
    let list = by_id(document, "shortcuts")?;
    for command in commands {
        let row = put(&list, "li", "", "")?;
        // The browsers give this one no words of ours.
        let opens = command.name == "_execute_action";
        put(&row, "span", "", &if opens { say("options_shortcut_open", &[]) } else { command.words })?;
        if command.keys.is_empty() {
            put(&row, "span", "unset", &say("options_shortcut_none", &[]))?;
        } else {
            put(&row, "kbd", "", &command.keys)?;
        }
    }
    Ok(())
}

fn licences(document: Document) {
    spawn_local(async move {
        let _ = fill_licences(&document).await;
    });
}

async fn fill_licences(document: &Document) -> Drawn<()> {
    let Some(place) = document.query_selector("#licences pre")?.filter(|p| !p.has_child_nodes()) else { return Ok(()) };
    place.set_text_content(Some(&browser::own_file(LICENCES).await?));
    Ok(())
}
