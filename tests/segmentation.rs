//! The table of hard sentences: a file a language under `tests/segmentation/`, a case a line, `‖`
//! directly before each sentence but the first.

#![allow(clippy::unwrap_used, clippy::string_slice)]

use std::fs;
use std::path::Path;

use lede::text::{Lang, Lexicon, sentences};

/// Each case with its language: the text, and its sentences.
fn cases() -> Vec<(String, String, Vec<String>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/segmentation");
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()).collect();
    files.sort();
    let mut cases = Vec::new();
    for file in files {
        let lang = file.file_stem().unwrap().to_string_lossy().into_owned();
        for line in fs::read_to_string(&file).unwrap().lines().filter(|l| !l.trim().is_empty()) {
            cases.push((lang.clone(), line.replace('‖', ""), line.split('‖').map(|s| s.trim().to_owned()).collect()));
        }
    }
    cases
}

#[test]
fn hard_sentences_are_told_apart() {
    let cases = cases();
    let lexicon = Lexicon::built_in();
    let wrong: Vec<String> = cases
        .iter()
        .filter_map(|(lang, text, expected)| {
            let got: Vec<String> = sentences(text, lexicon.language(Lang::new(lang))).into_iter().map(|r| text[r].to_owned()).collect();
            (got != *expected).then(|| format!("{lang}: {}", got.join(" ‖ ")))
        })
        .collect();
    let share = 1.0 - wrong.len() as f64 / cases.len() as f64;
    println!("{} of {} right ({:.2} %)\n{}", cases.len() - wrong.len(), cases.len(), 100.0 * share, wrong.join("\n"));
    assert!(cases.len() >= 400);
    assert!(share >= 0.985, "{:.2} % right; wrong:\n{}", 100.0 * share, wrong.join("\n"));
}
