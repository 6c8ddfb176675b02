//! The interface texts: every language has every text, in the form that its key asks for.

use std::collections::BTreeSet;

use factcheck::model::Language;
use factcheck::view::{Items, Key, LANGUAGES, PLURAL_RULES, Words};

fn words_in(tag: &str) -> Words<'static> {
    Words::in_language(&Language::parse(tag).unwrap()).unwrap()
}

/// The lines of a file that are neither blank nor comments: key and text.
fn lines(file: &str) -> impl Iterator<Item = (&str, &str)> {
    let lines = file.lines().filter(|it| !it.is_empty() && !it.starts_with('#'));
    lines.map(|line| line.split_once(" = ").unwrap_or((line, "")))
}

/// The names in braces, each as often as it stands there.
fn places(text: &str) -> Vec<&str> {
    let mut places: Vec<&str> = text.split('{').skip(1).map(|it| it.split('}').next().unwrap()).collect();
    places.sort_unstable();
    places
}

/// The text of a key in the English file.
fn english(name: &str) -> &str {
    lines(LANGUAGES[0].1).find(|it| it.0 == name).unwrap().1
}

/// What is wrong with a file, each fault with its key.
fn faults(tag: &str, file: &str) -> Vec<String> {
    let mut faults = Vec::new();
    let mut seen = BTreeSet::new();
    let n_forms = PLURAL_RULES.iter().find(|it| it.0 == words_in(tag).plurals());
    let Some(&(_, n_forms)) = n_forms else {
        return vec![format!("{tag}.txt: plurals: the table has no such rule")];
    };
    for (name, text) in lines(file) {
        let mut fault = |what: &str| faults.push(format!("{tag}.txt: {name}: {what}"));
        let Some(key) = Key::all().find(|it| it.name == name) else {
            fault("unknown key");
            continue;
        };
        let items: Vec<&str> = text.split('|').collect();
        let expected = match key.items {
            Items::One => 1,
            Items::List(n) => n,
            Items::Forms => n_forms,
        };
        if items.len() != expected {
            fault(&format!("{} items instead of {expected}", items.len()));
        }
        if items.iter().any(|it| it.trim_ascii().is_empty() || it.trim_ascii() != *it) {
            fault("an item is empty or has blanks around it");
        }
        if !seen.insert(name) {
            fault("given twice");
        }
        // Small numbers may go without saying; dates may not.
        if key.items != Items::Forms && places(text) != places(english(key.name)) {
            fault("other names in braces than in English");
        }
        if key.items == Items::Forms && !places(text).iter().all(|it| *it == "n") {
            fault("a form has other names in braces than `{n}`");
        }
    }
    let missing = Key::all().filter(|it| !seen.contains(it.name));
    faults.extend(missing.map(|it| format!("{tag}.txt: {}: missing", it.name)));
    faults
}

#[test]
fn every_language_has_every_text() {
    let faults: Vec<String> = LANGUAGES.iter().flat_map(|(tag, file)| faults(tag, file)).collect();
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
    for (tag, _) in LANGUAGES {
        let words = words_in(tag);
        let language = Language::parse(tag).unwrap();
        assert_eq!((words.tag(), words.is_rtl()), (*tag, language.is_rtl()));
    }
}

#[test]
fn faults_name_the_file_and_the_key() {
    let english = LANGUAGES[0].1;
    for (from, to, fault) in [
        ("\nundated = ", "\n# ", "undated: missing"),
        ("\nundated = ", "\nundatd = x\nundated = ", "undatd: unknown key"),
        ("\nundated = ", "\nundated = x\nundated = ", "undated: given twice"),
        ("|Withdrawn", "", "changes: 4 items instead of 5"),
        (" claim|", " claim", "claims: 1 items instead of 2"),
        ("|Satire", "| ", "reasons: an item is empty or has blanks around it"),
        ("{best}", "{beast}", "rating: other names in braces than in English"),
    ] {
        assert!(english.contains(from), "{from}");
        assert_eq!(faults("en", &english.replacen(from, to, 1)), [format!("en.txt: {fault}")]);
    }
}
