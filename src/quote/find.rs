//! A document in which quotes are looked for.
//!
//! 1. Fold the quote and the document, so that typography and case do not matter.
//! 2. Where the folded quote occurs as it is, those places are the candidates.
//! 3. Otherwise the places that come nearest are, as far as they are alike enough.
//! 4. Each candidate is scored by its likeness, by what stands around it and by its position; the best one wins.

use alloc::{vec, vec::Vec};
use core::cmp::Reverse;
use core::ops::Range;

use super::approximate::ends;
use super::likeness::likeness;
use crate::text::Folded;

/// How alike a passage must be to pass for the quote, in thousandths. Lower marks more of what was meant, and begins
/// to mark what was not: passages of other articles reach 650.
const MIN_LIKENESS: u32 = 720;

/// The share of a quote's characters that may differ for a place to be looked at more closely, as a divisor.
const MAX_ERRORS: usize = 2;

/// Shorter quotes, in characters, are found only as they are: a few letters come near to something everywhere.
const MIN_APPROXIMATE: usize = 12;

/// How many near places are compared in full.
const MAX_CANDIDATES: usize = 24;

/// How much each part counts. More for the context lets a better neighborhood win over better words.
const QUOTE_WEIGHT: u32 = 50;
const PREFIX_WEIGHT: u32 = 20;
const SUFFIX_WEIGHT: u32 = 20;
/// Only between places that are alike in all else.
const POSITION_WEIGHT: u32 = 2;

/// What to look for.
#[derive(Debug, Clone, Copy, Default)]
pub struct Selector<'a> {
    /// The words.
    pub exact: &'a str,
    /// What stands directly before them.
    pub prefix: Option<&'a str>,
    /// What stands directly after them.
    pub suffix: Option<&'a str>,
    /// Where they once began: a byte offset, as a hint.
    pub position: Option<usize>,
}

/// How a place fits the quote.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fit {
    /// Character for character.
    Exact,
    /// The same words; quotation marks, dashes, blanks, case or characters that are not seen differ.
    Folded,
    /// Other words, too; how alike in thousandths.
    Approximate(u32),
}

/// Where a quote was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The passage, in bytes of the document.
    pub range: Range<usize>,
    /// How it fits.
    pub fit: Fit,
    /// How sure it is, in thousandths: likeness, context and position together.
    pub score: u32,
    /// How many places fit as well as this one, itself included: more than one is ambiguous.
    pub n_equal: usize,
}

/// A text that quotes are looked for in.
pub struct Document<'a> {
    text: &'a str,
    folded: Folded,
}

/// A passage in the folded text, and how alike it is.
#[derive(Clone)]
struct Candidate {
    range: Range<usize>,
    likeness: u32,
}

impl<'a> Document<'a> {
    /// Prepares a text.
    pub fn new(text: &'a str) -> Document<'a> {
        Document { text, folded: Folded::new(text) }
    }

    /// The text.
    pub fn text(&self) -> &'a str {
        self.text
    }

    /// The best place of a quote, if any is good enough. Among equals the first.
    pub fn find(&self, wanted: &Selector<'_>) -> Option<Place> {
        let quote = Folded::new(wanted.exact);
        let mut candidates = self.occurrences(&quote.chars);
        if candidates.is_empty() && quote.chars.len() >= MIN_APPROXIMATE {
            candidates = self.near(&quote.chars);
        }
        let prefix = wanted.prefix.map(|it| Folded::new(it).chars);
        let suffix = wanted.suffix.map(|it| Folded::new(it).chars);
        let position = wanted.position.map(|it| self.folded.position(it));
        let scored = candidates.into_iter().map(|it| {
            let range = self.folded.original(it.range.clone());
            let is_exact = it.likeness == 1000 && self.text.get(range.clone()) == Some(wanted.exact.trim());
            // The same characters are worth a little more than the same words.
            let quote = if is_exact { 1000 } else { it.likeness.min(990) };
            let score = self.score(&it.range, quote, prefix.as_deref(), suffix.as_deref(), position);
            let fit = match it.likeness {
                _ if is_exact => Fit::Exact,
                1000 => Fit::Folded,
                likeness => Fit::Approximate(likeness),
            };
            Place { range, fit, score, n_equal: 0 }
        });
        let scored: Vec<Place> = scored.collect();
        let best = scored.iter().map(|it| it.score).max()?;
        let n_equal = scored.iter().filter(|it| it.score == best).count();
        scored.into_iter().find(|it| it.score == best).map(|it| Place { n_equal, ..it })
    }

    fn score(
        &self,
        range: &Range<usize>,
        quote: u32,
        prefix: Option<&[char]>,
        suffix: Option<&[char]>,
        position: Option<usize>,
    ) -> u32 {
        let chars = &self.folded.chars;
        let (before, after) = (chars.get(..range.start), chars.get(range.end..));
        let (before, after) = (before.unwrap_or_default(), after.unwrap_or_default());
        let mut parts = vec![(QUOTE_WEIGHT, quote)];
        if let Some(prefix) = prefix {
            let before = trim_end(before);
            let near = before.get(before.len().saturating_sub(prefix.len())..).unwrap_or_default();
            parts.push((PREFIX_WEIGHT, likeness(prefix, near)));
        }
        if let Some(suffix) = suffix {
            let after = trim_start(after);
            parts.push((SUFFIX_WEIGHT, likeness(suffix, after.get(..suffix.len()).unwrap_or(after))));
        }
        if let Some(position) = position {
            let off = range.start.abs_diff(position) as u64 * 1000 / chars.len().max(1) as u64;
            parts.push((POSITION_WEIGHT, 1000_u32.saturating_sub(off as u32)));
        }
        let weights: u32 = parts.iter().map(|it| it.0).sum();
        parts.iter().map(|(weight, part)| weight * part).sum::<u32>() / weights
    }

    /// Where the folded quote occurs as it is (Knuth, Morris and Pratt: linear whatever the text).
    fn occurrences(&self, quote: &[char]) -> Vec<Candidate> {
        let mut found = Vec::new();
        if quote.is_empty() {
            return found;
        }
        let mut borders = vec![0; quote.len()];
        let mut matched = 0;
        for i in 1..quote.len() {
            while matched > 0 && quote[matched] != quote[i] {
                matched = borders[matched - 1];
            }
            matched += usize::from(quote[matched] == quote[i]);
            borders[i] = matched;
        }
        matched = 0;
        for (i, c) in self.folded.chars.iter().enumerate() {
            while matched > 0 && quote[matched] != *c {
                matched = borders[matched - 1];
            }
            matched += usize::from(quote[matched] == *c);
            if matched == quote.len() {
                found.push(Candidate { range: i + 1 - matched..i + 1, likeness: 1000 });
                matched = borders[matched - 1];
            }
        }
        found
    }

    /// The passages that come nearest, those that are alike enough.
    fn near(&self, quote: &[char]) -> Vec<Candidate> {
        let chars = &self.folded.chars;
        let max_errors = quote.len() / MAX_ERRORS;
        let mut ends = ends(quote, chars.iter().copied(), max_errors);
        // Of ends side by side the best one counts: the first of the fewest errors within half a quote.
        ends.sort_by_key(|it| (it.errors, it.at));
        let mut chosen: Vec<usize> = Vec::new();
        for end in ends {
            if chosen.len() == MAX_CANDIDATES {
                break;
            }
            if chosen.iter().all(|at| at.abs_diff(end.at) > quote.len() / 2) {
                chosen.push(end.at);
            }
        }
        let mut candidates: Vec<Candidate> = chosen.into_iter().map(|at| self.passage(quote, at)).collect();
        candidates.retain(|it| it.likeness >= MIN_LIKENESS);
        candidates.sort_by_key(|it| (Reverse(it.likeness), it.range.start));
        candidates
    }

    /// The passage that ends there: the search backwards says where it begins.
    fn passage(&self, quote: &[char], end: usize) -> Candidate {
        let chars = &self.folded.chars;
        let reversed: Vec<char> = quote.iter().rev().copied().collect();
        let before = chars.get(end.saturating_sub(quote.len() * 2)..end).unwrap_or_default();
        let starts = ends(&reversed, before.iter().rev().copied(), quote.len());
        let best = starts.iter().min_by_key(|it| (it.errors, it.at.abs_diff(quote.len())));
        let start = end - best.map_or(0, |it| it.at);
        let passage = chars.get(start..end).unwrap_or_default();
        let (start, end) =
            (start + (passage.len() - trim_start(passage).len()), start + trim_end(passage).len());
        let passage = chars.get(start..end).unwrap_or_default();
        Candidate { range: start..end.max(start), likeness: likeness(quote, passage).min(999) }
    }
}

fn trim_start(chars: &[char]) -> &[char] {
    chars.strip_prefix(&[' ']).unwrap_or(chars)
}

fn trim_end(chars: &[char]) -> &[char] {
    chars.strip_suffix(&[' ']).unwrap_or(chars)
}
