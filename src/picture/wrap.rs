//! Lines of text: broken between words, never within one; what finds no room is given up for an ellipsis.

use alloc::{string::String, vec::Vec};

use super::width::{follows, leads, stands_alone, width};

/// Text in lines.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Wrapped {
    /// The lines, in order.
    pub lines: Vec<String>,
    /// Whether it goes on behind the last one, which then ends in an ellipsis.
    pub is_cut: bool,
}

/// A text in at most so many lines, each at most so wide, in hundredths of an em. A word that is wider than a line is
/// where the text is given up.
pub fn wrap(text: &str, room: u32, n_lines: usize) -> Wrapped {
    let mut wrapping = Wrapping { room, n_lines, ..Wrapping::default() };
    let mut before = ' ';
    for c in text.chars() {
        if is_blank(c) {
            wrapping.end_word();
            wrapping.gap = true;
        } else {
            let is_beside = stands_alone(c) || stands_alone(before);
            if is_beside && !follows(c) && !leads(before) {
                wrapping.end_word();
            }
            wrapping.word_width += width(c);
            wrapping.word.push(c);
        }
        before = c;
    }
    wrapping.end_word();
    wrapping.done()
}

fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\u{1680}' | '\u{2000}'..='\u{2006}' | '\u{2008}'..='\u{200A}' | '\u{2028}'
        | '\u{2029}' | '\u{205F}' | '\u{3000}')
}

#[derive(Default)]
struct Wrapping {
    room: u32,
    n_lines: usize,
    wrapped: Wrapped,
    line: String,
    line_width: u32,
    /// How long and how wide the line was before each of its words.
    before_words: Vec<(usize, u32)>,
    word: String,
    word_width: u32,
    /// Whether a blank stands before the word.
    gap: bool,
}

impl Wrapping {
    /// Puts the word into the line, or into the next one.
    fn end_word(&mut self) {
        if self.word.is_empty() || self.wrapped.is_cut {
            return;
        }
        if self.word_width > self.room {
            return self.cut();
        }
        let gap = if self.gap && !self.line.is_empty() { width(' ') } else { 0 };
        if !self.line.is_empty() && self.line_width + gap + self.word_width > self.room {
            if self.wrapped.lines.len() + 1 >= self.n_lines {
                return self.cut();
            }
            self.end_line();
        }
        self.before_words.push((self.line.len(), self.line_width));
        if self.gap && !self.line.is_empty() {
            self.line.push(' ');
            self.line_width += width(' ');
        }
        self.line.push_str(&self.word);
        self.line_width += self.word_width;
        self.next_word();
    }

    fn next_word(&mut self) {
        self.word.clear();
        self.word_width = 0;
        self.gap = false;
    }

    fn end_line(&mut self) {
        self.wrapped.lines.push(core::mem::take(&mut self.line));
        self.line_width = 0;
        self.before_words.clear();
    }

    /// Gives up what is left, and as many words as the ellipsis takes the place of.
    fn cut(&mut self) {
        while self.line_width + width('…') > self.room {
            let Some((len, before)) = self.before_words.pop() else { break };
            self.line.truncate(len);
            self.line_width = before;
        }
        self.line.push('…');
        self.wrapped.is_cut = true;
    }

    fn done(mut self) -> Wrapped {
        if !self.line.is_empty() {
            self.end_line();
        }
        self.wrapped
    }
}
