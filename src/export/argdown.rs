//! Argdown: each statement with what supports, attacks and undercuts it, for argument maps.

use alloc::{format, string::String, vec::Vec};

use super::{Selection, fold};
use crate::date::Date;
use crate::model::{Citation, Claim, Relation, Text};
use crate::text::is_invisible;

pub(super) fn write(selection: &Selection<'_>, notes: &mut Vec<String>) -> String {
    let mut argdown = format!("# {}\n", escape(selection.dataset.title.as_str()));
    for claim in &selection.claims {
        argdown.push('\n');
        push_claim(&mut argdown, selection, claim);
    }
    let texts = selection.statements().map(|it| &it.text).chain(selection.counters().map(|it| &it.text));
    match texts.filter(|it| fold(it.as_str()) != it.as_str()).count() {
        0 => {}
        n => notes.push(format!("{n} × line breaks and runs of blanks in texts")),
    }
    argdown
}

fn push_claim(argdown: &mut String, selection: &Selection<'_>, claim: &Claim) {
    let (id, statement) = (claim.id.as_str(), &claim.statement);
    let mut data = Data::default();
    data.text("summary", statement.summary.as_ref());
    data.text("speaker", selection.person(statement.speaker.as_ref()).map(|it| &it.name));
    data.date(statement.date);
    data.word("weight", claim.weight.map(|it| it.as_str()));
    data.list("topics", claim.topics.iter().map(|it| quoted(it.as_str())).collect());
    data.list("said_in", sources(selection, &statement.said_in));
    argdown.push_str(&format!("[{id}]: {}{}\n", escape(statement.text.as_str()), data.finish()));
    for (i, counter) in claim.counter_statements.iter().enumerate() {
        let mut data = Data::default();
        data.word("relation", Some(counter.relation.as_str()));
        data.text("speaker", selection.person(counter.speaker.as_ref()).map(|it| &it.name));
        data.date(counter.date);
        data.list("said_in", sources(selection, &counter.said_in));
        data.list("sources", sources(selection, &counter.sources));
        let (sign, text) = (sign(counter.relation), escape(counter.text.as_str()));
        argdown.push_str(&format!("  {sign} [{id}/{}]: {text}{}\n", i + 1, data.finish()));
    }
}

/// Argdown has three relations: what leaves the statement standing but not on its feet undercuts it. The exact
/// word is in the data.
fn sign(relation: Relation) -> char {
    match relation {
        Relation::Supports | Relation::Concedes => '+',
        Relation::Denies | Relation::Contradicts | Relation::Corrects => '-',
        Relation::Qualifies | Relation::AddsContext | Relation::Updates => '_',
    }
}

fn sources(selection: &Selection<'_>, citations: &[Citation]) -> Vec<String> {
    let source = |it: &Citation| {
        let source = selection.source(it)?;
        let mut data = Data::default();
        data.text("title", Some(&source.title));
        data.word("url", source.url.as_ref().map(|it| it.as_str()));
        Some(data.braced())
    };
    citations.iter().filter_map(source).collect()
}

/// Data of a statement: a mapping of YAML in its flow style.
#[derive(Default)]
struct Data(Vec<String>);

impl Data {
    fn word(&mut self, name: &str, word: Option<&str>) {
        self.0.extend(word.map(|it| format!("{name}: {}", quoted(it))));
    }

    fn text(&mut self, name: &str, text: Option<&Text>) {
        self.word(name, text.map(|it| it.as_str()));
    }

    fn date(&mut self, date: Option<Date>) {
        self.word("date", date.map(|it| it.to_iso()).as_deref());
    }

    fn list(&mut self, name: &str, list: Vec<String>) {
        if !list.is_empty() {
            self.0.push(format!("{name}: [{}]", list.join(", ")));
        }
    }

    fn braced(self) -> String {
        format!("{{{}}}", self.0.join(", "))
    }

    /// Behind a text; nothing if there is none.
    fn finish(self) -> String {
        if self.0.is_empty() { String::new() } else { format!(" {}", self.braced()) }
    }
}

/// A string of YAML. Braces in it would end the data for Argdown, and what is not printable is forbidden in YAML.
fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => quoted.extend(['\\', c]),
            '{' | '}' | '\0'..='\x1F' | '\x7F'..='\u{9F}' | '\u{FFFE}' | '\u{FFFF}' => {
                quoted.push_str(&format!("\\u{:04x}", u32::from(c)));
            }
            c if is_invisible(c) => quoted.push_str(&format!("\\U{:08x}", u32::from(c))),
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}

/// A text as Argdown shows it: in one line, with a backslash before what would mean something.
fn escape(text: &str) -> String {
    let folded = fold(text);
    let mut escaped = String::new();
    let mut chars = folded.chars().peekable();
    while let Some(c) = chars.next() {
        let next = chars.peek().copied();
        let has_meaning = match c {
            '\\' | '#' | '*' | '_' | '[' | '<' | '{' => true,
            // `//` and `/*` begin a comment, `===` front matter; `.x.` and `:x:` are special characters.
            '/' => matches!(next, Some('/' | '*')),
            '=' => next == Some('='),
            '.' | ':' => next.is_some_and(|it| !it.is_whitespace()),
            _ => false,
        };
        if has_meaning {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}
