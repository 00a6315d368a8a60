//! Values of JavaScript, read by hand and field by field: what does not fit is left out. (Deriving it added 60 KB to the brain.)
//! Both WebAssembly modules, the brain and the extension's own pages, read and write the settings here.

use crate::settings::{Raw, Settings, read};
use js_sys::{Array, Object, Reflect};
use serde::Serialize;
use wasm_bindgen::{JsCast, JsValue};

impl Raw for JsValue {
    fn member(&self, name: &str) -> Option<Self> {
        // Null has no members: asking throws, and wasm-bindgen keeps what was thrown for ever.
        if !self.is_object() {
            return None;
        }
        Reflect::get(self, &name.into()).ok().filter(|v| !v.is_undefined())
    }

    fn elements(&self) -> Option<Vec<Self>> {
        self.dyn_ref::<Array>().map(|a| a.iter().collect())
    }

    fn text(&self) -> Option<String> {
        self.as_string()
    }

    fn flag(&self) -> Option<bool> {
        self.as_bool()
    }

    fn number(&self) -> Option<f64> {
        self.as_f64()
    }
}

/// The settings as they were stored; the defaults where nothing was, or nothing that can be read.
pub fn settings_from(stored: &JsValue) -> Settings {
    read(stored).0
}

/// The settings as they are to be stored: what a later Lede had added to `stored` stays in it.
pub fn settings_to(stored: &JsValue, settings: &Settings) -> JsValue {
    let kept = Object::new();
    if stored.is_object() && !Array::is_array(stored) {
        let _ = Object::assign(&kept, stored.unchecked_ref());
    }
    // `also` was read into the modes.
    let _ = Reflect::delete_property(&kept, &"also".into());
    Object::assign(&kept, value(settings).unchecked_ref()).into()
}

/// A value as plain objects and arrays: messages between extension contexts are JSON in Chrome.
pub fn value(of: &impl Serialize) -> JsValue {
    of.serialize(&serde_wasm_bindgen::Serializer::json_compatible()).unwrap_or(JsValue::NULL)
}
