//! Looking up whether a text repeats a claim that is there: a post, a headline, a sentence out of a speech.

use alloc::{vec, vec::Vec};

use super::ask;
use super::index::Index;
use super::texts::texts_of;
use crate::model::Dataset;
use crate::search::{Asked, Field, How, Ranked, best};

/// What became of looking a text up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Decision {
    /// No claim is near.
    None,
    /// The first claim is about the same thing, or may be the same.
    Near,
    /// The text says what the first claim says.
    Same,
}

impl Decision {
    /// Its name in reports.
    pub fn as_str(self) -> &'static str {
        match self {
            Decision::None => "none",
            Decision::Near => "near",
            Decision::Same => "same",
        }
    }
}

/// What was found for a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LookUp {
    /// Whether the first claim is what the text repeats.
    pub decision: Decision,
    /// The claims that share most with the text, best first. What they are is decided of the first alone.
    pub claims: Vec<Ranked>,
    /// How strongly the first claim is borne out, in bits: what the decision goes by.
    pub strength: u32,
}

/// From what strength on a claim is taken for the same, and from what on for near.
///
/// Found on the training tweets of CLEF CheckThat! 2022, task 2A, with as much weight on statements that the collection
/// does not hold (VoxUkraine, Perspectrum, Climate-FEVER): the lowest strength at which 97 of 100 answers were right,
/// and the lowest at which 85 were. Looked at once on the development set, never tuned on the test.
const SAME: u32 = 57;
const NEAR: u32 = 19;

/// The lead over the next claim counts up to this many tenths.
const LEAD: u64 = 25;

/// More words than this a text is not looked up by.
const MAX_WORDS: usize = 400;

impl Index {
    /// Looks up which claim a text repeats, if any: so many candidates at most.
    ///
    /// The strength of a claim is how much its own words say that the text shares, times the share of the claim that
    /// they are, times the square of its lead over the next: a claim that others come close to is less certain.
    pub fn look_up(&self, dataset: &Dataset, text: &str, limit: usize) -> LookUp {
        let mut words = ask::words(text);
        words.truncate(MAX_WORDS);
        let mut asked: Vec<Asked> = Vec::new();
        for (n, word) in words.iter().enumerate() {
            if !words.iter().take(n).any(|it| it == word) {
                asked.push(self.words().ask(word, How::Exact));
            }
        }
        let mut has = vec![false; self.words().stems()];
        for term in asked.iter().flat_map(|it| &it.terms) {
            if let Some(has) = has.get_mut(term.stem as usize) {
                *has = true;
            }
        }
        let mut claims = best(&self.words().scores(&asked).scores, limit.max(2));
        let strength = match claims.as_slice() {
            [] => 0,
            [first, rest @ ..] => {
                let tenths =
                    rest.first().map_or(LEAD, |it| u64::from(first.score) * 10 / u64::from(it.score.max(1)));
                let lead = tenths.min(LEAD);
                let shared = self.shared(dataset, first.document as usize, &has, asked.len());
                u32::try_from(shared * lead * lead / 100 / 256).unwrap_or(u32::MAX)
            }
        };
        claims.truncate(limit);
        let decision = match strength {
            SAME.. => Decision::Same,
            NEAR.. => Decision::Near,
            _ => Decision::None,
        };
        LookUp { decision, claims, strength }
    }

    /// How much the words say that a claim shares with a text, times the share of the claim that they are: of its
    /// wordings the best. All the words of a text and no others are the claim itself.
    fn shared(&self, dataset: &Dataset, claim: usize, has: &[bool], asked: usize) -> u64 {
        let mut most = 0;
        let Some(claim) = dataset.claims.get(claim) else { return most };
        texts_of(dataset, claim, &mut |field, text, _| {
            if !matches!(field, Field::Statement | Field::Summary) {
                return;
            }
            let (mut shared, mut all, mut words) = (0, 0, 0);
            let text = ask::words(text);
            for (n, word) in text.iter().enumerate() {
                if text.iter().take(n).any(|it| it == word) {
                    continue;
                }
                let Asked { terms, rarity } = self.words().ask(word, How::Exact);
                all += u64::from(rarity);
                if terms.iter().any(|it| has.get(it.stem as usize).is_some_and(|it| *it)) {
                    shared += u64::from(rarity);
                    words += 1;
                }
            }
            // A word alone is a name or a topic.
            if words >= 2 {
                most = most.max(shared * shared / all.max(1));
                if shared == all && words == asked {
                    most = most.max(u64::from(SAME) * 256);
                }
            }
        });
        most
    }
}
