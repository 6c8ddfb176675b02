//! The editorial linter: what a valid record still lacks to be trusted. Each rule has a name, a level, a page that
//! explains it, and can be turned off in the file with `allow`.

mod claim;
mod dataset;
mod explain;

use alloc::{string::String, vec::Vec};

use crate::date::Date;
use crate::error::Path;
use crate::model::{Claim, Dataset, Rule};

pub use explain::{explanation, names};

/// How much a finding weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// The record is not valid.
    Error,
    /// Readers have a reason to mistrust it.
    Warning,
    /// Worth a thought.
    Note,
}

impl Level {
    /// The word for it.
    pub fn as_str(self) -> &'static str {
        match self {
            Level::Error => "error",
            Level::Warning => "warning",
            Level::Note => "note",
        }
    }
}

/// How much a rule weighs.
pub fn level(rule: Rule) -> Level {
    match rule {
        Rule::OneSided | Rule::UnusedRecord => Level::Note,
        _ => Level::Warning,
    }
}

/// One thing that the linter found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The rule.
    pub rule: Rule,
    /// Where in the record.
    pub path: Path,
    /// What it is: lower case, no full stop.
    pub message: String,
    /// What would be right.
    pub help: String,
}

/// Everything the linter finds in a dataset, what claims share before the claims; `today` decides what is overdue
/// or still to come.
pub fn lint(dataset: &Dataset, today: Date) -> Vec<Finding> {
    let (claims, path, findings) = (Vec::new(), Path::default(), Vec::new());
    let mut walk = Walk { dataset, today, claims, path, findings };
    walk.head();
    walk.path.push_key("claims");
    for (i, claim) in dataset.claims.iter().enumerate() {
        walk.path.push_index(i);
        walk.claims = alloc::vec![claim];
        walk.claim(claim);
        walk.path.pop();
    }
    walk.findings
}

/// Whether a rule is turned off, for a claim or for all.
pub fn is_allowed(rule: Rule, dataset: &Dataset, claim: Option<&Claim>) -> bool {
    dataset.allow.contains(&rule) || claim.is_some_and(|it| it.allow.contains(&rule))
}

/// A quote that stands in so many places of its source is a finding, unless the rule is turned off.
pub fn ambiguous_quote(dataset: &Dataset, claim: &Claim, path: &Path, n_places: usize) -> Option<Finding> {
    let rule = Rule::AmbiguousQuote;
    (n_places > 1 && !is_allowed(rule, dataset, Some(claim))).then(|| Finding {
        rule,
        path: path.clone(),
        message: alloc::format!("the quote stands in {n_places} places of its source"),
        help: "give the words before or after it, as `prefix` or `suffix`".into(),
    })
}

/// Walks a dataset with the path in step.
struct Walk<'a> {
    dataset: &'a Dataset,
    today: Date,
    /// The claims that what is looked at belongs to: one, or all that cite a source.
    claims: Vec<&'a Claim>,
    path: Path,
    findings: Vec<Finding>,
}

impl Walk<'_> {
    /// Notes a finding here, unless its rule is turned off: for the dataset, or by every claim that it concerns.
    fn find(&mut self, rule: Rule, message: impl Into<String>, help: impl Into<String>) {
        let mut claims = self.claims.iter();
        let by_claims = !self.claims.is_empty() && claims.all(|it| is_allowed(rule, self.dataset, Some(it)));
        if !by_claims && !is_allowed(rule, self.dataset, None) {
            let (message, help) = (message.into(), help.into());
            self.findings.push(Finding { rule, path: self.path.clone(), message, help });
        }
    }

    /// Notes a finding at a field.
    fn find_at(
        &mut self,
        field: &'static str,
        rule: Rule,
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        self.path.push_key(field);
        self.find(rule, message, help);
        self.path.pop();
    }

    /// A date that should not lie ahead.
    fn date(&mut self, field: &'static str, date: Option<Date>) {
        let Some(date) = date.filter(|it| self.today.is_before(*it)) else { return };
        let message = alloc::format!("{} is still to come", date.to_iso());
        self.find_at(field, Rule::FutureDate, message, "check the year, and the order of day and month");
    }
}
