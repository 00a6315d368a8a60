//! Forms and their fields, buttons, pictures, headings.

use super::{Count, Tally};
use crate::page::{NodeId, Page};

pub(super) fn count(page: &Page, tally: &mut Tally) {
    for id in page.ids() {
        let count = match page.tag(id) {
            "input" => match field(page, id) {
                Some(c) => c,
                None => continue,
            },
            "button" => Count::Buttons,
            "textarea" if is_put_away(page, id) => continue,
            "textarea" => Count::TextAreas,
            "select" => Count::Choices,
            "form" => Count::Forms,
            "img" | "video" | "picture" | "figure" => Count::Pictures,
            "iframe" => Count::Frames,
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => Count::Headings,
            "li" => Count::Lists,
            "a" if looks_like_a_button(page, id) => Count::Buttons,
            _ => match page.attribute(id, "role") {
                Some("button") => Count::Buttons,
                Some("heading") => Count::Headings,
                _ => continue,
            },
        };
        tally.add(id, count, 1.0);
    }
}

/// Whether a place to write is hidden where it stands: those of captchas, and traps for machines.
fn is_put_away(page: &Page, id: NodeId) -> bool {
    std::iter::once(id).chain(page.ancestors(id)).take(3).any(|n| {
        page.has_attribute(n, "hidden")
            || page.attribute(n, "style").is_some_and(|s| s.contains("none"))
            || page.attribute(n, "class").is_some_and(|c| c.split_whitespace().any(|w| w == "d-none"))
    })
}

fn looks_like_a_button(page: &Page, id: NodeId) -> bool {
    page.attribute(id, "role") == Some("button")
        || page.attribute(id, "class").is_some_and(|c| {
            c.split(|c: char| !c.is_ascii_alphanumeric()).any(|w| matches!(w, "btn" | "button" | "Button" | "cta" | "Btn" | "CTA"))
        })
}

/// What an `input` is for, as far as it can be told.
pub(super) fn field(page: &Page, id: NodeId) -> Option<Count> {
    let attribute = |name: &str| page.attribute(id, name).unwrap_or("").to_ascii_lowercase();
    let kind = attribute("type");
    match kind.as_str() {
        "hidden" => return None,
        "submit" | "button" | "image" | "reset" => return Some(Count::Buttons),
        "checkbox" | "radio" => return Some(Count::Choices),
        "password" => return Some(Count::SecretFields),
        "search" => return Some(Count::SearchFields),
        "email" => return Some(Count::EmailFields),
        "file" | "range" | "color" => return None,
        _ => {}
    }
    let complete = attribute("autocomplete");
    // `new-password` on a field for text is how traps for machines keep browsers from filling them in.
    if complete.starts_with("cc-") || complete == "current-password" {
        return Some(Count::SecretFields);
    }
    let about = [attribute("name"), attribute("id"), attribute("placeholder"), attribute("aria-label"), complete];
    let says = |words: &[&str]| about.iter().any(|a| words.iter().any(|w| a.contains(w)));
    if says(&["email", "e-mail", "e_mail", "@", "correo", "mailadres", "メール", "邮箱", "郵箱", "이메일", "почт"]) {
        Some(Count::EmailFields)
    } else if says(&["search", "suche", "buscar", "recherche", "cerca", "zoek", "query"]) || about.iter().any(|a| a == "q" || a == "s") {
        Some(Count::SearchFields)
    } else {
        Some(Count::TextFields)
    }
}
