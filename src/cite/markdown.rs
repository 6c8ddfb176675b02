//! Plain text as CommonMark that shows it as it is: no markup, link, HTML, list or heading comes out of it.

use alloc::string::String;

use crate::text::push_number;

/// Characters that mean something wherever they stand, in CommonMark or in an extension that is often on.
const MARKUP: &str = "\\`*_[]<~|$^{}#";

/// What means something in the target of a link.
const IN_TARGET: &str = "\\`*[]<>~|$^{}()&!\"'";

/// A line break that breaks nothing.
pub(crate) const BREAK: &str = "&#10;";

/// A text in a line: a heading, the words of a link. Line breaks in it are kept as references, which break nothing.
pub(crate) fn inline(text: &str) -> String {
    let mut escaped = String::new();
    push_line(&mut escaped, text);
    escaped
}

/// The target of a link.
pub(crate) fn address(url: &str) -> String {
    let mut escaped = String::new();
    for c in url.chars() {
        if has(IN_TARGET, c) {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}

/// Writes a line: a text of its own, or the part of one between two breaks.
pub(crate) fn push_line(to: &mut String, line: &str) {
    let is_blank = |c: char| c == ' ' || c == '\t';
    let unled = line.trim_start_matches(is_blank);
    let words = unled.trim_end_matches(is_blank);
    let (before, _) = line.split_at_checked(line.len() - unled.len()).unwrap_or_default();
    let (_, after) = unled.split_at_checked(words.len()).unwrap_or_default();
    push_references(to, before);
    push_words(to, words);
    push_references(to, after);
}

/// Blanks at the ends of a line count for nothing, unless they are written as references.
fn push_references(to: &mut String, blanks: &str) {
    for c in blanks.chars() {
        to.push_str("&#");
        push_number(to, c.into());
        to.push(';');
    }
}

fn push_words(to: &mut String, words: &str) {
    // A number with a dot or bracket behind it begins a list.
    let n_digits = words.bytes().take_while(u8::is_ascii_digit).count();
    for (i, c) in words.char_indices() {
        let (before, from) = words.split_at_checked(i).unwrap_or_default();
        let is_markup = match c {
            '\n' => {
                to.push_str(BREAK);
                continue;
            }
            '-' | '+' | '=' | '>' | ':' if i == 0 => true,
            '.' | ')' if i == n_digits && i > 0 => true,
            // `&amp;` would be another character.
            '&' => from.as_bytes().get(1).is_some_and(|&b| b.is_ascii_alphanumeric() || b == b'#'),
            // Addresses that some readers make links of, unasked.
            ':' => from.starts_with("://") || ends_with(before, "mailto") || ends_with(before, "xmpp"),
            '.' => ends_with(before, "www"),
            c => has(MARKUP, c),
        };
        if is_markup {
            to.push('\\');
        }
        to.push(c);
    }
}

/// Whether a character is one of some in ASCII. `str::contains` is 900 bytes of wasm.
fn has(list: &str, c: char) -> bool {
    list.bytes().any(|it| c == char::from(it))
}

fn ends_with(text: &str, end: &str) -> bool {
    let start = text.len().checked_sub(end.len());
    start.and_then(|it| text.get(it..)).is_some_and(|it| it.eq_ignore_ascii_case(end))
}
