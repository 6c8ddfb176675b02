//! Stems: what the forms of a word have in common, by language.

mod belarusian;
mod english;
mod german;
mod polish;
mod russian;
mod ukrainian;

use alloc::vec::Vec;

/// What makes stems of the words of a language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stemmer {
    /// Words stay as they are.
    None,
    /// English.
    English,
    /// Russian.
    Russian,
    /// German.
    German,
    /// Ukrainian.
    Ukrainian,
    /// Belarusian.
    Belarusian,
    /// Polish.
    Polish,
}

impl Stemmer {
    /// Every stemmer.
    pub const ALL: &'static [Stemmer] = &[
        Stemmer::None,
        Stemmer::English,
        Stemmer::Russian,
        Stemmer::German,
        Stemmer::Ukrainian,
        Stemmer::Belarusian,
        Stemmer::Polish,
    ];

    /// The one for a language, by its primary subtag.
    pub fn of(language: &str) -> Stemmer {
        match language {
            "en" => Stemmer::English,
            "ru" => Stemmer::Russian,
            "de" => Stemmer::German,
            "uk" => Stemmer::Ukrainian,
            "be" => Stemmer::Belarusian,
            "pl" => Stemmer::Polish,
            _ => Stemmer::None,
        }
    }

    /// Makes a stem of a word in lower case.
    pub fn stem(self, word: &mut Vec<u8>) {
        match self {
            Stemmer::None => {}
            Stemmer::English => english::stem(word),
            Stemmer::Russian => russian::stem(word),
            Stemmer::German => german::stem(word),
            Stemmer::Ukrainian => ukrainian::stem(word),
            Stemmer::Belarusian => belarusian::stem(word),
            Stemmer::Polish => polish::stem(word),
        }
    }
}

/// Endings with what stands for them, longer ones first.
type Steps = &'static [(&'static str, &'static str)];

fn ends(word: &[u8], suffix: &str) -> bool {
    word.ends_with(suffix.as_bytes())
}

fn has(letters: &str, c: u8) -> bool {
    letters.bytes().any(|it| it == c)
}

/// Replaces the last bytes of a word.
fn swap(word: &mut Vec<u8>, len: usize, by: &str) {
    word.truncate(word.len().saturating_sub(len));
    word.extend_from_slice(by.as_bytes());
}

/// The place behind the first consonant that follows a vowel; the end if there is none.
fn after_vowel(word: &[u8], from: usize, is_vowel: &dyn Fn(u8) -> bool) -> usize {
    let mut follows = false;
    for (at, c) in word.iter().enumerate().skip(from) {
        match (is_vowel(*c), follows) {
            (false, true) => return at + 1,
            (is, _) => follows = is,
        }
    }
    word.len()
}

/// Takes the longest of some endings off, if it begins at a place or behind it.
fn cut_longest(word: &mut Vec<u8>, from: usize, endings: &str) -> bool {
    let fits = |it: &&str| ends(word, it) && word.len() >= from + it.len();
    let len = endings.split(' ').filter(fits).map(str::len).max().unwrap_or_default();
    swap(word, len, "");
    len > 0
}

/// The place behind the first letter of a kind from a place on; the end if there is none.
fn letters_end(word: &[u8], from: usize, is_wanted: &dyn Fn(char) -> bool) -> usize {
    let rest = core::str::from_utf8(word.get(from..).unwrap_or_default()).unwrap_or_default();
    let mut chars = rest.chars();
    while let Some(c) = chars.next() {
        if is_wanted(c) {
            return word.len() - chars.as_str().len();
        }
    }
    word.len()
}

fn as_chars(word: &[u8]) -> Vec<char> {
    core::str::from_utf8(word).unwrap_or_default().chars().collect()
}
