//! Every language, for the command line; browsers load one at a time.

use alloc::string::String;

use super::keys::{Items, KEYS, N_LINES, line_of};
use super::{ENGLISH, Words, compact};
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
    /// All of them, in the order of the compact form.
    pub fn all() -> impl Iterator<Item = Key> {
        KEYS.iter().map(|&(name, items)| Key { name, items })
    }
}

impl Words<'static> {
    /// The interface texts in the language of a tag, whatever its region; `None` where the widget does not speak it.
    /// A text that is missing in its file is English.
    pub fn in_language(language: &Language) -> Option<Words<'static>> {
        let is_it = |tag: &str| tag.eq_ignore_ascii_case(language.primary());
        let (_, file) = FILES.iter().find(|(tag, _)| is_it(tag))?;
        let mut texts = [""; N_LINES];
        for (place, (name, items)) in KEYS.iter().enumerate() {
            let lines = line_of(place)..line_of(place + 1);
            match compact::find(file, name) {
                Some(text) if *items == Items::One => texts[lines.start] = text,
                Some(text) => lines.zip(text.split('|')).for_each(|(i, item)| texts[i] = item),
                None => texts[lines.clone()].copy_from_slice(&ENGLISH.texts[lines]),
            }
        }
        Some(Words { texts })
    }
}

impl Words<'_> {
    /// The form that browsers load: the texts in the order in which their keys are declared, each item on a line.
    pub fn to_compact(&self) -> String {
        self.texts.iter().flat_map(|it| [it, "\n"]).collect()
    }
}
