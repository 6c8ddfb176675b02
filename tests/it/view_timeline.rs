//! The timeline: every saying is a mark that leads to its claim, no two of them meet, and the table says the same.

use std::collections::BTreeMap;

use factcheck::model::Language;
use factcheck::view::{self, Options, Words};
use factcheck::{Dataset, Date};
use proptest::prelude::*;
use serde_json::json;

use crate::markup::{events_of, events_of_fragment};
use crate::support::{bundled, cases, small, valid};

/// The least width for which a picture is made.
const NARROWEST: u32 = 264;

/// What stands in the attribute of each element of a class.
fn values<'a>(html: &'a str, element: &str, attribute: &str) -> Vec<&'a str> {
    let begin = format!("<{element}");
    let name = format!(" {attribute}=\"");
    let elements = html.split(&begin).skip(1).map(|it| it.split('>').next().unwrap());
    elements.map(|it| it.split(&name).nth(1).unwrap().split('"').next().unwrap()).collect()
}

/// The middle of each mark in pixels, when the picture is as wide as said.
fn marks(html: &str, width: u32) -> Vec<(f64, f64)> {
    let x = values(html, "circle", "cx").into_iter();
    let x = x.map(|it| it.strip_suffix('%').unwrap().parse::<f64>().unwrap() * f64::from(width) / 100.0);
    let y = values(html, "circle", "cy").into_iter().map(|it| it.parse().unwrap());
    // Each mark has two circles.
    x.zip(y).step_by(2).collect()
}

fn check_apart(dataset: &Dataset, width: u32) {
    let options = Options::default();
    let html = view::timeline(dataset, &options, width).to_html();
    let width = width.max(NARROWEST);
    let marks = marks(&html, width);
    let said: usize = dataset.claims.iter().map(|it| 1 + it.counter_statements.len()).sum();
    assert_eq!(marks.len(), said);
    for (i, a) in marks.iter().enumerate() {
        assert!((11.0..=f64::from(width) - 11.0).contains(&a.0), "{a:?} leaves the picture of {width}");
        for b in &marks[..i] {
            // Positions across are rounded to a thousandth.
            let apart = (a.0 - b.0).abs().max((a.1 - b.1).abs());
            assert!(apart >= 23.0, "{a:?} and {b:?} meet at {width}");
        }
    }
}

#[test]
fn no_two_marks_meet_at_any_width() {
    for width in [0, 264, 300, 480, 700, 1024, 2000] {
        check_apart(&bundled(), width);
    }
}

/// Claims with these years of the statement and of one counter-statement, 0 for none.
fn said_in(years: &[(u16, u16, u8)]) -> Dataset {
    let mut dataset = small();
    dataset["people"] = json!({ "p": { "name": "P" }, "q": { "name": "Q" } });
    let claims = years.iter().enumerate().map(|(i, &(said, answered, speaker))| {
        let mut claim = json!({ "id": format!("c{i}"), "statement": { "text": "X" },
            "counter_statements": [{ "relation": "denies", "text": "No", "sources": ["s"] }] });
        let date = |year: u16| Date::new(year, 0, 0).map(|it| it.to_iso());
        claim["statement"]["date"] = json!(date(said));
        claim["counter_statements"][0]["date"] = json!(date(answered));
        let speakers = [None, Some("p"), Some("q")];
        claim["statement"]["speaker"] = json!(speakers[usize::from(speaker % 3)]);
        claim["counter_statements"][0]["speaker"] = json!(speakers[usize::from(speaker / 3 % 3)]);
        claim
    });
    dataset["claims"] = claims.collect();
    valid(&dataset)
}

proptest! {
    #![proptest_config(cases(200))]

    #[test]
    fn no_two_marks_meet_whatever_the_years(
        years in prop::collection::vec((prop_oneof![0u16..3, 1990u16..2030, 1u16..9999], prop_oneof![Just(0u16), 2000u16..2030], 0u8..9), 1..30),
        width in 0u32..1500,
    ) {
        check_apart(&said_in(&years), width);
    }
}

#[test]
fn marks_are_links_in_the_lane_of_their_speaker_and_the_column_of_their_year() {
    let dataset = said_in(&[(2015, 2018, 1 + 2 * 3), (2018, 0, 0)]);
    let html = view::timeline(&dataset, &Options::default(), NARROWEST).to_html();
    let links: Vec<&str> = values(&html, "a", "href");
    assert_eq!(links[..4], ["#claim-c0", "#claim-c0", "#claim-c1", "#claim-c1"]);
    let titles: Vec<&str> = html.split("<title>").skip(1).map(|it| it.split('<').next().unwrap()).collect();
    assert_eq!(
        titles,
        [
            "2015 · P · Statement: X",
            "2018 · Q · Denies it: X",
            "2018 · Speaker not recorded · Statement: X",
            "undated · Speaker not recorded · Denies it: X",
        ]
    );
    let marks = marks(&html, NARROWEST);
    assert!(marks[0].0 < marks[1].0 && marks[1].0 == marks[2].0 && marks[2].0 < marks[3].0, "{marks:?}");
    assert!(marks[0].1 < marks[1].1 && marks[1].1 < marks[2].1 && marks[2].1 == marks[3].1, "{marks:?}");
    assert_eq!(html.matches("class=\"tie against\"").count(), 2);
    let names: Vec<&str> =
        html.split("<text").skip(1).map(|it| it.split(['>', '<']).nth(1).unwrap()).collect();
    assert_eq!(names, ["2015", "2018", "undated", "P", "Q", "Speaker not recorded"]);
}

#[test]
fn the_table_has_a_row_for_each_mark_in_the_order_of_time() {
    let html = view::timeline(&bundled(), &Options::default(), NARROWEST).to_html();
    let table = html.split("<table").nth(1).unwrap();
    let links = |html: &str| {
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        values(html, "a", "href").into_iter().for_each(|it| *counts.entry(it.into()).or_default() += 1);
        counts
    };
    let svg = html.split("</svg>").next().unwrap();
    assert_eq!(links(table), links(svg));
    let dates = values(table, "time", "datetime");
    assert!(dates.is_sorted_by_key(|it| Date::parse(it).unwrap()), "{dates:?}");
}

#[test]
fn many_years_share_columns() {
    let dataset = said_in(&[(1990, 1995, 0), (2003, 2010, 0), (2015, 2020, 0)]);
    let years = |width| {
        let html = view::timeline(&dataset, &Options::default(), width).to_html();
        let years = html.split("class=\"year\"").skip(1).filter_map(|it| it.split("y=\"14\">").nth(1));
        years.map(|it| it.split('<').next().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(years(264), ["1990–97", "1998–05", "2006–13", "2014–20"]);
    assert_eq!(years(1000), ["1990", "1995", "2003", "2010", "2015", "2020"]);
}

#[test]
fn in_arabic_time_runs_from_right_to_left() {
    let dataset = said_in(&[(2015, 2018, 0)]);
    let words = Words::in_language(&Language::parse("ar").unwrap()).unwrap();
    let options = Options { words: &words, ..Options::default() };
    let html = view::timeline(&dataset, &options, NARROWEST).to_html();
    let marks = marks(&html, NARROWEST);
    assert!(marks[0].0 > marks[1].0, "{marks:?}");
}

#[test]
fn a_static_page_has_the_whole_timeline_and_it_is_html() {
    let tree = view::list(&bundled(), &Options::default());
    let html = tree.to_html();
    assert_eq!(events_of_fragment(&html), events_of(&tree));
    assert_eq!(html.matches("<svg").count(), 1);
    assert!(!view::list(&small_list(3), &Options::default()).to_html().contains("<svg"));
    assert!(view::list(&small_list(4), &Options::default()).to_html().contains("<svg"));
}

fn small_list(n: usize) -> Dataset {
    said_in(&vec![(2015, 2016, 0); n])
}
