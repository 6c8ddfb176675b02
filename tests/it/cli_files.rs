//! Files in and out: nothing is overwritten unasked, a file appears whole or not at all, pipes may close.

use std::fs;
use std::path::Path;
use std::process::Stdio;

use factcheck::dataset::BUNDLED;

use crate::cli::{command, directory, faultless, feed, file, run_in};

/// The names in a directory, in order.
fn names(directory: &Path) -> Vec<String> {
    let mut names: Vec<String> =
        fs::read_dir(directory).unwrap().map(|it| it.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

const REVIEW: &str = r#"{ "@type": "ClaimReview", "claimReviewed": "It is closed." }"#;

/// Every way to write a file.
const WRITERS: &[&str] = &[
    "render good.json --out kept",
    "export good.json --to json --out kept",
    "import review.json --out kept",
    "pack good.json --out kept",
    "schema --out kept",
];

#[test]
fn files_are_written_whole_and_over_others_by_force_alone() {
    for (i, line) in WRITERS.iter().enumerate() {
        let dir = directory(&format!("written_{i}"));
        file(&dir, "good.json", faultless().to_string());
        file(&dir, "review.json", REVIEW);
        file(&dir, "kept", "precious");
        let before = names(&dir);
        let mut args: Vec<&str> = line.split_whitespace().collect();
        let ran = run_in(&dir, &args);
        assert_eq!(ran.fails(1), "kept: is there already; use --force to overwrite it\n", "{line}");
        assert_eq!(fs::read(dir.join("kept")).unwrap(), b"precious");
        args.push("--force");
        let forced = run_in(&dir, &args);
        assert_eq!((forced.code, forced.out.len()), (0, 0), "{line}: {}", forced.err);
        assert_ne!(fs::read(dir.join("kept")).unwrap(), b"precious", "{line}");
        assert_eq!(names(&dir), before, "{line}: nothing is left beside it");
    }
}

#[test]
fn what_cannot_be_written_changes_nothing() {
    for (i, line) in WRITERS.iter().enumerate() {
        let dir = directory(&format!("unwritable_{i}"));
        file(&dir, "good.json", faultless().to_string());
        file(&dir, "review.json", REVIEW);
        file(&dir, "kept", "precious");
        // Below a file there is no folder, for nobody.
        let below = line.replace("--out kept", "--out kept/below --force");
        let ran = run_in(&dir, &below.split_whitespace().collect::<Vec<_>>());
        assert_eq!(ran.code, 1, "{below}");
        assert!(ran.err.contains("kept/below: cannot be written: "), "{below}: {}", ran.err);
        assert_eq!(fs::read(dir.join("kept")).unwrap(), b"precious");
        assert_eq!(names(&dir), ["good.json", "kept", "review.json"], "{below}");
    }
}

#[test]
fn an_error_in_the_data_leaves_the_file() {
    let dir = directory("left_alone");
    file(&dir, "bad.json", "{}");
    file(&dir, "kept", "precious");
    for line in ["render bad.json", "export bad.json --to json", "import bad.txt", "pack bad.json"] {
        let mut args: Vec<&str> = line.split_whitespace().collect();
        args.extend(["--out", "kept", "--force"]);
        assert_eq!(run_in(&dir, &args).code, 1, "{line}");
        assert_eq!(fs::read(dir.join("kept")).unwrap(), b"precious", "{line}");
        assert_eq!(names(&dir), ["bad.json", "kept"], "{line}");
    }
}

/// A dash is standard input, and as a file to write standard output.
#[test]
fn a_dash_is_a_stream() {
    let dir = directory("dash");
    let good = faultless().to_string();
    file(&dir, "good.json", &good);
    for line in
        ["render", "export --to yaml", "export --to canonical", "pack", "check --json --today 2026-11-22"]
    {
        let words: Vec<&str> = line.split_whitespace().collect();
        let with = |name| {
            let mut args = words.clone();
            args.insert(1, name);
            feed(command(&args).current_dir(&dir), good.as_bytes())
        };
        let (from_file, from_stream) = (with("good.json"), with("-"));
        assert_eq!((from_file.code, from_stream.code), (0, 0), "{line}");
        let named = String::from_utf8_lossy(&from_file.out).replace("good.json", "standard input");
        assert_eq!(String::from_utf8_lossy(&from_stream.out), named, "{line}");
    }
    let imported = feed(&mut command(&["import", "-", "--from", "claim-review"]), REVIEW.as_bytes());
    assert!(
        imported.code == 0 && imported.out.starts_with(b"{\n  \"id\": \"import\",\n"),
        "{}",
        imported.err
    );
    let out = run_in(&dir, &["pack", "good.json", "--out", "-"]);
    assert_eq!(out.out, run_in(&dir, &["pack", "good.json"]).out);
    assert_eq!(names(&dir), ["good.json"]);
}

/// Whoever reads may stop at any time: then the command ends, and says nothing.
#[test]
fn a_closed_pipe_is_no_error() {
    let dir = directory("closed_pipe");
    let large = file(&dir, "large.json", BUNDLED);
    for args in [
        &["render", "--page"][..],
        &["pack"],
        &["schema"],
        &["export", "--to", "json"],
        &["completions", "zsh"],
        &["check", "--explain", "one-sided"],
        &["check", "--rules"],
        &["check", &large, "--json", "--today", "2026-11-22"],
        &["check", &large, "--hashes", "--today", "2026-11-22"],
    ] {
        let mut child = command(args).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        drop(child.stdout.take());
        let output = child.wait_with_output().unwrap();
        let told = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(0), "{args:?}: {told}");
        assert!(!told.contains("panicked") && !told.contains("Broken pipe"), "{args:?}: {told}");
    }
    // The same for what is said beside the output.
    let bad = file(&dir, "bad.json", "{}");
    for args in
        [&["check", &bad][..], &["pack", &bad], &["check", "missing.json"], &["import", "missing.json"]]
    {
        let mut child = command(args).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        drop(child.stderr.take());
        assert_eq!(child.wait_with_output().unwrap().status.code(), Some(1), "{args:?}");
    }
}

/// A disk that is full is told of, where the system has one to try.
#[test]
fn a_full_disk_is_told() {
    let Ok(full) = fs::OpenOptions::new().write(true).open("/dev/full") else {
        eprintln!("skipped: a_full_disk_is_told: there is no /dev/full");
        return;
    };
    for args in [&["render", "--page"][..], &["pack"], &["schema"], &["completions", "bash"]] {
        let output = command(args).stdout(full.try_clone().unwrap()).stderr(Stdio::piped()).spawn().unwrap();
        let output = output.wait_with_output().unwrap();
        let told = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(1), "{args:?}");
        assert!(told.starts_with("cannot write to standard output: "), "{args:?}: {told}");
    }
}
