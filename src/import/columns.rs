//! Which column is what, told by the names of the columns: those of our own export for certain, others by a guess that
//! is told.

use alloc::{format, string::String, string::ToString, vec, vec::Vec};

use super::map::{Dates, SayingMap, SourceMap, Sources, TableMap, VerdictMap};
use super::pick::Pick;

/// What a table may call a column, in lower case without blanks and signs; the best name first.
const STATEMENT: &[&str] = &[
    "statement",
    "claimreviewed",
    "claimtext",
    "vclaim",
    "claim",
    "lie",
    "fake",
    "case",
    "quote",
    "allegation",
    "myth",
    "rumor",
    "rumour",
    "assertion",
    "subtheme",
    "text",
];
const SUMMARY: &[&str] = &["shortclaim", "headline", "title", "summary"];
const SPEAKER: &[&str] = &[
    "speaker",
    "claimant",
    "saidby",
    "claimauthor",
    "creativeworkauthorname",
    "politician",
    "person",
    "who",
    "outlet",
    "media",
    "medium",
    "author",
];
const DATE: &[&str] = &[
    "claimdate",
    "statementdate",
    "creativeworkdatepublished",
    "saidon",
    "date",
    "datepublished",
    "published",
];
const LANGUAGE: &[&str] = &["language", "lang", "inlanguage", "languagecode"];
const SAID_IN: &[&str] =
    &["claimurl", "appearance", "firstappearance", "link", "saidin", "original", "source"];
const COUNTER: &[&str] = &[
    "counterstatement",
    "debunkinghtml",
    "debunking",
    "debunk",
    "rebuttal",
    "refutation",
    "disproof",
    "correction",
    "explanation",
    "fact",
    "truth",
    "response",
    "evidence",
];
const EVIDENCE: &[&str] = &["sources", "evidenceurl", "references", "url"];
const LABEL: &[&str] = &[
    "verdict",
    "ratingalternatename",
    "alternatename",
    "textualrating",
    "rating",
    "conclusion",
    "ruling",
    "truthometer",
    "claimlabel",
    "label",
];
const VALUE: &[&str] = &["ratingratingvalue", "ratingvalue"];
const WORST: &[&str] = &["ratingworstrating", "worstrating"];
const BEST: &[&str] = &["ratingbestrating", "bestrating"];
const CHECKER: &[&str] =
    &["claimreviewauthorname", "checker", "factchecker", "reviewer", "publisher", "organization", "site"];
const CHECK_URL: &[&str] = &["claimreviewurl", "reviewurl", "factcheckurl", "checkurl"];
const CHECK_DATE: &[&str] = &["claimreviewdatepublished", "reviewdate", "checkdate", "factcheckdate"];
const TOPICS: &[&str] =
    &["topics", "topic", "keywords", "tags", "extratags", "category", "theme", "narrative", "subject"];
const ID: &[&str] = &["id", "claimid", "vclaimid", "cid", "key", "slug"];

/// How long a name must be for a column that only ends in it.
const MIN_SUFFIX: usize = 9;

/// The map of our own export, if these are its columns.
pub fn own(header: &[String]) -> Option<TableMap> {
    if !header.iter().any(|it| it == "statement.text") {
        return None;
    }
    let at = |name: &str| header.iter().find(|it| *it == name).map_or(Pick::default(), |it| Pick::column(it));
    let saying = |of: &str| SayingMap {
        text: at(&format!("{of}.text")),
        summary: at(&format!("{of}.summary")),
        speaker: at(&format!("{of}.speaker")),
        role: at(&format!("{of}.speaker.role")),
        date: at(&format!("{of}.date")),
        language: at(&format!("{of}.language")),
        wording: at(&format!("{of}.wording")),
        quality: at(&format!("{of}.quality")),
        said_in: own_sources(header, &format!("{of}.said_in")),
        each: None,
        relation: at(&format!("{of}.relation")),
        sources: own_sources(header, &format!("{of}.sources")),
    };
    let verdict = |of: &str| VerdictMap {
        label: at(&format!("{of}.label")),
        value: at(&format!("{of}.value")),
        worst: at(&format!("{of}.worst")),
        best: at(&format!("{of}.best")),
        explanation: at(&format!("{of}.explanation")),
        by: at(&format!("{of}.by")),
        url: at(&format!("{of}.url")),
        date: at(&format!("{of}.date")),
        sources: own_sources(header, &format!("{of}.sources")),
    };
    let mut map = TableMap { guarded: true, statement: saying("statement"), ..TableMap::default() };
    map.claim.id = at("id");
    map.claim.topics = at("topics");
    map.claim.weight = at("weight");
    map.counter_statements = numbered(header, "counter").iter().map(|it| saying(it)).collect();
    map.verdicts = numbered(header, "verdict").iter().map(|it| verdict(it)).collect();
    Some(map)
}

fn own_sources(header: &[String], of: &str) -> Sources {
    let at =
        |name: String| header.iter().find(|it| **it == name).map_or(Pick::default(), |it| Pick::column(it));
    let part = |of: &String| SourceMap {
        url: at(format!("{of}.url")),
        title: at(format!("{of}.title")),
        ..SourceMap::default()
    };
    let parts: Vec<SourceMap> = numbered(header, of).iter().map(part).collect();
    if parts.is_empty() { Sources::default() } else { Sources::Parts(parts) }
}

/// The groups of columns of one name: `verdict`, `verdict.2`, `verdict.3`.
fn numbered(header: &[String], of: &str) -> Vec<String> {
    let has =
        |group: &str| header.iter().any(|it| it.strip_prefix(group).is_some_and(|it| it.starts_with('.')));
    let later = (2..).map(|n: usize| format!("{of}.{n}")).take_while(|it| has(it));
    core::iter::once(of.to_string()).filter(|it| has(it)).chain(later).collect()
}

/// A map by the names of the columns, and what was guessed, a line each. `is_address` tells whether a column holds
/// addresses, as far as one can see.
///
/// # Errors
/// No column seems to hold statements.
pub fn guess(
    header: &[String],
    is_address: &dyn Fn(&str) -> bool,
) -> Result<(TableMap, Vec<String>), String> {
    let mut guess = Guess { header, taken: Vec::new(), told: Vec::new() };
    let mut map = TableMap::default();
    map.claim.id = guess.take(ID, "id");
    map.statement.text = guess.take(STATEMENT, "statement");
    map.statement.summary = guess.take(SUMMARY, "summary");
    if map.statement.text.is_empty() {
        // With a title and a summary, the title is the heading of what the summary says.
        let heading = core::mem::take(&mut map.statement.summary);
        let words = guess.take(SUMMARY, "statement");
        (map.statement.text, map.statement.summary) = match (heading.is_empty(), words.is_empty()) {
            (true, _) => {
                let columns: Vec<&str> = header.iter().map(String::as_str).collect();
                return Err(format!("no column seems to hold statements; there are: {}", columns.join(", ")));
            }
            (false, true) => (heading, Pick::default()),
            (false, false) => (words, heading),
        };
    }
    let mut counter = SayingMap { text: guess.take(COUNTER, "counter-statement"), ..SayingMap::default() };
    let mut verdict = VerdictMap {
        label: guess.take(LABEL, "verdict"),
        value: guess.take(VALUE, "rating"),
        worst: guess.take(WORST, "worst rating"),
        best: guess.take(BEST, "best rating"),
        by: guess.take(CHECKER, "checker"),
        url: guess.take(CHECK_URL, "address of the check"),
        date: guess.take(CHECK_DATE, "date of the check"),
        ..VerdictMap::default()
    };
    map.statement.speaker = guess.take(SPEAKER, "speaker");
    map.statement.date = guess.take(DATE, "date");
    map.statement.language = guess.take(LANGUAGE, "language");
    map.claim.topics = guess.take(TOPICS, "topics");
    let addresses: Vec<&str> = SAID_IN.iter().copied().filter(|it| guess.holds(it, is_address)).collect();
    map.statement.said_in = Sources::Addresses(guess.take(&addresses, "where it was said"));
    if !counter.text.is_empty() {
        counter.relation = Pick::always("corrects");
        counter.sources = Sources::Addresses(guess.take(EVIDENCE, "evidence"));
        map.counter_statements.push(counter);
    }
    if !verdict.label.is_empty() || !verdict.value.is_empty() {
        if verdict.url.is_empty() {
            verdict.url = guess.take(&["url", "link"], "address of the check");
        }
        map.verdicts.push(verdict);
    }
    Ok((map, guess.told))
}

/// Whether dates of numbers alone are read the one way or the other, as the map says it.
pub fn dates(order: super::DateOrder) -> Option<Dates> {
    match order {
        super::DateOrder::Unknown => None,
        super::DateOrder::DayFirst => Some(Dates::DayFirst),
        super::DateOrder::MonthFirst => Some(Dates::MonthFirst),
    }
}

struct Guess<'a> {
    header: &'a [String],
    taken: Vec<&'a str>,
    told: Vec<String>,
}

impl<'a> Guess<'a> {
    /// The first name that a column has and that is not taken.
    fn take(&mut self, names: &[&str], what: &str) -> Pick {
        // Exporters put the name of the object before that of the field: `claimReview_claimReviewed`.
        let is = |column: &str, name: &str| {
            column == name
                || (name.len() >= MIN_SUFFIX && column.strip_suffix(name).is_some_and(|it| it.len() > 3))
        };
        let free = |name: &str| {
            self.header.iter().find(|it| is(&plain(it), name) && !self.taken.contains(&it.as_str()))
        };
        let Some(column) = names.iter().find_map(|name| free(name)) else { return Pick::default() };
        self.taken.push(column);
        self.told.push(format!("column `{column}`: {what}"));
        Pick { columns: vec![column.clone()], ..Pick::default() }
    }

    fn holds(&self, name: &str, is_address: &dyn Fn(&str) -> bool) -> bool {
        self.header.iter().filter(|it| plain(it) == name).any(|it| is_address(it))
    }
}

fn plain(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
