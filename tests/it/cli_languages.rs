//! The language of the interface on the command line, and the files of texts that the widget loads.

use std::fs;

use factcheck::Date;
use factcheck::view::{LANGUAGES, TakeWords, Words};

use crate::cli::{directory, run, run_with};
use crate::support::small;

const SCRIPT: &str = include_str!("../../www/words.js");

/// What `render` makes of the small dataset in a language, with these options: the interface's language.
fn interface(language: &str, options: &[&str]) -> String {
    let mut dataset = small();
    dataset["language"] = language.into();
    let args = [&["render", "-"], options].concat();
    let html = String::from_utf8(run_with(&args, dataset.to_string().as_bytes()).out).unwrap();
    let widget = html.split("<div class=\"widget\" part=\"widget\" lang=\"").nth(1).unwrap();
    widget.split('"').next().unwrap().into()
}

#[test]
fn the_language_asked_for_then_the_reader_s_then_the_dataset_s_then_english() {
    for (dataset, options, expected) in [
        ("de", &[][..], "de"),
        ("de-AT", &[], "de"),
        ("ja", &[], "en"),
        ("de", &["--lang", "uk"], "uk"),
        ("de", &["--lang", "ja"], "de"),
        ("de", &["--lang", "uk", "--ui-lang", "pt-BR"], "pt"),
        ("de", &["--lang", "uk", "--ui-lang", "ja"], "uk"),
        ("ja", &["--ui-lang", "en"], "en"),
    ] {
        assert_eq!(interface(dataset, options), expected, "{options:?}");
    }
}

#[test]
fn the_element_keeps_to_the_language() {
    let html = run(&["render", "--claim", "two-bases", "--ui-lang", "ar"]).text();
    assert!(
        html.starts_with("<fact-check claim=\"two-bases\" lang=\"ar\" ui-lang=\"ar\"><template"),
        "{}",
        &html[..90]
    );
    assert!(html.contains("<div class=\"widget\" part=\"widget\" lang=\"ar\" dir=\"rtl\">"));
    assert!(html.contains("<article lang=\"ar\" dir=\"rtl\">"), "the light tree too");
    let html = run(&["render", "--claim", "two-bases", "--lang", "fr", "--ui-lang", "ar"]).text();
    assert!(
        html.starts_with("<fact-check claim=\"two-bases\" lang=\"fr\" ui-lang=\"ar\"><template"),
        "{}",
        &html[..90]
    );
}

#[test]
fn a_language_that_the_interface_does_not_speak_is_told() {
    let ran = run(&["render", "--claim", "two-bases", "--ui-lang", "ja"]);
    let known: Vec<&str> = LANGUAGES.iter().map(|it| it.0).collect();
    assert_eq!(ran.err, format!("--ui-lang: `ja` is not one of {}; it counts as absent\n", known.join(", ")));
    assert_eq!(ran.out, run(&["render", "--claim", "two-bases"]).out);
    assert!(run(&["render", "--ui-lang", "auto"]).fails(2).contains("`auto` is not a language tag"));
}

#[test]
fn the_widget_loads_what_the_command_line_says() {
    let dir = directory("words");
    let folder = dir.join("fact-check-words");
    for _ in 0..2 {
        assert_eq!(run(&["words", folder.to_str().unwrap()]).text(), "");
    }
    let mut names: Vec<String> =
        fs::read_dir(&folder).unwrap().map(|it| it.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    let script = SCRIPT.split("LANGUAGES = \"").nth(1).unwrap().split('"').next().unwrap();
    let (first, others) = script.split_once(' ').unwrap();
    assert_eq!(first, "en");
    let files = |it: &str| [format!("{it}-extras.txt"), format!("{it}.txt")];
    assert_eq!(names, others.split(' ').flat_map(files).collect::<Vec<_>>());
    let take = fs::read_to_string(folder.join("uk-extras.txt")).unwrap();
    // The first line names the language.
    assert_eq!(TakeWords::read(take.strip_prefix("uk\n").unwrap()).copy(), "Копіювати");
    assert_eq!(TakeWords::read(&take), TakeWords::read(""), "a file of another version counts as English");
    let text = fs::read_to_string(folder.join("uk.txt")).unwrap();
    assert_eq!(Words::read(&text).date(Date::parse("2018-11").unwrap()), "листопад 2018 р.");
    assert_eq!(LANGUAGES.iter().map(|it| it.0).collect::<Vec<_>>().join(" "), script);
}
