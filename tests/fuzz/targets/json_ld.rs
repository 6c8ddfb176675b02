//! Any JSON as ClaimReview, as an answer of claims:search and as annotations: each record is taken or refused, and
//! what is taken is a valid record.
#![no_main]

use factcheck::claim_review::{Graph, reviews};
use factcheck::import::{Funnel, annotations, google_claims, is_annotations, is_google_answer};
use factcheck::model::Language;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let Ok(root) = serde_json::from_slice(data) else { return };
    let mut found = reviews(&Graph::new(&root), "");
    is_google_answer(&root);
    is_annotations(&root);
    found.extend(google_claims(&root, "").0);
    found.extend(annotations(&root, "").0);
    let mut funnel = Funnel::new(Language::parse("en").expect("a tag"));
    for it in found {
        funnel.take(it);
    }
});
