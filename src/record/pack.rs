//! Strict reading: from plain data to the bytes of a pack, along a shape, with every fault found in one pass.
//!
//! The bytes are in the postcard wire format 1.0 (varints, lengths before contents, one byte for options).

use alloc::{format, string::String, vec::Vec};

use super::faults::Faults;
use super::shape::{Field, RecordShape, Shape, TextShape};
use super::value::{Node, Value};
use crate::date::Date;
use crate::error::Error;
#[cfg(feature = "cli")]
use crate::error::Path;
use crate::score::Score;
use crate::text::{excerpt, nearest, sorted_indices};

/// Reads plain data of a shape.
///
/// # Errors
/// Everything that is wrong with it, up to a hundred faults.
pub(crate) fn pack(value: &Value, shape: &Shape) -> Result<Vec<u8>, Vec<Error>> {
    let mut packer = Packer::default();
    packer.value(value, shape);
    match packer.faults.errors.is_empty() {
        true => Ok(packer.bytes),
        false => Err(packer.faults.errors),
    }
}

/// What could be read of plain data that has faults.
#[cfg(feature = "cli")]
pub(crate) struct Partly {
    /// A record of the shape, in which valid values stand in for what is wrong or missing.
    pub(crate) bytes: Vec<u8>,
    /// Where they do.
    pub(crate) stand_ins: Vec<Path>,
    /// The faults.
    pub(crate) errors: Vec<Error>,
}

/// Reads plain data of a shape as far as that goes.
#[cfg(feature = "cli")]
pub(crate) fn pack_partly(value: &Value, shape: &Shape) -> Partly {
    let mut packer = Packer::default();
    packer.value(value, shape);
    Partly { bytes: packer.bytes, stand_ins: packer.stand_ins, errors: packer.faults.errors }
}

#[derive(Default)]
struct Packer {
    bytes: Vec<u8>,
    faults: Faults,
    #[cfg(feature = "cli")]
    stand_ins: Vec<Path>,
}

impl Packer {
    fn value(&mut self, value: &Value, shape: &Shape) {
        #[cfg(feature = "cli")]
        let before = (self.bytes.len(), self.faults.errors.len());
        self.of_shape(value, shape);
        #[cfg(feature = "cli")]
        if self.bytes.len() == before.0 && self.faults.errors.len() > before.1 {
            self.stand_in(shape);
        }
    }

    fn of_shape(&mut self, value: &Value, shape: &Shape) {
        match (shape, value) {
            (Shape::Option(_), Value::Null) => self.bytes.push(0),
            (Shape::Option(inner), value) => {
                self.bytes.push(1);
                self.value(value, inner);
            }
            (Shape::List(_) | Shape::Table(..), Value::Null) => self.bytes.push(0),
            (Shape::List(item), Value::List(list)) => self.list(list, item),
            (Shape::List(_), other) => self.faults.expected("a list", other),
            (Shape::Table(key, value), Value::Object(fields)) => self.table(fields, key, value),
            (Shape::Record(record), Value::Object(fields)) => self.record(fields, record),
            (Shape::Record(record), Value::Text(_)) if record.bare.is_some() => self.bare(value, record),
            (Shape::Table(..) | Shape::Record(_), other) => self.faults.expected("an object", other),
            (Shape::Word(words), Value::Text(text)) => self.word(text, words.words),
            (Shape::Text(shape), Value::Text(text)) => self.text(text, shape),
            (Shape::Date, Value::Text(text)) => match Date::parse(text) {
                Some(date) => self.number(date.to_bits()),
                None => self.faults.wrong(
                    format!("`{}` is not a date", excerpt(text)),
                    "write 2018, 2018-11 or 2018-11-06, a day that exists",
                ),
            },
            (Shape::Word(_) | Shape::Text(_) | Shape::Date, other) => {
                self.faults.expected("a string in quotes", other)
            }
            (Shape::Score, Value::Number(number)) => match Score::from_number(*number) {
                // Zigzag, so that small negatives stay short.
                Some(score) => {
                    let n = score.thousandths();
                    self.number((n << 1 ^ n >> 31) as u32);
                }
                None => {
                    self.faults.wrong("is too large or too fine", "at most three decimals, below a million")
                }
            },
            (Shape::Score, other) => self.faults.expected("a number", other),
            (Shape::Bool, Value::Bool(it)) => self.bytes.push((*it).into()),
            (Shape::Bool, other) => self.faults.expected("`true` or `false`", other),
        }
    }

    fn number(&mut self, mut number: u32) {
        while number > 127 {
            self.bytes.push(number as u8 | 128);
            number >>= 7;
        }
        self.bytes.push(number as u8);
    }

    fn string(&mut self, text: &str) {
        self.number(text.len() as u32);
        self.bytes.extend_from_slice(text.as_bytes());
    }

    fn list(&mut self, list: &[Node], item: &Shape) {
        self.number(list.len() as u32);
        for (i, node) in list.iter().enumerate() {
            if self.faults.are_enough() {
                return;
            }
            self.faults.path.push_index(i);
            self.value(&node.value, item);
            self.faults.path.pop();
        }
    }

    fn table(&mut self, fields: &[(String, Node)], key: &TextShape, value: &Shape) {
        let n = fields.len();
        // Entries under a bad key are looked at, and then left out.
        #[cfg(feature = "cli")]
        let n = n - fields.iter().filter(|(name, _)| (key.check)(name).is_err()).count();
        self.number(n as u32);
        for i in sorted_indices(fields.len(), &|a, b| fields[a].0 < fields[b].0) {
            let (name, it) = &fields[i];
            #[cfg(feature = "cli")]
            let len = self.bytes.len();
            self.faults.path.push_key(name.clone());
            self.text(name, key);
            self.value(&it.value, value);
            self.faults.path.pop();
            #[cfg(feature = "cli")]
            if (key.check)(name).is_err() {
                self.bytes.truncate(len);
            }
        }
    }

    fn record(&mut self, fields: &[(String, Node)], record: &RecordShape) {
        for (name, _) in fields {
            // `$schema` is for editors; it says nothing about the claims.
            let for_editors = name == "$schema" && self.faults.path.is_root();
            if !for_editors && !record.fields.iter().any(|it| it.name == name) {
                self.faults.path.push_key(name.clone());
                let known: Vec<&str> = record.fields.iter().map(|it| it.name).collect();
                let help = suggestion(name, &known, "known here: ");
                self.faults.wrong(format!("unknown field `{}`", excerpt(name)), help);
                self.faults.path.pop();
            }
        }
        for field in record.fields {
            let given = fields.iter().find(|(name, _)| name == field.name);
            self.field(given.map_or(&Value::Null, |(_, it)| &it.value), field);
        }
    }

    /// A bare string in place of a record: the field that it stands for, and no other.
    fn bare(&mut self, value: &Value, record: &RecordShape) {
        for field in record.fields {
            match Some(field.name) == record.bare {
                true => self.value(value, &field.shape),
                false => self.field(&Value::Null, field),
            }
        }
    }

    fn field(&mut self, value: &Value, field: &Field) {
        let required = !matches!(field.shape, Shape::Option(_) | Shape::List(_) | Shape::Table(..));
        if required && *value == Value::Null {
            self.faults.wrong(format!("`{}` is missing", field.name), "it is required");
            #[cfg(feature = "cli")]
            {
                self.faults.path.push_key(field.name);
                self.stand_in(&field.shape);
                self.faults.path.pop();
            }
            return;
        }
        self.faults.path.push_key(field.name);
        self.value(value, &field.shape);
        self.faults.path.pop();
    }

    /// Writes a valid value in place of one that is wrong or missing.
    #[cfg(feature = "cli")]
    fn stand_in(&mut self, shape: &Shape) {
        self.stand_ins.push(self.faults.path.clone());
        self.any(shape);
    }

    #[cfg(feature = "cli")]
    fn any(&mut self, shape: &Shape) {
        match shape {
            Shape::Record(record) => record.fields.iter().for_each(|it| self.any(&it.shape)),
            Shape::Text(shape) => self.string(shape.example),
            Shape::Date => self.number(Date::FIRST.to_bits()),
            Shape::Option(_) | Shape::List(_) | Shape::Table(..) => self.bytes.push(0),
            Shape::Word(_) | Shape::Score | Shape::Bool => self.bytes.push(0),
        }
    }

    fn word(&mut self, text: &str, words: &'static [&'static str]) {
        match words.iter().position(|&it| it == text) {
            Some(i) => self.number(i as u32),
            None => {
                let help = suggestion(text, words, "one of: ");
                self.faults.wrong(format!("unknown word `{}`", excerpt(text)), help);
            }
        }
    }

    fn text(&mut self, text: &str, shape: &TextShape) {
        match (shape.check)(text) {
            Ok(()) => self.string(text),
            Err(fault) => self.faults.wrong(format!("`{}` {fault}", excerpt(text)), shape.help),
        }
    }
}

fn suggestion(word: &str, known: &[&str], or_else: &str) -> String {
    match nearest(word, known) {
        Some(near) => format!("did you mean `{near}`?"),
        None => [or_else, &known.join(", ")].concat(),
    }
}
