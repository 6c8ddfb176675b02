//! JSON-LD as it is found in the wild: one object or many, `@graph`, feeds, references by `@id`, names with and
//! without a prefix, a text where an object should be and an object where a text should be.

use alloc::collections::BTreeMap;
use alloc::{format, string::String, vec::Vec};

use serde_json::{Map, Value};

/// How deep objects are searched for reviews. serde_json itself stops at 128.
const MAX_DEPTH: usize = 64;

/// One JSON-LD document, and what its `@id`s stand for.
pub struct Graph<'a> {
    by_id: BTreeMap<&'a str, &'a Map<String, Value>>,
    root: &'a Value,
}

impl<'a> Graph<'a> {
    /// Looks through a document.
    pub fn new(root: &'a Value) -> Graph<'a> {
        let mut graph = Graph { by_id: BTreeMap::new(), root };
        graph.index(root, 0);
        graph
    }

    /// Objects of more than an `@id` are what the `@id` stands for; the first of them counts.
    fn index(&mut self, value: &'a Value, depth: usize) {
        match value {
            _ if depth > MAX_DEPTH => {}
            Value::Array(list) => list.iter().for_each(|it| self.index(it, depth + 1)),
            Value::Object(object) => {
                if let Some(Value::String(id)) = object.get("@id")
                    && !id.is_empty()
                    && object.len() > 1
                {
                    self.by_id.entry(id).or_insert(object);
                }
                object.values().for_each(|it| self.index(it, depth + 1));
            }
            _ => {}
        }
    }

    /// Every object of one of the types, wherever it is, with the way to it.
    pub(super) fn of_types(&self, types: &[&str]) -> Vec<(String, &'a Map<String, Value>)> {
        let mut found = Vec::new();
        self.search(self.root, types, String::new(), 0, &mut found);
        found
    }

    fn search(
        &self,
        value: &'a Value,
        types: &[&str],
        path: String,
        depth: usize,
        found: &mut Vec<(String, &'a Map<String, Value>)>,
    ) {
        match value {
            _ if depth > MAX_DEPTH => {}
            Value::Array(list) => {
                for (i, it) in list.iter().enumerate() {
                    self.search(it, types, format!("{path}[{i}]"), depth + 1, found);
                }
            }
            Value::Object(object) => {
                if types.iter().any(|it| is_a(object, it)) {
                    found.push((path.clone(), object));
                }
                for (name, it) in object {
                    let dot = if path.is_empty() { "" } else { "." };
                    self.search(it, types, format!("{path}{dot}{name}"), depth + 1, found);
                }
            }
            _ => {}
        }
    }

    /// The values of a property, one or many; nulls and empty strings do not count.
    pub(super) fn all(&self, object: &'a Map<String, Value>, name: &str) -> Vec<&'a Value> {
        let mut values = Vec::new();
        for (_, value) in object.iter().filter(|(it, _)| local(it) == name) {
            match value {
                Value::Array(list) => values.extend(list),
                one => values.push(one),
            }
        }
        values.retain(|it| {
            !matches!(it, Value::Null) && !matches!(it, Value::String(s) if s.trim().is_empty())
        });
        values
    }

    /// The objects that a property leads to, references followed.
    pub(super) fn objects(&self, object: &'a Map<String, Value>, name: &str) -> Vec<&'a Map<String, Value>> {
        self.all(object, name).into_iter().filter_map(|it| self.object(it)).collect()
    }

    /// The object that a value is or refers to.
    pub(super) fn object(&self, value: &'a Value) -> Option<&'a Map<String, Value>> {
        let object = value.as_object()?;
        match object.get("@id") {
            Some(Value::String(id)) if object.len() == 1 => {
                Some(self.by_id.get(id.as_str()).unwrap_or(&object))
            }
            _ => Some(object),
        }
    }

    /// The texts of a property: strings, numbers, `@value`s, and of objects the name or address.
    pub(super) fn texts(&self, object: &'a Map<String, Value>, name: &str) -> Vec<String> {
        self.all(object, name).into_iter().filter_map(|it| self.text_of(it)).collect()
    }

    /// The first text of a property.
    pub(super) fn text(&self, object: &'a Map<String, Value>, name: &str) -> Option<String> {
        self.texts(object, name).into_iter().next()
    }

    /// A value as text.
    pub(super) fn text_of(&self, value: &'a Value) -> Option<String> {
        let text = match value {
            Value::String(text) => text.trim().into(),
            Value::Number(number) => format!("{number}"),
            Value::Bool(it) => format!("{it}"),
            Value::Object(_) => {
                let object = self.object(value)?;
                let inner = ["@value", "name", "headline", "text", "url", "@id"];
                let known = |name: &&str| object.get(*name).and_then(Value::as_str).map(str::trim);
                inner.iter().filter_map(known).find(|it| !it.is_empty())?.into()
            }
            _ => return None,
        };
        Some(text).filter(|it: &String| !it.is_empty())
    }
}

/// Whether an object is of a type, however the type is written.
pub(super) fn is_a(object: &Map<String, Value>, name: &str) -> bool {
    let is = |it: &Value| it.as_str().is_some_and(|it| local(it).eq_ignore_ascii_case(name));
    match object.get("@type").or_else(|| object.get("type")) {
        Some(Value::Array(types)) => types.iter().any(is),
        Some(one) => is(one),
        None => false,
    }
}

/// A name without `schema:` or `https://schema.org/` before it.
pub(super) fn local(name: &str) -> &str {
    let known =
        ["https://schema.org/", "http://schema.org/", "https://www.schema.org/", "http://www.schema.org/"];
    let rest = known.iter().find_map(|it| name.strip_prefix(it));
    rest.or_else(|| name.strip_prefix("schema:")).or_else(|| name.strip_prefix("sdo:")).unwrap_or(name)
}
