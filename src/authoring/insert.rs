//! Putting a small object into a dataset file while all else in it stays as its author wrote it.

use alloc::{format, string::String, vec::Vec};
use core::ops::Range;

use super::Format;
use crate::record::{Node, Value};

/// Bytes of a text to be replaced.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// Where.
    pub range: Range<usize>,
    /// What to put there.
    pub text: String,
}

/// Carries out edits that do not overlap.
pub fn apply(text: &str, mut edits: Vec<Edit>) -> String {
    edits.sort_by_key(|it| it.range.start);
    let mut all = String::new();
    let mut done = 0;
    for Edit { range, text: new } in edits {
        all.push_str(text.get(done..range.start).unwrap_or_default());
        all.push_str(&new);
        done = range.end;
    }
    all.push_str(text.get(done..).unwrap_or_default());
    all
}

/// The edit that gives an object a field whose value is an object of plain strings, in place of one it may have. The
/// object has a field already; places are bytes of the text.
pub fn put_object(
    text: &str,
    format: Format,
    object: &Node,
    name: &str,
    fields: &[(&str, &str)],
) -> Option<Edit> {
    let Value::Object(known) = &object.value else { return None };
    let place = |node: &Node| node.at as usize..node.end as usize;
    if let Some((_, old)) = known.iter().find(|(it, _)| it == name) {
        return replace(text, format, old, name, fields, place(old));
    }
    let is_flow = text.get(object.at as usize..)?.starts_with('{');
    match (format, is_flow) {
        (Format::Json, _) => {
            let last = place(&known.last()?.1);
            // In an object of several lines the new field gets a line of its own.
            let lines = text.get(object.at as usize..last.start).filter(|it| it.contains('\n'));
            let written = inline(format, name, fields);
            let text = match lines.and_then(|it| it.rsplit('\n').next()) {
                Some(indent) if indent.trim().is_empty() => format!(",\n{indent}{written}"),
                _ => format!(", {written}"),
            };
            Some(Edit { range: last.end..last.end, text })
        }
        (_, true) => {
            let first = place(&known.first()?.1);
            Some(Edit { range: first.end..first.end, text: format!(", {}", inline(format, name, fields)) })
        }
        // In YAML blocks and TOML tables a line behind that of the first field, whose value is one line long.
        (_, false) => {
            let mut nodes = known.iter().map(|(_, it)| it);
            let first = place(nodes.find(|it| matches!(it.value, Value::Text(_)))?);
            let line_start = text.get(..first.start)?.rfind('\n').map_or(0, |it| it + 1);
            let indent = match format {
                Format::Yaml => " ".repeat(text.get(line_start..first.start)?.chars().count()),
                _ => String::new(),
            };
            let rest = text.get(first.end..)?;
            let end = first.end + rest.find('\n').unwrap_or(rest.len());
            let end = if text.get(..end)?.ends_with('\r') { end - 1 } else { end };
            Some(Edit { range: end..end, text: format!("\n{indent}{}", inline(format, name, fields)) })
        }
    }
}

/// A field that is there already. Where it is a table of TOML with lines of its own, only its values change.
fn replace(
    text: &str,
    format: Format,
    old: &Node,
    name: &str,
    fields: &[(&str, &str)],
    place: Range<usize>,
) -> Option<Edit> {
    let is_whole = format != Format::Toml || text.get(place.clone())?.trim_end().ends_with('}');
    if is_whole {
        return Some(Edit { range: place, text: inline(format, name, fields) });
    }
    let Value::Object(known) = &old.value else { return None };
    let start = known.iter().map(|(_, it)| it.at as usize).min()?;
    let end = known.iter().map(|(_, it)| it.end as usize).max()?;
    let lines: Vec<String> = fields.iter().map(|(name, value)| pair(format, name, value)).collect();
    Some(Edit { range: start..end, text: lines.join("\n") })
}

fn pair(format: Format, name: &str, value: &str) -> String {
    match format {
        Format::Json => format!("\"{name}\": \"{value}\""),
        Format::Yaml => format!("{name}: \"{value}\""),
        Format::Toml => format!("{name} = \"{value}\""),
    }
}

/// A field on one line. Names and values need no escapes: they are ours, hexadecimal and dates.
fn inline(format: Format, name: &str, fields: &[(&str, &str)]) -> String {
    let pairs: Vec<String> = fields.iter().map(|(name, value)| pair(format, name, value)).collect();
    let object = format!("{{ {} }}", pairs.join(", "));
    match format {
        Format::Json => format!("\"{name}\": {object}"),
        Format::Yaml => format!("{name}: {object}"),
        Format::Toml => format!("{name} = {object}"),
    }
}
