//! What a word counts for: by how often it occurs, where, and how rare it is.

/// How many fields there are.
pub(super) const FIELDS: usize = 5;

/// The part of a document that a text belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    /// The statement.
    Statement,
    /// Its heading.
    Summary,
    /// What counters it, and what checkers concluded.
    Counter,
    /// Who speaks, and what it is about.
    Name,
    /// The sources.
    Source,
}

/// The whole of a weight in whole numbers.
pub(super) const WHOLE: u32 = 256;

/// What a word counts for in each field, and how many words the field usually has.
///
/// Found on the training queries of CLEF CheckThat! 2022, task 2A, where headings repeat the statement in other words
/// and counter-statements stray from it; names and sources were not there to learn from. The usual lengths are
/// constants and no averages, so that a document is worth the same whichever others come along, and parts of an index
/// can be built apart.
const OF_FIELDS: [(f32, f32); FIELDS] = [(1.0, 20.0), (1.0, 10.0), (0.4, 40.0), (1.0, 4.0), (0.3, 20.0)];

/// How much the length of a field matters: BM25's `b`.
const LENGTH_MATTERS: f32 = 0.75;

/// How soon further occurrences count for less: BM25's `k1`.
const SATURATION: f32 = 1.2;

/// So many different impacts there are: few compress well, and more find nothing better.
pub(super) const IMPACTS: u32 = 15;

/// What a word counts for in a document, from 1 to 15: the part of BM25F that does not depend on other documents.
pub(super) fn impact(counts: &[u8; FIELDS], lengths: &[u32; FIELDS]) -> u32 {
    let mut weighted = 0.0;
    for ((count, length), (weight, usual)) in counts.iter().zip(lengths).zip(&OF_FIELDS) {
        if *count > 0 {
            let norm = 1.0 - LENGTH_MATTERS + LENGTH_MATTERS * (*length as f32).max(usual / 2.0) / usual;
            weighted += weight * f32::from(*count) / norm;
        }
    }
    ((weighted / (weighted + SATURATION) * IMPACTS as f32 + 0.5) as u32).max(1)
}

/// The binary logarithm, in parts of 2^16; of zero, zero.
pub(super) fn log2(n: u32) -> u32 {
    let whole = n.max(1).ilog2();
    // Between 1 and 2, in parts of 2^31.
    let mut rest = u64::from(n.max(1)) << (31 - whole);
    let mut log = whole;
    for _ in 0..16 {
        rest = (rest * rest) >> 31;
        let carry = rest >> 32;
        log = log << 1 | carry as u32;
        rest >>= carry;
    }
    log
}

/// How much it says that a document has a word which so many have; of a word that all have, next to nothing.
pub(super) fn rarity(with: u32, of: u32) -> u32 {
    ((log2(2 * of + 2) - log2(2 * with.min(of) + 1)) >> 8).max(1)
}
