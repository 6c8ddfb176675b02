//! Plain text as CommonMark that shows it as it is: no markup, link, HTML, list or heading comes out of it.

use alloc::{format, string::String, vec::Vec};

/// Characters that mean something wherever they stand, in CommonMark or in an extension that is often on.
const MARKUP: &str = "\\`*_[]<~|$^{}#";

/// What means something in the target of a link.
const IN_TARGET: &str = "\\`*[]<>~|$^{}()&!\"'";

/// A line break that breaks nothing.
const BREAK: &str = "&#10;";

/// A text in a line: a heading, the words of a link. Line breaks in it are kept as references, which break nothing.
pub(super) fn inline(text: &str) -> String {
    let mut escaped = String::new();
    push_line(&mut escaped, text);
    escaped
}

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

/// The target of a link.
pub(super) fn address(url: &str) -> String {
    let mut escaped = String::new();
    for c in url.chars() {
        if IN_TARGET.contains(c) {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}

fn push_line(to: &mut String, line: &str) {
    let is_blank = |c: char| c == ' ' || c == '\t';
    let words = line.trim_matches(is_blank);
    let n_before = line.len() - line.trim_start_matches(is_blank).len();
    let (before, after) = (&line[..n_before], &line[n_before + words.len()..]);
    push_references(to, before);
    push_words(to, words, true);
    push_references(to, after);
}

/// Blanks at the ends of a line count for nothing, unless they are written as references.
fn push_references(to: &mut String, blanks: &str) {
    blanks.chars().for_each(|c| to.push_str(&format!("&#{};", u32::from(c))));
}

fn push_words(to: &mut String, words: &str, at_start: bool) {
    // A number with a dot or bracket behind it begins a list.
    let n_digits = words.len() - words.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    for (i, c) in words.char_indices() {
        let (before, after) = (&words[..i], &words[i + c.len_utf8()..]);
        let is_markup = match c {
            '\n' => {
                to.push_str(BREAK);
                continue;
            }
            '-' | '+' | '=' | '>' | ':' if at_start && i == 0 => true,
            '.' | ')' if at_start && i == n_digits && i > 0 => true,
            // `&amp;` would be another character.
            '&' => after.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '#'),
            // Addresses that some readers make links of, unasked.
            ':' => after.starts_with("//") || ends_with(before, "mailto") || ends_with(before, "xmpp"),
            '.' => ends_with(before, "www"),
            c => MARKUP.contains(c),
        };
        if is_markup {
            to.push('\\');
        }
        to.push(c);
    }
}

fn ends_with(text: &str, end: &str) -> bool {
    let start = text.len().checked_sub(end.len());
    start.and_then(|it| text.get(it..)).is_some_and(|it| it.eq_ignore_ascii_case(end))
}
