//! Facets: what a claim can be filtered by.

use alloc::string::String;

use crate::date::Date;
use crate::model::{Citation, Claim, CounterStatement, Dataset, Id, Language};
use crate::text::push_number;

/// A side from which claims are looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Facet {
    /// Who speaks, for or against.
    Speaker,
    /// What it is about.
    Topic,
    /// What a counter-statement does.
    Relation,
    /// Where the evidence leans.
    Weight,
    /// The years of what was said.
    Year,
    /// The languages of what was said.
    Language,
    /// The kinds of the sources.
    Kind,
}

impl Facet {
    /// Every facet, in the order in which they are shown.
    pub const ALL: &'static [Facet] = &[
        Facet::Speaker,
        Facet::Topic,
        Facet::Relation,
        Facet::Weight,
        Facet::Year,
        Facet::Language,
        Facet::Kind,
    ];

    /// Its name in a link to a view.
    pub fn as_str(self) -> &'static str {
        match self {
            Facet::Speaker => "speaker",
            Facet::Topic => "topic",
            Facet::Relation => "relation",
            Facet::Weight => "weight",
            Facet::Year => "year",
            Facet::Language => "language",
            Facet::Kind => "source",
        }
    }
}

/// One value of a facet.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct FacetValue {
    /// The facet.
    pub facet: Facet,
    /// The value as the record has it: an id, a word, a year, a topic.
    pub key: String,
}

/// Calls back with the values of a claim; some may come again.
pub(super) fn values_of(dataset: &Dataset, claim: &Claim, each: &mut dyn FnMut(Facet, &str)) {
    let mut values = Values { dataset, each };
    let statement = &claim.statement;
    values.said(statement.speaker.as_ref(), statement.date, statement.language.as_ref());
    values.cited(&statement.said_in);
    for CounterStatement { relation, speaker, date, language, said_in, sources, .. } in
        &claim.counter_statements
    {
        (values.each)(Facet::Relation, relation.as_str());
        values.said(speaker.as_ref(), *date, language.as_ref());
        values.cited(said_in);
        values.cited(sources);
    }
    for verdict in &claim.verdicts {
        values.cited(&verdict.sources);
    }
    for topic in &claim.topics {
        (values.each)(Facet::Topic, topic.as_str());
    }
    if let Some(weight) = claim.weight {
        (values.each)(Facet::Weight, weight.as_str());
    }
}

struct Values<'a> {
    dataset: &'a Dataset,
    each: &'a mut dyn FnMut(Facet, &str),
}

impl Values<'_> {
    fn said(&mut self, speaker: Option<&Id>, date: Option<Date>, language: Option<&Language>) {
        if let Some(speaker) = speaker {
            (self.each)(Facet::Speaker, speaker.as_str());
        }
        if let Some(date) = date {
            let mut year = String::new();
            push_number(&mut year, date.year().into());
            (self.each)(Facet::Year, &year);
        }
        (self.each)(Facet::Language, language.unwrap_or(&self.dataset.language).primary());
    }

    fn cited(&mut self, citations: &[Citation]) {
        for citation in citations {
            if let Some(kind) = self.dataset.sources.get(&citation.source).and_then(|it| it.kind) {
                (self.each)(Facet::Kind, kind.as_str());
            }
        }
    }
}
