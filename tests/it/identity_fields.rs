//! Identity, field by field: whichever changes, the hashes of all records that have it change, and no others.

use factcheck::dataset::pack::read;
use factcheck::dataset::parse;
use factcheck::model;
use serde_json::{Value, json};

use crate::cli::run_with;
use crate::identity::{expected, full};

/// The places of all values in a document that hold no others.
fn leaves(value: &Value, at: String, found: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            fields.iter().for_each(|(name, it)| leaves(it, format!("{at}/{name}"), found))
        }
        Value::Array(list) => {
            list.iter().enumerate().for_each(|(i, it)| leaves(it, format!("{at}/{i}"), found))
        }
        _ => found.push(at),
    }
}

/// The next of the words of a vocabulary, if it is one.
fn next_word(word: &str) -> Option<String> {
    fn words<T: Copy>(all: &[T], word: fn(T) -> &'static str) -> Vec<&'static str> {
        all.iter().map(|it| word(*it)).collect()
    }
    let vocabularies = [
        words(model::Wording::ALL, model::Wording::as_str),
        words(model::Quality::ALL, model::Quality::as_str),
        words(model::Relation::ALL, model::Relation::as_str),
        words(model::Weight::ALL, model::Weight::as_str),
        words(model::ChangeKind::ALL, model::ChangeKind::as_str),
        words(model::SourceKind::ALL, model::SourceKind::as_str),
        words(model::Reason::ALL, model::Reason::as_str),
        words(model::Rule::ALL, model::Rule::as_str),
        vec!["en", "ar", "fr", "ru", "he", "pt-BR"],
    ];
    let (words, at) = vocabularies.iter().find_map(|it| Some((it, it.iter().position(|it| *it == word)?)))?;
    Some(words[(at + 1) % words.len()].into())
}

/// Another value of the same kind that may stand there.
fn other(value: &Value) -> Value {
    match value {
        Value::Bool(it) => json!(!it),
        Value::Number(it) => json!(it.as_f64().unwrap() + 0.001),
        Value::String(text) if text.starts_with(|c: char| c.is_ascii_digit()) => json!("1999-01-01"),
        Value::String(text) => json!(next_word(text).unwrap_or_else(|| format!("{text}x"))),
        other => other.clone(),
    }
}

/// Whichever field changes, the hashes of all that have it change, and no others.
#[test]
fn every_field_counts() {
    let dataset = full();
    let before = expected(&dataset);
    let mut places = Vec::new();
    leaves(&dataset, String::new(), &mut places);
    let mut n_changed = 0;
    for place in &places {
        let mut changed = dataset.clone();
        let value = changed.pointer_mut(place).unwrap();
        *value = other(value);
        // Ids that others refer to: the dataset is no longer valid, and has no hash.
        if parse(&changed.to_string()).is_err() {
            assert!(
                ["id", "speaker", "source", "sources", "said_in", "derived_from", "related", "worst"]
                    .iter()
                    .any(|it| place.contains(it)),
                "{place}"
            );
            continue;
        }
        n_changed += 1;
        let pack = run_with(&["pack", "-"], changed.to_string().as_bytes()).out;
        let identity = read(&pack).unwrap();
        let identity = identity.identity().unwrap();
        let after: Vec<String> =
            [identity.dataset(), identity.claim(0), identity.claim(1)].map(|it| it.unwrap().to_hex()).into();
        assert_eq!(after, expected(&changed), "{place}");
        assert_ne!(after[0], before[0], "{place}");
        let [first, second] = [1, 2].map(|n| after[n] != before[n]);
        let is_of_all = place == "/language";
        assert_eq!(second, is_of_all || place.starts_with("/claims/1/"), "{place}");
        assert_eq!(
            first,
            is_of_all || ["/claims/0/", "/people/", "/sources/"].iter().any(|it| place.starts_with(it)),
            "{place}"
        );
    }
    assert!(n_changed > 80, "{n_changed} of {} places", places.len());
}
