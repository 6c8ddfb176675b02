//! Authoring: a dataset as people keep it, in JSON, YAML or TOML, in one file or in a folder of one-claim files.
//! All of them become the same plain data, which knows its places, so that one checker explains all.

mod folder;
mod insert;
mod scalar;
mod source_map;
mod toml;
mod write;
mod yaml;

use alloc::{string::String, vec::Vec};
use core::ops::Range;

use crate::dataset;
use crate::record::{Node, Value};

pub use folder::{FolderFile, merge};
pub use insert::{Edit, apply, put_object};
pub use source_map::{SourceFile, SourceMap};
pub use write::write;

/// A text format of dataset files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// JSON (RFC 8259).
    Json,
    /// YAML 1.2.
    Yaml,
    /// TOML 1.1.
    Toml,
}

/// What a text is not, and where: a message, the cure, and the bytes of the text that show it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SyntaxError {
    /// What is wrong.
    pub message: String,
    /// What would be right.
    pub help: Option<String>,
    /// Bytes of the text.
    pub span: Range<usize>,
}

impl Format {
    /// The format that an ending of a file name stands for, such as `yml`; in any case.
    pub fn of_ending(ending: &str) -> Option<Format> {
        let is = |it: &str| ending.eq_ignore_ascii_case(it);
        match () {
            () if is("json") => Some(Format::Json),
            () if is("yaml") || is("yml") => Some(Format::Yaml),
            () if is("toml") => Some(Format::Toml),
            () => None,
        }
    }

    /// The format that a text without a name seems to be in: JSON begins with a bracket, and in TOML the first
    /// line that says something is a table's name or has its `=` before any `:`.
    pub fn of_text(text: &str) -> Format {
        let says = |line: &&str| !line.is_empty() && !line.starts_with('#') && *line != "---";
        let Some(first) = text.trim_start_matches('\u{FEFF}').lines().map(str::trim).find(says) else {
            return Format::Json;
        };
        let before_colon = first.split(':').next().unwrap_or(first);
        match first {
            _ if first.starts_with(['{', '<']) => Format::Json,
            _ if first.starts_with('[') && !first.ends_with(']') => Format::Json,
            _ if first.starts_with('[') || before_colon.contains('=') => Format::Toml,
            _ => Format::Yaml,
        }
    }
}

/// Reads a text as plain data; offsets are bytes of the text.
///
/// # Errors
/// Everything that is not in the format: one error for JSON and YAML, all of them for TOML.
pub fn parse(text: &str, format: Format) -> Result<Node, Vec<SyntaxError>> {
    match format {
        Format::Json => dataset::parse_json(text).map_err(|error| {
            // What is missing at the end is missing behind the last word.
            let at = error.at.min(text.trim_end().len());
            let len = text.get(at..).and_then(|it| it.chars().next()).map_or(0, char::len_utf8);
            let help = (!error.help.is_empty()).then(|| error.help.into());
            alloc::vec![SyntaxError { message: error.message, help, span: at..at + len }]
        }),
        Format::Yaml => yaml::parse(text).map_err(|error| alloc::vec![error]),
        Format::Toml => toml::parse(text),
    }
}

/// Moves all places of a tree, since its text begins behind others.
pub fn shift(node: &mut Node, base: usize) {
    move_places(node, &|at| at + base as u32);
}

/// Moves all places of a tree back to those of its own text.
pub fn shift_back(node: &mut Node, base: usize) {
    move_places(node, &|at| at - base as u32);
}

fn move_places(node: &mut Node, moved: &dyn Fn(u32) -> u32) {
    node.at = moved(node.at);
    node.end = moved(node.end);
    match &mut node.value {
        Value::List(list) => list.iter_mut().for_each(|it| move_places(it, moved)),
        Value::Object(fields) => fields.iter_mut().for_each(|(_, it)| move_places(it, moved)),
        _ => {}
    }
}
