//! The rules of the linter that look at words: their language, and whether they repeat the statement.

use factcheck::lint::lint;
use factcheck::model::Rule;
use factcheck::{Date, dataset};
use serde_json::{Value, json};

use crate::support::merge;

/// Where the linter finds fault with the words of a dataset in a language, by a rule.
fn found(rule: Rule, language: &str, statement: &Value, counter: &Value, source: &Value) -> Vec<String> {
    let mut dataset = json!({
        "id": "d", "title": "T", "language": language,
        "sources": { "s": { "title": "S" }, "t": { "title": "T" } },
        "claims": [{ "id": "c", "statement": { "said_in": ["s"] }, "counter_statements": [{ "sources": ["t"] }] }],
    });
    merge(&mut dataset["claims"][0]["statement"], statement);
    merge(&mut dataset["claims"][0]["counter_statements"][0], counter);
    dataset["sources"]["s"]["language"] = source.clone();
    let dataset = dataset::parse(&dataset.to_string()).unwrap_or_else(|errors| panic!("{errors}"));
    let findings = lint(&dataset, Date::parse("2026-11-22").unwrap()).into_iter();
    findings.filter(|it| it.rule == rule).map(|it| format!("{}: {}", it.path, it.message)).collect()
}

#[test]
fn words_in_another_script_say_their_language() {
    let check = |language: &str, text: &str, script: Option<&str>| {
        let counter = json!({ "relation": "qualifies", "text": "1969." });
        let found = found(Rule::ForeignLanguage, language, &json!({ "text": text }), &counter, &Value::Null);
        let expected =
            script.map(|it| format!("claims[0].statement.text: written in {it}, and taken for `{language}`"));
        assert_eq!(found, Vec::from_iter(expected), "{language}: {text}");
    };
    for (language, text, script) in [
        ("en", "Мост закрыт.", "Cyrillic"),
        ("en", "الجسر مغلق", "Arabic"),
        ("de", "הגשר סגור", "Hebrew"),
        ("fr", "Η γέφυρα", "Greek"),
        ("en", "पुल बंद है", "Devanagari"),
        ("en", "பாலம்", "Tamil"),
        ("en", "สะพาน", "Thai"),
        ("en", "ხიდი", "Georgian"),
        ("en", "다리", "Hangul"),
        ("en", "ハシ", "kana"),
        ("en", "桥关闭了", "Han"),
        ("ru", "The bridge is closed.", "Latin"),
        ("ar", "The bridge is closed.", "Latin"),
        ("ru", "الجسر مغلق", "Arabic"),
    ] {
        check(language, text, Some(script));
    }
    for (language, text) in [
        ("en", "The bridge is closed."),
        ("ru", "Мост закрыт."),
        ("uk-UA", "Міст закрито."),
        ("kk", "Көпір жабық."),
        ("ja", "橋は閉鎖"),
        ("zh", "桥关闭了"),
        ("sr", "Most je zatvoren."),
        ("sr", "Мост је затворен."),
        ("ur", "پل بند ہے"),
        // A foreign name is no foreign sentence.
        ("en", "The sign says Мост."),
        ("en", "42"),
        ("und", "Most je zatvoren."),
    ] {
        check(language, text, None);
    }
}

#[test]
fn verbatim_words_of_a_foreign_source_say_their_language() {
    let counter = json!({ "relation": "qualifies", "text": "Only to lorries." });
    let check = |statement: Value, source: Value, expected: &[&str]| {
        assert_eq!(
            found(Rule::ForeignLanguage, "en", &statement, &counter, &source),
            expected,
            "{statement}"
        );
    };
    let verbatim = json!({ "text": "Die Brücke ist zu.", "wording": "verbatim" });
    let message = "claims[0].statement.text: verbatim from a source in `de`, and taken for `en`";
    check(verbatim.clone(), json!("de"), &[message]);
    check(verbatim.clone(), json!("en-GB"), &[]);
    check(verbatim.clone(), Value::Null, &[]);
    check(json!({ "text": "The bridge is shut.", "wording": "paraphrase" }), json!("de"), &[]);
    check(json!({ "text": "The bridge is shut." }), json!("de"), &[]);
    let mut named = verbatim;
    named["language"] = json!("de");
    check(named, json!("de"), &[]);
}

#[test]
fn a_counter_statement_says_something_else() {
    let check = |statement: &str, relation: &str, counter: &str, is_found: bool| {
        let counter = json!({ "relation": relation, "text": counter });
        let found = found(Rule::SameText, "en", &json!({ "text": statement }), &counter, &Value::Null);
        let expected = "claims[0].counter_statements[0].text: the same words as the statement";
        assert_eq!(found, Vec::from_iter(is_found.then(|| expected.to_string())), "{statement} {counter}");
    };
    check("The bridge is closed.", "denies", "The bridge is closed.", true);
    check("The bridge is closed.", "qualifies", "“the bridge  is closed”", true);
    check("Мост закрыт.", "corrects", "МОСТ ЗАКРЫТ!", true);
    check("The bridge is closed.", "supports", "The bridge is closed.", false);
    check("The bridge is closed.", "denies", "The bridge is not closed.", false);
    check("?", "denies", "!", false);
}
