//! How alike two short texts are: twice the length of their longest common subsequence, over both lengths.

use alloc::{vec, vec::Vec};

/// Likeness in thousandths: 1000 for equal texts, 0 for texts without a common character.
pub(super) fn likeness(a: &[char], b: &[char]) -> u32 {
    match a.len() + b.len() {
        0 => 1000,
        both => (2000 * common(a, b) / both) as u32,
    }
}

/// The length of the longest common subsequence, 64 characters of `a` at a time (Hyyrö, "Bit-parallel LCS-length
/// computation revisited", 2004).
fn common(a: &[char], b: &[char]) -> usize {
    let words = Words::new(a);
    let n_blocks = a.len().div_ceil(64);
    let mut rows = vec![u64::MAX; n_blocks];
    for &c in b {
        let Some(matches) = words.of(c) else { continue };
        let mut carry = false;
        for (row, &bits) in rows.iter_mut().zip(matches) {
            let both = *row & bits;
            let (sum, over) = row.overflowing_add(both);
            let (sum, over_again) = sum.overflowing_add(carry.into());
            carry = over || over_again;
            *row = sum | (*row & !bits);
        }
    }
    // A bit is cleared for each character that is in the subsequence; those behind the end of `a` stay set.
    rows.iter().map(|it| it.count_zeros() as usize).sum()
}

/// For each character of a pattern the places where it stands, as bits in blocks of 64.
pub(super) struct Words {
    n_blocks: usize,
    /// For ASCII the number of its row, counted from 1; 0 if it does not occur.
    ascii: [u16; 128],
    /// Others in order, with the numbers of their rows.
    others: Vec<(char, u16)>,
    rows: Vec<u64>,
}

impl Words {
    pub(super) fn new(pattern: &[char]) -> Words {
        let n_blocks = pattern.len().div_ceil(64);
        let mut words = Words { n_blocks, ascii: [0; 128], others: Vec::new(), rows: Vec::new() };
        for (at, &c) in pattern.iter().enumerate() {
            let row = words.row_of(c);
            words.rows[row * n_blocks + at / 64] |= 1 << (at % 64);
        }
        words
    }

    /// The row of a character, made if it is new. Patterns have far fewer than 65,536 different characters.
    fn row_of(&mut self, c: char) -> usize {
        if let Some(row) = self.find(c) {
            return row;
        }
        let row = self.rows.len() / self.n_blocks.max(1);
        self.rows.resize(self.rows.len() + self.n_blocks, 0);
        let number = row as u16 + 1;
        match self.ascii.get_mut(c as usize) {
            Some(known) => *known = number,
            None => {
                let at = self.others.partition_point(|it| it.0 < c);
                self.others.insert(at, (c, number));
            }
        }
        row
    }

    fn find(&self, c: char) -> Option<usize> {
        let number = match self.ascii.get(c as usize) {
            Some(&number) => number,
            None => self.others.get(self.others.binary_search_by(|it| it.0.cmp(&c)).ok()?)?.1,
        };
        usize::from(number).checked_sub(1)
    }

    /// Where a character stands, a word of bits a block; `None` if it does not occur.
    pub(super) fn of(&self, c: char) -> Option<&[u64]> {
        let start = self.find(c)? * self.n_blocks;
        self.rows.get(start..start + self.n_blocks)
    }
}
