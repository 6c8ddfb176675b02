//! German: the stemmer of the Snowball project.

use alloc::{string::String, vec::Vec};

use super::{cut_longest, ends, letters_end, swap};

/// What counts as a vowel. An `u` or `y` between vowels is a consonant, and written as a capital.
const VOWELS: &str = "aeiouyäöü";

/// What words in `et` begin with that are no participles, such as `Planet`.
const NO_PARTICIPLES: &[&str] = &["geordn", "intern", "plan", "tick", "tr"];

/// Stems a word in lower case.
pub(super) fn stem(word: &mut Vec<u8>) {
    let text = core::str::from_utf8(word).unwrap_or_default();
    *word = spelled(text).into_bytes();
    let is_vowel = |c: char| VOWELS.chars().any(|it| it == c);
    let behind = |from| letters_end(word, letters_end(word, from, &is_vowel), &|c| !is_vowel(c));
    let first = behind(0);
    let second = behind(first);
    // At least three letters stay; a word of fewer has no regions.
    let third = letters_end(word, letters_end(word, letters_end(word, 0, &|_| true), &|_| true), &|_| true);
    let first = first.max(third);
    inflection(word, first);
    comparison(word, first);
    derivation(word, first, second);
    let text = core::str::from_utf8(word).unwrap_or_default();
    let plain: String = text
        .chars()
        .map(|c| match c {
            'Y' => 'y',
            'U' | 'ü' => 'u',
            'ä' => 'a',
            'ö' => 'o',
            c => c,
        })
        .collect();
    *word = plain.into_bytes();
}

/// Umlauts and `ss` as such, consonants as capitals.
fn spelled(text: &str) -> String {
    let is_vowel = |c: char| VOWELS.chars().any(|it| it == c);
    let mut marked = String::new();
    let mut before = ' ';
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        let next = chars.clone().next().unwrap_or(' ');
        before = match c {
            'u' if is_vowel(before) && is_vowel(next) => 'U',
            'y' if is_vowel(before) && is_vowel(next) => 'Y',
            c => c,
        };
        marked.push(before);
    }
    let mut word = String::new();
    let mut chars = marked.chars();
    while let Some(c) = chars.next() {
        let is_e = chars.clone().next() == Some('e');
        let umlaut = match c {
            'a' if is_e => 'ä',
            'o' if is_e => 'ö',
            'u' if is_e => 'ü',
            'ß' => {
                word.push_str("ss");
                continue;
            }
            'q' if chars.clone().next() == Some('u') => {
                chars.next();
                word.push_str("qu");
                continue;
            }
            c => {
                word.push(c);
                continue;
            }
        };
        chars.next();
        word.push(umlaut);
    }
    word
}

/// The longest of the endings, if it begins in a region.
fn longest(word: &[u8], from: usize, endings: &'static str) -> &'static str {
    let found = endings.split(' ').filter(|it| ends(word, it)).max_by_key(|it| it.len()).unwrap_or_default();
    if word.len() >= from + found.len() { found } else { "" }
}

/// The letter before an ending.
fn before(word: &[u8], ending: &str) -> u8 {
    word.len().checked_sub(ending.len() + 1).and_then(|at| word.get(at)).copied().unwrap_or_default()
}

fn inflection(word: &mut Vec<u8>, first: usize) {
    let ending = longest(word, first, "em ern er erin erinnen e en es s ln lns");
    match ending {
        "em" if ends(word, "system") => {}
        "s" if !super::has("bdfghklmnrt", before(word, "s")) => {}
        "ln" | "lns" => swap(word, ending.len(), "l"),
        "e" | "en" | "es" => {
            swap(word, ending.len(), "");
            if ends(word, "niss") {
                swap(word, 1, "");
            }
        }
        _ => swap(word, ending.len(), ""),
    }
}

fn comparison(word: &mut Vec<u8>, first: usize) {
    let ending = longest(word, first, "en er est st et");
    if ending == "st" {
        let stem = word.strip_suffix(b"st").unwrap_or_default();
        let letters = core::str::from_utf8(stem).unwrap_or_default().chars().count();
        if letters < 4 || !super::has("bdfghklmnt", before(word, "st")) {
            return;
        }
    }
    if let Some(stem) = word.strip_suffix(b"et")
        && ending == "et"
    {
        let is_participle = super::has("dfgklmnrstUz", before(word, "et")) || ends(stem, "ä");
        if !is_participle || NO_PARTICIPLES.iter().any(|it| ends(stem, it)) {
            return;
        }
    }
    swap(word, ending.len(), "");
}

fn derivation(word: &mut Vec<u8>, first: usize, second: usize) {
    let ending = longest(word, second, "end ung ig ik isch lich heit keit");
    if matches!(ending, "ig" | "ik" | "isch") && before(word, ending) == b'e' {
        return;
    }
    swap(word, ending.len(), "");
    match ending {
        "end" | "ung" if before(word, "ig") != b'e' => drop(cut_longest(word, second, "ig")),
        "lich" | "heit" => drop(cut_longest(word, first, "er en")),
        "keit" => drop(cut_longest(word, second, "lich ig")),
        _ => {}
    }
}
