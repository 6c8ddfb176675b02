//! The hand-written scripts and the style sheet, minified by esbuild; and the interface texts.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use super::module::{CORE, EXTRAS, IDENTITY, READER, SEARCH};
use crate::{paths, run, tools};

/// Registers the element; what a page's script tag names.
pub const LOADER: &str = "fact-check.js";
/// The search box and the filters.
pub const TOOLS: &str = "fact-check-tools.js";
/// What readers take away of a claim.
pub const TAKE: &str = "fact-check-extras.js";
/// The style sheet as a script.
pub const STYLE: &str = "fact-check-style.js";

/// The folder of the interface texts.
const WORDS: &str = "fact-check-words";

/// Writes the loader and the element.
pub fn build(out: &Path) -> Result<()> {
    // They are fetched when an element needs them, so each stays a file of its own.
    let modules = [CORE, READER, IDENTITY, SEARCH, EXTRAS].map(|it| format!("{it}.js"));
    let external: Vec<String> = modules
        .iter()
        .map(String::as_str)
        .chain([STYLE, TOOLS, TAKE])
        .map(|it| format!("--external:./{it}"))
        .collect();
    let mut options = vec!["--bundle"];
    options.extend(external.iter().map(String::as_str));
    for (source, script) in [
        ("fact-check-define.js", LOADER),
        ("fact-check-element.js", "fact-check-element.js"),
        (TOOLS, TOOLS),
        (TAKE, TAKE),
    ] {
        esbuild(&paths::in_root("www").join(source), &out.join(script), &options)?;
    }
    Ok(())
}

/// Writes the style sheet, as CSS and as a script that exports it.
pub fn style(out: &Path) -> Result<()> {
    let sheet = out.join("fact-check.css");
    let mut command = run::command(tools::npm_program("esbuild"));
    command.arg(paths::in_root("www/widget.css")).args(["--minify", "--log-level=warning"]);
    run::read(command.arg(outfile(&sheet)))?;
    let css = fs::read_to_string(&sheet).with_context(|| format!("cannot read {}", sheet.display()))?;
    let script = out.join(STYLE);
    fs::write(&script, export(&css)?).with_context(|| format!("cannot write {}", script.display()))
}

/// Writes the interface texts of every language but English, which the modules carry.
pub fn words(out: &Path) -> Result<()> {
    run::read(run::command(paths::factcheck()).arg("words").arg(out.join(WORDS))).map(drop)
}

/// Minifies one script.
pub fn esbuild(source: &Path, out: &Path, options: &[&str]) -> Result<()> {
    let mut command = run::command(tools::npm_program("esbuild"));
    command.arg(source).args(["--minify", "--format=esm", "--target=es2022", "--log-level=warning"]);
    run::read(command.args(options).arg(outfile(out)))?;
    Ok(())
}

fn outfile(path: &Path) -> String {
    format!("--outfile={}", path.display())
}

fn export(css: &str) -> Result<String> {
    Ok(format!("export default {};\n", serde_json::to_string(css.trim_end())?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn css_becomes_a_string() {
        let css = "a::before{content:\"\\201c\"}\n";
        assert_eq!(export(css).unwrap(), "export default \"a::before{content:\\\"\\\\201c\\\"}\";\n");
    }
}
