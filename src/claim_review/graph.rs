//! JSON-LD as it is found in the wild: one object or many, `@graph`, feeds, references by `@id`, names with and
//! without a prefix, a text where an object should be and an object where a text should be.

use alloc::collections::BTreeMap;
use alloc::{format, string::String, vec::Vec};

use serde_json::{Map, Value};

/// How deep objects are searched for reviews: as deep as serde_json reads.
const MAX_DEPTH: usize = 128;

/// A review in a document.
pub(super) struct Place<'a> {
    /// The way to it.
    pub(super) path: String,
    pub(super) object: &'a Map<String, Value>,
    /// Whether something says that its names are schema.org's.
    pub(super) has_context: bool,
}

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

    /// Objects of more than an `@id` are what the `@id` stands for; the fullest of them counts.
    fn index(&mut self, value: &'a Value, depth: usize) {
        match value {
            _ if depth > MAX_DEPTH => {}
            Value::Array(list) => list.iter().for_each(|it| self.index(it, depth + 1)),
            Value::Object(object) => {
                if let Some(Value::String(id)) = object.get("@id")
                    && !id.is_empty()
                    && object.len() > 1
                {
                    let known = self.by_id.entry(id).or_insert(object);
                    if object.len() > known.len() {
                        *known = object;
                    }
                }
                object.values().for_each(|it| self.index(it, depth + 1));
            }
            _ => {}
        }
    }

    /// Every object of one of the types, wherever it is.
    pub(super) fn of_types(&self, types: &[&str]) -> Vec<Place<'a>> {
        let mut search = Search { types, path: Vec::new(), found: Vec::new() };
        search.value(self.root, false);
        search.found
    }

    /// The values of a property, one or many; nulls and empty strings do not count.
    pub(super) fn all(&self, object: &'a Map<String, Value>, name: &str) -> Vec<&'a Value> {
        let mut values = Vec::new();
        for (_, value) in object.iter().filter(|(it, _)| local(it) == name) {
            match value {
                Value::Array(list) => values.extend(list),
                one => match one.get("@list").or_else(|| one.get("@set")) {
                    Some(Value::Array(list)) => values.extend(list),
                    _ => values.push(one),
                },
            }
        }
        values.retain(|it| {
            !matches!(it, Value::Null) && !matches!(it, Value::String(s) if s.trim().is_empty())
        });
        values
    }

    /// The object that a value is or refers to.
    pub(super) fn object(&self, value: &'a Value) -> Option<&'a Map<String, Value>> {
        let object = value.as_object()?;
        let is_reference = object.keys().all(|it| ["@id", "@type", "type"].contains(&it.as_str()));
        match object.get("@id") {
            Some(Value::String(id)) if is_reference => Some(self.by_id.get(id.as_str()).unwrap_or(&object)),
            _ => Some(object),
        }
    }

    /// The first text of a property.
    pub(super) fn text(&self, object: &'a Map<String, Value>, name: &str) -> Option<String> {
        self.all(object, name).into_iter().find_map(|it| Some(self.text_and_name(it)?.0))
    }

    /// A value as text: a string, number or `@value`, and of an object the name or address; with the name of the
    /// property that it is then.
    pub(super) fn text_and_name(&self, value: &'a Value) -> Option<(String, Option<&'static str>)> {
        let (text, name) = match value {
            Value::String(text) => (text.trim().into(), None),
            Value::Number(number) => (format!("{number}"), None),
            Value::Bool(it) => (format!("{it}"), None),
            Value::Object(_) => {
                let object = self.object(value)?;
                let inner = ["@value", "name", "headline", "text", "url", "@id"];
                inner.iter().find_map(|name| Some((scalar(object, name)?, Some(*name))))?
            }
            _ => return None,
        };
        Some((text, name)).filter(|(it, _): &(String, _)| !it.is_empty())
    }
}

/// A walk through a document in search of reviews.
struct Search<'a, 't> {
    types: &'t [&'t str],
    path: Vec<String>,
    found: Vec<Place<'a>>,
}

impl<'a> Search<'a, '_> {
    fn value(&mut self, value: &'a Value, has_context: bool) {
        match value {
            _ if self.path.len() > MAX_DEPTH => {}
            Value::Array(list) => {
                for (i, it) in list.iter().enumerate() {
                    self.step(format!("[{i}]"), it, has_context);
                }
            }
            Value::Object(object) => {
                let has_context = has_context || object.contains_key("@context");
                if self.types.iter().any(|it| is_a(object, it)) {
                    let path: String = self.path.concat();
                    let path = path.strip_prefix('.').unwrap_or(&path).into();
                    self.found.push(Place { path, object, has_context });
                }
                for (name, it) in object {
                    self.step(format!(".{name}"), it, has_context);
                }
            }
            _ => {}
        }
    }

    fn step(&mut self, step: String, value: &'a Value, has_context: bool) {
        if value.is_array() || value.is_object() {
            self.path.push(step);
            self.value(value, has_context);
            self.path.pop();
        }
    }
}

/// A property that is a text or number, however its name is written.
fn scalar(object: &Map<String, Value>, name: &str) -> Option<String> {
    let value = object.iter().find(|(it, _)| local(it) == name)?.1;
    let value = value.as_array().and_then(|it| it.first()).unwrap_or(value);
    match value.get("@value").unwrap_or(value) {
        Value::String(text) => Some(text.trim().into()).filter(|it: &String| !it.is_empty()),
        Value::Number(number) => Some(format!("{number}")),
        _ => None,
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
