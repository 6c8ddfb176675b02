//! Ten thousand broken copies of files of every kind go through the import and the reader: nothing panics, and every
//! record is imported or refused.

use factcheck::Errors;
use factcheck::authoring::{self, Format};
use factcheck::claim_review::{Graph, reviews};
use factcheck::dataset::{all_errors, value_to_pack};
use factcheck::import::{Found, annotations, google_claims};
use factcheck::structured_data;
use serde_json::{Value, json};

use crate::claim_review_support::{plain, taken};
use crate::mutants::{cut, survive};
use crate::support::{every_field, shared_files};

/// Files that are taken as they are, up to this length: a longer one says nothing new.
const MAX_SEED: usize = 12_000;

const IMPORTS: usize = 10_000;
const DATASETS: usize = 1_500;

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
