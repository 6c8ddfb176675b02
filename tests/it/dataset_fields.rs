//! Bad fields in a dataset file: unknown ones, missing ones, values of another kind, unknown words.

use crate::support::{check_bad, with, with_claim};

const ROOT: &str = "known here: id, title, description, language, publisher, methodology, corrections, license, \
    updated, people, sources, claims, allow";
const CLAIM: &str = "known here: id, statement, counter_statements, verdicts, weight, response, history, topics, related, allow";

#[test]
fn unknown_fields() {
    let check = |text: String, path: &str, name: &str, help: &str| {
        check_bad(&text, &[&format!("{path}{name}: unknown field `{name}`; {help}")]);
    };
    for (name, near) in [
        ("titel", "title"),
        ("Description", "description"),
        ("claim", "claims"),
        ("peple", "people"),
        ("language_", "language"),
        ("corrections_url", "corrections"),
    ] {
        check(with(&format!(r#"‸"{name}": 1"#)), "", name, &format!("did you mean `{near}`?"));
    }
    check(with(r#"‸"zzz": { "id": [] }"#), "", "zzz", ROOT);
    check(with(r#"‸"": 1"#), "", "", ROOT);
    check(with_claim(r#"‸"verdict": []"#), "claims[0].", "verdict", "did you mean `verdicts`?");
    check(
        with_claim(r#"‸"counter-statements": []"#),
        "claims[0].",
        "counter-statements",
        "did you mean `counter_statements`?",
    );
    check(with_claim(r#"‸"zzz": []"#), "claims[0].", "zzz", CLAIM);
    check(
        with_claim(
            r#""counter_statements": [{ "relation": "denies", ‸"txet": "", "text": "N", "sources": ["s"] }]"#,
        ),
        "claims[0].counter_statements[0].",
        "txet",
        "did you mean `text`?",
    );
    check(
        with(r#""people": { "p": { "name": "P", ‸"rôle": "" } }"#),
        "people.p.",
        "rôle",
        "did you mean `role`?",
    );
    check(
        with(r#""sources": { "s": { "title": "S", "archive": { "url": "http://a", ‸"when": 1 } } }"#),
        "sources.s.archive.",
        "when",
        "known here: url, date",
    );
    check(
        with_claim(
            r#""verdicts": [{ "label": "L", "sources": [{ "source": "s", "quote": { "exact": "E", ‸"perfix": "" } }] }]"#,
        ),
        "claims[0].verdicts[0].sources[0].quote.",
        "perfix",
        "did you mean `prefix`?",
    );
}

#[test]
fn missing_fields() {
    let missing = |path: &str, name: &str| format!("{path}`{name}` is missing; it is required");
    let root = ["id", "title", "language"].map(|name| missing("", name));
    check_bad("\n ‸‸‸{ }", &root.each_ref().map(String::as_str));
    for (text, name) in [
        (r#"‸{ "title": "T", "language": "en" }"#, "id"),
        (r#"‸{ "id": "d", "title": null, "language": "en" }"#, "title"),
        (r#"‸{ "id": "d", "title": "T", "claims": [] }"#, "language"),
    ] {
        check_bad(text, &[&missing("", name)]);
    }
    let claims = |claim: &str| {
        with(&format!("\"claims\": [{{ \"id\": \"c\", \"statement\": {{ \"text\": \"X\" }} }},\n {claim}]"))
    };
    check_bad(&claims(r#"‸{ "statement": { "text": "Y" } }"#), &[&missing("claims[1]: ", "id")]);
    check_bad(&claims(r#"‸{ "id": "e" }"#), &[&missing("claims[1]: ", "statement")]);
    check_bad(&claims(r#"{ "id": "e", ‸"statement": { } }"#), &[&missing("claims[1].statement: ", "text")]);
    check_bad(
        &claims(r#"{ "id": "e", ‸"statement": { "text": null } }"#),
        &[&missing("claims[1].statement: ", "text")],
    );
    for (counter, name) in [(r#""text": "N""#, "relation"), (r#""relation": "denies""#, "text")] {
        let text = with_claim(&format!(r#""counter_statements": [‸{{ {counter}, "sources": ["s"] }}]"#));
        check_bad(&text, &[&missing("claims[0].counter_statements[0]: ", name)]);
    }
    check_bad(
        &with_claim(r#""verdicts": [‸{ "by": "me" }]"#),
        &[&missing("claims[0].verdicts[0]: ", "label")],
    );
    check_bad(
        &with_claim(r#""verdicts": [{ "label": "L", ‸‸"rating": { "value": 1 } }]"#),
        &[
            &missing("claims[0].verdicts[0].rating: ", "worst"),
            &missing("claims[0].verdicts[0].rating: ", "best"),
        ],
    );
    check_bad(&with(r#""sources": { ‸"s": { "url": "http://a" } }"#), &[&missing("sources.s: ", "title")]);
    check_bad(&with(r#""people": { ‸"p": {} }"#), &[&missing("people.p: ", "name")]);
}

#[test]
fn kinds() {
    for (field, path, found) in [
        (r#"‸"people": []"#, "people", "is a list; expected an object"),
        (r#"‸"sources": "s""#, "sources", "is the string `s`; expected an object"),
        (r#"‸"claims": {}"#, "claims", "is an object; expected a list"),
        (r#"‸"description": 5"#, "description", "is a number; expected a string in quotes"),
        (r#"‸"license": true"#, "license", "is `true`; expected a string in quotes"),
        (r#"‸"updated": 2018"#, "updated", "is a number; expected a string in quotes"),
        (r#"‸"methodology": ["http://a"]"#, "methodology", "is a list; expected a string in quotes"),
        (r#"‸"publisher": "me""#, "publisher", "is the string `me`; expected an object"),
        (r#""people": { ‸"p": "P" }"#, "people.p", "is the string `P`; expected an object"),
        (r#""people": { ‸"p": null }"#, "people.p", "is null; expected an object"),
        (r#""claims": [‸null]"#, "claims[0]", "is null; expected an object"),
        (r#""claims": [‸"c"]"#, "claims[0]", "is the string `c`; expected an object"),
    ] {
        check_bad(&with(field), &[&format!("{path}: {found}")]);
    }
    for (field, path, found) in [
        (r#"‸"topics": "t""#, "topics", "is the string `t`; expected a list"),
        (r#""topics": ["t", ‸null]"#, "topics[1]", "is null; expected a string in quotes"),
        (r#"‸"weight": 1"#, "weight", "is a number; expected a string in quotes"),
        (
            r#""verdicts": [{ "label": "L", ‸"true_when_said": "yes" }]"#,
            "verdicts[0].true_when_said",
            "is the string `yes`; expected `true` or `false`",
        ),
        (
            r#""verdicts": [{ "label": "L", "sources": [‸5] }]"#,
            "verdicts[0].sources[0]",
            "is a number; expected an object",
        ),
        (
            r#""verdicts": [{ "label": "L", "rating": { ‸"value": "1", "worst": 0, "best": 5 } }]"#,
            "verdicts[0].rating.value",
            "is the string `1`; expected a number",
        ),
        (r#"‸"weight": "refused""#, "weight", "unknown word `refused`; did you mean `refuted`?"),
        (r#"‸"weight": "Refuted ""#, "weight", "unknown word `Refuted `; did you mean `refuted`?"),
        (
            r#"‸"weight": "no""#,
            "weight",
            "unknown word `no`; one of: contested, leans-against, refuted, leans-for, confirmed",
        ),
        (
            r#""counter_statements": [{ ‸"relation": "denys", "text": "N", "sources": ["s"] }]"#,
            "counter_statements[0].relation",
            "unknown word `denys`; did you mean `denies`?",
        ),
    ] {
        check_bad(&with_claim(field), &[&format!("claims[0].{path}: {found}")]);
    }
}
