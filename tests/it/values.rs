//! The single values: dates, languages, ids, texts, scores.

use factcheck::Date;
use factcheck::model::{Id, Language, Score, Text};
use proptest::prelude::*;

use crate::support::cases;

#[test]
fn every_day_of_some_years() {
    let mut before = None;
    for year in [1, 4, 100, 400, 1000, 1582, 1900, 1999, 2000, 2015, 2016, 2100, 9999] {
        let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        let mut n_days = 0;
        for month in 0..=13_u8 {
            for day in 0..=32_u8 {
                let date = Date::new(year, month, day);
                let iso = match (month, day) {
                    (0, 0) => format!("{year:04}"),
                    (_, 0) => format!("{year:04}-{month:02}"),
                    _ => format!("{year:04}-{month:02}-{day:02}"),
                };
                assert_eq!(Date::parse(&iso), date, "{iso}");
                let Some(date) = date else { continue };
                assert_eq!(date.to_iso(), iso);
                assert_eq!(
                    (date.year(), date.month().unwrap_or(0), date.day().unwrap_or(0)),
                    (year, month, day)
                );
                assert!(before < Some(date), "{iso} comes after all before it");
                before = Some(date);
                n_days += usize::from(day > 0);
            }
        }
        assert_eq!(n_days, if leap { 366 } else { 365 }, "{year}");
    }
    assert_eq!(Date::new(0, 1, 1), None);
    assert_eq!(Date::new(10_000, 1, 1), None);
}

#[test]
fn less_precise_dates_come_first() {
    let dates =
        ["2014-12-31", "2015", "2015-01", "2015-01-01", "2015-01-31", "2015-02", "2015-12-31", "2016"];
    let parsed: Vec<Date> = dates.iter().map(|it| Date::parse(it).unwrap()).collect();
    assert!(parsed.is_sorted_by(|a, b| a < b));
}

#[test]
fn languages() {
    let tag = |it: &str| Language::parse(it).unwrap();
    for (it, primary, rtl) in [
        ("en", "en", false),
        ("ar", "ar", true),
        ("AR-eg", "AR", true),
        ("he", "he", true),
        ("fa-IR", "fa", true),
        ("ur", "ur", true),
        ("yi", "yi", true),
        ("ckb", "ckb", true),
        ("dv", "dv", true),
        ("ps", "ps", true),
        ("az-Arab", "az", true),
        ("az-Latn", "az", false),
        ("ar-Latn", "ar", false),
        ("uz-aRAB-AF", "uz", true),
        ("zh-Hant-TW", "zh", false),
        ("pt-BR", "pt", false),
        ("de-1996", "de", false),
        ("en-x-arab", "en", false),
        ("yi-Latn", "yi", false),
        ("pa-Arab", "pa", true),
        ("sd-Deva", "sd", false),
    ] {
        assert_eq!(tag(it).primary(), primary);
        assert_eq!(tag(it).is_rtl(), rtl, "{it}");
    }
    for (a, b, same) in [
        ("en", "EN", true),
        ("pt-BR", "pt", true),
        ("zh-Hant", "zh-Hans", true),
        ("fr", "frr", false),
        ("en", "de", false),
    ] {
        assert_eq!(tag(a).matches(&tag(b)), same, "{a} {b}");
        assert_eq!(tag(b).matches(&tag(a)), same, "{b} {a}");
    }
}

/// What CLDR gives as the direction of a script, or of the usual script of a language.
#[test]
fn rarer_scripts_from_right_to_left() {
    let wrong: Vec<&str> =
        ["ff-Adlm", "nqo", "man-Nkoo", "rhg", "rhg-Rohg", "ks", "pnb", "azb", "mzn", "ur-Aran", "smp-Samr"]
            .into_iter()
            .filter(|it| !Language::parse(it).unwrap().is_rtl())
            .collect();
    assert!(wrong.is_empty(), "{wrong:?}");
}

proptest! {
    #![proptest_config(cases(2000))]

    #[test]
    fn ids_are_safe_as_they_are(text in prop_oneof!["[-A-Za-z0-9_]{0,12}", any::<String>(), "[ -~]{1,8}"]) {
        let expected = !text.is_empty() && text.len() <= 100 && !text.starts_with(['-', '_'])
            && text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_');
        prop_assert_eq!(Id::parse(&text).is_ok(), expected);
    }

    #[test]
    fn dates_are_only_what_they_print(text in prop_oneof!["[0-9]{4}(-[0-9]{2}){0,2}", "[-0-9T:+ ]{0,12}", any::<String>()]) {
        if let Some(date) = Date::parse(&text) {
            prop_assert_eq!(date.to_iso(), text);
        }
    }

    #[test]
    fn texts_are_kept_as_they_are(text in any::<String>()) {
        let fit = !text.trim().is_empty() && !text.contains(|c: char| c.is_control() && c != '\n' && c != '\t');
        prop_assert_eq!(Text::parse(&text).map(|it| it.as_str().to_owned()).ok(), fit.then_some(text));
    }

    #[test]
    fn scores_are_exact(thousandths in -1_000_000_000..=1_000_000_000_i32, off in 0.0001..0.0009_f64) {
        let number = f64::from(thousandths) / 1000.0;
        prop_assert_eq!(Score::from_number(number).map(Score::thousandths), Some(thousandths));
        prop_assert_eq!(Score::from_number(number + off), None);
    }

    #[test]
    fn no_number_is_too_strange_to_be_a_score(number in any::<f64>()) {
        let exact = Score::from_number(number).is_none_or(|it| (f64::from(it.thousandths()) / 1000.0 - number).abs() < 1e-6);
        prop_assert!(exact);
    }
}

#[test]
fn scores_beyond() {
    for number in [
        f64::NAN,
        f64::INFINITY,
        f64::NEG_INFINITY,
        1e300,
        -1e300,
        -2_147_483.648,
        2_147_483.647,
        1_000_000.001,
        f64::MIN_POSITIVE.sqrt() + 1.0e-4,
    ] {
        assert_eq!(Score::from_number(number), None, "{number}");
    }
    assert_eq!(Score::from_number(-0.0), Score::from_number(0.0));
}
