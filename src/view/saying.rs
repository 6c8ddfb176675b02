//! A saying: who, when, the words, in which language, where it stands. Statement and counter-statement alike.

use alloc::string::String;

use super::{Context, next_place, source};
use crate::date::Date;
use crate::html::{Tag, Tree};
use crate::model::{
    Citation, CounterStatement, Id, Language, Quality, Statement, Table, Text, Translation, Wording,
};

/// What statements and counter-statements have in common.
pub(super) struct Saying<'a> {
    text: &'a Text,
    speaker: Option<&'a Id>,
    date: Option<Date>,
    language: Option<&'a Language>,
    wording: Option<Wording>,
    quality: Option<Quality>,
    translations: &'a Table<Language, Translation>,
    said_in: &'a [Citation],
    sources: &'a [Citation],
}

macro_rules! saying {
    ($it:ident, $sources:expr) => {
        Saying {
            text: &$it.text,
            speaker: $it.speaker.as_ref(),
            date: $it.date,
            language: $it.language.as_ref(),
            wording: $it.wording,
            quality: $it.quality,
            translations: &$it.translations,
            said_in: &$it.said_in,
            sources: $sources,
        }
    };
}

impl<'a> From<&'a Statement> for Saying<'a> {
    fn from(it: &'a Statement) -> Self {
        saying!(it, &[])
    }
}

impl<'a> From<&'a CounterStatement> for Saying<'a> {
    fn from(it: &'a CounterStatement) -> Self {
        saying!(it, &it.sources)
    }
}

impl Saying<'_> {
    /// Writes the saying into the element that stands for it.
    pub(super) fn show(&self, cx: Context<'_>, tree: &mut Tree) {
        self.byline(cx, tree);
        self.words(cx, tree);
        self.show_marks(cx, tree);
        self.show_translation(cx, tree);
        if !self.said_in.is_empty() {
            source::citations(cx, tree, cx.words.said_in(), self.said_in);
        }
        if !self.sources.is_empty() {
            source::citations(cx, tree, cx.words.sources(), self.sources);
        }
        if self.said_in.is_empty() && self.sources.is_empty() {
            cx.line(tree, "missing", cx.words.no_source());
        }
    }

    /// Who and when, in words: absence is said.
    fn byline(&self, cx: Context<'_>, tree: &mut Tree) {
        tree.open(Tag::P).class("byline");
        match self.speaker.and_then(|id| cx.dataset.people.get(id)) {
            Some(person) => {
                cx.open(tree, Tag::Span).part("speaker").text(person.name.as_str()).close();
                if let Some(role) = &person.role {
                    tree.text(cx.words.comma());
                    cx.open(tree, Tag::Span).class("role").text(role.as_str()).close();
                }
            }
            None => missing(tree, cx.words.unknown_speaker()),
        }
        tree.text(" · ");
        match self.date {
            Some(date) => cx.time(tree, date),
            None => missing(tree, cx.words.undated()),
        }
        tree.close();
    }

    fn words(&self, cx: Context<'_>, tree: &mut Tree) {
        let language = self.language.unwrap_or(&cx.dataset.language);
        cx.open_in(tree, Tag::Blockquote, language).part("words");
        let url = self.said_in.iter().find_map(|it| cx.dataset.sources.get(&it.source)?.url.as_ref());
        if let Some(url) = url {
            tree.cite(url);
        }
        tree.open(Tag::P);
        quoted(cx, tree, self.text, self.wording);
        tree.close().close();
    }

    /// The saying in plain HTML: the words, whose they are, what sort of words, their translation.
    #[cfg(feature = "cli")]
    pub(super) fn show_plain(&self, cx: Context<'_>, tree: &mut Tree) {
        let language = self.language.unwrap_or(&cx.dataset.language);
        cx.open_in(tree, Tag::Blockquote, language).open(Tag::P);
        quoted(cx, tree, self.text, self.wording);
        tree.close().close();
        match self.translation(cx) {
            Translated::Into(language, translation) => {
                tree.open(Tag::P);
                label(cx, tree, language, translation);
                cx.open_in(tree.text(cx.words.colon()), Tag::Span, language);
                quoted(cx, tree, &translation.text, self.wording);
                tree.close().close();
            }
            Translated::Not(language) => _ = tree.open(Tag::P).text(&untranslated(cx, language)).close(),
            Translated::NoNeed => {}
        }
        tree.open(Tag::P).text("— ");
        match self.speaker.and_then(|id| cx.dataset.people.get(id)) {
            Some(person) => cx.span(tree, &person.name),
            None => tree.text(cx.words.unknown_speaker()),
        };
        if let Some(date) = self.date {
            tree.text(cx.words.comma()).text(&cx.words.date(date));
        }
        for mark in self.marks(cx).into_iter().flatten() {
            tree.text(" · ").text(mark);
        }
        for citation in self.said_in.iter().chain(self.sources) {
            if let Some(it) = cx.dataset.sources.get(&citation.source) {
                source::title(tree.text(" · "), it, citation.quote.as_ref());
            }
        }
        tree.close();
    }

    /// Paraphrase, opinion and prediction are said in words; the ordinary is not.
    fn marks<'a>(&self, cx: Context<'a>) -> [Option<&'a str>; 2] {
        let paraphrased = (self.wording == Some(Wording::Paraphrase)).then_some(cx.words.paraphrased());
        let quality = self.quality.filter(|&it| it != Quality::Fact).map(|it| cx.words.quality(it));
        [paraphrased, quality]
    }

    fn show_marks(&self, cx: Context<'_>, tree: &mut Tree) {
        let marks = self.marks(cx);
        if marks == [None, None] {
            return;
        }
        tree.open(Tag::Ul).class("marks").list_role();
        for mark in marks.into_iter().flatten() {
            tree.open(Tag::Li).text(mark).close();
        }
        tree.close();
    }

    /// The translation for this reader. Words in the dataset's language need none: its reader meets it everywhere,
    /// and the line on the dataset names it.
    fn translation<'a>(&'a self, cx: Context<'a>) -> Translated<'a> {
        let (wanted, usual) = (cx.reading_language(), &cx.dataset.language);
        let to = |language: &Language| {
            let mut translations = self.translations.iter();
            translations.find(|(it, _)| it.matches(language)).map(|(to, it)| Translated::Into(to, it))
        };
        let language = self.language.unwrap_or(usual);
        if language.matches(wanted) {
            return Translated::NoNeed;
        }
        let missing = if language.matches(usual) { Translated::NoNeed } else { Translated::Not(language) };
        to(wanted).or_else(|| to(usual)).unwrap_or(missing)
    }

    fn show_translation(&self, cx: Context<'_>, tree: &mut Tree) {
        match self.translation(cx) {
            Translated::Into(language, translation) => {
                tree.open(Tag::Div).class("translation").open(Tag::P).class("label");
                label(cx, tree, language, translation);
                cx.open_in(tree.close(), Tag::P, language);
                quoted(cx, tree, &translation.text, self.wording);
                tree.close().close();
            }
            Translated::Not(language) => cx.line(tree, "note", &untranslated(cx, language)),
            Translated::NoNeed => {}
        }
    }
}

/// What a reader gets of words in another language.
enum Translated<'a> {
    NoNeed,
    Into(&'a Language, &'a Translation),
    Not(&'a Language),
}

/// Whose translation it is, and into which language if not the reader's.
fn label(cx: Context<'_>, tree: &mut Tree, language: &Language, translation: &Translation) {
    match &translation.by {
        Some(by) if by.as_str() == "ours" => _ = tree.text(cx.words.translation_ours()),
        Some(by) => _ = cx.span(tree.text(cx.words.translation()).text(cx.words.colon()), by),
        None => _ = tree.text(cx.words.translation()),
    }
    if !language.matches(cx.reading_language()) {
        tree.text(" · ").text(cx.words.language(language));
    }
}

/// That there is none, and from which language it would be.
fn untranslated(cx: Context<'_>, language: &Language) -> String {
    let mut pattern = cx.words.untranslated();
    let mut text = String::new();
    while next_place(&mut pattern, &mut text).is_some() {
        text.push_str(cx.words.language(language));
    }
    text
}

fn missing(tree: &mut Tree, text: &str) {
    tree.open(Tag::Span).class("missing").text(text).close();
}

/// Quotation marks go around verbatim words only.
fn quoted(cx: Context<'_>, tree: &mut Tree, text: &Text, wording: Option<Wording>) {
    let [open, close] = match wording {
        Some(Wording::Verbatim) => cx.words.quotation_marks(),
        _ => [""; 2],
    };
    tree.text(open).text(text.as_str()).text(close);
}
