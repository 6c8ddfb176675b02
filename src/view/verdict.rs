//! Verdicts: a label never stands without its reason, author, date and scope, as far as they are recorded.

use alloc::{string::String, vec::Vec};

use super::{Context, next_place, separate, source};
use crate::html::{Link, Tag, Tree};
use crate::model::{Rating, Score, Text, Verdict};
use crate::text::push_number;

/// What verdicts are told apart by.
type Key = for<'a> fn(&'a Verdict) -> Option<&'a Text>;

/// All verdicts of a claim. Several are one table: by scope if one checker gave them, else with a row for each
/// checker and a column for each scope. Every label is its checker's own; none is translated into another's.
pub(super) fn verdicts(cx: Context<'_>, tree: &mut Tree, verdicts: &[Verdict]) {
    const BY: Key = |it| it.by.as_ref();
    const SCOPE: Key = |it| it.scope.as_ref();
    let (checkers, scopes) = (distinct(verdicts, BY), distinct(verdicts, SCOPE));
    let ((row, rows), (column, columns)) = match checkers.len() {
        0 | 1 => ((SCOPE, &scopes), (BY, &checkers)),
        _ => ((BY, &checkers), (SCOPE, &scopes)),
    };
    if rows.len() < 2 {
        for it in verdicts {
            verdict(cx, tree, it, true);
        }
        return;
    }
    tree.open(Tag::Table).part("verdict-table").label(cx.words.verdict()).open(Tag::Tbody);
    if columns.len() > 1 {
        tree.open(Tag::Tr).open(Tag::Td).close();
        for &name in columns {
            header(cx, tree, "col", name);
        }
        tree.close();
    }
    let with_scope = scopes.len() < 2;
    for &name in rows {
        header(cx, tree.open(Tag::Tr), "row", name);
        for &other in columns {
            tree.open(Tag::Td);
            for it in verdicts {
                if row(it) == name && column(it) == other {
                    verdict(cx, tree, it, with_scope);
                }
            }
            tree.close();
        }
        tree.close();
    }
    tree.close().close();
}

fn header(cx: Context<'_>, tree: &mut Tree, of: &'static str, name: Option<&Text>) {
    let text = name.map_or(cx.words.verdict(), Text::as_str);
    cx.open(tree, Tag::Th).scope(of).text(text).close();
}

/// Each value once, in the order of its first place.
fn distinct(verdicts: &[Verdict], key: Key) -> Vec<Option<&Text>> {
    let mut list = Vec::new();
    for it in verdicts {
        let value = key(it);
        if !list.contains(&value) {
            list.push(value);
        }
    }
    list
}

fn verdict(cx: Context<'_>, tree: &mut Tree, verdict: &Verdict, with_scope: bool) {
    let words = cx.words;
    // Scope and label are one line in one language, in its order.
    cx.open(tree.open(Tag::Div).part("verdict"), Tag::P).class("verdict-line");
    if let Some(scope) = verdict.scope.as_ref().filter(|_| with_scope) {
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
        let is_past = cx.options.today.is_some_and(|today| date.is_before(today));
        let text = if is_past { cx.words.review_overdue() } else { cx.words.review_due() };
        cx.time(separate(tree, start).text(text).text(" "), date);
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
