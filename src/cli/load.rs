//! A dataset from wherever the user keeps it: a file in one of the formats, a folder, a pack, standard input, or
//! the bundled one.

use std::format;
use std::path::{Path, PathBuf};
use std::prelude::v1::*;

use super::files;
use super::report::{Diagnostic, Failure, Report};
use crate::authoring::{self, FolderFile, Format, SourceMap, SyntaxError};
use crate::dataset::{self, pack};
use crate::error::Errors;
use crate::identity;
use crate::model::{Dataset, Identity};
use crate::record::Node;

/// A valid dataset, with the texts it was read from.
pub(super) struct Input {
    /// What messages call it.
    pub(super) name: String,
    /// The files, for messages that show them; none for a pack.
    pub(super) sources: SourceMap,
    /// The plain data with its places; none for a pack.
    pub(super) root: Option<Node>,
    /// The dataset; with hashes if it was published with them.
    pub(super) dataset: Dataset,
    /// The pack, as it would be published.
    pub(super) pack: Vec<u8>,
}

/// Reads a dataset; the bundled one if no path is given.
pub(super) fn load(path: Option<&PathBuf>) -> Result<Input, Failure> {
    match path {
        Some(path) if path.is_dir() => folder(path),
        Some(path) => file(files::name(path), files::read(path)?, ending(path)),
        None => {
            let input = file("bundled".into(), dataset::BUNDLED.into(), Some(Format::Json))?;
            // It is published with its hashes: that is how the widget carries it.
            let (identity, _) = input.identity()?;
            Ok(Input { dataset: input.dataset.with_identity(Some(identity)), ..input })
        }
    }
}

/// Reads a dataset file that is in memory.
pub(super) fn of_bytes(name: String, bytes: Vec<u8>) -> Result<Input, Failure> {
    file(name, bytes, None)
}

fn ending(path: &Path) -> Option<Format> {
    Format::of_ending(path.extension()?.to_str()?)
}

fn file(name: String, bytes: Vec<u8>, format: Option<Format>) -> Result<Input, Failure> {
    if pack::is_pack(&bytes) {
        let dataset = pack::read_checked(&bytes).map_err(|error| format!("{name}: {error}"))?;
        return Ok(Input { name, sources: SourceMap::default(), root: None, dataset, pack: bytes });
    }
    let mut loading = Loading::default();
    let root = loading.parse(name.clone(), &bytes, format);
    loading.finish(name, root)
}

fn folder(path: &Path) -> Result<Input, Failure> {
    let name = files::name(path);
    let mut paths = Vec::new();
    let mut add = |path: &Path| paths.extend(ending(path).is_some().then(|| path.to_owned()));
    files::list(path, &mut add).map_err(|error| format!("{name}: cannot be read: {error}"))?;
    paths.sort();
    let is_head =
        |it: &PathBuf| it.parent() == Some(path) && it.file_stem().is_some_and(|it| it == "dataset");
    let (heads, paths): (Vec<PathBuf>, Vec<PathBuf>) = paths.into_iter().partition(is_head);
    let [head] = heads.as_slice() else {
        let what = if heads.is_empty() { "no" } else { "more than one" };
        return Err(Failure::Message(format!(
            "{name}: has {what} dataset.json, dataset.yaml or dataset.toml; \
             put `id`, `title`, `language` into one, and each claim into a file of its own"
        )));
    };
    let mut loading = Loading::default();
    let root = loading.parse(files::name(head), &files::read(head)?, ending(head));
    let mut claims = Vec::new();
    for path in paths {
        let stem = path.file_stem().map(|it| it.to_string_lossy().into_owned()).unwrap_or_default();
        let root = loading.parse(files::name(&path), &files::read(&path)?, ending(&path));
        claims.extend(root.map(|root| FolderFile { stem, root }));
    }
    let (root, errors) = authoring::merge(root, claims);
    loading.diagnostics.extend(errors.into_iter().map(|it| Diagnostic::syntax(it, 0)));
    loading.finish(name, Some(root))
}

/// What was read so far, and what was wrong with it.
#[derive(Default)]
struct Loading {
    sources: SourceMap,
    diagnostics: Vec<Diagnostic>,
    /// Whether a file could not be read: what it would have brought is not missed.
    is_partial: bool,
}

impl Loading {
    fn parse(&mut self, name: String, bytes: &[u8], format: Option<Format>) -> Option<Node> {
        let text = dataset::decode_utf8(bytes).map(|it| it.strip_prefix('\u{FEFF}').unwrap_or(it));
        let base = self.sources.add(name.clone(), text.as_ref().map_or("", |it| it).into());
        let data = text.and_then(|text| dataset::expect_data(text).map(|()| text));
        let read = match data {
            Ok(text) => {
                let format = format.unwrap_or_else(|| Format::of_text(text));
                let wrong = |errors: Vec<SyntaxError>| {
                    errors.into_iter().map(|it| Diagnostic::syntax(it, base)).collect::<Vec<_>>()
                };
                authoring::parse(text, format).map_err(wrong)
            }
            Err(Errors(errors)) => {
                Err(errors.into_iter().map(|it| Diagnostic::of_file(&name, base, it)).collect())
            }
        };
        match read {
            Ok(mut root) => {
                authoring::shift(&mut root, base);
                Some(root)
            }
            Err(diagnostics) => {
                self.diagnostics.extend(diagnostics);
                self.is_partial = true;
                None
            }
        }
    }

    fn finish(mut self, name: String, root: Option<Node>) -> Result<Input, Failure> {
        let checked = root.as_ref().map(dataset::check_all);
        if let (Some(root), Some(Err(Errors(errors)))) = (&root, &checked) {
            let misses = |rule: &str| ["unknown-person", "unknown-source", "unknown-claim"].contains(&rule);
            let errors = errors.iter().filter(|it| !(self.is_partial && it.rule.is_some_and(misses)));
            self.diagnostics.extend(errors.map(|it| Diagnostic::at(root, it)));
        }
        match checked {
            Some(Ok(checked)) if self.diagnostics.is_empty() => {
                let pack = checked.to_published_pack();
                Ok(Input { name, sources: self.sources, root, dataset: checked.dataset, pack })
            }
            _ => Err(Failure::Report(Report::new(name, self.sources, self.diagnostics))),
        }
    }
}

impl Input {
    /// The hashes of the dataset and its claims, and the body of the pack that they are made of.
    pub(super) fn identity(&self) -> Result<(Identity, &[u8]), Failure> {
        let (identity, body) = pack::open(&self.pack).map_err(|error| format!("{}: {error}", self.name))?;
        // A pack need not carry hashes; they can be made of any.
        let identity = identity.or_else(|| identity::identity(body));
        Ok((identity.ok_or_else(|| format!("{}: cannot be read back", self.name))?, body))
    }

    /// What is to be said of it.
    pub(super) fn report(self, diagnostics: Vec<Diagnostic>) -> Report {
        Report::new(self.name, self.sources, diagnostics)
    }
}
