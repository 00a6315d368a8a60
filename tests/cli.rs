//! The command line is a contract: other tools read what it prints.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, missing_docs)]

use serde_json::{Value, json};
use std::io::Write;
use std::process::{Command, Output, Stdio};

fn lede(args: &[&str], input: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_lede"))
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
    child.wait_with_output().unwrap()
}

fn lines(output: &Output) -> Vec<Value> {
    String::from_utf8_lossy(&output.stdout).lines().map(|l| serde_json::from_str(l).unwrap()).collect()
}

fn sample() -> &'static str {
    concat!(env!("CARGO_MANIFEST_DIR"), "/www/ferry.html")
}

#[test]
fn inspect_prints_one_object_a_file_with_all_members() {
    let output = lede(&["inspect", "--json", "--url", "https://paper.example/news/ferry", sample(), sample()], "");
    assert_eq!(output.status.code(), Some(0));
    let pages = lines(&output);
    assert_eq!(pages.len(), 2);
    assert_eq!(pages[0], pages[1], "the same page gives the same answer");
    let page = &pages[0];
    for member in
        ["file", "url", "lang", "kind", "headline", "byline", "published", "site", "article", "hidden", "maybe", "summary", "support"]
    {
        assert!(page.get(member).is_some(), "{member}");
    }
    assert_eq!((&page["kind"], &page["lang"], &page["url"]), (&json!("article"), &json!("en"), &json!("https://paper.example/news/ferry")));
    for member in ["nodes", "text", "words", "locked"] {
        assert!(page["article"].get(member).is_some(), "{member}");
    }
    assert!(page["headline"]["node"].is_u64() && page["headline"]["text"].is_string());
    let hidden = page["hidden"].as_array().unwrap();
    assert!(!hidden.is_empty());
    for block in hidden {
        assert!(block["node"].is_u64() && block["confidence"].is_number() && !block["quote"].as_str().unwrap().is_empty());
        assert!(["donation", "newsletter", "subscribe", "app"].contains(&block["category"].as_str().unwrap()), "only appeals unless asked");
        let reason = block["reason"].as_str().unwrap();
        assert!(reason.contains(' ') && !reason.contains("clue_"), "a reason in words: {reason}");
    }
    let text = page["article"]["text"].as_str().unwrap();
    for sentence in page["summary"].as_array().unwrap() {
        assert!(text.contains(sentence["text"].as_str().unwrap()), "the article's own sentences");
    }
}

#[test]
fn a_file_that_cannot_be_read_is_said_and_the_others_are_answered() {
    let output = lede(&["inspect", "--json", "/nonexistent/page.html", sample()], "");
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(lines(&output).len(), 1);
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(said.contains("/nonexistent/page.html could not be read") && said.lines().count() == 1, "{said}");
}

#[test]
fn what_is_no_article_is_other_and_keeps_everything() {
    for input in ["", "   ", "just words", "\0\u{1}binary\u{7f}", "{\"a\": 1}", "%PDF-1.4\n%\u{fffd}\n"] {
        let output = lede(&["inspect", "--json", "-"], input);
        assert_eq!(output.status.code(), Some(0), "{input:?}");
        let page = &lines(&output)[0];
        assert_eq!((&page["file"], &page["kind"], &page["hidden"]), (&json!("-"), &json!("other"), &json!([])), "{input:?}");
    }
}

#[test]
fn for_people_it_prints_summary_and_reasons() {
    let output = lede(&["inspect", sample()], "");
    let text = String::from_utf8_lossy(&output.stdout);
    for heading in ["Summary", "Hidden", "The publisher's own support link"] {
        assert!(text.lines().any(|l| l == heading), "{heading}");
    }
}

#[test]
fn summarize_answers_text_and_json_lines() {
    let text = "The bridge opens on Friday. It took four years to build.\nThe mayor will cut the ribbon. Rain is expected.\n";
    let plain = lede(&["summarize", "--sentences", "2"], text);
    assert_eq!(String::from_utf8_lossy(&plain.stdout).lines().count(), 2);
    let input = format!("{}\n\n{}\n", json!({"id": "a", "title": null, "text": text, "lang": "en"}), json!({"id": 7, "text": ""}));
    let output = lede(&["summarize", "--json", "--sentences", "1"], &input);
    assert_eq!(output.status.code(), Some(0));
    let answers = lines(&output);
    assert_eq!(answers.iter().map(|a| a["id"].clone()).collect::<Vec<_>>(), [json!("a"), json!(7)]);
    assert_eq!(answers[0]["summary"].as_array().unwrap().len(), 1);
    assert_eq!(answers[1]["summary"], json!([]));
}

#[test]
fn a_line_that_is_no_json_is_said_and_the_others_are_answered() {
    let output = lede(&["summarize", "--json"], "nonsense\n{\"id\":1,\"text\":\"One sentence here.\"}\n");
    assert_eq!((output.status.code(), lines(&output).len()), (Some(1), 1));
    assert!(String::from_utf8_lossy(&output.stderr).starts_with("Line 1 of the input"));
}

#[test]
fn words_that_are_off_are_explained() {
    for args in [
        &["explain"][..],
        &["inspect", "--colour"],
        &["inspect"],
        &["inspect", "--hide", "everything", "x"],
        &["summarize", "--sentences", "many"],
    ] {
        let output = lede(args, "");
        assert_eq!(output.status.code(), Some(2), "{args:?}");
        assert!(String::from_utf8_lossy(&output.stderr).contains("lede --help"), "{args:?}");
    }
    assert!(String::from_utf8_lossy(&lede(&["--help"], "").stdout).contains("lede inspect"));
}

#[test]
fn a_model_of_ones_own_is_used_or_refused_by_line() {
    let folder = std::env::temp_dir().join(format!("lede-model-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let file = |name: &str, text: &str| {
        let path = folder.join(name);
        std::fs::write(&path, text).unwrap();
        path.to_string_lossy().into_owned()
    };
    let empty = lede(&["inspect", "--json", "--model", &file("empty", "# no section\n"), sample()], "");
    assert_eq!(empty.stdout, lede(&["inspect", "--json", sample()], "").stdout, "a section that is not there is the built-in one");
    let broken = lede(&["inspect", "--model", &file("broken", "[clutter]\nbias x\n"), sample()], "");
    assert_eq!(broken.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&broken.stderr).contains("line 2"));
    std::fs::remove_dir_all(folder).unwrap();
}
