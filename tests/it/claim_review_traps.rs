//! The oddities of published reviews, one by one: scales, verdicts, dates.
//! Nothing stops the import, nothing is lost without a word.

use serde_json::{Value, json};

use crate::claim_review_support::check;

#[test]
fn a_plain_review_needs_no_word() {
    check(
        json!({}),
        &[
            ("/statement/text", json!("The bridge is closed.")),
            ("/statement/speaker", json!({ "name": "The mayor" })),
            ("/statement/date", json!("2021-05-01")),
            (
                "/statement/said_in/0/source",
                json!({ "title": "A speech", "url": "https://council.example/speech" }),
            ),
            (
                "/verdicts",
                json!([{ "label": "Half true", "rating": { "value": 2, "worst": 1, "best": 5 }, "by": "The Gazette",
                    "url": "https://gazette.example/check", "date": "2021-05-02" }]),
            ),
        ],
        &[],
    );
}

#[test]
fn scales() {
    let rating = |value: Value, worst: Value, best: Value| json!({ "reviewRating": { "ratingValue": value, "worstRating": worst, "bestRating": best } });
    let becomes = |it: Value| [("/verdicts/0/rating", it), ("/verdicts/0/label", json!("Half true"))];
    check(
        rating(json!(5), json!(5), json!(1)),
        &becomes(json!({ "value": 5, "worst": 5, "best": 1 })),
        &["the scale runs downwards: 1 is the truest (5, worst 5, best 1)"],
    );
    check(
        rating(json!(-1), json!(-1), json!(-1)),
        &becomes(Value::Null),
        &["rating left out: no scale (-1, worst -1, best -1)"],
    );
    check(
        rating(json!(3), json!(3), json!(3)),
        &becomes(Value::Null),
        &["rating left out: no scale (3, worst 3, best 3)"],
    );
    check(
        rating(json!(7), Value::Null, json!(5)),
        &becomes(Value::Null),
        &[
            "`worstRating` is not given: taken for 1",
            "rating left out: not on its scale (7, worst none given, best 5)",
        ],
    );
    check(
        rating(json!(2), Value::Null, Value::Null),
        &becomes(json!({ "value": 2, "worst": 1, "best": 5 })),
        &["`worstRating` is not given: taken for 1", "`bestRating` is not given: taken for 5"],
    );
    check(
        rating(json!("2"), json!("1"), json!("5")),
        &becomes(json!({ "value": 2, "worst": 1, "best": 5 })),
        &[],
    );
    check(
        rating(json!("2,5"), json!(" 0 "), json!("10")),
        &becomes(json!({ "value": 2.5, "worst": 0, "best": 10 })),
        &[],
    );
    check(
        rating(json!("two"), json!(1), json!(5)),
        &becomes(Value::Null),
        &["rating: value `two` is not a number"],
    );
    check(
        rating(Value::Null, json!(1), json!(5)),
        &becomes(Value::Null),
        &["not carried: reviewRating.bestRating, reviewRating.worstRating"],
    );
}

#[test]
fn verdicts_in_words_and_without_any() {
    check(
        json!({ "reviewRating": { "alternateName": null } }),
        &[("/verdicts/0/label", json!("2"))],
        &["a verdict without words: the number stands in for them"],
    );
    check(
        json!({ "reviewRating": "Half true" }),
        &[("/verdicts/0/label", json!("Half true")), ("/verdicts/0/rating", Value::Null)],
        &[],
    );
    check(
        json!({ "reviewRating": null, "reviewBody": "Only lorries are turned away.", "name": "Checked" }),
        &[
            ("/verdicts", Value::Null),
            ("/counter_statements/0/text", json!("Only lorries are turned away.")),
            ("/counter_statements/0/said_in/0/source/title", json!("Checked")),
            ("/counter_statements/0/said_in/0/source/url", json!("https://gazette.example/check")),
        ],
        &["no verdict: `reviewRating` says nothing; `reviewBody` becomes a counter-statement"],
    );
    check(
        json!({ "reviewRating": null }),
        &[("/verdicts", Value::Null), ("/counter_statements", Value::Null)],
        &[
            "no verdict: `reviewRating` says nothing, and there is no `reviewBody`",
            "not carried: author, datePublished, url",
        ],
    );
    check(
        json!({ "reviewRating": { "ratingExplanation": "Lorries only." }, "reviewBody": "At length." }),
        &[("/verdicts/0/explanation", json!("Lorries only."))],
        &["not carried: reviewBody"],
    );
    check(
        json!({ "reviewRating": [{ "alternateName": "First" }, { "alternateName": "Second" }] }),
        &[("/verdicts/0/label", json!("First"))],
        &["not carried: reviewRating (1 of 2 values)"],
    );
}

#[test]
fn dates() {
    let time = |written: &str| format!("the time of `datePublished` is not carried: `{written}`");
    let odd = |written: &str| format!("`datePublished` is not written as ISO 8601 has it: `{written}`");
    for (written, date, told) in [
        ("2021-05-02", "2021-05-02", None),
        ("2021-05", "2021-05", None),
        ("2021", "2021", None),
        ("2021-05-02T00:00:00Z", "2021-05-02", None),
        ("2020-02-03T00:00:00+00:00", "2020-02-03", None),
        ("2020-10-07 20:05", "2020-10-07", Some(time("2020-10-07 20:05"))),
        ("2019-01-23T14:22:00+0100", "2019-01-23", Some(time("2019-01-23T14:22:00+0100"))),
        ("2017-03-01 20:30:17 UTC", "2017-03-01", Some(time("2017-03-01 20:30:17 UTC"))),
        (
            "Wed, 11 Mar 2020 01:05:52 UTC +00:00",
            "2020-03-11",
            Some(odd("Wed, 11 Mar 2020 01:05:52 UTC +00:00")),
        ),
        ("May 2, 2021", "2021-05-02", Some(odd("May 2, 2021"))),
        ("20210502", "2021-05-02", Some(odd("20210502"))),
        ("2.5.2021", "2021-05-02", Some(odd("2.5.2021"))),
    ] {
        let told: Vec<&str> = told.iter().map(String::as_str).collect();
        check(json!({ "datePublished": written }), &[("/verdicts/0/date", json!(date))], &told);
    }
    check(json!({ "datePublished": "" }), &[("/verdicts/0/date", Value::Null)], &["empty: datePublished"]);
    for (written, reason) in [
        ("yesterday", "date of the verdict: `yesterday` is not a date"),
        ("2021-02-30", "date of the verdict: `2021-02-30` is not a date"),
        ("03/04/2021", "date of the verdict: `03/04/2021` is 2021-04-03 or 2021-03-04; say the order"),
    ] {
        check(
            json!({ "datePublished": written }),
            &[("/verdicts/0/date", Value::Null)],
            &[&odd(written), reason],
        );
    }
}
