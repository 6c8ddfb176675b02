//! The index of a dataset: its words, and the values of its facets.

use alloc::{vec, vec::Vec};

use super::ask;
use super::facets::{Facet, FacetValue, values_of};
use super::texts::texts_of;
use crate::date::Date;
use crate::model::Dataset;
use crate::search::stem::Stemmer;
use crate::search::{self, Builder, Strings};
use crate::text::sorted_indices;

/// A dataset, ready to be searched.
pub struct Index {
    words: search::Index,
    claims: Vec<Indexed>,
    values: Vec<FacetValue>,
    /// For each value the words it is found by.
    labels: Vec<Vec<Vec<u8>>>,
}

pub(super) struct Indexed {
    pub(super) date: Option<Date>,
    /// Its values, as positions in the index's list.
    pub(super) values: Vec<u32>,
}

impl Index {
    /// Indexes a dataset.
    pub fn new(dataset: &Dataset) -> Index {
        let mut words = Builder::default();
        for claim in &dataset.claims {
            texts_of(dataset, claim, &mut |field, text, language| {
                words.add(field, text, Stemmer::of(language.primary()));
            });
            words.end_document();
        }
        Index::of_words(dataset, words.finish())
    }

    /// Indexes a dataset whose words are indexed already. `None` if they are of another number of claims.
    pub fn with_words(dataset: &Dataset, words: search::Index) -> Option<Index> {
        (words.documents() as usize == dataset.claims.len()).then(|| Index::of_words(dataset, words))
    }

    fn of_words(dataset: &Dataset, words: search::Index) -> Index {
        // Claims share most of their values, so what is sorted is the few that there are.
        let mut numbers = Strings::default();
        let mut met: Vec<FacetValue> = Vec::new();
        let mut claims: Vec<Indexed> = Vec::with_capacity(dataset.claims.len());
        for claim in &dataset.claims {
            let mut values = Vec::new();
            values_of(dataset, claim, &mut |facet, key| {
                let mut name = vec![facet as u8];
                name.extend_from_slice(key.as_bytes());
                let (number, is_new) = numbers.add(&name);
                if is_new {
                    met.push(FacetValue { facet, key: key.into() });
                }
                if !values.contains(&(number as u32)) {
                    values.push(number as u32);
                }
            });
            claims.push(Indexed { date: claim.statement.date, values });
        }
        let order = sorted_indices(met.len(), &|a, b| met.get(a) < met.get(b));
        let mut places = vec![0; met.len()];
        for (place, met) in order.iter().enumerate() {
            if let Some(of_value) = places.get_mut(*met) {
                *of_value = place as u32;
            }
        }
        for value in claims.iter_mut().flat_map(|it| &mut it.values) {
            *value = places.get(*value as usize).copied().unwrap_or_default();
        }
        let values: Vec<FacetValue> = order.into_iter().filter_map(|it| met.get(it).cloned()).collect();
        let labels = values.iter().map(|it| label(dataset, it)).collect();
        Index { words, claims, values, labels }
    }

    /// Every value that occurs, by facet.
    pub fn values(&self) -> &[FacetValue] {
        &self.values
    }

    /// The words in the claims.
    pub fn words(&self) -> &search::Index {
        &self.words
    }

    /// For each claim its date and the numbers of its values, in the order of the dataset.
    pub(super) fn claims(&self) -> &[Indexed] {
        &self.claims
    }

    /// The number of a value.
    pub(super) fn number(&self, value: &FacetValue) -> Option<u32> {
        self.values.binary_search(value).ok().map(|it| it as u32)
    }

    /// For each value whether it is of a facet and has words that begin so.
    pub(super) fn named(&self, facet: Facet, words: &[Vec<u8>]) -> Vec<bool> {
        let is_named = |(value, label): (&FacetValue, &Vec<Vec<u8>>)| {
            value.facet == facet
                && words.iter().all(|word| label.iter().any(|it| search::begins_word(it, word)))
        };
        self.values.iter().zip(&self.labels).map(is_named).collect()
    }
}

/// The words that a value is found by.
fn label(dataset: &Dataset, value: &FacetValue) -> Vec<Vec<u8>> {
    let mut label = ask::words(&value.key);
    if value.facet == Facet::Speaker {
        let person = dataset.people.iter().find(|it| it.0.as_str() == value.key);
        label.extend(person.map(|it| ask::words(it.1.name.as_str())).unwrap_or_default());
    }
    label
}
