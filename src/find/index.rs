//! The index of a dataset, and what it finds.

use alloc::{string::String, vec, vec::Vec};

use super::facets::{Facet, FacetValue, values_of};
use super::query::{Query, Sort};
use crate::date::Date;
use crate::model::{Citation, Claim, Dataset, Id};
use crate::text::{Folded, sorted_indices};

/// A dataset, ready to be searched.
pub struct Index {
    claims: Vec<Indexed>,
    values: Vec<FacetValue>,
}

struct Indexed {
    /// All words of the claim, folded, with a blank before each and at the end.
    words: String,
    date: Option<Date>,
    /// Its values, as positions in the index's list.
    values: Vec<usize>,
}

/// What a query found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// The claims by their position in the dataset, in the order asked for.
    pub claims: Vec<usize>,
    /// For each value of the index how many claims would be found with it, whatever else of its own facet is chosen.
    pub counts: Vec<usize>,
}

impl Index {
    /// Indexes a dataset.
    pub fn new(dataset: &Dataset) -> Index {
        let of_claims: Vec<Vec<FacetValue>> =
            dataset.claims.iter().map(|it| values_of(dataset, it)).collect();
        // Values in order, so that looking one up is quick and the list is the same whatever the claims' order.
        let all: Vec<&FacetValue> = of_claims.iter().flatten().collect();
        let is_less = |a: usize, b: usize| all.get(a) < all.get(b);
        let in_order = sorted_indices(all.len(), &is_less);
        let mut values: Vec<FacetValue> = Vec::new();
        for value in in_order.into_iter().filter_map(|at| all.get(at)) {
            if values.last() != Some(*value) {
                values.push((*value).clone());
            }
        }
        let claims = dataset.claims.iter().zip(of_claims);
        let claims = claims
            .map(|(claim, of_claim)| Indexed {
                words: words_of(dataset, claim),
                date: claim.statement.date,
                values: of_claim.iter().filter_map(|it| values.binary_search(it).ok()).collect(),
            })
            .collect();
        Index { claims, values }
    }

    /// Every value that occurs, by facet.
    pub fn values(&self) -> &[FacetValue] {
        &self.values
    }

    /// Finds the claims in which every word of the query begins a word, and that have a chosen value of each facet that
    /// has any. A value that does not occur finds nothing.
    pub fn find(&self, query: &Query) -> Found {
        let terms = terms(&query.words);
        let chosen: Vec<(Facet, Option<usize>)> =
            query.chosen.iter().map(|it| (it.facet, self.values.binary_search(it).ok())).collect();
        let mut found = Found { claims: Vec::new(), counts: vec![0; self.values.len()] };
        for (n, claim) in self.claims.iter().enumerate() {
            if !terms.iter().all(|term| contains(&claim.words, term)) {
                continue;
            }
            let has = |facet: Facet| {
                let mut of_facet = chosen.iter().filter(|it| it.0 == facet).peekable();
                of_facet.peek().is_none()
                    || of_facet.any(|it| it.1.is_some_and(|it| claim.values.contains(&it)))
            };
            let missing: Vec<Facet> = Facet::ALL.iter().copied().filter(|it| !has(*it)).collect();
            if missing.is_empty() {
                found.claims.push(n);
            }
            for &value in &claim.values {
                let own = self.values.get(value).map(|it| it.facet);
                if missing.iter().all(|it| Some(*it) == own)
                    && let Some(count) = found.counts.get_mut(value)
                {
                    *count += 1;
                }
            }
        }
        found.claims = self.in_order(found.claims, query.sort);
        found
    }

    fn in_order(&self, claims: Vec<usize>, sort: Sort) -> Vec<usize> {
        let date = |at: usize| self.claims.get(*claims.get(at)?)?.date;
        let earlier = |a: usize, b: usize| match (date(a), date(b)) {
            (Some(a), Some(b)) if sort == Sort::Newest => a > b,
            (Some(a), Some(b)) => a < b,
            (a, b) => a.is_some() && b.is_none(),
        };
        match sort {
            Sort::Listed => claims,
            _ => {
                let order = sorted_indices(claims.len(), &earlier);
                order.into_iter().filter_map(|at| claims.get(at).copied()).collect()
            }
        }
    }
}

/// The words of a query: each is the beginning of a word, so it has a blank before it.
fn terms(words: &str) -> Vec<String> {
    let mut folded = String::new();
    push_words(&mut folded, words);
    let parts = folded.split(' ').filter(|it| !it.is_empty());
    let begins = |it: &str| {
        let mut term = String::from(if is_spaced(it) { " " } else { "" });
        term.push_str(it);
        term
    };
    parts.map(begins).collect()
}

/// `str::contains` has tables and messages of its own, five kilobytes of wasm.
fn contains(text: &str, part: &str) -> bool {
    let (mut rest, part) = (text.as_bytes(), part.as_bytes());
    while rest.len() >= part.len() {
        if rest.starts_with(part) {
            return true;
        }
        rest = rest.split_first().map_or(&[], |it| it.1);
    }
    false
}

/// Whether a script puts blanks between words; in one that does not, words are found anywhere.
fn is_spaced(word: &str) -> bool {
    !word.chars().any(|c| matches!(c, '\u{E00}'..='\u{EFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17FF}' | '\u{2E80}'..='\u{9FFF}' | '\u{20000}'..='\u{3FFFF}'))
}

/// Appends the words of a text, folded: letters and digits, all else becomes a blank.
fn push_words(to: &mut String, text: &str) {
    to.push(' ');
    for c in Folded::new(text).chars {
        to.push(if c.is_alphanumeric() || is_mark(c) { c } else { ' ' });
    }
    to.push(' ');
}

/// Signs that belong to the letter before them, in scripts that write vowels so.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36F}' | '\u{900}'..='\u{DFF}' | '\u{64B}'..='\u{65F}')
}

fn words_of(dataset: &Dataset, claim: &Claim) -> String {
    let mut words = String::new();
    let speaker = |id: &Option<Id>, words: &mut String| {
        if let Some(person) = id.as_ref().and_then(|id| dataset.people.get(id)) {
            push_words(words, person.name.as_str());
        }
    };
    let cited = |citations: &[Citation], words: &mut String| {
        for source in citations.iter().filter_map(|it| dataset.sources.get(&it.source)) {
            push_words(words, source.title.as_str());
            source.publisher.iter().for_each(|it| push_words(words, it.as_str()));
        }
    };
    let statement = &claim.statement;
    push_words(&mut words, statement.text.as_str());
    statement.summary.iter().for_each(|it| push_words(&mut words, it.as_str()));
    statement.translations.iter().for_each(|(_, it)| push_words(&mut words, it.text.as_str()));
    speaker(&statement.speaker, &mut words);
    cited(&statement.said_in, &mut words);
    for counter in &claim.counter_statements {
        push_words(&mut words, counter.text.as_str());
        counter.translations.iter().for_each(|(_, it)| push_words(&mut words, it.text.as_str()));
        speaker(&counter.speaker, &mut words);
        cited(&counter.said_in, &mut words);
        cited(&counter.sources, &mut words);
    }
    for verdict in &claim.verdicts {
        push_words(&mut words, verdict.label.as_str());
        verdict.explanation.iter().for_each(|it| push_words(&mut words, it.as_str()));
    }
    claim.topics.iter().for_each(|it| push_words(&mut words, it.as_str()));
    words
}
