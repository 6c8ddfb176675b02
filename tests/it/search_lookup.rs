//! Looking up whether a text repeats a claim.

use factcheck::find::{Decision, Index};
use serde_json::{Value, json};

use crate::search_support::{clef_claims, clef_tweets, statements};
use crate::support::valid;

#[test]
fn what_is_taken_for_the_same_is_the_same() {
    let test = "what_is_taken_for_the_same_is_the_same";
    let Some(dataset) = clef_claims(test) else { return };
    let index = Index::new(&dataset);
    for (part, least) in [("Dev", 0.40), ("Dev-Test", 0.40)] {
        let Some(tweets) = clef_tweets(test, part) else { return };
        let Some(others) = statements(test, tweets.len()) else { return };
        assert_eq!(others.len(), tweets.len());
        let same = |text: &str| {
            let found = index.look_up(&dataset, text, 1);
            let claim = found.claims.first().map(|it| dataset.claims[it.document as usize].id.as_str());
            claim.filter(|_| found.decision == Decision::Same)
        };
        let answers: Vec<(bool, &str)> = tweets
            .iter()
            .filter_map(|it| same(&it.text).map(|claim| (it.relevant.iter().any(|it| it == claim), claim)))
            .collect();
        let right = answers.iter().filter(|it| it.0).count();
        let strays = others.iter().filter(|it| same(it).is_some()).count();
        let precision = right as f64 / (answers.len() + strays) as f64;
        let recall = right as f64 / tweets.len() as f64;
        let told = format!(
            "{part}: precision {precision:.3}, recall {recall:.3}; {strays} of {} others",
            others.len()
        );
        println!("{told}");
        assert!(precision >= 0.95 && recall > least, "{told}");
    }
}

/// Whether a text is taken for the same, near or none, in a collection as small as a blog's.
#[test]
fn few_claims_are_told_apart() {
    let claim = |id: &str, text: &str| json!({ "id": id, "statement": { "text": text } });
    let dataset = valid(&json!({
        "id": "d", "title": "T", "language": "en",
        "claims": [
            claim("cheese", "The moon is made of green cheese."),
            claim("toll", "The old bridge was closed because the council owes the toll company three million."),
            claim("gazette", "The Gazette has never printed a correction in a hundred years."),
            claim("twin", "The lighthouse burns at night."),
            claim("twins", "The lighthouse burns at night."),
            claim("mayor", "The mayor has sold the town's clock to a museum abroad."),
        ],
    }));
    let index = Index::new(&dataset);
    let check = |text: &str, expected: Value| {
        let found = index.look_up(&dataset, text, 1);
        let first = found.claims.first().map(|it| dataset.claims[it.document as usize].id.as_str());
        let claim = first.filter(|_| found.decision != Decision::None);
        assert_eq!(json!([found.decision.as_str(), claim]), expected, "{text}: {}", found.strength);
    };
    check("The moon is made of green cheese.", json!(["same", "cheese"]));
    check("MADE of green cheese, the moon is!!!", json!(["same", "cheese"]));
    check("The lighthouse burns at night.", json!(["same", "twin"]));
    check(
        "RT: they closed the old bridge since the council owes three million to the toll company \u{1F62E}",
        json!(["same", "toll"]),
    );
    check("The council owes the toll company money.", json!(["near", "toll"]));
    check("The bridge", json!(["none", null]));
    check("Cats sleep most of the day.", json!(["none", null]));
    check("", json!(["none", null]));
    check("🌉", json!(["none", null]));
}
