//! `factcheck verify --write`: what is proved is written into the dataset, and all else in it stays.

use std::fs;

use serde_json::Value;

use crate::cli::{directory, file, run};
use crate::verify::{ARTICLE, dataset, saved, verify};

#[test]
fn what_is_proved_is_written_and_all_else_stays() {
    let directory = directory("verify_write");
    saved(&directory, "gazette.txt", ARTICLE);
    let yaml = dataset(&["The council paid for it.", "The harbor belongs to a company."]);
    let path = file(&directory, "claims.yaml", &yaml);
    let (code, printed) = verify(&directory, &path, &["--write"]);
    assert_eq!((code, printed["counts"]["written"].as_u64()), (1, Some(1)));
    let written = fs::read_to_string(&path).unwrap();
    let proof = printed["quotes"][0]["hash"].as_str().unwrap().strip_prefix("sha256:").unwrap();
    let expected = yaml.replacen(
        "- source: gazette # a comment\n",
        &format!(
            "- source: gazette # a comment\n          verified: {{ date: \"2026-11-24\", snapshot: \"{proof}\" }}\n"
        ),
        1,
    );
    assert_eq!(written, expected);
    // Proved again by the same snapshot: nothing new.
    let (_, printed) = verify(&directory, &path, &["--write", "--today", "2027-01-01"]);
    assert_eq!(printed["counts"]["written"].as_u64(), Some(0));
    assert_eq!(fs::read_to_string(&path).unwrap(), expected);
    // By another snapshot: the new day and hash.
    saved(&directory, "gazette.txt", &format!("{ARTICLE} More of it."));
    let (_, printed) = verify(&directory, &path, &["--write"]);
    assert_eq!(printed["counts"]["written"].as_u64(), Some(1));
    let again = fs::read_to_string(&path).unwrap();
    assert!(!again.contains(proof) && again.matches("verified").count() == 1, "{again}");
}

#[test]
fn every_way_to_write_a_citation_takes_the_proof() {
    let head_json =
        r#""id": "d", "title": "T", "language": "en", "sources": { "gazette": { "title": "G" } }"#;
    let head_yaml = "id: d\ntitle: T\nlanguage: en\nsources: { gazette: { title: G } }\n";
    let head_toml =
        "id = \"d\"\ntitle = \"T\"\nlanguage = \"en\"\nsources = { gazette = { title = \"G\" } }\n";
    let q = "The council paid for it.";
    for (i, (name, text)) in [
        ("json", format!(r#"{{ {head_json}, "claims": [{{ "id": "c", "statement": {{ "text": "X", "said_in": [{{ "source": "gazette", "quote": {{ "exact": "{q}" }} }}] }} }}] }}"#)),
        ("json", format!("{{ {head_json}, \"claims\": [{{ \"id\": \"c\", \"statement\": {{ \"text\": \"X\", \"said_in\": [\n  {{\n    \"quote\": {{ \"exact\": \"{q}\" }},\n    \"source\": \"gazette\"\n  }}\n] }} }}] }}")),
        ("json", format!(r#"{{ {head_json}, "claims": [{{ "id": "c", "statement": {{ "text": "X", "said_in": [{{ "source": "gazette", "verified": {{ "date": "2001" }}, "quote": {{ "exact": "{q}" }} }}] }} }}] }}"#)),
        ("yaml", format!("{head_yaml}claims:\n- id: c\n  statement:\n    text: X\n    said_in:\n    - quote:\n        exact: >-\n          The council\n          paid for it.\n      source: gazette\n  topics: [a]\n")),
        ("yaml", format!("{head_yaml}claims:\n- id: c\n  statement: {{ text: X, said_in: [{{ source: gazette, quote: {{ exact: \"{q}\" }} }}] }}\n")),
        ("yaml", format!("{head_yaml}claims:\n- id: c\n  statement:\n    text: X\n    said_in:\n    - source: gazette\n      verified:\n        date: 2001-01-01\n      quote: {{ exact: '{q}' }}\n  topics: [a]\n")),
        ("yaml", format!("{}claims:\r\n- id: c\r\n  statement:\r\n    text: X\r\n    said_in:\r\n    - source: gazette\r\n      quote:\r\n        exact: {q}\r\n", head_yaml.replace('\n', "\r\n"))),
        ("toml", format!("{head_toml}[[claims]]\nid = \"c\"\nstatement = {{ text = \"X\", said_in = [{{ source = \"gazette\", quote = {{ exact = \"{q}\" }} }}] }}\n")),
        ("toml", format!("{head_toml}[[claims]]\nid = \"c\"\n[claims.statement]\ntext = \"X\"\n[[claims.statement.said_in]]\nsource = \"gazette\" # here\n[claims.statement.said_in.quote]\nexact = \"{q}\"\n[[claims]]\nid = \"e\"\nstatement = {{ text = \"Y\" }}\n")),
        ("toml", format!("{head_toml}[[claims]]\nid = \"c\"\n[claims.statement]\ntext = \"X\"\n[[claims.statement.said_in]]\nsource = \"gazette\"\n[claims.statement.said_in.verified]\ndate = \"2001-01-01\"\nsnapshot = \"0\"\n[claims.statement.said_in.quote]\nexact = \"{q}\"\n")),
    ]
    .into_iter()
    .enumerate()
    {
        let directory = directory(&format!("verify_ways_{i}"));
        saved(&directory, "gazette.txt", ARTICLE);
        let path = file(&directory, &format!("claims.{name}"), &text);
        let (code, printed) = verify(&directory, &path, &["--write"]);
        assert_eq!((code, printed["counts"]["written"].as_u64()), (0, Some(1)), "{text}");
        let json: Value = serde_json::from_str(&run(&["export", &path, "--to", "json"]).text()).unwrap();
        let verified = &json["claims"][0]["statement"]["said_in"][0]["verified"];
        assert_eq!(verified["date"], "2026-11-24", "{}", fs::read_to_string(&path).unwrap());
        let hash = printed["quotes"][0]["hash"].as_str().unwrap();
        assert_eq!(format!("sha256:{}", verified["snapshot"].as_str().unwrap()), hash);
        // Again, and nothing is new.
        assert_eq!(verify(&directory, &path, &["--write"]).1["counts"]["written"].as_u64(), Some(0));
    }
}

#[test]
fn a_folder_is_written_file_by_file() {
    let directory = directory("verify_folder");
    saved(&directory, "gazette.txt", ARTICLE);
    let folder = directory.join("claims");
    fs::create_dir_all(&folder).unwrap();
    file(
        &folder,
        "dataset.toml",
        "id = \"d\"\ntitle = \"T\"\nlanguage = \"en\"\n[sources.gazette]\ntitle = \"G\"\n",
    );
    let a = file(
        &folder,
        "a.yaml",
        "statement:\n  text: X\n  said_in:\n    - source: gazette\n      quote: { exact: She left. }\n",
    );
    let b = file(
        &folder,
        "b.json",
        r#"{ "statement": { "text": "Y", "said_in": [{ "source": "gazette", "quote": { "exact": "Nobody was asked." } }] } }"#,
    );
    let (code, printed) = verify(&directory, folder.to_str().unwrap(), &["--write"]);
    assert_eq!((code, printed["counts"]["written"].as_u64()), (0, Some(2)), "{printed:#}");
    for path in [a, b] {
        assert!(fs::read_to_string(&path).unwrap().contains("2026-11-24"), "{path}");
    }
}

#[test]
fn what_cannot_be_written_to_is_said() {
    let directory = directory("verify_refused");
    saved(&directory, "gazette.txt", ARTICLE);
    let path = file(&directory, "claims.yaml", dataset(&["She left."]));
    let pack = directory.join("claims.pack");
    run(&["pack", &path, "--out", pack.to_str().unwrap()]).text();
    let saved_at = directory.join("saved");
    let ran = run(&["verify", pack.to_str().unwrap(), "--snapshots", saved_at.to_str().unwrap(), "--write"]);
    assert_eq!(ran.code, 1);
    assert!(ran.err.contains("a pack is not written to; verify the file it was made of"), "{}", ran.err);
    let ran = run(&["verify", &path, "--snapshots", directory.join("nowhere").to_str().unwrap()]);
    assert!(ran.code == 1 && ran.err.contains("cannot be read"), "{}", ran.err);
}
