//! English: the second stemmer of Martin Porter, as the Snowball project keeps it.

use alloc::vec::Vec;

use super::{Steps, after_vowel, ends, has, swap};

/// What counts as a vowel. A `y` that is a consonant is written `Y` while the stemmer works.
const VOWELS: &str = "aeiouy";

/// Words that are what they are, or have a stem of their own.
const WHOLE: Steps = &[
    ("skis", "ski"),
    ("skies", "sky"),
    ("idly", "idl"),
    ("gently", "gentl"),
    ("ugly", "ugli"),
    ("early", "earli"),
    ("only", "onli"),
    ("singly", "singl"),
    ("sky", "sky"),
    ("news", "news"),
    ("howe", "howe"),
    ("atlas", "atlas"),
    ("cosmos", "cosmos"),
    ("bias", "bias"),
    ("andes", "andes"),
];

/// Beginnings behind which the first region starts, so that `university` and `universe` stay two words.
const BEGINNINGS: &[&str] =
    &["gener", "commun", "arsen", "past", "univers", "later", "emerg", "organ", "inter"];

/// Words in `ing` that no verb is behind.
const NO_VERBS: &[&str] = &["inn", "out", "cann", "herr", "earr", "even"];

const STEP_2: Steps = &[
    ("ational", "ate"),
    ("fulness", "ful"),
    ("iveness", "ive"),
    ("ization", "ize"),
    ("ousness", "ous"),
    ("biliti", "ble"),
    ("lessli", "less"),
    ("tional", "tion"),
    ("alism", "al"),
    ("aliti", "al"),
    ("ation", "ate"),
    ("entli", "ent"),
    ("fulli", "ful"),
    ("iviti", "ive"),
    ("ogist", "og"),
    ("ousli", "ous"),
    ("abli", "able"),
    ("alli", "al"),
    ("anci", "ance"),
    ("ator", "ate"),
    ("enci", "ence"),
    ("izer", "ize"),
    ("bli", "ble"),
    ("ogi", "og"),
    ("li", ""),
];

const STEP_3: Steps = &[
    ("ational", "ate"),
    ("tional", "tion"),
    ("alize", "al"),
    ("ative", ""),
    ("icate", "ic"),
    ("iciti", "ic"),
    ("ical", "ic"),
    ("ness", ""),
    ("ful", ""),
];

const STEP_4: Steps = &[
    ("ement", ""),
    ("able", ""),
    ("ance", ""),
    ("ence", ""),
    ("ible", ""),
    ("ment", ""),
    ("ant", ""),
    ("ate", ""),
    ("ent", ""),
    ("ion", ""),
    ("ism", ""),
    ("iti", ""),
    ("ive", ""),
    ("ize", ""),
    ("ous", ""),
    ("al", ""),
    ("er", ""),
    ("ic", ""),
];

/// Stems a word in lower case.
pub(super) fn stem(word: &mut Vec<u8>) {
    if word.len() < 3 {
        return;
    }
    if let Some((_, stem)) = WHOLE.iter().find(|it| it.0.as_bytes() == word.as_slice()) {
        word.clear();
        word.extend_from_slice(stem.as_bytes());
        return;
    }
    if let Some(rest) = word.strip_prefix(b"'") {
        *word = rest.to_vec();
    }
    let mut before = b'a';
    for c in word.iter_mut() {
        if *c == b'y' && is_vowel(before) {
            *c = b'Y';
        }
        before = *c;
    }
    let begins = BEGINNINGS.iter().find(|it| word.starts_with(it.as_bytes()));
    let first = begins.map_or_else(|| after_vowel(word, 0, &is_vowel), |it| it.len());
    let second = after_vowel(word, first, &is_vowel);
    plurals(word);
    verbs(word, first);
    if let [_, .., before, b'y' | b'Y'] = *word.as_slice()
        && !is_vowel(before)
    {
        swap(word, 1, "i");
    }
    suffixes(word, first, second);
    word.iter_mut().filter(|it| **it == b'Y').for_each(|it| *it = b'y');
}

fn is_vowel(c: u8) -> bool {
    has(VOWELS, c)
}

fn plurals(word: &mut Vec<u8>) {
    for suffix in ["'s'", "'s", "'"] {
        if ends(word, suffix) {
            swap(word, suffix.len(), "");
            break;
        }
    }
    if ends(word, "sses") {
        swap(word, 2, "");
    } else if ends(word, "ied") || ends(word, "ies") {
        swap(word, if word.len() > 4 { 2 } else { 1 }, "");
    } else if let [front @ .., before, b's'] = word.as_slice()
        && !matches!(before, b'u' | b's')
        && front.iter().any(|it| is_vowel(*it))
    {
        word.pop();
    }
}

fn verbs(word: &mut Vec<u8>, first: usize) {
    for suffix in ["eedly", "eed"] {
        if let Some(stem) = word.strip_suffix(suffix.as_bytes()) {
            if stem.len() >= first && !matches!(stem, b"proc" | b"exc" | b"succ") {
                swap(word, suffix.len() - 2, "");
            }
            return;
        }
    }
    if let [before, b'y', b'i', b'n', b'g'] = *word.as_slice()
        && !is_vowel(before)
    {
        return swap(word, 4, "ie");
    }
    for suffix in ["ingly", "edly", "ing", "ed"] {
        let Some(stem) = word.strip_suffix(suffix.as_bytes()) else { continue };
        if !stem.iter().any(|it| is_vowel(*it))
            || (suffix == "ing" && NO_VERBS.iter().any(|it| it.as_bytes() == stem))
        {
            return;
        }
        swap(word, suffix.len(), "");
        match *word.as_slice() {
            [.., b'a', b't'] | [.., b'b', b'l'] | [.., b'i', b'z'] => word.push(b'e'),
            // `add`, `egg` and `off` keep both letters.
            [ref front @ .., a, b]
                if a == b && has("bdfgmnprt", a) && !matches!(front, b"a" | b"e" | b"o") =>
            {
                word.pop();
            }
            _ if word.len() == first && is_short(word) => word.push(b'e'),
            _ => {}
        }
        return;
    }
}

/// Whether a word ends in a short syllable.
fn is_short(word: &[u8]) -> bool {
    match *word {
        [a, b] => is_vowel(a) && !is_vowel(b),
        _ if word.ends_with(b"past") => true,
        [.., a, b, c] => !is_vowel(a) && is_vowel(b) && !is_vowel(c) && !has("wxY", c),
        _ => false,
    }
}

fn suffixes(word: &mut Vec<u8>, first: usize, second: usize) {
    let found = |word: &[u8], steps: Steps, from: usize| {
        let step = steps.iter().find(|it| ends(word, it.0))?;
        let stem = word.len() - step.0.len();
        (stem >= from).then(|| (step.0, step.1, word.get(stem.wrapping_sub(1)).copied().unwrap_or_default()))
    };
    if let Some((suffix, by, before)) = found(word, STEP_2, first)
        && (suffix != "ogi" || before == b'l')
        && (suffix != "li" || has("cdeghkmnrt", before))
    {
        swap(word, suffix.len(), by);
    }
    if let Some((suffix, by, _)) = found(word, STEP_3, first)
        && (suffix != "ative" || word.len() >= second + suffix.len())
    {
        swap(word, suffix.len(), by);
    }
    if let Some((suffix, by, before)) = found(word, STEP_4, second)
        && (suffix != "ion" || has("st", before))
    {
        swap(word, suffix.len(), by);
    }
    let ends_as = match *word.as_slice() {
        [ref stem @ .., b'e'] => stem.len() >= second || (stem.len() >= first && !is_short(stem)),
        [ref stem @ .., b'l'] => stem.len() >= second && stem.ends_with(b"l"),
        _ => false,
    };
    if ends_as {
        word.pop();
    }
}
