//! Collections with judgements, and the two measures of a ranking.

use std::collections::HashMap;
use std::io::Read;

use factcheck::Dataset;
use factcheck::find::{Index, Query};
use serde_json::{Value, json};

use crate::support::{shared, shared_bytes, valid};

/// Precision at each relevant document of the first `depth`, over how many relevant ones there are.
pub fn average_precision(found: &[&str], relevant: &[&str], depth: usize) -> f64 {
    let (mut right, mut sum) = (0.0, 0.0);
    for (n, id) in found.iter().take(depth).enumerate() {
        if relevant.contains(id) {
            right += 1.0;
            sum += right / (n + 1) as f64;
        }
    }
    sum / relevant.len() as f64
}

/// One over the place of the first relevant document; zero if there is none.
pub fn reciprocal_rank(found: &[&str], relevant: &[&str]) -> f64 {
    found.iter().position(|it| relevant.contains(it)).map_or(0.0, |n| 1.0 / (n + 1) as f64)
}

pub fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len().max(1) as f64
}

#[test]
fn measures_by_hand() {
    let found = ["a", "b", "c", "d", "e", "f"];
    for (relevant, depth, precision, rank) in [
        (&["a"][..], 5, 1.0, 1.0),
        (&["b"], 5, 0.5, 0.5),
        (&["f"], 5, 0.0, 1.0 / 6.0),
        (&["x"], 5, 0.0, 0.0),
        // At b 1 of 2, at d 2 of 4; x is never found: (1/2 + 2/4) / 3.
        (&["b", "d", "x"], 5, 1.0 / 3.0, 0.5),
        (&["a", "c"], 2, 0.5, 1.0),
    ] {
        assert_eq!(average_precision(&found, relevant, depth), precision, "{relevant:?}");
        assert_eq!(reciprocal_rank(&found, relevant), rank, "{relevant:?}");
    }
    assert_eq!(mean(&[1.0, 0.5, 0.0]), 0.5);
}

/// A text that somebody judged: which claims it repeats.
pub struct Judged {
    pub text: String,
    pub relevant: Vec<String>,
}

/// An id of the collection, as long as ids may be here; they differ earlier.
fn short(id: &str) -> String {
    id.chars().take(100).collect()
}

const CLEF: &str = "data/clef2022-task2a-en";

/// The checked claims of CLEF CheckThat! 2022, task 2A: the statement, the title as its heading, the subtitle as context.
pub fn clef_claims(test: &str) -> Option<Dataset> {
    let packed = shared_bytes(test, &format!("{CLEF}/vclaims.jsonl.gz"))?;
    let mut lines = String::new();
    flate2::read::GzDecoder::new(packed.as_slice()).read_to_string(&mut lines).unwrap();
    let claims = lines.lines().map(|line| {
        let row: Value = serde_json::from_str(line).unwrap();
        let text = |name: &str| row[name].as_str().unwrap_or_default().trim().to_owned();
        let mut claim = json!({ "id": short(&text("vclaim_id")), "statement": { "text": text("vclaim") } });
        if !text("title").is_empty() {
            claim["statement"]["summary"] = json!(text("title"));
        }
        if !text("subtitle").is_empty() {
            claim["counter_statements"] =
                json!([{ "relation": "adds-context", "text": text("subtitle"), "sources": ["s"] }]);
        }
        claim
    });
    Some(valid(&json!({
        "id": "clef", "title": "T", "language": "en", "sources": { "s": { "title": "S" } },
        "claims": claims.collect::<Vec<_>>(),
    })))
}

/// The judged tweets of one of its parts: `Train`, `Dev` or `Dev-Test`.
pub fn clef_tweets(test: &str, part: &str) -> Option<Vec<Judged>> {
    let file = if part == "Dev-Test" { part } else { "Train-Dev" };
    let tweets = shared(test, &format!("{CLEF}/CT2022-Task2A-EN-{file}_Queries.tsv"))?;
    let judged = shared(test, &format!("{CLEF}/CT2022-Task2A-EN-{part}_QRELs.tsv"))?;
    let mut relevant: HashMap<&str, Vec<String>> = HashMap::new();
    for line in judged.lines() {
        if let [tweet, _, claim, "1"] = line.trim().split('\t').collect::<Vec<_>>()[..] {
            relevant.entry(tweet).or_default().push(short(claim));
        }
    }
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(b'\t')
        .has_headers(false)
        .flexible(true)
        .from_reader(tweets.as_bytes());
    let rows = reader.records().map(Result::unwrap);
    let judged = rows
        .filter_map(|row| Some(Judged { text: row.get(1)?.into(), relevant: relevant.remove(row.get(0)?)? }));
    Some(judged.collect())
}

/// The claims that are found for a text, best first.
pub fn ranked<'a>(dataset: &'a Dataset, index: &Index, text: &str, limit: usize) -> Vec<&'a str> {
    let query = Query { words: text.into(), ..Query::default() };
    let found = index.rank(dataset, &query, limit);
    found.iter().map(|it| dataset.claims[it.document as usize].id.as_str()).collect()
}

pub fn relevant(judged: &Judged) -> Vec<&str> {
    judged.relevant.iter().map(String::as_str).collect()
}

/// Statements of other collections, so many in all, taken evenly from each.
pub fn statements(test: &str, count: usize) -> Option<Vec<String>> {
    let column = |path: &str, name: &str| -> Option<Vec<String>> {
        let text = shared(test, path)?;
        let rows: Vec<Value> = match text.starts_with('[') {
            true => serde_json::from_str(&text).unwrap(),
            false => text.lines().map(|it| serde_json::from_str(it).unwrap()).collect(),
        };
        Some(rows.iter().filter_map(|row| row[name].as_str().map(str::to_owned)).collect())
    };
    let sets = [
        column("data/voxukraine-propaganda/en.jsonl", "case")?,
        column("data/perspectrum/perspectrum_with_answers_v1.0.json", "text")?,
        column("data/climate-fever/climate-fever.jsonl", "claim")?,
    ];
    let taken = |n: usize| {
        let set = &sets[n % sets.len()];
        let each = count.div_ceil(sets.len());
        set[n / sets.len() * set.len() / each].clone()
    };
    Some((0..count).map(taken).collect())
}

/// The fakes of VoxUkraine, each once, with their rebuttals; and the cases, each with the fake it was filed under.
pub fn vox(test: &str, language: &str) -> Option<(Dataset, Vec<Judged>)> {
    let text = shared(test, &format!("data/voxukraine-propaganda/{language}.jsonl"))?;
    let mut fakes: Vec<(String, Vec<String>)> = Vec::new();
    let mut cases = Vec::new();
    for line in text.lines() {
        let row: Value = serde_json::from_str(line).unwrap();
        let cell = |name: &str| row[name].as_str().unwrap_or_default().trim().to_owned();
        let (fake, case, rebuttal) = (cell("fake"), cell("case"), plain(&cell("debunking_html")));
        if fake.is_empty() || case.is_empty() {
            continue;
        }
        let n = fakes.iter().position(|it| it.0 == fake).unwrap_or_else(|| {
            fakes.push((fake, Vec::new()));
            fakes.len() - 1
        });
        if !rebuttal.is_empty() && !fakes[n].1.contains(&rebuttal) {
            fakes[n].1.push(rebuttal);
        }
        cases.push(Judged { text: case, relevant: vec![format!("f{n}")] });
    }
    let claims = fakes.iter().enumerate().map(|(n, (fake, rebuttals))| {
        let counter = |it: &String| json!({ "relation": "denies", "text": it, "sources": ["s"] });
        json!({
            "id": format!("f{n}"), "statement": { "text": fake },
            "counter_statements": rebuttals.iter().map(counter).collect::<Vec<_>>(),
        })
    });
    let dataset = valid(&json!({
        "id": "vox", "title": "T", "language": language, "sources": { "s": { "title": "S" } },
        "claims": claims.collect::<Vec<_>>(),
    }));
    Some((dataset, cases))
}

/// A text without its markup.
fn plain(html: &str) -> String {
    let mut text = String::new();
    for part in html.split('<') {
        text.push_str(part.split_once('>').map_or(part, |it| it.1));
        text.push(' ');
    }
    text.trim().to_owned()
}
