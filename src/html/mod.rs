//! The tree that views build, and its serialiser.
//!
//! What the tree cannot hold: scripts, styles, event handlers, links other than checked ones, raw HTML.
//!
//! It is kept flat, as the list of steps that build it, with all text in one string. That is a third of the
//! code of nested nodes, it needs two allocations instead of one a node, and the browser back end can hand
//! the list over as it is.

mod link;
mod names;
mod tree;
mod write;

pub use link::Link;
pub use names::{Attribute, Tag};
pub use tree::{Mark, Step, StepKind, Tree};
pub use write::escape;
#[cfg(feature = "extras")]
pub use write::module_script;
