//! W3C Web Annotations (Web Annotation Data Model, 2017): a quote at an address, and what somebody says to it.

use alloc::{format, string::String, vec::Vec};

use serde_json::{Map, Value};

use super::own_annotation::{own_annotation, own_claim};
use super::{
    Draft, DraftCounter, DraftDate, DraftPerson, DraftQuote, DraftSaying, DraftSource, Found, Prose,
};
use crate::model::{Relation, Wording};

/// Whether a document holds annotations.
pub fn is_annotations(root: &Value) -> bool {
    let is = |it: &Value| {
        ["Annotation", "AnnotationPage", "AnnotationCollection"].iter().any(|name| is_a(it, name))
    };
    is(root) || root.as_array().is_some_and(|it| it.iter().any(is))
}

/// The annotations of a document: one, a list, a page or a collection with its pages. Of those that our own export
/// wrote, all of one claim are one record.
pub fn annotations(root: &Value, place: &str) -> (Vec<Found>, Vec<String>) {
    let mut walk = Walk::default();
    walk.value(root, String::from(place), 0);
    (walk.found, walk.notes)
}

#[derive(Default)]
struct Walk<'a> {
    found: Vec<Found>,
    notes: Vec<String>,
    /// The claims of our own export, and where they are among what was found.
    ours: Vec<(&'a str, usize)>,
}

impl<'a> Walk<'a> {
    fn value(&mut self, value: &'a Value, place: String, depth: usize) {
        let at = |name: &str| if place.is_empty() { name.into() } else { format!("{place}.{name}") };
        match value {
            _ if depth > 8 => self.notes.push(format!("{place}: nested deeper than pages are")),
            Value::Array(list) => {
                for (i, it) in list.iter().enumerate() {
                    self.value(it, format!("{place}[{i}]"), depth + 1);
                }
            }
            Value::Object(object) if is_a(value, "AnnotationPage") || is_a(value, "AnnotationCollection") => {
                for name in ["first", "items"] {
                    match object.get(name) {
                        Some(Value::String(address)) => {
                            self.notes.push(format!("{}: is elsewhere, at {address}", at(name)));
                        }
                        Some(inside) => self.value(inside, at(name), depth + 1),
                        None => {}
                    }
                }
                if let Some(Value::String(address)) = object.get("next") {
                    self.notes.push(format!("{}: there is another page, at {address}", at("next")));
                }
            }
            // In a collection annotations may stand by their address alone.
            Value::String(address) => self.notes.push(format!("{place}: is elsewhere, at {address}")),
            Value::Object(object) => self.annotation(object, place),
            _ => {
                let draft = Err("is not an annotation".into());
                self.found.push(Found { place, draft, warnings: Vec::new() });
            }
        }
    }

    fn annotation(&mut self, object: &'a Map<String, Value>, place: String) {
        let mut warnings = Vec::new();
        let Some((claim, id)) = own_claim(object) else {
            let draft = annotation(object, &mut warnings);
            return self.found.push(Found { place, draft, warnings });
        };
        let known = self.ours.iter().find(|(it, _)| *it == claim).map(|(_, at)| *at);
        let draft = own_annotation(object, id, &mut warnings);
        match known.and_then(|at| self.found.get_mut(at)) {
            Some(Found { draft: Ok(before), warnings: told, .. }) => {
                before.counter_statements.extend(draft.into_iter().flat_map(|it| it.counter_statements));
                told.append(&mut warnings);
            }
            _ => {
                self.ours.push((claim, self.found.len()));
                self.found.push(Found { place, draft, warnings });
            }
        }
    }
}

fn annotation(object: &Map<String, Value>, warnings: &mut Vec<String>) -> Result<Draft, String> {
    let targets = many(object.get("target"));
    if targets.len() > 1 {
        warnings.push(format!("{} targets: only the first with a quote is carried", targets.len()));
    }
    let quoted = targets.iter().find_map(|it| Some((*it, quote(it)?)));
    let Some((target, quote)) = quoted else {
        return Err("no target has a TextQuoteSelector: nothing says which words are meant".into());
    };
    let url = address(target.get("source").unwrap_or(target));
    let mut counter_statements = Vec::new();
    for body in bodies(object) {
        let Some((text, language)) = body_text(body, warnings) else { continue };
        // Who made the body said it; whoever made the annotation may have quoted it.
        let of_body = |name: &str| body.get(name).or_else(|| object.get(name));
        let saying = DraftSaying {
            text,
            language,
            speaker: of_body("creator").and_then(person),
            date: of_body("created").and_then(Value::as_str).map(DraftDate::from),
            said_in: object.get("id").and_then(Value::as_str).map(page).into_iter().collect(),
            ..Default::default()
        };
        counter_statements.push(DraftCounter {
            relation: Relation::AddsContext,
            saying,
            sources: Vec::new(),
        });
    }
    if counter_statements.is_empty() {
        warnings.push("no body with words: the quote stands alone".into());
    }
    let text = quote.exact.clone();
    let said_in = DraftSource { url, quote: Some(quote), ..Default::default() };
    Ok(Draft {
        statement: DraftSaying {
            text,
            wording: Some(Wording::Verbatim),
            said_in: alloc::vec![said_in],
            ..Default::default()
        },
        counter_statements,
        ..Draft::default()
    })
}

fn page(url: &str) -> DraftSource {
    DraftSource { url: Some(url.into()), ..Default::default() }
}

/// The bodies, with those of a choice among them.
fn bodies(object: &Map<String, Value>) -> Vec<&Value> {
    let mut bodies = Vec::new();
    let value = object.get("bodyValue").into_iter();
    for body in many(object.get("body")).into_iter().chain(value) {
        match body.get("items") {
            Some(items) => bodies.extend(many(Some(items))),
            None => bodies.push(body),
        }
    }
    bodies
}

/// The words of a body and their language; of a body elsewhere, its address.
fn body_text(body: &Value, warnings: &mut Vec<String>) -> Option<(String, Option<String>)> {
    let object = match body {
        Value::String(text) if text.starts_with("http") => {
            warnings.push(format!("not carried: the body is elsewhere, at {text}"));
            return None;
        }
        Value::String(text) => return Some((text.clone(), None)),
        Value::Object(object) => object,
        _ => return None,
    };
    let Some(text) = object.get("value").and_then(Value::as_str).filter(|it| !it.trim().is_empty()) else {
        if let Some(address) = address(body) {
            warnings.push(format!("not carried: the body is elsewhere, at {address}"));
        }
        return None;
    };
    let is_html = object.get("format").and_then(Value::as_str).is_some_and(|it| it.contains("html"));
    let language = many(object.get("language")).first().and_then(|it| it.as_str()).map(String::from);
    let text = if is_html { Prose::from_html(text).text } else { text.into() };
    Some((text, language))
}

/// The TextQuoteSelector of a target, also where another selector refines or contains it.
pub(super) fn quote(target: &Value) -> Option<DraftQuote> {
    let mut open: Vec<(&Value, usize)> = many(target.get("selector")).into_iter().map(|it| (it, 0)).collect();
    while let Some((selector, depth)) = open.pop() {
        let text = |name: &str| selector.get(name).and_then(Value::as_str).map(String::from);
        if is_a(selector, "TextQuoteSelector")
            && let Some(exact) = text("exact").filter(|it| !it.trim().is_empty())
        {
            return Some(DraftQuote { exact, prefix: text("prefix"), suffix: text("suffix") });
        }
        if depth < 8 {
            for name in ["refinedBy", "items", "startSelector"] {
                open.extend(many(selector.get(name)).into_iter().map(|it| (it, depth + 1)));
            }
        }
    }
    None
}

pub(super) fn address(value: &Value) -> Option<String> {
    let text = value.as_str().or_else(|| value.get("id")?.as_str()).or_else(|| value.get("@id")?.as_str());
    text.filter(|it| it.starts_with("http")).map(String::from)
}

pub(super) fn person(value: &Value) -> Option<DraftPerson> {
    let value = *many(Some(value)).first()?;
    let of = |name: &str| value.get(name).and_then(Value::as_str);
    let name = value.as_str().or_else(|| of("name")).or_else(|| of("nickname")).or_else(|| of("id"))?;
    Some(DraftPerson { name: name.into(), ..Default::default() })
}

pub(super) fn many(value: Option<&Value>) -> Vec<&Value> {
    match value {
        None | Some(Value::Null) => Vec::new(),
        Some(Value::Array(list)) => list.iter().collect(),
        Some(one) => alloc::vec![one],
    }
}

fn is_a(value: &Value, name: &str) -> bool {
    let types = many(value.get("type").or_else(|| value.get("@type")));
    types.iter().any(|it| it.as_str().is_some_and(|it| it == name || it.ends_with(&format!(":{name}"))))
}
