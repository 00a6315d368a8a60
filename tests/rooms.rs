//! Claims about the house: rooms go one way. A room is a folder or a file of `src`; what it uses stands before it in this list.

#![allow(clippy::unwrap_used)]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// What every room may use comes first, then the way of a page, then those who ask.
const ORDER: [&str; 21] = [
    "error", "case", "number", "order", "model", "page", "text", "article", "clutter", "summary", "settings", "report", "own", "view",
    "copies", "lib", "boundary", "pages", "wasm", "cli", "main",
];

#[test]
fn every_file_is_in_a_room_that_the_list_names() {
    let rooms: BTreeSet<String> = sources().iter().map(|path| room(path)).collect();
    for room in &rooms {
        assert!(ORDER.contains(&room.as_str()), "src/{room} has no place in the order");
    }
    assert_eq!(rooms.len(), ORDER.len(), "the list names a room that is gone");
}

#[test]
fn no_room_uses_a_later_one() {
    let mut backward = Vec::new();
    for path in sources() {
        let here = place(&room(&path));
        let text = fs::read_to_string(&path).unwrap();
        // Tests at the end of a file may look from outside.
        let code = text.split("#[cfg(test)]").next().unwrap_or_default();
        let said: String = code.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
        for used in used_rooms(&said).into_iter().filter(|used| place(used) > here) {
            backward.push(format!("{} uses {used}", path.display()));
        }
    }
    assert!(backward.is_empty(), "{}", backward.join("\n"));
}

#[test]
fn a_backward_use_is_seen_however_it_is_written() {
    assert_eq!(used_rooms("use crate::view::Row;"), ["view"]);
    assert_eq!(used_rooms("use crate::{Engine, own, view::{self, Row}};"), ["lib", "own", "view"]);
    assert_eq!(used_rooms("    let row = crate::report::frame(page, block);"), ["report"]);
    assert_eq!(used_rooms("use super::page;"), Vec::<&str>::new());
}

/// Rooms that code names by `crate::`. What is not a room is an item of lib.rs.
fn used_rooms(code: &str) -> Vec<&'static str> {
    let named = |word: &str| ORDER.iter().copied().find(|room| *room == word).unwrap_or("lib");
    let mut found = Vec::new();
    for after in code.split("crate::").skip(1) {
        if let Some(group) = after.strip_prefix('{') {
            let mut depth = 0;
            let mut word = String::new();
            for letter in group.chars() {
                match letter {
                    '{' => depth += 1,
                    '}' | ',' if depth == 0 => {
                        found.push(named(word.split("::").next().unwrap_or_default().trim()));
                        word.clear();
                        if letter == '}' {
                            break;
                        }
                    }
                    '}' => depth -= 1,
                    _ if depth == 0 => word.push(letter),
                    _ => {}
                }
            }
        } else {
            let word: String = after.chars().take_while(|letter| letter.is_alphanumeric() || *letter == '_').collect();
            found.push(named(&word));
        }
    }
    found
}

fn place(room: &str) -> usize {
    ORDER.iter().position(|each| *each == room).unwrap_or(usize::MAX)
}

fn room(path: &Path) -> String {
    let first = path.strip_prefix("src").unwrap().components().next().unwrap();
    Path::new(first.as_os_str()).file_stem().unwrap().to_string_lossy().into_owned()
}

fn sources() -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![PathBuf::from("src")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                found.push(path);
            }
        }
    }
    found
}
