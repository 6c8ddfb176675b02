//! Answers of Google's Fact Check Tools API, `claims:search` (v1alpha1), one page or several.

use alloc::{format, string::String, vec::Vec};

use serde_json::{Map, Value};

use super::dates::time_of;
use super::{Draft, DraftDate, DraftPerson, DraftSaying, DraftSource, DraftVerdict, Found};
use crate::text::excerpt;

/// Whether a document looks like an answer of the API: claims with `claimReview` or an empty answer with a token.
pub fn is_answer(root: &Value) -> bool {
    let has_reviews = |it: &Value| it.get("claimReview").is_some_and(Value::is_array);
    pages(root).any(|page| {
        let claims = page.get("claims").and_then(Value::as_array);
        claims.is_some_and(|it| it.iter().any(has_reviews)) || page.get("nextPageToken").is_some()
    }) || root.as_array().is_some_and(|list| list.iter().any(has_reviews))
}

/// The claims of an answer, of several, or of a list without the answer around it; and a word on what is said of the
/// whole: pages that are still to be fetched.
pub fn claims(root: &Value, place: &str) -> (Vec<Found>, Vec<String>) {
    let mut reading = Answers { before: place.into(), found: Vec::new(), notes: Vec::new() };
    match root {
        Value::Array(list) => {
            let each = list.iter().enumerate();
            each.for_each(|(i, it)| reading.page_or_claim(it, &format!("[{i}]")));
        }
        one => reading.page_or_claim(one, ""),
    }
    (reading.found, reading.notes)
}

/// Answers that are being read.
struct Answers {
    before: String,
    found: Vec<Found>,
    notes: Vec<String>,
}

impl Answers {
    fn at(&self, place: &str) -> String {
        match (self.before.as_str(), place) {
            ("", place) => place.into(),
            (before, "") => before.into(),
            (before, place) => format!("{before}: {place}"),
        }
    }

    fn page_or_claim(&mut self, value: &Value, place: &str) {
        let page =
            value.as_object().filter(|it| it.contains_key("claims") || it.contains_key("nextPageToken"));
        let Some(page) = page else { return self.found.push(claim(value, self.at(place))) };
        let dot = if place.is_empty() { "" } else { "." };
        for (i, it) in page.get("claims").and_then(Value::as_array).into_iter().flatten().enumerate() {
            self.found.push(claim(it, self.at(&format!("{place}{dot}claims[{i}]"))));
        }
        if let Some(token) = text(page, "nextPageToken") {
            let place = self.at(&format!("{place}{dot}nextPageToken"));
            self.notes.push(format!("{place}: there are more claims; fetch them with pageToken={token}"));
        }
    }
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
    let Some(object) = value.as_object() else {
        return Found { place, draft: Err("is not an object".into()), warnings: Vec::new() };
    };
    let reviews: Vec<&Value> = match object.get("claimReview") {
        Some(Value::Array(list)) => list.iter().collect(),
        Some(one @ Value::Object(_)) => alloc::vec![one],
        _ => Vec::new(),
    };
    let mut rest = Rest::default();
    rest.look_through("", object, &["text", "claimant", "claimDate", "claimReview"]);
    if reviews.is_empty() {
        rest.warnings.push("no `claimReview`: nobody checked it".into());
    }
    let draft = text(object, "text").ok_or("`text` is empty").map(|words| Draft {
        statement: DraftSaying {
            text: words,
            speaker: text(object, "claimant").map(|name| DraftPerson { name, ..Default::default() }),
            date: rest.date(object, "claimDate"),
            language: reviews.iter().find_map(|it| text(it.as_object()?, "languageCode")),
            ..Default::default()
        },
        verdicts: reviews.iter().enumerate().filter_map(|(i, it)| verdict(it, i, &mut rest)).collect(),
        ..Draft::default()
    });
    Found { place, draft: draft.map_err(String::from), warnings: rest.finish() }
}

fn verdict(review: &Value, i: usize, rest: &mut Rest) -> Option<DraftVerdict> {
    let place = format!("claimReview[{i}]");
    let Some(review) = review.as_object() else {
        rest.not_carried.push(place);
        return None;
    };
    // Wrappers of the API put the publisher's name and site directly into the review.
    let publisher = review.get("publisher").and_then(Value::as_object).unwrap_or(review);
    let name = text(publisher, "name").or_else(|| text(review, "publisher"));
    let (url, site) = (text(review, "url"), text(publisher, "site"));
    let known = ["publisher", "name", "site", "url", "title", "reviewDate", "textualRating", "languageCode"];
    rest.look_through(&format!("{place}."), review, &known);
    if !core::ptr::eq(publisher, review) {
        rest.look_through(&format!("{place}.publisher."), publisher, &["name", "site"]);
    }
    let is_told = |site: &String| name.is_none() || url.as_ref().is_some_and(|it| it.contains(site.as_str()));
    if let Some(site) = site.as_ref().filter(|it| !is_told(it)) {
        rest.not_carried.push(format!("{place}.site ({})", excerpt(site)));
    }
    let (by, date) = (name.or(site), rest.date(review, "reviewDate"));
    let page = text(review, "title").map(|title| DraftSource {
        title: Some(title),
        url: url.clone(),
        publisher: by.clone(),
        date: date.clone(),
        language: text(review, "languageCode"),
        ..Default::default()
    });
    let label = text(review, "textualRating").unwrap_or_default();
    Some(DraftVerdict { label, by, url, date, sources: page.into_iter().collect(), ..Default::default() })
}

/// What is left of a claim.
#[derive(Default)]
struct Rest {
    warnings: Vec<String>,
    not_carried: Vec<String>,
}

impl Rest {
    fn date(&mut self, object: &Map<String, Value>, name: &str) -> Option<DraftDate> {
        let written = text(object, name)?;
        if time_of(&written).is_some() {
            self.warnings.push(format!("the time of `{name}` is not carried: `{}`", excerpt(&written)));
        }
        Some(DraftDate::from(written.as_str()))
    }

    fn look_through(&mut self, place: &str, object: &Map<String, Value>, known: &[&str]) {
        let says = |it: &Value| !it.is_null() && it.as_str() != Some("");
        // A number or truth value is nothing that we read under any name.
        let is_known = |name: &str, it: &Value| known.contains(&name) && !it.is_number() && !it.is_boolean();
        let rest = object.iter().filter(|(name, it)| !is_known(name, it) && says(it));
        self.not_carried.extend(rest.map(|(name, _)| format!("{place}{name}")));
    }

    fn finish(mut self) -> Vec<String> {
        if !self.not_carried.is_empty() {
            self.warnings.push(format!("not carried: {}", self.not_carried.join(", ")));
        }
        self.warnings
    }
}
