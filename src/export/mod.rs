//! Export: a dataset in formats that others read. Each format is a function of the claims that are chosen; what it
//! cannot carry is told, never dropped in silence. ClaimReview has a module of its own.

mod annotations;
mod argdown;
mod atom;
mod csv;
mod feed;
mod fields;
mod json_feed;
mod markdown;

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

pub use fields::{Carried, FIELDS, Field, Format, left_out};

pub use crate::cite::Selection;
use crate::cite::{self, address_in, fold};
use crate::url::WebUrl;

/// A text in another format.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Exported {
    /// The text, as it is to stand in a file.
    pub text: String,
    /// What the format has no place for, and what of it was changed: a line for each kind.
    pub left_out: Vec<String>,
}

/// The claims as CSV: a row a claim.
pub fn csv(selection: &Selection<'_>) -> Exported {
    exported(Format::Csv, selection, |notes| csv::write(selection, notes))
}

/// The claims as a document to read, in CommonMark.
pub fn markdown(selection: &Selection<'_>) -> Exported {
    exported(Format::Markdown, selection, |_| markdown::write(selection))
}

/// The sources of the claims as CSL-JSON.
pub fn csl_json(selection: &Selection<'_>) -> Exported {
    exported(Format::CslJson, selection, |_| cite::csl_json(None, selection))
}

/// The sources of the claims as BibTeX.
pub fn bibtex(selection: &Selection<'_>) -> Exported {
    exported(Format::BibTex, selection, |notes| {
        let is_folded = |it: &&str| fold(it) != **it;
        let sources = selection.sources().into_iter();
        let texts = sources.flat_map(|(_, it)| [Some(&it.title), it.publisher.as_ref(), it.author.as_ref()]);
        match texts.flatten().map(|it| it.as_str()).filter(is_folded).count() {
            0 => {}
            n => notes.push(format!("{n} × line breaks and runs of blanks in texts")),
        }
        cite::bibtex(None, selection)
    })
}

/// The claims as W3C Web Annotations of the pages where the statements stand; `page` shows the claims.
pub fn annotations(selection: &Selection<'_>, page: Option<&WebUrl>) -> Exported {
    exported(Format::Annotations, selection, |notes| annotations::write(selection, page, notes))
}

/// An Atom feed of changes and verdicts, with links to the `page` that shows the claims.
pub fn atom(selection: &Selection<'_>, page: Option<&WebUrl>) -> Exported {
    exported(Format::Atom, selection, |notes| atom::write(selection, page, notes))
}

/// A JSON Feed of changes and verdicts, with links to the `page` that shows the claims.
pub fn json_feed(selection: &Selection<'_>, page: Option<&WebUrl>) -> Exported {
    exported(Format::JsonFeed, selection, |notes| json_feed::write(selection, page, notes))
}

/// The claims as an argument map, in Argdown.
pub fn argdown(selection: &Selection<'_>) -> Exported {
    exported(Format::Argdown, selection, |notes| argdown::write(selection, notes))
}

/// The text, with what the table says of the format, and then what came up in writing.
fn exported(
    format: Format,
    selection: &Selection<'_>,
    write: impl FnOnce(&mut Vec<String>) -> String,
) -> Exported {
    let mut notes = Vec::new();
    let text = write(&mut notes);
    let mut left_out = left_out(format, selection);
    left_out.append(&mut notes);
    Exported { text, left_out }
}

/// The name of a thing where there is no page for it: a URN made of ids, which are safe in it as they are.
fn urn(parts: &[&str]) -> String {
    let mut urn = String::from("urn:fact-check");
    for part in parts {
        urn.push(':');
        urn.push_str(part);
    }
    urn
}
