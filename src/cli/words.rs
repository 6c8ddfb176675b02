//! `factcheck words`: the interface texts as the widget loads them. The build calls it.

use std::format;
use std::path::Path;
use std::prelude::v1::*;

use super::files;
use super::report::Failure;
use crate::model::Language;
use crate::view::{ENGLISH, LANGUAGES, TakeWords, Words};

/// Writes two files for each language but English, which the modules carry: for all of the widget, and for what a
/// reader takes away.
pub(super) fn write(folder: &Path) -> Result<(), Failure> {
    files::make_folder(folder)?;
    let languages = LANGUAGES.iter().filter_map(|(tag, _)| Language::parse(tag).ok());
    for language in languages {
        let (Some(words), Some(take)) = (Words::in_language(&language), TakeWords::in_language(&language))
        else {
            continue;
        };
        if words == ENGLISH {
            continue;
        }
        let tag = words.tag();
        files::put(&folder.join(format!("{tag}.txt")), words.to_compact().as_bytes(), true)?;
        // The tag says what it is, and is no text of its own.
        let take = format!("{tag}\n{}", take.to_compact());
        files::put(&folder.join(format!("{tag}-extras.txt")), take.as_bytes(), true)?;
    }
    Ok(())
}
