//! `Value`: a dataset file as plain data, before anything is known of its meaning.
//!
//! JSON text gives it through our parser, which knows places; JavaScript objects through serde-wasm-bindgen,
//! as any serde format could. Depth and number of values are limited while reading, before memory is taken.

use alloc::{string::String, vec::Vec};

#[cfg(feature = "reader")]
use crate::error::Step;
#[cfg(feature = "reader")]
use crate::text::sorted_indices;

/// How deep objects and lists may nest. The record itself needs 9.
#[cfg(feature = "reader")]
pub(crate) const MAX_DEPTH: usize = 32;

/// How many values a file or object may hold in all. Half a million claims of twenty fields.
#[cfg(feature = "reader")]
pub(crate) const MAX_VALUES: usize = 10_000_000;

/// Plain data. Objects keep the order of the file; a name occurs in them once.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs)]
pub enum Value {
    Null,
    Bool(bool),
    Number(f64),
    Text(String),
    List(Vec<Node>),
    Object(Vec<(String, Node)>),
}

/// A value and its place.
#[derive(Debug, Clone, PartialEq)]
pub struct Node {
    /// The byte offset in the text, of the name if it is a field; 0 without a text.
    pub at: u32,
    /// The byte offset behind the value; 0 without a text.
    pub end: u32,
    /// The value.
    pub value: Value,
}

impl Node {
    /// A value without a text.
    pub fn plain(value: Value) -> Node {
        Node { at: 0, end: 0, value }
    }

    /// The value at a path, or the nearest value around it that exists.
    #[cfg(feature = "reader")]
    pub fn nearest_to(&self, path: &[Step]) -> &Node {
        let mut node = self;
        for step in path {
            let inside = match (step, &node.value) {
                (Step::Key(key), Value::Object(fields)) => {
                    fields.iter().find(|(name, _)| name == key).map(|(_, it)| it)
                }
                (Step::Index(i), Value::List(list)) => list.get(*i),
                _ => None,
            };
            match inside {
                Some(inside) => node = inside,
                None => break,
            }
        }
        node
    }
}

/// The position of a field whose name an earlier one has.
#[cfg(feature = "reader")]
pub(crate) fn repeated(fields: &[(String, Node)]) -> Option<usize> {
    // By sorting: no hash map, no randomness in the core.
    let by_name = sorted_indices(fields.len(), &|a, b| fields[a].0 < fields[b].0);
    by_name.windows(2).find(|pair| fields[pair[0]].0 == fields[pair[1]].0).map(|pair| pair[1])
}
