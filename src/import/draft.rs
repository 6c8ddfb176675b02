//! A fact check as another format has it: strings as they came, nothing checked yet.

use alloc::{string::String, vec::Vec};

use crate::model::{Quality, Reason, Relation, SourceKind, Weight, Wording};

/// One fact check on its way in. What is left empty stays absent from the record.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Draft {
    /// What its place of origin calls it: becomes the claim's id, as far as ids allow.
    pub id: Option<String>,
    /// The statement.
    pub statement: DraftSaying,
    /// What it comes to, as a heading.
    pub summary: Option<String>,
    /// What others say to it.
    pub counter_statements: Vec<DraftCounter>,
    /// What checkers concluded.
    pub verdicts: Vec<DraftVerdict>,
    /// Where the evidence leans, when the format says so.
    pub weight: Option<Weight>,
    /// What it is about.
    pub topics: Vec<String>,
}

/// Words that somebody said.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct DraftSaying {
    /// The words: plain text, or HTML that `Prose` has already reduced.
    pub text: String,
    /// Who said them.
    pub speaker: Option<DraftPerson>,
    /// When, as it is written there.
    pub date: Option<DraftDate>,
    /// The language: a BCP 47 tag or the name of a language in English.
    pub language: Option<String>,
    /// Whether the text is word for word.
    pub wording: Option<Wording>,
    /// Fact, opinion or prediction.
    pub quality: Option<Quality>,
    /// Translations, by language tag.
    pub translations: Vec<(String, String)>,
    /// Where the words stand.
    pub said_in: Vec<DraftSource>,
}

/// A counter-statement.
#[derive(Debug, Clone, PartialEq)]
pub struct DraftCounter {
    /// What it does to the statement.
    pub relation: Relation,
    /// The words.
    pub saying: DraftSaying,
    /// Further evidence for it.
    pub sources: Vec<DraftSource>,
}

/// Somebody who says things.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct DraftPerson {
    /// The name.
    pub name: String,
    /// Office or profession.
    pub role: Option<String>,
    /// Pages about the same person.
    pub same_as: Vec<String>,
}

/// A date as it is written, and what its digits may mean.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct DraftDate {
    /// As it stands there.
    pub written: String,
    /// The order of day and month where both are numbers.
    pub order: DateOrder,
}

/// How `03/04/2021` is to be read.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum DateOrder {
    /// Nobody said: a date that can be read in two ways is left out, with a warning.
    #[default]
    Unknown,
    /// 3 April.
    DayFirst,
    /// March 4.
    MonthFirst,
}

/// A work that words or evidence are taken from.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct DraftSource {
    /// Its title; the address stands in where there is none.
    pub title: Option<String>,
    /// Where it is on the web.
    pub url: Option<String>,
    /// Who published it.
    pub publisher: Option<String>,
    /// Who wrote it.
    pub author: Option<String>,
    /// When it was published.
    pub date: Option<DraftDate>,
    /// Its language: a BCP 47 tag or a name in English.
    pub language: Option<String>,
    /// What kind of document it is.
    pub kind: Option<SourceKind>,
    /// A copy in a web archive.
    pub archive: Option<String>,
    /// The passage: exact, prefix, suffix.
    pub quote: Option<DraftQuote>,
    /// Whether another source of the same address and another title is another source.
    pub by_title: bool,
}

/// A passage of a source.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct DraftQuote {
    /// The passage, verbatim.
    pub exact: String,
    /// Text directly before it.
    pub prefix: Option<String>,
    /// Text directly after it.
    pub suffix: Option<String>,
}

/// What a checker concluded.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct DraftVerdict {
    /// The conclusion in words.
    pub label: String,
    /// What it holds for.
    pub scope: Option<String>,
    /// The number, as it is written: value, worst, best.
    pub rating: Option<DraftRating>,
    /// Why, in fixed words.
    pub reasons: Vec<Reason>,
    /// Why, in a sentence or two.
    pub explanation: Option<String>,
    /// Who concluded it.
    pub by: Option<String>,
    /// The full check.
    pub url: Option<String>,
    /// When it was concluded.
    pub date: Option<DraftDate>,
    /// The evidence for it.
    pub sources: Vec<DraftSource>,
}

/// A number on a scale, as it is written.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct DraftRating {
    /// The number given.
    pub value: String,
    /// The least true end; absent is 1, as schema.org has it.
    pub worst: Option<String>,
    /// The truest end; absent is 5, as schema.org has it.
    pub best: Option<String>,
}

impl From<&str> for DraftDate {
    fn from(written: &str) -> DraftDate {
        DraftDate { written: written.into(), order: DateOrder::Unknown }
    }
}
