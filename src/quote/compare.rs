//! A quote held against the text it was taken from: whether it stands there, and if not quite, what differs.
//!
//! A changed sign, a changed word and a missing sentence are different things: the first is typography, the second
//! misquotes, the third leaves something out or puts something in.

use alloc::{string::String, vec::Vec};
use core::ops::Range;

use similar::{Algorithm, DiffOp, DiffTag, capture_diff_slices};

use super::find::{Document, Fit, Place, Selector};
use crate::text::{Folded, sentences};

/// How a quote stands in a text, the best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    /// Character for character.
    Verbatim,
    /// The same words; only quotation marks, dashes, blanks or case differ.
    Signs,
    /// Some words differ.
    Words,
    /// A whole sentence stands in one of them alone.
    Sentence,
    /// It is not there.
    Missing,
}

impl Outcome {
    /// The word for it in output for machines.
    pub fn as_str(self) -> &'static str {
        match self {
            Outcome::Verbatim => "verbatim",
            Outcome::Signs => "signs-differ",
            Outcome::Words => "words-differ",
            Outcome::Sentence => "sentence-missing",
            Outcome::Missing => "missing",
        }
    }

    /// Whether the words are those of the text: the quote is proved.
    pub fn is_found(self) -> bool {
        self <= Outcome::Signs
    }
}

/// One difference. One of the two is empty where the other side has nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// What the quote has.
    pub quoted: String,
    /// What the text has.
    pub found: String,
}

/// How a quote stands in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comparison {
    /// The verdict.
    pub outcome: Outcome,
    /// The passage, in bytes of the text; empty if there is none.
    pub range: Range<usize>,
    /// In how many places it fits equally well.
    pub n_equal: usize,
    /// What differs, in the order of the quote.
    pub changes: Vec<Change>,
}

/// Looks for a quote. Where it says that words are left out (`…`, `...`, `[…]`), its parts are looked for one after
/// the other.
pub fn compare(document: &Document<'_>, wanted: &Selector<'_>) -> Comparison {
    let place = document.find(wanted);
    match &place {
        Some(Place { fit: Fit::Exact, range, n_equal, .. }) => {
            return Comparison {
                outcome: Outcome::Verbatim,
                range: range.clone(),
                n_equal: *n_equal,
                changes: Vec::new(),
            };
        }
        Some(Place { fit: Fit::Folded, range, n_equal, .. }) => {
            return Comparison {
                n_equal: *n_equal,
                ..differing(document, wanted.exact, range, Outcome::Signs)
            };
        }
        _ => {}
    }
    if let Some(parts) = parts(wanted.exact).and_then(|parts| in_order(document, &parts)) {
        return parts;
    }
    if let Some(gap) = by_sentence(document, wanted.exact, place.as_ref()) {
        return gap;
    }
    match place {
        Some(it) => {
            Comparison { n_equal: it.n_equal, ..differing(document, wanted.exact, &it.range, Outcome::Words) }
        }
        None => Comparison { outcome: Outcome::Missing, range: 0..0, n_equal: 0, changes: Vec::new() },
    }
}

/// A passage with the words that differ, for the whole of what is quoted.
fn differing(document: &Document<'_>, quoted: &str, range: &Range<usize>, outcome: Outcome) -> Comparison {
    let found = document.text().get(range.clone()).unwrap_or_default();
    Comparison { outcome, range: range.clone(), n_equal: 1, changes: changes(quoted, found, outcome) }
}

/// The words that differ, neighbors together. Of other words those count that do not even fold to the same.
fn changes(quoted: &str, found: &str, outcome: Outcome) -> Vec<Change> {
    let split = |text: &str| text.split_whitespace().map(String::from).collect::<Vec<String>>();
    let (ours, theirs) = (split(quoted), split(found));
    let key = |word: &String| match outcome {
        Outcome::Signs => word.clone(),
        _ => Folded::new(word).chars.into_iter().collect(),
    };
    let keys = |words: &[String]| words.iter().map(key).collect::<Vec<String>>();
    let ops = capture_diff_slices(Algorithm::Patience, &keys(&ours), &keys(&theirs));
    let words = |all: &[String], at: Range<usize>| all.get(at).unwrap_or_default().join(" ");
    ops.iter()
        .filter(|it: &&DiffOp| it.tag() != DiffTag::Equal)
        .map(|it| Change { quoted: words(&ours, it.old_range()), found: words(&theirs, it.new_range()) })
        .collect()
}

/// The parts between marks of omission, if there are any.
fn parts(quoted: &str) -> Option<Vec<&str>> {
    let mut parts = Vec::new();
    let mut rest = quoted;
    while let Some((at, len)) = omission(rest) {
        parts.push(rest.get(..at).unwrap_or_default().trim());
        rest = rest.get(at + len..).unwrap_or_default();
    }
    if parts.is_empty() {
        return None;
    }
    parts.push(rest.trim());
    // Two or three letters occur everywhere and prove nothing.
    parts.retain(|it| it.chars().filter(|c| c.is_alphanumeric()).count() > 3);
    (!parts.is_empty()).then_some(parts)
}

/// Where the next mark of omission is and how many bytes it has.
fn omission(text: &str) -> Option<(usize, usize)> {
    let marks = ["[...]", "[…]", "(...)", "(…)", "...", "…"];
    marks
        .iter()
        .filter_map(|mark| Some((text.find(mark)?, mark.len())))
        .min_by_key(|&(at, len)| (at, usize::MAX - len))
}

/// Parts that follow one another, as the quote has them.
fn in_order(document: &Document<'_>, parts: &[&str]) -> Option<Comparison> {
    let mut all: Option<Range<usize>> = None;
    let mut outcome = Outcome::Verbatim;
    let mut differences = Vec::new();
    for part in parts {
        let from = all.as_ref().map_or(0, |it| it.end);
        let rest = Document::new(document.text().get(from..)?);
        let place = rest.find(&Selector { exact: part, ..Selector::default() })?;
        let range = place.range.start + from..place.range.end + from;
        match place.fit {
            Fit::Exact => {}
            Fit::Folded => {
                outcome = outcome.max(Outcome::Signs);
                differences.extend(changes(part, document.text().get(range.clone())?, Outcome::Signs));
            }
            Fit::Approximate(_) => return None,
        }
        all = Some(all.map_or(range.start, |it| it.start)..range.end);
    }
    Some(Comparison { outcome, range: all?, n_equal: 1, changes: differences })
}

/// Whether the two differ by whole sentences: what the quote has and the text has not, or what stands between two
/// sentences of the text that the quote joins.
fn by_sentence(document: &Document<'_>, quoted: &str, place: Option<&Place>) -> Option<Comparison> {
    let sentences: Vec<&str> = sentences(quoted).collect();
    if sentences.len() < 2 {
        return None;
    }
    let hint = place.map(|it| it.range.start);
    let find = |exact: &str, position| document.find(&Selector { exact, position, ..Selector::default() });
    // The longest sentence that is there says where the passage is.
    let anchor = sentences
        .iter()
        .filter_map(|it| Some((it.len(), find(it, hint)?)))
        .max_by_key(|(len, place)| (place.fit == Fit::Exact || place.fit == Fit::Folded, *len))?
        .1
        .range
        .start;
    let is_near = |it: &Place| it.range.start.abs_diff(anchor) <= quoted.len() * 2;
    let mut differences = Vec::new();
    let mut range: Option<Range<usize>> = None;
    let mut n_missing = 0;
    for sentence in &sentences {
        let Some(it) = find(sentence, Some(range.as_ref().map_or(anchor, |it| it.end))).filter(is_near)
        else {
            n_missing += 1;
            differences.push(Change { quoted: (*sentence).into(), found: String::new() });
            continue;
        };
        let between = range.as_ref().and_then(|range| document.text().get(range.end..it.range.start));
        let between = between.map(str::trim).unwrap_or_default();
        if between.chars().any(char::is_alphanumeric) {
            n_missing += 1;
            differences.push(Change { quoted: String::new(), found: between.into() });
        }
        if let Fit::Approximate(_) = it.fit {
            let found = document.text().get(it.range.clone()).unwrap_or_default();
            differences.extend(changes(sentence, found, Outcome::Words));
        }
        let start = range.as_ref().map_or(it.range.start, |range| range.start.min(it.range.start));
        let end = range.map_or(it.range.end, |range| range.end.max(it.range.end));
        range = Some(start..end);
    }
    let is_partly_there = n_missing > 0 && n_missing <= sentences.len() * 2;
    Some(Comparison { outcome: Outcome::Sentence, range: range?, n_equal: 1, changes: differences })
        .filter(|_| is_partly_there)
}
