//! `factcheck check`: whether a dataset is valid, and what it still lacks to be trusted.

use std::format;
use std::path::PathBuf;
use std::prelude::v1::*;

use clap::Args;
use clap::builder::PossibleValuesParser;
use serde_json::{Value as Json, json};

use super::load::{self, Input};
use super::report::{Diagnostic, Failure};
use super::say::{eprintln, println};
use super::snapshots::Snapshots;
use super::verify::ambiguous_quotes;
use crate::date::Date;
use crate::lint::{self, Level};
use crate::model::Hash;

#[derive(Args)]
#[command(
    after_help = "--json prints one object: `ok`, `file`, `id`, `hash`, `claims` (each with `id` and `hash`) and
`diagnostics` (each with `level`, `rule`, `path`, `message`, `help`, `file`, `line`, `column`). Of a
dataset that is not valid it has `ok`, `file` and `diagnostics`; of a file that cannot be read `ok`
and `message`.

Exit codes: 0 nothing wrong (notes do not count), 1 errors or warnings, 2 wrong usage.

Examples:
  factcheck check claims.yaml
  factcheck check claims/ --json
  factcheck check claims.yaml --hashes
  factcheck check --explain one-sided"
)]
pub(super) struct Check {
    /// A dataset: a file (JSON, YAML, TOML or pack) or a folder; `-` is standard input.
    #[arg(required_unless_present_any = ["explain", "rules"])]
    dataset: Option<PathBuf>,
    /// Print the result as JSON.
    #[arg(long)]
    json: bool,
    /// Fail on notes, too.
    #[arg(long)]
    strict: bool,
    /// Print the hash of each claim.
    #[arg(long)]
    hashes: bool,
    /// Look for quotes that are ambiguous in these saved texts and pages of the sources.
    #[arg(long, value_name = "FOLDER")]
    snapshots: Option<PathBuf>,
    /// The day that decides what is overdue [default: today].
    #[arg(long, value_name = "DATE", value_parser = date)]
    today: Option<Date>,
    /// Explain a rule, with a bad and a good example.
    #[arg(long, value_name = "RULE", conflicts_with = "dataset", hide_possible_values = true)]
    #[arg(value_parser = PossibleValuesParser::new(lint::names()))]
    explain: Option<String>,
    /// List the rules.
    #[arg(long, conflicts_with = "dataset")]
    rules: bool,
}

pub(super) fn date(text: &str) -> Result<Date, String> {
    Date::parse(text).ok_or_else(|| format!("`{text}` is not a date; write 2026-11-22"))
}

/// The day it is, where the user is.
pub(super) fn today() -> Date {
    let now = jiff::Zoned::now();
    Date::new(now.year().unsigned_abs(), now.month() as u8, now.day() as u8).unwrap_or(Date::FIRST)
}

impl Check {
    pub(super) fn as_json(&self) -> bool {
        self.json
    }

    pub(super) fn run(self) -> Result<(), Failure> {
        if let Some(page) = self.explain.as_deref().and_then(lint::explanation) {
            println!("{}", page.trim_end());
            return Ok(());
        }
        if self.rules {
            lint::names().for_each(|name| println!("{name}"));
            return Ok(());
        }
        let input = load::load(self.dataset.as_ref())?;
        let mut findings = lint::lint(&input.dataset, self.today.unwrap_or_else(today));
        if let Some(folder) = &self.snapshots {
            findings.extend(ambiguous_quotes(&input, &Snapshots::open(folder)?)?);
        }
        let fails = |level: Level| level < Level::Note || self.strict;
        let diagnostics: Vec<Diagnostic> =
            findings.into_iter().map(|it| Diagnostic::finding(input.root.as_ref(), it)).collect();
        let failed = diagnostics.iter().any(|it| fails(it.level));
        match self.json {
            true => self.print_json(input, diagnostics, failed)?,
            false => self.print(input, diagnostics)?,
        }
        if failed { Err(Failure::Findings) } else { Ok(()) }
    }

    fn print(&self, input: Input, diagnostics: Vec<Diagnostic>) -> Result<(), Failure> {
        let (n, s) = (input.dataset.claims.len(), if input.dataset.claims.len() == 1 { "" } else { "s" });
        let id = input.dataset.id.as_str();
        let (identity, _) = input.identity()?;
        if let Some(hash) = identity.dataset() {
            println!("sha256:{}  {id}", hash.to_hex());
        }
        for (i, claim) in input.dataset.claims.iter().enumerate().filter(|_| self.hashes) {
            if let Some(hash) = identity.claim(i) {
                println!("sha256:{}  {id}#{}", hash.to_hex(), claim.id.as_str());
            }
        }
        if diagnostics.is_empty() {
            eprintln!("{}: {n} claim{s}, nothing wrong", input.name);
        } else {
            input.report(diagnostics).print();
        }
        Ok(())
    }

    fn print_json(&self, input: Input, diagnostics: Vec<Diagnostic>, failed: bool) -> Result<(), Failure> {
        let (identity, _) = input.identity()?;
        let shown = |it: Hash| format!("sha256:{}", it.to_hex());
        let hash = identity.dataset().map(shown);
        let claims = input.dataset.claims.iter().enumerate();
        let claims: Json = claims
            .map(|(i, it)| json!({ "id": it.id.as_str(), "hash": identity.claim(i).map(shown) }))
            .collect();
        let (name, id) = (input.name.clone(), String::from(input.dataset.id.as_str()));
        let report = input.report(diagnostics);
        let all = json!({
            "ok": !failed, "file": name, "id": id, "hash": hash, "claims": claims, "diagnostics": report.to_json(),
        });
        println!("{all:#}");
        Ok(())
    }
}
