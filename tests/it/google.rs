//! Answers of `claims:search`: a genuine one, and all the forms in which they are kept.

use factcheck::import::{google_claims, is_google_answer};
use serde_json::{Value, json};

use crate::claim_review_support::{record, taken};
use crate::cli::{directory, file, run_in};
use crate::support::shared;

fn claim() -> Value {
    json!({
        "text": "The bridge is closed.", "claimant": "The mayor", "claimDate": "2021-05-01T00:00:00Z",
        "claimReview": [{
            "publisher": { "name": "The Gazette", "site": "gazette.example" }, "url": "https://gazette.example/check",
            "title": "Is it closed?", "reviewDate": "2021-05-02T00:00:00Z", "textualRating": "Half true", "languageCode": "en",
        }],
    })
}

/// Checks the claims of a document, by place, with what is told of each, and the notes.
#[track_caller]
fn check(document: &Value, expected: &[(&str, Result<&str, &str>, &[&str])], notes: &[&str]) {
    assert!(is_google_answer(document), "{document}");
    let (found, told) = google_claims(document, "");
    assert_eq!(told, notes, "{document}");
    let taken = taken(found);
    let places: Vec<&str> = taken.iter().map(|it| it.place.as_str()).collect();
    assert_eq!(places, expected.iter().map(|it| it.0).collect::<Vec<_>>(), "{document}");
    for (taken, (_, outcome, warnings)) in taken.iter().zip(expected) {
        let label =
            record(taken).map(|it| it["verdicts"][0]["label"].as_str().unwrap_or_default().to_string());
        assert_eq!(label.as_ref().map(String::as_str).map_err(String::as_str), *outcome, "{document}");
        assert_eq!(taken.warnings, *warnings, "{document}");
    }
}

#[test]
fn the_forms_of_an_answer() {
    let good = |place| (place, Ok("Half true"), &[][..]);
    check(&json!({ "claims": [claim(), claim()] }), &[good("claims[0]"), good("claims[1]")], &[]);
    check(&json!([claim(), claim()]), &[good("[0]"), good("[1]")], &[]);
    check(
        &json!({ "claims": [claim()], "nextPageToken": "CAo" }),
        &[good("claims[0]")],
        &["nextPageToken: there are more claims; fetch them with pageToken=CAo"],
    );
    check(
        &json!([{ "claims": [claim()], "nextPageToken": "CAo" }, { "claims": [claim()] }, claim(), 5]),
        &[good("[0].claims[0]"), good("[1].claims[0]"), good("[2]"), ("[3]", Err("is not an object"), &[])],
        &["[0].nextPageToken: there are more claims; fetch them with pageToken=CAo"],
    );
    check(
        &json!({ "nextPageToken": "x" }),
        &[],
        &["nextPageToken: there are more claims; fetch them with pageToken=x"],
    );
    for other in
        [json!({}), json!([]), json!({ "claims": 5 }), json!({ "claims": [{ "text": "X" }] }), json!("text")]
    {
        assert!(!is_google_answer(&other), "{other}");
    }
}

#[test]
fn all_of_a_claim() {
    let (found, _) = google_claims(&json!({ "claims": [claim()] }), "");
    let taken = taken(found);
    assert_eq!(
        record(&taken[0]).unwrap(),
        json!({
            "id": "the-bridge-is-closed",
            "statement": { "text": "The bridge is closed.", "speaker": { "name": "The mayor" }, "date": "2021-05-01", "language": "en" },
            "verdicts": [{
                "label": "Half true", "by": "The Gazette", "url": "https://gazette.example/check", "date": "2021-05-02",
                "sources": [{ "source": { "title": "Is it closed?", "publisher": "The Gazette", "language": "en",
                    "url": "https://gazette.example/check", "date": "2021-05-02" } }],
            }],
        })
    );
}

/// Wrappers of the API put the publisher into the review itself.
#[test]
fn a_flattened_publisher() {
    for publisher in [
        json!({ "name": "The Gazette", "site": "gazette.example" }),
        json!({ "publisher": "The Gazette", "site": "gazette.example" }),
        json!({ "publisher": { "name": "The Gazette" } }),
    ] {
        let mut claim = claim();
        let review = claim["claimReview"][0].as_object_mut().unwrap();
        review.remove("publisher");
        review.extend(publisher.as_object().unwrap().clone());
        let (found, _) = google_claims(&json!([claim]), "");
        let taken = taken(found);
        assert_eq!(record(&taken[0]).unwrap()["verdicts"][0]["by"], "The Gazette", "{publisher}");
        assert_eq!(taken[0].warnings, [""; 0], "{publisher}");
    }
    let mut alone = claim();
    alone["claimReview"][0]["publisher"] = json!({ "site": "gazette.example" });
    let (found, _) = google_claims(&json!([alone]), "");
    assert_eq!(record(&taken(found)[0]).unwrap()["verdicts"][0]["by"], "gazette.example");
}

#[test]
fn what_is_odd_is_told() {
    let with = |change: &dyn Fn(&mut Value)| {
        let mut claim = claim();
        change(&mut claim);
        json!({ "claims": [claim], "nextPageToken": "" })
    };
    let at = |outcome, warnings| [("claims[0]", outcome, warnings)];
    check(&with(&|it| it["text"] = json!(" ")), &at(Err("`text` is empty"), &[][..]), &[]);
    check(
        &with(&|it| {
            it["claimDate"] = json!("2021-05-01T15:45:00Z");
            it["claimReview"][0]["publisher"]["site"] = json!("elsewhere.example");
            it["claimReview"][0]["publisher"]["logo"] = json!("x");
            it["claimReview"][0]["stars"] = json!(3);
            it["claimReview"][0]["title"] = json!(5);
            it["kind"] = json!("claim");
        }),
        &at(
            Ok("Half true"),
            &[
                "the time of `claimDate` is not carried: `2021-05-01T15:45:00Z`",
                "not carried: kind, claimReview[0].stars, claimReview[0].title, claimReview[0].publisher.logo, \
                 claimReview[0].site (elsewhere.example)",
            ],
        ),
        &[],
    );
    check(
        &with(&|it| it["claimReview"][0]["textualRating"] = Value::Null),
        &at(Ok(""), &["a verdict without words left out: https://gazette.example/check"]),
        &[],
    );
    check(
        &with(&|it| it["claimReview"] = json!([])),
        &at(Ok(""), &["no `claimReview`: nobody checked it"]),
        &[],
    );
    check(
        &with(&|it| it["claimReview"] = json!(["text"])),
        &at(Ok(""), &["not carried: claimReview[0]"]),
        &[],
    );
    check(
        &with(&|it| {
            let second = it["claimReview"][0].clone();
            it["claimReview"].as_array_mut().unwrap().push(second);
        }),
        &at(Ok("Half true"), &[][..]),
        &[],
    );
}

/// Ten claims of a genuine answer, each held against the answer itself.
#[test]
fn a_genuine_answer() {
    let path = "data/claimreview-real/google-factcheck-api/claims-search-assam-floods-2022.json";
    let Some(json) = shared("a_genuine_answer", path) else { return };
    let root: Value = serde_json::from_str(&json).unwrap();
    let (found, notes) = google_claims(&root, "");
    assert_eq!(notes, ["nextPageToken: there are more claims; fetch them with pageToken=CAo"]);
    assert_eq!(found.len(), 10);
    for (found, claim) in found.into_iter().zip(root["claims"].as_array().unwrap()) {
        // Each into a dataset of its own, so that all of it is new.
        let taken = taken(vec![found]).remove(0);
        let made = record(&taken).unwrap();
        assert_eq!(made["statement"]["text"], claim["text"]);
        assert_eq!(made["statement"]["speaker"]["name"], claim["claimant"]);
        assert_eq!(made["statement"]["date"].as_str(), claim["claimDate"].as_str().map(|it| &it[..10]));
        let (review, verdict) = (&claim["claimReview"][0], &made["verdicts"][0]);
        for (ours, theirs) in [("label", "/textualRating"), ("url", "/url"), ("by", "/publisher/name")] {
            assert_eq!(verdict[ours], *review.pointer(theirs).unwrap());
        }
        assert_eq!(verdict["date"].as_str(), review["reviewDate"].as_str().map(|it| &it[..10]));
        assert_eq!(verdict["sources"][0]["source"]["title"], review["title"]);
        let times = [&claim["claimDate"], &review["reviewDate"]];
        let n_times = times.iter().filter(|it| !it.as_str().unwrap().contains("T00:00:00")).count();
        assert_eq!(taken.warnings.len(), n_times, "{:?}", taken.warnings);
    }
}

/// Several pages of one search make one dataset.
#[test]
fn pages_are_put_together() {
    let dir = directory("google_pages");
    let mut second = claim();
    second["text"] = json!("The tunnel is open.");
    file(&dir, "1.json", json!({ "claims": [claim()], "nextPageToken": "CAo" }).to_string());
    file(&dir, "2.json", json!({ "claims": [second, claim()] }).to_string());
    let ran = run_in(&dir, &["import", "1.json", "2.json", "--out", "all.json", "--language", "en"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(ran.err.starts_with("note: 1.json: nextPageToken: there are more claims; fetch them with pageToken=CAo\n3 records = 3 imported + 0 refused\n"), "{}", ran.err);
    assert_eq!(run_in(&dir, &["pack", "all.json"]).code, 0);
}
