//! ClaimReview to drafts. What is not carried is named in a warning.

use alloc::{format, string::String, vec, vec::Vec};

use serde_json::{Map, Value};

use super::graph::{Graph, Place, is_a};
use super::media;
use super::reading::Reading;
use super::rules::MAX_CLAIM;
use crate::import::{Draft, DraftCounter, DraftRating, DraftSaying, DraftSource, DraftVerdict, Found};
use crate::model::Relation;

/// Every ClaimReview and MediaReview of a JSON-LD document; `place` is put before each one's own place.
pub fn reviews(graph: &Graph<'_>, place: &str) -> Vec<Found> {
    let read = |Place { path, object, has_context }: Place<'_>| {
        let place = match (place, path.as_str()) {
            (place, "") => place.into(),
            ("", path) => path.into(),
            (place, path) => format!("{place}: {path}"),
        };
        let mut reading = Reading::new(graph);
        if !has_context {
            reading.warn("no `@context`: taken for schema.org");
        }
        let draft = match is_a(object, "MediaReview") {
            true => media::read(&mut reading, object),
            false => reading.claim_review(object),
        };
        Found { place, draft, warnings: reading.finish(object) }
    };
    graph.of_types(&["ClaimReview", "MediaReview"]).into_iter().map(read).collect()
}

impl<'a> Reading<'a, '_> {
    fn claim_review(&mut self, review: &'a Map<String, Value>) -> Result<Draft, String> {
        let item = self.object(review, "itemReviewed");
        let (text, summary) = self.claim_text(review, item)?;
        // What the claim says of itself comes first.
        let language = item.and_then(|it| self.text(it, "inLanguage"));
        let language = language.or_else(|| self.text(review, "inLanguage"));
        let mut draft = Draft {
            statement: DraftSaying { text, language, ..Default::default() },
            summary,
            topics: self.topics(review),
            ..Draft::default()
        };
        match item {
            Some(item) => {
                draft.topics.extend(self.topics(item));
                self.item(item, &mut draft.statement);
            }
            None => self.warn("no `itemReviewed`: nothing says who made the statement, and when"),
        }
        self.conclusion(review, &mut draft);
        Ok(draft)
    }

    /// The words of the statement and, where they differ, what they come to.
    fn claim_text(
        &mut self,
        review: &'a Map<String, Value>,
        item: Option<&'a Map<String, Value>>,
    ) -> Result<(String, Option<String>), String> {
        let own = item.and_then(|it| self.peek(it, "text"));
        match (self.text(review, "claimReviewed"), own, item) {
            // The claim's own words stand with the claim; the review sums them up.
            (Some(short), Some(own), Some(item)) if short != own && short.chars().count() < MAX_CLAIM => {
                Ok((self.text(item, "text").unwrap_or(own), Some(short)))
            }
            (Some(text), Some(own), Some(item)) if text == own => {
                Ok((self.text(item, "text").unwrap_or(own), None))
            }
            (Some(text), ..) => Ok((text, None)),
            // Where the review leaves it out, the claim may say it of itself.
            (None, _, Some(item)) => {
                let text = self.first(item, &["text", "name", "headline", "description"]);
                let text = text.filter(|_| is_a(item, "Claim")).ok_or("`claimReviewed` is empty")?;
                self.warn("`claimReviewed` is empty: the text of the claim itself stands in for it");
                Ok((text, None))
            }
            _ => Err("`claimReviewed` is empty".into()),
        }
    }

    /// What was reviewed: who said it, when and where.
    fn item(&mut self, item: &'a Map<String, Value>, statement: &mut DraftSaying) {
        if !is_a(item, "Claim") {
            let kind = self.peek(item, "@type").unwrap_or_else(|| "nothing that is named".into());
            self.warn(format!("`itemReviewed` is not a Claim but {kind}"));
        }
        statement.speaker = self.author(item, "itemReviewed");
        statement.date = self.date(item, "datePublished");
        for name in ["firstAppearance", "appearance", "isPartOf"] {
            for work in self.values(item, name) {
                statement.said_in.extend(self.work(work, name));
            }
        }
        let mut urls = self.texts(item, "url");
        urls.extend(self.texts(item, "sameAs"));
        urls.retain(|url| !statement.said_in.iter().any(|it| it.url.as_deref() == Some(url)));
        let title = self.first(item, &["name", "headline"]).filter(|it| *it != statement.text);
        match (urls.is_empty(), title) {
            (true, None) => {}
            (true, Some(title)) => match statement.said_in.iter_mut().find(|it| it.title.is_none()) {
                Some(source) => source.title = Some(title),
                None => statement.said_in.push(DraftSource { title: Some(title), ..Default::default() }),
            },
            (false, title) => statement.said_in.extend(urls.into_iter().map(|url| DraftSource {
                url: Some(url),
                title: title.clone(),
                ..Default::default()
            })),
        }
    }

    /// The verdict; without one the body of the review, as what is said to the statement.
    fn conclusion(&mut self, review: &'a Map<String, Value>, draft: &mut Draft) {
        let by = self.checker(review);
        let page = DraftSource {
            title: self.first(review, &["name", "headline"]),
            url: self.first(review, &["url", "mainEntityOfPage"]),
            publisher: by.clone(),
            date: self.date(review, "datePublished"),
            ..Default::default()
        };
        let (url, date) = (page.url.clone(), page.date.clone());
        let mut verdict = DraftVerdict { by, url, date: date.clone(), ..Default::default() };
        match self.object(review, "reviewRating") {
            Some(rating) => self.rating(rating, &mut verdict),
            // Some write the words of the verdict in place of the object.
            None => verdict.label = self.text(review, "reviewRating").unwrap_or_default(),
        }
        if !verdict.label.is_empty() || verdict.rating.is_some() {
            if verdict.explanation.is_none() {
                verdict.explanation = self.text(review, "reviewBody");
            }
            if page.title.is_some() {
                verdict.sources.push(page);
            }
            return draft.verdicts.push(verdict);
        }
        let Some(text) = self.text(review, "reviewBody") else {
            let lost =
                ["author", "publisher", "name", "headline", "url", "mainEntityOfPage", "datePublished"];
            self.drop_again(review, &lost);
            return self.warn("no verdict: `reviewRating` says nothing, and there is no `reviewBody`");
        };
        self.warn("no verdict: `reviewRating` says nothing; `reviewBody` becomes a counter-statement");
        let saying = DraftSaying { text, date, said_in: vec![page], ..Default::default() };
        let relation = Relation::AddsContext;
        draft.counter_statements.push(DraftCounter { relation, saying, sources: Vec::new() });
    }

    fn rating(&mut self, rating: &'a Map<String, Value>, verdict: &mut DraftVerdict) {
        verdict.label = self.first(rating, &["alternateName", "name"]).unwrap_or_default();
        verdict.explanation = self.first(rating, &["ratingExplanation", "description"]);
        let ends = [("worstRating", "1"), ("bestRating", "5")];
        let Some(value) = self.text(rating, "ratingValue") else { return };
        let [worst, best] = ends.map(|(name, usual)| {
            let end = self.text(rating, name);
            if end.is_none() {
                self.warn(format!("`{name}` is not given: taken for {usual}"));
            }
            end
        });
        verdict.rating = Some(DraftRating { value, worst, best });
    }
}
