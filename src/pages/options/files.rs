//! Settings handed out as a file, and taken in from one: all of it or nothing, and with a way back.

use super::super::browser::say;
use super::super::draw::{Drawn, all, by_id};
use super::Options;
use crate::boundary::value;
use crate::settings::{FILE_MARK, Import, Refusal, import};
use js_sys::{Array, JSON, Object, Reflect};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, HtmlInputElement, Url};

/// Bytes of the largest file that is read: some twenty thousand sites.
const LARGEST_FILE: f64 = 1_000_000.0;

impl Options {
    /// Hands the settings out as a file.
    pub fn hand_out(&self) -> Drawn<()> {
        let file = Object::new();
        Reflect::set(&file, &"lede".into(), &FILE_MARK.into())?;
        Reflect::set(&file, &"settings".into(), &value(&self.held.borrow().settings))?;
        let text = JSON::stringify_with_replacer_and_space(&file, &wasm_bindgen::JsValue::NULL, &2.into())?;
        let address = Url::create_object_url_with_blob(&Blob::new_with_str_sequence(&Array::of1(&text))?)?;
        let link = self.document.create_element("a")?;
        link.set_attribute("href", &address)?;
        link.set_attribute("download", "lede-settings.json")?;
        link.unchecked_ref::<web_sys::HtmlElement>().click();
        // The download has begun with the click, and holds on to its blob.
        Url::revoke_object_url(&address)
    }

    /// Lets the reader choose a file.
    pub fn choose_file(&self) {
        if let Ok(file) = by_id(&self.document, "file") {
            file.click();
        }
    }

    /// Takes the chosen file in.
    pub fn take_in(self: Rc<Self>, control: &HtmlInputElement) {
        let Some(file) = control.files().and_then(|f| f.get(0)) else { return };
        // So that the same file can be chosen again.
        control.set_value("");
        spawn_local(async move {
            if file.size() > LARGEST_FILE {
                return self.result("options_import_too_large");
            }
            let Some(text) = JsFuture::from(file.text()).await.ok().and_then(|t| t.as_string()) else {
                return self.result("options_import_unreadable");
            };
            let Ok(json) = JSON::parse(&text) else {
                return self.result("options_import_not_json");
            };
            let mine = self.held.borrow().settings.clone();
            match import(&mine, &json) {
                Err(Refusal::NotOurs) => self.result("options_import_not_ours"),
                Err(Refusal::Damaged) => self.result("options_import_damaged"),
                Ok(taken) => self.keep(mine, taken).await,
            }
        });
    }

    async fn keep(&self, mine: crate::settings::Settings, taken: Import) {
        let Import { settings, sites, blocks, kept, left_out } = taken;
        if !self.change(|s| *s = settings).await {
            return self.result("options_not_saved");
        }
        self.held.borrow_mut().before_import = Some(mine);
        let [sites, blocks, kept, rest] = [sites, blocks, kept, left_out].map(|n| n.to_string());
        let taken = say("options_imported", &[&sites, &blocks, &kept]);
        let rest = if left_out > 0 { say("options_imported_rest", &[&rest]) } else { String::new() };
        self.write_result(format!("{taken} {rest}").trim());
        self.offer_undo(true);
    }

    /// Brings back what was set before the import.
    pub fn undo_import(self: Rc<Self>) {
        spawn_local(async move {
            let Some(before) = self.held.borrow_mut().before_import.take() else { return };
            self.change(|s| *s = before).await;
            self.offer_undo(false);
            self.result("options_undone");
            if let Ok(buttons) = all(&self.document, "[data-do=import]") {
                let _ = buttons.first().map(|b| b.focus());
            }
        });
    }

    fn offer_undo(&self, there: bool) {
        for button in all(&self.document, "[data-do=undo]").unwrap_or_default() {
            button.set_hidden(!there);
        }
    }

    fn result(&self, key: &str) {
        self.write_result(&say(key, &[]));
    }

    fn write_result(&self, words: &str) {
        if let Ok(line) = by_id(&self.document, "import-result") {
            line.set_text_content(Some(words));
        }
    }
}
