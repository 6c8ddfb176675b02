//! One record in the making: each part of a draft becomes plain data of the record, and people and sources get
//! their ids.

use alloc::{format, string::String, vec, vec::Vec};

use super::clean::Warnings;
use super::draft::{DraftCounter, DraftPerson, DraftQuote, DraftSaying, DraftSource, DraftVerdict};
use super::funnel::Funnel;
use super::links::{archived, redirected, short, source_name};
use super::plain::{Field, list, object, optional, texts};
use crate::model::Score;
use crate::record::{Node, Value};
use crate::text::excerpt;

/// What is known of a record so far.
pub(super) struct Making<'a> {
    pub(super) funnel: &'a mut Funnel,
    pub(super) warnings: &'a mut Warnings,
    pub(super) people: Vec<Entry>,
    pub(super) sources: Vec<Entry>,
    pub(super) citations: Citations,
}

/// How many places and sources a record names, and what became of them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Citations {
    /// Those that became citations.
    pub n_cited: usize,
    /// Those that the same words cite already.
    pub n_repeated: usize,
    /// Those that are no source; a warning says why.
    pub n_refused: usize,
}

/// A person or a source that the record names.
pub(super) struct Entry {
    pub(super) id: String,
    pub(super) value: Value,
    /// What is lost if something else was written under the id before; empty if it is nothing.
    pub(super) details: String,
}

impl Entry {
    /// An entry of what it is called by, which may differ from record to record, and its details, which may not.
    fn new(id: &str, name: impl IntoIterator<Item = Field>, details: Vec<Field>) -> Entry {
        let value = object(name.into_iter().chain(details.iter().cloned()));
        let details = match object(details) {
            Value::Object(fields) if fields.is_empty() => String::new(),
            details => format!("{details:?}"),
        };
        Entry { id: id.into(), value, details }
    }
}

impl Making<'_> {
    pub(super) fn statement(&mut self, text: String, summary: Option<String>, saying: DraftSaying) -> Value {
        let summary = ("summary", optional(summary));
        object(self.saying(text, saying, "statement").into_iter().chain([summary]))
    }

    /// The fields that statements and counter-statements have in common.
    fn saying(&mut self, text: String, saying: DraftSaying, what: &str) -> Vec<Field> {
        let date = saying.date.as_ref().and_then(|it| self.warnings.date(&format!("date of the {what}"), it));
        let language = saying.language.as_deref().and_then(|it| self.warnings.language("language", it));
        let language = language.filter(|it| *it != self.funnel.language);
        let speaker = saying.speaker.and_then(|it| self.person(it));
        let mut translations: Vec<(String, Node)> = Vec::new();
        for (tag, text) in &saying.translations {
            let Some(language) = self.warnings.language("translation", tag) else { continue };
            let Some(text) = self.warnings.text("translation", text) else { continue };
            match translations.iter().any(|(it, _)| it == language.as_str()) {
                true => {
                    self.warnings.add(format!("a second translation in `{}` left out", language.as_str()))
                }
                false => translations
                    .push((language.as_str().into(), Node::plain(object([("text", Value::Text(text))])))),
            }
        }
        let said_in = self.cite(saying.said_in);
        vec![
            ("text", Value::Text(text)),
            ("speaker", optional(speaker)),
            ("date", optional(date.map(|it| it.to_iso()))),
            ("language", optional(language.map(|it| it.as_str().into()))),
            ("wording", optional(saying.wording.map(|it| it.as_str().into()))),
            ("quality", optional(saying.quality.map(|it| it.as_str().into()))),
            ("translations", Value::Object(translations)),
            ("said_in", list(said_in)),
        ]
    }

    pub(super) fn counter(&mut self, counter: DraftCounter, text: String) -> Value {
        let has_place =
            |fields: &[Field]| fields.iter().any(|(name, it)| *name == "said_in" && *it != list(Vec::new()));
        let fields = self.saying(text, counter.saying, "counter-statement");
        let mut sources = self.cite(counter.sources);
        if sources.is_empty() && !has_place(&fields) {
            // The record asks for a source of every counter-statement; that none was given is said there, too.
            self.warnings.add("a counter-statement without a source");
            let unnamed = DraftSource { title: Some("Source not given".into()), ..Default::default() };
            sources.extend(self.citation(unnamed));
        }
        let relation = ("relation", Value::Text(counter.relation.as_str().into()));
        object([relation].into_iter().chain(fields).chain([("sources", list(sources))]))
    }

    pub(super) fn verdict(&mut self, verdict: DraftVerdict) -> Option<Value> {
        let rating = verdict.rating.as_ref();
        let scores = rating.and_then(|it| self.warnings.rating(it));
        let label = self.warnings.text("label", &verdict.label).or_else(|| {
            let rating = rating.filter(|_| scores.is_some())?;
            self.warnings.add("a verdict without words: the number stands in for them");
            Some(rating.value.trim().into())
        });
        let Some(label) = label else {
            let lost = [&verdict.explanation, &verdict.url].into_iter().flatten();
            let lost: String = lost.map(|it| format!(": {it}")).collect();
            self.warnings.add(format!("a verdict without words left out{lost}"));
            return None;
        };
        let number = |it: Score| Value::Number(f64::from(it.thousandths()) / 1000.0);
        let rating = scores.map(|[value, worst, best]| {
            object([("value", number(value)), ("worst", number(worst)), ("best", number(best))])
        });
        let date = verdict.date.as_ref().and_then(|it| self.warnings.date("date of the verdict", it));
        let url = verdict.url.as_deref().and_then(|it| self.warnings.url("address of the check", it));
        Some(object([
            ("label", Value::Text(label)),
            ("scope", optional(self.text("scope", &verdict.scope))),
            ("rating", rating.unwrap_or(Value::Null)),
            ("reasons", texts(verdict.reasons.iter().map(|it| it.as_str()))),
            ("explanation", optional(self.text("explanation", &verdict.explanation))),
            ("by", optional(self.text("by", &verdict.by))),
            ("url", optional(url)),
            ("date", optional(date.map(|it| it.to_iso()))),
            ("sources", list(self.cite(verdict.sources))),
        ]))
    }

    fn person(&mut self, person: DraftPerson) -> Option<String> {
        let name = self.warnings.text("name", &person.name)?;
        let role = self.text("role", &person.role);
        let mut pages: Vec<String> = Vec::new();
        for page in person.same_as.iter().filter_map(|it| self.warnings.url("page of the speaker", it)) {
            if !pages.contains(&page) {
                pages.push(page);
            }
        }
        let key = format!("{name}\n{}", role.as_deref().unwrap_or_default());
        let id = self.funnel.people.of(&key, &name, "person");
        let name = [("name", Value::Text(name)), ("role", optional(role))];
        let details = vec![("same_as", texts(pages.iter().map(String::as_str)))];
        self.people.push(Entry::new(&id, name, details));
        Some(id)
    }

    /// The sources of one field, each once.
    fn cite(&mut self, sources: Vec<DraftSource>) -> Vec<Value> {
        let mut cited: Vec<Value> = Vec::new();
        for source in sources {
            match self.citation(source) {
                None => self.citations.n_refused += 1,
                Some(again) if cited.contains(&again) => self.citations.n_repeated += 1,
                Some(citation) => {
                    self.citations.n_cited += 1;
                    cited.push(citation);
                }
            }
        }
        cited
    }

    /// A source and what is cited of it. One address is one source, whoever cites it.
    fn citation(&mut self, source: DraftSource) -> Option<Value> {
        let url = source.url.as_deref().map(str::trim).filter(|it| !it.is_empty());
        let (url, copy) = match url.and_then(archived) {
            Some((page, copied)) => (Some(page), url.map(|it| (it, copied))),
            None => (url, source.archive.as_deref().map(|it| (it, archived(it).and_then(|it| it.1)))),
        };
        let target = url.and_then(redirected);
        if let Some(target) = &target {
            self.warnings
                .add(format!("address of a source: by way of a search engine, now `{}`", excerpt(target)));
        }
        let url = target.as_deref().or(url);
        let checked = url.and_then(|it| self.warnings.url("address of a source", it));
        let title = self.text("title of a source", &source.title);
        // Without a title the address is what the source is called, and so is what is no address.
        let title = title.or_else(|| self.warnings.text("address of a source", short(url?)))?;
        let publisher = self.text("publisher", &source.publisher);
        let author = self.text("author", &source.author);
        let date = source.date.as_ref().and_then(|it| self.warnings.date("date of a source", it));
        let date = date.map(|it| it.to_iso());
        let language = source.language.as_deref();
        let language = language.and_then(|it| self.warnings.language("language of a source", it));
        let archive = copy.and_then(|(url, date)| {
            let url = self.warnings.url("archived copy", url)?;
            Some(object([("url", Value::Text(url)), ("date", optional(date.map(|it| it.to_iso())))]))
        });
        let (key, wish) = match &checked {
            Some(url) if source.by_title => (format!("{url}\n{title}"), source_name(url)),
            Some(url) => (url.clone(), source_name(url)),
            None => {
                let part = |it: &Option<String>| it.clone().unwrap_or_default();
                (format!("{title}\n{}\n{}", part(&publisher), part(&date)), title.clone())
            }
        };
        let id = self.funnel.sources.of(&key, &wish, "source");
        let name = [("title", Value::Text(title)), ("url", optional(checked))];
        let details = vec![
            ("publisher", optional(publisher)),
            ("author", optional(author)),
            ("date", optional(date)),
            ("language", optional(language.map(|it| it.as_str().into()))),
            ("kind", optional(source.kind.map(|it| it.as_str().into()))),
            ("archive", archive.unwrap_or(Value::Null)),
        ];
        self.sources.push(Entry::new(&id, name, details));
        let quote = source.quote.and_then(|it| self.quote(&it));
        Some(object([("source", Value::Text(id)), ("quote", quote.unwrap_or(Value::Null))]))
    }

    /// A passage: the blanks at its ends belong to it.
    fn quote(&mut self, quote: &DraftQuote) -> Option<Value> {
        let mut part = |name: &str, it: &str| self.warnings.passage(name, it);
        let exact = Value::Text(part("quote", &quote.exact)?);
        let prefix = quote.prefix.as_deref().and_then(|it| part("prefix", it));
        let suffix = quote.suffix.as_deref().and_then(|it| part("suffix", it));
        Some(object([("exact", exact), ("prefix", optional(prefix)), ("suffix", optional(suffix))]))
    }

    fn text(&mut self, name: &str, text: &Option<String>) -> Option<String> {
        text.as_deref().and_then(|it| self.warnings.text(name, it))
    }
}
