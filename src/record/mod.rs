//! How a record is declared: one declaration gives the Rust type, its place in the binary pack and its shape.
//! From the shape follow the strict reader and the JSON Schema, so that none of them can drift apart.

mod declare;
#[cfg(feature = "reader")]
mod faults;
#[cfg(feature = "cli")]
mod json_schema;
#[cfg(feature = "reader")]
mod pack;
#[cfg(feature = "identity")]
mod plain;
#[cfg(feature = "reader")]
mod read_value;
#[cfg(feature = "shapes")]
mod shape;
mod unpack;
#[cfg(feature = "shapes")]
mod value;

pub(crate) use declare::{record, text_type, vocabulary};
#[cfg(feature = "reader")]
pub(crate) use faults::MAX_ERRORS;
#[cfg(feature = "cli")]
pub(crate) use json_schema::json_schema;
#[cfg(feature = "reader")]
pub(crate) use pack::pack;
#[cfg(feature = "cli")]
pub(crate) use pack::{Partly, pack_partly};
#[cfg(feature = "identity")]
pub(crate) use plain::plain;
#[cfg(feature = "reader")]
pub use read_value::{ValueError, read_value};
#[cfg(feature = "shapes")]
pub(crate) use shape::{Field, RecordShape, Shape, Shaped, TextShape, WordShape};
pub(crate) use unpack::{Unpack, Unpacker};
#[cfg(feature = "reader")]
pub(crate) use value::{MAX_DEPTH, MAX_VALUES, repeated};
#[cfg(feature = "shapes")]
pub use value::{Node, Value};
