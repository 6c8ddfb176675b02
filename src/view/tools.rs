//! The tools above a list: facets with their counts, what is chosen, what was found.

use alloc::string::String;

use super::{Context, Options, Words, next_place};
use crate::find::{Facet, FacetValue, Found, Index, Query, Sort};
use crate::html::{Tag, Tree};
use crate::model::{Dataset, Language, Relation, SourceKind, Weight};
use crate::text::push_number;

/// From how many values on a facet says something.
const MIN_VALUES: usize = 2;

/// The order and every facet: boxes to tick, each with the number of its value in the index.
pub fn facets(dataset: &Dataset, index: &Index, options: &Options<'_>) -> Tree {
    let cx = Context::new(dataset, options, true);
    let mut tree = Tree::default();
    tree.open(Tag::Div).class("facet-list").lang(cx.words.tag(), cx.words.is_rtl());
    tree.open(Tag::Label).class("sort").open(Tag::Span).text(cx.words.sort()).close().text(" ");
    tree.open(Tag::Select);
    for (sort, name) in Sort::ALL.iter().zip(cx.words.sorts()) {
        tree.open(Tag::OptionTag).value(sort.as_str()).text(name).close();
    }
    tree.close().close();
    for (&facet, name) in Facet::ALL.iter().zip(cx.words.facets()) {
        let values = index.values().iter().enumerate().filter(|(_, it)| it.facet == facet);
        if values.clone().count() < MIN_VALUES {
            continue;
        }
        tree.open(Tag::Fieldset).class("facet").open(Tag::Legend).text(name).close();
        for (n, value) in values {
            let mut number = String::new();
            push_number(&mut number, n as u32);
            tree.open(Tag::Label).class("value").open(Tag::Input).input_type("checkbox");
            tree.field(facet.as_str(), &number).close().text(" ");
            label(cx, &mut tree, value);
            tree.text(" ").open(Tag::Span).class("count").close().close();
        }
        tree.close();
    }
    tree.close();
    tree
}

/// What is chosen, as buttons that take it back.
pub fn chosen(dataset: &Dataset, query: &Query, options: &Options<'_>) -> Tree {
    let cx = Context::new(dataset, options, true);
    let mut tree = Tree::default();
    tree.open(Tag::Ul).class("chosen").list_role().lang(cx.words.tag(), cx.words.is_rtl());
    for (n, value) in query.chosen.iter().enumerate() {
        let mut number = String::new();
        push_number(&mut number, n as u32);
        tree.open(Tag::Li).open(Tag::Button).input_type("button").value(&number);
        tree.open(Tag::Span).class("hidden").text(cx.words.remove()).text(" ").close();
        label(cx, &mut tree, value);
        tree.text(" ").open(Tag::Span).decorative().text("×").close().close().close();
    }
    if !query.is_empty() {
        tree.open(Tag::Li).open(Tag::Button).input_type("button").class("all").text(cx.words.show_all());
        tree.close().close();
    }
    tree.close();
    tree
}

/// How many claims were found of how many, as a sentence; empty if nothing was asked.
pub fn status(dataset: &Dataset, query: &Query, found: &Found, words: &Words<'_>) -> String {
    let mut text = String::new();
    if query.is_empty() {
        return text;
    }
    if found.claims.is_empty() {
        text.push_str(words.nothing_found());
        return text;
    }
    let mut pattern = words.found();
    while let Some(name) = next_place(&mut pattern, &mut text) {
        let claims = if name == b'n' { found.claims.len() } else { dataset.claims.len() };
        push_number(&mut text, claims as u32);
    }
    text
}

/// A value as readers see it.
fn label(cx: Context<'_>, tree: &mut Tree, value: &FacetValue) {
    let key = value.key.as_str();
    let words = cx.words;
    let word = match value.facet {
        Facet::Speaker => {
            let person = cx.dataset.people.iter().find(|(id, _)| id.as_str() == key);
            return said(cx, tree, person.map_or(key, |(_, it)| it.name.as_str()));
        }
        Facet::Topic => return said(cx, tree, key),
        Facet::Relation => Relation::ALL.iter().find(|it| it.as_str() == key).map(|it| words.relation(*it)),
        Facet::Weight => Weight::ALL.iter().find(|it| it.as_str() == key).map(|it| words.weight(*it)),
        Facet::Kind => SourceKind::ALL.iter().find(|it| it.as_str() == key).map(|it| words.kind(*it)),
        Facet::Language => {
            let language = Language::parse(key).ok();
            tree.text(language.as_ref().map_or(key, |it| words.language(it)));
            return;
        }
        Facet::Year => None,
    };
    tree.text(word.unwrap_or(key));
}

/// A text of the dataset.
fn said(cx: Context<'_>, tree: &mut Tree, text: &str) {
    cx.open(tree, Tag::Span).text(text).close();
}
