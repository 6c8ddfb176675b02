//! What the tests of exports share: a dataset that uses every field, and each format under its name.

use factcheck::claim_review;
use factcheck::export::{self, Exported, Format, Selection};
use factcheck::{Dataset, WebUrl};
use serde_json::{Value, json};

use crate::support::valid;

/// The page that the exports are for.
pub const PAGE: &str = "https://example.org/checks";

pub fn page() -> WebUrl {
    WebUrl::parse(PAGE).unwrap()
}

/// All claims in a format, for a page.
pub fn export(format: Format, dataset: &Dataset) -> Exported {
    let (all, page) = (Selection::all(dataset), page());
    match format {
        Format::ClaimReview => {
            let written = claim_review::write(&all, Some(&page));
            Exported { text: json!(written.reviews).to_string(), left_out: written.left_out }
        }
        Format::Csv => export::csv(&all),
        Format::Markdown => export::markdown(&all),
        Format::CslJson => export::csl_json(&all),
        Format::BibTex => export::bibtex(&all),
        Format::Annotations => export::annotations(&all, Some(&page)),
        Format::Atom => export::atom(&all, Some(&page)),
        Format::JsonFeed => export::json_feed(&all, Some(&page)),
        Format::Argdown => export::argdown(&all),
    }
}

/// A dataset in which every field has a value of its own, and every field that a format carries in part is carried.
pub fn rich() -> Value {
    let bridge =
        "The old bridge over the Lune was built in one night by seven millers and a moon that never set.";
    json!({
        "id": "gazette", "title": "What the gazette says", "description": "All of it invented.", "language": "en",
        "publisher": { "name": "The Harbour Desk", "url": "https://desk.example.org/" },
        "methodology": "https://example.org/how", "corrections": "mailto:desk@example.org",
        "license": "CC-BY-4.0", "updated": "2026-11-22",
        "people": {
            "miller": { "name": "Ada Miller", "role": "Mayor of Lune", "same_as": ["https://people.example/ada"] },
            "baker": { "name": "Bo Baker", "role": "Head of the guild" },
        },
        "sources": {
            "almanac": { "title": "The Lune almanac", "kind": "book", "author": "An old hand", "date": "1911" },
            "morning": {
                "title": "Morning gazette", "publisher": "Lune Press", "author": "Cy Clerk",
                "url": "https://gazette.example/morning?page=1&part=2", "date": "2018-11-06", "language": "fr",
                "kind": "press", "derived_from": "almanac",
                "archive": { "url": "https://archive.example/morning", "date": "2019-02-03" },
            },
        },
        "claims": [
            {
                "id": "bridge",
                "statement": {
                    "text": bridge, "summary": "Seven millers built the bridge", "speaker": "miller",
                    "date": "2015-09-19", "language": "de", "wording": "verbatim", "quality": "fact",
                    "translations": { "fr": { "text": "Le vieux pont.", "by": "A translator" } },
                    "said_in": [{
                        "source": "morning",
                        "quote": { "exact": bridge, "prefix": "She said: ", "suffix": " Nobody laughed." },
                        "verified": { "date": "2020-02-29" },
                    }],
                },
                "counter_statements": [{
                    "relation": "denies", "text": "It took nine years.", "speaker": "baker", "date": "2018-10-01",
                    "language": "ru", "wording": "verbatim", "quality": "opinion",
                    "translations": { "es": { "text": "Nueve años." } },
                    "said_in": ["morning"],
                    "sources": [{
                        "source": "almanac", "quote": { "exact": "nine winters", "prefix": "for " },
                        "verified": { "date": "2020-03-01" },
                    }],
                }],
                "verdicts": [
                    {
                        "label": "Not so", "scope": "as to the night", "rating": { "value": 2, "worst": 1, "best": 5 },
                        "reasons": ["outdated"], "explanation": "The books show nine years.", "by": "Desk two",
                        "url": "https://example.org/checks/bridge", "date": "2021-04-05", "review_by": "2031-01-01",
                        "true_when_said": false, "confidence": "high", "would_change": "a receipt",
                        "sources": ["almanac"],
                    },
                    { "label": "Still not so", "date": "2022-06-07", "explanation": "We looked again." },
                ],
                "weight": "refuted",
                "response": { "text": "I was told so.", "date": "2016-01-02", "source": "almanac" },
                "history": [{ "date": "2023-08-09", "kind": "correction", "text": "The year was wrong." }],
                "topics": ["bridges, old", "millers"], "related": ["far"],
            },
            {
                "id": "far",
                "statement": { "text": "The moon is far away.", "said_in": ["morning"] },
            },
        ],
    })
}

/// The dataset above, with one value replaced: by another or, for an id, wherever it stands.
pub fn changed(path: &str) -> Dataset {
    let (at, value) = change_of(path);
    let mut dataset = rich();
    if at.is_empty() {
        let [from, to] = ["from", "to"].map(|it| value[it].to_string());
        let text = dataset.to_string().replace(&from, &to);
        return valid(&serde_json::from_str(&text).unwrap());
    }
    *dataset.pointer_mut(at).unwrap_or_else(|| panic!("{path}: nothing at {at}")) = value;
    valid(&dataset)
}

/// Where a field stands, and another value for it.
fn change_of(path: &str) -> (&'static str, Value) {
    let id = |from: &str, to: &str| ("", json!({ "from": from, "to": to }));
    match path {
        "dataset.id" => ("/id", json!("herald")),
        "dataset.title" => ("/title", json!("What the herald says")),
        "dataset.description" => ("/description", json!("Other words.")),
        "dataset.language" => ("/language", json!("it")),
        "dataset.publisher" => ("/publisher", json!({ "name": "The Hill Desk" })),
        "dataset.methodology" => ("/methodology", json!("https://example.org/why")),
        "dataset.corrections" => ("/corrections", json!("https://example.org/errors")),
        "dataset.license" => ("/license", json!("CC0-1.0")),
        "dataset.updated" => ("/updated", json!("2027-01-01")),
        "people.name" => ("/people/miller/name", json!("Eva Miller")),
        "people.role" => ("/people/miller/role", json!("Mayor of Wenning")),
        "people.same_as" => ("/people/miller/same_as", json!(["https://people.example/eva"])),
        "sources.title" => ("/sources/morning/title", json!("Evening gazette")),
        "sources.id" => id("morning", "evening"),
        "sources.publisher" => ("/sources/morning/publisher", json!("Wenning Press")),
        "sources.author" => ("/sources/morning/author", json!("Di Clerk")),
        "sources.url" => ("/sources/morning/url", json!("https://gazette.example/evening")),
        "sources.date" => ("/sources/morning/date", json!("2018-11-07")),
        "sources.language" => ("/sources/morning/language", json!("es")),
        "sources.kind" => ("/sources/morning/kind", json!("news-agency")),
        "sources.derived_from" => ("/sources/morning/derived_from", json!(null)),
        "sources.archive" => ("/sources/morning/archive/url", json!("https://archive.example/other")),
        "sources.archive.date" => ("/sources/morning/archive/date", json!("2019-02-04")),
        "statement.text" => ("/claims/0/statement/text", json!("The new bridge over the Lune is of stone.")),
        "statement.summary" => ("/claims/0/statement/summary", json!("Eight millers built it")),
        "statement.speaker" => ("/claims/0/statement/speaker", json!("baker")),
        "statement.date" => ("/claims/0/statement/date", json!("2015-09-20")),
        "statement.language" => ("/claims/0/statement/language", json!("pl")),
        "statement.wording" => ("/claims/0/statement/wording", json!("paraphrase")),
        "statement.quality" => ("/claims/0/statement/quality", json!("prediction")),
        "statement.translations" => ("/claims/0/statement/translations/fr/text", json!("Un pont.")),
        "statement.said_in" => ("/claims/0/statement/said_in/0/source", json!("almanac")),
        "statement.said_in.quote" => ("/claims/0/statement/said_in/0/quote/exact", json!("Other words")),
        "statement.said_in.quote.prefix" => {
            ("/claims/0/statement/said_in/0/quote/prefix", json!("He said: "))
        }
        "statement.said_in.verified" => ("/claims/0/statement/said_in/0/verified/date", json!("2020-04-01")),
        "counter_statements.text" => ("/claims/0/counter_statements/0/text", json!("It took ten years.")),
        "counter_statements.relation" => ("/claims/0/counter_statements/0/relation", json!("supports")),
        "counter_statements.speaker" => ("/claims/0/counter_statements/0/speaker", json!("miller")),
        "counter_statements.date" => ("/claims/0/counter_statements/0/date", json!("2018-10-02")),
        "counter_statements.language" => ("/claims/0/counter_statements/0/language", json!("uk")),
        "counter_statements.wording" => ("/claims/0/counter_statements/0/wording", json!("paraphrase")),
        "counter_statements.quality" => ("/claims/0/counter_statements/0/quality", json!("prediction")),
        "counter_statements.translations" => {
            ("/claims/0/counter_statements/0/translations/es/text", json!("Diez."))
        }
        "counter_statements.said_in" => ("/claims/0/counter_statements/0/said_in/0", json!("almanac")),
        "counter_statements.sources" => ("/claims/0/counter_statements/0/sources/0/source", json!("morning")),
        "counter_statements.sources.quote" => {
            ("/claims/0/counter_statements/0/sources/0/quote/exact", json!("ten winters"))
        }
        "counter_statements.sources.quote.prefix" => {
            ("/claims/0/counter_statements/0/sources/0/quote/prefix", json!("in "))
        }
        "counter_statements.sources.verified" => {
            ("/claims/0/counter_statements/0/sources/0/verified/date", json!("2020-03-02"))
        }
        "verdicts.label" => ("/claims/0/verdicts/0/label", json!("Hardly so")),
        "verdicts.scope" => ("/claims/0/verdicts/0/scope", json!("as to the millers")),
        "verdicts.rating" => ("/claims/0/verdicts/0/rating/value", json!(3)),
        "verdicts.reasons" => ("/claims/0/verdicts/0/reasons/0", json!("satire")),
        "verdicts.explanation" => ("/claims/0/verdicts/0/explanation", json!("The books are lost.")),
        "verdicts.by" => ("/claims/0/verdicts/0/by", json!("Desk three")),
        "verdicts.url" => ("/claims/0/verdicts/0/url", json!("https://example.org/checks/other")),
        "verdicts.date" => ("/claims/0/verdicts/0/date", json!("2021-04-06")),
        "verdicts.review_by" => ("/claims/0/verdicts/0/review_by", json!("2032-01-01")),
        "verdicts.true_when_said" => ("/claims/0/verdicts/0/true_when_said", json!(true)),
        "verdicts.confidence" => ("/claims/0/verdicts/0/confidence", json!("low")),
        "verdicts.would_change" => ("/claims/0/verdicts/0/would_change", json!("a letter")),
        "verdicts.sources" => ("/claims/0/verdicts/0/sources/0", json!("morning")),
        "claims.id" => id("bridge", "arch"),
        "claims.weight" => ("/claims/0/weight", json!("confirmed")),
        "claims.topics" => ("/claims/0/topics/1", json!("moons")),
        "claims.related" => ("/claims/0/related", json!([])),
        "response.text" => ("/claims/0/response/text", json!("I was there.")),
        "response.date" => ("/claims/0/response/date", json!("2016-01-03")),
        "response.source" => ("/claims/0/response/source", json!("morning")),
        "history.text" => ("/claims/0/history/0/text", json!("The month was wrong.")),
        "history.kind" => ("/claims/0/history/0/kind", json!("update")),
        "history.date" => ("/claims/0/history/0/date", json!("2023-08-10")),
        path => panic!("{path}: the test has no other value for it"),
    }
}
