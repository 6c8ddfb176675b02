//! The rules of the linter: each page's examples run through the real checker, levels, ways to turn a rule off.

use std::collections::BTreeSet;

use factcheck::lint::{Level, explanation, level, lint, names};
use factcheck::model::Rule;
use factcheck::{Date, dataset};
use serde_json::{Value, json};

use crate::cli::{directory, file, run_in};
use crate::support::bundled;

fn today() -> Date {
    Date::parse("2026-11-22").unwrap()
}

/// The two examples of a page, as datasets.
fn examples(rule: &str) -> [Value; 2] {
    let page = explanation(rule).unwrap();
    ["Bad", "Good"].map(|which| {
        let fence = format!("{which}:\n\n```json\n");
        let block = page.split(&fence).nth(1).unwrap_or_else(|| panic!("{rule}: no example `{which}`"));
        let example = serde_json::from_str(block.split("```").next().unwrap()).unwrap();
        as_dataset(example)
    })
}

/// An example is a file of one claim with its sources, or a dataset without its head.
fn as_dataset(mut example: Value) -> Value {
    let fields = example.as_object_mut().unwrap();
    let mut dataset = json!({ "id": "d", "title": "T", "language": "en" });
    for table in ["people", "sources", "claims"] {
        if let Some(it) = fields.remove(table) {
            dataset[table] = it;
        }
    }
    if !fields.is_empty() {
        dataset["claims"] = json!([example]);
    }
    dataset
}

/// The names of all rules that a dataset breaks, with their places.
fn broken(dataset: &Value) -> Vec<(String, String)> {
    match dataset::parse(&dataset.to_string()) {
        Ok(dataset) => {
            let findings = lint(&dataset, today());
            findings.iter().map(|it| (it.rule.as_str().into(), it.path.to_string())).collect()
        }
        Err(errors) => {
            let rule = |it: &factcheck::Error| it.rule.unwrap_or("no rule").to_string();
            errors.0.iter().map(|it| (rule(it), it.path.to_string())).collect()
        }
    }
}

fn rules_broken(dataset: &Value) -> BTreeSet<String> {
    broken(dataset).into_iter().map(|(rule, _)| rule).collect()
}

/// Whether a quote is ambiguous is only known with the text of its source.
fn needs_a_snapshot(rule: &str) -> bool {
    rule == "ambiguous-quote"
}

#[test]
fn every_rule_has_a_page() {
    let pages: BTreeSet<&str> = names().collect();
    for rule in Rule::ALL {
        assert!(pages.contains(rule.as_str()), "{}", rule.as_str());
    }
    let errors: BTreeSet<&str> =
        pages.iter().copied().filter(|it| Rule::ALL.iter().all(|rule| rule.as_str() != *it)).collect();
    let expected = [
        "circular-origin",
        "duplicate-claim",
        "no-citation",
        "off-scale",
        "unknown-claim",
        "unknown-person",
        "unknown-source",
    ];
    assert_eq!(errors, expected.into());
    assert!(pages.len() == names().count() && names().is_sorted());
}

#[test]
fn the_examples_show_what_they_say() {
    for rule in names().filter(|it| !needs_a_snapshot(it)) {
        let [bad, good] = examples(rule);
        assert_eq!(rules_broken(&bad), [rule.to_string()].into(), "the bad example");
        assert_eq!(broken(&good), [], "{rule}: the good example");
    }
}

/// With the text of its page, and without any.
#[test]
fn the_examples_of_the_ambiguous_quote() {
    let dir = directory("ambiguous_quote");
    let page = explanation("ambiguous-quote").unwrap();
    let text = page.split("In the source: *").nth(1).unwrap().split('*').next().unwrap();
    std::fs::create_dir(dir.join("saved")).unwrap();
    file(&dir.join("saved"), "gazette.txt", text);
    for (example, is_found) in examples("ambiguous-quote").iter().zip([true, false]) {
        assert_eq!(broken(example), [], "nothing to be seen without the text");
        file(&dir, "claims.json", example.to_string());
        let checked = run_in(&dir, &["check", "claims.json", "--snapshots", "saved", "--json"]);
        let told: Value = serde_json::from_slice(&checked.out).unwrap();
        let rules: Vec<&str> =
            told["diagnostics"].as_array().unwrap().iter().filter_map(|it| it["rule"].as_str()).collect();
        assert_eq!(rules, Vec::from_iter(is_found.then_some("ambiguous-quote")));
    }
}

#[test]
fn pages_say_the_level_and_whether_the_rule_can_be_turned_off() {
    for name in names() {
        let page = explanation(name).unwrap();
        let lines: Vec<&str> = page.lines().collect();
        assert_eq!(lines[0], format!("# {name}"));
        let rule = Rule::ALL.iter().find(|it| it.as_str() == name);
        let expected = match rule.map(|it| (level(*it), *it)) {
            None => "Level: error. It cannot be turned off: the record would have no meaning.".to_string(),
            Some((level, Rule::UnusedRecord)) => format!(
                "Level: {}. Turn it off with `\"allow\": [\"{name}\"]` for the whole dataset.",
                level.as_str()
            ),
            Some((level, _)) => format!(
                "Level: {}. Turn it off with `\"allow\": [\"{name}\"]`, in a claim or for the whole dataset.",
                level.as_str()
            ),
        };
        assert_eq!(lines[2], expected);
        assert!(lines[4].len() > 20 && lines.iter().all(|it| it.len() <= 120), "{name}");
    }
    let notes: Vec<&Rule> = Rule::ALL.iter().filter(|it| level(**it) == Level::Note).collect();
    assert_eq!(notes, [&Rule::OneSided, &Rule::UnusedRecord]);
    assert!(Rule::ALL.iter().all(|it| level(*it) != Level::Error), "what can be turned off is no error");
}

#[test]
fn every_rule_can_be_turned_off() {
    for rule in Rule::ALL.iter().map(|it| it.as_str()).filter(|it| !needs_a_snapshot(it)) {
        let [bad, _] = examples(rule);
        let mut for_all = bad.clone();
        for_all["allow"] = json!([rule]);
        assert_eq!(broken(&for_all), [], "{rule}, for the dataset");
        let mut for_claims = bad.clone();
        for claim in for_claims["claims"].as_array_mut().unwrap() {
            claim["allow"] = json!([rule]);
        }
        let left = if rule == "unused-record" { broken(&bad) } else { vec![] };
        assert_eq!(broken(&for_claims), left, "{rule}, for the claim");
        let mut another = bad.clone();
        let other = if rule == "long-summary" { "one-sided" } else { "long-summary" };
        another["allow"] = json!([other]);
        assert_eq!(broken(&another), broken(&bad), "{rule}, another rule turned off");
    }
}

#[test]
fn what_makes_a_record_invalid_cannot_be_turned_off() {
    for rule in names().filter(|it| Rule::ALL.iter().all(|rule| rule.as_str() != *it)) {
        let [bad, good] = examples(rule);
        for mut dataset in [bad, good] {
            dataset["allow"] = json!([rule]);
            let errors = dataset::parse(&dataset.to_string()).unwrap_err().to_string();
            assert!(errors.contains(&format!("allow[0]: unknown word `{rule}`")), "{errors}");
        }
    }
}

#[test]
fn the_bundled_dataset_has_nothing_worse_than_notes() {
    let findings = lint(&bundled(), today());
    let worse: Vec<_> = findings.iter().filter(|it| level(it.rule) < Level::Note).collect();
    assert!(worse.is_empty(), "{worse:#?}");
}
