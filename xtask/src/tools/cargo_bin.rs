//! The tools that come from crates.io and are compiled here.

use std::fs;

use anyhow::{Context, Result};

use super::Tool;
use super::find::{of_version, on_path};
use crate::{paths, run};

const WASM_PACK_VERSION: &str = "0.15.1";

/// wasm-bindgen's command line, which must be of exactly the library's version.
pub fn wasm_bindgen() -> Result<Tool> {
    let version = wasm_bindgen_version()?;
    let wanted = version.clone();
    Ok(Tool {
        name: format!("wasm-bindgen {version}"),
        // The runner ships in the same package, and wasm-pack needs it beside the other.
        found: Box::new(move || {
            of_version("wasm-bindgen", &wanted).is_some_and(|it| {
                it.with_file_name(format!("wasm-bindgen-test-runner{}", std::env::consts::EXE_SUFFIX))
                    .is_file()
            })
        }),
        takes: "it is compiled: about 4 minutes",
        by_hand: format!("cargo install wasm-bindgen-cli --version {version} --locked --force"),
        install: Some(Box::new(move || {
            let package = ["install", "wasm-bindgen-cli", "--version", &version, "--force"];
            // Its lock file may pin something withdrawn since; newer dependencies are the way out.
            run::loud(run::cargo(&package).arg("--locked")).or_else(|_| run::loud(&mut run::cargo(&package)))
        })),
    })
}

/// wasm-pack, which runs the tests in browsers.
pub fn wasm_pack() -> Tool {
    Tool {
        name: format!("wasm-pack {WASM_PACK_VERSION}"),
        found: Box::new(|| of_version("wasm-pack", WASM_PACK_VERSION).is_some()),
        takes: "it is compiled: about 3 minutes",
        install: Some(Box::new(|| {
            run::loud(&mut run::cargo(&["install", "wasm-pack", "--version", WASM_PACK_VERSION, "--locked"]))
        })),
        by_hand: format!("cargo install wasm-pack --version {WASM_PACK_VERSION} --locked"),
    }
}

/// Firefox's driver. Any version speaks the protocol, so one that is here already will do.
pub fn geckodriver() -> Tool {
    Tool {
        name: "geckodriver".to_string(),
        found: Box::new(|| on_path("geckodriver").is_some()),
        takes: "it is compiled: about 3 minutes",
        install: Some(Box::new(|| run::loud(&mut run::cargo(&["install", "geckodriver", "--locked"])))),
        by_hand: "cargo install geckodriver --locked".to_string(),
    }
}

/// The version of wasm-bindgen that the wasm is linked with.
pub fn wasm_bindgen_version() -> Result<String> {
    let file = paths::in_root("Cargo.lock");
    let lock = fs::read_to_string(&file)
        .with_context(|| format!("cannot read {}: `cargo generate-lockfile` writes it", file.display()))?;
    locked_version(&lock, "wasm-bindgen")
        .map(str::to_string)
        .with_context(|| format!("{} names no version of wasm-bindgen", file.display()))
}

/// The version that a Cargo.lock gives a package.
fn locked_version<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name);
    lines.nth(1)?.strip_prefix("version = \"")?.strip_suffix('"')
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOCK: &str = r#"version = 4

[[package]]
name = "wasm-bindgen-shared"
version = "0.2.1"

[[package]]
name = "wasm-bindgen"
version = "0.2.130"
source = "registry"
"#;

    #[test]
    fn the_locked_version_is_that_of_the_very_package() {
        assert_eq!(locked_version(LOCK, "wasm-bindgen"), Some("0.2.130"));
        assert_eq!(locked_version(LOCK, "wasm"), None);
    }
}
