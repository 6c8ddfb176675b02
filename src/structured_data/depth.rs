//! How deep the tags of a page nest.

use alloc::string::String;

/// How deep tags may nest, at most, for a text to be parsed: a parser's work grows with the square of it.
const MAX_DEPTH: usize = 1_000;

/// Whether tags nest no deeper than a parser takes in good time; counted roughly, from above.
pub fn is_parsable(html: &str) -> bool {
    let (mut depth, mut deepest) = (0_usize, 0);
    for (at, _) in html.match_indices('<') {
        let rest = html.get(at + 1..).unwrap_or_default();
        match rest.bytes().next() {
            Some(b'/') => depth = depth.saturating_sub(1),
            Some(b) if b.is_ascii_alphabetic() && !is_void(rest) => depth += 1,
            _ => {}
        }
        deepest = deepest.max(depth);
    }
    deepest <= MAX_DEPTH
}

/// Whether a tag is of an element that has no end, or that most people do not end.
fn is_void(tag: &str) -> bool {
    let name: String = tag.chars().take_while(char::is_ascii_alphanumeric).collect();
    let names =
        ["br", "img", "hr", "input", "meta", "link", "source", "embed", "wbr", "col", "p", "li", "td", "tr"];
    names.iter().any(|it| name.eq_ignore_ascii_case(it))
}
