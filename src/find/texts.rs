//! The texts of a claim that words are looked for in, each with its field and language.

use crate::model::{Citation, Claim, Dataset, Id, Language, Table, Text, Translation};
use crate::search::Field;

/// Where the texts go.
pub(super) type Each<'a> = &'a mut dyn FnMut(Field, &str, &Language);

/// Calls back with every text of a claim that can be searched.
pub(super) fn texts_of(dataset: &Dataset, claim: &Claim, each: Each<'_>) {
    let own = &dataset.language;
    let statement = &claim.statement;
    let language = statement.language.as_ref().unwrap_or(own);
    said(Field::Statement, &statement.text, language, &statement.translations, each);
    if let Some(summary) = &statement.summary {
        each(Field::Summary, summary.as_str(), own);
    }
    named(dataset, statement.speaker.as_ref(), each);
    cited(dataset, &statement.said_in, each);
    for counter in &claim.counter_statements {
        let language = counter.language.as_ref().unwrap_or(own);
        said(Field::Counter, &counter.text, language, &counter.translations, each);
        named(dataset, counter.speaker.as_ref(), each);
        cited(dataset, &counter.said_in, each);
        cited(dataset, &counter.sources, each);
    }
    for verdict in &claim.verdicts {
        each(Field::Counter, verdict.label.as_str(), own);
        if let Some(explanation) = &verdict.explanation {
            each(Field::Counter, explanation.as_str(), own);
        }
        cited(dataset, &verdict.sources, each);
    }
    for topic in &claim.topics {
        each(Field::Name, topic.as_str(), own);
    }
}

fn said(
    field: Field,
    text: &Text,
    language: &Language,
    translations: &Table<Language, Translation>,
    each: Each<'_>,
) {
    each(field, text.as_str(), language);
    for (language, translation) in translations.iter() {
        each(field, translation.text.as_str(), language);
    }
}

fn named(dataset: &Dataset, speaker: Option<&Id>, each: Each<'_>) {
    if let Some(person) = speaker.and_then(|it| dataset.people.get(it)) {
        each(Field::Name, person.name.as_str(), &dataset.language);
    }
}

fn cited(dataset: &Dataset, citations: &[Citation], each: Each<'_>) {
    for source in citations.iter().filter_map(|it| dataset.sources.get(&it.source)) {
        let language = source.language.as_ref().unwrap_or(&dataset.language);
        each(Field::Source, source.title.as_str(), language);
        if let Some(publisher) = &source.publisher {
            each(Field::Source, publisher.as_str(), language);
        }
    }
}
