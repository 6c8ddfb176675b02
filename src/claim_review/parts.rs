//! What reviews of both kinds are made of: people, works, dates, topics.

use alloc::{format, string::String, vec::Vec};

use serde_json::{Map, Value};

use super::reading::Reading;
use crate::date::Date;
use crate::import::{DraftDate, DraftPerson, DraftSource, time_of};
use crate::text::excerpt;

impl<'a> Reading<'a, '_> {
    /// Who stands for a review.
    pub(super) fn checker(&mut self, review: &'a Map<String, Value>) -> Option<String> {
        let author = self.first(review, &["author", "publisher"]);
        if author.is_none() {
            self.warn("nobody stands for the review: `author` has neither name nor address");
        }
        author
    }

    /// Who made the statement.
    pub(super) fn author(&mut self, item: &'a Map<String, Value>, place: &str) -> Option<DraftPerson> {
        for name in ["author", "creator"] {
            if let Some(object) = self.object(item, name) {
                return self.person(object, &format!("{place}.{name}"));
            }
            if let Some(name) = self.text(item, name) {
                return Some(DraftPerson { name, ..Default::default() });
            }
        }
        None
    }

    fn person(&mut self, object: &'a Map<String, Value>, place: &str) -> Option<DraftPerson> {
        let Some(name) = self.text(object, "name") else {
            self.warn(format!("`{place}` has no name"));
            return None;
        };
        let role = self.text(object, "jobTitle");
        let mut same_as = self.texts(object, "sameAs");
        same_as.extend(self.texts(object, "url"));
        Some(DraftPerson { name, role, same_as })
    }

    /// A work that a statement stands in: an object, or only its address, or something that is no address.
    pub(super) fn work(&mut self, work: &'a Value, place: &str) -> Option<DraftSource> {
        let Some(object) = self.as_object(work) else {
            let text = self.text_of(work)?;
            return Some(self.address_or_title(text, place));
        };
        let source = DraftSource {
            title: self.first(object, &["headline", "name", "description"]),
            url: self.first(object, &["url", "contentUrl", "@id", "sameAs"]),
            ..Default::default()
        };
        if source.title.is_none() && source.url.is_none() {
            self.warn(format!("`{place}` has neither name nor address"));
            return None;
        }
        Some(DraftSource {
            publisher: self.first(object, &["publisher", "provider"]),
            author: self.first(object, &["author", "creator"]),
            archive: self.text(object, "archivedAt"),
            language: self.text(object, "inLanguage"),
            date: self.date(object, "datePublished"),
            ..source
        })
    }

    /// A text that should be an address.
    pub(super) fn address_or_title(&mut self, text: String, place: &str) -> DraftSource {
        if text.starts_with("http://") || text.starts_with("https://") {
            return DraftSource { url: Some(text), ..Default::default() };
        }
        self.warn(format!("`{place}` is no address and becomes the title of a source: `{}`", excerpt(&text)));
        DraftSource { title: Some(text), ..Default::default() }
    }

    /// A date; the record has no time of day, and what is lost of it is told.
    pub(super) fn date(&mut self, object: &'a Map<String, Value>, name: &'a str) -> Option<DraftDate> {
        let written = self.text(object, name)?;
        if time_of(&written).is_some() {
            self.warn(format!("the time of `{name}` is not carried: `{}`", excerpt(&written)));
        } else if Date::parse(written.get(.."2018-11-06".len()).unwrap_or(&written)).is_none() {
            self.warn(format!("`{name}` is not written as ISO 8601 has it: `{}`", excerpt(&written)));
        }
        Some(DraftDate::from(written.as_str()))
    }

    /// Keywords: in one text they are parted by commas, an object is one of them.
    pub(super) fn topics(&mut self, object: &'a Map<String, Value>) -> Vec<String> {
        let mut topics = Vec::new();
        for value in self.values(object, "keywords") {
            let text = self.text_of(value).unwrap_or_default();
            match value {
                Value::Object(_) => topics.push(text),
                _ => topics.extend(text.split(',').map(|it| it.trim().into())),
            }
        }
        topics
    }
}
