//! Reads the command line and hands each subcommand its part.

mod english;
mod inspect;
mod summarize;

use lede::clutter::Category;
use lede::error::Error;
use lede::{Engine, model};
use lexopt::{Arg, Parser, ValueExt};
use std::ffi::{OsStr, OsString};
use std::io::Read;

const HELP: &str = "\
Lede hides a news page's appeals and sums up its article.

lede inspect [--url URL] [--json] [--hide CATEGORY,...] [--snapshot] FILE...
    Says what would be hidden on each page and why, and sums it up. `-` is standard input.
    --json       one JSON object a line for each file
    --url URL    the address the page came from, for its links
    --hide LIST  hide these too: consent, related, social, ad, comments
    --snapshot   the files are snapshots by the extension's eyes.js, not HTML
lede summarize [--json] [--sentences N] [FILE...]
    Sums up a text, a paragraph a line; or JSON lines {\"id\",\"title\",\"text\",\"lang\"} with --json.

--model FILE     decide with another model than the built-in one
--help, --version
";

/// What the command line asks for.
#[derive(Debug, Default)]
struct Options {
    url: String,
    json: bool,
    snapshot: bool,
    sentences: Option<usize>,
    model: Option<String>,
    hide: Vec<Category>,
    files: Vec<OsString>,
}

/// Runs a command line; whether all inputs were answered.
///
/// # Errors
/// [`Error::Usage`] for words that are off, [`Error::Model`] for a model that cannot be read.
pub fn run(args: impl IntoIterator<Item = OsString>) -> Result<bool, Error> {
    let mut parser = Parser::from_iter(args);
    let mut command = None;
    let mut options = Options::default();
    while let Some(arg) = parser.next().map_err(usage)? {
        match arg {
            Arg::Long("help") | Arg::Short('h') => {
                print(HELP);
                return Ok(true);
            }
            Arg::Long("version") | Arg::Short('V') => {
                print(concat!("lede ", env!("CARGO_PKG_VERSION"), "\n"));
                return Ok(true);
            }
            Arg::Long("json") => options.json = true,
            Arg::Long("snapshot") => options.snapshot = true,
            Arg::Long("url") => options.url = string(&mut parser)?,
            Arg::Long("model") => options.model = Some(read_text(&parser.value().map_err(usage)?)?),
            Arg::Long("sentences") => {
                let count: usize = parser.value().and_then(|v| v.parse()).map_err(usage)?;
                options.sentences = Some(count);
            }
            Arg::Long("hide") => {
                for name in string(&mut parser)?.split(',').map(str::trim).filter(|n| !n.is_empty()) {
                    options.hide.push(Category::parse(name).ok_or_else(|| Error::Usage(format!("There is no category `{name}`.")))?);
                }
            }
            Arg::Value(word) if command.is_none() => command = Some(word.string().map_err(usage)?),
            Arg::Value(file) => options.files.push(file),
            other => return Err(usage(other.unexpected())),
        }
    }
    let engine = Engine::new(options.model.as_deref().unwrap_or(model::BUILT_IN))?;
    match command.as_deref() {
        Some("inspect") => inspect::run(&engine, &options),
        Some("summarize") => summarize::run(&engine, &options),
        Some(other) => Err(Error::Usage(format!("There is no command `{other}`."))),
        None => {
            print(HELP);
            Ok(true)
        }
    }
}

fn usage(error: lexopt::Error) -> Error {
    let text = error.to_string();
    let mut letters = text.chars();
    let sentence: String = letters.next().map(|c| c.to_uppercase().chain(letters).collect()).unwrap_or_default();
    Error::Usage(format!("{sentence}."))
}

fn string(parser: &mut Parser) -> Result<String, Error> {
    parser.value().and_then(|v| v.string()).map_err(usage)
}

/// The bytes of a file, `-` being standard input.
fn read(file: &OsStr) -> Result<Vec<u8>, Error> {
    let mut bytes = Vec::new();
    let done =
        if file == "-" { std::io::stdin().lock().read_to_end(&mut bytes).map(|_| ()) } else { std::fs::read(file).map(|b| bytes = b) };
    done.map(|()| bytes).map_err(|why| Error::File(file.to_string_lossy().into_owned(), why.to_string()))
}

/// The text of a file; what is not UTF-8 in it is replaced.
fn read_text(file: &OsStr) -> Result<String, Error> {
    read(file).map(|bytes| String::from_utf8(bytes).unwrap_or_else(|e| String::from_utf8_lossy(e.as_bytes()).into_owned()))
}

/// Writes to standard output; a reader that has gone (a closed pipe) ends the program quietly.
fn print(text: &str) {
    use std::io::Write;
    if std::io::stdout().lock().write_all(text.as_bytes()).is_err() {
        std::process::exit(0);
    }
}
