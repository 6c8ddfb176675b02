//! The rules that hold between values: unique ids, references that lead somewhere, sources for every
//! counter-statement.

use alloc::vec::Vec;

use super::claim::Claim;
use super::dataset::DatasetRecord;
use super::source::{Citation, Source};
use super::table::Table;
use super::values::Id;
use crate::error::Path;
use crate::text::sort_by;

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

/// Walks a record with the path in step.
struct Walk<'a> {
    record: &'a DatasetRecord,
    path: Path,
    found: &'a mut dyn FnMut(&Path, Fault<'_>),
}

pub(super) fn check(record: &DatasetRecord, found: &mut dyn FnMut(&Path, Fault<'_>)) {
    let mut ids: Vec<&Id> = record.claims.iter().map(|claim| &claim.id).collect();
    sort_by(&mut ids, |a, b| a < b);
    let twice: Vec<&Id> = ids
        .windows(2)
        .filter(|pair| pair[0] == pair[1])
        .map(|pair| pair[0])
        .collect();
    let mut walk = Walk { record, path: Path::default(), found };
    walk.sources();
    walk.path.push_key("claims");
    let mut seen: Vec<&Id> = Vec::new();
    for (i, claim) in record.claims.iter().enumerate() {
        walk.path.push_index(i);
        if twice.contains(&&claim.id) {
            match seen.contains(&&claim.id) {
                true => walk.fault("id", RuleBreak::DuplicateClaim, Some(&claim.id)),
                false => seen.push(&claim.id),
            }
        }
        walk.claim(claim, &ids);
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
        for (id, source) in sources.iter() {
            let Some(origin) = &source.derived_from else { continue };
            let rule = match sources.get(origin) {
                None => RuleBreak::UnknownSource,
                Some(_) if is_circular(sources, source) => RuleBreak::CircularOrigin,
                Some(_) => continue,
            };
            self.path.push_key(alloc::string::String::from(id.as_str()));
            self.fault("derived_from", rule, Some(origin));
            self.path.pop();
        }
        self.path.pop();
    }

    fn claim(&mut self, claim: &Claim, ids: &[&Id]) {
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
            if ids.binary_search(&id).is_err() {
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

/// Follows the origins with a second walker at half the speed: if they meet, there is a circle.
fn is_circular(sources: &Table<Id, Source>, start: &Source) -> bool {
    let next = |source: &Source| source.derived_from.as_ref().and_then(|id| sources.get(id));
    let mut slow = start;
    let mut fast = start;
    while let Some(two_on) = next(fast).and_then(next) {
        fast = two_on;
        let Some(one_on) = next(slow) else { return false };
        slow = one_on;
        if core::ptr::eq(slow, fast) {
            return true;
        }
    }
    false
}
