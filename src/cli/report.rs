//! What was found, shown: for people with the lines it concerns, for machines as JSON.

use std::format;
use std::ops::Range;
use std::prelude::v1::*;

use annotate_snippets::{AnnotationKind, Group, Level as Shown, Renderer, Snippet};
use serde_json::{Value as Json, json};

use super::say::{eprintln, println};
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
    /// One sentence on how the command was used.
    Usage(String),
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

    /// What concerns a file as a whole, which begins at an offset.
    pub(super) fn of_file(name: &str, base: usize, error: Error) -> Diagnostic {
        let (span, place) = (Some(base..base), Some((name.into(), error.position)));
        Diagnostic { help: error.help, span, place, ..Diagnostic::new(Level::Error, error.message) }
    }

    /// What is wrong with a value of the record.
    pub(super) fn at(root: &Node, error: &Error) -> Diagnostic {
        Diagnostic {
            rule: error.rule,
            path: error.path.clone(),
            help: error.help.clone(),
            span: Some(span_of(root, &error.path)),
            ..Diagnostic::new(Level::Error, error.message.clone())
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
fn span_of(root: &Node, path: &Path) -> Range<usize> {
    let node = root.nearest_to(path.steps());
    let at = node.at as usize;
    match node.value {
        Value::List(_) | Value::Object(_) => at..at,
        _ => at..(node.end as usize).max(at),
    }
}

impl Report {
    /// Diagnostics in the order of the files, the gravest first where the place is the same.
    pub(super) fn new(name: String, sources: SourceMap, mut diagnostics: Vec<Diagnostic>) -> Report {
        diagnostics.sort_by_key(|it| (it.span.as_ref().map_or(0, |it| it.start), it.level));
        Report { name, sources, diagnostics }
    }

    /// Puts all of it where people look.
    pub(super) fn print(self) {
        let renderer = Renderer::styled();
        for diagnostic in &self.diagnostics {
            eprintln!("{}\n", self.shown(diagnostic, &renderer));
        }
        let levels = [Level::Error, Level::Warning, Level::Note].into_iter();
        let counts = levels.filter_map(|level| {
            let n = self.diagnostics.iter().filter(|it| it.level == level).count();
            let s = if n == 1 { "" } else { "s" };
            (n > 0).then(|| format!("{n} {}{s}", level.as_str()))
        });
        eprintln!("{}: {}", self.name, counts.collect::<Vec<String>>().join(", "));
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
        let place = diagnostic.span.as_ref().filter(|_| diagnostic.place.is_none());
        let place = place.and_then(|it| Some((it, self.sources.file_at(it.start)?)));
        if let Some((span, file)) = place {
            let (line, text, span) = file.excerpt(span);
            let mark = AnnotationKind::Primary.span(marked(text, span));
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
            let place = it.place.clone().or_else(|| {
                let at = it.span.as_ref()?.start;
                let file = self.sources.file_at(at)?;
                Some((file.name.clone(), Some(file.position(at))))
            });
            let (file, position) = match place {
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

/// What is underlined of a text: of several lines the first, since a mark over all of them hides more than it
/// shows; of a place alone the name that begins there.
fn marked(text: &str, span: Range<usize>) -> Range<usize> {
    let rest = text.get(span.start..).unwrap_or_default();
    let n_bytes = match text.get(span.clone()).unwrap_or_default() {
        "" => match rest.strip_prefix('"') {
            Some(name) => {
                let end = name.find(['"', '\n']).unwrap_or(name.len());
                1 + end + usize::from(name.get(end..).is_some_and(|it| it.starts_with('"')))
            }
            None => rest.find(|c: char| !c.is_alphanumeric() && c != '-' && c != '_').unwrap_or(rest.len()),
        },
        marked => marked.lines().next().unwrap_or_default().trim_end().len(),
    };
    span.start..(span.start + n_bytes).min(text.len())
}

impl From<String> for Failure {
    fn from(message: String) -> Failure {
        Failure::Message(message)
    }
}

impl Failure {
    /// Says what it is.
    pub(super) fn print(self, as_json: bool) {
        match self {
            Failure::Message(message) if as_json => {
                println!("{:#}", json!({ "ok": false, "message": message }));
            }
            Failure::Message(message) | Failure::Usage(message) => eprintln!("{message}"),
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
