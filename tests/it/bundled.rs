//! The bundled dataset: what it has to show, and its quotes against the two articles it grew out of.

use std::collections::BTreeSet;

use factcheck::Dataset;
use factcheck::dataset::{BUNDLED, pack, to_pack};
use factcheck::model::{Citation, Language, Quality, Relation, Wording};

use crate::support::{bundled, shared};

/// The articles, by the ids of their sources.
const ARTICLES: [(&str, &str); 2] =
    [("tpv-2015", "seeds/000_d757d9cf0c69b1a2.txt"), ("vk-2018", "seeds/001_6a33acdfbe13820d.txt")];

fn in_article(citation: &Citation) -> bool {
    ARTICLES.iter().any(|(id, _)| *id == citation.source.as_str())
}

/// What statements and counter-statements have in common.
struct Words<'a> {
    place: String,
    text: &'a str,
    language: Option<&'a Language>,
    wording: Option<Wording>,
    quality: Option<Quality>,
    citations: Vec<&'a Citation>,
}

fn all_words(dataset: &Dataset) -> Vec<Words<'_>> {
    let mut all = Vec::new();
    for claim in &dataset.claims {
        let it = &claim.statement;
        all.push(Words {
            place: claim.id.as_str().into(),
            text: it.text.as_str(),
            language: it.language.as_ref(),
            wording: it.wording,
            quality: it.quality,
            citations: it.said_in.iter().collect(),
        });
        for (i, it) in claim.counter_statements.iter().enumerate() {
            all.push(Words {
                place: format!("{}, counter-statement {i}", claim.id.as_str()),
                text: it.text.as_str(),
                language: it.language.as_ref(),
                wording: it.wording,
                quality: it.quality,
                citations: it.said_in.iter().chain(&it.sources).collect(),
            });
        }
    }
    all
}

#[test]
fn it_is_valid_and_large_enough() {
    let dataset = bundled();
    assert_eq!(pack::read_checked(&to_pack(BUNDLED.as_bytes()).unwrap()).unwrap(), dataset);
    assert!(dataset.claims.len() >= 24, "{} claims", dataset.claims.len());
    let from_articles =
        dataset.claims.iter().filter(|it| it.statement.said_in.iter().any(in_article)).count();
    assert!(from_articles >= 12, "{from_articles} statements of the two articles");
    for claim in &dataset.claims {
        assert!(!claim.counter_statements.is_empty(), "{} stands alone", claim.id.as_str());
        assert!(!claim.statement.said_in.is_empty(), "{} has no source", claim.id.as_str());
        let summary = claim.statement.summary.as_ref().map_or("", |it| it.as_str());
        assert!((1..=75).contains(&summary.chars().count()), "{}: {summary}", claim.id.as_str());
    }
}

#[test]
fn the_years_are_2013_to_2021() {
    let dataset = bundled();
    let counters = dataset.claims.iter().flat_map(|it| it.counter_statements.iter().map(|it| it.date));
    let dates = dataset.claims.iter().map(|it| it.statement.date).chain(counters);
    let years: BTreeSet<u16> = dates.flatten().map(|it| it.year()).collect();
    assert_eq!((years.first(), years.last()), (Some(&2013), Some(&2021)), "{years:?}");
}

#[test]
fn every_sort_of_thing_occurs() {
    let dataset = bundled();
    for relation in Relation::ALL {
        let mut counters = dataset.claims.iter().flat_map(|it| &it.counter_statements);
        assert!(counters.any(|it| it.relation == *relation), "{}", relation.as_str());
    }
    let by_scope = dataset.claims.iter().filter(|it| {
        let scopes: BTreeSet<&str> =
            it.verdicts.iter().filter_map(|it| it.scope.as_ref()).map(|it| it.as_str()).collect();
        it.verdicts.len() >= 2 && scopes.len() == it.verdicts.len()
    });
    assert!(by_scope.count() >= 2, "claims with verdicts of different scope");
    let mut verdicts = dataset.claims.iter().flat_map(|it| &it.verdicts);
    assert!(verdicts.any(|it| it.true_when_said.is_some()), "a statement that was overtaken");
    assert!(all_words(&dataset).iter().any(|it| it.quality == Some(Quality::Opinion)));
}

#[test]
fn several_languages_occur() {
    let dataset = bundled();
    let words = all_words(&dataset);
    let verbatim = words.iter().filter(|it| it.wording == Some(Wording::Verbatim));
    let languages: BTreeSet<&str> =
        verbatim.map(|it| it.language.unwrap_or(&dataset.language).primary()).collect();
    for language in ["en", "ru", "fr", "ar"] {
        assert!(languages.contains(language), "{language}: {languages:?}");
    }
    // No German wording is on record; the German source is rendered in German, and said to be a paraphrase.
    let german = words.iter().filter(|it| it.language.is_some_and(|it| it.primary() == "de"));
    let wordings: Vec<Option<Wording>> = german.map(|it| it.wording).collect();
    assert!(!wordings.is_empty() && wordings.iter().all(|&it| it == Some(Wording::Paraphrase)));
    let foreign = |it: &&Words| it.language.is_some_and(|it| !it.matches(&dataset.language));
    let translated = dataset.claims.iter().flat_map(|it| &it.counter_statements).all(|it| {
        it.language.as_ref().is_none_or(|language| language.matches(&dataset.language))
            || !it.translations.is_empty()
    });
    assert!(words.iter().filter(foreign).count() > 3 && translated, "foreign words have a translation");
}

/// Everything named is used: a dataset to learn from has no loose ends.
#[test]
fn everybody_speaks_and_every_source_is_cited() {
    let dataset = bundled();
    let statements = dataset.claims.iter().filter_map(|it| it.statement.speaker.as_ref());
    let counters =
        dataset.claims.iter().flat_map(|it| &it.counter_statements).filter_map(|it| it.speaker.as_ref());
    let speakers: BTreeSet<&str> = statements.chain(counters).map(|it| it.as_str()).collect();
    let silent: Vec<&str> =
        dataset.people.iter().map(|(id, _)| id.as_str()).filter(|it| !speakers.contains(it)).collect();
    assert!(silent.is_empty(), "{silent:?}");
    let words = all_words(&dataset);
    let verdicts = dataset.claims.iter().flat_map(|it| &it.verdicts).flat_map(|it| &it.sources);
    let cited =
        words.iter().flat_map(|it| it.citations.iter().copied()).chain(verdicts).map(|it| it.source.as_str());
    let origins = dataset.sources.iter().filter_map(|(_, it)| it.derived_from.as_ref()).map(|it| it.as_str());
    let used: BTreeSet<&str> = cited.chain(origins).collect();
    let unused: Vec<&str> =
        dataset.sources.iter().map(|(id, _)| id.as_str()).filter(|it| !used.contains(it)).collect();
    assert!(unused.is_empty(), "{unused:?}");
}

#[test]
fn quotes_stand_in_the_articles() {
    let dataset = bundled();
    let mut wrong = Vec::new();
    let mut n_quotes = 0;
    for (id, path) in ARTICLES {
        let Some(article) = shared("quotes_stand_in_the_articles", path) else { return };
        for words in all_words(&dataset) {
            let cited: Vec<&&Citation> =
                words.citations.iter().filter(|it| it.source.as_str() == id).collect();
            for quote in cited.iter().filter_map(|it| it.quote.as_ref()) {
                n_quotes += 1;
                let part = |it: &Option<factcheck::model::Text>| {
                    it.as_ref().map_or(String::new(), |it| it.as_str().into())
                };
                let passage = part(&quote.prefix) + quote.exact.as_str() + &part(&quote.suffix);
                let n_found = article.matches(quote.exact.as_str()).count();
                let n_passages = article.matches(&passage).count();
                if n_found == 0 || n_passages != 1 {
                    wrong.push(format!(
                        "{}: {n_found} times, {n_passages} in its place: {passage}",
                        words.place
                    ));
                }
            }
            // Word for word, and said to stand in this article: then it does.
            let verbatim = words.wording == Some(Wording::Verbatim);
            if verbatim
                && !cited.is_empty()
                && cited.len() == words.citations.len()
                && !article.contains(words.text)
            {
                wrong.push(format!("{}: not word for word: {}", words.place, words.text));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(n_quotes >= 12, "{n_quotes} quotes");
}

/// Words of the articles that are marked as verbatim name their passage.
#[test]
fn verbatim_words_of_the_articles_name_their_passage() {
    let dataset = bundled();
    for words in all_words(&dataset).iter().filter(|it| it.wording == Some(Wording::Verbatim)) {
        for citation in words.citations.iter().filter(|it| in_article(it)) {
            assert!(citation.quote.is_some(), "{}", words.place);
        }
    }
}
