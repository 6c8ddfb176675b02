//! Microdata (WHATWG HTML, section 5): items as nested objects.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::{string::String, vec::Vec};

use ego_tree::NodeId;
use scraper::{ElementRef, Html, Selector};
use serde_json::{Map, Value, json};

/// How deep items may nest.
const MAX_DEPTH: usize = 32;

/// How many elements are looked at for all items of a page, for each element that it has. `itemref` can lead from many
/// items to the same ones, so that a short page has no end of them.
const MAX_LOOKS: usize = 16;

/// The items that are no property of another, and whether that is all of them.
pub(super) fn items(document: &Html) -> (Vec<Value>, bool) {
    let (Ok(scopes), Ok(ids)) = (Selector::parse("[itemscope]:not([itemprop])"), Selector::parse("[id]"))
    else {
        return (Vec::new(), true);
    };
    let mut by_id = BTreeMap::new();
    for element in document.select(&ids) {
        by_id.entry(element.attr("id").unwrap_or_default()).or_insert(element);
    }
    let n_elements = document.tree.nodes().filter(|it| it.value().is_element()).count();
    let mut reader = Reader { by_id, within: Vec::new(), n_left: (n_elements + 1) * MAX_LOOKS };
    let items = document.select(&scopes).map(|it| reader.item(it)).collect();
    (items, reader.n_left > 0)
}

struct Reader<'a> {
    by_id: BTreeMap<&'a str, ElementRef<'a>>,
    /// The items around the one that is read.
    within: Vec<NodeId>,
    n_left: usize,
}

impl<'a> Reader<'a> {
    fn item(&mut self, scope: ElementRef<'a>) -> Value {
        let mut object = head(scope);
        // An item within itself has no properties there.
        if self.within.contains(&scope.id()) || self.within.len() >= MAX_DEPTH {
            return Value::Object(object);
        }
        self.within.push(scope.id());
        let references = scope.attr("itemref").unwrap_or_default().split_ascii_whitespace();
        let mut open: Vec<ElementRef<'a>> = references.filter_map(|id| self.by_id.get(id).copied()).collect();
        open.reverse();
        open.extend(children(scope).into_iter().rev());
        let mut seen = BTreeSet::new();
        while let Some(element) = open.pop().filter(|_| self.n_left > 0) {
            self.n_left -= 1;
            if !seen.insert(element.id()) {
                continue;
            }
            let is_scope = element.attr("itemscope").is_some();
            if let Some(props) = element.attr("itemprop") {
                let value = if is_scope { self.item(element) } else { json!(value(element)) };
                for (n, name) in props.split_ascii_whitespace().enumerate() {
                    // A value of many names is there many times.
                    self.n_left = self.n_left.saturating_sub(if n > 0 { size(&value) } else { 0 });
                    if self.n_left > 0 {
                        add(&mut object, name, value.clone());
                    }
                }
            }
            if !is_scope {
                open.extend(children(element).into_iter().rev());
            }
        }
        self.within.pop();
        Value::Object(object)
    }
}

/// How many values there are in a value.
fn size(value: &Value) -> usize {
    match value {
        Value::Array(list) => list.iter().map(size).sum::<usize>() + 1,
        Value::Object(fields) => fields.values().map(size).sum::<usize>() + 1,
        _ => 1,
    }
}

/// What an item is.
fn head(scope: ElementRef<'_>) -> Map<String, Value> {
    let mut object = Map::new();
    let types: Vec<&str> = scope.attr("itemtype").unwrap_or_default().split_ascii_whitespace().collect();
    let named = types.iter().map(|it| it.rsplit(['/', '#']).next().unwrap_or(it));
    let names: Vec<&str> = named.filter(|it| !it.is_empty()).collect();
    if let Some(first) = types.first() {
        let context = first.rsplit_once(['/', '#']).map_or("", |(context, _)| context);
        let is_schema = context.trim_end_matches('/').ends_with("schema.org");
        let context = if is_schema { "https://schema.org" } else { context };
        object.insert("@context".into(), json!(context));
        object.insert("@type".into(), if names.len() == 1 { json!(names[0]) } else { json!(names) });
    }
    if let Some(id) = scope.attr("itemid") {
        object.insert("@id".into(), json!(id.trim()));
    }
    object
}

fn children(element: ElementRef<'_>) -> Vec<ElementRef<'_>> {
    element.child_elements().collect()
}

/// The value of a property, by its element.
fn value(element: ElementRef<'_>) -> String {
    let attribute = match element.value().name() {
        "meta" => Some("content"),
        "audio" | "embed" | "iframe" | "img" | "source" | "track" | "video" => Some("src"),
        "a" | "area" | "link" => Some("href"),
        "object" => Some("data"),
        "data" | "meter" => Some("value"),
        "time" if element.attr("datetime").is_some() => Some("datetime"),
        // Not in the standard, but what people write and search engines read.
        _ if element.attr("content").is_some() => Some("content"),
        _ => None,
    };
    match attribute {
        Some(name) => element.attr(name).unwrap_or_default().trim().into(),
        None => {
            let text: String = element.text().collect();
            text.split_whitespace().collect::<Vec<&str>>().join(" ")
        }
    }
}

/// A property that occurs several times has a list.
fn add(object: &mut Map<String, Value>, name: &str, value: Value) {
    match object.get_mut(name) {
        None => drop(object.insert(name.into(), value)),
        Some(Value::Array(list)) => list.push(value),
        Some(one) => {
            let first = one.take();
            *one = Value::Array(alloc::vec![first, value]);
        }
    }
}
