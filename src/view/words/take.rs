//! What is said when a reader takes something away: texts that one module of WebAssembly needs and the core does not.

use super::keys::{N_TAKE_LINES, TAKE_KEYS};
use super::{EN, compact, lines};

/// English in the compact form.
const ENGLISH_TEXT: &str =
    compact::text(&compact::bytes::<{ compact::length(EN, TAKE_KEYS) }>(EN, TAKE_KEYS));

/// The texts for taking things away, in one language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TakeWords<'a> {
    /// The lines of the compact form.
    pub(super) texts: [&'a str; N_TAKE_LINES],
}

impl<'a> TakeWords<'a> {
    /// Reads the compact form. When there are more lines or fewer than there should be, it is English.
    pub const fn read(compact: &'a str) -> TakeWords<'a> {
        TakeWords { texts: lines(compact, ENGLISH_TEXT) }
    }
}
