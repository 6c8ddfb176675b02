//! Stems, by the vocabularies of the Snowball project.

use factcheck::search::stem::Stemmer;

use crate::support::shared;

fn stem(stemmer: Stemmer, word: &str) -> String {
    let mut bytes = word.as_bytes().to_vec();
    stemmer.stem(&mut bytes);
    String::from_utf8(bytes).unwrap()
}

#[test]
fn stems_are_those_of_snowball() {
    for (name, language, least) in
        [("english", "en", 42_000), ("russian", "ru", 49_000), ("german", "de", 35_000)]
    {
        let test = "stems_are_those_of_snowball";
        let file = |it: &str| shared(test, &format!("data/stemming-snowball/{name}/{it}.txt"));
        let (Some(words), Some(stems)) = (file("voc"), file("output")) else { continue };
        let stemmer = Stemmer::of(language);
        let pairs: Vec<(&str, &str)> = words.lines().zip(stems.lines()).collect();
        assert!(pairs.len() > least, "{name}: {}", pairs.len());
        let wrong: Vec<String> = pairs
            .iter()
            .filter(|(word, expected)| stem(stemmer, word) != *expected)
            .map(|(word, expected)| format!("{word}: {} for {expected}", stem(stemmer, word)))
            .collect();
        assert!(wrong.is_empty(), "{name}: {} wrong: {:?}", wrong.len(), &wrong[..wrong.len().min(20)]);
    }
}

#[test]
fn languages_without_a_stemmer_keep_their_words() {
    for language in ["zh", "ar", "x-moon"] {
        assert_eq!(stem(Stemmer::of(language), "bridges"), "bridges", "{language}");
    }
}
