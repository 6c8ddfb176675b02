//! Atom (RFC 4287): changes and verdicts for feed readers.

use alloc::{format, string::String, vec::Vec};

use atom_syndication as atom;

use super::Selection;
use super::feed::{Entry, Feed, line};
use crate::url::WebUrl;

pub(super) fn write(selection: &Selection<'_>, page: Option<&WebUrl>, notes: &mut Vec<String>) -> String {
    let dataset = selection.dataset;
    let feed = Feed::new(selection, page, notes);
    let mut xml = Xml::default();
    let title = dataset.title.as_str();
    let publisher = dataset.publisher.as_ref();
    let whole = atom::Feed {
        title: xml.plain(title),
        id: feed.id.clone(),
        updated: time(&feed.updated),
        // An entry without an author is the feed's: so the feed needs one.
        authors: Vec::from([atom::Person {
            name: xml.text(publisher.map_or(title, |it| it.name.as_str())),
            uri: publisher.and_then(|it| it.url.as_ref()).map(|it| it.as_str().into()),
            ..Default::default()
        }]),
        links: feed.page.map(|it| link("alternate", it.as_str())).into_iter().collect(),
        subtitle: dataset.description.as_ref().map(|it| xml.plain(it.as_str())),
        rights: dataset.license.as_ref().map(|it| xml.plain(it.as_str())),
        lang: Some(dataset.language.as_str().into()),
        entries: feed.entries.iter().map(|it| xml.entry(it)).collect(),
        ..Default::default()
    };
    if xml.n_unfit > 0 {
        notes.push(format!("{} × characters that XML forbids, now U+FFFD", xml.n_unfit));
    }
    let config = atom::WriteConfig { write_document_declaration: true, indent_size: Some(2) };
    let bytes = whole.write_with_config(Vec::new(), config).expect("memory takes every byte");
    let mut text = String::from_utf8(bytes).expect("all of it was text");
    text.push('\n');
    text
}

/// Text on its way into XML.
#[derive(Default)]
struct Xml {
    n_unfit: usize,
}

impl Xml {
    /// XML 1.0 has no place for two characters that a record may have, not even as references.
    fn text(&mut self, text: &str) -> String {
        let is_unfit = |c: char| matches!(c, '\u{FFFE}' | '\u{FFFF}');
        self.n_unfit += text.chars().filter(|c| is_unfit(*c)).count();
        text.replace(is_unfit, "\u{FFFD}")
    }

    fn plain(&mut self, text: &str) -> atom::Text {
        atom::Text::plain(self.text(text))
    }

    fn entry(&mut self, entry: &Entry<'_>) -> atom::Entry {
        let mut links = Vec::new();
        links.extend(entry.url.as_ref().map(|it| link("alternate", it)));
        // Of one kind there may be one `alternate` alone.
        let rel = if entry.url.is_some() { "related" } else { "alternate" };
        links.extend(entry.check.map(|it| link(rel, it.as_str())));
        let author = |by: &str, this: &mut Self| atom::Person { name: this.text(by), ..Default::default() };
        let topics = entry.claim.topics.iter().map(|it| it.as_str());
        atom::Entry {
            title: self.plain(&entry.title),
            id: entry.id.clone(),
            updated: time(&entry.time),
            published: Some(time(&entry.time)),
            authors: entry.by.map(|it| author(it, self)).into_iter().collect(),
            categories: core::iter::once(entry.kind)
                .chain(topics)
                .map(|it| atom::Category { term: self.text(&line(it)), ..Default::default() })
                .collect(),
            links,
            content: Some(atom::Content {
                value: Some(self.text(&entry.text)),
                content_type: Some("text".into()),
                ..Default::default()
            }),
            ..Default::default()
        }
    }
}

fn link(rel: &str, href: &str) -> atom::Link {
    atom::Link { rel: rel.into(), href: href.into(), ..Default::default() }
}

fn time(text: &str) -> atom::FixedDateTime {
    text.parse().expect("dates and midnight make a time")
}
