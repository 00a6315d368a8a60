#![no_main]

#[path = "../claims.rs"]
#[allow(dead_code)]
mod claims;

libfuzzer_sys::fuzz_target!(|text: &str| claims::snapshot_is_a_tree(text));
