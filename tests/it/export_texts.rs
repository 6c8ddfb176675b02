//! Every text comes back from every export as it was, however hostile: whatever looks like markup is text.

use factcheck::export::Format;
use factcheck::model::Text;
use factcheck::record;
use proptest::prelude::*;
use proptest::test_runner::TestRunner;
use serde_json::Value;

use crate::export_read::{argdown, bibtex, csv, folded, markdown};
use crate::export_support::export;
use crate::support::{cases, every_field, shared, valid};

/// Stands where texts stand, and is changed by no format.
const PLAIN: &str = "Plainwords";

fn dataset(text: &str) -> factcheck::Dataset {
    valid(&every_field(&mut || text.into(), &mut |_| 0))
}

fn json(format: Format, dataset: &factcheck::Dataset) -> Value {
    serde_json::from_str(&export(format, dataset).text).unwrap()
}

/// The strings of a value, in order.
fn strings(value: &Value, to: &mut Vec<String>) {
    match value {
        Value::String(text) => to.push(text.clone()),
        Value::Array(list) => list.iter().for_each(|it| strings(it, to)),
        Value::Object(fields) => fields.values().for_each(|it| strings(it, to)),
        _ => {}
    }
}

fn joined(text: &str) -> String {
    text.split_whitespace().collect()
}

/// Checks one text in all text fields of all formats. What a reader sees must be what it sees of a plain word, with
/// the text in its place.
#[track_caller]
fn check(text: &str) {
    let (hostile, plain) = (dataset(text), dataset(PLAIN));
    let seen = markdown(&export(Format::Markdown, &hostile).text);
    let expected = markdown(&export(Format::Markdown, &plain).text).replace(PLAIN, text);
    assert_eq!(seen, expected, "{text:?}");

    for format in [Format::CslJson, Format::Annotations, Format::JsonFeed, Format::ClaimReview] {
        let (mut seen, mut expected) = (Vec::new(), Vec::new());
        strings(&json(format, &hostile), &mut seen);
        strings(&json(format, &plain), &mut expected);
        // Titles of feeds are in one line. Keywords with a comma and long statements are written in another way.
        let is_line = |it: &String| format == Format::JsonFeed && it.contains(": ");
        let expected: Vec<String> = expected.iter().map(|it| it.replace(PLAIN, text)).collect();
        let is_longer = text.contains(',') || text.chars().count() >= 75;
        if format == Format::ClaimReview && is_longer {
            assert!(seen.iter().filter(|it| *it == text).count() > 5, "{text:?}");
            continue;
        }
        assert_eq!(seen.len(), expected.len(), "{format:?}: {text:?}");
        for (seen, expected) in seen.iter().zip(&expected) {
            match is_line(expected) {
                true => assert_eq!(joined(seen), joined(expected), "{format:?}: {text:?}"),
                false => assert_eq!(seen, expected, "{format:?}: {text:?}"),
            }
        }
    }

    let (seen, expected) = (csv(&export(Format::Csv, &hostile).text), csv(&export(Format::Csv, &plain).text));
    for ((name, seen), (_, expected)) in seen.iter().flatten().zip(expected.iter().flatten()) {
        assert_eq!(*seen, expected.replace(PLAIN, text), "{name}: {text:?}");
    }

    let feed = export(Format::Atom, &hostile).text;
    let feed = atom_syndication::Feed::read_from(feed.as_bytes()).unwrap();
    let fit = text.replace(['\u{FFFE}', '\u{FFFF}'], "\u{FFFD}");
    assert_eq!(feed.title.value, fit);
    assert_eq!(feed.subtitle.unwrap().value, fit);
    assert_eq!(feed.authors[0].name, fit);
    assert_eq!(feed.entries.len(), 3);
    let content = feed.entries[2].content.as_ref().unwrap().value.as_ref().unwrap();
    assert_eq!(*content, format!("{fit}: {fit}\n\n{fit}\n\nStatement: {fit}\n— {fit}, 23 April 2013"));

    let bib = export(Format::BibTex, &hostile).text;
    for (key, field) in
        [("o", "title"), ("s", "title"), ("s", "author"), ("s", "journal"), ("s", "howpublished")]
    {
        let seen = folded(&bibtex(&bib, key, field));
        assert!(seen == folded(text) || seen.is_empty(), "{field}: {seen:?}, not {text:?}");
    }
    assert_eq!(folded(&bibtex(&bib, "s", "title")), folded(text));

    let map = argdown(&export(Format::Argdown, &hostile).text);
    assert_eq!(
        map.iter().map(|(title, ..)| title.as_str()).collect::<Vec<_>>(),
        ["first", "first/1", "second"]
    );
    for (title, words, data) in &map {
        assert_eq!(folded(words), folded(text), "{title}: {text:?}");
        for (name, value) in data.iter().filter(|(name, _)| ["speaker", "summary"].contains(&name.as_str())) {
            assert_eq!(*value, record::Value::Text(text.into()), "{title}: {name}");
        }
    }
}

#[test]
fn texts_that_mean_something_in_one_format_or_another() {
    for text in [
        "a *b* _c_ `d` [e](https://f.example) ![g](h) <i>j</i> &amp; &#65; k\\l",
        "# heading",
        "- item",
        "+ item",
        "* item",
        "1. item",
        "12) item",
        "> quote",
        "===",
        "---",
        "***",
        "~~~",
        "    code",
        "\tcode",
        "```rust",
        "term\n: definition",
        "| a | b |\n|---|---|\n| c | d |",
        "[ref]: https://x.example",
        "www.example.org and https://example.org or mailto:a@b.example",
        "one\ntwo",
        "one\n\ntwo",
        "one\n\n\n\ntwo",
        "\nfirst",
        "last\n",
        "one \n two",
        "one  \ntwo",
        "one\\\ntwo",
        "\n\n \n- x\n\n",
        "a\n===\nb\n---",
        "$x$ ^a^ ~b~ {#id}",
        "=1+2",
        "@SUM(A1)",
        "'=1",
        "''-x",
        "'x",
        "-1.5",
        "\"quoted\", and; more",
        "]]> <![CDATA[ x ]]> <!-- y -->",
        "\u{FFFE} and \u{FFFF}",
        "{brace",
        "brace}",
        "}{",
        "100% & more_or_less # 1",
        "a -- b --- c '' ``",
        "\\textbf{x}",
        "[x]: y",
        "<x>: y",
        "@[x] @<y>",
        "// comment",
        "/* comment */",
        "a === b ===",
        "(1) first",
        "{a: 1}",
        ".x. :y: a.b.c",
        "+ [z]",
        "-> [z]",
        "#tag #(tag)",
        "ends in }",
        "ends in \\",
        "a\u{2028}b\u{2029}c",
        "\u{A0}x\u{A0}",
        "\u{FEFF}x",
        "!",
        "\u{202E}x",
        "¶ “quoted” ’",
        "👩‍👩‍👧",
        "יום",
        "x: y",
        "^[x]",
        "[^1]",
        ":::",
        "+++",
        "a ; b",
        "<https://x.example>",
        "<a@b.example>",
    ] {
        check(text);
    }
}

#[test]
fn naughty_strings() {
    let Some(list) = shared("naughty_strings", "data/blns/blns.json") else { return };
    let list: Vec<String> = serde_json::from_str(&list).unwrap();
    let texts: Vec<&String> = list.iter().filter(|it| Text::parse(it).is_ok()).collect();
    assert!(texts.len() > 450, "{} of {} are texts", texts.len(), list.len());
    texts.into_iter().for_each(|it| check(it));
}

#[test]
fn any_text() {
    let piece = prop_oneof![
        "[ \\t\\n]{1,3}",
        "[-+*_#`~<>&=|:.,;!?'\"@$%^/\\\\(){}\\[\\]0-9]{1,4}",
        "[a-zé漢]{1,3}",
        proptest::sample::select(vec![
            "http://",
            "www.",
            "&amp;",
            "&#65;",
            "<b>",
            "<!--",
            "1. ",
            "===",
            "\\begin{x}"
        ])
        .prop_map(String::from),
    ];
    let text = proptest::collection::vec(piece, 1..8).prop_map(|it| it.concat());
    let texts = text.prop_filter("a text", |it| Text::parse(it).is_ok());
    let run = TestRunner::new(cases(100)).run(&texts, |text| {
        check(&text);
        Ok(())
    });
    run.unwrap_or_else(|error| panic!("{error}"));
}
