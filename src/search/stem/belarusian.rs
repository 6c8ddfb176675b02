//! Belarusian: endings off, and vowels that change with the stress as one. A light stemmer of our own;
//! `tests/it/search_stems.rs` says how well it does.

use alloc::{string::String, vec::Vec};

use super::{as_chars, cut_longest, letters_end};

const VOWELS: &str = "аеёіоуыэюя";

const ENDINGS: &str = "амі ямі ымі імі ах ях ых іх ам ям ым ім ом ём ем аў яў оў ёў еў ай яй ой ёй эй ей ый аю яю ою ею \
    ага яга ога аму яму ому ая яя ую юю ае яе ое ыя ія асць асці асцю \
    аваць яваць ваць аць яць іць ыць уць ць аваў аваў аў яў іў ыў ала яла іла ыла ло ала яло іло алі ялі ілі ылі \
    уе юе уюць юць аюць яюць уць аць яць іць ыць еш эш аш яш іш ыш аем яем уем ім ым аеце еце іце ыце \
    ы і а я у ю е о ё э ь й";

/// Stems a word in lower case.
pub(super) fn stem(word: &mut Vec<u8>) {
    let is_vowel = |c: char| VOWELS.chars().any(|it| it == c);
    let first = letters_end(word, 0, &is_vowel);
    cut_longest(word, first, "ся цца ца");
    cut_longest(word, first, ENDINGS);
    cut_longest(word, first, "ь");
    // мост, маста; вёска, вясковы.
    let one = |c: char| match c {
        'о' => 'а',
        'ё' | 'я' => 'е',
        'э' => 'а',
        c => c,
    };
    *word = as_chars(word).into_iter().map(one).collect::<String>().into_bytes();
}
