//! `lede inspect`: what would be hidden on a page and why, and its summary.

use super::english::English;
use super::{Options, print, read, read_text};
use lede::Engine;
use lede::article::{Article, Kind};
use lede::error::Error;
use lede::page::{html, snapshot};
use lede::report::{Block, Message, Report};
use lede::settings::{Mode, Settings};
use lede::summary::{Fact, Sentence};
use serde_json::{Value, json};
use std::fmt::Write;

/// Answers every file in order; whether all could be read.
///
/// # Errors
/// [`Error::Usage`] without a file.
pub fn run(engine: &Engine, options: &Options) -> Result<bool, Error> {
    if options.files.is_empty() {
        return Err(Error::Usage("`lede inspect` needs a file, or `-` for standard input.".into()));
    }
    let english = English::new();
    let mut settings = Settings::default();
    for &category in &options.hide {
        settings.set_mode(category, Mode::Hide);
    }
    let mut all = true;
    for file in &options.files {
        let page = if options.snapshot {
            read_text(file).and_then(|text| snapshot::read(&text))
        } else {
            read(file).map(|bytes| html::read(&String::from_utf8_lossy(&bytes), &options.url))
        };
        let page = match page {
            Ok(page) => page,
            Err(error) => {
                eprintln!("{error}");
                all = false;
                continue;
            }
        };
        let (article, findings) = engine.read(&page);
        let mut report = Report::new(&page, &article, findings);
        report.sum_up(&page, &article, engine.ranker(), engine.lexicon());
        let seen =
            Seen { file: file.to_string_lossy().into_owned(), url: page.url.clone(), report, english: &english, settings: &settings };
        print(&if options.json { format!("{}\n", seen.json(&article)) } else { seen.for_people() });
    }
    Ok(all)
}

/// One file and what is known of it.
struct Seen<'a> {
    file: String,
    url: String,
    report: Report,
    english: &'a English,
    settings: &'a Settings,
}

impl Seen<'_> {
    fn hidden(&self) -> impl Iterator<Item = &Block> {
        self.report.blocks.iter().filter(|b| self.settings.hides(b.category))
    }

    fn summary(&self) -> &[Sentence] {
        self.report.summary(self.settings.sentences)
    }

    fn reason(&self, block: &Block) -> String {
        block.clues.iter().map(|c| self.english.say(c)).collect::<Vec<_>>().join("; ")
    }

    fn json(&self, article: &Article) -> Value {
        let block = |b: &Block| {
            json!({"node": b.node, "category": b.category.as_str(), "confidence": (f64::from(b.confidence) * 1000.0).round() / 1000.0,
                "reason": self.reason(b), "quote": b.quote})
        };
        let report = &self.report;
        let text: Vec<&str> = article.paragraphs.iter().map(|p| p.text.as_str()).collect();
        json!({
            "file": self.file, "url": self.url, "lang": report.lang, "kind": report.kind.as_str(),
            "headline": report.headline, "standfirst": report.standfirst, "byline": report.byline, "published": report.published,
            "site": report.site,
            "article": {"nodes": report.article.nodes, "text": text.join("\n\n"), "words": report.article.words, "locked": report.article.locked},
            "hidden": self.hidden().map(block).collect::<Vec<_>>(),
            "maybe": report.maybe.iter().map(block).collect::<Vec<_>>(),
            "summary": self.summary(),
            "quotes": report.quotes,
            "facts": report.facts,
            "support": report.support,
        })
    }

    fn for_people(&self) -> String {
        let report = &self.report;
        let mut out = String::new();
        let title = report.headline.as_ref().map_or(self.file.as_str(), |h| &h.text);
        line(&mut out, title);
        let about: Vec<&str> = [&report.site, &report.byline, &report.published].into_iter().flatten().map(String::as_str).collect();
        if !about.is_empty() {
            line(&mut out, &about.join(" · "));
        }
        if report.kind == Kind::Article {
            let locked = if report.article.locked { ", of which the publisher shows a beginning" } else { "" };
            line(&mut out, &format!("An article of {} words{locked}.", report.article.words));
            section(&mut out, "Summary", self.summary().iter().map(|s| s.text.clone()));
            section(&mut out, "Who said what", report.quotes.iter().map(|q| format!("{}: {}", q.speaker, q.text)));
            let named = |f: &Fact| f.day.as_ref().map_or_else(|| f.name.clone(), |day| format!("{}, {day}", f.name));
            section(&mut out, "Facts", report.facts.iter().map(|f| format!("{} ({} × {})", named(f), f.kind.as_str(), f.count)));
        } else {
            line(&mut out, &self.english.say(&Message::new("note_no_article")));
        }
        let block = |b: &Block| {
            let sure = (b.confidence * 100.0).round();
            format!("{} [{}, {sure} %] “{}”\n      {}", b.node, b.category.as_str(), b.quote, self.reason(b))
        };
        section(&mut out, "Hidden", self.hidden().map(block));
        section(&mut out, "Perhaps clutter, left as it is", report.maybe.iter().map(block));
        section(&mut out, "The publisher's own support link", report.support.iter().map(|l| format!("{} {}", l.label, l.href)));
        out.push('\n');
        out
    }
}

fn line(out: &mut String, text: &str) {
    out.push_str(text);
    out.push('\n');
}

fn section(out: &mut String, heading: &str, entries: impl Iterator<Item = String>) {
    let mut entries = entries.peekable();
    if entries.peek().is_some() {
        // Writing to a String cannot fail.
        let _ = write!(out, "\n{heading}\n");
        for entry in entries {
            let _ = writeln!(out, "  - {entry}");
        }
    }
}
