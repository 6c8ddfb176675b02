//! The boundary's contract, in real browsers: `wasm-pack test --headless --chrome` (or `--firefox`, `--safari`).
#![cfg(target_arch = "wasm32")]

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

#[path = "web/support.rs"]
mod support;

#[path = "web/back_ends.rs"]
mod back_ends;
#[path = "web/draw.rs"]
mod draw;
#[path = "web/reader.rs"]
mod reader;
