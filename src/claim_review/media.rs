//! MediaReview to drafts: a picture, video or sound, and what was done to it.

use alloc::{string::String, vec, vec::Vec};

use serde_json::{Map, Value};

use super::reading::Reading;
use crate::import::{Draft, DraftSaying, DraftSource, DraftVerdict};
use crate::model::Reason;

/// The words of a MediaReview's category that say why, as far as we have words for it.
const REASONS: &[(&str, Reason)] = &[
    ("decontextualized", Reason::MissingContext),
    ("missingcontext", Reason::MissingContext),
    ("edited", Reason::ManipulatedMedia),
    ("cropped", Reason::ManipulatedMedia),
    ("transformed", Reason::ManipulatedMedia),
    ("manipulated", Reason::ManipulatedMedia),
    ("staged", Reason::ManipulatedMedia),
    ("satire", Reason::Satire),
];

pub(super) fn read<'a>(
    reading: &mut Reading<'a, '_>,
    review: &'a Map<String, Value>,
) -> Result<Draft, String> {
    let item = reading.object(review, "itemReviewed").ok_or("`itemReviewed` is missing")?;
    let text = match reading.object(item, "interpretedAsClaim") {
        Some(claim) => reading.first(claim, &["description", "text", "name"]),
        None => reading.text(item, "interpretedAsClaim"),
    };
    let text = text
        .or_else(|| reading.first(item, &["embeddedTextCaption", "description", "name"]))
        .ok_or("nothing says which claim the media stands for (`interpretedAsClaim`)")?;
    let speaker = reading.author(item, "itemReviewed");
    let mut said_in: Vec<DraftSource> = Vec::new();
    for value in reading.values(item, "mediaItemAppearance") {
        said_in.extend(appearance(reading, value));
    }
    for name in ["contentUrl", "url"] {
        for url in reading.texts(item, name) {
            if !said_in.iter().any(|it| it.url.as_deref() == Some(&url)) {
                said_in.push(DraftSource { url: Some(url), ..DraftSource::default() });
            }
        }
    }
    let statement = DraftSaying {
        text,
        speaker,
        date: reading.date(item, "datePublished"),
        language: reading.text(review, "inLanguage"),
        said_in,
        ..DraftSaying::default()
    };
    let verdicts = verdict(reading, review).into_iter().collect();
    Ok(Draft { statement, verdicts, topics: reading.topics(review), ..Draft::default() })
}

/// Where the media was seen.
fn appearance<'a>(reading: &mut Reading<'a, '_>, value: &'a Value) -> Option<DraftSource> {
    let Some(object) = reading.as_object(value) else {
        let text = reading.text_of(value)?;
        return Some(reading.address_or_title(text, "mediaItemAppearance"));
    };
    let source = DraftSource {
        title: reading.first(object, &["name", "description", "caption"]),
        url: reading.first(object, &["contentUrl", "url", "accessedOnUrl", "embedUrl"]),
        ..DraftSource::default()
    };
    if source.title.is_none() && source.url.is_none() {
        reading.warn("`mediaItemAppearance` has neither description nor address");
        return None;
    }
    let archive = reading.text(object, "archivedAt");
    Some(DraftSource { archive, date: reading.date(object, "datePublished"), ..source })
}

/// What was done to the media. Without a category the context alone says nothing that could be a verdict.
fn verdict<'a>(reading: &mut Reading<'a, '_>, review: &'a Map<String, Value>) -> Option<DraftVerdict> {
    let Some(label) = reading.text(review, "mediaAuthenticityCategory") else {
        reading.warn("no verdict: `mediaAuthenticityCategory` is empty");
        return None;
    };
    // Some write `missing context`, some `MissingContext`.
    let letters = label.chars().filter(char::is_ascii_alphanumeric);
    let folded: String = letters.map(|it| it.to_ascii_lowercase()).collect();
    let mut reasons: Vec<Reason> = vec![];
    for (_, reason) in REASONS.iter().filter(|(word, _)| folded.contains(word)) {
        if !reasons.contains(reason) {
            reasons.push(*reason);
        }
    }
    let mut sources = Vec::new();
    for link in reading.texts(review, "originalMediaLink") {
        sources.push(reading.address_or_title(link, "originalMediaLink"));
    }
    let by = reading.checker(review);
    let (url, date) = (reading.text(review, "url"), reading.date(review, "datePublished"));
    let title = reading.first(review, &["name", "headline"]);
    if title.is_some() {
        let (url, publisher, date) = (url.clone(), by.clone(), date.clone());
        sources.push(DraftSource { title, url, publisher, date, ..DraftSource::default() });
    }
    let explanation = reading.first(review, &["originalMediaContextDescription", "reviewBody"]);
    Some(DraftVerdict { label, reasons, explanation, by, url, date, sources, ..DraftVerdict::default() })
}
