//! The boundary to JavaScript: each method decodes, calls, encodes. Compiled for wasm32 only.

#[cfg(any(feature = "widget", feature = "search", feature = "extras"))]
mod batch;
#[cfg(feature = "extras")]
mod extras;
#[cfg(feature = "search")]
mod finder;
#[cfg(feature = "identity")]
mod identity;
#[cfg(feature = "reader")]
mod reader;
#[cfg(feature = "widget")]
mod widget;

#[cfg(feature = "extras")]
pub use extras::Extras;
#[cfg(feature = "search")]
pub use finder::Finder;
#[cfg(feature = "identity")]
pub use identity::claim_hashes;
#[cfg(feature = "reader")]
pub use reader::{pack_bytes, pack_value};
#[cfg(feature = "widget")]
pub use widget::FactCheck;
