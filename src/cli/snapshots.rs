//! Snapshots: saved texts and pages of the sources, in a folder, and which source each of them is of.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::prelude::v1::*;
use std::{format, vec};

use sha2::{Digest, Sha256};

use super::files;
use crate::dataset;
use crate::import::Prose;
use crate::model::{Dataset, Hash, Id, Source};
use crate::structured_data::page_facts;
use crate::text::Folded;

/// A folder of snapshots, looked through once. Their texts are read again when they are needed: a folder may be large.
pub(super) struct Snapshots {
    root: PathBuf,
    /// What each file is known by; later ones, in the order of their names, win.
    keys: BTreeMap<Key, PathBuf>,
    /// How many files have a title: only one that is unique says anything.
    n_titled: BTreeMap<String, usize>,
}

#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    Id(String),
    Url(String),
    Title(String),
}

/// One snapshot, read.
pub(super) struct Snapshot {
    /// Its path within the folder.
    pub(super) name: String,
    /// Its text; of a page what a reader sees.
    pub(super) text: String,
    /// SHA-256 of the file.
    pub(super) hash: Hash,
}

impl Snapshots {
    pub(super) fn open(root: &Path) -> Result<Snapshots, String> {
        let mut snapshots = Snapshots { root: root.into(), keys: BTreeMap::new(), n_titled: BTreeMap::new() };
        let mut paths = Vec::new();
        files::list(root, &mut |path| paths.push(path.to_owned()))
            .map_err(|error| format!("{}: cannot be read: {error}", root.display()))?;
        paths.sort();
        for path in paths {
            snapshots.add(path)?;
        }
        match snapshots.keys.is_empty() {
            true => Err(format!("{}: holds no text or HTML file", root.display())),
            false => Ok(snapshots),
        }
    }

    fn add(&mut self, path: PathBuf) -> Result<(), String> {
        let Some(is_html) = kind(&path) else { return Ok(()) };
        let name = self.name(&path);
        let file = path.file_name().map(|it| it.to_string_lossy().into_owned()).unwrap_or_default();
        // Ids have neither dot nor at sign: behind them a date may stand.
        let id = file.split(['.', '@']).next().unwrap_or_default();
        let mut keys = vec![Key::Id(id.into())];
        keys.extend(addresses_of_path(&name).map(Key::Url));
        let text = read(&path)?;
        let title = if is_html {
            let facts = page_facts(&text);
            let urls = [facts.canonical, facts.og_url, facts.saved_from];
            keys.extend(urls.into_iter().flatten().map(|it| Key::Url(plain_url(&it))));
            facts.title
        } else {
            let first = || text.lines().map(str::trim).filter(|it| !it.is_empty()).take(8);
            let url = |line: &str| line.find("http").and_then(|at| line.get(at..)).map(plain_url);
            keys.extend(first().filter(|it| !it.contains(". ")).filter_map(url).map(Key::Url));
            first().next().map(String::from)
        };
        if let Some(title) = title.map(|it| folded(&it)) {
            *self.n_titled.entry(title.clone()).or_default() += 1;
            keys.push(Key::Title(title));
        }
        for key in keys {
            self.keys.insert(key, path.clone());
        }
        Ok(())
    }

    fn name(&self, path: &Path) -> String {
        path.strip_prefix(&self.root).unwrap_or(path).display().to_string().replace('\\', "/")
    }

    /// The snapshot of a source: by its id, the address of the page or of its archived copy, or its title where no
    /// other source and no other file has the same.
    pub(super) fn of(&self, id: &Id, source: &Source, dataset: &Dataset) -> Result<Option<Snapshot>, String> {
        let url = source.url.as_ref().map(|it| it.as_str());
        let archive = source.archive.as_ref().map(|it| it.url.as_str());
        let addresses = [url, archive].into_iter().flatten().map(|it| Key::Url(plain_url(it)));
        let title = folded(source.title.as_str());
        let same = dataset.sources.iter().filter(|(_, it)| folded(it.title.as_str()) == title).count();
        let is_unique = same == 1 && self.n_titled.get(&title) == Some(&1);
        let title = is_unique.then_some(Key::Title(title));
        let keys = std::iter::once(Key::Id(id.as_str().into())).chain(addresses).chain(title);
        let Some(path) = keys.filter_map(|key| self.keys.get(&key)).next() else { return Ok(None) };
        let hash = Hash(Sha256::digest(files::read(path)?).into());
        let text = read(path)?;
        let text = if kind(path) == Some(true) { Prose::from_html(&text).text } else { text };
        Ok(Some(Snapshot { name: self.name(path), text, hash }))
    }
}

/// Whether a file is a page (`true`) or a text (`false`); others are not looked at.
fn kind(path: &Path) -> Option<bool> {
    let ending = path.extension()?.to_str()?.to_ascii_lowercase();
    match ending.as_str() {
        "html" | "htm" | "xhtml" => Some(true),
        "txt" | "text" | "md" => Some(false),
        _ => None,
    }
}

fn read(path: &Path) -> Result<String, String> {
    let bytes = files::read(path)?;
    let text = match dataset::decode_utf8(&bytes) {
        Ok(text) => text.into(),
        // Old pages are in older encodings; what they say is guessed as browsers do.
        Err(_) => {
            let mut detector = chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Deny);
            detector.feed(&bytes, true);
            detector.guess(None, chardetng::Utf8Detection::Allow).decode(&bytes).0.into_owned()
        }
    };
    Ok(text)
}

/// The addresses that a path stands for, as programs that save whole sites name their files: `host/path/index.html`.
fn addresses_of_path(name: &str) -> impl Iterator<Item = String> {
    let has_host = name.split_once('/').is_some_and(|(host, _)| host.contains('.'));
    let without_ending = name.rsplit_once('.').map_or(name, |(path, _)| path);
    let folder = without_ending.strip_suffix("/index").unwrap_or(without_ending);
    [name, without_ending, folder]
        .into_iter()
        .filter(move |_| has_host)
        .map(plain_url)
        .collect::<Vec<_>>()
        .into_iter()
}

/// An address without what changes while the page stays the same: scheme, `www.`, fragment, a slash at the end.
fn plain_url(url: &str) -> String {
    let url = url.trim();
    let url = url.split('#').next().unwrap_or(url).trim_end_matches('/');
    let url = url.split_once("://").map_or(url, |(_, rest)| rest);
    let (host, path) = url.split_at(url.find('/').unwrap_or(url.len()));
    let host = host.to_ascii_lowercase();
    format!("{}{path}", host.strip_prefix("www.").unwrap_or(&host))
}

fn folded(text: &str) -> String {
    Folded::new(text).chars.into_iter().collect()
}
