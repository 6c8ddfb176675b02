//! BibTeX: the sources, in entries that BibLaTeX reads as well.

use alloc::{format, string::String, vec::Vec};

use super::{Selection, fold};
use crate::model::{Id, Source, SourceKind};

pub(super) fn write(selection: &Selection<'_>, notes: &mut Vec<String>) -> String {
    let sources = selection.sources();
    let mut keys = Keys::default();
    let keys: Vec<(&Id, String)> = sources.iter().map(|(id, _)| (*id, keys.of(id))).collect();
    let key_of = |id: &Id| keys.iter().find(|(it, _)| *it == id).map(|(_, key)| key.as_str());
    let entries: Vec<String> = sources
        .iter()
        .map(|(id, source)| {
            entry(key_of(id).unwrap_or_default(), source, source.derived_from.as_ref().and_then(key_of))
        })
        .collect();
    let is_folded = |it: &&str| fold(it) != **it;
    let texts =
        sources.iter().flat_map(|(_, it)| [Some(&it.title), it.publisher.as_ref(), it.author.as_ref()]);
    match texts.flatten().map(|it| it.as_str()).filter(is_folded).count() {
        0 => {}
        n => notes.push(format!("{n} × line breaks and runs of blanks in texts")),
    }
    entries.join("\n")
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
            key = format!("{}-{n}", id.as_str());
        }
        self.0.push(key.to_ascii_lowercase());
        key
    }
}

fn entry(key: &str, source: &Source, origin: Option<&str>) -> String {
    let kind = kind(source);
    let mut entry = format!("@{kind}{{{key},\n");
    let mut field = |name: &str, value: &str| entry.push_str(&format!("  {name} = {{{value}}},\n"));
    // Inner braces keep capitals as they are, and names in one piece.
    let kept = |text: &str| format!("{{{}}}", latex(text));
    field("title", &kept(source.title.as_str()));
    if let Some(author) = &source.author {
        field("author", &kept(author.as_str()));
    }
    if let Some(publisher) = &source.publisher {
        let name = match kind {
            "article" => "journal",
            "techreport" => "institution",
            "book" => "publisher",
            _ => "howpublished",
        };
        field(name, &latex(publisher.as_str()));
    }
    if let Some(date) = source.date {
        field("date", &date.to_iso());
        field("year", &format!("{:04}", date.year()));
        if let Some(month) = date.month() {
            field("month", &format!("{month}"));
        }
    }
    if let Some(url) = &source.url {
        field("url", &verbatim(url.as_str()));
    }
    if let Some(language) = &source.language {
        field("language", language.as_str());
    }
    if let Some(kind) = source.kind {
        field("entrysubtype", kind.as_str());
    }
    if let Some(origin) = origin {
        field("related", origin);
        field("relatedstring", "Carries the words of");
    }
    if let Some(archive) = &source.archive {
        let date = archive.date.map_or(String::new(), |it| format!(" of {}", it.to_iso()));
        field("note", &format!("Archived copy{date}: {}", latex(archive.url.as_str())));
    }
    entry.push_str("}\n");
    entry
}

/// The entry type: those that BibTeX itself knows, where it has what they ask for.
fn kind(source: &Source) -> &'static str {
    let has_publisher = source.publisher.is_some();
    match source.kind {
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
            '#' | '$' | '%' | '&' | '_' => escaped.extend(['\\', c]),
            // Two of these become another character.
            '-' | '\'' | ',' if c == before => escaped.extend(['{', '}', c]),
            _ => escaped.push(c),
        }
        before = c;
    }
    escaped
}

/// An address in a field that is taken as it is, where braces alone mean something.
fn verbatim(url: &str) -> String {
    url.replace('{', "%7B").replace('}', "%7D")
}
