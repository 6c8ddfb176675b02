//! Our file format in and out: strict reading of JSON, the binary pack, the JSON Schema, the bundled data.

#[cfg(feature = "cli")]
mod check_all;
#[cfg(feature = "reader")]
mod json;
pub mod pack;
#[cfg(feature = "reader")]
mod read;
#[cfg(feature = "cli")]
mod schema;

#[cfg(feature = "cli")]
pub use check_all::all_errors;
#[cfg(feature = "cli")]
pub(crate) use check_all::check_all;
#[cfg(feature = "cli")]
pub(crate) use json::parse as parse_json;
#[cfg(feature = "cli")]
pub(crate) use read::{check, decode_utf8, expect_data};
#[cfg(feature = "reader")]
pub use read::{parse, parse_bytes, to_pack, value_to_pack};
#[cfg(feature = "cli")]
pub use schema::schema;

/// The bundled dataset as its JSON file; the shipped widget carries the same as a pack.
#[cfg(feature = "reader")]
pub const BUNDLED: &str = include_str!("bundled/belarus-base.json");

/// The pack that this build of the widget carries.
#[cfg(feature = "bundle")]
pub const BUNDLED_PACK: &[u8] = include_bytes!(env!("FACT_CHECK_BUNDLE"));
