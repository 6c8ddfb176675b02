//! What a reader takes away: citations that other programs read back, code to embed, reports of errors.

use factcheck::WebUrl;
use factcheck::cite::{Format, SELECTED_AT_MOST, Taken};
use factcheck::view::ENGLISH;
use serde_json::{Value, json};

use crate::export_read::{bibtex, folded, markdown};
use crate::export_support::rich;
use crate::markup::{Part, parts_of_fragment};
use crate::support::{every_field, valid};

const PERMALINK: &str = "https://blog.example/post?a=1#claim-";

/// Texts that are markup or code to somebody.
const HOSTILE: &[&str] = &[
    "</textarea></blockquote><script>pwned=1</script><img src=x onerror=pwned=1>",
    "\"' onmouseover=\"pwned=1\" {curly} \\textbf{x} $x$ 100 % # & _ ~ ^ @misc{x,",
    "[a](javascript:x) ![i](x) `code` <b> **bold** &lt; &#60;",
    "1. one\n\n- two\n# three\n\n    four",
    "\u{202E}txet eht snrut\u{202C} \u{2066}more\u{2069}",
    "عربي and English 中文 𝕏",
];

fn cite(dataset: &Value, format: Format) -> String {
    let dataset = valid(dataset);
    let page = WebUrl::parse("https://blog.example/post?a=1#other").unwrap();
    Taken { dataset: &dataset, claim: &dataset.claims[0], page: Some(&page), words: &ENGLISH }.cite(format)
}

/// The visible text of a fragment, and the addresses in it; panics on any element that does not belong there.
fn read_html(html: &str) -> (String, Vec<String>) {
    let (mut text, mut links) = (String::new(), Vec::new());
    for event in parts_of_fragment(html) {
        match event {
            Part::Open(name, attributes) => {
                let known = ["blockquote", "div", "p", "span", "ul", "li", "a", "script"];
                assert!(known.contains(&name.as_str()), "{name} in {html}");
                let names =
                    ["lang", "dir", "href", "rel", "class", "cite", "data-src", "data-claim", "type", "src"];
                for (name, value) in attributes {
                    assert!(names.contains(&name.as_str()), "{name} in {html}");
                    if name == "href" {
                        links.push(value);
                    }
                }
            }
            Part::Text(it) => text.push_str(&it),
        }
    }
    (text, links)
}

#[test]
fn a_citation_as_text() {
    insta::assert_snapshot!(cite(&rich(), Format::Text), @r#"
    “The old bridge over the Lune was built in one night by seven millers and a moon that never set.”

    — Ada Miller, Mayor of Lune, 19 September 2015

    Seven millers built the bridge <https://blog.example/post?a=1#claim-bridge> · What the gazette says · The Harbour Desk · updated 22 November 2026

    Sources:

    - The Lune almanac · An old hand · 1911
    - Morning gazette <https://gazette.example/morning?page=1&part=2> · Cy Clerk · Lune Press · 6 November 2018 · archived copy <https://archive.example/morning> 3 February 2019
    "#);
}

#[test]
fn a_citation_as_markdown() {
    insta::assert_snapshot!(cite(&rich(), Format::Markdown), @r#"
    > “The old bridge over the Lune was built in one night by seven millers and a moon that never set.”

    — Ada Miller, Mayor of Lune, 19 September 2015

    [Seven millers built the bridge](https://blog.example/post?a=1#claim-bridge) · What the gazette says · The Harbour Desk · updated 22 November 2026

    Sources:

    - The Lune almanac · An old hand · 1911
    - [Morning gazette](https://gazette.example/morning?page=1\&part=2) · Cy Clerk · Lune Press · 6 November 2018 · [archived copy](https://archive.example/morning) 3 February 2019
    "#);
}

#[test]
fn a_citation_as_html_says_the_same() {
    let (text, links) = read_html(&cite(&rich(), Format::Html));
    let plain = cite(&rich(), Format::Text);
    let without = |text: &str| -> String {
        let mut rest = text.to_owned();
        links.iter().for_each(|it| rest = rest.replace(&format!(" <{it}>"), ""));
        rest.replace("\n- ", "\n").split_whitespace().collect()
    };
    assert_eq!(without(&text), without(&plain));
    assert_eq!(
        links,
        [
            &format!("{PERMALINK}bridge"),
            "https://gazette.example/morning?page=1&part=2",
            "https://archive.example/morning",
        ]
    );
}

#[test]
fn the_record_in_bibtex() {
    let text = cite(&rich(), Format::BibTex);
    let [key, dataset] = ["gazette:bridge", "gazette"];
    assert_eq!(rich()["id"], dataset);
    for (field, expected) in [
        ("title", "Seven millers built the bridge"),
        ("url", &format!("{PERMALINK}bridge")),
        ("howpublished", rich()["title"].as_str().unwrap()),
        ("author", rich()["publisher"]["name"].as_str().unwrap()),
        ("date", rich()["updated"].as_str().unwrap()),
    ] {
        assert_eq!(bibtex(&text, key, field), expected, "{field}");
    }
    let note = bibtex(&text, key, "note");
    let bridge = rich()["claims"][0]["statement"]["text"].as_str().unwrap().to_owned();
    assert!(note.contains("19 September 2015") && note.contains(&folded(&bridge)), "{note}");
    assert_eq!(
        bibtex(&text, "morning", "note"),
        "Archived copy of 2019-02-03: https://archive.example/morning"
    );
}

#[test]
fn the_record_in_csl_json() {
    let items: Value = serde_json::from_str(&cite(&rich(), Format::CslJson)).unwrap();
    let item = &items[0];
    assert_eq!(item["type"], "entry");
    assert_eq!(item["URL"], format!("{PERMALINK}bridge"));
    assert_eq!(item["container-title"], rich()["title"]);
    let ids: Vec<&str> = items.as_array().unwrap().iter().map(|it| it["id"].as_str().unwrap()).collect();
    assert_eq!(ids, ["gazette:bridge", "almanac", "morning"]);
    let schema = jsonschema::validator_for(&crate::export_sources::schema()).unwrap();
    assert!(schema.is_valid(&items), "{items:#}");
}

/// In every format a hostile text is where a harmless one would be, and is all there.
#[test]
fn hostile_texts_stay_texts() {
    for text in HOSTILE {
        let dataset = every_field(&mut || (*text).into(), &mut |_| 0);
        let seen = |it: &str| -> String { it.split_whitespace().collect() };
        let (html, links) = read_html(&cite(&dataset, Format::Html));
        assert!(seen(&html).matches(&seen(text)).count() >= 5, "{html}");
        let harmless = every_field(&mut || "Plain".into(), &mut |_| 0);
        assert_eq!(links, read_html(&cite(&harmless, Format::Html)).1, "{text}");

        let read = markdown(&cite(&dataset, Format::Markdown));
        assert_eq!(
            seen(&read),
            seen(&markdown(&cite(&harmless, Format::Markdown))).replace("Plain", &seen(text)),
            "{text}"
        );

        let items: Value = serde_json::from_str(&cite(&dataset, Format::CslJson)).unwrap();
        assert_eq!(items[0]["title"], *text);
        let bib = cite(&dataset, Format::BibTex);
        assert_eq!(folded(&bibtex(&bib, "every-field:first", "title")), folded(text), "{bib}");

        // One line for each source, whatever breaks and turns there are in its title.
        let plain = cite(&dataset, Format::Text);
        assert_eq!(plain.lines().filter(|it| it.starts_with("- ")).count(), 2, "{plain}");
        assert!(!plain.contains(['\u{202E}', '\u{2066}']), "{plain}");
    }
}

#[test]
fn the_code_to_embed_is_what_the_script_upgrades() {
    for text in HOSTILE {
        let dataset = valid(&every_field(&mut || (*text).into(), &mut |_| 0));
        let page = WebUrl::parse("https://blog.example/post?a=1").unwrap();
        let taken =
            Taken { dataset: &dataset, claim: &dataset.claims[0], page: Some(&page), words: &ENGLISH };
        let src = "https://data.example/c.pack?\"><script>";
        let code = taken.embed(Some(src), "https://data.example/fact-check.js?\"x");
        let events = parts_of_fragment(&code);
        let opened = |wanted: &str| -> Vec<Vec<(String, String)>> {
            let all = events.iter().filter_map(|it| match it {
                Part::Open(name, attributes) if name == wanted => Some(attributes.clone()),
                _ => None,
            });
            all.collect()
        };
        let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        let mut quote = opened("blockquote").remove(0);
        quote.sort();
        assert_eq!(
            quote,
            [
                pair("cite", &format!("{PERMALINK}first")),
                pair("class", "fact-check"),
                pair("data-claim", "first"),
                pair("data-src", src),
            ]
        );
        let scripts = opened("script");
        assert_eq!(scripts.len(), 1, "{code}");
        assert!(scripts[0].contains(&pair("src", "https://data.example/fact-check.js?\"x")));
        let (seen, links) = read_html(&code);
        assert!(
            seen.split_whitespace()
                .collect::<String>()
                .contains(&text.split_whitespace().collect::<String>())
        );
        assert_eq!(links, [format!("{PERMALINK}first")]);
        assert!(!taken.embed(None, "s.js").contains("data-src"));
    }
}

/// The report of an error, for an address of corrections.
#[track_caller]
fn report(corrections: &str, selected: &str) -> factcheck::cite::Report {
    let mut dataset = rich();
    dataset["corrections"] = json!(corrections);
    let dataset = valid(&dataset);
    let page = WebUrl::parse("https://blog.example/post?a=1").unwrap();
    let taken = Taken { dataset: &dataset, claim: &dataset.claims[0], page: Some(&page), words: &ENGLISH };
    taken.report(selected).unwrap()
}

#[test]
fn reports_go_where_the_dataset_says() {
    let details = format!("Record: gazette/bridge\nPage: {PERMALINK}bridge\nWords: a & b # \"c\" d\n");
    let selected = "a & b # \"c\"\n d";
    for (corrections, names) in [
        ("mailto:desk@example.org", Some(["subject", "body"])),
        ("mailto:desk@example.org?cc=chief@example.org", Some(["subject", "body"])),
        ("https://github.example/a/b/issues/new", Some(["title", "body"])),
        ("https://github.example/a/b/issues/new?template=error.md&labels=x#top", Some(["title", "body"])),
        ("https://gitlab.example/a/b/-/issues/new", Some(["issue[title]", "issue[description]"])),
        ("https://example.org/contact?x=issues/new", None),
        ("mailto:desk@example.org?body=Hello", None),
    ] {
        let report = report(corrections, selected);
        assert_eq!(report.details, details);
        assert_eq!(report.is_filled, names.is_some(), "{corrections}");
        let Some([title, body]) = names else {
            assert_eq!(report.contact.as_str(), corrections);
            continue;
        };
        let url = url::Url::parse(report.contact.as_str()).unwrap();
        let value = |name: &str| url.query_pairs().find(|it| it.0 == name).map(|it| it.1.into_owned());
        assert_eq!(value(title).unwrap(), "Report an error: gazette/bridge");
        let expected =
            if corrections.starts_with("mailto:") { details.replace('\n', "\r\n") } else { details.clone() };
        assert_eq!(value(body).unwrap(), expected);
        let before = url::Url::parse(corrections).unwrap();
        assert!(
            before.query_pairs().all(|it| url.query_pairs().any(|other| it == other)),
            "what was there stays"
        );
        assert_eq!(url.fragment(), before.fragment());
    }
}

#[test]
fn a_subject_of_its_own_stays() {
    let report = report("mailto:desk@example.org?subject=Errata", "x");
    assert!(report.is_filled);
    assert_eq!(report.contact.as_str().matches("subject=").count(), 1);
    assert!(report.contact.as_str().contains("subject=Errata&body=Record"));
}

#[test]
fn a_report_is_ascii_and_short_whatever_is_selected() {
    let turned = "\u{202E}x\u{2066}\u{0}\r\n".repeat(300);
    for selected in ["🌉".repeat(2000), turned, "a".repeat(100_000)] {
        let report = report("mailto:desk@example.org", &selected);
        let address = report.contact.as_str();
        assert!(address.is_ascii() && address.len() <= 8000);
        let words = report.details.lines().last().unwrap().strip_prefix("Words: ").unwrap();
        assert!(words.chars().count() <= SELECTED_AT_MOST);
        assert!(!words.contains(|c: char| c.is_control() || matches!(c, '\u{202E}' | '\u{2066}')));
    }
    assert!(!report("mailto:desk@example.org", " \n ").details.contains("Words"), "nothing is selected");
}

#[test]
fn a_report_names_the_published_hash() {
    let dataset = crate::support::bundled();
    let claim = &dataset.claims[0];
    let taken = Taken { dataset: &dataset, claim, page: None, words: &ENGLISH };
    if let (Some(report), Some(hash)) = (taken.report(""), dataset.hash_of(claim)) {
        assert!(report.details.contains(&hash.to_hex()), "{}", report.details);
        assert!(!report.details.contains("Page"), "there is none");
    }
}
