//! The sidebar's rows, top to bottom.

use super::blocks::Entry;
use super::{Action, Row, RowKind, Scope, copy};
use crate::article::Kind;
use crate::clutter::Category;
use crate::page::address;
use crate::report::{Message, Report};
use crate::settings::{LENGTHS, Settings};
use crate::summary::{Fact, FactKind, Quote, Sentence};
use crate::text;

/// Words a minute of a reader in no hurry. M. Brysbaert, "How many words do we read per minute?" (2019): 238 for English non-fiction.
const WORDS_A_MINUTE: usize = 238;
/// An article of fewer words is no longer than a summary of three sentences, which has some twenty words in each.
const TOO_SHORT: usize = 60;
/// An article of so many words without a sentence for the summary is not short: it is in a script whose sentences are not told apart.
const LONG_ENOUGH: usize = 120;
/// Facts of one kind that are listed.
const FACTS_SHOWN: usize = 8;
/// Longer lists are folded, or their rest is: more than fit under the summary in a window of common height.
const QUOTES_OPEN: usize = 3;
const FACTS_OPEN: usize = 12;
const OUTLINE_OPEN: usize = 6;
const BLOCKS_OPEN: usize = 3;

/// All rows.
pub fn rows(report: &Report, blocks: &[Entry], status: &Message, on: bool, settings: &Settings) -> Vec<Row> {
    let short = report.article.words < TOO_SHORT && !report.article.locked;
    let sentences = if short { &[] } else { report.summary(settings.sentences) };
    let mut rows = head(report, sentences);
    if report.kind == Kind::Article {
        rows.push(summary(report, sentences, settings));
        rows.extend(quotes(report));
        rows.extend(facts(report));
        rows.extend(outline(report));
    } else {
        rows.push(note("note_no_article"));
    }
    rows.push(clutter(report, blocks, status, on, settings));
    rows.extend(maybe(report, blocks));
    rows.extend(support(report));
    rows.push(Row::holding(RowKind::Tools, vec![button("button_print", Action::Print), button("options_title", Action::Options)]));
    rows
}

fn note(key: &str) -> Row {
    Row::message(RowKind::Note, Message::new(key))
}

fn button(key: &str, action: Action) -> Row {
    Row::message(RowKind::Button, Message::new(key)).doing(action)
}

fn group(heading: Message, rows: Vec<Row>) -> Row {
    Row { message: Some(heading), ..Row::holding(RowKind::Group, rows) }
}

fn list(rows: Vec<Row>) -> Row {
    Row::holding(RowKind::List, rows)
}

fn head(report: &Report, sentences: &[Sentence]) -> Vec<Row> {
    let mut rows = Vec::new();
    if let Some(headline) = &report.headline {
        let title = Row::text(RowKind::Title, &headline.text);
        rows.push(match headline.node {
            Some(node) => title.doing(Action::Jump { node, text: headline.text.clone() }),
            None => title,
        });
    }
    rows.extend(source(report).map(|s| Row::text(RowKind::Line, &s)));
    let date = report.published.as_deref().and_then(|p| p.get(..10)).map(str::to_owned);
    let message = (report.kind == Kind::Article).then(|| reading_time(report.article.words, sentences));
    if date.is_some() || message.is_some() {
        rows.push(Row { date, message, ..Row::new(RowKind::Line) });
    }
    rows
}

/// Site and author.
pub fn source(report: &Report) -> Option<String> {
    let parts: Vec<&str> = [report.site.as_deref(), report.byline.as_deref()].into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join(" · "))
}

/// Minutes of the article; of the summary seconds, in tens, since nobody reads to the second.
fn reading_time(article: usize, sentences: &[Sentence]) -> Message {
    let minutes = article.div_ceil(WORDS_A_MINUTE).max(1).to_string();
    let seconds = (sentences.iter().map(|s| text::count(&s.text)).sum::<usize>() * 60).div_ceil(WORDS_A_MINUTE).div_ceil(10) * 10;
    match seconds {
        0 => Message::with("reading_time", [minutes]),
        1..=90 => Message::with("reading_time_seconds", [minutes, seconds.to_string()]),
        _ => Message::with("reading_time_minutes", [minutes, seconds.div_ceil(60).to_string()]),
    }
}

fn jump(kind: RowKind, shown: &str, sentence: &Sentence) -> Row {
    Row::text(kind, shown).doing(Action::Jump { node: sentence.node, text: sentence.text.clone() })
}

fn summary(report: &Report, sentences: &[Sentence], settings: &Settings) -> Row {
    let mut rows = Vec::new();
    if sentences.is_empty() {
        rows.push(note(if report.article.words < LONG_ENOUGH { "note_too_short" } else { "note_language" }));
    } else {
        rows.push(list(sentences.iter().map(|s| jump(RowKind::Sentence, &s.text, s)).collect()));
        rows.extend(LENGTHS.iter().zip(["length_short", "length_medium", "length_long"]).map(|(&length, key)| {
            let row = button(key, Action::Length { sentences: length });
            Row { on: Some(length == settings.sentences), ..row }
        }));
    }
    for (state, key) in [(report.article.locked, "note_locked"), (report.partial, "note_partial")] {
        rows.extend(state.then(|| note(key)));
    }
    if !sentences.is_empty() {
        let texts: Vec<&str> = sentences.iter().map(|s| s.text.as_str()).collect();
        let spoken = report.headline.iter().map(|h| h.text.clone()).chain(texts.iter().map(|&s| s.to_owned())).collect();
        let speak = Row::message(RowKind::Speak, Message::new("button_speak")).doing(Action::Speak { texts: spoken });
        rows.push(Row::holding(
            RowKind::Tools,
            vec![
                button("button_copy", Action::Copy { text: copy::text(report, &texts) }),
                button("button_copy_markdown", Action::Copy { text: copy::markdown(report, &texts) }),
                Row { rows: vec![note("note_no_voice")], ..speak },
            ],
        ));
    }
    group(Message::new("heading_summary"), rows)
}

fn quotes(report: &Report) -> Option<Row> {
    let row = |q: &Quote| {
        let quote = jump(RowKind::Quote, &copy::said(q), &q.sentence);
        Row::holding(RowKind::Said, vec![quote, Row::text(RowKind::Line, &copy::speaker(q))])
    };
    let mut first: Vec<Row> = report.quotes.iter().map(row).collect();
    let rest = first.split_off(QUOTES_OPEN.min(first.len()));
    if first.is_empty() {
        return None;
    }
    let mut rows = vec![list(first)];
    if !rest.is_empty() {
        rows.push(Row { open: Some(false), ..group(Message::with("heading_more", [rest.len().to_string()]), vec![list(rest)]) });
    }
    Some(group(Message::new("heading_quotes"), rows))
}

fn facts(report: &Report) -> Option<Row> {
    let row = |f: &Fact| Row { date: f.day.clone(), ..jump(RowKind::Fact, &f.name, &f.sentence) };
    let (mut groups, mut count) = (Vec::new(), 0);
    for kind in FactKind::ALL {
        let rows: Vec<Row> = report.facts.iter().filter(|f| f.kind == kind).take(FACTS_SHOWN).map(row).collect();
        if !rows.is_empty() {
            count += rows.len();
            groups.push(group(Message::new(&format!("fact_{}", kind.as_str())), vec![list(rows)]));
        }
    }
    let facts = Row { open: Some(count <= FACTS_OPEN), ..group(Message::new("heading_facts"), groups) };
    (count > 0).then_some(facts)
}

fn outline(report: &Report) -> Option<Row> {
    let is_headline = |s: &&Sentence| report.headline.as_ref().is_some_and(|h| h.text == s.text);
    let rows: Vec<Row> = report.outline.iter().filter(|s| !is_headline(s)).map(|s| jump(RowKind::Sentence, &s.text, s)).collect();
    let open = Some(rows.len() <= OUTLINE_OPEN);
    (!rows.is_empty()).then(|| Row { open, ..group(Message::new("heading_outline"), vec![list(rows)]) })
}

fn clutter(report: &Report, blocks: &[Entry], status: &Message, on: bool, settings: &Settings) -> Row {
    let mut rows = Vec::new();
    // How many there are stands at the head of the sidebar, and the list says it too.
    if !on || blocks.is_empty() {
        rows.push(Row::message(RowKind::Note, status.clone()));
    }
    if on {
        for category in Category::ALL.into_iter().map(Some).chain([None]) {
            let of_it: Vec<Row> = blocks.iter().filter(|e| e.category == category).map(entry).collect();
            if !of_it.is_empty() {
                let open = (of_it.len() > BLOCKS_OPEN).then_some(false);
                let count = Some(of_it.len().to_string());
                rows.push(Row { open, text: count, ..group(kind(category), vec![list(of_it)]) });
            }
        }
        let hidden = blocks.iter().filter(|e| e.hidden).count();
        if hidden > 0 {
            rows.push(button("button_show_all", Action::ShowAll));
        }
        if blocks.iter().any(|e| !e.hidden && !e.kept) {
            rows.push(button("button_hide_all", Action::HideAll));
        }
    }
    rows.extend(switches(report, settings, on));
    group(Message::new("heading_clutter"), rows)
}

/// What a kind of block is called.
pub fn kind(category: Option<Category>) -> Message {
    Message::new(&format!("kind_{}", category.map_or("own", Category::as_str)))
}

/// A block, the reasons, and the buttons that undo or repeat the hiding.
fn block<'a>(words: &str, reasons: impl Iterator<Item = &'a Message>, buttons: Vec<Row>) -> Row {
    let mut rows = vec![Row::text(RowKind::Words, words)];
    rows.extend(reasons.map(|r| Row::message(RowKind::Line, r.clone())));
    rows.push(Row::holding(RowKind::Buttons, buttons));
    Row::holding(RowKind::Block, rows)
}

fn entry(entry: &Entry) -> Row {
    let node = entry.node;
    let kept = entry.kept.then(|| Message::new("reason_kept"));
    let buttons = match (entry.kept, entry.hidden, entry.category) {
        (true, ..) => vec![button("button_hide", Action::GiveUp { node })],
        (_, hidden, category) => {
            let mut buttons =
                vec![if hidden { button("button_show", Action::Show { node }) } else { button("button_hide", Action::Hide { node }) }];
            match category {
                Some(_) if entry.lasting => buttons.push(button("button_keep", Action::Keep { node })),
                Some(_) => {}
                None => buttons.push(button("button_forget", Action::Forget { node })),
            }
            buttons
        }
    };
    block(entry.quote, entry.clues.iter().chain(&kept), buttons)
}

fn switches(report: &Report, settings: &Settings, on: bool) -> Vec<Row> {
    let row = |key: &str, scope: Scope, on: bool| {
        let switch = Row::message(RowKind::Switch, Message::new(key)).doing(Action::Scope { scope, on: !on });
        Row { on: Some(on), ..switch }
    };
    let mut rows = vec![row("switch_page", Scope::Page, on)];
    if let Some(host) = &report.host {
        rows.push(row("switch_site", Scope::Site, settings.on_for(Some(host))));
    }
    rows.push(row("switch_everywhere", Scope::Everywhere, settings.everywhere));
    rows
}

fn maybe(report: &Report, blocks: &[Entry]) -> Option<Row> {
    let mut rows = Vec::new();
    for unsure in report.maybe.iter().filter(|b| blocks.iter().all(|e| e.node != b.node)) {
        let reasons = [kind(Some(unsure.category))];
        let hide = button("mode_hide", Action::Hide { node: unsure.node });
        rows.push(block(&unsure.quote, reasons.iter().chain(&unsure.clues), vec![hide]));
    }
    let open = Some(rows.len() <= BLOCKS_OPEN);
    (!rows.is_empty()).then(|| Row { open, ..group(Message::new("heading_maybe"), vec![list(rows)]) })
}

fn support(report: &Report) -> Option<Row> {
    let link = report.support.as_ref()?;
    // A link that is a picture says nothing; its host does.
    let shown = Some(link.label.clone()).filter(|l| !l.is_empty()).or_else(|| address::host(&link.href))?;
    let row = Row { href: Some(link.href.clone()), ..Row::text(RowKind::Link, &shown) };
    Some(group(Message::new("heading_support"), vec![row]))
}
