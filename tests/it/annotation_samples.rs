//! The documents of the Web Annotation test suite: every annotation in them is imported or refused with a reason.

use factcheck::import::{annotations, is_annotations};
use serde_json::Value;

use crate::claim_review_support::taken;
use crate::support::shared_files;

/// The annotations of a document, however deep pages and collections hold them; none within another one.
fn all<'a>(value: &'a Value, found: &mut Vec<&'a Value>) {
    let is_annotation = |it: &Value| it == "Annotation";
    let kind = value.get("type").unwrap_or(&Value::Null);
    if is_annotation(kind) || kind.as_array().is_some_and(|it| it.iter().any(is_annotation)) {
        return found.push(value);
    }
    match value {
        Value::Object(fields) => fields.values().for_each(|it| all(it, found)),
        Value::Array(list) => list.iter().for_each(|it| all(it, found)),
        _ => {}
    }
}

#[test]
fn every_document_is_accounted_for() {
    let files = shared_files("every_document_is_accounted_for", "data/w3c-annotation-samples/correct");
    let (mut n_imported, mut n_refused) = (0, 0);
    for (name, text) in &files {
        let root: Value = serde_json::from_str(text).unwrap();
        assert!(is_annotations(&root), "{name}");
        let mut expected = Vec::new();
        all(&root, &mut expected);
        let (found, notes) = annotations(&root, name);
        assert_eq!(found.len(), expected.len(), "{name}");
        assert!(!found.is_empty() || !notes.is_empty(), "{name}: nothing is said of it");
        for (taken, annotation) in taken(found).iter().zip(expected) {
            let has_quote = annotation["target"].to_string().contains("\"TextQuoteSelector\"");
            assert_eq!(taken.outcome.is_ok(), has_quote, "{name}: {:?}", taken.outcome);
            n_imported += usize::from(taken.outcome.is_ok());
            n_refused += usize::from(taken.outcome.is_err());
        }
    }
    if !files.is_empty() {
        assert_eq!((files.len(), n_imported, n_refused), (45, 4, 82));
    }
}
