//! What stands at the end of a card: topics, related claims, history, what can be taken away.

use super::{Context, anchor, heading_text};
use crate::html::{Link, Tag, Tree};
use crate::model::{Claim, Hash};

pub(super) fn record_footer(cx: Context<'_>, tree: &mut Tree, claim: &Claim) {
    let hash = cx.dataset.hash_of(claim);
    let no_more = claim.related.is_empty() && claim.history.is_empty() && hash.is_none();
    let take = cx.options.tools;
    if claim.topics.is_empty() && no_more && !take {
        return;
    }
    tree.open(Tag::Footer).class("record");
    if !claim.topics.is_empty() {
        tree.open(Tag::Ul).class("topics").list_role().label(cx.words.topics());
        for topic in &claim.topics {
            cx.open(tree, Tag::Li).text(topic.as_str()).close();
        }
        tree.close();
    }
    if !no_more {
        tree.open(Tag::Details).class("more");
        tree.open(Tag::Summary).text(cx.words.more()).close();
        related(cx, tree, claim);
        history(cx, tree, claim);
        if let Some(hash) = hash {
            published_hash(cx, tree, hash);
        }
        tree.close();
    }
    if take {
        // Empty: what is in it is loaded when a reader opens it.
        tree.open(Tag::Details).class("take").open(Tag::Summary).text(cx.words.take()).close().close();
    }
    tree.close();
}

/// The hash that came with the record. Whether it is still the record's own is for the browser to find out: the
/// style sheet shows one of the two sentences when it has.
fn published_hash(cx: Context<'_>, tree: &mut Tree, hash: Hash) {
    cx.line(tree, "label", cx.words.hash());
    tree.open(Tag::P).part("hash");
    tree.open(Tag::Span).class("digest").text(&hash.to_hex()).close();
    tree.open(Tag::Span).class("same").text(cx.words.hash_same()).close();
    tree.open(Tag::Span).class("differs").text(cx.words.hash_differs()).close();
    tree.close();
}

fn related(cx: Context<'_>, tree: &mut Tree, claim: &Claim) {
    if claim.related.is_empty() {
        return;
    }
    cx.line(tree, "label", cx.words.related());
    tree.open(Tag::Ul).class("plain");
    for id in &claim.related {
        if let Some(claim) = cx.dataset.claim(id.as_str()) {
            entry(cx, tree, claim);
        }
    }
    tree.close();
}

fn history(cx: Context<'_>, tree: &mut Tree, claim: &Claim) {
    if claim.history.is_empty() {
        return;
    }
    cx.line(tree, "label", cx.words.history());
    tree.open(Tag::Ul).class("plain");
    for change in &claim.history {
        cx.time(tree.open(Tag::Li), change.date);
        tree.text(" · ").text(cx.words.change(change.kind)).text(cx.words.colon());
        cx.span(tree, &change.text).close();
    }
    tree.close();
}

/// A list item that names a claim and, where it is shown, leads to it.
pub(super) fn entry(cx: Context<'_>, tree: &mut Tree, claim: &Claim) {
    tree.open(Tag::Li);
    cx.open_name(tree, if cx.whole { Tag::A } else { Tag::Span }, claim);
    if cx.whole {
        tree.link(&Link::to_anchor(&anchor(claim)));
    }
    tree.text(heading_text(claim)).close().close();
}
