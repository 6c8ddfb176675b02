//! Verdicts: a label never stands without its reason, author, date and scope, as far as they are recorded.

use alloc::string::String;

use super::{Context, next_place, separate, source};
use crate::html::{Link, Tag, Tree};
use crate::model::{Rating, Score, Verdict};
use crate::text::push_number;

pub(super) fn verdict(cx: Context<'_>, tree: &mut Tree, verdict: &Verdict) {
    let words = cx.words;
    // Scope and label are one line in one language, in its order.
    cx.open(tree.open(Tag::Div).part("verdict"), Tag::P).class("verdict-line");
    if let Some(scope) = &verdict.scope {
        tree.open(Tag::Span).class("scope").text(scope.as_str()).close().text(words.colon());
    }
    tree.open(Tag::Strong).class("verdict-label").text(verdict.label.as_str()).close();
    tree.close();
    if let Some(rating) = &verdict.rating {
        cx.line(tree, "note", &rated(cx, rating));
    }
    if let Some(text) = &verdict.explanation {
        cx.open(tree, Tag::P).class("explanation").text(text.as_str()).close();
    }
    if let Some(was_true) = verdict.true_when_said {
        let text = if was_true { words.true_when_said() } else { words.not_true_when_said() };
        cx.line(tree, "note", text);
    }
    for (name, text) in
        [(words.confidence(), &verdict.confidence), (words.would_change(), &verdict.would_change)]
    {
        if let Some(text) = text {
            tree.open(Tag::P).class("note").text(name).text(words.colon());
            cx.span(tree, text).close();
        }
    }
    if !verdict.reasons.is_empty() {
        tree.open(Tag::Ul).class("marks").list_role();
        for &reason in &verdict.reasons {
            tree.open(Tag::Li).text(words.reason(reason)).close();
        }
        tree.close();
    }
    if !verdict.sources.is_empty() {
        source::citations(cx, tree, words.sources(), &verdict.sources);
    }
    provenance(cx, tree, verdict);
    tree.close();
}

/// Who concluded it, when, when it is due again, where the full check is.
fn provenance(cx: Context<'_>, tree: &mut Tree, verdict: &Verdict) {
    let before = tree.mark();
    tree.open(Tag::P).class("meta");
    let start = tree.mark();
    if let Some(by) = &verdict.by {
        cx.span(tree, by);
    }
    if let Some(date) = verdict.date {
        cx.time(separate(tree, start), date);
    }
    if let Some(date) = verdict.review_by {
        cx.time(separate(tree, start).text(cx.words.review_due()).text(" "), date);
    }
    if let Some(url) = &verdict.url {
        let tree = separate(tree, start).open(Tag::A).link(&Link::to(url, None));
        tree.text(cx.words.full_check()).close();
    }
    if tree.mark() == start {
        tree.rewind(before);
    } else {
        tree.close();
    }
}

fn rated(cx: Context<'_>, rating: &Rating) -> String {
    let mut pattern = cx.words.rating();
    let mut text = String::new();
    while let Some(name) = next_place(&mut pattern, &mut text) {
        let score = match name {
            b'w' => rating.worst,
            b'b' => rating.best,
            _ => rating.value,
        };
        push_score(cx, &mut text, score);
    }
    text
}

fn push_score(cx: Context<'_>, text: &mut String, score: Score) {
    let thousandths = score.thousandths();
    if thousandths < 0 {
        text.push('−');
    }
    push_number(text, thousandths.unsigned_abs() / 1000);
    let mut rest = thousandths.unsigned_abs() % 1000;
    if rest > 0 {
        text.push_str(cx.words.decimal_sign());
    }
    while rest > 0 {
        push_number(text, rest / 100);
        rest = rest % 100 * 10;
    }
}
