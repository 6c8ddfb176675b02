//! The maps of tables: read from files, or those that come along.

use std::format;
use std::path::Path;
use std::prelude::v1::*;

use super::files;
use super::report::Failure;
use super::say::println;
use crate::import::{self, TableMap};

/// A map from a file, or one that comes along.
pub(super) fn read_map(path: &Path) -> Result<TableMap, Failure> {
    let name = files::name(path);
    let text = match import::preset(&name) {
        Some(text) => text.into(),
        None => String::from_utf8_lossy(&files::read(path)?).into_owned(),
    };
    Ok(TableMap::parse(&text).map_err(|error| format!("{name}: is not a map: {error}"))?)
}

/// Lists the maps that come along, or prints one of them.
pub(super) fn list_maps(name: &str) -> Result<(), Failure> {
    if name.is_empty() {
        for (name, text) in import::PRESETS {
            let about = text.lines().next().unwrap_or_default().trim_start_matches(['#', ' ']);
            println!("{name:<16} {about}");
        }
        return Ok(());
    }
    let known: Vec<&str> = import::PRESETS.iter().map(|(name, _)| *name).collect();
    match import::preset(name) {
        Some(text) => files::print(text.as_bytes())?,
        None => {
            return Err(Failure::Message(format!(
                "--maps: no map `{name}`; there are: {}",
                known.join(", ")
            )));
        }
    }
    Ok(())
}
