//! `factcheck import`: what others keep, made into a dataset. Every skipped or changed thing is told, and the
//! numbers add up.

use std::io::Read;
use std::path::{Path, PathBuf};
use std::prelude::v1::*;
use std::{format, io, vec};

use clap::Args;
use serde_json::{Value as Json, json};

use super::files;
use super::input::{self, Kind};
use super::load;
use super::maps::{list_maps, read_map};
use super::render::language;
use super::report::Failure;
use super::table::Table;
use super::tally::Tally;
use super::writer::Writer;
use crate::authoring::{self, Format};
use crate::claim_review::{Graph, reviews};
use crate::import::{self, Found, Funnel, TableMap};
use crate::model::{Id, Language};
use crate::structured_data;

#[derive(Args)]
#[command(
    after_help = "What is skipped or changed is told with its place, and records in = imported + refused.
CSV, TSV and JSON Lines, also compressed by gzip, are read record by record, whatever their size.
Without a map the columns are guessed by their names, and the guess is told.

Examples:
  factcheck import reviews.jsonld --out claims.json
  factcheck import saved-pages/ --language de --out claims.yaml
  factcheck import answer-1.json answer-2.json --out claims.json
  factcheck import lies.csv --write-map lies.toml --out claims.json
  factcheck import lies.csv --map lies.toml --out claims.json
  factcheck import full_dataset.csv --map euvsdisinfo --out claims.json"
)]
pub(super) struct Import {
    /// Files, or folders of files; `-` is standard input.
    #[arg(required_unless_present = "maps")]
    files: Vec<PathBuf>,
    /// The format, where the ending of the name does not say it.
    #[arg(long, value_name = "FORMAT")]
    from: Option<Kind>,
    /// Which column or field goes where, for tables and JSON records: a file, or the name of a map that comes along
    /// (`--maps` lists them).
    #[arg(long, value_name = "FILE|NAME")]
    map: Option<PathBuf>,
    /// List the maps that come along, or print the one of this name.
    #[arg(long, value_name = "NAME", num_args = 0..=1, default_missing_value = "", exclusive = true)]
    maps: Option<String>,
    /// Write the map that was guessed, to keep and mend it.
    #[arg(long, value_name = "FILE", conflicts_with = "map")]
    write_map: Option<PathBuf>,
    /// The id of the dataset [default: the map's, or the name of the file].
    #[arg(long, value_name = "ID", value_parser = id)]
    id: Option<Id>,
    /// The title of the dataset [default: the map's, or the name of the file].
    #[arg(long)]
    title: Option<String>,
    /// The language of the texts, where they say no other [default: the map's, or `und`].
    #[arg(long, value_name = "TAG", value_parser = language)]
    language: Option<Language>,
    /// Write the dataset to this file (.json, .yaml, .toml or .pack) instead of standard output.
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// Overwrite the file if it is there.
    #[arg(long, requires = "out")]
    force: bool,
    /// Write every warning and every refused record to this file, as JSON Lines.
    #[arg(long, value_name = "FILE")]
    report: Option<PathBuf>,
    /// Print the result as JSON.
    #[arg(long, requires = "out")]
    json: bool,
}

fn id(text: &str) -> Result<Id, String> {
    Id::parse(text).map_err(|fault| format!("`{text}` {fault}; use ASCII letters, digits, `-` and `_`"))
}

/// An import under way.
pub(super) struct Importing {
    funnel: Funnel,
    writer: Writer,
    pub(super) tally: Tally,
}

impl Importing {
    pub(super) fn take(&mut self, found: Found) -> Result<(), Failure> {
        let taken = self.funnel.take(found);
        if let Ok(record) = &taken.outcome {
            self.writer
                .push(record)
                .map_err(|error| format!("a temporary file cannot be written: {error}"))?;
        }
        self.tally.add(&taken)
    }

    fn take_all(&mut self, found: Vec<Found>, notes: Vec<String>) -> Result<(), Failure> {
        notes.into_iter().for_each(|it| self.tally.note(it));
        found.into_iter().try_for_each(|it| self.take(it))
    }
}

impl Import {
    pub(super) fn as_json(&self) -> bool {
        self.json
    }

    pub(super) fn run(self) -> Result<(), Failure> {
        if let Some(name) = &self.maps {
            return list_maps(name);
        }
        for path in [&self.out, &self.write_map].into_iter().flatten() {
            files::may_write(path, self.force)?;
        }
        let paths = input::expand(&self.files)?;
        let map = self.map.as_deref().map(read_map).transpose()?;
        let head = self.head(&paths, map.as_ref())?;
        let writer = Writer::new().map_err(|error| format!("a temporary file cannot be made: {error}"))?;
        let tally = Tally::new(self.report.as_deref(), self.json)?;
        let language = head.language.clone();
        let mut importing = Importing { funnel: Funnel::new(language), writer, tally };
        for path in &paths {
            // Of one file everybody knows which it is.
            let place = if paths.len() == 1 { String::new() } else { files::name(path) };
            self.read(path, &place, map.as_ref(), &mut importing)?;
        }
        let Importing { writer, tally, .. } = importing;
        let counts = writer.counts();
        self.write(writer, &head)?;
        tally.finish(counts);
        Ok(())
    }

    /// Reads one file.
    fn read(
        &self,
        path: &Path,
        place: &str,
        map: Option<&TableMap>,
        to: &mut Importing,
    ) -> Result<(), Failure> {
        let name = files::name(path);
        let kind = self.from.or_else(|| input::kind_of(path));
        let mut reader = input::open(path)?;
        let table =
            Table { path, name: &name, place, map, write_map: self.write_map.as_deref(), force: self.force };
        match kind {
            Some(Kind::Csv) => return table.read_cells(reader, None, to),
            Some(Kind::Tsv) => return table.read_cells(reader, Some('\t'), to),
            Some(Kind::Jsonl) => return table.read_lines(reader, to),
            _ => {}
        }
        let mut bytes = Vec::new();
        reader.read_to_end(&mut bytes).map_err(|error| format!("{name}: cannot be read: {error}"))?;
        let text = String::from_utf8_lossy(&bytes);
        if matches!(text, std::borrow::Cow::Owned(_)) {
            to.tally.note(format!("{name}: is not UTF-8; what could not be read became U+FFFD"));
        }
        let text = text.strip_prefix('\u{FEFF}').unwrap_or(&text);
        if kind == Some(Kind::Html) || (kind.is_none() && text.trim_start().starts_with('<')) {
            return page(text, place, to);
        }
        let root: Json =
            serde_json::from_str(text).map_err(|error| format!("{name}: is not JSON: {error}"))?;
        let (found, notes) = match kind {
            Some(Kind::Google) => import::google_claims(&root, place),
            Some(Kind::Annotations) => import::annotations(&root, place),
            Some(Kind::ClaimReview) => (reviews(&Graph::new(&root), place), Vec::new()),
            _ if map.is_some() => return table.read_list(&root, to),
            _ if import::is_google_answer(&root) => import::google_claims(&root, place),
            _ if import::is_annotations(&root) => import::annotations(&root, place),
            _ => (reviews(&Graph::new(&root), place), Vec::new()),
        };
        if !found.is_empty() || !notes.is_empty() {
            return to.take_all(found, notes);
        }
        if self.from.is_none_or(|it| it == Kind::Json) && table.is_list(&root) {
            return table.read_list(&root, to);
        }
        to.tally
            .note(format!("{name}: holds no ClaimReview, MediaReview, claim, annotation or list of records"));
        Ok(())
    }
}

/// The head of the dataset that is made.
struct Head {
    id: String,
    title: String,
    language: Language,
}

impl Import {
    fn head(&self, paths: &[PathBuf], map: Option<&TableMap>) -> Result<Head, Failure> {
        let name = match self.files.as_slice() {
            [only] => only.file_stem().map(|it| it.to_string_lossy().into_owned()),
            _ => paths
                .first()
                .and_then(|it| it.parent()?.file_name())
                .map(|it| it.to_string_lossy().into_owned()),
        };
        let name = name.filter(|it| it != "-").unwrap_or_else(|| "import".into());
        let id: String = name
            .chars()
            .map(|c| if c.is_ascii_alphanumeric() || c == '-' || c == '_' { c } else { '-' })
            .collect();
        let id = id.trim_matches('-').to_string();
        let tag = map.and_then(|it| it.language.as_deref()).unwrap_or("und");
        let said = || Language::parse(tag).map_err(|fault| format!("language of the map: `{tag}` {fault}"));
        Ok(Head {
            id: match (&self.id, map.and_then(|it| it.id.as_ref())) {
                (Some(id), _) => id.as_str().into(),
                (None, Some(id)) => id.clone(),
                (None, None) if Id::parse(&id).is_ok() => id,
                (None, None) => "import".into(),
            },
            title: self.title.clone().or_else(|| map?.title.clone()).unwrap_or(name),
            language: self.language.clone().map_or_else(said, Ok)?,
        })
    }

    /// Writes the dataset in the format that the name of the file says.
    fn write(&self, writer: Writer, head: &Head) -> Result<(), Failure> {
        let head = [
            ("id", json!(head.id)),
            ("title", json!(head.title)),
            ("language", json!(head.language.as_str())),
        ];
        let Some(out) = &self.out else {
            return match writer.finish(&head, &mut io::stdout().lock()) {
                Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
                done => Ok(done.map_err(|error| format!("cannot write to standard output: {error}"))?),
            };
        };
        let ending = out.extension().and_then(|it| it.to_str()).unwrap_or_default().to_ascii_lowercase();
        match (ending.as_str(), Format::of_ending(&ending)) {
            ("pack", _) => {
                let bytes = in_memory(writer, &head)?;
                let input = load::of_bytes("the import".into(), bytes)?;
                Ok(files::put(out, &input.pack, self.force)?)
            }
            (_, Some(format @ (Format::Yaml | Format::Toml))) => {
                let bytes = in_memory(writer, &head)?;
                let text = String::from_utf8_lossy(&bytes);
                let root = authoring::parse(&text, Format::Json).map_err(|errors| {
                    let told: Vec<String> = errors.into_iter().map(|it| it.message).collect();
                    told.join("; ")
                })?;
                Ok(files::put(out, authoring::write(&root.value, format)?.as_bytes(), self.force)?)
            }
            _ => Ok(files::stream(out, self.force, |file| writer.finish(&head, file))?),
        }
    }
}

/// Formats other than JSON are written at once.
fn in_memory(writer: Writer, head: &[(&str, Json)]) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    writer.finish(head, &mut bytes).map_err(|error| format!("a temporary file cannot be read: {error}"))?;
    Ok(bytes)
}

/// The structured data of a page; a page has one record at least, if only to be refused.
fn page(html: &str, place: &str, to: &mut Importing) -> Result<(), Failure> {
    let mut n = 0;
    for item in structured_data::find(html) {
        let place = if place.is_empty() { item.place } else { format!("{place}: {}", item.place) };
        let found = match item.value {
            Ok(value) => reviews(&Graph::new(&value), &place),
            Err(reason) => vec![Found { place, draft: Err(reason), warnings: Vec::new() }],
        };
        n += found.len();
        to.take_all(found, Vec::new())?;
    }
    match n {
        0 => to.take(Found {
            place: place.into(),
            draft: Err("the page holds no ClaimReview or MediaReview".into()),
            warnings: Vec::new(),
        }),
        _ => Ok(()),
    }
}
