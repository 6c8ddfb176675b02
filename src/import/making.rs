//! Making a record of a draft: people and sources get ids, every value is made to fit, and what does not is told.

use alloc::{format, string::String, vec, vec::Vec};

use super::clean::Warnings;
use super::draft::{DraftPerson, DraftSaying, DraftSource, DraftVerdict};
use super::funnel::Funnel;
use crate::date::Date;
use crate::record::{Node, Value};
use crate::text::excerpt;

/// Records of one claim with their ids, and whether they are new.
pub(super) type Entries = Vec<(String, Value, bool)>;

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

/// One record that is being made.
pub(super) struct Making<'a> {
    funnel: &'a mut Funnel,
    pub(super) warnings: &'a mut Warnings,
    pub(super) people: Entries,
    pub(super) sources: Entries,
    pub(super) citations: Citations,
}

impl<'a> Making<'a> {
    pub(super) fn new(funnel: &'a mut Funnel, warnings: &'a mut Warnings) -> Making<'a> {
        let citations = Citations::default();
        Making { funnel, warnings, people: Vec::new(), sources: Vec::new(), citations }
    }

    pub(super) fn saying(
        &mut self,
        text: String,
        summary: Option<String>,
        saying: DraftSaying,
        what: &str,
    ) -> Value {
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
        let said_in = self.cite(saying.said_in);
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

    pub(super) fn counter(&mut self, counter: super::DraftCounter, text: String) -> Value {
        let mut fields = vec![("relation", Value::Text(counter.relation.as_str().into()))];
        fields.extend(self.fields_of(text, None, counter.saying, "counter-statement"));
        let mut sources = self.cite(counter.sources);
        let is_said_somewhere =
            fields.iter().any(|(name, value)| *name == "said_in" && *value != list(Vec::new()));
        if sources.is_empty() && !is_said_somewhere {
            // The record asks for a source of every counter-statement; that none was given is said there, too.
            self.warnings.add("a counter-statement without a source");
            let unnamed = DraftSource { title: Some("Source not given".into()), ..Default::default() };
            sources.extend(self.citation(unnamed));
        }
        fields.push(("sources", list(sources)));
        object(fields)
    }

    pub(super) fn verdict(&mut self, verdict: DraftVerdict) -> Option<Value> {
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
            ("sources", list(self.cite(verdict.sources))),
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
        let title = source.title.as_deref().and_then(|it| self.warnings.text("title of a source", it));
        // Without a title the address is what the source is called, and so is what is no address.
        let title = title.or_else(|| self.warnings.text("address of a source", short(url?)))?;
        let text = |this: &mut Self, name: &str, it: &Option<String>| {
            it.as_deref().and_then(|it| this.warnings.text(name, it))
        };
        let publisher = text(self, "publisher", &source.publisher);
        let author = text(self, "author", &source.author);
        let date = source.date.as_ref().and_then(|it| self.warnings.date("date of a source", it));
        let language =
            source.language.as_deref().and_then(|it| self.warnings.language("language of a source", it));
        let archive = copy.and_then(|(url, date)| {
            let url = self.warnings.url("archived copy", url)?;
            Some(object([("url", Value::Text(url)), ("date", optional(date.map(Date::to_iso)))]))
        });
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
                ("archive", archive.unwrap_or(Value::Null)),
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
        Some(object([("source", Value::Text(id)), ("quote", quote.unwrap_or(Value::Null))]))
    }
}

/// The page and the day that an address of the Wayback Machine names: `web.archive.org/web/20140304071459/http://…`.
fn archived(url: &str) -> Option<(&str, Option<Date>)> {
    let rest = url.split_once("://")?.1;
    let rest = rest
        .strip_prefix("web.archive.org/web/")
        .or_else(|| rest.strip_prefix("www.web.archive.org/web/"))?;
    let (stamp, page) = rest.split_once('/')?;
    let digits = stamp.get(..8).filter(|it| it.bytes().all(|b| b.is_ascii_digit()))?;
    let number = |at: core::ops::Range<usize>| digits.get(at)?.parse().ok();
    let date = || Date::new(number(0..4)?, number(4..6)? as u8, number(6..8)? as u8);
    (page.starts_with("http://") || page.starts_with("https://")).then(|| (page, date()))
}

/// Where an address of a search engine leads, as people copy it from there: `google.com/url?q=https://…`.
fn redirected(url: &str) -> Option<String> {
    let url = url::Url::parse(url).ok()?;
    let is_search = url.host_str()?.split('.').any(|it| it == "google") && url.path() == "/url";
    let mut pairs = url.query_pairs().filter(|_| is_search);
    let (_, target) =
        pairs.find(|(name, value)| (name == "q" || name == "url") && value.starts_with("http"))?;
    Some(target.into_owned())
}

/// An address as people read it out.
fn short(url: &str) -> &str {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let rest = rest.strip_prefix("www.").unwrap_or(rest);
    let end = rest.split(['?', '#']).next().map_or(rest.len(), str::len);
    let rest = rest.get(..end).unwrap_or(rest).trim_end_matches('/');
    if rest.is_empty() { url } else { rest }
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

pub(super) fn object(fields: impl IntoIterator<Item = (&'static str, Value)>) -> Value {
    let is_there = |(_, value): &(&str, Value)| match value {
        Value::Null => false,
        Value::List(list) => !list.is_empty(),
        Value::Object(fields) => !fields.is_empty(),
        _ => true,
    };
    let fields = fields.into_iter().filter(is_there);
    Value::Object(fields.map(|(name, value)| (name.into(), Node::plain(value))).collect())
}

pub(super) fn list(values: Vec<Value>) -> Value {
    Value::List(values.into_iter().map(Node::plain).collect())
}

fn optional(text: Option<String>) -> Value {
    text.map_or(Value::Null, Value::Text)
}
