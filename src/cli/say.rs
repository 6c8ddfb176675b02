//! Words to people and machines. Whoever reads them may stop reading at any time, which is no error; and colors
//! stay where somebody sees them.

use std::fmt::Arguments;
use std::io::{self, Write};

/// A line on standard output.
pub(super) fn out(line: Arguments<'_>) {
    tell(io::stdout().lock(), line);
}

/// A line on standard error.
pub(super) fn err(line: Arguments<'_>) {
    tell(anstream::stderr().lock(), line);
}

/// What cannot be told is not heard either: there is nobody left to complain to.
fn tell(mut to: impl Write, line: Arguments<'_>) {
    let _ = writeln!(to, "{line}");
}

/// As the standard library's, which panics when the reader has gone.
macro_rules! println {
    ($($words:tt)*) => { $crate::cli::say::out(format_args!($($words)*)) };
}

/// As the standard library's, which panics when the reader has gone.
macro_rules! eprintln {
    ($($words:tt)*) => { $crate::cli::say::err(format_args!($($words)*)) };
}

pub(super) use {eprintln, println};
