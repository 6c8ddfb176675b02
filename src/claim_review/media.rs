//! MediaReview to drafts: a picture, video or sound, and what was done to it.

use alloc::{string::String, vec::Vec};

use serde_json::{Map, Value};

use super::read::Reading;
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
    reading.not_carried(
        "",
        review,
        "url author publisher datePublished mediaAuthenticityCategory \
         originalMediaContextDescription originalMediaLink itemReviewed name headline \
         inLanguage",
    );
    let graph = reading.graph;
    let items = graph.objects(review, "itemReviewed");
    let item = items.first().copied().ok_or("`itemReviewed` is missing")?;
    reading.not_carried(
        "itemReviewed.",
        item,
        "creator author interpretedAsClaim mediaItemAppearance contentUrl url datePublished \
         description name embeddedTextCaption",
    );
    let claims = graph.objects(item, "interpretedAsClaim");
    let of_claim = |name: &str| claims.first().and_then(|it| graph.text(it, name));
    let of_item = |name: &str| graph.text(item, name);
    let text = of_claim("description")
        .or_else(|| of_claim("text"))
        .or_else(|| of_claim("name"))
        .or_else(|| of_item("embeddedTextCaption"))
        .or_else(|| of_item("description"))
        .or_else(|| of_item("name"))
        .ok_or("nothing says which claim the media stands for (`interpretedAsClaim`)")?;
    let mut creators = graph.all(item, "creator");
    creators.extend(graph.all(item, "author"));
    let speaker = creators.first().and_then(|it| reading.person(it));
    let mut said_in: Vec<DraftSource> = Vec::new();
    for media in graph.objects(item, "mediaItemAppearance") {
        let first = |names: &[&str]| names.iter().find_map(|it| graph.text(media, it));
        let title = first(&["name", "description", "caption"]);
        let url = first(&["contentUrl", "url", "accessedOnUrl"]);
        if title.is_some() || url.is_some() {
            said_in.push(DraftSource {
                title,
                url,
                archive: first(&["archivedAt"]),
                ..DraftSource::default()
            });
        }
    }
    let links = ["contentUrl", "url"].into_iter().filter_map(of_item);
    said_in.extend(links.map(|url| DraftSource { url: Some(url), ..DraftSource::default() }));
    let label = graph.text(review, "mediaAuthenticityCategory").unwrap_or_default();
    if label.is_empty() {
        reading.warn("no verdict: `mediaAuthenticityCategory` is empty");
    }
    let folded: String = label.to_ascii_lowercase();
    let mut reasons: Vec<Reason> =
        REASONS.iter().filter(|(word, _)| folded.contains(word)).map(|(_, reason)| *reason).collect();
    reasons.dedup();
    let original = graph.texts(review, "originalMediaLink");
    let verdict = DraftVerdict {
        label,
        reasons,
        explanation: graph.text(review, "originalMediaContextDescription"),
        by: reading.checker(review),
        url: graph.text(review, "url"),
        date: reading.date(review, "datePublished"),
        sources: original.into_iter().map(|it| reading.address_or_title(it)).collect(),
        ..DraftVerdict::default()
    };
    let has_verdict = !verdict.label.is_empty() || verdict.explanation.is_some();
    Ok(Draft {
        statement: DraftSaying {
            text,
            speaker,
            date: reading.date(item, "datePublished"),
            language: graph.text(review, "inLanguage"),
            said_in,
            ..DraftSaying::default()
        },
        verdicts: if has_verdict { alloc::vec![verdict] } else { Vec::new() },
        ..Draft::default()
    })
}
