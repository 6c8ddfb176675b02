//! Writing what was verified into the files of a dataset, which otherwise stay as their author wrote them.

use std::collections::BTreeMap;
use std::path::Path as FilePath;
use std::prelude::v1::*;
use std::{format, vec};

use serde_json::Value as Json;

use super::files;
use super::load::Input;
use super::report::Failure;
use crate::authoring::{self, Edit, Format, SourceFile};
use crate::date::Date;
use crate::error::Path;
use crate::record::{Node, Value};

/// Puts `verified` into the citations at these paths: the day, and the hash of the snapshot in hexadecimal.
pub(super) fn verified(input: &Input, proved: &[(Path, String)], today: Date) -> Result<(), Failure> {
    let Some(root) = &input.root else {
        return Err(Failure::Message(format!(
            "{}: a pack is not written to; verify the file it was made of",
            input.name
        )));
    };
    if input.name == files::STDIN {
        return Err(Failure::Message("--write: standard input has no file to write to".into()));
    }
    let day = today.to_iso();
    let mut edits: BTreeMap<usize, Vec<Edit>> = BTreeMap::new();
    for (path, hash) in proved {
        let node = root.nearest_to(path.steps());
        let Some(file) = input.sources.file_at(node.at as usize) else { continue };
        let mut citation = node.clone();
        authoring::shift_back(&mut citation, file.base);
        let fields = [("date", day.as_str()), ("snapshot", hash.as_str())];
        let edit = authoring::put_object(&file.text, format_of(file), &citation, "verified", &fields);
        let edit = edit.ok_or_else(|| {
            format!("{}: {path} cannot be written to; put `verified` there by hand", file.name)
        })?;
        edits.entry(file.base).or_default().push(edit);
    }
    let mut written = Vec::new();
    for file in input.sources.files() {
        let Some(edits) = edits.remove(&file.base) else { continue };
        let text = authoring::apply(&file.text, edits);
        if without_proofs(file, &file.text) != without_proofs(file, &text) {
            return Err(Failure::Message(format!(
                "{}: cannot be written to without harm; nothing was changed",
                file.name
            )));
        }
        written.push((file, text));
    }
    for (file, text) in written {
        files::put(FilePath::new(&file.name), text.as_bytes(), true)?;
    }
    Ok(())
}

fn format_of(file: &SourceFile) -> Format {
    let ending = file.name.rsplit('.').next().unwrap_or_default();
    Format::of_ending(ending).unwrap_or_else(|| Format::of_text(&file.text))
}

/// A file as plain data without any `verified`: an edit must not touch anything else.
fn without_proofs(file: &SourceFile, text: &str) -> Option<Json> {
    let mut root = authoring::parse(text, format_of(file)).ok()?;
    let mut open = vec![&mut root];
    while let Some(Node { value, .. }) = open.pop() {
        match value {
            Value::Object(fields) => {
                fields.retain(|(name, _)| name != "verified");
                open.extend(fields.iter_mut().map(|(_, it)| it));
            }
            Value::List(list) => open.extend(list),
            _ => {}
        }
    }
    serde_json::to_value(&root).ok()
}
