//! Plain text: numbers in it, what cannot be seen of it, likeness of words; and a sort.

mod fold;
#[cfg(feature = "cli")]
mod formula;
#[cfg(any(feature = "identity", feature = "extras"))]
mod json;
#[cfg(feature = "cli")]
mod sentences;

use alloc::{string::String, vec::Vec};

pub use fold::Folded;
#[cfg(feature = "cli")]
pub use formula::{neutral, restored};
#[cfg(any(feature = "identity", feature = "extras"))]
pub(crate) use json::push_json;
#[cfg(feature = "cli")]
pub use sentences::sentences;

/// Appends a number in decimal. `format!` would bring its machinery into the wasm.
pub(crate) fn push_number(text: &mut String, number: u32) {
    if number >= 10 {
        push_number(text, number / 10);
    }
    text.push((b'0' + (number % 10) as u8) as char);
}

/// What is wrong with a value, for whoever writes data. The widget reads packs, of which it says as a whole that they
/// are invalid; these messages would be 300 bytes of its core.
pub(crate) const fn why(message: &'static str) -> &'static str {
    if cfg!(feature = "reader") { message } else { "" }
}

/// Two texts as one. `concat` is 500 bytes of wasm.
pub(crate) fn joined(before: &str, after: &str) -> String {
    let mut text = String::from(before);
    text.push_str(after);
    text
}

/// What stands before and after the first `mark`, an ASCII character; the whole and nothing when there is none.
///
/// `str::split` with a character searches by machine words: 900 bytes of wasm.
pub(crate) const fn cut(text: &str, mark: u8) -> (&str, &str) {
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

/// Characters that are not seen or change how others are: bidirectional controls, zero-width characters and
/// their kin.
pub(crate) fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{AD}' | '\u{61C}' | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}' | '\u{FEFF}' | '\u{E0000}'..='\u{E007F}'
    )
}

/// The beginning of a text, short enough for a message, with nothing that could disturb a terminal.
#[cfg(feature = "reader")]
pub(crate) fn excerpt(text: &str) -> String {
    let mut short: String = text.chars().take(60).map(harmless).collect();
    if text.chars().nth(60).is_some() {
        short.push('…');
    }
    short
}

/// A whole text for a message, with nothing that could disturb a terminal.
#[cfg(feature = "cli")]
pub(crate) fn printable(text: &str) -> String {
    text.chars().map(harmless).collect()
}

#[cfg(feature = "reader")]
fn harmless(c: char) -> char {
    if c.is_control() || is_invisible(c) { '\u{FFFD}' } else { c }
}

/// The numbers below `len` in order, equals as they were: merging runs of doubling length. `slice::sort_by` is
/// faster and takes five kilobytes of wasm for every type it is used with.
#[cfg(any(feature = "extras", feature = "shapes", feature = "search"))]
pub(crate) fn sorted_indices(len: usize, less: &dyn Fn(usize, usize) -> bool) -> Vec<usize> {
    let mut sorted: Vec<usize> = (0..len).collect();
    let mut merged = Vec::with_capacity(len);
    let mut run = 1;
    while run < len {
        merged.clear();
        for pair in sorted.chunks(2 * run) {
            let (mut a, mut b) = pair.split_at_checked(run).unwrap_or((pair, &[]));
            while let (Some((&first, rest_a)), Some((&second, rest_b))) = (a.split_first(), b.split_first()) {
                if less(second, first) {
                    merged.push(second);
                    b = rest_b;
                } else {
                    merged.push(first);
                    a = rest_a;
                }
            }
            merged.extend_from_slice(a);
            merged.extend_from_slice(b);
        }
        core::mem::swap(&mut sorted, &mut merged);
        run *= 2;
    }
    sorted
}

/// The candidate nearest to a mistyped word, if one is near enough to be what was meant.
///
/// Near enough: at most a third of the word's characters, rounded up, differ (Damerau–Levenshtein with adjacent
/// transpositions), or one begins with the other.
pub fn nearest<'a>(word: &str, candidates: &[&'a str]) -> Option<&'a str> {
    let fold = |c: char| match c {
        '-' | ' ' => '_',
        c => c.to_ascii_lowercase(),
    };
    let word: Vec<char> = word.chars().take(64).map(fold).collect();
    let allowed = word.len().div_ceil(3);
    candidates
        .iter()
        .map(|&candidate| {
            let other: Vec<char> = candidate.chars().map(fold).collect();
            let shared = word.iter().zip(&other).take_while(|(a, b)| a == b).count();
            let contains = shared >= 3 && (shared == word.len() || shared == other.len());
            let distance = edit_distance(&word, &other);
            (if contains { distance.min(1) } else { distance }, candidate)
        })
        .filter(|&(distance, _)| distance <= allowed)
        .min_by_key(|&(distance, _)| distance)
        .map(|(_, candidate)| candidate)
}

/// Optimal string alignment distance, in characters.
fn edit_distance(a: &[char], b: &[char]) -> usize {
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for i in 1..=a.len() {
        let mut row = alloc::vec![i];
        for j in 1..=b.len() {
            let change = usize::from(a[i - 1] != b[j - 1]);
            let mut best = (last[j - 1] + change).min(last[j] + 1).min(row[j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                best = best.min(before[j - 2] + 1);
            }
            row.push(best);
        }
        before = core::mem::replace(&mut last, row);
    }
    last[b.len()]
}
