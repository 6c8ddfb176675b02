//! The rules that hold between values: unique ids, references that lead somewhere, sources for every
//! counter-statement.

use alloc::vec::Vec;

use super::claim::Claim;
use super::dataset::DatasetRecord;
use super::source::{Citation, Source};
use super::table::Table;
use super::values::Id;
use crate::error::Path;
use crate::text::sorted_indices;

/// A rule, and the id that breaks it where there is one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fault<'a> {
    /// The rule.
    pub rule: RuleBreak,
    /// The id that leads nowhere or occurs twice.
    pub id: Option<&'a Id>,
}

/// The rules between values.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RuleBreak {
    /// Two claims have the same id.
    DuplicateClaim,
    /// A `speaker` that is not among the people.
    UnknownPerson,
    /// A source id that is not among the sources.
    UnknownSource,
    /// A `related` id that is no claim.
    UnknownClaim,
    /// A counter-statement with neither `said_in` nor `sources`.
    NoCitation,
    /// A source that derives from itself, directly or through others.
    CircularOrigin,
    /// A rating whose value is not between worst and best, or whose ends are the same.
    OffScale,
}

impl RuleBreak {
    /// The rule's name, under which its page explains it.
    #[cfg(feature = "cli")]
    pub fn as_str(self) -> &'static str {
        match self {
            RuleBreak::DuplicateClaim => "duplicate-claim",
            RuleBreak::UnknownPerson => "unknown-person",
            RuleBreak::UnknownSource => "unknown-source",
            RuleBreak::UnknownClaim => "unknown-claim",
            RuleBreak::NoCitation => "no-citation",
            RuleBreak::CircularOrigin => "circular-origin",
            RuleBreak::OffScale => "off-scale",
        }
    }
}

/// Walks a record with the path in step.
struct Walk<'a> {
    record: &'a DatasetRecord,
    /// Positions of the claims, in the order of their ids.
    by_id: &'a [usize],
    path: Path,
    found: &'a mut dyn FnMut(&Path, Fault<'_>),
}

pub(super) fn check(record: &DatasetRecord, found: &mut dyn FnMut(&Path, Fault<'_>)) {
    let claims = &record.claims;
    let by_id = sorted_indices(claims.len(), &|a, b| claims[a].id < claims[b].id);
    // Of claims with the same id the first in the file is the rightful one: the sort keeps their order.
    let mut is_duplicate = alloc::vec![false; claims.len()];
    for pair in by_id.windows(2) {
        is_duplicate[pair[1]] = claims[pair[0]].id == claims[pair[1]].id;
    }
    let mut walk = Walk { record, by_id: &by_id, path: Path::default(), found };
    walk.sources();
    walk.path.push_key("claims");
    for (i, claim) in claims.iter().enumerate() {
        walk.path.push_index(i);
        if is_duplicate[i] {
            walk.fault("id", RuleBreak::DuplicateClaim, Some(&claim.id));
        }
        walk.claim(claim);
        walk.path.pop();
    }
}

impl Walk<'_> {
    fn fault(&mut self, field: &'static str, rule: RuleBreak, id: Option<&Id>) {
        self.path.push_key(field);
        (self.found)(&self.path, Fault { rule, id });
        self.path.pop();
    }

    fn sources(&mut self) {
        let sources = &self.record.sources;
        self.path.push_key("sources");
        let circular = circular(sources);
        for ((id, source), is_circular) in sources.iter().zip(circular) {
            let Some(origin) = &source.derived_from else { continue };
            let rule = match sources.get(origin) {
                None => RuleBreak::UnknownSource,
                Some(_) if is_circular => RuleBreak::CircularOrigin,
                Some(_) => continue,
            };
            self.path.push_key(alloc::string::String::from(id.as_str()));
            self.fault("derived_from", rule, Some(origin));
            self.path.pop();
        }
        self.path.pop();
    }

    fn claim(&mut self, claim: &Claim) {
        self.path.push_key("statement");
        self.speaker(claim.statement.speaker.as_ref());
        self.citations("said_in", &claim.statement.said_in);
        self.path.pop();

        self.path.push_key("counter_statements");
        for (i, counter) in claim.counter_statements.iter().enumerate() {
            self.path.push_index(i);
            self.speaker(counter.speaker.as_ref());
            self.citations("said_in", &counter.said_in);
            self.citations("sources", &counter.sources);
            if counter.said_in.is_empty() && counter.sources.is_empty() {
                (self.found)(&self.path, Fault { rule: RuleBreak::NoCitation, id: None });
            }
            self.path.pop();
        }
        self.path.pop();

        self.path.push_key("verdicts");
        for (i, verdict) in claim.verdicts.iter().enumerate() {
            self.path.push_index(i);
            self.citations("sources", &verdict.sources);
            if let Some(rating) = &verdict.rating {
                let low = rating.worst.min(rating.best);
                let high = rating.worst.max(rating.best);
                if low == high || rating.value < low || rating.value > high {
                    self.fault("rating", RuleBreak::OffScale, None);
                }
            }
            self.path.pop();
        }
        self.path.pop();

        if let Some(source) = claim.response.as_ref().and_then(|it| it.source.as_ref()) {
            self.path.push_key("response");
            self.source(source);
            self.path.pop();
        }
        self.path.push_key("related");
        for (i, id) in claim.related.iter().enumerate() {
            if self.by_id.binary_search_by(|&i| self.record.claims[i].id.cmp(id)).is_err() {
                self.path.push_index(i);
                (self.found)(&self.path, Fault { rule: RuleBreak::UnknownClaim, id: Some(id) });
                self.path.pop();
            }
        }
        self.path.pop();
    }

    fn speaker(&mut self, id: Option<&Id>) {
        if let Some(id) = id
            && self.record.people.get(id).is_none()
        {
            self.fault("speaker", RuleBreak::UnknownPerson, Some(id));
        }
    }

    fn citations(&mut self, field: &'static str, citations: &[Citation]) {
        self.path.push_key(field);
        for (i, citation) in citations.iter().enumerate() {
            self.path.push_index(i);
            self.source(&citation.source);
            self.path.pop();
        }
        self.path.pop();
    }

    fn source(&mut self, id: &Id) {
        if self.record.sources.get(id).is_none() {
            self.fault("source", RuleBreak::UnknownSource, Some(id));
        }
    }
}

/// Which sources lead back to themselves, in the order of their ids.
fn circular(sources: &Table<Id, Source>) -> Vec<bool> {
    let next: Vec<Option<usize>> =
        sources.iter().map(|(_, it)| it.derived_from.as_ref().and_then(|id| sources.position(id))).collect();
    let mut circular = alloc::vec![false; next.len()];
    // The number of the walk that came by first; 0 is none. Every source is walked over once.
    let mut walked = alloc::vec![0; next.len()];
    for start in 0..next.len() {
        let walk = start + 1;
        let mut at = Some(start);
        while let Some(i) = at.filter(|&i| walked[i] == 0) {
            walked[i] = walk;
            at = next[i];
        }
        // Where a walk meets itself there is a circle.
        let mut around = at.filter(|&i| walked[i] == walk);
        while let Some(i) = around.filter(|&i| !circular[i]) {
            circular[i] = true;
            around = next[i];
        }
    }
    circular
}
