//! The try-it page: a sample, or a page of the reader's own, as it was and without what Lede would hide; the reasons, the summary and
//! the facts. The HTML is parsed here, and shown in frames that can run nothing.

use super::draw::{Drawn, all, by_id, clear, control, data, document, hit, listen, put};
use crate::Engine;
use crate::article::Kind;
use crate::clutter::Category;
use crate::copies::{Show, copy};
use crate::page::html;
use crate::report::{Block, Message, Report};
use crate::settings::Settings;
use crate::summary::FactKind;
use js_sys::{JSON, Reflect, Uint8Array};
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Document, DragEvent, Element, File, HtmlIFrameElement, HtmlTextAreaElement, Response, TextDecoder};

/// Bytes of the largest page that is read: pages without their pictures are smaller, and a parser in one piece holds the window up.
const LARGEST: f64 = 4_000_000.0;
/// Bytes in which a page says how it is encoded. HTML Standard, 13.2.3.2.
const PRESCAN: usize = 1024;
/// Facts of one kind that are listed.
const FACTS_SHOWN: usize = 12;

/// The page and what it reads with.
struct Demo {
    document: Document,
    engine: Engine,
    english: JsValue,
}

/// Starts the page.
///
/// # Errors
/// What the browser threw: the page is then not the one that belongs to this code.
#[wasm_bindgen]
pub fn demo() -> Drawn<()> {
    let document = document()?;
    let engine = Engine::built_in().map_err(|e| JsValue::from(e.to_string()))?;
    let english = JSON::parse(include_str!("../../extension/_locales/en/messages.json"))?;
    let demo = Rc::new(Demo { document, engine, english });
    demo.listen()?;
    demo.sample("plea");
    Ok(())
}

impl Demo {
    fn listen(self: &Rc<Self>) -> Drawn<()> {
        let demo = self.clone();
        listen(&self.document, "click", move |event| {
            if let Some(button) = hit(&event, "[data-sample]") {
                demo.sample(&data(&button, "sample"));
            } else if hit(&event, "#own").is_some() {
                let _ = demo.open_own();
            } else if let Some(button) = hit(&event, "[data-do]") {
                let _ = match data(&button, "do").as_str() {
                    "choose" => by_id(&demo.document, "file").map(|f| f.click()),
                    _ => by_id(&demo.document, "source").map(|s| demo.show_own(&s.unchecked_into::<HtmlTextAreaElement>().value())),
                };
            }
        })?;
        let demo = self.clone();
        listen(by_id(&self.document, "file")?.as_ref(), "change", move |event| {
            let Some(input) = control(&event) else { return };
            if let Some(file) = input.files().and_then(|f| f.get(0)) {
                demo.file(file);
            }
            // So that the same file can be chosen again.
            input.set_value("");
        })?;
        // A page dropped beside the field would replace this one.
        for event in ["dragover", "dragleave", "drop"] {
            let demo = self.clone();
            listen(&self.document, event, move |dragged| {
                dragged.prevent_default();
                if let Ok(field) = by_id(&demo.document, "drop") {
                    let _ = field.class_list().toggle_with_force("over", event == "dragover");
                }
                let transfer = dragged.dyn_ref::<DragEvent>().and_then(DragEvent::data_transfer);
                let Some(transfer) = transfer.filter(|_| event == "drop") else { return };
                match transfer.files().and_then(|f| f.get(0)) {
                    Some(file) => demo.file(file),
                    None => {
                        let text = ["text/html", "text/plain"].iter().filter_map(|t| transfer.get_data(t).ok()).find(|t| !t.is_empty());
                        if let Some(text) = text {
                            demo.show_own(&text);
                        }
                    }
                }
            })?;
        }
        Ok(())
    }

    fn open_own(&self) -> Drawn<()> {
        let (own, bring) = (by_id(&self.document, "own")?, by_id(&self.document, "bring")?);
        let opens = bring.hidden();
        bring.set_hidden(!opens);
        own.set_attribute("aria-expanded", if opens { "true" } else { "false" })
    }

    /// Reads one of the samples, which lie beside this page.
    fn sample(self: &Rc<Self>, name: &str) {
        let demo = self.clone();
        let name = name.to_owned();
        spawn_local(async move {
            match fetch(&format!("samples/{name}.html")).await {
                Ok(text) => demo.show(&text, "https://www.example.com/news/story", Some(&name)),
                Err(_) => demo.problem("problem-file"),
            }
        });
    }

    fn file(self: &Rc<Self>, file: File) {
        let demo = self.clone();
        spawn_local(async move {
            if file.size() > LARGEST {
                return demo.problem("problem-large");
            }
            match read(&file).await {
                Ok(text) => demo.show_own(&text),
                Err(_) => demo.problem("problem-file"),
            }
        });
    }

    fn show_own(&self, text: &str) {
        if text.len() as f64 > LARGEST { self.problem("problem-large") } else { self.show(text, "", None) }
    }

    /// Reads a page and shows what came of it.
    fn show(&self, source: &str, url: &str, sample: Option<&str>) {
        if self.draw(source, url, sample).is_err() {
            self.problem("problem-engine");
        }
    }

    fn problem(&self, which: &str) {
        for (id, hidden) in [("problem-large", true), ("problem-file", true), ("problem-engine", true), ("result", true), (which, false)] {
            if let Ok(element) = by_id(&self.document, id) {
                element.set_hidden(hidden);
            }
        }
        if let Ok(state) = by_id(&self.document, "state") {
            clear(&state);
        }
    }

    fn draw(&self, source: &str, url: &str, sample: Option<&str>) -> Drawn<()> {
        let report = self.engine.report(&html::read(source, url), &[]);
        let settings = Settings::default();
        let hidden: Vec<&Block> = report.blocks.iter().filter(|b| settings.hides(b.category)).collect();
        let named: Vec<(u32, String)> = hidden.iter().map(|b| (b.node, self.kind(b.category))).collect();
        let numbers: Vec<u32> = hidden.iter().map(|b| b.node).collect();
        self.frame("before", &copy(source, Show::Outlined(&named)))?;
        self.frame("after", &copy(source, Show::Without(&numbers, hidden.iter().any(|b| b.overlay))))?;
        for button in all(&self.document, "[data-sample]")? {
            button.set_attribute("aria-pressed", if Some(data(&button, "sample").as_str()) == sample { "true" } else { "false" })?;
        }
        let place = by_id(&self.document, "report")?;
        clear(&place);
        self.hidden(&place, &report, &hidden)?;
        self.article(&place, &report, &settings)?;
        for (id, hide) in [("problem-large", true), ("problem-file", true), ("problem-engine", true), ("result", false)] {
            by_id(&self.document, id)?.set_hidden(hide);
        }
        let said = match hidden.len() {
            0 => self.say(&Message::new("note_nothing_hidden")),
            1 => self.say(&Message::new("note_hidden_one")),
            n => self.say(&Message::with("note_hidden_many", [n.to_string()])),
        };
        by_id(&self.document, "state")?.set_text_content(Some(&said));
        self.document.document_element().ok_or("no page")?.set_attribute("data-ready", sample.unwrap_or("own"))
    }

    fn frame(&self, id: &str, html: &str) -> Drawn<()> {
        by_id(&self.document, id)?.unchecked_into::<HtmlIFrameElement>().set_srcdoc(html);
        Ok(())
    }

    fn hidden(&self, place: &Element, report: &Report, hidden: &[&Block]) -> Drawn<()> {
        let part = self.part(place, "heading_clutter")?;
        if hidden.is_empty() {
            put(&part, "p", "about", &self.say(&Message::new("note_nothing_hidden")))?;
        }
        for category in Category::ALL {
            self.blocks(&part, &self.kind(category), hidden.iter().copied().filter(|b| b.category == category))?;
        }
        self.blocks(&part, &self.say(&Message::new("heading_maybe")), report.maybe.iter())?;
        if let Some(link) = &report.support {
            put(&part, "h3", "", &self.say(&Message::new("heading_support")))?;
            let line = put(&part, "p", "", "")?;
            let shown = put(&line, "a", "", &link.label)?;
            // The core gives http, https and mailto alone. A sample's address leads nowhere, and need not know where it was clicked.
            shown.set_attribute("href", &link.href)?;
            shown.set_attribute("rel", "noreferrer noopener")?;
            shown.set_attribute("target", "_blank")?;
        }
        Ok(())
    }

    fn blocks<'a>(&self, part: &Element, heading: &str, blocks: impl Iterator<Item = &'a Block>) -> Drawn<()> {
        let mut list = None;
        for block in blocks {
            if list.is_none() {
                put(part, "h3", "", heading)?;
                list = Some(put(part, "ul", "", "")?);
            }
            let Some(list) = &list else { continue };
            let row = put(list, "li", "block", "")?;
            put(&row, "p", "", &block.quote)?.set_attribute("dir", "auto")?;
            for clue in &block.clues {
                put(&row, "p", "reason", &self.say(clue))?;
            }
        }
        Ok(())
    }

    fn article(&self, place: &Element, report: &Report, settings: &Settings) -> Drawn<()> {
        let lang = report.lang.as_deref().unwrap_or("");
        let part = self.part(place, "heading_summary")?;
        let sentences = report.summary(settings.sentences);
        if report.kind != Kind::Article || sentences.is_empty() {
            let key = if report.kind == Kind::Article { "note_too_short" } else { "note_no_article" };
            put(&part, "p", "about", &self.say(&Message::new(key)))?;
            return Ok(());
        }
        list(&part, "", lang, sentences.iter().map(|s| (s.text.as_str(), None)))?;
        if report.article.locked {
            put(&part, "p", "about", &self.say(&Message::new("note_locked")))?;
        }
        if !report.quotes.is_empty() {
            let part = self.part(place, "heading_quotes")?;
            let who = |q: &crate::summary::Quote| q.role.as_ref().map_or_else(|| q.speaker.clone(), |r| format!("{}, {r}", q.speaker));
            let said: Vec<(String, String)> = report.quotes.iter().map(|q| (q.text.clone(), who(q))).collect();
            list(&part, "said", lang, said.iter().map(|(text, who)| (text.as_str(), Some(who.as_str()))))?;
        }
        if !report.facts.is_empty() {
            let part = self.part(place, "heading_facts")?;
            for kind in FactKind::ALL {
                let named: Vec<_> = report.facts.iter().filter(|f| f.kind == kind).take(FACTS_SHOWN).collect();
                if !named.is_empty() {
                    put(&part, "h3", "", &self.say(&Message::new(&format!("fact_{}", kind.as_str()))))?;
                    list(&part, "", lang, named.iter().map(|f| (f.name.as_str(), f.day.as_deref())))?.set_class_name("facts");
                }
            }
        }
        Ok(())
    }

    fn part(&self, place: &Element, heading: &str) -> Drawn<Element> {
        let part = put(place, "section", "", "")?;
        put(&part, "h2", "", &self.say(&Message::new(heading)))?;
        Ok(part.into())
    }

    fn kind(&self, category: Category) -> String {
        self.say(&Message::new(&format!("kind_{}", category.as_str())))
    }

    /// A message in English: a page of the web has no messages in the reader's language at hand.
    fn say(&self, message: &Message) -> String {
        let entry = Reflect::get(&self.english, &message.key.as_str().into()).and_then(|m| Reflect::get(&m, &"message".into()));
        let Some(mut text) = entry.ok().and_then(|m| m.as_string()) else { return message.key.clone() };
        for (i, arg) in message.args.iter().enumerate() {
            text = text.replace(&format!("${}", i + 1), arg);
        }
        text
    }
}

/// A list of the page's own words, each with a line of its own below where there is one.
fn list<'a>(part: &Element, class: &str, lang: &str, rows: impl Iterator<Item = (&'a str, Option<&'a str>)>) -> Drawn<Element> {
    let list = put(part, "ul", "", "")?;
    list.set_attribute("lang", lang)?;
    for (text, below) in rows {
        let row = put(&list, "li", class, text)?;
        row.set_attribute("dir", "auto")?;
        if let Some(below) = below {
            put(&row, "small", "", below)?;
        }
    }
    Ok(list.into())
}

async fn fetch(path: &str) -> Drawn<String> {
    let window = web_sys::window().ok_or("no window")?;
    let answer: Response = JsFuture::from(window.fetch_with_str(path)).await?.dyn_into()?;
    if !answer.ok() {
        return Err("not there".into());
    }
    JsFuture::from(answer.text()?).await?.as_string().ok_or_else(|| "no text".into())
}

/// The text of a file, in the encoding that it names, else UTF-8.
async fn read(file: &File) -> Drawn<String> {
    let bytes = Uint8Array::new(&JsFuture::from(file.array_buffer()).await?).to_vec();
    let start: String = bytes.iter().take(PRESCAN).map(|&b| char::from(b).to_ascii_lowercase()).collect();
    let named = start.split_once("charset=").map(|(_, rest)| rest.trim_start_matches(['"', '\'', ' ']));
    let label: String = named.unwrap_or("utf-8").chars().take_while(|c| c.is_ascii_alphanumeric() || "-_:.".contains(*c)).collect();
    let decoder = TextDecoder::new_with_label(&label).or_else(|_| TextDecoder::new())?;
    decoder.decode_with_u8_array(&bytes)
}
