//! Russian: the stemmer of the Snowball project.

use alloc::vec::Vec;

use super::{cut_longest, ends, letters_end, swap};

const VOWELS: &str = "аеиоуыэюя";

/// Endings that go only behind `а` or `я`, and endings that go anyhow.
type Endings = (&'static str, &'static str);

const GERUND: Endings = ("вшись вши в", "ившись ывшись ивши ывши ив ыв");
const REFLEXIVE: Endings = ("", "ся сь");
const ADJECTIVE: Endings =
    ("", "ими ыми его ого ему ому ее ие ые ое ей ий ый ой ем им ым ом их ых ую юю ая яя ою ею");
const PARTICIPLE: Endings = ("ем нн вш ющ щ", "ивш ывш ующ");
const VERB: Endings = (
    "ете йте нно ешь ла на ли ем ло но ет ют ны ть й л н",
    "ейте уйте ила ыла ена ите или ыли ило ыло ено ует уют ены ить ыть ишь ей уй ил ыл им ым ен ят ит ыт ую ю",
);
const NOUN: Endings = (
    "",
    "иями ями ами ией иям ием иях ев ов ие ье еи ии ей ой ий ям ем ам ом ах ях ию ью ия ья а е и й о у ы ь ю я",
);

/// Stems a word in lower case.
pub(super) fn stem(word: &mut Vec<u8>) {
    let text = core::str::from_utf8(word).unwrap_or_default();
    let plain: alloc::string::String = text.chars().map(|c| if c == 'ё' { 'е' } else { c }).collect();
    *word = plain.into_bytes();
    let is_vowel = |c: char| VOWELS.chars().any(|it| it == c);
    // Behind the first vowel; and behind the second consonant that follows a vowel.
    let first = letters_end(word, 0, &is_vowel);
    let behind = letters_end(word, first, &|c| !is_vowel(c));
    let second = letters_end(word, letters_end(word, behind, &is_vowel), &|c| !is_vowel(c));
    if !take(word, first, GERUND) {
        take(word, first, REFLEXIVE);
        if take(word, first, ADJECTIVE) {
            take(word, first, PARTICIPLE);
        } else if !take(word, first, VERB) {
            take(word, first, NOUN);
        }
    }
    cut_longest(word, first, "и");
    cut_longest(word, second.max(first), "ость ост");
    if cut_longest(word, first, "ейше ейш") {
        if ends(word, "нн") && word.len() >= first + 4 {
            swap(word, 2, "");
        }
    } else if ends(word, "нн") && word.len() >= first + 4 {
        swap(word, 2, "");
    } else {
        cut_longest(word, first, "ь");
    }
}

/// Takes the longest of the endings off. If it is one of the first kind and not behind `а` or `я`, nothing is taken.
fn take(word: &mut Vec<u8>, from: usize, (behind_a, anyhow): Endings) -> bool {
    let longest = |endings: &'static str| {
        let fits = |it: &&str| ends(word, it) && word.len() >= from + it.len();
        endings
            .split(' ')
            .filter(|it| !it.is_empty())
            .filter(fits)
            .max_by_key(|it| it.len())
            .unwrap_or_default()
    };
    let (after, plain) = (longest(behind_a), longest(anyhow));
    if after.len() > plain.len() {
        let stem = word.get(from..word.len() - after.len()).unwrap_or_default();
        if !(ends(stem, "а") || ends(stem, "я")) {
            return false;
        }
        swap(word, after.len(), "");
        return true;
    }
    swap(word, plain.len(), "");
    !plain.is_empty()
}
