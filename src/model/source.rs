//! Sources and the people and publishers behind them; citations, which tie words to a source.

use alloc::vec::Vec;

use super::values::{Id, Language, Text};
use crate::date::Date;
use crate::record::{record, vocabulary};
use crate::url::WebUrl;

record! {
    /// Somebody who says things: a person or an organization.
    pub struct Person {
        /// The name, as readers see it.
        pub name: Text,
        /// Office or profession at the time of the statements.
        pub role: Option<Text>,
        /// Pages about the same person elsewhere, such as Wikidata.
        pub same_as: Vec<WebUrl>,
    }
}

record! {
    /// Who publishes the dataset.
    pub struct Publisher {
        /// The name, as readers see it.
        pub name: Text,
        /// The publisher's page.
        pub url: Option<WebUrl>,
    }
}

vocabulary! {
    /// What kind of document a source is.
    pub enum SourceKind {
        /// Data, measurements, records made at the time.
        PrimaryData = "primary-data",
        /// A document of an authority: law, treaty, decree, statement of a ministry.
        Official = "official",
        /// The spoken words, written down in full.
        Transcript = "transcript",
        /// Research reviewed by peers.
        PeerReviewed = "peer-reviewed",
        /// A report of an institute or organization.
        Report = "report",
        /// A news agency's dispatch.
        NewsAgency = "news-agency",
        /// A newspaper, magazine or news site.
        Press = "press",
        /// Radio or television.
        Broadcast = "broadcast",
        /// A book.
        Book = "book",
        /// A post in a social network.
        Social = "social",
        /// An archive.
        Archive = "archive",
        /// Anything else.
        Other = "other",
    }
}

record! {
    /// A work that words or evidence are taken from.
    pub struct Source {
        /// Its title, or a description where it has none.
        pub title: Text,
        /// Who published it.
        pub publisher: Option<Text>,
        /// Who wrote it.
        pub author: Option<Text>,
        /// Where it is on the web.
        pub url: Option<WebUrl>,
        /// When it was published.
        pub date: Option<Date>,
        /// Its language.
        pub language: Option<Language>,
        /// What kind of document it is.
        pub kind: Option<SourceKind>,
        /// The source whose words it carries: five links to one agency are one origin.
        pub derived_from: Option<Id>,
        /// A copy in a web archive.
        pub archive: Option<Archive>,
    }
}

record! {
    /// A copy in a web archive.
    pub struct Archive {
        /// Where the copy is.
        pub url: WebUrl,
        /// When it was made.
        pub date: Option<Date>,
    }
}

record! {
    /// A passage of a source, as a W3C TextQuoteSelector names it.
    pub struct Quote {
        /// The passage, verbatim.
        pub exact: Text,
        /// Text directly before it, where the passage alone is not unique.
        pub prefix: Option<Text>,
        /// Text directly after it.
        pub suffix: Option<Text>,
    }
}

record! {
    /// The proof that a quote was found in its source.
    pub struct Verification {
        /// When it was looked for and found.
        pub date: Date,
        /// SHA-256 of the text it was found in, in hexadecimal.
        pub snapshot: Option<Text>,
    }
}

record! {
    /// Where words stand: a source, perhaps the passage, perhaps the proof. In a file a bare source id is
    /// enough.
    pub struct Citation or source {
        /// The id of the source.
        pub source: Id,
        /// The passage.
        pub quote: Option<Quote>,
        /// When the passage was found there.
        pub verified: Option<Verification>,
    }
}
