//! Reviews as they were published, file by file: what is in each, what is made of it, what is told. The texts are
//! not ours and stand in the files alone: what was imported is held against the JSON itself.

use factcheck::import::Taken;
use serde_json::Value;

use crate::claim_review_support::{in_json, in_page, record};
use crate::support::shared;

const FOLDER: &str = "data/claimreview-real/";

/// The files, what each has, and what is told of its records, in their order.
const FILES: &[(&str, &[&[&str]])] = &[
    (
        "jsonld/afp-graph-2021.json",
        &[&[
            "`itemReviewed` is not a Claim but CreativeWork",
            "the time of `datePublished` is not carried: `2021-01-05 05:00`",
            "not carried: author.logo, author.sameAs, author.url",
        ]],
    ),
    (
        "jsonld/mensio-cr_1.json",
        &[&[
            "no `@context`: taken for schema.org",
            "`itemReviewed` is not a Claim but CreativeWork",
            "the time of `datePublished` is not carried: `2020-10-07 20:05`",
            "not carried: author.logo, author.sameAs, author.url",
            "the scale runs downwards: 1 is the truest (5, worst 5, best 1)",
        ]],
    ),
    (
        "jsonld/mensio-cr_2.json",
        &[&[
            "no `@context`: taken for schema.org",
            "`itemReviewed` is not a Claim but CreativeWork",
            "the time of `datePublished` is not carried: `2019-02-21 23:12`",
            "not carried: author.logo, author.sameAs, author.url",
            "empty: itemReviewed.author.sameAs, itemReviewed.datePublished, itemReviewed.name, itemReviewed.url",
        ]],
    ),
    (
        "jsonld/mensio-cr_3.json",
        &[&[
            "`itemReviewed` is not a Claim but CreativeWork",
            "the time of `datePublished` is not carried: `2017-03-01 20:30:17 UTC`",
            "not carried: itemReviewed.author.image, reviewRating.image",
            "empty: itemReviewed.author.sameAs",
            "rating left out: no scale (-1, worst -1, best -1)",
        ]],
    ),
    (
        "jsonld/mensio-cr_4.json",
        &[&[
            "the time of `datePublished` is not carried: `2020-03-10T12:31:20+01:00`",
            "not carried: author.url, retrieved_by",
        ]],
    ),
    ("jsonld/schemaorg-claimreview-1.json", &[PERRY]),
    ("jsonld/schemaorg-claimreview-2.json", &[CLIP]),
    ("jsonld/schemaorg-mediareview-1.json", &[&["not carried: author.url"]]),
    (
        "jsonld/mediavault-mediareview-politifact-2020.json",
        &[&[
            "not carried: author.url",
            "empty: itemReviewed.mediaItemAppearance.description, originalMediaContextDescription",
        ]],
    ),
    ("html/schemaorg-eg-0324-microdata.html", &[PERRY_MICRODATA]),
    ("schemaorg-examples/issue-2450-MediaReview-examples.txt", &[&["not carried: author.url"]]),
    ("schemaorg-examples/sdo-ClaimReview-issue-1061-examples.txt", &[PERRY, CLIP, PERRY_MICRODATA]),
];

const PERRY: &[&str] = &[
    "`itemReviewed` is not a Claim but CreativeWork",
    "`worstRating` is not given: taken for 1",
    "not carried: author.image, author.sameAs, itemReviewed.author.image, reviewRating.image",
];

const PERRY_MICRODATA: &[&str] = &[
    "`itemReviewed` is not a Claim but CreativeWork",
    "`worstRating` is not given: taken for 1",
    "not carried: author.image, author.sameAs, author.url, itemReviewed.author.image, reviewRating.image",
];

const CLIP: &[&str] = &[
    "`itemReviewed` is not a Claim but Clip",
    "no verdict: `reviewRating` says nothing; `reviewBody` becomes a counter-statement",
    "not carried: author.sameAs, itemReviewed.author.image, itemReviewed.endOffset, \
     itemReviewed.isPartOf.transcript, itemReviewed.startOffset",
];

fn imported(path: &str, text: &str) -> Vec<Taken> {
    match serde_json::from_str(text) {
        Ok(root) => in_json(&root),
        Err(_) => {
            assert!(!path.ends_with(".json"), "{path}");
            in_page(text)
        }
    }
}

#[test]
fn every_file_is_imported_and_told_of() {
    for (path, expected) in FILES {
        let Some(text) = shared("every_file_is_imported_and_told_of", &format!("{FOLDER}{path}")) else {
            return;
        };
        let records = imported(path, &text);
        let told: Vec<&[String]> = records.iter().map(|it| it.warnings.as_slice()).collect();
        assert_eq!(told, *expected, "{path}");
        for taken in &records {
            record(taken).unwrap_or_else(|reason| panic!("{path}: {reason}"));
        }
    }
}

/// The review of a file that has one, as it stands there.
fn review(root: &Value) -> &Value {
    if root.get("@type").is_some() { root } else { &root["@graph"][0] }
}

/// A text without blanks around it; empty is none.
fn text(value: &Value) -> Option<&str> {
    value.as_str().map(str::trim).filter(|it| !it.is_empty())
}

/// The day of a date and time.
fn day(value: &Value) -> Option<&str> {
    Some(&text(value)?[..10])
}

fn number(value: &Value) -> Option<f64> {
    value.as_f64().or_else(|| value.as_str()?.parse().ok())
}

#[test]
fn what_was_imported_is_what_stands_there() {
    let mut n_verdicts = 0;
    for (path, _) in FILES.iter().filter(|(path, _)| path.ends_with(".json") && !path.contains("media")) {
        let Some(json) = shared("what_was_imported_is_what_stands_there", &format!("{FOLDER}{path}")) else {
            return;
        };
        let root: Value = serde_json::from_str(&json).unwrap();
        let (review, records) = (review(&root), in_json(&root));
        let claim = record(&records[0]).unwrap();
        let item = &review["itemReviewed"];
        let statement = &claim["statement"];
        assert_eq!(text(&statement["text"]), text(&review["claimReviewed"]), "{path}");
        assert_eq!(text(&statement["speaker"]["name"]), text(&item["author"]["name"]), "{path}");
        assert_eq!(text(&statement["speaker"]["role"]), text(&item["author"]["jobTitle"]), "{path}");
        assert_eq!(text(&statement["date"]), day(&item["datePublished"]), "{path}");
        if let Some(url) =
            text(&item["url"]).or(text(&item["appearance"][0]["url"])).or(text(&item["isPartOf"]["url"]))
        {
            assert_eq!(text(&statement["said_in"][0]["source"]["url"]), Some(url), "{path}");
        }
        let Some(rating) = review.get("reviewRating") else {
            assert_eq!(text(&claim["counter_statements"][0]["text"]), text(&review["reviewBody"]), "{path}");
            continue;
        };
        n_verdicts += 1;
        let verdict = &claim["verdicts"][0];
        assert_eq!(text(&verdict["label"]), text(&rating["alternateName"]), "{path}");
        assert_eq!(text(&verdict["url"]), text(&review["url"]), "{path}");
        assert_eq!(text(&verdict["date"]), day(&review["datePublished"]), "{path}");
        assert_eq!(
            text(&verdict["by"]),
            text(&review["author"]["name"]).or(text(&review["author"]["url"])),
            "{path}"
        );
        let [worst, best] = ["worstRating", "bestRating"].map(|it| number(&rating[it]));
        let scale = if worst == best {
            [None; 3]
        } else {
            [number(&rating["ratingValue"]), worst.or(Some(1.0)), best.or(Some(5.0))]
        };
        let [value, worst, best] = ["value", "worst", "best"].map(|it| number(&verdict["rating"][it]));
        assert_eq!([value, worst, best], scale, "{path}");
    }
    assert_eq!(n_verdicts, 6);
}

#[test]
fn media_reviews_are_what_stands_there() {
    for path in ["jsonld/schemaorg-mediareview-1.json", "jsonld/mediavault-mediareview-politifact-2020.json"]
    {
        let Some(json) = shared("media_reviews_are_what_stands_there", &format!("{FOLDER}{path}")) else {
            return;
        };
        let review: Value = serde_json::from_str(&json).unwrap();
        let claim = record(&in_json(&review)[0]).unwrap();
        let item = &review["itemReviewed"];
        let statement = &claim["statement"];
        assert_eq!(text(&statement["text"]), text(&item["interpretedAsClaim"]["description"]), "{path}");
        assert_eq!(text(&statement["speaker"]["name"]), text(&item["creator"]["name"]), "{path}");
        let appearances = item["mediaItemAppearance"].as_array().unwrap();
        let places = statement["said_in"].as_array().unwrap();
        assert_eq!(places.len(), appearances.len(), "{path}");
        for (place, media) in places.iter().zip(appearances) {
            assert_eq!(text(&place["source"]["url"]), text(&media["contentUrl"]), "{path}");
            assert_eq!(text(&place["source"]["archive"]["url"]), text(&media["archivedAt"]), "{path}");
        }
        let verdict = &claim["verdicts"][0];
        assert_eq!(text(&verdict["label"]), text(&review["mediaAuthenticityCategory"]), "{path}");
        assert_eq!(text(&verdict["explanation"]), text(&review["originalMediaContextDescription"]), "{path}");
        assert!(!verdict["reasons"].as_array().unwrap().is_empty(), "{path}");
    }
}
