//! The funnel: drafts of any origin become records that the strict reader takes, or are refused with the reason.

use alloc::{format, string::String, vec, vec::Vec};

use super::Found;
use super::clean::Warnings;
use super::draft::{Draft, DraftPerson, DraftSaying, DraftSource, DraftVerdict};
use super::ids::Ids;
use crate::dataset;
use crate::model::Language;
use crate::record::{Node, Value};

/// One record that was let in: what is new in it, ready to be written.
#[derive(Debug, Clone, PartialEq)]
pub struct Record {
    /// The claim.
    pub claim: Value,
    /// People that no record before it had, by id.
    pub people: Vec<(String, Value)>,
    /// Sources that no record before it had, by id.
    pub sources: Vec<(String, Value)>,
    /// How often it cites a source.
    pub n_citations: usize,
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
    language: Language,
    n: usize,
    claims: Ids,
    people: Ids,
    sources: Ids,
}

impl Funnel {
    /// A funnel for a dataset of a language: sayings in that language need not say so.
    pub fn new(language: Language) -> Funnel {
        Funnel { language, n: 0, claims: Ids::default(), people: Ids::default(), sources: Ids::default() }
    }

    /// Takes one record.
    pub fn take(&mut self, found: Found) -> Taken {
        self.n += 1;
        let mut warnings = Warnings(found.warnings);
        let outcome = found.draft.and_then(|draft| self.record(draft, &mut warnings));
        Taken { place: found.place, outcome, warnings: warnings.0 }
    }

    fn record(&mut self, draft: Draft, warnings: &mut Warnings) -> Result<Record, String> {
        let mut making =
            Making { funnel: self, warnings, people: Vec::new(), sources: Vec::new(), n_citations: 0 };
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
        let Making { people, sources, n_citations, .. } = making;
        let wish = draft.id.as_deref().or(summary.as_deref()).unwrap_or(&text);
        let id = self.claims.unique(wish, &format!("claim-{}", self.n));
        let claim = object([
            ("id", Value::Text(id)),
            ("statement", statement),
            ("counter_statements", list(counters)),
            ("verdicts", list(verdicts)),
            ("weight", draft.weight.map_or(Value::Null, |it| Value::Text(it.as_str().into()))),
            ("topics", list(topics)),
        ]);
        self.check(&claim, &people, &sources)?;
        let new = |all: Vec<(String, Value, bool)>| {
            all.into_iter().filter(|(_, _, new)| *new).map(|(id, value, _)| (id, value)).collect()
        };
        Ok(Record { claim, people: new(people), sources: new(sources), n_citations })
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

/// Records of one claim with their ids, and whether they are new.
type Entries = Vec<(String, Value, bool)>;

struct Making<'a> {
    funnel: &'a mut Funnel,
    warnings: &'a mut Warnings,
    people: Entries,
    sources: Entries,
    n_citations: usize,
}

impl Making<'_> {
    fn saying(&mut self, text: String, summary: Option<String>, saying: DraftSaying, what: &str) -> Value {
        object(self.fields_of(text, summary, saying, what))
    }

    fn fields_of(
        &mut self,
        text: String,
        summary: Option<String>,
        saying: DraftSaying,
        what: &str,
    ) -> Vec<(&'static str, Value)> {
        let date = saying.date.as_ref().and_then(|it| self.warnings.date(&format!("date of the {what}"), it));
        let language = saying.language.as_deref().and_then(|it| self.warnings.language("language", it));
        let language = language.filter(|it| *it != self.funnel.language);
        let speaker = saying.speaker.and_then(|it| self.person(it));
        let mut translations = Vec::new();
        for (tag, text) in &saying.translations {
            let tag = self.warnings.language("translation", tag);
            if let (Some(tag), Some(text)) = (tag, self.warnings.text("translation", text)) {
                translations.push((tag.as_str().into(), Node::plain(object([("text", Value::Text(text))]))));
            }
        }
        let said_in = saying.said_in.into_iter().filter_map(|it| self.citation(it)).collect();
        let word = |it: Option<&str>| it.map_or(Value::Null, |it| Value::Text(it.into()));
        vec![
            ("text", Value::Text(text)),
            ("summary", optional(summary)),
            ("speaker", optional(speaker)),
            ("date", optional(date.map(|it| it.to_iso()))),
            ("language", word(language.as_ref().map(|it| it.as_str()))),
            ("wording", word(saying.wording.map(|it| it.as_str()))),
            ("quality", word(saying.quality.map(|it| it.as_str()))),
            ("translations", Value::Object(translations)),
            ("said_in", list(said_in)),
        ]
    }

    fn counter(&mut self, counter: super::DraftCounter, text: String) -> Value {
        let mut fields = vec![("relation", Value::Text(counter.relation.as_str().into()))];
        fields.extend(self.fields_of(text, None, counter.saying, "counter-statement"));
        let sources: Vec<Value> = counter.sources.into_iter().filter_map(|it| self.citation(it)).collect();
        let has_none =
            |name: &str| fields.iter().any(|(it, value)| *it == name && *value == list(Vec::new()));
        let mut sources = sources;
        if sources.is_empty() && has_none("said_in") {
            // The record asks for a source of every counter-statement; that none was given is said there, too.
            self.warnings.add("a counter-statement without a source");
            let unnamed = DraftSource { title: Some("Source not given".into()), ..Default::default() };
            sources.extend(self.citation(unnamed));
        }
        fields.push(("sources", list(sources)));
        object(fields)
    }

    fn verdict(&mut self, verdict: DraftVerdict) -> Option<Value> {
        let rating = verdict.rating.as_ref();
        let scores = rating.and_then(|it| self.warnings.rating(it));
        let label = self.warnings.text("label", &verdict.label).or_else(|| {
            let rating = rating.filter(|_| scores.is_some())?;
            self.warnings.add("a verdict without words: the number stands in for them");
            Some(rating.value.trim().into())
        });
        let explanation = verdict.explanation.as_deref().and_then(|it| self.warnings.text("explanation", it));
        let Some(label) = label else {
            let lost = explanation.map_or(String::new(), |it| format!(": {it}"));
            self.warnings.add(format!("a verdict without words left out{lost}"));
            return None;
        };
        let number = |it: crate::model::Score| Value::Number(f64::from(it.thousandths()) / 1000.0);
        let rating = scores.map(|[value, worst, best]| {
            object([("value", number(value)), ("worst", number(worst)), ("best", number(best))])
        });
        let date = verdict.date.as_ref().and_then(|it| self.warnings.date("date of the verdict", it));
        let url = verdict.url.as_deref().and_then(|it| self.warnings.url("address of the check", it));
        let text = |this: &mut Self, name: &str, it: &Option<String>| {
            optional(it.as_deref().and_then(|it| this.warnings.text(name, it)))
        };
        Some(object([
            ("label", Value::Text(label)),
            ("scope", text(self, "scope", &verdict.scope)),
            ("rating", rating.unwrap_or(Value::Null)),
            ("reasons", list(verdict.reasons.iter().map(|it| Value::Text(it.as_str().into())).collect())),
            ("explanation", optional(explanation)),
            ("by", text(self, "by", &verdict.by)),
            ("url", optional(url)),
            ("date", optional(date.map(|it| it.to_iso()))),
            ("sources", list(verdict.sources.into_iter().filter_map(|it| self.citation(it)).collect())),
        ]))
    }

    fn person(&mut self, person: DraftPerson) -> Option<String> {
        let name = self.warnings.text("name", &person.name)?;
        let role = person.role.as_deref().and_then(|it| self.warnings.text("role", it));
        let key = format!("{name}\n{}", role.as_deref().unwrap_or_default());
        let (id, is_new) = self.funnel.people.of(&key, &name, "person");
        if !self.people.iter().any(|(it, ..)| *it == id) {
            let same_as: Vec<Value> = person
                .same_as
                .iter()
                .filter_map(|it| self.warnings.url("page of the speaker", it))
                .map(Value::Text)
                .collect();
            let value =
                object([("name", Value::Text(name)), ("role", optional(role)), ("same_as", list(same_as))]);
            self.people.push((id.clone(), value, is_new));
        }
        Some(id)
    }

    /// A source and what is cited of it. One address is one source, whoever cites it.
    fn citation(&mut self, source: DraftSource) -> Option<Value> {
        let url = source.url.as_deref().filter(|it| !it.trim().is_empty());
        let checked = url.and_then(|it| self.warnings.url("address of a source", it));
        let title = source.title.as_deref().and_then(|it| self.warnings.text("title of a source", it));
        // What is no address is still what the source is called.
        let title = title.or_else(|| self.warnings.text("address of a source", url?))?;
        let text = |this: &mut Self, name: &str, it: &Option<String>| {
            it.as_deref().and_then(|it| this.warnings.text(name, it))
        };
        let publisher = text(self, "publisher", &source.publisher);
        let author = text(self, "author", &source.author);
        let date = source.date.as_ref().and_then(|it| self.warnings.date("date of a source", it));
        let language =
            source.language.as_deref().and_then(|it| self.warnings.language("language of a source", it));
        let archive = source.archive.as_deref().and_then(|it| self.warnings.url("archived copy", it));
        let key = checked.clone().unwrap_or_else(|| {
            format!(
                "{title}\n{}\n{}",
                publisher.as_deref().unwrap_or_default(),
                date.map_or(String::new(), |it| it.to_iso())
            )
        });
        let wish = match &checked {
            Some(url) => source_name(url),
            None => title.clone(),
        };
        let (id, is_new) = self.funnel.sources.of(&key, &wish, "source");
        if !self.sources.iter().any(|(it, ..)| *it == id) {
            let kind = source.kind.map_or(Value::Null, |it| Value::Text(it.as_str().into()));
            let value = object([
                ("title", Value::Text(title)),
                ("publisher", optional(publisher)),
                ("author", optional(author)),
                ("url", optional(checked)),
                ("date", optional(date.map(|it| it.to_iso()))),
                ("language", optional(language.map(|it| it.as_str().into()))),
                ("kind", kind),
                ("archive", archive.map_or(Value::Null, |it| object([("url", Value::Text(it))]))),
            ]);
            self.sources.push((id.clone(), value, is_new));
        }
        let quote = source.quote.and_then(|it| {
            let exact = self.warnings.text("quote", &it.exact)?;
            Some(object([
                ("exact", Value::Text(exact)),
                ("prefix", text(self, "prefix", &it.prefix).map_or(Value::Null, Value::Text)),
                ("suffix", text(self, "suffix", &it.suffix).map_or(Value::Null, Value::Text)),
            ]))
        });
        self.n_citations += 1;
        Some(object([("source", Value::Text(id)), ("quote", quote.unwrap_or(Value::Null))]))
    }
}

/// What an id of a source is made of: the host and the last part of the way.
fn source_name(url: &str) -> String {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let (host, way) = rest.split_once('/').unwrap_or((rest, ""));
    let way = way.split(['?', '#']).next().unwrap_or_default().trim_end_matches('/');
    let last = way.rsplit('/').next().unwrap_or_default();
    let last = last.split_once('.').map_or(last, |(name, _)| name);
    format!("{} {last}", host.trim_start_matches("www."))
}

fn object(fields: impl IntoIterator<Item = (&'static str, Value)>) -> Value {
    let is_there = |(_, value): &(&str, Value)| match value {
        Value::Null => false,
        Value::List(list) => !list.is_empty(),
        Value::Object(fields) => !fields.is_empty(),
        _ => true,
    };
    let fields = fields.into_iter().filter(is_there);
    Value::Object(fields.map(|(name, value)| (name.into(), Node::plain(value))).collect())
}

fn list(values: Vec<Value>) -> Value {
    Value::List(values.into_iter().map(Node::plain).collect())
}

fn optional(text: Option<String>) -> Value {
    text.map_or(Value::Null, Value::Text)
}
