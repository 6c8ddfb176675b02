//! Identity: the canonical form of a record and its SHA-256, by which a claim is known wherever it is copied to.
//!
//! The canonical form is JSON after the JSON Canonicalization Scheme (RFC 8785) of the record as the dataset file
//! has it, with absent fields and empty lists left out and a bare source id written as an object. So any program
//! can make it. A new optional field in the format changes no hash of a record that does not use it.
//!
//! For a dataset the record is the whole file. For a claim it is an object of `claim`, the `language` of the
//! dataset, and those of its `people` and `sources` that the claim names, with the origins of the sources: what
//! a reader sees of the claim and nothing else.

use alloc::{string::String, vec::Vec};

use sha2::{Digest, Sha256};

#[cfg(feature = "reader")]
use crate::model::Identity;
use crate::model::{DatasetRecord, Hash};
use crate::record::{Node, Shaped, Value, plain};
use crate::text::{push_json, sorted_indices};

/// The hashes of a dataset and of each of its claims, from the body of its pack.
#[cfg(feature = "reader")]
pub(crate) fn identity(body: &[u8]) -> Option<Identity> {
    let dataset = plain(body, &DatasetRecord::SHAPE)?;
    let mut hashes = Vec::from(hash(&dataset).0);
    for n in 0..list(&dataset, "claims").len() {
        hashes.extend(hash(&claim_document(&dataset, n)).0);
    }
    Some(Identity(hashes))
}

/// The id and the hash of each claim, from the body of a pack.
#[cfg(target_arch = "wasm32")]
pub(crate) fn claim_hashes(body: &[u8], each: &mut dyn FnMut(&str, Hash)) {
    let Some(dataset) = plain(body, &DatasetRecord::SHAPE) else { return };
    for (n, claim) in list(&dataset, "claims").iter().enumerate() {
        if let Some(Value::Text(id)) = field(&claim.value, "id") {
            each(id, hash(&claim_document(&dataset, n)));
        }
    }
}

/// The record as plain data, from the body of its pack.
#[cfg(feature = "cli")]
pub(crate) fn record(body: &[u8]) -> Option<Value> {
    plain(body, &DatasetRecord::SHAPE)
}

/// The canonical form of the whole dataset, from the body of its pack.
#[cfg(feature = "cli")]
pub(crate) fn canonical_dataset(body: &[u8]) -> Option<String> {
    Some(canonical(&plain(body, &DatasetRecord::SHAPE)?))
}

/// The canonical form of its n-th claim.
#[cfg(feature = "cli")]
pub(crate) fn canonical_claim(body: &[u8], n: usize) -> Option<String> {
    let dataset = plain(body, &DatasetRecord::SHAPE)?;
    (n < list(&dataset, "claims").len()).then(|| canonical(&claim_document(&dataset, n)))
}

fn hash(value: &Value) -> Hash {
    Hash(Sha256::digest(canonical(value).as_bytes()).into())
}

fn claim_document(dataset: &Value, n: usize) -> Value {
    let claim = &list(dataset, "claims")[n].value;
    let mut named = Named::default();
    named.walk(claim);
    // The origins of sources are themselves sources: the list grows while it is walked.
    let all = field(dataset, "sources");
    let mut i = 0;
    while let Some(&id) = named.sources.get(i) {
        if let Some(Value::Text(origin)) =
            all.and_then(|it| entry(it, id)).and_then(|it| field(it, "derived_from"))
        {
            named.source(origin);
        }
        i += 1;
    }
    let mut fields = Vec::new();
    let mut put = |name: &str, value: Value| fields.push((String::from(name), Node::plain(value)));
    put("claim", claim.clone());
    put("language", field(dataset, "language").cloned().unwrap_or(Value::Null));
    for (name, ids) in [("people", named.people), ("sources", named.sources)] {
        let table = field(dataset, name);
        let of_id = |id: &str| table.and_then(|it| entry(it, id)).cloned();
        let named = |id: &&str| Some((String::from(*id), Node::plain(of_id(id)?)));
        let entries: Vec<(String, Node)> = ids.iter().filter_map(named).collect();
        if !entries.is_empty() {
            put(name, Value::Object(entries));
        }
    }
    Value::Object(fields)
}

/// The ids that a claim names, each once.
#[derive(Default)]
struct Named<'a> {
    people: Vec<&'a str>,
    sources: Vec<&'a str>,
}

impl<'a> Named<'a> {
    fn walk(&mut self, value: &'a Value) {
        match value {
            Value::Object(fields) => {
                for (name, node) in fields {
                    match (name.as_str(), &node.value) {
                        ("speaker", Value::Text(id)) if !self.people.contains(&id.as_str()) => {
                            self.people.push(id)
                        }
                        ("source", Value::Text(id)) => self.source(id),
                        (_, value) => self.walk(value),
                    }
                }
            }
            Value::List(list) => list.iter().for_each(|it| self.walk(&it.value)),
            _ => {}
        }
    }

    fn source(&mut self, id: &'a str) {
        if !self.sources.contains(&id) {
            self.sources.push(id);
        }
    }
}

fn field<'a>(value: &'a Value, name: &str) -> Option<&'a Value> {
    match value {
        Value::Object(fields) => fields.iter().find(|(it, _)| it == name).map(|(_, node)| &node.value),
        _ => None,
    }
}

/// The record of an id: tables of a pack are in the order of their ids.
fn entry<'a>(table: &'a Value, id: &str) -> Option<&'a Value> {
    let Value::Object(entries) = table else { return None };
    let position = entries.binary_search_by(|(it, _)| it.as_str().cmp(id)).ok()?;
    Some(&entries[position].1.value)
}

fn list<'a>(value: &'a Value, name: &str) -> &'a [Node] {
    match field(value, name) {
        Some(Value::List(list)) => list,
        _ => &[],
    }
}

/// A value after RFC 8785: no blanks, names in order, the shortest escapes.
fn canonical(value: &Value) -> String {
    let mut json = String::new();
    push(&mut json, value);
    json
}

fn push(json: &mut String, value: &Value) {
    match value {
        Value::Null => json.push_str("null"),
        Value::Bool(it) => json.push_str(if *it { "true" } else { "false" }),
        Value::Number(number) => push_number(json, *number),
        Value::Text(text) => push_json(json, text),
        Value::List(list) => {
            json.push('[');
            for (i, node) in list.iter().enumerate() {
                if i > 0 {
                    json.push(',');
                }
                push(json, &node.value);
            }
            json.push(']');
        }
        Value::Object(fields) => {
            json.push('{');
            // All names are ASCII, so the order of bytes is that of UTF-16 units, which the scheme asks for.
            let in_order = sorted_indices(fields.len(), &|a, b| fields[a].0 < fields[b].0);
            for (i, (name, node)) in in_order.into_iter().filter_map(|i| fields.get(i)).enumerate() {
                if i > 0 {
                    json.push(',');
                }
                push_json(json, name);
                json.push(':');
                push(json, &node.value);
            }
            json.push('}');
        }
    }
}

/// A number as ECMAScript writes it. All numbers of a record are scores: at most three decimals.
fn push_number(json: &mut String, number: f64) {
    let thousandths = (number * 1000.0 + if number < 0.0 { -0.5 } else { 0.5 }) as i64;
    if thousandths < 0 {
        json.push('-');
    }
    let size = thousandths.unsigned_abs();
    crate::text::push_number(json, (size / 1000) as u32);
    let mut decimals = size % 1000;
    if decimals > 0 {
        json.push('.');
        while decimals > 0 {
            json.push((b'0' + (decimals / 100) as u8) as char);
            decimals = decimals % 100 * 10;
        }
    }
}
