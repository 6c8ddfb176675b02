//! TOML to plain data, with places. Dates of TOML become text, as the record has them.

use alloc::{format, string::ToString, vec::Vec};

use toml::de::{DeTable, DeValue};

use super::SyntaxError;
use crate::record::{MAX_DEPTH, Node, Value};

pub(super) fn parse(text: &str) -> Result<Node, Vec<SyntaxError>> {
    let (table, errors) = DeTable::parse_recoverable(text);
    let errors: Vec<SyntaxError> = errors
        .into_iter()
        .map(|error| SyntaxError {
            message: error.message().replace('\n', "; "),
            help: None,
            span: error.span().unwrap_or(0..0),
        })
        .collect();
    if !errors.is_empty() {
        return Err(errors);
    }
    let end = text.len();
    let fields = object(table.get_ref(), 1).map_err(|error| alloc::vec![error])?;
    Ok(Node { at: 0, end: end as u32, value: fields })
}

fn object(table: &DeTable<'_>, depth: usize) -> Result<Value, SyntaxError> {
    let mut fields = Vec::new();
    for (key, it) in table {
        let at = key.span().start as u32;
        // A table of `[headers]` may have its fields in several places: then its end is its beginning.
        let end = (it.span().end as u32).max(key.span().end as u32);
        let value = value(it.get_ref(), it.span(), depth)?;
        fields.push((key.get_ref().to_string(), Node { at, end, value }));
    }
    Ok(Value::Object(fields))
}

fn value(it: &DeValue<'_>, span: core::ops::Range<usize>, depth: usize) -> Result<Value, SyntaxError> {
    if depth > MAX_DEPTH {
        let message = format!("nested deeper than {MAX_DEPTH} levels");
        return Err(SyntaxError { message, help: Some("a dataset needs 9".into()), span });
    }
    let number = |digits: &str| digits.replace('_', "").parse::<f64>().ok();
    let value = match it {
        DeValue::String(text) => Value::Text(text.to_string()),
        DeValue::Boolean(it) => Value::Bool(*it),
        DeValue::Datetime(date) => Value::Text(date.to_string()),
        DeValue::Integer(it) => {
            let digits = it.as_str().replace('_', "");
            let read = i64::from_str_radix(&digits, it.radix()).ok().map(|n| n as f64);
            read.map_or(Value::Null, Value::Number)
        }
        DeValue::Float(it) => number(it.as_str()).map_or(Value::Null, Value::Number),
        DeValue::Array(array) => {
            let item = |it: &toml::Spanned<DeValue<'_>>| {
                let span = it.span();
                let value = value(it.get_ref(), span.clone(), depth + 1)?;
                Ok(Node { at: span.start as u32, end: span.end as u32, value })
            };
            Value::List(array.iter().map(item).collect::<Result<_, SyntaxError>>()?)
        }
        DeValue::Table(table) => object(table, depth + 1)?,
    };
    Ok(value)
}
