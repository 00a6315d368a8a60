//! `lede features summary`: what the ranker knows of every sentence, for `learn/summary.py`.

use super::{Options, print, read_text};
use lede::error::Error;
use lede::summary::{Document, rank};
use lede::text::{Lang, Lexicon};
use serde_json::{Value, json};
use std::ffi::OsStr;

/// Reads the JSON lines of standard input as `lede summarize --json` does. The first line of the answer holds the names of
/// the features; then comes a line a text: its sentences, their values, whether each may be chosen, how it leans.
///
/// # Errors
/// [`Error::Usage`] for anything but `summary`, [`Error::Input`] for a line that is not JSON.
pub fn run(options: &Options) -> Result<bool, Error> {
    match options.files.as_slice() {
        [one] if one == "summary" => {}
        _ => return Err(Error::Usage("`lede features` needs the word `summary`.".into())),
    }
    let lexicon = Lexicon::built_in();
    print(&format!("{}\n", json!({"features": rank::FEATURES})));
    for (at, line) in read_text(OsStr::new("-"))?.lines().enumerate() {
        let input: Value = serde_json::from_str(line).map_err(|why| Error::Input(at + 1, why.to_string()))?;
        let word = |key: &str| input.get(key).and_then(Value::as_str);
        let rows =
            rank::features(&Document::from_text(&lexicon, word("title"), word("text").unwrap_or_default(), word("lang").map(Lang::new)));
        let column = |value: &dyn Fn(&rank::Row) -> Value| rows.iter().map(value).collect::<Vec<_>>();
        print(&format!(
            "{}\n",
            json!({
                "id": input.get("id"),
                "sentences": column(&|r| json!(r.text)),
                "values": column(&|r| json!(r.values)),
                "eligible": column(&|r| json!(r.eligible)),
                "leaning": column(&|r| json!(r.leaning)),
            })
        ));
    }
    Ok(true)
}
