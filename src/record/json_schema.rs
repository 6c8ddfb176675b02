//! A shape as JSON Schema, draft 2020-12.

use alloc::string::{String, ToString};

use serde_json::{Map, Value, json};

use super::shape::{Field, RecordShape, Shape, TextShape, WordShape};

/// The schema of a record: its own shape at the root, the shapes it uses under `$defs`.
pub(crate) fn json_schema(shape: &Shape) -> Value {
    let mut defs = Map::new();
    let mut schema = match shape {
        Shape::Record(record) => object(record, &mut defs),
        other => schema_of(other, &mut defs),
    };
    schema["$schema"] = json!("https://json-schema.org/draft/2020-12/schema");
    schema["$defs"] = Value::Object(defs);
    schema
}

fn schema_of(shape: &Shape, defs: &mut Map<String, Value>) -> Value {
    match shape {
        Shape::Option(inner) => json!({ "anyOf": [schema_of(inner, defs), { "type": "null" }] }),
        Shape::List(item) => json!({ "type": ["array", "null"], "items": schema_of(item, defs) }),
        Shape::Table(key, value) => json!({
            "type": ["object", "null"],
            "propertyNames": text(key, defs),
            "additionalProperties": schema_of(value, defs),
        }),
        Shape::Record(record) => define(record.name, defs, |defs| {
            let object = object(record, defs);
            match record.fields.iter().find(|it| Some(it.name) == record.bare) {
                Some(bare) => json!({ "anyOf": [schema_of(&bare.shape, defs), object] }),
                None => object,
            }
        }),
        Shape::Word(words) => define(words.name, defs, |_| word(words)),
        Shape::Text(shape) => text(shape, defs),
        Shape::Date => define("Date", defs, |_| {
            json!({
                "description": "A year, a month or a day (ISO 8601).",
                "type": "string",
                "pattern": r"^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$",
            })
        }),
        Shape::Score => json!({ "type": "number", "minimum": -1_000_000, "maximum": 1_000_000 }),
        Shape::Bool => json!({ "type": "boolean" }),
    }
}

/// Puts a definition under its name, once, and refers to it.
fn define(
    name: &str,
    defs: &mut Map<String, Value>,
    build: impl FnOnce(&mut Map<String, Value>) -> Value,
) -> Value {
    if !defs.contains_key(name) {
        // Holds the place, so that a shape within itself would end.
        defs.insert(name.into(), Value::Null);
        let schema = build(defs);
        defs.insert(name.into(), schema);
    }
    json!({ "$ref": (["#/$defs/", name].concat()) })
}

fn object(record: &RecordShape, defs: &mut Map<String, Value>) -> Value {
    let is_required = |it: &&Field| !matches!(it.shape, Shape::Option(_) | Shape::List(_) | Shape::Table(..));
    let required: Value = record.fields.iter().filter(is_required).map(|it| it.name).collect();
    let mut properties = Map::new();
    for field in record.fields {
        let mut schema = schema_of(&field.shape, defs);
        schema["description"] = description(field.doc);
        properties.insert(field.name.into(), schema);
    }
    json!({
        "description": description(record.doc),
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": false,
    })
}

fn word(words: &WordShape) -> Value {
    let each = words.words.iter().zip(words.docs);
    let choices: Value =
        each.map(|(word, doc)| json!({ "const": word, "description": description(doc) })).collect();
    json!({ "description": description(words.doc), "oneOf": choices })
}

fn text(shape: &TextShape, defs: &mut Map<String, Value>) -> Value {
    define(shape.name, defs, |_| {
        json!({
            "type": "string",
            "minLength": 1,
            "maxLength": shape.max_len,
            "pattern": shape.pattern,
            "examples": [shape.example],
        })
    })
}

fn description(doc: &[&str]) -> Value {
    let text: String = doc.concat();
    Value::String(text.trim().to_string())
}
