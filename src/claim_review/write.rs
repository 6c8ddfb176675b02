//! Records to ClaimReview: one object for each verdict that is the publisher's own.

use alloc::{format, string::String, vec::Vec};

use serde_json::{Map, Value, json};

use super::rules::{Breach, MAX_CLAIM, breaches, host, same_site};
use crate::lint::Level;
use crate::model::{Citation, Claim, Dataset, Rating, Score, Verdict};

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

/// Writes the verdicts of some claims as ClaimReview. `page` is the address of the page they are to stand in: it is
/// the review's address where a verdict has none, and a verdict that is published on another site is left out,
/// since only its publisher may mark it up.
pub fn write(dataset: &Dataset, claims: &[&Claim], page: Option<&str>) -> ClaimReviews {
    let mut all = ClaimReviews::default();
    for claim in claims {
        let id = claim.id.as_str();
        for (i, verdict) in claim.verdicts.iter().enumerate() {
            let place = format!("{id}.verdicts[{i}]");
            let url = match (&verdict.url, page) {
                (Some(url), _) => String::from(url.as_str()),
                (None, Some(page)) => format!("{}#{id}", page.split('#').next().unwrap_or(page)),
                (None, None) => {
                    all.left_out.push(format!("{place}: it has no address, and no page is given for it"));
                    continue;
                }
            };
            if let (Some(ours), Some(page)) = (host(&url), page.and_then(host))
                && !same_site(ours, page)
            {
                all.left_out
                    .push(format!("{place}: it is published on {ours}, and the page is on {page} (R4)"));
                continue;
            }
            let review = review(dataset, claim, verdict, url, &place, &mut all.left_out);
            all.breaches.extend(breaches(&review, page).into_iter().map(|it| (place.clone(), it)));
            all.breaches.extend(unexplained(dataset, verdict).map(|it| (place.clone(), it)));
            all.breaches.extend(own_statement(dataset, claim, page).map(|it| (place.clone(), it)));
            all.reviews.push(review);
        }
        rest(claim, &mut all.left_out);
    }
    if all.reviews.len() > 1 {
        let message = format!("{} reviews: put each into the page that is about it alone", all.reviews.len());
        all.breaches
            .push((dataset.id.as_str().into(), Breach { rule: "P1", level: Level::Warning, message }));
    }
    all
}

/// A number wants a page that says what it means.
fn unexplained(dataset: &Dataset, verdict: &Verdict) -> Option<Breach> {
    let is_unexplained = verdict.rating.is_some() && dataset.methodology.is_none();
    let message = "no page explains the scale: give the dataset a `methodology`".into();
    is_unexplained.then_some(Breach { rule: "R10", level: Level::Error, message })
}

/// A site that checks its own statements is not eligible.
fn own_statement(dataset: &Dataset, claim: &Claim, page: Option<&str>) -> Option<Breach> {
    let page = page.and_then(host)?;
    let source =
        |it: &Citation| dataset.sources.get(&it.source)?.url.as_ref().map(|it| String::from(it.host()));
    let own = claim.statement.said_in.iter().filter_map(source).find(|it| same_site(it, page))?;
    let message = format!("the statement was made on {own}, on the site of the review itself");
    Some(Breach { rule: "P7", level: Level::Warning, message })
}

fn review(
    dataset: &Dataset,
    claim: &Claim,
    verdict: &Verdict,
    url: String,
    place: &str,
    left_out: &mut Vec<String>,
) -> Value {
    let statement = &claim.statement;
    let text = statement.text.as_str();
    // What is too long to be shown is said by the summary; the words themselves stay with the claim.
    let short =
        statement.summary.as_ref().map(|it| it.as_str()).filter(|_| text.chars().count() >= MAX_CLAIM);
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
    review.put_object("reviewRating", rating(verdict, place, left_out));
    review.put_object("itemReviewed", item(dataset, claim, short.is_some()));
    let topics: Vec<&str> = claim.topics.iter().map(|it| it.as_str()).collect();
    review.put_opt("keywords", Some(topics.join(", ")).filter(|it| !it.is_empty()));
    Value::Object(review.0)
}

fn rating(verdict: &Verdict, place: &str, left_out: &mut Vec<String>) -> Object {
    let mut rating = Object::of("Rating");
    rating.put("alternateName", verdict.label.as_str());
    rating.put_opt("ratingExplanation", verdict.explanation.as_ref().map(|it| it.as_str()));
    if let Some(given) = &verdict.rating {
        let (scale, moved) = upwards(given);
        if moved {
            left_out.push(format!(
                "{place}: the scale is written upwards from 1, as search engines ask for (R7, R8)"
            ));
        }
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

/// What a claim has that ClaimReview has no place for.
fn rest(claim: &Claim, left_out: &mut Vec<String>) {
    let statement = &claim.statement;
    let verdicts = |has: fn(&Verdict) -> bool| claim.verdicts.iter().filter(|it| has(it)).count();
    let quotes = statement.said_in.iter().filter(|it| it.quote.is_some() || it.verified.is_some()).count();
    let lost: Vec<String> = [
        (claim.counter_statements.len(), "counter-statements"),
        (quotes, "quotes of the statement's sources"),
        (statement.translations.len(), "translations"),
        (usize::from(statement.wording.is_some()), "wording"),
        (usize::from(statement.quality.is_some()), "quality"),
        (verdicts(|it| it.scope.is_some()), "scopes"),
        (verdicts(|it| !it.reasons.is_empty()), "lists of reasons"),
        (verdicts(|it| !it.sources.is_empty()), "lists of sources of a verdict"),
        (verdicts(|it| it.review_by.is_some()), "review dates"),
        (verdicts(|it| it.true_when_said.is_some()), "marks whether it was true when said"),
        (verdicts(|it| it.confidence.is_some()), "degrees of confidence"),
        (verdicts(|it| it.would_change.is_some()), "notes on what would change a verdict"),
        (usize::from(claim.weight.is_some()), "weight"),
        (usize::from(claim.response.is_some()), "response"),
        (claim.history.len(), "changes"),
        (claim.related.len(), "related claims"),
    ]
    .into_iter()
    .filter(|(n, _)| *n > 0)
    .map(|(n, what)| format!("{n} {what}"))
    .collect();
    if !lost.is_empty() {
        left_out.push(format!("{}: {}", claim.id.as_str(), lost.join(", ")));
    }
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
