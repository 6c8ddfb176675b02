//! What holds between the values of a dataset: ids, references, sources, scales; and how errors are listed.

use factcheck::authoring::{self, Format};
use factcheck::dataset::{self, parse};

use crate::support::{HEAD, check_bad, with, with_claim};

#[test]
fn ids_occur_once() {
    let claim = |id: &str| format!(r#"{{ {id}, "statement": {{ "text": "X" }} }}"#);
    let claims = [
        claim(r#""id": "a""#),
        claim(r#""id": "b""#),
        claim(r#"‸"id": "a""#),
        claim(r#""id": "A""#),
        claim(r#"‸"id": "a""#),
    ];
    check_bad(
        &with(&format!("\"claims\": [{}]", claims.join(",\n"))),
        &[2, 4]
            .map(|i| format!("claims[{i}].id: another claim has the id `a`; ids are unique in a dataset"))
            .each_ref()
            .map(String::as_str),
    );
}

#[test]
fn references_lead_somewhere() {
    let counter = |fields: &str| {
        format!(r#""counter_statements": [{{ "relation": "denies", "text": "N", {fields} }}]"#)
    };
    for (fields, error) in [
        (
            counter(r#"‸"speaker": "pp", "sources": ["s"]"#),
            "counter_statements[0].speaker: no person has the id `pp`; did you mean `p`?",
        ),
        (
            counter(r#"‸"speaker": "nobody", "sources": ["s"]"#),
            "counter_statements[0].speaker: no person has the id `nobody`; add it to `people`",
        ),
        (
            counter(r#""sources": ["s", ‸"S"]"#),
            "counter_statements[0].sources[1].source: no source has the id `S`; did you mean `s`?",
        ),
        (
            counter(r#""said_in": [{ ‸"source": "reuters" }]"#),
            "counter_statements[0].said_in[0].source: no source has the id `reuters`; add it to `sources`",
        ),
        (
            r#""verdicts": [{ "label": "L", "sources": [‸"x9"] }]"#.into(),
            "verdicts[0].sources[0].source: no source has the id `x9`; add it to `sources`",
        ),
        (
            r#""response": { "text": "R", ‸"source": "p" }"#.into(),
            "response.source: no source has the id `p`; did you mean `s`?",
        ),
        (r#""related": [‸"cc"]"#.into(), "related[0]: no claim has the id `cc`; did you mean `c`?"),
        (
            r#""related": ["c", ‸"elsewhere"]"#.into(),
            "related[1]: no claim has the id `elsewhere`; add it to `claims`",
        ),
    ] {
        check_bad(&with_claim(&fields), &[&format!("claims[0].{error}")]);
    }
    check_bad(
        &with(
            r#""claims": [{ "id": "c", "statement": { "text": "X", ‸"speaker": "p", "said_in": [‸"s"] } }]"#,
        ),
        &[
            "claims[0].statement.speaker: no person has the id `p`; add it to `people`",
            "claims[0].statement.said_in[0].source: no source has the id `s`; add it to `sources`",
        ],
    );
    check_bad(
        &with(
            r#""sources": { "reuters-2015": { "title": "R" }, "b": { "title": "B", ‸"derived_from": "reuters2015" } }"#,
        ),
        &["sources.b.derived_from: no source has the id `reuters2015`; did you mean `reuters-2015`?"],
    );
}

#[test]
fn origins_end() {
    let source =
        |id: &str, origin: &str| format!(r#""{id}": {{ "title": "S", "derived_from": "{origin}" }}"#);
    let marked = |id: &str, origin: &str| source(id, origin).replace("\"derived", "‸\"derived");
    let error = |id: &str, origin: &str| {
        format!(
            "sources.{id}.derived_from: `{origin}` leads back to this source; an origin chain ends at the first to say it"
        )
    };
    let check = |sources: &[String], errors: &[String]| {
        let errors: Vec<&str> = errors.iter().map(String::as_str).collect();
        check_bad(&with(&format!("\"sources\": {{ {} }}", sources.join(",\n"))), &errors);
    };
    check(&[marked("a", "a")], &[error("a", "a")]);
    check(&[marked("b", "a"), marked("a", "b")], &[error("b", "a"), error("a", "b")]);
    let circle = [("a", "b"), ("b", "c"), ("c", "d"), ("d", "e"), ("e", "a")];
    check(&circle.map(|(a, b)| marked(a, b)), &circle.map(|(a, b)| error(a, b)));
    // Long, but it ends.
    let chain: Vec<String> = (0..500).map(|i| source(&format!("s{i}"), &format!("s{}", i + 1))).collect();
    parse(&with(&format!(r#""sources": {{ {}, "s500": {{ "title": "first" }} }}"#, chain.join(","))))
        .unwrap();
}

/// `x` comes from a circle and is not part of it: what is said of it must be true all the same.
#[test]
fn a_source_beside_a_circle_is_not_said_to_lead_back_to_itself() {
    let text = with(
        r#""sources": { "x": { "title": "X", "derived_from": "a" },
            "a": { "title": "A", "derived_from": "b" }, "b": { "title": "B", "derived_from": "a" } }"#,
    );
    let errors = parse(&text).unwrap_err().to_string();
    assert!(errors.contains("sources.b.derived_from: `a` leads back to this source"), "{errors}");
    assert!(!errors.contains("sources.x.derived_from: `a` leads back to this source"), "{errors}");
}

#[test]
fn counter_statements_have_sources() {
    let error = "claims[0].counter_statements[0]: a counter-statement without a source; \
        say where it was said (`said_in`) or what carries it (`sources`)";
    for rest in [
        "",
        r#", "sources": []"#,
        r#", "said_in": null, "sources": []"#,
        r#", "speaker": "p", "date": "2018""#,
    ] {
        check_bad(
            &with_claim(&format!(
                r#""counter_statements": [‸{{ "relation": "denies", "text": "N"{rest} }}]"#
            )),
            &[error],
        );
    }
}

#[test]
fn ratings_are_on_their_scale() {
    let rating = |value, worst, best| {
        with_claim(&format!(
            r#""verdicts": [{{ "label": "L", ‸"rating": {{ "value": {value}, "worst": {worst}, "best": {best} }} }}]"#
        ))
    };
    let error = "claims[0].verdicts[0].rating: the value is not on the scale; `worst` and `best` differ, and `value` lies between them";
    for (value, worst, best) in
        [("6", "1", "5"), ("0.999", "1", "5"), ("3", "3", "3"), ("0", "5", "1"), ("-1.501", "-1.5", "0")]
    {
        check_bad(&rating(value, worst, best), &[error]);
    }
    for (value, worst, best) in [("1", "1", "5"), ("5", "1", "5"), ("2", "5", "1"), ("-1.5", "-1.5", "0")] {
        parse(&rating(value, worst, best).replace('‸', "")).unwrap();
    }
}

#[test]
fn all_errors_in_file_order() {
    check_bad(
        "{ ‸\"zzz\": 1, \"claims\": [\n  { \"id\": \"c\", ‸\"statement\": { } },\n  ‸{ ‸\"id\": 5 } ],\n  \
         ‸\"language\": \"english\",\n  ‸\"id\": \"a b\", \"title\": \"T\" }",
        &[
            "zzz: unknown field `zzz`; known here: id, title, description, language, publisher, methodology, corrections, license, updated, people, sources, claims, allow",
            "claims[0].statement: `text` is missing; it is required",
            "claims[1]: `statement` is missing; it is required",
            "claims[1].id: is a number; expected a string in quotes",
            "language: `english` is not a language tag; use a BCP 47 tag such as `en` or `pt-BR`",
            "id: `a b` is not an id; use ASCII letters, digits, `-` and `_`, beginning with a letter or digit",
        ],
    );
    // Rules between values, too: sources come first in the check, here last in the file.
    check_bad(
        &format!(
            "{{ {HEAD}, \"claims\": [{{ \"id\": \"c\", \"related\": [‸\"x\"], \"statement\": {{ \"text\": \"X\", ‸\"speaker\": \"q\" }} }}],\n\
             \"sources\": {{ \"s\": {{ \"title\": \"S\", ‸\"derived_from\": \"s\" }} }} }}"
        ),
        &[
            "claims[0].related[0]: no claim has the id `x`; did you mean `c`?",
            "claims[0].statement.speaker: no person has the id `q`; add it to `people`",
            "sources.s.derived_from: `s` leads back to this source; an origin chain ends at the first to say it",
        ],
    );
}

#[test]
fn at_most_a_hundred_faults_of_shape() {
    let topics = vec!["5"; 1000].join(", ");
    assert_eq!(parse(&with_claim(&format!(r#""topics": [{topics}]"#))).unwrap_err().0.len(), 100);
    let fields: Vec<String> = (0..1000).map(|i| format!(r#""unknown{i}": 0"#)).collect();
    assert_eq!(parse(&with(&fields.join(", "))).unwrap_err().0.len(), 100);
}

#[test]
fn at_most_a_hundred_broken_rules() {
    let related = vec![r#""nowhere""#; 1000].join(", ");
    assert_eq!(parse(&with_claim(&format!(r#""related": [{related}]"#))).unwrap_err().0.len(), 100);
}

/// An error is one line, and nothing in the file can colour, clear or reorder the terminal it is printed on.
#[test]
fn errors_are_one_harmless_line_each() {
    let hostile = "\\u001b[31mx\\n\\u202ey\\u0000";
    let mut harmful = Vec::new();
    for text in [
        with(&format!(r#""license": "{hostile}""#)),
        with(&format!(r#""{hostile}": 1"#)),
        with(&format!(r#""people": {{ "{hostile}": {{}} }}"#)),
        with(&format!(r#""people": {{ "{hostile}": 1, "{hostile}": 2 }}"#)),
        with("\u{1B}[31m"),
        with("\"people\": \u{202E}"),
    ] {
        let errors = parse(&text).unwrap_err();
        let shown = errors.to_string();
        let unfit = |c: char| {
            c.is_control() && c != '\n' || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
        };
        if shown.lines().count() != errors.0.len() || shown.contains(unfit) {
            harmful.push(shown);
        }
    }
    assert!(harmful.is_empty(), "{harmful:#?}");
}

/// On the command line one mistake hides no other: rules between values are checked where the values are right.
#[test]
fn all_errors_at_once() {
    let check = |text: &str, expected: &[&str]| {
        let root = authoring::parse(text, Format::Json).unwrap();
        let told: Vec<String> = dataset::all_errors(&root).iter().map(|it| it.to_string()).collect();
        let told: Vec<&str> = told.iter().map(|it| it.split(';').next().unwrap()).collect();
        assert_eq!(told, expected, "{text}");
    };
    let speaker = r#""claims": [{ "id": "c", "statement": { "text": "X", "speaker": "q" } }]"#;
    check(
        &with(&format!(r#""updated": 5, {speaker}"#)),
        &["updated: is a number", "claims[0].statement.speaker: no person has the id `q`"],
    );
    // A value that is wrong or missing is not said to lead nowhere, too.
    check(
        &with(r#""claims": [{ "statement": { "text": "X", "speaker": "a b", "said_in": 5 } }, { "id": 5 }]"#),
        &[
            "claims[0]: `id` is missing",
            "claims[0].statement.speaker: `a b` is not an id",
            "claims[0].statement.said_in: is a number",
            "claims[1].id: is a number",
            "claims[1]: `statement` is missing",
        ],
    );
    check(
        &with_claim(
            r#""counter_statements": [{ "relation": "denys", "text": "N", "sources": ["s", "t"] }, { "relation": "denies", "text": "N", "sources": 5 }]"#,
        ),
        &[
            "claims[0].counter_statements[0].relation: unknown word `denys`",
            "claims[0].counter_statements[1].sources: is a number",
            "claims[0].counter_statements[0].sources[1].source: no source has the id `t`",
        ],
    );
    // Without a table, or with one under a mistyped name, nothing can be said of what refers to it.
    check(&with(&format!(r#""people": [], {speaker}"#)), &["people: is a list"]);
    check(&with(&format!(r#""peple": {{}}, {speaker}"#)), &["peple: unknown field `peple`"]);
    check("[]", &["is a list"]);
    // An entry under a bad name is looked at, and no other one is lost with it.
    check(
        &with(&format!(
            r#""people": {{ "a b": {{ "name": 5 }}, "p": {{ "name": "P" }}, "z": {{}} }}, {speaker}"#
        )),
        &[
            "people.a b: `a b` is not an id",
            "people.a b.name: is a number",
            "people.z: `name` is missing",
            "claims[0].statement.speaker: no person has the id `q`",
        ],
    );
}
