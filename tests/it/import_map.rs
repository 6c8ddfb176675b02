//! `factcheck import`: which column goes where, by a guess or by a map.

use std::fs;

use serde_json::{Value, json};

use crate::cli::{directory, file, run};
use crate::import_tables::{TABLE, import};

#[test]
fn columns_are_guessed_by_their_names() {
    let it = import("guess", "bridge.csv", TABLE, &[]);
    insta::assert_snapshot!(it.notes().join("\n").lines()
        .map(|line| line.rsplit(": column").next().unwrap().to_owned()).collect::<Vec<_>>().join("\n"), @r"
     `claim`: statement
     `explanation`: counter-statement
     `speaker`: speaker
     `date`: date
     `url`: evidence
    ");
    assert_eq!(it.dataset["id"], "bridge");
    assert_eq!(
        it.dataset["claims"][0],
        json!({
            "id": "the-bridge-is-closed",
            "statement": { "text": "The bridge is closed.", "speaker": "the-mayor", "date": "2021-05-02" },
            "counter_statements": [{
                "relation": "corrects", "text": "Only to lorries, the council says.",
                "sources": [{ "source": "council-example-notice" }],
            }],
        })
    );
    assert_eq!(it.dataset["people"], json!({ "the-mayor": { "name": "The mayor" } }));
    assert_eq!(
        it.dataset["sources"]["council-example-notice"],
        json!({ "title": "council.example/notice", "url": "https://council.example/notice" })
    );
}

#[test]
fn a_guess_that_was_written_down_gives_the_same() {
    let directory = directory("tables_write_map");
    let path = file(&directory, "bridge.csv", TABLE.replace(',', ";").replace("lorries;", "lorries,"));
    let map = directory.join("map.toml");
    let (map, import) = (map.to_str().unwrap(), |more: &[&str]| {
        let mut args = vec!["import", path.as_str()];
        args.extend(more);
        let ran = run(&args);
        assert_eq!(ran.code, 0, "{}", ran.err);
        (ran.out, ran.err)
    });
    let (guessed, told) = import(&["--write-map", map]);
    assert!(told.contains("separated by `;`") && told.contains("column `claim`: statement"), "{told}");
    let (mapped, told) = import(&["--map", map]);
    assert!(guessed == mapped && !told.contains("column"), "{told}");
    insta::assert_snapshot!(fs::read_to_string(map).unwrap(), @r#"
    # Which columns of the table go where in the records; for `factcheck import --map`.
    delimiter = ";"
    encoding = "UTF-8"

    [claim]

    [statement]
    text = "claim"
    speaker = "speaker"
    date = "date"

    [[counter_statements]]
    text = "explanation"
    sources = "url"

    [counter_statements.relation]
    value = "corrects"
    "#);
    let again = run(&["import", &path, "--write-map", map]);
    assert!(again.code == 1 && again.err.contains("--force"), "{}", again.err);
}

#[test]
fn a_map_says_everything_that_a_guess_cannot() {
    let directory = directory("tables_map");
    let pool =
        json!([{ "n": 7, "words": "It is open to cars." }, { "n": 8, "words": "It was closed once." }]);
    file(&directory, "pool.json", pool.to_string());
    let records = json!({ "more": [], "rows": [
        { "k": "b-1", "s": { "words": "The bridge is closed.", "on": "02.05.2021" }, "v": "F",
          "answers": [{ "ref": 7, "stance": "con" }, { "ref": [8, 7], "stance": "huh" }, { "ref": 9, "stance": "pro" }] },
    ] });
    let path = file(&directory, "records.json", records.to_string());
    let map = r#"
        id = "bridges"
        title = "Bridges"
        language = "en"
        records = "rows"
        dates = "day-first"
        [lookup.pool]
        file = "pool.json"
        key = "n"
        [claim]
        id = "k"
        weight = { column = "v", words = { F = "refuted" } }
        [statement]
        text = ["missing", "s.words"]
        date = "s.on"
        speaker = { value = "The mayor" }
        [[counter_statements]]
        each = "answers"
        text = { column = "ref", lookup = "pool", field = "words" }
        relation = { column = "stance", words = { con = "contradicts", pro = "supports" } }
        said_in = { title = { value = "The pool" }, kind = { value = "other" } }
    "#;
    let map = file(&directory, "map.toml", map);
    let ran = run(&["import", &path, "--map", &map]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let dataset: Value = serde_json::from_slice(&ran.out).unwrap();
    assert_eq!(
        (&dataset["id"], &dataset["title"], &dataset["language"]),
        (&json!("bridges"), &json!("Bridges"), &json!("en"))
    );
    assert_eq!(
        dataset["claims"][0],
        json!({
            "id": "b-1",
            "statement": { "text": "The bridge is closed.", "speaker": "the-mayor", "date": "2021-05-02" },
            "counter_statements": [
                { "relation": "contradicts", "text": "It is open to cars.", "said_in": [{ "source": "the-pool" }] },
                { "relation": "adds-context", "text": "It was closed once.", "said_in": [{ "source": "the-pool" }] },
            ],
            "weight": "refuted",
        })
    );
    for told in [
        "stance: the map has no word for `huh`",
        "`ref` has 2 values: only the first is carried",
        "`9` is not in the list `pool`",
    ] {
        assert!(ran.err.contains(told), "{told}: {}", ran.err);
    }
}

#[test]
fn a_map_that_is_wrong_is_refused_with_its_line() {
    let directory = directory("tables_bad_map");
    let path = file(&directory, "t.csv", TABLE);
    for (map, told) in [
        ("[statement]\ntxet = \"claim\"\n", "txet"),
        ("[statement]\ntext = 5\n", "expected a column"),
        ("[statement]\neach = \"list\"\n", "belong to `counter_statements`"),
        ("[claim]\nid = { lookup = \"pool\" }\n", "`lookup` and `field` go together"),
        ("dates = \"sometimes\"\n", "sometimes"),
    ] {
        let map = file(&directory, "map.toml", map);
        let ran = run(&["import", &path, "--map", &map]);
        assert!(
            ran.code == 1 && ran.err.contains("is not a map") && ran.err.contains(told),
            "{told}: {}",
            ran.err
        );
    }
    let ran = run(&["import", &path, "--map", "nowhere.toml"]);
    assert!(ran.code == 1 && ran.err.contains("nowhere.toml: cannot be read"), "{}", ran.err);
    let ran = run(&["import", &file(&directory, "n.csv", "a,b\n1,2\n")]);
    assert!(
        ran.code == 1 && ran.err.contains("no column seems to hold statements; there are: a, b"),
        "{}",
        ran.err
    );
}

/// The documentation's map is one, and every map that comes along has its line there.
#[test]
fn the_documentation_of_maps_is_right() {
    let text = include_str!("../../src/INTERCHANGE.md");
    let map = text.split("```toml\n").nth(1).and_then(|it| it.split("```").next()).unwrap();
    factcheck::import::TableMap::parse(map).unwrap();
    for (name, _) in factcheck::import::PRESETS {
        assert!(text.contains(&format!("--map {name} ")), "{name}");
    }
}

#[test]
fn the_maps_that_come_along_are_listed_and_are_maps() {
    let listed = run(&["import", "--maps"]).text();
    for line in listed.lines() {
        let name = line.split_whitespace().next().unwrap();
        let text = run(&["import", "--maps", name]).text();
        factcheck::import::TableMap::parse(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
    }
    assert!(listed.lines().count() >= 8, "{listed}");
    let ran = run(&["import", "--maps", "nothing"]);
    assert!(ran.code == 1 && ran.err.contains("there are: claimskg"), "{}", ran.err);
}
