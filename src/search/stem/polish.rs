//! Polish: endings off. A light stemmer of our own; `tests/it/search_stems.rs` says how well it does.

use alloc::vec::Vec;

use super::{cut_longest, letters_end};

const VOWELS: &str = "aąeęioóuy";

const ENDINGS: &str = "iami ami iach ach iom om iów ów owi iowi iem em owie iego ego iemu emu ych ich ymi imi ym im iej ej \
    ość ości ością ować ał ała ało ali ały ił iła iło ili iły ył yła yło yli yły ać eć ić yć uje ują ujesz ujemy ujecie \
    ają eją asz esz isz ysz amy emy imy ymy acie ecie icie ycie aj iał iała iało ieli iały ie ia ią ię io iu ii \
    a ą e ę i o u y";

/// Stems a word in lower case.
pub(super) fn stem(word: &mut Vec<u8>) {
    let is_vowel = |c: char| VOWELS.chars().any(|it| it == c);
    let first = letters_end(word, 0, &is_vowel);
    cut_longest(word, first, "się");
    cut_longest(word, first, ENDINGS);
}
