//! What a feed tells: every change of a record and every dated verdict, newest first. Times are made of the dates
//! in the data, never of a clock, so that the same dataset gives the same feed.

use alloc::{format, string::String, vec::Vec};

use super::{Selection, address_in, urn};
use crate::date::Date;
use crate::model::{Change, Claim, Verdict};
use crate::url::WebUrl;
use crate::view::{ENGLISH, heading_text};

/// What a feed tells.
pub(super) struct Feed<'a> {
    /// Names the feed for good.
    pub(super) id: String,
    /// The page that shows the claims.
    pub(super) page: Option<&'a WebUrl>,
    /// When it last changed, as RFC 3339 writes it.
    pub(super) updated: String,
    /// Newest first.
    pub(super) entries: Vec<Entry<'a>>,
}

/// One piece of news.
pub(super) struct Entry<'a> {
    /// Names it for good.
    pub(super) id: String,
    /// What it is about.
    pub(super) claim: &'a Claim,
    /// `verdict`, or the word for the change.
    pub(super) kind: &'static str,
    /// When it happened, as RFC 3339 writes it.
    pub(super) time: String,
    /// In a line.
    pub(super) title: String,
    /// In full: plain text.
    pub(super) text: String,
    /// The claim in the page.
    pub(super) url: Option<String>,
    /// The full check elsewhere.
    pub(super) check: Option<&'a WebUrl>,
    /// Whose news it is, if not the publisher's.
    pub(super) by: Option<&'a str>,
    date: Date,
}

/// Where no date is known at all.
const NO_DATE: &str = "1970-01-01T00:00:00Z";

impl<'a> Feed<'a> {
    pub(super) fn new(
        selection: &Selection<'a>,
        page: Option<&'a WebUrl>,
        notes: &mut Vec<String>,
    ) -> Feed<'a> {
        let dataset = selection.dataset;
        let mut entries: Vec<Entry<'a>> = Vec::new();
        for claim in &selection.claims {
            let changes = claim.history.iter().map(|it| of_change(selection, claim, it));
            let verdicts = claim.verdicts.iter().filter_map(|it| of_verdict(selection, claim, it));
            let news = changes.chain(verdicts).collect();
            entries.extend(named(news, dataset.id.as_str(), page));
        }
        entries.sort_by_key(|it| core::cmp::Reverse(it.date));
        let newest = entries.first().map(|it| it.date).max(dataset.updated);
        let mut tell = |n: usize, what: &str| {
            if n > 0 {
                notes.push(format!("{n} × {what}"));
            }
        };
        tell(selection.verdicts().filter(|it| it.date.is_none()).count(), "verdicts without a date");
        let imprecise = entries.iter().filter(|it| it.date.day().is_none()).count();
        tell(imprecise, "dates known to the month or year alone, now its first day");
        if entries.is_empty() {
            notes.push("the feed is empty: no claim has a `history` or a verdict with a date".into());
        }
        let id = match (page, selection.claims.as_slice()) {
            (Some(page), [claim]) if dataset.claims.len() > 1 => address_in(page, claim),
            (None, [claim]) if dataset.claims.len() > 1 => urn(&[dataset.id.as_str(), claim.id.as_str()]),
            (Some(page), _) => page.as_str().into(),
            (None, _) => urn(&[dataset.id.as_str()]),
        };
        Feed { id, page, updated: newest.map_or(NO_DATE.into(), time), entries }
    }
}

/// Gives each its id: of the page's host (a tag URI, RFC 4151) or of the ids alone. What was there before keeps its
/// id when something is added, as long as it is added behind.
fn named<'a>(news: Vec<Entry<'a>>, dataset: &str, page: Option<&'a WebUrl>) -> Vec<Entry<'a>> {
    let mut named: Vec<Entry<'a>> = Vec::new();
    for mut entry in news {
        let n_before = named.iter().filter(|it| it.kind == entry.kind && it.date == entry.date).count();
        let date = entry.date.to_iso();
        let claim = entry.claim.id.as_str();
        let mut id = match page {
            Some(page) => {
                let host = page.host().to_ascii_lowercase();
                format!("tag:{host},{date}:{dataset}/{claim}/{}", entry.kind)
            }
            None => urn(&[dataset, claim, &date, entry.kind]),
        };
        if n_before > 0 {
            id.push_str(&format!("-{}", n_before + 1));
        }
        entry.id = id;
        entry.url = page.map(|it| address_in(it, entry.claim));
        named.push(entry);
    }
    named
}

fn of_change<'a>(selection: &Selection<'a>, claim: &'a Claim, change: &'a Change) -> Entry<'a> {
    Entry {
        kind: change.kind.as_str(),
        title: format!("{}: {}", ENGLISH.change(change.kind), line(heading_text(claim))),
        text: [change.text.as_str(), "\n\n", &statement(selection, claim)].concat(),
        ..Entry::of(claim, change.date)
    }
}

fn of_verdict<'a>(selection: &Selection<'a>, claim: &'a Claim, verdict: &'a Verdict) -> Option<Entry<'a>> {
    let mut text = String::from(verdict.label.as_str());
    if let Some(scope) = &verdict.scope {
        text = format!("{}: {text}", scope.as_str());
    }
    let explanation = verdict.explanation.as_ref().map(|it| it.as_str());
    for part in explanation.into_iter().chain([statement(selection, claim).as_str()]) {
        text.push_str("\n\n");
        text.push_str(part);
    }
    Some(Entry {
        kind: "verdict",
        title: format!("{}: {}", line(verdict.label.as_str()), line(heading_text(claim))),
        text,
        check: verdict.url.as_ref(),
        by: verdict.by.as_ref().map(|it| it.as_str()),
        ..Entry::of(claim, verdict.date?)
    })
}

impl<'a> Entry<'a> {
    fn of(claim: &'a Claim, date: Date) -> Entry<'a> {
        let (id, title, text) = (String::new(), String::new(), String::new());
        Entry { id, claim, kind: "", time: time(date), title, text, url: None, check: None, by: None, date }
    }
}

/// The statement, and whose it is.
fn statement(selection: &Selection<'_>, claim: &Claim) -> String {
    let statement = &claim.statement;
    let speaker = selection.person(statement.speaker.as_ref()).map(|it| it.name.as_str());
    let date = statement.date.map(|it| ENGLISH.date(it));
    let byline: Vec<&str> = speaker.into_iter().chain(date.as_deref()).collect();
    let dash = if byline.is_empty() { "" } else { "\n— " };
    [ENGLISH.statement(), ": ", statement.text.as_str(), dash, &byline.join(", ")].concat()
}

/// A text on one line.
pub(super) fn line(text: &str) -> String {
    text.split(['\n', '\t']).filter(|it| !it.is_empty()).collect::<Vec<_>>().join(" ")
}

/// The beginning of a day: feeds want a time.
fn time(date: Date) -> String {
    let day = Date::new(date.year(), date.month().unwrap_or(1), date.day().unwrap_or(1));
    [&day.unwrap_or(date).to_iso(), "T00:00:00Z"].concat()
}
