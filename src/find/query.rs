//! What is asked for, and the way it is written into a link.

use alloc::{string::String, vec::Vec};

use super::facets::{Facet, FacetValue};

/// The order of what is found.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Sort {
    /// As the dataset has them.
    #[default]
    Listed,
    /// What fits the words best first.
    Best,
    /// By the date of the statement, the latest first; undated ones last.
    Newest,
    /// By the date of the statement, the earliest first; undated ones last.
    Oldest,
}

impl Sort {
    /// Every order.
    pub const ALL: &'static [Sort] = &[Sort::Listed, Sort::Best, Sort::Newest, Sort::Oldest];

    /// Its name in a link to a view.
    pub fn as_str(self) -> &'static str {
        match self {
            Sort::Listed => "listed",
            Sort::Best => "best",
            Sort::Newest => "newest",
            Sort::Oldest => "oldest",
        }
    }
}

/// A query: every word, and of each facet one of the values chosen.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Query {
    /// What was typed.
    pub words: String,
    /// The values chosen.
    pub chosen: Vec<FacetValue>,
    /// The order.
    pub sort: Sort,
}

impl Query {
    /// Reads a query from name and value pairs, as a link has them: `q`, `sort`, and the names of facets. Names and
    /// orders that do not exist are passed over.
    pub fn from_pairs<'a>(pairs: impl Iterator<Item = (&'a str, &'a str)>) -> Query {
        let mut query = Query::default();
        for (name, value) in pairs {
            let facet = Facet::ALL.iter().find(|it| it.as_str() == name);
            match (name, facet) {
                ("q", _) => query.words = value.into(),
                ("sort", _) => query.sort = sort_of(value),
                (_, Some(&facet)) => query.chosen.push(FacetValue { facet, key: value.into() }),
                _ => {}
            }
        }
        query
    }

    /// Whether it asks for everything as it is.
    pub fn is_empty(&self) -> bool {
        self.words.trim().is_empty() && self.chosen.is_empty() && self.sort == Sort::Listed
    }
}

fn sort_of(name: &str) -> Sort {
    Sort::ALL.iter().copied().find(|it| it.as_str() == name).unwrap_or_default()
}
