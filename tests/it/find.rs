//! Finding claims: by words, by facets, in an order.

use factcheck::Dataset;
use factcheck::find::{Facet, FacetValue, Index, Query, Sort};
use serde_json::{Value, json};

use crate::support::{bundled, valid};

fn claim(id: &str, text: &str, more: Value) -> Value {
    let mut claim = json!({ "id": id, "statement": { "text": text } });
    for (name, value) in more.as_object().unwrap() {
        match name.as_str() {
            "speaker" | "date" | "language" | "said_in" => claim["statement"][name] = value.clone(),
            _ => claim[name] = value.clone(),
        }
    }
    claim
}

fn bridges() -> Dataset {
    valid(&json!({
        "id": "d", "title": "T", "language": "en",
        "people": { "mayor": { "name": "Ada Müller" }, "clerk": { "name": "Bo O’Neil" } },
        "sources": { "notice": { "title": "Notice", "kind": "official" }, "paper": { "title": "The Gazette", "kind": "press" } },
        "claims": [
            claim("closed", "The bridge is closed.", json!({ "speaker": "mayor", "date": "2021-05-02", "said_in": ["paper"],
                "topics": ["traffic"], "weight": "refuted",
                "counter_statements": [{ "relation": "denies", "text": "It is open.", "speaker": "clerk", "date": "2022", "sources": ["notice"] }] })),
            claim("new", "The bridge is new.", json!({ "speaker": "clerk", "topics": ["traffic", "history"], "weight": "contested" })),
            claim("old", "Мост стар.", json!({ "speaker": "mayor", "date": "2019", "language": "ru", "topics": ["history"] })),
            claim("cjk", "桥已关闭。", json!({ "date": "2021-05-03", "language": "zh" })),
        ],
    }))
}

/// The ids that a query finds, which is written as a link has it: `q=bridge&topic=history`.
fn find(dataset: &Dataset, query: &str) -> Vec<String> {
    let pairs = query.split('&').filter_map(|it| it.split_once('='));
    let found = Index::new(dataset).find(&Query::from_pairs(pairs));
    found.claims.iter().map(|&n| dataset.claims[n].id.as_str().to_owned()).collect()
}

#[test]
fn words_begin_words() {
    let dataset = bridges();
    for (query, expected) in [
        ("", "closed new old cjk"),
        ("q=", "closed new old cjk"),
        ("q=bridge", "closed new"),
        ("q=BRI clos", "closed"),
        ("q=ridge", ""),
        ("q=bridge gazette", "closed"),
        ("q=o'neil", "closed new"),
        ("q=O’Neil open", "closed"),
        ("q=мост", "old"),
        ("q=关闭", "cjk"),
        ("q=  ", "closed new old cjk"),
        ("q=...", "closed new old cjk"),
        ("q=traffic", "closed new"),
    ] {
        assert_eq!(find(&dataset, query).join(" "), expected, "{query}");
    }
}

#[test]
fn facets_combine() {
    let dataset = bridges();
    for (query, expected) in [
        ("topic=traffic", "closed new"),
        ("topic=traffic&topic=history", "closed new old"),
        ("topic=traffic&speaker=clerk", "closed new"),
        ("topic=history&speaker=mayor", "old"),
        ("weight=refuted", "closed"),
        ("relation=denies", "closed"),
        ("year=2022", "closed"),
        ("year=2021", "closed cjk"),
        ("language=ru", "old"),
        ("source=official", "closed"),
        ("q=bridge&topic=history", "new"),
        ("topic=nowhere", ""),
        ("mood=good&q=bridge", "closed new"),
        ("sort=newest", "cjk closed old new"),
        ("sort=oldest", "old closed cjk new"),
        ("sort=sideways", "closed new old cjk"),
    ] {
        assert_eq!(find(&dataset, query).join(" "), expected, "{query}");
    }
}

/// The count of a value is how many claims there would be with it chosen alone in its facet.
#[test]
fn counts_say_what_choosing_would_find() {
    for dataset in [bridges(), bundled()] {
        let index = Index::new(&dataset);
        let bases = ["", "q=base", "topic=history", "speaker=mayor&topic=traffic", "speaker=putin&q=base"];
        for base in bases {
            let query = Query::from_pairs(base.split('&').filter_map(|it| it.split_once('=')));
            let found = index.find(&query);
            for (value, &count) in index.values().iter().zip(&found.counts) {
                let mut alone = query.clone();
                alone.chosen.retain(|it| it.facet != value.facet);
                alone.chosen.push(value.clone());
                assert_eq!(index.find(&alone).claims.len(), count, "{base}: {value:?}");
            }
        }
    }
}

#[test]
fn the_bundled_dataset_has_every_facet() {
    let dataset = bundled();
    let index = Index::new(&dataset);
    for facet in Facet::ALL {
        let n = index.values().iter().filter(|it| it.facet == *facet).count();
        // Its publisher gives no topics away that it does not have.
        assert!(n > 0 || *facet == Facet::Topic, "{facet:?}");
    }
    let all = index.find(&Query::default());
    assert_eq!(all.claims, (0..dataset.claims.len()).collect::<Vec<_>>());
    let newest = index.find(&Query { sort: Sort::Newest, ..Query::default() });
    let dates: Vec<_> = newest.claims.iter().filter_map(|&n| dataset.claims[n].statement.date).collect();
    assert!(dates.is_sorted_by(|a, b| a >= b), "{dates:?}");
    let putin = FacetValue { facet: Facet::Speaker, key: "putin".into() };
    let of_putin = index.find(&Query { chosen: vec![putin], ..Query::default() });
    assert!(!of_putin.claims.is_empty() && of_putin.claims.len() < dataset.claims.len());
}
