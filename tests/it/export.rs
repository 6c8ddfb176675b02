//! Exports: what each format carries, what is told of the rest, and that the same input gives the same bytes.

use factcheck::export::{Carried, FIELDS, Field, Format};
use serde_json::json;

use crate::cli::{directory, file, run};
use crate::export_support::{changed, export, rich};
use crate::support::{bundled, valid};

const INTERCHANGE: &str = include_str!("../../src/INTERCHANGE.md");

#[test]
fn formats_carry_the_fields_that_the_table_says() {
    let dataset = valid(&rich());
    let before: Vec<String> = Format::ALL.iter().map(|it| export(*it, &dataset).text).collect();
    let mut wrong = Vec::new();
    for field in FIELDS {
        let other = changed(field.path);
        for (format, before) in Format::ALL.iter().zip(&before) {
            let is_carried = export(*format, &other).text != *before;
            if is_carried != (field.carried_by(*format) != Carried::No) {
                wrong.push(format!("{}: {format:?} carries it: {is_carried}", field.path));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn every_field_of_the_record_has_a_row() {
    let schema = factcheck::dataset::schema();
    let records = [
        ("dataset", &schema),
        ("people", &schema["$defs"]["Person"]),
        ("sources", &schema["$defs"]["Source"]),
        ("statement", &schema["$defs"]["Statement"]),
        ("counter_statements", &schema["$defs"]["CounterStatement"]),
        ("verdicts", &schema["$defs"]["Verdict"]),
        ("claims", &schema["$defs"]["Claim"]),
        ("response", &schema["$defs"]["Response"]),
        ("history", &schema["$defs"]["Change"]),
    ];
    let names: Vec<&str> = records.iter().map(|(name, _)| *name).collect();
    let mut missing = Vec::new();
    for (record, shape) in records {
        let fields = shape["properties"].as_object().unwrap_or_else(|| panic!("no {record} in the schema"));
        for field in fields.keys().filter(|it| *it != "$schema" && *it != "allow") {
            let path = format!("{record}.{field}");
            if !names.contains(&field.as_str()) && !FIELDS.iter().any(|it| it.path == path) {
                missing.push(path);
            }
        }
    }
    assert!(missing.is_empty(), "{missing:#?}");
}

#[test]
fn the_documentation_shows_the_table() {
    let word = |field: &Field, format: &Format| match field.carried_by(*format) {
        Carried::Yes => "yes",
        Carried::Part => "part",
        Carried::No => "",
    };
    let rows: Vec<String> = FIELDS
        .iter()
        .map(|field| {
            let cells: Vec<String> =
                Format::ALL.iter().map(|it| format!(" {} |", word(field, it)).replace("  ", " ")).collect();
            format!("| `{}` |{}", field.path, cells.concat())
        })
        .collect();
    let table = INTERCHANGE.lines().skip_while(|it| !it.starts_with("| field |")).skip(2);
    let shown: Vec<&str> = table.take_while(|it| it.starts_with('|')).collect();
    assert_eq!(shown, rows, "\n{}\n", rows.join("\n"));
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    for dataset in [valid(&rich()), bundled()] {
        for format in Format::ALL {
            let first = export(*format, &dataset);
            assert_eq!(first, export(*format, &dataset));
            assert!(first.text.ends_with('\n') || *format == Format::ClaimReview);
        }
    }
}

#[test]
fn what_is_left_out_is_told_by_kind() {
    let told = |format| export(format, &valid(&rich())).left_out;
    let of_sources = [
        "dataset: id, title, description, language, publisher, methodology, corrections, license, updated",
        "people: all 2",
        "statement: all 2",
        "counter_statements: all 1",
        "verdicts: all 2",
        "claims: all 2",
        "response: all 1",
        "history: all 1",
    ];
    assert_eq!(told(Format::CslJson), of_sources);
    assert_eq!(told(Format::BibTex), of_sources);
    let of_feeds = told(Format::JsonFeed);
    assert_eq!(of_feeds[0], "dataset: methodology, corrections, license, updated");
    assert_eq!(of_feeds[1], "people: 2 × role, 1 × same_as");
    assert_eq!(of_feeds[2], "sources: all 2");
    let of_annotations = told(Format::Annotations);
    assert_eq!(of_annotations[0], "dataset: description, methodology, corrections, license, updated");
    assert!(of_annotations.contains(&"sources: 2 × id, 1 × derived_from".into()), "{of_annotations:#?}");
    let of_csv = told(Format::Csv);
    assert!(of_csv.contains(&"claims: 1 × related".into()), "{of_csv:#?}");
}

#[test]
fn what_is_carried_in_part_is_told() {
    let mut dataset = rich();
    dataset["claims"][0]["topics"][0] = json!("bridges; old");
    dataset["claims"][0]["statement"]["date"] = json!("2015-09");
    dataset["claims"][0]["statement"]["wording"] = json!("paraphrase");
    dataset["claims"][0]["history"][0]["date"] = json!("2023");
    dataset["claims"][0]["counter_statements"][0]["text"] = json!("Nine  years,\nno less\u{FFFE}.");
    dataset["claims"][0]["history"][0]["text"] = json!("The year\u{FFFF}.");
    dataset["claims"][1]["statement"]["said_in"] = json!(["almanac"]);
    dataset["sources"]["morning"]["title"] = json!("Morning  gazette");
    let dataset = valid(&dataset);
    for (format, expected) in [
        (Format::Csv, &["1 × the bounds of topics, with `;` in them"][..]),
        (
            Format::Annotations,
            &[
                "1 × claims whose statement stands at no address",
                "1 × statement.said_in without an address",
                "1 × statement.wording, where the passage has other words",
                "1 × dates known to the month or year alone",
            ],
        ),
        (Format::BibTex, &["1 × line breaks and runs of blanks in texts"]),
        (Format::Argdown, &["1 × line breaks and runs of blanks in texts"]),
        (
            Format::Atom,
            &[
                "1 × dates known to the month or year alone, now its first day",
                "1 × characters that XML forbids, now U+FFFD",
            ],
        ),
        (Format::JsonFeed, &["1 × dates known to the month or year alone, now its first day"]),
        (Format::ClaimReview, &["1 × claims without a verdict"]),
    ] {
        let told = export(format, &dataset).left_out;
        for it in expected {
            assert!(told.iter().any(|line| line == it), "{format:?}: {it}\n{told:#?}");
        }
    }
}

#[test]
fn every_format_is_a_target_of_the_command() {
    let dir = directory("export_targets");
    let json = file(&dir, "claims.json", rich().to_string());
    let page = crate::export_support::PAGE;
    for (target, format) in [
        ("csv", Format::Csv),
        ("markdown", Format::Markdown),
        ("csl-json", Format::CslJson),
        ("bibtex", Format::BibTex),
        ("annotations", Format::Annotations),
        ("atom", Format::Atom),
        ("json-feed", Format::JsonFeed),
        ("argdown", Format::Argdown),
    ] {
        let expected = export(format, &valid(&rich()));
        let told: String = expected.left_out.iter().map(|it| format!("left out: {it}\n")).collect();
        let ran = run(&["export", &json, "--to", target, "--page", page]);
        assert_eq!((ran.code, ran.err), (0, told), "{target}");
        assert_eq!(String::from_utf8(ran.out).unwrap(), expected.text, "{target}");
        let far = run(&["export", &json, "--to", target, "--claim", "far"]);
        assert_eq!(far.code, 0, "{target}");
        assert!(!String::from_utf8(far.out).unwrap().contains("It took nine years"), "{target}");
    }
    let ran = run(&["export", &json, "--to", "csv", "--claim", "brigde"]);
    assert!(ran.fails(1).contains("did you mean `bridge`?"));
    let ran = run(&["export", &json, "--to", "atom", "--page", "example.org"]);
    assert!(ran.fails(2).contains("give a whole address"));
}
