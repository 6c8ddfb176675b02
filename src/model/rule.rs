//! The rules of the editorial linter, by name: a record says which of them are turned off for it.

use crate::record::vocabulary;

vocabulary! {
    /// A rule of `factcheck check` that can be turned off. `factcheck check --explain RULE` says why there is one.
    pub enum Rule {
        /// A quote occurs more than once in the text of its source.
        AmbiguousQuote = "ambiguous-quote",
        /// An archived copy that cannot be a copy of the source, or does not say when it was made.
        DeadArchive = "dead-archive",
        /// Words in another language than the dataset's that do not say so.
        ForeignLanguage = "foreign-language",
        /// A date that is still to come.
        FutureDate = "future-date",
        /// A summary over 75 characters.
        LongSummary = "long-summary",
        /// A statement without a place where it was said.
        MissingSource = "missing-source",
        /// A rating whose scale is explained nowhere.
        NumberWithoutScale = "number-without-scale",
        /// Sources that all carry the words of one.
        OneOrigin = "one-origin",
        /// Nothing for the statement was looked for.
        OneSided = "one-sided",
        /// A review that should have happened.
        OverdueReview = "overdue-review",
        /// A counter-statement in the statement's own words.
        SameText = "same-text",
        /// A statement with neither counter-statement nor verdict.
        Unanswered = "unanswered",
        /// A person or source that nothing refers to.
        UnusedRecord = "unused-record",
        /// A verdict that does not say whose it is.
        VerdictWithoutAuthor = "verdict-without-author",
        /// A verdict that does not say when it was reached.
        VerdictWithoutDate = "verdict-without-date",
        /// A verdict that does not say why.
        VerdictWithoutReason = "verdict-without-reason",
    }
}
