//! What must hold for any page and any text, on inputs made by chance with fixed seeds and on those that fuzzing kept
//! (fuzz/corpus). `./build.sh fuzz MINUTES` looks for others.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, clippy::string_slice)]

#[path = "../fuzz/claims.rs"]
mod claims;

use fastrand::Rng;
use lede::Engine;
use lede::text::Lexicon;
use std::fs;
use std::path::PathBuf;

/// Inputs for each claim.
const INPUTS: u64 = 10_000;

/// Pieces of text: a story's, appeals in several scripts, and what trips those who count bytes.
const WORDS: [&str; 40] = [
    "The council voted on Monday to keep the ferry. ",
    "Nobody was hurt, the mayor said. ",
    "“We will not stop,” Ms. Orla Reyes said. ",
    "Subscribe to our newsletter ",
    "Support our journalism ",
    "Get the app ",
    "Register to read on ",
    "Unterstützen Sie uns ",
    "Jetzt abonnieren ",
    "Abonnez-vous ",
    "Suscríbete ",
    "Подпишитесь на рассылку. ",
    "ニュースレターに登録する。",
    "购读我们的通讯。",
    "اشترك في نشرتنا. ",
    "समाचार पत्र की सदस्यता लें। ",
    "สมัครรับข่าวสาร ",
    "U.S. 3.5 p.m. e.g. No. 7 ",
    "...",
    "?!",
    "“",
    "”",
    "«",
    "»",
    "„",
    "(",
    ")",
    "\u{200f}",
    "\u{feff}",
    "e\u{301}\u{301}\u{301}",
    "👩‍👩‍👧‍👦",
    "\u{d7ff}",
    "\u{10ffff}",
    "\u{0}",
    "ﷺ",
    "ß",
    "İ",
    "\n",
    " ",
    "a",
];
const TAGS: [&str; 24] = [
    "div", "p", "section", "article", "main", "aside", "header", "footer", "h1", "h2", "form", "input", "button", "a", "ul", "li", "span",
    "dialog", "iframe", "img", "table", "td", "template", "noscript",
];
const ATTRIBUTES: [(&str, &str); 20] = [
    ("class", "newsletter-signup"),
    ("class", "article-body"),
    ("class", ""),
    ("id", "support"),
    ("role", "dialog"),
    ("aria-modal", "true"),
    ("href", "/subscribe"),
    ("href", "javascript:alert(1)"),
    ("href", "https://play.google.com/store/apps"),
    ("action", "/newsletter"),
    ("type", "email"),
    ("type", "password"),
    ("type", "search"),
    ("hidden", ""),
    ("style", "display:none"),
    ("itemprop", "articleBody"),
    ("alt", "Get the app 👩‍👧"),
    ("lang", "ar"),
    ("dir", "rtl"),
    ("autocomplete", "cc-number"),
];
/// What only a snapshot can say of an element, true or absurd.
const SEEN: [(&str, &str); 10] = [
    (":n", "3"),
    (":n", "4294967295"),
    (":skip", "2"),
    (":skip", "99999999999"),
    (":context", ""),
    (":fixed", ""),
    (":cover", "0.4"),
    (":cover", "NaN"),
    (":edge", "top"),
    (":invisible", ""),
];

fn text(rng: &mut Rng) -> String {
    let mut text = String::new();
    for _ in 0..rng.usize(1..12) {
        if rng.u8(..) < 8 { text.push(rng.char(..)) } else { text.push_str(WORDS[rng.usize(..WORDS.len())]) }
    }
    text
}

fn attributes(rng: &mut Rng, seen: bool) -> Vec<(&'static str, &'static str)> {
    let mut list: Vec<_> = (0..rng.usize(..4)).map(|_| ATTRIBUTES[rng.usize(..ATTRIBUTES.len())]).collect();
    if seen && rng.u8(..) < 40 {
        list.push(SEEN[rng.usize(..SEEN.len())]);
    }
    list
}

/// Elements opened, filled and closed by chance, one time in eight out of order; most are a page with a story in it.
fn html(rng: &mut Rng) -> String {
    let mut out = String::new();
    if rng.u8(..) < 200 {
        out.push_str("<html><body><article><h1>The night ferry sails again</h1>");
        for _ in 0..rng.usize(2..8) {
            out.push_str(&format!("<p>{}{}{}</p>", WORDS[0], WORDS[rng.usize(..3)], text(rng)));
        }
    }
    let mut open = Vec::new();
    for _ in 0..rng.usize(1..60) {
        match rng.u8(..8) {
            0..3 => {
                let tag = TAGS[rng.usize(..TAGS.len())];
                out.push('<');
                out.push_str(tag);
                for (name, value) in attributes(rng, false) {
                    out.push_str(&format!(" {name}=\"{value}\""));
                }
                out.push('>');
                open.push(tag);
            }
            3..6 => out.push_str(&text(rng)),
            6 => out.push_str(&open.pop().map(|tag| format!("</{tag}>")).unwrap_or_default()),
            _ => out.push_str(["</p>", "</article>", "<!--", "-->", "<script>", "</script>", "<", "&#0;", "&amp"][rng.usize(..9)]),
        }
    }
    out
}

fn snapshot(rng: &mut Rng) -> String {
    let mut out = String::from("lede-snapshot 1\nurl https://news.example/a\nviewport 1280 720\n");
    out.push_str(["", "fragment\n", "partial\n", "viewport x y\n", "url\n"][rng.usize(..5)]);
    out.push_str("\n<html\n<body\n");
    if rng.u8(..) < 200 {
        out.push_str("<article\n<h1\n\"The night ferry sails again\n>\n");
        for _ in 0..rng.usize(2..8) {
            out.push_str(&format!("<p\n\"{}{}{}\n>\n", WORDS[0], WORDS[rng.usize(..3)], text(rng).replace('\n', " ")));
        }
        out.push_str(">\n");
    }
    for _ in 0..rng.usize(1..80) {
        match rng.u8(..8) {
            0..3 => {
                out.push('<');
                out.push_str(TAGS[rng.usize(..TAGS.len())]);
                for (name, value) in attributes(rng, true) {
                    out.push_str(&format!("\t{name}={value}"));
                }
                out.push('\n');
            }
            3..6 => out.push_str(&format!("\"{}\n", text(rng).replace('\n', " "))),
            6 => out.push_str(">\n"),
            _ => out.push_str(["<\n", "<\t=\n", "\"\n", "?\n", "\n", "<p\tclass\n", "<p\t:n=-1\n"][rng.usize(..7)]),
        }
    }
    out
}

/// Checks a claim on every input; a broken one is told with the input that broke it.
fn check(target: &str, make: impl Fn(&mut Rng) -> String, claim: impl Fn(&str)) {
    let corpus = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus").join(target);
    let mut kept: Vec<_> = fs::read_dir(&corpus).unwrap().map(|file| file.unwrap().path()).collect();
    kept.sort();
    assert!(!kept.is_empty(), "{} is empty", corpus.display());
    let kept = kept.iter().map(|file| String::from_utf8_lossy(&fs::read(file).unwrap()).into_owned());
    for input in kept.chain((0..INPUTS).map(|seed| make(&mut Rng::with_seed(seed)))) {
        let tried = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| claim(&input)));
        assert!(tried.is_ok(), "{target}: the claim is broken by {input:?}");
    }
}

#[test]
fn a_snapshot_is_a_tree_or_refused() {
    check("snapshot", snapshot, claims::snapshot_is_a_tree);
}

#[test]
fn any_text_is_a_page() {
    check("html", html, claims::html_is_a_tree);
}

#[test]
fn the_whole_analysis_keeps_its_promises() {
    let engine = Engine::built_in().unwrap();
    let either = |rng: &mut Rng| if rng.bool() { html(rng) } else { snapshot(rng) };
    check("analysis", either, |text| claims::analysis_keeps_its_promises(&engine, text));
}

#[test]
fn sentences_hold_the_whole_text() {
    let lexicon = Lexicon::built_in();
    check("sentences", text, |text| claims::sentences_hold_the_text(&lexicon, text));
}
