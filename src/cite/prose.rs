//! Citations that people read: the same parts as plain text, as Markdown and as HTML.

use alloc::string::String;

use super::{Format, Taken, markdown, plain};
use crate::html::{Link, Tag, Tree};
use crate::model::{Language, Source};
use crate::text::joined;
use crate::url::WebUrl;
use crate::view::heading_text;

impl Taken<'_> {
    /// The words with who said them; the record they are checked in; the sources.
    pub(super) fn prose(&self, format: Format) -> String {
        let Taken { dataset, claim, words, .. } = *self;
        let statement = &claim.statement;
        let language = statement.language.as_ref().unwrap_or(&dataset.language);
        let mut page = Prose { format, text: String::new(), tree: Tree::default(), is_begun: false };
        page.tree.open(Tag::Div).lang(words.tag(), words.is_rtl());

        page.begin(Tag::Blockquote);
        let [open, close] = self.marks();
        page.write(open);
        page.said(statement.text.as_str(), language);
        page.write(close);
        page.end();

        page.begin(Tag::P);
        page.write("— ");
        page.said(&self.byline(), &dataset.language);
        page.end();

        page.begin(Tag::P);
        page.link(heading_text(claim), self.permalink().as_ref());
        page.dot();
        page.said(dataset.title.as_str(), &dataset.language);
        if let Some(publisher) = &dataset.publisher {
            page.dot();
            page.said(publisher.name.as_str(), &dataset.language);
        }
        if let Some(date) = dataset.updated {
            page.dot();
            page.write(words.updated());
            page.write(" ");
            page.write(&words.date(date));
        }
        page.end();

        page.begin(Tag::P);
        page.write(words.sources());
        page.write(words.colon().trim_ascii_end());
        page.end();
        page.tree.open(Tag::Ul);
        for (i, (_, source)) in self.selection().sources().into_iter().enumerate() {
            page.is_begun = i > 0;
            page.source(self, source);
        }
        page.tree.close();

        page.tree.close();
        match format {
            Format::Html => joined(&page.tree.to_html(), "\n"),
            _ => page.text,
        }
    }
}

/// A citation that is being written, in one of the two ways.
struct Prose {
    format: Format,
    /// Plain text or Markdown.
    text: String,
    /// HTML.
    tree: Tree,
    /// Whether an item of the list stands before.
    is_begun: bool,
}

impl Prose {
    /// Begins a paragraph: `P`, `Blockquote` or `Li`.
    fn begin(&mut self, tag: Tag) {
        // A list begins behind a blank line, too; its items follow one another.
        let is_beside = tag == Tag::Li && self.is_begun;
        if !self.text.is_empty() && !is_beside {
            self.text.push('\n');
        }
        self.text.push_str(match (tag, self.format) {
            (Tag::Li, _) => "- ",
            (Tag::Blockquote, Format::Markdown) => "> ",
            _ => "",
        });
        self.tree.open(tag);
    }

    fn end(&mut self) {
        self.text.push('\n');
        self.tree.close();
    }

    /// Text of the interface, which has no markup in it.
    fn write(&mut self, text: &str) {
        self.text.push_str(text);
        self.tree.text(text);
    }

    fn dot(&mut self) {
        self.write(" · ");
    }

    /// Text of the record.
    fn said(&mut self, text: &str, language: &Language) {
        self.push(text);
        self.tree.open(Tag::Span).lang(language.as_str(), language.is_rtl()).text(text).close();
    }

    fn push(&mut self, text: &str) {
        let escaped = match self.format {
            Format::Markdown => markdown::inline(text),
            _ => plain(text),
        };
        self.text.push_str(&escaped);
    }

    /// A text, and where it leads.
    fn link(&mut self, text: &str, url: Option<&WebUrl>) {
        self.tree.open(if url.is_some() { Tag::A } else { Tag::Span });
        if let Some(url) = url {
            self.tree.link(&Link::to(url, None));
        }
        self.tree.text(text).close();
        let Some(url) = url else {
            return self.push(text);
        };
        let is_markdown = self.format == Format::Markdown;
        self.text.push_str(if is_markdown { "[" } else { "" });
        self.push(text);
        self.text.push_str(if is_markdown { "](" } else { " <" });
        let address = match is_markdown {
            true => markdown::address(url.as_str()),
            false => url.as_str().into(),
        };
        self.text.push_str(&address);
        self.text.push_str(if is_markdown { ")" } else { ">" });
    }

    fn source(&mut self, taken: &Taken<'_>, source: &Source) {
        let words = taken.words;
        self.begin(Tag::Li);
        self.link(source.title.as_str(), source.url.as_ref());
        for text in [&source.author, &source.publisher].into_iter().flatten() {
            self.dot();
            self.said(text.as_str(), &taken.dataset.language);
        }
        if let Some(date) = source.date {
            self.dot();
            self.write(&words.date(date));
        }
        if let Some(archive) = &source.archive {
            self.dot();
            self.link(words.archived(), Some(&archive.url));
            if let Some(date) = archive.date {
                self.write(" ");
                self.write(&words.date(date));
            }
        }
        self.end();
    }
}
