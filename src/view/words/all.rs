//! Every language, for the command line; browsers load one at a time.

use alloc::string::String;

use super::keys::{Declared, Items, KEYS, N_LINES, N_TAKE_LINES, TAKE_KEYS, line_of};
use super::{ENGLISH, TakeWords, Words, compact};
use crate::model::Language;

/// The languages the widget speaks: tag and file.
pub const FILES: &[(&str, &str)] = &[
    ("en", super::EN),
    ("ar", include_str!("ar.txt")),
    ("be", include_str!("be.txt")),
    ("de", include_str!("de.txt")),
    ("es", include_str!("es.txt")),
    ("fr", include_str!("fr.txt")),
    ("hi", include_str!("hi.txt")),
    ("it", include_str!("it.txt")),
    ("pl", include_str!("pl.txt")),
    ("pt", include_str!("pt.txt")),
    ("ru", include_str!("ru.txt")),
    ("tr", include_str!("tr.txt")),
    ("uk", include_str!("uk.txt")),
    ("zh", include_str!("zh.txt")),
];

/// What is declared of a text.
#[derive(Debug, Clone, Copy)]
pub struct Key {
    /// What stands to the left in a file.
    pub name: &'static str,
    /// How many items the text has.
    pub items: Items,
}

impl Key {
    /// All of them, in the order of the compact forms.
    pub fn all() -> impl Iterator<Item = Key> {
        KEYS.iter().chain(TAKE_KEYS).map(|&(name, items)| Key { name, items })
    }
}

impl Words<'static> {
    /// The interface texts in the language of a tag, whatever its region; `None` where the widget does not speak it.
    /// A text that is missing in its file is English.
    pub fn in_language(language: &Language) -> Option<Words<'static>> {
        let mut texts: [&str; N_LINES] = ENGLISH.texts;
        put(file_of(language)?, KEYS, &mut texts);
        Some(Words { texts })
    }
}

impl TakeWords<'static> {
    /// The texts for taking things away, likewise.
    pub fn in_language(language: &Language) -> Option<TakeWords<'static>> {
        let mut texts: [&str; N_TAKE_LINES] = TakeWords::read("").texts;
        put(file_of(language)?, TAKE_KEYS, &mut texts);
        Some(TakeWords { texts })
    }
}

fn file_of(language: &Language) -> Option<&'static str> {
    let is_it = |tag: &str| tag.eq_ignore_ascii_case(language.primary());
    FILES.iter().find(|(tag, _)| is_it(tag)).map(|(_, file)| *file)
}

/// Puts what a file has for the keys in place of the English.
fn put(file: &'static str, keys: &[Declared], texts: &mut [&'static str]) {
    for (place, (name, items)) in keys.iter().enumerate() {
        let lines = &mut texts[line_of(keys, place)..line_of(keys, place + 1)];
        match compact::find(file, name) {
            Some(text) if *items == Items::One => lines[0] = text,
            Some(text) => {
                // English may have more forms of a word.
                let mut items = text.split('|');
                lines.iter_mut().for_each(|line| *line = items.next().unwrap_or_default());
            }
            None => {}
        }
    }
}

impl Words<'_> {
    /// The form that browsers load: the texts in the order in which their keys are declared, each item on a line.
    pub fn to_compact(&self) -> String {
        compact_of(&self.texts)
    }
}

impl TakeWords<'_> {
    /// The form that browsers load, likewise.
    pub fn to_compact(&self) -> String {
        compact_of(&self.texts)
    }
}

fn compact_of(texts: &[&str]) -> String {
    texts.iter().flat_map(|it| [it, "\n"]).collect()
}
