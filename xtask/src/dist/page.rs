//! The hand-written pages: copied, with the parts that `factcheck render` writes filled in.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::{paths, run};

/// Copies everything under `www/` except the sources of the scripts and the style sheet.
pub fn copy(dataset: &Path, out: &Path) -> Result<()> {
    let render = |options: &[&str]| {
        run::read(run::command(paths::factcheck()).arg("render").arg(dataset).args(options))
    };
    let www = paths::in_root("www");
    copy_folder(&www, out, &|path| is_source(path.strip_prefix(&www).unwrap_or(path)), &render)
}

/// Whether the file is built into another, or is not ours to publish.
fn is_source(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let is_top = path.components().count() == 1;
    name.starts_with('.') || is_top && (name.ends_with(".js") || name == "widget.css" || name == "pkg")
}

fn copy_folder(
    from: &Path,
    to: &Path,
    skip: &impl Fn(&Path) -> bool,
    render: &impl Fn(&[&str]) -> Result<String>,
) -> Result<()> {
    fs::create_dir_all(to).with_context(|| format!("cannot create {}", to.display()))?;
    for entry in fs::read_dir(from).with_context(|| format!("cannot read {}", from.display()))? {
        let path = entry?.path();
        let target = to.join(path.file_name().unwrap_or_default());
        if skip(&path) {
            continue;
        } else if path.is_dir() {
            copy_folder(&path, &target, skip, render)?;
        } else if path.extension().is_some_and(|it| it == "html") {
            copy_page(&path, &target, render)
                .with_context(|| format!("cannot make {}", paths::shown(&path)))?;
        } else {
            fs::copy(&path, &target).with_context(|| format!("cannot copy {}", paths::shown(&path)))?;
        }
    }
    Ok(())
}

fn copy_page(from: &Path, to: &Path, render: impl Fn(&[&str]) -> Result<String>) -> Result<()> {
    let html = fs::read_to_string(from)?;
    fs::write(to, fill(&html, render)?)?;
    Ok(())
}

/// Replaces each comment `<!-- factcheck render OPTIONS -->` by what that command prints.
fn fill(html: &str, render: impl Fn(&[&str]) -> Result<String>) -> Result<String> {
    const OPEN: &str = "<!--";
    const CLOSE: &str = "-->";
    let mut filled = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(start) = rest.find(OPEN)
        && let Some(length) = rest[start + OPEN.len()..].find(CLOSE)
    {
        let inner = start + OPEN.len()..start + OPEN.len() + length;
        let end = inner.end + CLOSE.len();
        let words: Vec<_> = rest[inner].split_whitespace().collect();
        if let ["factcheck", "render", options @ ..] = &words[..] {
            filled += &rest[..start];
            filled += render(options)?.trim_end_matches('\n');
        } else {
            filled += &rest[..end];
        }
        rest = &rest[end..];
    }
    Ok(filled + rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(html: &str, expected: &str) {
        assert_eq!(fill(html, |options| Ok(format!("[{}]\n", options.join("|")))).unwrap(), expected);
    }

    #[test]
    fn comments_are_filled_in() {
        check("<p><!-- factcheck render --claim a\n --open --></p>", "<p>[--claim|a|--open]</p>");
        check("<!--factcheck render--><!-- factcheck render x -->", "[][x]");
    }

    #[test]
    fn other_comments_stay() {
        check("<!-- a --><b><!-- factcheck check -->", "<!-- a --><b><!-- factcheck check -->");
        check("a <!-- factcheck render", "a <!-- factcheck render");
        check("é<!-- ü -->ö", "é<!-- ü -->ö");
    }

    #[test]
    fn a_failing_command_fails_the_page() {
        assert!(fill("<!-- factcheck render -->", |_| anyhow::bail!("no")).is_err());
    }

    #[test]
    fn sources_are_not_pages() {
        for source in ["fact-check-element.js", "widget.css", "pkg", ".gitignore", "demo/.hidden"] {
            assert!(is_source(Path::new(source)), "{source}");
        }
        for page in ["index.html", "site.css", "demo", "demo/live.js", "demo/widget.css"] {
            assert!(!is_source(Path::new(page)), "{page}");
        }
    }
}
