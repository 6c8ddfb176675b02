//! A report of an error: the address of the dataset for it, with what a corrector needs to know filled in.

use alloc::string::String;

use super::{Taken, plain};
use crate::text::{cut, joined};
use crate::url::Contact;

/// How many characters of what a reader has selected go into a report.
pub const SELECTED_AT_MOST: usize = 500;

/// A report that a reader can send.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// Where it goes: as the dataset has it, or with the details in it.
    pub contact: Contact,
    /// Which record in which state, where it was read, which words: a line each.
    pub details: String,
    /// Whether the address has the details in it; if not, the reader has to take them along.
    pub is_filled: bool,
}

impl Taken<'_> {
    /// A report of an error in the claim, with the words that the reader has selected. `None` when the dataset names
    /// no address for reports.
    pub fn report(&self, selected: &str) -> Option<Report> {
        let contact = self.dataset.corrections.as_ref()?;
        let mut record = joined(self.dataset.id.as_str(), "/");
        record.push_str(self.claim.id.as_str());
        let mut title = joined(self.words.corrections(), self.words.colon());
        title.push_str(&record);
        let details = self.details(&record, selected, "\n");
        let address = cut(cut(contact.as_str(), b'#').0, b'?').0;
        let filled = match address.strip_prefix("mailto:") {
            Some(_) => {
                // Mail has line ends of its own.
                let body = self.details(&record, selected, "\r\n");
                with_fields(contact, ("subject", &title), ("body", &body))
            }
            None => names_of_issues(address)
                .and_then(|[name, body]| with_fields(contact, (name, &title), (body, &details))),
        };
        let is_filled = filled.is_some();
        Some(Report { contact: filled.unwrap_or_else(|| contact.clone()), details, is_filled })
    }

    fn details(&self, record: &str, selected: &str, end: &str) -> String {
        let [of_record, of_page, of_selected] = self.words.report_lines() else { return String::new() };
        let mut text = String::new();
        let mut line = |label: &str, value: &str| {
            for part in [label, self.words.colon(), value, end] {
                text.push_str(part);
            }
        };
        line(of_record, record);
        if let Some(hash) = self.dataset.hash_of(self.claim) {
            line(self.words.hash(), &hash.to_hex());
        }
        if let Some(page) = self.permalink() {
            line(of_page, page.as_str());
        }
        let selected = shortened(selected);
        if !selected.is_empty() {
            line(of_selected, &selected);
        }
        text
    }
}

/// How a tracker of issues names the title and the text of a new one, if the address is that of one: GitHub and
/// those made after it, or GitLab.
fn names_of_issues(address: &str) -> Option<[&'static str; 2]> {
    let address = address.strip_suffix('/').unwrap_or(address);
    if address.ends_with("/-/issues/new") {
        Some(["issue[title]", "issue[description]"])
    } else if address.ends_with("/issues/new") {
        Some(["title", "body"])
    } else {
        None
    }
}

/// Puts title and text into an address, unless it has a text of its own; a title of its own stays.
fn with_fields(contact: &Contact, title: (&str, &str), body: (&str, &str)) -> Option<Contact> {
    let mut query = cut(cut(contact.as_str(), b'#').0, b'?').1;
    let (mut has_title, mut has_body) = (false, false);
    while !query.is_empty() {
        let (field, rest) = cut(query, b'&');
        let name = cut(field, b'=').0;
        has_title |= name.eq_ignore_ascii_case(title.0);
        has_body |= name.eq_ignore_ascii_case(body.0);
        query = rest;
    }
    match (has_title, has_body) {
        (_, true) => None,
        (true, false) => contact.with_fields(&[body]),
        (false, false) => contact.with_fields(&[title, body]),
    }
}

/// Words in one line, without what cannot be seen of them, and not too many.
fn shortened(selected: &str) -> String {
    let seen: String = selected.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    plain(&seen).chars().take(SELECTED_AT_MOST).collect()
}
