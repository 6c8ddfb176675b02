//! What a page says of itself.

use alloc::string::String;

use scraper::{Html, Selector};

use super::is_parsable;

/// The address, language and title of a page, as far as it gives them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PageFacts {
    /// The canonical address (`<link rel=canonical>`).
    pub canonical: Option<String>,
    /// The address in Open Graph (`og:url`).
    pub og_url: Option<String>,
    /// The address that a browser wrote into a page it saved.
    pub saved_from: Option<String>,
    /// The language.
    pub language: Option<String>,
    /// The title.
    pub title: Option<String>,
}

/// Reads them.
pub fn page_facts(html: &str) -> PageFacts {
    if !is_parsable(html) {
        return PageFacts::default();
    }
    let document = Html::parse_document(html);
    let first = |selector: &str, attribute: &str| {
        let selector = Selector::parse(selector).ok()?;
        let value = document.select(&selector).next()?.attr(attribute)?.trim();
        (!value.is_empty()).then(|| String::from(value))
    };
    let title = Selector::parse("title").ok().and_then(|it| {
        let text: String = document.select(&it).next()?.text().collect();
        Some(String::from(text.trim())).filter(|it| !it.is_empty())
    });
    PageFacts {
        canonical: first("link[rel~=canonical]", "href"),
        og_url: first("meta[property='og:url']", "content"),
        saved_from: saved_from(html),
        language: first("html", "lang"),
        title,
    }
}

/// `<!-- saved from url=(0042)https://… -->`, at the beginning of a page that Chromium or Internet Explorer saved.
fn saved_from(html: &str) -> Option<String> {
    let (_, rest) = html.split_once("saved from url=(")?;
    let (_, rest) = rest.split_once(')')?;
    let url = rest.split(|c: char| c.is_whitespace() || c == '>').next()?;
    url.starts_with("http").then(|| url.into())
}
