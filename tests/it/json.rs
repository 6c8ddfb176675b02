//! Our JSON parser against serde_json: both refuse the same texts and read the same values.
//!
//! The root of a dataset file may have a `$schema` of any value, so any JSON can be put there: whether the file
//! is then read tells whether the parser took it.

use factcheck::{dataset, record};
use proptest::prelude::*;
use serde_json::Value;

use crate::support::{cases, every_field, with};

fn ours(json: &str) -> Result<(), String> {
    dataset::parse(&with(&format!("\"$schema\": {json}\n"))).map(drop).map_err(|errors| errors.to_string())
}

fn theirs(json: &str) -> Result<(), String> {
    let file = with(&format!("\"$schema\": {json}\n"));
    serde_json::from_str::<Value>(&file).map(drop).map_err(|error| error.to_string())
}

/// The differences that are meant: names that occur twice, nesting, numbers beyond all floats.
fn is_meant(ours: &Result<(), String>, theirs: &Result<(), String>) -> bool {
    match (ours, theirs) {
        (Err(ours), Ok(())) => ours.contains("occurs twice") || ours.contains("nested deeper"),
        (Ok(()), Err(theirs)) => theirs.contains("number out of range"),
        _ => true,
    }
}

/// Text that goes on after its first value may add unknown fields to the file, which is no matter of syntax.
fn is_syntax(error: &str) -> bool {
    !error.contains("unknown field")
}

fn agree(json: &str) -> Result<(), String> {
    let ours = ours(json).or_else(|error| if is_syntax(&error) { Err(error) } else { Ok(()) });
    let theirs = theirs(json);
    match is_meant(&ours, &theirs) {
        true => Ok(()),
        false => Err(format!("{json:?}: ours {ours:?}, serde_json {theirs:?}")),
    }
}

#[rustfmt::skip]
const GOOD: &[&str] = &[
    "{}", "[]", "null", "true", "false", "\"\"", "0", "-0", "-0.0e-0", "1E+2", "1e05",
    "123456789012345678901234567890", " [ 1 , 2 ] ", "\t{\r\n\"a\"\t:\n1}", "[[[[]]]]",
    r#""\"\\\/\b\f\n\r\t""#, r#""\u0000""#, r#""\ud83d\ude00""#, r#""\uD83D\uDE00""#, r#""\uFFFF\uFFFE""#,
    "\"\u{7F}\u{80}\u{2028}\u{FFFF}\"", "\"😀\"", r#"{"":{"":{}}}"#, r#"{"a":1,"A":2,"\u0062":3}"#,
    "1.7976931348623157e308", "5e-324", "1e-400", "[true,false,null]", "\"//\"",
];

#[rustfmt::skip]
const BAD: &[&str] = &[
    "", " ", "{", "[", "]", "}", "{]", "[}", "[1,]", "[,]", "[,1]", "[1 2]", "{\"a\"}", "{\"a\":}",
    "{\"a\":1,}", "{,}", "{a:1}", "{'a':1}", "{\"a\" 1}", "{\"a\"::1}", "{1:1}", "{null:1}", "tru", "True",
    "TRUE", "nul", "nulll", "truefalse", "NaN", "Infinity", "-Infinity", "undefined", "+1", "-", "--1",
    ".5", "5.", "01", "-01", "1e", "1e+", "1.e1", "0x1", "1_000", "1,2", "'a'", "\"", "\"a", "\"\\\"",
    r#""\x""#, r#""\u""#, r#""\u12""#, r#""\u12g4""#, r#""\ud800""#, r#""\udc00""#, r#""\ud800\u0041""#,
    r#""\ud800\ud800""#, r#""\udc00\ud800""#, "\"\n\"", "\"\t\"", "\"\0\"", "\"\u{1F}\"", "\u{A0}1",
    "\u{FEFF}1", "\u{2028}1", "\u{C}1", "\u{B}1", "// x\n1", "/* */ 1", "1 // x", "# x\n1", "\"a\" \"b\"",
    "`a`", "“a”", "1;", "(1)", "<a>", "\\u0031", "{\"a\":1 \"b\":2}", "[1]]", "{}}", "1 1",
];

#[test]
fn the_same_texts_are_refused() {
    for json in GOOD {
        assert_eq!((ours(json), theirs(json)), (Ok(()), Ok(())), "{json}");
    }
    for json in BAD {
        assert!(ours(json).is_err() && theirs(json).is_err(), "{json}: ours {:?}", ours(json));
    }
}

#[test]
fn what_is_meant_to_differ() {
    for (json, ours_is, theirs_is) in [
        (r#"{"a":1,"a":2}"#, "`a` occurs twice; names are unique in an object", Ok(())),
        (r#"{"a":1,"\u0061":2}"#, "`a` occurs twice; names are unique in an object", Ok(())),
        (&*("[".repeat(32) + &"]".repeat(32)), "nested deeper than 32 levels; a dataset needs 9", Ok(())),
        ("1e999", "", Err("number out of range")),
    ] {
        let ours = ours(json);
        assert!(
            ours.as_ref().map_or_else(|it| it.ends_with(ours_is), |()| ours_is.is_empty()),
            "{json}: {ours:?}"
        );
        let theirs = theirs(json);
        assert_eq!(theirs.is_ok(), theirs_is.is_ok(), "{json}: {theirs:?}");
    }
}

/// The string that a JSON string stands for, read by way of the dataset's licence.
fn read_string(json: &str) -> Option<String> {
    let dataset = dataset::parse(&with(&format!("\"license\": {json}"))).ok()?;
    Some(dataset.license.as_ref()?.as_str().to_owned())
}

#[test]
fn strings_are_the_same() {
    for json in [
        r#""a\"b\\c\/d""#,
        r#""a\nb\tc""#,
        r#""\u0041\u00e9\u00E9\u2028""#,
        r#""x\ud83d\ude00y""#,
        r#""\uD834\uDD1E""#,
        "\"é😀\u{FFFF}\"",
        r#""\\u0041""#,
        r#""\u005c\u0022""#,
        r#""\udbff\udfff\ud800\udc00""#,
        r#""/\//""#,
    ] {
        assert_eq!(read_string(json), Some(serde_json::from_str(json).unwrap()), "{json}");
    }
}

/// The same file by two ways: our text parser, and serde_json through the reader of plain data.
fn pack_by_serde(text: &str) -> Result<Vec<u8>, String> {
    let mut from = serde_json::Deserializer::from_str(text);
    let node = record::read_value(&mut from).map_err(|it| it.error.to_string())?;
    dataset::value_to_pack(&node).map_err(|errors| errors.to_string())
}

#[test]
fn the_bundled_file_is_read_the_same_both_ways() {
    assert_eq!(pack_by_serde(dataset::BUNDLED), Ok(dataset::to_pack(dataset::BUNDLED.as_bytes()).unwrap()));
}

/// Bits of JSON, for texts that nearly are.
fn token() -> impl Strategy<Value = String> {
    let fixed = vec![
        "{", "}", "[", "]", ":", ",", "\"", "\\", "\\u", "\\ud83d", "\\ude00", "d800", "\\n", "\\\"", "true",
        "null", "-", "0", "1", ".", "e", "E+", "12", " ", "\n", "\t", "\"a\"", "\"a\":", "\"b\":", "é",
        "\u{1}", "/", "'",
    ];
    prop_oneof![9 => prop::sample::select(fixed).prop_map(str::to_owned), 1 => any::<char>().prop_map(String::from)]
}

fn json_value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        any::<String>().prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 40, 5, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
            prop::collection::vec((any::<String>(), inner), 0..5)
                .prop_map(|it| Value::Object(it.into_iter().collect())),
        ]
    })
}

proptest! {
    #![proptest_config(cases(3000))]

    #[test]
    fn nearly_json(tokens in prop::collection::vec(token(), 0..12)) {
        agree(&tokens.concat()).map_err(TestCaseError::fail)?;
    }

    #[test]
    fn any_text(text in any::<String>()) {
        agree(&text).map_err(TestCaseError::fail)?;
    }

    #[test]
    fn any_string_is_read_back(text in "[a-z\\\\\"/\n\t\u{80}-\u{10FFFF}]{1,40}") {
        let json = Value::from(text).to_string();
        let theirs: String = serde_json::from_str(&json).unwrap();
        // A text may be refused for what it says, not for how it is written.
        if let Some(ours) = read_string(&json) {
            prop_assert_eq!(ours, theirs);
        } else {
            let is_blank = theirs.trim_matches(|c: char| c.is_whitespace() || c == '\u{FEFF}').is_empty();
            let is_control = |c: char| c.is_control() && c != '\n' && c != '\t';
            prop_assert!(is_blank || theirs.contains(is_control));
        }
    }
}

proptest! {
    #![proptest_config(cases(500))]

    #[test]
    fn valid_and_nearly_valid(value in json_value(), at in any::<prop::sample::Index>(), put in prop::option::of(token()), pretty in any::<bool>()) {
        let json = if pretty { format!("{value:#}") } else { value.to_string() };
        prop_assert_eq!(ours(&json), Ok(()));
        let places: Vec<(usize, char)> = json.char_indices().collect();
        let (start, c) = places[at.index(places.len())];
        agree(&format!("{}{}{}", &json[..start], put.unwrap_or_default(), &json[start + c.len_utf8()..])).map_err(TestCaseError::fail)?;
    }

    #[test]
    fn datasets_are_read_the_same_both_ways(texts in prop::collection::vec("\\PC{1,20}", 1..9), value in -1.5..5.0_f64, pick in any::<[u8; 8]>()) {
        let mut texts = texts.iter().cycle().map(|it| format!("{it}."));
        let mut picks = pick.iter().cycle();
        let mut dataset = every_field(&mut || texts.next().unwrap(), &mut |n| usize::from(*picks.next().unwrap()) % n);
        dataset["claims"][0]["verdicts"][0]["rating"]["value"] = ((value * 1000.0).round() / 1000.0).into();
        for text in [dataset.to_string(), format!("{dataset:#}")] {
            let pack = dataset::to_pack(text.as_bytes()).map_err(|it| TestCaseError::fail(it.to_string()))?;
            prop_assert_eq!(pack_by_serde(&text), Ok(pack));
        }
    }
}
