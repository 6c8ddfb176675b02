//! What a query finds.

use alloc::{vec, vec::Vec};

use super::ask::{self, Part};
use super::facets::{Facet, FacetValue};
use super::index::{Index, Indexed};
use super::marks::{Marks, has_phrase};
use super::query::{Query, Sort};
use super::texts::texts_of;
use crate::model::Dataset;
use crate::search::{Asked, How, Ranked, best};
use crate::text::sorted_indices;

/// What a query found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// The claims by their position in the dataset, in the order asked for.
    pub claims: Vec<usize>,
    /// For each value of the index how many claims would be found with it, whatever else of its own facet is chosen.
    pub counts: Vec<usize>,
}

/// From so many words on a query may have some that a claim lacks, if no claim has all.
const MANY_WORDS: usize = 5;

impl Index {
    /// Finds the claims that have all words of the query, and a chosen value of each facet that has any. A value that
    /// does not occur finds nothing. The dataset is the one that was indexed.
    pub fn find(&self, dataset: &Dataset, query: &Query) -> Found {
        let worth = self.worth(dataset, query, Claims::WithAll);
        let chosen = Chosen::new(self, query);
        let mut found = Found { claims: Vec::new(), counts: vec![0; self.values().len()] };
        for (n, (claim, worth)) in self.claims().iter().zip(&worth).enumerate() {
            if *worth == 0 {
                continue;
            }
            let missing = chosen.missing(claim);
            if missing == 0 {
                found.claims.push(n);
            }
            for &value in &claim.values {
                let own = self.values().get(value as usize).map_or(0, |it| bit(it.facet));
                if missing & !own == 0
                    && let Some(count) = found.counts.get_mut(value as usize)
                {
                    *count += 1;
                }
            }
        }
        found.claims = self.in_order(found.claims, query.sort, &worth);
        found
    }

    /// The claims that have any word of the query and all else that it asks for, the best first, at most so many;
    /// without words in the order of the dataset.
    pub fn rank(&self, dataset: &Dataset, query: &Query, limit: usize) -> Vec<Ranked> {
        let mut worth = self.worth(dataset, query, Claims::WithAny);
        let chosen = Chosen::new(self, query);
        for (claim, worth) in self.claims().iter().zip(&mut worth) {
            if chosen.missing(claim) != 0 {
                *worth = 0;
            }
        }
        best(&worth, limit)
    }

    /// What a query is looking for, to mark it in texts.
    pub fn marks(&self, query: &Query) -> Marks {
        let mut marks = Marks::default();
        for part in ask::parse(&query.words) {
            match part {
                Part::Word(word, is_open) => {
                    let terms = self.words().ask(&word, how(is_open)).terms;
                    terms.iter().for_each(|it| marks.add(self.words(), it.stem));
                }
                Part::Phrase(words, is_open) => marks.phrases.push((words, is_open)),
                _ => {}
            }
        }
        marks
    }

    /// The places in a text of what is marked, in UTF-16 code units as JavaScript counts them: beginning and end of
    /// each in turn.
    pub fn places(&self, marks: &Marks, text: &str) -> Vec<u32> {
        marks.places(self.words(), text)
    }

    /// For each claim what it is worth to what was typed; zero if it is not wanted. Without words all that are wanted
    /// are worth the same.
    fn worth(&self, dataset: &Dataset, query: &Query, claims: Claims) -> Vec<u32> {
        let parts = ask::parse(&query.words);
        let mut asked: Vec<Asked> = Vec::new();
        for (n, part) in parts.iter().enumerate() {
            match part {
                // A word that comes again asks for nothing new.
                Part::Word(..) if parts.iter().take(n).any(|it| it == part) => {}
                Part::Word(word, is_open) => asked.push(self.words().ask(word, how(*is_open))),
                Part::Phrase(words, is_open) => {
                    for (n, word) in words.iter().enumerate() {
                        let is_last = n + 1 == words.len();
                        asked.push(self.words().ask(word, if is_last { how(*is_open) } else { How::Exact }));
                    }
                }
                _ => {}
            }
        }
        let mut worth = match asked.is_empty() {
            true => vec![1; self.claims().len()],
            false => {
                let mut found = self.words().scores(&asked);
                let has_all = found.has.contains(&found.all);
                let least = match claims {
                    Claims::WithAny => 1,
                    Claims::WithAll if has_all || asked.len() < MANY_WORDS => found.all.max(1),
                    // Words that occur nowhere say nothing about where to look.
                    Claims::WithAll => {
                        asked.iter().filter(|it| !it.terms.is_empty()).map(|it| it.rarity).sum::<u32>() / 2
                            + 1
                    }
                };
                for (worth, has) in found.scores.iter_mut().zip(&found.has) {
                    if *has < least {
                        *worth = 0;
                    }
                }
                found.scores
            }
        };
        for part in &parts {
            let named = match part {
                Part::Filter(facet, words) => self.named(*facet, words),
                _ => Vec::new(),
            };
            for (n, (claim, worth)) in self.claims().iter().zip(&mut worth).enumerate() {
                let is_wanted = *worth == 0
                    || match part {
                        Part::Word(..) => true,
                        Part::Phrase(words, is_open) => dataset.claims.get(n).is_some_and(|claim| {
                            let mut has = false;
                            texts_of(dataset, claim, &mut |_, text, _| {
                                has = has || has_phrase(text, words, *is_open);
                            });
                            has
                        }),
                        Part::Filter(..) => {
                            claim.values.iter().any(|it| named.get(*it as usize).is_some_and(|it| *it))
                        }
                        Part::After(date) => claim.date.is_some_and(|it| it >= *date),
                        Part::Before(date) => claim.date.is_some_and(|it| it.is_before(*date)),
                    };
                if !is_wanted {
                    *worth = 0;
                }
            }
        }
        worth
    }

    fn in_order(&self, claims: Vec<usize>, sort: Sort, worth: &[u32]) -> Vec<usize> {
        let date = |at: usize| self.claims().get(*claims.get(at)?)?.date;
        let worth = |at: usize| claims.get(at).and_then(|it| worth.get(*it));
        let earlier = |a: usize, b: usize| match (date(a), date(b)) {
            _ if sort == Sort::Best => worth(a) > worth(b),
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

/// Which claims are wanted, by the words in them.
#[derive(Clone, Copy)]
enum Claims {
    WithAll,
    WithAny,
}

fn how(is_open: bool) -> How {
    if is_open { How::Typing } else { How::Word }
}

/// The values chosen.
struct Chosen {
    /// A bit for each facet that has any.
    facets: u32,
    /// The facet and the number of each that occurs.
    values: Vec<(u32, u32)>,
}

impl Chosen {
    fn new(index: &Index, query: &Query) -> Chosen {
        let number = |it: &FacetValue| Some((bit(it.facet), index.number(it)?));
        Chosen {
            facets: query.chosen.iter().fold(0, |bits, it| bits | bit(it.facet)),
            values: query.chosen.iter().filter_map(number).collect(),
        }
    }

    /// The facets of which a claim has none of the values chosen, a bit each.
    fn missing(&self, claim: &Indexed) -> u32 {
        let mut missing = self.facets;
        for (facet, value) in &self.values {
            if claim.values.contains(value) {
                missing &= !facet;
            }
        }
        missing
    }
}

fn bit(facet: Facet) -> u32 {
    1 << facet as u32
}
