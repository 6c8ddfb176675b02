//! Folding: text as a reader compares it, with the way back to the original.
//!
//! Typography, line breaks and case differ between a quote and the page it was taken from, and nobody means
//! anything by it. What is compared is the folded text; what is answered are places of the original.

use alloc::vec::Vec;
use core::ops::Range;

use super::is_invisible;

/// A text in lower case, with plain quotation marks, hyphens and single blanks, without characters that are not seen.
#[derive(Debug, Clone, Default)]
pub struct Folded {
    /// The folded characters.
    pub chars: Vec<char>,
    /// The bytes of the original that each of them stands for.
    places: Vec<(u32, u32)>,
}

impl Folded {
    /// Folds a text of less than 4 GiB; what lies behind is not looked at.
    pub fn new(text: &str) -> Folded {
        let mut folded =
            Folded { chars: Vec::with_capacity(text.len()), places: Vec::with_capacity(text.len()) };
        for (at, c) in text.char_indices() {
            let end = at + c.len_utf8();
            let (Ok(at), Ok(end)) = (u32::try_from(at), u32::try_from(end)) else { break };
            folded.push(c, at, end);
        }
        if folded.chars.last() == Some(&' ') {
            folded.chars.pop();
            folded.places.pop();
        }
        folded
    }

    fn push(&mut self, c: char, at: u32, end: u32) {
        let last = self.chars.last().copied();
        match c {
            _ if is_invisible(c) && !matches!(c, '\u{2028}' | '\u{2029}') => {}
            _ if c.is_whitespace() => match (last, self.places.last_mut()) {
                (Some(' '), Some(place)) => place.1 = end,
                (None, _) => {}
                _ => self.put(' ', at, end),
            },
            '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{FE58}' | '\u{FE63}' | '\u{FF0D}' | '-' => {
                // Two or three hyphens are a typewriter's dash.
                match (last, self.places.last_mut()) {
                    (Some('-'), Some(place)) if place.1 == at => place.1 = end,
                    _ => self.put('-', at, end),
                }
            }
            '\u{2018}'..='\u{201B}' | '\u{2032}' | '\u{2039}' | '\u{203A}' | '\u{B4}' | '`' => {
                self.put('\'', at, end)
            }
            '\u{201C}'..='\u{201F}' | '\u{2033}' | '\u{AB}' | '\u{BB}' | '\u{FF02}' => self.put('"', at, end),
            '\u{2026}' => (0..3).for_each(|_| self.put('.', at, end)),
            '\u{FB00}'..='\u{FB06}' => {
                const LIGATURES: [&str; 7] = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"];
                LIGATURES[c as usize - 0xFB00].chars().for_each(|c| self.put(c, at, end));
            }
            // The wide forms of ASCII that East Asian typesetting uses.
            '\u{FF01}'..='\u{FF5E}' => {
                let narrow = char::from_u32(c as u32 - 0xFEE0).unwrap_or(c);
                self.put(narrow.to_ascii_lowercase(), at, end);
            }
            c => c.to_lowercase().for_each(|c| self.put(c, at, end)),
        }
    }

    fn put(&mut self, c: char, at: u32, end: u32) {
        self.chars.push(c);
        self.places.push((at, end));
    }

    /// The bytes of the original that a range of folded characters stands for; empty for an empty range.
    pub fn original(&self, range: Range<usize>) -> Range<usize> {
        let start = self.places.get(range.start).map_or(0, |it| it.0 as usize);
        let last = range.end.checked_sub(1).filter(|last| *last >= range.start);
        let end = last.and_then(|it| self.places.get(it)).map_or(start, |it| it.1 as usize);
        start..end
    }

    /// The first folded character at or behind a byte of the original.
    pub fn position(&self, offset: usize) -> usize {
        self.places.partition_point(|it| (it.1 as usize) <= offset)
    }
}
