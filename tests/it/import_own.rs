//! Our own tables come back as they went: what is exported as CSV and imported again is exported the same.

use proptest::prelude::*;
use serde_json::{Value, json};

use crate::cli::{directory, file, run};
use crate::support::{bundled, cases, every_field};

/// Exports as CSV, imports that, exports again: both tables, and what the import said.
#[track_caller]
fn there_and_back(test: &str, dataset: &str) -> (String, String, String) {
    let directory = directory(&format!("own_{test}"));
    let dataset = file(&directory, "dataset.json", dataset);
    let export = |path: &str| {
        let ran = run(&["export", path, "--to", "csv"]);
        assert_eq!(ran.code, 0, "{}", ran.err);
        String::from_utf8(ran.out).unwrap()
    };
    let table = export(&dataset);
    let path = file(&directory, "table.csv", &table);
    let out = directory.join("back.json");
    let ran = run(&["import", &path, "--language", "en", "--out", out.to_str().unwrap()]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let again = export(out.to_str().unwrap());
    (table, again, ran.err)
}

#[test]
fn the_bundled_dataset() {
    let (table, again, told) = there_and_back("bundled", factcheck::dataset::BUNDLED);
    assert_eq!(table, again);
    let n = bundled().claims.len();
    assert!(told.contains(&format!("{n} records = {n} imported + 0 refused")), "{told}");
    assert!(!told.contains("warning:") && !told.contains("not carried"), "{told}");
}

#[test]
fn cells_that_look_like_formulas() {
    let mut n = 0;
    let mut text = || {
        n += 1;
        let begin = ["=", "+", "-", "@", "'", "'=", "''+", "#", ",", "\"", ";"][n % 11];
        format!("{begin}cmd {n}")
    };
    let mut dataset = every_field(&mut text, &mut |_| 0);
    dataset["language"] = json!("en");
    let (table, again, _) = there_and_back("formulas", &dataset.to_string());
    assert_eq!(table, again);
    // No cell is one that a spreadsheet runs.
    let mut rows = csv::ReaderBuilder::new().from_reader(table.as_bytes());
    for row in rows.records() {
        assert!(row.unwrap().iter().all(|it| !it.starts_with(['=', '+', '-', '@', '\t', '\r'])));
    }
}

proptest! {
    #![proptest_config(cases(24))]

    #[test]
    fn any_texts(texts in prop::collection::vec("[ -~]{1,40}|\\PC{1,20}|[a-z]\n[a-z=]", 8), n in any::<prop::sample::Index>()) {
        let fit: Vec<String> = texts.iter().map(|it| it.trim().to_owned()).filter(|it| !it.is_empty()).collect();
        prop_assume!(!fit.is_empty());
        let mut i = n.index(fit.len());
        // Ids are made of names, and HTML would be taken for HTML: both are what an import does.
        let is_plain = |it: &&String| !factcheck::import::Prose::is_html(it) && !it.contains("http");
        let fit: Vec<&String> = fit.iter().filter(is_plain).collect();
        prop_assume!(!fit.is_empty());
        let mut text = || { i += 1; format!("x{i} {}", fit[i % fit.len()].replace([',', ';'], " ").trim()) };
        let mut dataset: Value = every_field(&mut text, &mut |n| n - 1);
        dataset["language"] = json!("en");
        let (table, again, told) = there_and_back("texts", &dataset.to_string());
        prop_assert_eq!(table, again, "{}", told);
    }
}
