//! CSV: columns named as the record's fields, no cell that a spreadsheet would run, RFC 4180.

use factcheck::export::{Format, Selection, csv};
use factcheck::text::{neutral, restored};
use proptest::prelude::*;
use proptest::test_runner::TestRunner;
use serde_json::json;

use crate::export_read;
use crate::export_support::{export, rich};
use crate::support::{cases, valid};

#[test]
fn one_claim_with_all_that_is_carried() {
    let rows = export_read::csv(&export(Format::Csv, &valid(&rich())).text);
    let filled: Vec<String> = rows[0]
        .iter()
        .filter(|(name, _)| !name.ends_with(".text") || name.starts_with("counter"))
        .map(|(name, cell)| format!("{name}: {cell}"))
        .collect();
    let address = "https://gazette.example/morning?page=1&part=2";
    assert_eq!(
        filled,
        [
            "id: bridge",
            "statement.summary: Seven millers built the bridge",
            "statement.speaker: Ada Miller",
            "statement.speaker.role: Mayor of Lune",
            "statement.date: 2015-09-19",
            "statement.language: de",
            "statement.wording: verbatim",
            "statement.quality: fact",
            &format!("statement.said_in.url: {address}"),
            "statement.said_in.title: Morning gazette",
            "counter.relation: denies",
            "counter.text: It took nine years.",
            "counter.speaker: Bo Baker",
            "counter.speaker.role: Head of the guild",
            "counter.date: 2018-10-01",
            "counter.language: ru",
            "counter.wording: verbatim",
            "counter.quality: opinion",
            &format!("counter.said_in.url: {address}"),
            "counter.said_in.title: Morning gazette",
            "counter.sources.url: ",
            "counter.sources.title: The Lune almanac",
            "verdict.label: Not so",
            "verdict.by: Desk two",
            "verdict.date: 2021-04-05",
            "verdict.url: https://example.org/checks/bridge",
            "verdict.explanation: The books show nine years.",
            "verdict.value: 2",
            "verdict.worst: 1",
            "verdict.best: 5",
            "verdict.sources.url: ",
            "verdict.sources.title: The Lune almanac",
            "verdict.2.label: Still not so",
            "verdict.2.by: ",
            "verdict.2.date: 2022-06-07",
            "verdict.2.url: ",
            "verdict.2.explanation: We looked again.",
            "verdict.2.value: ",
            "verdict.2.worst: ",
            "verdict.2.best: ",
            "verdict.2.sources.url: ",
            "verdict.2.sources.title: ",
            "weight: refuted",
            "topics: bridges, old; millers",
        ]
    );
    let far: Vec<&str> = rows[1].iter().map(|(_, cell)| cell.as_str()).filter(|it| !it.is_empty()).collect();
    assert_eq!(far, ["far", "The moon is far away.", "en", address, "Morning gazette"]);
}

#[test]
fn further_ones_have_columns_with_a_number() {
    let mut dataset = rich();
    let counter = dataset["claims"][0]["counter_statements"][0].clone();
    dataset["claims"][1]["counter_statements"] = json!([counter, counter]);
    dataset["claims"][1]["counter_statements"][1]["sources"] =
        json!(["almanac", "morning", "almanac", "other"]);
    dataset["sources"]["other"] = json!({ "title": "Another almanac" });
    dataset["claims"][1]["statement"]["said_in"] = json!(["morning", "almanac"]);
    let dataset = valid(&dataset);
    let rows = export_read::csv(&csv(&Selection::all(&dataset)).text);
    let cell = |row: usize, name: &str| {
        let found = rows[row].iter().find(|(it, _)| it == name);
        found.unwrap_or_else(|| panic!("no column {name}")).1.clone()
    };
    assert_eq!(cell(1, "statement.said_in.2.title"), "The Lune almanac");
    assert_eq!(cell(0, "statement.said_in.2.title"), "");
    assert_eq!(cell(1, "counter.2.text"), "It took nine years.");
    // A source that is cited twice has two passages, and passages have no columns.
    assert_eq!(cell(1, "counter.2.sources.3.title"), "Another almanac");
    assert_eq!(cell(1, "counter.sources.title"), "The Lune almanac");
    let is_there = |name: &str| rows[0].iter().any(|(it, _)| it == name);
    assert!(!is_there("counter.sources.2.title"), "nobody needs it");
    assert!(!is_there("counter.3.text"), "nobody needs it");
    let none = valid(&json!({ "id": "d", "title": "T", "language": "en", "claims": [] }));
    let text = csv(&Selection::all(&none)).text;
    assert!(text.starts_with("id,statement.text,") && text.ends_with(",topics\r\n"), "{text}");
}

#[test]
fn the_file_is_as_rfc_4180_has_it() {
    let mut dataset = rich();
    dataset["claims"][0]["statement"]["text"] = json!("one, \"two\"\nthree");
    let text = export(Format::Csv, &valid(&dataset)).text;
    assert!(text.contains("bridge,\"one, \"\"two\"\"\nthree\",Seven millers"), "{text}");
    assert_eq!(text.matches("\r\n").count(), 3, "a header and two rows");
    assert!(text.ends_with("\r\n") && text.starts_with("id,"));
}

#[test]
fn no_cell_is_a_formula() {
    for (text, cell) in [
        ("=1+2", "'=1+2"),
        ("+1", "'+1"),
        ("-1.5", "'-1.5"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("'=1", "''=1"),
        ("''@x", "'''@x"),
        ("'tis", "'tis"),
        ("1+2", "1+2"),
        (" =1", " =1"),
        ("", ""),
    ] {
        assert_eq!(neutral(text), cell);
        assert_eq!(restored(cell), text);
    }
    let formula = "=HYPERLINK(\"https://example.org\")";
    let dataset = crate::support::every_field(&mut || formula.into(), &mut |_| 0);
    let text = export(Format::Csv, &valid(&dataset)).text;
    let mut reader = ::csv::Reader::from_reader(text.as_bytes());
    let cells: Vec<String> =
        reader.records().flat_map(|row| row.unwrap().iter().map(String::from).collect::<Vec<_>>()).collect();
    assert!(cells.iter().filter(|it| it.contains("HYPERLINK")).count() > 10);
    assert!(cells.iter().all(|it| !it.starts_with(['=', '+', '-', '@', '\t', '\r'])), "{cells:?}");
}

#[test]
fn every_text_comes_back_from_its_cell() {
    let run = TestRunner::new(cases(500)).run(&"['=+@\\t-]{0,4}.{0,8}", |text| {
        let cell = neutral(&text);
        prop_assert_eq!(restored(&cell), text.as_str());
        prop_assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r']));
        Ok(())
    });
    run.unwrap_or_else(|error| panic!("{error}"));
}
