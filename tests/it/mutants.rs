//! Ten thousand broken copies of files of every kind go through the import and the reader: nothing panics, and every
//! record is imported or refused.

use std::panic::{AssertUnwindSafe, catch_unwind};

use factcheck::Errors;
use factcheck::authoring::{self, Format};
use factcheck::claim_review::{Graph, reviews};
use factcheck::dataset::{all_errors, value_to_pack};
use factcheck::import::{Found, annotations, google_claims};
use factcheck::structured_data;
use serde_json::{Value, json};

use crate::claim_review_support::{plain, taken};
use crate::support::{every_field, shared, shared_files};

/// Files that are taken as they are, up to this length: a longer one says nothing new.
const MAX_SEED: usize = 12_000;

const IMPORTS: usize = 10_000;
const DATASETS: usize = 1_500;

/// So many times more, and others, if the environment asks for it.
fn times(n: usize) -> (usize, u64) {
    let more = std::env::var("MUTANTS").ok().and_then(|it| it.parse::<u64>().ok());
    more.map_or((n, 2026), |it| (n * it as usize, 2026 + it))
}

/// Numbers that seem random and are the same in every run (splitmix64).
struct Dice(u64);

impl Dice {
    fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    fn below(&mut self, n: usize) -> usize {
        (self.roll() % n.max(1) as u64) as usize
    }

    fn pick<'a, T>(&mut self, list: &'a [T]) -> &'a T {
        &list[self.below(list.len())]
    }
}

/// Strings that have broken something before; our own where the collection is not there.
fn naughty() -> Vec<String> {
    let mut all: Vec<String> = [
        "",
        " ",
        "\u{0}",
        "\u{FEFF}",
        "\u{202E}",
        "null",
        "NaN",
        "1e999",
        "-0",
        "<script>",
        "</script>",
        "]]>",
        "'\"",
        "{{",
        "%s",
        "../..",
        "http://",
        "https://[::1]/",
        "//a",
        "mailto:",
        "javascript:alert(1)",
        "0000-00-00",
        "9999-12-31",
        "😀\u{200D}😀",
        "e\u{301}",
        "\u{FFFF}",
        "a\r\nb",
        "@id",
        "@graph",
        "__proto__",
        "-1",
        "5/5",
    ]
    .map(String::from)
    .into();
    if let Some(list) = shared("naughty", "data/blns/blns.json") {
        all.extend(serde_json::from_str::<Vec<String>>(&list).unwrap());
    }
    all.push("x".repeat(200_000));
    all
}

/// Texts of every kind that can be imported: those of the collection, and always some of our own.
fn seeds() -> Vec<String> {
    let page = |inside: &str| {
        format!("<!DOCTYPE html><html lang=en><base href=/x><title>T</title><body>{inside}</body>")
    };
    let microdata = "<div itemscope itemtype='https://schema.org/ClaimReview' itemref=r><b itemprop=claimReviewed>X</b>\
        <time itemprop=datePublished datetime=2021></time></div><p id=r itemprop=itemReviewed itemscope>\
        <a itemprop=url href=y>z</a></p>";
    let annotation = json!({ "@context": "http://www.w3.org/ns/anno.jsonld", "type": "Annotation", "body": { "value": "No." },
        "target": { "source": "https://a.example/", "selector": { "type": "TextQuoteSelector", "exact": "Yes." } } });
    let answer = json!({ "claims": [{ "text": "X", "claimDate": "2021", "claimReview": [{ "textualRating": "False" }] }] });
    let mut all = vec![
        plain().to_string(),
        json!({ "@context": "x", "@graph": [plain(), { "@type": "MediaReview", "itemReviewed": { "name": "N" } }] }).to_string(),
        page(&format!("<script type='application/ld+json'>{}</script>", plain())),
        page(microdata),
        annotation.to_string(),
        answer.to_string(),
    ];
    for folder in [
        "structured-data-jsonld-html/html",
        "structured-data-extruct/schema.org",
        "structured-data-extruct/w3c",
        "structured-data-extruct/w3crdfa",
        "structured-data-extruct/misc",
        "w3c-annotation-samples/correct",
        "claimreview-real/jsonld",
        "claimreview-real/html",
        "claimreview-real/google-factcheck-api",
        "claimreview-real/schemaorg-examples",
        "blns",
    ] {
        let files = shared_files("seeds", &format!("data/{folder}"));
        all.extend(files.into_iter().map(|(_, text)| cut(&text, MAX_SEED).into()));
    }
    all
}

fn cut(text: &str, len: usize) -> &str {
    &text[..text.floor_char_boundary(len)]
}

/// A broken copy of a text; another one may lend its end.
fn mutant(seed: &str, other: &str, naughty: &[String], dice: &mut Dice) -> String {
    if let Ok(mut root) = serde_json::from_str::<Value>(seed)
        && dice.below(2) == 0
    {
        for _ in 0..=dice.below(3) {
            break_value(&mut root, naughty, dice);
        }
        return root.to_string();
    }
    let mut bytes = seed.as_bytes().to_vec();
    for _ in 0..=dice.below(3) {
        let at = dice.below(bytes.len() + 1);
        let end = (at + dice.below(60)).min(bytes.len());
        match dice.below(7) {
            0 => bytes.iter_mut().skip(at).take(8).for_each(|it| *it ^= 1 << dice.below(8)),
            1 => bytes.truncate(at),
            2 => _ = bytes.splice(at.., other.bytes().skip(dice.below(other.len()))),
            3 => _ = bytes.splice(at..end, []),
            4 => {
                let copy = bytes[at..end].to_vec();
                bytes.splice(at..at, copy);
            }
            5 => _ = bytes.splice(at..end, dice.pick(naughty).bytes()),
            _ => {
                let nest =
                    dice.pick(&["[", "{\"a\":", "<div>", "<div itemscope itemprop=p>", "(", "&", "\"", "- "]);
                bytes.splice(at..at, nest.repeat(dice.below(300)).into_bytes());
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// Changes one value somewhere in a document.
fn break_value(value: &mut Value, naughty: &[String], dice: &mut Dice) {
    let goes_in = dice.below(4) > 0;
    match value {
        Value::Object(fields) if goes_in && !fields.is_empty() => {
            let n = dice.below(fields.len());
            if let Some((_, inner)) = fields.iter_mut().nth(n) {
                return break_value(inner, naughty, dice);
            }
        }
        Value::Array(list) if goes_in && !list.is_empty() => {
            let n = dice.below(list.len());
            return break_value(&mut list[n], naughty, dice);
        }
        _ => {}
    }
    *value = match (dice.below(9), value.take()) {
        (0, _) => Value::Null,
        (1, _) => json!(dice.pick(naughty)),
        (2, _) => json!(*dice.pick(&[-1.0, 0.0, 1e300, -1e-300, 5.0])),
        (3, it) => json!([it, it]),
        (4, it) => json!({ dice.pick(naughty).as_str(): it }),
        (5, it) => (0..dice.below(100)).fold(it, |it, _| json!([it])),
        (6, Value::Object(mut fields)) => {
            let name = fields.keys().nth(dice.below(fields.len())).cloned().unwrap_or_default();
            let lost = fields.remove(&name).unwrap_or_default();
            fields.insert(
                dice.pick(&["@type", "author", "claims", "items", "text", "@id", "target"]).to_string(),
                lost,
            );
            Value::Object(fields)
        }
        (7, Value::Array(mut list)) => {
            list.reverse();
            list.pop();
            Value::Array(list)
        }
        (_, it) => json!({ "@type": ["ClaimReview", "Annotation"], "@graph": it }),
    };
}

/// All that the command would take from a file.
fn found_in(text: &str) -> Vec<Found> {
    let mut all = Vec::new();
    for item in structured_data::find(text) {
        match item.value {
            Ok(value) => all.extend(reviews(&Graph::new(&value), &item.place)),
            Err(reason) => all.push(Found { place: item.place, draft: Err(reason), warnings: vec![] }),
        }
    }
    _ = structured_data::page_facts(text);
    if let Ok(root) = serde_json::from_str::<Value>(text) {
        all.extend(reviews(&Graph::new(&root), ""));
        all.extend(google_claims(&root, "").0);
        all.extend(annotations(&root, "").0);
    }
    all
}

/// Runs something with every mutant, and shows the one that was too much for it.
fn survive(n: usize, seeds: &[String], mut run: impl FnMut(&str)) {
    let (n, start) = times(n);
    let (mut dice, naughty) = (Dice(start), naughty());
    for i in 0..n {
        // Every other one is of the first few, our own.
        let n_seeds = if i % 2 == 0 { seeds.len().min(6) } else { seeds.len() };
        let (seed, other) = (&seeds[i / 2 % n_seeds], &seeds[dice.below(seeds.len())]);
        let mutant = mutant(seed, other, &naughty, &mut dice);
        let end = catch_unwind(AssertUnwindSafe(|| run(&mutant)));
        assert!(end.is_ok(), "mutant {i}: {}", cut(&mutant, 2_000));
    }
}

#[test]
fn imports_survive_whatever_comes() {
    let (mut n_imported, mut n_refused) = (0, 0);
    survive(IMPORTS, &seeds(), |mutant| {
        let found = found_in(mutant);
        let n = found.len();
        let taken = taken(found);
        assert_eq!(taken.len(), n, "every record comes to an end");
        for taken in taken {
            match taken.outcome {
                Ok(_) => n_imported += 1,
                Err(reason) => {
                    assert!(!reason.is_empty());
                    n_refused += 1;
                }
            }
        }
    });
    // Most are broken but not beyond use: the test reaches what it is about.
    assert!(n_imported > 1_000 && n_refused > 1_000, "{n_imported} imported, {n_refused} refused");
}

#[test]
fn dataset_files_survive_whatever_comes() {
    let full = every_field(&mut || "A text: with # signs".into(), &mut |_| 0).to_string();
    let other = every_field(&mut || "One\ntwo: three".into(), &mut |n| n - 1).to_string();
    let mut n_valid = 0;
    for format in [Format::Json, Format::Yaml, Format::Toml] {
        let of = |json: &str| {
            let root = authoring::parse(json, Format::Json).unwrap();
            authoring::write(&root.value, format).unwrap()
        };
        let seeds = [of(&full), of(&other), of("{\"id\": \"d\", \"title\": \"T\", \"language\": \"en\"}")];
        survive(DATASETS, &seeds, |mutant| {
            for format in [format, Format::of_text(mutant)] {
                match authoring::parse(mutant, format) {
                    Ok(root) => {
                        let (packed, all) = (value_to_pack(&root), all_errors(&root));
                        n_valid += usize::from(packed.is_ok());
                        // The one finds something if and only if the other does, and the other all of it.
                        match packed {
                            Ok(_) => assert!(all.is_empty(), "{all:?}"),
                            Err(Errors(errors)) => {
                                assert!(errors.iter().all(|it| all.contains(it)), "{errors:?} {all:?}")
                            }
                        }
                    }
                    Err(errors) => {
                        assert!(!errors.is_empty());
                        for error in errors {
                            assert!(error.span.start <= error.span.end && !error.message.is_empty());
                        }
                    }
                }
            }
        });
    }
    assert!(n_valid > 150, "{n_valid} valid");
}
