//! CSL-JSON 1.0.2 (citationstyles.org): the sources, for Zotero, pandoc and word processors.

use alloc::{format, string::String, vec::Vec};

use serde_json::{Map, Value, json};

use super::Selection;
use crate::date::Date;
use crate::model::{Id, Source, SourceKind};

pub(super) fn write(selection: &Selection<'_>) -> String {
    let items: Vec<Value> = selection.sources().into_iter().map(|(id, source)| item(id, source)).collect();
    format!("{:#}\n", Value::Array(items))
}

fn item(id: &Id, source: &Source) -> Value {
    let kind = kind(source);
    let mut item = Map::new();
    let mut put = |name: &str, value: Value| item.insert(name.into(), value);
    put("id", json!(id.as_str()));
    put("type", json!(kind));
    put("title", json!(source.title.as_str()));
    if let Some(author) = &source.author {
        // Who wrote it may be an office: the name stays in one piece.
        put("author", json!([{ "literal": author.as_str() }]));
    }
    if let Some(publisher) = &source.publisher {
        let name = if kind.starts_with("article") { "container-title" } else { "publisher" };
        put(name, json!(publisher.as_str()));
    }
    if let Some(url) = &source.url {
        put("URL", json!(url.as_str()));
    }
    if let Some(date) = source.date {
        put("issued", json!({ "date-parts": [parts(date)] }));
    }
    if let Some(language) = &source.language {
        put("language", json!(language.as_str()));
    }
    let mut custom = Map::new();
    let mut own = |name: &str, value: &str| custom.insert(name.into(), json!(value));
    if let Some(kind) = source.kind {
        own("kind", kind.as_str());
    }
    if let Some(origin) = &source.derived_from {
        own("derived_from", origin.as_str());
    }
    if let Some(archive) = &source.archive {
        put("archive", json!(archive.url.host()));
        put("archive_location", json!(archive.url.as_str()));
        archive.date.map(|it| own("archive_date", &it.to_iso()));
    }
    if !custom.is_empty() {
        put("custom", Value::Object(custom));
    }
    Value::Object(item)
}

/// Year, month and day, as far as they are known.
fn parts(date: Date) -> Vec<u16> {
    let rest = [date.month(), date.day()].into_iter().flatten().map(u16::from);
    core::iter::once(date.year()).chain(rest).collect()
}

/// The type that citation styles know for a kind of source.
fn kind(source: &Source) -> &'static str {
    match source.kind {
        Some(SourceKind::PrimaryData) => "dataset",
        Some(SourceKind::PeerReviewed) => "article-journal",
        Some(SourceKind::Report) => "report",
        Some(SourceKind::NewsAgency | SourceKind::Press) => "article-newspaper",
        Some(SourceKind::Broadcast) => "broadcast",
        Some(SourceKind::Book) => "book",
        Some(SourceKind::Social) => "post",
        None if source.url.is_some() => "webpage",
        _ => "document",
    }
}
