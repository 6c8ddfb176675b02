//! YAML 1.2 (core schema) to plain data, with places.
//!
//! Anchors and aliases work; what aliases stand for is counted, so that a few lines cannot become millions. Tags
//! other than `!!str` are refused: a record has no other types.

use alloc::{collections::BTreeMap, format, string::String, vec::Vec};
use core::ops::Range;

use granit_parser::{ErrorKind, Event, Parser, ScalarStyle, ScanError, Span, Tag};

use super::SyntaxError;
use super::scalar::plain_scalar;
use crate::record::{MAX_DEPTH, MAX_VALUES, Node, Value, repeated};
use crate::text::excerpt;

/// The namespace of the core schema's tags.
const CORE: &str = "tag:yaml.org,2002:";

/// How many values aliases may stand for, all in all.
const MAX_ALIASED: usize = 100_000;

pub(super) fn parse(text: &str) -> Result<Node, SyntaxError> {
    let mut reader = Reader { text, ..Reader::default() };
    for event in Parser::new_from_str(text) {
        match event {
            Ok((event, span)) => reader.take(event, range(span, text))?,
            Err(error) => return Err(not_yaml(&error, text)),
        }
    }
    Ok(reader.root.unwrap_or(Node::plain(Value::Null)))
}

fn not_yaml(error: &ScanError, text: &str) -> SyntaxError {
    use ErrorKind as Kind;
    let at = error.marker().byte_offset().unwrap_or(text.len()).min(text.len());
    let help = match error.kind() {
        Kind::TabNotAllowed | Kind::TabInBlockIndentation | Kind::TabInIndentation => "indent with spaces",
        Kind::MappingValueNotAllowed => "quote text that contains `: `, and begin fields in the same column",
        Kind::UnclosedQuotedScalar => "close it; within single quotes, one is written as two",
        Kind::UnknownAnchor => "quote text that begins with `*`",
        Kind::UnexpectedCharacter { .. } => "quote text that begins with a sign",
        _ => "begin the fields of an object in the same column, and quote text that contains `: ` or ` #`",
    };
    wrong(at..at, format!("not YAML: {}", error.info()), help)
}

fn wrong(span: Range<usize>, message: impl Into<String>, help: &str) -> SyntaxError {
    SyntaxError { message: message.into(), help: Some(help.into()), span }
}

fn range(span: Span, text: &str) -> Range<usize> {
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

#[derive(Default)]
struct Reader<'a> {
    text: &'a str,
    open: Vec<Open>,
    anchors: BTreeMap<usize, Node>,
    n_values: usize,
    n_aliased: usize,
    root: Option<Node>,
}

impl Reader<'_> {
    fn take(&mut self, event: Event<'_>, span: Range<usize>) -> Result<(), SyntaxError> {
        match event {
            Event::Scalar(text, style, anchor, tag) => {
                let value = scalar(&text, style, tag.as_deref())
                    .map_err(|tag| wrong(span.clone(), format!("the tag `{}`", excerpt(&tag)), NO_TAGS))?;
                self.put(value, span, anchor)
            }
            Event::SequenceStart(_, anchor, tag) => {
                self.begin(Value::List(Vec::new()), span, anchor, tag.as_deref(), "seq")
            }
            Event::MappingStart(_, anchor, tag) => {
                self.begin(Value::Object(Vec::new()), span, anchor, tag.as_deref(), "map")
            }
            Event::SequenceEnd | Event::MappingEnd => self.end(span),
            Event::Alias(id) => self.alias(id, span),
            Event::DocumentStart(..) if self.root.is_some() => {
                Err(wrong(span, "a second document", "there is one dataset in a file"))
            }
            _ => Ok(()),
        }
    }

    fn begin(
        &mut self,
        value: Value,
        span: Range<usize>,
        anchor: usize,
        tag: Option<&Tag>,
        core: &str,
    ) -> Result<(), SyntaxError> {
        if let Some(tag) = tag.filter(|it| it.suffix_in_namespace(CORE).as_deref() != Some(core)) {
            return Err(wrong(span, format!("the tag `{}`", excerpt(&name(tag))), NO_TAGS));
        }
        if self.open.len() >= MAX_DEPTH {
            return Err(wrong(span, format!("nested deeper than {MAX_DEPTH} levels"), "a dataset needs 9"));
        }
        self.open.push(Open { at: span.start, anchor, value, key: None });
        Ok(())
    }

    fn end(&mut self, span: Range<usize>) -> Result<(), SyntaxError> {
        let Some(Open { at, anchor, value, .. }) = self.open.pop() else { return Ok(()) };
        if let Value::Object(fields) = &value
            && let Some(twice) = repeated(fields)
        {
            let (name, node) = &fields[twice];
            let at = node.at as usize;
            let message = format!("`{}` occurs twice", excerpt(name));
            return Err(wrong(at..at + name.len(), message, "names are unique in an object"));
        }
        // A block has no end of its own: it ends where its last line does.
        let block_end = self.text.get(..span.start).unwrap_or(self.text).trim_end().len();
        let end = if span.is_empty() { block_end } else { span.end };
        self.put(value, at..end.max(at), anchor)
    }

    fn alias(&mut self, id: usize, span: Range<usize>) -> Result<(), SyntaxError> {
        let Some(node) = self.anchors.get(&id) else {
            return Err(wrong(span, "an alias of what contains it", "write the value itself"));
        };
        let n_values = count(&node.value);
        self.n_aliased += n_values;
        self.n_values += n_values - 1;
        if self.n_aliased > MAX_ALIASED {
            let message = format!("aliases for more than {MAX_ALIASED} values");
            return Err(wrong(span, message, "write the values themselves"));
        }
        let value = node.value.clone();
        self.put(value, span, 0)
    }

    /// Puts a finished value where it belongs.
    fn put(&mut self, value: Value, span: Range<usize>, anchor: usize) -> Result<(), SyntaxError> {
        self.n_values += 1;
        if self.n_values > MAX_VALUES {
            return Err(wrong(span, "more than ten million values", "split it into several datasets"));
        }
        let node = Node { at: span.start as u32, end: span.end as u32, value };
        if anchor > 0 {
            self.n_aliased += count(&node.value);
            self.anchors.insert(anchor, node.clone());
        }
        let Some(open) = self.open.last_mut() else {
            self.root = Some(node);
            return Ok(());
        };
        match (&mut open.value, open.key.take()) {
            (Value::List(list), _) => list.push(node),
            (Value::Object(fields), Some((name, at))) => fields.push((name, Node { at: at as u32, ..node })),
            _ => open.key = Some((text_of_name(self.text, node, &span)?, span.start)),
        }
        Ok(())
    }
}

/// A name is a scalar; its own text counts, so that `2018:` and `yes:` are names like others.
fn text_of_name(text: &str, node: Node, span: &Range<usize>) -> Result<String, SyntaxError> {
    match node.value {
        Value::Text(name) => Ok(name),
        Value::List(_) | Value::Object(_) => {
            Err(wrong(span.clone(), "a list or object as a name", "a name is text"))
        }
        _ => Ok(text.get(span.clone()).unwrap_or_default().into()),
    }
}

const NO_TAGS: &str = "take it away: a record has no types of its own";

/// A scalar; of one with a tag that is not `!!str` the tag.
fn scalar(text: &str, style: ScalarStyle, tag: Option<&Tag>) -> Result<Value, String> {
    match tag {
        Some(tag) if tag.suffix_in_namespace(CORE).as_deref() == Some("str") => Ok(Value::Text(text.into())),
        Some(tag) => Err(name(tag)),
        None if style == ScalarStyle::Plain => Ok(plain_scalar(text)),
        None => Ok(Value::Text(text.into())),
    }
}

/// A tag as it is written.
fn name(tag: &Tag) -> String {
    format!("{}{}", tag.original_handle(), tag.suffix())
}

/// How many values there are in a value, itself included.
fn count(value: &Value) -> usize {
    1 + match value {
        Value::List(list) => list.iter().map(|it| count(&it.value)).sum(),
        Value::Object(fields) => fields.iter().map(|(_, it)| count(&it.value)).sum(),
        _ => 0,
    }
}
