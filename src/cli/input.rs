//! What to import from: files, folders of files, standard input; and which format each is in.

use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::prelude::v1::*;
use std::{format, vec};

use clap::ValueEnum;
use flate2::bufread::MultiGzDecoder;

use super::{files, progress};

/// A format to import.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Kind {
    /// ClaimReview and MediaReview as JSON-LD
    ClaimReview,
    /// A page with ClaimReview in it
    Html,
    /// An answer of Google's claims:search
    Google,
    /// W3C Web Annotations
    Annotations,
    /// Comma-separated values, or separated otherwise
    Csv,
    /// Tab-separated values
    Tsv,
    /// One JSON object a line
    Jsonl,
    /// Records in a JSON file, with a map
    Json,
}

/// The format that the ending of a name stands for; JSON may be several.
pub(super) fn kind_of(path: &Path) -> Option<Kind> {
    let name = path.to_str()?.to_ascii_lowercase();
    let (_, ending) = name.strip_suffix(".gz").unwrap_or(&name).rsplit_once('.')?;
    match ending {
        "html" | "htm" | "xhtml" => Some(Kind::Html),
        "csv" => Some(Kind::Csv),
        "tsv" | "tab" => Some(Kind::Tsv),
        "jsonl" | "ndjson" => Some(Kind::Jsonl),
        "json" | "jsonld" => Some(Kind::Json),
        "txt" => Some(Kind::Html),
        _ => None,
    }
}

/// The files that some paths stand for: themselves, or all below a folder whose endings are known.
pub(super) fn expand(paths: &[PathBuf]) -> Result<Vec<PathBuf>, String> {
    let mut all = Vec::new();
    for path in paths {
        if !path.is_dir() {
            all.push(path.clone());
            continue;
        }
        let mut found = Vec::new();
        let mut folders = vec![path.clone()];
        while let Some(folder) = folders.pop() {
            let entries = fs::read_dir(&folder)
                .map_err(|error| format!("{}: cannot be read: {error}", folder.display()))?;
            for entry in entries.flatten() {
                let path = entry.path();
                let is_hidden = entry.file_name().to_string_lossy().starts_with('.');
                match () {
                    () if is_hidden => {}
                    () if path.is_dir() => folders.push(path),
                    () if kind_of(&path).is_some_and(|it| it != Kind::Html || has_html_ending(&path)) => {
                        found.push(path)
                    }
                    () => {}
                }
            }
        }
        if found.is_empty() {
            return Err(format!("{}: no file in it has an ending that we import", path.display()));
        }
        found.sort();
        all.extend(found);
    }
    Ok(all)
}

/// In a folder a `.txt` file is most likely a note.
fn has_html_ending(path: &Path) -> bool {
    path.extension().is_some_and(|it| !it.eq_ignore_ascii_case("txt"))
}

/// An input that is read bit by bit, with a bar that shows how far; what gzip compressed is unpacked.
pub(super) fn open(path: &Path) -> Result<Box<dyn BufRead>, String> {
    let name = files::name(path);
    let (reader, size): (Box<dyn Read>, _) = match path.to_str() {
        Some("-") => (Box::new(io::stdin()), None),
        _ => {
            let file = File::open(path).map_err(|error| format!("{name}: cannot be read: {error}"))?;
            let size = file.metadata().ok().map(|it| it.len());
            (Box::new(file), size)
        }
    };
    let mut reader = BufReader::new(progress::reading(&name, size, reader));
    let begin = reader.fill_buf().map_err(|error| format!("{name}: cannot be read: {error}"))?;
    match begin.starts_with(&[0x1F, 0x8B]) {
        true => Ok(Box::new(BufReader::new(MultiGzDecoder::new(reader)))),
        false => Ok(Box::new(reader)),
    }
}
