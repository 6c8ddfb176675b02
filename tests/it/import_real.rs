//! Real collections of fact checks, each imported by one command: every record and every link is accounted for.

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use crate::cli::{directory, file, run};
use crate::support::shared;

/// A collection: where it is, how it is imported, how many records it has and how many of them must come in.
struct Collection {
    path: &'static str,
    options: &'static [&'static str],
    n_records: u64,
    n_imported: u64,
    /// How many places and links are named, and how many of them are no source.
    n_links: [u64; 2],
}

const COLLECTIONS: &[Collection] = &[
    Collection {
        path: "voxukraine-propaganda/en.jsonl",
        options: &["--map", "vox-propaganda", "--language", "en"],
        n_records: 611,
        n_imported: 611,
        n_links: [3217, 0],
    },
    Collection {
        path: "voxukraine-propaganda/ru.jsonl",
        options: &["--map", "vox-propaganda", "--language", "ru"],
        n_records: 611,
        n_imported: 611,
        n_links: [3694, 0],
    },
    Collection {
        path: "voxukraine-medical/en.jsonl",
        options: &["--map", "vox-medical"],
        n_records: 91,
        n_imported: 91,
        n_links: [1094, 0],
    },
    Collection {
        path: "euvsdisinfo-cases/full_dataset.csv",
        options: &["--map", "euvsdisinfo"],
        n_records: 3071,
        n_imported: 3071,
        n_links: [5548, 0],
    },
    Collection {
        path: "trump-lies-nyt/trump_lies.csv",
        options: &["--map", "trump-lies"],
        n_records: 116,
        n_imported: 116,
        n_links: [116, 0],
    },
    // 124 rows have no claim, only the article about it.
    Collection {
        path: "claimskg-samples/output_sample_aap.csv",
        options: &["--map", "claimskg"],
        n_records: 510,
        n_imported: 386,
        n_links: [3302, 0],
    },
    Collection {
        path: "perspectrum/perspectrum_with_answers_v1.0.json",
        options: &["--map", "perspectrum"],
        n_records: 907,
        n_imported: 907,
        n_links: [6002, 0],
    },
    Collection {
        path: "climate-fever/climate-fever.jsonl",
        options: &["--map", "climate-fever"],
        n_records: 1535,
        n_imported: 1535,
        n_links: [7675, 0],
    },
];

fn in_shared(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().join("shared/data").join(path)
}

#[test]
fn every_record_and_every_link_is_accounted_for() {
    let name = "every_record_and_every_link_is_accounted_for";
    for it in COLLECTIONS {
        if shared(name, &format!("data/{}", it.path)).is_none() {
            continue;
        }
        // The samples of one extractor are a folder of tables.
        let path = in_shared(it.path);
        let path = if it.path.starts_with("claimskg") { path.parent().unwrap().to_owned() } else { path };
        let out = directory("import_real").join("out.json");
        let mut args = vec!["import", path.to_str().unwrap(), "--json", "--out", out.to_str().unwrap()];
        args.extend(it.options);
        let ran = run(&args);
        assert_eq!(ran.code, 0, "{}: {}", it.path, ran.err);
        let summary: Value = serde_json::from_slice(&ran.out).unwrap();
        let number = |it: &Value| it.as_u64().unwrap();
        let links = &summary["citations"];
        let n_refused = number(&links["refused"]);
        println!(
            "{}: {} records = {} imported + {} refused; {} places and links = {} cited + {} repeated + {n_refused} refused",
            it.path,
            summary["records"],
            summary["imported"],
            summary["refused"],
            number(&links["cited"]) + number(&links["repeated"]) + n_refused,
            links["cited"],
            links["repeated"],
        );
        assert_eq!(number(&summary["records"]), it.n_records, "{}", it.path);
        assert_eq!(number(&summary["imported"]), it.n_imported, "{}", it.path);
        assert_eq!(number(&summary["refused"]), it.n_records - it.n_imported, "{}", it.path);
        let n_links = number(&links["cited"]) + number(&links["repeated"]) + n_refused;
        assert_eq!([n_links, n_refused], it.n_links, "{}", it.path);
        let dataset: Value = serde_json::from_str(&std::fs::read_to_string(&out).unwrap()).unwrap();
        assert_no_markup(it.path, &dataset);
    }
}

/// No text has a tag or a character reference left in it.
#[track_caller]
fn assert_no_markup(path: &str, value: &Value) {
    match value {
        Value::String(text) => assert!(
            !["<p>", "<a ", "</", "<br", "&nbsp;", "&quot;", "&rsquo;", "&amp;"]
                .iter()
                .any(|it| text.contains(it))
                || text.starts_with("http"),
            "{path}: {text}"
        ),
        Value::Array(list) => list.iter().for_each(|it| assert_no_markup(path, it)),
        Value::Object(fields) => fields.values().for_each(|it| assert_no_markup(path, it)),
        _ => {}
    }
}

/// On a terminal a bar shows how far a long import is, and where nobody watches there is none.
#[test]
fn a_bar_shows_progress_on_a_terminal() {
    let directory = directory("import_progress");
    let mut text = String::from("claim,explanation\n");
    for i in 0..14_231 {
        text += &format!("Bridge number {i} is closed.,It is open to all but lorries since the year {i}.\n");
    }
    let path = file(&directory, "bridges.csv", text);
    let out = directory.join("out.json");
    let command = format!("{} import {path} --out {}", env!("CARGO_BIN_EXE_factcheck"), out.display());
    let quiet = run(&["import", &path, "--out", out.to_str().unwrap()]);
    assert!(quiet.code == 0 && !quiet.err.contains('['), "{}", quiet.err);
    std::fs::remove_file(&out).unwrap();
    // `script` gives the command a terminal.
    let Ok(ran) = Command::new("script").args(["-qefc", &command, "/dev/null"]).env("TERM", "xterm").output()
    else {
        eprintln!("skipped: a_bar_shows_progress_on_a_terminal: there is no `script`");
        return;
    };
    let shown = String::from_utf8_lossy(&ran.stdout);
    assert!(ran.status.success() && shown.contains("14231 records = 14231 imported + 0 refused"), "{shown}");
    assert!(shown.contains("bridges.csv [=") && shown.contains(" left"), "{shown}");
}
