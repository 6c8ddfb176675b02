//! What an import took, changed and refused: told as it happens, counted at the end.

use std::format;
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;
use std::prelude::v1::*;

use serde_json::json;

use super::report::Failure;
use super::say::{eprintln, println};
use crate::import::{Citations, Taken};
use crate::text::printable;

/// How many warnings are told on the terminal; a file can take all of them.
const MAX_TOLD: usize = 20;

/// The count.
pub(super) struct Tally {
    as_json: bool,
    file: Option<BufWriter<File>>,
    n_imported: usize,
    n_refused: usize,
    n_warnings: usize,
    citations: Citations,
    n_told: usize,
    notes: Vec<String>,
}

impl Tally {
    pub(super) fn new(report: Option<&Path>, as_json: bool) -> Result<Tally, Failure> {
        let create = |path: &Path| {
            File::create(path).map_err(|error| format!("{}: cannot be written: {error}", path.display()))
        };
        let file = report.map(create).transpose()?.map(BufWriter::new);
        Ok(Tally {
            as_json,
            file,
            n_imported: 0,
            n_refused: 0,
            n_warnings: 0,
            citations: Citations::default(),
            n_told: 0,
            notes: Vec::new(),
        })
    }

    /// What concerns no single record: a guess, a page that is still to be fetched.
    pub(super) fn note(&mut self, note: String) {
        if !self.as_json {
            eprintln!("note: {}", printable(&note));
        }
        self.notes.push(note);
    }

    pub(super) fn add(&mut self, taken: &Taken) -> Result<(), Failure> {
        self.n_warnings += taken.warnings.len();
        match &taken.outcome {
            Ok(record) => {
                self.n_imported += 1;
                let Citations { n_cited, n_repeated, n_refused } = record.citations;
                self.citations.n_cited += n_cited;
                self.citations.n_repeated += n_repeated;
                self.citations.n_refused += n_refused;
            }
            Err(reason) => {
                self.n_refused += 1;
                self.tell("refused", &taken.place, reason)?;
            }
        }
        taken.warnings.iter().try_for_each(|it| self.tell("warning", &taken.place, it))
    }

    fn tell(&mut self, what: &str, place: &str, message: &str) -> Result<(), Failure> {
        let (place, message) = (printable(place), printable(message));
        if let Some(file) = &mut self.file {
            let line = json!({ "level": what, "place": place, "message": message });
            writeln!(file, "{line}").map_err(|error| format!("the report cannot be written: {error}"))?;
        }
        self.n_told += 1;
        if !self.as_json && self.n_told <= MAX_TOLD {
            let colon = if place.is_empty() { "" } else { ": " };
            eprintln!("{what}: {place}{colon}{message}");
        }
        Ok(())
    }

    /// Says how it adds up.
    pub(super) fn finish(self, [people, sources, claims]: [usize; 3]) {
        let Citations { n_cited, n_repeated, n_refused } = self.citations;
        let records = self.n_imported + self.n_refused;
        if self.as_json {
            let all = json!({
                "records": records, "imported": self.n_imported, "refused": self.n_refused, "claims": claims,
                "people": people, "sources": sources,
                "citations": { "cited": n_cited, "repeated": n_repeated, "refused": n_refused },
                "warnings": self.n_warnings, "notes": self.notes,
            });
            println!("{all:#}");
            return;
        }
        let more = self.n_told.saturating_sub(MAX_TOLD);
        if more > 0 {
            eprintln!("… and {more} more; --report FILE writes all of them");
        }
        eprintln!("{records} records = {} imported + {} refused", self.n_imported, self.n_refused);
        eprintln!(
            "{} places and links = {n_cited} cited + {n_repeated} repeated in the same words + {n_refused} refused",
            n_cited + n_repeated + n_refused
        );
        eprintln!("{claims} claims, {people} people, {sources} sources, {} warnings", self.n_warnings);
    }
}
