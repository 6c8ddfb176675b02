//! The boundary to JavaScript: each method decodes, calls, encodes. Compiled for wasm32 only.

#[cfg(any(feature = "widget", feature = "search"))]
mod batch;
#[cfg(feature = "search")]
mod finder;
#[cfg(feature = "identity")]
mod identity;
#[cfg(feature = "reader")]
mod reader;
#[cfg(feature = "widget")]
mod widget;

#[cfg(feature = "search")]
pub use finder::Finder;
#[cfg(feature = "identity")]
pub use identity::claim_hashes;
#[cfg(feature = "reader")]
pub use reader::{pack_bytes, pack_value};
#[cfg(feature = "widget")]
pub use widget::FactCheck;
