//! Addresses as people copy them: where they lead, the copies they name, what to call what is there.

use alloc::{format, string::String};

use crate::date::Date;

/// The page and the day that an address of the Wayback Machine names: `web.archive.org/web/20140304071459/http://…`.
pub(super) fn archived(url: &str) -> Option<(&str, Option<Date>)> {
    let rest = url.split_once("://")?.1;
    let rest = rest
        .strip_prefix("web.archive.org/web/")
        .or_else(|| rest.strip_prefix("www.web.archive.org/web/"))?;
    let (stamp, page) = rest.split_once('/')?;
    let digits = stamp.get(..8).filter(|it| it.bytes().all(|b| b.is_ascii_digit()))?;
    let number = |at: core::ops::Range<usize>| digits.get(at)?.parse().ok();
    let date = || Date::new(number(0..4)?, number(4..6)? as u8, number(6..8)? as u8);
    (page.starts_with("http://") || page.starts_with("https://")).then(|| (page, date()))
}

/// Where an address of a search engine leads, as people copy it from there: `google.com/url?q=https://…`.
pub(super) fn redirected(url: &str) -> Option<String> {
    let url = url::Url::parse(url).ok()?;
    let is_search = url.host_str()?.split('.').any(|it| it == "google") && url.path() == "/url";
    let mut pairs = url.query_pairs().filter(|_| is_search);
    let (_, target) =
        pairs.find(|(name, value)| (name == "q" || name == "url") && value.starts_with("http"))?;
    Some(target.into_owned())
}

/// An address as people read it out.
pub(super) fn short(url: &str) -> &str {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let rest = rest.strip_prefix("www.").unwrap_or(rest);
    let end = rest.split(['?', '#']).next().map_or(rest.len(), str::len);
    let rest = rest.get(..end).unwrap_or(rest).trim_end_matches('/');
    if rest.is_empty() { url } else { rest }
}

/// What an id of a source is made of: the host and the last part of the way.
pub(super) fn source_name(url: &str) -> String {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let (host, way) = rest.split_once('/').unwrap_or((rest, ""));
    let way = way.split(['?', '#']).next().unwrap_or_default().trim_end_matches('/');
    let last = way.rsplit('/').next().unwrap_or_default();
    let last = last.split_once('.').map_or(last, |(name, _)| name);
    format!("{} {last}", host.trim_start_matches("www."))
}
