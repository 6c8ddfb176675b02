//! Records to ClaimReview: one object for each verdict that is the publisher's own.

use alloc::{format, string::String, vec::Vec};

use serde_json::{Map, Value, json};

use super::rules::{Breach, MAX_CLAIM, breaches};
use super::site::{host, is_within};
use crate::export::{Format, Selection, left_out};
use crate::lint::Level;
use crate::model::{Citation, Claim, Dataset, Id, Rating, Score, Text, Verdict};
use crate::url::WebUrl;
use crate::view::anchor;

/// The ClaimReviews of a dataset.
#[derive(Debug, Clone, Default)]
pub struct ClaimReviews {
    /// One object for each review.
    pub reviews: Vec<Value>,
    /// The rules that they break, each with the claim it concerns.
    pub breaches: Vec<(String, Breach)>,
    /// What the format has no place for.
    pub left_out: Vec<String>,
}

/// Writes the verdicts of the chosen claims as ClaimReview. `page` is the address of the page they are to stand in:
/// it is the review's address where a verdict has none, and a verdict that is published on another site is left
/// out, since only its publisher may mark it up.
pub fn write(selection: &Selection<'_>, page: Option<&WebUrl>) -> ClaimReviews {
    let dataset = selection.dataset;
    let page = page.map(|it| it.as_str());
    let mut all = ClaimReviews { left_out: left_out(Format::ClaimReview, selection), ..Default::default() };
    let mut lost = Lost::default();
    for claim in &selection.claims {
        lost.claim(claim);
        let id = claim.id.as_str();
        for (i, verdict) in claim.verdicts.iter().enumerate() {
            let place = format!("{id}.verdicts[{i}]");
            let url = match (&verdict.url, page) {
                (Some(url), _) => String::from(url.as_str()),
                (None, Some(page)) => format!("{}#{}", page.split('#').next().unwrap_or(page), anchor(claim)),
                (None, None) => {
                    lost.without_address.push(place);
                    continue;
                }
            };
            if let (Some(ours), Some(page)) = (host(&url), page.and_then(host))
                && !is_within(ours, page)
            {
                lost.elsewhere.push(format!("{place} is on {ours}"));
                continue;
            }
            let review = review(dataset, claim, verdict, url, &mut lost);
            all.breaches.extend(breaches(&review, page).into_iter().map(|it| (place.clone(), it)));
            all.breaches.extend(unexplained(dataset, verdict).map(|it| (place.clone(), it)));
            all.reviews.push(review);
        }
    }
    lost.tell(selection, &mut all.left_out);
    if all.reviews.len() > 1 {
        let message = format!("{} reviews: put each into the page that is about it alone", all.reviews.len());
        all.breaches
            .push((dataset.id.as_str().into(), Breach { rule: "P1", level: Level::Warning, message }));
    }
    all
}

/// What is lost or changed of what the format has a place for.
#[derive(Default)]
struct Lost {
    without_address: Vec<String>,
    elsewhere: Vec<String>,
    without_verdict: usize,
    summaries: usize,
    moved: usize,
}

impl Lost {
    fn claim(&mut self, claim: &Claim) {
        self.without_verdict += usize::from(claim.verdicts.is_empty());
        self.summaries += usize::from(claim.statement.summary.is_some() && short_form(claim).is_none());
    }

    /// One line for each kind; of places the first stands for all.
    fn tell(self, selection: &Selection<'_>, left_out: &mut Vec<String>) {
        let mut tell = |n: usize, what: String| {
            if n > 0 {
                left_out.push(format!("{n} × {what}"));
            }
        };
        let first = |places: &[String]| places.first().cloned().unwrap_or_default();
        tell(self.without_verdict, "claims without a verdict".into());
        let places = &self.without_address;
        let what = format!("verdicts without an address, and no page is given for them: {}", first(places));
        tell(places.len(), what);
        let places = &self.elsewhere;
        tell(
            places.len(),
            format!("verdicts published on another site than the page (R4): {}", first(places)),
        );
        tell(self.summaries, "statement.summary, where the statement is short enough".into());
        tell(self.moved, "scales, now written upwards from 1, as search engines ask for (R7, R8)".into());
        let cited: Vec<&Id> = selection.statement_citations().map(|it| &it.source).collect();
        let uncited = selection.sources().into_iter().filter(|(id, _)| !cited.contains(id)).count();
        tell(uncited, "sources where no statement was made".into());
    }
}

/// What is too long to be shown is said by the summary; the words themselves stay with the claim.
fn short_form(claim: &Claim) -> Option<&str> {
    let statement = &claim.statement;
    let is_long = statement.text.as_str().chars().count() >= MAX_CLAIM;
    statement.summary.as_ref().map(|it| it.as_str()).filter(|_| is_long)
}

/// A number wants a page that says what it means.
fn unexplained(dataset: &Dataset, verdict: &Verdict) -> Option<Breach> {
    let is_unexplained = verdict.rating.is_some() && dataset.methodology.is_none();
    let message = "no page explains the scale: give the dataset a `methodology`".into();
    is_unexplained.then_some(Breach { rule: "R10", level: Level::Error, message })
}

fn review(dataset: &Dataset, claim: &Claim, verdict: &Verdict, url: String, lost: &mut Lost) -> Value {
    let text = claim.statement.text.as_str();
    let short = short_form(claim);
    let mut review = Object::of("ClaimReview");
    review.0.insert("@context".into(), json!("https://schema.org"));
    review.put("url", url);
    review.put("claimReviewed", short.unwrap_or(text));
    review.put_opt("inLanguage", Some(dataset.language.as_str()));
    let mut author = Object::of("Organization");
    let publisher = dataset.publisher.as_ref();
    let name = verdict.by.as_ref().or(publisher.map(|it| &it.name));
    author.put_opt("name", name.map(|it| it.as_str()));
    let own = publisher.filter(|it| verdict.by.as_ref().is_none_or(|by| *by == it.name));
    author.put_opt("url", own.and_then(|it| it.url.as_ref()).map(|it| it.as_str()));
    review.put_object("author", author);
    review.put_opt("datePublished", verdict.date.map(|it| it.to_iso()));
    review.put_object("reviewRating", rating(verdict, lost));
    review.put_object("itemReviewed", item(dataset, claim, short.is_some()));
    if let Some(keywords) = keywords(&claim.topics) {
        review.0.insert("keywords".into(), keywords);
    }
    Value::Object(review.0)
}

/// Topics in a row; each an object of its own where a comma in one would part it.
fn keywords(topics: &[Text]) -> Option<Value> {
    let topics: Vec<&str> = topics.iter().map(|it| it.as_str()).collect();
    let term = |it: &&str| {
        let mut term = Object::of("DefinedTerm");
        term.put("name", *it);
        Value::Object(term.0)
    };
    match topics.iter().any(|it| it.contains(',')) {
        _ if topics.is_empty() => None,
        true => Some(topics.iter().map(term).collect()),
        false => Some(json!(topics.join(", "))),
    }
}

fn rating(verdict: &Verdict, lost: &mut Lost) -> Object {
    let mut rating = Object::of("Rating");
    rating.put("alternateName", verdict.label.as_str());
    rating.put_opt("ratingExplanation", verdict.explanation.as_ref().map(|it| it.as_str()));
    if let Some(given) = &verdict.rating {
        let (scale, moved) = upwards(given);
        lost.moved += usize::from(moved);
        for (name, score) in [("ratingValue", scale[0]), ("worstRating", scale[1]), ("bestRating", scale[2])]
        {
            rating.0.insert(name.into(), number(score));
        }
    }
    rating
}

/// Value, worst and best in thousandths on a scale that runs upwards and begins at 1 or above; whether it was moved.
fn upwards(rating: &Rating) -> ([i64; 3], bool) {
    let [value, worst, best] =
        [rating.value, rating.worst, rating.best].map(|it: Score| i64::from(it.thousandths()));
    let (low, high) = (worst.min(best), worst.max(best));
    let value = if worst > best { low + high - value } else { value };
    let shift = (1000 - low).max(0);
    ([value + shift, low + shift, high + shift], worst > best || shift > 0)
}

fn number(thousandths: i64) -> Value {
    match thousandths % 1000 {
        0 => json!(thousandths / 1000),
        _ => json!(thousandths as f64 / 1000.0),
    }
}

fn item(dataset: &Dataset, claim: &Claim, with_text: bool) -> Object {
    let statement = &claim.statement;
    let mut item = Object::of("Claim");
    item.put_opt("text", with_text.then(|| statement.text.as_str()));
    item.put_opt("inLanguage", statement.language.as_ref().map(|it| it.as_str()));
    if let Some(person) = statement.speaker.as_ref().and_then(|it| dataset.people.get(it)) {
        let mut author = Object::of("Person");
        author.put("name", person.name.as_str());
        author.put_opt("jobTitle", person.role.as_ref().map(|it| it.as_str()));
        let same_as: Vec<&str> = person.same_as.iter().map(|it| it.as_str()).collect();
        if !same_as.is_empty() {
            author.0.insert("sameAs".into(), json!(same_as));
        }
        item.put_object("author", author);
    }
    item.put_opt("datePublished", statement.date.map(|it| it.to_iso()));
    let works: Vec<Value> = statement.said_in.iter().filter_map(|it| work(dataset, it)).collect();
    if !works.is_empty() {
        item.0.insert("appearance".into(), json!(works));
    }
    item
}

fn work(dataset: &Dataset, citation: &Citation) -> Option<Value> {
    let source = dataset.sources.get(&citation.source)?;
    let mut work = Object::of("CreativeWork");
    work.put("headline", source.title.as_str());
    work.put_opt("url", source.url.as_ref().map(|it| it.as_str()));
    work.put_opt("datePublished", source.date.map(|it| it.to_iso()));
    work.put_opt("inLanguage", source.language.as_ref().map(|it| it.as_str()));
    work.put_opt("archivedAt", source.archive.as_ref().map(|it| it.url.as_str()));
    for (name, kind, text) in
        [("publisher", "Organization", &source.publisher), ("author", "Person", &source.author)]
    {
        if let Some(text) = text {
            let mut object = Object::of(kind);
            object.put("name", text.as_str());
            work.put_object(name, object);
        }
    }
    Some(Value::Object(work.0))
}

/// A JSON-LD object that is being written.
struct Object(Map<String, Value>);

impl Object {
    fn of(kind: &str) -> Object {
        let mut object = Object(Map::new());
        object.put("@type", kind);
        object
    }

    fn put(&mut self, name: &str, text: impl Into<String>) {
        self.0.insert(name.into(), Value::String(text.into()));
    }

    fn put_opt(&mut self, name: &str, text: Option<impl Into<String>>) {
        if let Some(text) = text {
            self.put(name, text);
        }
    }

    /// Puts an object in, if it has more than its type.
    fn put_object(&mut self, name: &str, object: Object) {
        if object.0.len() > 1 {
            self.0.insert(name.into(), Value::Object(object.0));
        }
    }
}
