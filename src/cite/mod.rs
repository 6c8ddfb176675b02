//! What a reader takes away of a claim: citations in five formats, the code that embeds it, a report of an error.
//! The exports of the command line write BibTeX, CSL-JSON and Markdown with the same functions.

mod bibtex;
mod csl;
mod embed;
pub(crate) mod markdown;
mod prose;
mod report;
mod selection;
mod work;

use alloc::string::String;

pub use bibtex::bibtex;
pub use csl::csl_json;
pub use report::{Report, SELECTED_AT_MOST};
pub use selection::Selection;
pub use work::Work;

use crate::model::{Claim, Dataset, Wording};
use crate::text::{cut, joined};
use crate::url::WebUrl;
use crate::view::{Words, anchor};

/// The format of a citation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Plain text, to read.
    Text,
    /// CommonMark.
    Markdown,
    /// A fragment of HTML.
    Html,
    /// Entries for LaTeX.
    BibTex,
    /// Entries for Zotero, pandoc and word processors.
    CslJson,
}

impl Format {
    /// All of them, in the order in which readers see them.
    pub const ALL: [Format; 5] =
        [Format::Text, Format::Markdown, Format::Html, Format::BibTex, Format::CslJson];
}

/// A claim that somebody takes away, and where it stands.
#[derive(Clone, Copy)]
pub struct Taken<'a> {
    /// The dataset.
    pub dataset: &'a Dataset,
    /// A claim of it.
    pub claim: &'a Claim,
    /// The page that shows it, if that has an address.
    pub page: Option<&'a WebUrl>,
    /// The language of the reader.
    pub words: &'a Words<'a>,
}

impl Taken<'_> {
    /// The citation, with all sources of the claim and their archived copies.
    pub fn cite(&self, format: Format) -> String {
        match format {
            Format::Text | Format::Markdown | Format::Html => self.prose(format),
            Format::BibTex => self.with_work(&|work, selection| bibtex(Some(work), selection)),
            Format::CslJson => self.with_work(&|work, selection| csl_json(Some(work), selection)),
        }
    }

    /// The address of the claim in the page.
    pub fn permalink(&self) -> Option<WebUrl> {
        WebUrl::parse(&address_in(self.page?, self.claim)).ok()
    }

    fn selection(&self) -> Selection<'_> {
        Selection { dataset: self.dataset, claims: alloc::vec![self.claim] }
    }

    /// Who said it and when, on a line.
    pub(crate) fn byline(&self) -> String {
        let statement = &self.claim.statement;
        let mut line = String::new();
        match statement.speaker.as_ref().and_then(|id| self.dataset.people.get(id)) {
            Some(person) => {
                line.push_str(&fold(person.name.as_str()));
                if let Some(role) = &person.role {
                    line.push_str(self.words.comma());
                    line.push_str(&fold(role.as_str()));
                }
            }
            None => line.push_str(self.words.unknown_speaker()),
        }
        line.push_str(self.words.comma());
        match statement.date {
            Some(date) => line.push_str(&self.words.date(date)),
            None => line.push_str(self.words.undated()),
        }
        line
    }

    /// Quotation marks, if the words of the statement are verbatim.
    fn marks(&self) -> [&str; 2] {
        match self.claim.statement.wording {
            Some(Wording::Verbatim) => self.words.quotation_marks(),
            _ => [""; 2],
        }
    }

    /// The words of the statement, in quotation marks if they are verbatim.
    fn quoted(&self) -> String {
        let statement = &self.claim.statement;
        let [open, close] = self.marks();
        let mut quoted = joined(open, statement.text.as_str());
        quoted.push_str(close);
        quoted
    }
}

/// The address of a claim in the page that shows it.
pub(crate) fn address_in(page: &WebUrl, claim: &Claim) -> String {
    let mut address = joined(cut(page.as_str(), b'#').0, "#");
    address.push_str(&anchor(claim));
    address
}

/// A text in one line, every run of blanks one blank: for formats that read it so anyway.
pub(crate) fn fold(text: &str) -> String {
    let mut line = String::new();
    let mut blank = false;
    for c in text.chars() {
        match c {
            ' ' | '\t' | '\n' => blank = true,
            c => {
                if blank && !line.is_empty() {
                    line.push(' ');
                }
                blank = false;
                line.push(c);
            }
        }
    }
    line
}

/// A text in one line, without the marks that would turn the text around it: for plain text, which cannot keep
/// foreign words apart.
fn plain(text: &str) -> String {
    let turns =
        |c: &char| matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{2028}' | '\u{2029}');
    fold(text).chars().filter(|c| !turns(c)).collect()
}
