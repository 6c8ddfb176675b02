//! Finding claims: by the words in them, by facets, in an order. A function of the dataset and a query; the same native
//! and in the browser.

mod facets;
mod index;
mod query;

pub use facets::{Facet, FacetValue};
pub use index::{Found, Index};
pub use query::{Query, Sort};
