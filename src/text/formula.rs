//! Cells that spreadsheets would run.

use alloc::string::String;

/// What cells begin with that spreadsheets take for a formula, or for blanks before one.
const TRIGGERS: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// The cell for a text: with a `'` before what a spreadsheet would run, as OWASP advises ("CSV Injection"). Texts that
/// look like such a cell get one, too, so that [`restored`] gives every text back.
pub fn neutral(text: &str) -> String {
    [if is_dangerous(text) { "'" } else { "" }, text].concat()
}

/// The text of a cell that [`neutral`] made.
pub fn restored(cell: &str) -> &str {
    cell.strip_prefix('\'').filter(|it| is_dangerous(it)).unwrap_or(cell)
}

fn is_dangerous(text: &str) -> bool {
    text.trim_start_matches('\'').starts_with(TRIGGERS)
}
