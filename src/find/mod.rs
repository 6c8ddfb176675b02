//! Finding claims: by the words in them, by facets, in an order. A function of the dataset and a query; the same native
//! and in the browser. How words are found in texts is the business of [`crate::search`].

mod ask;
mod facets;
mod found;
mod index;
mod lookup;
mod marks;
mod query;
mod texts;

pub use facets::{Facet, FacetValue};
pub use found::Found;
pub use index::Index;
pub use lookup::{Decision, LookUp};
pub use marks::Marks;
pub use query::{Query, Sort};
