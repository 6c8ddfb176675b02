//! How good the search is, by judgements of others.

use factcheck::find::Index;

use crate::search_support::{
    average_precision, clef_claims, clef_tweets, mean, ranked, reciprocal_rank, relevant, vox,
};

/// Weights were found on `Train`, and looked at once on `Dev`; nothing was tuned on `Dev-Test`.
#[test]
fn tweets_find_the_claims_they_repeat() {
    let test = "tweets_find_the_claims_they_repeat";
    let Some(dataset) = clef_claims(test) else { return };
    let index = Index::new(&dataset);
    for (part, bar) in [("Dev", 0.92), ("Dev-Test", 0.87)] {
        let Some(tweets) = clef_tweets(test, part) else { return };
        assert!(tweets.len() > 190, "{part}: {}", tweets.len());
        let all: Vec<f64> = tweets
            .iter()
            .map(|it| average_precision(&ranked(&dataset, &index, &it.text, 5), &relevant(it), 5))
            .collect();
        let map = mean(&all);
        println!("{part}: MAP@5 {map:.4}");
        assert!(map > bar, "{part}: MAP@5 {map:.4}");
    }
}

/// Nothing was tuned on these.
#[test]
fn cases_find_the_fake_they_are_filed_under() {
    let test = "cases_find_the_fake_they_are_filed_under";
    for (language, bar) in [("en", 0.409), ("ru", 0.343)] {
        let Some((dataset, cases)) = vox(test, language) else { return };
        assert!(cases.len() > 590, "{language}: {}", cases.len());
        let index = Index::new(&dataset);
        let all: Vec<f64> = cases
            .iter()
            .map(|it| {
                reciprocal_rank(&ranked(&dataset, &index, &it.text, dataset.claims.len()), &relevant(it))
            })
            .collect();
        let told = format!(
            "{language}: MRR {:.4} of {} cases, {} fakes",
            mean(&all),
            all.len(),
            dataset.claims.len()
        );
        println!("{told}");
        assert!(mean(&all) > bar, "{told}");
    }
}
