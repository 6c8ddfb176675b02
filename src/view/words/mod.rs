//! What the widget itself says, in one language: the texts of a file `words/XX.txt`, by key.

#[cfg(feature = "cli")]
mod all;
mod compact;
mod keys;
mod plural;
#[cfg(feature = "extras")]
mod take;

use alloc::string::String;

#[cfg(feature = "cli")]
pub use all::{FILES, Key};
#[cfg(feature = "cli")]
pub use keys::Items;
#[cfg(feature = "cli")]
pub use plural::PLURAL_RULES;
#[cfg(feature = "extras")]
pub use take::TakeWords;

use crate::date::Date;
use crate::model::{ChangeKind, Language, Quality, Reason, Relation, SourceKind, Weight};
use crate::text::{cut, push_number};
use keys::{KEYS, N_LINES};

/// English in the compact form: the texts alone are in the wasm, without keys and comments.
pub const ENGLISH_TEXT: &str = compact::text(&compact::bytes::<{ compact::length(EN, KEYS) }>(EN, KEYS));
const EN: &str = include_str!("en.txt");

/// English, which every build speaks.
pub static ENGLISH: Words<'static> = Words::read(ENGLISH_TEXT);

/// The interface texts of one language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Words<'a> {
    /// The lines of the compact form.
    texts: [&'a str; N_LINES],
}

impl<'a> Words<'a> {
    /// Reads the compact form: the texts in the order in which their keys are declared, each item on a line.
    /// When there are more lines or fewer, as in a file of another version or in no file at all, it is English.
    pub const fn read(compact: &'a str) -> Words<'a> {
        // The extras get the English text from the core, which has it anyway.
        const BUILT_IN: &str = if cfg!(any(feature = "widget", feature = "search", feature = "cli")) {
            ENGLISH_TEXT
        } else {
            ""
        };
        Words { texts: lines(compact, BUILT_IN) }
    }

    /// Whether it is written from right to left.
    pub fn is_rtl(&self) -> bool {
        self.direction() == "rtl"
    }

    /// The quotation marks that open and close.
    pub fn quotation_marks(&self) -> [&'a str; 2] {
        [self.quotes()[0], self.quotes()[1]]
    }

    /// What stands between a label and its text.
    pub fn colon(&self) -> &'a str {
        self.signs()[0]
    }

    /// What stands between a name and a role.
    pub fn comma(&self) -> &'a str {
        self.signs()[1]
    }

    /// What stands before the decimals of a number.
    pub fn decimal_sign(&self) -> &'a str {
        self.signs()[2]
    }

    /// A relation, said so that it can follow the statement.
    pub fn relation(&self, relation: Relation) -> &'a str {
        self.relations()[relation as usize]
    }

    /// The weight of evidence, as a sentence.
    pub fn weight(&self, weight: Weight) -> &'a str {
        self.weights()[weight as usize]
    }

    /// What sort of sentence.
    pub fn quality(&self, quality: Quality) -> &'a str {
        self.qualities()[quality as usize]
    }

    /// Why a verdict was given.
    pub fn reason(&self, reason: Reason) -> &'a str {
        self.reasons()[reason as usize]
    }

    /// What kind of source.
    pub fn kind(&self, kind: SourceKind) -> &'a str {
        self.kinds()[kind as usize]
    }

    /// What sort of change.
    pub fn change(&self, kind: ChangeKind) -> &'a str {
        self.changes()[kind as usize]
    }

    /// A language's name, or its tag where the name is not known.
    pub fn language<'b>(&'b self, language: &'b Language) -> &'b str {
        let primary = language.primary();
        for item in self.languages() {
            let (tag, name) = cut(item, b' ');
            if tag == primary {
                return name;
            }
        }
        language.as_str()
    }

    /// So many of something: the form for the number, with the number in it.
    pub fn count(&self, forms: &[&str], n: usize) -> String {
        let mut pattern = forms.get(plural::form(self.plurals(), n)).copied().unwrap_or_default();
        let mut text = String::new();
        while next_place(&mut pattern, &mut text).is_some() {
            push_number(&mut text, n as u32);
        }
        text
    }

    /// A date as readers write it, as precise as it is known.
    pub fn date(&self, date: Date) -> String {
        let (mut pattern, months) = match (date.month(), date.day()) {
            (None, _) => (self.date_year(), &[][..]),
            (_, None) => (self.date_month(), self.months_alone()),
            (_, Some(1)) => (self.date_first(), self.months()),
            _ => (self.date_day(), self.months()),
        };
        let mut text = String::new();
        while let Some(name) = next_place(&mut pattern, &mut text) {
            match (name, date.month()) {
                (b'd', _) => push_number(&mut text, date.day().unwrap_or_default().into()),
                (b'm', Some(month)) => {
                    text.push_str(months.get(usize::from(month) - 1).copied().unwrap_or_default())
                }
                _ => push_number(&mut text, date.year().into()),
            }
        }
        text
    }
}

/// The lines of a text; those of another if there are more or fewer than there should be.
const fn lines<'a, const N: usize>(compact: &'a str, or_else: &'static str) -> [&'a str; N] {
    let mut texts = [""; N];
    let mut rest = compact;
    let mut i = 0;
    while i < N && !rest.is_empty() {
        (texts[i], rest) = cut(rest, b'\n');
        i += 1;
    }
    match i == N && rest.is_empty() {
        true => texts,
        false if or_else.is_empty() => [""; N],
        false => lines(or_else, ""),
    }
}

/// Writes a pattern such as `{n} claims` up to its next name and gives the name's first letter; `None` at the end.
///
/// A loop around it fills a pattern. A closure would be nicer to call, and brings 600 bytes into the wasm.
pub fn next_place(pattern: &mut &str, text: &mut String) -> Option<u8> {
    let (before, after) = cut(pattern, b'{');
    text.push_str(before);
    let (name, after) = cut(after, b'}');
    *pattern = after;
    name.as_bytes().first().copied()
}
