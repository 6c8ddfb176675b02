//! Text as JSON writes it.

use alloc::string::String;

/// Appends a text as a JSON string, with the shortest escapes, as RFC 8785 asks for.
pub(crate) fn push_json(json: &mut String, text: &str) {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    json.push('"');
    for c in text.chars() {
        match c {
            '"' => json.push_str("\\\""),
            '\\' => json.push_str("\\\\"),
            '\u{8}' => json.push_str("\\b"),
            '\t' => json.push_str("\\t"),
            '\n' => json.push_str("\\n"),
            '\u{C}' => json.push_str("\\f"),
            '\r' => json.push_str("\\r"),
            '\0'..='\u{1F}' => {
                json.push_str("\\u00");
                json.push(DIGITS[(c as usize) >> 4] as char);
                json.push(DIGITS[(c as usize) & 15] as char);
            }
            c => json.push(c),
        }
    }
    json.push('"');
}
