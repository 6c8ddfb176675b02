//! A tree as one flat list of instructions, to cross into JavaScript in one call.
//!
//! Every instruction is one number: the kind in the low three bits, above them the length of its text in
//! UTF-16 units. The texts of all instructions follow one another in one string.

use alloc::vec::Vec;

use wasm_bindgen::prelude::*;
use web_sys::Node;

use crate::html::{StepKind, Tree};

#[wasm_bindgen(module = "/src/browser/replay.js")]
extern "C" {
    /// Builds the elements and puts them into the root, in place of what was there.
    fn replay(root: &Node, ops: &[u32], text: &str);
}

/// Builds the elements of a tree and puts them into the root, in place of what was there.
pub(super) fn draw(tree: &Tree, root: &Node) {
    replay(root, &instructions(tree), tree.step_text());
}

/// The instructions of a tree; their text is the tree's own.
fn instructions(tree: &Tree) -> Vec<u32> {
    let mut rest = tree.step_text();
    let steps = tree.steps().iter();
    steps
        .map(|step| {
            let (text, after) = rest.split_at_checked(step.len as usize).unwrap_or_default();
            rest = after;
            let kind = match step.kind {
                StepKind::Open => 0,
                StepKind::Name => 1,
                StepKind::Value => 2,
                StepKind::Text => 3,
                StepKind::Close => 4,
            };
            (text.encode_utf16().count() as u32) << 3 | kind
        })
        .collect()
}
