//! Microdata (WHATWG HTML, section 5): items as nested objects.

use alloc::collections::BTreeMap;
use alloc::{string::String, vec::Vec};

use ego_tree::NodeId;
use ego_tree::iter::Edge;
use scraper::{ElementRef, Html, Node, Selector};
use serde_json::{Map, Value, json};
use url::Url;

/// How deep items may nest.
const MAX_DEPTH: usize = 32;

/// How many elements are looked at for all items of a page, for each element that it has. `itemref` can lead from many
/// items to the same ones, so that a short page has no end of them.
const MAX_LOOKS: usize = 16;

/// The items that are no property of another, and whether that is all of them. Addresses that are relative are
/// resolved against that of the page, if it is known.
pub(super) fn items(document: &Html, base: Option<&Url>) -> (Vec<Value>, bool) {
    let (Ok(scopes), Ok(ids)) = (Selector::parse("[itemscope]:not([itemprop])"), Selector::parse("[id]"))
    else {
        return (Vec::new(), true);
    };
    let (mut by_id, mut order) = (BTreeMap::new(), BTreeMap::new());
    for element in document.select(&ids) {
        by_id.entry(element.attr("id").unwrap_or_default()).or_insert(element);
    }
    for (n, node) in document.tree.root().descendants().enumerate() {
        order.insert(node.id(), n);
    }
    let n_left = (order.len() + 1) * MAX_LOOKS;
    let mut reader = Reader { by_id, order, base, n_left, open: Vec::new() };
    let items = document.select(&scopes).map(|it| reader.item(it)).collect();
    (items, reader.n_left > 0)
}

struct Reader<'a, 'b> {
    by_id: BTreeMap<&'a str, ElementRef<'a>>,
    /// Where each node stands in the document.
    order: BTreeMap<NodeId, usize>,
    base: Option<&'b Url>,
    n_left: usize,
    /// The items around the one that is read: none is a property of itself.
    open: Vec<NodeId>,
}

impl<'a> Reader<'a, '_> {
    fn item(&mut self, scope: ElementRef<'a>) -> Value {
        let mut object = head(scope);
        if self.open.len() >= MAX_DEPTH || self.open.contains(&scope.id()) {
            return Value::Object(object);
        }
        self.open.push(scope.id());
        for element in self.properties(scope) {
            let is_scope = element.attr("itemscope").is_some();
            let value = if is_scope { self.item(element) } else { json!(self.value(element)) };
            for (n, name) in words(element, "itemprop").enumerate() {
                // A value of many names is there many times.
                self.n_left = self.n_left.saturating_sub(if n > 0 { size(&value) } else { 0 });
                if self.n_left > 0 {
                    add(&mut object, name, value.clone());
                }
            }
        }
        self.open.pop();
        Value::Object(object)
    }

    /// The elements that are properties of an item, in the order of the document.
    fn properties(&mut self, scope: ElementRef<'a>) -> Vec<ElementRef<'a>> {
        let references = words(scope, "itemref").filter_map(|id| self.by_id.get(id).copied());
        let mut pending: Vec<ElementRef<'a>> = scope.child_elements().chain(references).collect();
        let mut properties = Vec::new();
        while let Some(element) = pending.pop() {
            self.n_left = self.n_left.saturating_sub(1);
            if self.n_left == 0 {
                break;
            }
            if element.attr("itemprop").is_some() {
                properties.push(element);
            }
            if element.attr("itemscope").is_none() {
                pending.extend(element.child_elements());
            }
        }
        properties.sort_by_key(|it| self.order.get(&it.id()).copied());
        properties.dedup_by_key(|it| it.id());
        properties
    }

    /// The value of a property, by its element.
    fn value(&self, element: ElementRef<'_>) -> String {
        let address = |name: &str| {
            let written = element.attr(name).unwrap_or_default().trim();
            let resolved = self.base.filter(|_| !written.is_empty()).and_then(|it| it.join(written).ok());
            resolved.map_or_else(|| written.into(), String::from)
        };
        let plain = |name: &str| element.attr(name).unwrap_or_default().trim().into();
        match element.value().name() {
            "meta" => plain("content"),
            "audio" | "embed" | "iframe" | "img" | "source" | "track" | "video" => address("src"),
            "a" | "area" | "link" => address("href"),
            "object" => address("data"),
            "data" | "meter" => plain("value"),
            "time" if element.attr("datetime").is_some() => plain("datetime"),
            // Not in the standard, but what people write and search engines read.
            _ if element.attr("content").is_some() => plain("content"),
            _ => text(element),
        }
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

/// What an item says of itself.
fn head(scope: ElementRef<'_>) -> Map<String, Value> {
    let mut object = Map::new();
    let types: Vec<&str> = words(scope, "itemtype").collect();
    let named = types.iter().map(|it| it.rsplit(['/', '#']).next().unwrap_or(it));
    let names: Vec<&str> = named.filter(|it| !it.is_empty()).collect();
    if let Some(first) = types.first() {
        let context = first.rsplit_once(['/', '#']).map_or("", |(context, _)| context);
        let is_schema = context.trim_end_matches('/').ends_with("schema.org");
        let context = if is_schema { "https://schema.org" } else { context };
        object.insert("@context".into(), json!(context));
        object.insert("@type".into(), if let [name] = names.as_slice() { json!(name) } else { json!(names) });
    }
    if let Some(id) = scope.attr("itemid") {
        object.insert("@id".into(), json!(id.trim()));
    }
    object
}

fn words<'a>(element: ElementRef<'a>, name: &str) -> impl Iterator<Item = &'a str> {
    element.attr(name).unwrap_or_default().split_ascii_whitespace()
}

/// The text in an element that is meant for readers, with single blanks.
fn text(element: ElementRef<'_>) -> String {
    let is_unseen = |node: &Node| {
        let names = ["script", "style", "template", "noscript"];
        node.as_element().is_some_and(|it| names.contains(&it.name()))
    };
    let (mut text, mut n_unseen) = (String::new(), 0_usize);
    for edge in element.traverse() {
        match edge {
            Edge::Open(node) if is_unseen(node.value()) => n_unseen += 1,
            Edge::Close(node) if is_unseen(node.value()) => n_unseen -= 1,
            Edge::Open(node) if n_unseen == 0 => text.push_str(node.value().as_text().map_or("", |it| it)),
            _ => {}
        }
    }
    text.split_whitespace().collect::<Vec<&str>>().join(" ")
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
