//! ClaimReview to drafts. What is not carried is named in a warning.

use alloc::{format, string::String, vec, vec::Vec};

use serde_json::{Map, Value};

use super::graph::{Graph, is_a, local};
use super::media;
use super::rules::MAX_CLAIM;
use crate::import::{
    Draft, DraftCounter, DraftDate, DraftPerson, DraftRating, DraftSaying, DraftSource, DraftVerdict, Found,
};
use crate::model::Relation;

/// Every ClaimReview and MediaReview of a JSON-LD document; `place` is put before each one's own place.
pub fn reviews(graph: &Graph<'_>, place: &str) -> Vec<Found> {
    let found = graph.of_types(&["ClaimReview", "MediaReview"]);
    found
        .into_iter()
        .map(|(path, object)| {
            let place = match (place, path.as_str()) {
                (place, "") => place.into(),
                ("", path) => path.into(),
                (place, path) => format!("{place}: {path}"),
            };
            let mut reading = Reading { graph, warnings: Vec::new() };
            let draft = match is_a(object, "MediaReview") {
                true => media::read(&mut reading, object),
                false => reading.claim_review(object),
            };
            Found { place, draft, warnings: reading.warnings }
        })
        .collect()
}

/// One review as it is read.
pub(super) struct Reading<'a, 'g> {
    pub(super) graph: &'g Graph<'a>,
    pub(super) warnings: Vec<String>,
}

impl<'a> Reading<'a, '_> {
    fn claim_review(&mut self, review: &'a Map<String, Value>) -> Result<Draft, String> {
        self.not_carried(
            "",
            review,
            "url claimReviewed author reviewRating itemReviewed datePublished inLanguage name \
             headline reviewBody keywords image publisher",
        );
        let items = self.graph.objects(review, "itemReviewed");
        let item = items.first().copied();
        self.more_than_one("itemReviewed", items.len());
        let in_item = |name| item.and_then(|it| self.graph.text(it, name));
        let (text, summary) = match (self.graph.text(review, "claimReviewed"), in_item("text")) {
            // The claim's own words stand with the claim; the review sums them up.
            (Some(short), Some(text)) if short != text && short.chars().count() < MAX_CLAIM => {
                (text, Some(short))
            }
            (Some(text), _) => (text, None),
            // Where the review leaves it out, the claim may say it of itself.
            (None, Some(text)) => (text, None),
            (None, None) => return Err("`claimReviewed` is empty".into()),
        };
        let language = in_item("inLanguage").or_else(|| self.graph.text(review, "inLanguage"));
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

    /// What was reviewed: who said it, when and where.
    fn item(&mut self, item: &'a Map<String, Value>, statement: &mut DraftSaying) {
        self.not_carried(
            "itemReviewed.",
            item,
            "author creator datePublished appearance firstAppearance url name headline text \
             isPartOf keywords sameAs description inLanguage",
        );
        let mut authors = self.graph.all(item, "author");
        authors.extend(self.graph.all(item, "creator"));
        self.more_than_one("itemReviewed.author", authors.len());
        statement.speaker = authors.first().and_then(|it| self.person(it));
        statement.date = self.date(item, "datePublished");
        let first = self.graph.all(item, "firstAppearance").into_iter();
        for work in first.chain(self.graph.all(item, "appearance")).chain(self.graph.all(item, "isPartOf")) {
            statement.said_in.extend(self.work(work));
        }
        let title = self.graph.text(item, "name").or_else(|| self.graph.text(item, "headline"));
        let mut urls = self.graph.texts(item, "url");
        urls.extend(self.graph.texts(item, "sameAs"));
        urls.retain(|url| !statement.said_in.iter().any(|it| it.url.as_deref() == Some(url)));
        let title_is_text = title.as_deref() == Some(statement.text.as_str());
        let title = title.filter(|_| !title_is_text);
        match (urls.len(), title) {
            (0, None) => {}
            (0, Some(title)) => match statement.said_in.iter_mut().find(|it| it.title.is_none()) {
                Some(source) => source.title = Some(title),
                None => statement.said_in.push(DraftSource { title: Some(title), ..Default::default() }),
            },
            (_, title) => statement.said_in.extend(urls.into_iter().map(|url| DraftSource {
                url: Some(url),
                title: title.clone(),
                ..Default::default()
            })),
        }
    }

    /// A work that a statement stands in: an object, or only its address, or something that is no address.
    fn work(&mut self, work: &'a Value) -> Option<DraftSource> {
        let Some(object) = self.graph.object(work) else {
            return self.graph.text_of(work).map(|it| self.address_or_title(it));
        };
        let first = |names: &[&str]| names.iter().find_map(|it| self.graph.text(object, it));
        let mut source = DraftSource {
            title: first(&["headline", "name"]),
            url: first(&["url", "contentUrl", "@id", "sameAs"]),
            publisher: first(&["publisher", "provider"]),
            author: first(&["author", "creator"]),
            archive: first(&["archivedAt"]),
            language: first(&["inLanguage"]),
            ..Default::default()
        };
        source.date = self.date(object, "datePublished");
        source.title = source.title.or_else(|| self.graph.text(object, "description"));
        let is_empty = source.title.is_none() && source.url.is_none();
        (!is_empty).then_some(source)
    }

    /// A text that should be an address.
    pub(super) fn address_or_title(&mut self, text: String) -> DraftSource {
        match text.starts_with("http") {
            true => DraftSource { url: Some(text), ..Default::default() },
            false => DraftSource { title: Some(text), ..Default::default() },
        }
    }

    pub(super) fn person(&mut self, value: &'a Value) -> Option<DraftPerson> {
        let Some(object) = self.graph.object(value) else {
            return self.graph.text_of(value).map(|name| DraftPerson { name, ..Default::default() });
        };
        let Some(name) = self.graph.text(object, "name") else {
            self.warn("the author of the statement has no name");
            return None;
        };
        let role = self.graph.text(object, "jobTitle");
        let mut same_as = self.graph.texts(object, "sameAs");
        same_as.extend(self.graph.texts(object, "url"));
        same_as.dedup();
        Some(DraftPerson { name, role, same_as })
    }

    pub(super) fn date(&self, object: &'a Map<String, Value>, name: &str) -> Option<DraftDate> {
        self.graph.text(object, name).map(|it| DraftDate::from(it.as_str()))
    }

    /// Keywords: in one text they are parted by commas, an object is one of them.
    fn topics(&self, object: &'a Map<String, Value>) -> Vec<String> {
        let mut topics = Vec::new();
        for value in self.graph.all(object, "keywords") {
            let text = self.graph.text_of(value).unwrap_or_default();
            match value {
                Value::Object(_) => topics.push(text),
                _ => topics.extend(text.split(',').map(|it| it.trim().into())),
            }
        }
        topics
    }

    /// The verdict; without one the body of the review, as what is said to the statement.
    fn conclusion(&mut self, review: &'a Map<String, Value>, draft: &mut Draft) {
        let url = self.graph.text(review, "url");
        let by = self.checker(review);
        let title = self.graph.text(review, "name").or_else(|| self.graph.text(review, "headline"));
        let page = DraftSource {
            title,
            url: url.clone(),
            publisher: by.clone(),
            date: self.date(review, "datePublished"),
            ..Default::default()
        };
        let body = self.graph.text(review, "reviewBody");
        let ratings = self.graph.objects(review, "reviewRating");
        self.more_than_one("reviewRating", ratings.len());
        let mut verdict = DraftVerdict { by, url, date: page.date.clone(), ..Default::default() };
        match ratings.first() {
            Some(rating) => self.rating(rating, &mut verdict),
            // Some write the words of the verdict in place of the object.
            None => verdict.label = self.graph.text(review, "reviewRating").unwrap_or_default(),
        }
        if verdict.label.is_empty() && verdict.rating.is_none() {
            match body {
                Some(text) => draft.counter_statements.push(DraftCounter {
                    relation: Relation::AddsContext,
                    saying: DraftSaying {
                        text,
                        date: page.date.clone(),
                        said_in: vec![page],
                        ..Default::default()
                    },
                    sources: Vec::new(),
                }),
                None => self.warn("no verdict: `reviewRating` says nothing, and there is no `reviewBody`"),
            }
            return;
        }
        verdict.explanation = verdict.explanation.or(body);
        if page.title.is_some() {
            verdict.sources.push(page);
        }
        draft.verdicts.push(verdict);
    }

    pub(super) fn checker(&mut self, review: &'a Map<String, Value>) -> Option<String> {
        let author = self.graph.text(review, "author").or_else(|| self.graph.text(review, "publisher"));
        if author.is_none() {
            self.warn("nobody stands for the review: `author` has neither name nor address");
        }
        author
    }

    fn rating(&mut self, rating: &'a Map<String, Value>, verdict: &mut DraftVerdict) {
        self.not_carried(
            "reviewRating.",
            rating,
            "alternateName name ratingValue worstRating bestRating ratingExplanation image author",
        );
        let text = |name| self.graph.text(rating, name);
        verdict.label = text("alternateName").or_else(|| text("name")).unwrap_or_default();
        verdict.explanation = text("ratingExplanation");
        verdict.rating = text("ratingValue").map(|value| DraftRating {
            value,
            worst: text("worstRating"),
            best: text("bestRating"),
        });
    }

    pub(super) fn warn(&mut self, message: impl Into<String>) {
        self.warnings.push(message.into());
    }

    fn more_than_one(&mut self, what: &str, n: usize) {
        if n > 1 {
            self.warn(format!("`{what}` has {n} values: only the first is carried"));
        }
    }

    /// Names what nobody asks for; the known names stand in one text.
    pub(super) fn not_carried(&mut self, before: &str, object: &'a Map<String, Value>, known: &str) {
        let unknown = object.iter().filter(|(name, value)| {
            let is_empty = matches!(value, Value::Null) || value.as_str() == Some("");
            !name.starts_with('@')
                && *name != "type"
                && !known.split(' ').any(|it| it == local(name))
                && !is_empty
        });
        let names: Vec<String> = unknown.map(|(name, _)| format!("{before}{}", local(name))).collect();
        if !names.is_empty() {
            self.warn(format!("not carried: {}", names.join(", ")));
        }
    }
}
