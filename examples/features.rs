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
        let (names, rows): (&[&str], Vec<_>) = match which.as_str() {
            "clutter" => (clutter::FEATURES, clutter::candidates(&page, &article::find(&page, &stories), &clutters)),
            _ => return Err("clutter or article?".into()),
        };
        let rows: Vec<_> = rows.into_iter().map(|(id, values)| (page.number(id), values)).collect();
        serde_json::to_writer(&mut out, &serde_json::json!({"file": file, "names": names, "whole": clutter::whole_names(), "rows": rows}))?;
        out.write_all(b"\n")?;
    }
    Ok(())
}
