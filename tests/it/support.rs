//! What several of the tests share: datasets to begin with, the data beside the checkout, settings of proptest.

use std::path::Path;

use factcheck::{Dataset, dataset};
use proptest::test_runner::{Config, RngSeed};
use serde_json::{Value, json};

/// The bundled dataset.
pub fn bundled() -> Dataset {
    dataset::parse(dataset::BUNDLED).expect("the bundled dataset is valid")
}

/// A dataset that must be valid.
#[track_caller]
pub fn valid(value: &Value) -> Dataset {
    dataset::parse(&value.to_string()).unwrap_or_else(|errors| panic!("{errors}\n{value:#}"))
}

/// A file of the collection beside the checkout; without it the test has nothing to do, and says so.
pub fn shared(test: &str, path: &str) -> Option<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent()?;
    let text = std::fs::read_to_string(root.join("shared").join(path));
    if text.is_err() {
        eprintln!("skipped: {test}: ../shared/{path} is not there");
    }
    text.ok()
}

/// The bytes of a file of the collection.
pub fn shared_bytes(test: &str, path: &str) -> Option<Vec<u8>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent()?;
    let bytes = std::fs::read(root.join("shared").join(path));
    if bytes.is_err() {
        eprintln!("skipped: {test}: ../shared/{path} is not there");
    }
    bytes.ok()
}

/// The text files of a folder of the collection, with their names and in their order; none without it.
pub fn shared_files(test: &str, path: &str) -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let Ok(entries) = std::fs::read_dir(root.join("shared").join(path)) else {
        eprintln!("skipped: {test}: ../shared/{path} is not there");
        return Vec::new();
    };
    let name = |it: &std::fs::DirEntry| it.file_name().to_string_lossy().into_owned();
    let mut files: Vec<(String, String)> = entries
        .flatten()
        .filter_map(|it| Some((name(&it), std::fs::read_to_string(it.path()).ok()?)))
        .collect();
    files.sort();
    files
}

/// So many cases, the same in every run, unless `PROPTEST_CASES` asks for more and other ones.
pub fn cases(cases: u32) -> Config {
    let config = Config { failure_persistence: None, ..Config::default() };
    match std::env::var_os("PROPTEST_CASES") {
        Some(_) => config,
        None => Config { cases, rng_seed: RngSeed::Fixed(2026), ..config },
    }
}

/// A small valid dataset: one claim by nobody, one source `s`, one person `p`.
pub fn small() -> Value {
    json!({
        "id": "d", "title": "T", "language": "en",
        "people": { "p": { "name": "P" } },
        "sources": { "s": { "title": "S" } },
        "claims": [{ "id": "c", "statement": { "text": "X" } }],
    })
}

/// A dataset that uses every field, with the next text of `text` in each text field and the words that
/// `pick` chooses, given how many there are.
pub fn every_field(text: &mut dyn FnMut() -> String, pick: &mut dyn FnMut(usize) -> usize) -> Value {
    let mut word = |words: &[&str]| words[pick(words.len())].to_owned();
    let relation: Vec<String> = factcheck::model::Relation::ALL.iter().map(|it| it.as_str().into()).collect();
    let relations: Vec<&str> = relation.iter().map(String::as_str).collect();
    let cite = |text: &mut dyn FnMut() -> String| {
        json!({
            "source": "s",
            "quote": { "exact": text(), "prefix": text(), "suffix": text() },
            "verified": { "date": "2020-02-29", "snapshot": text() },
        })
    };
    let wording = word(&["verbatim", "paraphrase"]);
    let quality = word(&["fact", "opinion", "prediction"]);
    let (origin_kind, kind) = (word(&["official", "other"]), word(&["primary-data", "press", "archive"]));
    json!({
        "id": "every-field", "title": text(), "description": text(), "language": word(&["en", "ar", "pt-BR"]),
        "publisher": { "name": text(), "url": "https://example.org/" },
        "methodology": "https://example.org/how", "corrections": "mailto:desk@example.org",
        "license": text(), "updated": "2026-11-22",
        "people": { "p": { "name": text(), "role": text(), "same_as": ["https://example.org/p", "http://p.example"] } },
        "sources": {
            "o": { "title": text(), "kind": origin_kind },
            "s": {
                "title": text(), "publisher": text(), "author": text(), "url": "https://example.org/s#part",
                "date": "2018-11", "language": "fr", "kind": kind, "derived_from": "o",
                "archive": { "url": "https://archive.example/s", "date": "2019" },
            },
        },
        "claims": [
            {
                "id": "first",
                "statement": {
                    "text": text(), "summary": text(), "speaker": "p", "date": "2013-04-23", "language": "ru",
                    "wording": wording, "quality": quality,
                    "translations": {
                        "en": { "text": text(), "by": "ours" },
                        "fr": { "text": text(), "by": text() },
                    },
                    "said_in": [cite(text), "s"],
                },
                "counter_statements": [{
                    "relation": word(&relations), "text": text(), "speaker": "p", "date": "2018",
                    "language": "he", "wording": "verbatim", "quality": word(&["opinion", "prediction"]),
                    "translations": { "en": { "text": text() } },
                    "said_in": ["o"], "sources": [cite(text)],
                }],
                "verdicts": [{
                    "label": text(), "scope": text(),
                    "rating": { "value": 3.25, "worst": -1.5, "best": 5 },
                    "reasons": [word(&["outdated", "satire"]), "definition"],
                    "explanation": text(), "by": text(), "url": "https://example.org/check",
                    "date": "2019-12-31", "review_by": "2027-01", "true_when_said": wording_is_true(&mut word),
                    "confidence": text(), "would_change": text(), "sources": [cite(text), "o"],
                }],
                "weight": word(&["contested", "leans-against", "refuted", "leans-for", "confirmed"]),
                "response": { "text": text(), "date": "2014", "source": "o" },
                "history": [
                    { "date": "2020-01-01", "kind": "published", "text": text() },
                    { "date": "2021-01-01", "kind": word(&["update", "correction", "withdrawn"]), "text": text() },
                ],
                "topics": [text(), text()],
                "related": ["second"],
                "allow": [word(&["same-text", "one-sided"])],
            },
            { "id": "second", "statement": { "text": text() } },
        ],
        "allow": [word(&["unanswered", "one-origin"]), "missing-source"],
    })
}

fn wording_is_true(word: &mut dyn FnMut(&[&str]) -> String) -> bool {
    word(&["no", "yes"]) == "yes"
}

/// Checks the report on a bad dataset file. Each `‸` in the text marks the place of the next error; without
/// marks the errors have no place.
#[track_caller]
pub fn check_bad(marked: &str, expected: &[&str]) {
    let mut text = String::new();
    let mut places = Vec::new();
    for part in marked.split('‸') {
        text.push_str(part);
        // Editors show no column for the byte order mark.
        let shown = text.trim_start_matches('\u{FEFF}');
        let line = shown.matches('\n').count() + 1;
        let column = shown.rsplit('\n').next().unwrap_or("").chars().count() + 1;
        places.push(format!("{line}:{column}: "));
    }
    places.pop();
    assert!(places.is_empty() || places.len() == expected.len(), "one mark an error: {marked}");
    let place = |i: usize| places.get(i).map_or("", String::as_str);
    let expected: Vec<String> = expected.iter().enumerate().map(|(i, it)| place(i).to_owned() + it).collect();
    let errors = dataset::parse(&text).expect_err(marked).to_string();
    assert_eq!(errors, expected.join("\n"), "{marked}");
}

/// The fields that every dataset has, as JSON text.
pub const HEAD: &str = r#""id": "d", "title": "T", "language": "en""#;

/// A dataset file with these further fields.
pub fn with(fields: &str) -> String {
    format!("{{ {HEAD}, {fields} }}")
}

/// A dataset file of one claim with these further fields, and the source `s` and the person `p`.
pub fn with_claim(fields: &str) -> String {
    let rest = r#""people": { "p": { "name": "P" } }, "sources": { "s": { "title": "S" } }"#;
    with(&format!(r#"{rest}, "claims": [{{ "id": "c", "statement": {{ "text": "X" }}, {fields} }}]"#))
}

/// Takes away optional fields, as the bits say.
pub fn drop_some(value: &mut Value, bits: &mut u64) {
    const OPTIONAL: &str = "description publisher methodology corrections license updated role same_as author archive \
        derived_from summary speaker wording quality translations verdicts weight response history topics \
        related prefix suffix quote verified snapshot scope rating reasons explanation by review_by \
        true_when_said confidence would_change allow";
    match value {
        Value::Object(fields) => fields.retain(|name, it| {
            *bits = bits.rotate_left(1);
            drop_some(it, bits);
            *bits & 1 == 1 || !OPTIONAL.split(' ').any(|it| it == name)
        }),
        Value::Array(list) => list.iter_mut().for_each(|it| drop_some(it, bits)),
        _ => {}
    }
}

/// Changes a value as JSON Merge Patch does (RFC 7396): `null` takes a field away.
pub fn merge(value: &mut Value, changes: &Value) {
    let Value::Object(changes) = changes else {
        *value = changes.clone();
        return;
    };
    if !value.is_object() {
        *value = json!({});
    }
    for (name, change) in changes {
        match change {
            Value::Null => drop(value.as_object_mut().unwrap().remove(name)),
            change => merge(&mut value[name], change),
        }
    }
}
