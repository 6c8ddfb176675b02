//! Every language, for the command line; browsers load one at a time.

use alloc::string::String;

use super::{ENGLISH, KEYS, Words};
use crate::model::Language;

/// The languages the widget speaks: tag and file.
pub const FILES: &[(&str, &str)] = &[("en", include_str!("en.txt"))];

/// What is declared of a text.
pub struct Key {
    /// What stands to the left in a file.
    pub name: &'static str,
    /// How many items the text has.
    pub items: Items,
    /// Finds the text.
    pub text: for<'a> fn(&Words<'a>) -> &'a str,
}

/// How many items a text has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Items {
    /// It is no list, or one of any length.
    One,
    /// So many in every language.
    Exactly(usize),
    /// As many as the language has forms of a word.
    Forms,
}

impl Words<'static> {
    /// The interface texts in the language of a tag, whatever its region; `None` where the widget does not speak it.
    pub fn in_language(language: &Language) -> Option<Words<'static>> {
        let is_it = |tag: &str| tag.eq_ignore_ascii_case(language.primary());
        let (_, file) = FILES.iter().find(|(tag, _)| is_it(tag))?;
        Some(Words::read(file, Some(&ENGLISH)))
    }
}

impl Words<'_> {
    /// The form that browsers load: the texts in the order in which their keys are declared, one a line.
    pub fn to_compact(&self) -> String {
        KEYS.iter().flat_map(|it| [(it.text)(self), "\n"]).collect()
    }
}
