//! The fixtures have every field there is, so that what is new in the record is tried by every test that uses them.

use std::collections::BTreeMap;

use factcheck::dataset;
use serde_json::{Value, json};

use crate::support::every_field;

/// The fields of the schema that nothing was seen of, each at its address and with its name.
type Left = BTreeMap<*const Value, String>;

/// A schema with all that it refers to.
fn follow<'a>(schema: &'a Value, root: &'a Value) -> Vec<&'a Value> {
    let inner = ["anyOf", "allOf"].iter().filter_map(|it| schema.get(*it)?.as_array()).flatten();
    let target = schema.get("$ref").and_then(Value::as_str).and_then(|it| root.pointer(&it[1..]));
    let mut all: Vec<&Value> = inner.chain(target).flat_map(|it| follow(it, root)).collect();
    all.push(schema);
    all
}

/// Takes away every field that a value has.
fn walk(value: &Value, schema: &Value, root: &Value, left: &mut Left) {
    for schema in follow(schema, root) {
        for (name, value) in value.as_object().into_iter().flatten() {
            if let Some(field) = schema.pointer(&format!("/properties/{name}")) {
                left.remove(&std::ptr::from_ref(field));
                walk(value, field, root, left);
            } else if let Some(entry) = schema.get("additionalProperties").filter(|it| it.is_object()) {
                walk(value, entry, root, left);
            }
        }
        if let (Some(list), Some(item)) = (value.as_array(), schema.get("items")) {
            list.iter().for_each(|it| walk(it, item, root, left));
        }
    }
}

#[test]
fn every_field_is_in_them() {
    let schema = dataset::schema();
    let definitions = schema["$defs"].as_object().unwrap().iter();
    let mut all = Left::new();
    for (record, it) in definitions.chain([(&"Dataset".to_owned(), &schema)]) {
        // A citation is an id or an object.
        let alternatives = it["anyOf"].as_array().into_iter().flatten().chain([it]);
        for (name, field) in alternatives.filter_map(|it| it["properties"].as_object()).flatten() {
            all.insert(field, format!("{record}.{name}"));
        }
    }
    assert!(all.len() > 80, "{} fields", all.len());
    let file: Value = serde_json::from_str(include_str!("../data/every-field.json")).unwrap();
    for mut value in [file, every_field(&mut || "T".into(), &mut |_| 0)] {
        value["$schema"] = json!("./dataset.schema.json");
        let mut left = all.clone();
        walk(&value, &schema, &schema, &mut left);
        assert!(left.is_empty(), "{:#?}", left.values());
    }
}
