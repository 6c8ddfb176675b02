//! Approximate search: where a pattern occurs in a text with the fewest characters added, lost or changed.
//!
//! Myers, "A fast bit-vector algorithm for approximate string matching based on dynamic programming", JACM 46(3), 1999:
//! a column of the edit matrix is kept as differences, 64 rows a word. Of a long pattern only those words are worked on
//! that can still lead to a match (section 4 of the paper).

use alloc::vec;
use alloc::vec::Vec;

use super::likeness::Words;

/// Where a match ends, and what it costs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct End {
    /// The number of characters of the text before its end.
    pub(super) at: usize,
    /// How many characters were added, lost or changed.
    pub(super) errors: usize,
}

/// 64 rows of a column: the bits of rows that are one more, or one less, than the row above.
#[derive(Clone, Copy)]
struct Block {
    more: u64,
    less: u64,
    /// The errors in its last row.
    errors: usize,
}

impl Block {
    /// Steps to the next column. `from_above` is how its row above changes; gives how its last row changes.
    fn step(&mut self, mut equal: u64, from_above: i8, last: u64) -> i8 {
        let less_above = u64::from(from_above < 0);
        let vertical = equal | self.less;
        equal |= less_above;
        let horizontal = ((equal & self.more).wrapping_add(self.more) ^ self.more) | equal;
        let mut up = self.less | !(horizontal | self.more);
        let mut down = self.more & horizontal;
        let change = i8::from(up & last != 0) - i8::from(down & last != 0);
        up = up << 1 | u64::from(from_above > 0);
        down = down << 1 | less_above;
        self.more = down | !(vertical | up);
        self.less = up & vertical;
        self.errors = self.errors.wrapping_add_signed(change.into());
        change
    }
}

/// The ends of all matches with at most so many errors, in order.
pub(super) fn ends(pattern: &[char], text: impl Iterator<Item = char>, max_errors: usize) -> Vec<End> {
    let n_blocks = pattern.len().div_ceil(64);
    let Some(last_block) = n_blocks.checked_sub(1) else { return Vec::new() };
    let words = Words::new(pattern);
    let absent = vec![0; n_blocks];
    let rows_of = |block: usize| if block == last_block { pattern.len() - 64 * last_block } else { 64 };
    let last_row = |block: usize| 1_u64 << (rows_of(block) - 1);
    let fresh = |errors| Block { more: u64::MAX, less: 0, errors };
    let mut blocks = vec![fresh(0); n_blocks];
    // Rows beyond the number of errors cannot matter in the first column.
    let mut active = (max_errors / 64).min(last_block);
    let mut errors = 0;
    for (i, block) in blocks.iter_mut().enumerate().take(active + 1) {
        errors += rows_of(i);
        block.errors = errors;
    }
    let mut found = Vec::new();
    for (i, c) in text.enumerate() {
        let equal = words.of(c).unwrap_or(&absent);
        let mut change = 0;
        for (i, block) in blocks.iter_mut().enumerate().take(active + 1) {
            change = block.step(equal[i], change, last_row(i));
        }
        let reached = blocks[active].errors;
        let may_go_on = reached.wrapping_add_signed(-isize::from(change)) <= max_errors;
        if active < last_block && may_go_on && (equal[active + 1] & 1 == 1 || change < 0) {
            active += 1;
            // The block was not kept up to date: its column before this one counts down from the row above.
            let above = reached.wrapping_add_signed(-isize::from(change));
            let mut block = fresh(above + rows_of(active));
            block.step(equal[active], change, last_row(active));
            blocks[active] = block;
        } else {
            while active > 0 && blocks[active].errors >= max_errors + rows_of(active) {
                active -= 1;
            }
        }
        let errors = blocks[active].errors;
        if active == last_block && errors <= max_errors {
            found.push(End { at: i + 1, errors });
        }
    }
    found
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The whole edit matrix, a column after the other.
    fn plain_ends(pattern: &[char], text: &[char], max_errors: usize) -> Vec<End> {
        let mut column: Vec<usize> = (0..=pattern.len()).collect();
        let mut found = Vec::new();
        for (i, c) in text.iter().enumerate() {
            let mut above_before = column[0];
            for row in 1..=pattern.len() {
                let changed = above_before + usize::from(pattern[row - 1] != *c);
                above_before = column[row];
                column[row] = changed.min(column[row] + 1).min(column[row - 1] + 1);
            }
            if column[pattern.len()] <= max_errors {
                found.push(End { at: i + 1, errors: column[pattern.len()] });
            }
        }
        found
    }

    proptest! {
        #[test]
        fn the_bits_say_what_the_whole_matrix_says(
            pattern in "[ab]{1,20}|[abcd]{50,200}|[a-z]{60,70}|[aбñ]{1,70}",
            text in "[ab]{0,300}|[abcd]{0,400}|[aбñ]{0,100}",
            share in 0_usize..=100,
        ) {
            let [pattern, text]: [Vec<char>; 2] = [pattern.chars().collect(), text.chars().collect()];
            let max_errors = pattern.len() * share / 100;
            prop_assert_eq!(
                ends(&pattern, text.iter().copied(), max_errors),
                plain_ends(&pattern, &text, max_errors)
            );
        }
    }
}
