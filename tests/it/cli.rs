//! The `factcheck` command: files in and out, exit codes, messages.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::{fs, thread};

use factcheck::dataset::{BUNDLED, schema, to_pack};

use crate::support::{bundled, every_field, small, with_claim};

/// What a run of the command gave.
pub struct Ran {
    pub code: i32,
    pub out: Vec<u8>,
    pub err: String,
}

impl Ran {
    #[track_caller]
    pub fn text(self) -> String {
        assert_eq!((self.code, self.err.as_str()), (0, ""));
        String::from_utf8(self.out).unwrap()
    }

    #[track_caller]
    pub fn fails(self, code: i32) -> String {
        assert_eq!(self.code, code, "{}", self.err);
        assert!(self.out.is_empty(), "nothing on standard output");
        self.err
    }
}

/// Runs the command with this on standard input.
pub fn run_with(args: &[&str], input: &[u8]) -> Ran {
    let mut child = Command::new(env!("CARGO_BIN_EXE_factcheck"))
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let (mut stdin, input) = (child.stdin.take().unwrap(), input.to_vec());
    // In its own thread, since both pipes may fill. A command that reads no input closes the pipe.
    let writing = thread::spawn(move || drop(stdin.write_all(&input)));
    let output = child.wait_with_output().unwrap();
    writing.join().unwrap();
    let err = String::from_utf8(output.stderr).unwrap();
    Ran { code: output.status.code().unwrap(), out: output.stdout, err }
}

pub fn run(args: &[&str]) -> Ran {
    run_with(args, b"")
}

/// An empty directory for one test.
pub fn directory(test: &str) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(test);
    let _ = fs::remove_dir_all(&path);
    fs::create_dir_all(&path).unwrap();
    path
}

/// Writes a file into the directory and gives its path.
pub fn file(directory: &Path, name: &str, bytes: impl AsRef<[u8]>) -> String {
    let path = directory.join(name);
    fs::write(&path, bytes).unwrap();
    path.to_str().unwrap().to_owned()
}

fn bad() -> String {
    with_claim("\n\"wieght\": 1,\n\"topics\": [ 5 ]")
}

const BAD_LINES: [&str; 2] = [
    "2:1: claims[0].wieght: unknown field `wieght`; did you mean `weight`?",
    "3:13: claims[0].topics[0]: is a number; expected a string",
];

#[test]
fn check_says_that_nothing_is_wrong() {
    let dir = directory("check_good");
    let json = file(&dir, "good.json", every_field(&mut || "T".into(), &mut |_| 0).to_string());
    let pack = file(&dir, "good.pack", to_pack(BUNDLED.as_bytes()).unwrap());
    assert_eq!(run(&["check", &json]).fails(0), format!("{json}: 2 claims, nothing wrong\n"));
    let n_claims = bundled().claims.len();
    assert_eq!(run(&["check", &pack]).fails(0), format!("{pack}: {n_claims} claims, nothing wrong\n"));
    let piped = run_with(&["check", "-"], BUNDLED.as_bytes());
    assert_eq!(piped.fails(0), format!("standard input: {n_claims} claims, nothing wrong\n"));
}

#[test]
fn one_claim_is_not_claims() {
    let message = run_with(&["check", "-"], small().to_string().as_bytes()).fails(0);
    assert_eq!(message, "standard input: 1 claim, nothing wrong\n");
}

#[test]
fn errors_name_file_line_and_column() {
    let dir = directory("errors");
    let json = file(&dir, "bad.json", bad());
    let expected: String = BAD_LINES.iter().map(|it| format!("{json}:{it}\n")).collect();
    let piped: String = BAD_LINES.iter().map(|it| format!("standard input:{it}\n")).collect();
    for command in ["check", "render", "pack"] {
        assert_eq!(run(&[command, &json]).fails(1), expected);
        assert_eq!(run_with(&[command, "-"], bad().as_bytes()).fails(1), piped);
    }
    for (name, bytes, expected) in [
        (
            "empty.json",
            &b""[..],
            ": is empty; a dataset is a JSON object with `id`, `title`, `language`, `claims`",
        ),
        ("utf16.json", b"\xFF\xFE{\0", ": is UTF-16; save it as UTF-8"),
        ("latin1.json", b"{\n\"\xE9", ":2:2: is not UTF-8; save it as UTF-8"),
        (
            "page.json",
            b"<html>",
            ": is HTML, not JSON; the address may answer with a page instead of the file",
        ),
        ("damaged.pack", b"factpack\x01", ": is a damaged pack; copy or fetch it again"),
        (
            "other.pack",
            b"factpack\x07",
            ": is a pack of another version; write it again with the factcheck of this widget",
        ),
    ] {
        let path = file(&dir, name, bytes);
        assert_eq!(run(&["check", &path]).fails(1), format!("{path}{expected}\n"));
    }
}

#[test]
fn files_that_are_not_there() {
    let dir = directory("not_there");
    let missing = dir.join("missing.json");
    let missing = missing.to_str().unwrap();
    for command in ["check", "render", "pack"] {
        assert!(run(&[command, missing]).fails(1).starts_with(&format!("{missing}: cannot be read: ")));
    }
    let error = run(&["check", dir.to_str().unwrap()]).fails(1);
    assert!(error.contains(": cannot be read: "), "{error}");
    let nowhere = dir.join("no/where.pack");
    let error = run(&["pack", "--out", nowhere.to_str().unwrap()]).fails(1);
    assert!(error.contains("where.pack: cannot be written: "), "{error}");
}

#[test]
fn wrong_use_is_told_and_exits_with_two() {
    for (args, expected) in [
        (&["chek"][..], "unrecognized subcommand"),
        (&["check"], "<DATASET>"),
        (&["render", "--heading-level", "0"], "1..=6"),
        (&["render", "--heading-level", "7"], "1..=6"),
        (&["render", "--lang", "en_US"], "`en_US` is not a language tag"),
        (&["render", "--script", "x.js"], "--page"),
        (&["pack", "--force"], "--out"),
        (&["render", "--no-such"], "--no-such"),
        (&[], "Usage"),
    ] {
        let ran = run(args);
        assert_eq!(ran.code, 2, "{args:?}");
        assert!(ran.err.contains(expected), "{args:?}: {}", ran.err);
    }
    assert!(run(&["--help"]).text().contains("factcheck check claims.json"));
    assert_eq!(run(&["--version"]).text(), concat!("factcheck ", env!("CARGO_PKG_VERSION"), "\n"));
}

#[test]
fn pack_writes_the_same_bytes_as_the_library() {
    let dir = directory("pack");
    let expected = to_pack(BUNDLED.as_bytes()).unwrap();
    assert_eq!(run(&["pack"]).out, expected, "the bundled dataset");
    assert_eq!(run_with(&["pack", "-"], BUNDLED.as_bytes()).out, expected);
    assert_eq!(run_with(&["pack", "-"], &expected).out, expected, "a pack of a pack");
    let json = file(&dir, "claims.json", BUNDLED);
    let out = dir.join("claims.pack");
    let ran = run(&["pack", &json, "--out", out.to_str().unwrap()]);
    assert_eq!((ran.code, ran.out.len(), ran.err.as_str()), (0, 0, ""));
    assert_eq!(fs::read(&out).unwrap(), expected);
}

#[test]
fn nothing_is_overwritten_unasked() {
    let dir = directory("overwrite");
    let out = file(&dir, "kept", "precious");
    for command in ["pack", "render", "schema"] {
        let error = run(&[command, "--out", &out]).fails(1);
        assert_eq!(error, format!("{out}: is there already; use --force to overwrite it\n"));
        assert_eq!(fs::read(&out).unwrap(), b"precious");
    }
    // An error leaves the file as it was, even by force.
    assert_eq!(run_with(&["pack", "-", "--out", &out, "--force"], b"{}").code, 1);
    assert_eq!(fs::read(&out).unwrap(), b"precious");
    assert_eq!(run(&["pack", "--out", &out, "--force"]).text(), "");
    assert_eq!(fs::read(&out).unwrap(), to_pack(BUNDLED.as_bytes()).unwrap());
    assert_eq!(fs::read_dir(&dir).unwrap().count(), 1, "nothing is left beside it");
}

#[test]
fn schema_is_the_library_s() {
    let written: serde_json::Value = serde_json::from_str(&run(&["schema"]).text()).unwrap();
    assert_eq!(written, schema());
}

#[test]
fn a_closed_pipe_is_no_error() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_factcheck"))
        .args(["render", "--page"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), output.stderr), (Some(0), vec![]));
}
