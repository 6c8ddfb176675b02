//! The funnel: drafts of any origin become records that the strict reader takes, or are refused with the reason.

use alloc::collections::btree_map::{BTreeMap, Entry};
use alloc::{format, string::String, vec, vec::Vec};

use super::Found;
use super::clean::Warnings;
use super::draft::Draft;
use super::ids::{Ids, digest};
use super::making::{Citations, Entries, Making, list, object};
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
    n: usize,
    claims: Ids,
    /// The first claim with each set of counter-statements.
    answered: BTreeMap<u128, String>,
    pub(super) people: Ids,
    pub(super) sources: Ids,
}

impl Funnel {
    /// A funnel for a dataset of a language: sayings in that language need not say so.
    pub fn new(language: Language) -> Funnel {
        Funnel {
            language,
            n: 0,
            claims: Ids::default(),
            answered: BTreeMap::new(),
            people: Ids::default(),
            sources: Ids::default(),
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
        let mut making = Making::new(self, warnings);
        let Some(text) = making.warnings.text("text", &draft.statement.text) else {
            return Err("the statement is empty".into());
        };
        let summary = draft.summary.as_deref().and_then(|it| making.warnings.text("summary", it));
        let statement = making.saying(text.clone(), summary.clone(), draft.statement, "statement");
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
            ("weight", draft.weight.map_or(Value::Null, |it| Value::Text(it.as_str().into()))),
            ("topics", list(topics)),
        ]);
        self.check(&claim, &people, &sources)?;
        // The other claim was checked in its turn.
        if let (Some(other), Value::Object(fields)) = (related, &mut claim) {
            fields.push(("related".into(), Node::plain(list(vec![Value::Text(other)]))));
        }
        let new = |all: Vec<(String, Value, bool)>| {
            all.into_iter().filter(|(_, _, new)| *new).map(|(id, value, _)| (id, value)).collect()
        };
        Ok(Record { claim, people: new(people), sources: new(sources), citations })
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
            Entry::Vacant(first) => {
                first.insert(id.into());
                None
            }
            Entry::Occupied(first) => Some(first.get().clone()),
        }
    }

    /// The strict reader has the last word on what goes into a dataset.
    fn check(&self, claim: &Value, people: &Entries, sources: &Entries) -> Result<(), String> {
        let table = |all: &Entries| {
            let entry = |(id, value, _): &(String, Value, bool)| (id.clone(), Node::plain(value.clone()));
            Value::Object(all.iter().map(entry).collect())
        };
        let dataset = object([
            ("id", Value::Text("import".into())),
            ("title", Value::Text("import".into())),
            ("language", Value::Text(self.language.as_str().into())),
            ("people", table(people)),
            ("sources", table(sources)),
            ("claims", list(vec![claim.clone()])),
        ]);
        match dataset::check(&Node::plain(dataset)) {
            Ok(_) => Ok(()),
            Err(errors) => {
                let told: Vec<String> = errors.0.iter().take(3).map(|it| format!("{it}")).collect();
                Err(told.join("; "))
            }
        }
    }
}
