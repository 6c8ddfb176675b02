//! The rules that search engines state for ClaimReview (Google, "Fact Check (ClaimReview) markup"): R1 to R15 for the
//! object, P1 to P12 for the page. Here are those that an object, with the address of its page, can break; R10 and
//! P1 need the dataset and are with the writer.

use alloc::{format, string::String, vec::Vec};

use serde_json::Value;

use super::site::{host, is_shortener, is_within, page_of};
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
    let mut checking = Checking { review, found: Vec::new() };
    checking.claim();
    checking.address(page);
    checking.rating();
    checking.people();
    checking.item();
    checking.summary();
    if let Some(page) = page.and_then(host) {
        checking.origin(page);
    }
    checking.found
}

struct Checking<'a> {
    review: &'a Value,
    found: Vec<Breach>,
}

impl<'a> Checking<'a> {
    fn add(&mut self, rule: &'static str, level: Level, message: impl Into<String>) {
        self.found.push(Breach { rule, level, message: message.into() });
    }

    fn text(&self, at: &str) -> &'a str {
        self.review.pointer(at).and_then(Value::as_str).unwrap_or_default()
    }

    fn is_there(&self, at: &str) -> bool {
        self.review.pointer(at).is_some()
    }

    fn claim(&mut self) {
        let context = self.text("/@context").trim_end_matches('/');
        if !matches!(context, "https://schema.org" | "http://schema.org")
            || self.text("/@type") != "ClaimReview"
        {
            self.add("R1", Level::Error, "is no ClaimReview of schema.org");
        }
        let claim = self.text("/claimReviewed");
        match claim.chars().count() {
            _ if claim.trim().is_empty() => self.add("R2", Level::Error, "`claimReviewed` is empty"),
            n if n >= MAX_CLAIM => {
                self.add(
                    "R2",
                    Level::Warning,
                    format!("`claimReviewed` has {n} characters; fewer than 75 are shown"),
                );
            }
            _ => {}
        }
        let label = self.text("/reviewRating/alternateName");
        if label.chars().count() > 3 && has_words(&claim.to_lowercase(), &label.to_lowercase()) {
            self.add("R3", Level::Warning, format!("`claimReviewed` contains the rating `{label}`"));
        }
    }

    fn address(&mut self, page: Option<&str>) {
        let url = self.text("/url");
        let Some(ours) = host(url) else {
            return self.add("R4", Level::Error, "`url` is not the address of the review");
        };
        if is_shortener(ours) {
            self.add(
                "R4",
                Level::Error,
                format!("`url` is a short address of {ours}; give the review's own"),
            );
        }
        let Some((page, theirs)) = page.and_then(|it| Some((it, host(it)?))) else { return };
        if !is_within(ours, theirs) {
            self.add("R4", Level::Error, format!("the review is on {ours}, the page on {theirs}"));
        } else if page_of(url) != page_of(page) {
            self.add(
                "P3",
                Level::Warning,
                format!("the review has a page of its own, {url}: put it there alone"),
            );
        }
    }

    fn rating(&mut self) {
        let label = self.text("/reviewRating/alternateName");
        match label.chars().count() {
            _ if label.trim().is_empty() => {
                self.add("R5", Level::Error, "no verdict in words (`alternateName`)");
            }
            n if n > MAX_LABEL => {
                let message = format!("the verdict has {n} characters and may be cut: say it first");
                self.add("R5", Level::Warning, message);
            }
            _ => {}
        }
        if !self.is_there("/reviewRating/ratingValue") {
            return;
        }
        // The defaults of schema.org.
        let number = |name: &str, or_else| match self.review.pointer(&format!("/reviewRating/{name}")) {
            None => or_else,
            Some(value) => value.as_f64().or_else(|| value.as_str()?.trim().parse().ok()),
        };
        let numbers =
            (number("ratingValue", None), number("worstRating", Some(1.0)), number("bestRating", Some(5.0)));
        let (Some(value), Some(worst), Some(best)) = numbers else {
            return self.add("R6", Level::Error, "value, worst and best are not all numbers");
        };
        if [value, worst, best].iter().any(|it| *it as i64 as f64 != *it) {
            self.add("R6", Level::Note, "integers are preferred");
        }
        if worst < 1.0 {
            self.add("R7", Level::Error, format!("`worstRating` is {worst}, below 1"));
        }
        if worst >= best {
            self.add("R8", Level::Error, format!("`worstRating` {worst} is not below `bestRating` {best}"));
        } else if value < worst || value > best {
            self.add("R9", Level::Error, format!("`ratingValue` {value} is not between {worst} and {best}"));
        }
    }

    fn people(&mut self) {
        if self.is_there("/author") {
            let kind = self.text("/author/@type");
            if self.text("/author/name").is_empty() && self.text("/author/url").is_empty() {
                self.add("R11", Level::Error, "`author` has neither name nor address");
            } else if kind != "Person" && !kind.ends_with("Organization") {
                self.add("R11", Level::Warning, "`author` is neither a Person nor an Organization");
            }
        }
        if self.is_there("/itemReviewed/author") {
            let name = self.text("/itemReviewed/author/name");
            if name.is_empty() {
                self.add("R12", Level::Error, "whoever made the statement has no name");
            } else if name == self.text("/author/name") {
                self.add("R11", Level::Warning, format!("`author` is whoever made the statement, {name}"));
            }
            if !name.is_empty() && !self.is_there("/itemReviewed/author/sameAs") {
                self.add("R12", Level::Warning, "no page about whoever made the statement (`sameAs`)");
            }
        }
    }

    fn item(&mut self) {
        if !self.is_there("/itemReviewed/appearance") && !self.is_there("/itemReviewed/firstAppearance") {
            self.add("R13", Level::Warning, "nothing says where the statement was made (`appearance`)");
        }
        if self.is_there("/itemReviewed") && self.text("/itemReviewed/@type") != "Claim" {
            self.add("R14", Level::Warning, "`itemReviewed` is not a Claim");
        }
        for at in ["/datePublished", "/itemReviewed/datePublished"] {
            let date = self.text(at);
            if self.is_there(at) && !is_iso_date(date) {
                self.add("R15", Level::Warning, format!("`{date}` is not a full date of ISO 8601"));
            }
        }
    }

    fn summary(&mut self) {
        let texts = ["/reviewRating/ratingExplanation", "/reviewBody", "/description"];
        if texts.iter().all(|at| self.text(at).trim().is_empty()) {
            let message =
                "nothing sums the check up: give the verdict an `explanation`, and show it in the page";
            self.add("P2", Level::Warning, message);
        }
    }

    /// A site that checks its own statements is not eligible.
    fn origin(&mut self, page: &str) {
        let works =
            ["/itemReviewed/appearance", "/itemReviewed/firstAppearance"].map(|at| self.review.pointer(at));
        let works = works
            .into_iter()
            .flatten()
            .flat_map(|it| it.as_array().map_or(core::slice::from_ref(it), Vec::as_slice));
        let hosts = works.filter_map(|it| host(it.as_str().or_else(|| it.get("url")?.as_str())?));
        if let Some(own) = hosts.into_iter().find(|it| is_within(it, page) || is_within(page, it)) {
            let message = format!("the statement was made on {own}, on the site of the review itself");
            self.add("P7", Level::Warning, message);
        }
    }
}

/// Whether a text has some words in it, whole.
fn has_words(text: &str, words: &str) -> bool {
    let is_inside = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    text.match_indices(words).any(|(at, _)| {
        let (before, after) = (&text[..at], &text[at + words.len()..]);
        !is_inside(before.chars().next_back()) && !is_inside(after.chars().next())
    })
}

/// A full date, or a date and time with `T` between them.
fn is_iso_date(text: &str) -> bool {
    let has_blank = text.contains(char::is_whitespace);
    !has_blank && jiff::fmt::temporal::Pieces::parse(text).is_ok()
}
