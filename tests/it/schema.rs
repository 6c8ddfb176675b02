//! The JSON Schema: valid itself, fully described, and of one mind with the reader about the shape of a file.

use factcheck::dataset;
use jsonschema::Validator;
use serde_json::{Value, json};

use crate::support::{every_field, small};

fn validator() -> Validator {
    jsonschema::draft202012::new(&dataset::schema()).unwrap()
}

#[test]
fn it_is_a_schema() {
    let schema = dataset::schema();
    jsonschema::draft202012::meta::validate(&schema).unwrap();
    assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
    assert_eq!(schema["required"], json!(["id", "title", "language"]));
}

#[test]
fn good_datasets_are_valid() {
    let validator = validator();
    let bundled = serde_json::from_str(dataset::BUNDLED).unwrap();
    for pick in 0..12 {
        let full = every_field(&mut || "T".into(), &mut |n| pick % n);
        for value in [&bundled, &small(), &full] {
            let faults: Vec<String> =
                validator.iter_errors(value).map(|it| format!("{}: {it}", it.instance_path())).collect();
            assert!(faults.is_empty(), "{faults:#?}");
        }
    }
}

/// Every object in the schema that has properties describes each of them and allows no others.
#[test]
fn every_field_is_described() {
    fn check(at: &str, schema: &Value, n_fields: &mut usize) {
        if let Some(fields) = schema.get("properties").and_then(Value::as_object) {
            assert_eq!(schema["additionalProperties"], false, "{at}");
            assert!(schema["description"].as_str().is_some_and(|it| it.len() > 5), "{at}");
            for (name, field) in fields {
                *n_fields += 1;
                let description = field["description"].as_str().unwrap_or_default();
                assert!(
                    description.ends_with('.') && !description.contains("  "),
                    "{at}/{name}: {description:?}"
                );
            }
        }
        if let Some(words) = schema.get("oneOf").and_then(Value::as_array) {
            assert!(words.iter().all(|it| it["description"].is_string()), "{at}");
        }
        match schema {
            Value::Object(inner) => {
                inner.iter().for_each(|(name, it)| check(&format!("{at}/{name}"), it, n_fields))
            }
            Value::Array(inner) => inner.iter().for_each(|it| check(at, it, n_fields)),
            _ => {}
        }
    }
    let mut n_fields = 0;
    check("", &dataset::schema(), &mut n_fields);
    assert!(n_fields > 70, "{n_fields}");
}

/// A dataset with one value put in, by JSON pointer; the last name may be new.
fn with(pointer: &str, value: Value) -> Value {
    let mut dataset = every_field(&mut || "T".into(), &mut |_| 0);
    let (parent, name) = pointer.rsplit_once('/').unwrap();
    let parent = dataset.pointer_mut(parent).unwrap_or_else(|| panic!("{parent}"));
    match parent {
        Value::Array(list) => list[name.parse::<usize>().unwrap()] = value,
        object => object[name] = value,
    }
    dataset
}

fn without(pointer: &str) -> Value {
    let mut dataset = every_field(&mut || "T".into(), &mut |_| 0);
    let (parent, name) = pointer.rsplit_once('/').unwrap();
    dataset.pointer_mut(parent).unwrap().as_object_mut().unwrap().remove(name).expect(pointer);
    dataset
}

fn schema_takes(value: &Value) -> bool {
    thread_local!(static VALIDATOR: Validator = validator());
    VALIDATOR.with(|it| it.is_valid(value))
}

fn reader_takes(value: &Value) -> bool {
    dataset::parse(&value.to_string()).is_ok()
}

/// Every pointer into a value.
fn pointers(at: &str, value: &Value, all: &mut Vec<String>) {
    all.push(at.into());
    match value {
        Value::Object(fields) => {
            fields.iter().for_each(|(name, it)| pointers(&format!("{at}/{name}"), it, all))
        }
        Value::Array(list) => {
            list.iter().enumerate().for_each(|(i, it)| pointers(&format!("{at}/{i}"), it, all))
        }
        _ => {}
    }
}

/// Puts a value of each kind in each place of a full dataset, takes each field away, and adds one: both judge alike.
#[test]
fn the_reader_and_the_schema_judge_alike() {
    let full = every_field(&mut || "T".into(), &mut |_| 0);
    let validator = validator();
    let mut all = Vec::new();
    pointers("", &full, &mut all);
    let mut differ = Vec::new();
    for pointer in all.iter().filter(|it| !it.is_empty()) {
        let mut values: Vec<(String, Value)> = [
            json!(null),
            json!(true),
            json!(0),
            json!([]),
            json!({}),
            json!(""),
            json!([5]),
            json!({ "a b": 1 }),
        ]
        .into_iter()
        .map(|it| (it.to_string(), with(pointer, it)))
        .collect();
        if full.pointer(pointer.rsplit_once('/').unwrap().0).unwrap().is_object() {
            values.push(("nothing".into(), without(pointer)));
        }
        if full.pointer(pointer).unwrap().is_object() {
            values.push(("one more field".into(), with(&format!("{pointer}/zzz zzz"), json!("T"))));
        }
        for (what, value) in values {
            let (schema, reader) = (validator.is_valid(&value), reader_takes(&value));
            if schema != reader && !(schema && refers(&value)) {
                differ.push(format!("{pointer} = {what}: schema {schema}, reader {reader}"));
            }
        }
    }
    assert!(differ.is_empty(), "{differ:#?}");
}

/// Whether all that the reader has against a dataset is a rule between values, which is beyond a schema.
fn refers(value: &Value) -> bool {
    let errors = dataset::parse(&value.to_string()).unwrap_err();
    let rules = ["has the id", "without a source", "leads back", "not on the scale"];
    errors.0.iter().all(|error| rules.iter().any(|it| error.message.contains(it)))
}

#[test]
fn single_values_are_judged_alike() {
    for (pointer, good, bad) in [
        ("/id", &["a", "A-1_b", "0"][..], &["", "-a", "a b", "é", "a.b"][..]),
        ("/language", &["en", "zh-Hant-TW", "de-1996"], &["e", "english", "en_US", "en-", "-"]),
        (
            "/updated",
            &["2015", "2015-12", "2015-12-31", "2016-02-29"],
            &[
                "15",
                "2015-13",
                "2015-00",
                "2015-12-32",
                "2015-12-00",
                "2015-1-1",
                "2015-12-31T00:00",
                " 2015",
                "2015\n",
            ],
        ),
        (
            "/methodology",
            &["https://a", "HTTP://a/?b#c", "https://a/ä?ö#ü"],
            &[
                "https://пример.рф/",
                "//a",
                "javascript:x",
                "https://",
                "https:a",
                "https://a b",
                "https://a\\b",
                "ftp://a",
                "https://a\n",
            ],
        ),
        (
            "/corrections",
            &["https://a", "mailto:a@b", "mailto:a@b?subject=x"],
            &["a@b", "mailto:", "mailto:a", "mailto:a b@c", "tel:1"],
        ),
        ("/title", &["x", " x ", "é\nx"], &["", " ", "\n\t"]),
        ("/claims/0/weight", &["refuted", "leans-for"], &["Refuted", "", "none"]),
        ("/claims/0/counter_statements/0/relation", &["adds-context"], &["adds_context", "denys"]),
    ] {
        for (values, is_good) in [(good, true), (bad, false)] {
            for value in values {
                let dataset = with(pointer, json!(value));
                assert_eq!(
                    (schema_takes(&dataset), reader_takes(&dataset)),
                    (is_good, is_good),
                    "{pointer} {value:?}"
                );
            }
        }
    }
    for (number, is_good) in
        [(json!(0.5), true), (json!(-1.5), true), (json!(1_000_001), false), (json!("1"), false)]
    {
        let dataset =
            with("/claims/0/verdicts/0/rating", json!({ "value": number, "worst": -5, "best": 1e6 }));
        assert_eq!((schema_takes(&dataset), reader_takes(&dataset)), (is_good, is_good), "{number}");
    }
}

/// Where the schema takes more than the reader: what only the reader can know. Never the other way round.
#[test]
fn what_only_the_reader_refuses() {
    for (pointer, value) in [
        ("/updated", json!("2015-02-30")),
        ("/updated", json!("0000")),
        ("/methodology", json!("https://a.0x7f/")),
        ("/methodology", json!("https://a:99999/")),
        ("/methodology", json!("https://a/\u{200B}b")),
        ("/corrections", json!("mailto:<a>@b")),
        ("/title", json!("a\u{0}b")),
        ("/title", json!("é".repeat(50_001))),
        ("/claims/0/verdicts/0/rating/value", json!(1.2345)),
        ("/claims/0/verdicts/0/rating/value", json!(6)),
        ("/claims/0/statement/speaker", json!("nobody")),
        ("/claims/0/related/0", json!("nothing")),
        ("/sources/o/derived_from", json!("s")),
        ("/claims/1/id", json!("first")),
    ] {
        let dataset = with(pointer, value);
        assert_eq!((schema_takes(&dataset), reader_takes(&dataset)), (true, false), "{pointer}");
    }
}

/// An editor must not mark what the reader takes.
#[test]
fn the_schema_refuses_nothing_that_the_reader_takes() {
    let mut refused = Vec::new();
    for (pointer, value) in [
        ("/corrections", json!("mailto:a@b@c")),
        ("/corrections", json!("mailto:@")),
        ("/corrections", json!("mailto:a@b?cc=c@d")),
        ("/methodology", json!("https://a/\u{85}b")),
        ("/methodology", json!("https://a/\u{2003}")),
        ("/title", json!("\u{FEFF}")),
        ("/$schema", json!(5)),
        ("/$schema", json!(null)),
    ] {
        let dataset = with(pointer, value.clone());
        if reader_takes(&dataset) && !schema_takes(&dataset) {
            refused.push(format!("{pointer} {value}"));
        }
    }
    assert!(refused.is_empty(), "{refused:#?}");
}
