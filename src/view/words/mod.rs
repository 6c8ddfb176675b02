//! What the widget itself says, in one language: the texts of a file `words/XX.txt`, by key.

#[cfg(feature = "cli")]
mod all;
mod compact;
mod plural;

use alloc::string::String;

#[cfg(feature = "cli")]
pub use all::{FILES, Key};
#[cfg(feature = "cli")]
pub use plural::PLURAL_RULES;

use crate::date::Date;
use crate::model::{ChangeKind, Language, Quality, Reason, Relation, SourceKind, Weight};
use crate::text::{cut, push_number};

/// How many items a text has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Items {
    /// It is one text.
    One,
    /// So many in every language.
    List(usize),
    /// As many as a language has forms of a word.
    Forms,
}

impl Items {
    /// How many lines they take in the compact form.
    const fn n_lines(self) -> usize {
        match self {
            Items::One => 1,
            Items::List(n) => n,
            Items::Forms => plural::MOST_FORMS,
        }
    }
}

/// Declares the keys. In brackets: how many items a list has, or `plural` for the forms of a word.
macro_rules! words {
    ($($key:ident $([$($items:tt)+])?,)*) => {
        /// The name of each key, with how many items its text has, in the order of the compact form.
        const KEYS: &[(&str, Items)] = &[$((stringify!($key), words!(@items $($($items)+)?))),*];

        /// The places of the keys in this order.
        #[allow(non_camel_case_types)]
        enum Place { $($key),* }

        /// The texts of one language, each as it stands in its file.
        #[allow(missing_docs)]
        impl<'a> Words<'a> {
            $(words!(@accessor $key $($($items)+)?);)*
        }
    };
    (@items) => { Items::One };
    (@items plural) => { Items::Forms };
    (@items $length:expr) => { Items::List($length) };
    (@accessor $key:ident) => {
        pub fn $key(&self) -> &'a str {
            self.texts[const { line_of(Place::$key as usize) }]
        }
    };
    (@accessor $key:ident $($items:tt)+) => {
        pub fn $key(&self) -> &[&'a str] {
            const START: usize = line_of(Place::$key as usize);
            const END: usize = line_of(Place::$key as usize + 1);
            &self.texts[START..END]
        }
    };
}

words! {
    tag,
    direction,
    plurals,
    quotes[2],
    colon,
    comma,
    decimal,
    date_day,
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
    languages[14],
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

/// The line of the compact form in which the text of a key begins.
const fn line_of(place: usize) -> usize {
    let mut line = 0;
    let mut i = 0;
    while i < place {
        line += KEYS[i].1.n_lines();
        i += 1;
    }
    line
}

const N_LINES: usize = line_of(KEYS.len());

/// English in the compact form: the texts alone are in the wasm, without keys and comments.
pub const ENGLISH_TEXT: &str = compact::text(&compact::bytes::<{ compact::length(EN) }>(EN));
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
        let mut texts = [""; N_LINES];
        let mut rest = compact;
        let mut i = 0;
        loop {
            (texts[i], rest) = cut(rest, b'\n');
            i += 1;
            if i == N_LINES && rest.is_empty() {
                return Words { texts };
            }
            if i == N_LINES || rest.is_empty() {
                rest = ENGLISH_TEXT;
                i = 0;
            }
        }
    }

    /// Whether it is written from right to left.
    pub fn is_rtl(&self) -> bool {
        self.direction() == "rtl"
    }

    /// The quotation marks that open and close.
    pub fn quotation_marks(&self) -> [&'a str; 2] {
        [self.quotes()[0], self.quotes()[1]]
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
        let mut named = self.languages().iter().map(|it| cut(it, b' '));
        named.find(|(tag, _)| *tag == language.primary()).map_or(language.as_str(), |(_, name)| name)
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
                (b'm', Some(month)) => text.push_str(months[usize::from(month) - 1]),
                _ => push_number(&mut text, date.year().into()),
            }
        }
        text
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
