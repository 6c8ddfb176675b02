//! What a page says of itself.

use alloc::string::String;

use scraper::{Html, Selector};
use url::Url;

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
    match is_parsable(html) {
        true => PageFacts { saved_from: saved_from(html), ..facts(&Html::parse_document(html)) },
        false => PageFacts::default(),
    }
}

/// The first value of an attribute.
fn first(document: &Html, selector: &str, attribute: &str) -> Option<String> {
    let selector = Selector::parse(selector).ok()?;
    let value = document.select(&selector).next()?.attr(attribute)?.trim();
    (!value.is_empty()).then(|| String::from(value))
}

/// What the elements of a page say.
fn facts(document: &Html) -> PageFacts {
    let first = |selector: &str, attribute: &str| first(document, selector, attribute);
    let title = Selector::parse("title").ok().and_then(|it| {
        let text: String = document.select(&it).next()?.text().collect();
        Some(String::from(text.trim())).filter(|it| !it.is_empty())
    });
    PageFacts {
        canonical: first("link[rel~=canonical]", "href"),
        og_url: first("meta[property='og:url']", "content"),
        saved_from: None,
        language: first("html", "lang"),
        title,
    }
}

/// What addresses in a page are relative to, as far as the page says it: `<base>`, or else its own address.
pub(super) fn base(document: &Html) -> Option<Url> {
    let facts = facts(document);
    let own = [facts.canonical, facts.og_url].into_iter().flatten().find_map(|it| Url::parse(&it).ok());
    let given = first(document, "base[href]", "href");
    match (given, own) {
        (Some(given), Some(own)) => own.join(&given).ok(),
        (Some(given), None) => Url::parse(&given).ok(),
        (None, own) => own,
    }
}

/// `<!-- saved from url=(0042)https://… -->`, at the beginning of a page that Chromium or Internet Explorer saved.
fn saved_from(html: &str) -> Option<String> {
    let (_, rest) = html.split_once("saved from url=(")?;
    let (_, rest) = rest.split_once(')')?;
    let url = rest.split(|c: char| c.is_whitespace() || c == '>').next()?;
    url.starts_with("http").then(|| url.into())
}
