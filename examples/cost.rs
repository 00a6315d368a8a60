//! What `tests/cost.test.mjs` counts the steps of: each part of an analysis, on pages of several shapes and any size.
//!
//! Built as WebAssembly. The test lays out a page with `lay`, then runs a part of the analysis on it with `run`; only numbers cross.

use lede::article::{self, Article};
use lede::clutter::{self, Findings};
use lede::own;
use lede::page::{Page, fingerprint::Fingerprint, html, snapshot};
use lede::report::Report;
use lede::settings::{OwnBlock, Settings, State};
use lede::summary::{self, Document, Ranker, Reading};
use lede::view::Answer;
use lede::{Engine, model};
use std::cell::RefCell;
use std::fmt::Write;
use std::hint::black_box;
use wasm_bindgen::prelude::wasm_bindgen;

/// A page and what each part leaves for the next.
struct Bench {
    engine: Engine,
    stories: article::Model,
    appeals: clutter::Model,
    ranker: Ranker,
    snapshot: String,
    html: String,
    /// The same page as one that came late.
    late: String,
    text: String,
    page: Page,
    article: Article,
    findings: Findings,
    report: Report,
    settings: Settings,
    state: State,
}

thread_local! {
    static BENCH: RefCell<Option<Bench>> = const { RefCell::new(None) };
}

/// Lays out a page of so many bytes; how many shapes there are.
#[wasm_bindgen]
pub fn lay(shape: usize, bytes: usize) -> usize {
    let built = build(shape, bytes);
    assert!(built.is_some(), "the built-in model cannot be read");
    BENCH.set(built);
    SHAPES.len()
}

/// Runs a part on the page that was laid out; false where there is no such part.
#[wasm_bindgen]
pub fn run(part: usize) -> bool {
    BENCH.with_borrow(|bench| bench.as_ref().and_then(|bench| PARTS.get(part).map(|part| part(bench))).is_some())
}

/// In the order in which the test names them.
const PARTS: [fn(&Bench); 12] = [
    |b| drop(black_box(snapshot::read(&b.snapshot))),
    |b| drop(black_box(html::read(&b.html, URL))),
    |b| drop(black_box(article::find(&b.page, &b.stories))),
    |b| drop(black_box(clutter::find(&b.page, &b.article, &b.appeals))),
    |b| {
        let mut report = Report::new(&b.page, &b.article, b.findings.clone());
        report.sum_up(&b.page, &b.article, &b.ranker, b.engine.lexicon());
        black_box(report);
    },
    |b| drop(black_box(summary::summarize(&b.document(), 3, &b.ranker))),
    |b| drop(black_box(summary::quotes(&Reading::of(&b.document())))),
    |b| drop(black_box(summary::facts(&Reading::of(&b.document())))),
    |b| {
        let mut report = b.report.clone();
        own::find(&mut report, std::slice::from_ref(&b.page), &b.settings, &b.state);
        for &number in &b.state.picked {
            black_box(own::pick(&b.report, &b.page, number));
        }
    },
    |b| drop(black_box(Answer::new(&b.report, b.state.clone(), &b.settings, false))),
    |b| {
        if let Ok(page) = snapshot::read(&b.snapshot) {
            let mut report = b.engine.report(&page, &[]);
            own::find(&mut report, &[page], &b.settings, &b.state);
            black_box(Answer::new(&report, b.state.clone(), &b.settings, false));
        }
    },
    |b| {
        if let Ok(late) = snapshot::read(&b.late) {
            let mut report = b.engine.report(&b.page, std::slice::from_ref(&late));
            own::find(&mut report, &[late], &b.settings, &b.state);
            black_box(Answer::new(&report, b.state.clone(), &b.settings, false));
        }
    },
];

const URL: &str = "https://news.example/a";

impl Bench {
    fn document(&self) -> Document<'_> {
        Document::from_text(self.engine.lexicon(), Some("The harbour counts its boats again"), &self.text, None)
    }
}

fn build(shape: usize, bytes: usize) -> Option<Bench> {
    let mut sheet = Sheet::default();
    let more = SHAPES.get(shape)?;
    sheet.open("html", &[("lang", "en")]);
    sheet.open("body", &[]);
    sheet.open("article", &[]);
    sheet.block("h1", &[], "The harbour counts its boats again");
    // A third is a story, the rest stands beside it.
    sheet.fill(story, bytes / 3);
    sheet.close("article");
    sheet.fill(*more, bytes);
    let Sheet { html, snapshot: records, text } = sheet;
    let snapshot = format!("lede-snapshot 1\nurl {URL}\nviewport 1280 720\n\n{records}");
    let late = format!("lede-snapshot 1\nurl {URL}\nviewport 1280 720\nfragment\n\n<html\t:context\n<body\t:context\n<div\n{records}");
    let engine = Engine::built_in().ok()?;
    let page = snapshot::read(&snapshot).ok()?;
    let (article, findings) = engine.read(&page);
    let report = engine.report(&page, &[]);
    // The reader picked the last elements, which are alike whatever the size, for this page and for the site.
    let nodes: Vec<_> = page.ids().rev().take(8).collect();
    let mut settings = Settings::default();
    for &node in &nodes {
        settings.add_block(OwnBlock { host: "news.example".into(), block: Fingerprint::of(&page, node) });
    }
    let state = State { picked: nodes.iter().map(|&n| page.number(n)).collect(), ..State::default() };
    let stories = article::Model::read(model::BUILT_IN).ok()?;
    let appeals = clutter::Model::read(model::BUILT_IN).ok()?;
    Some(Bench {
        engine,
        stories,
        appeals,
        ranker: Ranker::built_in(),
        snapshot,
        html,
        late,
        text,
        page,
        article,
        findings,
        report,
        settings,
        state,
    })
}

/// A page under way, in both forms, and its text with a line a block.
#[derive(Default)]
struct Sheet {
    html: String,
    snapshot: String,
    text: String,
}

impl Sheet {
    fn fill(&mut self, piece: fn(&mut Sheet, usize), bytes: usize) {
        for count in 1.. {
            if self.html.len() >= bytes {
                break;
            }
            piece(self, count);
        }
    }

    fn open(&mut self, tag: &str, attributes: &[(&str, &str)]) {
        let _ = (write!(self.html, "<{tag}"), write!(self.snapshot, "<{tag}"));
        for (name, value) in attributes {
            let _ = (write!(self.html, " {name}=\"{value}\""), write!(self.snapshot, "\t{name}={value}"));
        }
        self.html.push('>');
        self.snapshot.push('\n');
    }

    fn say(&mut self, text: &str) {
        self.html.push_str(text);
        let _ = writeln!(self.snapshot, "\"{text}");
        self.text.push_str(text);
    }

    fn close(&mut self, tag: &str) {
        let _ = write!(self.html, "</{tag}>");
        self.snapshot.push_str(">\n");
        self.text.push('\n');
    }

    fn block(&mut self, tag: &str, attributes: &[(&str, &str)], text: &str) {
        self.open(tag, attributes);
        self.say(text);
        self.close(tag);
    }
}

fn story(sheet: &mut Sheet, n: usize) {
    let (who, thing) = (name(n), ["ferry", "bridge", "harbour", "market", "school"].get(n % 5).copied().unwrap_or_default());
    sheet.block("p", &[], &format!("The council voted on Monday to keep the night {thing} for another {n} years, and {who} said that nobody on the islands would be left behind."));
}

/// Names that do not repeat, as long as two letters make new ones.
fn name(count: usize) -> String {
    const FIRST: [&str; 8] = ["Orla", "Tomas", "Ingrid", "Pavel", "Marta", "Jonas", "Leila", "Henrik"];
    let mut last = String::new();
    let mut rest = count / FIRST.len();
    for (i, piece) in ["b", "d", "f", "g", "k", "l", "m", "n", "p", "r"].iter().cycle().enumerate().take(12) {
        if i > 3 && rest == 0 {
            break;
        }
        last.push_str(piece);
        last.push_str(["a", "e", "i", "o", "u"].get(rest % 5).copied().unwrap_or(""));
        rest /= 5;
    }
    let mut letters = last.chars();
    let last = letters.next().map(|c| c.to_uppercase().collect::<String>() + letters.as_str()).unwrap_or_default();
    format!("{} {last}son", FIRST.get(count % FIRST.len()).copied().unwrap_or_default())
}

/// Each adds a little more to a page. In the order in which the test names them.
const SHAPES: [fn(&mut Sheet, usize); 16] = [
    // paragraphs
    |s, n| {
        let text = format!(
            "Boat number {n} came back to the harbour on day {} with {} crates of fish, its skipper said. It left at dawn.",
            n / 7,
            n % 90
        );
        s.block("p", &[], &text);
    },
    // nesting: boxes in boxes, never closed, until the parser stops; then again beside
    |s, n| {
        s.open("div", &[("class", "box")]);
        if n % 10 == 0 {
            s.say("A line deep down that says that the ferry sails again. ");
        }
        if n % 600 == 0 {
            for _ in 0..600 {
                s.close("div");
            }
        }
    },
    // links
    |s, n| {
        s.open("li", &[]);
        s.block("a", &[("href", &format!("/story/{n}"))], &format!("Story {n}"));
        s.close("li");
    },
    // one text
    |s, n| s.say(&format!("Boat number {n} came back with {} crates of fish, its skipper said. ", n % 90)),
    // one sentence
    |s, n| s.say(&format!("boat {n} and then, ")),
    // one word
    |s, _| s.say("longandlonger"),
    // forms
    |s, n| {
        s.open("form", &[("action", "/newsletter"), ("class", "signup")]);
        s.block("p", &[], "Sign up for our newsletter, every morning in your inbox.");
        s.open("input", &[("type", "email"), ("name", &format!("mail{n}")), ("placeholder", "Your e-mail address")]);
        s.snapshot.push_str(">\n");
        s.block("button", &[("type", "submit")], "Subscribe");
        s.close("form");
    },
    // quotes
    |s, n| {
        let who = name(n);
        s.block("p", &[], &format!("“We counted {n} boats and will count again,” said {who}, the head of the harbour board {n}. {who} said that the ferry would stay."));
    },
    // sentences
    |s, n| {
        s.block(
            "p",
            &[],
            &format!("It rained. {} came. Nobody left at {} p.m. on day {n}. Why? The U.S. ship no. {n} stayed. ", name(n), n % 12),
        )
    },
    // headings
    |s, n| {
        s.block("h2", &[], &format!("Part {n} of the long report"));
        s.block("p", &[], "Nobody was hurt when the lorry lost its wheel on the old bridge over the river.");
    },
    // rows
    |s, n| {
        s.open("tr", &[]);
        s.block("td", &[], &format!("Boat {n}"));
        s.block("td", &[], &format!("{} crates", n % 90));
        s.close("tr");
    },
    // comments
    |s, n| {
        s.open("div", &[("class", "comment"), ("id", &format!("c{n}"))]);
        s.block("span", &[("class", "author")], &name(n));
        s.block("time", &[("datetime", "2026-11-03")], "3 November 2026");
        s.block("p", &[], "I was on that ferry and it was late again.");
        s.close("div");
    },
    // appeals
    |s, n| {
        s.open("aside", &[("class", "support-box")]);
        s.block("p", &[], &format!("Support our journalism. Become a member today from {} euros a month.", n % 9));
        s.block("a", &[("href", "/subscribe")], "Subscribe now");
        s.close("aside");
        s.block("p", &[], "The council voted on Monday to keep the night ferry for another year.");
    },
    // bare elements
    |s, _| {
        s.open("span", &[]);
        s.close("span");
    },
    // brackets and quotation marks that open and never close
    |s, n| s.block("p", &[], &format!("“(„«The {n} boats ( came “ back")),
    // what machines read
    |s, n| {
        let json = format!("{{&quot;@type&quot;:&quot;NewsArticle&quot;}}").replace("&quot;", "\"");
        let json = json.replace('}', &format!(",\"headline\":\"The harbour counts {n}\",\"author\":[{{\"name\":\"{}\"}}]}}", name(n)));
        s.block("script", &[("type", "application/ld+json")], &json);
    },
];
