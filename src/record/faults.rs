//! Where the reading is, and what was found wrong so far.

use alloc::{borrow::Cow, format, string::String, vec::Vec};

use super::value::Value;
use crate::error::{Error, Path};
use crate::text::excerpt;

/// Enough to mend in one go; a file of another kind altogether would give millions.
pub(crate) const MAX_ERRORS: usize = 100;

#[derive(Default)]
pub(super) struct Faults {
    pub(super) path: Path,
    pub(super) errors: Vec<Error>,
}

impl Faults {
    /// Whether there are so many that going on is of no use.
    pub(super) fn are_enough(&self) -> bool {
        self.errors.len() >= MAX_ERRORS
    }

    /// Notes a fault here.
    pub(super) fn wrong(&mut self, message: impl Into<String>, help: impl Into<String>) {
        if !self.are_enough() {
            let path = self.path.clone();
            self.errors.push(Error { path, ..Error::whole(message, help) });
        }
    }

    /// Notes that a value is of another kind than expected.
    pub(super) fn expected(&mut self, what: &str, found: &Value) {
        let found: Cow<'_, str> = match found {
            Value::Null => "null".into(),
            Value::Bool(true) => "`true`".into(),
            Value::Bool(false) => "`false`".into(),
            Value::Number(_) => "a number".into(),
            Value::Text(it) => format!("the string `{}`", excerpt(it)).into(),
            Value::List(_) => "a list".into(),
            Value::Object(_) => "an object".into(),
        };
        self.wrong(format!("is {found}"), format!("expected {what}"));
    }
}
