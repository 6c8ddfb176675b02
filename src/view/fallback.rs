//! The light tree: the same content in plain HTML, for feeds, reader modes, mail and crawlers, which do not
//! see shadow roots. It carries the anchors of the claims.

use super::saying::quoted;
use super::{Context, Options, anchor, heading_text, source};
use crate::date::Date;
use crate::html::{Tag, Tree};
use crate::model::{Citation, Claim, Dataset, Id, Language, Text, Verdict, Wording};

/// All claims.
pub fn list_fallback(dataset: &Dataset, options: &Options) -> Tree {
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
pub fn claim_fallback(dataset: &Dataset, claim: &Claim, options: &Options) -> Tree {
    let mut tree = Tree::default();
    plain(Context::new(dataset, options, false), &mut tree, claim, 0);
    tree
}

fn plain(cx: Context<'_>, tree: &mut Tree, claim: &Claim, below: u8) {
    let anchor = anchor(claim);
    tree.open(Tag::Span).for_slot(&anchor).id(&anchor).close();
    cx.open(tree, Tag::Article);
    tree.open(cx.heading(below)).text(heading_text(claim)).close();
    if let Some(weight) = claim.weight {
        tree.open(Tag::P).text(cx.words.weight(weight)).close();
    }
    for it in &claim.verdicts {
        verdict(cx, tree, it);
    }
    let it = &claim.statement;
    tree.open(Tag::Blockquote);
    words(cx, tree, &it.text, it.language.as_ref(), it.wording);
    tree.close();
    attribution(cx, tree, it.speaker.as_ref(), it.date, &[&it.said_in]);
    if !claim.counter_statements.is_empty() {
        tree.open(Tag::Ul);
        for it in &claim.counter_statements {
            tree.open(Tag::Li).open(Tag::P).open(Tag::Strong);
            tree.text(cx.words.relation(it.relation)).close().close();
            words(cx, tree, &it.text, it.language.as_ref(), it.wording);
            attribution(cx, tree, it.speaker.as_ref(), it.date, &[&it.said_in, &it.sources]);
            tree.close();
        }
        tree.close();
    }
    tree.close();
}

fn verdict(cx: Context<'_>, tree: &mut Tree, verdict: &Verdict) {
    tree.open(Tag::P);
    if let Some(scope) = &verdict.scope {
        tree.text(cx.words.scope).text(" ").text(scope.as_str()).text(": ");
    }
    tree.open(Tag::Strong).text(verdict.label.as_str()).close();
    if let Some(explanation) = &verdict.explanation {
        tree.text(". ").text(explanation.as_str());
    }
    tree.close();
}

fn words(
    cx: Context<'_>,
    tree: &mut Tree,
    text: &Text,
    language: Option<&Language>,
    wording: Option<Wording>,
) {
    cx.open_in(tree, Tag::P, language.unwrap_or(&cx.dataset.language));
    quoted(cx, tree, text, wording);
    tree.close();
}

/// Who, when, where: one line.
fn attribution(
    cx: Context<'_>,
    tree: &mut Tree,
    speaker: Option<&Id>,
    date: Option<Date>,
    citations: &[&[Citation]],
) {
    let name = speaker.and_then(|id| cx.dataset.people.get(id)).map(|it| it.name.as_str());
    tree.open(Tag::P).text("— ").text(name.unwrap_or(cx.words.unknown_speaker));
    if let Some(date) = date {
        tree.text(", ").text(&cx.words.date(date));
    }
    for citation in citations.iter().copied().flatten() {
        if let Some(it) = cx.dataset.sources.get(&citation.source) {
            source::title(tree.text("; "), it, citation.quote.as_ref());
        }
    }
    tree.close();
}
