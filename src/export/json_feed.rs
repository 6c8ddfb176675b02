//! JSON Feed 1.1: changes and verdicts for feed readers.

use alloc::{format, string::String, vec::Vec};

use serde_json::{Map, Value, json};

use super::Selection;
use super::feed::{Entry, Feed};
use crate::url::WebUrl;

pub(super) fn write(selection: &Selection<'_>, page: Option<&WebUrl>, notes: &mut Vec<String>) -> String {
    let dataset = selection.dataset;
    let feed = Feed::new(selection, page, notes);
    let mut root = Map::new();
    let mut put = |name: &str, value: Value| root.insert(name.into(), value);
    put("version", json!("https://jsonfeed.org/version/1.1"));
    put("title", json!(dataset.title.as_str()));
    put("language", json!(dataset.language.as_str()));
    if let Some(page) = feed.page {
        put("home_page_url", json!(page.as_str()));
    }
    if let Some(description) = &dataset.description {
        put("description", json!(description.as_str()));
    }
    if let Some(publisher) = &dataset.publisher {
        let mut author = Map::new();
        author.insert("name".into(), json!(publisher.name.as_str()));
        author.extend(publisher.url.as_ref().map(|it| ("url".into(), json!(it.as_str()))));
        put("authors", json!([author]));
    }
    put("items", feed.entries.iter().map(item).collect());
    format!("{:#}\n", Value::Object(root))
}

fn item(entry: &Entry<'_>) -> Value {
    let mut item = Map::new();
    let mut put = |name: &str, value: Value| item.insert(name.into(), value);
    put("id", json!(entry.id));
    put("title", json!(entry.title));
    put("content_text", json!(entry.text));
    put("date_published", json!(entry.time));
    if let Some(url) = &entry.url {
        put("url", json!(url));
    }
    if let Some(check) = entry.check {
        put("external_url", json!(check.as_str()));
    }
    if let Some(by) = entry.by {
        put("authors", json!([{ "name": by }]));
    }
    let topics = entry.claim.topics.iter().map(|it| it.as_str());
    put("tags", json!(core::iter::once(entry.kind).chain(topics).collect::<Vec<_>>()));
    Value::Object(item)
}
