#![no_main]

#[path = "../claims.rs"]
#[allow(dead_code)]
mod claims;

use lede::Engine;
use std::sync::LazyLock;

static ENGINE: LazyLock<Engine> = LazyLock::new(|| Engine::built_in().expect("the built-in model"));

libfuzzer_sys::fuzz_target!(|text: &str| claims::analysis_keeps_its_promises(&ENGINE, text));
