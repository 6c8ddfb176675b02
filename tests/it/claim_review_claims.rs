//! The oddities of published reviews, one by one: the claim, who made it and where.
//! Nothing stops the import, nothing is lost without a word.

use serde_json::{Value, json};

use crate::claim_review_support::{check, check_refused};

#[test]
fn the_claim() {
    for empty in [json!(""), json!("  \n"), Value::Null, json!([]), json!({})] {
        check_refused(json!({ "claimReviewed": empty }), "`claimReviewed` is empty");
    }
    check(
        json!({ "claimReviewed": "", "itemReviewed": { "text": "It is closed." } }),
        &[("/statement/text", json!("It is closed."))],
        &["`claimReviewed` is empty: the text of the claim itself stands in for it", "empty: claimReviewed"],
    );
    check(
        json!({ "claimReviewed": "Bridge closed", "itemReviewed": { "text": "“The bridge is closed.”" } }),
        &[
            ("/statement/text", json!("“The bridge is closed.”")),
            ("/statement/summary", json!("Bridge closed")),
        ],
        &[],
    );
    let long = "The bridge over the river, which was built by the grandfather of the mayor, is closed.";
    check(
        json!({ "claimReviewed": long, "itemReviewed": { "text": "Closed." } }),
        &[("/statement/text", json!(long)), ("/statement/summary", Value::Null)],
        &["not carried: itemReviewed.text"],
    );
    check(
        json!({ "claimReviewed": ["One.", "Two."] }),
        &[("/statement/text", json!("One."))],
        &["not carried: claimReviewed (1 of 2 values)"],
    );
    check(
        json!({ "claimReviewed": { "@value": "Il est fermé." }, "inLanguage": "fr" }),
        &[("/statement/text", json!("Il est fermé.")), ("/statement/language", json!("fr"))],
        &[],
    );
}

#[test]
fn what_was_reviewed() {
    check(
        json!({ "itemReviewed": { "@type": "CreativeWork", "appearance": null, "url": "https://council.example/post", "name": "A post" } }),
        &[(
            "/statement/said_in/0/source",
            json!({ "title": "A post", "url": "https://council.example/post" }),
        )],
        &["`itemReviewed` is not a Claim but CreativeWork"],
    );
    check(
        json!({ "itemReviewed": { "@type": "Clip", "appearance": null, "startOffset": "350", "name": "A speech",
            "isPartOf": { "@type": "VideoObject", "url": "https://video.example/1", "transcript": "…" } } }),
        &[
            ("/statement/said_in/0/source/url", json!("https://video.example/1")),
            ("/statement/said_in/0/source/title", json!("A speech")),
        ],
        &[
            "`itemReviewed` is not a Claim but Clip",
            "not carried: itemReviewed.isPartOf.transcript, itemReviewed.startOffset",
        ],
    );
    check(
        json!({ "itemReviewed": null }),
        &[("/statement", json!({ "text": "The bridge is closed." }))],
        &["no `itemReviewed`: nothing says who made the statement, and when"],
    );
    check(
        json!({ "itemReviewed": { "@type": null } }),
        &[("/statement/speaker/name", json!("The mayor"))],
        &["`itemReviewed` is not a Claim but nothing that is named"],
    );
    let source = |n: usize| format!("/statement/said_in/{n}/source");
    check(
        json!({ "itemReviewed": { "appearance": ["a leaflet", "https://council.example/leaflet", "www.council.example"] } }),
        &[
            (&source(0), json!({ "title": "a leaflet" })),
            (
                &source(1),
                json!({ "title": "council.example/leaflet", "url": "https://council.example/leaflet" }),
            ),
            (&source(2), json!({ "title": "www.council.example" })),
        ],
        &[
            "`appearance` is no address and becomes the title of a source: `a leaflet`",
            "`appearance` is no address and becomes the title of a source: `www.council.example`",
        ],
    );
    check(
        json!({ "itemReviewed": { "appearance": { "@type": "CreativeWork", "url": "https://a.example/", "image": "https://a.example/i" },
            "firstAppearance": "https://b.example/" } }),
        &[
            ("/statement/said_in/0/source/url", json!("https://b.example/")),
            ("/statement/said_in/1/source/url", json!("https://a.example/")),
        ],
        &["not carried: itemReviewed.appearance.image"],
    );
    check(
        json!({ "itemReviewed": { "appearance": [{ "@type": "CreativeWork", "datePublished": "2020" }] } }),
        &[("/statement/said_in", Value::Null)],
        &["`appearance` has neither name nor address", "not carried: itemReviewed.appearance.datePublished"],
    );
}

#[test]
fn people() {
    let author = |it: Value| json!({ "itemReviewed": { "author": it } });
    let speaker = |it: Value| [("/statement/speaker", it)];
    check(
        author(json!({ "sameAs": "https://people.example/m" })),
        &speaker(json!({ "name": "The mayor", "same_as": ["https://people.example/m"] })),
        &[],
    );
    check(
        author(
            json!({ "sameAs": ["https://people.example/m", "", "https://people.example/m", "m.example"] }),
        ),
        &speaker(json!({ "name": "The mayor", "same_as": ["https://people.example/m"] })),
        &["page of the speaker: `m.example` is not a web address"],
    );
    check(
        author(json!({ "sameAs": [] })),
        &speaker(json!({ "name": "The mayor" })),
        &["empty: itemReviewed.author.sameAs"],
    );
    check(
        author(json!({ "@type": "Person", "name": "The town council" })),
        &speaker(json!({ "name": "The town council" })),
        &[],
    );
    check(
        author(json!({ "@type": "Organization", "name": "Several pages" })),
        &speaker(json!({ "name": "Several pages" })),
        &[],
    );
    check(
        author(json!({ "jobTitle": "Mayor", "image": "https://i.example/" })),
        &speaker(json!({ "name": "The mayor", "role": "Mayor" })),
        &["not carried: itemReviewed.author.image"],
    );
    check(author(json!("The mayor himself")), &speaker(json!({ "name": "The mayor himself" })), &[]);
    check(
        author(json!({ "name": null, "url": "https://people.example/m" })),
        &speaker(Value::Null),
        &["`itemReviewed.author` has no name", "not carried: itemReviewed.author.url"],
    );
    check(
        author(json!([{ "name": "One" }, { "name": "Two" }])),
        &speaker(json!({ "name": "One" })),
        &["not carried: itemReviewed.author (1 of 2 values)"],
    );
    check(
        json!({ "author": { "name": null, "url": "https://gazette.example/" } }),
        &[("/verdicts/0/by", json!("https://gazette.example/"))],
        &[],
    );
    check(
        json!({ "author": [{ "name": "One" }, { "name": "Two" }], "publisher": { "name": "Three" } }),
        &[("/verdicts/0/by", json!("One"))],
        &["not carried: author (1 of 2 values), publisher"],
    );
    check(
        json!({ "author": null }),
        &[("/verdicts/0/by", Value::Null)],
        &["nobody stands for the review: `author` has neither name nor address"],
    );
}

#[test]
fn what_is_known_and_not_carried_is_named() {
    check(
        json!({ "image": "https://i.example/", "description": "D", "text": "T", "isAccessibleForFree": true, "headline": "H", "name": "N",
            "itemReviewed": { "description": "D", "text": "The bridge is closed." }, "reviewRating": { "image": "I", "author": { "name": "A" } } }),
        &[("/verdicts/0/sources/0/source/title", json!("N"))],
        &["not carried: description, headline, image, isAccessibleForFree, itemReviewed.description, \
           reviewRating.author, reviewRating.image, text"],
    );
}
