//! What documents are worth to a query.

use alloc::{vec, vec::Vec};

use super::expand::Asked;
use super::index::Index;
use super::weights::WHOLE;

/// For each document what it is worth to a query.
pub struct Scores {
    /// For each document its score; zero if it has none of the words.
    pub scores: Vec<u32>,
    /// For each document how much the words say that it has.
    pub has: Vec<u32>,
    /// How much all words of the query say.
    pub all: u32,
}

/// A document with its score.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ranked {
    /// The number of the document.
    pub document: u32,
    /// What it is worth to the query.
    pub score: u32,
}

impl Index {
    /// Reckons what every document is worth to a query of these words. Of what a word may stand for, the best counts.
    pub fn scores(&self, asked: &[Asked]) -> Scores {
        let len = self.documents as usize;
        let mut scores = Scores { scores: vec![0; len], has: vec![0; len], all: 0 };
        // What the word is worth to each document that it was found in, and these documents.
        let mut best: Vec<u32> = Vec::new();
        let mut found: Vec<u32> = Vec::new();
        for Asked { terms, rarity } in asked {
            scores.all = scores.all.saturating_add(*rarity);
            if let [term] = terms.as_slice() {
                for posting in self.postings(term.stem) {
                    scores.add(posting >> 8, rarity * (posting & 0xFF) * term.weight / WHOLE, *rarity);
                }
                continue;
            }
            best.resize(len, 0);
            for term in terms {
                for posting in self.postings(term.stem) {
                    let Some(best) = best.get_mut((posting >> 8) as usize) else { continue };
                    if *best == 0 {
                        found.push(posting >> 8);
                    }
                    *best = (*best).max((posting & 0xFF) * term.weight);
                }
            }
            while let Some(document) = found.pop() {
                if let Some(best) = best.get_mut(document as usize) {
                    scores.add(document, (rarity * *best) / WHOLE, *rarity);
                    *best = 0;
                }
            }
        }
        scores
    }
}

impl Scores {
    fn add(&mut self, document: u32, score: u32, rarity: u32) {
        let document = document as usize;
        if let (Some(sum), Some(has)) = (self.scores.get_mut(document), self.has.get_mut(document)) {
            // What is found is worth something, however little.
            *sum = sum.saturating_add(score.max(1));
            *has = has.saturating_add(rarity);
        }
    }
}

/// The best documents by their scores, at most so many; equals in their order, and none that is worth nothing.
pub fn best(scores: &[u32], limit: usize) -> Vec<Ranked> {
    let mut best: Vec<Ranked> = Vec::new();
    let mut floor = 0;
    for (document, &score) in scores.iter().enumerate() {
        if score <= floor || limit == 0 {
            continue;
        }
        if best.len() == limit {
            best.pop();
        }
        best.push(Ranked { document: document as u32, score });
        let mut at = best.len() - 1;
        while let Some([before, here]) = at.checked_sub(1).and_then(|it| best.get_mut(it..=at))
            && before.score < score
        {
            core::mem::swap(before, here);
            at -= 1;
        }
        if best.len() == limit {
            floor = best.last().map_or(0, |it| it.score);
        }
    }
    best
}
