//! Any text as a page: its structured data, what it says of itself, and its text with its links.
#![no_main]

use factcheck::claim_review::{Graph, reviews};
use factcheck::import::{Funnel, Prose};
use factcheck::model::Language;
use factcheck::structured_data::{find, page_facts};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let Ok(html) = std::str::from_utf8(data) else { return };
    page_facts(html);
    Prose::is_html(html);
    for prose in [Prose::from_html(html), Prose::from_text(html)] {
        assert!(prose.links.iter().all(|it| it.url.get(..4).is_some_and(|it| it.eq_ignore_ascii_case("http"))));
    }
    let mut funnel = Funnel::new(Language::parse("en").expect("a tag"));
    for item in find(html) {
        let Ok(value) = item.value else { continue };
        for it in reviews(&Graph::new(&value), &item.place) {
            funnel.take(it);
        }
    }
});
