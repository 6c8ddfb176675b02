//! Every quote of a dataset, with its path.

use std::prelude::v1::*;

use crate::error::Path;
use crate::model::{Citation, Claim, Dataset, Text, Wording};
use crate::quote::Selector;

/// Words that a citation says stand in its source.
pub(super) struct Quoted<'a> {
    /// Its number, in file order.
    pub(super) n: usize,
    pub(super) claim: &'a Claim,
    pub(super) citation: &'a Citation,
    /// The way to the citation.
    pub(super) path: Path,
    /// The words themselves, where the citation gives no passage of its own.
    text: Option<&'a Text>,
}

impl<'a> Quoted<'a> {
    pub(super) fn selector(&self) -> Selector<'a> {
        match &self.citation.quote {
            Some(quote) => Selector {
                exact: quote.exact.as_str(),
                prefix: quote.prefix.as_ref().map(Text::as_str),
                suffix: quote.suffix.as_ref().map(Text::as_str),
                position: None,
            },
            None => Selector { exact: self.text.map_or("", Text::as_str), ..Selector::default() },
        }
    }

    /// The way to the words.
    pub(super) fn quote_path(&self) -> Path {
        let mut path = self.path.clone();
        match &self.citation.quote {
            Some(_) => {
                path.push_key("quote");
                path.push_key("exact");
            }
            None => {
                path.pop();
                path.pop();
                path.push_key("text");
            }
        }
        path
    }
}

/// The passages of all citations, and of what is word for word the words themselves.
pub(super) fn quotes(dataset: &Dataset) -> Vec<Quoted<'_>> {
    let mut walk = Walk { quotes: Vec::new(), path: Path::default() };
    walk.path.push_key("claims");
    for (i, claim) in dataset.claims.iter().enumerate() {
        walk.path.push_index(i);
        let statement = &claim.statement;
        walk.path.push_key("statement");
        walk.citations(claim, "said_in", &statement.said_in, words(&statement.text, statement.wording));
        walk.path.pop();
        walk.path.push_key("counter_statements");
        for (i, counter) in claim.counter_statements.iter().enumerate() {
            walk.path.push_index(i);
            walk.citations(claim, "said_in", &counter.said_in, words(&counter.text, counter.wording));
            walk.citations(claim, "sources", &counter.sources, None);
            walk.path.pop();
        }
        walk.path.pop();
        walk.path.push_key("verdicts");
        for (i, verdict) in claim.verdicts.iter().enumerate() {
            walk.path.push_index(i);
            walk.citations(claim, "sources", &verdict.sources, None);
            walk.path.pop();
        }
        walk.path.pop();
        walk.path.pop();
    }
    walk.quotes
}

/// Words that must stand in their source as they are.
fn words(text: &Text, wording: Option<Wording>) -> Option<&Text> {
    (wording == Some(Wording::Verbatim)).then_some(text)
}

/// Walks a dataset with the path in step.
struct Walk<'a> {
    quotes: Vec<Quoted<'a>>,
    path: Path,
}

impl<'a> Walk<'a> {
    fn citations(
        &mut self,
        claim: &'a Claim,
        field: &'static str,
        citations: &'a [Citation],
        text: Option<&'a Text>,
    ) {
        self.path.push_key(field);
        for (i, citation) in citations.iter().enumerate() {
            if citation.quote.is_none() && text.is_none() {
                continue;
            }
            self.path.push_index(i);
            let n = self.quotes.len();
            self.quotes.push(Quoted { n, claim, citation, path: self.path.clone(), text });
            self.path.pop();
        }
        self.path.pop();
    }
}
