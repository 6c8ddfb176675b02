//! The funnel: drafts of any origin become records that the strict reader takes, or are refused with the reason.

use alloc::collections::btree_map::{self, BTreeMap};
use alloc::{format, string::String, vec, vec::Vec};

use super::Found;
use super::clean::Warnings;
use super::draft::Draft;
use super::ids::{Ids, Keep, digest};
use super::making::{Citations, Entry, Making};
use super::plain::{list, object, optional, texts};
use crate::dataset;
use crate::model::Language;
use crate::record::{Node, Value};

/// How long counter-statements must be, in bytes, for the same words to be no chance.
const MIN_ANSWER: usize = 60;

/// One record that was let in: what is new in it, ready to be written.
#[derive(Debug, Clone, PartialEq)]
pub struct Record {
    /// The claim.
    pub claim: Value,
    /// People that no record before it had, by id.
    pub people: Vec<(String, Value)>,
    /// Sources that no record before it had, by id.
    pub sources: Vec<(String, Value)>,
    /// What became of the places and sources that it names.
    pub citations: Citations,
}

/// What became of one record.
#[derive(Debug, Clone, PartialEq)]
pub struct Taken {
    /// Where it stood.
    pub place: String,
    /// The record, or why it was refused.
    pub outcome: Result<Record, String>,
    /// What was skipped or changed.
    pub warnings: Vec<String>,
}

/// Makes records of drafts, and ids that occur once.
pub struct Funnel {
    pub(super) language: Language,
    pub(super) people: Ids,
    pub(super) sources: Ids,
    claims: Ids,
    /// The first claim with each set of counter-statements.
    answered: BTreeMap<u128, String>,
    n: usize,
}

impl Funnel {
    /// A funnel for a dataset of a language: sayings in that language need not say so.
    pub fn new(language: Language) -> Funnel {
        Funnel {
            language,
            people: Ids::default(),
            sources: Ids::default(),
            claims: Ids::default(),
            answered: BTreeMap::new(),
            n: 0,
        }
    }

    /// Takes one record.
    pub fn take(&mut self, found: Found) -> Taken {
        self.n += 1;
        let mut warnings = Warnings(found.warnings);
        let outcome = found.draft.and_then(|draft| self.record(draft, &mut warnings));
        Taken { place: found.place, outcome, warnings: warnings.0 }
    }

    fn record(&mut self, draft: Draft, warnings: &mut Warnings) -> Result<Record, String> {
        let (people, sources) = (Vec::new(), Vec::new());
        let mut making = Making { funnel: self, warnings, people, sources, citations: Citations::default() };
        let Some(text) = making.warnings.text("text", &draft.statement.text) else {
            return Err("the statement is empty".into());
        };
        let summary = draft.summary.as_deref().and_then(|it| making.warnings.text("summary", it));
        let statement = making.statement(text.clone(), summary.clone(), draft.statement);
        let mut counters = Vec::new();
        for counter in draft.counter_statements {
            match making.warnings.text("counter-statement", &counter.saying.text) {
                Some(text) => counters.push(making.counter(counter, text)),
                None => making.warnings.add("an empty counter-statement left out"),
            }
        }
        let verdicts: Vec<Value> = draft.verdicts.into_iter().filter_map(|it| making.verdict(it)).collect();
        let mut topics: Vec<Value> = Vec::new();
        for topic in &draft.topics {
            let topic = making.warnings.text("topic", topic).map(Value::Text);
            topics.extend(topic.filter(|it| !topics.contains(it)));
        }
        let Making { people, sources, citations, .. } = making;
        let wish = draft.id.as_deref().or(summary.as_deref()).unwrap_or(&text);
        let id = self.claims.unique(wish, &format!("claim-{}", self.n));
        let related = self.same_answer(&id, &counters);
        let mut claim = object([
            ("id", Value::Text(id)),
            ("statement", statement),
            ("counter_statements", list(counters)),
            ("verdicts", list(verdicts)),
            ("weight", optional(draft.weight.map(|it| it.as_str().into()))),
            ("topics", list(topics)),
        ]);
        self.check(&claim, &people, &sources)?;
        // The other claim was checked in its turn.
        if let (Some(other), Value::Object(fields)) = (related, &mut claim) {
            fields.push(("related".into(), Node::plain(texts([other.as_str()].into_iter()))));
        }
        let people = new(&mut self.people, people, warnings);
        let sources = new(&mut self.sources, sources, warnings);
        Ok(Record { claim, people, sources, citations })
    }

    /// The first claim that was answered in the same words: cases that share a rebuttal lead to one another.
    fn same_answer(&mut self, id: &str, counters: &[Value]) -> Option<String> {
        let mut words = String::new();
        for counter in counters {
            let Value::Object(fields) = counter else { continue };
            for (_, text) in fields.iter().filter(|(name, _)| name == "text") {
                if let Value::Text(text) = &text.value {
                    words.push_str(text);
                    words.push('\n');
                }
            }
        }
        // A word or two may answer many things that have nothing in common.
        if words.len() < MIN_ANSWER {
            return None;
        }
        match self.answered.entry(digest(&words)) {
            btree_map::Entry::Vacant(first) => {
                first.insert(id.into());
                None
            }
            btree_map::Entry::Occupied(first) => Some(first.get().clone()),
        }
    }

    /// The strict reader has the last word on what goes into a dataset.
    fn check(&self, claim: &Value, people: &[Entry], sources: &[Entry]) -> Result<(), String> {
        let dataset = object([
            ("id", Value::Text("import".into())),
            ("title", Value::Text("import".into())),
            ("language", Value::Text(self.language.as_str().into())),
            ("people", table(people)),
            ("sources", table(sources)),
            ("claims", list(vec![claim.clone()])),
        ]);
        let told = |errors: crate::error::Errors| {
            let told: Vec<String> = errors.0.iter().take(3).map(|it| format!("{it}")).collect();
            told.join("; ")
        };
        dataset::check(&Node::plain(dataset)).map(drop).map_err(told)
    }
}

/// The entries of one record as a table.
fn table(entries: &[Entry]) -> Value {
    let mut table: Vec<(String, Node)> = Vec::new();
    for Entry { id, value, .. } in entries {
        if !table.iter().any(|(it, _)| it == id) {
            table.push((id.clone(), Node::plain(value.clone())));
        }
    }
    Value::Object(table)
}

/// The entries that no record before had. What is not the same as the one before is told: it is lost.
fn new(ids: &mut Ids, entries: Vec<Entry>, warnings: &mut Warnings) -> Vec<(String, Value)> {
    let mut new = Vec::new();
    for Entry { id, value, details } in entries {
        match ids.keep(&id, &details) {
            Keep::New => new.push((id, value)),
            Keep::Differs if !details.is_empty() => {
                warnings.add(format!("`{id}` was described otherwise before: the first description stands"));
            }
            Keep::Differs | Keep::Same => {}
        }
    }
    new
}
