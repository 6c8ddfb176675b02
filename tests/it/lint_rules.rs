//! Where each rule of the linter begins and where it ends.

use factcheck::lint::lint;
use factcheck::{Date, dataset};
use serde_json::{Value, json};

use crate::support::merge;

/// A dataset of one claim that breaks no rule.
fn faultless() -> Value {
    json!({
        "id": "d", "title": "T", "language": "en",
        "people": { "p": { "name": "P" } },
        "sources": {
            "s": { "title": "S", "url": "https://gazette.example/s", "date": "2021-05-01" },
            "t": { "title": "T", "url": "https://council.example/t" },
        },
        "claims": [{
            "id": "c",
            "statement": { "text": "It is closed.", "speaker": "p", "said_in": ["s"] },
            "counter_statements": [{ "relation": "qualifies", "text": "To lorries only.", "sources": ["t"] }],
            "verdicts": [{ "label": "Half true", "explanation": "E", "by": "B", "date": "2021-05-02" }],
        }],
    })
}

/// What the linter says on 22 November 2026, a line each.
fn says(dataset: &Value) -> Vec<String> {
    let dataset = dataset::parse(&dataset.to_string()).unwrap_or_else(|errors| panic!("{errors}\n{dataset}"));
    let findings = lint(&dataset, Date::parse("2026-11-22").unwrap());
    findings.iter().map(|it| format!("{} {}: {}", it.rule.as_str(), it.path, it.message)).collect()
}

/// Checks what is said of the dataset with these values in place of others, `null` for none.
#[track_caller]
fn check(changes: Value, expected: &[&str]) {
    let mut dataset = faultless();
    merge(&mut dataset, &changes);
    assert_eq!(says(&dataset), expected, "{changes}");
}

#[track_caller]
fn check_claim(changes: Value, expected: &[&str]) {
    let mut claim = faultless()["claims"][0].take();
    merge(&mut claim, &changes);
    check(json!({ "claims": [claim] }), expected);
}

#[track_caller]
fn check_verdict(changes: Value, expected: &[&str]) {
    let mut verdict = faultless()["claims"][0]["verdicts"][0].take();
    merge(&mut verdict, &changes);
    check_claim(json!({ "verdicts": [verdict] }), expected);
}

/// One finding or none.
fn only_if(is_found: bool, finding: &str) -> Vec<&str> {
    if is_found { vec![finding] } else { vec![] }
}

#[test]
fn nothing_is_wrong_with_a_faultless_claim() {
    check(json!({}), &[]);
}

#[test]
fn a_summary_is_counted_in_characters() {
    for n in [1, 75, 76, 200] {
        let finding = format!("long-summary claims[0].statement.summary: the summary has {n} characters");
        check_claim(json!({ "statement": { "summary": "é".repeat(n) } }), &only_if(n > 75, &finding));
    }
}

/// A month is over when its last day is, a year likewise.
#[test]
fn a_review_is_overdue_when_its_time_is_certainly_over() {
    for (due, is_overdue) in [
        ("2026-11-21", true),
        ("2026-11-22", false),
        ("2026-11-23", false),
        ("2026-10", true),
        ("2026-11", false),
        ("2025", true),
        ("2026", false),
        ("2027", false),
    ] {
        let finding =
            format!("overdue-review claims[0].verdicts[0].review_by: was to be looked at again by {due}");
        check_verdict(json!({ "review_by": due }), &only_if(is_overdue, &finding));
    }
}

#[test]
fn a_date_is_in_the_future_when_all_of_it_is() {
    for (date, is_to_come) in [
        ("2026-11-22", false),
        ("2026-11-23", true),
        ("2026-11", false),
        ("2026-12", true),
        ("2026", false),
        ("2027", true),
    ] {
        let finding = |path: &str| format!("future-date {path}: {date} is still to come");
        let said = |path: &str| only_if(is_to_come, path).into_iter().map(String::from).collect::<Vec<_>>();
        let check = |place: Value, path: &str| {
            let expected = said(&finding(path));
            let expected: Vec<&str> = expected.iter().map(String::as_str).collect();
            check_claim(place, &expected);
        };
        check(json!({ "statement": { "date": date } }), "claims[0].statement.date");
        check(
            json!({ "counter_statements": [
                { "relation": "qualifies", "text": "To lorries only.", "sources": ["t"], "date": date }] }),
            "claims[0].counter_statements[0].date",
        );
        check(json!({ "response": { "text": "R", "date": date } }), "claims[0].response.date");
        check(
            json!({ "history": [{ "date": date, "kind": "update", "text": "U" }] }),
            "claims[0].history[0].date",
        );
        check_verdict(json!({ "date": date }), &only_if(is_to_come, &finding("claims[0].verdicts[0].date")));
    }
    check(json!({ "updated": "2030" }), &["future-date updated: 2030 is still to come"]);
    check(
        json!({ "sources": { "s": { "date": "2030" } } }),
        &["future-date sources.s.date: 2030 is still to come"],
    );
}

#[test]
fn an_archived_copy_is_elsewhere_and_dated() {
    let archived =
        |url: &str, date: Value| json!({ "sources": { "s": { "archive": { "url": url, "date": date } } } });
    let kept = "https://web.archive.org/web/2021/https://gazette.example/s";
    for (url, date) in
        [(kept, "2021-05-02"), (kept, "2021-05"), (kept, "2021"), ("https://archive.ph/Ab1", "2022")]
    {
        check(archived(url, date.into()), &[]);
    }
    check(
        archived(kept, Value::Null),
        &["dead-archive sources.s.archive: an archived copy without its date"],
    );
    check(
        archived(kept, "2021-04".into()),
        &["dead-archive sources.s.archive: copied on 2021-04, before the source was published on 2021-05-01"],
    );
    for url in
        ["https://gazette.example/archive/s", "https://www.gazette.example/s", "https://GAZETTE.example/x"]
    {
        check(
            archived(url, "2021-05-02".into()),
            &["dead-archive sources.s.archive: the archived copy is on gazette.example, as the page is: \
               it goes when the page goes"],
        );
    }
    // A page that is itself in an archive may have its copy there, too, but not be its own copy.
    let in_archive = |copy: &str| {
        json!({ "sources": { "s": {
            "url": kept, "archive": { "url": copy, "date": "2021-06" } } } })
    };
    check(in_archive("https://web.archive.org/web/2022/https://gazette.example/s"), &[]);
    check(
        in_archive(kept),
        &["dead-archive sources.s.archive: the archived copy is on web.archive.org, as the page is: \
           it goes when the page goes"],
    );
}

/// A rule that concerns a source is off when every claim that cites it says so.
#[test]
fn a_claim_turns_off_rules_for_its_sources() {
    let undated = json!({ "url": "https://archive.ph/Ab1" });
    let finding = "dead-archive sources.s.archive: an archived copy without its date";
    let mut first = faultless()["claims"][0].take();
    first["allow"] = json!(["dead-archive"]);
    let mut second = first.clone();
    second["id"] = "second".into();
    let with = |claims: &[&Value]| json!({ "sources": { "s": { "archive": undated } }, "claims": claims });
    check(with(&[&first]), &[]);
    check(with(&[&first, &second]), &[]);
    second["allow"] = json!(["one-sided"]);
    check(with(&[&first, &second]), &[finding]);
    second["statement"]["said_in"] = json!(["t"]);
    check(with(&[&first, &second]), &[]);
    // Whoever cites what derives from it, cites it.
    let origin = json!({ "sources": { "s": { "archive": undated }, "t": { "derived_from": "s" } } });
    check(origin.clone(), &[finding]);
    first["statement"]["said_in"] = json!(["t"]);
    first["counter_statements"][0]["sources"] = json!(["t"]);
    let mut changes = origin;
    changes["claims"] = json!([first]);
    check(changes, &[]);
}

#[test]
fn many_sources_with_one_origin_are_one() {
    let sources = |n: usize, origin: &str| {
        let mut all = json!({ "agency": { "title": "Agency" }, "t": null });
        for i in 0..n {
            all[format!("paper-{i}")] = json!({ "title": "Paper", "derived_from": "agency" });
        }
        all["other"] = json!({ "title": "Other", "derived_from": origin });
        let papers: Vec<String> = (0..n).map(|i| format!("paper-{i}")).chain(["other".into()]).collect();
        let mut claim = faultless()["claims"][0].take();
        claim["counter_statements"][0]["sources"] = json!(papers);
        json!({ "sources": all, "claims": [claim] })
    };
    for n in [1, 2, 4] {
        let finding =
            format!("one-origin claims[0].counter_statements: its {} sources have one origin, agency", n + 1);
        check(sources(n, "agency"), &only_if(n >= 2, &finding));
        let independent = sources(n, "s");
        check(independent, &[]);
    }
    // The same page under three ids is one source, whichever passage of it is meant.
    let page = |part: &str| json!({ "title": "T", "url": format!("https://council.example/t{part}") });
    let mut claim = faultless()["claims"][0].take();
    claim["counter_statements"][0]["sources"] = json!(["t", "u"]);
    claim["verdicts"][0]["sources"] = json!(["v"]);
    check(
        json!({ "sources": { "u": page("#a"), "v": page("#b") }, "claims": [claim] }),
        &[
            "one-origin claims[0].counter_statements: its 3 sources have one origin, https://council.example/t",
        ],
    );
}

#[test]
fn a_number_needs_words_and_a_scale() {
    for label in ["2", "2/5", "75 %", "-1", "3.5", "2,5"] {
        let finding =
            format!("number-without-scale claims[0].verdicts[0].label: `{label}` is a number and no verdict");
        check_verdict(json!({ "label": label }), &[&finding]);
    }
    for label in ["4 Pinocchios", "Mostly false", "½ true", "ложь"] {
        check_verdict(json!({ "label": label }), &[]);
    }
    let rating = json!({ "value": 2, "worst": 1, "best": 5 });
    check_verdict(
        json!({ "rating": rating }),
        &["number-without-scale claims[0].verdicts[0].rating: a number on a scale that is explained nowhere"],
    );
    check_verdict(json!({ "rating": rating, "url": "https://desk.example/check" }), &[]);
    let mut claim = faultless()["claims"][0].take();
    claim["verdicts"][0]["rating"] = rating;
    check(json!({ "methodology": "https://desk.example/how", "claims": [claim] }), &[]);
}

#[test]
fn a_verdict_has_reason_date_and_author() {
    let without =
        |rule: &str, message: &str| format!("verdict-without-{rule} claims[0].verdicts[0]: {message}");
    check_verdict(
        json!({ "explanation": null, "date": null, "by": null }),
        &[
            &without("reason", "no reason for `Half true`"),
            &without("date", "no date for `Half true`"),
            &without("author", "nobody stands for `Half true`"),
        ],
    );
    check_verdict(json!({ "explanation": null, "reasons": ["outdated"] }), &[]);
    let mut claim = faultless()["claims"][0].take();
    claim["verdicts"][0]["by"] = Value::Null;
    check(json!({ "publisher": { "name": "Desk" }, "claims": [claim] }), &[]);
}

#[test]
fn a_record_with_one_side_only() {
    let finding = "one-sided claims[0]: everything here speaks against the statement";
    let counter = |relation: &str| json!({ "relation": relation, "text": "N", "sources": ["t"] });
    for (relations, is_found) in [
        (&["denies"][..], true),
        (&["contradicts", "corrects", "updates"], true),
        (&["denies", "qualifies"], false),
        (&["denies", "adds-context"], false),
        (&["denies", "supports"], false),
        (&["denies", "concedes"], false),
    ] {
        let counters: Vec<Value> = relations.iter().map(|it| counter(it)).collect();
        check_claim(json!({ "counter_statements": counters }), &only_if(is_found, finding));
        let answered = json!({ "counter_statements": counters, "response": { "text": "R" } });
        check_claim(answered, &[]);
    }
    let unanswered = "unanswered claims[0]: a statement that nothing answers";
    let alone = json!({ "counter_statements": null, "verdicts": null });
    let unused = "unused-record sources.t: nothing refers to `t`";
    check_claim(alone, &[unused, unanswered]);
    check_claim(json!({ "counter_statements": null }), &[unused]);
}
