//! `factcheck words`: the interface texts as the widget loads them. The build calls it.

use std::format;
use std::path::Path;
use std::prelude::v1::*;

use super::files;
use super::report::Failure;
use crate::model::Language;
use crate::view::{LANGUAGES, Words};

/// Writes a file for each language.
pub(super) fn write(folder: &Path) -> Result<(), Failure> {
    files::make_folder(folder)?;
    let languages = LANGUAGES.iter().filter_map(|(tag, _)| Language::parse(tag).ok());
    for words in languages.filter_map(|it| Words::in_language(&it)) {
        files::put(&folder.join(format!("{}.txt", words.tag())), words.to_compact().as_bytes(), true)?;
    }
    Ok(())
}
