//! `factcheck search` and `factcheck lookup`.

use serde_json::{Value, json};

use crate::cli::{directory, file, run, run_with};

fn bridges(test: &str) -> String {
    let claim = |id: &str, text: &str| json!({ "id": id, "statement": { "text": text } });
    let dataset = json!({
        "id": "d", "title": "T", "language": "en",
        "claims": [
            claim("closed", "The old bridge was closed because the council owes the toll company three million."),
            claim("moon", "The moon is made of green cheese."),
            claim("new", "The new bridge is older than the moon."),
        ],
    });
    file(&directory(test), "claims.json", dataset.to_string())
}

fn lines(text: &str) -> Vec<Value> {
    text.lines().map(|it| serde_json::from_str(it).unwrap()).collect()
}

fn ids(line: &Value) -> Vec<&str> {
    line["claims"].as_array().unwrap().iter().map(|it| it["id"].as_str().unwrap()).collect()
}

#[test]
fn a_line_a_query() {
    let claims = bridges("a_line_a_query");
    let found = lines(&run(&["search", &claims, "bridges", "\"the moon\"", "zebra"]).text());
    assert_eq!(
        found.iter().map(ids).collect::<Vec<_>>(),
        [vec!["new", "closed"], vec!["new", "moon"], vec![]]
    );
    assert_eq!(found[0]["text"], "bridges");
    assert!(found[0]["claims"][0]["score"].as_u64() >= found[0]["claims"][1]["score"].as_u64());
    let input = "bridge\r\n\n q7 \tmoon\n";
    let piped = lines(&run_with(&["search", &claims, "--limit", "1"], input.as_bytes()).text());
    assert_eq!(piped.iter().map(ids).collect::<Vec<_>>(), [["new"], ["moon"]]);
    assert_eq!((&piped[0]["id"], &piped[1]["id"]), (&Value::Null, &json!("q7")));
}

#[test]
fn a_text_repeats_a_claim_or_none() {
    let claims = bridges("a_text_repeats_a_claim_or_none");
    let input = "They closed the old bridge! The council owes three million to the toll company\nCats sleep all day.\n";
    let found = lines(&run_with(&["lookup", &claims], input.as_bytes()).text());
    assert_eq!((&found[0]["decision"], ids(&found[0])[0]), (&json!("same"), "closed"));
    assert_eq!(found[1]["decision"], "none");
    assert!(found[0]["strength"].as_u64() > found[1]["strength"].as_u64());
}

#[test]
fn a_run_for_trec() {
    let claims = bridges("a_run_for_trec");
    let input = "a\tbridge\nb\tThe moon is made of green cheese.\n";
    let run_of = |command: &str| run_with(&[command, &claims, "--trec"], input.as_bytes()).text();
    let without_scores = |run: String| {
        let line = |it: &str| {
            let mut cells: Vec<&str> = it.split(' ').collect();
            assert!(cells.remove(4).parse::<u32>().unwrap() > 0);
            cells.join(" ")
        };
        run.lines().map(line).collect::<Vec<_>>()
    };
    assert_eq!(without_scores(run_of("search"))[..2], ["a Q0 new 1 factcheck", "a Q0 closed 2 factcheck"]);
    assert_eq!(without_scores(run_of("lookup"))[2], "b Q0 moon 1 same");
}

#[test]
fn what_cannot_be_answered_is_told() {
    let claims = bridges("what_cannot_be_answered_is_told");
    let fails = |args: &[&str], input: &[u8], code| {
        let mut all = args.to_vec();
        all.insert(1, &claims);
        let ran = run_with(&all, input);
        assert_eq!(ran.code, code, "{}", ran.err);
        ran.err
    };
    let told = fails(&["search", "--trec"], b"a\tmoon\nbridge\n", 1);
    assert!(
        told.contains("standard input:2: `bridge` has no query id; write the id without blanks, a tab and"),
        "{told}"
    );
    let told = fails(&["lookup"], b"moon\n\xFF\n", 1);
    assert!(told.contains("standard input:2: is not UTF-8; convert the file first"), "{told}");
    let told = run_with(&["search", "-"], b"").fails(2);
    assert!(told.contains("standard input cannot be both the dataset and what to look for"), "{told}");
}
