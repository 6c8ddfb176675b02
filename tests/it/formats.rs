//! The three text formats say the same: whatever a text is, it survives the way through all of them.

use factcheck::authoring::{Format, parse, write};
use factcheck::dataset::{BUNDLED, to_pack, value_to_pack};
use factcheck::record::{Node, Value as Plain};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::support::{cases, every_field};

const FORMATS: [Format; 3] = [Format::Json, Format::Yaml, Format::Toml];

/// Reads a text in a format; what cannot be read is shown.
#[track_caller]
fn read(text: &str, format: Format) -> Node {
    parse(text, format).unwrap_or_else(|errors| panic!("{format:?}: {errors:?}\n{text}"))
}

/// Plain data without its places.
fn bare(value: &Plain) -> Value {
    serde_json::to_value(value).unwrap()
}

fn plain(value: &Value) -> Plain {
    read(&value.to_string(), Format::Json).value
}

/// Checks that a value stays what it is through every format and back.
fn check_round_trip(value: &Value) -> Result<(), String> {
    let mut there = plain(value);
    for format in [Format::Yaml, Format::Toml, Format::Json, Format::Toml, Format::Yaml] {
        let text = write(&there, format)?;
        if !text.ends_with('\n') {
            return Err(format!("{format:?}: no line break at the end"));
        }
        let back = parse(&text, format).map_err(|errors| format!("{format:?}: {errors:?}\n{text}"))?;
        if bare(&back.value) != *value {
            return Err(format!("{format:?}: {}\n{value}\n{text}", bare(&back.value)));
        }
        there = back.value;
    }
    Ok(())
}

fn bundled() -> Value {
    serde_json::from_str(BUNDLED).unwrap()
}

#[test]
fn every_format_gives_the_same_pack() {
    for value in [bundled(), every_field(&mut || "Text".into(), &mut |_| 0)] {
        let expected = to_pack(value.to_string().as_bytes()).unwrap();
        for format in FORMATS {
            let text = write(&plain(&value), format).unwrap();
            assert_eq!(value_to_pack(&read(&text, format)).unwrap(), expected, "{format:?}");
            assert_eq!(Format::of_text(&text), format, "known without its name");
        }
    }
}

#[test]
fn datasets_go_round() {
    check_round_trip(&bundled()).unwrap();
    check_round_trip(&every_field(&mut || "Text".into(), &mut |n| n - 1)).unwrap();
}

/// Texts that could be taken for something else, or for the format itself.
const HOSTILE: &[&str] = &[
    "5",
    "-0",
    "1e3",
    ".5",
    "0x1F",
    "0o17",
    "1_000",
    "12:30:45",
    "+1",
    "0b1",
    "007",
    "1.",
    "-.inf",
    ".nan",
    "inf",
    "NaN",
    "2018",
    "2018-11",
    "2018-11-06",
    "2018-11-06T10:00:00Z",
    "10:00:00",
    "true",
    "True",
    "yes",
    "No",
    "on",
    "OFF",
    "y",
    "null",
    "Null",
    "~",
    "",
    "=",
    "<<",
    "-",
    "--",
    "---",
    "...",
    "- a",
    "? a",
    ": a",
    "a: b",
    "a:",
    ":",
    "a #b",
    "#",
    "# a",
    "&a",
    "*a",
    "!a",
    "!!str a",
    "|",
    ">",
    "|-",
    "%a",
    "@a",
    "`a`",
    "{",
    "}",
    "[",
    "]",
    ",",
    "{a: b}",
    "[a]",
    "'",
    "''",
    "\"",
    "\"\"\"",
    "'''",
    "\\",
    "\\n",
    "\\u0041",
    " a",
    "a ",
    "  ",
    "\ta",
    "a\t",
    "a\nb",
    "a\n\nb\n",
    "\na",
    "a\n",
    "\n",
    " a\n  b",
    "a\n b",
    "- a\n- b",
    "a: b\nc: d",
    "\u{FEFF}a",
    "a\u{A0}",
    "\u{2028}",
    "a\u{85}b",
    "\u{200B}",
    "😀",
    "e\u{301}",
    "日本",
    "\u{202E}abc",
    "\u{10FFFF}",
    "\u{E000}",
    "a\u{7F}b",
    "[[a]]",
    "a = b",
    "a.b",
    "\u{FFFD}",
    "👩‍👩‍👧",
    "x\ty\n\tz",
];

#[test]
fn every_hostile_text_goes_round_by_itself() {
    for text in HOSTILE {
        let value = json!({ "text": text, "list": [text, [text]], "object": { "a b": text, "inner": { "id": text } } });
        check_round_trip(&value).unwrap();
        // As a name, too: ids are plain, but a file that is converted may have others.
        check_round_trip(&json!({ "names": { *text: { "a": 1 }, "other": 2 } })).unwrap();
    }
}

#[test]
fn numbers_go_round() {
    for number in [0.0, -0.001, 0.1, 2.5, 3.25, 1e6, -1e6, 999_999.999, 123_456_789.0, 1e15] {
        check_round_trip(&json!({ "number": bare(&Plain::Number(number)), "is": [true, false] })).unwrap();
    }
}

/// A text made of pieces that mean something to one of the formats.
fn hostile() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        3 => prop::sample::select(HOSTILE).prop_map(String::from),
        1 => "\\PC{0,6}",
        1 => prop::sample::select(vec![" ", "\n", "\n\n", "  ", ": ", " #", "\t", "'", "\"", "\\"]).prop_map(String::from),
    ];
    prop::collection::vec(piece, 0..5).prop_map(|pieces| pieces.concat())
}

fn any_value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        6 => hostile().prop_map(Value::from),
        1 => any::<bool>().prop_map(Value::from),
        1 => (-1_000_000..1_000_000_i64).prop_map(Value::from),
        1 => (-1_000_000..1_000_000_i64).prop_map(|it| bare(&Plain::Number(it as f64 / 1000.0))),
    ];
    let inner = leaf.prop_recursive(4, 24, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::btree_map(hostile(), inner, 0..4)
                .prop_map(|it| Value::Object(it.into_iter().collect())),
        ]
    });
    prop::collection::btree_map(hostile(), inner, 0..4).prop_map(|it| Value::Object(it.into_iter().collect()))
}

proptest! {
    #![proptest_config(cases(300))]

    #[test]
    fn whatever_the_texts_are(texts in prop::collection::vec(hostile(), 1..12), pick in any::<[u8; 8]>()) {
        let mut texts = texts.iter().cycle().cloned();
        let mut picks = pick.iter().cycle();
        let value = every_field(&mut || texts.next().unwrap(), &mut |n| usize::from(*picks.next().unwrap()) % n);
        check_round_trip(&value).map_err(TestCaseError::fail)?;
    }

    #[test]
    fn whatever_the_value_is(value in any_value()) {
        check_round_trip(&value).map_err(TestCaseError::fail)?;
    }
}
