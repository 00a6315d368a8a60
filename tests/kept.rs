//! Pages that must not change: what asks for a subscription or a gift there is what people came for, or furniture of a page that tells no
//! story. Each page is a file tests/kept/NAME.html in our own words; nothing in it may be hidden before the reader asks for it.

#![allow(clippy::unwrap_used)]

use lede::Engine;
use lede::page::html;
use lede::settings::{Settings, State};
use lede::view::Answer;
use std::fs;
use std::path::{Path, PathBuf};

fn pages() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/kept");
    let mut pages: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    pages.sort();
    pages
}

#[test]
fn there_are_forty_pages_or_more() {
    assert!(pages().len() >= 40, "{} pages", pages().len());
}

#[test]
fn nothing_is_hidden_where_no_story_is_told() {
    let engine = Engine::built_in().unwrap();
    let settings = Settings::default();
    let mut wrong = Vec::new();
    for file in pages() {
        let name = file.file_stem().unwrap().to_string_lossy().into_owned();
        let page = html::read(&fs::read_to_string(&file).unwrap(), &format!("https://{name}.example/en/page"));
        let report = engine.report(&page, &[]);
        let answer = Answer::new(&report, State::default(), &settings, false);
        if !answer.hide.is_empty() || !answer.dim.is_empty() || answer.unlock || !answer.badge.is_empty() {
            wrong.push(format!(
                "{name}: taken for {:?}, hidden {:?}, cut {:?}, badge {:?}",
                report.kind, answer.hide, answer.dim, answer.badge
            ));
        }
    }
    assert!(wrong.is_empty(), "{} of {} pages change:\n{}", wrong.len(), pages().len(), wrong.join("\n"));
}
