//! What readers see: absence in words, marks, translations, headings, contents, related claims.

use factcheck::html::{StepKind, Tree};
use factcheck::model::{Language, Relation, Weight};
use factcheck::view::{self, ENGLISH, Options};
use insta::assert_snapshot;
use serde_json::{Value, json};

use crate::markup::events_of;
use crate::support::{bundled, small, valid};

/// The card of the first claim in a language, one line an element that holds text, as `tag.class: text`.
fn card_in(dataset: &Value, language: &str) -> String {
    let options = Options { language: Language::parse(language).ok(), ..Options::default() };
    let tree = view::single(&valid(dataset), "c", &options).unwrap();
    outline(&tree)
}

fn card(dataset: &Value) -> String {
    card_in(dataset, "en")
}

/// Elements that stand in a line.
const INLINE: &[&str] = &["a", "span", "time", "cite", "strong", "slot"];

pub fn outline(tree: &Tree) -> String {
    let mut lines: Vec<String> = vec![];
    let mut rest = tree.step_text();
    for step in tree.steps() {
        let (text, after) = rest.split_at(step.len as usize);
        rest = after;
        match step.kind {
            StepKind::Open if !INLINE.contains(&text) => lines.push(format!("{text}:")),
            StepKind::Text => lines.last_mut().unwrap().push_str(text),
            _ => {}
        }
    }
    lines.retain(|it| !it.ends_with(':'));
    lines.join("\n")
}

/// The small dataset with these fields in its statement.
fn stated(fields: Value) -> Value {
    let mut dataset = small();
    for (name, value) in fields.as_object().unwrap() {
        dataset["claims"][0]["statement"][name] = value.clone();
    }
    dataset
}

fn countered(fields: Value) -> Value {
    let mut dataset = small();
    dataset["claims"][0]["counter_statements"] = json!([fields]);
    dataset
}

#[test]
fn absence_is_said() {
    assert_snapshot!(card(&small()), @r"
    h2:X
    h3:Statement
    p:Speaker not recorded · undated
    p:X
    p:No source is recorded.
    h3:Counter-statements
    p:None is recorded.
    p:From T
    ");
}

#[test]
fn what_is_known_is_said() {
    let mut dataset = countered(json!({
        "relation": "denies", "text": "No.", "speaker": "p", "date": "2015", "wording": "verbatim", "quality": "opinion",
        "said_in": ["s"], "sources": ["s"],
    }));
    dataset["people"]["p"]["role"] = "Head".into();
    assert_snapshot!(card(&dataset).split_once("Counter-statements\n").unwrap().1, @r"
    p:Denies it
    p:P, Head · 2015
    p:“No.”
    li:Opinion
    p:Said in
    li:S not online
    p:Sources
    li:S not online
    p:1 source · 1 independent origin · 0 of 1 archived
    p:From T
    ");
}

#[test]
fn quotation_marks_are_for_verbatim_words() {
    for (wording, words) in [(json!("verbatim"), "“X”"), (json!("paraphrase"), "X"), (json!(null), "X")] {
        let dataset = stated(json!({ "wording": wording, "summary": "Y" }));
        assert!(card(&dataset).contains(&format!("p:{words}\n")), "{wording}");
        let light = outline(&view::list_fallback(&valid(&dataset), &Options::default()));
        assert!(light.contains(&format!("p:{words}\n")), "{wording}: {light}");
    }
}

#[test]
fn marks() {
    for (wording, quality, marks) in [
        ("paraphrase", "opinion", "li:Paraphrased\nli:Opinion\n"),
        ("paraphrase", "fact", "li:Paraphrased\n"),
        ("verbatim", "prediction", "li:Prediction\n"),
        ("verbatim", "fact", ""),
    ] {
        let outline = card(&stated(json!({ "wording": wording, "quality": quality })));
        let lines: String =
            outline.lines().filter(|it| it.starts_with("li:")).map(|it| format!("{it}\n")).collect();
        assert_eq!(lines, marks);
    }
}

/// Who has no scripts and no shadow roots must not take an opinion for a fact either.
#[test]
fn the_light_tree_has_the_marks_too() {
    let dataset = valid(&stated(json!({ "wording": "paraphrase", "quality": "opinion" })));
    let light = outline(&view::list_fallback(&dataset, &Options::default()));
    assert!(light.contains("Opinion") && light.contains("Paraphrased"), "{light}");
}

#[test]
fn translations_are_chosen_by_the_language_of_the_reader() {
    let dataset = stated(json!({
        "language": "ru", "wording": "verbatim",
        "translations": { "en": { "text": "Yes", "by": "ours" }, "de": { "text": "Ja", "by": "dpa" }, "pt-BR": { "text": "Sim" } },
    }));
    for (language, expected) in [
        ("en", "p:Our translation\np:“Yes”"),
        ("EN-gb", "p:Our translation\np:“Yes”"),
        ("de-AT", "p:Translation: dpa\np:“Ja”"),
        ("pt", "p:Translation\np:“Sim”"),
        ("fr", "p:Our translation · English\np:“Yes”"),
    ] {
        let outline = card_in(&dataset, language);
        assert!(outline.contains(&format!("p:“X”\n{expected}\n")), "{language}: {outline}");
    }
    assert!(!card_in(&dataset, "ru-BY").contains("ranslation"));
}

#[test]
fn languages_and_directions_are_marked() {
    let dataset = valid(&stated(json!({ "language": "ar", "translations": { "en": { "text": "Y" } } })));
    let html = view::single(&dataset, "c", &Options::default()).unwrap().to_html();
    assert!(html.contains(r#"<blockquote lang="ar" dir="rtl""#), "{html}");
    assert!(html.contains(r#"<p lang="en" dir="ltr">Y"#), "{html}");
    assert!(html.starts_with(r#"<div class="widget" part="widget" lang="en" dir="ltr">"#), "{html}");
    assert!(html.contains(r#"<cite dir="auto">"#) || !html.contains("<cite dir"), "{html}");
}

#[test]
fn weights_and_relations_have_their_words() {
    for (weight, words) in Weight::ALL.iter().zip([
        "Contested: the sources disagree",
        "The evidence leans against it",
        "The evidence refutes it",
        "The evidence leans toward it",
        "The evidence confirms it",
    ]) {
        let mut dataset = small();
        dataset["claims"][0]["weight"] = weight.as_str().into();
        assert!(card(&dataset).starts_with(&format!("h2:X\np:{words}\n")), "{words}");
        let html = view::single(&valid(&dataset), "c", &Options::default()).unwrap().to_html();
        assert_eq!(html.matches(r#"class="step on""#).count(), 1);
        assert!(html.contains(&format!(r#"class="card {}""#, weight.as_str())), "{html}");
    }
    for (relation, words) in Relation::ALL.iter().zip([
        "Denies it",
        "Contradicts it",
        "Corrects it",
        "Qualifies it",
        "Adds context",
        "Updates it",
        "Supports it",
        "Concedes a point",
    ]) {
        let dataset = countered(json!({ "relation": relation.as_str(), "text": "N", "sources": ["s"] }));
        assert!(card(&dataset).contains(&format!("p:{words}\n")));
        assert_eq!(ENGLISH.relation(*relation), words);
    }
}

/// The levels of the headings, in order.
fn headings(tree: &Tree) -> Vec<u8> {
    let heading = |it: &String| it.strip_prefix("<h")?.parse::<u8>().ok();
    events_of(tree).iter().filter_map(heading).collect()
}

#[test]
fn no_level_of_heading_is_skipped() {
    let dataset = bundled();
    for heading_level in 0..=9 {
        let options = Options { heading_level, ..Options::default() };
        let top = heading_level.clamp(1, 6);
        let claim = &dataset.claims[0];
        for tree in [
            view::list(&dataset, &options),
            view::list_fallback(&dataset, &options),
            view::single(&dataset, claim.id.as_str(), &options).unwrap(),
            view::claim_fallback(&dataset, claim, &options),
        ] {
            let levels = headings(&tree);
            assert_eq!(levels[0], top);
            assert!(levels.iter().all(|it| (top..=6).contains(it)));
            assert!(levels.windows(2).all(|it| it[1] <= it[0] + 1), "{levels:?}");
        }
    }
}

#[test]
fn contents_above_three_claims() {
    for (n_claims, shown) in [(1, false), (3, false), (4, true)] {
        let mut dataset = small();
        let claim = |i| json!({ "id": format!("c{i}"), "statement": { "text": format!("X{i}") } });
        dataset["claims"] = (0..n_claims).map(claim).collect();
        let tree = view::list(&valid(&dataset), &Options::default());
        assert_eq!(outline(&tree).contains(&format!("summary:All claims ({n_claims})\nli:X0\nli:X1")), shown);
        assert_eq!(tree.to_html().contains(r##"href="#claim-c0""##), shown);
    }
}

#[test]
fn related_claims_are_links_where_they_are_shown() {
    let mut dataset = small();
    dataset["claims"][0]["related"] = json!(["e"]);
    let other = json!({ "id": "e", "statement": { "text": "Long", "summary": "Short" } });
    dataset["claims"].as_array_mut().unwrap().push(other);
    let list = view::list(&valid(&dataset), &Options::default()).to_html();
    assert!(list.contains(r##"<li><a lang="en" dir="ltr" href="#claim-e">Short</a></li>"##), "{list}");
    let single = view::single(&valid(&dataset), "c", &Options::default()).unwrap().to_html();
    assert!(single.contains(r#"<li><span lang="en" dir="ltr">Short</span></li>"#), "{single}");
    assert!(view::single(&valid(&dataset), "nothing", &Options::default()).is_none());
}

#[test]
fn where_a_dataset_comes_from() {
    let mut dataset = small();
    for (name, value) in [
        ("publisher", json!({ "name": "Desk", "url": "https://desk.example/" })),
        ("updated", json!("2026-11")),
        ("license", json!("CC-BY-4.0")),
        ("methodology", json!("https://desk.example/how")),
        ("corrections", json!("mailto:a@desk.example")),
    ] {
        dataset[name] = value;
    }
    let line = "p:1 claim · Desk · updated November 2026 · License: CC-BY-4.0 · How claims are checked · Report an error";
    let tree = view::list(&valid(&dataset), &Options::default());
    assert_eq!(outline(&tree).lines().last(), Some(line));
    assert!(tree.to_html().contains(
        r#"<a href="mailto:a@desk.example" rel="noopener noreferrer nofollow">Report an error</a>"#
    ));
    assert!(card(&dataset).ends_with(&line.replace("1 claim", "From T")), "{}", card(&dataset));
}
