//! Structured data in HTML pages: JSON-LD blocks and microdata, both in the shape of JSON-LD; and what a page says of
//! itself.

mod depth;
mod microdata;
mod page;

use alloc::{format, string::String, vec::Vec};

use scraper::{Html, Selector};
use serde_json::Value;

pub use depth::is_parsable;
pub use page::{PageFacts, page_facts};

/// One piece of structured data.
#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    /// Where it is: `JSON-LD block 2`, `microdata item 1`.
    pub place: String,
    /// What it says, or why it cannot be read.
    pub value: Result<Value, String>,
}

/// Everything of it in a page, in order: JSON-LD blocks (JSON-LD 1.1, section 7), then top-level microdata items
/// (WHATWG HTML, section 5).
pub fn find(html: &str) -> Vec<Item> {
    if !is_parsable(html) {
        let reason = Err("the page nests its tags too deep to be read".into());
        return alloc::vec![Item { place: String::from("page"), value: reason }];
    }
    let document = Html::parse_document(html);
    let mut items = json_ld(&document);
    let base = page::base(&document);
    let (microdata, is_all) = microdata::items(&document, base.as_ref());
    let place = |i: usize| format!("microdata item {}", i + 1);
    let n = microdata.len();
    items.extend(microdata.into_iter().enumerate().map(|(i, it)| Item { place: place(i), value: Ok(it) }));
    if !is_all {
        let reason = Err("its items refer to one another without end: some have no properties here".into());
        items.push(Item { place: place(n), value: reason });
    }
    items
}

fn json_ld(document: &Html) -> Vec<Item> {
    let Ok(scripts) = Selector::parse("script[type]") else { return Vec::new() };
    let is_json_ld = |it: &scraper::ElementRef<'_>| {
        let kind = it.attr("type").unwrap_or_default();
        kind.split(';').next().unwrap_or_default().trim().eq_ignore_ascii_case("application/ld+json")
    };
    let blocks = document.select(&scripts).filter(is_json_ld).enumerate();
    blocks
        .map(|(i, script)| {
            let text: String = script.text().collect();
            Item { place: format!("JSON-LD block {}", i + 1), value: parse(&text) }
        })
        .collect()
}

/// The JSON of a block. Some systems wrap it into a comment or CDATA, or leave line breaks in its strings.
fn parse(text: &str) -> Result<Value, String> {
    let mut json = text.trim();
    for [begin, end] in
        [["<!--", "-->"], ["//<![CDATA[", "//]]>"], ["/*<![CDATA[*/", "/*]]>*/"], ["<![CDATA[", "]]>"]]
    {
        if let Some(inside) = json.strip_prefix(begin).map(str::trim) {
            json = inside.strip_suffix(end).unwrap_or(inside).trim();
        }
    }
    let json = json.trim_end_matches(';');
    if json.is_empty() {
        return Err("is empty".into());
    }
    serde_json::from_str(json).or_else(|error| {
        // A raw line break or tab in a string is the commonest mistake, and it is clear what is meant.
        let mended: String = json.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        serde_json::from_str(&mended).map_err(|_| format!("is not JSON: {error}"))
    })
}
