//! Building an index: a document after another, a text after another.

use alloc::{vec, vec::Vec};

use super::index::Index;
use super::letters::push_plain;
use super::stem::Stemmer;
use super::strings::Strings;
use super::weights::{FIELDS, Field, impact};
use super::words::Words;
use crate::text::sorted_indices;

/// Marks a stem in the one table of strings; words are marked with the number of their stemmer.
const STEM: u8 = 0xFF;

/// An index that grows.
#[derive(Default)]
pub struct Builder {
    /// Words as they occur and stems, each with the mark of what it is before it.
    strings: Strings,
    /// For each string the number of its stem.
    stems: Vec<u32>,
    /// For each string, if it is a stem, where in `here` it is, plus one; if it is there.
    seen: Vec<u32>,
    /// The stems of the document, each with how often it occurs in every field.
    here: Vec<(u32, [u8; FIELDS])>,
    lengths: [u32; FIELDS],
    documents: u32,
    /// A stem and a posting each, in the order of the documents.
    postings: Vec<(u32, u32)>,
    /// The stemmers that were used, a bit each.
    stemmers: u32,
    plain: Vec<u8>,
}

impl Builder {
    /// Adds a text to the document.
    pub fn add(&mut self, field: Field, text: &str, stemmer: Stemmer) {
        self.stemmers |= 1 << stemmer as u32;
        let mut words = Words::new(text);
        let mut key = Vec::new();
        while words.advance().is_some() {
            key.clear();
            key.push(stemmer as u8);
            key.extend_from_slice(&words.word);
            let stem = self.stem_of(&key, stemmer);
            let field = field as usize;
            if let Some(length) = self.lengths.get_mut(field) {
                *length += 1;
            }
            let Some(seen) = self.seen.get_mut(stem as usize) else { continue };
            if *seen == 0 {
                self.here.push((stem, [0; FIELDS]));
                *seen = self.here.len() as u32;
            }
            let here = self.here.get_mut(*seen as usize - 1);
            if let Some(count) = here.and_then(|it| it.1.get_mut(field)) {
                *count = count.saturating_add(1);
            }
        }
    }

    fn stem_of(&mut self, key: &[u8], stemmer: Stemmer) -> u32 {
        let (n, is_new) = self.strings.add(key);
        if !is_new {
            return self.stems.get(n).copied().unwrap_or_default();
        }
        self.stems.push(0);
        self.seen.push(0);
        let mut word = key.get(1..).unwrap_or_default().to_vec();
        stemmer.stem(&mut word);
        self.plain.clear();
        self.plain.push(STEM);
        push_plain_word(&mut self.plain, &word);
        let (stem, is_new) = self.strings.add(&self.plain);
        if is_new {
            self.stems.push(stem as u32);
            self.seen.push(0);
        }
        if let Some(of_word) = self.stems.get_mut(n) {
            *of_word = stem as u32;
        }
        stem as u32
    }

    /// Ends the document; what is added then belongs to the next.
    pub fn end_document(&mut self) {
        for (stem, counts) in &self.here {
            let posting = self.documents << 8 | impact(counts, &self.lengths);
            self.postings.push((*stem, posting));
            if let Some(seen) = self.seen.get_mut(*stem as usize) {
                *seen = 0;
            }
        }
        self.here.clear();
        self.lengths = [0; FIELDS];
        self.documents += 1;
    }

    /// The index of all documents.
    pub fn finish(self) -> Index {
        let mut words = Strings::default();
        let mut plain = Vec::new();
        let mut stems_of_words = Vec::new();
        for n in 0..self.strings.len() {
            if let Some((&mark, word)) = self.strings.get(n).split_first()
                && mark != STEM
            {
                plain.clear();
                push_plain_word(&mut plain, word);
                words.push(&plain);
                stems_of_words.push(self.stems.get(n).copied().unwrap_or_default());
            }
        }
        let order = sorted_indices(words.len(), &|a, b| words.get(a) < words.get(b));
        let mut sorted = Strings::default();
        let mut sorted_stems: Vec<u32> = Vec::with_capacity(order.len());
        // Stems are numbered in the order of their first words, which makes the numbers of neighbours alike.
        let mut stems = Strings::default();
        let mut numbers = vec![0; self.strings.len()];
        for n in order {
            let stem = stems_of_words.get(n).copied().unwrap_or_default() as usize;
            let (number, _) = stems.add(self.strings.get(stem).get(1..).unwrap_or_default());
            if let Some(of_stem) = numbers.get_mut(stem) {
                *of_stem = number as u32;
            }
            // Words that differ in marks alone are one, unless they have different stems.
            let same =
                sorted_stems.iter().enumerate().rev().take_while(|it| sorted.get(it.0) == words.get(n));
            if !same.into_iter().any(|it| *it.1 == number as u32) {
                sorted.push(words.get(n));
                sorted_stems.push(number as u32);
            }
        }
        let number = |stem: u32| numbers.get(stem as usize).copied().unwrap_or_default();
        let mut starts = vec![0u32; stems.len() + 1];
        for (stem, _) in &self.postings {
            if let Some(count) = starts.get_mut(number(*stem) as usize + 1) {
                *count += 1;
            }
        }
        let mut sum = 0;
        for start in &mut starts {
            sum += *start;
            *start = sum;
        }
        let mut places = starts.clone();
        let mut postings = vec![0u32; self.postings.len()];
        for (stem, posting) in &self.postings {
            if let Some(place) = places.get_mut(number(*stem) as usize) {
                if let Some(slot) = postings.get_mut(*place as usize) {
                    *slot = *posting;
                }
                *place += 1;
            }
        }
        Index {
            documents: self.documents,
            words: sorted,
            stems_of_words: sorted_stems,
            stems,
            starts,
            postings,
            stemmers: self.stemmers,
        }
    }
}

/// Appends a word without marks.
pub(super) fn push_plain_word(to: &mut Vec<u8>, word: &[u8]) {
    if word.is_ascii() {
        to.extend(word.iter().filter(|it| **it != b'\''));
    } else if let Ok(word) = core::str::from_utf8(word) {
        word.chars().for_each(|c| push_plain(to, c));
    }
}

/// Whether two words in lower case are the same but for marks.
pub fn is_same_word(a: &[u8], b: &[u8]) -> bool {
    a == b || plain(a) == plain(b)
}

/// Whether a word in lower case begins with another, marks aside.
pub fn begins_word(word: &[u8], with: &[u8]) -> bool {
    plain(word).starts_with(&plain(with))
}

fn plain(word: &[u8]) -> Vec<u8> {
    let mut plain = Vec::new();
    push_plain_word(&mut plain, word);
    plain
}
