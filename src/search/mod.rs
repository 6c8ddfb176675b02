//! Full-text search: words in, documents out, best first. It knows no claims, only documents of texts in fields.
//!
//! All reckoning is in whole numbers, but for what a word counts for in a document, which is rounded to one of fifteen
//! steps when the document is added: so native code and wasm find the same in the same order.

mod build;
mod bytes;
mod expand;
mod index;
mod letters;
mod scores;
pub mod stem;
mod strings;
mod weights;
mod words;

pub use build::{Builder, begins_word, is_same_word};
pub use expand::{Asked, How, Term};
pub use index::Index;
pub(crate) use letters::is_unspaced;
pub use scores::{Ranked, Scores, best};
pub(crate) use strings::Strings;
pub use weights::Field;
pub use words::Words;
