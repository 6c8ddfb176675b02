//! From a file of `key = text` lines to the compact form; for English the compiler does it.

use super::keys::{Items, KEYS};
use super::plural;
use crate::text::cut;

/// How long the compact form of a file is. Fails to compile for a file that lacks a key.
pub(super) const fn length(file: &str) -> usize {
    let mut length = 0;
    let mut rest = file;
    let mut i = 0;
    while i < KEYS.len() {
        let text;
        (text, rest) = text_of(file, rest, i);
        length += text.len() + 1 + n_blank(text, KEYS[i].1);
        i += 1;
    }
    length
}

/// The compact form of a file: the items of all texts, each with the end of its line.
pub(super) const fn bytes<const LENGTH: usize>(file: &str) -> [u8; LENGTH] {
    let mut compact = [b'\n'; LENGTH];
    let mut at = 0;
    let mut rest = file;
    let mut i = 0;
    while i < KEYS.len() {
        let text;
        (text, rest) = text_of(file, rest, i);
        let bytes = text.as_bytes();
        let mut j = 0;
        while j < bytes.len() {
            if bytes[j] != b'|' {
                compact[at + j] = bytes[j];
            }
            j += 1;
        }
        at += bytes.len() + 1 + n_blank(text, KEYS[i].1);
        i += 1;
    }
    compact
}

/// The compact form as text.
pub(super) const fn text(bytes: &[u8]) -> &str {
    match core::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(_) => panic!("whole texts make a text"),
    }
}

/// A text, and what comes after it. It is looked for in the rest of the file first: where the texts stand in the order
/// of the keys, the compiler reads the file once.
const fn text_of<'a>(file: &'a str, rest: &'a str, place: usize) -> (&'a str, &'a str) {
    match find_in(rest, KEYS[place].0) {
        Some(found) => found,
        None => find_in(file, KEYS[place].0).expect("a text for each key that keys.rs declares"),
    }
}

/// How many forms the language has less than others.
pub(super) const fn n_blank(mut text: &str, items: Items) -> usize {
    if !matches!(items, Items::Forms) {
        return 0;
    }
    let mut n_forms = 0;
    while !text.is_empty() {
        text = cut(text, b'|').1;
        n_forms += 1;
    }
    plural::MOST_FORMS - n_forms
}

/// The text of a key.
#[cfg(feature = "cli")]
pub(super) fn find<'a>(file: &'a str, key: &str) -> Option<&'a str> {
    find_in(file, key).map(|(text, _)| text)
}

/// The text of a key, and what comes after it.
const fn find_in<'a>(file: &'a str, key: &str) -> Option<(&'a str, &'a str)> {
    let mut rest = file;
    while !rest.is_empty() {
        let (line, after) = cut(rest, b'\n');
        let (name, text) = cut(line, b'=');
        if same(name.trim_ascii(), key) {
            return Some((text.trim_ascii(), after));
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
