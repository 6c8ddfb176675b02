//! The shapes in which the same review is published: with a graph, in a feed, by reference, under other names.

use serde_json::{Value, json};

use crate::claim_review_support::{check_review, in_json, plain, record};

/// What the plain review becomes, without its warnings.
fn usual() -> Value {
    record(&in_json(&plain())[0]).unwrap()
}

/// Checks that a document holds the plain review and nothing else, at this place.
#[track_caller]
fn check_same(document: &Value, place: &str) {
    let taken = in_json(document);
    assert_eq!(taken.len(), 1, "{document:#}");
    assert_eq!((taken[0].place.as_str(), record(&taken[0])), (place, Ok(usual())), "{document:#}");
    assert_eq!(taken[0].warnings, [""; 0], "{document:#}");
}

fn without_context() -> Value {
    let mut review = plain();
    review.as_object_mut().unwrap().remove("@context");
    review
}

#[test]
fn around_the_review() {
    let (review, context) = (without_context(), "https://schema.org");
    check_same(&json!({ "@context": context, "@graph": [{ "@type": "WebPage" }, review] }), "@graph[1]");
    check_same(&json!({ "@context": context, "@graph": review }), "@graph");
    check_same(&json!([[plain()]]), "[0][0]");
    check_same(&json!({ "@context": context, "@type": "NewsArticle", "review": [review] }), "review[0]");
    check_same(
        &json!({ "@context": context, "@type": "DataFeed", "dataFeedElement": [
            { "@type": "DataFeedItem", "dateCreated": "2021", "item": [review] }] }),
        "dataFeedElement[0].item[0]",
    );
    check_same(
        &json!({ "@context": context, "@type": "DataFeed", "dataFeedElement": review }),
        "dataFeedElement",
    );
    check_review(&review, &[], &["no `@context`: taken for schema.org"]);
}

#[test]
fn feeds_have_all_their_reviews() {
    let review = |n: usize| {
        let mut review = without_context();
        review["claimReviewed"] = json!(format!("Bridge {n} is closed."));
        review
    };
    let items: Vec<Value> = (0..5)
        .map(|n| json!({ "@type": "DataFeedItem", "item": [review(2 * n), review(2 * n + 1)] }))
        .collect();
    let feed = json!({ "@context": "https://schema.org", "@type": "DataFeed", "dataFeedElement": items });
    let taken = in_json(&feed);
    let texts: Vec<Value> = taken.iter().map(|it| record(it).unwrap()["statement"]["text"].clone()).collect();
    let expected: Vec<Value> = (0..10).map(|n| json!(format!("Bridge {n} is closed."))).collect();
    assert_eq!(texts, expected);
}

#[test]
fn names_and_types() {
    let with_type = |it: Value| {
        let mut review = plain();
        review["@type"] = it;
        review
    };
    for kind in [
        json!(["Review", "ClaimReview"]),
        json!("schema:ClaimReview"),
        json!("http://schema.org/ClaimReview"),
        json!("https://schema.org/ClaimReview"),
        json!("claimreview"),
    ] {
        check_same(&with_type(kind), "");
    }
    // A type by its plain name, as in a context that maps it.
    let mut review = plain();
    let kind = review.as_object_mut().unwrap().remove("@type").unwrap();
    review["type"] = kind;
    check_same(&review, "");
    for kind in [json!("Review"), json!("ClaimReviewer"), json!(null), json!(5)] {
        assert!(in_json(&with_type(kind)).is_empty());
    }
}

/// All names in full and all values in lists, as JSON-LD expands them.
fn expanded(value: &Value) -> Value {
    match value {
        Value::Object(fields) => {
            let field = |(name, it): (&String, &Value)| match name.as_str() {
                "@type" => (name.clone(), json!([format!("http://schema.org/{}", it.as_str().unwrap())])),
                _ => (format!("http://schema.org/{name}"), expanded(it)),
            };
            let fields = fields.iter().filter(|(name, _)| *name != "@context").map(field);
            json!([Value::Object(fields.collect())])
        }
        Value::Array(list) => list.iter().flat_map(|it| expanded(it).as_array().unwrap().clone()).collect(),
        scalar => json!([{ "@value": scalar }]),
    }
}

#[test]
fn the_expanded_form() {
    let taken = in_json(&expanded(&plain()));
    assert_eq!((taken.len(), record(&taken[0])), (1, Ok(usual())));
    assert_eq!(taken[0].warnings, ["no `@context`: taken for schema.org"]);
}

#[test]
fn parts_by_reference() {
    let mut review = without_context();
    let take = |it: &mut Value| std::mem::replace(it, json!({ "@id": "" }));
    let (mut author, mut item) = (take(&mut review["author"]), take(&mut review["itemReviewed"]));
    author["@id"] = json!("#desk");
    item["@id"] = json!("#claim");
    review["author"] = json!({ "@id": "#desk", "@type": "Organization" });
    review["itemReviewed"] = json!({ "@id": "#claim" });
    let context = "https://schema.org";
    check_same(&json!({ "@context": context, "@graph": [review, author, item] }), "@graph[0]");
    check_same(&json!({ "@context": context, "@graph": [author, item, review] }), "@graph[2]");
    // A reference to nothing is an address.
    check_review(
        &json!({ "@context": context, "@graph": [review] }),
        &[("/verdicts/0/by", json!("#desk")), ("/statement/speaker", Value::Null)],
        &["`itemReviewed` is not a Claim but nothing that is named"],
    );
    // A circle has an end.
    let mut circle = plain();
    circle["@id"] = json!("#review");
    circle["about"] = json!({ "@id": "#review" });
    circle["itemReviewed"]["author"]["worksFor"] = json!({ "@id": "#review" });
    check_review(&circle, &[], &["not carried: about, itemReviewed.author.worksFor"]);
}

/// One value where many may be, a text where an object may be, and the other way round.
#[test]
fn one_or_many_and_text_or_object() {
    let mut review = plain();
    for name in ["url", "claimReviewed", "datePublished", "author", "reviewRating", "itemReviewed"] {
        let one = review[name].take();
        review[name] = json!([one]);
    }
    check_same(&review, "");
    let mut review = plain();
    review["author"] = json!("The Gazette");
    review["url"] = json!({ "@id": "https://gazette.example/check" });
    review["claimReviewed"] = json!({ "@type": "Text", "name": "The bridge is closed." });
    review["itemReviewed"]["author"] = json!("The mayor");
    review["itemReviewed"]["appearance"] = review["itemReviewed"]["appearance"][0].take();
    check_same(&review, "");
    let mut review = plain();
    review["author"] = json!({ "@list": [{ "@type": "Organization", "name": { "@value": "The Gazette" } }] });
    check_same(&review, "");
}

/// Many records are told apart, and whatever is no review is not taken for one.
#[test]
fn several_in_one_document() {
    let mut second = plain();
    second["claimReviewed"] = json!("");
    let document = json!([plain(), second, { "@type": "WebSite" }, "text", 5, null, plain()]);
    let taken = in_json(&document);
    let places: Vec<&str> = taken.iter().map(|it| it.place.as_str()).collect();
    assert_eq!(places, ["[0]", "[1]", "[6]"]);
    assert_eq!(taken.iter().filter(|it| it.outcome.is_ok()).count(), 2);
    let id = |n: usize| record(&taken[n]).unwrap()["id"].clone();
    assert_eq!((id(0), id(2)), (json!("the-bridge-is-closed"), json!("the-bridge-is-closed-2")));
    // Whoever comes again is known already.
    let last = taken[2].outcome.as_ref().unwrap();
    assert!(last.people.is_empty() && last.sources.is_empty());
}
