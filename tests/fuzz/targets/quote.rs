//! Any quote in any text: what is found is a part of the text, and a part of the text is found as it is.
#![no_main]

use factcheck::quote::{Document, Fit, Selector, compare};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: (&str, &str, &str, &str, u16, u16)| {
    let (text, exact, prefix, suffix, position, len) = data;
    let document = Document::new(text);
    let wanted = Selector { exact, prefix: Some(prefix), suffix: Some(suffix), position: Some(position.into()) };
    if let Some(place) = document.find(&wanted) {
        assert!(text.get(place.range).is_some() && place.score <= 1000 && place.n_equal > 0);
    }
    let comparison = compare(&document, &wanted);
    assert!(text.get(comparison.range).is_some());
    let start = text.floor_char_boundary(position.into());
    let end = text.floor_char_boundary(start.saturating_add(len.into()).min(text.len())).max(start);
    let part = text[start..end].trim();
    let place = document.find(&Selector { exact: part, ..Selector::default() });
    if part.chars().any(char::is_alphanumeric) {
        let place = place.expect("a part of the text is found in it");
        assert!(place.fit == Fit::Exact || place.fit == Fit::Folded);
    }
});
