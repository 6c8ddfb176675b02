//! Strings by number, each once.

use alloc::{vec, vec::Vec};

/// Strings in the order in which they came; the number of one is found by hashing.
#[derive(Default)]
pub(crate) struct Strings {
    bytes: Vec<u8>,
    ends: Vec<u32>,
    /// A power of two of places, at most half of them taken; a number plus one, or zero.
    slots: Vec<u32>,
}

impl Strings {
    pub(crate) fn len(&self) -> usize {
        self.ends.len()
    }

    pub(crate) fn get(&self, n: usize) -> &[u8] {
        let end = |n: usize| self.ends.get(n).map_or(0, |it| *it as usize);
        let start = n.checked_sub(1).map_or(0, end);
        self.bytes.get(start..end(n)).unwrap_or_default()
    }

    pub(crate) fn find(&self, string: &[u8]) -> Option<usize> {
        self.slot(string).1
    }

    /// The number of a string, and whether it is new.
    pub(crate) fn add(&mut self, string: &[u8]) -> (usize, bool) {
        if self.len() * 2 >= self.slots.len() {
            self.grow();
        }
        let (slot, found) = self.slot(string);
        if let Some(n) = found {
            return (n, false);
        }
        self.push(string);
        if let Some(slot) = self.slots.get_mut(slot) {
            *slot = self.ends.len() as u32;
        }
        (self.len() - 1, true)
    }

    /// Appends a string that nobody is going to look for.
    pub(crate) fn push(&mut self, string: &[u8]) {
        self.bytes.extend_from_slice(string);
        self.ends.push(self.bytes.len() as u32);
    }

    fn slot(&self, string: &[u8]) -> (usize, Option<usize>) {
        let mask = self.slots.len().wrapping_sub(1);
        let mut slot = hash(string) & mask;
        while let Some(&number) = self.slots.get(slot) {
            let Some(n) = (number as usize).checked_sub(1) else { return (slot, None) };
            if self.get(n) == string {
                return (slot, Some(n));
            }
            slot = (slot + 1) & mask;
        }
        (0, None)
    }

    fn grow(&mut self) {
        self.slots = vec![0; (self.slots.len() * 2).max(64)];
        for n in 0..self.len() {
            let (slot, _) = self.slot_of(n);
            if let Some(slot) = self.slots.get_mut(slot) {
                *slot = n as u32 + 1;
            }
        }
    }

    fn slot_of(&self, n: usize) -> (usize, Option<usize>) {
        self.slot(self.get(n))
    }
}

fn hash(string: &[u8]) -> usize {
    let mut hash = 0u32;
    for c in string {
        hash = (hash.rotate_left(5) ^ u32::from(*c)).wrapping_mul(0x9E37_79B9);
    }
    (hash ^ (hash >> 15)) as usize
}
