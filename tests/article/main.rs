//! Claims about what the article finder takes for the story, on small pages made for each trap.
#![cfg(feature = "html")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, missing_docs)]

mod about;
mod any;
mod kind;
mod text;

use lede::article::{self, Article, Kind, Model, ParagraphKind};
use lede::model::BUILT_IN;
use lede::page::{Page, html, snapshot};

fn model() -> Model {
    Model::read(BUILT_IN).expect("the built-in model reads")
}

fn find(source: &str) -> (Page, Article) {
    let page = html::read(source, "https://news.example/2026/bridge");
    let article = article::find(&page, &model());
    (page, article)
}

fn text(article: &Article) -> String {
    article.paragraphs.iter().map(|p| p.text.as_str()).collect::<Vec<_>>().join("\n")
}

/// Paragraphs of a story about a bridge; each is told from the others by its number.
fn story(from: usize, to: usize) -> String {
    const SAID: [&str; 6] = [
        "The council closed the old bridge on Monday after engineers found cracks in two of its piers, and buses now take the long way round.",
        "Residents on the east bank said they had warned about the noise for years, but nobody had come to look until a lorry lost a wheel there.",
        "A new span would cost eleven million and take three summers, the city's builder told the committee, which will vote before the holidays.",
        "Shops near the ramp count fewer customers, and the baker has moved her stall to the station, where commuters change for the ferry.",
        "The ferry runs every ten minutes and carries bicycles free of charge; in the first week it brought four thousand people across.",
        "Nobody was hurt. The last inspection was two years ago, and the report, which the paper has read, asked for another within months.",
    ];
    (from..to).map(|i| format!("<p>{} It was day {i} of the closure.</p>\n", SAID[i % SAID.len()])).collect()
}

fn page(body: &str) -> String {
    format!(
        "<!doctype html><html lang=en><head><title>Old bridge closed after cracks found | The Example</title></head><body>\
         <header><nav><ul><li><a href=/>Home</a></li><li><a href=/city>City</a></li><li><a href=/sport>Sport</a></li></ul></nav></header>\
         {body}\
         <footer><ul><li><a href=/about>About us</a></li><li><a href=/terms>Terms of use</a></li></ul><p>© The Example 2026. All rights reserved.</p></footer>\
         </body></html>"
    )
}

const HEADLINE: &str = "<h1>Old bridge closed after cracks found</h1>";
const RELATED: &str = "<section class=related><h3>More from the city</h3><ul><li><a href=/1>Market hall to open on Sundays from spring</a></li>\
    <li><a href=/2>Swimmers want the river back</a></li><li><a href=/3>Tram line five gets new cars</a></li></ul></section>";
