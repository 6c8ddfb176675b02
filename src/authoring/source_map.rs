//! All the texts of a dataset as one range of bytes, so that a place is one number however many files there are.

use alloc::{string::String, vec::Vec};
use core::ops::Range;

use crate::error::Position;

/// One file of a dataset.
#[derive(Debug, Clone)]
pub struct SourceFile {
    /// Its name, as messages say it.
    pub name: String,
    /// Its text, without a byte order mark.
    pub text: String,
    /// The offset of its first byte among all.
    pub base: usize,
    /// Where its lines begin, in its own bytes.
    line_starts: Vec<usize>,
}

/// The files of a dataset, one after the other.
#[derive(Debug, Clone, Default)]
pub struct SourceMap {
    files: Vec<SourceFile>,
}

impl SourceMap {
    /// Adds a file behind the others and gives the offset at which it begins.
    pub fn add(&mut self, name: String, text: String) -> usize {
        // One byte between files, so that the end of one is not the beginning of the next.
        let base = self.files.last().map_or(0, |it| it.base + it.text.len() + 1);
        let breaks = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at + 1);
        let line_starts = core::iter::once(0).chain(breaks).collect();
        self.files.push(SourceFile { name, text, base, line_starts });
        base
    }

    /// The files, in order.
    pub fn files(&self) -> &[SourceFile] {
        &self.files
    }

    /// The file that an offset lies in, if there is any file.
    pub fn file_at(&self, offset: usize) -> Option<&SourceFile> {
        let behind = self.files.partition_point(|it| it.base <= offset);
        self.files.get(behind.checked_sub(1)?)
    }
}

impl SourceFile {
    /// Line and column of an offset among all files.
    pub fn position(&self, offset: usize) -> Position {
        let at = self.local(offset);
        let line = self.line_of(at);
        let before = self.text.get(self.line_starts[line - 1]..at).unwrap_or_default();
        Position { line, column: before.chars().count() + 1 }
    }

    /// The lines that a range of all files' bytes lies in, with one before and one behind: the number of the
    /// first, their text, and the range within that text.
    pub fn excerpt(&self, span: &Range<usize>) -> (usize, &str, Range<usize>) {
        let (start, end) = (self.local(span.start), self.local(span.end).max(self.local(span.start)));
        let first = self.line_of(start).saturating_sub(1).max(1);
        let from = self.line_starts[first - 1];
        let to = self.line_starts.get(self.line_of(end) + 1).map_or(self.text.len(), |it| it - 1);
        let text = self.text.get(from..to).unwrap_or_default();
        (first, text, start - from..(end - from).min(text.len()))
    }

    /// An offset within the file, on the boundary of a character.
    fn local(&self, offset: usize) -> usize {
        let at = offset.saturating_sub(self.base).min(self.text.len());
        self.text.floor_char_boundary(at)
    }

    /// The line of an offset within the file, counted from 1.
    fn line_of(&self, at: usize) -> usize {
        self.line_starts.partition_point(|it| *it <= at)
    }
}
