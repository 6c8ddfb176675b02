//! What the map of a table does not say is guessed from its beginning, and told: the separator, the encoding, which
//! column is what, the order of dates.

use std::format;
use std::io::{BufRead, Read};
use std::prelude::v1::*;

use encoding_rs::{Encoding, UTF_8};
use serde_json::{Map, Value as Json};

use super::files;
use super::import::Importing;
use super::report::Failure;
use super::table::Table;
use crate::import::{TableMap, dates_of, guess_map, guess_order, own_map};

/// How much of a file is looked at for the guesses, in bytes.
const SAMPLE: usize = 256 * 1024;

/// How many rows of it.
pub(super) const SAMPLE_ROWS: usize = 500;

impl Table<'_> {
    pub(super) fn sample(&self, reader: &mut Box<dyn BufRead>) -> Result<Vec<u8>, String> {
        let mut sample = Vec::new();
        let read = reader.take(SAMPLE as u64).read_to_end(&mut sample);
        read.map_err(|error| format!("{}: cannot be read: {error}", self.name))?;
        Ok(sample)
    }

    pub(super) fn encoding(&self, sample: &[u8], to: &mut Importing) -> Result<&'static Encoding, String> {
        if let Some(name) = self.map.and_then(|it| it.encoding.as_deref()) {
            return Encoding::for_label(name.as_bytes())
                .ok_or_else(|| format!("the map names the encoding `{name}`, which is none of the web"));
        }
        if let Some((encoding, _)) = Encoding::for_bom(sample) {
            return Ok(encoding);
        }
        // The sample may end within a character.
        if std::str::from_utf8(sample).is_err_and(|it| it.error_len().is_some()) {
            let mut detector = chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Deny);
            detector.feed(sample, sample.len() < SAMPLE);
            let guessed = detector.guess(None, chardetng::Utf8Detection::Deny);
            to.tally.note(format!("{}: is taken to be encoded in {}", self.name, guessed.name()));
            return Ok(guessed);
        }
        Ok(UTF_8)
    }

    pub(super) fn map_of(&self, rows: &[Map<String, Json>], to: &mut Importing) -> Result<TableMap, Failure> {
        let map = match self.map {
            Some(map) => map.clone(),
            None => {
                let mut header: Vec<String> = Vec::new();
                for name in rows.iter().flat_map(Map::keys) {
                    if !header.contains(name) {
                        header.push(name.clone());
                    }
                }
                self.guess(&header, rows, to)?
            }
        };
        self.finish_map(&map)?;
        Ok(map)
    }

    /// Which column is what, and in which order the dates are.
    pub(super) fn guess(
        &self,
        header: &[String],
        rows: &[Map<String, Json>],
        to: &mut Importing,
    ) -> Result<TableMap, Failure> {
        let values = |name: &str| {
            let name = name.to_owned();
            rows.iter().filter_map(move |it| it.get(&name)?.as_str()).filter(|it| !it.trim().is_empty())
        };
        let is_address = |name: &str| {
            let n = values(name).count();
            n > 0 && values(name).filter(|it| it.contains("http") || it.starts_with("www.")).count() * 2 >= n
        };
        let (mut map, told) = match own_map(header) {
            Some(map) => (map, Vec::new()),
            None => guess_map(header, &is_address).map_err(|error| {
                format!(
                    "{}: {error}\nhelp: say which in a map (`factcheck import --maps euvsdisinfo` shows one)",
                    self.name
                )
            })?,
        };
        told.into_iter().for_each(|it| to.tally.note(format!("{}: {it}", self.name)));
        let columns = [&map.statement.date].into_iter().chain(map.verdicts.iter().map(|it| &it.date));
        let dates: Vec<String> = columns.flat_map(|it| &it.columns).cloned().collect();
        let (order, n) = guess_order(dates.iter().flat_map(|it| values(it)));
        if let Some(dates) = dates_of(order) {
            let word = serde_json::to_value(dates).ok();
            let word = word.as_ref().and_then(Json::as_str).unwrap_or_default().to_owned();
            to.tally
                .note(format!("{}: dates are read {word}, since {n} of them make sense only so", self.name));
            map.dates = Some(dates);
        }
        Ok(map)
    }

    pub(super) fn finish_map(&self, map: &TableMap) -> Result<(), Failure> {
        let Some(path) = self.write_map else { return Ok(()) };
        Ok(files::put(path, map.write()?.as_bytes(), self.force)?)
    }

    pub(super) fn tell_unused<'n>(
        &self,
        map: &TableMap,
        names: impl Iterator<Item = &'n str>,
        to: &mut Importing,
    ) {
        let used = map.columns();
        let unused: Vec<&str> = names.filter(|it| !used.contains(it)).collect();
        if !unused.is_empty() {
            to.tally.note(format!("{}: not carried: {}", self.name, unused.join(", ")));
        }
    }
}

/// The separator that gives rows of the same length, more than one cell each.
pub(super) fn guess_separator(text: &str) -> char {
    let fit = |separator: char| {
        let mut cells = csv::ReaderBuilder::new()
            .delimiter(separator as u8)
            .flexible(true)
            .has_headers(false)
            .from_reader(text.as_bytes());
        // The last row may be cut off.
        let lengths: Vec<usize> = cells.records().take(SAMPLE_ROWS).flatten().map(|it| it.len()).collect();
        let first = lengths.first().copied().unwrap_or_default();
        if first < 2 {
            0
        } else {
            lengths.iter().filter(|it| **it == first).count() * 1000 / lengths.len() + first.min(99)
        }
    };
    let mut best = (0, ',');
    for separator in [',', ';', '\t', '|'] {
        let fit = fit(separator);
        if fit > best.0 {
            best = (fit, separator);
        }
    }
    best.1
}

/// The names of the columns and the first rows.
pub(super) fn sample_rows(text: &str, separator: u8) -> (Vec<String>, Vec<Map<String, Json>>) {
    let mut cells =
        csv::ReaderBuilder::new().delimiter(separator).flexible(true).from_reader(text.as_bytes());
    let header: Vec<String> = cells
        .headers()
        .map(|it| it.iter().map(|it| it.trim_start_matches('\u{FEFF}').trim().into()).collect())
        .unwrap_or_default();
    let rows = cells.records().take(SAMPLE_ROWS).flatten();
    let rows = rows.map(|row| header.iter().cloned().zip(row.iter().map(Json::from)).collect());
    let rows: Vec<Map<String, Json>> = rows.collect();
    (header, rows)
}
