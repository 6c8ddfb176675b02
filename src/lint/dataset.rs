//! Rules for what all claims share: people, sources, dates of the dataset.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::{format, string::String, vec::Vec};

use super::Walk;
use crate::model::{Claim, Dataset, Id, Rule, Source};

/// Hosts that keep copies of others' pages.
const ARCHIVES: &str = "archive.org archive.today archive.is archive.ph archive.li archive.vn archive.fo archive.md \
    perma.cc webcitation.org ghostarchive.org megalodon.jp arquivo.pt archive-it.org freezepage.com vefsafn.is \
    webarchive.org.uk webarchive.nationalarchives.gov.uk";

impl Walk<'_> {
    pub(super) fn head(&mut self) {
        self.date("updated", self.dataset.updated);
        let cited = cited(self.dataset);
        self.unused(&cited);
        self.path.push_key("sources");
        for (id, source) in self.dataset.sources.iter() {
            self.claims = cited.get(id).cloned().unwrap_or_default();
            self.path.push_key(String::from(id.as_str()));
            self.date("date", source.date);
            self.archive(source);
            self.path.pop();
        }
        self.claims.clear();
        self.path.pop();
    }

    fn archive(&mut self, source: &Source) {
        const HELP: &str = "give the address of the copy, as the archive shows it, and the day it was made";
        let Some(archive) = &source.archive else { return };
        let host = site(archive.url.host());
        // A web archive has the address of the page in its own, so there the whole address is compared.
        let is_page_itself = source
            .url
            .as_ref()
            .is_some_and(|url| *url == archive.url || (site(url.host()) == host && !is_archive(&host)));
        if is_page_itself {
            let message =
                format!("the archived copy is on {host}, as the page is: it goes when the page goes");
            self.find_at("archive", Rule::DeadArchive, message, HELP);
        }
        match (archive.date, source.date) {
            (None, _) => {
                self.find_at("archive", Rule::DeadArchive, "an archived copy without its date", HELP)
            }
            (Some(copied), Some(published)) if copied.is_before(published) => {
                let (copied, published) = (copied.to_iso(), published.to_iso());
                let message = format!("copied on {copied}, before the source was published on {published}");
                self.find_at("archive", Rule::DeadArchive, message, HELP);
            }
            _ => {}
        }
        self.path.push_key("archive");
        self.date("date", archive.date);
        self.path.pop();
    }

    fn unused(&mut self, cited: &BTreeMap<&Id, Vec<&Claim>>) {
        let dataset = self.dataset;
        let counters = dataset.claims.iter().flat_map(|it| &it.counter_statements);
        let statements = dataset.claims.iter().filter_map(|it| it.statement.speaker.as_ref());
        let speakers: BTreeSet<&Id> =
            statements.chain(counters.filter_map(|it| it.speaker.as_ref())).collect();
        let origins: BTreeSet<&Id> =
            dataset.sources.iter().filter_map(|(_, it)| it.derived_from.as_ref()).collect();
        let is_used = |id: &Id| cited.contains_key(id) || origins.contains(id);
        let people = dataset.people.iter().map(|(id, _)| ("people", id, speakers.contains(id)));
        let sources = dataset.sources.iter().map(|(id, _)| ("sources", id, is_used(id)));
        for (table, id, _) in people.chain(sources).filter(|(.., is_used)| !is_used) {
            self.path.push_key(table);
            self.path.push_key(String::from(id.as_str()));
            let message = format!("nothing refers to `{}`", id.as_str());
            self.find(Rule::UnusedRecord, message, "cite it where it belongs, or take it out");
            self.path.pop();
            self.path.pop();
        }
    }
}

/// The claims that cite each source, also as the origin of another one.
fn cited(dataset: &Dataset) -> BTreeMap<&Id, Vec<&Claim>> {
    let mut cited: BTreeMap<&Id, Vec<&Claim>> = BTreeMap::new();
    for claim in &dataset.claims {
        let counters = claim.counter_statements.iter().flat_map(|it| it.said_in.iter().chain(&it.sources));
        let verdicts = claim.verdicts.iter().flat_map(|it| &it.sources);
        let response = claim.response.as_ref().and_then(|it| it.source.as_ref());
        let citations = claim.statement.said_in.iter().chain(counters).chain(verdicts);
        for id in citations.map(|it| &it.source).chain(response) {
            let mut next = Some(id);
            while let Some(id) = next {
                let claims = cited.entry(id).or_default();
                // Claims come one after the other: the last one is this or another.
                if claims.last().is_some_and(|it| it.id == claim.id) {
                    break;
                }
                claims.push(claim);
                next = dataset.sources.get(id).and_then(|it| it.derived_from.as_ref());
            }
        }
    }
    cited
}

/// A host without what says no more than that it is on the web.
fn site(host: &str) -> String {
    let host = host.to_ascii_lowercase();
    String::from(host.strip_prefix("www.").unwrap_or(&host))
}

fn is_archive(host: &str) -> bool {
    let is = |it: &str| host == it || host.strip_suffix(it).is_some_and(|rest| rest.ends_with('.'));
    ARCHIVES.split(' ').any(is)
}
