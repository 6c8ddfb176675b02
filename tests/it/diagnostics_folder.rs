//! What is told of faults in a folder of one-claim files, and what a folder may be.

use std::fs;

use insta::assert_snapshot;

use crate::cli::{directory, run_in};
use crate::diagnostics::told;

/// A file that cannot be read hides nothing of the others, and what it may have brought is not missed.
#[test]
fn faults_in_a_folder() {
    let files = [
        ("d/dataset.yaml", "id: d\ntitle: T\nlanguage: en\nsources:\n  gazette: { title: The Gazette }\n"),
        ("d/claims/a.yaml", "statement:\n  text: A\n   speaker: x\n"),
        ("d/claims/b.json", "{ \"statement\": { \"text\": \"B\" },\n"),
        ("d/claims/c.toml", "weight = \"refutd\"\n[statement]\ntext = \"C\"\nsaid_in = [\"gazette\"]\n"),
        (
            "d/claims/d.yaml",
            "statement: { text: D, said_in: [gazette], speaker: nobody }\nsources: { gazette: { title: Another } }\n",
        ),
        (
            "d/claims/e.json",
            "{ \"statement\": { \"text\": \"E\" }, \"counter_statements\": [{ \"relation\": \"denies\", \"text\": \"N\" }] }\n",
        ),
        ("d/claims/f.yaml", "- a list\n"),
        ("d/claims/g.json", "<html>"),
    ];
    assert_snapshot!(told("faults_in_a_folder", &files, "d"), @r#"
    error: not YAML: mapping values are not allowed in this context
     --> d/claims/a.yaml:3:11
      |
    3 |    speaker: x
      |           ^
      |
      = help: quote text that contains `: `, and begin fields in the same column

    error: expected a name in double quotes, found the end of the file
     --> d/claims/b.json:1:32
      |
    1 | { "statement": { "text": "B" },
      |                                ^
      |
      = help: the file is cut off: save or fetch it again

    error: claims[0].weight: unknown word `refutd`
     --> d/claims/c.toml:1:1
      |
    1 | weight = "refutd"
      | ^^^^^^^^^^^^^^^^^
      |
      = help: did you mean `refuted`?

    error: another file has a different `gazette` in `sources`
     --> d/claims/d.yaml:2:12
      |
    2 | sources: { gazette: { title: Another } }
      |            ^^^^^^^
      |
      = help: give it another id, or keep it in one place

    error[no-citation]: claims[2].counter_statements[0]: a counter-statement without a source
     --> d/claims/e.json:1:56
      |
    1 | { "statement": { "text": "E" }, "counter_statements": [{ "relation": "denies", "text": "N" }] }
      |                                                        ^
      |
      = help: say where it was said (`said_in`) or what carries it (`sources`)

    error: the file is not an object, and so not a claim
     --> d/claims/f.yaml:1:1
      |
    1 | - a list
      | ^
      |
      = help: begin with the fields: `id`, `statement` …

    error: d/claims/g.json: is HTML, not a dataset
     |
     = help: the address may answer with a page instead of the file

    d: 7 errors
    "#);
}

/// Without its head the claims are looked at all the same.
#[test]
fn faults_in_the_head_of_a_folder() {
    let files = [
        ("d/dataset.yaml", "id: d\ntitle: \"T\nlanguage: en\n"),
        ("d/a.yaml", "statement: { text: A, said_in: [gazette] }\nwieght: x\n"),
    ];
    assert_snapshot!(told("faults_in_the_head_of_a_folder", &files, "d"), @r#"
    error: not YAML: unclosed quote
     --> d/dataset.yaml:2:8
      |
    2 | title: "T
      |        ^^
      |
      = help: close it; within single quotes, one is written as two

    error: claims[0].wieght: unknown field `wieght`
     --> d/a.yaml:2:1
      |
    2 | wieght: x
      | ^^^^^^^^^
      |
      = help: did you mean `weight`?

    d: 2 errors
    "#);
}

/// The same dataset in one file and in a folder, with each claim in another format.
#[test]
fn a_folder_is_the_dataset_of_its_files() {
    let dir = directory("folder_equals_file");
    let put = |name: &str, text: &str| {
        let path = dir.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    };
    put("d/dataset.toml", "id = 'd'\ntitle = 'T'\nlanguage = 'en'\n[sources.s]\ntitle = 'S'\n");
    put("d/a.yaml", "statement: { text: A, said_in: [s] }\n");
    put(
        "d/deep/down/b.json",
        r#"{ "statement": { "text": "B", "speaker": "p" }, "people": { "p": { "name": "P" } } }"#,
    );
    put(
        "d/deep/c.toml",
        "id = 'named'\n[statement]\ntext = 'C'\nsaid_in = ['t', 's']\n[sources]\ns.title = 'S'\nt.title = 'T'\n",
    );
    put("d/.hidden.yaml", "nonsense");
    put("d/_draft.yaml", "nonsense");
    put("d/_drafts/x.yaml", "nonsense");
    put("d/notes.txt", "nonsense");
    put(
        "one.yaml",
        "id: d\ntitle: T\nlanguage: en\npeople: { p: { name: P } }\nsources: { s: { title: S }, t: { title: T } }\n\
         claims:\n- { id: a, statement: { text: A, said_in: [s] } }\n\
         - { id: named, statement: { text: C, said_in: [t, s] } }\n\
         - { id: b, statement: { text: B, speaker: p } }\n",
    );
    let pack = |name: &str| run_in(&dir, &["pack", name]);
    let (folder, one) = (pack("d"), pack("one.yaml"));
    assert_eq!((folder.code, folder.err.as_str(), one.code), (0, "", 0));
    assert_eq!(folder.out, one.out, "files in the order of their paths");
}

#[test]
fn what_a_folder_must_be() {
    let head = ("d/dataset.yaml", "id: d\ntitle: T\nlanguage: en\n");
    let needs = "put `id`, `title`, `language` into one, and each claim into a file of its own\n";
    for (files, expected) in [
        (
            &[("d/a.yaml", "statement: { text: A }\n")][..],
            format!("d: has no dataset.json, dataset.yaml or dataset.toml; {needs}"),
        ),
        (
            &[head, ("d/dataset.json", "{}")],
            format!("d: has more than one dataset.json, dataset.yaml or dataset.toml; {needs}"),
        ),
    ] {
        assert_eq!(told("what_a_folder_must_be", files, "d"), expected);
    }
    let same_name =
        [head, ("d/x/a.yaml", "statement: { text: A }\n"), ("d/y/a.yaml", "statement: { text: B }\n")];
    let told_of_it = told("what_a_folder_must_be", &same_name, "d");
    assert!(
        told_of_it.starts_with(
            "error[duplicate-claim]: claims[1].id: another claim has the id `a`\n --> d/y/a.yaml:1:1\n"
        ),
        "{told_of_it}"
    );
    let no_id = [head, ("d/my claim.yaml", "statement: { text: A }\n")];
    let told_of_it = told("what_a_folder_must_be", &no_id, "d");
    assert!(
        told_of_it.starts_with("error: claims[0].id: `my claim` is not an id\n --> d/my claim.yaml:1:1\n"),
        "{told_of_it}"
    );
    let odd_tables = [
        ("d/dataset.yaml", "id: d\ntitle: T\nlanguage: en\nclaims: none\nsources: [x]\n"),
        ("d/a.yaml", "statement: { text: A }\npeople: 5\nsources: ~\n"),
    ];
    let told_of_it = told("what_a_folder_must_be", &odd_tables, "d");
    for line in [
        "error: `claims` is not a list",
        "error: `sources` is not an object",
        "error: `people` is not an object",
        "d: 3 errors",
    ] {
        assert!(told_of_it.lines().any(|it| it == line), "{line}:\n{told_of_it}");
    }
}
