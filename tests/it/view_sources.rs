//! What readers see of sources and verdicts: links to the passage, archived copies, origins, ratings.

use factcheck::view::{self, Options};
use insta::assert_snapshot;
use serde_json::{Value, json};

use crate::support::{small, valid};
use crate::view::outline;

fn html_of(dataset: &Value) -> String {
    view::single(&valid(dataset), "c", &Options::default()).unwrap().to_html()
}

fn card(dataset: &Value) -> String {
    outline(&view::single(&valid(dataset), "c", &Options::default()).unwrap())
}

/// The small dataset with this source, and a statement said there.
fn sourced(source: Value, citation: Value) -> Value {
    let mut dataset = small();
    dataset["sources"]["s"] = source;
    dataset["claims"][0]["statement"]["said_in"] = json!([citation]);
    dataset
}

/// The link to a passage of a page.
fn link(url: &str, quote: Value) -> String {
    let html =
        html_of(&sourced(json!({ "title": "S", "url": url }), json!({ "source": "s", "quote": quote })));
    let link = html.split_once("<a href=\"").unwrap().1;
    link.split_once('"').unwrap().0.replace("&amp;", "&")
}

#[test]
fn links_lead_to_the_passage() {
    for (quote, directive) in [
        (json!({ "exact": "a b" }), "a%20b"),
        (json!({ "exact": " a, b-c & d? " }), "a%2C%20b%2Dc%20%26%20d%3F"),
        (json!({ "exact": "“é” 日😀" }), "%E2%80%9C%C3%A9%E2%80%9D%20%E6%97%A5%F0%9F%98%80"),
        (json!({ "exact": "100% #1 'x' <b> \"q\" +" }), "100%25%20%231%20%27x%27%20%3Cb%3E%20%22q%22%20%2B"),
        (json!({ "exact": "A.b_c~d" }), "A.b_c~d"),
        (json!({ "exact": "x", "prefix": "be-fore," }), "be%2Dfore%2C-,x"),
        (json!({ "exact": "x", "suffix": " after" }), "x,-after"),
        (json!({ "exact": "x", "prefix": "p", "suffix": "s" }), "p-,x,-s"),
        // Twelve words are given whole; of thirteen, the first and last four.
        (
            json!({ "exact": "1 2 3 4 5 6 7 8 9 10 11 12" }),
            "1%202%203%204%205%206%207%208%209%2010%2011%2012",
        ),
        (json!({ "exact": "1 2 3 4 5 6 7 8 9 10 11 12 13" }), "1%202%203%204,10%2011%2012%2013"),
        (
            json!({ "exact": "1  2\n3 4 5 6 7 8 9 10 11 12 13 14", "prefix": "p", "suffix": "s" }),
            "p-,1%20%202%0A3%204,11%2012%2013%2014,-s",
        ),
    ] {
        assert_eq!(link("https://a.example/", quote), format!("https://a.example/#:~:text={directive}"));
    }
    assert_eq!(
        link("https://a.example/?q#part", json!({ "exact": "x" })),
        "https://a.example/?q#part:~:text=x"
    );
    assert_eq!(link("https://a.example/#", json!({ "exact": "x" })), "https://a.example/#:~:text=x");
    assert_eq!(link("https://a.example/#part", Value::Null), "https://a.example/#part");
}

/// A second directive would begin with `&`, not with another delimiter.
#[test]
fn a_link_that_has_a_passage_already_keeps_one_delimiter() {
    let link = link("https://a.example/#:~:text=y", json!({ "exact": "x" }));
    assert_eq!(link.matches(":~:").count(), 1, "{link}");
}

#[test]
fn a_source_says_what_it_is() {
    let mut dataset = sourced(
        json!({
            "title": "Report", "publisher": "Agency", "url": "https://a.example/", "date": "2018-11-06", "language": "de",
            "kind": "news-agency", "derived_from": "o", "archive": { "url": "https://archive.example/x", "date": "2026-11" },
        }),
        json!({ "source": "s", "quote": { "exact": "X" }, "verified": { "date": "2026-11-22" } }),
    );
    dataset["sources"]["o"] = json!({ "title": "Decree", "url": "https://o.example/" });
    let line = "li:Report Agency · 6 November 2018 · news agency · German · carries Decree · archived copy November 2026 · quote verified 22 November 2026";
    assert!(card(&dataset).lines().any(|it| it == line), "{}", card(&dataset));
    let html = html_of(&dataset);
    assert!(html.contains(r#"<a href="https://archive.example/x" rel="noopener noreferrer nofollow">archived copy</a> <time datetime="2026-11">"#), "{html}");
    assert!(
        html.contains(
            r#"<blockquote lang="en" dir="ltr" class="words" part="words" cite="https://a.example/">"#
        ),
        "{html}"
    );
    assert!(html.contains(r#"lang="de" dir="ltr">Report</a>"#), "{html}");
}

/// Two passages of one page: that one carries the other need not be said.
#[test]
fn an_origin_of_the_same_address_is_left_out() {
    for (url, is_shown) in [("https://a.example/", false), ("https://b.example/", true)] {
        let source = json!({ "title": "S", "url": "https://a.example/", "derived_from": "o" });
        let mut dataset = sourced(source, json!("s"));
        dataset["sources"]["o"] = json!({ "title": "O", "url": url });
        assert_eq!(card(&dataset).contains("carries O"), is_shown, "{url}");
    }
}

#[test]
fn a_source_says_nothing_twice() {
    for (source, line) in [
        (
            json!({ "title": "Agency, 6 November 2018", "publisher": "Agency", "date": "2018-11-06", "url": "https://a.example" }),
            "li:Agency, 6 November 2018",
        ),
        (json!({ "title": "S", "language": "en-GB", "kind": "other" }), "li:S other · not online"),
        (json!({ "title": "S" }), "li:S not online"),
        (json!({ "title": "S", "url": "https://a.example" }), "li:S"),
    ] {
        assert!(card(&sourced(source, json!("s"))).lines().any(|it| it == line), "{line}");
    }
}

fn judged(verdict: Value) -> Value {
    let mut dataset = small();
    dataset["claims"][0]["verdicts"] = json!([verdict]);
    dataset
}

#[test]
fn a_verdict_with_everything() {
    let outline = card(&judged(json!({
        "label": "Depends", "scope": "the law", "rating": { "value": 3, "worst": 1, "best": 5 }, "reasons": ["definition", "outdated"],
        "explanation": "Because.", "by": "Desk", "url": "https://a.example/check", "date": "2020-01-02", "review_by": "2027",
        "true_when_said": true, "confidence": "high", "would_change": "a treaty", "sources": ["s"],
    })));
    let verdict = outline.split_once("h3:Statement").unwrap().0;
    assert_snapshot!(verdict.replace("\nli:A matter of definition\nli:Outdated", "\nli:A matter of definition, li:Outdated"), @r"
    h2:X
    h3:Verdict
    p:the law: Depends
    p:Rated 3 on a scale from 1 to 5
    p:Because.
    p:True when it was said.
    p:Confidence: high
    p:What would change this: a treaty
    li:A matter of definition, li:Outdated
    p:Sources
    li:S not online
    p:Desk · 2 January 2020 · review due 2027 · Full check
    ");
    assert!(
        card(&judged(json!({ "label": "L", "true_when_said": false })))
            .contains("p:L\np:Not true when it was said.\nh3")
    );
    assert!(card(&judged(json!({ "label": "L" }))).contains("h3:Verdict\np:L\nh3:Statement"));
}

#[test]
fn scores_are_written_as_readers_write_them() {
    for (score, shown) in [
        ("0", "0"),
        ("-0", "0"),
        ("1", "1"),
        ("3.25", "3.25"),
        ("-1.5", "−1.5"),
        ("0.5", "0.5"),
        ("-0.5", "−0.5"),
        ("1.05", "1.05"),
        ("0.005", "0.005"),
        ("2.100", "2.1"),
        ("10.010", "10.01"),
        ("999999.999", "999999.999"),
        ("-1000000", "−1000000"),
        ("1e2", "100"),
    ] {
        let rating = format!(r#"{{ "value": {score}, "worst": -1e6, "best": 1e6 }}"#);
        let verdict = json!({ "label": "L", "rating": serde_json::from_str::<Value>(&rating).unwrap() });
        let outline = card(&judged(verdict));
        assert!(
            outline.contains(&format!("p:Rated {shown} on a scale from −1000000 to 1000000\n")),
            "{score}: {outline}"
        );
    }
}

#[test]
fn response_history_and_topics() {
    let mut dataset = small();
    dataset["claims"][0]["response"] = json!({ "text": "Not so.", "date": "2016-05", "source": "s" });
    dataset["claims"][0]["topics"] = json!(["law", "bases"]);
    dataset["claims"][0]["history"] = json!([
        { "date": "2020-01-01", "kind": "published", "text": "First." }, { "date": "2021", "kind": "correction", "text": "A date." },
    ]);
    let outline = card(&dataset);
    assert!(
        outline.contains("p:No source is recorded.\np:Response · May 2016\np:Not so.\np:S\nh3:"),
        "{outline}"
    );
    assert_snapshot!(outline.split_once("None is recorded.\n").unwrap().1, @r"
    li:law
    li:bases
    summary:More about this record
    p:History
    li:1 January 2020 · Published: First.
    li:2021 · Corrected: A date.
    p:From T
    ");
}
