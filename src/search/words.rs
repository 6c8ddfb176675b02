//! Words of a text: where they stand, in lower case.

use alloc::vec::Vec;
use core::ops::Range;
use core::str::Chars;

use super::letters::{is_of_word, is_unspaced, lower, push_char};
use crate::text::is_invisible;

/// Goes through the words of a text: letters, digits and what joins them. A script that puts no blanks between words
/// gives pairs of neighbouring characters instead.
pub struct Words<'a> {
    len: usize,
    rest: Chars<'a>,
    /// The word in lower case, with all its marks and apostrophes.
    pub word: Vec<u8>,
    /// Whether the text is a tag, whose words begin with capitals.
    is_tag: bool,
}

impl<'a> Words<'a> {
    /// Begins with the first word.
    pub fn new(text: &'a str) -> Words<'a> {
        Words { len: text.len(), rest: text.chars(), word: Vec::new(), is_tag: false }
    }

    fn at(&self) -> usize {
        self.len - self.rest.as_str().len()
    }

    /// Goes on to the next word, which is in `word` then, and says which bytes of the text it stands in.
    pub fn advance(&mut self) -> Option<Range<usize>> {
        self.word.clear();
        let mut place = 0..0;
        // How many letters there were since the last full stop.
        let mut letters = 0;
        let mut last = ' ';
        loop {
            let before = self.rest.clone();
            let at = self.at();
            let text = before.as_str();
            if self.word.is_empty() {
                place.start = at;
            }
            // Most characters are of these kinds, so they are taken without a look at what is around them.
            match text.as_bytes().first() {
                Some(first) if first.is_ascii_alphanumeric() && !self.is_tag => {
                    let len = text.bytes().take_while(u8::is_ascii_alphanumeric).count();
                    let (run, rest) = text.split_at_checked(len).unwrap_or_default();
                    self.word.extend(run.bytes().map(|it| it.to_ascii_lowercase()));
                    self.rest = rest.chars();
                    letters += len;
                    last = run.bytes().last().map_or(' ', char::from);
                    place.end = at + len;
                    continue;
                }
                Some(b' ') => {
                    self.rest = text.get(1..).unwrap_or_default().chars();
                    self.is_tag = false;
                    if self.word.is_empty() {
                        continue;
                    }
                    break;
                }
                _ => {}
            }
            let Some(c) = self.rest.next() else { break };
            if is_of_word(c) {
                if is_unspaced(c) {
                    if !self.word.is_empty() {
                        self.rest = before;
                        break;
                    }
                    push_char(&mut self.word, c);
                    let next = self.rest.clone().next().filter(|it| is_unspaced(*it) && is_of_word(*it));
                    next.into_iter().for_each(|it| push_char(&mut self.word, it));
                    return Some(at..self.at() + next.map_or(0, char::len_utf8));
                }
                let small = lower(c);
                if self.is_tag && letters > 2 && c != small && lower(last) == last {
                    self.rest = before;
                    break;
                }
                push_char(&mut self.word, small);
                letters += 1;
                last = c;
                place.end = self.at();
                continue;
            }
            if self.word.is_empty() {
                self.is_tag = matches!(c, '#' | '@');
                continue;
            }
            if is_invisible(c) {
                continue;
            }
            let mut behind = self.rest.clone();
            let next = behind.next().unwrap_or(' ');
            match c {
                '\'' | '’' | 'ʼ' | '`' if is_letter(next) && is_letter(last) => self.word.push(b'\''),
                // 1.5 and 1,5; 1,000 is 1000.
                '.' | ',' if next.is_ascii_digit() && last.is_ascii_digit() => {
                    let digits = self.rest.clone().take_while(char::is_ascii_digit).count();
                    if digits != 3 {
                        self.word.push(b'.');
                    }
                }
                // U.S. and U.S.A.
                '.' if letters == 1 && is_letter(next) && !behind.next().is_some_and(is_of_word) => {}
                _ => {
                    // What follows is an address: it says nothing to readers.
                    if c == ':' && self.rest.as_str().starts_with("//") {
                        self.rest.by_ref().find(|it| it.is_whitespace());
                        self.word.clear();
                        letters = 0;
                        continue;
                    }
                    self.is_tag = false;
                    break;
                }
            }
            letters = 0;
            last = c;
        }
        (!self.word.is_empty()).then_some(place)
    }
}

fn is_letter(c: char) -> bool {
    is_of_word(c) && !c.is_ascii_digit()
}
