//! The end-to-end tests: Node drives browsers over what was built.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, ensure};

use super::browser::missing;
use super::{Ended, Outcome};
use crate::dist::{DEFAULT_OUT, LOADER};
use crate::tools::{self, Engine};
use crate::{paths, run};

const FOLDER: &str = "tests/browser";

pub fn run(ended: &Ended) -> Result<Outcome> {
    if ended.has_failed("build") {
        return Ok(Outcome::Skip("the build failed".to_string()));
    }
    let dist = paths::in_root(DEFAULT_OUT);
    ensure!(dist.join(LOADER).is_file(), "{DEFAULT_OUT} is not built: `cargo xtask build` builds it");
    let files = files()?;
    tools::test_packages().ensure()?;
    if let Some(reason) = missing(Engine::Chromium)? {
        return Ok(Outcome::Skip(reason));
    }
    let mut node = run::command("node");
    node.args(["--test", "--test-reporter=spec"]).args(files);
    node.env("FACT_CHECK_DIST", dist).env("FACT_CHECK_CLI", paths::factcheck());
    run::loud(&mut node)?;
    Ok(Outcome::Pass)
}

/// The test files by name: what Node makes of a folder differs from version to version.
fn files() -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(paths::in_root(FOLDER)).with_context(|| format!("cannot read {FOLDER}"))? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if name.ends_with(".test.js") || name.ends_with(".test.mjs") {
            files.push(path);
        }
    }
    files.sort();
    ensure!(!files.is_empty(), "no *.test.js or *.test.mjs in {FOLDER}");
    Ok(files)
}
