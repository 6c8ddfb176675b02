//! A text in paragraphs, as CommonMark.

use alloc::{string::String, vec::Vec};

use crate::cite::markdown::{BREAK, push_line};

/// A text in paragraphs: each is lines joined by hard breaks. Line breaks that would make no paragraph are written as
/// references.
pub(super) fn paragraphs(text: &str) -> Vec<String> {
    let leading = n_breaks(text);
    let mut rest = &text[leading..];
    let mut paragraphs = Vec::new();
    let mut open = BREAK.repeat(leading);
    while let Some(end) = rest.find('\n') {
        push_line(&mut open, &rest[..end]);
        let n = n_breaks(&rest[end..]);
        rest = &rest[end + n..];
        match n {
            _ if rest.is_empty() => open.push_str(&BREAK.repeat(n)),
            1 => open.push_str("\\\n"),
            _ => paragraphs.push(core::mem::replace(&mut open, BREAK.repeat(n - 2))),
        }
    }
    push_line(&mut open, rest);
    paragraphs.push(open);
    paragraphs
}

/// How many line breaks a text begins with.
fn n_breaks(text: &str) -> usize {
    text.len() - text.trim_start_matches('\n').len()
}
