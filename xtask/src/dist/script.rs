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
/// What stands beside the cards: the timeline, and what readers take away.
pub const TAKE: &str = "fact-check-extras.js";
/// The style sheet and the English texts, as a script.
pub const BASE: &str = "fact-check-base.js";

/// The folder of the interface texts.
const WORDS: &str = "fact-check-words";

/// Writes the loader and the element.
pub fn build(out: &Path) -> Result<()> {
    // They are fetched when an element needs them, so each stays a file of its own.
    let modules = [CORE, READER, IDENTITY, SEARCH, EXTRAS].map(|it| format!("{it}.js"));
    let external: Vec<String> = modules
        .iter()
        .map(String::as_str)
        .chain([BASE, TOOLS, TAKE])
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

/// Writes the interface texts, a file for each language but English; then the style sheet as CSS, and as a script
/// that exports it beside the English texts, without which nothing can be drawn.
pub fn base(out: &Path) -> Result<()> {
    let english = words(out)?;
    let sheet = out.join("fact-check.css");
    let mut command = run::command(tools::npm_program("esbuild"));
    command.arg(paths::in_root("www/widget.css")).args(["--minify", "--log-level=warning"]);
    run::read(command.arg(outfile(&sheet)))?;
    let css = fs::read_to_string(&sheet).with_context(|| format!("cannot read {}", sheet.display()))?;
    let script = out.join(BASE);
    fs::write(&script, export("css", css.trim_end())? + &export("english", &english)?)
        .with_context(|| format!("cannot write {}", script.display()))
}

fn words(out: &Path) -> Result<String> {
    let folder = out.join(WORDS);
    run::read(run::command(paths::factcheck()).arg("words").arg(&folder))?;
    let english = folder.join("en.txt");
    let text = fs::read_to_string(&english).with_context(|| format!("cannot read {}", english.display()))?;
    fs::remove_file(&english).with_context(|| format!("cannot remove {}", english.display()))?;
    Ok(text)
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

fn export(name: &str, text: &str) -> Result<String> {
    Ok(format!("export const {name} = {};\n", serde_json::to_string(text)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_becomes_a_string() {
        let css = "a::before{content:\"\\201c\"}";
        assert_eq!(
            export("css", css).unwrap(),
            "export const css = \"a::before{content:\\\"\\\\201c\\\"}\";\n"
        );
    }
}
