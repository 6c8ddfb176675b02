//! Finding programs, and asking them which version they are.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, anyhow};

use super::cargo_bin::wasm_bindgen_version;

/// The first program of this name.
pub fn on_path(name: &str) -> Option<PathBuf> {
    all_on_path(name).next()
}

/// The first program of this name whose `--version` names exactly this version.
pub fn of_version(name: &str, version: &str) -> Option<PathBuf> {
    all_on_path(name).find(|program| {
        let output = Command::new(program).arg("--version").output();
        output.is_ok_and(|it| says_version(&String::from_utf8_lossy(&it.stdout), version))
    })
}

/// The wasm-bindgen command that fits Cargo.lock.
pub fn wasm_bindgen_path() -> Result<PathBuf> {
    let version = wasm_bindgen_version()?;
    of_version("wasm-bindgen", &version)
        .ok_or_else(|| anyhow!("wasm-bindgen {version} is not installed: `cargo xtask build` installs it"))
}

/// A PATH on which wasm-pack meets the wasm-bindgen that fits before any other.
pub fn search_path() -> Result<OsString> {
    let wasm_bindgen = wasm_bindgen_path()?;
    let folders = wasm_bindgen.parent().map(PathBuf::from).into_iter().chain(folders());
    env::join_paths(folders).context("a folder on the PATH has a name that cannot be on a PATH")
}

fn all_on_path(name: &str) -> impl Iterator<Item = PathBuf> {
    let file = format!("{name}{}", env::consts::EXE_SUFFIX);
    folders()
        .map(move |folder| folder.join(&file))
        .filter(|path| fs::metadata(path).is_ok_and(|it| it.is_file()))
}

/// The folders of the PATH, then the one cargo installs to: a fresh rustup is on no PATH yet.
fn folders() -> impl Iterator<Item = PathBuf> {
    let path = env::var_os("PATH").unwrap_or_default();
    let cargo_home = env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(|| env::home_dir().map(|home| home.join(".cargo")));
    let path: Vec<_> = env::split_paths(&path).collect();
    path.into_iter().chain(cargo_home.map(|home| home.join("bin")))
}

fn says_version(output: &str, version: &str) -> bool {
    output.split_whitespace().any(|word| word == version)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_is_a_whole_word() {
        assert!(says_version("wasm-bindgen 0.2.130\n", "0.2.130"));
        assert!(!says_version("wasm-bindgen 0.2.130\n", "0.2.13"));
    }
}
