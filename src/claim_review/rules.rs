//! The rules of ClaimReview that search engines state (Google, "Fact Check (ClaimReview) markup"), R1 to R15, as
//! far as a finished object can break them. R1, R6, R11, R14 and R15 hold by construction of what we write.

use alloc::{format, string::String, vec::Vec};

use serde_json::Value;

use crate::lint::Level;

/// A rule that is broken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Breach {
    /// `R1` to `R15` for the object, `P1` and so on for the page.
    pub rule: &'static str,
    /// Whether search engines refuse it, or only like it less.
    pub level: Level,
    /// What is wrong.
    pub message: String,
}

/// How long `claimReviewed` is shown, in characters.
pub(super) const MAX_CLAIM: usize = 75;

/// How much of a rating is shown, in characters; further words are cut.
const MAX_LABEL: usize = 50;

/// The rules that a ClaimReview object breaks. `page` is the address of the page that it is to stand in.
pub fn breaches(review: &Value, page: Option<&str>) -> Vec<Breach> {
    let mut found = Vec::new();
    let mut add = |rule, level, message: String| found.push(Breach { rule, level, message });
    let text = |at: &str| review.pointer(at).and_then(Value::as_str).unwrap_or_default();
    let number = |at: &str| {
        let value = review.pointer(at)?;
        value.as_f64().or_else(|| value.as_str()?.trim().parse().ok())
    };
    let is_there = |at: &str| review.pointer(at).is_some();

    if !matches!(text("/@context"), "https://schema.org" | "http://schema.org")
        || text("/@type") != "ClaimReview"
    {
        add("R1", Level::Error, "is no ClaimReview of schema.org".into());
    }
    let claim = text("/claimReviewed");
    let n_chars = claim.chars().count();
    match n_chars {
        0 => add("R2", Level::Error, "`claimReviewed` is empty".into()),
        n if n >= MAX_CLAIM => {
            add("R2", Level::Warning, format!("`claimReviewed` has {n} characters; fewer than 75 are shown"));
        }
        _ => {}
    }
    let label = text("/reviewRating/alternateName");
    if label.chars().count() > 3 && claim.to_lowercase().contains(&label.to_lowercase()) {
        add("R3", Level::Warning, format!("`claimReviewed` contains the rating `{label}`"));
    }
    match (host(text("/url")), page.map(host)) {
        (None, _) => add("R4", Level::Error, "`url` is not the address of the review".into()),
        (Some(ours), Some(Some(page))) if !same_site(ours, page) => {
            add("R4", Level::Error, format!("the review is on {ours}, the page on {page}"));
        }
        _ => {}
    }
    match label.chars().count() {
        0 => add("R5", Level::Error, "no verdict in words (`alternateName`)".into()),
        n if n > MAX_LABEL => {
            add("R5", Level::Warning, format!("the verdict has {n} characters and may be cut: say it first"));
        }
        _ => {}
    }
    let [value, worst, best] =
        ["ratingValue", "worstRating", "bestRating"].map(|it| number(&format!("/reviewRating/{it}")));
    if is_there("/reviewRating/ratingValue") {
        match (value, worst, best) {
            (Some(value), Some(worst), Some(best)) => {
                if [value, worst, best].iter().any(|it| *it as i64 as f64 != *it) {
                    add("R6", Level::Note, "integers are preferred".into());
                }
                if worst < 1.0 {
                    add("R7", Level::Error, format!("`worstRating` is {worst}, below 1"));
                }
                if worst >= best {
                    add(
                        "R8",
                        Level::Error,
                        format!("`worstRating` {worst} is not below `bestRating` {best}"),
                    );
                } else if value < worst || value > best {
                    add(
                        "R9",
                        Level::Error,
                        format!("`ratingValue` {value} is not between {worst} and {best}"),
                    );
                }
            }
            _ => add("R6", Level::Error, "value, worst and best are not all numbers".into()),
        }
    }
    if is_there("/author") && text("/author/name").is_empty() && text("/author/url").is_empty() {
        add("R11", Level::Error, "`author` has neither name nor address".into());
    }
    if is_there("/itemReviewed/author") {
        if text("/itemReviewed/author/name").is_empty() {
            add("R12", Level::Error, "whoever made the statement has no name".into());
        } else if !is_there("/itemReviewed/author/sameAs") {
            add("R12", Level::Warning, "no page about whoever made the statement (`sameAs`)".into());
        }
    }
    if !is_there("/itemReviewed/appearance") && !is_there("/itemReviewed/firstAppearance") {
        add("R13", Level::Warning, "nothing says where the statement was made (`appearance`)".into());
    }
    if is_there("/itemReviewed") && text("/itemReviewed/@type") != "Claim" {
        add("R14", Level::Warning, "`itemReviewed` is not a Claim".into());
    }
    for at in ["/datePublished", "/itemReviewed/datePublished"] {
        let date = text(at);
        if !date.is_empty() && date.len() < "2018-11-06".len() {
            add("R15", Level::Warning, format!("`{date}` is not a full date"));
        }
    }
    found
}

/// The host of an absolute http(s) address.
pub(super) fn host(url: &str) -> Option<&str> {
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"))?;
    let host = rest.split(['/', '?', '#', ':']).next()?;
    (!host.is_empty()).then_some(host)
}

/// Whether a host is another one or below it.
pub(super) fn same_site(host: &str, page: &str) -> bool {
    let plain = |it: &str| it.trim_start_matches("www.").to_ascii_lowercase();
    let (host, page) = (plain(host), plain(page));
    let is_below = |a: &str, b: &str| a.strip_suffix(b).is_some_and(|it| it.ends_with('.'));
    host == page || is_below(&host, &page) || is_below(&page, &host)
}
