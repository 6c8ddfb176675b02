//! Short ways to a dataset, a place to draw, and what is in it.

use factcheck::browser::{FactCheck, pack_bytes};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::{Document, Element};

pub fn document() -> Document {
    web_sys::window().unwrap().document().unwrap()
}

/// An element that is in no document: drawing must not need one.
pub fn place() -> Element {
    document().create_element("div").unwrap()
}

/// A dataset of one claim, with a text in every place that takes one.
pub fn with_text(text: &str) -> String {
    let quoted = js_sys::JSON::stringify(&text.into()).unwrap();
    TEMPLATE.replace("\"TEXT\"", &String::from(quoted))
}

/// Every field there is.
pub const TEMPLATE: &str = include_str!("../data/every-field.json");

pub fn pack(json: &str) -> Vec<u8> {
    pack_bytes(json.as_bytes()).map_err(message).unwrap()
}

pub fn fact_check(json: &str) -> FactCheck {
    FactCheck::new(&pack(json)).map_err(message).unwrap()
}

/// The message of an error that has crossed the boundary, which must be a real `Error`.
pub fn message(error: JsError) -> String {
    let value = JsValue::from(error);
    let error: &js_sys::Error = value.dyn_ref().expect("errors are instances of Error");
    error.message().into()
}

/// The message of what must fail.
#[track_caller]
pub fn refused<T>(result: Result<T, JsError>) -> String {
    match result {
        Ok(_) => panic!("must be refused"),
        Err(error) => message(error),
    }
}
