#![no_main]

#[path = "../claims.rs"]
#[allow(dead_code)]
mod claims;

use lede::Engine;

thread_local! {
    static ENGINE: Engine = Engine::built_in().expect("the built-in model");
}

libfuzzer_sys::fuzz_target!(|text: &str| ENGINE.with(|engine| claims::analysis_keeps_its_promises(engine, text)));
