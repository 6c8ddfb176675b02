//! Plain data from any self-describing serde format. Depth and number of values are limited while reading, before
//! memory is taken.

use alloc::{format, string::String, vec::Vec};
use core::cell::RefCell;
use core::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error as _, MapAccess, SeqAccess, Visitor};

use super::value::{MAX_DEPTH, MAX_VALUES, Node, Value, repeated};
use crate::error::Path;
use crate::text::excerpt;

/// What a format said against the text or object, and where it was in the tree.
#[derive(Debug, Clone, PartialEq)]
pub struct ValueError<E> {
    /// The format's own error.
    pub error: E,
    /// The way to the value that could not be read.
    pub path: Path,
}

/// Reads plain data from any self-describing serde format.
///
/// # Errors
/// The format's error; nesting deeper than 32, more than ten million values, a name that occurs twice in one
/// object, and things that are not plain data (functions, byte buffers).
pub fn read_value<'de, D: Deserializer<'de>>(from: D) -> Result<Node, ValueError<D::Error>> {
    let progress = RefCell::new(Progress { path: Path::default(), values_left: MAX_VALUES });
    Reader(&progress)
        .deserialize(from)
        .map_err(|error| ValueError { error, path: progress.into_inner().path })
}

/// The path stays where it was when an error ends the reading.
struct Progress {
    path: Path,
    values_left: usize,
}

#[derive(Clone, Copy)]
struct Reader<'a>(&'a RefCell<Progress>);

impl Reader<'_> {
    fn step_out(self) {
        self.0.borrow_mut().path.pop();
    }
}

impl<'de> DeserializeSeed<'de> for Reader<'_> {
    type Value = Node;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<Node, D::Error> {
        let mut progress = self.0.borrow_mut();
        if progress.path.steps().len() > MAX_DEPTH {
            return Err(D::Error::custom(format!("nested deeper than {MAX_DEPTH} levels")));
        }
        let Some(left) = progress.values_left.checked_sub(1) else {
            return Err(D::Error::custom(format!("more than {MAX_VALUES} values")));
        };
        progress.values_left = left;
        drop(progress);
        let value = from.deserialize_any(self)?;
        Ok(Node::plain(value))
    }
}

impl<'de> Visitor<'de> for Reader<'_> {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("plain data")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_none<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, from: D) -> Result<Value, D::Error> {
        from.deserialize_any(self)
    }

    fn visit_bool<E>(self, it: bool) -> Result<Value, E> {
        Ok(Value::Bool(it))
    }

    fn visit_i64<E>(self, it: i64) -> Result<Value, E> {
        Ok(Value::Number(it as f64))
    }

    fn visit_u64<E>(self, it: u64) -> Result<Value, E> {
        Ok(Value::Number(it as f64))
    }

    fn visit_f64<E>(self, it: f64) -> Result<Value, E> {
        Ok(Value::Number(it))
    }

    fn visit_str<E>(self, it: &str) -> Result<Value, E> {
        Ok(Value::Text(it.into()))
    }

    fn visit_string<E>(self, it: String) -> Result<Value, E> {
        Ok(Value::Text(it))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut from: A) -> Result<Value, A::Error> {
        let mut list = Vec::new();
        self.0.borrow_mut().path.push_index(0);
        while let Some(item) = from.next_element_seed(self)? {
            list.push(item);
            self.step_out();
            self.0.borrow_mut().path.push_index(list.len());
        }
        self.step_out();
        Ok(Value::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut from: A) -> Result<Value, A::Error> {
        let mut object: Vec<(String, Node)> = Vec::new();
        while let Some(key) = from.next_key::<String>()? {
            self.0.borrow_mut().path.push_key(key.clone());
            let value = from.next_value_seed(self)?;
            self.step_out();
            object.push((key, value));
        }
        match repeated(&object) {
            Some(twice) => Err(A::Error::custom(format!("`{}` occurs twice", excerpt(&object[twice].0)))),
            None => Ok(Value::Object(object)),
        }
    }
}
