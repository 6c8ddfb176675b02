//! What the tests of imported reviews share: the way through the funnel, and a record in one line.

use factcheck::claim_review::{Graph, reviews};
use factcheck::import::{Found, Funnel, Taken};
use factcheck::model::Language;
use factcheck::structured_data;
use serde_json::{Value, json};

use crate::support::merge;

/// Lets records into a dataset of no language in particular.
pub fn taken(found: Vec<Found>) -> Vec<Taken> {
    let mut funnel = Funnel::new(Language::parse("und").unwrap());
    found.into_iter().map(|it| funnel.take(it)).collect()
}

/// The reviews of a JSON-LD document.
pub fn in_json(root: &Value) -> Vec<Taken> {
    taken(reviews(&Graph::new(root), ""))
}

/// The reviews of a page, with what cannot be read of it.
pub fn in_page(html: &str) -> Vec<Taken> {
    let found = structured_data::find(html).into_iter().flat_map(|item| match item.value {
        Ok(value) => reviews(&Graph::new(&value), &item.place),
        Err(reason) => vec![Found { place: item.place, draft: Err(reason), warnings: vec![] }],
    });
    taken(found.collect())
}

/// What was made of a record: the claim with its people and sources in place of their ids, or the reason why not.
pub fn record(taken: &Taken) -> Result<Value, String> {
    let record = taken.outcome.as_ref().map_err(Clone::clone)?;
    let mut claim = serde_json::to_value(&record.claim).unwrap();
    let tables = record.people.iter().chain(&record.sources);
    let entries: Vec<(String, Value)> =
        tables.map(|(id, it)| (id.clone(), serde_json::to_value(it).unwrap())).collect();
    put_in(&mut claim, &entries);
    Ok(claim)
}

fn put_in(value: &mut Value, entries: &[(String, Value)]) {
    match value {
        Value::Object(fields) => {
            for (name, it) in fields.iter_mut() {
                let entry = entries.iter().find(|(id, _)| Some(id.as_str()) == it.as_str());
                match entry {
                    Some((_, entry)) if name == "speaker" || name == "source" => *it = entry.clone(),
                    _ => put_in(it, entries),
                }
            }
        }
        Value::Array(list) => list.iter_mut().for_each(|it| put_in(it, entries)),
        _ => {}
    }
}

/// A review that has nothing odd.
pub fn plain() -> Value {
    json!({
        "@context": "https://schema.org", "@type": "ClaimReview",
        "url": "https://gazette.example/check", "claimReviewed": "The bridge is closed.",
        "datePublished": "2021-05-02", "author": { "@type": "Organization", "name": "The Gazette" },
        "reviewRating": { "@type": "Rating", "ratingValue": 2, "worstRating": 1, "bestRating": 5, "alternateName": "Half true" },
        "itemReviewed": {
            "@type": "Claim", "datePublished": "2021-05-01", "author": { "@type": "Person", "name": "The mayor" },
            "appearance": [{ "@type": "CreativeWork", "url": "https://council.example/speech", "headline": "A speech" }],
        },
    })
}

/// Checks what becomes of the plain review with changes: values at these places, and what is told.
#[track_caller]
pub fn check(changes: Value, expected: &[(&str, Value)], told: &[&str]) {
    let mut review = plain();
    merge(&mut review, &changes);
    check_review(&review, expected, told);
}

#[track_caller]
pub fn check_review(review: &Value, expected: &[(&str, Value)], told: &[&str]) {
    let taken = in_json(review);
    assert_eq!(taken.len(), 1, "{review:#}");
    let claim = record(&taken[0]).unwrap_or_else(|reason| panic!("{reason}\n{review:#}"));
    for (pointer, value) in expected {
        assert_eq!(claim.pointer(pointer).unwrap_or(&Value::Null), value, "{pointer}: {claim:#}");
    }
    assert_eq!(taken[0].warnings, told, "{review:#}");
}

#[track_caller]
pub fn check_refused(changes: Value, reason: &str) {
    let mut review = plain();
    merge(&mut review, &changes);
    let taken = in_json(&review);
    assert_eq!((taken.len(), record(&taken[0])), (1, Err(reason.into())), "{changes}");
}
