//! The index: words, stems, and the documents that have them, as flat lists.

use alloc::vec::Vec;

use super::build::push_plain_word;
use super::stem::Stemmer;
use super::strings::Strings;

/// Documents, ready to be searched.
pub struct Index {
    pub(super) documents: u32,
    /// Every word without marks, in order; more than once if it has several stems.
    pub(super) words: Strings,
    /// For each word its stem.
    pub(super) stems_of_words: Vec<u32>,
    pub(super) stems: Strings,
    /// For each stem where its postings begin, and the end.
    pub(super) starts: Vec<u32>,
    /// A document each, and in the lowest eight bits what the stem counts for in it.
    pub(super) postings: Vec<u32>,
    /// The stemmers that were used, a bit each.
    pub(super) stemmers: u32,
}

impl Index {
    /// How many documents there are.
    pub fn documents(&self) -> u32 {
        self.documents
    }

    /// How many different stems there are.
    pub fn stems(&self) -> usize {
        self.stems.len()
    }

    /// The documents that have a stem: each shifted by eight bits, and below it what the stem counts for.
    pub(super) fn postings(&self, stem: u32) -> &[u32] {
        let at = |n: u32| self.starts.get(n as usize).map_or(0, |it| *it as usize);
        self.postings.get(at(stem)..at(stem + 1)).unwrap_or_default()
    }

    /// Calls back with the stems that a word in lower case has in the languages of the index, if they occur. The same
    /// may come twice.
    pub fn stems_of(&self, word: &[u8], found: &mut dyn FnMut(u32)) {
        let mut plain = Vec::new();
        for &stemmer in Stemmer::ALL {
            if self.stemmers >> stemmer as u32 & 1 == 0 {
                continue;
            }
            let mut stem = word.to_vec();
            stemmer.stem(&mut stem);
            plain.clear();
            push_plain_word(&mut plain, &stem);
            if let Some(n) = self.stems.find(&plain) {
                found(n as u32);
            }
        }
    }

    /// The first word that is not before another.
    pub(super) fn first_word(&self, from: &[u8]) -> usize {
        let (mut low, mut high) = (0, self.words.len());
        while low < high {
            let middle = (low + high) / 2;
            if self.words.get(middle) < from {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low
    }

    /// The words from one on, with their stems.
    pub(super) fn words_from(&self, first: usize) -> impl Iterator<Item = (&[u8], u32)> {
        let stems = self.stems_of_words.get(first..).unwrap_or_default();
        stems.iter().enumerate().map(move |(n, stem)| (self.words.get(first + n), *stem))
    }
}
