//! Bad dataset files as files: empty, cut off, of another encoding, not JSON; and what is well enough.

use factcheck::dataset::{parse, parse_bytes, to_pack};

use crate::support::{HEAD, check_bad, with};

const VALUE: &str =
    "a value is an object, a list, a string in double quotes, a number, `true`, `false` or `null`";
const CUT: &str = "the file is cut off: save or fetch it again";

#[test]
fn whole_files() {
    let empty = ["is empty; a dataset is an object with `id`, `title`, `language`, `claims`"];
    for text in ["", " \r\n\t ", "\u{FEFF}", "\u{FEFF}\n"] {
        check_bad(text, &empty);
    }
    for text in ["<!DOCTYPE html>", "\n <html>", "<?xml version=\"1.0\"?>"] {
        check_bad(text, &["is HTML, not a dataset; the address may answer with a page instead of the file"]);
    }
    check_bad("‸[]", &["is a list; expected an object"]);
    check_bad("\n  ‸\"x\"", &["is the string `x`; expected an object"]);
    check_bad("‸5", &["is a number; expected an object"]);
    check_bad("‸null", &["is null; expected an object"]);
    check_bad("‸true", &["is `true`; expected an object"]);
}

#[test]
fn encodings() {
    let check = |bytes: &[u8], expected: &str| {
        assert_eq!(parse_bytes(bytes).unwrap_err().to_string(), expected);
        assert_eq!(to_pack(bytes).unwrap_err().to_string(), expected);
    };
    check(b"\xFF\xFE{\0}\0", "is UTF-16; save it as UTF-8");
    check(b"\xFE\xFF\0{\0}", "is UTF-16; save it as UTF-8");
    check(b"\xFF", "1:1: is not UTF-8; save it as UTF-8");
    check(b"{\r\n \"\xC3\xA9\xE2\x82\" }", "2:4: is not UTF-8; save it as UTF-8");
    check(b"{\n\"title\": \"Stra\xDFe\" }", "2:15: is not UTF-8; save it as UTF-8");
    check(b"{} \xE2\x82", "1:4: is not UTF-8; save it as UTF-8");
    // A surrogate and an overlong slash.
    check(b"\"\xED\xA0\x80\"", "1:2: is not UTF-8; save it as UTF-8");
    check(b"\"\xC0\xAF\"", "1:2: is not UTF-8; save it as UTF-8");
}

#[test]
fn too_large() {
    // Zeros that are never looked at take no memory.
    let bytes = vec![0; (1 << 30) + 1];
    let error = "is larger than 1 GiB; split it into several datasets";
    assert_eq!(parse_bytes(&bytes).unwrap_err().to_string(), error);
    assert_eq!(to_pack(&bytes).unwrap_err().to_string(), error);
}

#[test]
fn commas_quotes_and_brackets() {
    let comma = ["a comma before the closing bracket; take the comma away"];
    check_bad(r#"{"id": "d",‸}"#, &comma);
    check_bad("[1, 2,\n  ‸]", &comma);
    let name =
        |c| format!("expected a name in double quotes, found `{c}`; JSON has no comments and no bare names");
    for (text, c) in [
        ("{\n  ‸// why\n  \"id\": 1 }", '/'),
        (r#"{"id": 1, ‸/* why */ "b": 2}"#, '/'),
        ("{‸'id': 1}", '\''),
        ("{‸id: 1}", 'i'),
        ("{‸,}", ','),
        ("{\"a\": 1, ‸[]}", '['),
    ] {
        check_bad(text, &[&name(c)]);
    }
    for (text, c) in
        [("{\"id\": ‸'d'}", '\''), ("[‸/**/1]", '/'), ("[‸,1]", ','), ("[‸}", '}'), ("{\"a\": ‸}", '}')]
    {
        check_bad(text, &[&format!("expected a value, found `{c}`; {VALUE}")]);
    }
    for text in ["{\"id\": ‸yes}", "[‸nulls]", "[‸True]", "[‸NaN]", "[‸Infinity]", "[‸undefined]"]
    {
        let c = text.chars().skip_while(|&c| c != '‸').nth(1).unwrap();
        check_bad(text, &[&format!("expected a value, found `{c}`; strings stand in double quotes")]);
    }
    check_bad(r#"{"a": 1 ‸"b": 2}"#, &["expected `,` or `}`, found `\"`; a comma stands between two items"]);
    check_bad("[1 ‸2]", &["expected `,` or `]`, found `2`; a comma stands between two items"]);
    check_bad("[1‸}", &["expected `,` or `]`, found `}`; a comma stands between two items"]);
    check_bad(r#"{"a" ‸= 1}"#, &["expected `:`, found `=`; a colon stands between name and value"]);
    for text in ["{} ‸{}", "{}‸,", "[]‸]", "{}\n‸x"] {
        let c = text.split('‸').nth(1).and_then(|it| it.chars().next()).unwrap();
        let error =
            format!("expected the end of the file, found `{c}`; there is one object in a dataset file");
        check_bad(text, &[&error]);
    }
}

#[test]
fn strings() {
    let control = ["a line break or control character in a string; write it as \\n or \\u000a"];
    for text in ["{\"id\": \"a‸\nb\"}", "[\"‸\t\"]", "[\"é‸\r\n\"]", "[\"‸\0\"]", "[\"‸\u{1F}\"]"]
    {
        check_bad(text, &control);
    }
    for text in [r#"["a‸\x"]"#, r#"["‸\'"]"#, r#"["‸\ "]"#, r#"["‸\U0041"]"#, "[\"‸\\é\"]", "[\"‸\\\n\"]"]
    {
        check_bad(text, &["not an escape; a backslash is written \\\\"]);
    }
    for text in [
        r#"["‸\ud800"]"#,
        r#"["‸\udc00"]"#,
        r#"["‸\ud800\ud800"]"#,
        r#"["‸\ud83dx\ude00"]"#,
        r#"["‸\ud83d\n"]"#,
        r#"["é‸\u00"]"#,
        r#"["‸\u00zz"]"#,
        r#"["‸\u+041"]"#,
        r#"["‸\u{41}"]"#,
        "[\"‸\\u004é\"]",
    ] {
        check_bad(text, &["not a character; \\u takes four hexadecimal digits; a surrogate comes in pairs"]);
    }
    let twice = ["`id` occurs twice; names are unique in an object"];
    check_bad(r#"{"id": "d", ‸"id": "e"}"#, &twice);
    check_bad("{\"id\": [],\r\n\"é\": \"é\", ‸\"\\u0069d\": 1}", &twice);
    check_bad(r#"{"a": {"id": 1}, "b": {"id": 1, "x": 2, ‸"id": 1}}"#, &twice);
}

#[test]
fn numbers() {
    for text in ["[01‸]", "[-‸]", "[-‸a]", "[00‸]", "[-01‸]", "[012345678901‸]"] {
        check_bad(text, &["not a number; a number looks like -12.5"]);
    }
    for text in ["[1.‸]", "[1e‸]", "[1e+‸]", "[1.‸e5]", "[-0.‸]"] {
        let c = text.split('‸').nth(1).and_then(|it| it.chars().next()).unwrap();
        check_bad(text, &[&format!("expected a digit, found `{c}`; a number looks like -12.5")]);
    }
    for text in ["[‸+1]", "[‸.5]"] {
        let c = text.split('‸').nth(1).and_then(|it| it.chars().next()).unwrap();
        check_bad(text, &[&format!("expected a value, found `{c}`; {VALUE}")]);
    }
    check_bad("[0‸x10]", &["expected `,` or `]`, found `x`; a comma stands between two items"]);
}

#[test]
fn nesting() {
    let deep = |n: usize| "[".repeat(n) + "‸" + &"[".repeat(5);
    check_bad(&deep(32), &["nested deeper than 32 levels; a dataset needs 9"]);
    let fields = r#"{"a":"#.repeat(32) + "‸[]";
    check_bad(&fields, &["nested deeper than 32 levels; a dataset needs 9"]);
    // Without end, and without using up the stack.
    check_bad(
        &format!("{}‸{}", "[".repeat(32), "[".repeat(1_000_000)),
        &["nested deeper than 32 levels; a dataset needs 9"],
    );
    // The 32nd level is fine, and depth is not length: a thousand lists side by side are not deep.
    let at_most = with(&format!(r#""$schema": {}{}"#, "[".repeat(31), "]".repeat(31)));
    parse(&at_most).unwrap();
    parse(&with(&format!(r#""$schema": [{}[]]"#, "[[]],".repeat(1000)))).unwrap();
}

#[test]
fn cut_off() {
    for (text, expected) in [
        ("{‸", "a name in double quotes"),
        ("[‸", "a value"),
        ("{\"a\"‸", "`:`"),
        ("{\"a\":‸", "a value"),
        ("{\"a\": \"x‸", "`\"`"),
        ("[1‸", "`,` or `]`"),
        ("{\"a\": 1‸", "`,` or `}`"),
        ("[1,‸", "a value"),
        ("{\"a\": 1,\n‸", "a name in double quotes"),
        ("[1.‸", "a digit"),
        ("[1e-‸", "a digit"),
        ("\"é‸", "`\"`"),
    ] {
        check_bad(text, &[&format!("expected {expected}, found the end of the file; {CUT}")]);
    }
    check_bad(r#"["‸\"#, &["not an escape; a backslash is written \\\\"]);
    check_bad("[‸tru", &["expected a value, found `t`; strings stand in double quotes"]);
}

/// Wherever a file without escapes and bare words is cut off, the reader is told so.
#[test]
fn cut_off_anywhere() {
    let text = "{ \"id\": \"d\", \"title\": \"Наука\",\n \"language\": \"en\", \"claims\": [ {\"id\": \"c\", \"statement\": { \"text\": \"X\" } } ] }";
    parse(text).unwrap();
    for (end, _) in text.char_indices().skip(1) {
        let errors = parse(&text[..end]).unwrap_err();
        assert_eq!(errors.0.len(), 1, "{errors}");
        assert!(errors.to_string().ends_with(&format!("found the end of the file; {CUT}")), "{errors}");
        // In bytes it may end within a character.
        let bytes = parse_bytes(&text.as_bytes()[..end + text[end..].chars().next().unwrap().len_utf8() - 1]);
        assert_eq!(bytes.unwrap_err().0.len(), 1);
    }
}

#[test]
fn columns_count_characters() {
    check_bad(
        "{\"é\": \"日本😀\", ‸x}",
        &["expected a name in double quotes, found `x`; JSON has no comments and no bare names"],
    );
    check_bad("\u{FEFF}‸5", &["is a number; expected an object"]);
    let crlf = format!("{{\r\n  {HEAD},\r\n  ‸\"é\": 1,\r\n  ‸\"claims\": 5 }}");
    let known = "known here: id, title, description, language, publisher, methodology, corrections, license, updated, people, sources, claims, allow";
    check_bad(&crlf, &[&format!("é: unknown field `é`; {known}"), "claims: is a number; expected a list"]);
}

#[test]
fn what_a_file_may_have() {
    let plain = parse(&with(r#""claims": []"#)).unwrap();
    for text in [
        format!("\u{FEFF}{{{HEAD}}}"),
        with(r#""$schema": "./dataset.schema.json""#),
        with(r#""description": null, "people": null, "claims": null, "updated": null"#),
        format!("\r\n\t{{\r\n{HEAD}\r\n}}\r\n"),
        format!("{{{HEAD}}}"),
        with(r#""people": {}, "sources": {}"#),
        r#"{"\u0069d":"d","title":"\u0054","language":"e\u006E"}"#.to_owned(),
    ] {
        assert_eq!(parse(&text).as_ref(), Ok(&plain), "{text}");
        assert_eq!(to_pack(text.as_bytes()).unwrap(), to_pack(format!("{{{HEAD}}}").as_bytes()).unwrap());
    }
    let cited = |citation: &str| {
        parse(&crate::support::with_claim(&format!(
            r#""counter_statements": [{{ "relation": "denies", "text": "N", "said_in": [{citation}] }}]"#
        )))
    };
    assert_eq!(cited(r#""s""#).unwrap(), cited(r#"{ "source": "s", "quote": null }"#).unwrap());
    // A field that only the root has.
    check_bad(
        &crate::support::with_claim(r#"‸"$schema": "x""#),
        &[
            "claims[0].$schema: unknown field `$schema`; known here: id, statement, counter_statements, verdicts, weight, response, history, topics, related, allow",
        ],
    );
}
