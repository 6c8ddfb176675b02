//! Markup: what the HTML parser reads back is the tree that was built, whatever words are in the data.

use std::collections::BTreeSet;

use factcheck::html::{Attribute, StepKind, Tag, Tree};
use factcheck::model::{Language, Text};
use factcheck::view::{self, Options};
use factcheck::{Dataset, dataset};
use proptest::prelude::*;

use crate::markup::{events_of, events_of_fragment};
use crate::support::{bundled, cases, every_field, shared, small, valid};

/// Everything that is drawn of a dataset, for two kinds of readers.
fn trees(dataset: &Dataset) -> Vec<Tree> {
    let arabic =
        Options { language: Language::parse("ar").ok(), heading_level: 5, tools: true, ..Options::default() };
    let mut trees = Vec::new();
    for options in [Options::default(), arabic] {
        trees.push(view::list(dataset, &options));
        trees.push(view::list_fallback(dataset, &options));
        for claim in &dataset.claims {
            trees.push(view::single(dataset, claim.id.as_str(), &options).unwrap());
            trees.push(view::claim_fallback(dataset, claim, &options));
        }
    }
    trees
}

fn check_tree(tree: &Tree) -> Result<(), String> {
    let html = tree.to_html();
    if html.contains(['\n', '\r', '\0']) {
        return Err("a line ends within a fragment".into());
    }
    let (built, read) = (events_of(tree), events_of_fragment(&html));
    if built != read {
        let at = built.iter().zip(&read).position(|(a, b)| a != b).unwrap_or(built.len().min(read.len()));
        return Err(format!("event {at}: built {:?}, read back {:?}", built.get(at), read.get(at)));
    }
    for event in &read {
        let known = match event.split_at(1) {
            ("<", name) => Tag::ALL.iter().any(|it| it.as_str() == name),
            ("@", attribute) => {
                let (name, value) = attribute.split_once('=').unwrap_or_default();
                let lower = value.to_ascii_lowercase();
                let safe = ["http://", "https://", "mailto:", "#"].iter().any(|it| lower.starts_with(it));
                Attribute::ALL.iter().any(|it| it.as_str() == name)
                    && (safe || !["href", "cite"].contains(&name))
            }
            _ => true,
        };
        if !known {
            return Err(format!("{event} is not in the lists"));
        }
    }
    Ok(())
}

fn check(dataset: &Dataset) {
    for tree in trees(dataset) {
        check_tree(&tree).unwrap();
    }
}

#[test]
fn the_bundled_dataset_is_read_back() {
    check(&bundled());
}

#[test]
fn ids_in_a_page_are_unique_and_links_within_it_lead_somewhere() {
    let dataset = bundled();
    let events = events_of(&view::list(&dataset, &Options::default()));
    let values = |name: &'static str| events.iter().filter_map(move |it| it.strip_prefix(name));
    let ids: BTreeSet<&str> = values("@id=").collect();
    assert_eq!(ids.len(), values("@id=").count());
    for id in values("@href=#").chain(values("@aria-labelledby=")) {
        assert!(ids.contains(id), "{id}");
    }
    // The light tree has the anchors when the browser draws no shadow root; the names of its slots are those of the card.
    let light = events_of(&view::list_fallback(&dataset, &Options::default()));
    for claim in &dataset.claims {
        let anchor = view::anchor(claim);
        assert!(light.contains(&format!("@id={anchor}")) && light.contains(&format!("@slot={anchor}")));
        assert!(events.contains(&format!("@name={anchor}")));
    }
}

/// Puts one string into every text field of a dataset; `None` when it is no text that a dataset may have.
fn full_of(text: &str) -> Option<Dataset> {
    Text::parse(text).ok()?;
    let dataset = valid(&every_field(&mut || text.to_owned(), &mut |n| text.len() % n));
    assert_eq!(dataset.title.as_str(), text);
    Some(dataset)
}

#[rustfmt::skip]
const HOSTILE: &[&str] = &[
    "<script>alert(1)</script>", "</script><script>alert(1)//",
    "</template></fact-check><img src=x onerror=alert(1)>", "\"><img src=x onerror=alert(1)>",
    "' onmouseover='alert(1)", "\" onmouseover=\"alert(1)", "&amp;", "&lt;b&gt;", "&#60;b&#62;", "&ampamp;",
    "&notit;", "&", "&#", "&#x", "&#0;", "&#13;", "]]>", "<![CDATA[x]]>", "-->", "<!--", "--!>",
    "<?php x ?>", "<!DOCTYPE x>", "a\nb", "\na\n\nb\n", "\ta", "\u{2028}\u{2029}x",
    "\u{202E}gpj.exe\u{202C}", "\u{2066}x\u{2069}", "\u{200F}x", "\u{FEFF}x", "x\u{AD}y", "</p>",
    "</div></div></div>", "<svg><style><!--</style>", "<math><mtext></p>", "<plaintext>", "<textarea>",
    "<noscript><p title=\"</noscript>", "javascript:alert(1)", "{{7*7}}", "${x}", "`x`", "\\", "\\u003c",
    "%3Cscript%3E", "😀👨‍👩‍👧", "e\u{301}\u{301}\u{301}", "\u{FFFF}\u{FFFE}", "\u{10FFFF}", "<", ">", "\"",
    "'", "=", "/>", "<a", "</", "<a href=javascript:x>", "+ADw-script+AD4-", "¼script¾", "\u{A0}x\u{A0}",
    " x ",
];

#[test]
fn hostile_words_stay_words() {
    for text in HOSTILE {
        check(&full_of(text).unwrap_or_else(|| panic!("{text:?} is a text")));
    }
    check(&full_of(&"long".repeat(1_000)).unwrap());
    check(&full_of(&"<b>&\"".repeat(200)).unwrap());
}

#[test]
fn words_that_no_dataset_has() {
    for text in ["a\rb", "a\r\nb", "\0", "\u{1B}[31m", "\u{7F}", "\u{85}", "\u{9F}", "\u{B}", "\u{C}"] {
        assert!(full_of(text).is_none(), "{text:?}");
    }
}

/// Every string of a collection in a dataset, several to each, none of them always in the same field.
/// Controls, which no dataset has, are taken out.
fn check_corpus(texts: &[&str]) {
    let fit = |text: &&str| {
        let text: String = text.chars().filter(|&it| !it.is_control() || it == '\n' || it == '\t').collect();
        Text::parse(&text).is_ok().then_some(text)
    };
    let texts: Vec<String> = texts.iter().filter_map(fit).collect();
    let mut next = texts.iter().cycle();
    let mut n_used = 0;
    while n_used < 3 * texts.len() {
        let mut text = || {
            n_used += 1;
            next.next().unwrap().clone()
        };
        check(&valid(&every_field(&mut text, &mut |_| 0)));
    }
}

#[test]
fn big_list_of_naughty_strings() {
    let Some(json) = shared("big_list_of_naughty_strings", "data/blns/blns.json") else { return };
    let texts: Vec<String> = serde_json::from_str(&json).unwrap();
    check_corpus(&texts.iter().map(String::as_str).collect::<Vec<_>>());
}

#[test]
fn payloads_of_dompurify() {
    let Some(json) = shared("payloads_of_dompurify", "data/xss-dompurify/expect.json") else { return };
    let cases: serde_json::Value = serde_json::from_str(&json).unwrap();
    let texts = cases.as_array().unwrap().iter().filter_map(|it| it["payload"].as_str());
    check_corpus(&texts.collect::<Vec<_>>());
}

#[test]
fn fragments_of_hostile_datasets_are_one_line() {
    for text in ["a\n\nb", "\n", "<b>\n\n</b>", "x"] {
        let Some(dataset) = full_of(text) else { continue };
        for claim in [None, Some("first")] {
            let how = factcheck::page::Static {
                claim,
                src: Some("a.json?x&y=\"\n"),
                css: Some("a.css"),
                ..Default::default()
            };
            let html = factcheck::page::fragment(&dataset, &how).unwrap();
            assert!(!html.contains(['\n', '\r']), "{text:?}");
        }
    }
}

/// The tree itself takes what no dataset has, too.
#[test]
fn any_character_in_a_tree() {
    let mut text = String::new();
    for c in (0..=0x2FF_u32)
        .chain(0x2000..=0x206F)
        .chain([0xD7FF, 0xE000, 0xFDD0, 0xFEFF, 0xFFFD, 0xFFFE, 0x1FFFF, 0x10FFFF])
    {
        text.extend(char::from_u32(c));
    }
    check_tree(Tree::default().open(Tag::P).label(&text).text(&text).close()).unwrap();
    let mut tree = Tree::default();
    tree.open(Tag::P).text("a").text("").text("b\0").open(Tag::Span).close().text("").close();
    assert_eq!(tree.to_html(), "<p>ab\u{FFFD}<span></span></p>");
    assert_eq!(tree.steps().iter().filter(|it| it.kind == StepKind::Text).count(), 1);
}

proptest! {
    #![proptest_config(cases(60))]

    #[test]
    fn any_words(texts in prop::collection::vec(prop_oneof!["[<>&\"'/!a-z=\n -]{1,20}", "\\PC{1,20}"], 1..9), pick in any::<[u8; 8]>()) {
        let mut texts = texts.iter().cycle().map(|it| format!("{it}."));
        let mut picks = pick.iter().cycle();
        let value = every_field(&mut || texts.next().unwrap(), &mut |n| usize::from(*picks.next().unwrap()) % n);
        let dataset = dataset::parse(&value.to_string()).map_err(|it| TestCaseError::fail(it.to_string()))?;
        for tree in trees(&dataset) {
            check_tree(&tree).map_err(TestCaseError::fail)?;
        }
    }
}

proptest! {
    #![proptest_config(cases(2000))]

    #[test]
    fn any_text_in_a_tree(text in any::<String>(), value in any::<String>()) {
        check_tree(Tree::default().open(Tag::P).label(&value).id(&text).text(&text).close()).map_err(TestCaseError::fail)?;
    }
}

#[test]
fn a_dataset_without_anything() {
    let mut value = small();
    check(&valid(&value));
    value["claims"] = serde_json::json!([]);
    check(&valid(&value));
}
