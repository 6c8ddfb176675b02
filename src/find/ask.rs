//! The small language of the search box: words, `"phrases"`, `speaker:`, `after:` and their like.

use alloc::{string::String, vec::Vec};

use super::facets::Facet;
use crate::date::Date;
use crate::search::{Words, is_unspaced};
use crate::text::cut;

/// What is asked for by one part of what was typed.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// A word, and whether it may go on.
    Word(Vec<u8>, bool),
    /// Words one after another, and whether the last may go on.
    Phrase(Vec<Vec<u8>>, bool),
    /// A value of a facet that has words which begin so.
    Filter(Facet, Vec<Vec<u8>>),
    /// Said on a day or later.
    After(Date),
    /// Said before a day.
    Before(Date),
}

/// Nobody types so many words: the text was pasted, and what it says in quotation marks is nothing to insist on.
const PASTED: usize = 16;

/// Reads what was typed. Nothing is an error: what is no filter is looked for as words.
pub(super) fn parse(text: &str) -> Vec<Part> {
    let all = words(text);
    if all.len() >= PASTED {
        return all.into_iter().map(|it| Part::Word(it, false)).collect();
    }
    let text: String = text
        .chars()
        .map(|c| match c {
            '“' | '”' | '„' | '‟' | '«' | '»' | '＂' => '"',
            c if c.is_whitespace() => ' ',
            c => c,
        })
        .collect();
    let mut parts = Vec::new();
    let mut rest = text.as_str();
    while let Some(&first) = rest.as_bytes().first() {
        if first == b'"' {
            let is_open;
            let inside;
            (inside, rest, is_open) = quoted(rest);
            let phrase = words(inside);
            if !phrase.is_empty() {
                parts.push(Part::Phrase(phrase, is_open));
            }
            continue;
        }
        let (chunk, behind) = cut(rest, b' ');
        let (name, value) = cut(chunk, b':');
        if value.as_bytes().first() == Some(&b'"') {
            // The value goes on behind the blank.
            let (value, behind, _) = quoted(cut(rest, b':').1);
            if let Some(filter) = filter(name, value) {
                parts.push(filter);
                rest = behind;
                continue;
            }
        }
        // A phrase may follow without a blank.
        let (chunk, behind) = match cut(chunk, b'"') {
            (before, _) if before.len() < chunk.len() => {
                rest.split_at_checked(before.len()).unwrap_or((chunk, ""))
            }
            _ => (chunk, behind),
        };
        match filter(name, value) {
            Some(filter) => parts.push(filter),
            None => {
                let mut chunk = words(chunk);
                let last = chunk.pop();
                parts.extend(chunk.into_iter().map(|it| Part::Word(it, false)));
                parts.extend(last.map(|it| Part::Word(it, behind.is_empty())));
            }
        }
        rest = behind;
    }
    parts
}

/// What is between quotation marks, what is behind them, and whether the second is missing.
fn quoted(text: &str) -> (&str, &str, bool) {
    let (_, text) = cut(text, b'"');
    let (inside, behind) = cut(text, b'"');
    (inside, behind, inside.len() == text.len())
}

fn filter(name: &str, value: &str) -> Option<Part> {
    match name {
        "after" => Date::parse(value).map(Part::After),
        "before" => Date::parse(value).map(Part::Before),
        _ => {
            let facet = Facet::ALL.iter().find(|it| it.as_str() == name)?;
            let words = words(value);
            (!words.is_empty()).then_some(Part::Filter(*facet, words))
        }
    }
}

/// The words of a text in lower case. Where no blanks are put between words, the last character is in a pair already.
pub(super) fn words(text: &str) -> Vec<Vec<u8>> {
    let mut all: Vec<Vec<u8>> = Vec::new();
    let mut words = Words::new(text);
    let mut paired = 0;
    while let Some(place) = words.advance() {
        let is_paired = paired > place.start;
        let chars = core::str::from_utf8(&words.word).unwrap_or_default().chars();
        paired = if chars.clone().any(is_unspaced) { place.end } else { 0 };
        if !(is_paired && chars.count() == 1) {
            all.push(words.word.clone());
        }
    }
    all
}
