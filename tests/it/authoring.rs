//! YAML and TOML as people write them, and what is not either of them.

use factcheck::authoring::{Format, parse};
use serde_json::{Value, json};

use crate::cli::{directory, file, run, run_with};

#[track_caller]
fn check(format: Format, text: &str, expected: Value) {
    let node = parse(text, format).unwrap_or_else(|errors| panic!("{errors:?}\n{text}"));
    assert_eq!(serde_json::to_value(&node).unwrap(), expected, "{text}");
}

/// Checks what is said against a text; `‸` marks the place of the first error.
#[track_caller]
fn check_bad(format: Format, marked: &str, expected: &[&str]) {
    let at = marked.find('‸').expect("a mark");
    let text = marked.replace('‸', "");
    let errors = parse(&text, format).expect_err(marked);
    let told: Vec<String> =
        errors.iter().map(|it| format!("{}; {}", it.message, it.help.as_deref().unwrap_or("-"))).collect();
    assert_eq!(told, expected, "{marked}");
    assert_eq!(errors[0].span.start, at, "{marked}");
}

#[test]
fn words_of_yaml_are_read_by_the_core_schema() {
    let cases = "
        a: 5 → 5
        a: -2.5 → -2.5
        a: +1e3 → 1000
        a: 0x1F → 31
        a: 0o17 → 15
        a: .5 → 0.5
        a: true → true
        a: False → false
        a: ~ → null
        a: → null
        a: Null → null
        a: yes → \"yes\"
        a: off → \"off\"
        a: 2018-11 → \"2018-11\"
        a: 1_000 → \"1_000\"
        a: 0x-5 → \"0x-5\"
        a: 1-2 → \"1-2\"
        a: '5' → \"5\"
        a: \"null\" → \"null\"
        a: !!str 5 → \"5\"
        a: [x, 'y', 3] → [\"x\", \"y\", 3]
        a: {b: c, d: } → {\"b\": \"c\", \"d\": null}";
    for case in cases.lines().map(str::trim).filter(|it| !it.is_empty()) {
        let (text, expected) = case.split_once(" → ").unwrap();
        let expected: Value = serde_json::from_str(expected).unwrap();
        check(Format::Yaml, text, json!({ "a": expected }));
    }
    check(Format::Yaml, "5: x\ntrue: y\n2018-11: z\n", json!({ "5": "x", "true": "y", "2018-11": "z" }));
    check(Format::Yaml, "", Value::Null);
    check(Format::Yaml, "# nothing but a remark\n", Value::Null);
}

#[test]
fn long_texts_in_yaml() {
    check(
        Format::Yaml,
        "a: |\n  one\n  two\n\nb: >-\n  one\n  two\n",
        json!({ "a": "one\ntwo\n", "b": "one two" }),
    );
    check(
        Format::Yaml,
        "a: |\r\n  one\r\n  two\r\nb: 'x\r\n\r\n  y'\r\n",
        json!({ "a": "one\ntwo\n", "b": "x\ny" }),
    );
    check(Format::Yaml, "a: one\n  two\n", json!({ "a": "one two" }));
}

#[test]
fn anchors_of_yaml() {
    check(
        Format::Yaml,
        "a: &a { b: &b [1, 2] }\nc: *a\nd: [*b, *b]\n",
        json!({ "a": { "b": [1, 2] }, "c": { "b": [1, 2] }, "d": [[1, 2], [1, 2]] }),
    );
    // A name that is given again means the last one before.
    check(Format::Yaml, "a: &x 1\nb: *x\nc: &x 2\nd: *x\n", json!({ "a": 1, "b": 1, "c": 2, "d": 2 }));
    check_bad(Format::Yaml, "a: &a [‸*a]\n", &["an alias of what contains it; write the value itself"]);
    check_bad(
        Format::Yaml,
        "a: ‸*nobody\n",
        &["not YAML: while parsing node, found unknown anchor; quote text that begins with `*`"],
    );
}

/// Twelve lines that stand for 9¹² values, and a list that is repeated for long.
#[test]
fn aliases_are_bounded() {
    let names: Vec<char> = ('a'..='m').collect();
    let mut bomb = String::from("a: &a [x, x, x, x, x, x, x, x, x]\n");
    for pair in names.windows(2) {
        let nine = vec![format!("*{}", pair[0]); 9].join(", ");
        bomb.push_str(&format!("{}: &{} [{nine}]\n", pair[1], pair[1]));
    }
    let repeated = format!("a: &a [{}]\nb: [{}]\n", "x, ".repeat(999), "*a, ".repeat(1000));
    for text in [bomb, repeated] {
        let errors = parse(&text, Format::Yaml).unwrap_err();
        assert_eq!(errors[0].message, "aliases for more than 100000 values");
    }
    let fair = format!("a: &a {{ title: The Gazette }}\nb: [{}]\n", "*a, ".repeat(1000));
    assert!(parse(&fair, Format::Yaml).is_ok());
}

#[test]
fn what_is_not_yaml() {
    let tabs = "not YAML: tabs disallowed within this context (block indentation); indent with spaces";
    let columns = "not YAML: mapping values are not allowed in this context; \
                   quote text that contains `: `, and begin fields in the same column";
    let no_tags = "take it away: a record has no types of its own";
    for (text, expected) in [
        ("a:\n\t‸- b\n", tabs.to_owned()),
        ("a: What‸: is\n", columns.to_owned()),
        ("a: b\n c‸: d\n", columns.to_owned()),
        ("a: 1\nb: 2\n‸a: 3\n", "`a` occurs twice; names are unique in an object".into()),
        ("a: {b: 1, ‸b: 2}\n", "`b` occurs twice; names are unique in an object".into()),
        ("a: 1\n‸---\nb: 2\n", "a second document; there is one dataset in a file".into()),
        ("a: !!int ‸5\n", format!("the tag `!!int`; {no_tags}")),
        ("a: !mine ‸b\n", format!("the tag `!mine`; {no_tags}")),
        ("? ‸[a]\n: b\n", "a list or object as a name; a name is text".into()),
        (
            "a: ‸\"b\n",
            "not YAML: unclosed quote; close it; within single quotes, one is written as two".into(),
        ),
        ("a: ‸%b\n", "not YAML: unexpected character: `%'; quote text that begins with a sign".into()),
        ("a: ‸@b\n", "not YAML: unexpected character: `@'; quote text that begins with a sign".into()),
    ] {
        check_bad(Format::Yaml, text, &[&expected]);
    }
    for text in ["a: !!map {b: c}", "--- \na: b\n...\n", "%YAML 1.2\n---\na: b\n", "a: !!seq [b]"] {
        assert!(parse(text, Format::Yaml).is_ok(), "{text}");
    }
}

#[test]
fn toml_as_people_write_it() {
    check(
        Format::Toml,
        "a = 'x' # remark\nb.c = 1\n[d]\ne = [1, 2.5, -3]\n[[f]]\ng = true\n[[f]]\ng = false\n",
        json!({ "a": "x", "b": { "c": 1 }, "d": { "e": [1, 2.5, -3] }, "f": [{ "g": true }, { "g": false }] }),
    );
    check(
        Format::Toml,
        "a = 2018-11-06\nb = 1_000\nc = 0xFF\n",
        json!({ "a": "2018-11-06", "b": 1000, "c": 255 }),
    );
    check(
        Format::Toml,
        "a = \"\"\"\r\none\r\ntwo\"\"\"\r\nb = '''x\r\ny'''\r\n",
        json!({ "a": "one\ntwo", "b": "x\ny" }),
    );
}

#[test]
fn what_is_not_toml() {
    let in_quotes = "a date without its day stands in quotes, as all texts do";
    check_bad(Format::Toml, "a = 1\n‸a = 2\n", &["duplicate key; names are unique in a table"]);
    check_bad(Format::Toml, "a = ‸2018-11\n", &[&format!("invalid date, expected `-` (MM-DD); {in_quotes}")]);
    // All of them at once.
    check_bad(
        Format::Toml,
        "a = ‸b\nc = \"d\ne = 1\nf == 2\n",
        &[
            "string values must be quoted, expected literal string; -",
            "invalid basic string, expected `\"`; close the quotes",
            "extra `=`, expected nothing; -",
            "unexpected key or value, expected newline, `#`; -",
        ],
    );
}

#[test]
fn nothing_nests_without_end() {
    for format in [Format::Json, Format::Yaml, Format::Toml] {
        for depth in [33, 100, 5_000, 100_000] {
            let lists = format!("{}{}", "[".repeat(depth), "]".repeat(depth));
            let text = if format == Format::Toml { format!("a = {lists}") } else { lists };
            let errors = parse(&text, format).unwrap_err();
            let message = &errors[0].message;
            assert!(
                message.contains("nested deeper") || message.contains("recurs"),
                "{format:?} {depth}: {message}"
            );
        }
        let within = format!("{}{}", "[".repeat(31), "]".repeat(31));
        let text = if format == Format::Toml { format!("a = {within}") } else { within };
        assert!(parse(&text, format).is_ok(), "{format:?}");
    }
}

#[test]
fn numbers_beyond_a_record_are_told() {
    for (name, text) in [
        ("big.toml", "id = 'd'\ntitle = 99999999999999999999\nlanguage = 'en'\n"),
        ("big.yaml", "id: d\ntitle: 99999999999999999999\nlanguage: en\n"),
        ("inf.yaml", "id: d\ntitle: .inf\nlanguage: en\n"),
        ("nan.toml", "id = 'd'\ntitle = nan\nlanguage = 'en'\n"),
    ] {
        let path = file(&directory(&format!("numbers_{name}")), name, text);
        let told = run(&["check", &path]).fails(1);
        assert!(told.starts_with("error: title: is a number\n"), "{name}: {told}");
    }
}

#[test]
fn how_files_are_encoded() {
    let dir = directory("encodings");
    let texts = [
        ("json", r#"{"id":"d","title":"é","language":"en"}"#),
        ("yaml", "id: d\ntitle: é\nlanguage: en\n"),
        ("toml", "id='d'\ntitle='é'\nlanguage='en'\n"),
    ];
    let utf16 = |text: &str, to_bytes: fn(u16) -> [u8; 2], mark: &[u8]| {
        let units = text.encode_utf16().flat_map(to_bytes);
        mark.iter().copied().chain(units).collect::<Vec<u8>>()
    };
    let expected = run_with(&["pack", "-"], texts[0].1.as_bytes()).out;
    for (ending, text) in texts {
        let packs =
            |name: &str, bytes: &[u8]| run(&["pack", &file(&dir, &format!("{name}.{ending}"), bytes)]);
        assert_eq!(packs("plain", text.as_bytes()).out, expected, "{ending}");
        assert_eq!(packs("mark", format!("\u{FEFF}{text}").as_bytes()).out, expected, "{ending}");
        assert_eq!(packs("crlf", text.replace('\n', "\r\n").as_bytes()).out, expected, "{ending}");
        assert_eq!(run_with(&["pack", "-"], text.as_bytes()).out, expected, "{ending}, without its name");
        for bytes in [utf16(text, u16::to_le_bytes, b"\xFF\xFE"), utf16(text, u16::to_be_bytes, b"\xFE\xFF")]
        {
            let told = packs("utf16", &bytes).fails(1);
            assert!(told.contains("is UTF-16\n |\n = help: save it as UTF-8\n"), "{ending}: {told}");
        }
        let latin = text
            .replace('é', "?")
            .into_bytes()
            .iter()
            .map(|&it| if it == b'?' { 0xE9 } else { it })
            .collect::<Vec<u8>>();
        let told = packs("latin", &latin).fails(1);
        assert!(told.contains("is not UTF-8\n |\n = help: save it as UTF-8\n"), "{ending}: {told}");
    }
}
