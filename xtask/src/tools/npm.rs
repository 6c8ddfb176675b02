//! The tools that come from npm, at the versions of the lock file beside them.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use super::Tool;
use crate::{paths, run};

/// Holds the lock file that the packages were installed from.
///
/// Its text is compared, not its date: switching branches changes dates.
const STAMP: &str = "node_modules/.installed-lock";

/// wasm-opt and esbuild.
pub fn build_packages() -> Tool {
    packages("xtask", "the npm packages binaryen and esbuild")
}

/// What the end-to-end tests drive a browser with.
pub fn test_packages() -> Tool {
    packages("tests/browser", "the npm packages of the browser tests")
}

/// A program of the build's packages.
pub fn program(name: &str) -> PathBuf {
    paths::in_root("xtask/node_modules/.bin").join(script(name))
}

/// The file name of a program that npm installed, or of npm.
fn script(name: &str) -> String {
    let suffix = if cfg!(windows) { ".cmd" } else { "" };
    format!("{name}{suffix}")
}

fn packages(folder: &'static str, name: &str) -> Tool {
    let path = paths::in_root(folder);
    let seen = path.clone();
    Tool {
        name: name.to_string(),
        found: Box::new(move || is_installed(&seen)),
        takes: "under a minute",
        install: Some(Box::new(move || install(&path))),
        by_hand: format!("(cd {folder} && npm ci --ignore-scripts), with Node 20 or newer"),
    }
}

fn is_installed(folder: &Path) -> bool {
    let [lock, stamp] = ["package-lock.json", STAMP].map(|file| fs::read(folder.join(file)).ok());
    lock.is_some() && lock == stamp
}

fn install(folder: &Path) -> Result<()> {
    // None of the packages needs its install script, so none gets to run one.
    run::loud(run::command(script("npm")).current_dir(folder).args([
        "ci",
        "--ignore-scripts",
        "--no-audit",
        "--no-fund",
        "--loglevel=error",
    ]))?;
    fs::copy(folder.join("package-lock.json"), folder.join(STAMP))
        .with_context(|| format!("cannot write {STAMP} in {}", folder.display()))?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn packages_are_installed_while_the_lock_file_stays_the_same() {
        let folder = std::env::temp_dir().join(format!("xtask-npm-{}", std::process::id()));
        fs::create_dir_all(folder.join("node_modules")).unwrap();
        assert!(!is_installed(&folder), "no lock file");
        fs::write(folder.join("package-lock.json"), "1").unwrap();
        assert!(!is_installed(&folder), "no stamp");
        fs::write(folder.join(STAMP), "1").unwrap();
        assert!(is_installed(&folder));
        fs::write(folder.join("package-lock.json"), "2").unwrap();
        assert!(!is_installed(&folder), "another lock file");
        fs::remove_dir_all(folder).unwrap();
    }
}
