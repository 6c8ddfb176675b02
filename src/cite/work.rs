//! `Work`: what bibliographies know of a source, or of the record of a claim.

use alloc::string::String;

use super::{Taken, address_in, fold};
use crate::date::Date;
use crate::model::{Archive, Source, SourceKind, Text};
use crate::text::joined;
use crate::view::heading_text;

/// A work, as bibliographies know it.
#[derive(Debug, Clone, Default)]
pub struct Work<'a> {
    /// Names it, once in the bibliography.
    pub key: &'a str,
    /// Its title.
    pub title: &'a str,
    /// Who wrote it, in one piece.
    pub author: Option<&'a str>,
    /// Who published it; for a record, where it stands.
    pub publisher: Option<&'a str>,
    /// When it was published.
    pub date: Option<Date>,
    /// Where it is on the web.
    pub url: Option<&'a str>,
    /// Its language.
    pub language: Option<&'a str>,
    /// What kind of source it is.
    pub kind: Option<SourceKind>,
    /// The key of the work whose words it carries.
    pub origin: Option<&'a str>,
    /// A copy in a web archive.
    pub archive: Option<&'a Archive>,
    /// For a record, the words that are checked, with who said them. Sources have none.
    pub note: Option<&'a str>,
}

impl<'a> Work<'a> {
    /// A source; the keys are those of the bibliography.
    pub(super) fn of_source(key: &'a str, source: &'a Source, origin: Option<&'a str>) -> Work<'a> {
        let text = |it: &'a Option<Text>| it.as_ref().map(Text::as_str);
        Work {
            key,
            title: source.title.as_str(),
            author: text(&source.author),
            publisher: text(&source.publisher),
            date: source.date,
            url: source.url.as_ref().map(|it| it.as_str()),
            language: source.language.as_ref().map(|it| it.as_str()),
            kind: source.kind,
            origin,
            archive: source.archive.as_ref(),
            note: None,
        }
    }

    /// Whether it is the record of a claim and not a source.
    pub(super) fn is_record(&self) -> bool {
        self.note.is_some()
    }
}

impl Taken<'_> {
    /// Calls with the record of the claim as a work: its author is who publishes the dataset, since who made the
    /// statement did not write the record of it.
    pub(super) fn with_work(&self, write: &dyn Fn(&Work<'_>, &super::Selection<'_>) -> String) -> String {
        let dataset = self.dataset;
        // No id has a colon, so no source has this key.
        let mut key = joined(dataset.id.as_str(), ":");
        key.push_str(self.claim.id.as_str());
        let url = self.page.map(|it| address_in(it, self.claim));
        let mut note = joined(&self.byline(), self.words.colon());
        note.push_str(&self.quoted());
        let work = Work {
            key: &key,
            title: heading_text(self.claim),
            author: dataset.publisher.as_ref().map(|it| it.name.as_str()),
            publisher: Some(dataset.title.as_str()),
            date: dataset.updated,
            url: url.as_deref(),
            language: Some(dataset.language.as_str()),
            note: Some(&fold(&note)),
            ..Work::default()
        };
        write(&work, &self.selection())
    }
}
