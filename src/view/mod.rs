//! What readers see, as trees of nodes: the same for static pages and for the widget.

mod card;
mod evidence;
#[cfg(feature = "cli")]
mod fallback;
mod list;
mod record_footer;
mod saying;
mod source;
#[cfg(feature = "extras")]
mod take;
#[cfg(feature = "extras")]
mod timeline;
#[cfg(feature = "search")]
mod tools;
mod verdict;
mod words;

#[cfg(feature = "cli")]
pub use fallback::{claim_fallback, list_fallback};
pub use list::{list, single};
#[cfg(feature = "extras")]
pub use take::{Links, take};
#[cfg(feature = "extras")]
pub use timeline::timeline;
#[cfg(feature = "search")]
pub use tools::{chosen, facets, status};

pub use words::{ENGLISH, ENGLISH_TEXT, Words, next_place};
#[cfg(feature = "cli")]
pub use words::{FILES as LANGUAGES, Items, Key, PLURAL_RULES};

use alloc::string::String;

use crate::date::Date;
use crate::html::{Mark, Tag, Tree};
use crate::model::{Claim, Dataset, Language, Text};
use crate::text::joined;

/// How to show a dataset.
#[derive(Clone)]
pub struct Options<'a> {
    /// The interface texts.
    pub words: &'a Words<'a>,
    /// The reader's language, for choosing translations; the dataset's if none is given.
    pub language: Option<Language>,
    /// The level of the topmost heading, 1 to 6.
    pub heading_level: u8,
    /// Whether there is a search box and what a reader can take away: only where a script can bring them to life.
    pub tools: bool,
    /// The day of the reader, to tell reviews that are overdue; without it none is.
    pub today: Option<Date>,
}

impl Default for Options<'_> {
    fn default() -> Self {
        Options { words: &ENGLISH, language: None, heading_level: 2, tools: false, today: None }
    }
}

/// What every part of a view needs to know.
#[derive(Clone, Copy)]
struct Context<'a> {
    dataset: &'a Dataset,
    options: &'a Options<'a>,
    words: &'a Words<'a>,
    /// Whether all claims are shown, so that links from one to another lead somewhere.
    whole: bool,
}

impl<'a> Context<'a> {
    fn new(dataset: &'a Dataset, options: &'a Options<'a>, whole: bool) -> Context<'a> {
        Context { dataset, options, words: options.words, whole }
    }

    /// The language that readers want texts in.
    fn reading_language(self) -> &'a Language {
        self.options.language.as_ref().unwrap_or(&self.dataset.language)
    }

    /// The tag of a heading some levels below the topmost one.
    fn heading(self, below: u8) -> Tag {
        const LEVELS: [Tag; 6] = [Tag::H1, Tag::H2, Tag::H3, Tag::H4, Tag::H5, Tag::H6];
        let level = self.options.heading_level.clamp(1, 6) + below;
        LEVELS[usize::from(level.min(6)) - 1]
    }

    /// Opens an element for text in a language.
    fn open_in<'t>(self, tree: &'t mut Tree, tag: Tag, language: &Language) -> &'t mut Tree {
        tree.open(tag).lang(language.as_str(), language.is_rtl())
    }

    /// Opens an element for text in the dataset's language, which may not be the interface's.
    fn open(self, tree: &mut Tree, tag: Tag) -> &mut Tree {
        self.open_in(tree, tag, &self.dataset.language)
    }

    /// Opens an element for the words that name a claim, see [`heading_text`].
    fn open_name<'t>(self, tree: &'t mut Tree, tag: Tag, claim: &Claim) -> &'t mut Tree {
        let own = claim.statement.language.as_ref().filter(|_| claim.statement.summary.is_none());
        self.open_in(tree, tag, own.unwrap_or(&self.dataset.language))
    }

    /// Text in the dataset's language, within a line of the interface.
    fn span<'t>(self, tree: &'t mut Tree, text: &Text) -> &'t mut Tree {
        self.open(tree, Tag::Span).text(text.as_str()).close()
    }

    /// A line of the interface with a class.
    fn line(self, tree: &mut Tree, class: &'static str, text: &str) {
        tree.open(Tag::P).class(class).text(text).close();
    }

    fn time(self, tree: &mut Tree, date: Date) {
        tree.open(Tag::Time).datetime(date).text(&self.words.date(date)).close();
    }
}

/// Puts a dot between the parts of a line: before a part that is not the first since the mark.
fn separate(tree: &mut Tree, start: Mark) -> &mut Tree {
    match tree.mark() == start {
        true => tree,
        false => tree.text(" · "),
    }
}

/// The words that name a claim: its summary, or what was said.
pub(crate) fn heading_text(claim: &Claim) -> &str {
    claim.statement.summary.as_ref().unwrap_or(&claim.statement.text).as_str()
}

/// The anchor of a claim in the page: what a permalink names after `#`.
pub fn anchor(claim: &Claim) -> String {
    joined("claim-", claim.id.as_str())
}
