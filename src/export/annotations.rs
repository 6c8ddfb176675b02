//! W3C Web Annotations: every statement where it stands, with each counter-statement as a reply to it.
//!
//! One annotation is one counter-statement. Annotations of one claim share their target, and their ids are the ids
//! of dataset and claim with a number, so that the import puts them together again. What a statement says and the
//! passage it stands in are mostly the same words; where they are not, a body describes the passage.

use alloc::{format, string::String, vec::Vec};

use serde_json::{Map, Value, json};

use super::{Selection, address_in, urn};
use crate::date::Date;
use crate::model::{Citation, Claim, CounterStatement, Id, Language, Source, Statement, Wording};
use crate::url::WebUrl;

pub(super) fn write(selection: &Selection<'_>, page: Option<&WebUrl>, notes: &mut Vec<String>) -> String {
    let dataset = selection.dataset;
    let writing = Writing { selection, page };
    let items: Vec<Value> = selection.claims.iter().flat_map(|it| writing.claim(it)).collect();
    let id = page.map_or_else(|| urn(&[dataset.id.as_str()]), |it| it.as_str().into());
    let first = json!({
        "id": urn(&[dataset.id.as_str(), "annotations"]),
        "type": "AnnotationPage",
        "startIndex": 0,
        "items": items,
    });
    let collection = json!({
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": id,
        "type": "AnnotationCollection",
        "label": dataset.title.as_str(),
        "total": items.len(),
        "first": first,
    });
    tell(selection, notes);
    format!("{collection:#}\n")
}

/// What is lost of the fields that are carried in part.
fn tell(selection: &Selection<'_>, notes: &mut Vec<String>) {
    let mut tell = |n: usize, what: &str| {
        if n > 0 {
            notes.push(format!("{n} × {what}"));
        }
    };
    let claims = || selection.claims.iter();
    let has_target = |it: &Claim| it.statement.said_in.iter().any(|it| url(selection, it).is_some());
    tell(claims().filter(|it| !has_target(it)).count(), "claims whose statement stands at no address");
    let is_offline = |it: &&Citation| url(selection, it).is_none();
    tell(selection.statement_citations().filter(is_offline).count(), "statement.said_in without an address");
    let wordings = selection.statements().filter(|it| it.wording.is_some() && !is_passage(selection, it));
    tell(wordings.count(), "statement.wording, where the passage has other words");
    let dates = selection.statements().map(|it| it.date).chain(selection.counters().map(|it| it.date));
    tell(dates.flatten().filter(|it| it.day().is_none()).count(), "dates known to the month or year alone");
    let cited: Vec<&Id> =
        selection.statement_citations().chain(selection.counter_citations()).map(|it| &it.source).collect();
    let uncited = selection.sources().into_iter().filter(|(id, _)| !cited.contains(id));
    tell(uncited.count(), "sources that no statement or counter-statement cites");
}

fn url<'a>(selection: &Selection<'a>, citation: &Citation) -> Option<&'a WebUrl> {
    selection.source(citation)?.url.as_ref()
}

/// Whether the statement's text is what its first passage has.
fn is_passage(selection: &Selection<'_>, statement: &Statement) -> bool {
    let first = statement.said_in.iter().find(|it| url(selection, it).is_some());
    let exact = first.map(|it| it.quote.as_ref().map_or(&statement.text, |it| &it.exact));
    statement.wording == Some(Wording::Verbatim) && exact == Some(&statement.text)
}

struct Writing<'a> {
    selection: &'a Selection<'a>,
    page: Option<&'a WebUrl>,
}

impl Writing<'_> {
    /// An annotation for each counter-statement; without any, the passage is marked all the same.
    fn claim(&self, claim: &Claim) -> Vec<Value> {
        let targets: Vec<Value> =
            claim.statement.said_in.iter().filter_map(|it| self.target(claim, it)).collect();
        if targets.is_empty() {
            return Vec::new();
        }
        let counters = claim.counter_statements.iter().map(Some);
        let bodies: Vec<Option<&CounterStatement>> =
            if claim.counter_statements.is_empty() { Vec::from([None]) } else { counters.collect() };
        bodies.into_iter().enumerate().map(|(i, it)| self.annotation(claim, i + 1, it, &targets)).collect()
    }

    fn annotation(
        &self,
        claim: &Claim,
        n: usize,
        counter: Option<&CounterStatement>,
        targets: &[Value],
    ) -> Value {
        let dataset = self.selection.dataset;
        let mut annotation = Map::new();
        let mut put = |name: &str, value: Value| annotation.insert(name.into(), value);
        put("id", json!(urn(&[dataset.id.as_str(), claim.id.as_str(), &format!("{n}")])));
        put("type", json!("Annotation"));
        put("motivation", json!(if counter.is_some() { "replying" } else { "highlighting" }));
        if let Some(page) = self.page {
            put("via", json!(address_in(page, claim)));
        }
        if let Some(publisher) = &dataset.publisher {
            let mut creator = named(publisher.name.as_str());
            creator.insert("type".into(), json!("Organization"));
            creator.extend(publisher.url.as_ref().map(|it| ("homepage".into(), json!(it.as_str()))));
            put("creator", Value::Object(creator));
        }
        let mut bodies = Vec::new();
        if let Some(counter) = counter {
            bodies.push(self.reply(counter));
            bodies.push(Value::Object(textual("tagging", counter.relation.as_str(), None)));
        }
        if !is_passage(self.selection, &claim.statement) {
            let text = claim.statement.text.as_str();
            let language = claim.statement.language.as_ref().unwrap_or(&dataset.language);
            bodies.push(Value::Object(textual("describing", text, Some(language))));
        }
        if !bodies.is_empty() {
            put("body", json!(bodies));
        }
        put("target", json!(targets));
        Value::Object(annotation)
    }

    fn reply(&self, counter: &CounterStatement) -> Value {
        let language = counter.language.as_ref().unwrap_or(&self.selection.dataset.language);
        let mut body = textual("replying", counter.text.as_str(), Some(language));
        self.said_by(&mut body, counter.speaker.as_ref(), counter.date);
        // What the words are taken from, and what bears them out.
        for (name, citations) in
            [("dcterms:source", &counter.said_in), ("dcterms:references", &counter.sources)]
        {
            let cited: Vec<Value> = citations.iter().filter_map(|it| self.passage(it, None)).collect();
            if !cited.is_empty() {
                body.insert(name.into(), json!(cited));
            }
        }
        Value::Object(body)
    }

    /// A passage that a statement stands in; an annotation can have no target without an address.
    fn target(&self, claim: &Claim, citation: &Citation) -> Option<Value> {
        url(self.selection, citation)?;
        let statement = &claim.statement;
        let own = (statement.wording == Some(Wording::Verbatim)).then_some(statement.text.as_str());
        let mut target = match self.passage(citation, own)? {
            Value::Object(target) => target,
            other => return Some(other),
        };
        self.said_by(&mut target, statement.speaker.as_ref(), statement.date);
        if is_passage(self.selection, statement) {
            let language = statement.language.as_ref().unwrap_or(&self.selection.dataset.language);
            target.insert("language".into(), json!(language.as_str()));
        }
        Some(Value::Object(target))
    }

    /// A source, with the passage that is cited of it: `or_else` where the citation names none.
    fn passage(&self, citation: &Citation, or_else: Option<&str>) -> Option<Value> {
        let source = self.selection.source(citation)?;
        let mut passage = Map::new();
        let mut put = |name: &str, value: Value| passage.insert(name.into(), value);
        put("type", json!("SpecificResource"));
        put("source", Value::Object(resource(source)));
        let quote = citation.quote.as_ref();
        if let Some(exact) = quote.map(|it| it.exact.as_str()).or(or_else) {
            let mut selector = Map::new();
            selector.insert("type".into(), json!("TextQuoteSelector"));
            selector.insert("exact".into(), json!(exact));
            let around = [
                ("prefix", quote.and_then(|it| it.prefix.as_ref())),
                ("suffix", quote.and_then(|it| it.suffix.as_ref())),
            ];
            selector
                .extend(around.into_iter().filter_map(|(name, it)| Some((name.into(), json!(it?.as_str())))));
            put("selector", Value::Object(selector));
        }
        if let Some(archive) = &source.archive {
            let mut state = Map::new();
            state.insert("type".into(), json!("TimeState"));
            state.insert("cached".into(), json!(archive.url.as_str()));
            state.extend(archive.date.and_then(time).map(|it| ("sourceDate".into(), it)));
            put("state", Value::Object(state));
        }
        Some(Value::Object(passage))
    }

    fn said_by(&self, object: &mut Map<String, Value>, speaker: Option<&Id>, date: Option<Date>) {
        let person = self.selection.person(speaker);
        object.extend(person.map(|it| ("creator".into(), Value::Object(named(it.name.as_str())))));
        object.extend(date.and_then(time).map(|it| ("created".into(), it)));
    }
}

fn resource(source: &Source) -> Map<String, Value> {
    let mut resource = Map::new();
    let mut put = |name: &str, text: Option<&str>| {
        resource.extend(text.map(|it| (name.into(), json!(it))));
    };
    put("id", source.url.as_ref().map(|it| it.as_str()));
    put("dcterms:title", Some(source.title.as_str()));
    put("dcterms:publisher", source.publisher.as_ref().map(|it| it.as_str()));
    put("dcterms:issued", source.date.map(Date::to_iso).as_deref());
    put("dcterms:type", source.kind.map(|it| it.as_str()));
    put("language", source.language.as_ref().map(|it| it.as_str()));
    let author = source.author.as_ref().map(|it| Value::Object(named(it.as_str())));
    resource.extend(author.map(|it| ("creator".into(), it)));
    resource
}

fn textual(purpose: &str, text: &str, language: Option<&Language>) -> Map<String, Value> {
    let mut body = Map::new();
    body.insert("type".into(), json!("TextualBody"));
    body.insert("purpose".into(), json!(purpose));
    body.insert("format".into(), json!("text/plain"));
    body.insert("value".into(), json!(text));
    body.extend(language.map(|it| ("language".into(), json!(it.as_str()))));
    body
}

fn named(name: &str) -> Map<String, Value> {
    Map::from_iter([("name".into(), json!(name))])
}

/// The model asks for a time; a date that is not known to the day has none.
fn time(date: Date) -> Option<Value> {
    date.day().map(|_| json!(format!("{}T00:00:00Z", date.to_iso())))
}
