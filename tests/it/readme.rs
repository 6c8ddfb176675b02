//! The README: every snippet is run, every name in its tables is the real one.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;

use factcheck::dataset;
use factcheck::html::{StepKind, Tree};
use factcheck::view::{self, Options};

use crate::cli::{directory, file};
use crate::support::bundled;

const README: &str = include_str!("../../README.md");
const ELEMENT: &str = include_str!("../../www/fact-check-element.js");
/// Its attributes.
const ATTRIBUTES: &str = include_str!("../../www/attributes.js");
const STYLE: &str = include_str!("../../www/widget.css");

/// The text of all fenced blocks in a language.
fn blocks(language: &str) -> Vec<String> {
    let fence = format!("```{language}\n");
    let blocks: Vec<String> =
        README.split(&fence).skip(1).map(|rest| rest.split("```").next().unwrap().to_string()).collect();
    assert!(!blocks.is_empty(), "no {language} block");
    blocks
}

/// The words in backticks in a column of the table that begins with a heading.
fn column(heading: &str, column: usize) -> BTreeSet<String> {
    let rows = README.lines().skip_while(|it| !it.starts_with(heading)).skip(2);
    let cells = rows.take_while(|it| it.starts_with('|')).filter_map(|row| row.split('|').nth(column + 1));
    cells.filter_map(|cell| cell.split('`').nth(1).map(String::from)).collect()
}

fn dataset_block() -> String {
    blocks("json").remove(0)
}

#[test]
fn the_smallest_dataset_is_one() {
    let dataset = dataset::parse(&dataset_block()).unwrap();
    assert_eq!(dataset.claims.len(), 1);
    let schema = dataset::schema();
    let value = serde_json::from_str(&dataset_block()).unwrap();
    assert!(jsonschema::is_valid(&schema, &value));
}

#[test]
fn the_error_shown_is_the_error_given() {
    let broken = dataset_block().replace("\"contradicts\"", "\"contradict\"");
    let dir = directory("readme_error");
    file(&dir, "claims.json", broken);
    let checked = Command::new(env!("CARGO_BIN_EXE_factcheck"))
        .args(["check", "claims.json"])
        .current_dir(dir)
        .output()
        .unwrap();
    let told = String::from_utf8(checked.stderr).unwrap();
    assert_eq!(told, format!("{}\nclaims.json: 1 error\n", blocks("text")[0]));
}

#[test]
fn the_commands_run() {
    let folder = std::env::temp_dir().join(format!("fact-check-readme-{}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("claims.json"), dataset_block()).unwrap();
    let mut n_run = 0;
    let lines = blocks("sh").concat()
        + "factcheck check claims.json\nfactcheck schema\nfactcheck pack claims.json --out claims.pack\n";
    for line in lines.lines() {
        let words: Vec<&str> = line.split_whitespace().collect();
        match words[..] {
            ["cargo", "xtask", verb] => assert!(xtask_has(verb), "{line}"),
            ["factcheck", ..] => {
                let status = Command::new(env!("CARGO_BIN_EXE_factcheck"))
                    .args(&words[1..])
                    .current_dir(&folder)
                    .output()
                    .unwrap();
                assert!(status.status.success(), "{line}: {}", String::from_utf8_lossy(&status.stderr));
                n_run += 1;
            }
            _ => panic!("not a command of ours: {line}"),
        }
    }
    fs::remove_dir_all(&folder).unwrap();
    assert_eq!(n_run, 5);
}

/// Whether `cargo xtask` has a command of this name. The commands themselves are what runs this test.
fn xtask_has(verb: &str) -> bool {
    let main = Path::new(env!("CARGO_MANIFEST_DIR")).join("xtask/src/main.rs");
    let variant = verb[..1].to_uppercase() + &verb[1..] + " {";
    fs::read_to_string(main).unwrap().contains(&variant)
}

#[test]
fn the_html_uses_attributes_that_exist() {
    let known = column("| attribute |", 0);
    for block in blocks("html") {
        let tags =
            block.split('<').filter(|it| it.starts_with("fact-check ") || it.starts_with("blockquote "));
        for attribute in tags.flat_map(|tag| tag.split('>').next().unwrap().split_whitespace().skip(1)) {
            let name = attribute.split('=').next().unwrap();
            let name = name.strip_prefix("data-").unwrap_or(name);
            assert!(name == "class" || known.contains(name), "{name}");
        }
        assert!(block.contains("<script type=\"module\" src=\"fact-check.js\"></script>"));
    }
}

#[test]
fn the_attribute_table_is_the_element_s() {
    let choices = ATTRIBUTES.split("const CHOICES = {").nth(1).unwrap().split("};").next().unwrap();
    let choice_names =
        choices.lines().filter_map(|it| it.trim().split_once(':')).map(|it| it.0.trim_matches('"'));
    let first = ATTRIBUTES.split("const ATTRIBUTES = [").nth(1).unwrap().split("...").next().unwrap();
    let others = first.split('"').skip(1).step_by(2);
    let real: BTreeSet<String> = choice_names.chain(others).map(String::from).collect();
    assert_eq!(column("| attribute |", 0), real);
}

#[test]
fn the_event_table_is_the_element_s() {
    let real: BTreeSet<String> = ELEMENT
        .split("this.#emit(\"")
        .skip(1)
        .map(|it| format!("fact-check-{}", it.split('"').next().unwrap()))
        .collect();
    assert_eq!(column("| event |", 0), real);
}

/// The words in backticks of the sentence that begins with some words.
fn listed(begin: &str) -> BTreeSet<String> {
    let sentence = README.split(begin).nth(1).unwrap().split(".\n").next().unwrap();
    sentence.split('`').skip(1).step_by(2).map(String::from).collect()
}

#[test]
fn the_custom_properties_are_the_style_sheet_s() {
    let real: BTreeSet<String> = STYLE
        .split("var(--fc-")
        .skip(1)
        .map(|it| format!("--fc-{}", it.split([',', ')']).next().unwrap()))
        .collect();
    let rows = README.lines().filter_map(|it| it.strip_prefix("| `--fc-"));
    let documented = rows.map(|it| format!("--fc-{}", it.split('`').next().unwrap())).collect();
    assert_eq!(real, documented);
}

#[test]
fn the_parts_are_the_view_s() {
    let every_field = dataset::pack::read(include_bytes!("../data/every-field.pack")).unwrap();
    let mut real = BTreeSet::new();
    for dataset in [bundled(), every_field] {
        collect_parts(&view::list(&dataset, &Options { tools: true, ..Options::default() }), &mut real);
    }
    assert_eq!(listed("Parts for `::part()`:"), real);
}

fn collect_parts(tree: &Tree, parts: &mut BTreeSet<String>) {
    let mut rest = tree.step_text();
    let mut name = "";
    for step in tree.steps() {
        let (text, after) = rest.split_at(step.len as usize);
        rest = after;
        match step.kind {
            StepKind::Name => name = text,
            StepKind::Value if name == "part" => _ = parts.insert(text.to_string()),
            _ => {}
        }
    }
}

#[test]
fn the_version_has_its_changes() {
    assert!(README.contains(&format!("### {}\n", env!("CARGO_PKG_VERSION"))));
}
