//! What is wrong with a dataset, and where: a message, a place in the file, and the cure.

use alloc::{borrow::Cow, string::String, vec::Vec};
use core::fmt;

use crate::text::excerpt;

/// One step from a value to a value inside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// Into an object, by field name or id.
    Key(Cow<'static, str>),
    /// Into a list, counted from 0.
    Index(usize),
}

/// The way from the root of a dataset file to a value, written `claims[3].statement.text`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Path(Vec<Step>);

impl Path {
    /// The steps from the root.
    pub fn steps(&self) -> &[Step] {
        &self.0
    }

    /// Whether this is the root itself.
    pub fn is_root(&self) -> bool {
        self.0.is_empty()
    }

    /// Steps into a field.
    pub fn push_key(&mut self, key: impl Into<Cow<'static, str>>) {
        self.0.push(Step::Key(key.into()));
    }

    /// Steps into a list item.
    pub fn push_index(&mut self, index: usize) {
        self.0.push(Step::Index(index));
    }

    /// Steps back out.
    pub fn pop(&mut self) {
        self.0.pop();
    }
}

impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (depth, step) in self.0.iter().enumerate() {
            match step {
                Step::Key(key) if depth == 0 => write!(f, "{}", excerpt(key))?,
                Step::Key(key) => write!(f, ".{}", excerpt(key))?,
                Step::Index(index) => write!(f, "[{index}]")?,
            }
        }
        Ok(())
    }
}

/// A place in a text file; both numbers count from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// The line.
    pub line: usize,
    /// The column, in characters (Unicode scalar values).
    pub column: usize,
}

/// One thing that is wrong with a dataset.
///
/// Reads ``12:5: claims[3].counter_statements[0].relation: unknown relation `denys`; did you mean `denies`?``
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Error {
    /// Where in the record.
    pub path: Path,
    /// Where in the file, when there is a text file.
    pub position: Option<Position>,
    /// What is wrong: lower case, no full stop, the offending value in backticks.
    pub message: String,
    /// What would be right.
    pub help: Option<String>,
    /// The rule that is broken, if it is one that has a page (`factcheck check --explain`).
    #[cfg(feature = "cli")]
    pub rule: Option<&'static str>,
}

impl Error {
    /// An error that concerns the file as a whole.
    pub fn whole(message: impl Into<String>, help: impl Into<String>) -> Error {
        Error {
            path: Path::default(),
            position: None,
            message: message.into(),
            help: Some(help.into()),
            #[cfg(feature = "cli")]
            rule: None,
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(Position { line, column }) = self.position {
            write!(f, "{line}:{column}: ")?;
        }
        if !self.path.is_root() {
            write!(f, "{}: ", self.path)?;
        }
        f.write_str(&self.message)?;
        match &self.help {
            Some(help) => write!(f, "; {help}"),
            None => Ok(()),
        }
    }
}

impl core::error::Error for Error {}

/// Everything that is wrong with a dataset, in file order; never empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Errors(pub Vec<Error>);

impl fmt::Display for Errors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, error) in self.0.iter().enumerate() {
            if i > 0 {
                f.write_str("\n")?;
            }
            error.fmt(f)?;
        }
        Ok(())
    }
}

impl core::error::Error for Errors {}

impl From<Error> for Errors {
    fn from(error: Error) -> Errors {
        Errors(alloc::vec![error])
    }
}
