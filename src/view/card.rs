//! The card of a claim: fact first, then the statement alongside its counter-statements.

use super::evidence::evidence;
use super::record_footer::record_footer;
use super::saying::Saying;
use super::verdict::verdicts;
use super::{Context, anchor, heading_text, source};
use crate::html::{Tag, Tree};
use crate::model::{Claim, Response, Weight};
use crate::text::joined;

/// A card, with its heading some levels below the topmost one.
pub(super) fn card(cx: Context<'_>, tree: &mut Tree, claim: &Claim, below: u8) {
    let anchor = anchor(claim);
    let title_id = joined(&anchor, "-title");
    tree.open(Tag::Article)
        .class(class_of(claim.weight))
        .id(&anchor)
        .labelled_by(&title_id)
        // An anchor in the light tree goes here, so that links to a claim work without any script.
        .slot(&anchor);
    tree.open(Tag::Header).class("fact");
    cx.open_name(tree, cx.heading(below), claim).part("summary").id(&title_id);
    tree.text(heading_text(claim)).close();
    if let Some(weight) = claim.weight {
        meter(tree.open(Tag::P).part("weight"), weight);
        tree.text(cx.words.weight(weight)).close();
    }
    tree.close();
    if !claim.verdicts.is_empty() {
        tree.open(Tag::Section).class("verdicts");
        side_title(cx, tree, below, cx.words.verdict());
        verdicts(cx, tree, &claim.verdicts);
        tree.close();
    }
    tree.open(Tag::Div).class("sides");
    statement(cx, tree, claim, below);
    counter_statements(cx, tree, claim, below);
    tree.close();
    evidence(cx, tree, claim);
    record_footer(cx, tree, claim);
    tree.close();
}

fn side_title(cx: Context<'_>, tree: &mut Tree, below: u8, text: &str) {
    tree.open(cx.heading(below + 1)).class("side-title").text(text).close();
}

/// The class carries the weight, for the order and width of the columns.
fn class_of(weight: Option<Weight>) -> &'static str {
    match weight {
        None => "card",
        Some(Weight::Contested) => "card contested",
        Some(Weight::LeansAgainst) => "card leans-against",
        Some(Weight::Refuted) => "card refuted",
        Some(Weight::LeansFor) => "card leans-for",
        Some(Weight::Confirmed) => "card confirmed",
    }
}

/// Five steps from refuted to confirmed with one of them filled. Decoration: the words say the same.
fn meter(tree: &mut Tree, weight: Weight) {
    let filled = match weight {
        Weight::Refuted => 0,
        Weight::LeansAgainst => 1,
        Weight::Contested => 2,
        Weight::LeansFor => 3,
        Weight::Confirmed => 4,
    };
    tree.open(Tag::Span).class("meter").decorative();
    for i in 0..5 {
        let class = if i == filled { "step on" } else { "step" };
        tree.open(Tag::Span).class(class).close();
    }
    tree.close();
}

fn statement(cx: Context<'_>, tree: &mut Tree, claim: &Claim, below: u8) {
    tree.open(Tag::Section).part("statement");
    side_title(cx, tree, below, cx.words.statement());
    Saying::from(&claim.statement).show(cx, tree);
    if let Some(it) = &claim.response {
        response(cx, tree, it);
    }
    tree.close();
}

/// The claimant's reply stands with the claimant's words.
fn response(cx: Context<'_>, tree: &mut Tree, response: &Response) {
    tree.open(Tag::Div).part("response").open(Tag::P).class("label").text(cx.words.response());
    if let Some(date) = response.date {
        cx.time(tree.text(" · "), date);
    }
    tree.close();
    cx.open(tree, Tag::P).text(response.text.as_str()).close();
    if let Some(it) = response.source.as_ref().and_then(|id| cx.dataset.sources.get(id)) {
        source::title(tree.open(Tag::P).class("meta"), it, None);
        tree.close();
    }
    tree.close();
}

fn counter_statements(cx: Context<'_>, tree: &mut Tree, claim: &Claim, below: u8) {
    let counters = &claim.counter_statements;
    tree.open(Tag::Section).part("counter-statements");
    tree.open(cx.heading(below + 1)).class("side-title").text(cx.words.counter_statements());
    if counters.len() > 1 {
        tree.text(" ").open(Tag::Span).class("count").number(counters.len()).close();
    }
    tree.close();
    if counters.is_empty() {
        cx.line(tree, "missing", cx.words.no_counter_statement());
    } else {
        tree.open(Tag::Ol).class("counter-list").list_role();
        for counter in counters {
            tree.open(Tag::Li).part("counter-statement");
            tree.open(Tag::P).part("relation").text(cx.words.relation(counter.relation)).close();
            Saying::from(counter).show(cx, tree);
            tree.close();
        }
        tree.close();
    }
    tree.close();
}
