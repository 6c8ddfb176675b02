//! How words are written down: lines of a file, items of a list, places to fill. All of it can run in a `const`.

use alloc::string::String;

/// What stands before and after the first `mark`, an ASCII character; the whole and nothing when there is none.
pub(super) const fn cut(text: &str, mark: u8) -> (&str, &str) {
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        if bytes[at] == mark {
            // An ASCII byte is a character of its own, so both places are between characters.
            if let (Some((before, _)), Some((_, after))) =
                (text.split_at_checked(at), text.split_at_checked(at + 1))
            {
                return (before, after);
            }
        }
        at += 1;
    }
    (text, "")
}

/// An item of a list; empty when the list is shorter.
pub(super) fn nth(list: &str, index: usize) -> &str {
    let mut rest = list;
    for _ in 0..index {
        rest = cut(rest, b'|').1;
    }
    cut(rest, b'|').0
}

/// A pattern such as `{n} claims` with the values of its names put in.
pub fn fill(pattern: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::new();
    let mut rest = pattern;
    while !rest.is_empty() {
        let (text, after) = cut(rest, b'{');
        let (name, after) = cut(after, b'}');
        filled.push_str(text);
        filled.extend(values.iter().filter(|it| it.0 == name).map(|it| it.1));
        rest = after;
    }
    filled
}

/// The text of a key in a file of `key = text` lines.
pub(super) const fn find<'a>(file: &'a str, key: &str) -> Option<&'a str> {
    let mut rest = file;
    while !rest.is_empty() {
        let (line, after) = cut(rest, b'\n');
        let (name, text) = cut(line, b'=');
        if same(name.trim_ascii(), key) {
            return Some(text.trim_ascii());
        }
        rest = after;
    }
    None
}

const fn same(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    let mut at = 0;
    while at < a.len() && at < b.len() && a[at] == b[at] {
        at += 1;
    }
    at == a.len() && at == b.len()
}
