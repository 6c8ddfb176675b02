//! Rules for what all claims share: people, sources, dates of the dataset.

use alloc::{collections::BTreeSet, format, string::String};

use super::Walk;
use crate::model::{Citation, Rule, Source};

impl Walk<'_> {
    pub(super) fn head(&mut self) {
        self.date("updated", self.dataset.updated);
        self.unused();
        self.path.push_key("sources");
        for (id, source) in self.dataset.sources.iter() {
            self.path.push_key(String::from(id.as_str()));
            self.date("date", source.date);
            self.archive(source);
            self.path.pop();
        }
        self.path.pop();
    }

    fn archive(&mut self, source: &Source) {
        const HELP: &str = "give the address of the copy, as the archive shows it, and the day it was made";
        let Some(archive) = &source.archive else { return };
        let host = archive.url.host();
        let is_page_itself = source.url.as_ref().is_some_and(|url| {
            // A web archive has the address of the page in its own, so the whole address is compared.
            *url == archive.url || (url.host().eq_ignore_ascii_case(host) && !is_archive(host))
        });
        if is_page_itself {
            let message =
                format!("the archived copy is on {host}, as the page is: it goes when the page goes");
            self.find_at("archive", Rule::DeadArchive, message, HELP);
        }
        match (archive.date, source.date) {
            (None, _) => {
                self.find_at("archive", Rule::DeadArchive, "an archived copy without its date", HELP)
            }
            (Some(copied), Some(published)) if is_before(copied, published) => {
                let message = format!(
                    "copied on {}, before the source was published on {}",
                    copied.to_iso(),
                    published.to_iso()
                );
                self.find_at("archive", Rule::DeadArchive, message, HELP);
            }
            _ => {}
        }
        self.path.push_key("archive");
        self.date("date", archive.date);
        self.path.pop();
    }

    fn unused(&mut self) {
        let dataset = self.dataset;
        let (mut speakers, mut used) = (BTreeSet::new(), BTreeSet::new());
        for claim in &dataset.claims {
            let mut cite = |citations: &[Citation]| used.extend(citations.iter().map(|it| it.source.clone()));
            speakers.extend(claim.statement.speaker.clone());
            cite(&claim.statement.said_in);
            for counter in &claim.counter_statements {
                speakers.extend(counter.speaker.clone());
                cite(&counter.said_in);
                cite(&counter.sources);
            }
            claim.verdicts.iter().for_each(|it| cite(&it.sources));
            used.extend(claim.response.as_ref().and_then(|it| it.source.clone()));
        }
        used.extend(dataset.sources.iter().filter_map(|(_, it)| it.derived_from.clone()));
        let people = dataset.people.iter().map(|(id, _)| ("people", id, speakers.contains(id)));
        let sources = dataset.sources.iter().map(|(id, _)| ("sources", id, used.contains(id)));
        for (table, id, is_used) in people.chain(sources) {
            if !is_used {
                self.path.push_key(table);
                self.path.push_key(String::from(id.as_str()));
                let message = format!("nothing refers to `{}`", id.as_str());
                self.find(Rule::UnusedRecord, message, "cite it where it belongs, or take it out");
                self.path.pop();
                self.path.pop();
            }
        }
    }
}

/// Hosts that keep copies of others' pages.
fn is_archive(host: &str) -> bool {
    const ARCHIVES: &[&str] = &[
        "archive.org",
        "archive.today",
        "archive.is",
        "archive.ph",
        "archive.li",
        "archive.vn",
        "archive.fo",
        "archive.md",
        "perma.cc",
        "webcitation.org",
        "ghostarchive.org",
        "megalodon.jp",
        "arquivo.pt",
        "archive-it.org",
        "freezepage.com",
        "vefsafn.is",
        "webarchive.org.uk",
        "webarchive.nationalarchives.gov.uk",
    ];
    let host = host.to_ascii_lowercase();
    ARCHIVES.iter().any(|&it| host == it || host.strip_suffix(it).is_some_and(|rest| rest.ends_with('.')))
}

/// Whether one date lies before another with certainty: `2018` is not before `2018-11`.
fn is_before(a: crate::date::Date, b: crate::date::Date) -> bool {
    let (a, b) = (a.to_iso(), b.to_iso());
    let shared = a.len().min(b.len());
    a.get(..shared) < b.get(..shared)
}
