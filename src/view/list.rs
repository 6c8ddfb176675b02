//! The whole dataset, or one claim of it, with where it comes from.

use super::card::card;
use super::record_footer::entry;
use super::{Context, Options};
use crate::html::{Link, Tag, Tree};
use crate::model::Dataset;

/// A table of contents and a timeline appear above this many claims.
const FEW: usize = 3;

/// All claims, in file order.
pub fn list(dataset: &Dataset, options: &Options<'_>) -> Tree {
    let cx = Context::new(dataset, options, true);
    let mut tree = widget(cx);
    tree.open(Tag::Header).class("intro");
    cx.open(&mut tree, cx.heading(0)).part("title").text(dataset.title.as_str()).close();
    if let Some(text) = &dataset.description {
        cx.open(&mut tree, Tag::P).class("description").text(text.as_str()).close();
    }
    if dataset.claims.len() > FEW {
        contents(cx, &mut tree);
        timeline(cx, &mut tree);
    }
    tree.close();
    if dataset.claims.len() > FEW && options.tools {
        tools(cx, &mut tree);
    }
    for claim in &dataset.claims {
        card(cx, &mut tree, claim, 1);
    }
    origin(cx, &mut tree, false);
    tree.close();
    tree
}

/// One claim; `None` when the dataset has no claim of that id.
pub fn single(dataset: &Dataset, id: &str, options: &Options<'_>) -> Option<Tree> {
    let cx = Context::new(dataset, options, false);
    let claim = dataset.claim(id)?;
    let mut tree = widget(cx);
    card(cx, &mut tree, claim, 0);
    origin(cx, &mut tree, true);
    tree.close();
    Some(tree)
}

fn widget(cx: Context<'_>) -> Tree {
    let mut tree = Tree::default();
    tree.open(Tag::Div).part("widget").lang(cx.words.tag(), cx.words.is_rtl());
    tree
}

fn contents(cx: Context<'_>, tree: &mut Tree) {
    tree.open(Tag::Details).class("contents").open(Tag::Summary);
    tree.text(cx.words.contents()).text(" (").number(cx.dataset.claims.len()).text(")").close();
    tree.open(Tag::Ol).class("plain");
    for claim in &cx.dataset.claims {
        entry(cx, tree, claim);
    }
    tree.close().close();
}

/// A search box and a place for filters. The script brings them to life; the style sheet hides them where there is none.
fn tools(cx: Context<'_>, tree: &mut Tree) {
    tree.open(Tag::Search).part("tools");
    tree.open(Tag::Label).class("find").open(Tag::Span).text(cx.words.search()).close();
    tree.text(" ").open(Tag::Input).input_type("search").close().close();
    tree.open(Tag::Details).class("facets").open(Tag::Summary).text(cx.words.filter()).close().close();
    tree.open(Tag::P).class("status").status().close();
    tree.close();
}

/// The disclosure of the timeline. Static HTML is complete; the widget draws the rest when a reader opens it.
fn timeline(cx: Context<'_>, tree: &mut Tree) {
    tree.open(Tag::Details).part("timeline").open(Tag::Summary).text(cx.words.timeline()).close();
    #[cfg(feature = "cli")]
    super::timeline::static_timeline(cx, tree);
    tree.close();
}

/// Who publishes the dataset, when it was updated, where to report errors: always shown.
fn origin(cx: Context<'_>, tree: &mut Tree, with_title: bool) {
    let dataset = cx.dataset;
    let words = cx.words;
    tree.open(Tag::Footer).part("origin").open(Tag::P).class("meta");
    if with_title {
        tree.text(words.from()).text(" ");
        cx.open(tree, Tag::Cite).text(dataset.title.as_str()).close();
    } else {
        tree.text(&words.count(words.claims(), dataset.claims.len()));
    }
    if let Some(publisher) = &dataset.publisher {
        tree.text(" · ");
        let tag = if publisher.url.is_some() { Tag::A } else { Tag::Span };
        cx.open(tree, tag);
        if let Some(url) = &publisher.url {
            tree.link(&Link::to(url, None));
        }
        tree.text(publisher.name.as_str()).close();
    }
    if !dataset.language.matches(cx.reading_language()) {
        tree.text(" · ").text(words.language(&dataset.language));
    }
    if let Some(date) = dataset.updated {
        cx.time(tree.text(" · ").text(words.updated()).text(" "), date);
    }
    if let Some(license) = &dataset.license {
        cx.span(tree.text(" · ").text(words.license()).text(words.colon()), license);
    }
    let methodology = dataset.methodology.as_ref().map(|url| Link::to(url, None));
    let corrections = dataset.corrections.as_ref().map(Link::to_contact);
    for (link, text) in [(methodology, words.methodology()), (corrections, words.corrections())] {
        if let Some(link) = link {
            tree.text(" · ").open(Tag::A).link(&link).text(text).close();
        }
    }
    tree.close().close();
}
