//! One review as it is read: what is carried of it is noted, so that all else can be named.

use alloc::collections::BTreeMap;
use alloc::{format, string::String, vec::Vec};

use serde_json::{Map, Value};

use super::graph::{Graph, local};

/// How many names a warning lists; a review of another kind altogether would give hundreds.
const MAX_NAMES: usize = 40;

/// A review under way.
pub(super) struct Reading<'a, 'g> {
    graph: &'g Graph<'a>,
    warnings: Vec<String>,
    /// How many values of a property were carried, by the address of its object and its name.
    carried: BTreeMap<(*const Map<String, Value>, &'a str), usize>,
}

impl<'a, 'g> Reading<'a, 'g> {
    pub(super) fn new(graph: &'g Graph<'a>) -> Self {
        Reading { graph, warnings: Vec::new(), carried: BTreeMap::new() }
    }

    pub(super) fn warn(&mut self, message: impl Into<String>) {
        self.warnings.push(message.into());
    }

    /// The first text of a property, whether it is carried or not.
    pub(super) fn peek(&self, object: &'a Map<String, Value>, name: &str) -> Option<String> {
        self.graph.text(object, name)
    }

    /// The first text of a property.
    pub(super) fn text(&mut self, object: &'a Map<String, Value>, name: &'a str) -> Option<String> {
        let values = self.graph.all(object, name);
        let (n, text) =
            values.into_iter().enumerate().find_map(|(i, it)| Some((i + 1, self.text_of(it)?)))?;
        self.note(object, name, n);
        Some(text)
    }

    /// The text of the first of some properties that has one.
    pub(super) fn first(&mut self, object: &'a Map<String, Value>, names: &[&'a str]) -> Option<String> {
        names.iter().find_map(|it| self.text(object, it))
    }

    /// All texts of a property.
    pub(super) fn texts(&mut self, object: &'a Map<String, Value>, name: &'a str) -> Vec<String> {
        self.values(object, name).into_iter().filter_map(|it| self.text_of(it)).collect()
    }

    /// All values of a property.
    pub(super) fn values(&mut self, object: &'a Map<String, Value>, name: &'a str) -> Vec<&'a Value> {
        self.note(object, name, usize::MAX);
        self.graph.all(object, name)
    }

    /// The first object of a property.
    pub(super) fn object(
        &mut self,
        object: &'a Map<String, Value>,
        name: &'a str,
    ) -> Option<&'a Map<String, Value>> {
        let values = self.graph.all(object, name);
        let (n, inner) =
            values.into_iter().enumerate().find_map(|(i, it)| Some((i + 1, self.as_object(it)?)))?;
        self.note(object, name, n);
        Some(inner)
    }

    /// The object that a value is or refers to.
    pub(super) fn as_object(&self, value: &'a Value) -> Option<&'a Map<String, Value>> {
        self.graph.object(value)
    }

    /// A value as text; of an object that is its name or address.
    pub(super) fn text_of(&mut self, value: &'a Value) -> Option<String> {
        let (text, inner) = self.graph.text_and_name(value)?;
        if let (Some(name), Some(object)) = (inner, self.graph.object(value)) {
            self.note(object, name, 1);
        }
        Some(text)
    }

    fn note(&mut self, object: &'a Map<String, Value>, name: &'a str, n: usize) {
        let carried = self.carried.entry((core::ptr::from_ref(object), name)).or_default();
        *carried = n.max(*carried);
    }

    /// Takes back that properties were carried.
    pub(super) fn drop_again(&mut self, object: &'a Map<String, Value>, names: &[&'a str]) {
        for name in names {
            self.carried.remove(&(core::ptr::from_ref(object), *name));
        }
    }

    /// The warnings, those for all that was not carried of the review at the end.
    pub(super) fn finish(mut self, review: &'a Map<String, Value>) -> Vec<String> {
        let mut rest = Rest::default();
        self.look_through(review, "", &mut rest);
        for (what, mut names) in [("not carried", rest.not_carried), ("empty", rest.empty)] {
            let more = names.len().saturating_sub(MAX_NAMES);
            names.truncate(MAX_NAMES);
            if more > 0 {
                names.push(format!("and {more} more"));
            }
            if !names.is_empty() {
                self.warnings.push(format!("{what}: {}", names.join(", ")));
            }
        }
        self.warnings
    }

    fn look_through(&self, object: &'a Map<String, Value>, path: &str, rest: &mut Rest<'a>) {
        if rest.seen.iter().any(|it| core::ptr::eq(*it, object)) {
            return;
        }
        rest.seen.push(object);
        for (name, value) in object {
            if ["@id", "@type", "@context", "@value", "type", "id"].contains(&name.as_str()) {
                continue;
            }
            let name = local(name);
            let path = format!("{path}{name}");
            if is_empty(value) {
                rest.empty.push(path);
                continue;
            }
            let Some(&n) = self.carried.get(&(core::ptr::from_ref(object), name)) else {
                rest.not_carried.push(path);
                continue;
            };
            let values = self.graph.all(object, name);
            if values.len() > n {
                rest.not_carried.push(format!("{path} ({} of {} values)", values.len() - n, values.len()));
            }
            for value in values.into_iter().take(n) {
                if let Some(inner) = self.graph.object(value) {
                    self.look_through(inner, &format!("{path}."), rest);
                }
            }
        }
    }
}

/// What is left of a review.
#[derive(Default)]
struct Rest<'a> {
    not_carried: Vec<String>,
    empty: Vec<String>,
    seen: Vec<&'a Map<String, Value>>,
}

/// Whether there is nothing to carry in a value.
fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.trim().is_empty(),
        Value::Array(list) => list.iter().all(is_empty),
        Value::Object(fields) => fields.is_empty(),
        _ => false,
    }
}
