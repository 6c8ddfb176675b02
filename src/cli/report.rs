//! What was found, shown: for people with the lines it concerns, for machines as JSON.

use std::fmt::Write as _;
use std::ops::Range;
use std::prelude::v1::*;
use std::{eprintln, format, println};

use annotate_snippets::{AnnotationKind, Group, Level as Shown, Renderer, Snippet};
use serde_json::{Value as Json, json};

use crate::authoring::{SourceMap, SyntaxError};
use crate::error::{Error, Path, Position};
use crate::lint::{Finding, Level, level};
use crate::record::{Node, Value};

/// One thing to tell, and where.
pub(super) struct Diagnostic {
    pub(super) level: Level,
    pub(super) rule: Option<&'static str>,
    /// Where in the record.
    pub(super) path: Path,
    pub(super) message: String,
    pub(super) help: Option<String>,
    /// Bytes of the source map.
    pub(super) span: Option<Range<usize>>,
    /// Where in a file that could not be shown.
    pub(super) place: Option<(String, Option<Position>)>,
}

/// Why a command did not do what it was asked for.
pub(super) enum Failure {
    /// One sentence.
    Message(String),
    /// Everything that is wrong with a dataset.
    Report(Report),
    /// Everything is said already; the exit code says it again.
    Findings,
}

/// Diagnostics with the texts they are about.
pub(super) struct Report {
    pub(super) name: String,
    pub(super) sources: SourceMap,
    pub(super) diagnostics: Vec<Diagnostic>,
}

impl Diagnostic {
    /// What is not in the format; its places are of a text that begins at an offset.
    pub(super) fn syntax(error: SyntaxError, base: usize) -> Diagnostic {
        let span = Some(error.span.start + base..error.span.end + base);
        Diagnostic { help: error.help, span, ..Diagnostic::new(Level::Error, error.message) }
    }

    /// What concerns a file as a whole.
    pub(super) fn of_file(name: &str, error: Error) -> Diagnostic {
        let place = Some((name.into(), error.position));
        Diagnostic { help: error.help, place, ..Diagnostic::new(Level::Error, error.message) }
    }

    /// What is wrong with a value of the record.
    pub(super) fn at(
        root: &Node,
        level: Level,
        rule: Option<&'static str>,
        path: &Path,
        error: &Error,
    ) -> Diagnostic {
        Diagnostic {
            rule,
            path: path.clone(),
            help: error.help.clone(),
            span: Some(span_of(root, path)),
            ..Diagnostic::new(level, error.message.clone())
        }
    }

    /// What the linter found.
    pub(super) fn finding(root: Option<&Node>, finding: Finding) -> Diagnostic {
        Diagnostic {
            rule: Some(finding.rule.as_str()),
            help: Some(finding.help),
            span: root.map(|root| span_of(root, &finding.path)),
            path: finding.path,
            ..Diagnostic::new(level(finding.rule), finding.message)
        }
    }

    /// What concerns a value of the record, shown where it stands if there is a text.
    pub(super) fn at_path(root: Option<&Node>, level: Level, path: &Path, message: String) -> Diagnostic {
        let span = root.map(|root| span_of(root, path));
        Diagnostic { path: path.clone(), span, ..Diagnostic::new(level, message) }
    }

    pub(super) fn new(level: Level, message: String) -> Diagnostic {
        Diagnostic { level, rule: None, path: Path::default(), message, help: None, span: None, place: None }
    }
}

/// The bytes that show a value: all of a single value, the beginning of an object or list.
pub(super) fn span_of(root: &Node, path: &Path) -> Range<usize> {
    let node = root.nearest_to(path.steps());
    let at = node.at as usize;
    match node.value {
        Value::List(_) | Value::Object(_) => at..at + 1,
        _ => at..(node.end as usize).max(at),
    }
}

impl Report {
    /// Puts all of it where people look, the gravest first where the place is the same.
    pub(super) fn print(mut self) {
        self.diagnostics.sort_by_key(|it| (it.span.as_ref().map_or(0, |it| it.start), it.level));
        let renderer = Renderer::styled();
        for diagnostic in &self.diagnostics {
            anstream::eprintln!("{}\n", self.shown(diagnostic, &renderer));
        }
        let count = |level| self.diagnostics.iter().filter(|it| it.level == level).count();
        let mut summary = String::new();
        for (level, word) in [(Level::Error, "error"), (Level::Warning, "warning"), (Level::Note, "note")] {
            let n = count(level);
            if n > 0 {
                let comma = if summary.is_empty() { "" } else { ", " };
                let _ = write!(summary, "{comma}{n} {word}{}", if n == 1 { "" } else { "s" });
            }
        }
        eprintln!("{}: {summary}", self.name);
    }

    fn shown(&self, diagnostic: &Diagnostic, renderer: &Renderer) -> String {
        let shown = match diagnostic.level {
            Level::Error => Shown::ERROR,
            Level::Warning => Shown::WARNING,
            Level::Note => Shown::NOTE,
        };
        let title = match (diagnostic.path.is_root(), &diagnostic.place) {
            (_, Some((name, Some(Position { line, column })))) => {
                format!("{name}:{line}:{column}: {}", diagnostic.message)
            }
            (_, Some((name, None))) => format!("{name}: {}", diagnostic.message),
            (true, None) => diagnostic.message.clone(),
            (false, None) => format!("{}: {}", diagnostic.path, diagnostic.message),
        };
        let mut title = shown.primary_title(title);
        if let Some(rule) = diagnostic.rule {
            title = title.id(rule);
        }
        let mut group = Group::with_title(title);
        let place = diagnostic.span.as_ref().and_then(|it| Some((it, self.sources.file_at(it.start)?)));
        if let Some((span, file)) = place {
            let (line, text, span) = file.excerpt(span);
            let mark = AnnotationKind::Primary.span(first_line(text, span));
            group = group
                .element(Snippet::source(text).line_start(line).path(file.name.as_str()).annotation(mark));
        }
        if let Some(help) = &diagnostic.help {
            group = group.element(Shown::HELP.message(help.as_str()));
        }
        renderer.render(&[group])
    }

    /// The diagnostics as a list of objects, in file order. Lines and columns count from 1, columns in characters.
    pub(super) fn to_json(&self) -> Json {
        let each = self.diagnostics.iter().map(|it| {
            let place = it.span.as_ref().and_then(|span| {
                let file = self.sources.file_at(span.start)?;
                Some((file.name.clone(), Some(file.position(span.start))))
            });
            let (file, position) = match place.or(it.place.clone()) {
                Some((file, position)) => (Some(file), position),
                None => (None, None),
            };
            json!({
                "level": it.level.as_str(),
                "rule": it.rule,
                "path": format!("{}", it.path),
                "message": it.message,
                "help": it.help,
                "file": file,
                "line": position.map(|it| it.line),
                "column": position.map(|it| it.column),
            })
        });
        each.collect()
    }
}

/// A mark over several lines hides more than it shows: only its first line.
fn first_line(text: &str, span: Range<usize>) -> Range<usize> {
    let marked = text.get(span.clone()).unwrap_or_default();
    let n_bytes = marked.lines().next().unwrap_or_default().len();
    span.start..span.start + n_bytes
}

impl Failure {
    /// Says what it is.
    pub(super) fn print(self, as_json: bool) {
        match self {
            Failure::Message(message) if as_json => {
                println!("{:#}", json!({ "ok": false, "message": message }));
            }
            Failure::Message(message) => eprintln!("{message}"),
            Failure::Report(report) if as_json => {
                println!(
                    "{:#}",
                    json!({ "ok": false, "file": report.name, "diagnostics": report.to_json() })
                );
            }
            Failure::Report(report) => report.print(),
            Failure::Findings => {}
        }
    }
}
