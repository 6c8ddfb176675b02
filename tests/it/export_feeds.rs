//! Feeds: an entry for each change and each dated verdict, with ids that stay and times from the data.

use atom_syndication::Feed;
use factcheck::export::{Format, Selection, atom, json_feed};
use serde_json::{Value, json};

use crate::export_support::{PAGE, export, rich};
use crate::support::{bundled, valid};

fn feed(text: &str) -> Feed {
    Feed::read_from(text.as_bytes()).unwrap_or_else(|error| panic!("{error}\n{text}"))
}

#[test]
fn changes_and_verdicts_newest_first() {
    let feed = feed(&export(Format::Atom, &valid(&rich())).text);
    let entries: Vec<(String, String, String)> = feed
        .entries
        .iter()
        .map(|it| (it.updated.date_naive().to_string(), it.title.value.clone(), it.id.clone()))
        .collect();
    let entry = |date: &str, title: &str, end: &str| {
        let id = format!("tag:example.org,{date}:gazette/bridge/{end}");
        (date.to_owned(), format!("{title}: Seven millers built the bridge"), id)
    };
    assert_eq!(
        entries,
        [
            entry("2023-08-09", "Corrected", "correction"),
            entry("2022-06-07", "Still not so", "verdict"),
            entry("2021-04-05", "Not so", "verdict"),
        ]
    );
    assert_eq!(feed.updated.date_naive().to_string(), "2026-11-22");
    assert_eq!(feed.entries[0].links[0].href, format!("{PAGE}#claim-bridge"));
    let of_check: Vec<(&str, &str)> =
        feed.entries[2].links.iter().map(|it| (it.rel.as_str(), it.href.as_str())).collect();
    assert_eq!(
        of_check,
        [
            ("alternate", "https://example.org/checks#claim-bridge"),
            ("related", "https://example.org/checks/bridge")
        ]
    );
    assert_eq!(feed.entries[2].authors[0].name, "Desk two");
}

#[test]
fn atom_has_what_rfc_4287_requires() {
    for dataset in [valid(&rich()), bundled(), valid(&crate::support::small())] {
        for page in [None, Some(&crate::export_support::page())] {
            let feed = feed(&atom(&Selection::all(&dataset), page).text);
            assert!(feed.id.starts_with("urn:fact-check:") || feed.id == PAGE, "{}", feed.id);
            assert!(!feed.title.value.is_empty());
            assert!(!feed.authors.is_empty() && !feed.authors[0].name.is_empty());
            let mut ids: Vec<&str> = feed.entries.iter().map(|it| it.id.as_str()).collect();
            let n_entries = ids.len();
            ids.sort();
            ids.dedup();
            assert_eq!(ids.len(), n_entries, "each id once");
            for entry in &feed.entries {
                assert!(!entry.title.value.is_empty() && entry.content.is_some());
                assert!(entry.updated <= feed.updated);
                let alternates = entry.links.iter().filter(|it| it.rel == "alternate").count();
                assert!(alternates <= 1);
                assert_eq!(entry.content.as_ref().unwrap().content_type.as_deref(), Some("text"));
            }
            assert!(feed.entries.is_sorted_by(|a, b| a.updated >= b.updated));
        }
    }
}

#[test]
fn without_a_page_ids_are_of_dataset_and_claim() {
    let mut dataset = rich();
    let change = dataset["claims"][0]["history"][0].clone();
    dataset["claims"][0]["history"] =
        json!([change, change, { "date": "2024", "kind": "review", "text": "Seen." }]);
    let dataset = valid(&dataset);
    let feed = feed(&atom(&Selection::all(&dataset), None).text);
    let ids: Vec<&str> = feed.entries.iter().map(|it| it.id.as_str()).collect();
    assert_eq!(
        ids,
        [
            "urn:fact-check:gazette:bridge:2024:review",
            "urn:fact-check:gazette:bridge:2023-08-09:correction",
            "urn:fact-check:gazette:bridge:2023-08-09:correction-2",
            "urn:fact-check:gazette:bridge:2022-06-07:verdict",
            "urn:fact-check:gazette:bridge:2021-04-05:verdict",
        ]
    );
    assert_eq!(feed.entries[0].updated.to_rfc3339(), "2024-01-01T00:00:00+00:00");
    assert_eq!(feed.entries[4].links[0].rel, "alternate", "the check itself");
    assert!(feed.links.is_empty());
}

#[test]
fn what_is_added_behind_changes_no_id() {
    let before = feed(&export(Format::Atom, &valid(&rich())).text);
    let mut dataset = rich();
    let history = dataset["claims"][0]["history"].as_array_mut().unwrap();
    history.push(json!({ "date": "2023-08-09", "kind": "correction", "text": "And the month." }));
    dataset["claims"].as_array_mut().unwrap().insert(
        0,
        json!({
            "id": "new", "statement": { "text": "The river is new." },
            "history": [{ "date": "2025-01-01", "kind": "published", "text": "New." }],
        }),
    );
    let after = feed(&export(Format::Atom, &valid(&dataset)).text);
    for entry in &before.entries {
        let same = after.entries.iter().find(|it| it.id == entry.id).unwrap();
        assert_eq!((&same.title, &same.content), (&entry.title, &entry.content));
    }
    assert_eq!(after.entries.len(), before.entries.len() + 2);
}

#[test]
fn an_empty_feed_says_why() {
    let dataset = valid(&crate::support::small());
    let exported = atom(&Selection::all(&dataset), None);
    let told = "the feed is empty: no claim has a `history` or a verdict with a date";
    assert!(exported.left_out.iter().any(|it| it == told), "{:#?}", exported.left_out);
    assert_eq!(feed(&exported.text).updated.to_rfc3339(), "1970-01-01T00:00:00+00:00");
}

#[test]
fn json_feed_1_1() {
    let dataset = valid(&rich());
    let root: Value = serde_json::from_str(&export(Format::JsonFeed, &dataset).text).unwrap();
    let schema = json!({
        "type": "object",
        "required": ["version", "title", "items"],
        "properties": {
            "version": { "const": "https://jsonfeed.org/version/1.1" },
            "title": { "type": "string" }, "language": { "type": "string" }, "description": { "type": "string" },
            "home_page_url": { "type": "string", "pattern": "^https?://" },
            "authors": { "type": "array", "minItems": 1 },
            "items": { "type": "array", "items": {
                "type": "object",
                "required": ["id", "content_text"],
                "properties": {
                    "id": { "type": "string" }, "title": { "type": "string" }, "content_text": { "type": "string" },
                    "url": { "type": "string" }, "external_url": { "type": "string" },
                    "date_published": { "type": "string", "pattern": r"^\d{4}-\d\d-\d\dT00:00:00Z$" },
                    "authors": { "type": "array", "items": { "required": ["name"] } },
                    "tags": { "type": "array", "items": { "type": "string" } },
                },
                "additionalProperties": false,
            } },
        },
        "additionalProperties": false,
    });
    assert!(jsonschema::is_valid(&schema, &root), "{root:#}");
    assert_eq!(
        root["items"][2],
        json!({
            "id": "tag:example.org,2021-04-05:gazette/bridge/verdict",
            "url": "https://example.org/checks#claim-bridge",
            "external_url": "https://example.org/checks/bridge",
            "title": "Not so: Seven millers built the bridge",
            "content_text": format!(
                "as to the night: Not so\n\nThe books show nine years.\n\nStatement: {}\n— Ada Miller, 19 September 2015",
                dataset.claims[0].statement.text.as_str()
            ),
            "date_published": "2021-04-05T00:00:00Z",
            "authors": [{ "name": "Desk two" }],
            "tags": ["verdict", "bridges, old", "millers"],
        })
    );
    let atom = feed(&export(Format::Atom, &dataset).text);
    let ids: Vec<&str> =
        root["items"].as_array().unwrap().iter().map(|it| it["id"].as_str().unwrap()).collect();
    assert_eq!(
        ids,
        atom.entries.iter().map(|it| it.id.as_str()).collect::<Vec<_>>(),
        "both feeds tell the same"
    );
    let none: Value = serde_json::from_str(&json_feed(&Selection::all(&dataset), None).text).unwrap();
    assert!(none.get("home_page_url").is_none() && none["items"][0].get("url").is_none());
}
