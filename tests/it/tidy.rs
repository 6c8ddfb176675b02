//! House rules: what ARCHITECTURE.md says holds.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

const ROOT: &str = env!("CARGO_MANIFEST_DIR");
const ARCHITECTURE: &str = include_str!("../../src/ARCHITECTURE.md");

/// Every file below a folder with one of the endings.
fn files(folder: &str, endings: &[&str]) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![Path::new(ROOT).join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            if path.is_dir() && !["node_modules", "target"].contains(&name.as_str()) {
                folders.push(path);
            } else if endings.iter().any(|ending| name.ends_with(ending)) {
                found.push(path);
            }
        }
    }
    assert!(!found.is_empty(), "no files in {folder}");
    found.sort();
    found
}

fn shown(path: &Path) -> String {
    path.strip_prefix(ROOT).unwrap().to_string_lossy().replace('\\', "/")
}

/// A file's lines without comments and attributes' text, with their numbers.
fn code(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.lines()
        .enumerate()
        .map(|(i, line)| (i + 1, line.trim_start()))
        .filter(|(_, line)| !line.starts_with("//"))
}

/// The layer table: each module with what it may import.
fn layers() -> BTreeMap<&'static str, BTreeSet<&'static str>> {
    let rows = ARCHITECTURE.lines().skip_while(|it| *it != "| module | may import |").skip(2);
    let names = |cell: &'static str| cell.split('`').skip(1).step_by(2);
    let table: BTreeMap<_, _> = rows
        .take_while(|row| row.starts_with('|'))
        .map(|row| {
            let mut cells = row.split('|').skip(1);
            let module = names(cells.next().unwrap()).next().unwrap();
            (module, names(cells.next().unwrap()).collect())
        })
        .collect();
    assert!(table.len() > 10, "the layer table was not found");
    table
}

/// The module that a file of `src` belongs to.
fn module_of(path: &Path) -> String {
    let name = shown(path);
    let name = name.trim_start_matches("src/");
    name.split('/').next().unwrap().trim_end_matches(".rs").to_string()
}

#[test]
fn imports_keep_to_the_layer_table() {
    let layers = layers();
    let mut wrong = Vec::new();
    for path in files("src", &[".rs"]) {
        let module = module_of(&path);
        if ["lib", "main"].contains(&module.as_str()) {
            continue;
        }
        let allowed =
            layers.get(module.as_str()).unwrap_or_else(|| panic!("{module} is not in the layer table"));
        let text = fs::read_to_string(&path).unwrap();
        for (line, code) in code(&text) {
            for import in code.split("crate::").skip(1) {
                let end = import.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(import.len());
                let import = &import[..end];
                if import != module && !allowed.contains(import) {
                    wrong.push(format!("{}:{line}: imports {import}", shown(&path)));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn the_layer_table_has_no_cycle_and_no_ghost() {
    let layers = layers();
    let mut left: BTreeSet<&str> = layers.keys().copied().collect();
    for (module, imports) in &layers {
        let source = Path::new(ROOT).join("src").join(module);
        assert!(source.is_dir() || source.with_extension("rs").is_file(), "no module {module}");
        assert!(imports.iter().all(|it| left.contains(it)), "{module} imports an unknown module");
    }
    while !left.is_empty() {
        let free: Vec<&str> = left
            .iter()
            .copied()
            .filter(|it| layers[it].iter().all(|import| !left.contains(import)))
            .collect();
        assert!(!free.is_empty(), "a cycle among {left:?}");
        left.retain(|it| !free.contains(it));
    }
}

#[test]
fn words_stay_in_their_module() {
    // (what must not occur, where it may all the same)
    let rules: &[(&str, &[&str])] = &[
        ("std::", &["cli", "main", "lib"]),
        ("wasm_bindgen", &["browser"]),
        ("js_sys", &["browser"]),
        ("web_sys", &["browser"]),
        (
            "serde_json",
            &[
                "authoring",
                "cli",
                "claim_review",
                "export",
                "import",
                "structured_data",
                "record/json_schema.rs",
                "dataset/schema.rs",
            ],
        ),
        ("HashMap", &[]),
        ("HashSet", &[]),
        ("inner_html", &[]),
        ("innerHTML", &[]),
        (".unwrap()", &[]),
        ("todo!", &[]),
        ("unsafe", &[]),
    ];
    let mut wrong = Vec::new();
    for path in files("src", &[".rs", ".js"]) {
        let name = shown(&path);
        let name = name.trim_start_matches("src/").to_string();
        let text = fs::read_to_string(&path).unwrap();
        for (word, places) in rules {
            if places.iter().any(|it| name == *it || module_of(&path) == *it) {
                continue;
            }
            for (line, code) in code(&text) {
                if code.contains(word) {
                    wrong.push(format!("{name}:{line}: `{word}`"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn scripts_use_no_way_from_text_to_markup_or_code() {
    let sinks = [
        "innerHTML",
        "outerHTML",
        "insertAdjacentHTML",
        "setHTML",
        "document.write",
        "eval(",
        "new Function",
    ];
    for path in files("www", &[".js", ".html"]).into_iter().chain(files("src", &[".js"])) {
        let text = fs::read_to_string(&path).unwrap();
        for sink in sinks {
            assert!(!text.contains(sink), "{}: {sink}", shown(&path));
        }
    }
}

#[test]
fn files_are_short_and_say_what_they_are() {
    let rust = ["src", "tests", "xtask/src"].into_iter().flat_map(|it| files(it, &[".rs"]));
    for path in rust {
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.starts_with("//! "), "{}: begins with a `//!` sentence", shown(&path));
        let n_lines = text.lines().count();
        assert!(n_lines <= 300, "{}: {n_lines} lines", shown(&path));
    }
    for path in files("www", &[".js", ".css"]) {
        let n_lines = fs::read_to_string(&path).unwrap().lines().count();
        assert!(n_lines <= 300, "{}: {n_lines} lines", shown(&path));
    }
}

#[test]
fn the_tool_of_wasm_bindgen_can_only_be_of_one_version() {
    let manifest = fs::read_to_string(Path::new(ROOT).join("Cargo.toml")).unwrap();
    assert!(manifest.contains("wasm-bindgen = { version = \"=0.2."), "pinned, since the tool must match");
}
