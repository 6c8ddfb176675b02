//! The way back: from the bytes of a pack to plain data, along a shape. What is absent or empty is left out, so
//! that each record has one form.

use alloc::{string::String, vec::Vec};

use super::shape::Shape;
use super::unpack::{Unpack, Unpacker};
use super::value::{Node, Value};
use crate::date::Date;
use crate::score::Score;

/// Reads the plain data of a shape from all of the bytes; `None` if they are anything else.
pub(crate) fn plain(bytes: &[u8], shape: &'static Shape) -> Option<Value> {
    Unpacker::read_with(bytes, |from| value(from, shape))
}

fn value(from: &mut Unpacker<'_>, shape: &'static Shape) -> Value {
    match shape {
        Shape::Option(inner) => match from.flag() {
            true => value(from, inner),
            false => Value::Null,
        },
        Shape::List(item) => {
            let n = from.number();
            let mut list = Vec::new();
            for _ in 0..n {
                if from.has_failed() {
                    break;
                }
                list.push(Node::plain(value(from, item)));
            }
            Value::List(list)
        }
        Shape::Table(_, item) => {
            let n = from.number();
            let mut fields = Vec::new();
            for _ in 0..n {
                if from.has_failed() {
                    break;
                }
                let key = String::from(from.text());
                fields.push((key, Node::plain(value(from, item))));
            }
            Value::Object(fields)
        }
        Shape::Record(record) => {
            let mut fields = Vec::new();
            for field in record.fields {
                let it = value(from, &field.shape);
                if !is_absent(&it) {
                    fields.push((field.name.into(), Node::plain(it)));
                }
            }
            Value::Object(fields)
        }
        Shape::Word(words) => match words.words.get(from.number() as usize) {
            Some(&word) => Value::Text(word.into()),
            None => {
                from.fail();
                Value::Null
            }
        },
        Shape::Text(_) => Value::Text(from.text().into()),
        Shape::Date => Value::Text(Date::unpack(from).to_iso()),
        Shape::Score => Value::Number(f64::from(Score::unpack(from).thousandths()) / 1000.0),
        Shape::Bool => Value::Bool(from.flag()),
    }
}

/// Absent, an empty list or an empty table. A record with no field at all cannot be.
fn is_absent(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::List(list) => list.is_empty(),
        Value::Object(fields) => fields.is_empty(),
        _ => false,
    }
}
