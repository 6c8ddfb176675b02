//! A source as a triple link: the page at the passage, the archived copy, what kind of source it is.

use alloc::string::String;

use super::{Context, separate};
use crate::html::{Link, Tag, Tree};
use crate::model::{Citation, Quote, Source};

/// The sources of one saying or verdict, under a label.
pub(super) fn citations(cx: Context<'_>, tree: &mut Tree, label: &str, citations: &[Citation]) {
    tree.open(Tag::Div).class("sources");
    cx.line(tree, "label", label);
    tree.open(Tag::Ul).class("source-list").list_role();
    for it in citations {
        if let Some(source) = cx.dataset.sources.get(&it.source) {
            tree.open(Tag::Li).part("source");
            title(tree, source, it.quote.as_ref());
            details(cx, tree, source, it);
            tree.close();
        }
    }
    tree.close().close();
}

fn details(cx: Context<'_>, tree: &mut Tree, source: &Source, citation: &Citation) {
    let words = cx.words;
    let before = tree.mark();
    tree.text(" ").open(Tag::Span).class("source-details");
    let start = tree.mark();
    let title = source.title.as_str();
    if let Some(publisher) = &source.publisher
        && !title.starts_with(publisher.as_str())
    {
        separate(tree, start).open(Tag::Span).dir_auto().text(publisher.as_str()).close();
    }
    if let Some(date) = source.date
        && !title.ends_with(&words.date(date))
    {
        cx.time(separate(tree, start), date);
    }
    if let Some(kind) = source.kind {
        separate(tree, start).text(words.kind(kind));
    }
    if let Some(language) = &source.language
        && !language.matches(cx.reading_language())
    {
        separate(tree, start).text(words.language(language));
    }
    let origin = source.derived_from.as_ref().and_then(|id| cx.dataset.sources.get(id));
    // Two passages of one page are told apart by their titles.
    if let Some(origin) = origin.filter(|it| it.url.is_none() || it.url != source.url) {
        separate(tree, start).text(words.carries()).text(" ");
        self::title(tree, origin, None);
    }
    if source.url.is_none() {
        separate(tree, start).text(words.no_link());
    }
    if let Some(archive) = &source.archive {
        let tree = separate(tree, start).open(Tag::A).link(&Link::to(&archive.url, None));
        tree.text(words.archived()).close();
        if let Some(date) = archive.date {
            cx.time(tree.text(" "), date);
        }
    }
    if let Some(verified) = &citation.verified {
        cx.time(separate(tree, start).text(words.quote_verified()).text(" "), verified.date);
    }
    if tree.mark() == start {
        tree.rewind(before);
    } else {
        tree.close();
    }
}

/// The title, as a link to the passage where there is an address.
pub(super) fn title(tree: &mut Tree, source: &Source, quote: Option<&Quote>) {
    match &source.url {
        Some(url) => {
            let fragment = quote.map(text_fragment);
            tree.open(Tag::A).link(&Link::to(url, fragment.as_deref()))
        }
        None => tree.open(Tag::Cite),
    };
    match &source.language {
        Some(language) => tree.lang(language.as_str(), language.is_rtl()),
        None => tree.dir_auto(),
    };
    tree.text(source.title.as_str()).close();
}

/// Quotes longer than this, in words, are named by their first and last words.
const LONG_QUOTE: usize = 12;

/// How many words then stand for the beginning and for the end.
const EDGE: usize = 4;

/// The text directive of a quote, with its delimiter: `:~:text=[prefix-,]start[,end][,-suffix]`
/// (URL Fragment Text Directives, WICG).
pub(super) fn text_fragment(quote: &Quote) -> String {
    let mut fragment = String::from(":~:text=");
    if let Some(prefix) = &quote.prefix {
        push_directive(&mut fragment, prefix.as_str());
        fragment.push_str("-,");
    }
    let exact = quote.exact.as_str().trim();
    if blanks(exact).count() >= LONG_QUOTE {
        push_directive(&mut fragment, first_words(exact, EDGE));
        fragment.push(',');
        push_directive(&mut fragment, last_words(exact, EDGE));
    } else {
        push_directive(&mut fragment, exact);
    }
    if let Some(suffix) = &quote.suffix {
        fragment.push_str(",-");
        push_directive(&mut fragment, suffix.as_str());
    }
    fragment
}

fn first_words(text: &str, n: usize) -> &str {
    let end = blanks(text).nth(n - 1);
    end.and_then(|end| text.get(..end)).unwrap_or(text)
}

fn last_words(text: &str, n: usize) -> &str {
    let start = blanks(text).rev().nth(n - 1);
    start.and_then(|start| text.get(start..)).unwrap_or(text)
}

/// Where one word ends and the next begins: the first blank of each run.
fn blanks(text: &str) -> impl DoubleEndedIterator<Item = usize> {
    let blank = |c: Option<char>| c.is_some_and(char::is_whitespace);
    text.char_indices()
        .filter(move |&(i, c)| {
            c.is_whitespace() && !blank(text.get(..i).and_then(|before| before.chars().next_back()))
        })
        .map(|(i, _)| i)
}

/// Percent-encodes everything but unreserved characters: `-`, `,` and `&` mean something in a directive.
fn push_directive(fragment: &mut String, text: &str) {
    const HEX: &[u8; 16] = b"0123456789ABCDEF";
    for byte in text.trim().bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'~') {
            fragment.push(byte as char);
        } else {
            fragment.push('%');
            fragment.push(HEX[usize::from(byte >> 4)] as char);
            fragment.push(HEX[usize::from(byte & 15)] as char);
        }
    }
}
