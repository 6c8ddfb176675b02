//! The rules of ClaimReview: for each an object that breaks it and one that keeps it, and that what we write keeps
//! them.

use factcheck::claim_review::{self, breaches};
use factcheck::export::Selection;
use factcheck::lint::Level;
use factcheck::page::{Static, fragment, page};
use serde_json::{Value, json};

use crate::cli::{directory, file, run};
use crate::export_support::{PAGE, rich};
use crate::support::{bundled, valid};

/// A review that breaks no rule on its page.
fn review() -> Value {
    json!({
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "url": "https://example.org/checks",
        "claimReviewed": "The bridge was built in one night.",
        "author": { "@type": "Organization", "name": "The Harbour Desk" },
        "datePublished": "2021-04-05",
        "reviewRating": {
            "@type": "Rating", "alternateName": "Not so", "ratingValue": 2, "worstRating": 1, "bestRating": 5,
            "ratingExplanation": "The books show nine years.",
        },
        "itemReviewed": {
            "@type": "Claim",
            "author": { "@type": "Person", "name": "Ada Miller", "sameAs": ["https://people.example/ada"] },
            "datePublished": "2015-09-19T10:00:00+02:00",
            "appearance": [{ "@type": "CreativeWork", "url": "https://gazette.example/morning" }],
        },
    })
}

/// The rules that a review breaks, with their levels.
fn broken(review: &Value, page: Option<&str>) -> Vec<(&'static str, Level)> {
    breaches(review, page).into_iter().map(|it| (it.rule, it.level)).collect()
}

/// Puts a value into the review, or takes one out, and says which rules that breaks.
fn with(at: &str, value: Option<Value>) -> Vec<(&'static str, Level)> {
    let mut review = review();
    let (parent, name) = at.rsplit_once('/').unwrap();
    let parent = review.pointer_mut(parent).unwrap().as_object_mut().unwrap();
    match value {
        Some(value) => parent.insert(name.into(), value),
        None => parent.remove(name),
    };
    broken(&review, Some(PAGE))
}

#[test]
fn a_review_that_keeps_them() {
    assert_eq!(broken(&review(), Some(PAGE)), []);
    assert_eq!(broken(&review(), None), []);
}

#[test]
fn each_rule_broken_and_kept() {
    use Level::{Error, Note, Warning};
    let long = "a".repeat(75);
    let words = "Mostly true, though it leaves out that the bridge had fallen";
    // Where, what is put there, the rule it breaks.
    type Row = (&'static str, Value, Option<(&'static str, Level)>);
    let table: &[Row] = &[
        ("/@context", json!("https://example.org/vocabulary"), Some(("R1", Error))),
        ("/@context", json!("http://schema.org/"), None),
        ("/@type", json!("Review"), Some(("R1", Error))),
        ("/claimReviewed", json!(""), Some(("R2", Error))),
        ("/claimReviewed", json!(" "), Some(("R2", Error))),
        ("/claimReviewed", json!(long), Some(("R2", Warning))),
        ("/claimReviewed", json!(long[1..]), None),
        ("/claimReviewed", json!("It is NOT SO that it took nine years."), Some(("R3", Warning))),
        ("/claimReviewed", json!("It is not sound."), None),
        ("/url", json!(null), Some(("R4", Error))),
        ("/url", json!("/checks"), Some(("R4", Error))),
        ("/url", json!("https://elsewhere.example/checks"), Some(("R4", Error))),
        ("/url", json!("https://notexample.org/checks"), Some(("R4", Error))),
        ("/url", json!("HTTPS://WWW.example.org/checks/#claim-bridge"), None),
        ("/reviewRating/alternateName", json!(""), Some(("R5", Error))),
        ("/reviewRating/alternateName", json!(words), Some(("R5", Warning))),
        ("/reviewRating/alternateName", json!("Mostly true"), None),
        ("/reviewRating/ratingValue", json!("two"), Some(("R6", Error))),
        ("/reviewRating/bestRating", json!(null), Some(("R6", Error))),
        ("/reviewRating/ratingValue", json!(2.5), Some(("R6", Note))),
        ("/reviewRating/ratingValue", json!("3"), None),
        ("/reviewRating/worstRating", json!(0), Some(("R7", Error))),
        ("/reviewRating/worstRating", json!(2), None),
        ("/reviewRating/worstRating", json!(5), Some(("R8", Error))),
        ("/reviewRating/worstRating", json!(6), Some(("R8", Error))),
        ("/reviewRating/ratingValue", json!(6), Some(("R9", Error))),
        ("/reviewRating/ratingValue", json!(5), None),
        ("/author", json!({ "@type": "Organization" }), Some(("R11", Error))),
        ("/author", json!({ "@type": "Organization", "name": "" }), Some(("R11", Error))),
        ("/author", json!({ "@type": "Thing", "name": "The Harbour Desk" }), Some(("R11", Warning))),
        ("/author", json!({ "@type": "Person", "name": "Ada Miller" }), Some(("R11", Warning))),
        ("/author", json!({ "@type": "NewsMediaOrganization", "url": "https://example.org/" }), None),
        ("/itemReviewed/author", json!({ "@type": "Person" }), Some(("R12", Error))),
        ("/itemReviewed/author", json!({ "@type": "Person", "name": "Bo Baker" }), Some(("R12", Warning))),
        ("/itemReviewed/@type", json!("CreativeWork"), Some(("R14", Warning))),
        ("/datePublished", json!("2021-04"), Some(("R15", Warning))),
        ("/datePublished", json!("5 April 2021"), Some(("R15", Warning))),
        ("/datePublished", json!("2021-04-05 10:00"), Some(("R15", Warning))),
        ("/datePublished", json!("2021-02-30"), Some(("R15", Warning))),
        ("/datePublished", json!("2021-04-05T10:00:00Z"), None),
        ("/itemReviewed/datePublished", json!("2015"), Some(("R15", Warning))),
        ("/itemReviewed/datePublished", json!("2015-09-19"), None),
        ("/reviewRating/ratingExplanation", json!(""), Some(("P2", Warning))),
        ("/reviewRating/ratingExplanation", json!("In short: no."), None),
        ("/url", json!("https://example.org/checks/bridge"), Some(("P3", Warning))),
        ("/url", json!("https://sub.example.org/checks"), Some(("P3", Warning))),
        ("/itemReviewed/appearance", json!("https://example.org/speech"), Some(("P7", Warning))),
        (
            "/itemReviewed/appearance",
            json!([{ "url": "https://blog.example.org/speech" }]),
            Some(("P7", Warning)),
        ),
        ("/itemReviewed/appearance", json!("https://gazette.example/evening"), None),
    ];
    for (at, value, rule) in table {
        let broken = with(at, Some(value.clone()));
        assert_eq!(broken, rule.iter().copied().collect::<Vec<_>>(), "{at}: {value}");
    }
    // (what is taken out, the rule that breaks)
    let missing: &[(&str, Option<(&str, Level)>)] = &[
        ("/claimReviewed", Some(("R2", Error))),
        ("/url", Some(("R4", Error))),
        ("/reviewRating/alternateName", Some(("R5", Error))),
        ("/itemReviewed/appearance", Some(("R13", Warning))),
        ("/itemReviewed/author/sameAs", Some(("R12", Warning))),
        // What is recommended may be missing.
        ("/author", None),
        ("/datePublished", None),
        ("/itemReviewed/author", None),
        ("/reviewRating/ratingValue", None),
    ];
    for (at, rule) in missing {
        assert_eq!(with(at, None), rule.iter().copied().collect::<Vec<_>>(), "without {at}");
    }
    let mut first = review();
    let work = first["itemReviewed"].as_object_mut().unwrap().remove("appearance").unwrap();
    first["itemReviewed"]["firstAppearance"] = work[0].clone();
    assert_eq!(broken(&first, Some(PAGE)), [], "one of both is enough");
}

#[test]
fn short_addresses_and_sites() {
    let of_site = |url: &str, page: &str| {
        let mut review = review();
        review["url"] = json!(url);
        broken(&review, Some(page)).iter().any(|(rule, _)| *rule == "R4")
    };
    assert!(of_site("https://bit.ly/3x", "https://bit.ly/3x"), "search engines do not follow it");
    assert!(of_site("https://www.T.co/x", "https://t.co/x"));
    assert!(!of_site("https://checks.example.org/a", "https://example.org/"), "a subdomain of the page's");
    assert!(of_site("https://example.org/a", "https://blog.example.org/"), "but not the other way round");
    assert!(!of_site("https://www.example.org/a", "https://example.org/a"));
}

/// The rules that the reviews of a dataset break.
fn written(dataset: &Value, page: Option<&str>) -> (Vec<(&'static str, Level)>, usize) {
    let page = page.map(|it| factcheck::WebUrl::parse(it).unwrap());
    let dataset = valid(dataset);
    let written = claim_review::write(&Selection::all(&dataset), page.as_ref());
    (written.breaches.iter().map(|(_, it)| (it.rule, it.level)).collect(), written.reviews.len())
}

#[test]
fn rules_that_the_dataset_breaks() {
    let one = |change: &dyn Fn(&mut Value)| {
        let mut dataset = rich();
        dataset["claims"][0]["verdicts"].as_array_mut().unwrap().truncate(1);
        dataset["claims"][0]["verdicts"][0]["url"] = json!(PAGE);
        change(&mut dataset);
        written(&dataset, Some(PAGE))
    };
    assert_eq!(one(&|_| {}), (vec![], 1));
    let no_methodology = |it: &mut Value| {
        it.as_object_mut().unwrap().remove("methodology");
    };
    assert_eq!(one(&no_methodology).0, [("R10", Level::Error)]);
    let no_number = |it: &mut Value| {
        no_methodology(it);
        it["claims"][0]["verdicts"][0].as_object_mut().unwrap().remove("rating");
    };
    assert_eq!(one(&no_number).0, []);
    let two = |it: &mut Value| {
        let verdict = it["claims"][0]["verdicts"][0].clone();
        it["claims"][1]["verdicts"] = json!([verdict]);
    };
    let (broken, n) = one(&two);
    assert!(n == 2 && broken.contains(&("P1", Level::Warning)), "{broken:?}");
    let elsewhere =
        |it: &mut Value| it["claims"][0]["verdicts"][0]["url"] = json!("https://elsewhere.example/");
    assert_eq!(one(&elsewhere), (vec![], 0), "another's review is not ours to mark up");
}

#[test]
fn scales_run_upwards_from_one() {
    for (rating, expected) in [
        (json!({ "value": 2, "worst": 1, "best": 5 }), [2.0, 1.0, 5.0]),
        (json!({ "value": 5, "worst": 5, "best": 1 }), [1.0, 1.0, 5.0]),
        (json!({ "value": 0, "worst": 0, "best": 10 }), [1.0, 1.0, 11.0]),
        (json!({ "value": -1.5, "worst": 2, "best": -2 }), [4.5, 1.0, 5.0]),
    ] {
        let mut dataset = rich();
        dataset["claims"][0]["verdicts"][0]["rating"] = rating.clone();
        let dataset = valid(&dataset);
        let review = claim_review::write(&Selection::all(&dataset), None).reviews.remove(0);
        let number = |it: &str| review["reviewRating"][it].as_f64().unwrap();
        assert_eq!(["ratingValue", "worstRating", "bestRating"].map(number), expected, "{rating}");
    }
}

#[test]
fn what_search_engines_refuse_is_not_written() {
    let dir = directory("claim_review_refused");
    let mut dataset = rich();
    dataset.as_object_mut().unwrap().remove("methodology");
    let json = file(&dir, "claims.json", dataset.to_string());
    let error = run(&["export", &json, "--to", "claim-review", "--page", PAGE]).fails(1);
    assert!(error.contains("error[R10]: bridge.verdicts[0]: "), "{error}");
    assert!(error.ends_with("nothing was written: search engines refuse reviews with errors\n"), "{error}");
}

#[test]
fn it_ends_no_script() {
    let dir = directory("claim_review_script");
    let mut dataset = rich();
    dataset["claims"][0]["verdicts"][0]["explanation"] = json!("</script><script>alert(1)</script><!--");
    let json = file(&dir, "claims.json", dataset.to_string());
    let ran = run(&["export", &json, "--to", "claim-review", "--page", PAGE]);
    let text = String::from_utf8(ran.out).unwrap();
    assert!(!text.contains('<'), "{text}");
    let root: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(root[0]["reviewRating"]["ratingExplanation"], "</script><script>alert(1)</script><!--");
}

#[test]
fn rendering_never_writes_one() {
    for dataset in [valid(&rich()), bundled()] {
        for claim in [None, dataset.claims.first().map(|it| it.id.as_str())] {
            let how = Static { claim, ..Static::default() };
            for html in [fragment(&dataset, &how).unwrap(), page(&dataset, &how).unwrap()] {
                for word in ["ClaimReview", "ld+json", "schema.org", "itemscope", "itemprop"] {
                    assert!(!html.contains(word), "{word}");
                }
            }
        }
    }
}
