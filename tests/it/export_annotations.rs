//! Annotations: valid after the Web Annotation Data Model, one for each counter-statement, found again by the import.

use factcheck::export::{Format, Selection, annotations};
use factcheck::import;
use serde_json::{Value, json};

use crate::export_support::{PAGE, export, rich};
use crate::support::{bundled, shared, valid};

fn collection(dataset: &factcheck::Dataset) -> Value {
    serde_json::from_str(&export(Format::Annotations, dataset).text).unwrap()
}

#[test]
fn a_counter_statement_replies_to_the_passage() {
    let root = collection(&valid(&rich()));
    assert_eq!(root["@context"], "http://www.w3.org/ns/anno.jsonld");
    assert_eq!(
        (&root["type"], &root["total"], &root["id"]),
        (&json!("AnnotationCollection"), &json!(2), &json!(PAGE))
    );
    let text = rich()["claims"][0]["statement"]["text"].clone();
    let morning = json!({
        "id": "https://gazette.example/morning?page=1&part=2", "language": "fr", "creator": { "name": "Cy Clerk" },
        "dcterms:title": "Morning gazette", "dcterms:publisher": "Lune Press", "dcterms:issued": "2018-11-06",
        "dcterms:type": "press",
    });
    let state = json!({
        "type": "TimeState", "cached": "https://archive.example/morning", "sourceDate": "2019-02-03T00:00:00Z",
    });
    assert_eq!(
        root["first"]["items"][0],
        json!({
            "id": "urn:fact-check:gazette:bridge:1",
            "type": "Annotation",
            "motivation": "replying",
            "via": "https://example.org/checks#claim-bridge",
            "creator": {
                "type": "Organization", "name": "The Harbour Desk", "homepage": "https://desk.example.org/",
            },
            "body": [
                {
                    "type": "TextualBody", "purpose": "replying", "format": "text/plain", "language": "ru",
                    "value": "It took nine years.", "creator": { "name": "Bo Baker" },
                    "created": "2018-10-01T00:00:00Z",
                    "dcterms:source": [{ "type": "SpecificResource", "source": morning, "state": state }],
                    "dcterms:references": [{
                        "type": "SpecificResource",
                        "source": {
                            "creator": { "name": "An old hand" }, "dcterms:title": "The Lune almanac",
                            "dcterms:issued": "1911", "dcterms:type": "book",
                        },
                        "selector": { "type": "TextQuoteSelector", "exact": "nine winters", "prefix": "for " },
                    }],
                },
                { "type": "TextualBody", "purpose": "tagging", "format": "text/plain", "value": "denies" },
            ],
            "target": [{
                "type": "SpecificResource",
                "source": morning,
                "state": state,
                "selector": {
                    "type": "TextQuoteSelector", "exact": text, "prefix": "She said: ",
                    "suffix": " Nobody laughed.",
                },
                "creator": { "name": "Ada Miller" },
                "created": "2015-09-19T00:00:00Z",
                "language": "de",
            }],
        })
    );
    let far = &root["first"]["items"][1];
    assert_eq!(far["motivation"], "highlighting", "nobody counters it");
    assert_eq!(far["body"][0]["purpose"], "describing", "nobody says that it is word for word");
}

/// The terms of the context of annotations that we use; what is no term of it needs one of its prefixes.
const TERMS: &str = "@context body cached canonical created creator exact first format homepage id items label \
    language motivation name prefix purpose selector source sourceDate startIndex state suffix target total type \
    value via";

#[test]
fn nothing_is_said_in_terms_that_the_context_does_not_have() {
    fn walk(value: &Value) {
        match value {
            Value::Array(list) => list.iter().for_each(walk),
            Value::Object(fields) => {
                for (name, value) in fields {
                    assert!(name.starts_with("dcterms:") || TERMS.split(' ').any(|it| it == name), "{name}");
                    walk(value);
                }
            }
            _ => {}
        }
    }
    for dataset in [valid(&rich()), bundled()] {
        walk(&collection(&dataset));
    }
}

#[test]
fn what_the_model_requires() {
    for dataset in [valid(&rich()), bundled(), valid(&crate::support::small())] {
        let root = collection(&dataset);
        let items = root["first"]["items"].as_array().unwrap();
        assert_eq!(root["total"], items.len());
        let mut ids: Vec<&str> = items.iter().map(|it| it["id"].as_str().unwrap()).collect();
        ids.sort();
        ids.dedup();
        assert_eq!(ids.len(), items.len(), "each id once");
        for item in items {
            assert_eq!(item["type"], "Annotation");
            for target in item["target"].as_array().unwrap() {
                assert!(target["source"]["id"].as_str().unwrap().starts_with("http"), "{target}");
            }
        }
    }
}

#[test]
fn a_store_may_give_ids_of_its_own() {
    let mut dataset = rich();
    let counter = dataset["claims"][0]["counter_statements"][0].clone();
    dataset["claims"][0]["counter_statements"] = json!([counter, counter]);
    let dataset = valid(&dataset);
    let mut root: Value = serde_json::from_str(&annotations(&Selection::all(&dataset), None).text).unwrap();
    for (i, item) in root["first"]["items"].as_array_mut().unwrap().iter_mut().enumerate() {
        item["canonical"] = item["id"].clone();
        item["id"] = json!(format!("https://store.example/{i}"));
    }
    let (found, notes) = import::annotations(&root, "");
    assert!(notes.is_empty(), "{notes:?}");
    let counts: Vec<usize> =
        found.iter().map(|it| it.draft.as_ref().unwrap().counter_statements.len()).collect();
    assert_eq!(counts, [2, 0], "two annotations of the first claim are one record");
}

#[test]
fn annotations_of_others_are_a_record_each() {
    let Some(text) = shared("annotations_of_others", "data/w3c-annotation-samples/correct/collection1.json")
    else {
        return;
    };
    let root: Value = serde_json::from_str(&text).unwrap();
    let (found, _) = import::annotations(&root, "");
    assert_eq!(found.len(), root["first"]["items"].as_array().unwrap().len());
}

#[test]
fn who_made_the_body_said_it() {
    let root = json!({
        "type": "Annotation", "creator": "An editor", "created": "2020-01-02T00:00:00Z",
        "body": [
            { "type": "TextualBody", "value": "Not so.", "creator": { "name": "A baker" }, "created": "2019-01-01T09:00:00Z" },
            { "type": "TextualBody", "value": "Quite." },
        ],
        "target": {
            "source": "https://example.org/", "selector": { "type": "TextQuoteSelector", "exact": "It is so." },
        },
    });
    let draft = import::annotations(&root, "").0.remove(0).draft.unwrap();
    let said: Vec<(&str, &str)> = draft
        .counter_statements
        .iter()
        .map(|it| {
            (
                it.saying.speaker.as_ref().unwrap().name.as_str(),
                it.saying.date.as_ref().unwrap().written.as_str(),
            )
        })
        .collect();
    assert_eq!(said, [("A baker", "2019-01-01T09:00:00Z"), ("An editor", "2020-01-02T00:00:00Z")]);
}
