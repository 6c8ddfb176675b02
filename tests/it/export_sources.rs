//! The sources as CSL-JSON and BibTeX: those that are cited, with types, dates and archived copies.

use biblatex::{Bibliography, ChunksExt, DateValue, EntryType, PermissiveType};
use factcheck::export::{Format, Selection, bibtex, csl_json};
use factcheck::model::SourceKind;
use serde_json::{Value, json};

use crate::export_support::{export, rich};
use crate::support::{bundled, valid};

/// The fields that we use, as the schema of CSL-JSON 1.0.2 has them (citation-style-language/schema,
/// `csl-data.json`).
pub fn schema() -> Value {
    let types = [
        "article-journal",
        "article-newspaper",
        "book",
        "broadcast",
        "dataset",
        "document",
        "entry",
        "post",
        "report",
        "webpage",
    ];
    json!({
        "type": "array",
        "items": {
            "type": "object",
            "properties": {
                "type": { "type": "string", "enum": types },
                "id": { "type": ["string", "number"] },
                "language": { "type": "string" },
                "author": { "type": "array", "items": {
                    "type": "object",
                    "properties": { "literal": { "type": "string" } },
                    "additionalProperties": false,
                } },
                "issued": {
                    "type": "object",
                    "properties": { "date-parts": {
                        "type": "array", "minItems": 1, "maxItems": 2,
                        "items": {
                            "type": "array", "minItems": 1, "maxItems": 3, "items": { "type": ["string", "number"] },
                        },
                    } },
                    "additionalProperties": false,
                },
                "archive": { "type": "string" },
                "archive_location": { "type": "string" },
                "container-title": { "type": "string" },
                "note": { "type": "string" },
                "publisher": { "type": "string" },
                "title": { "type": "string" },
                "URL": { "type": "string" },
                "custom": { "type": "object" },
            },
            "required": ["type", "id"],
            "additionalProperties": false,
        },
    })
}

/// A dataset that cites a source of every kind, and has one that nobody cites.
fn all_kinds() -> Value {
    let mut dataset = rich();
    for kind in SourceKind::ALL {
        let kind = kind.as_str();
        dataset["sources"][kind] =
            json!({ "title": kind, "kind": kind, "publisher": "Lune Press", "date": "2018-11" });
        let said_in = dataset["claims"][1]["statement"]["said_in"].as_array_mut().unwrap();
        said_in.push(json!(kind));
    }
    dataset["sources"]["page"] = json!({ "title": "A page", "url": "https://example.org/page" });
    dataset["claims"][1]["response"] = json!({ "text": "Quite.", "source": "page" });
    dataset["sources"]["uncited"] = json!({ "title": "Nobody cites it" });
    dataset
}

#[test]
fn csl_json_keeps_to_its_schema() {
    let validator = jsonschema::validator_for(&schema()).unwrap();
    for dataset in [valid(&all_kinds()), bundled()] {
        let items: Value = serde_json::from_str(&export(Format::CslJson, &dataset).text).unwrap();
        let errors: Vec<String> = validator.iter_errors(&items).map(|it| it.to_string()).collect();
        assert!(errors.is_empty(), "{errors:#?}");
    }
}

#[test]
fn a_source_in_csl_json() {
    let items: Value = serde_json::from_str(&export(Format::CslJson, &valid(&rich())).text).unwrap();
    assert_eq!(
        items,
        json!([
            {
                "id": "almanac", "type": "book", "title": "The Lune almanac",
                "author": [{ "literal": "An old hand" }], "issued": { "date-parts": [[1911]] },
                "custom": { "kind": "book" },
            },
            {
                "id": "morning", "type": "article-newspaper", "title": "Morning gazette",
                "author": [{ "literal": "Cy Clerk" }], "container-title": "Lune Press",
                "URL": "https://gazette.example/morning?page=1&part=2",
                "issued": { "date-parts": [[2018, 11, 6]] }, "language": "fr",
                "archive": "archive.example", "archive_location": "https://archive.example/morning",
                "custom": { "kind": "press", "derived_from": "almanac", "archive_date": "2019-02-03" },
            },
        ])
    );
}

#[test]
fn types_follow_the_kind_of_source() {
    let dataset = valid(&all_kinds());
    let items: Value = serde_json::from_str(&export(Format::CslJson, &dataset).text).unwrap();
    let bib = Bibliography::parse(&export(Format::BibTex, &dataset).text).unwrap();
    for (id, csl, entry) in [
        ("primary-data", "dataset", EntryType::Misc),
        ("official", "document", EntryType::Misc),
        ("transcript", "document", EntryType::Misc),
        ("peer-reviewed", "article-journal", EntryType::Article),
        ("report", "report", EntryType::TechReport),
        ("news-agency", "article-newspaper", EntryType::Article),
        ("press", "article-newspaper", EntryType::Article),
        ("broadcast", "broadcast", EntryType::Misc),
        ("book", "book", EntryType::Book),
        ("social", "post", EntryType::Misc),
        ("archive", "document", EntryType::Misc),
        ("other", "document", EntryType::Misc),
        ("page", "webpage", EntryType::Misc),
    ] {
        let item = items.as_array().unwrap().iter().find(|it| it["id"] == id).unwrap();
        assert_eq!(item["type"], csl, "{id}");
        assert_eq!(bib.get(id).unwrap().entry_type, entry, "{id}");
        let has_month = item["issued"]["date-parts"] == json!([[2018, 11]]);
        assert!(has_month || id == "page", "{id}: {item}");
    }
}

#[test]
fn only_what_the_claims_cite_with_its_origin() {
    let dataset = valid(&all_kinds());
    let chosen = Selection { dataset: &dataset, claims: vec![dataset.claim("bridge").unwrap()] };
    let items: Value = serde_json::from_str(&csl_json(&chosen).text).unwrap();
    let ids: Vec<&str> = items.as_array().unwrap().iter().map(|it| it["id"].as_str().unwrap()).collect();
    assert_eq!(ids, ["almanac", "morning"]);
    let bib = Bibliography::parse(&bibtex(&chosen).text).unwrap();
    assert_eq!(bib.keys().collect::<Vec<_>>(), ids);
    let all = Bibliography::parse(&export(Format::BibTex, &dataset).text).unwrap();
    assert!(all.get("uncited").is_none());
}

#[test]
fn a_source_in_bibtex() {
    let text = export(Format::BibTex, &valid(&rich())).text;
    let bib = Bibliography::parse(&text).unwrap();
    let entry = bib.get("morning").unwrap();
    for (field, expected) in [
        ("title", "Morning gazette"),
        ("author", "Cy Clerk"),
        ("journal", "Lune Press"),
        ("url", "https://gazette.example/morning?page=1&part=2"),
        ("year", "2018"),
        ("month", "11"),
        ("language", "fr"),
        ("entrysubtype", "press"),
        ("related", "almanac"),
        ("note", "Archived copy of 2019-02-03: https://archive.example/morning"),
    ] {
        assert_eq!(entry.get(field).map(|it| it.format_verbatim()).as_deref(), Some(expected), "{field}");
    }
    let PermissiveType::Typed(date) = entry.date().unwrap() else { panic!("no date in {text}") };
    let DateValue::At(day) = date.value else { panic!("a range") };
    assert_eq!((day.year, day.month, day.day), (2018, Some(10), Some(5)), "counted from 0");
}

#[test]
fn keys_differ_in_more_than_capitals() {
    let mut dataset = rich();
    for id in ["Morning", "MORNING", "morning-2"] {
        dataset["sources"][id] = json!({ "title": id });
        let said_in = dataset["claims"][1]["statement"]["said_in"].as_array_mut().unwrap();
        said_in.push(json!(id));
    }
    let bib = Bibliography::parse(&export(Format::BibTex, &valid(&dataset)).text).unwrap();
    let mut keys: Vec<String> = bib.keys().map(str::to_ascii_lowercase).collect();
    keys.sort();
    keys.dedup();
    assert_eq!(keys.len(), 5, "{keys:?}");
    let related = bib.iter().filter_map(|it| it.get("related")).map(|it| it.format_verbatim());
    assert!(related.into_iter().all(|it| bib.get(&it).is_some()), "origins are found under their keys");
}
