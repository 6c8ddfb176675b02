//! Tables and lists of records: CSV and TSV row by row, JSON Lines line by line, lists in JSON files.

use std::collections::BTreeSet;
use std::format;
use std::io::{self, BufRead, Read};
use std::path::Path;
use std::prelude::v1::*;

use encoding_rs_io::DecodeReaderBytesBuilder;
use serde_json::{Map, Value as Json};

use super::files;
use super::import::Importing;
use super::report::Failure;
use super::table_guess::{SAMPLE_ROWS, guess_separator, sample_rows};
use crate::import::{Found, Lists, Row, TableMap, mapped};

/// A file of records, and how to read it.
pub(super) struct Table<'a> {
    pub(super) path: &'a Path,
    pub(super) name: &'a str,
    /// What stands before the places of records, if there are several files.
    pub(super) place: &'a str,
    pub(super) map: Option<&'a TableMap>,
    pub(super) write_map: Option<&'a Path>,
    pub(super) force: bool,
}

impl Table<'_> {
    /// Reads cells between separators; the first row names the columns.
    pub(super) fn read_cells(
        &self,
        mut reader: Box<dyn BufRead>,
        separator: Option<char>,
        to: &mut Importing,
    ) -> Result<(), Failure> {
        let sample = self.sample(&mut reader)?;
        let encoding = self.encoding(&sample, to)?;
        let text = encoding.decode(&sample).0.into_owned();
        let mut map = self.map.cloned().unwrap_or_default();
        let separator = match map.delimiter.or(separator) {
            Some(separator) => separator,
            None => {
                let guessed = guess_separator(&text);
                if guessed != ',' {
                    to.tally
                        .note(format!("{}: the cells are taken to be separated by `{guessed}`", self.name));
                }
                guessed
            }
        };
        let byte = u8::try_from(separator)
            .map_err(|_| format!("the separator `{separator}` is not a single byte"))?;
        let (header, rows) = sample_rows(&text, byte);
        if self.map.is_none() {
            map = self.guess(&header, &rows, to)?;
        }
        (map.delimiter, map.encoding) = (Some(separator), Some(encoding.name().into()));
        self.finish_map(&map)?;
        self.tell_unused(&map, header.iter().map(String::as_str), to);
        let decoded = DecodeReaderBytesBuilder::new()
            .encoding(Some(encoding))
            .bom_override(true)
            .build(io::Cursor::new(sample).chain(reader));
        let mut cells = csv::ReaderBuilder::new().delimiter(byte).flexible(true).from_reader(decoded);
        let lists = self.lists(&map)?;
        let mut record = csv::StringRecord::new();
        loop {
            match cells.read_record(&mut record) {
                Ok(false) => return Ok(()),
                Ok(true) => {
                    let line = record.position().map_or(0, csv::Position::line);
                    let fields = header.iter().cloned().zip(record.iter().map(Json::from)).collect();
                    let row = Row { fields: &fields, lists: &lists, guarded: map.guarded };
                    let mut found = mapped(&map, row, self.at(&format!("line {line}")));
                    let (n_cells, n_columns) = (record.len(), header.len());
                    if n_cells != n_columns {
                        found.warnings.push(format!("{n_cells} cells, and the header has {n_columns}"));
                    }
                    self.take(found, &fields, to)?;
                }
                Err(error) => {
                    return Err(Failure::Message(format!("{}: cannot be read: {error}", self.name)));
                }
            }
        }
    }

    /// Reads one JSON object a line.
    pub(super) fn read_lines(&self, mut reader: Box<dyn BufRead>, to: &mut Importing) -> Result<(), Failure> {
        let sample = self.sample(&mut reader)?;
        let text = String::from_utf8_lossy(&sample);
        let objects = text.lines().filter_map(|it| serde_json::from_str::<Map<String, Json>>(it).ok());
        let sample_rows: Vec<Map<String, Json>> = objects.take(SAMPLE_ROWS).collect();
        let map = self.map_of(&sample_rows, to)?;
        let lists = self.lists(&map)?;
        let mut names = BTreeSet::new();
        let mut reader = io::BufReader::new(io::Cursor::new(sample.clone()).chain(reader));
        let mut line = Vec::new();
        for n in 1.. {
            line.clear();
            let n_bytes = reader
                .read_until(b'\n', &mut line)
                .map_err(|error| format!("{}: cannot be read: {error}", self.name))?;
            if n_bytes == 0 {
                break;
            }
            let text = String::from_utf8_lossy(&line);
            let text = text.trim_start_matches('\u{FEFF}').trim();
            if !text.is_empty() {
                let place = self.at(&format!("line {n}"));
                let value = serde_json::from_str(text).map_err(|error| format!("is not JSON: {error}"));
                self.take_value(value, &map, &lists, place, &mut names, to)?;
            }
        }
        self.tell_unused(&map, names.iter().map(String::as_str), to);
        Ok(())
    }

    /// Whether a JSON file holds a list of records, as far as one can see.
    pub(super) fn is_list(&self, root: &Json) -> bool {
        self.list(root, None).is_some_and(|it| it.iter().any(Json::is_object))
    }

    fn list<'j>(&self, root: &'j Json, name: Option<&str>) -> Option<&'j Vec<Json>> {
        match (root, name) {
            (Json::Array(list), None) => Some(list),
            (Json::Object(fields), Some(name)) => fields.get(name)?.as_array(),
            // The only list of an object is meant.
            (Json::Object(fields), None) => {
                let mut lists = fields.values().filter_map(Json::as_array);
                lists.next().filter(|_| lists.next().is_none())
            }
            _ => None,
        }
    }

    /// Reads the list of records in a JSON file.
    pub(super) fn read_list(&self, root: &Json, to: &mut Importing) -> Result<(), Failure> {
        let wanted = self.map.and_then(|it| it.records.as_deref());
        let list = self.list(root, wanted).ok_or_else(|| match wanted {
            Some(name) => format!("{}: has no list `{name}`", self.name),
            None => format!("{}: is not a list of records; name the list by `records` in a map", self.name),
        })?;
        let objects = list.iter().filter_map(Json::as_object).take(SAMPLE_ROWS);
        let map = self.map_of(&objects.cloned().collect::<Vec<_>>(), to)?;
        let lists = self.lists(&map)?;
        let mut names = BTreeSet::new();
        for (i, value) in list.iter().enumerate() {
            self.take_value(Ok(value.clone()), &map, &lists, self.at(&format!("[{i}]")), &mut names, to)?;
        }
        self.tell_unused(&map, names.iter().map(String::as_str), to);
        Ok(())
    }

    fn take_value(
        &self,
        value: Result<Json, String>,
        map: &TableMap,
        lists: &Lists,
        place: String,
        names: &mut BTreeSet<String>,
        to: &mut Importing,
    ) -> Result<(), Failure> {
        let refused =
            |reason: String| Found { place: place.clone(), draft: Err(reason), warnings: Vec::new() };
        match value {
            Ok(Json::Object(fields)) => {
                names.extend(fields.keys().filter(|it| !names.contains(*it)).cloned().collect::<Vec<_>>());
                let row = Row { fields: &fields, lists, guarded: map.guarded };
                self.take(mapped(map, row, place), &fields, to)
            }
            Ok(_) => to.take(refused("is not an object".into())),
            Err(reason) => to.take(refused(reason)),
        }
    }

    fn take(&self, mut found: Found, fields: &Map<String, Json>, to: &mut Importing) -> Result<(), Failure> {
        let is_lost = |it: &Json| it.as_str().is_some_and(|it| it.contains('\u{FFFD}'));
        let lost: Vec<&str> =
            fields.iter().filter(|(_, it)| is_lost(it)).map(|(name, _)| name.as_str()).collect();
        if !lost.is_empty() {
            found.warnings.push(format!("characters of `{}` could not be read", lost.join("`, `")));
        }
        to.take(found)
    }

    fn at(&self, place: &str) -> String {
        if self.place.is_empty() { place.into() } else { format!("{}: {place}", self.place) }
    }

    /// The lists in other files that the map names.
    fn lists(&self, map: &TableMap) -> Result<Lists, Failure> {
        let mut lists = Lists::new();
        for (name, lookup) in &map.lookup {
            let path = self.path.with_file_name(&lookup.file);
            let root: Json = serde_json::from_slice(&files::read(&path)?)
                .map_err(|error| format!("{}: is not JSON: {error}", files::name(&path)))?;
            let list = lists.entry(name.clone()).or_default();
            for item in root.as_array().into_iter().flatten().filter_map(Json::as_object) {
                let key = item.get(&lookup.key).map(|it| it.as_str().map_or(format!("{it}"), String::from));
                list.extend(key.map(|key| (key, item.clone())));
            }
        }
        Ok(lists)
    }
}
