//! The reader module: a dataset file or a JavaScript object in, a pack out. Loaded only when a page brings
//! data in that form.

use alloc::{format, string::ToString, vec::Vec};

use wasm_bindgen::prelude::*;

use crate::dataset;
use crate::error::{Error, Errors};
use crate::record::read_value;

/// How large a dataset file may be in a page, in bytes: 64 MiB. Reading takes a multiple of it in memory that
/// the page never gets back.
const MAX_BYTES: usize = 64 << 20;

/// Makes a pack of a dataset file as it came from the network.
///
/// # Errors
/// An `Error` whose message has a line for everything that is wrong, each with line, column, path and cure;
/// one for files larger than 64 MiB.
#[wasm_bindgen(js_name = packBytes)]
pub fn pack_bytes(bytes: &[u8]) -> Result<Vec<u8>, JsError> {
    if bytes.len() > MAX_BYTES {
        let help = "make a pack of it: factcheck pack";
        return Err(into_error(Error::whole("is larger than 64 MiB", help).into()));
    }
    dataset::to_pack(bytes).map_err(into_error)
}

/// Makes a pack of a JavaScript object in the form of a dataset file. `undefined` counts as absent.
///
/// # Errors
/// An `Error` whose message has a line for everything that is wrong, each with path and cure.
#[wasm_bindgen(js_name = packValue)]
pub fn pack_value(value: JsValue) -> Result<Vec<u8>, JsError> {
    let value = read_value(serde_wasm_bindgen::Deserializer::from(value)).map_err(|failed| {
        let help = "give plain objects, lists, strings, numbers and booleans";
        let error = Error::whole(format!("cannot be read: {}", failed.error), help);
        into_error(Error { path: failed.path, ..error }.into())
    })?;
    dataset::value_to_pack(&value).map_err(into_error)
}

fn into_error(errors: Errors) -> JsError {
    JsError::new(&errors.to_string())
}
