//! What is hidden on the fixture pages, and what must never change it.
//!
//! Each folder of tests/pages/KIND/NAME holds a page in our own words and what is expected of it. To add one, write its page.html and run
//! `LEDE_REFRESH=1 cargo test --test clutter`: it writes every expected.json and prints what changed. Read the difference before
//! it is committed: the expectation is what a reader would want, not what came out.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]

use lede::clutter::{self, Findings};
use lede::page::{NodeId, Page, html, snapshot};
use lede::{Engine, article::Article, model};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

struct Fixture {
    folder: PathBuf,
    name: String,
    html: String,
}

fn fixtures() -> Vec<Fixture> {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/pages");
    let mut found = Vec::new();
    for kind in fs::read_dir(&root).unwrap() {
        let kind = kind.unwrap().path();
        if !kind.is_dir() {
            continue;
        }
        for folder in fs::read_dir(&kind).unwrap() {
            let folder = folder.unwrap().path();
            let name = folder.strip_prefix(&root).unwrap().display().to_string();
            let html = fs::read_to_string(folder.join("page.html")).unwrap();
            found.push(Fixture { folder, name, html });
        }
    }
    found.sort_by(|a, b| a.name.cmp(&b.name));
    found
}

fn hidden(page: &Page, findings: &Findings) -> Vec<(u32, &'static str)> {
    findings.blocks.iter().filter(|b| b.category.is_nag()).map(|b| (page.number(b.node), b.category.as_str())).collect()
}

fn answer(page: &Page, article: &Article, findings: &Findings) -> Value {
    json!({
        "kind": article.kind.as_str(),
        "headline": article.headline.as_ref().map(|h| h.text.as_str()),
        "hidden": hidden(page, findings),
    })
}

/// One key a line, so that a difference is a line.
fn write(value: &Value) -> String {
    let lines: Vec<String> = value.as_object().unwrap().iter().map(|(k, v)| format!("  {}: {v}", json!(k))).collect();
    format!("{{\n{}\n}}\n", lines.join(",\n"))
}

#[test]
fn every_fixture_is_answered_as_expected() {
    let engine = Engine::built_in().unwrap();
    let refresh = std::env::var_os("LEDE_REFRESH").is_some();
    let mut wrong = Vec::new();
    for fixture in fixtures() {
        let page = html::read(&fixture.html, "");
        let (article, findings) = engine.read(&page);
        let now = write(&answer(&page, &article, &findings));
        let file = fixture.folder.join("expected.json");
        let expected = fs::read_to_string(&file).unwrap_or_default();
        if now == expected {
            continue;
        }
        let changes: Vec<String> = expected
            .lines()
            .filter(|l| !now.contains(*l))
            .map(|l| format!("-{l}"))
            .chain(now.lines().filter(|l| !expected.contains(*l)).map(|l| format!("+{l}")))
            .collect();
        wrong.push(format!("{}\n{}", fixture.name, changes.join("\n")));
        if refresh {
            fs::write(&file, &now).unwrap();
        }
    }
    if refresh {
        println!("{} changed\n{}", wrong.len(), wrong.join("\n"));
    } else {
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }
}

#[test]
fn the_fixtures_cover_languages_kinds_and_pages_to_leave_alone() {
    let fixtures = fixtures();
    let languages: BTreeSet<&str> = fixtures.iter().filter_map(|f| f.name.split('/').nth(1)?.split('-').next()).collect();
    let alone = fixtures.iter().filter(|f| fs::read_to_string(f.folder.join("expected.json")).unwrap().contains("\"hidden\": []")).count();
    assert!(fixtures.len() >= 60 && languages.len() >= 12, "{} pages, {languages:?}", fixtures.len());
    assert!(alone * 3 >= fixtures.len(), "{alone} of {} pages are left alone", fixtures.len());
}

/// The page as the content script would send it, with attributes as `change` makes them.
fn sent(page: &Page, change: impl Fn(Vec<(String, String)>) -> Vec<(String, String)>) -> String {
    let root = NodeId(0);
    let mut out = String::from("lede-snapshot 1\n\n");
    let mut open: Vec<NodeId> = Vec::new();
    let mut runs = page.runs(root).iter().peekable();
    let mut ids = page.ids().peekable();
    let close_to = |out: &mut String, open: &mut Vec<NodeId>, parent: Option<NodeId>| {
        while open.last().copied() != parent && open.pop().is_some() {
            out.push_str(">\n");
        }
    };
    loop {
        let next = ids.peek().copied();
        let due = runs.peek().is_some_and(|r| next.is_none_or(|n| r.before <= n));
        if due {
            let run = runs.next().unwrap();
            close_to(&mut out, &mut open, Some(run.parent));
            out.push_str(&format!("\"{}\n", page.run_text(run)));
        } else if let Some(id) = ids.next() {
            close_to(&mut out, &mut open, page.parent(id));
            let attributes = page.attributes(id).map(|(n, v)| (n.to_owned(), v.to_owned())).collect();
            out.push_str(&format!("<{}\t:n={}", page.tag(id), page.number(id)));
            for (name, value) in change(attributes) {
                out.push_str(&format!("\t{name}={value}"));
            }
            out.push('\n');
            open.push(id);
        } else {
            break;
        }
    }
    close_to(&mut out, &mut open, None);
    out
}

#[test]
fn the_order_of_attributes_does_not_matter() {
    let engine = Engine::built_in().unwrap();
    for fixture in fixtures() {
        let page = html::read(&fixture.html, "");
        let turned = snapshot::read(&sent(&page, |a| a.into_iter().rev().collect())).unwrap();
        assert_eq!(turned.len(), page.len());
        assert_eq!(hidden(&turned, &engine.read(&turned).1), hidden(&page, &engine.read(&page).1), "{}", fixture.name);
    }
}

/// Every word of a name becomes another one, the same for the same word.
fn renamed(value: &str) -> String {
    let letter = |c: char| match c {
        'a'..='z' => char::from(b'a' + (c as u8 - b'a' + 11) % 26),
        'A'..='Z' => char::from(b'A' + (c as u8 - b'A' + 11) % 26),
        c => c,
    };
    value.chars().map(letter).collect()
}

/// Names decide next to nothing: of 92 blocks none changes. A twentieth leaves room for the next learning.
#[test]
fn renaming_classes_changes_at_most_a_twentieth_of_what_is_hidden() {
    let engine = Engine::built_in().unwrap();
    let (mut before, mut kept) = (0, 0);
    for fixture in fixtures() {
        let page = html::read(&fixture.html, "");
        let new_names = |attributes: Vec<(String, String)>| {
            attributes.into_iter().map(|(n, v)| if n == "class" || n == "id" { (n, renamed(&v)) } else { (n, v) }).collect()
        };
        let other = snapshot::read(&sent(&page, new_names)).unwrap();
        let (was, is) = (engine.read(&page).1, engine.read(&other).1);
        let is: Vec<u32> = hidden(&other, &is).into_iter().map(|h| h.0).collect();
        let was: Vec<u32> = hidden(&page, &was).into_iter().map(|h| h.0).collect();
        before += was.len();
        kept += was.iter().filter(|n| is.contains(n)).count();
        if was.is_empty() {
            assert_eq!(is, was, "{}: a new name makes nothing an appeal", fixture.name);
        }
    }
    assert!(kept * 20 >= before * 19, "{kept} of {before}");
}

#[test]
fn unrelated_text_elsewhere_does_not_matter() {
    let engine = Engine::built_in().unwrap();
    for fixture in fixtures() {
        let page = html::read(&fixture.html, "");
        let more = fixture.html.replace("</footer>", "<p>The tide tables are printed at the corner of Pier Street.</p></footer>");
        let other = html::read(&more, "");
        assert!(other.len() > page.len(), "{}", fixture.name);
        assert_eq!(hidden(&other, &engine.read(&other).1), hidden(&page, &engine.read(&page).1), "{}", fixture.name);
    }
}

/// On the fixtures and on the sample newspaper, whatever the model says.
#[test]
fn what_is_promised_never_to_be_hidden_is_not_hidden() {
    let engine = Engine::built_in().unwrap();
    let www = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("www");
    let papers = fs::read_dir(www).unwrap().map(|f| f.unwrap().path()).filter(|f| f.extension().is_some_and(|e| e == "html"));
    let pages =
        fixtures().into_iter().map(|f| (f.name, f.html)).chain(papers.map(|f| (f.display().to_string(), fs::read_to_string(f).unwrap())));
    for (name, html) in pages {
        let page = html::read(&html, "");
        let (article, findings) = engine.read(&page);
        for block in findings.blocks.iter().filter(|b| b.category.is_nag()) {
            let holds = |n: NodeId| page.contains(block.node, n);
            assert!(!article.nodes.iter().any(|&n| holds(n)), "{name}: the story");
            assert!(article.kind != lede::article::Kind::Article || !article.paragraphs.is_empty(), "{name}: all of the story");
            assert!(!article.headline.as_ref().and_then(|h| h.node).is_some_and(holds), "{name}: the headline");
            for inner in page.subtree(block.node) {
                let kind = page.attribute(inner, "type").unwrap_or("");
                // A trap for machines is hidden by the page itself.
                let trap = page.ancestors(inner).any(|a| page.attribute(a, "style").is_some_and(|s| s.contains("display: none")));
                assert!(page.tag(inner) != "main" && (page.tag(inner) != "textarea" || trap), "{name}: <{}>", page.tag(inner));
                assert!(kind != "password" && kind != "search", "{name}: a field of type {kind}");
                assert!(!page.attribute(inner, "autocomplete").is_some_and(|a| a.starts_with("cc-")), "{name}: a field for a card");
            }
            assert!(!block.clues.is_empty() && block.confidence > 0.5, "{name}: every block has its reason");
        }
    }
}

#[test]
fn on_a_page_without_a_story_nothing_is_hidden_but_the_reader_may_ask() {
    let engine = Engine::built_in().unwrap();
    let page = html::read(
        "<html><body><h1>Shop</h1><ul><li><a href=/a>Lamps</a><li><a href=/b>Chairs</a></ul>\
         <aside class=newsletter><h3>Get our newsletter in your inbox</h3><form action=/newsletter><input type=email><button>Sign up</button></form></aside>",
        "",
    );
    let (_, findings) = engine.read(&page);
    assert_eq!(hidden(&page, &findings), []);
    assert!(!findings.maybe.is_empty());
}

/// A block that came late is judged under its ancestors, which are never hidden themselves.
#[test]
fn a_late_subtree_is_judged_and_its_ancestors_stay() {
    let engine = Engine::built_in().unwrap();
    let late = "lede-snapshot 1\nurl https://news.example/a\nfragment\n\n<html\t:n=0\t:context\tlang=en\n<body\t:n=12\t:context\n\
                <div\t:n=90\t:fixed\t:cover=0.8\n<h2\n\"Support our journalism\n>\n<p\n\"Readers like you keep our newsroom going. Please make a \
                contribution today.\n>\n<a\thref=/donate\n\"Make a contribution\n>\n<button\n\"Maybe later\n>\n>\n>\n>\n";
    let page = snapshot::read(late).unwrap();
    let (_, findings) = engine.read(&page);
    assert_eq!(hidden(&page, &findings), [(90, "donation")]);
    assert!(findings.blocks.iter().all(|b| b.overlay));
    assert_eq!(findings.support.map(|s| s.href).as_deref(), Some("https://news.example/donate"));
}

/// What tells stories and appeals from labels and menus without any words of a language.
#[test]
fn the_ends_of_sentences_are_counted() {
    let page = html::read(
        "<html><body><div id=a><p>Sign up for our newsletter.<p>Would you? It is free!<p>Newsletter</div>\
         <div id=b><p><a href=/newsletter>Newsletter</a></div></body></html>",
        "",
    );
    assert_eq!([counted(&page, "a", "stops"), counted(&page, "b", "stops")], [2.0 / 3.0, 0.0]);
}

/// A list of stories beside a sign-up is told by its links, though their addresses speak of policies and of giving.
#[test]
fn a_link_to_a_titled_address_leads_to_a_story() {
    let page = html::read(
        "<html><body><div id=a><p>Newsletter<p><a href=/policy/2024/why-the-ferry-gives-up-in-winter>Why the ferry gives up in winter</a>\
         <p><a href=/policy>How we use what you tell us</a></div></body></html>",
        "",
    );
    assert_eq!(["links", "story_links", "to_give"].map(|name| counted(&page, "a", name)), [2.0, 1.0, 0.0]);
}

/// A feature of the element with this id, on a page without a story.
fn counted(page: &Page, id: &str, feature: &str) -> f32 {
    let model = clutter::Model::read(model::BUILT_IN).unwrap();
    let node = page.ids().find(|&n| page.attribute(n, "id") == Some(id)).unwrap();
    let rows = clutter::candidates(page, &Article::default(), &model);
    let row = rows.iter().find(|r| r.0 == node).unwrap();
    row.1[clutter::FEATURES.iter().position(|f| *f == feature).unwrap()]
}
