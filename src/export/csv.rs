//! CSV for spreadsheets: a row a claim, columns named by the paths of the record, after RFC 4180.
//!
//! Where there is more than one counter-statement, verdict, place or source, the further ones have columns of their
//! own with a number after the name: `counter.2.text`, `statement.said_in.2.url`, `counter.2.sources.3.url`. So the
//! import reads the file back without a map.
//!
//! A spreadsheet takes a cell that begins with `=` for a formula and runs it. Such a cell gets a `'` in front, as
//! OWASP advises, and the import takes it away again.

use alloc::{format, string::String, vec::Vec};

use csv::{Terminator, WriterBuilder};

use super::Selection;
use crate::model::{Citation, Claim, CounterStatement, Score, Statement, Verdict};
use crate::text::{neutral, push_number};

pub(super) fn write(selection: &Selection<'_>, notes: &mut Vec<String>) -> String {
    let mut table = Table { selection, header: Vec::new(), rows: Vec::new() };
    table.rows.resize(selection.claims.len(), Vec::new());
    table.column("id", |_, claim| text(claim.id.as_str()));
    table.statement();
    for i in 0..most(&selection.claims, |it| it.counter_statements.len()) {
        table.counter(i);
    }
    for i in 0..most(&selection.claims, |it| it.verdicts.len()) {
        table.verdict(i);
    }
    table.column("weight", |_, claim| claim.weight.map(|it| it.as_str().into()));
    table.column("topics", |_, claim| {
        let topics: Vec<&str> = claim.topics.iter().map(|it| it.as_str()).collect();
        Some(topics.join("; "))
    });
    let topics = selection.claims.iter().flat_map(|it| &it.topics);
    match topics.filter(|it| it.as_str().contains(';')).count() {
        0 => {}
        n => notes.push(format!("{n} × the bounds of topics, with `;` in them")),
    }
    table.finish()
}

/// How many groups of columns are needed: one at least, so that the first columns are the same in every file.
fn most<'a, T>(of: impl IntoIterator<Item = &'a T>, len: impl Fn(&T) -> usize) -> usize
where
    T: 'a,
{
    of.into_iter().map(len).max().unwrap_or(0).max(1)
}

/// The name of the i-th group of columns, counted from 0: the first has no number.
fn numbered(name: &str, i: usize) -> String {
    match i {
        0 => name.into(),
        i => format!("{name}.{}", i + 1),
    }
}

/// What stands in a column for a claim.
type Cell = Option<String>;

struct Table<'a> {
    selection: &'a Selection<'a>,
    header: Vec<String>,
    rows: Vec<Vec<String>>,
}

impl Table<'_> {
    fn column(&mut self, name: impl Into<String>, cell: impl Fn(&Selection<'_>, &Claim) -> Cell) {
        self.header.push(name.into());
        for (row, claim) in self.rows.iter_mut().zip(&self.selection.claims) {
            row.push(neutral(&cell(self.selection, claim).unwrap_or_default()));
        }
    }

    fn statement(&mut self) {
        let mut column = |name: &str, cell: fn(&Selection<'_>, &Statement) -> Cell| {
            self.column(format!("statement.{name}"), |all, claim| cell(all, &claim.statement));
        };
        column("text", |_, it| text(it.text.as_str()));
        column("summary", |_, it| it.summary.as_ref().map(|it| it.as_str().into()));
        column("speaker", |all, it| all.person(it.speaker.as_ref()).map(|it| it.name.as_str().into()));
        column("speaker.role", |all, it| {
            all.person(it.speaker.as_ref())?.role.as_ref().map(|it| it.as_str().into())
        });
        column("date", |_, it| it.date.map(|it| it.to_iso()));
        column("language", |all, it| text(it.language.as_ref().unwrap_or(&all.dataset.language).as_str()));
        column("wording", |_, it| it.wording.map(|it| it.as_str().into()));
        column("quality", |_, it| it.quality.map(|it| it.as_str().into()));
        let n_places =
            most(self.selection.claims.iter().map(|it| &it.statement), |it| each_once(&it.said_in).count());
        for i in 0..n_places {
            self.source(&numbered("statement.said_in", i), move |it| each_once(&it.statement.said_in).nth(i));
        }
    }

    fn counter(&mut self, i: usize) {
        let name = numbered("counter", i);
        let mut column = |field: &str, cell: fn(&Selection<'_>, &CounterStatement) -> Cell| {
            self.column(format!("{name}.{field}"), |all, claim| cell(all, claim.counter_statements.get(i)?));
        };
        column("relation", |_, it| text(it.relation.as_str()));
        column("text", |_, it| text(it.text.as_str()));
        column("speaker", |all, it| all.person(it.speaker.as_ref()).map(|it| it.name.as_str().into()));
        column("speaker.role", |all, it| {
            all.person(it.speaker.as_ref())?.role.as_ref().map(|it| it.as_str().into())
        });
        column("date", |_, it| it.date.map(|it| it.to_iso()));
        column("language", |all, it| text(it.language.as_ref().unwrap_or(&all.dataset.language).as_str()));
        column("wording", |_, it| it.wording.map(|it| it.as_str().into()));
        column("quality", |_, it| it.quality.map(|it| it.as_str().into()));
        let of_all: Vec<&CounterStatement> =
            self.selection.claims.iter().filter_map(|it| it.counter_statements.get(i)).collect();
        for n in 0..most(of_all.iter().copied(), |it| each_once(&it.said_in).count()) {
            self.source(&numbered(&format!("{name}.said_in"), n), move |it| {
                each_once(&it.counter_statements.get(i)?.said_in).nth(n)
            });
        }
        for n in 0..most(of_all.iter().copied(), |it| each_once(&it.sources).count()) {
            self.source(&numbered(&format!("{name}.sources"), n), move |it| {
                each_once(&it.counter_statements.get(i)?.sources).nth(n)
            });
        }
    }

    fn verdict(&mut self, i: usize) {
        let name = numbered("verdict", i);
        let mut column = |field: &str, cell: fn(&Verdict) -> Cell| {
            self.column(format!("{name}.{field}"), |_, claim| cell(claim.verdicts.get(i)?));
        };
        column("label", |it| text(it.label.as_str()));
        column("by", |it| it.by.as_ref().map(|it| it.as_str().into()));
        column("date", |it| it.date.map(|it| it.to_iso()));
        column("url", |it| it.url.as_ref().map(|it| it.as_str().into()));
        column("explanation", |it| it.explanation.as_ref().map(|it| it.as_str().into()));
        column("value", |it| it.rating.as_ref().map(|it| decimal(it.value)));
        column("worst", |it| it.rating.as_ref().map(|it| decimal(it.worst)));
        column("best", |it| it.rating.as_ref().map(|it| decimal(it.best)));
        let of_all = self.selection.claims.iter().filter_map(|it| it.verdicts.get(i));
        for n in 0..most(of_all, |it| each_once(&it.sources).count()) {
            self.source(&numbered(&format!("{name}.sources"), n), move |it| {
                each_once(&it.verdicts.get(i)?.sources).nth(n)
            });
        }
    }

    fn source(&mut self, name: &str, citation: impl Fn(&Claim) -> Option<&Citation>) {
        self.column(format!("{name}.url"), |all, claim| {
            all.source(citation(claim)?)?.url.as_ref().map(|it| it.as_str().into())
        });
        self.column(format!("{name}.title"), |all, claim| text(all.source(citation(claim)?)?.title.as_str()));
    }

    fn finish(self) -> String {
        let mut writer = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(Vec::new());
        for row in core::iter::once(&self.header).chain(&self.rows) {
            writer
                .write_record(row)
                .expect("all rows have as many cells as the header, and memory takes them");
        }
        let bytes = writer.into_inner().expect("memory takes every byte");
        String::from_utf8(bytes).expect("the cells are text")
    }
}

/// The citations of different sources: what tells those of one apart, the passage, has no column.
fn each_once(citations: &[Citation]) -> impl Iterator<Item = &Citation> {
    let is_first =
        |n: usize, it: &Citation| citations.iter().take(n).all(|before| before.source != it.source);
    citations.iter().enumerate().filter(move |(n, it)| is_first(*n, it)).map(|(_, it)| it)
}

fn text(text: &str) -> Cell {
    Some(text.into())
}

/// A number of a scale, in full: `-1.5`.
pub(super) fn decimal(score: Score) -> String {
    let thousandths = score.thousandths();
    let mut text = String::from(if thousandths < 0 { "-" } else { "" });
    push_number(&mut text, thousandths.unsigned_abs() / 1000);
    let decimals = format!(".{:03}", thousandths.unsigned_abs() % 1000);
    text.push_str(decimals.trim_end_matches('0').trim_end_matches('.'));
    text
}
