//! Markdown (CommonMark): all of the claims to read, with links to the sources and their archived copies.

mod paragraphs;
mod source;

use alloc::{format, string::String, vec::Vec};

use self::paragraphs::paragraphs;
use super::Selection;
use super::csv::decimal;
use crate::cite::markdown::{address, inline};
use crate::model::{
    Claim, CounterStatement, Dataset, Id, Language, Quality, Statement, Table, Text, Translation, Verdict,
    Wording,
};
use crate::view::{ENGLISH, heading_text};

pub(super) fn write(selection: &Selection<'_>) -> String {
    let mut page = Page { selection, text: String::new() };
    page.head(selection.dataset);
    selection.claims.iter().for_each(|it| page.claim(it));
    page.text
}

/// A document that is being written, block by block.
struct Page<'a> {
    selection: &'a Selection<'a>,
    text: String,
}

/// What statements and counter-statements have in common, but for the citations.
struct Saying<'a> {
    text: &'a Text,
    speaker: Option<&'a Id>,
    date: Option<String>,
    language: Option<&'a Language>,
    wording: Option<Wording>,
    quality: Option<Quality>,
    translations: &'a Table<Language, Translation>,
}

impl Page<'_> {
    /// A block, which is Markdown already.
    fn block(&mut self, markdown: &str) {
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        self.text.push_str(markdown);
        self.text.push('\n');
    }

    fn heading(&mut self, level: usize, text: &str) {
        self.block(&format!("{} {text}", "#".repeat(level)));
    }

    /// A list of points; none makes no list.
    fn list(&mut self, points: &[String]) {
        if !points.is_empty() {
            self.block(&format!("- {}", points.join("\n- ")));
        }
    }

    /// A text in the words of the record.
    fn prose(&mut self, text: &Text) {
        paragraphs(text.as_str()).iter().for_each(|it| self.block(it));
    }

    /// A quotation; marks around it if it is word for word.
    fn quotation(&mut self, text: &Text, wording: Option<Wording>) {
        let [open, close] = match wording {
            Some(Wording::Verbatim) => ENGLISH.quotation_marks(),
            _ => [""; 2],
        };
        let whole = [open, &paragraphs(text.as_str()).join("\n\n"), close].concat();
        let quoted = whole.split('\n').map(|it| if it.is_empty() { ">".into() } else { format!("> {it}") });
        self.block(&quoted.collect::<Vec<String>>().join("\n"));
    }

    fn head(&mut self, dataset: &Dataset) {
        self.heading(1, &inline(dataset.title.as_str()));
        dataset.description.iter().for_each(|it| self.prose(it));
        let mut points = Vec::new();
        if let Some(publisher) = &dataset.publisher {
            let name = inline(publisher.name.as_str());
            let shown = publisher.url.as_ref().map(|it| link(&name, it.as_str()));
            points.push(format!("{} {}", ENGLISH.from(), shown.unwrap_or(name)));
        }
        points.extend(dataset.updated.map(|it| format!("Updated: {}", ENGLISH.date(it))));
        points.push(format!("Language: {}", ENGLISH.language(&dataset.language)));
        points.extend(dataset.license.as_ref().map(|it| labeled(ENGLISH.license(), it)));
        points.extend(dataset.methodology.as_ref().map(|it| link(ENGLISH.methodology(), it.as_str())));
        points.extend(dataset.corrections.as_ref().map(|it| link(ENGLISH.corrections(), it.as_str())));
        self.list(&points);
    }

    fn claim(&mut self, claim: &Claim) {
        let statement = &claim.statement;
        self.heading(2, &inline(heading_text(claim)));
        if let Some(weight) = claim.weight {
            self.block(&format!("**{}.**", ENGLISH.weight(weight)));
        }
        self.statement(statement);
        for counter in &claim.counter_statements {
            self.counter(counter);
        }
        for verdict in &claim.verdicts {
            self.verdict(verdict);
        }
        if let Some(response) = &claim.response {
            self.heading(3, ENGLISH.response());
            self.quotation(&response.text, None);
            let date = response.date.map(|it| ENGLISH.date(it));
            let source = response.source.as_ref().and_then(|it| self.selection.dataset.sources.get(it));
            self.list(&date.into_iter().chain(source.map(source::title)).collect::<Vec<_>>());
        }
        self.rest(claim);
    }

    /// What belongs to the record more than to the matter.
    fn rest(&mut self, claim: &Claim) {
        self.heading(3, ENGLISH.more());
        let mut points = Vec::from([format!("Id: {}", inline(claim.id.as_str()))]);
        let topics: Vec<String> = claim.topics.iter().map(|it| inline(it.as_str())).collect();
        if !topics.is_empty() {
            points.push(format!("{}: {}", ENGLISH.topics(), topics.join(", ")));
        }
        let related = claim.related.iter().filter_map(|it| self.selection.dataset.claim(it.as_str()));
        let related: Vec<String> =
            related.map(|it| format!("{} ({})", inline(heading_text(it)), inline(it.id.as_str()))).collect();
        if !related.is_empty() {
            points.push(format!("{}: {}", ENGLISH.related(), related.join("; ")));
        }
        for change in &claim.history {
            let (kind, date) = (ENGLISH.change(change.kind), ENGLISH.date(change.date));
            points.push(format!("{kind}, {date}: {}", inline(change.text.as_str())));
        }
        self.list(&points);
    }

    fn statement(&mut self, statement: &Statement) {
        self.saying(&Saying {
            text: &statement.text,
            speaker: statement.speaker.as_ref(),
            date: statement.date.map(|it| ENGLISH.date(it)),
            language: statement.language.as_ref(),
            wording: statement.wording,
            quality: statement.quality,
            translations: &statement.translations,
        });
        self.citations(ENGLISH.said_in(), &statement.said_in, Some(&statement.text));
    }

    fn counter(&mut self, counter: &CounterStatement) {
        self.heading(3, ENGLISH.relation(counter.relation));
        self.saying(&Saying {
            text: &counter.text,
            speaker: counter.speaker.as_ref(),
            date: counter.date.map(|it| ENGLISH.date(it)),
            language: counter.language.as_ref(),
            wording: counter.wording,
            quality: counter.quality,
            translations: &counter.translations,
        });
        self.citations(ENGLISH.said_in(), &counter.said_in, Some(&counter.text));
        self.citations(ENGLISH.sources(), &counter.sources, None);
    }

    fn saying(&mut self, saying: &Saying<'_>) {
        self.quotation(saying.text, saying.wording);
        let mut byline = Vec::new();
        match self.selection.person(saying.speaker) {
            Some(person) => {
                let name = inline(person.name.as_str());
                let page = person.same_as.first().map(|it| link(&name, it.as_str()));
                let role = person.role.as_ref().map(|it| format!(", {}", inline(it.as_str())));
                byline.push(page.unwrap_or(name) + &role.unwrap_or_default());
            }
            None => byline.push(ENGLISH.unknown_speaker().into()),
        }
        byline.push(saying.date.clone().unwrap_or_else(|| ENGLISH.undated().into()));
        byline.extend(saying.language.map(|it| ENGLISH.language(it).into()));
        if saying.wording == Some(Wording::Paraphrase) {
            byline.push(ENGLISH.paraphrased().into());
        }
        byline.extend(saying.quality.map(|it| ENGLISH.quality(it).into()));
        self.block(&format!("— {}", byline.join(" · ")));
        for (language, translation) in saying.translations.iter() {
            let label = match translation.by.as_ref().map(Text::as_str) {
                Some("ours") => ENGLISH.translation_ours().into(),
                Some(by) => format!("{}: {}", ENGLISH.translation(), inline(by)),
                None => ENGLISH.translation().into(),
            };
            self.block(&format!("{label} ({}):", ENGLISH.language(language)));
            self.quotation(&translation.text, saying.wording);
        }
    }

    fn verdict(&mut self, verdict: &Verdict) {
        self.heading(3, &format!("{}: {}", ENGLISH.verdict(), inline(verdict.label.as_str())));
        verdict.explanation.iter().for_each(|it| self.prose(it));
        let mut points = Vec::new();
        points.extend(verdict.scope.as_ref().map(|it| labeled("Scope", it)));
        points.extend(verdict.by.as_ref().map(|it| labeled("By", it)));
        points.extend(verdict.date.map(|it| ENGLISH.date(it)));
        points.extend(verdict.url.as_ref().map(|it| link(ENGLISH.full_check(), it.as_str())));
        if let Some(rating) = &verdict.rating {
            let [value, worst, best] = [rating.value, rating.worst, rating.best].map(decimal);
            points.push(format!("Rated {value} on a scale from {worst} to {best}"));
        }
        let reasons: Vec<&str> = verdict.reasons.iter().map(|it| ENGLISH.reason(*it)).collect();
        if !reasons.is_empty() {
            points.push(format!("Reasons: {}", reasons.join(", ")));
        }
        points.extend(verdict.true_when_said.map(|it| match it {
            true => ENGLISH.true_when_said().into(),
            false => ENGLISH.not_true_when_said().into(),
        }));
        points.extend(verdict.confidence.as_ref().map(|it| labeled(ENGLISH.confidence(), it)));
        points.extend(verdict.would_change.as_ref().map(|it| labeled(ENGLISH.would_change(), it)));
        points.extend(verdict.review_by.map(|it| format!("{}: {}", ENGLISH.review_due(), ENGLISH.date(it))));
        self.list(&points);
        self.citations(ENGLISH.sources(), &verdict.sources, None);
    }
}

fn labeled(label: &str, text: &Text) -> String {
    format!("{label}: {}", inline(text.as_str()))
}

/// A link; the text is Markdown already.
fn link(text: &str, url: &str) -> String {
    format!("[{text}]({})", address(url))
}
