//! The body of a pack is what the postcard crate writes: an oracle of structs written by hand.

use std::collections::BTreeMap;

use factcheck::dataset::to_pack;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::cli::run_with;
use crate::support::{every_field, small};

type Table<T> = BTreeMap<String, T>;

#[derive(Serialize)]
struct Dataset {
    id: String,
    title: String,
    description: Option<String>,
    language: String,
    publisher: Option<(String, Option<String>)>,
    methodology: Option<String>,
    corrections: Option<String>,
    license: Option<String>,
    updated: Option<u32>,
    people: Table<(String, Option<String>, Vec<String>)>,
    sources: Table<Source>,
    claims: Vec<Claim>,
    allow: Vec<u32>,
}

#[derive(Serialize)]
struct Source {
    title: String,
    publisher: Option<String>,
    author: Option<String>,
    url: Option<String>,
    date: Option<u32>,
    language: Option<String>,
    kind: Option<u32>,
    derived_from: Option<String>,
    archive: Option<(String, Option<u32>)>,
}

#[derive(Serialize)]
struct Claim {
    id: String,
    statement: Statement,
    counter_statements: Vec<(u32, Words, Vec<Citation>)>,
    verdicts: Vec<Verdict>,
    weight: Option<u32>,
    response: Option<(String, Option<u32>, Option<String>)>,
    history: Vec<(u32, u32, String)>,
    topics: Vec<String>,
    related: Vec<String>,
    allow: Vec<u32>,
}

#[derive(Serialize)]
struct Statement {
    text: String,
    summary: Option<String>,
    rest: Rest,
}

#[derive(Serialize)]
struct Words {
    text: String,
    rest: Rest,
}

#[derive(Serialize)]
struct Rest {
    speaker: Option<String>,
    date: Option<u32>,
    language: Option<String>,
    wording: Option<u32>,
    quality: Option<u32>,
    translations: Table<(String, Option<String>)>,
    said_in: Vec<Citation>,
}

#[derive(Serialize)]
struct Citation {
    source: String,
    quote: Option<(String, Option<String>, Option<String>)>,
    verified: Option<(u32, Option<String>)>,
}

#[derive(Serialize)]
struct Verdict {
    label: String,
    scope: Option<String>,
    rating: Option<(i32, i32, i32)>,
    reasons: Vec<u32>,
    explanation: Option<String>,
    by: Option<String>,
    url: Option<String>,
    date: Option<u32>,
    review_by: Option<u32>,
    true_when_said: Option<bool>,
    confidence: Option<String>,
    would_change: Option<String>,
    sources: Vec<Citation>,
}

/// Year, month and day in 14, 4 and 5 bits.
fn date(year: u32, month: u32, day: u32) -> u32 {
    year << 9 | month << 5 | day
}

fn s(text: &str) -> String {
    text.to_owned()
}

fn o(text: &str) -> Option<String> {
    Some(s(text))
}

fn bare(source: &str) -> Citation {
    Citation { source: s(source), quote: None, verified: None }
}

fn cited() -> Citation {
    Citation {
        source: s("s"),
        quote: Some((s("T"), o("T"), o("T"))),
        verified: Some((date(2020, 2, 29), o("T"))),
    }
}

/// The dataset of `every_field`, with the first of all words and `T` in every text.
fn mirror() -> Dataset {
    let empty = Source {
        title: s("T"),
        publisher: None,
        author: None,
        url: None,
        date: None,
        language: None,
        kind: Some(1),
        derived_from: None,
        archive: None,
    };
    let nothing = || Rest {
        speaker: None,
        date: None,
        language: None,
        wording: None,
        quality: None,
        translations: Table::new(),
        said_in: vec![],
    };
    let first = Claim {
        id: s("first"),
        statement: Statement {
            text: s("T"),
            summary: o("T"),
            rest: Rest {
                speaker: o("p"),
                date: Some(date(2013, 4, 23)),
                language: o("ru"),
                wording: Some(0),
                quality: Some(0),
                translations: [(s("en"), (s("T"), o("ours"))), (s("fr"), (s("T"), o("T")))].into(),
                said_in: vec![cited(), bare("s")],
            },
        },
        counter_statements: vec![(
            0,
            Words {
                text: s("T"),
                rest: Rest {
                    speaker: o("p"),
                    date: Some(date(2018, 0, 0)),
                    language: o("he"),
                    wording: Some(0),
                    quality: Some(1),
                    translations: [(s("en"), (s("T"), None))].into(),
                    said_in: vec![bare("o")],
                },
            },
            vec![cited()],
        )],
        verdicts: vec![Verdict {
            label: s("T"),
            scope: o("T"),
            rating: Some((3250, -1500, 5000)),
            reasons: vec![2, 7],
            explanation: o("T"),
            by: o("T"),
            url: o("https://example.org/check"),
            date: Some(date(2019, 12, 31)),
            review_by: Some(date(2027, 1, 0)),
            true_when_said: Some(false),
            confidence: o("T"),
            would_change: o("T"),
            sources: vec![cited(), bare("o")],
        }],
        weight: Some(0),
        response: Some((s("T"), Some(date(2014, 0, 0)), o("o"))),
        history: vec![(date(2020, 1, 1), 0, s("T")), (date(2021, 1, 1), 1, s("T"))],
        topics: vec![s("T"), s("T")],
        related: vec![s("second")],
        allow: vec![10],
    };
    let second = Claim {
        id: s("second"),
        statement: Statement { text: s("T"), summary: None, rest: nothing() },
        counter_statements: vec![],
        verdicts: vec![],
        weight: None,
        response: None,
        history: vec![],
        topics: vec![],
        related: vec![],
        allow: vec![],
    };
    let full = Source {
        publisher: o("T"),
        author: o("T"),
        url: o("https://example.org/s#part"),
        date: Some(date(2018, 11, 0)),
        language: o("fr"),
        kind: Some(0),
        derived_from: o("o"),
        archive: Some((s("https://archive.example/s"), Some(date(2019, 0, 0)))),
        title: s("T"),
    };
    Dataset {
        id: s("every-field"),
        title: s("T"),
        description: o("T"),
        language: s("en"),
        publisher: Some((s("T"), o("https://example.org/"))),
        methodology: o("https://example.org/how"),
        corrections: o("mailto:desk@example.org"),
        license: o("T"),
        updated: Some(date(2026, 11, 22)),
        people: [(s("p"), (s("T"), o("T"), vec![s("https://example.org/p"), s("http://p.example")]))].into(),
        sources: [(s("o"), empty), (s("s"), full)].into(),
        claims: vec![first, second],
        allow: vec![11, 5],
    }
}

fn body(dataset: &Value) -> Vec<u8> {
    to_pack(dataset.to_string().as_bytes()).unwrap().split_off(21)
}

#[test]
fn every_field_is_written_as_postcard_writes_it() {
    let dataset = every_field(&mut || s("T"), &mut |_| 0);
    assert_eq!(body(&dataset), postcard::to_allocvec(&mirror()).unwrap());
}

/// Lengths and numbers of more than one byte, and text of more than ASCII.
#[test]
fn long_texts_and_numbers_too() {
    #[derive(Serialize, Deserialize)]
    struct Head(String, String, Option<String>);
    for len in [0, 1, 127, 128, 129, 16_383, 16_384, 40_000] {
        let mut dataset = small();
        dataset["title"] = format!("{}é", "x".repeat(len)).into();
        let head =
            postcard::to_allocvec(&Head(s("d"), dataset["title"].as_str().unwrap().into(), None)).unwrap();
        assert!(body(&dataset).starts_with(&head), "{len}");
    }
    for (score, thousandths) in [
        ("0", 0),
        ("-0.001", -1),
        ("0.063", 63),
        ("0.064", 64),
        ("-0.064", -64),
        ("-0.065", -65),
        ("-1000000", -1_000_000_000),
        ("999999.999", 999_999_999),
    ] {
        let mut dataset = small();
        let verdict = format!(
            r#"[{{ "label": "L", "rating": {{ "value": {score}, "worst": {score}, "best": 1e6 }} }}]"#
        );
        dataset["claims"][0]["verdicts"] = serde_json::from_str(&verdict).unwrap();
        let rating = (s("L"), None::<u8>, Some((thousandths, thousandths, 1_000_000_000)));
        let rating = postcard::to_allocvec(&rating).unwrap();
        assert!(body(&dataset).windows(rating.len()).any(|it| it == rating), "{score}");
    }
}

/// The browser tests compare with this file; here it is held against the reader outside the browser.
#[test]
fn the_pack_that_browsers_must_give_too() {
    let json = include_str!("../data/every-field.json").replace("\"TEXT\"", "\"plain\"");
    let published = include_bytes!("../data/every-field.pack");
    assert_eq!(run_with(&["pack", "-"], json.as_bytes()).out, published);
    let n_hashes = u32::from_le_bytes(published[17..21].try_into().unwrap()) as usize;
    assert_eq!(n_hashes, 3 * 32, "of the dataset and its two claims");
    assert_eq!(to_pack(json.as_bytes()).unwrap()[21..], published[21 + n_hashes..]);
}
