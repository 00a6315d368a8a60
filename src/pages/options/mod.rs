//! The options page: what is set is stored at once, what is set elsewhere is shown at once, and what could not be stored is said.

mod about;
mod choices;
mod files;
mod lists;

use super::browser::{self, say};
use super::draw::{Drawn, by_id, control, data, document, hit, listen};
use super::words;
use crate::boundary::{settings_from, settings_to, value};
use crate::settings::{Settings, read_appearance};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::Document;

/// The choice of the language, which draws the page anew and has the focus again afterwards.
const LANGUAGE: &str = "language";

/// The page as it is now.
struct Options {
    document: Document,
    /// Of our words in it.
    language: &'static str,
    held: RefCell<Held>,
}

/// What is held between events.
#[derive(Default)]
struct Held {
    /// As it lies in the storage, with what this Lede does not know.
    stored: JsValue,
    settings: Settings,
    /// Writes under way. Until the last is done, the storage is older than this page.
    writing: usize,
    /// What an import replaced.
    before_import: Option<Settings>,
}

/// Starts the page.
pub async fn start() -> Drawn<()> {
    let document = document()?;
    let language = settings_from(&browser::stored().await.unwrap_or_default()).language;
    browser::speak(language).await;
    words::fill(&document)?;
    choices::draw(&document)?;
    let page = Rc::new(Options { document, language, held: RefCell::default() });
    page.listen()?;
    about::draw(&page)?;
    spawn_local(async move {
        page.draw_or_complain();
        page.load().await;
        if page.document.location().and_then(|l| l.hash().ok()).is_some_and(|h| h.strip_prefix('#') == Some(LANGUAGE)) {
            let _ = by_id(&page.document, LANGUAGE).and_then(|choice| choice.focus());
        }
        // Tests and styles may wait for it.
        let _ = page.document.document_element().map(|e| e.set_attribute("data-ready", ""));
    });
    Ok(())
}

impl Options {
    fn listen(self: &Rc<Self>) -> Drawn<()> {
        let page = self.clone();
        listen(&self.document, "change", move |event| match control(&event) {
            Some(file) if file.id() == "file" => page.clone().take_in(&file),
            _ => {
                if let Some((name, value)) = choices::chosen(&event).filter(|(name, _)| !name.is_empty()) {
                    page.clone().set(name, value);
                }
            }
        })?;
        let page = self.clone();
        listen(&self.document, "input", move |event| {
            let Some(control) = control(&event) else { return };
            match control.type_().as_str() {
                "range" => choices::show_value(&control),
                "search" => page.draw_or_complain(),
                _ => {}
            }
        })?;
        let page = self.clone();
        listen(&self.document, "click", move |event| {
            let Some(button) = hit(&event, "[data-do]") else { return };
            let page = page.clone();
            match data(&button, "do").as_str() {
                "permission" => about::ask_permission(page),
                "shortcuts" => spawn_local(async {
                    let _ = browser::open_shortcuts().await;
                }),
                "export" => page.hand_out().unwrap_or_else(|_| page.tell("options_not_saved")),
                "import" => page.choose_file(),
                "undo" => page.undo_import(),
                "add-site" => page.add_site(),
                "remove-site" => page.remove(&button, "remove-site", |s, at| {
                    if let Some(host) = s.sites.get(at).map(|s| s.host.clone()) {
                        s.forget_site(&host);
                    }
                }),
                "remove-block" => page.remove(&button, "remove-block", |s, at| {
                    if let Some(block) = s.blocks.get(at).cloned() {
                        s.forget_block(&block);
                    }
                }),
                "remove-kept" => page.remove(&button, "remove-kept", |s, at| {
                    if let Some(block) = s.kept.get(at).cloned() {
                        s.give_up_block(&block);
                    }
                }),
                _ => {}
            }
        })?;
        let page = self.clone();
        browser::when_stored(move || {
            let page = page.clone();
            spawn_local(async move {
                if page.held.borrow().writing == 0 {
                    page.load().await;
                }
            });
        });
        Ok(())
    }

    /// Reads the storage and shows what is in it. What is shown already is not drawn again: that would take the focus away.
    async fn load(&self) {
        match browser::stored().await {
            Ok(stored) => {
                let settings = settings_from(&stored);
                let mut held = self.held.borrow_mut();
                if held.writing > 0 {
                    return;
                }
                held.stored = stored;
                // The page speaks one language from its start to its end.
                if settings.language != self.language {
                    browser::reload(LANGUAGE);
                    return;
                }
                if held.settings == settings {
                    return;
                }
                held.settings = settings;
            }
            Err(_) => self.tell("options_unreadable"),
        }
        self.draw_or_complain();
    }

    fn draw_or_complain(&self) {
        let drawn = lists::draw(&self.document, &self.held.borrow().settings)
            .and_then(|()| choices::show(&self.document, &self.held.borrow().settings));
        if let Err(error) = drawn {
            // Only for whoever changes options.html.
            wasm_bindgen::throw_val(error);
        }
    }

    /// A control was set.
    fn set(self: Rc<Self>, name: String, value: String) {
        spawn_local(async move {
            let joins = name == "sync" && value == "on";
            // Whoever joins finds the appearance of their other devices, and does not overwrite it.
            let theirs = if joins { browser::account_appearance().await.unwrap_or_default() } else { None };
            self.change(|settings| {
                settings.set_field(&name, &value);
                if let Some(theirs) = theirs {
                    settings.appearance = read_appearance(&theirs);
                }
            })
            .await;
        });
    }

    /// Changes the settings and stores them; whether they were stored.
    async fn change(&self, change: impl FnOnce(&mut Settings)) -> bool {
        let (out, travels) = {
            let mut held = self.held.borrow_mut();
            let before = held.settings.clone();
            change(&mut held.settings);
            if held.settings == before {
                return true;
            }
            held.stored = settings_to(&held.stored, &held.settings);
            held.writing += 1;
            let look = &held.settings.appearance;
            let new = *look != before.appearance || !before.sync_appearance;
            (held.stored.clone(), (held.settings.sync_appearance && new).then(|| value(look)))
        };
        self.draw_or_complain();
        let stored = browser::store(&out).await.is_ok();
        let given = match &travels {
            Some(look) if stored => browser::give_appearance(look).await.is_ok(),
            _ => true,
        };
        self.tell(match (stored, given) {
            (false, _) => "options_not_saved",
            (_, false) => "options_not_synced",
            _ => "options_saved",
        });
        let rest = {
            let mut held = self.held.borrow_mut();
            held.writing -= 1;
            held.writing
        };
        // What was stored meanwhile elsewhere is shown, and what could not be stored here goes back.
        if rest == 0 {
            self.load().await;
        }
        stored
    }

    /// Takes the site that was typed into the list.
    fn add_site(self: Rc<Self>) {
        spawn_local(async move {
            let Some(host) = lists::typed(&self.document) else { return };
            let _ = lists::empty_search(&self.document);
            self.change(|settings| settings.list_site(&host, settings.everywhere)).await;
            let _ = lists::focus_site(&self.document, &host);
        });
    }

    /// Removes an entry of a list; the focus goes to the next one's button.
    fn remove(self: Rc<Self>, button: &web_sys::HtmlElement, name: &'static str, change: impl FnOnce(&mut Settings, usize) + 'static) {
        let Ok(at) = data(button, "at").parse::<usize>() else { return };
        spawn_local(async move {
            self.change(|settings| change(settings, at)).await;
            let _ = lists::focus(&self.document, name, at);
        });
    }

    /// Says something, politely.
    fn tell(&self, key: &str) {
        let Ok(status) = by_id(&self.document, "status") else { return };
        status.set_text_content(Some(&say(key, &[])));
        // "Saved" goes by itself; what went wrong stays until the next word. Asking for the width in between starts the fading anew.
        status.set_class_name("status");
        let _ = status.offset_width();
        if key == "options_saved" {
            status.set_class_name("status passing");
        }
    }
}
