//! `factcheck verify`: whether quotes stand in the texts they are said to be from.

use std::collections::{BTreeMap, BTreeSet};
use std::format;
use std::path::PathBuf;
use std::prelude::v1::*;

use clap::Args;
use serde_json::{Value as Json, json};

use super::check::{date, today};
use super::load::{self, Input};
use super::progress;
use super::quotes::{Quoted, quotes};
use super::report::{Diagnostic, Failure};
use super::say::{eprintln, println};
use super::snapshots::{Snapshot, Snapshots};
use super::write_back;
use crate::date::Date;
use crate::lint::{Finding, Level, ambiguous_quote};
use crate::model::{Hash, Id};
use crate::quote::{Change, Comparison, Document, Outcome, compare};
use crate::text::excerpt;

#[derive(Args)]
#[command(
    after_help = "Snapshots are text (.txt, .md) or HTML files. One belongs to a source if it has the source's id as its name
(tpv-2015.html, tpv-2015.2026-11-22.txt), names its address (canonical link, a line at its beginning, a folder as
programs that save sites make it: host/path.html), or has the title that this source alone has. Nothing is fetched.

Exit codes: 0 every quote that could be looked for is there, 1 one is missing or differs in words, 2 wrong usage.

Examples:
  factcheck verify claims.yaml --snapshots saved/
  factcheck verify claims.yaml --snapshots saved/ --write
  factcheck verify claims/ --snapshots saved/ --json"
)]
pub(super) struct Verify {
    /// A dataset: a file (JSON, YAML, TOML or pack) or a folder; `-` is standard input. The bundled dataset if none is
    /// given.
    dataset: Option<PathBuf>,
    /// The folder of the saved texts and pages.
    #[arg(long, value_name = "FOLDER")]
    snapshots: PathBuf,
    /// Write what was found into the dataset: `verified`, with the day and the hash of the snapshot.
    #[arg(long, requires = "dataset")]
    write: bool,
    /// The day to write [default: today].
    #[arg(long, value_name = "DATE", value_parser = date)]
    today: Option<Date>,
    /// Fail on changed signs, ambiguous quotes and missing snapshots, too.
    #[arg(long)]
    strict: bool,
    /// Print the result as JSON.
    #[arg(long)]
    json: bool,
}

/// A quote, where it was looked for and what came of it.
struct Checked<'a> {
    quoted: Quoted<'a>,
    /// The name and hash of the snapshot; none if there is none.
    snapshot: Option<(String, Hash)>,
    comparison: Option<Comparison>,
    /// The passage that was found.
    found: String,
}

/// The quotes that stand in their source more than once.
pub(super) fn ambiguous_quotes(input: &Input, snapshots: &Snapshots) -> Result<Vec<Finding>, Failure> {
    Ok(check_all(input, snapshots)?.iter().filter_map(|it| ambiguous(input, it)).collect())
}

fn ambiguous(input: &Input, checked: &Checked<'_>) -> Option<Finding> {
    let n_places = checked.comparison.as_ref().filter(|it| it.outcome.is_found())?.n_equal;
    ambiguous_quote(&input.dataset, checked.quoted.claim, &checked.quoted.quote_path(), n_places)
}

impl Verify {
    pub(super) fn as_json(&self) -> bool {
        self.json
    }

    pub(super) fn run(self) -> Result<(), Failure> {
        let input = load::load(self.dataset.as_ref())?;
        let snapshots = Snapshots::open(&self.snapshots)?;
        let checked = check_all(&input, &snapshots)?;
        let diagnostics = diagnostics(&input, &checked);
        let fails = |it: &Diagnostic| it.level == Level::Error || self.strict;
        let failed = diagnostics.iter().any(fails);
        let n_written = if self.write { self.write_back(&input, &checked)? } else { 0 };
        let counts = counts(&checked, n_written);
        let n_quotes = checked.len();
        let quotes: Vec<Json> = checked.iter().map(as_json).collect();
        let name = input.name.clone();
        let report = input.report(diagnostics);
        if self.json {
            let all = json!({
                "ok": !failed, "file": name, "quotes": quotes, "counts": counts,
                "diagnostics": report.to_json(),
            });
            println!("{all:#}");
        } else {
            if !report.diagnostics.is_empty() {
                report.print();
            }
            let counts = counts.iter().filter(|(_, n)| **n > 0).map(|(what, n)| format!("{n} {what}"));
            let s = if n_quotes == 1 { "" } else { "s" };
            eprintln!("{name}: {n_quotes} quote{s}: {}", counts.collect::<Vec<_>>().join(", "));
        }
        if failed { Err(Failure::Findings) } else { Ok(()) }
    }

    /// Writes what is proved and not yet written; a snapshot that proved it before proves nothing new.
    fn write_back(&self, input: &Input, checked: &[Checked<'_>]) -> Result<usize, Failure> {
        let today = self.today.unwrap_or_else(today);
        let proved = checked.iter().filter_map(|it| {
            let (_, hash) = it.snapshot.as_ref()?;
            let hash = hash.to_hex();
            let known = it.quoted.citation.verified.as_ref().and_then(|it| it.snapshot.as_ref());
            let is_new = known.is_none_or(|it| it.as_str() != hash);
            let is_proved = it.comparison.as_ref()?.outcome.is_found() && it.quoted.citation.quote.is_some();
            (is_new && is_proved).then(|| (it.quoted.path.clone(), hash))
        });
        let proved: Vec<_> = proved.collect();
        write_back::verified(input, &proved, today)?;
        Ok(proved.len())
    }
}

fn check_all<'a>(input: &'a Input, snapshots: &Snapshots) -> Result<Vec<Checked<'a>>, Failure> {
    // By source, so that each snapshot is read and prepared once.
    let mut by_source: BTreeMap<&Id, Vec<Quoted<'a>>> = BTreeMap::new();
    for quoted in quotes(&input.dataset) {
        by_source.entry(&quoted.citation.source).or_default().push(quoted);
    }
    let n_quotes = by_source.values().map(Vec::len).sum();
    let bar = progress::counting("verifying", n_quotes);
    let mut checked = Vec::new();
    for (id, quotes) in by_source {
        let source = input.dataset.sources.get(id);
        let snapshot = match source {
            Some(source) => snapshots.of(id, source, &input.dataset)?,
            None => None,
        };
        let document = snapshot.as_ref().map(|it| Document::new(&it.text));
        for quoted in quotes {
            let comparison = document.as_ref().map(|it| compare(it, &quoted.selector()));
            let range = comparison.as_ref().map(|it| it.range.clone());
            let found = document.as_ref().zip(range).and_then(|(it, range)| it.text().get(range));
            let found = found.unwrap_or_default().into();
            let snapshot = snapshot.as_ref().map(|Snapshot { name, hash, .. }| (name.clone(), *hash));
            checked.push(Checked { quoted, snapshot, comparison, found });
            bar.inc(1);
        }
    }
    bar.finish_and_clear();
    checked.sort_by_key(|it| it.quoted.n);
    Ok(checked)
}

/// How many quotes ended how.
fn counts(checked: &[Checked<'_>], n_written: usize) -> BTreeMap<&'static str, usize> {
    let mut counts = BTreeMap::new();
    for it in checked {
        let outcome = it.comparison.as_ref().map_or("without-snapshot", |it| it.outcome.as_str());
        *counts.entry(outcome).or_default() += 1;
    }
    counts.insert("written", n_written);
    counts
}

fn diagnostics(input: &Input, checked: &[Checked<'_>]) -> Vec<Diagnostic> {
    let mut all: Vec<Diagnostic> = checked.iter().filter_map(|it| difference(input, it)).collect();
    let places = checked.iter().filter_map(|it| ambiguous(input, it));
    all.extend(places.map(|it| Diagnostic::finding(input.root.as_ref(), it)));
    all.extend(unseen(checked));
    all
}

/// The sources without a snapshot, in one note.
fn unseen(checked: &[Checked<'_>]) -> Option<Diagnostic> {
    let unseen = checked.iter().filter(|it| it.snapshot.is_none());
    let n_quotes = unseen.clone().count();
    let ids: BTreeSet<&str> = unseen.map(|it| it.quoted.citation.source.as_str()).collect();
    let first = ids.first()?;
    let s = if n_quotes == 1 { "" } else { "s" };
    let all: Vec<&str> = ids.iter().copied().collect();
    let message = format!("no snapshot of {}: {n_quotes} quote{s} not looked for", all.join(", "));
    let help = format!("save each page or its text under the id of the source: {first}.html or {first}.txt");
    Some(Diagnostic { help: Some(help), ..Diagnostic::new(Level::Note, message) })
}

/// What is to be said of a quote that is not there character for character.
fn difference(input: &Input, checked: &Checked<'_>) -> Option<Diagnostic> {
    let comparison = checked.comparison.as_ref()?;
    let (name, _) = checked.snapshot.as_ref()?;
    let changes: Vec<String> = comparison.changes.iter().map(shown).collect();
    let changes = changes.join("; ");
    let (level, message) = match comparison.outcome {
        Outcome::Verbatim => return None,
        Outcome::Signs => (Level::Warning, format!("only signs differ from {name}: {changes}")),
        Outcome::Words => (Level::Error, format!("words differ from {name}: {changes}")),
        Outcome::Sentence => (Level::Error, format!("a sentence differs from {name}: {changes}")),
        Outcome::Missing => (Level::Error, format!("not in {name}")),
    };
    let help = match comparison.outcome {
        Outcome::Missing => "quote what stands there, or cite the text that has it".into(),
        Outcome::Sentence => format!("there: {}; mark what you leave out with …", checked.found),
        _ => format!("there: {}", checked.found),
    };
    let mut diagnostic =
        Diagnostic::at_path(input.root.as_ref(), level, &checked.quoted.quote_path(), message);
    diagnostic.rule = Some(comparison.outcome.as_str());
    diagnostic.help = Some(help);
    Some(diagnostic)
}

fn shown(change: &Change) -> String {
    match (change.quoted.as_str(), change.found.as_str()) {
        ("", found) => format!("left out: `{}`", excerpt(found)),
        (quoted, "") => format!("not there: `{}`", excerpt(quoted)),
        (quoted, found) => format!("`{}` is there `{}`", excerpt(quoted), excerpt(found)),
    }
}

fn as_json(checked: &Checked<'_>) -> Json {
    let comparison = checked.comparison.as_ref();
    let changes: Option<Vec<Json>> = comparison
        .map(|it| it.changes.iter().map(|it| json!({ "quoted": it.quoted, "found": it.found })).collect());
    json!({
        "path": format!("{}", checked.quoted.path),
        "claim": checked.quoted.claim.id.as_str(),
        "source": checked.quoted.citation.source.as_str(),
        "quote": checked.quoted.selector().exact,
        "snapshot": checked.snapshot.as_ref().map(|(name, _)| name),
        "hash": checked.snapshot.as_ref().map(|(_, hash)| format!("sha256:{}", hash.to_hex())),
        "outcome": comparison.map_or("without-snapshot", |it| it.outcome.as_str()),
        "found": comparison.filter(|it| it.outcome != Outcome::Missing).map(|_| checked.found.as_str()),
        "places": comparison.map(|it| it.n_equal),
        "changes": changes,
    })
}
