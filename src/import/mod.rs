//! Import: what others keep, made into our records. Lenient where the strict reader is not: whatever is skipped
//! or changed is told, with its place, and the numbers add up (records in = imported + refused).
//!
//! A reader for each format makes [`Found`]s of [`Draft`]s; one funnel makes records of all of them.

mod addresses;
mod annotation;
mod clean;
mod columns;
mod dates;
mod draft;
mod funnel;
mod google;
mod ids;
mod languages;
mod links;
mod making;
mod map;
mod mapped;
mod markup;
mod own_annotation;
mod pick;
mod plain;
mod presets;
mod prose;

use alloc::{string::String, vec::Vec};

pub use annotation::{annotations, is_annotations};
pub use columns::{dates as dates_of, guess as guess_map, own as own_map};
pub use dates::{ReadDate, guess_order, read as read_date, time_of};
pub use draft::{
    DateOrder, Draft, DraftCounter, DraftDate, DraftPerson, DraftQuote, DraftRating, DraftSaying,
    DraftSource, DraftVerdict,
};
pub use funnel::{Funnel, Record, Taken};
pub use google::{claims as google_claims, is_answer as is_google_answer};
pub use making::Citations;
pub use map::{SourceMap, Sources, TableMap};
pub use mapped::mapped;
pub use pick::{Lists, Pick, Row};
pub use presets::{PRESETS, preset};
pub use prose::{Link, Prose};

/// One record of the other format.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    /// Where it stands there, for messages: `line 17`, `row 3`, `@graph[2]`.
    pub place: String,
    /// What it says, or why it cannot be used: a message without full stop.
    pub draft: Result<Draft, String>,
    /// What was skipped or changed in reading it.
    pub warnings: Vec<String>,
}
