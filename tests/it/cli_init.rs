//! `factcheck init`: what it writes is a dataset that leaves nothing to say.

use std::fs;

use crate::cli::{directory, run_in};

/// Checks that what was written passes, and that nothing is written over.
fn check(test: &str, args: &[&str], asked: &str, written: &[&str]) {
    let dir = directory(test);
    let ran = run_in(&dir, args);
    assert_eq!(ran.code, 0, "{args:?}: {}", ran.err);
    let told: Vec<&str> = ran.err.lines().filter_map(|it| it.strip_prefix("wrote ")).collect();
    assert_eq!(told, written, "{args:?}");
    assert!(ran.err.ends_with(&format!("then `factcheck check {asked}`\n")), "{}", ran.err);
    let checked = run_in(&dir, &["check", asked, "--strict"]);
    assert_eq!((checked.code, checked.err), (0, format!("{asked}: 1 claim, nothing wrong\n")));
    for name in written {
        fs::write(dir.join(name), "precious").unwrap();
        let again = run_in(&dir, args).fails(1);
        assert!(again.contains(": is there already; use --force to overwrite it"), "{again}");
        for name in written {
            let path = dir.join(name);
            assert!(!path.exists() || fs::read(&path).unwrap() == b"precious" || written.len() > 1, "{name}");
        }
    }
    assert_eq!(fs::read(dir.join(written[0])).unwrap(), b"precious");
    let mut forced = args.to_vec();
    forced.push("--force");
    assert_eq!(run_in(&dir, &forced).code, 0);
    assert_eq!(run_in(&dir, &["check", asked]).code, 0, "written anew");
}

#[test]
fn a_file_in_each_format() {
    for name in
        ["claims.yaml", "claims.yml", "claims.json", "claims.toml", "Claims.YAML", "new/folder/claims.json"]
    {
        check(&format!("init_{}", name.replace('/', "_")), &["init", name], name, &[name]);
    }
}

#[test]
fn a_folder_in_each_format() {
    for format in ["yaml", "json", "toml"] {
        let written = [format!("mine/dataset.{format}"), format!("mine/claims/bridge.{format}")];
        let written: Vec<&str> = written.iter().map(String::as_str).collect();
        check(
            &format!("init_folder_{format}"),
            &["init", "--folder", "mine", "--format", format],
            "mine",
            &written,
        );
    }
}

/// If one of the files of a folder is there, none is written.
#[test]
fn a_folder_is_written_whole_or_not() {
    for name in ["dataset.yaml", "claims/bridge.yaml"] {
        let dir = directory("init_whole");
        fs::create_dir_all(dir.join("mine/claims")).unwrap();
        fs::write(dir.join("mine").join(name), "precious").unwrap();
        let told = run_in(&dir, &["init", "--folder", "mine"]).fails(1);
        assert_eq!(told, format!("mine/{name}: is there already; use --force to overwrite it\n"));
        let n_files = |folder: &str| {
            fs::read_dir(dir.join(folder)).unwrap().filter(|it| it.as_ref().unwrap().path().is_file()).count()
        };
        assert_eq!(n_files("mine") + n_files("mine/claims"), 1, "{name}");
    }
}

/// The three formats of a template are one dataset.
#[test]
fn the_formats_say_the_same() {
    let dir = directory("init_same");
    let pack = |args: &[&str], path: &str| {
        assert_eq!(run_in(&dir, args).code, 0);
        run_in(&dir, &["pack", path]).out
    };
    let yaml = pack(&["init", "a.yaml"], "a.yaml");
    assert_eq!(pack(&["init", "a.json"], "a.json"), yaml);
    assert_eq!(pack(&["init", "a.toml"], "a.toml"), yaml);
    assert_eq!(pack(&["init", "--folder", "f"], "f"), yaml);
    assert_eq!(pack(&["init", "--folder", "g", "--format", "toml"], "g"), yaml);
}
