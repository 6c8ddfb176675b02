//! What the command exports, the command imports: the same record, as far as the format carries it.

use factcheck::dataset::BUNDLED;
use serde_json::{Map, Value, json};

use crate::cli::{directory, file, run};
use crate::export_support::{PAGE, rich};

const EVERY_FIELD: &str = include_str!("../data/every-field.json");

/// The datasets that go there and back. The texts of the second are all of their own.
fn datasets() -> [(&'static str, Value); 3] {
    let numbered: Vec<String> = EVERY_FIELD.split("TEXT").map(String::from).collect();
    let mut text = String::new();
    for (i, part) in numbered.iter().enumerate() {
        text.push_str(part);
        if i + 1 < numbered.len() {
            text.push_str(&format!("Text {i}"));
        }
    }
    let mut bundled: Value = serde_json::from_str(BUNDLED).unwrap();
    for (i, claim) in bundled["claims"].as_array_mut().unwrap().iter_mut().enumerate() {
        claim["verdicts"] = json!([{
            "label": format!("Verdict {i}"), "rating": { "value": 1 + i % 4, "worst": 1, "best": 4.5 },
            "explanation": "Both, it seems.", "by": "The desk", "url": format!("https://example.org/checks/{i}"),
            "date": "2021-04-05",
        }]);
    }
    [("rich", rich()), ("every-field", serde_json::from_str(&text).unwrap()), ("bundled", bundled)]
}

/// Exports and imports again.
fn there_and_back(name: &str, dataset: &Value, target: &str) -> Value {
    let dir = directory(&format!("round_trip_{target}_{name}"));
    let json = file(&dir, "claims.json", dataset.to_string());
    let exported = run(&["export", &json, "--to", target, "--page", PAGE]);
    assert_eq!(exported.code, 0, "{}", exported.err);
    let ending = if target == "csv" { "csv" } else { "json" };
    let exported = file(&dir, &format!("exported.{ending}"), exported.out);
    let language = dataset["language"].as_str().unwrap();
    let imported = run(&["import", &exported, "--language", language]);
    assert_eq!(imported.code, 0, "{}", imported.err);
    serde_json::from_slice(&imported.out).unwrap()
}

fn pick(object: &Value, names: &[&str]) -> Value {
    let field = |name: &&str| Some((String::from(*name), object.get(*name)?.clone()));
    Value::Object(names.iter().filter_map(field).collect())
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn shared_addresses(dataset: &Value) -> Vec<String> {
    let sources = dataset["sources"].as_object().unwrap().values();
    let mut urls: Vec<&str> = sources.filter_map(|it| it["url"].as_str()).collect();
    urls.sort();
    urls.windows(2).filter(|it| it[0] == it[1]).map(|it| it[0].to_owned()).collect()
}

/// What a test compares: records with people and sources in the place of their ids, in the order of the file.
struct Seen<'a> {
    dataset: &'a Value,
    /// Addresses of more than one source: the import takes sources of one address for one.
    shared: &'a [String],
    source: &'a [&'a str],
    person: &'a [&'a str],
    only_days: bool,
}

impl Seen<'_> {
    fn saying(&self, saying: &Value, names: &[&str]) -> Map<String, Value> {
        let mut seen = pick(saying, names);
        let seen = seen.as_object_mut().unwrap();
        if let Some(id) = saying["speaker"].as_str() {
            seen.insert("speaker".into(), pick(&self.dataset["people"][id], self.person));
        }
        // The dataset's language need not be said.
        seen.retain(|name, it| name != "language" || *it != self.dataset["language"]);
        seen.retain(|name, it| name != "date" || !self.only_days || it.as_str().unwrap().len() == 10);
        seen.clone()
    }

    fn source(&self, citation: &Value) -> Value {
        let id = citation.as_str().or(citation["source"].as_str()).unwrap();
        let source = &self.dataset["sources"][id];
        let mut seen = pick(source, self.source);
        if self.shared.iter().any(|it| source["url"] == **it) {
            seen = pick(source, &["url"]);
        }
        if let Some(archive) = seen.get_mut("archive") {
            *archive = pick(archive, &["url"]);
        }
        seen
    }

    fn has_address(&self, citation: &Value) -> bool {
        self.source(citation).get("url").is_some()
    }

    fn passages(&self, citations: &Value, or_else: Option<&Value>) -> Value {
        let citations = list(citations).iter().map(|it| {
            let quote = it.get("quote").cloned().or_else(|| or_else.map(|it| json!({ "exact": it })));
            json!({ "source": self.source(it), "quote": quote })
        });
        citations.collect()
    }
}

/// What annotations carry of each claim.
fn in_annotations(dataset: &Value, shared: &[String]) -> Vec<Value> {
    let names = &["title", "publisher", "author", "url", "date", "language", "kind", "archive"];
    let seen = Seen { dataset, shared, source: names, person: &["name"], only_days: true };
    let mut claims = Vec::new();
    for claim in list(&dataset["claims"]) {
        let statement = &claim["statement"];
        let places: Value =
            list(&statement["said_in"]).iter().filter(|it| seen.has_address(it)).cloned().collect();
        if list(&places).is_empty() {
            continue;
        }
        let mut said = seen.saying(statement, &["text", "date", "language", "wording"]);
        let is_verbatim = statement["wording"] == "verbatim";
        let first = list(&places)[0].pointer("/quote/exact").unwrap_or(&statement["text"]);
        if !is_verbatim || *first != statement["text"] {
            said.remove("wording");
        }
        let own = is_verbatim.then_some(&statement["text"]);
        said.insert("said_in".into(), seen.passages(&places, own));
        let counters = list(&claim["counter_statements"]).iter().map(|counter| {
            let mut it = seen.saying(counter, &["relation", "text", "date", "language"]);
            it.insert("said_in".into(), seen.passages(&counter["said_in"], None));
            it.insert("sources".into(), seen.passages(&counter["sources"], None));
            Value::Object(it)
        });
        claims.push(json!({
            "id": claim["id"], "statement": said, "counter_statements": counters.collect::<Value>(),
        }));
    }
    claims
}

#[test]
fn annotations_come_back() {
    for (name, dataset) in datasets() {
        let back = there_and_back(name, &dataset, "annotations");
        let shared = shared_addresses(&dataset);
        let (seen, expected) = (in_annotations(&back, &shared), in_annotations(&dataset, &shared));
        assert!(!expected.is_empty());
        assert_eq!(seen.len(), expected.len(), "{name}");
        for (seen, expected) in seen.iter().zip(&expected) {
            assert_eq!(seen, expected, "{name}\n{seen:#}\n{expected:#}");
        }
    }
}

/// What ClaimReview carries of each verdict.
fn in_reviews(dataset: &Value, shared: &[String]) -> Vec<Value> {
    let names = &["title", "publisher", "author", "url", "date", "language", "archive"];
    let seen =
        Seen { dataset, shared, source: names, person: &["name", "role", "same_as"], only_days: false };
    let mut reviews = Vec::new();
    for claim in list(&dataset["claims"]) {
        let statement = &claim["statement"];
        let mut said = seen.saying(statement, &["text", "date", "language"]);
        said.insert("said_in".into(), list(&statement["said_in"]).iter().map(|it| seen.source(it)).collect());
        // Only what is too long needs a summary.
        if statement["text"].as_str().unwrap().chars().count() >= 75 {
            said.extend(statement.get("summary").map(|it| ("summary".into(), it.clone())));
        }
        for verdict in list(&claim["verdicts"]) {
            let mut verdict = pick(verdict, &["label", "rating", "explanation", "by", "url", "date"]);
            let fields = verdict.as_object_mut().unwrap();
            let anchor = format!("{PAGE}#claim-{}", claim["id"].as_str().unwrap());
            fields.entry("url").or_insert(json!(anchor));
            fields.entry("by").or_insert(dataset["publisher"]["name"].clone());
            if let Some(rating) = fields.get_mut("rating") {
                let as_float = |it: &Value| json!(it.as_f64().unwrap());
                *rating = ["value", "worst", "best"].iter().map(|it| as_float(&rating[*it])).collect();
            }
            let topics = claim.get("topics").cloned().unwrap_or(json!([]));
            reviews.push(json!({ "statement": said, "verdict": verdict, "topics": topics }));
        }
    }
    reviews
}

#[test]
fn claim_reviews_come_back() {
    for (name, mut dataset) in datasets() {
        dataset["methodology"] = json!("https://example.org/how");
        let back = there_and_back(name, &dataset, "claim-review");
        let shared = shared_addresses(&dataset);
        let (seen, expected) = (in_reviews(&back, &shared), in_reviews(&dataset, &shared));
        assert!(!expected.is_empty());
        assert_eq!(seen.len(), expected.len(), "{name}");
        for (seen, expected) in seen.iter().zip(&expected) {
            assert_eq!(seen, expected, "{name}\n{seen:#}\n{expected:#}");
        }
    }
}

/// What CSV carries of each claim.
fn in_table(dataset: &Value, shared: &[String]) -> Vec<Value> {
    let names = &["title", "url"];
    let seen = Seen { dataset, shared, source: names, person: &["name", "role"], only_days: false };
    let cited = |it: &Value| list(it).iter().map(|it| seen.source(it)).collect::<Value>();
    let saying = |it: &Value| {
        let names = &["relation", "text", "summary", "date", "language", "wording", "quality"];
        let mut said = seen.saying(it, names);
        said.insert("said_in".into(), cited(&it["said_in"]));
        said.insert("sources".into(), cited(&it["sources"]));
        said
    };
    let verdict = |it: &Value| {
        let mut verdict = pick(it, &["label", "explanation", "by", "url", "date"]);
        let number = |name: &str| it["rating"].get(name)?.as_f64();
        verdict["rating"] = json!(["value", "worst", "best"].map(number));
        verdict["sources"] = cited(&it["sources"]);
        verdict
    };
    let claim = |it: &Value| {
        let counters: Vec<_> = list(&it["counter_statements"]).iter().map(saying).collect();
        let verdicts: Vec<_> = list(&it["verdicts"]).iter().map(verdict).collect();
        json!({
            "id": it["id"], "statement": saying(&it["statement"]), "counter_statements": counters,
            "verdicts": verdicts, "weight": it["weight"], "topics": it["topics"],
        })
    };
    list(&dataset["claims"]).iter().map(claim).collect()
}

#[test]
fn tables_come_back() {
    for (name, mut dataset) in datasets() {
        // What spreadsheets and readers of HTML would take for something else.
        dataset["claims"][0]["statement"]["text"] =
            json!("'=1+2, it <b>says</b> & [here](https://example.org)");
        dataset["claims"][1]["statement"]["text"] = json!("=1+2");
        let back = there_and_back(name, &dataset, "csv");
        let shared = shared_addresses(&dataset);
        let (seen, expected) = (in_table(&back, &shared), in_table(&dataset, &shared));
        assert_eq!(seen.len(), expected.len(), "{name}");
        for (seen, expected) in seen.iter().zip(&expected) {
            assert_eq!(seen, expected, "{name}\n{seen:#}\n{expected:#}");
        }
    }
}
