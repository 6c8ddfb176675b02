//! Answers of Google's Fact Check Tools API, `claims:search` (v1alpha1), one page or several.

use alloc::{format, string::String, vec::Vec};

use serde_json::{Map, Value};

use super::{Draft, DraftDate, DraftPerson, DraftSaying, DraftSource, DraftVerdict, Found};

/// Whether a document looks like an answer of the API: claims with `claimReview` or an empty answer with a token.
pub fn is_answer(root: &Value) -> bool {
    let has_reviews = |it: &Value| it.get("claimReview").is_some_and(Value::is_array);
    pages(root).any(|page| {
        let claims = page.get("claims").and_then(Value::as_array);
        claims.is_some_and(|it| it.iter().any(has_reviews)) || page.get("nextPageToken").is_some()
    }) || root.as_array().is_some_and(|list| list.iter().any(has_reviews))
}

/// The claims of an answer, and a word on pages that are still to be fetched.
pub fn claims(root: &Value, place: &str) -> (Vec<Found>, Vec<String>) {
    let (mut found, mut notes) = (Vec::new(), Vec::new());
    let before = if place.is_empty() { String::new() } else { format!("{place}: ") };
    if let Some(list) = root.as_array().filter(|it| it.iter().all(|it| it.get("claims").is_none())) {
        // A list of claims without the answer around it.
        found.extend(list.iter().enumerate().map(|(i, it)| claim(it, format!("{before}[{i}]"))));
        return (found, notes);
    }
    for (n, page) in pages(root).enumerate() {
        let before = if root.is_array() { format!("{before}[{n}].") } else { before.clone() };
        let claims = page.get("claims").and_then(Value::as_array);
        for (i, it) in claims.into_iter().flatten().enumerate() {
            found.push(claim(it, format!("{before}claims[{i}]")));
        }
        if let Some(token) = page.get("nextPageToken").and_then(Value::as_str).filter(|it| !it.is_empty()) {
            notes.push(format!(
                "{before}nextPageToken: there are more claims; fetch them with pageToken={token}"
            ));
        }
    }
    (found, notes)
}

fn pages(root: &Value) -> impl Iterator<Item = &Map<String, Value>> {
    let list = root.as_array().map(Vec::as_slice).unwrap_or_default();
    root.as_object().into_iter().chain(list.iter().filter_map(Value::as_object))
}

fn text(object: &Map<String, Value>, name: &str) -> Option<String> {
    let text = object.get(name)?.as_str()?.trim();
    (!text.is_empty()).then(|| text.into())
}

fn claim(value: &Value, place: String) -> Found {
    let mut warnings = Vec::new();
    let Some(object) = value.as_object() else {
        return Found { place, draft: Err("is not an object".into()), warnings };
    };
    let reviews: Vec<&Map<String, Value>> = object
        .get("claimReview")
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
        .filter_map(Value::as_object)
        .collect();
    let draft = match text(object, "text") {
        Some(words) => {
            let language = reviews.iter().find_map(|it| text(it, "languageCode"));
            if reviews.is_empty() {
                warnings.push("no `claimReview`: nobody checked it".into());
            }
            Ok(Draft {
                statement: DraftSaying {
                    text: words,
                    speaker: text(object, "claimant").map(|name| DraftPerson { name, ..Default::default() }),
                    date: text(object, "claimDate").map(|it| DraftDate::from(it.as_str())),
                    language,
                    ..Default::default()
                },
                verdicts: reviews.into_iter().map(verdict).collect(),
                ..Draft::default()
            })
        }
        None => Err("`text` is empty".into()),
    };
    Found { place, draft, warnings }
}

fn verdict(review: &Map<String, Value>) -> DraftVerdict {
    // Wrappers of the API put the publisher's name and site directly into the review.
    let publisher = review.get("publisher").and_then(Value::as_object).unwrap_or(review);
    let by =
        text(publisher, "name").or_else(|| text(publisher, "site")).or_else(|| text(review, "publisher"));
    let url = text(review, "url");
    let date = text(review, "reviewDate").map(|it| DraftDate::from(it.as_str()));
    let page = text(review, "title").map(|title| DraftSource {
        title: Some(title),
        url: url.clone(),
        publisher: by.clone(),
        date: date.clone(),
        language: text(review, "languageCode"),
        ..Default::default()
    });
    let label = text(review, "textualRating").unwrap_or_default();
    DraftVerdict { label, by, url, date, sources: page.into_iter().collect(), ..Default::default() }
}
