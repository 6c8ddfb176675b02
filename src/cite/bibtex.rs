//! BibTeX: works in entries that BibLaTeX reads as well.

use alloc::{string::String, vec::Vec};

use super::work::Work;
use super::{Selection, fold};
use crate::model::{Id, SourceKind};
use crate::text::{joined, push_number};

/// The sources of the claims as BibTeX, behind the record of a claim if there is one.
pub fn bibtex(record: Option<&Work<'_>>, selection: &Selection<'_>) -> String {
    let sources = selection.sources();
    let mut keys = Keys::default();
    let keys: Vec<(&Id, String)> = sources.iter().map(|(id, _)| (*id, keys.of(id))).collect();
    let key_of = |id: &Id| keys.iter().find(|(it, _)| *it == id).map(|(_, key)| key.as_str());
    let mut text = String::new();
    if let Some(work) = record {
        push_entry(&mut text, work);
    }
    for (id, source) in sources {
        if !text.is_empty() {
            text.push('\n');
        }
        let origin = source.derived_from.as_ref().and_then(key_of);
        push_entry(&mut text, &Work::of_source(key_of(id).unwrap_or_default(), source, origin));
    }
    text
}

/// The keys that were given so far, in lower case: BibTeX takes `a` and `A` for one key.
#[derive(Default)]
struct Keys(Vec<String>);

impl Keys {
    fn of(&mut self, id: &Id) -> String {
        let mut key = String::from(id.as_str());
        let mut n = 1;
        while self.0.contains(&key.to_ascii_lowercase()) {
            n += 1;
            key = joined(id.as_str(), "-");
            push_number(&mut key, n);
        }
        self.0.push(key.to_ascii_lowercase());
        key
    }
}

/// A field; braces inside those of the field keep capitals as they are, and names in one piece.
fn push_field(entry: &mut String, name: &str, value: &str) {
    for part in ["  ", name, " = {", value, "},\n"] {
        entry.push_str(part);
    }
}

fn kept(text: &str) -> String {
    let mut kept = joined("{", &latex(text));
    kept.push('}');
    kept
}

fn push_entry(entry: &mut String, work: &Work<'_>) {
    let kind = kind(work);
    for part in ["@", kind, "{", work.key, ",\n"] {
        entry.push_str(part);
    }
    let mut field = |name: &str, value: &str| push_field(entry, name, value);
    field("title", &kept(work.title));
    if let Some(author) = work.author {
        field("author", &kept(author));
    }
    if let Some(publisher) = work.publisher {
        let name = match kind {
            "article" => "journal",
            "techreport" => "institution",
            "book" => "publisher",
            _ => "howpublished",
        };
        field(name, &latex(publisher));
    }
    if let Some(date) = work.date {
        let iso = date.to_iso();
        field("date", &iso);
        field("year", iso.get(..4).unwrap_or_default());
        if let Some(month) = date.month() {
            let mut number = String::new();
            push_number(&mut number, month.into());
            field("month", &number);
        }
    }
    if let Some(url) = work.url {
        field("url", &verbatim(url));
    }
    if let Some(language) = work.language {
        field("language", language);
    }
    if let Some(kind) = work.kind {
        field("entrysubtype", kind.as_str());
    }
    if let Some(origin) = work.origin {
        field("related", origin);
        field("relatedstring", "Carries the words of");
    }
    if let Some(note) = work.note {
        field("note", &latex(note));
    }
    if let Some(archive) = work.archive {
        let mut note = String::from("Archived copy");
        if let Some(date) = archive.date {
            note.push_str(" of ");
            note.push_str(&date.to_iso());
        }
        note.push_str(": ");
        note.push_str(&latex(archive.url.as_str()));
        field("note", &note);
    }
    entry.push_str("}\n");
}

/// The entry type: those that BibTeX itself knows, where it has what they ask for.
fn kind(work: &Work<'_>) -> &'static str {
    let has_publisher = work.publisher.is_some();
    match work.kind {
        Some(SourceKind::PeerReviewed | SourceKind::NewsAgency | SourceKind::Press) if has_publisher => {
            "article"
        }
        Some(SourceKind::Report) if has_publisher => "techreport",
        Some(SourceKind::Book) => "book",
        _ => "misc",
    }
}

/// A text as LaTeX writes it. Braces are named, since BibTeX counts them even behind a backslash.
fn latex(text: &str) -> String {
    let mut escaped = String::new();
    let mut before = ' ';
    for c in fold(text).chars() {
        match c {
            '\\' => escaped.push_str("\\textbackslash{}"),
            '{' => escaped.push_str("\\textbraceleft{}"),
            '}' => escaped.push_str("\\textbraceright{}"),
            '~' => escaped.push_str("\\textasciitilde{}"),
            '^' => escaped.push_str("\\textasciicircum{}"),
            '<' => escaped.push_str("\\textless{}"),
            '>' => escaped.push_str("\\textgreater{}"),
            '|' => escaped.push_str("\\textbar{}"),
            '`' => escaped.push_str("\\textasciigrave{}"),
            '"' => escaped.push_str("\\textquotedbl{}"),
            '#' | '$' | '%' | '&' | '_' => {
                escaped.push('\\');
                escaped.push(c);
            }
            // Two of these become another character.
            '-' | '\'' | ',' if c == before => {
                escaped.push_str("{}");
                escaped.push(c);
            }
            _ => escaped.push(c),
        }
        before = c;
    }
    escaped
}

/// An address in a field that is taken as it is, where braces alone mean something.
fn verbatim(url: &str) -> String {
    let mut text = String::new();
    for c in url.chars() {
        match c {
            '{' => text.push_str("%7B"),
            '}' => text.push_str("%7D"),
            c => text.push(c),
        }
    }
    text
}
