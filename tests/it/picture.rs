//! The picture of a claim: whole words in lines that fit, the same text for those who do not see it.

use factcheck::Dataset;
use factcheck::cite::Taken;
use factcheck::model::Language;
use factcheck::picture::{picture, wrap};
use factcheck::view::{ENGLISH, LANGUAGES, Words};
use proptest::prelude::*;

use crate::cli::{directory, run};
use crate::export_support::rich;
use crate::markup::{Part, parts_of_fragment};
use crate::support::{bundled, cases, every_field, valid};

#[track_caller]
fn check(text: &str, room: u32, n_lines: usize, expected: &[&str]) {
    assert_eq!(wrap(text, room, n_lines).lines, expected);
}

#[test]
fn lines_break_between_words() {
    check("The moon is made of cheese", 600, 9, &["The moon", "is made of", "cheese"]);
    check("  two \n\t blanks ", 9000, 1, &["two blanks"]);
    check("", 600, 3, &[]);
    check("no-break\u{A0}space stays", 1000, 9, &["no-break\u{A0}space", "stays"]);
}

#[test]
fn what_finds_no_room_is_given_up_at_a_word() {
    check("The moon is made of cheese", 600, 2, &["The moon", "is made…"]);
    check("Donaudampfschifffahrtsgesellschaft", 600, 2, &["…"]);
    check("The Donaudampfschifffahrtsgesellschaft", 600, 2, &["The…"]);
    assert!(wrap("one two", 300, 1).is_cut && !wrap("one", 300, 1).is_cut);
}

#[test]
fn scripts_without_blanks_break_between_characters() {
    check("月亮是由奶酪制成的。", 505, 9, &["月亮是由奶", "酪制成的。"]);
    check("月亮是「奶酪」。", 404, 9, &["月亮是", "「奶", "酪」。"]);
    check("月亮是由奶酪制成的", 510, 1, &["月亮是由…"]);
}

#[test]
fn no_word_is_lost_torn_or_reordered() {
    proptest!(cases(256), |(text in "[a-zA-Zäж中 م]{0,60}", room in 100_u32..3000, n in 1_usize..5)| {
        let wrapped = wrap(&text, room, n);
        prop_assert!(wrapped.lines.len() <= n);
        let squeezed = |it: &str| it.split_whitespace().collect::<String>();
        let shown: String = wrapped.lines.iter().map(|it| squeezed(it)).collect();
        let whole = squeezed(&text);
        match shown.strip_suffix('…') {
            Some(shown) => prop_assert!(wrapped.is_cut && whole.starts_with(shown)),
            None => prop_assert!(!wrapped.is_cut && shown == whole),
        }
    });
}

/// An element of a picture: its name, its attributes, its text.
type Element = (String, Vec<(String, String)>, String);

/// The texts of a picture: title, description, then lines with their attributes.
fn read(svg: &str) -> Vec<Element> {
    let mut found = Vec::new();
    for event in parts_of_fragment(svg) {
        match event {
            Part::Open(name, attributes) => {
                let known = ["svg", "title", "desc", "rect", "text"];
                assert!(known.contains(&name.as_str()), "{name} in {svg}");
                found.push((name, attributes, String::new()));
            }
            Part::Text(text) if !text.trim().is_empty() => {
                found.last_mut().expect("an element around").2.push_str(&text)
            }
            _ => {}
        }
    }
    found
}

fn lines(dataset: &Dataset, words: &Words<'_>, language: Option<&Language>) -> Vec<String> {
    let taken = Taken { dataset, claim: &dataset.claims[0], page: None, words };
    let texts = read(&picture(&taken, language));
    texts.into_iter().filter(|it| it.0 == "text").map(|it| it.2).collect()
}

#[test]
fn it_shows_the_statement_and_what_counters_it() {
    let dataset = valid(&rich());
    let german = lines(&dataset, &ENGLISH, None);
    assert_eq!(german[0], "Statement");
    assert!(german[1].starts_with('“'), "{german:?}");
    let rest = &german[german.len() - 6..];
    insta::assert_snapshot!(rest.join("\n"), @r#"
    Ada Miller, Mayor of Lune, 19 September 2015
    The evidence refutes it
    Counter-statements: 1
    Denies it: Bo Baker
    “It took nine years.”
    What the gazette says
    "#);
    // Whoever reads French gets the translation into it.
    let french = lines(&dataset, &ENGLISH, Some(&Language::parse("fr").unwrap()));
    assert_eq!(french[1], "“Le vieux pont.”");
}

#[test]
fn it_is_mirrored_for_languages_from_right_to_left() {
    let dataset = valid(&rich());
    let arabic = Words::in_language(&Language::parse("ar").unwrap()).unwrap();
    let taken = Taken { dataset: &dataset, claim: &dataset.claims[0], page: None, words: &arabic };
    for (name, attributes, text) in read(&picture(&taken, None)) {
        let value = |name: &str| attributes.iter().find(|it| it.0 == name).map(|it| it.1.as_str());
        if name == "text" {
            assert_eq!(value("x"), Some("1128"), "{text}");
            let anchor = if value("direction") == Some("rtl") { "start" } else { "end" };
            assert_eq!(value("text-anchor"), Some(anchor), "{text}");
        }
    }
}

#[test]
fn every_language_and_every_bundled_claim_has_one() {
    let dataset = bundled();
    for (tag, _) in LANGUAGES {
        let language = Language::parse(tag).unwrap();
        let words = Words::in_language(&language).unwrap();
        for claim in &dataset.claims {
            let svg =
                picture(&Taken { dataset: &dataset, claim, page: None, words: &words }, Some(&language));
            let texts = read(&svg);
            let named = |name: &str| texts.iter().find(|it| it.0 == name).map(|it| it.2.as_str()).unwrap();
            assert!(!named("title").is_empty() && named("desc").contains(words.counter_statements()));
            let ys = texts
                .iter()
                .filter(|it| it.0 == "text")
                .map(|it| it.1.iter().find(|it| it.0 == "y").unwrap().1.parse::<u32>().unwrap());
            let ys: Vec<u32> = ys.collect();
            assert!(
                ys.is_sorted_by(|a, b| a + 20 <= *b) && ys[0] >= 40,
                "{tag} {}: {ys:?}",
                claim.id.as_str()
            );
        }
    }
}

#[test]
fn hostile_words_stay_words() {
    for text in ["</text><script>x</script>", "\" onload=\"x", "]]>&#0;&lt;", "\u{FFFF}\u{FFFE}a"] {
        let dataset = valid(&every_field(&mut || text.into(), &mut |_| 0));
        let taken = Taken { dataset: &dataset, claim: &dataset.claims[0], page: None, words: &ENGLISH };
        let svg = picture(&taken, None);
        let names = read(&svg).into_iter().flat_map(|it| it.1).map(|it| it.0);
        assert!(names.into_iter().all(|it| !it.starts_with("on")), "{svg}");
        assert!(!svg.contains(['\u{FFFE}', '\u{FFFF}']), "XML does not know them");
        if !text.contains('\u{FFFF}') {
            assert!(read(&svg).iter().any(|it| it.2.contains(text)), "{svg}");
        }
    }
}

#[test]
fn the_command_writes_it() {
    let dir = directory("picture");
    let out = dir.join("claim.svg");
    let dataset = bundled();
    let id = dataset.claims[0].id.as_str();
    run(&["render", "--claim", id, "--picture", "--ui-lang", "ar", "--out", out.to_str().unwrap()]).text();
    let svg = std::fs::read_to_string(&out).unwrap();
    assert!(svg.starts_with("<svg xmlns=") && svg.contains(" lang=\"ar\""));
    assert!(run(&["render", "--picture"]).fails(2).contains("--claim"));
    assert!(run(&["render", "--claim", "nothing", "--picture"]).fails(1).contains("no claim `nothing`"));
    assert!(run(&["render", "--claim", id, "--picture", "--page"]).fails(2).contains("cannot be used"));
}
