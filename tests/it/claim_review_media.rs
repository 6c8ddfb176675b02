//! MediaReview: a picture, video or sound, what was done to it, and what is missing.

use serde_json::{Value, json};

use crate::claim_review_support::{in_json, record};
use crate::support::merge;

fn plain() -> Value {
    json!({
        "@context": "https://schema.org", "@type": "MediaReview", "url": "https://gazette.example/check",
        "datePublished": "2021-05-02", "author": { "name": "The Gazette" },
        "mediaAuthenticityCategory": "EditedOrCroppedContent",
        "originalMediaContextDescription": "The picture shows another bridge.",
        "originalMediaLink": "https://archive.example/bridge.jpg",
        "itemReviewed": {
            "@type": "MediaReviewItem", "creator": { "name": "A passer-by" },
            "interpretedAsClaim": { "@type": "Claim", "description": "The bridge has fallen." },
            "mediaItemAppearance": [
                { "@type": "ImageObject", "contentUrl": "https://social.example/1", "archivedAt": "https://archive.example/1" },
                { "@type": "ImageObject", "description": "A poster in the market" },
            ],
        },
    })
}

#[track_caller]
fn check(changes: Value, expected: Result<&[(&str, Value)], &str>, told: &[&str]) {
    let mut review = plain();
    merge(&mut review, &changes);
    let taken = in_json(&review);
    assert_eq!(taken.len(), 1);
    match (record(&taken[0]), expected) {
        (Ok(claim), Ok(expected)) => {
            for (pointer, value) in expected {
                assert_eq!(claim.pointer(pointer).unwrap_or(&Value::Null), value, "{pointer}: {claim:#}");
            }
        }
        (claim, expected) => {
            assert_eq!(claim.map(drop), expected.map(drop).map_err(String::from), "{changes}")
        }
    }
    assert_eq!(taken[0].warnings, told, "{changes}");
}

#[test]
fn a_picture_and_what_was_done_to_it() {
    check(
        json!({}),
        Ok(&[
            ("/statement/text", json!("The bridge has fallen.")),
            ("/statement/speaker/name", json!("A passer-by")),
            ("/statement/said_in/0/source/url", json!("https://social.example/1")),
            ("/statement/said_in/0/source/archive/url", json!("https://archive.example/1")),
            ("/statement/said_in/1/source", json!({ "title": "A poster in the market" })),
            ("/verdicts/0/label", json!("EditedOrCroppedContent")),
            ("/verdicts/0/reasons", json!(["manipulated-media"])),
            ("/verdicts/0/explanation", json!("The picture shows another bridge.")),
            ("/verdicts/0/sources/0/source/url", json!("https://archive.example/bridge.jpg")),
        ]),
        &[],
    );
}

#[test]
fn categories_that_have_a_reason() {
    for (category, reasons) in [
        ("DecontextualizedContent", json!(["missing-context"])),
        ("missing context", json!(["missing-context"])),
        ("TransformedContent", json!(["manipulated-media"])),
        ("StagedContent", json!(["manipulated-media"])),
        ("SatireOrParodyContent", json!(["satire"])),
        ("OriginalMediaContent", Value::Null),
        ("manipulated, decontextualized", json!(["missing-context", "manipulated-media"])),
    ] {
        check(json!({ "mediaAuthenticityCategory": category }), Ok(&[("/verdicts/0/reasons", reasons)]), &[]);
    }
}

#[test]
fn what_is_missing() {
    check(
        json!({ "itemReviewed": null }),
        Err("`itemReviewed` is missing"),
        &[
            "not carried: author, datePublished, mediaAuthenticityCategory, originalMediaContextDescription, originalMediaLink, url",
        ],
    );
    check(
        json!({ "itemReviewed": { "interpretedAsClaim": null } }),
        Err("nothing says which claim the media stands for (`interpretedAsClaim`)"),
        &["not carried: author, datePublished, itemReviewed.creator, itemReviewed.mediaItemAppearance, \
           mediaAuthenticityCategory, originalMediaContextDescription, originalMediaLink, url"],
    );
    check(
        json!({ "itemReviewed": { "interpretedAsClaim": null, "embeddedTextCaption": "Fallen!", "description": "D" } }),
        Ok(&[("/statement/text", json!("Fallen!"))]),
        &["not carried: itemReviewed.description"],
    );
    check(
        json!({ "mediaAuthenticityCategory": "" }),
        Ok(&[("/verdicts", Value::Null)]),
        &[
            "no verdict: `mediaAuthenticityCategory` is empty",
            "not carried: author, datePublished, originalMediaContextDescription, originalMediaLink, url",
            "empty: mediaAuthenticityCategory",
        ],
    );
    check(
        json!({ "itemReviewed": { "mediaItemAppearance": [{ "width": 5 }, "https://social.example/2", "a wall"], "url": "https://social.example/2" } }),
        Ok(&[
            ("/statement/said_in/0/source/url", json!("https://social.example/2")),
            ("/statement/said_in/1/source/title", json!("a wall")),
            ("/statement/said_in/2", Value::Null),
        ]),
        &[
            "`mediaItemAppearance` has neither description nor address",
            "`mediaItemAppearance` is no address and becomes the title of a source: `a wall`",
            "not carried: itemReviewed.mediaItemAppearance.width",
        ],
    );
}
