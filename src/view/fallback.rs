//! The light tree: the same statements, verdicts, counter-statements and sources in plain HTML, for feeds, reader
//! modes, mail and crawlers, which do not see shadow roots. It carries the anchors of the claims.

use super::saying::Saying;
use super::{Context, Options, anchor, heading_text, source};
use crate::html::{Tag, Tree};
use crate::model::{Claim, Dataset, Response, Verdict};

/// All claims.
pub fn list_fallback(dataset: &Dataset, options: &Options<'_>) -> Tree {
    let cx = Context::new(dataset, options, true);
    let mut tree = Tree::default();
    cx.open(&mut tree, cx.heading(0)).text(dataset.title.as_str()).close();
    if let Some(description) = &dataset.description {
        cx.open(&mut tree, Tag::P).text(description.as_str()).close();
    }
    for claim in &dataset.claims {
        plain(cx, &mut tree, claim, 1);
    }
    tree
}

/// One claim.
pub fn claim_fallback(dataset: &Dataset, claim: &Claim, options: &Options<'_>) -> Tree {
    let mut tree = Tree::default();
    plain(Context::new(dataset, options, false), &mut tree, claim, 0);
    tree
}

fn plain(cx: Context<'_>, tree: &mut Tree, claim: &Claim, below: u8) {
    let anchor = anchor(claim);
    tree.open(Tag::Span).for_slot(&anchor).id(&anchor).close();
    // Nothing around it says the interface's language.
    tree.open(Tag::Article).lang(cx.words.tag(), cx.words.is_rtl());
    cx.open_name(tree, cx.heading(below), claim).text(heading_text(claim)).close();
    if let Some(weight) = claim.weight {
        tree.open(Tag::P).text(cx.words.weight(weight)).close();
    }
    for it in &claim.verdicts {
        verdict(cx, tree, it);
    }
    Saying::from(&claim.statement).show_plain(cx, tree);
    if let Some(it) = &claim.response {
        response(cx, tree, it);
    }
    if !claim.counter_statements.is_empty() {
        tree.open(Tag::Ul);
        for it in &claim.counter_statements {
            tree.open(Tag::Li).open(Tag::P).open(Tag::Strong);
            tree.text(cx.words.relation(it.relation)).close().close();
            Saying::from(it).show_plain(cx, tree);
            tree.close();
        }
        tree.close();
    }
    tree.close();
}

fn verdict(cx: Context<'_>, tree: &mut Tree, verdict: &Verdict) {
    tree.open(Tag::P);
    cx.open(tree, Tag::Span);
    if let Some(scope) = &verdict.scope {
        tree.text(scope.as_str()).text(": ");
    }
    tree.open(Tag::Strong).text(verdict.label.as_str()).close();
    if let Some(explanation) = &verdict.explanation {
        tree.text(". ").text(explanation.as_str());
    }
    tree.close();
    if let Some(was_true) = verdict.true_when_said {
        tree.text(" ").text(match was_true {
            true => cx.words.true_when_said(),
            false => cx.words.not_true_when_said(),
        });
    }
    if let Some(by) = &verdict.by {
        cx.span(tree.text(" — "), by);
    }
    if let Some(date) = verdict.date {
        tree.text(cx.words.comma()).text(&cx.words.date(date));
    }
    for citation in &verdict.sources {
        if let Some(it) = cx.dataset.sources.get(&citation.source) {
            source::title(tree.text(" · "), it, citation.quote.as_ref());
        }
    }
    tree.close();
}

fn response(cx: Context<'_>, tree: &mut Tree, response: &Response) {
    cx.span(tree.open(Tag::P).text(cx.words.response()).text(cx.words.colon()), &response.text);
    if let Some(it) = response.source.as_ref().and_then(|id| cx.dataset.sources.get(id)) {
        source::title(tree.text(" · "), it, None);
    }
    tree.close();
}
