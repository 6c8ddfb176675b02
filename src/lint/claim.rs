//! Rules for one claim.

use alloc::{collections::BTreeSet, format, string::String};

use super::Walk;
use crate::model::{Citation, Claim, CounterStatement, Id, Language, Relation, Rule, Text, Verdict, Wording};
use crate::text::is_invisible;

/// How long a summary may be, in characters: what search engines show of a claim (Google, ClaimReview).
const MAX_SUMMARY: usize = 75;

/// From how many sources on their common origin is worth a word.
const MANY_SOURCES: usize = 3;

impl Walk<'_> {
    pub(super) fn claim(&mut self, claim: &Claim) {
        self.statement(claim);
        self.path.push_key("counter_statements");
        for (i, counter) in claim.counter_statements.iter().enumerate() {
            self.path.push_index(i);
            self.counter_statement(claim, counter);
            self.path.pop();
        }
        self.path.pop();
        self.path.push_key("verdicts");
        for (i, verdict) in claim.verdicts.iter().enumerate() {
            self.path.push_index(i);
            self.verdict(verdict);
            self.path.pop();
        }
        self.path.pop();
        self.balance(claim);
        self.origins(claim);
        self.path.push_key("response");
        self.date("date", claim.response.as_ref().and_then(|it| it.date));
        self.path.pop();
        self.path.push_key("history");
        for (i, change) in claim.history.iter().enumerate() {
            self.path.push_index(i);
            self.date("date", Some(change.date));
            self.path.pop();
        }
        self.path.pop();
    }

    fn statement(&mut self, claim: &Claim) {
        let statement = &claim.statement;
        self.path.push_key("statement");
        let n = statement.summary.as_ref().map_or(0, |it| it.as_str().chars().count());
        if n > MAX_SUMMARY {
            let message = format!("the summary has {n} characters");
            let help = format!("say it in {MAX_SUMMARY}: readers see it as the heading");
            self.find_at("summary", Rule::LongSummary, message, help);
        }
        if statement.said_in.is_empty() {
            let help = "say where it was said, in `said_in`; a paraphrase needs it no less";
            self.find(Rule::MissingSource, "no source for the statement", help);
        }
        self.date("date", statement.date);
        let is_verbatim = statement.wording == Some(Wording::Verbatim);
        self.language(&statement.text, statement.language.as_ref(), is_verbatim, &statement.said_in);
        self.path.pop();
    }

    fn counter_statement(&mut self, claim: &Claim, counter: &CounterStatement) {
        self.date("date", counter.date);
        let is_verbatim = counter.wording == Some(Wording::Verbatim);
        self.language(&counter.text, counter.language.as_ref(), is_verbatim, &counter.said_in);
        let words = folded(&counter.text);
        let repeats = words == folded(&claim.statement.text) && !words.is_empty();
        if repeats && counter.relation != Relation::Supports {
            let help = "give what was said against it; who repeats it, `supports` it";
            self.find_at("text", Rule::SameText, "the same words as the statement", help);
        }
    }

    /// Words in another script than the dataset's language is written in, or verbatim from a source in another
    /// language, say which language they are in.
    fn language(&mut self, text: &Text, language: Option<&Language>, is_verbatim: bool, cited: &[Citation]) {
        if language.is_some() {
            return;
        }
        let ours = &self.dataset.language;
        let source = cited
            .iter()
            .filter_map(|it| self.dataset.sources.get(&it.source)?.language.as_ref())
            .find(|it| !it.matches(ours));
        let help = "give its `language`, so that it is read aloud, hyphenated and translated as what it is";
        if let Some(language) = source.filter(|_| is_verbatim) {
            let message = format!(
                "verbatim from a source in `{}`, and taken for `{}`",
                language.as_str(),
                ours.as_str()
            );
            self.find_at("text", Rule::ForeignLanguage, message, help);
        } else if let Some(script) = foreign_script(text.as_str(), ours) {
            let message = format!("written in {script}, and taken for `{}`", ours.as_str());
            self.find_at("text", Rule::ForeignLanguage, message, help);
        }
    }

    fn verdict(&mut self, verdict: &Verdict) {
        let label = verdict.label.as_str();
        if verdict.reasons.is_empty() && verdict.explanation.is_none() {
            let help = "give `reasons` or an `explanation`: a label alone convinces nobody";
            self.find(Rule::VerdictWithoutReason, format!("no reason for `{label}`"), help);
        }
        if verdict.date.is_none() {
            let help = "give its `date`: what was open then may be settled now";
            self.find(Rule::VerdictWithoutDate, format!("no date for `{label}`"), help);
        }
        if verdict.by.is_none() && self.dataset.publisher.is_none() {
            let help = "say whose it is in `by`, or give the dataset a `publisher`";
            self.find(Rule::VerdictWithoutAuthor, format!("nobody stands for `{label}`"), help);
        }
        let is_number = label.chars().all(|c| c.is_ascii_digit() || " ./%-+,:".contains(c));
        if is_number {
            let message = format!("`{label}` is a number and no verdict");
            let help = "put the number into `rating`, and say in words what it means";
            self.find_at("label", Rule::NumberWithoutScale, message, help);
        } else if verdict.rating.is_some() && verdict.url.is_none() && self.dataset.methodology.is_none() {
            let help =
                "link the page that says what the numbers mean: `methodology` of the dataset, or `url` here";
            self.find_at(
                "rating",
                Rule::NumberWithoutScale,
                "a number on a scale that is explained nowhere",
                help,
            );
        }
        self.date("date", verdict.date);
        if let Some(due) = verdict.review_by.filter(|it| it.is_before(self.today)) {
            let message = format!("was to be looked at again by {}", due.to_iso());
            let help = "look at it again and set a new date, or take the date away";
            self.find_at("review_by", Rule::OverdueReview, message, help);
        }
    }

    /// Whether both sides were looked for.
    fn balance(&mut self, claim: &Claim) {
        let counters = &claim.counter_statements;
        if counters.is_empty() && claim.verdicts.is_empty() {
            let help = "add what is said against it, or what a check concluded";
            self.find(Rule::Unanswered, "a statement that nothing answers", help);
        }
        let is_against = |it: &CounterStatement| {
            matches!(
                it.relation,
                Relation::Denies | Relation::Contradicts | Relation::Corrects | Relation::Updates
            )
        };
        if !counters.is_empty() && counters.iter().all(is_against) && claim.response.is_none() {
            let help =
                "look for what supports, qualifies or explains it, and for a response of whoever said it";
            self.find(Rule::OneSided, "everything here speaks against the statement", help);
        }
    }

    /// Whether many sources are one.
    fn origins(&mut self, claim: &Claim) {
        let counters = claim.counter_statements.iter().flat_map(|it| it.said_in.iter().chain(&it.sources));
        let verdicts = claim.verdicts.iter().flat_map(|it| &it.sources);
        let cited: BTreeSet<&Id> = counters.chain(verdicts).map(|it| &it.source).collect();
        let origins: BTreeSet<String> = cited.iter().filter_map(|id| self.origin(id)).collect();
        if let (true, Some(origin)) = (cited.len() >= MANY_SOURCES && origins.len() == 1, origins.first()) {
            let message = format!("its {} sources have one origin, {origin}", cited.len());
            let help = "find an independent source, or cite the origin alone";
            self.find_at("counter_statements", Rule::OneOrigin, message, help);
        }
    }

    /// Where the words of a source come from in the end: its address, or its id if it has none.
    fn origin(&self, id: &Id) -> Option<String> {
        let (mut id, mut source) = (id, self.dataset.sources.get(id)?);
        // Origin chains have no circles, or there would be no dataset.
        while let Some((next, origin)) =
            source.derived_from.as_ref().and_then(|it| Some((it, self.dataset.sources.get(it)?)))
        {
            (id, source) = (next, origin);
        }
        let url = source.url.as_ref().map(|it| it.as_str().split('#').next().unwrap_or_default());
        Some(url.unwrap_or(id.as_str()).into())
    }
}

/// Letters and digits alone, in lower case: what is left of a text when only the words count.
fn folded(text: &Text) -> String {
    let letters = text.as_str().chars().filter(|c| c.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}

/// The script of a text, if the language is certainly not written in it.
fn foreign_script(text: &str, language: &Language) -> Option<&'static str> {
    const SCRIPTS: &[(&str, core::ops::RangeInclusive<char>, &str)] = &[
        ("Cyrillic", '\u{400}'..='\u{52F}', "ru uk be bg sr mk kk ky tg mn ab os ba tt cv ce uz az"),
        ("Greek", '\u{370}'..='\u{3FF}', "el grc"),
        ("Hebrew", '\u{590}'..='\u{5FF}', "he yi lad"),
        ("Arabic", '\u{600}'..='\u{6FF}', "ar fa ur ps ckb sd ug ku pnb azb dv ks az uz kk"),
        ("Devanagari", '\u{900}'..='\u{97F}', "hi mr ne sa kok mai bho"),
        ("Tamil", '\u{B80}'..='\u{BFF}', "ta"),
        ("Thai", '\u{E00}'..='\u{E7F}', "th"),
        ("Georgian", '\u{10A0}'..='\u{10FF}', "ka"),
        ("Hangul", '\u{AC00}'..='\u{D7A3}', "ko"),
        ("kana", '\u{3040}'..='\u{30FF}', "ja"),
        ("Han", '\u{4E00}'..='\u{9FFF}', "zh ja ko yue"),
        ("Latin", 'A'..='z', ""),
    ];
    const NOT_LATIN: &str = "ru uk be bg mk el he yi ar fa ur ps hi mr ne ta th ka ko ja zh";
    let has = |list: &str| list.split(' ').any(|it| it == language.primary());
    let letters = || text.chars().filter(|c| c.is_alphabetic() && !is_invisible(*c));
    let n_letters = letters().count();
    let (script, _, languages) = SCRIPTS
        .iter()
        .find(|(_, range, _)| letters().filter(|c| range.contains(c)).count() * 2 > n_letters)?;
    let is_foreign = if *script == "Latin" { has(NOT_LATIN) } else { !has(languages) };
    is_foreign.then_some(*script)
}
