//! What is told of a faulty dataset: the lines it concerns, underlined, in every format, all of it at once.

use insta::assert_snapshot;

use crate::cli::{directory, file, run_in};

/// What `factcheck check` says of these files, asked about the last one, or about the folder of all.
pub fn told(test: &str, files: &[(&str, &str)], asked: &str) -> String {
    let dir = directory(test);
    for (name, text) in files {
        let path = dir.join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        file(&dir, name, text);
    }
    run_in(&dir, &["check", asked, "--today", "2026-11-22"]).fails(1)
}

const JSON: &str = r#"{
  "id": "d", "title": 5, "language": "english",
  "people": { "mayor": { "name": "The mayor", "role": ["x"] } },
  "sources": { "gazette": { "title": "The Gazette", "date": "2021-13-01" } },
  "claims": [
    {
      "id": "bridge",
      "statement": { "text": "The bridge is closed.", "speaker": "mayr", "said_in": ["gazete"] },
      "counter_statements": [
        { "relation": "denys", "text": "It is open." }
      ],
      "wieght": "refuted"
    }
  ]
}
"#;

#[test]
fn faults_in_json() {
    assert_snapshot!(told("faults_in_json", &[("bad.json", JSON)], "bad.json"), @r#"
    error: title: is a number
     --> bad.json:2:14
      |
    2 |   "id": "d", "title": 5, "language": "english",
      |              ^^^^^^^^^^
      |
      = help: expected a string in quotes

    error: language: `english` is not a language tag
     --> bad.json:2:26
      |
    2 |   "id": "d", "title": 5, "language": "english",
      |                          ^^^^^^^^^^^^^^^^^^^^^
      |
      = help: use a BCP 47 tag such as `en` or `pt-BR`

    error: people.mayor.role: is a list
     --> bad.json:3:47
      |
    3 |   "people": { "mayor": { "name": "The mayor", "role": ["x"] } },
      |                                               ^^^^^^
      |
      = help: expected a string in quotes

    error: sources.gazette.date: `2021-13-01` is not a date
     --> bad.json:4:53
      |
    4 |   "sources": { "gazette": { "title": "The Gazette", "date": "2021-13-01" } },
      |                                                     ^^^^^^^^^^^^^^^^^^^^
      |
      = help: write 2018, 2018-11 or 2018-11-06, a day that exists

    error[unknown-person]: claims[0].statement.speaker: no person has the id `mayr`
     --> bad.json:8:55
      |
    8 |       "statement": { "text": "The bridge is closed.", "speaker": "mayr", "said_in": ["gazete"] },
      |                                                       ^^^^^^^^^^^^^^^^^
      |
      = help: did you mean `mayor`?

    error[unknown-source]: claims[0].statement.said_in[0].source: no source has the id `gazete`
     --> bad.json:8:86
      |
    8 |       "statement": { "text": "The bridge is closed.", "speaker": "mayr", "said_in": ["gazete"] },
      |                                                                                      ^^^^^^^^
      |
      = help: did you mean `gazette`?

    error: claims[0].counter_statements[0].relation: unknown word `denys`
      --> bad.json:10:11
       |
    10 |         { "relation": "denys", "text": "It is open." }
       |           ^^^^^^^^^^^^^^^^^^^
       |
       = help: did you mean `denies`?

    error: claims[0].wieght: unknown field `wieght`
      --> bad.json:12:7
       |
    12 |       "wieght": "refuted"
       |       ^^^^^^^^^^^^^^^^^^^
       |
       = help: did you mean `weight`?

    bad.json: 8 errors
    "#);
}

const YAML: &str = r#"# The same in YAML.
id: d
title: 5
language: english
people:
  mayor: { name: The mayor, role: [x] }
sources:
  gazette:
    title: The Gazette
    date: 2021-13-01
claims:
  - id: bridge
    statement:
      text: The bridge is closed.
      speaker: mayr
      said_in:
        - gazete
    counter_statements:
      - relation: denys
        text: |
          It is
          open.
    wieght: refuted
"#;

#[test]
fn faults_in_yaml() {
    assert_snapshot!(told("faults_in_yaml", &[("bad.yaml", YAML)], "bad.yaml"), @r#"
    error: title: is a number
     --> bad.yaml:3:1
      |
    3 | title: 5
      | ^^^^^^^^
      |
      = help: expected a string in quotes

    error: language: `english` is not a language tag
     --> bad.yaml:4:1
      |
    4 | language: english
      | ^^^^^^^^^^^^^^^^^
      |
      = help: use a BCP 47 tag such as `en` or `pt-BR`

    error: people.mayor.role: is a list
     --> bad.yaml:6:29
      |
    6 |   mayor: { name: The mayor, role: [x] }
      |                             ^^^^
      |
      = help: expected a string in quotes

    error: sources.gazette.date: `2021-13-01` is not a date
      --> bad.yaml:10:5
       |
    10 |     date: 2021-13-01
       |     ^^^^^^^^^^^^^^^^
       |
       = help: write 2018, 2018-11 or 2018-11-06, a day that exists

    error[unknown-person]: claims[0].statement.speaker: no person has the id `mayr`
      --> bad.yaml:15:7
       |
    15 |       speaker: mayr
       |       ^^^^^^^^^^^^^
       |
       = help: did you mean `mayor`?

    error[unknown-source]: claims[0].statement.said_in[0].source: no source has the id `gazete`
      --> bad.yaml:17:11
       |
    17 |         - gazete
       |           ^^^^^^
       |
       = help: did you mean `gazette`?

    error: claims[0].counter_statements[0].relation: unknown word `denys`
      --> bad.yaml:19:9
       |
    19 |       - relation: denys
       |         ^^^^^^^^^^^^^^^
       |
       = help: did you mean `denies`?

    error: claims[0].wieght: unknown field `wieght`
      --> bad.yaml:23:5
       |
    23 |     wieght: refuted
       |     ^^^^^^^^^^^^^^^
       |
       = help: did you mean `weight`?

    bad.yaml: 8 errors
    "#);
}

const TOML: &str = r#"# The same in TOML.
id = "d"
title = 5
language = "english"

[people.mayor]
name = "The mayor"
role = ["x"]

[sources.gazette]
title = "The Gazette"
date = 2021-12-01T10:00:00

[[claims]]
id = "bridge"
wieght = "refuted"

[claims.statement]
text = "The bridge is closed."
speaker = "mayr"
said_in = ["gazete"]

[[claims.counter_statements]]
relation = "denys"
text = """
It is
open."""
"#;

#[test]
fn faults_in_toml() {
    assert_snapshot!(told("faults_in_toml", &[("bad.toml", TOML)], "bad.toml"), @r#"
    error: title: is a number
     --> bad.toml:3:1
      |
    3 | title = 5
      | ^^^^^^^^^
      |
      = help: expected a string in quotes

    error: language: `english` is not a language tag
     --> bad.toml:4:1
      |
    4 | language = "english"
      | ^^^^^^^^^^^^^^^^^^^^
      |
      = help: use a BCP 47 tag such as `en` or `pt-BR`

    error: people.mayor.role: is a list
     --> bad.toml:8:1
      |
    8 | role = ["x"]
      | ^^^^
      |
      = help: expected a string in quotes

    error: sources.gazette.date: `2021-12-01T10:00:00` is not a date
      --> bad.toml:12:1
       |
    12 | date = 2021-12-01T10:00:00
       | ^^^^^^^^^^^^^^^^^^^^^^^^^^
       |
       = help: write 2018, 2018-11 or 2018-11-06, a day that exists

    error: claims[0].wieght: unknown field `wieght`
      --> bad.toml:16:1
       |
    16 | wieght = "refuted"
       | ^^^^^^^^^^^^^^^^^^
       |
       = help: did you mean `weight`?

    error[unknown-person]: claims[0].statement.speaker: no person has the id `mayr`
      --> bad.toml:20:1
       |
    20 | speaker = "mayr"
       | ^^^^^^^^^^^^^^^^
       |
       = help: did you mean `mayor`?

    error[unknown-source]: claims[0].statement.said_in[0].source: no source has the id `gazete`
      --> bad.toml:21:12
       |
    21 | said_in = ["gazete"]
       |            ^^^^^^^^
       |
       = help: did you mean `gazette`?

    error: claims[0].counter_statements[0].relation: unknown word `denys`
      --> bad.toml:24:1
       |
    24 | relation = "denys"
       | ^^^^^^^^^^^^^^^^^^
       |
       = help: did you mean `denies`?

    bad.toml: 8 errors
    "#);
}
