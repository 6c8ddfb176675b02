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
    let found = Index::new(dataset).find(dataset, &Query::from_pairs(pairs));
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
fn words_have_forms_and_slips() {
    let dataset = bridges();
    for (query, expected) in [
        // Other forms of a word.
        ("q=bridges", "closed new"),
        ("q=closing", "closed"),
        // One slip in five letters, two in nine.
        ("q=brigde", "closed new"),
        ("q=brid", "closed new"),
        ("q=ridge", "closed new"),
        ("q=nwe", ""),
        ("q=gazetet", "closed"),
        ("q=bridges histroy", "new"),
        ("q=xistroy", ""),
        // The last word may go on, the others are whole if they can be.
        ("q=the b", "closed new"),
        // Marks and case.
        ("q=muller", "closed old"),
        ("q=MÜLLER", "closed old"),
        ("q=мост", "old"),
        // No blanks between words.
        ("q=桥", "cjk"),
        ("q=桥已关", "cjk"),
        ("q=桥关", ""),
    ] {
        assert_eq!(find(&dataset, query).join(" "), expected, "{query}");
    }
}

#[test]
fn the_search_box_has_a_small_language() {
    let dataset = bridges();
    for (query, expected) in [
        ("q=\"bridge is\"", "closed new"),
        ("q=\"is closed\"", "closed"),
        ("q=\"bridge closed\"", ""),
        ("q=\"bridge is clo", "closed"),
        ("q=“Bridge is NEW”", "new"),
        ("q=\"bridges is\"", ""),
        ("q=\"关闭\"", "cjk"),
        ("q=\"已关\" ", "cjk"),
        ("q=bridge\"is new\"", "new"),
        ("q=\"\"", "closed new old cjk"),
        ("q=speaker:mayor", "closed old"),
        ("q=speaker:müller", "closed old"),
        ("q=speaker:\"ada mull\" traffic", "closed"),
        ("q=topic:hist", "new old"),
        ("q=topic:hist topic:traffic", "new"),
        ("q=language:ru", "old"),
        ("q=source:press", "closed"),
        ("q=year:2021", "closed cjk"),
        ("q=after:2021-05-03", "cjk"),
        ("q=after:2019 before:2021", "old"),
        ("q=before:2021-05", "old"),
        ("q=after:someday", ""),
        ("q=speaker:", ""),
        ("q=speaker:nobody", ""),
        ("q=mood:good", ""),
        ("q=bridge:new", "new"),
        ("q=bridge speaker:clerk", "closed new"),
    ] {
        assert_eq!(find(&dataset, query).join(" "), expected, "{query}");
    }
}

/// However many claims a word is in, it finds them.
#[test]
fn what_all_claims_have_finds_all() {
    let claims: Vec<Value> =
        (0..500).map(|n| claim(&format!("c{n}"), "The bridge is closed.", json!({}))).collect();
    let dataset = valid(&json!({ "id": "d", "title": "T", "language": "en", "claims": claims }));
    for query in ["q=bridge", "q=b", "q=the bridge is", "q=brigde", "q=\"is closed\""] {
        assert_eq!(find(&dataset, query).len(), 500, "{query}");
    }
}

/// A pasted text is not taken word for word: most of it has to be there, and what it quotes need not be.
#[test]
fn long_queries_are_forgiving() {
    let dataset = bridges();
    for (query, expected) in [
        ("q=is the new bridge really open tomorrow", "closed new"),
        ("q=there will be fireworks tomorrow night", ""),
        ("q=the new bridge is now here", "closed new"),
        (
            "q=they say that the bridge is closed and \"always was\" for traffic as of today, says the Gazette to Ada",
            "closed",
        ),
    ] {
        assert_eq!(find(&dataset, query).join(" "), expected, "{query}");
    }
}

#[test]
fn what_fits_best_comes_first() {
    let dataset = valid(&json!({
        "id": "d", "title": "T", "language": "en",
        "sources": { "s": { "title": "On moons" }, "t": { "title": "Notice" } },
        "claims": [
            claim("cited", "It is round.", json!({ "said_in": ["s"] })),
            claim("countered", "It is flat.", json!({
                "counter_statements": [{ "relation": "denies", "text": "No moon is.", "sources": ["t"] }] })),
            claim("long", "The moon and the sun and the stars and the comets and all the rest of it are far away.", json!({})),
            claim("said", "The moon is flat.", json!({})),
            claim("said-again", "The moon is flat.", json!({})),
        ],
    }));
    let index = Index::new(&dataset);
    let order = |query: &str| find(&dataset, query).join(" ");
    assert_eq!(order("q=moon"), "cited countered long said said-again");
    assert_eq!(order("q=moon&sort=best"), "said said-again long countered cited");
    let query = Query { words: "flat moons".into(), ..Query::default() };
    let best = index.rank(&dataset, &query, 3);
    assert_eq!(best.iter().map(|it| it.document).collect::<Vec<_>>(), [3, 4, 1]);
    assert!(best[0].score == best[1].score && best[1].score > best[2].score, "{best:?}");
    assert_eq!(
        index.rank(&dataset, &Query::default(), 2).iter().map(|it| it.document).collect::<Vec<_>>(),
        [0, 1]
    );
}

/// What is marked in a text is what made the query find it; places are counted as JavaScript counts.
#[test]
fn marks_are_what_was_asked_for() {
    let dataset = bridges();
    let index = Index::new(&dataset);
    for (query, text) in [
        ("bridge", "The [bridge] is closed."),
        ("closing bri", "🌉 The [bridge] is [closed]."),
        ("brigde", "The [bridges] are closed."),
        ("\"bridge is\"", "The [bridge] [is] closed; the bridge. It is."),
        ("关闭", "桥已[关闭]。"),
        ("muller", "Ada [Müller]"),
        ("speaker:mayor", "The mayor"),
        ("", "The bridge"),
    ] {
        let plain: String = text.chars().filter(|it| !matches!(it, '[' | ']')).collect();
        let marks = index.marks(&Query { words: query.into(), ..Query::default() });
        let mut units: Vec<u16> = plain.encode_utf16().collect();
        let places = index.places(&marks, &plain);
        for (n, &at) in places.iter().enumerate().rev() {
            units.insert(at as usize, if n % 2 == 0 { '[' } else { ']' } as u16);
        }
        assert_eq!(String::from_utf16(&units).unwrap(), text, "{query}");
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
            let found = index.find(&dataset, &query);
            for (value, &count) in index.values().iter().zip(&found.counts) {
                let mut alone = query.clone();
                alone.chosen.retain(|it| it.facet != value.facet);
                alone.chosen.push(value.clone());
                assert_eq!(index.find(&dataset, &alone).claims.len(), count, "{base}: {value:?}");
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
    let all = index.find(&dataset, &Query::default());
    assert_eq!(all.claims, (0..dataset.claims.len()).collect::<Vec<_>>());
    let newest = index.find(&dataset, &Query { sort: Sort::Newest, ..Query::default() });
    let dates: Vec<_> = newest.claims.iter().filter_map(|&n| dataset.claims[n].statement.date).collect();
    assert!(dates.is_sorted_by(|a, b| a >= b), "{dates:?}");
    let putin = FacetValue { facet: Facet::Speaker, key: "putin".into() };
    let of_putin = index.find(&dataset, &Query { chosen: vec![putin], ..Query::default() });
    assert!(!of_putin.claims.is_empty() && of_putin.claims.len() < dataset.claims.len());
}
