//! Our words in English, from the same file as the extension's.

use lede::report::Message;
use serde_json::Value;

/// The messages of `extension/_locales/en/messages.json`.
pub struct English(Value);

impl English {
    /// Reads them.
    pub fn new() -> Self {
        English(serde_json::from_str(include_str!("../../extension/_locales/en/messages.json")).unwrap_or_default())
    }

    /// A message as a browser's `i18n.getMessage` would give it; its key where the file has no such message.
    pub fn say(&self, message: &Message) -> String {
        let Some(mut text) = self.0.get(&message.key).and_then(|m| m.get("message")).and_then(Value::as_str).map(str::to_owned) else {
            return message.key.clone();
        };
        for (i, arg) in message.args.iter().enumerate() {
            text = text.replace(&format!("${}", i + 1), arg);
        }
        text
    }
}
