//! What a reader can take away of a claim, as a tree that the script brings to life: fields, buttons, links.

use super::Words;
use crate::html::{Link, Tag, Tree};

/// Where the links in it lead.
pub struct Links {
    /// To the claim in the page, if that has an address.
    pub permalink: Option<Link>,
    /// To who corrects errors, if the dataset names somebody.
    pub report: Option<Link>,
    /// Whether that address tells the corrector which record it is; otherwise a text to copy does.
    pub is_filled: bool,
}

/// The parts of the disclosure: link, citation, code, picture, report. Fields are empty, and have the names by which
/// the script knows them.
pub fn take(words: &Words<'_>, links: &Links, with_code: bool) -> Tree {
    let tree = &mut Tree::default();
    tree.open(Tag::Div).class("take-parts").lang(words.tag(), words.is_rtl());
    if let Some(link) = &links.permalink {
        tree.open(Tag::Div).class("take-link").open(Tag::P).class("label").text(words.permalink()).close();
        tree.open(Tag::P).class("acts");
        tree.open(Tag::A).class("permalink").link(link).text(link.as_str()).close();
        copy(tree, words, words.permalink(), "permalink");
        tree.close().close();
    }
    begin(tree, words.cite());
    tree.open(Tag::Select).label(words.cite());
    for (value, name) in
        [("0", words.plain_text()), ("1", "Markdown"), ("2", "HTML"), ("3", "BibTeX"), ("4", "CSL-JSON")]
    {
        tree.open(Tag::OptionTag).value(value).text(name).close();
    }
    tree.close();
    field(tree, words.cite(), "cite");
    end(tree, words, words.cite(), "cite");
    if with_code {
        begin(tree, words.embed());
        field(tree, words.embed(), "embed");
        end(tree, words, words.embed(), "embed");
    }
    begin(tree, words.picture());
    tree.open(Tag::P).class("picture").close();
    tree.open(Tag::P).class("acts").open(Tag::A).class("download").text(words.download()).close().close();
    tree.close();
    if let Some(link) = &links.report {
        begin(tree, words.corrections());
        tree.open(Tag::P).class("note");
        tree.text(if links.is_filled { words.report_hint() } else { words.report_copy() }).close();
        tree.open(Tag::P).class("acts").open(Tag::A).class("report").link(link).text(words.corrections());
        tree.close().close();
        if links.is_filled {
            tree.close();
        } else {
            field(tree, words.corrections(), "report");
            end(tree, words, words.corrections(), "report");
        }
    }
    tree.open(Tag::P).class("hidden").status().close();
    tree.close();
    core::mem::take(tree)
}

/// Begins a part, with its name.
fn begin(tree: &mut Tree, name: &str) {
    tree.open(Tag::Div).class("take-part").open(Tag::P).class("label").text(name).close();
}

/// A text to be copied.
fn field(tree: &mut Tree, label: &str, name: &str) {
    tree.open(Tag::Textarea).label(label).named(name).readonly().close();
}

/// Ends a part with a button that copies what it holds.
fn end(tree: &mut Tree, words: &Words<'_>, name: &str, value: &str) {
    tree.open(Tag::P).class("acts");
    copy(tree, words, name, value);
    tree.close().close();
}

/// A button that says to whom does not see it what it copies.
fn copy(tree: &mut Tree, words: &Words<'_>, name: &str, value: &str) {
    tree.open(Tag::Button).input_type("button").value(value).text(words.copy());
    tree.open(Tag::Span).class("hidden").text(" ").text(name).close().close();
}
