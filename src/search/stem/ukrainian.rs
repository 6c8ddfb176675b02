//! Ukrainian: endings off, and the vowel that changes in closed syllables as it is in open ones. A light stemmer of our
//! own; `tests/it/search_stems.rs` says how well it does.

use alloc::{string::String, vec::Vec};

use super::{as_chars, cut_longest, letters_end, swap};

const VOWELS: &str = "аеєиіїоуюя";

const ENDINGS: &str = "ями ами ими іми ях ах их іх ям ам им ім ому ого ої ою єю ею ів їв їй ій ий ові еві єві ом ем єм \
    ього ьому ього ьої ьою єї ість істю ості остей остям остями остях \
    увати ювати ати яти ити іти ути ти увала увало ував ювала ював ала яла ила іла ула ало яло ило іло уло али яли или \
    іли ули ав яв ив ув ує ують ує ає яє ають яють ують юють ить їть ать ять уть ють аєш яєш уєш еш єш иш їш аємо яємо \
    уємо емо ємо имо їмо аєте яєте уєте ете єте ите їте \
    а я у ю и і ї е є о ь й";

/// Stems a word in lower case.
pub(super) fn stem(word: &mut Vec<u8>) {
    let is_vowel = |c: char| VOWELS.chars().any(|it| it == c);
    let first = letters_end(word, 0, &is_vowel);
    cut_longest(word, first, "ся сь");
    cut_longest(word, first, ENDINGS);
    cut_longest(word, first, "ь");
    // міст, мосту; a double consonant is one at the end: життя, житті.
    let mut chars = as_chars(word);
    if let [.., a, b] = *chars.as_slice()
        && a == b
        && !is_vowel(a)
    {
        let len = a.len_utf8();
        swap(word, len, "");
        chars.pop();
    }
    if let Some(last) = chars.iter_mut().rev().find(|it| is_vowel(**it))
        && *last == 'і'
    {
        *last = 'о';
        *word = chars.into_iter().collect::<String>().into_bytes();
    }
}
