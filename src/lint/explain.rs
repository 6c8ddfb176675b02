//! The pages that explain the rules: why there is one, a bad and a good example. `factcheck check --explain`
//! prints them; the examples are run by the tests.

/// Every rule with a page: those that can be turned off, and those that make a record invalid.
pub fn names() -> impl Iterator<Item = &'static str> {
    PAGES.iter().map(|(name, _)| *name)
}

/// The page of a rule, in Markdown.
pub fn explanation(name: &str) -> Option<&'static str> {
    PAGES.iter().find(|(it, _)| *it == name).map(|(_, page)| *page)
}

const PAGES: &[(&str, &str)] = &[
    ("ambiguous-quote", include_str!("rules/ambiguous-quote.md")),
    ("circular-origin", include_str!("rules/circular-origin.md")),
    ("dead-archive", include_str!("rules/dead-archive.md")),
    ("duplicate-claim", include_str!("rules/duplicate-claim.md")),
    ("foreign-language", include_str!("rules/foreign-language.md")),
    ("future-date", include_str!("rules/future-date.md")),
    ("long-summary", include_str!("rules/long-summary.md")),
    ("missing-source", include_str!("rules/missing-source.md")),
    ("no-citation", include_str!("rules/no-citation.md")),
    ("number-without-scale", include_str!("rules/number-without-scale.md")),
    ("off-scale", include_str!("rules/off-scale.md")),
    ("one-origin", include_str!("rules/one-origin.md")),
    ("one-sided", include_str!("rules/one-sided.md")),
    ("overdue-review", include_str!("rules/overdue-review.md")),
    ("same-text", include_str!("rules/same-text.md")),
    ("unanswered", include_str!("rules/unanswered.md")),
    ("unknown-claim", include_str!("rules/unknown-claim.md")),
    ("unknown-person", include_str!("rules/unknown-person.md")),
    ("unknown-source", include_str!("rules/unknown-source.md")),
    ("unused-record", include_str!("rules/unused-record.md")),
    ("verdict-without-author", include_str!("rules/verdict-without-author.md")),
    ("verdict-without-date", include_str!("rules/verdict-without-date.md")),
    ("verdict-without-reason", include_str!("rules/verdict-without-reason.md")),
];
