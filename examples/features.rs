//! What the models learn from: one JSON object a line for each page, with every candidate and its features.
//!
//! `cargo run --release --example features -- clutter FILE...`
//! `cargo run --release --example features -- article MODEL FILE...`: the second round's features as the model in MODEL sees them

use lede::{article, clutter, model, page};
use std::io::Write;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let which = arguments.next().unwrap_or_default();
    let stories = match which.as_str() {
        "clutter" => article::Model::read(model::BUILT_IN)?,
        "article" => article::Model::read(&std::fs::read_to_string(arguments.next().unwrap_or_default())?)?,
        _ => return Err("clutter or article?".into()),
    };
    let clutters = clutter::Model::read(model::BUILT_IN)?;
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    for file in arguments {
        let html = String::from_utf8_lossy(&std::fs::read(&file)?).into_owned();
        let page = page::html::read(&html, "");
        let answer = if which == "clutter" {
            let rows = clutter::candidates(&page, &article::find(&page, &stories), &clutters);
            let rows: Vec<_> = rows.into_iter().map(|(id, values)| (page.number(id), values)).collect();
            serde_json::json!({"file": file, "names": clutter::FEATURES, "whole": clutter::whole_names(), "rows": rows})
        } else {
            let lines = article::lessons(&page, &stories);
            serde_json::json!({
                "file": file, "first_names": article::FIRST, "second_names": article::SECOND,
                "nodes": lines.iter().map(|l| l.node).collect::<Vec<_>>(),
                "texts": lines.iter().map(|l| l.text.as_str()).collect::<Vec<_>>(),
                "first": lines.iter().map(|l| l.first.as_slice()).collect::<Vec<_>>(),
                "second": lines.iter().map(|l| l.second.as_slice()).collect::<Vec<_>>(),
            })
        };
        serde_json::to_writer(&mut out, &answer)?;
        out.write_all(b"\n")?;
    }
    Ok(())
}
