//! What a dataset is made of: valid by construction, never changed once built.

#[cfg(feature = "reader")]
mod check;
mod claim;
mod dataset;
mod rule;
mod source;
mod table;
mod values;
mod verdict;

#[cfg(feature = "reader")]
pub use check::{Fault, RuleBreak};
pub use claim::{
    Change, ChangeKind, Claim, CounterStatement, Quality, Relation, Response, Statement, Weight, Wording,
};
pub use dataset::{Dataset, DatasetRecord, Hash, Identity};
pub use rule::Rule;
pub use source::{Archive, Citation, Person, Publisher, Quote, Source, SourceKind, Verification};
pub use table::Table;
pub use values::{Id, Language, Text};

pub use crate::score::Score;
pub use verdict::{Rating, Reason, Translation, Verdict};
