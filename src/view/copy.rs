//! The summary as something to paste: title, address, sentences, quotes.

use crate::report::Report;
use crate::summary::Quote;

/// Plain text.
pub fn text(report: &Report, sentences: &[&str]) -> String {
    let mut parts: Vec<String> = report.headline.iter().map(|h| h.text.clone()).collect();
    parts.extend(super::rows::source(report));
    parts.extend((!report.url.is_empty()).then(|| address(report).to_owned()));
    let mut out = parts.join("\n");
    for sentence in sentences {
        out += &format!("\n\n{sentence}");
    }
    for quote in &report.quotes {
        out += &format!("\n\n{} ({})", said(quote), speaker(quote));
    }
    out + "\n"
}

/// Markdown.
pub fn markdown(report: &Report, sentences: &[&str]) -> String {
    let title = escaped(report.headline.as_ref().map_or(address(report), |h| &h.text));
    let address = address(report).replace('(', "%28").replace(')', "%29");
    let mut out = if address.is_empty() { format!("# {title}\n") } else { format!("# [{title}]({address})\n") };
    if let Some(source) = super::rows::source(report) {
        out += &format!("\n{}\n", escaped(&source));
    }
    out.push('\n');
    for sentence in sentences {
        out += &format!("- {}\n", escaped(sentence));
    }
    for quote in &report.quotes {
        out += &format!("\n> {} — {}\n", escaped(&said(quote)), escaped(&speaker(quote)));
    }
    out
}

/// Who is quoted, in what role, through whom.
pub fn speaker(quote: &Quote) -> String {
    let mut out = quote.speaker.clone();
    for (before, part) in [(", ", &quote.role), (" · ", &quote.through)] {
        if let Some(part) = part {
            out += before;
            out += part;
        }
    }
    out
}

/// What is quoted in marks, what is reported without.
pub fn said(quote: &Quote) -> String {
    let bare = quote.reported || quote.text.starts_with(['“', '"', '„', '«', '»', '‘', '「', '『']);
    if bare { quote.text.clone() } else { format!("“{}”", quote.text) }
}

/// The page's address without the place in it.
fn address(report: &Report) -> &str {
    report.url.split('#').next().unwrap_or("")
}

/// The page's words as words, whatever marks they hold.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>') {
            out.push('\\');
        }
        out.push(c);
    }
    out
}
