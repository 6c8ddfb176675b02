//! CSL-JSON 1.0.2 (citationstyles.org): works for Zotero, pandoc and word processors.

use alloc::string::String;

use super::Selection;
use super::work::Work;
use crate::date::Date;
use crate::model::{Id, SourceKind};
use crate::text::{push_json, push_number};

/// The sources of the claims as CSL-JSON, behind the record of a claim if there is one.
pub fn csl_json(record: Option<&Work<'_>>, selection: &Selection<'_>) -> String {
    let mut json = String::from("[");
    if let Some(work) = record {
        push_item(&mut json, work);
    }
    for (id, source) in selection.sources() {
        let origin = source.derived_from.as_ref().map(Id::as_str);
        push_item(&mut json, &Work::of_source(id.as_str(), source, origin));
    }
    if json.len() > 1 {
        json.push('\n');
    }
    json.push_str("]\n");
    json
}

fn push_item(json: &mut String, work: &Work<'_>) {
    let kind = kind(work);
    json.push_str(if json.len() > 1 { ",\n  {" } else { "\n  {" });
    let mut object = Object { json, indent: "\n    ", is_first: true };
    object.text("id", work.key);
    object.text("type", kind);
    object.text("title", work.title);
    if let Some(author) = work.author {
        // Who wrote it may be an office: the name stays in one piece.
        object.name("author").push_str("[{ \"literal\": ");
        push_json(object.json, author);
        object.json.push_str(" }]");
    }
    if let Some(publisher) = work.publisher {
        let is_part = work.is_record() || kind.starts_with("article");
        object.text(if is_part { "container-title" } else { "publisher" }, publisher);
    }
    if let Some(url) = work.url {
        object.text("URL", url);
    }
    if let Some(date) = work.date {
        object.name("issued").push_str("{ \"date-parts\": [[");
        push_parts(object.json, date);
        object.json.push_str("]] }");
    }
    if let Some(language) = work.language {
        object.text("language", language);
    }
    if let Some(note) = work.note {
        object.text("note", note);
    }
    if let Some(archive) = work.archive {
        object.text("archive", archive.url.host());
        object.text("archive_location", archive.url.as_str());
    }
    push_custom(&mut object, work);
    json.push_str("\n  }");
}

/// What CSL has no variable for.
fn push_custom(object: &mut Object<'_>, work: &Work<'_>) {
    let archived = work.archive.and_then(|it| it.date).map(|it| it.to_iso());
    let fields = [
        ("kind", work.kind.map(|it| it.as_str())),
        ("derived_from", work.origin),
        ("archive_date", archived.as_deref()),
    ];
    if fields.iter().all(|(_, value)| value.is_none()) {
        return;
    }
    let json = object.name("custom");
    json.push('{');
    let mut custom = Object { json, indent: " ", is_first: true };
    for (name, value) in fields {
        if let Some(value) = value {
            custom.text(name, value);
        }
    }
    json.push_str(" }");
}

/// An object that is being written.
struct Object<'a> {
    json: &'a mut String,
    /// What stands before a name.
    indent: &'static str,
    is_first: bool,
}

impl Object<'_> {
    /// Begins a field; its value is to be written next.
    fn name(&mut self, name: &str) -> &mut String {
        if !self.is_first {
            self.json.push(',');
        }
        self.is_first = false;
        self.json.push_str(self.indent);
        push_json(self.json, name);
        self.json.push_str(": ");
        self.json
    }

    fn text(&mut self, name: &str, value: &str) {
        push_json(self.name(name), value);
    }
}

/// Year, month and day, as far as they are known.
fn push_parts(json: &mut String, date: Date) {
    push_number(json, date.year().into());
    for part in [date.month(), date.day()].into_iter().flatten() {
        json.push_str(", ");
        push_number(json, part.into());
    }
}

/// The type that citation styles know for a kind of source.
fn kind(work: &Work<'_>) -> &'static str {
    match work.kind {
        _ if work.is_record() => "entry",
        Some(SourceKind::PrimaryData) => "dataset",
        Some(SourceKind::PeerReviewed) => "article-journal",
        Some(SourceKind::Report) => "report",
        Some(SourceKind::NewsAgency | SourceKind::Press) => "article-newspaper",
        Some(SourceKind::Broadcast) => "broadcast",
        Some(SourceKind::Book) => "book",
        Some(SourceKind::Social) => "post",
        None if work.url.is_some() => "webpage",
        _ => "document",
    }
}
