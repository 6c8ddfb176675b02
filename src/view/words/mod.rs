//! What the widget itself says, in one language: the texts of a file `words/XX.txt`, by key.
//!
//! Every text is one line, lists too: a table of single strings is a third of the size of a struct with arrays, and
//! it is read by one loop from the compact form that browsers load.

#[cfg(feature = "cli")]
mod all;
mod plural;
mod text;

use alloc::string::String;

#[cfg(feature = "cli")]
pub use all::{FILES, Items, Key};
#[cfg(feature = "cli")]
pub use plural::PLURAL_RULES;

use crate::date::Date;
use crate::model::{ChangeKind, Language, Quality, Reason, Relation, SourceKind, Weight};
use crate::text::push_number;
pub use text::fill;
use text::{cut, find, nth};

/// Declares the keys. In brackets: how many items the list has; `plural` for as many as the language has forms.
macro_rules! words {
    ($($key:ident $([$($length:tt)+])?,)*) => {
        /// The interface texts of one language, each as it stands in its file.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        #[allow(missing_docs)]
        pub struct Words<'a> { $(pub $key: &'a str,)* }

        impl<'a> Words<'a> {
            /// Reads a file of `key = text` lines; what is missing in it is taken from another language.
            const fn read(file: &'a str, instead: Option<&Words<'a>>) -> Words<'a> {
                Words { $($key: match (find(file, stringify!($key)), instead) {
                    (Some(text), _) => text,
                    (None, Some(instead)) => instead.$key,
                    (None, None) => panic!(concat!("no text for the key ", stringify!($key))),
                },)* }
            }
        }

        /// The keys, in the order of the compact form.
        #[cfg(feature = "cli")]
        pub const KEYS: &[Key] = &[$(Key {
            name: stringify!($key),
            items: words!(@items $($($length)+)?),
            text: |words| words.$key,
        }),*];
    };
    (@items) => { Items::One };
    (@items plural) => { Items::Forms };
    (@items $length:expr) => { Items::Exactly($length) };
}

words! {
    tag,
    direction,
    plurals,
    quotes[2],
    colon,
    comma,
    decimal,
    date,
    date_first,
    date_month,
    date_year,
    months[12],
    months_alone[12],
    relations[Relation::ALL.len()],
    weights[Weight::ALL.len()],
    qualities[Quality::ALL.len()],
    reasons[Reason::ALL.len()],
    kinds[SourceKind::ALL.len()],
    changes[ChangeKind::ALL.len()],
    languages,
    statement,
    counter_statements,
    no_counter_statement,
    said_in,
    sources,
    no_source,
    unknown_speaker,
    undated,
    paraphrased,
    translation,
    translation_ours,
    archived,
    no_link,
    carries,
    quote_verified,
    verdict,
    true_when_said,
    not_true_when_said,
    confidence,
    would_change,
    review_due,
    full_check,
    rating,
    response,
    more,
    history,
    hash,
    hash_same,
    hash_differs,
    related,
    topics,
    claims[plural],
    contents,
    from,
    updated,
    methodology,
    corrections,
    license,
}

/// English, which every build speaks.
// The file is searched for each key, which is more steps than the compiler takes for sure to end.
#[allow(long_running_const_eval)]
pub static ENGLISH: Words<'static> = Words::read(include_str!("en.txt"), None);

impl<'a> Words<'a> {
    /// Whether it is written from right to left.
    pub fn is_rtl(&self) -> bool {
        self.direction == "rtl"
    }

    /// The quotation marks that open and close.
    pub fn quotes(&self) -> [&'a str; 2] {
        [nth(self.quotes, 0), nth(self.quotes, 1)]
    }

    /// A relation, said so that it can follow the statement.
    pub fn relation(&self, relation: Relation) -> &'a str {
        nth(self.relations, relation as usize)
    }

    /// The weight of evidence, as a sentence.
    pub fn weight(&self, weight: Weight) -> &'a str {
        nth(self.weights, weight as usize)
    }

    /// What sort of sentence.
    pub fn quality(&self, quality: Quality) -> &'a str {
        nth(self.qualities, quality as usize)
    }

    /// Why a verdict was given.
    pub fn reason(&self, reason: Reason) -> &'a str {
        nth(self.reasons, reason as usize)
    }

    /// What kind of source.
    pub fn kind(&self, kind: SourceKind) -> &'a str {
        nth(self.kinds, kind as usize)
    }

    /// What sort of change.
    pub fn change(&self, kind: ChangeKind) -> &'a str {
        nth(self.changes, kind as usize)
    }

    /// A language's name, or its tag where the name is not known.
    pub fn language<'b>(&'b self, language: &'b Language) -> &'b str {
        let mut rest = self.languages;
        while !rest.is_empty() {
            let (item, after) = cut(rest, b'|');
            let (tag, name) = cut(item, b' ');
            if tag == language.primary() {
                return name;
            }
            rest = after;
        }
        language.as_str()
    }

    /// So many of something: the form for the number, with the number in it.
    pub fn count(&self, forms: &str, n: usize) -> String {
        fill(nth(forms, plural::form(self.plurals, n)), &[("n", &decimal(n as u32))])
    }

    /// A date as readers write it, as precise as it is known.
    pub fn date(&self, date: Date) -> String {
        let (pattern, months) = match (date.month(), date.day()) {
            (None, _) => (self.date_year, ""),
            (_, None) => (self.date_month, self.months_alone),
            (_, Some(1)) => (self.date_first, self.months),
            _ => (self.date, self.months),
        };
        let month = nth(months, usize::from(date.month().unwrap_or(1)) - 1);
        let day = decimal(date.day().unwrap_or(0).into());
        fill(pattern, &[("day", &day), ("month", month), ("year", &decimal(date.year().into()))])
    }
}

fn decimal(number: u32) -> String {
    let mut text = String::new();
    push_number(&mut text, number);
    text
}
