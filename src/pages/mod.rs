//! The pages that Lede draws itself, through web-sys: the extension's options and first run (feature `pages`), and the try-it page of
//! the web site (feature `demo`).
//!
//! Their frames are HTML files; what stands in them as `data-say` and the like is filled in here, in the reader's language. Whatever
//! comes from a page or a file becomes text, never markup.

mod draw;

#[cfg(feature = "pages")]
mod browser;
#[cfg(feature = "demo")]
mod demo;
#[cfg(feature = "pages")]
mod options;
#[cfg(feature = "pages")]
mod welcome;
#[cfg(feature = "pages")]
mod words;

#[cfg(feature = "pages")]
use wasm_bindgen::prelude::*;

/// Starts the options page.
///
/// # Errors
/// What the browser threw: the page is then not the one that belongs to this code.
#[cfg(feature = "pages")]
#[wasm_bindgen]
pub async fn options() -> Result<(), JsValue> {
    options::start().await
}

/// Starts the first-run page.
///
/// # Errors
/// As for [`options`].
#[cfg(feature = "pages")]
#[wasm_bindgen]
pub async fn welcome() -> Result<(), JsValue> {
    welcome::start().await
}
