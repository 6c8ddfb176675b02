//! Several verdicts as one table, the line on what a claim rests on, and reviews that are overdue.

use factcheck::Date;
use factcheck::view::{self, Options};
use insta::assert_snapshot;
use serde_json::{Value, json};

use crate::support::{small, valid};
use crate::view::outline;

fn with_verdicts(verdicts: Value) -> Value {
    let mut dataset = small();
    dataset["claims"][0]["verdicts"] = verdicts;
    dataset
}

/// The verdicts of a card as HTML, without attributes.
fn table(verdicts: Value) -> String {
    let html = view::single(&valid(&with_verdicts(verdicts)), "c", &Options::default()).unwrap().to_html();
    let start = html.find("<section class=\"verdicts\"").unwrap();
    let end = start + html[start..].find("</section>").unwrap();
    let mut plain = String::new();
    let mut in_tag = false;
    for c in html[start..end].chars() {
        match c {
            '<' => plain.push(c),
            ' ' if plain.rfind('<') > plain.rfind('>') => in_tag = true,
            '>' => {
                in_tag = false;
                plain.push(c);
            }
            c if !in_tag => plain.push(c),
            _ => {}
        }
    }
    for tag in ["tr", "th", "td", "/tbody", "div"] {
        plain = plain.replace(&format!("<{tag}>"), &format!("\n<{tag}>"));
    }
    plain
}

#[test]
fn one_verdict_is_no_table() {
    assert_snapshot!(table(json!([{ "label": "Wrong", "scope": "in law" }])), @r"
    <section><h3>Verdict</h3>
    <div><p><span>in law</span>: <strong>Wrong</strong></p></div>
    ");
}

#[test]
fn verdicts_of_one_checker_are_a_table_by_scope() {
    let verdicts = json!([
        { "label": "Right", "scope": "in law", "by": "A", "date": "2020" },
        { "label": "Wrong", "scope": "on the ground", "by": "A" },
    ]);
    assert_snapshot!(table(verdicts), @r"
    <section><h3>Verdict</h3><table><tbody>
    <tr>
    <th>in law</th>
    <td>
    <div><p><strong>Right</strong></p><p><span>A</span> · <time>2020</time></p></div></td></tr>
    <tr>
    <th>on the ground</th>
    <td>
    <div><p><strong>Wrong</strong></p><p><span>A</span></p></div></td></tr>
    </tbody></table>
    ");
}

#[test]
fn verdicts_of_several_checkers_are_a_matrix_of_their_own_labels() {
    let verdicts = json!([
        { "label": "Pants on fire", "scope": "in law", "by": "A" },
        { "label": "Mostly true", "scope": "on the ground", "by": "B" },
        { "label": "False", "scope": "in law", "by": "B" },
        { "label": "Unproven" },
    ]);
    assert_snapshot!(table(verdicts), @r"
    <section><h3>Verdict</h3><table><tbody>
    <tr>
    <td></td>
    <th>in law</th>
    <th>on the ground</th>
    <th>Verdict</th></tr>
    <tr>
    <th>A</th>
    <td>
    <div><p><strong>Pants on fire</strong></p><p><span>A</span></p></div></td>
    <td></td>
    <td></td></tr>
    <tr>
    <th>B</th>
    <td>
    <div><p><strong>False</strong></p><p><span>B</span></p></div></td>
    <td>
    <div><p><strong>Mostly true</strong></p><p><span>B</span></p></div></td>
    <td></td></tr>
    <tr>
    <th>Verdict</th>
    <td></td>
    <td></td>
    <td>
    <div><p><strong>Unproven</strong></p></div></td></tr>
    </tbody></table>
    ");
}

#[test]
fn checkers_without_scopes_are_listed() {
    let verdicts = json!([{ "label": "False", "by": "A" }, { "label": "Mostly true", "by": "B" }]);
    assert_snapshot!(table(verdicts), @r"
    <section><h3>Verdict</h3><table><tbody>
    <tr>
    <th>A</th>
    <td>
    <div><p><strong>False</strong></p><p><span>A</span></p></div></td></tr>
    <tr>
    <th>B</th>
    <td>
    <div><p><strong>Mostly true</strong></p><p><span>B</span></p></div></td></tr>
    </tbody></table>
    ");
}

fn evidence(change: impl FnOnce(&mut Value)) -> String {
    let mut dataset = small();
    dataset["sources"] = json!({
        "agency": { "title": "Agency", "kind": "news-agency", "date": "2015-09", "url": "https://example.org/a" },
        "paper": { "title": "Paper", "kind": "press", "date": "2015-09-20", "derived_from": "agency" },
        "again": { "title": "Paper again", "kind": "press", "derived_from": "paper" },
        "page": { "title": "Another passage", "kind": "news-agency", "url": "https://example.org/a" },
        "book": { "title": "Book", "date": "1999", "archive": { "url": "https://archive.example/b" } },
        "unused": { "title": "Unused" },
    });
    dataset["claims"][0]["statement"]["said_in"] = json!(["paper", "again"]);
    dataset["claims"][0]["counter_statements"] = json!([{ "relation": "denies", "text": "No", "said_in": ["agency", "page"], "sources": ["paper", "book"] }]);
    change(&mut dataset);
    let text = outline(&view::single(&valid(&dataset), "c", &Options::default()).unwrap());
    let is_line = |it: &&str| it.contains(" origin");
    text.lines().find(is_line).unwrap_or("no line").to_owned()
}

#[test]
fn what_a_claim_rests_on() {
    assert_snapshot!(evidence(|_| {}), @"p:5 sources: news agency (2), press (2) · 2 independent origins · 1 of 5 archived · 1999 – 20 September 2015");
    assert_snapshot!(evidence(|it| {
        it["claims"][0]["verdicts"] = json!([{ "label": "Wrong", "date": "2021-05-04", "sources": ["book"] }]);
        it["claims"][0]["history"] = json!([{ "date": "2022-01-02", "kind": "review", "text": "Read again." }]);
    }), @"p:5 sources: news agency (2), press (2) · 2 independent origins · 1 of 5 archived · 1999 – 20 September 2015 · last review 2 January 2022");
    assert_snapshot!(evidence(|it| {
        it["claims"][0]["statement"]["said_in"] = json!([]);
        it["claims"][0]["counter_statements"] = json!([]);
    }), @"no line");
    assert_snapshot!(evidence(|it| {
        it["claims"][0]["statement"]["said_in"] = json!(["book"]);
        it["claims"][0]["counter_statements"] = json!([]);
    }), @"p:1 source · 1 independent origin · 1 of 1 archived · 1999");
}

#[test]
fn a_review_that_is_overdue_is_said_neutrally() {
    let dataset = valid(&with_verdicts(json!([{ "label": "Wrong", "review_by": "2026-11" }])));
    for (today, expected) in [
        (None, "review due November 2026"),
        (Date::parse("2026-11-30"), "review due November 2026"),
        (Date::parse("2026-12-01"), "review was due November 2026"),
        (Date::parse("2026-10"), "review due November 2026"),
    ] {
        let options = Options { today, ..Options::default() };
        let text = outline(&view::single(&dataset, "c", &options).unwrap());
        assert!(text.lines().any(|it| it.ends_with(expected)), "{today:?}\n{text}");
    }
}
