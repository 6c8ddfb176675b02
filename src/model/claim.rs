//! The claim: a statement, the statements that counter it, and what the evidence says.

use alloc::vec::Vec;

use super::rule::Rule;
use super::source::Citation;
use super::table::Table;
use super::values::{Id, Language, Text};
use super::verdict::{Translation, Verdict};
use crate::date::Date;
use crate::record::{record, vocabulary};

record! {
    /// A statement and everything that is known of it: the unit that is shown, linked and cited.
    pub struct Claim {
        /// Names the claim, once in the dataset; also its anchor in a page.
        pub id: Id,
        /// What was said.
        pub statement: Statement,
        /// What others say to it.
        pub counter_statements: Vec<CounterStatement>,
        /// What checkers concluded.
        pub verdicts: Vec<Verdict>,
        /// Where the evidence leans; drives order and layout.
        pub weight: Option<Weight>,
        /// The reply of whoever made the statement.
        pub response: Option<Response>,
        /// What changed in this record, and when.
        pub history: Vec<Change>,
        /// What it is about.
        pub topics: Vec<Text>,
        /// Ids of claims that belong beside it.
        pub related: Vec<Id>,
        /// Rules of the linter that are turned off for this claim.
        pub allow: Vec<Rule>,
    }
}

vocabulary! {
    /// Whether a text is in the speaker's own words. Quotation marks are drawn around verbatim text only.
    pub enum Wording {
        /// Word for word.
        Verbatim = "verbatim",
        /// In the editor's words.
        Paraphrase = "paraphrase",
    }
}

vocabulary! {
    /// What sort of sentence it is.
    pub enum Quality {
        /// It can be checked.
        Fact = "fact",
        /// It judges; nobody can check it.
        Opinion = "opinion",
        /// It speaks of what was then the future.
        Prediction = "prediction",
    }
}

record! {
    /// What was said, by whom, when and where.
    pub struct Statement {
        /// The words.
        pub text: Text,
        /// What it comes to, in at most 75 characters: the card's heading.
        pub summary: Option<Text>,
        /// The id of who said it.
        pub speaker: Option<Id>,
        /// When it was said.
        pub date: Option<Date>,
        /// The language of the text; the dataset's unless given.
        pub language: Option<Language>,
        /// Whether the text is word for word.
        pub wording: Option<Wording>,
        /// Fact, opinion or prediction.
        pub quality: Option<Quality>,
        /// The text in other languages.
        pub translations: Table<Language, Translation>,
        /// Where it was said or printed; the first is the first.
        pub said_in: Vec<Citation>,
    }
}

vocabulary! {
    /// What a counter-statement does to the statement.
    pub enum Relation {
        /// Whom the statement concerns says that it is not so.
        Denies = "denies",
        /// It cannot be true together with the statement.
        Contradicts = "contradicts",
        /// Evidence puts it right.
        Corrects = "corrects",
        /// True within limits that the statement leaves out.
        Qualifies = "qualifies",
        /// It adds what one must know to understand it.
        AddsContext = "adds-context",
        /// Later events have overtaken it.
        Updates = "updates",
        /// It speaks for the statement.
        Supports = "supports",
        /// The other side grants a point.
        Concedes = "concedes",
    }
}

record! {
    /// What somebody says to a statement, with sources. At least one of `said_in` and `sources` is filled.
    pub struct CounterStatement {
        /// What it does to the statement.
        pub relation: Relation,
        /// The words.
        pub text: Text,
        /// The id of who said it.
        pub speaker: Option<Id>,
        /// When it was said.
        pub date: Option<Date>,
        /// The language of the text; the dataset's unless given.
        pub language: Option<Language>,
        /// Whether the text is word for word.
        pub wording: Option<Wording>,
        /// Fact, opinion or prediction.
        pub quality: Option<Quality>,
        /// The text in other languages.
        pub translations: Table<Language, Translation>,
        /// Where it was said or printed.
        pub said_in: Vec<Citation>,
        /// Further evidence for it.
        pub sources: Vec<Citation>,
    }
}

vocabulary! {
    /// Where the evidence leans, all in all.
    pub enum Weight {
        /// The sources disagree, and nothing settles it.
        Contested = "contested",
        /// More speaks against the statement than for it.
        LeansAgainst = "leans-against",
        /// The evidence rules it out.
        Refuted = "refuted",
        /// More speaks for the statement than against it.
        LeansFor = "leans-for",
        /// The evidence bears it out.
        Confirmed = "confirmed",
    }
}

record! {
    /// The reply of whoever made the statement.
    pub struct Response {
        /// The words.
        pub text: Text,
        /// When it was given.
        pub date: Option<Date>,
        /// The id of the source it stands in.
        pub source: Option<Id>,
    }
}

vocabulary! {
    /// What happened to a record.
    pub enum ChangeKind {
        /// It appeared.
        Published = "published",
        /// Something was added.
        Update = "update",
        /// An error was put right.
        Correction = "correction",
        /// It was looked at again.
        Review = "review",
        /// It was taken back.
        Withdrawn = "withdrawn",
    }
}

record! {
    /// One change of a record.
    pub struct Change {
        /// When.
        pub date: Date,
        /// What sort of change.
        pub kind: ChangeKind,
        /// What changed, for readers.
        pub text: Text,
    }
}
