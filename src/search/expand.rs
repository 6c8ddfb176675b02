//! What a word that is asked for may stand for: its stem, longer words, words that differ by a slip of the hand.

use alloc::vec::Vec;

use super::build::push_plain_word;
use super::index::Index;
use super::weights::{WHOLE, rarity};

/// How a word is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum How {
    /// In any of its forms. If it does not occur, as the beginning of a word; else with a slip of the hand.
    Word,
    /// As it is being typed: also as the beginning of a longer word.
    Typing,
    /// In any of its forms.
    Exact,
}

/// A stem that a word may stand for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Term {
    /// Its number.
    pub stem: u32,
    /// What it is worth, of 256.
    pub weight: u32,
}

/// A word that is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// What it may stand for.
    pub terms: Vec<Term>,
    /// How much it says that a document has it.
    pub rarity: u32,
}

/// From how many letters on one slip is forgiven, and from how many two.
const SLIPS: [usize; 2] = [5, 9];

impl Index {
    /// Finds what a word may stand for. It is given in lower case, with its marks.
    pub fn ask(&self, word: &[u8], how: How) -> Asked {
        let mut plain = Vec::new();
        push_plain_word(&mut plain, word);
        let mut terms = Terms { terms: Vec::new(), seen: Vec::new() };
        self.stems_of(word, &mut |stem| terms.add(stem, WHOLE));
        let first = self.first_word(&plain);
        for (_, stem) in self.words_from(first).take_while(|it| it.0 == plain) {
            terms.add(stem, WHOLE);
        }
        if how == How::Typing || (how == How::Word && terms.terms.is_empty()) {
            terms.expect_many(self.stems.len());
            for (longer, stem) in self.words_from(first).take_while(|it| it.0.starts_with(&plain)) {
                terms.add(stem, WHOLE / 2 * plain.len() as u32 / longer.len().max(1) as u32);
            }
        }
        if how != How::Exact && terms.terms.is_empty() {
            self.add_slips(&plain, &mut terms);
        }
        let with: usize = terms.terms.iter().map(|it| self.postings(it.stem).len()).sum();
        Asked { terms: terms.terms, rarity: rarity(with as u32, self.documents) }
    }

    /// Adds words that are a slip away, else two; hardly anybody mistypes the first letter, so words that share it are
    /// looked at first.
    fn add_slips(&self, plain: &[u8], terms: &mut Terms) {
        terms.expect_many(self.stems.len());
        let letters = plain.iter().filter(|it| **it & 0xC0 != 0x80).count();
        let allowed = SLIPS.iter().filter(|it| letters >= **it).count();
        let initial = plain.get(..1).unwrap_or_default();
        for slips in 1..=allowed {
            let alike = self.words_from(self.first_word(initial));
            for (word, stem) in alike.take_while(|it| it.0.starts_with(initial)) {
                if is_near(plain, word, slips) {
                    terms.add(stem, WHOLE * 3 / 5);
                }
            }
            if terms.terms.is_empty() && slips == 1 {
                for (word, stem) in self.words_from(0) {
                    if is_near(plain, word, slips) {
                        terms.add(stem, WHOLE / 2);
                    }
                }
            }
            if !terms.terms.is_empty() {
                return;
            }
        }
    }
}

struct Terms {
    terms: Vec<Term>,
    /// For each stem whether it is there; empty as long as there are few.
    seen: Vec<bool>,
}

impl Terms {
    fn expect_many(&mut self, stems: usize) {
        self.seen.resize(stems, false);
        for term in &self.terms {
            if let Some(seen) = self.seen.get_mut(term.stem as usize) {
                *seen = true;
            }
        }
    }

    fn add(&mut self, stem: u32, weight: u32) {
        let is_new = match self.seen.get_mut(stem as usize) {
            Some(seen) => !core::mem::replace(seen, true),
            None => self.terms.iter().all(|it| it.stem != stem),
        };
        if is_new {
            // However little it is worth, it is found.
            self.terms.push(Term { stem, weight: weight.max(1) });
        }
    }
}

/// Whether two words differ by at most so many letters too many, missing, wrong or swapped with their neighbour.
fn is_near(a: &[u8], b: &[u8], slips: usize) -> bool {
    let (long, short) = if a.len() < b.len() { (b, a) } else { (a, b) };
    // A letter has up to three bytes, and a wrong one mostly shares the first.
    if long.len() - short.len() > 2 * slips {
        return false;
    }
    let shared = long.iter().zip(short).take_while(|it| it.0 == it.1).count();
    // Not into a letter.
    let is_start = |at: &usize| long.get(*at).is_none_or(|it| it & 0xC0 != 0x80);
    let shared = (0..=shared).rev().find(is_start).unwrap_or_default();
    let (Some(long), Some(short)) = (long.get(shared..), short.get(shared..)) else { return false };
    if long.is_empty() || slips == 0 {
        return long == short;
    }
    let (letter_long, behind_long) = letter(long);
    let (letter_short, behind_short) = letter(short);
    let (second_long, rest_long) = letter(behind_long);
    let (second_short, rest_short) = letter(behind_short);
    is_near(behind_long, short, slips - 1)
        || (!short.is_empty()
            && (is_near(behind_long, behind_short, slips - 1)
                || is_near(long, behind_short, slips - 1)
                || (letter_long == second_short
                    && letter_short == second_long
                    && is_near(rest_long, rest_short, slips - 1))))
}

/// The first letter, and what is behind it.
fn letter(word: &[u8]) -> (&[u8], &[u8]) {
    let len = word.iter().skip(1).take_while(|it| **it & 0xC0 == 0x80).count() + 1;
    word.split_at_checked(len).unwrap_or((word, &[]))
}
