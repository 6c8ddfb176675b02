//! The identity module: recomputes the hashes of a pack. Loaded when a reader looks at a record's details.

use alloc::string::String;

use wasm_bindgen::prelude::*;

use crate::dataset::pack;
use crate::identity;

/// The hashes of the claims of a pack as they are, whatever the pack says they are: a line for each claim, its id,
/// a blank and the SHA-256 in hexadecimal. Empty when the bytes are not a pack.
#[wasm_bindgen(js_name = claimHashes)]
pub fn claim_hashes(bytes: &[u8]) -> String {
    let mut lines = String::new();
    if let Ok((_, body)) = pack::open(bytes) {
        identity::claim_hashes(body, &mut |id, hash| {
            lines.push_str(id);
            lines.push(' ');
            lines.push_str(&hash.to_hex());
            lines.push('\n');
        });
    }
    lines
}
