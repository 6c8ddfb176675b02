//! The claims that are cited or exported, and the people and sources that they name.

use alloc::vec::Vec;

use crate::model::{Citation, Claim, CounterStatement, Dataset, Id, Person, Source, Statement, Verdict};

/// Claims of a dataset, chosen to be cited or exported.
#[derive(Debug, Clone)]
pub struct Selection<'a> {
    /// The dataset they are from.
    pub dataset: &'a Dataset,
    /// The claims, in the order in which they are written.
    pub claims: Vec<&'a Claim>,
}

impl<'a> Selection<'a> {
    /// All claims of a dataset.
    pub fn all(dataset: &'a Dataset) -> Selection<'a> {
        Selection { dataset, claims: dataset.claims.iter().collect() }
    }

    /// The statements.
    pub fn statements(&self) -> impl Iterator<Item = &'a Statement> {
        self.claims.iter().map(|it| &it.statement)
    }

    /// The counter-statements of all claims.
    pub fn counters(&self) -> impl Iterator<Item = &'a CounterStatement> {
        self.claims.iter().flat_map(|it| &it.counter_statements)
    }

    /// The verdicts on all claims.
    pub fn verdicts(&self) -> impl Iterator<Item = &'a Verdict> {
        self.claims.iter().flat_map(|it| &it.verdicts)
    }

    /// What the counter-statements cite.
    pub fn counter_citations(&self) -> impl Iterator<Item = &'a Citation> {
        self.counters().flat_map(|it| it.said_in.iter().chain(&it.sources))
    }

    /// Where the statements stand.
    pub fn statement_citations(&self) -> impl Iterator<Item = &'a Citation> {
        self.statements().flat_map(|it| &it.said_in)
    }

    /// The people who speak, in the order of their ids.
    pub fn people(&self) -> Vec<(&'a Id, &'a Person)> {
        let speakers = self.statements().filter_map(|it| it.speaker.as_ref());
        let named: Vec<&Id> = speakers.chain(self.counters().filter_map(|it| it.speaker.as_ref())).collect();
        self.dataset.people.iter().filter(|(id, _)| named.contains(id)).collect()
    }

    /// The sources that are cited, with the sources whose words they carry, in the order of their ids.
    pub fn sources(&self) -> Vec<(&'a Id, &'a Source)> {
        let sources = &self.dataset.sources;
        let mut is_named = alloc::vec![false; sources.len()];
        for claim in &self.claims {
            cited(claim, &mut |id| {
                let mut at = Some(id);
                // Origins lead to origins, and never in a circle.
                while let Some(id) = at.take()
                    && let Some(place) = sources.position(id).and_then(|i| is_named.get_mut(i))
                    && !core::mem::replace(place, true)
                {
                    at = sources.get(id).and_then(|it| it.derived_from.as_ref());
                }
            });
        }
        sources.iter().zip(is_named).filter(|(_, named)| *named).map(|(source, _)| source).collect()
    }

    /// The person of an id.
    pub fn person(&self, id: Option<&Id>) -> Option<&'a Person> {
        id.and_then(|id| self.dataset.people.get(id))
    }

    /// The source that a citation leads to.
    pub fn source(&self, citation: &Citation) -> Option<&'a Source> {
        self.dataset.sources.get(&citation.source)
    }
}

/// Calls with the source of everything that a claim cites. Loops: chained iterators are two kilobytes of wasm.
fn cited<'a>(claim: &'a Claim, call: &mut dyn FnMut(&'a Id)) {
    let mut all = |citations: &'a [Citation]| citations.iter().for_each(|it| call(&it.source));
    all(&claim.statement.said_in);
    for counter in &claim.counter_statements {
        all(&counter.said_in);
        all(&counter.sources);
    }
    claim.verdicts.iter().for_each(|it| all(&it.sources));
    if let Some(id) = claim.response.as_ref().and_then(|it| it.source.as_ref()) {
        call(id);
    }
}
