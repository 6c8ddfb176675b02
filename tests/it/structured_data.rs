//! Structured data in pages: the cases of the JSON-LD test suite for HTML, and pages of another extractor with what
//! it finds in them.

use std::collections::{BTreeMap, BTreeSet};

use factcheck::structured_data::{Item, find};
use serde_json::Value;

use crate::support::{shared, shared_files};

const SUITE: &str = "data/structured-data-jsonld-html/";
const PAGES: &str = "data/structured-data-extruct/";

/// The cases of the suite that we do not pass as they are meant, and why.
const OTHERWISE: &[(&str, &str)] = &[
    ("011", "blocks are not chosen by their ids: all of a page are read, so none is missed"),
    ("014", "a block that some system wrapped into a comment is read: what it says is clear"),
    ("015", "the same, where the end of the comment is missing"),
];

/// The JSON of the blocks, and how many cannot be read.
fn blocks(html: &str) -> (Vec<Value>, usize) {
    let items = find(html).into_iter().filter(|it| it.place.starts_with("JSON-LD"));
    let (good, bad): (Vec<Item>, Vec<Item>) = items.partition(|it| it.value.is_ok());
    (good.into_iter().filter_map(|it| it.value.ok()).collect(), bad.len())
}

/// The texts of a document that are no names, types or addresses: what is left of it in every form of JSON-LD.
/// Contexts are not applied, so no more can be compared.
fn literals(value: &Value, into: &mut BTreeSet<String>) {
    match value {
        Value::Object(fields) => {
            let names = ["@context", "@id", "@type"];
            let fields = fields.iter().filter(|(name, _)| !names.contains(&name.as_str()));
            fields.for_each(|(_, it)| literals(it, into));
        }
        Value::Array(list) => list.iter().for_each(|it| literals(it, into)),
        Value::String(text) => _ = into.insert(text.clone()),
        _ => {}
    }
}

fn literals_of<'a>(values: impl IntoIterator<Item = &'a Value>) -> BTreeSet<String> {
    let mut all = BTreeSet::new();
    values.into_iter().for_each(|it| literals(it, &mut all));
    all
}

/// The literals of N-Quads.
fn literals_of_quads(quads: &str) -> BTreeSet<String> {
    let mut all = BTreeSet::new();
    for line in quads.lines() {
        if let (Some(start), Some(end)) = (line.find('"'), line.rfind('"')) {
            let text: String = serde_json::from_str(&line[start..=end]).unwrap();
            all.insert(text);
        }
    }
    all
}

#[test]
fn the_cases_of_the_suite() {
    let test = "the_cases_of_the_suite";
    let Some(manifest) = shared(test, &format!("{SUITE}html-manifest.jsonld")) else { return };
    let manifest: Value = serde_json::from_str(&manifest).unwrap();
    let cases = manifest["sequence"].as_array().unwrap();
    let mut otherwise = BTreeSet::new();
    for case in cases {
        let id = case["@id"].as_str().unwrap();
        let (path, fragment) = match case["input"].as_str().unwrap().split_once('#') {
            Some((path, fragment)) => (path, Some(fragment)),
            None => (case["input"].as_str().unwrap(), None),
        };
        let html = shared(test, &format!("{SUITE}{path}")).unwrap();
        let (all, n_bad) = blocks(&html);
        if let Some((number, _)) = OTHERWISE.iter().find(|(number, _)| id.ends_with(number)) {
            otherwise.insert(*number);
            assert!(!all.is_empty() && n_bad == 0, "{id}: read all the same");
            continue;
        }
        let Some(expected) = case["expect"].as_str() else {
            let is_missing = case["expectErrorCode"] == "loading document failed";
            assert_eq!((all.len(), n_bad > 0), (0, !is_missing), "{id}: {}", case["purpose"]);
            continue;
        };
        assert_eq!(n_bad, 0, "{id}");
        let chosen: Vec<&Value> = match fragment {
            // All blocks of a page are read; the one that is meant is among them.
            Some(fragment) => {
                let at = html.find(&format!("id=\"{fragment}\"")).unwrap();
                let n_before = html[..at].matches("<script").count() - 1;
                vec![&all[n_before]]
            }
            None if case["option"]["extractAllScripts"] == true => all.iter().collect(),
            None => all.iter().take(1).collect(),
        };
        let expected_text = shared(test, &format!("{SUITE}{expected}")).unwrap();
        let expected = match expected.ends_with(".nq") {
            true => literals_of_quads(&expected_text),
            false => literals_of([&serde_json::from_str(&expected_text).unwrap()]),
        };
        assert_eq!(literals_of(chosen), expected, "{id}: {}", case["name"]);
    }
    assert_eq!(otherwise.len(), OTHERWISE.len(), "every reason is of use");
    assert!(cases.len() >= 50, "{} cases", cases.len());
}

/// An item as properties with lists of values, in one form for both: types by their last part, blanks as one.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Data {
    Text(String),
    Item(Vec<String>, BTreeMap<String, Vec<Data>>),
}

fn many(value: &Value) -> Vec<&Value> {
    value.as_array().map_or_else(|| vec![value], |it| it.iter().collect())
}

fn text(value: &Value) -> Data {
    let text = value.as_str().map_or_else(|| value.to_string(), String::from);
    Data::Text(text.split_whitespace().collect::<Vec<_>>().join(" "))
}

fn type_names(value: Option<&Value>) -> Vec<String> {
    let types = value.into_iter().flat_map(many).filter_map(Value::as_str);
    types.map(|it| it.rsplit(['/', '#']).next().unwrap().to_string()).collect()
}

fn ours(value: &Value) -> Data {
    let Some(fields) = value.as_object() else { return text(value) };
    let properties = fields.iter().filter(|(name, _)| !name.starts_with('@'));
    let properties = properties.map(|(name, it)| (name.clone(), many(it).into_iter().map(ours).collect()));
    Data::Item(type_names(fields.get("@type")), properties.collect())
}

fn theirs(value: &Value) -> Data {
    let Some(fields) = value.as_object() else { return text(value) };
    let properties = fields.get("properties").and_then(Value::as_object).into_iter().flatten();
    let properties = properties.map(|(name, it)| (name.clone(), many(it).into_iter().map(theirs).collect()));
    Data::Item(type_names(fields.get("type")), properties.collect())
}

/// Where we find something else in a page than the other extractor, and why.
const DIFFERENT: &[(&str, &str)] = &[
    ("schema.org/SearchAction.001.html", "an input has no value in the standard; theirs describes the field"),
    (
        "schema.org/product-ref.html",
        "an item that is referred to keeps its properties to itself, in the standard",
    ),
    ("w3c/microdata.5.3.html", "values stand in the order of the document, in the standard"),
    ("w3c/microdata.7.1.html", "the page does not say its address; theirs was told"),
    ("w3c/microdata.object.html", "the same"),
];

#[test]
fn microdata_as_another_extractor_finds_it() {
    let test = "microdata_as_another_extractor_finds_it";
    let mut n_pages = 0;
    for folder in ["schema.org", "w3c"] {
        let files: BTreeMap<String, String> =
            shared_files(test, &format!("{PAGES}{folder}")).into_iter().collect();
        for (name, html) in files.iter().filter(|(name, _)| name.ends_with(".html")) {
            let expected: Value = serde_json::from_str(&files[&name.replace(".html", ".json")]).unwrap();
            let items = find(html).into_iter().filter(|it| it.place.starts_with("microdata"));
            let items: Vec<Data> = items.map(|it| ours(&it.value.unwrap())).collect();
            let expected: Vec<Data> = many(&expected).into_iter().map(theirs).collect();
            let page = format!("{folder}/{name}");
            let is_different = DIFFERENT.iter().any(|(it, _)| *it == page);
            assert_eq!(items.len(), expected.len(), "{page}");
            assert_eq!(items != expected, is_different, "{page}: {items:#?}\n{expected:#?}");
            n_pages += 1;
        }
    }
    assert!(n_pages == 0 || n_pages == 21, "{n_pages} pages");
}

#[test]
fn json_ld_as_another_extractor_finds_it() {
    let test = "json_ld_as_another_extractor_finds_it";
    for name in ["schema.org/CreativeWork.001", "misc/null_ld_mock"] {
        let Some(html) = shared(test, &format!("{PAGES}{name}.html")) else { return };
        let expected = shared(test, &format!("{PAGES}{name}.jsonld")).unwrap();
        let expected: Vec<Value> = serde_json::from_str(&expected).unwrap();
        let (mut all, n_bad) = blocks(&html);
        // Empty blocks are blocks.
        all.retain(|it| !it.is_null());
        assert_eq!((all, n_bad), (expected, 0), "{name}");
    }
}

/// RDFa is not read: search engines take reviews as JSON-LD and microdata.
#[test]
fn rdfa_is_no_structured_data_of_ours() {
    for (name, html) in shared_files("rdfa_is_no_structured_data_of_ours", &format!("{PAGES}w3crdfa")) {
        assert!(!name.ends_with(".html") || find(&html).is_empty(), "{name}");
    }
}
