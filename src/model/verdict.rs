//! Verdicts: the label, and everything a label must not stand without.

use alloc::vec::Vec;

use super::source::Citation;
use super::values::Text;
use crate::date::Date;
use crate::record::{record, vocabulary};
use crate::score::Score;
use crate::url::WebUrl;

vocabulary! {
    /// Why a statement got its verdict.
    pub enum Reason {
        /// It says something that is not so.
        FactualError = "factual-error",
        /// It leaves out what one must know to understand it.
        MissingContext = "missing-context",
        /// It was so, and no longer is.
        Outdated = "outdated",
        /// Nobody has shown it.
        Unverified = "unverified",
        /// It picks the fitting part of the evidence.
        CherryPicked = "cherry-picked",
        /// It names the wrong cause.
        WrongCause = "wrong-cause",
        /// It gives words that were not said, or not so.
        Misquoted = "misquoted",
        /// It turns on what a word means.
        Definition = "definition",
        /// Its picture, sound or document was altered.
        ManipulatedMedia = "manipulated-media",
        /// It was meant as a joke.
        Satire = "satire",
    }
}

record! {
    /// What a checker concluded, for one scope.
    pub struct Verdict {
        /// The conclusion in words, as readers see it.
        pub label: Text,
        /// What it holds for: a definition, a place, a period.
        pub scope: Option<Text>,
        /// The number behind the label, if the checker uses a scale.
        pub rating: Option<Rating>,
        /// Why, in fixed words.
        pub reasons: Vec<Reason>,
        /// Why, in a sentence or two.
        pub explanation: Option<Text>,
        /// Who concluded it.
        pub by: Option<Text>,
        /// The full check.
        pub url: Option<WebUrl>,
        /// When it was concluded.
        pub date: Option<Date>,
        /// When it is to be looked at again.
        pub review_by: Option<Date>,
        /// Whether the statement was true when it was said.
        pub true_when_said: Option<bool>,
        /// How sure, in words.
        pub confidence: Option<Text>,
        /// What would change it.
        pub would_change: Option<Text>,
        /// The evidence for it.
        pub sources: Vec<Citation>,
    }
}

record! {
    /// A number on a checker's scale.
    pub struct Rating {
        /// The number given.
        pub value: Score,
        /// The least true end of the scale.
        pub worst: Score,
        /// The truest end of the scale.
        pub best: Score,
    }
}

record! {
    /// A text in another language.
    pub struct Translation {
        /// The translated text.
        pub text: Text,
        /// Whose translation it is; `ours` for the publisher's own.
        pub by: Option<Text>,
    }
}
