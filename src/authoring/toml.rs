//! TOML to plain data, with places. Dates of TOML become text, as the record has them.

use alloc::{format, string::ToString, vec::Vec};
use core::ops::Range;

use toml::Spanned;
use toml::de::{DeInteger, DeTable, DeValue};

use super::SyntaxError;
use crate::record::{MAX_DEPTH, Node, Value};

pub(super) fn parse(text: &str) -> Result<Node, Vec<SyntaxError>> {
    let (table, errors) = DeTable::parse_recoverable(text);
    if !errors.is_empty() {
        let mut errors: Vec<SyntaxError> = errors.iter().map(syntax_error).collect();
        errors.sort_by_key(|it| it.span.start);
        return Err(errors);
    }
    let value = object(table.get_ref(), 1).map_err(|error| alloc::vec![error])?;
    Ok(Node { at: 0, end: text.len() as u32, value })
}

fn syntax_error(error: &toml::de::Error) -> SyntaxError {
    let message = error.message().replace('\n', "; ");
    let help = match message.as_str() {
        it if it.contains("duplicate key") => Some("names are unique in a table"),
        it if it.contains("recurse") => Some("a dataset nests 9 levels deep"),
        it if it.contains("date") => Some("a date without its day stands in quotes, as all texts do"),
        it if it.contains("basic string") => Some("close the quotes"),
        _ => None,
    };
    SyntaxError { message, help: help.map(Into::into), span: error.span().unwrap_or(0..0) }
}

fn object(table: &DeTable<'_>, depth: usize) -> Result<Value, SyntaxError> {
    let mut fields = Vec::new();
    for (key, it) in table {
        let Node { end, value, .. } = node(it, depth)?;
        // A table of `[headers]` may have its fields in several places: then its end is that of its name.
        let key_span = key.span();
        let node = Node { at: key_span.start as u32, end: end.max(key_span.end as u32), value };
        fields.push((key.get_ref().to_string(), node));
    }
    Ok(Value::Object(fields))
}

fn node(it: &Spanned<DeValue<'_>>, depth: usize) -> Result<Node, SyntaxError> {
    let span = it.span();
    let value = value(it.get_ref(), &span, depth)?;
    Ok(Node { at: span.start as u32, end: span.end as u32, value })
}

fn value(it: &DeValue<'_>, span: &Range<usize>, depth: usize) -> Result<Value, SyntaxError> {
    if depth > MAX_DEPTH {
        let message = format!("nested deeper than {MAX_DEPTH} levels");
        return Err(SyntaxError { message, help: Some("a dataset needs 9".into()), span: span.clone() });
    }
    Ok(match it {
        // A file with the line breaks of Windows has them in its texts, too.
        DeValue::String(text) => Value::Text(text.replace("\r\n", "\n")),
        DeValue::Boolean(it) => Value::Bool(*it),
        DeValue::Datetime(date) => Value::Text(date.to_string()),
        DeValue::Integer(it) => Value::Number(integer(it)),
        DeValue::Float(it) => Value::Number(it.as_str().replace('_', "").parse().unwrap_or(f64::NAN)),
        DeValue::Array(array) => {
            Value::List(array.iter().map(|it| node(it, depth + 1)).collect::<Result<_, SyntaxError>>()?)
        }
        DeValue::Table(table) => object(table, depth + 1)?,
    })
}

/// An integer; one that is too large for a record is too large as what it becomes here.
fn integer(it: &DeInteger<'_>) -> f64 {
    let digits = it.as_str().replace('_', "");
    i64::from_str_radix(&digits, it.radix()).map_or(f64::INFINITY, |number| number as f64)
}
