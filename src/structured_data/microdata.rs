//! Microdata (WHATWG HTML, section 5): items as nested objects.

use alloc::collections::BTreeMap;
use alloc::{string::String, vec::Vec};

use scraper::{ElementRef, Html, Selector};
use serde_json::{Map, Value, json};

/// How deep items may nest; `itemref` can lead in circles.
const MAX_DEPTH: usize = 32;

/// How many elements are looked at for one item.
const MAX_ELEMENTS: usize = 100_000;

/// The items that are no property of another.
pub(super) fn items(document: &Html) -> Vec<Value> {
    let Ok(scopes) = Selector::parse("[itemscope]:not([itemprop])") else { return Vec::new() };
    let Ok(ids) = Selector::parse("[id]") else { return Vec::new() };
    let mut by_id = BTreeMap::new();
    for element in document.select(&ids) {
        by_id.entry(element.attr("id").unwrap_or_default()).or_insert(element);
    }
    document.select(&scopes).map(|it| item(it, &by_id, 0)).collect()
}

fn item<'a>(scope: ElementRef<'a>, by_id: &BTreeMap<&'a str, ElementRef<'a>>, depth: usize) -> Value {
    let mut object = Map::new();
    let words = |name: &str| scope.attr(name).unwrap_or_default().split_ascii_whitespace();
    let types: Vec<&str> = words("itemtype").collect();
    let named = types.iter().map(|it| it.rsplit(['/', '#']).next().unwrap_or(it));
    let names: Vec<&str> = named.filter(|it| !it.is_empty()).collect();
    if let Some(first) = types.first() {
        let context = first.rsplit_once(['/', '#']).map_or("", |(context, _)| context);
        let is_schema = context.trim_end_matches('/').ends_with("schema.org");
        object
            .insert("@context".into(), if is_schema { json!("https://schema.org") } else { json!(context) });
        object.insert("@type".into(), if names.len() == 1 { json!(names[0]) } else { json!(names) });
    }
    if let Some(id) = scope.attr("itemid") {
        object.insert("@id".into(), json!(id.trim()));
    }
    if depth >= MAX_DEPTH {
        return Value::Object(object);
    }
    let mut open: Vec<ElementRef<'a>> = words("itemref").filter_map(|id| by_id.get(id).copied()).collect();
    open.reverse();
    open.extend(children(scope).into_iter().rev());
    let mut n_left = MAX_ELEMENTS;
    while let Some(element) = open.pop() {
        n_left -= 1;
        if n_left == 0 {
            break;
        }
        let is_scope = element.attr("itemscope").is_some();
        if let Some(props) = element.attr("itemprop") {
            let value = if is_scope { item(element, by_id, depth + 1) } else { json!(value(element)) };
            for name in props.split_ascii_whitespace() {
                add(&mut object, name, value.clone());
            }
        }
        if !is_scope {
            open.extend(children(element).into_iter().rev());
        }
    }
    Value::Object(object)
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
