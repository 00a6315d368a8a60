//! The sidebar's rows, top to bottom.

use super::{Action, Row, RowKind, Scope, is_on, listed};
use crate::article::Kind;
use crate::clutter::Category;
use crate::report::{Block, Fact, Message, Quote, Report, Sentence};
use crate::settings::{LENGTHS, Settings, State};

/// Words a minute of a reader in no hurry. M. Brysbaert, "How many words do we read per minute?" (2019): 238 for English non-fiction.
const WORDS_A_MINUTE: usize = 238;
/// Facts of one kind that are listed.
const FACTS_SHOWN: usize = 8;

/// All rows.
pub fn rows(report: &Report, state: &State, settings: &Settings) -> Vec<Row> {
    let mut rows = head(report);
    if report.kind == Kind::Article {
        rows.push(summary(report, settings));
        rows.extend(quotes(report));
        rows.extend(facts(report));
        rows.extend(outline(report));
    } else {
        rows.push(Row::message(RowKind::Note, Message::new("note_no_article")));
    }
    rows.push(clutter(report, state, settings));
    rows.extend(maybe(report, state));
    rows.extend(support(report));
    rows
}

fn group(heading: Message, rows: Vec<Row>) -> Row {
    Row { message: Some(heading), ..Row::holding(RowKind::Group, rows) }
}

fn head(report: &Report) -> Vec<Row> {
    let mut rows = Vec::new();
    if let Some(headline) = &report.headline {
        let title = Row::text(RowKind::Title, &headline.text);
        rows.push(match headline.node {
            Some(node) => title.doing(Action::Jump { node, text: headline.text.clone() }),
            None => title,
        });
    }
    let date = report.published.as_deref().and_then(|p| p.get(..10));
    let parts: Vec<&str> = [report.site.as_deref(), report.byline.as_deref(), date].into_iter().flatten().collect();
    if !parts.is_empty() {
        rows.push(Row::text(RowKind::Line, &parts.join(" · ")));
    }
    if report.kind == Kind::Article {
        let minutes = report.article.words.div_ceil(WORDS_A_MINUTE).max(1);
        rows.push(Row::message(RowKind::Line, Message::with("reading_time", [minutes.to_string()])));
    }
    rows
}

fn jump(kind: RowKind, shown: &str, sentence: &Sentence) -> Row {
    Row::text(kind, shown).doing(Action::Jump { node: sentence.node, text: sentence.text.clone() })
}

fn summary(report: &Report, settings: &Settings) -> Row {
    let sentences = report.summary(settings.sentences);
    let mut rows = Vec::new();
    if sentences.is_empty() {
        rows.push(Row::message(RowKind::Note, Message::new("note_too_short")));
    } else {
        rows.push(Row::holding(RowKind::List, sentences.iter().map(|s| jump(RowKind::Sentence, &s.text, s)).collect()));
        let lengths = LENGTHS.iter().zip(["length_short", "length_medium", "length_long"]).map(|(&length, key)| {
            let row = Row::message(RowKind::Button, Message::new(key)).doing(Action::Length { sentences: length });
            Row { on: Some(length == settings.sentences), ..row }
        });
        rows.extend(lengths);
    }
    if report.article.locked {
        rows.push(Row::message(RowKind::Note, Message::new("note_locked")));
    }
    if report.partial {
        rows.push(Row::message(RowKind::Note, Message::new("note_partial")));
    }
    group(Message::new("heading_summary"), rows)
}

fn quotes(report: &Report) -> Option<Row> {
    let row = |q: &Quote| {
        let speaker = match &q.role {
            Some(role) => format!("{}, {role}", q.speaker),
            None => q.speaker.clone(),
        };
        Row { rows: vec![Row::text(RowKind::Line, &speaker)], ..jump(RowKind::Quote, &q.text, &q.sentence) }
    };
    let rows: Vec<Row> = report.quotes.iter().map(row).collect();
    (!rows.is_empty()).then(|| group(Message::new("heading_quotes"), vec![Row::holding(RowKind::List, rows)]))
}

fn facts(report: &Report) -> Option<Row> {
    let row = |f: &Fact| jump(RowKind::Fact, &f.name, &f.sentence);
    let mut groups = Vec::new();
    for kind in ["person", "organisation", "place", "date", "amount"] {
        let rows: Vec<Row> = report.facts.iter().filter(|f| f.kind == kind).take(FACTS_SHOWN).map(row).collect();
        if !rows.is_empty() {
            groups.push(group(Message::new(&format!("fact_{kind}")), vec![Row::holding(RowKind::List, rows)]));
        }
    }
    (!groups.is_empty()).then(|| group(Message::new("heading_facts"), groups))
}

fn outline(report: &Report) -> Option<Row> {
    let rows: Vec<Row> = report.outline.iter().map(|s| jump(RowKind::Sentence, &s.text, s)).collect();
    (!rows.is_empty()).then(|| group(Message::new("heading_outline"), vec![Row::holding(RowKind::List, rows)]))
}

fn clutter(report: &Report, state: &State, settings: &Settings) -> Row {
    let on = is_on(report, state, settings);
    let blocks: Vec<&Block> = listed(report, state, settings).collect();
    let hidden = blocks.iter().filter(|b| on && !state.shown.contains(&b.node)).count();
    let mut rows = vec![Row::message(
        RowKind::Note,
        match hidden {
            _ if !on => Message::new("note_off"),
            0 if blocks.is_empty() => Message::new("note_nothing_hidden"),
            1 => Message::new("note_hidden_one"),
            n => Message::with("note_hidden_many", [n.to_string()]),
        },
    )];
    if on {
        for category in Category::ALL {
            let of_it: Vec<&&Block> = blocks.iter().filter(|b| b.category == category).collect();
            if !of_it.is_empty() {
                let heading = Message::with(&format!("category_{}", category.as_str()), [of_it.len().to_string()]);
                let list = of_it.iter().map(|b| entry(b, !state.shown.contains(&b.node))).collect();
                rows.push(group(heading, vec![Row::holding(RowKind::List, list)]));
            }
        }
        if hidden > 0 {
            rows.push(Row::message(RowKind::Button, Message::new("button_show_all")).doing(Action::ShowAll));
        }
        if hidden < blocks.len() {
            rows.push(Row::message(RowKind::Button, Message::new("button_hide_all")).doing(Action::HideAll));
        }
    }
    rows.extend(switches(report, settings, on));
    group(Message::new("heading_clutter"), rows)
}

/// A block with its reasons and the button that undoes or repeats the hiding.
fn entry(block: &Block, hidden: bool) -> Row {
    let mut rows: Vec<Row> = block.clues.iter().map(|c| Row::message(RowKind::Line, c.clone())).collect();
    let (key, action) =
        if hidden { ("button_show", Action::Show { node: block.node }) } else { ("button_hide", Action::Hide { node: block.node }) };
    rows.push(Row::message(RowKind::Button, Message::new(key)).doing(action));
    Row { rows, ..Row::text(RowKind::Block, &block.quote) }
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

fn maybe(report: &Report, state: &State) -> Option<Row> {
    let rows: Vec<Row> = report.maybe.iter().filter(|b| !state.hidden.contains(&b.node)).map(|b| entry(b, false)).collect();
    (!rows.is_empty()).then(|| group(Message::new("heading_maybe"), vec![Row::holding(RowKind::List, rows)]))
}

fn support(report: &Report) -> Option<Row> {
    let link = report.support.as_ref()?;
    let row = Row { href: Some(link.href.clone()), ..Row::text(RowKind::Link, &link.label) };
    Some(group(Message::new("heading_support"), vec![row]))
}
