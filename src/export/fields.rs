//! Which field of the record each format carries. From this table follow the messages about what is left out, and
//! `src/INTERCHANGE.md` shows it; a test holds both against what is really written.

use alloc::{format, string::String, vec::Vec};

use super::Selection;
use crate::model::{Citation, Claim, CounterStatement, Source, Statement, Verdict};

/// A format to write.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// ClaimReview of schema.org.
    ClaimReview,
    /// A table for spreadsheets.
    Csv,
    /// CommonMark.
    Markdown,
    /// CSL-JSON, for the sources.
    CslJson,
    /// BibTeX and BibLaTeX, for the sources.
    BibTex,
    /// W3C Web Annotations.
    Annotations,
    /// Atom, for changes and verdicts.
    Atom,
    /// JSON Feed, for changes and verdicts.
    JsonFeed,
    /// Argdown.
    Argdown,
}

impl Format {
    /// All of them, in the order of the table.
    pub const ALL: &'static [Format] = &[
        Format::ClaimReview,
        Format::Csv,
        Format::Markdown,
        Format::CslJson,
        Format::BibTex,
        Format::Annotations,
        Format::Atom,
        Format::JsonFeed,
        Format::Argdown,
    ];
}

/// Whether a format carries a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Carried {
    /// Wherever it occurs.
    Yes,
    /// In some places; whoever writes the format tells of the others.
    Part,
    /// Nowhere.
    No,
}

/// A field of the record.
pub struct Field {
    /// Its record and its name in it.
    pub path: &'static str,
    carried: &'static [u8],
    count: Count,
}

/// How often a field occurs.
type Count = fn(&Selection<'_>) -> usize;

impl Field {
    /// Whether a format carries it.
    pub fn carried_by(&self, format: Format) -> Carried {
        match self.carried.get(2 * format as usize) {
            Some(b'y') => Carried::Yes,
            Some(b'p') => Carried::Part,
            _ => Carried::No,
        }
    }

    fn record(&self) -> &'static str {
        self.path.split('.').next().unwrap_or(self.path)
    }

    fn name(&self) -> &'static str {
        self.path.split_once('.').map_or(self.path, |(_, name)| name)
    }
}

/// A row of the table: for each format in order `y` for yes, `p` for in part, `-` for no.
const fn row(carried: &'static str, path: &'static str, count: Count) -> Field {
    Field { path, carried: carried.as_bytes(), count }
}

/// Every field, with what each format does with it. The first field of a record is one that it never lacks.
pub const FIELDS: &[Field] = &[
    // ClaimReview, CSV, Markdown, CSL-JSON, BibTeX, annotations, Atom, JSON Feed, Argdown
    row("- - - - - y y y -", "dataset.id", |_| 1),
    row("- - y - - y y y y", "dataset.title", |_| 1),
    row("- - y - - - y y -", "dataset.description", |it| one(&it.dataset.description)),
    row("y y y - - y y y -", "dataset.language", |_| 1),
    row("p - y - - y y y -", "dataset.publisher", |it| one(&it.dataset.publisher)),
    row("- - y - - - - - -", "dataset.methodology", |it| one(&it.dataset.methodology)),
    row("- - y - - - - - -", "dataset.corrections", |it| one(&it.dataset.corrections)),
    row("- - y - - - y - -", "dataset.license", |it| one(&it.dataset.license)),
    row("- - y - - - y - -", "dataset.updated", |it| one(&it.dataset.updated)),
    row("y y y - - y y y y", "people.name", |it| it.people().len()),
    row("y y y - - - - - -", "people.role", |it| it.people().iter().filter(|it| it.1.role.is_some()).count()),
    row("y - p - - - - - -", "people.same_as", |it| it.people().iter().map(|it| it.1.same_as.len()).sum()),
    row("p p y y y p - - y", "sources.title", |it| it.sources().len()),
    row("- - - y y - - - -", "sources.id", |it| it.sources().len()),
    row("p - y y y p - - -", "sources.publisher", |it| sources(it, |it| one(&it.publisher))),
    row("p - y y y p - - -", "sources.author", |it| sources(it, |it| one(&it.author))),
    row("p p y y y p - - y", "sources.url", |it| sources(it, |it| one(&it.url))),
    row("p - y y y p - - -", "sources.date", |it| sources(it, |it| one(&it.date))),
    row("p - y y y p - - -", "sources.language", |it| sources(it, |it| one(&it.language))),
    row("- - y y y p - - -", "sources.kind", |it| sources(it, |it| one(&it.kind))),
    row("- - y y y - - - -", "sources.derived_from", |it| sources(it, |it| one(&it.derived_from))),
    row("p - y y y p - - -", "sources.archive", |it| sources(it, |it| one(&it.archive))),
    row("- - y y y p - - -", "sources.archive.date", |it| {
        sources(it, |it| one(&it.archive.as_ref().and_then(|it| it.date)))
    }),
    row("y y y - - y y y y", "statement.text", |it| it.claims.len()),
    row("p y y - - - y y y", "statement.summary", |it| statements(it, |it| one(&it.summary))),
    row("y y y - - y y y y", "statement.speaker", |it| statements(it, |it| one(&it.speaker))),
    row("y y y - - p y y y", "statement.date", |it| statements(it, |it| one(&it.date))),
    row("y y y - - y - - -", "statement.language", |it| statements(it, |it| one(&it.language))),
    row("- y y - - p - - -", "statement.wording", |it| statements(it, |it| one(&it.wording))),
    row("- y y - - - - - -", "statement.quality", |it| statements(it, |it| one(&it.quality))),
    row("- - y - - - - - -", "statement.translations", |it| statements(it, |it| it.translations.len())),
    row("y y y - - p - - y", "statement.said_in", |it| it.statement_citations().count()),
    row("- - y - - p - - -", "statement.said_in.quote", |it| quotes(it.statement_citations())),
    row("- - - - - p - - -", "statement.said_in.quote.prefix", |it| surroundings(it.statement_citations())),
    row("- - y - - - - - -", "statement.said_in.verified", |it| proofs(it.statement_citations())),
    row("- y y - - y - - y", "counter_statements.text", |it| it.counters().count()),
    row("- y y - - y - - y", "counter_statements.relation", |it| it.counters().count()),
    row("- y y - - y - - y", "counter_statements.speaker", |it| counters(it, |it| one(&it.speaker))),
    row("- y y - - p - - y", "counter_statements.date", |it| counters(it, |it| one(&it.date))),
    row("- y y - - y - - -", "counter_statements.language", |it| counters(it, |it| one(&it.language))),
    row("- y y - - - - - -", "counter_statements.wording", |it| counters(it, |it| one(&it.wording))),
    row("- y y - - - - - -", "counter_statements.quality", |it| counters(it, |it| one(&it.quality))),
    row("- - y - - - - - -", "counter_statements.translations", |it| {
        counters(it, |it| it.translations.len())
    }),
    row("- y y - - y - - y", "counter_statements.said_in", |it| counters(it, |it| it.said_in.len())),
    row("- y y - - y - - y", "counter_statements.sources", |it| counters(it, |it| it.sources.len())),
    row("- - y - - y - - -", "counter_statements.sources.quote", |it| quotes(it.counter_citations())),
    row("- - - - - y - - -", "counter_statements.sources.quote.prefix", |it| {
        surroundings(it.counter_citations())
    }),
    row("- - y - - - - - -", "counter_statements.sources.verified", |it| proofs(it.counter_citations())),
    row("y y y - - - y y -", "verdicts.label", |it| it.verdicts().count()),
    row("- - y - - - y y -", "verdicts.scope", |it| verdicts(it, |it| one(&it.scope))),
    row("y y y - - - - - -", "verdicts.rating", |it| verdicts(it, |it| one(&it.rating))),
    row("- - y - - - - - -", "verdicts.reasons", |it| verdicts(it, |it| it.reasons.len())),
    row("y y y - - - y y -", "verdicts.explanation", |it| verdicts(it, |it| one(&it.explanation))),
    row("y y y - - - y y -", "verdicts.by", |it| verdicts(it, |it| one(&it.by))),
    row("y y y - - - y y -", "verdicts.url", |it| verdicts(it, |it| one(&it.url))),
    row("y y y - - - y y -", "verdicts.date", |it| verdicts(it, |it| one(&it.date))),
    row("- - y - - - - - -", "verdicts.review_by", |it| verdicts(it, |it| one(&it.review_by))),
    row("- - y - - - - - -", "verdicts.true_when_said", |it| verdicts(it, |it| one(&it.true_when_said))),
    row("- - y - - - - - -", "verdicts.confidence", |it| verdicts(it, |it| one(&it.confidence))),
    row("- - y - - - - - -", "verdicts.would_change", |it| verdicts(it, |it| one(&it.would_change))),
    row("- y y - - - - - -", "verdicts.sources", |it| verdicts(it, |it| it.sources.len())),
    row("p y y - - y y y y", "claims.id", |it| it.claims.len()),
    row("- y y - - - - - y", "claims.weight", |it| claims(it, |it| one(&it.weight))),
    row("y y y - - - y y y", "claims.topics", |it| claims(it, |it| it.topics.len())),
    row("- - y - - - - - -", "claims.related", |it| claims(it, |it| it.related.len())),
    row("- - y - - - - - -", "response.text", |it| claims(it, |it| one(&it.response))),
    row("- - y - - - - - -", "response.date", |it| {
        claims(it, |it| one(&it.response.as_ref().and_then(|it| it.date)))
    }),
    row("- - y - - - - - -", "response.source", |it| {
        claims(it, |it| one(&it.response.as_ref().and_then(|it| it.source.as_ref())))
    }),
    row("- - y - - - y y -", "history.text", |it| claims(it, |it| it.history.len())),
    row("- - y - - - y y -", "history.kind", |it| claims(it, |it| it.history.len())),
    row("- - y - - - y y -", "history.date", |it| claims(it, |it| it.history.len())),
];

/// What a format has no place for: a line for each record, with how often each field occurs.
pub fn left_out(format: Format, selection: &Selection<'_>) -> Vec<String> {
    FIELDS
        .chunk_by(|a, b| a.record() == b.record())
        .filter_map(|fields| {
            let lost = fields.iter().filter(|it| it.carried_by(format) == Carried::No);
            let lost: Vec<(&Field, usize)> =
                lost.map(|it| (it, (it.count)(selection))).filter(|(_, n)| *n > 0).collect();
            let (first, n) = *lost.first()?;
            let record = first.record();
            if record != "dataset" && fields.iter().all(|it| it.carried_by(format) == Carried::No) {
                return Some(format!("{record}: all {n}"));
            }
            let told = lost.iter().map(|(it, n)| match record {
                // There is one dataset.
                "dataset" => it.name().into(),
                _ => format!("{n} × {}", it.name()),
            });
            Some(format!("{record}: {}", told.collect::<Vec<String>>().join(", ")))
        })
        .collect()
}

fn one<T>(field: &Option<T>) -> usize {
    usize::from(field.is_some())
}

fn claims(all: &Selection<'_>, n: fn(&Claim) -> usize) -> usize {
    all.claims.iter().map(|it| n(it)).sum()
}

fn statements(all: &Selection<'_>, n: fn(&Statement) -> usize) -> usize {
    all.statements().map(n).sum()
}

fn counters(all: &Selection<'_>, n: fn(&CounterStatement) -> usize) -> usize {
    all.counters().map(n).sum()
}

fn verdicts(all: &Selection<'_>, n: fn(&Verdict) -> usize) -> usize {
    all.verdicts().map(n).sum()
}

fn sources(all: &Selection<'_>, n: fn(&Source) -> usize) -> usize {
    all.sources().iter().map(|(_, it)| n(it)).sum()
}

fn quotes<'a>(citations: impl Iterator<Item = &'a Citation>) -> usize {
    citations.filter(|it| it.quote.is_some()).count()
}

/// Quotes with the text before or after them.
fn surroundings<'a>(citations: impl Iterator<Item = &'a Citation>) -> usize {
    citations
        .filter_map(|it| it.quote.as_ref())
        .filter(|it| it.prefix.is_some() || it.suffix.is_some())
        .count()
}

fn proofs<'a>(citations: impl Iterator<Item = &'a Citation>) -> usize {
    citations.filter(|it| it.verified.is_some()).count()
}
