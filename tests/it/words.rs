//! The interface texts: every language has every text, in the form that its key asks for.

use std::collections::BTreeSet;

use factcheck::Date;
use factcheck::model::Language;
use factcheck::view::{Items, Key, LANGUAGES, PLURAL_RULES, Words};
use icu_plurals::{PluralCategory, PluralRules};

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
        if items.iter().any(|it| it.is_empty() || it.trim_ascii() != *it && name != "signs") {
            fault("an item is empty or has blanks around it");
        }
        if !seen.insert(name) {
            fault("given twice");
        }
        // Small numbers may go without saying, and the first of a month has a name of its own.
        if key.items != Items::Forms && name != "date_first" && places(text) != places(english(key.name)) {
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

/// CLDR itself, by the crate of the Unicode Consortium.
#[test]
fn numbers_take_the_forms_of_cldr() {
    for (tag, _) in LANGUAGES {
        let locale: icu_locale_core::Locale = tag.parse().unwrap();
        let rules = PluralRules::try_new_cardinal(locale.into()).unwrap();
        let categories: BTreeSet<PluralCategory> = (0..=1000_usize).map(|n| rules.category_for(n)).collect();
        let names: Vec<String> =
            ORDER.iter().filter(|it| categories.contains(it)).map(|it| format!("{it:?}")).collect();
        let forms: Vec<&str> = names.iter().map(String::as_str).collect();
        let words = words_in(tag);
        let table = PLURAL_RULES.iter().find(|it| it.0 == words.plurals()).unwrap();
        assert_eq!(table.1, forms.len(), "{tag}: {forms:?}");
        for n in 0..=1000_usize {
            assert_eq!(words.count(&forms, n), format!("{:?}", rules.category_for(n)), "{n} in {tag}");
        }
    }
}

/// In which order a file gives the forms of a word.
const ORDER: [PluralCategory; 6] = [
    PluralCategory::Zero,
    PluralCategory::One,
    PluralCategory::Two,
    PluralCategory::Few,
    PluralCategory::Many,
    PluralCategory::Other,
];

#[test]
fn numbers_stand_in_their_forms() {
    for (tag, n, text) in [
        ("en", 1, "1 claim"),
        ("en", 0, "0 claims"),
        ("ru", 21, "21 утверждение"),
        ("ru", 12, "12 утверждений"),
        ("uk", 3, "3 твердження"),
        ("be", 104, "104 сцвярджэнні"),
        ("pl", 22, "22 twierdzenia"),
        ("pl", 21, "21 twierdzeń"),
        ("fr", 0, "0 affirmation"),
        ("ar", 2, "ادعاءان"),
        ("ar", 11, "11 ادعاءً"),
        ("zh", 7, "7 条说法"),
    ] {
        let words = words_in(tag);
        assert_eq!(words.count(words.claims(), n), text);
    }
}

#[test]
fn dates_are_as_precise_as_they_are_known() {
    for (tag, dates) in [
        ("en", ["6 November 2018", "1 May 2018", "May 2018", "2018"]),
        ("be", ["6 лістапада 2018 г.", "1 мая 2018 г.", "май 2018", "2018"]),
        ("uk", ["6 листопада 2018 р.", "1 травня 2018 р.", "травень 2018 р.", "2018"]),
        ("ru", ["6 ноября 2018 г.", "1 мая 2018 г.", "май 2018 г.", "2018"]),
        ("pl", ["6 listopada 2018", "1 maja 2018", "maj 2018", "2018"]),
        ("de", ["6. November 2018", "1. Mai 2018", "Mai 2018", "2018"]),
        ("fr", ["6 novembre 2018", "1er mai 2018", "mai 2018", "2018"]),
        ("es", ["6 de noviembre de 2018", "1 de mayo de 2018", "mayo de 2018", "2018"]),
        ("it", ["6 novembre 2018", "1º maggio 2018", "maggio 2018", "2018"]),
        ("pt", ["6 de novembro de 2018", "1º de maio de 2018", "maio de 2018", "2018"]),
        ("tr", ["6 Kasım 2018", "1 Mayıs 2018", "Mayıs 2018", "2018"]),
        ("ar", ["6 نوفمبر 2018", "1 مايو 2018", "مايو 2018", "2018"]),
        ("hi", ["6 नवंबर 2018", "1 मई 2018", "मई 2018", "2018"]),
        ("zh", ["2018年11月6日", "2018年5月1日", "2018年5月", "2018年"]),
    ] {
        let words = words_in(tag);
        let iso = ["2018-11-06", "2018-05-01", "2018-05", "2018"];
        assert_eq!(iso.map(|it| words.date(Date::parse(it).unwrap())), dates);
    }
}

#[test]
fn the_compact_form_says_the_same() {
    for (tag, _) in LANGUAGES {
        let words = words_in(tag);
        let compact = words.to_compact();
        assert_eq!(Words::read(&compact), Some(words), "{tag}");
        // A file of another version, or an error page of a server, must not put wrong words into the card.
        for other in [format!("{compact}more\n"), compact.replacen('\n', "", 1), String::new()] {
            assert_eq!(Words::read(&other), None, "{tag}");
        }
    }
}

#[test]
fn regions_speak_the_language() {
    for (tag, found) in [("pt-BR", Some("pt")), ("ZH-Hant-TW", Some("zh")), ("ja", None), ("ukr", None)] {
        let words = Words::in_language(&Language::parse(tag).unwrap());
        assert_eq!(words.map(|it| it.tag()), found);
    }
}
