//! ClaimReview and MediaReview (schema.org): the only place that knows their names. Reading is lenient and tells
//! what it skips; writing keeps to the rules that search engines state.

mod graph;
mod media;
mod parts;
mod read;
mod reading;
mod rules;
mod site;
mod write;

pub use graph::Graph;
pub use read::reviews;
pub use rules::{Breach, breaches};
pub use write::{ClaimReviews, write};
