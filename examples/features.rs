//! What the models learn from: one JSON object a line for each page, with every candidate and its features.
//!
//! `cargo run --release --example features -- clutter|article FILE...`

use lede::{article, clutter, model, page};
use std::io::Write;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let which = arguments.next().unwrap_or_default();
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    let stories = article::Model::read(model::BUILT_IN)?;
    let clutters = clutter::Model::read(model::BUILT_IN)?;
    for file in arguments {
        let html = String::from_utf8_lossy(&std::fs::read(&file)?).into_owned();
        let page = page::html::read(&html, "");
        let answer = match which.as_str() {
            "clutter" => {
                let rows = clutter::candidates(&page, &article::find(&page, &stories), &clutters);
                let rows: Vec<_> = rows.into_iter().map(|(id, values)| (page.number(id), values)).collect();
                serde_json::json!({"file": file, "names": clutter::FEATURES, "whole": clutter::whole_names(), "rows": rows})
            }
            "article" => {
                let rows: Vec<_> =
                    article::candidates(&page).into_iter().map(|(id, text, values)| (page.number(id), text, values)).collect();
                serde_json::json!({"file": file, "names": article::FEATURES, "rows": rows})
            }
            _ => return Err("clutter or article?".into()),
        };
        serde_json::to_writer(&mut out, &answer)?;
        out.write_all(b"\n")?;
    }
    Ok(())
}
