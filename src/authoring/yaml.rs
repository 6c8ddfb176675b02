//! YAML 1.2 (core schema) to plain data, with places.
//!
//! Anchors and aliases work; an alias counts as all the values it stands for, so that a few lines cannot become
//! millions. Tags other than `!!str` are refused: a record has no other types.

use alloc::{format, string::String, vec::Vec};

use granit_parser::{Event, Parser, ScalarStyle, Span, Tag};

use super::SyntaxError;
use crate::record::{MAX_DEPTH, MAX_VALUES, Node, Value, repeated};
use crate::text::excerpt;

/// The namespace of the core schema's tags.
const CORE: &str = "tag:yaml.org,2002:";

pub(super) fn parse(text: &str) -> Result<Node, SyntaxError> {
    let mut reader = Reader { text, open: Vec::new(), anchors: Vec::new(), n_values: 0, root: None };
    for event in Parser::new_from_str(text) {
        match event {
            Ok((event, span)) => reader.take(event, range(span, text))?,
            Err(error) => {
                let at = error.marker().byte_offset().unwrap_or(text.len()).min(text.len());
                return Err(SyntaxError {
                    message: format!("not YAML: {}", error.info()),
                    help: Some("indent with spaces, and quote text that contains `: ` or ` #`".into()),
                    span: at..at,
                });
            }
        }
    }
    Ok(reader.root.unwrap_or(Node::plain(Value::Null)))
}

fn range(span: Span, text: &str) -> core::ops::Range<usize> {
    let range = span.byte_range().unwrap_or(0..0);
    let end = range.end.min(text.len());
    range.start.min(end)..end
}

/// A list or object that is not closed yet.
struct Open {
    at: usize,
    anchor: usize,
    value: Value,
    /// In an object: the name whose value comes next.
    key: Option<(String, usize)>,
}

struct Reader<'a> {
    text: &'a str,
    open: Vec<Open>,
    anchors: Vec<(usize, Node)>,
    n_values: usize,
    root: Option<Node>,
}

impl Reader<'_> {
    fn take(&mut self, event: Event<'_>, span: core::ops::Range<usize>) -> Result<(), SyntaxError> {
        let wrong = |message: String, help: &str| {
            Err(SyntaxError { message, help: Some(help.into()), span: span.clone() })
        };
        match event {
            Event::Scalar(text, style, anchor, tag) => {
                let value = match self.scalar(&text, style, tag.as_deref()) {
                    Some(value) => value,
                    None => {
                        return wrong("a tag".into(), "take the tag away: a record has no types of its own");
                    }
                };
                self.put(value, span, anchor)?;
            }
            Event::SequenceStart(_, anchor, _) => self.begin(Value::List(Vec::new()), span, anchor)?,
            Event::MappingStart(_, anchor, _) => self.begin(Value::Object(Vec::new()), span, anchor)?,
            Event::SequenceEnd | Event::MappingEnd => {
                if let Some(Open { at, anchor, value, .. }) = self.open.pop() {
                    if let Value::Object(fields) = &value
                        && let Some(twice) = repeated(fields)
                    {
                        let (name, node) = &fields[twice];
                        let at = node.at as usize;
                        return Err(SyntaxError {
                            message: format!("`{}` occurs twice", excerpt(name)),
                            help: Some("names are unique in an object".into()),
                            span: at..at + name.len(),
                        });
                    }
                    let end = self.text.get(..span.start).unwrap_or(self.text).trim_end().len();
                    let end = if span.is_empty() { end } else { span.end };
                    self.put(value, at..end.max(at), anchor)?;
                }
            }
            Event::Alias(id) => match self.anchors.iter().rev().find(|(anchor, _)| *anchor == id) {
                Some((_, node)) => {
                    let value = node.value.clone();
                    self.n_values += count(&value);
                    self.put(value, span, 0)?;
                }
                None => return wrong("an alias of what contains it".into(), "write the value itself"),
            },
            Event::DocumentStart(..) if self.root.is_some() => {
                return wrong("a second document".into(), "there is one dataset in a file");
            }
            _ => {}
        }
        Ok(())
    }

    fn begin(
        &mut self,
        value: Value,
        span: core::ops::Range<usize>,
        anchor: usize,
    ) -> Result<(), SyntaxError> {
        let at = span.start;
        if self.open.len() >= MAX_DEPTH {
            let message = format!("nested deeper than {MAX_DEPTH} levels");
            return Err(SyntaxError { message, help: Some("a dataset needs 9".into()), span });
        }
        self.open.push(Open { at, anchor, value, key: None });
        Ok(())
    }

    /// Puts a finished value where it belongs.
    fn put(&mut self, value: Value, span: core::ops::Range<usize>, anchor: usize) -> Result<(), SyntaxError> {
        self.n_values += 1;
        if self.n_values > MAX_VALUES {
            let message = "more than ten million values".into();
            return Err(SyntaxError { message, help: Some("split it into several datasets".into()), span });
        }
        let node = Node { at: span.start as u32, end: span.end as u32, value };
        if anchor > 0 {
            self.anchors.push((anchor, node.clone()));
        }
        let Some(open) = self.open.last_mut() else {
            self.root = Some(node);
            return Ok(());
        };
        match (&mut open.value, open.key.take()) {
            (Value::List(list), _) => list.push(node),
            (Value::Object(fields), Some((name, at))) => {
                fields.push((name, Node { at: at as u32, ..node }));
            }
            (_, None) => match self.text.get(span.clone()) {
                // A name is a scalar; its own text counts, so that `2018:` and `yes:` are names like others.
                Some(written) if !matches!(node.value, Value::List(_) | Value::Object(_)) => {
                    let name = match node.value {
                        Value::Text(text) => text,
                        _ => written.into(),
                    };
                    open.key = Some((name, span.start));
                }
                _ => {
                    let help = Some("a name is text".into());
                    return Err(SyntaxError { message: "a list or object as a name".into(), help, span });
                }
            },
            _ => {}
        }
        Ok(())
    }

    /// A scalar by the core schema (YAML 1.2.2, section 10.3.2); `None` for a tag that is not `!!str`.
    fn scalar(&self, text: &str, style: ScalarStyle, tag: Option<&Tag>) -> Option<Value> {
        match tag {
            Some(tag) if tag.suffix_in_namespace(CORE).as_deref() == Some("str") => {
                return Some(Value::Text(text.into()));
            }
            Some(_) => return None,
            None => {}
        }
        if style != ScalarStyle::Plain {
            return Some(Value::Text(text.into()));
        }
        Some(match text {
            "" | "~" | "null" | "Null" | "NULL" => Value::Null,
            "true" | "True" | "TRUE" => Value::Bool(true),
            "false" | "False" | "FALSE" => Value::Bool(false),
            _ => match number(text) {
                Some(number) => Value::Number(number),
                None => Value::Text(text.into()),
            },
        })
    }
}

fn number(text: &str) -> Option<f64> {
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    let is_number = digits.starts_with(|c: char| c.is_ascii_digit() || c == '.')
        && digits.contains(|c: char| c.is_ascii_digit())
        && digits.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | 'e' | 'E' | '+' | '-'));
    if is_number { text.parse().ok() } else { None }
}

fn count(value: &Value) -> usize {
    match value {
        Value::List(list) => list.iter().map(|it| 1 + count(&it.value)).sum(),
        Value::Object(fields) => fields.iter().map(|(_, it)| 1 + count(&it.value)).sum(),
        _ => 0,
    }
}
