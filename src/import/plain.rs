//! Plain data as the funnel makes it: what is absent or empty is left out.

use alloc::{string::String, vec::Vec};

use crate::record::{Node, Value};

/// A field of an object.
pub(super) type Field = (&'static str, Value);

/// An object of the fields that say something.
pub(super) fn object(fields: impl IntoIterator<Item = Field>) -> Value {
    let says = |(_, value): &Field| match value {
        Value::Null => false,
        Value::List(list) => !list.is_empty(),
        Value::Object(fields) => !fields.is_empty(),
        _ => true,
    };
    let fields = fields.into_iter().filter(says);
    Value::Object(fields.map(|(name, value)| (name.into(), Node::plain(value))).collect())
}

pub(super) fn list(values: Vec<Value>) -> Value {
    Value::List(values.into_iter().map(Node::plain).collect())
}

pub(super) fn texts<'a>(texts: impl Iterator<Item = &'a str>) -> Value {
    list(texts.map(|it| Value::Text(it.into())).collect())
}

pub(super) fn optional(text: Option<String>) -> Value {
    text.map_or(Value::Null, Value::Text)
}
