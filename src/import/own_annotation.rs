//! Annotations that our own export wrote: they say more than the model of annotations asks for, and all of one claim
//! belong together.

use alloc::{string::String, vec::Vec};

use serde_json::{Map, Value};

use super::annotation::{address, many, person, quote};
use super::{Draft, DraftCounter, DraftDate, DraftSaying, DraftSource};
use crate::model::{Relation, SourceKind, Wording};

/// What tells the annotations of one claim from those of another, and the id of the claim: both from the id of the
/// annotation, `urn:fact-check:DATASET:CLAIM:NUMBER`. A store that gives ids of its own keeps ours as `canonical`.
pub(super) fn own_claim(object: &Map<String, Value>) -> Option<(&str, &str)> {
    let ids = ["canonical", "id"].into_iter().filter_map(|it| object.get(it)?.as_str());
    ids.filter_map(|urn| {
        let (claim, number) = urn.strip_prefix("urn:fact-check:")?.rsplit_once(':')?;
        let (_, id) = claim.split_once(':')?;
        number.bytes().all(|it| it.is_ascii_digit()).then_some((claim, id))
    })
    .next()
}

/// The record of one annotation: a claim with the one counter-statement that replies to it.
pub(super) fn own_annotation(
    object: &Map<String, Value>,
    id: &str,
    warnings: &mut Vec<String>,
) -> Result<Draft, String> {
    let bodies = many(object.get("body"));
    let of_purpose = |purpose: &str| bodies.iter().find(|it| text(it, "purpose").as_deref() == Some(purpose));
    let targets = many(object.get("target"));
    let described = of_purpose("describing");
    let first = targets.first().ok_or("has no target")?;
    let (words, wording) = match described {
        Some(body) => (text(body, "value"), None),
        None => (quote(first).map(|it| it.exact), Some(Wording::Verbatim)),
    };
    let words = words.ok_or("nothing says which words are meant")?;
    let relation = of_purpose("tagging").and_then(|it| text(it, "value"));
    let mut draft = Draft { id: Some(id.into()), ..Draft::default() };
    draft.statement = DraftSaying {
        language: text(described.unwrap_or(first), "language"),
        wording,
        said_in: targets.iter().map(|it| source(it)).collect(),
        ..saying(words, first)
    };
    if let Some(reply) = of_purpose("replying") {
        let known = Relation::ALL.iter().find(|it| Some(it.as_str()) == relation.as_deref());
        if known.is_none() {
            warnings.push("nothing says what the reply does to the statement: it adds context".into());
        }
        let cited = |name: &str| many(reply.get(name)).into_iter().map(source).collect::<Vec<_>>();
        let saying = saying(text(reply, "value").unwrap_or_default(), reply);
        draft.counter_statements.push(DraftCounter {
            relation: known.copied().unwrap_or(Relation::AddsContext),
            saying: DraftSaying {
                language: text(reply, "language"),
                said_in: cited("dcterms:source"),
                ..saying
            },
            sources: cited("dcterms:references"),
        });
    }
    Ok(draft)
}

fn saying(words: String, object: &Value) -> DraftSaying {
    DraftSaying {
        text: words,
        speaker: object.get("creator").and_then(person),
        date: text(object, "created").as_deref().map(DraftDate::from),
        ..Default::default()
    }
}

fn source(passage: &Value) -> DraftSource {
    let source = passage.get("source").unwrap_or(passage);
    let kind = text(source, "dcterms:type");
    DraftSource {
        title: text(source, "dcterms:title"),
        url: address(source),
        publisher: text(source, "dcterms:publisher"),
        author: source.get("creator").and_then(person).map(|it| it.name),
        date: text(source, "dcterms:issued").as_deref().map(DraftDate::from),
        language: text(source, "language"),
        kind: SourceKind::ALL.iter().copied().find(|it| Some(it.as_str()) == kind.as_deref()),
        archive: passage.get("state").and_then(|it| text(it, "cached")),
        quote: quote(passage),
        by_title: true,
    }
}

fn text(value: &Value, name: &str) -> Option<String> {
    value.get(name).and_then(Value::as_str).map(String::from)
}
