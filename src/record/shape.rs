//! Shapes: what a record looks like in a file, as data.
//!
//! One interpreter of shapes reads every record. A reader generated for each type did the same in 39 KB more
//! of wasm.

use alloc::vec::Vec;

use crate::date::Date;
use crate::score::Score;

/// A type that has a shape.
pub(crate) trait Shaped {
    /// Its shape.
    const SHAPE: Shape;
}

/// What a value looks like.
#[cfg_attr(not(feature = "reader"), allow(dead_code))] // Only the strict reader asks how a text must look.
pub(crate) enum Shape {
    /// An object with known fields.
    Record(&'static RecordShape),
    /// A value that may be absent or null.
    Option(&'static Shape),
    /// A list; absent means empty.
    List(&'static Shape),
    /// An object from checked keys to values; absent means empty.
    Table(&'static TextShape, &'static Shape),
    /// One of some words.
    Word(&'static WordShape),
    /// A checked string.
    Text(&'static TextShape),
    /// A date.
    Date,
    /// A number of at most three decimals.
    Score,
    /// `true` or `false`.
    Bool,
}

/// The shape of an object.
pub(crate) struct RecordShape {
    /// The type's name, in the schema.
    #[cfg(feature = "cli")]
    pub name: &'static str,
    /// What it is, in the schema.
    #[cfg(feature = "cli")]
    pub doc: &'static [&'static str],
    /// Its fields, in the order of the pack.
    pub fields: &'static [Field],
    /// The field that a bare string stands for.
    #[cfg(feature = "reader")]
    pub bare: Option<&'static str>,
}

/// One field of an object.
pub(crate) struct Field {
    /// Its name in the file.
    pub name: &'static str,
    /// What it is, in the schema.
    #[cfg(feature = "cli")]
    pub doc: &'static [&'static str],
    /// What its value looks like.
    pub shape: Shape,
}

/// The shape of a fixed set of words.
pub(crate) struct WordShape {
    /// The type's name, in the schema.
    #[cfg(feature = "cli")]
    pub name: &'static str,
    /// What they say, in the schema.
    #[cfg(feature = "cli")]
    pub doc: &'static [&'static str],
    /// The words, in the order of the pack.
    pub words: &'static [&'static str],
    /// What each word says, in the schema.
    #[cfg(feature = "cli")]
    pub docs: &'static [&'static [&'static str]],
}

/// The shape of a checked string.
pub(crate) struct TextShape {
    /// The type's name, in the schema.
    #[cfg(feature = "cli")]
    pub name: &'static str,
    /// A regular expression (ECMA-262) that all of them match, in the schema.
    #[cfg(feature = "cli")]
    pub pattern: &'static str,
    /// How many bytes, and so characters, they have at most.
    #[cfg(feature = "cli")]
    pub max_len: usize,
    /// One of them.
    #[cfg(feature = "cli")]
    pub example: &'static str,
    /// The check.
    #[cfg(feature = "reader")]
    pub check: fn(&str) -> Result<(), &'static str>,
    /// What would be right.
    #[cfg(feature = "reader")]
    pub help: &'static str,
}

impl<T: Shaped> Shaped for Option<T> {
    const SHAPE: Shape = Shape::Option(&T::SHAPE);
}

impl<T: Shaped> Shaped for Vec<T> {
    const SHAPE: Shape = Shape::List(&T::SHAPE);
}

impl Shaped for bool {
    const SHAPE: Shape = Shape::Bool;
}

impl Shaped for Date {
    const SHAPE: Shape = Shape::Date;
}

impl Shaped for Score {
    const SHAPE: Shape = Shape::Score;
}
