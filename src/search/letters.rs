//! Letters: what they are without case and marks, and what is none.

use alloc::vec::Vec;

/// What stands for the small letters from U+00DF to U+017F; a dot where the letter stays.
const LATIN: &[u8] = b"saaaaaaaceeeeiiiidnooooo.ouuuuytyaaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkkllllllllllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

/// What stands for the letters from U+1EA0 to U+1EF9, most of them Vietnamese; two code points each.
const VIETNAMESE: &[u8] = b"aaaaaaaaaaaaeeeeeeeeiioooooooooooouuuuuuuyyyy";

/// Appends a letter in lower case as UTF-8, without its marks; nothing for a mark by itself.
pub(super) fn push_plain(to: &mut Vec<u8>, c: char) {
    let code = c as usize;
    let plain = match c {
        '\'' | '\u{300}'..='\u{36F}' | '\u{483}'..='\u{487}' | '\u{591}'..='\u{5C7}' => return,
        // Arabic: vowel signs and the stroke that makes a word longer.
        '\u{64B}'..='\u{65F}' | '\u{670}' | '\u{640}' => return,
        'ß' => return to.extend_from_slice(b"ss"),
        'æ' => return to.extend_from_slice(b"ae"),
        'œ' => return to.extend_from_slice(b"oe"),
        'þ' => return to.extend_from_slice(b"th"),
        '\u{DF}'..='\u{17F}' => match LATIN.get(code - 0xDF) {
            Some(b'.') | None => c,
            Some(plain) => *plain as char,
        },
        '\u{1EA0}'..='\u{1EF9}' => VIETNAMESE.get((code - 0x1EA0) / 2).map_or(c, |it| *it as char),
        'ά' => 'α',
        'έ' => 'ε',
        'ή' => 'η',
        'ί' | 'ϊ' | 'ΐ' => 'ι',
        'ό' => 'ο',
        'ύ' | 'ϋ' | 'ΰ' => 'υ',
        'ώ' => 'ω',
        'ς' => 'σ',
        'ё' => 'е',
        '\u{660}'..='\u{669}' => return to.push(b'0' + (code - 0x660) as u8),
        '\u{6F0}'..='\u{6F9}' => return to.push(b'0' + (code - 0x6F0) as u8),
        '\u{966}'..='\u{96F}' => return to.push(b'0' + (code - 0x966) as u8),
        'ґ' => 'г',
        'أ' | 'إ' | 'آ' | 'ٱ' => 'ا',
        'ى' => 'ي',
        'ة' => 'ه',
        _ => c,
    };
    push_char(to, plain);
}

/// Appends a character as UTF-8.
pub(super) fn push_char(to: &mut Vec<u8>, c: char) {
    let code = c as u32;
    let behind = match code {
        0..0x80 => return to.push(code as u8),
        0x80..0x800 => {
            to.push(0xC0 | (code >> 6) as u8);
            1
        }
        0x800..0x1_0000 => {
            to.push(0xE0 | (code >> 12) as u8);
            2
        }
        _ => {
            to.push(0xF0 | (code >> 18) as u8);
            3
        }
    };
    for n in (0..behind).rev() {
        to.push(0x80 | (code >> (6 * n) & 0x3F) as u8);
    }
}

/// The small letter of a capital, in the scripts that have both and are in wide use; wide forms become narrow.
///
/// `char::to_lowercase` knows all scripts, by four kilobytes of tables.
pub(super) fn lower(c: char) -> char {
    let code = c as u32;
    let small = match code {
        0x130 => 0x69,
        0x178 => 0xFF,
        0x1E9E => 0xDF,
        0x4C0 => 0x4CF,
        0x386 => 0x3AC,
        0x38C => 0x3CC,
        0xD7 => code,
        0x41..=0x5A | 0xC0..=0xDE | 0x391..=0x3AB | 0x410..=0x42F => code + 32,
        0x388..=0x38A => code + 37,
        0x38E..=0x38F => code + 63,
        0x400..=0x40F => code + 80,
        0x531..=0x556 => code + 48,
        0x100..=0x137 | 0x14A..=0x177 | 0x218..=0x21B | 0x460..=0x481 | 0x48A..=0x4BF | 0x4D0..=0x52F => {
            code | 1
        }
        0x1E00..=0x1E95 | 0x1EA0..=0x1EFF => code | 1,
        0x139..=0x148 | 0x179..=0x17E | 0x4C1..=0x4CE => code + (code & 1),
        0xFF21..=0xFF3A => code - 0xFEC0,
        0xFF10..=0xFF19 | 0xFF41..=0xFF5A => code - 0xFEE0,
        _ => code,
    };
    char::from_u32(small).unwrap_or(c)
}

/// Whether a character is part of a word: letters, digits, and the signs that belong to the letter before them. Of what
/// is not ASCII, that is what is no known punctuation or symbol.
pub(crate) fn is_of_word(c: char) -> bool {
    match c {
        '\0'..='\u{7F}' => c.is_ascii_alphanumeric(),
        '\u{AA}' | '\u{B5}' | '\u{BA}' => true,
        _ => !matches!(
            c,
            '\u{80}'..='\u{BF}' | '×' | '÷' | '\u{2B9}'..='\u{2DF}' | '\u{37E}' | '\u{387}'
                | '\u{55A}'..='\u{55F}' | '\u{589}'..='\u{58F}' | '\u{5BE}' | '\u{5C0}' | '\u{5C3}' | '\u{5C6}' | '\u{5F3}'..='\u{5FF}'
                | '\u{600}'..='\u{60F}' | '\u{61B}'..='\u{61F}' | '\u{66A}'..='\u{66D}' | '\u{6D4}' | '\u{6DD}' | '\u{700}'..='\u{70F}'
                | '\u{964}' | '\u{965}' | '\u{970}' | '\u{E3F}' | '\u{E4F}' | '\u{E5A}'..='\u{E5F}' | '\u{104A}'..='\u{104F}'
                | '\u{1360}'..='\u{1368}' | '\u{1680}' | '\u{17D4}'..='\u{17DB}' | '\u{1800}'..='\u{180E}'
                | '\u{2000}'..='\u{206F}' | '\u{20A0}'..='\u{20CF}' | '\u{2190}'..='\u{2BFF}' | '\u{2E00}'..='\u{2E7F}'
                | '\u{2FF0}'..='\u{3004}' | '\u{3008}'..='\u{3020}' | '\u{3030}' | '\u{303D}'..='\u{3040}' | '\u{30A0}' | '\u{30FB}'
                | '\u{E000}'..='\u{F8FF}' | '\u{FD3E}'..='\u{FD4F}' | '\u{FE10}'..='\u{FE1F}' | '\u{FE30}'..='\u{FE6F}' | '\u{FEFF}'
                | '\u{FF00}'..='\u{FF0F}' | '\u{FF1A}'..='\u{FF20}' | '\u{FF3B}'..='\u{FF40}' | '\u{FF5B}'..='\u{FF65}' | '\u{FFE0}'..='\u{FFFF}'
                | '\u{1F000}'..='\u{1FAFF}' | '\u{E0000}'..
        ),
    }
}

/// Whether a script puts no blanks between words.
pub(crate) fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{E00}'..='\u{EFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17FF}' | '\u{2E80}'..='\u{A4CF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}')
}
