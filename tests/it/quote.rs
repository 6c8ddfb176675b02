//! Finding quotes in texts.

use factcheck::quote::{Change, Document, Fit, Selector, compare};
use serde_json::Value;

use crate::support::shared;

/// Real quotes of politicians and the articles that check them: every one is found where a person would mark it, and
/// none in an article that does not have it.
#[test]
fn quotes_in_articles() {
    let path = "data/quote-anchoring-politifact/cases.jsonl";
    let Some(cases) = shared("quotes_in_articles", path) else { return };
    let (mut right, mut wrong) = (0, Vec::new());
    for line in cases.lines() {
        let case: Value = serde_json::from_str(line).unwrap();
        let text = case["text"].as_str().unwrap();
        let quote = case["quote"].as_str().unwrap();
        let found = Document::new(text).find(&Selector { exact: quote, ..Selector::default() });
        let range = found
            .as_ref()
            .map(|it| text[..it.range.start].chars().count()..text[..it.range.end].chars().count());
        let accepted: Vec<std::ops::Range<usize>> = case["accept_utf32"]
            .as_array()
            .unwrap()
            .iter()
            .map(|it| it[0].as_u64().unwrap() as usize..it[1].as_u64().unwrap() as usize)
            .collect();
        let overlaps = |a: &std::ops::Range<usize>, b: &std::ops::Range<usize>| {
            let shared = a.end.min(b.end).saturating_sub(a.start.max(b.start));
            let all = a.end.max(b.end) - a.start.min(b.start);
            shared * 10 >= all * 7
        };
        let is_right = match &range {
            None => accepted.is_empty(),
            Some(range) => accepted.iter().any(|it| overlaps(range, it)),
        };
        match is_right {
            true => right += 1,
            false => wrong.push(format!(
                "{} {}: {quote}\n    {:?}\n    {:?}",
                case["kind"],
                case["id"],
                found.as_ref().map(|it| (&text[it.range.clone()], it.fit)),
                case["found"]
            )),
        }
    }
    assert!(wrong.is_empty(), "{right} right, wrong:\n{}", wrong.join("\n"));
    assert_eq!(right, 319);
}

/// A quote, the text it was taken from, and what comes of comparing them: the outcome, the passage and the changes.
#[track_caller]
fn check(quoted: &str, text: &str, expected: &str) {
    let document = Document::new(text);
    let it = compare(&document, &Selector { exact: quoted, ..Selector::default() });
    let mut shown = format!("{}: {:?}", it.outcome.as_str(), &text[it.range.clone()]);
    for Change { quoted, found } in &it.changes {
        shown += &format!(" [{quoted} → {found}]");
    }
    assert_eq!(shown, expected, "{quoted}");
}

const ARTICLE: &str = "The mayor spoke on Monday. “The bridge isn’t closed,” she said. “It was closed in May. \
    The council paid for it. Nobody was asked — nobody.” Then she left for the old town hall.";

#[test]
fn a_changed_sign_a_changed_word_and_a_missing_sentence_are_different_things() {
    check("The bridge isn’t closed", ARTICLE, r#"verbatim: "The bridge isn’t closed""#);
    check("The bridge isn't closed", ARTICLE, r#"signs-differ: "The bridge isn’t closed" [isn't → isn’t]"#);
    check("Nobody was asked -- nobody.", ARTICLE, r#"signs-differ: "Nobody was asked — nobody." [-- → —]"#);
    check("the council paid for it", ARTICLE, r#"signs-differ: "The council paid for it" [the → The]"#);
    check(
        "It was opened in May. The council paid for it.",
        ARTICLE,
        r#"words-differ: "It was closed in May. The council paid for it." [opened → closed]"#,
    );
    check(
        "It was closed in May. The region paid for it. Nobody was asked",
        ARTICLE,
        r#"words-differ: "It was closed in May. The council paid for it. Nobody was asked" [region → council]"#,
    );
    check(
        "It was closed in May. Nobody was asked — nobody.",
        ARTICLE,
        r#"sentence-missing: "It was closed in May. The council paid for it. Nobody was asked — nobody." [ → The council paid for it.]"#,
    );
    check(
        "It was closed in May. The king was told at once. The council paid for it.",
        ARTICLE,
        r#"sentence-missing: "It was closed in May. The council paid for it." [The king was told at once. → ]"#,
    );
    check("The harbor was sold to a company from abroad.", ARTICLE, r#"missing: """#);
}

#[test]
fn omissions_that_are_marked_are_none() {
    check(
        "It was closed in May. … Nobody was asked",
        ARTICLE,
        r#"verbatim: "It was closed in May. The council paid for it. Nobody was asked""#,
    );
    check(
        "The bridge isn't closed [...] It was closed in May",
        ARTICLE,
        r#"signs-differ: "The bridge isn’t closed,” she said. “It was closed in May" [isn't → isn’t]"#,
    );
    // In another order they do not follow one another.
    let turned = compare(
        &Document::new(ARTICLE),
        &Selector { exact: "Nobody was asked ... The bridge isn’t closed", ..Selector::default() },
    );
    assert!(!turned.outcome.is_found(), "{turned:?}");
}

#[test]
fn context_and_position_choose_among_equal_places() {
    let text = "The bridge is open. The gate is shut. The bridge is open. The road is wide.";
    let document = Document::new(text);
    let wanted = Selector { exact: "The bridge is open.", ..Selector::default() };
    let start = |wanted: &Selector| document.find(wanted).map(|it| (it.range.start, it.n_equal)).unwrap();
    assert_eq!(start(&wanted), (0, 2));
    assert_eq!(start(&Selector { suffix: Some("The road"), ..wanted }), (38, 1));
    assert_eq!(start(&Selector { prefix: Some("gate is shut."), ..wanted }), (38, 1));
    assert_eq!(start(&Selector { position: Some(40), ..wanted }), (38, 1));
    assert_eq!(start(&Selector { position: Some(2), ..wanted }), (0, 1));
}

#[test]
fn what_is_not_seen_does_not_matter() {
    let found = |text: &str, exact: &str| {
        let place = Document::new(text).find(&Selector { exact, ..Selector::default() });
        place.map(|it| (text[it.range].to_owned(), it.fit))
    };
    for (text, quote, passage) in [
        ("a soft\u{AD}ened hyphen", "softened", "soft\u{AD}ened"),
        (
            "no\u{A0}break\u{2009}blanks\nand  lines",
            "no break blanks and lines",
            "no\u{A0}break\u{2009}blanks\nand  lines",
        ),
        ("🙂 the oﬃce is shut", "office is shut", "oﬃce is shut"),
        ("he said «no»", "said \"no\"", "said «no»"),
        ("wait… what", "wait...", "wait…"),
        ("ＡＢＣ１２３", "abc123", "ＡＢＣ１２３"),
        ("STRASSE und Straße", "straße", "Straße"),
        ("zero\u{200B}width", "zerowidth", "zero\u{200B}width"),
    ] {
        assert_eq!(found(text, quote), Some((passage.to_owned(), Fit::Folded)), "{text}")
    }
    assert_eq!(found("some text", ""), None);
    assert_eq!(found("", "some text"), None);
    assert_eq!(found("some text", " \u{200B} "), None);
    // A few letters come near to something everywhere.
    assert_eq!(found("the cat sat", "the bat"), None);
}
