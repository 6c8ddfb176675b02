//! Picking a value out of a record of a table: a column, the first of several that is filled, or always the same words.

use alloc::collections::BTreeMap;
use alloc::{borrow::ToOwned, format, string::String, vec, vec::Vec};

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::{Map, Value};

use crate::text::restored;

/// Where a value comes from. In a map: a column's name, a list of names of which the first that is filled counts, or a
/// table with more to say.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Pick {
    /// The columns, the first that is filled counts.
    pub columns: Vec<String>,
    /// The value where no column has one.
    pub value: Option<String>,
    /// What the words of the table are in ours; an empty one leaves the value out.
    pub words: BTreeMap<String, String>,
    /// Whether the first of several values is all that is wanted.
    pub first: bool,
    /// The list that the value names a record of, and the field wanted of it.
    pub lookup: Option<(String, String)>,
}

/// A pick with more to say, as it stands in a file.
#[derive(Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Long {
    #[serde(skip_serializing_if = "Vec::is_empty")]
    columns: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    column: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<String>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    words: BTreeMap<String, String>,
    #[serde(skip_serializing_if = "core::ops::Not::not")]
    first: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    lookup: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    field: Option<String>,
}

impl Pick {
    /// A column.
    pub fn column(name: &str) -> Pick {
        Pick { columns: vec![name.into()], ..Pick::default() }
    }

    /// Always the same words.
    pub fn always(value: &str) -> Pick {
        Pick { value: Some(value.into()), ..Pick::default() }
    }

    /// Whether it picks nothing.
    pub fn is_empty(&self) -> bool {
        self.columns.is_empty() && self.value.is_none()
    }
}

impl Serialize for Pick {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let is_plain = self.value.is_none() && self.words.is_empty() && self.lookup.is_none() && !self.first;
        match self.columns.as_slice() {
            [] if is_plain => to.serialize_none(),
            [one] if is_plain => to.serialize_str(one),
            many if is_plain => many.serialize(to),
            columns => Long {
                columns: columns.to_owned(),
                value: self.value.clone(),
                words: self.words.clone(),
                first: self.first,
                lookup: self.lookup.as_ref().map(|it| it.0.clone()),
                field: self.lookup.as_ref().map(|it| it.1.clone()),
                ..Long::default()
            }
            .serialize(to),
        }
    }
}

impl<'de> Deserialize<'de> for Pick {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Pick, D::Error> {
        #[derive(Deserialize)]
        #[serde(
            untagged,
            expecting = "expected a column, a list of columns, or a table with `column` or `value`"
        )]
        enum Written {
            Column(String),
            Columns(Vec<String>),
            Long(Long),
        }
        let long = match Written::deserialize(from)? {
            Written::Column(column) => return Ok(Pick::column(&column)),
            Written::Columns(columns) => return Ok(Pick { columns, ..Pick::default() }),
            Written::Long(long) => long,
        };
        let lookup = match (long.lookup, long.field) {
            (Some(list), Some(field)) => Some((list, field)),
            (None, None) => None,
            _ => return Err(D::Error::custom("`lookup` and `field` go together")),
        };
        let columns = long.columns.into_iter().chain(long.column).collect();
        Ok(Pick { columns, value: long.value, words: long.words, first: long.first, lookup })
    }
}

/// Records of other files, by the name that the map gives the list, then by the value of their key.
pub type Lists = BTreeMap<String, BTreeMap<String, Map<String, Value>>>;

/// A record of a table: an object whose values are texts, numbers, or lists and objects of them.
#[derive(Clone, Copy)]
pub struct Row<'a> {
    /// The fields.
    pub fields: &'a Map<String, Value>,
    /// What its values may name.
    pub lists: &'a Lists,
    /// Whether an apostrophe before `=`, `+`, `-`, `@` is none of the text.
    pub guarded: bool,
}

impl<'a> Row<'a> {
    /// A value by the name of its field; a name with dots leads into objects.
    pub fn get(&self, name: &str) -> Option<&'a Value> {
        self.fields.get(name).or_else(|| {
            let (first, rest) = name.split_once('.')?;
            Row { fields: self.fields.get(first)?.as_object()?, ..*self }.get(rest)
        })
    }

    /// The texts that a pick gives: several where the value is a list.
    pub fn all(&self, pick: &Pick, warnings: &mut Vec<String>) -> Vec<String> {
        let filled =
            pick.columns.iter().map(|name| (name, self.texts(name))).find(|(_, texts)| !texts.is_empty());
        let Some((name, mut texts)) = filled else { return pick.value.iter().cloned().collect() };
        if let Some((list, field)) = &pick.lookup {
            texts = texts.iter().flat_map(|key| self.look_up(list, key, field, warnings)).collect();
        }
        if !pick.words.is_empty() {
            texts = texts.into_iter().filter_map(|text| word(pick, name, text, warnings)).collect();
        }
        texts
    }

    /// The first of them.
    pub fn one(&self, pick: &Pick, warnings: &mut Vec<String>) -> Option<String> {
        let all = self.all(pick, warnings);
        if all.len() > 1 && !pick.first {
            let columns = pick.columns.join("`, `");
            warnings.push(format!("`{columns}` has {} values: only the first is carried", all.len()));
        }
        all.into_iter().next()
    }

    fn texts(&self, name: &str) -> Vec<String> {
        let mut texts = Vec::new();
        let mut open = vec![self.get(name).unwrap_or(&Value::Null)];
        while let Some(value) = open.pop() {
            match value {
                Value::String(text) => {
                    let text = if self.guarded { restored(text) } else { text };
                    let text = text.trim();
                    texts.extend((!text.is_empty()).then(|| text.into()));
                }
                Value::Number(number) => texts.push(format!("{number}")),
                Value::Bool(it) => texts.push(format!("{it}")),
                Value::Array(list) => open.extend(list.iter().rev()),
                Value::Null | Value::Object(_) => {}
            }
        }
        texts
    }

    fn look_up(&self, list: &str, key: &str, field: &str, warnings: &mut Vec<String>) -> Vec<String> {
        match self.lists.get(list).and_then(|it| it.get(key)) {
            Some(fields) => Row { fields, ..*self }.texts(field),
            None => {
                warnings.push(format!("`{key}` is not in the list `{list}`"));
                Vec::new()
            }
        }
    }
}

fn word(pick: &Pick, name: &str, text: String, warnings: &mut Vec<String>) -> Option<String> {
    let word = pick.words.get(&text);
    if word.is_none() {
        warnings.push(format!("{name}: the map has no word for `{text}`"));
    }
    word.or(pick.value.as_ref()).filter(|it| !it.is_empty()).cloned()
}
