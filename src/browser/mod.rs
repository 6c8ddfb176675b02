//! The boundary to JavaScript: each method decodes, calls, encodes. Compiled for wasm32 only.

#[cfg(feature = "widget")]
mod batch;
#[cfg(feature = "identity")]
mod identity;
#[cfg(feature = "reader")]
mod reader;
#[cfg(feature = "widget")]
mod widget;

#[cfg(feature = "identity")]
pub use identity::claim_hashes;
#[cfg(feature = "reader")]
pub use reader::{pack_bytes, pack_value};
#[cfg(feature = "widget")]
pub use widget::FactCheck;
