//! What the extension's own pages ask of the browser. Phones lack some of it; what may be missing is asked for with `has`.

use crate::settings::Raw;
use js_sys::{Array, Function, JSON, Object, Promise, Reflect};
use std::cell::RefCell;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = ["chrome", "i18n"], js_name = getMessage)]
    fn get_message(key: &str, args: &Array) -> String;
    #[wasm_bindgen(js_namespace = ["chrome", "i18n"], js_name = getUILanguage)]
    fn ui_language() -> String;
    #[wasm_bindgen(catch, js_namespace = ["chrome", "storage", "local"], js_name = get)]
    fn local_get(key: &str) -> Result<Promise, JsValue>;
    #[wasm_bindgen(catch, js_namespace = ["chrome", "storage", "local"], js_name = set)]
    fn local_set(entries: &Object) -> Result<Promise, JsValue>;
    #[wasm_bindgen(catch, js_namespace = ["chrome", "storage", "sync"], js_name = get)]
    fn sync_get(key: &str) -> Result<Promise, JsValue>;
    #[wasm_bindgen(catch, js_namespace = ["chrome", "storage", "sync"], js_name = set)]
    fn sync_set(entries: &Object) -> Result<Promise, JsValue>;
    #[wasm_bindgen(js_namespace = ["chrome", "storage", "onChanged"], js_name = addListener)]
    fn on_changed(hear: &Function);
    #[wasm_bindgen(catch, js_namespace = ["chrome", "permissions"], js_name = contains)]
    fn contains(permissions: &JsValue) -> Result<Promise, JsValue>;
    #[wasm_bindgen(catch, js_namespace = ["chrome", "permissions"], js_name = request)]
    fn request(permissions: &JsValue) -> Result<Promise, JsValue>;
    #[wasm_bindgen(js_namespace = ["chrome", "permissions", "onAdded"], js_name = addListener)]
    fn on_added(hear: &Function);
    #[wasm_bindgen(js_namespace = ["chrome", "permissions", "onRemoved"], js_name = addListener)]
    fn on_removed(hear: &Function);
    #[wasm_bindgen(js_namespace = ["chrome", "runtime"], js_name = getManifest)]
    fn manifest() -> JsValue;
    #[wasm_bindgen(js_namespace = ["chrome", "runtime"], js_name = getURL)]
    fn address(path: &str) -> String;
    #[wasm_bindgen(catch, js_namespace = ["chrome", "commands"], js_name = getAll)]
    fn commands() -> Result<Promise, JsValue>;
    #[wasm_bindgen(catch, js_namespace = ["chrome", "commands"], js_name = openShortcutSettings)]
    fn shortcut_settings() -> Result<Promise, JsValue>;
    #[wasm_bindgen(catch, js_namespace = ["chrome", "tabs"], js_name = create)]
    fn open_tab(tab: &JsValue) -> Result<Promise, JsValue>;
}

/// Where the reader's settings are kept.
const KEY: &str = "settings";
/// What of them travels with the browser account, where the reader wants that.
const TRAVELS: &str = "appearance";

async fn settled(promise: Result<Promise, JsValue>) -> Result<JsValue, JsValue> {
    JsFuture::from(promise?).await
}

fn object(key: &str, value: &JsValue) -> Object {
    let object = Object::new();
    // A plain object takes any property.
    let _ = Reflect::set(&object, &key.into(), value);
    object
}

/// Whether the browser has a member of `chrome`, as `commands` or `commands.openShortcutSettings`.
pub fn has(path: &str) -> bool {
    let start = js_sys::global().unchecked_into::<JsValue>().member("chrome");
    path.split('.').fold(start, |at, name| at?.member(name)).is_some()
}

/// The text of a file of the package.
pub async fn own_file(path: &str) -> Result<String, JsValue> {
    let window = web_sys::window().ok_or("no window")?;
    let file: Response = JsFuture::from(window.fetch_with_str(path)).await?.dyn_into()?;
    JsFuture::from(file.text()?).await?.as_string().ok_or_else(|| "no text".into())
}

thread_local! {
    /// Our words where the reader chose another language than the browser's: `messages.json`, parsed.
    static WORDS: RefCell<JsValue> = const { RefCell::new(JsValue::UNDEFINED) };
}

/// Speaks the language of this name from now on; the browser's own where there are no words in it. Just started, Chromium sometimes has no
/// words of ours for a page (two of 25 starts of Chromium 156): then they come from the files that it would have read.
pub async fn speak(language: &str) {
    let own = ui_language().replace('-', "_");
    let general = own.split('_').next().unwrap_or_default();
    let has_none = get_message("ui_lang", &Array::new()).is_empty();
    let names = [language, &own, general, "en"];
    for name in names.iter().take(if has_none { names.len() } else { 1 }) {
        if let Ok(text) = own_file(&format!("_locales/{name}/messages.json")).await
            && let Ok(words) = JSON::parse(&text)
        {
            WORDS.set(words);
            return;
        }
    }
}

/// Loads the page anew, to the element of this id.
pub fn reload(to: &str) -> Option<()> {
    let location = web_sys::window()?.location();
    location.set_hash(to).and_then(|()| location.reload()).ok()
}

/// Our words in the reader's language; the key where there are none.
pub fn say(key: &str, args: &[&str]) -> String {
    if let Some(mut words) = WORDS.with_borrow(|words| words.member(key)?.member("message")?.text()) {
        for (i, arg) in args.iter().enumerate() {
            words = words.replace(&format!("${}", i + 1), arg);
        }
        return words;
    }
    let list: Array = args.iter().map(|a| JsValue::from_str(a)).collect();
    let words = get_message(key, &list);
    if words.is_empty() { key.to_owned() } else { words }
}

/// The settings as they are stored; undefined where there are none.
pub async fn stored() -> Result<JsValue, JsValue> {
    Ok(settled(local_get(KEY)).await?.member(KEY).unwrap_or(JsValue::UNDEFINED))
}

/// Stores the settings.
pub async fn store(settings: &JsValue) -> Result<(), JsValue> {
    settled(local_set(&object(KEY, settings))).await.map(|_| ())
}

/// The appearance in the reader's browser account.
pub async fn account_appearance() -> Result<Option<JsValue>, JsValue> {
    Ok(settled(sync_get(TRAVELS)).await?.member(TRAVELS))
}

/// Puts the appearance into the reader's browser account.
pub async fn give_appearance(appearance: &JsValue) -> Result<(), JsValue> {
    settled(sync_set(&object(TRAVELS, appearance))).await.map(|_| ())
}

/// Calls `hear` when something was stored, here or elsewhere.
pub fn when_stored(mut hear: impl FnMut() + 'static) {
    let closure = Closure::<dyn FnMut(JsValue, JsValue)>::new(move |changes: JsValue, area: JsValue| {
        if area.text().as_deref() == Some("local") && changes.member(KEY).is_some() {
            hear();
        }
    });
    on_changed(closure.as_ref().unchecked_ref());
    closure.forget();
}

/// The permission to run on web pages without being clicked first.
fn web() -> JsValue {
    let origins: Array = ["http://*/*", "https://*/*"].iter().map(|o| JsValue::from_str(o)).collect();
    object("origins", &origins).into()
}

/// Whether Lede may run on all web pages.
pub async fn may_run() -> bool {
    settled(contains(&web())).await.is_ok_and(|v| v.flag() == Some(true))
}

/// Asks the reader. To be called while a click is handled, or the browser will not ask.
pub fn ask_to_run() -> impl Future<Output = bool> {
    let asked = request(&web());
    async { settled(asked).await.is_ok_and(|v| v.flag() == Some(true)) }
}

/// Calls `hear` when a permission was given or taken.
pub fn when_permitted(mut hear: impl FnMut() + 'static) {
    let closure = Closure::<dyn FnMut(JsValue)>::new(move |_| hear());
    on_added(closure.as_ref().unchecked_ref());
    on_removed(closure.as_ref().unchecked_ref());
    closure.forget();
}

/// The extension's version.
pub fn version() -> String {
    manifest().member("version").and_then(|v| v.text()).unwrap_or_default()
}

/// Whether this is Firefox.
pub fn is_firefox() -> bool {
    address("").starts_with("moz-")
}

/// A keyboard command: its name, what it does in words, and its keys; either may be empty.
pub struct Command {
    /// Its name in the manifest.
    pub name: String,
    /// What it does.
    pub words: String,
    /// Its keys.
    pub keys: String,
}

/// The keyboard commands.
pub async fn shortcuts() -> Vec<Command> {
    let commands = settled(commands()).await.ok().and_then(|c| c.elements()).unwrap_or_default();
    let word = |c: &JsValue, name| c.member(name).and_then(|w| w.text()).unwrap_or_default();
    commands.iter().map(|c| Command { name: word(c, "name"), words: word(c, "description"), keys: word(c, "shortcut") }).collect()
}

/// The browser's own page for shortcuts: whether there is a way to it.
pub fn can_open_shortcuts() -> bool {
    !is_firefox() || has("commands.openShortcutSettings")
}

/// Opens it.
pub async fn open_shortcuts() -> Result<(), JsValue> {
    let opened = if is_firefox() { shortcut_settings() } else { open_tab(&object("url", &"chrome://extensions/shortcuts".into())) };
    settled(opened).await.map(|_| ())
}
