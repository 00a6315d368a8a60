//! What the models learn from: one JSON object a line for each page or text, with every candidate and its features.
//!
//! `cargo run --release --example features -- clutter FILE...`
//! `cargo run --release --example features -- article MODEL FILE...`: the second round's features as the model in MODEL sees them
//! `cargo run --release --example features -- summary`: of the texts that come in as JSON lines, as `lede summarize --json` reads them

use lede::summary::{Document, rank};
use lede::text::{Lang, Lexicon};
use lede::{article, clutter, model, page};
use serde_json::{Value, json};
use std::io::Write;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    let mut say = |answer: Value| -> std::io::Result<()> {
        serde_json::to_writer(&mut out, &answer)?;
        out.write_all(b"\n")
    };
    match arguments.next().as_deref() {
        Some("clutter") => {
            let (stories, clutters) = (article::Model::read(model::BUILT_IN)?, clutter::Model::read(model::BUILT_IN)?);
            for file in arguments {
                let page = read(&file)?;
                let rows = clutter::candidates(&page, &article::find(&page, &stories), &clutters);
                let rows: Vec<_> = rows.into_iter().map(|(id, values)| (page.number(id), values)).collect();
                say(json!({"file": file, "names": clutter::FEATURES, "whole": clutter::whole_names(), "rows": rows}))?;
            }
        }
        Some("article") => {
            let stories = article::Model::read(&std::fs::read_to_string(arguments.next().unwrap_or_default())?)?;
            for file in arguments {
                let lines = article::lessons(&read(&file)?, &stories);
                say(json!({
                    "file": file, "first_names": article::FIRST, "second_names": article::SECOND,
                    "nodes": lines.iter().map(|l| l.node).collect::<Vec<_>>(),
                    "texts": lines.iter().map(|l| l.text.as_str()).collect::<Vec<_>>(),
                    "first": lines.iter().map(|l| l.first.as_slice()).collect::<Vec<_>>(),
                    "second": lines.iter().map(|l| l.second.as_slice()).collect::<Vec<_>>(),
                }))?;
            }
        }
        Some("summary") => {
            let lexicon = Lexicon::built_in();
            for line in std::io::stdin().lines() {
                let text: Value = serde_json::from_str(&line?)?;
                let word = |key: &str| text.get(key).and_then(Value::as_str);
                let document = Document::from_text(&lexicon, word("title"), word("text").unwrap_or_default(), word("lang").map(Lang::new));
                let rows = rank::features(&document);
                say(json!({
                    "id": text.get("id"), "names": rank::FEATURES,
                    "sentences": rows.iter().map(|r| r.text.as_str()).collect::<Vec<_>>(),
                    "values": rows.iter().map(|r| r.values.as_slice()).collect::<Vec<_>>(),
                    "eligible": rows.iter().map(|r| r.eligible).collect::<Vec<_>>(),
                    "leaning": rows.iter().map(|r| r.leaning).collect::<Vec<_>>(),
                }))?;
            }
        }
        _ => return Err("clutter, article or summary?".into()),
    }
    Ok(())
}

fn read(file: &str) -> std::io::Result<page::Page> {
    Ok(page::html::read(&String::from_utf8_lossy(&std::fs::read(file)?), ""))
}
