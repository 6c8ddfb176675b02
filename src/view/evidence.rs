//! What a claim rests on, in one line: how many sources of what kinds, how many origins, archived, of when.

use alloc::{string::String, vec::Vec};

use super::{Context, next_place};
use crate::date::Date;
use crate::html::{Tag, Tree};
use crate::model::{Citation, Claim, Dataset, Source, SourceKind};
use crate::text::push_number;

/// How far a chain of origins is followed: no dataset's is longer, and a forged pack's may be a circle.
const MAX_CHAIN: usize = 100;

/// Writes the line; nothing for a claim without sources.
pub(super) fn evidence(cx: Context<'_>, tree: &mut Tree, claim: &Claim) {
    let sources = cited(cx.dataset, claim);
    if sources.is_empty() {
        return;
    }
    let words = cx.words;
    tree.open(Tag::P).part("evidence").text(&words.count(words.n_sources(), sources.len()));
    let mut before = words.colon();
    for &kind in SourceKind::ALL {
        let n = sources.iter().filter(|it| it.kind == Some(kind)).count();
        if n > 0 {
            tree.text(before).text(words.kind(kind)).text(" (").number(n).text(")");
            before = words.comma();
        }
    }
    let n_origins = origins(cx.dataset, &sources);
    tree.text(" · ").text(&words.count(words.n_origins(), n_origins)).text(" · ");
    let mut pattern = words.n_archived();
    let mut text = String::new();
    while let Some(name) = next_place(&mut pattern, &mut text) {
        let archived = sources.iter().filter(|it| it.archive.is_some()).count();
        push_number(&mut text, if name == b'n' { archived } else { sources.len() } as u32);
    }
    tree.text(&text);
    let (mut oldest, mut newest) = (None, None);
    for date in sources.iter().filter_map(|it| it.date) {
        oldest = Some(oldest.map_or(date, |it: Date| it.min(date)));
        newest = newest.max(Some(date));
    }
    if let (Some(oldest), Some(newest)) = (oldest, newest) {
        cx.time(tree.text(" · "), oldest);
        if newest != oldest {
            cx.time(tree.text(" – "), newest);
        }
    }
    let mut last = None;
    for verdict in &claim.verdicts {
        last = last.max(verdict.date);
    }
    for change in &claim.history {
        last = last.max(Some(change.date));
    }
    if let Some(last) = last {
        cx.time(tree.text(" · ").text(words.last_review()).text(" "), last);
    }
    tree.close();
}

/// The sources that a claim cites anywhere, each once.
fn cited<'a>(dataset: &'a Dataset, claim: &Claim) -> Vec<&'a Source> {
    let mut sources = Vec::new();
    cite(dataset, &claim.statement.said_in, &mut sources);
    for counter in &claim.counter_statements {
        cite(dataset, &counter.said_in, &mut sources);
        cite(dataset, &counter.sources, &mut sources);
    }
    for verdict in &claim.verdicts {
        cite(dataset, &verdict.sources, &mut sources);
    }
    sources
}

fn cite<'a>(dataset: &'a Dataset, citations: &[Citation], sources: &mut Vec<&'a Source>) {
    for citation in citations {
        if let Some(source) = dataset.sources.get(&citation.source)
            && !sources.iter().any(|&it| core::ptr::eq(it, source))
        {
            sources.push(source);
        }
    }
}

/// How many of them are independent: what carries another's words, and another passage of the same page, is not.
fn origins(dataset: &Dataset, sources: &[&Source]) -> usize {
    let mut origins: Vec<&Source> = Vec::new();
    for source in sources {
        let mut origin = *source;
        for _ in 0..MAX_CHAIN {
            let Some(next) = origin.derived_from.as_ref().and_then(|id| dataset.sources.get(id)) else {
                break;
            };
            origin = next;
        }
        let is_known =
            |it: &&Source| core::ptr::eq(*it, origin) || (it.url.is_some() && it.url == origin.url);
        if !origins.iter().any(is_known) {
            origins.push(origin);
        }
    }
    origins.len()
}
