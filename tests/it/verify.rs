//! `factcheck verify`: quotes against saved copies of their sources.

use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::cli::{directory, file, run};
use crate::support::shared;

pub const ARTICLE: &str = "The bridge of Mill Lane\n\nThe mayor said on Monday: “The bridge isn’t closed. \
    The council paid for it. Nobody was asked.” She left.\n\nThe bridge isn’t new.";

/// A dataset in YAML with one quote a claim, all from the source `gazette`.
pub fn dataset(quotes: &[&str]) -> String {
    let mut text = String::from(
        "id: d\ntitle: T\nlanguage: en\nsources:\n  gazette:\n    title: The bridge of Mill Lane\n    \
         url: https://gazette.example/bridge\nclaims:\n",
    );
    for (i, quote) in quotes.iter().enumerate() {
        text += &format!(
            "  - id: c{i}\n    statement:\n      text: X # the words\n      said_in:\n        \
             - source: gazette # a comment\n          quote:\n            exact: {quote:?}\n"
        );
    }
    text
}

/// Runs `verify` in a directory with a dataset and one snapshot; gives the exit code and what was printed as JSON.
pub fn verify(directory: &Path, dataset: &str, more: &[&str]) -> (i32, Value) {
    let snapshots = directory.join("saved");
    let mut args = vec!["verify", dataset, "--json", "--snapshots", snapshots.to_str().unwrap()];
    args.extend(more);
    if !more.contains(&"--today") {
        args.extend(["--today", "2026-11-24"]);
    }
    let ran = run(&args);
    assert_eq!(ran.err, "");
    (ran.code, serde_json::from_slice(&ran.out).unwrap())
}

pub fn saved(directory: &Path, name: &str, text: &str) {
    let path = directory.join("saved").join(name);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

fn outcomes(printed: &Value) -> Vec<&str> {
    printed["quotes"].as_array().unwrap().iter().map(|it| it["outcome"].as_str().unwrap()).collect()
}

#[test]
fn a_sign_a_word_and_a_sentence_are_told_apart() {
    let directory = directory("verify_outcomes");
    saved(&directory, "gazette.txt", ARTICLE);
    let quotes = [
        "The bridge isn’t closed.",
        "The bridge isn't closed.",
        "The council asked for it.",
        "The bridge isn’t closed. Nobody was asked.",
        "The harbor belongs to a company.",
    ];
    let path = file(&directory, "claims.yaml", dataset(&quotes));
    let (code, printed) = verify(&directory, &path, &[]);
    assert_eq!(
        outcomes(&printed),
        ["verbatim", "signs-differ", "words-differ", "sentence-missing", "missing"]
    );
    assert_eq!(code, 1);
    let messages: Vec<String> = printed["diagnostics"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| format!("{} {} {}", it["level"], it["line"], it["message"]))
        .collect();
    insta::assert_snapshot!(messages.join("\n"), @r#"
    "warning" 22 "only signs differ from gazette.txt: `isn't` is there `isn’t`"
    "error" 29 "words differ from gazette.txt: `asked` is there `paid`"
    "error" 36 "a sentence differs from gazette.txt: left out: `The council paid for it.`"
    "error" 43 "not in gazette.txt"
    "#);
    // A changed sign alone is no error, unless one asks for it.
    let path = file(&directory, "signs.yaml", dataset(&quotes[..2]));
    assert_eq!(verify(&directory, &path, &[]).0, 0);
    assert_eq!(verify(&directory, &path, &["--strict"]).0, 1);
}

#[test]
fn the_place_in_the_dataset_is_shown() {
    let directory = directory("verify_shown");
    saved(&directory, "gazette.txt", ARTICLE);
    let path = file(&directory, "claims.yaml", dataset(&["The council asked for it."]));
    let ran = run(&["verify", &path, "--snapshots", directory.join("saved").to_str().unwrap()]);
    assert_eq!((ran.code, ran.out.len()), (1, 0));
    insta::assert_snapshot!(ran.err.replace(directory.to_str().unwrap(), "…"), @r#"
    error[words-differ]: claims[0].statement.said_in[0].quote.exact: words differ from gazette.txt: `asked` is there `paid`
      --> …/claims.yaml:15:13
       |
    15 |             exact: "The council asked for it."
       |             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
       |
       = help: there: The council paid for it.

    …/claims.yaml: 1 error
    …/claims.yaml: 1 quote: 1 words-differ
    "#);
}

#[test]
fn snapshots_are_known_by_id_address_or_title() {
    let quote = "The council paid for it.";
    let page =
        |head: &str| format!("<!doctype html><html><head>{head}</head><body><p>{ARTICLE}</p></body></html>");
    let url = "https://www.gazette.example/bridge/";
    for (i, (name, text)) in [
        ("gazette.txt", ARTICLE.to_owned()),
        ("gazette.2026-11-22.html", page("")),
        ("gazette@2026.txt", ARTICLE.to_owned()),
        ("001.html", page(&format!(r#"<link rel="canonical" href="{url}">"#))),
        ("002.html", page(&format!(r#"<meta property="og:url" content="{url}">"#))),
        ("003.html", format!("<!-- saved from url=(0030)http://gazette.example/bridge -->{}", page(""))),
        ("004.txt", format!("Source: {url}\n\n{ARTICLE}")),
        ("gazette.example/bridge/index.html", page("")),
        ("gazette.example/bridge.html", page("")),
        ("005.html", page("<title>The bridge of Mill Lane</title>")),
        ("006.txt", ARTICLE.to_owned()),
    ]
    .into_iter()
    .enumerate()
    {
        let directory = directory(&format!("verify_known_{i}"));
        saved(&directory, name, &text);
        saved(&directory, "other.txt", "Something else altogether.");
        let path = file(&directory, "claims.yaml", dataset(&[quote]));
        let (code, printed) = verify(&directory, &path, &[]);
        assert_eq!((code, outcomes(&printed)), (0, vec!["verbatim"]), "{name}");
        assert_eq!(printed["quotes"][0]["snapshot"], name);
    }
    // Two files of one title say nothing, and neither does no file.
    let directory = directory("verify_unknown");
    saved(&directory, "006.txt", ARTICLE);
    saved(&directory, "007.txt", ARTICLE);
    let path = file(&directory, "claims.yaml", dataset(&[quote]));
    let (code, printed) = verify(&directory, &path, &[]);
    assert_eq!((code, outcomes(&printed)), (0, vec!["without-snapshot"]));
    assert_eq!(verify(&directory, &path, &["--strict"]).0, 1);
}

/// One citation in every way to write it; `verified` comes in without harm to the rest.
/// What is said to be verbatim and gives no passage is looked for itself.
#[test]
fn verbatim_words_are_quotes() {
    let directory = directory("verify_verbatim");
    saved(&directory, "gazette.txt", ARTICLE);
    let text = "id: d\ntitle: T\nlanguage: en\nsources: { gazette: { title: G } }\nclaims:\n- id: c\n  statement:\n    \
        text: Nobody was told.\n    wording: verbatim\n    said_in: [gazette]\n";
    let path = file(&directory, "claims.yaml", text);
    let (code, printed) = verify(&directory, &path, &[]);
    assert_eq!((code, outcomes(&printed)), (1, vec!["words-differ"]));
    assert_eq!(printed["diagnostics"][0]["path"], "claims[0].statement.text");
}

#[test]
fn an_ambiguous_quote_is_a_finding_that_can_be_turned_off() {
    let directory = directory("verify_ambiguous");
    saved(&directory, "gazette.txt", ARTICLE);
    let text = dataset(&["The bridge isn’t"]);
    let saved_at = directory.join("saved");
    let rules = |name: &str, text: &str| {
        let path = file(&directory, name, text);
        let ran = run(&["check", &path, "--json", "--snapshots", saved_at.to_str().unwrap()]);
        let printed: Value = serde_json::from_slice(&ran.out).unwrap();
        let rules = printed["diagnostics"].as_array().unwrap().iter().map(|it| it["rule"].to_string());
        rules.collect::<Vec<_>>().join(" ")
    };
    assert!(rules("bad.yaml", &text).contains("ambiguous-quote"));
    let told =
        text.replace("exact: \"The bridge isn’t\"", "{ exact: \"The bridge isn’t\", suffix: \" new.\" }");
    let told = told.replace("quote:\n            {", "quote: {");
    assert!(!rules("told.yaml", &told).contains("ambiguous-quote"), "{told}");
    assert!(!rules("off.yaml", &format!("allow: [ambiguous-quote]\n{text}")).contains("ambiguous-quote"));
}

/// Every quote of the bundled dataset that is from one of the two articles it grew out of stands there.
#[test]
fn the_bundled_quotes_are_proved() {
    let name = "the_bundled_quotes_are_proved";
    if shared(name, "seeds/000_d757d9cf0c69b1a2.txt").is_none() {
        return;
    }
    let seeds = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().join("shared/seeds");
    let ran = run(&["verify", "--json", "--snapshots", seeds.to_str().unwrap()]);
    let printed: Value = serde_json::from_slice(&ran.out).unwrap();
    let of_articles = |it: &&Value| ["tpv-2015", "vk-2018"].contains(&it["source"].as_str().unwrap());
    let quotes: Vec<&Value> = printed["quotes"].as_array().unwrap().iter().filter(of_articles).collect();
    assert!(quotes.len() >= 40 && quotes.iter().all(|it| it["outcome"] == "verbatim"), "{quotes:#?}");
    assert_eq!(ran.code, 0);
}
