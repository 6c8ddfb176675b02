//! What the widget itself says, in one language. The keys are the fields: a missing one does not compile.

use alloc::string::String;

use crate::date::Date;
use crate::model::{ChangeKind, Language, Quality, Reason, Relation, SourceKind, Weight};
use crate::text::push_number;

/// The interface texts of one language.
#[allow(missing_docs)]
pub struct Words {
    pub tag: &'static str,
    pub rtl: bool,
    pub quotes: [&'static str; 2],
    pub months: [&'static str; 12],
    /// In the order of [`Relation::ALL`], as all lists here follow their vocabulary.
    pub relations: [&'static str; 8],
    pub weights: [&'static str; 5],
    pub qualities: [&'static str; 3],
    pub reasons: [&'static str; 10],
    pub kinds: [&'static str; 12],
    pub changes: [&'static str; 5],
    /// The commonest languages, by primary subtag.
    pub languages: &'static [(&'static str, &'static str)],
    pub statement: &'static str,
    pub counter_statements: &'static str,
    pub no_counter_statement: &'static str,
    pub said_in: &'static str,
    pub sources: &'static str,
    pub no_source: &'static str,
    pub unknown_speaker: &'static str,
    pub undated: &'static str,
    pub paraphrased: &'static str,
    pub translation: &'static str,
    pub translation_ours: &'static str,
    pub archived: &'static str,
    pub no_link: &'static str,
    pub carries: &'static str,
    pub quote_verified: &'static str,
    pub verdict: &'static str,
    pub true_when_said: &'static str,
    pub not_true_when_said: &'static str,
    pub confidence: &'static str,
    pub would_change: &'static str,
    pub review_due: &'static str,
    pub full_check: &'static str,
    pub rating: [&'static str; 2],
    pub response: &'static str,
    pub more: &'static str,
    pub history: &'static str,
    pub hash: &'static str,
    pub hash_same: &'static str,
    pub hash_differs: &'static str,
    pub related: &'static str,
    pub topics: &'static str,
    pub claims: [&'static str; 2],
    pub contents: &'static str,
    pub search: &'static str,
    pub filter: &'static str,
    pub sort: &'static str,
    /// In the order of `Sort::ALL`.
    pub sorts: [&'static str; 3],
    /// In the order of `Facet::ALL`.
    pub facets: [&'static str; 7],
    /// Between how many were found and how many there are.
    pub of: &'static str,
    pub nothing_found: &'static str,
    pub show_all: &'static str,
    pub remove: &'static str,
    pub from: &'static str,
    pub updated: &'static str,
    pub methodology: &'static str,
    pub corrections: &'static str,
    pub license: &'static str,
}

/// English, American spelling.
pub static ENGLISH: Words = Words {
    tag: "en",
    rtl: false,
    quotes: ["“", "”"],
    months: [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
    relations: [
        "Denies it",
        "Contradicts it",
        "Corrects it",
        "Qualifies it",
        "Adds context",
        "Updates it",
        "Supports it",
        "Concedes a point",
    ],
    weights: [
        "Contested: the sources disagree",
        "The evidence leans against it",
        "The evidence refutes it",
        "The evidence leans toward it",
        "The evidence confirms it",
    ],
    qualities: ["Fact", "Opinion", "Prediction"],
    reasons: [
        "Factual error",
        "Missing context",
        "Outdated",
        "Unverified",
        "Cherry-picked",
        "Wrong cause",
        "Misquoted",
        "A matter of definition",
        "Manipulated media",
        "Satire",
    ],
    kinds: [
        "primary data",
        "official",
        "transcript",
        "peer-reviewed",
        "report",
        "news agency",
        "press",
        "broadcast",
        "book",
        "social media",
        "archive",
        "other",
    ],
    changes: ["Published", "Updated", "Corrected", "Reviewed", "Withdrawn"],
    languages: &[
        ("ar", "Arabic"),
        ("be", "Belarusian"),
        ("de", "German"),
        ("en", "English"),
        ("es", "Spanish"),
        ("fr", "French"),
        ("hi", "Hindi"),
        ("it", "Italian"),
        ("pl", "Polish"),
        ("pt", "Portuguese"),
        ("ru", "Russian"),
        ("tr", "Turkish"),
        ("uk", "Ukrainian"),
        ("zh", "Chinese"),
    ],
    statement: "Statement",
    counter_statements: "Counter-statements",
    no_counter_statement: "None is recorded.",
    said_in: "Said in",
    sources: "Sources",
    no_source: "No source is recorded.",
    unknown_speaker: "Speaker not recorded",
    undated: "undated",
    paraphrased: "Paraphrased",
    translation: "Translation",
    translation_ours: "Our translation",
    archived: "archived copy",
    no_link: "not online",
    carries: "carries",
    quote_verified: "quote verified",
    verdict: "Verdict",
    true_when_said: "True when it was said.",
    not_true_when_said: "Not true when it was said.",
    confidence: "Confidence",
    would_change: "What would change this",
    review_due: "review due",
    full_check: "Full check",
    rating: ["Rated", "on a scale from"],
    response: "Response",
    more: "More about this record",
    history: "History",
    hash: "SHA-256 of this record",
    hash_same: "The record matches its published hash.",
    hash_differs: "The record does not match its published hash.",
    related: "See also",
    topics: "Topics",
    claims: ["claim", "claims"],
    contents: "All claims",
    search: "Search",
    filter: "Filter and sort",
    sort: "Order",
    sorts: ["As listed", "Newest first", "Oldest first"],
    facets: ["Speaker", "Topic", "Counter-statement", "Evidence", "Year", "Language", "Kind of source"],
    of: "of",
    nothing_found: "No claim matches.",
    show_all: "Show all claims",
    remove: "Remove",
    from: "From",
    updated: "updated",
    methodology: "How claims are checked",
    corrections: "Report an error",
    license: "License",
};

impl Words {
    /// A relation, said so that it can follow the statement.
    pub fn relation(&self, relation: Relation) -> &'static str {
        self.relations[relation as usize]
    }

    /// The weight of evidence, as a sentence.
    pub fn weight(&self, weight: Weight) -> &'static str {
        self.weights[weight as usize]
    }

    /// What sort of sentence.
    pub fn quality(&self, quality: Quality) -> &'static str {
        self.qualities[quality as usize]
    }

    /// Why a verdict was given.
    pub fn reason(&self, reason: Reason) -> &'static str {
        self.reasons[reason as usize]
    }

    /// What kind of source.
    pub fn kind(&self, kind: SourceKind) -> &'static str {
        self.kinds[kind as usize]
    }

    /// What sort of change.
    pub fn change(&self, kind: ChangeKind) -> &'static str {
        self.changes[kind as usize]
    }

    /// A language's name, or its tag where the name is not known.
    pub fn language<'a>(&self, language: &'a Language) -> &'a str {
        let named = self.languages.iter().find(|(tag, _)| *tag == language.primary());
        named.map_or(language.as_str(), |(_, name)| name)
    }

    /// A date as readers write it, as precise as it is known.
    pub fn date(&self, date: Date) -> String {
        let mut text = String::new();
        if let Some(day) = date.day() {
            push_number(&mut text, day.into());
            text.push(' ');
        }
        if let Some(month) = date.month() {
            text.push_str(self.months[usize::from(month) - 1]);
            text.push(' ');
        }
        push_number(&mut text, date.year().into());
        text
    }
}
