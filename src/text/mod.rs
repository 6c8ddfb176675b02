//! Plain text: numbers in it, likeness of words; and a sort.

use alloc::{string::String, vec::Vec};

/// Appends a number in decimal. `format!` would bring its machinery into the wasm.
pub(crate) fn push_number(text: &mut String, number: u32) {
    if number >= 10 {
        push_number(text, number / 10);
    }
    text.push((b'0' + (number % 10) as u8) as char);
}

/// Sorts, keeping the order of equals: merging runs of doubling length. `slice::sort_by` is faster and takes
/// five kilobytes of wasm for every type it is used with.
#[cfg(feature = "reader")]
pub(crate) fn sort_by<T>(list: &mut Vec<T>, less: impl Fn(&T, &T) -> bool) {
    let mut runs: Vec<Vec<T>> = list.drain(..).map(|it| alloc::vec![it]).collect();
    while runs.len() > 1 {
        let mut merged = Vec::with_capacity(runs.len().div_ceil(2));
        let mut pairs = runs.into_iter();
        while let Some(a) = pairs.next() {
            merged.push(match pairs.next() {
                Some(b) => merge(a, b, &less),
                None => a,
            });
        }
        runs = merged;
    }
    list.extend(runs.into_iter().flatten());
}

#[cfg(feature = "reader")]
fn merge<T>(a: Vec<T>, b: Vec<T>, less: &impl Fn(&T, &T) -> bool) -> Vec<T> {
    let mut merged = Vec::with_capacity(a.len() + b.len());
    let mut b = b.into_iter().peekable();
    for item in a {
        while let Some(earlier) = b.next_if(|it| less(it, &item)) {
            merged.push(earlier);
        }
        merged.push(item);
    }
    merged.extend(b);
    merged
}

/// The candidate nearest to a mistyped word, if one is near enough to be what was meant.
///
/// Near enough: at most a third of the word's characters differ (Damerau–Levenshtein with adjacent
/// transpositions), or one begins with the other.
pub fn nearest<'a>(word: &str, candidates: &[&'a str]) -> Option<&'a str> {
    let fold = |c: char| match c {
        '-' | ' ' => '_',
        c => c.to_ascii_lowercase(),
    };
    let word: Vec<char> = word.chars().take(64).map(fold).collect();
    let allowed = (word.len() / 3).max(1);
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
