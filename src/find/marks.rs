//! Where in a text is what was asked for.

use alloc::{vec, vec::Vec};

use crate::search::{self, Words};

/// What a query is looking for, to mark it in texts.
#[derive(Debug, Clone, Default)]
pub struct Marks {
    /// The stems that words of the query may stand for, in order.
    pub(super) stems: Vec<bool>,
    /// Words one after another, and whether the last may go on.
    pub(super) phrases: Vec<(Vec<Vec<u8>>, bool)>,
}

impl Marks {
    /// Whether there is nothing to mark.
    pub fn is_empty(&self) -> bool {
        self.stems.is_empty() && self.phrases.is_empty()
    }

    pub(super) fn add(&mut self, index: &search::Index, stem: u32) {
        if self.stems.is_empty() {
            self.stems = vec![false; index.stems()];
        }
        if let Some(is_asked) = self.stems.get_mut(stem as usize) {
            *is_asked = true;
        }
    }

    /// The places in a text, in UTF-16 code units as JavaScript counts them: beginning and end of each in turn.
    pub(super) fn places(&self, index: &search::Index, text: &str) -> Vec<u32> {
        let mut places = Vec::new();
        if self.is_empty() {
            return places;
        }
        let mut spans = Vec::new();
        let mut words = Words::new(text);
        let mut all = Vec::new();
        while let Some(place) = words.advance() {
            let mut is_asked = false;
            if !self.stems.is_empty() {
                index.stems_of(&words.word, &mut |stem| {
                    is_asked |= self.stems.get(stem as usize).is_some_and(|it| *it);
                });
            }
            spans.push((place, is_asked));
            if !self.phrases.is_empty() {
                all.push(words.word.clone());
            }
        }
        for (phrase, is_open) in &self.phrases {
            for at in 0..all.len() {
                if begins(all.get(at..).unwrap_or_default(), phrase, *is_open) {
                    spans.iter_mut().skip(at).take(phrase.len()).for_each(|it| it.1 = true);
                }
            }
        }
        // Words in order, so one walk over the text turns bytes into code units.
        let mut chars = text.chars();
        let mut units = 0;
        let mut units_at = |at: usize| {
            while text.len() - chars.as_str().len() < at {
                units += chars.next().map_or(1, char::len_utf16) as u32;
            }
            units
        };
        for (place, _) in spans.iter().filter(|it| it.1) {
            let start = units_at(place.start);
            match places.last() {
                // Pairs of neighbouring characters overlap.
                Some(end) if *end > start => drop(places.pop()),
                _ => places.push(start),
            }
            places.push(units_at(place.end));
        }
        places
    }
}

/// Whether a text has a phrase.
pub(super) fn has_phrase(text: &str, phrase: &[Vec<u8>], is_open: bool) -> bool {
    let mut words = Words::new(text);
    let mut all = Vec::new();
    while words.advance().is_some() {
        all.push(words.word.clone());
    }
    (0..all.len()).any(|at| begins(all.get(at..).unwrap_or_default(), phrase, is_open))
}

/// Whether words begin with a phrase. Its last word may be the beginning of one if the phrase is open, and always if it
/// is half of a pair.
fn begins(words: &[Vec<u8>], phrase: &[Vec<u8>], is_open: bool) -> bool {
    let same = words.iter().zip(phrase).take_while(|it| search::is_same_word(it.0, it.1)).count();
    same == phrase.len()
        || (is_open
            && same + 1 == phrase.len()
            && words.get(same).zip(phrase.last()).is_some_and(|it| search::begins_word(it.0, it.1)))
}
