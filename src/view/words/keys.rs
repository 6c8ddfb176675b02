//! The keys of the interface texts: which there are, in which order, with how many items.

use super::{Words, plural};
use crate::model::{ChangeKind, Quality, Reason, Relation, SourceKind, Weight};

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
    pub(super) const fn n_lines(self) -> usize {
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
        pub(super) const KEYS: &[(&str, Items)] = &[$((stringify!($key), words!(@items $($($items)+)?))),*];

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
    not_loaded,
    plurals,
    quotes[2],
    signs[3],
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
    languages[26],
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
    untranslated,
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
    review_overdue,
    full_check,
    rating,
    response,
    n_sources[plural],
    n_origins[plural],
    n_archived,
    last_review,
    more,
    take,
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
    search,
    filter,
    sort,
    sorts[4],
    facets[7],
    found,
    nothing_found,
    show_all,
    remove,
    timeline,
    as_table,
    timeline_columns[4],
    permalink,
    copy,
    copied,
    selected,
    cite,
    plain_text,
    embed,
    picture,
    download,
    report_hint,
    report_copy,
    report_lines[3],
}

/// The line of the compact form in which the text of a key begins.
pub(super) const fn line_of(place: usize) -> usize {
    let mut line = 0;
    let mut i = 0;
    while i < place {
        line += KEYS[i].1.n_lines();
        i += 1;
    }
    line
}

/// How many lines the compact form has.
pub(super) const N_LINES: usize = line_of(KEYS.len());
