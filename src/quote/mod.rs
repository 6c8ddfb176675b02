//! Finding a quote in a text: the TextQuoteSelector of the W3C Web Annotation Data Model (2017, section 4.2.4), with a
//! position as a hint. First the words as they are, whatever the typography; then what comes near.

mod approximate;
#[cfg(feature = "cli")]
mod compare;
mod find;
mod likeness;

#[cfg(feature = "cli")]
pub use compare::{Change, Comparison, Outcome, compare};
pub use find::{Document, Fit, Place, Selector};
