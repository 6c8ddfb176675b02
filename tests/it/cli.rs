//! The `factcheck` command: files in and out, exit codes, messages.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::{fs, thread};

use factcheck::dataset::{BUNDLED, schema, to_pack};
use serde_json::{Value, json};

use crate::support::{small, with_claim};

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

/// The command with these arguments.
pub fn command(args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_factcheck"));
    command.args(args);
    command
}

/// Runs the command with this on standard input.
pub fn run_with(args: &[&str], input: &[u8]) -> Ran {
    feed(&mut command(args), input)
}

/// Runs the command in a directory.
pub fn run_in(directory: &Path, args: &[&str]) -> Ran {
    feed(command(args).current_dir(directory), b"")
}

pub fn feed(command: &mut Command, input: &[u8]) -> Ran {
    let mut child =
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
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

/// What is told of it, for a name of the file.
fn bad_lines(name: &str) -> String {
    format!(
        "error: claims[0].wieght: unknown field `wieght`
 --> {name}:2:1
  |
2 | \"wieght\": 1,
  | ^^^^^^^^^^^
  |
  = help: did you mean `weight`?

error: claims[0].topics[0]: is a number
 --> {name}:3:13
  |
3 | \"topics\": [ 5 ] }}] }}
  |             ^
  |
  = help: expected a string in quotes

{name}: 2 errors
"
    )
}

/// A dataset of one claim that leaves nothing to say.
pub fn faultless() -> Value {
    let mut dataset = small();
    dataset["claims"][0]["statement"] = json!({ "text": "It is closed.", "speaker": "p", "said_in": ["s"] });
    dataset["claims"][0]["counter_statements"] =
        json!([{ "relation": "qualifies", "text": "To lorries only.", "sources": ["s"] }]);
    dataset
}

#[test]
fn check_says_that_nothing_is_wrong() {
    let dir = directory("check_good");
    let json = file(&dir, "good.json", faultless().to_string());
    let pack = file(&dir, "good.pack", run(&["pack"]).out);
    let ran = run(&["check", &json]);
    assert_eq!((ran.code, ran.err), (0, format!("{json}: 1 claim, nothing wrong\n")));
    for (name, ran) in [
        (pack.as_str(), run(&["check", &pack])),
        ("standard input", run_with(&["check", "-"], BUNDLED.as_bytes())),
    ] {
        assert_eq!(ran.code, 0, "{}", ran.err);
        let last = ran.err.lines().last().unwrap();
        assert!(last.starts_with(&format!("{name}: ")), "{last}");
    }
}

#[test]
fn errors_name_file_line_and_column() {
    let dir = directory("errors");
    let json = file(&dir, "bad.json", bad());
    for command in ["check", "render", "pack"] {
        assert_eq!(run(&[command, &json]).fails(1), bad_lines(&json));
        assert_eq!(run_with(&[command, "-"], bad().as_bytes()).fails(1), bad_lines("standard input"));
    }
    for (name, bytes, expected) in [
        ("empty.json", &b""[..], "is empty; a dataset is an object with `id`, `title`, `language`, `claims`"),
        ("utf16.json", b"\xFF\xFE{\0", "is UTF-16; save it as UTF-8"),
        ("latin1.json", b"{\n\"\xE9", "2:2: is not UTF-8; save it as UTF-8"),
        (
            "page.json",
            b"<html>",
            "is HTML, not a dataset; the address may answer with a page instead of the file",
        ),
    ] {
        let path = file(&dir, name, bytes);
        let (place, message) = match expected.split_once(": ") {
            Some((place, message)) => (format!("{place}:"), message),
            None => (String::new(), expected),
        };
        let (message, help) = message.split_once("; ").unwrap();
        let expected = format!("error: {path}:{place} {message}\n |\n = help: {help}\n\n{path}: 1 error\n");
        assert_eq!(run(&["check", &path]).fails(1), expected);
    }
    for (name, bytes, expected) in [
        ("damaged.pack", &b"factpack\x02"[..], "is a damaged pack; copy or fetch it again"),
        (
            "other.pack",
            b"factpack\x07",
            "is a pack of another version; write it again with the factcheck of this widget",
        ),
    ] {
        let path = file(&dir, name, bytes);
        assert_eq!(run(&["check", &path]).fails(1), format!("{path}: {expected}\n"));
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
    assert!(error.contains(": has no dataset.json, dataset.yaml or dataset.toml; "), "{error}");
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
    assert!(run(&["--help"]).text().contains("factcheck check claims.yaml"));
    assert_eq!(run(&["--version"]).text(), concat!("factcheck ", env!("CARGO_PKG_VERSION"), "\n"));
}

#[test]
fn pack_writes_the_same_bytes_as_the_library() {
    let dir = directory("pack");
    let expected = run(&["pack"]).out;
    let (n_hashes, body) = (u32::from_le_bytes(expected[17..21].try_into().unwrap()), &expected[21..]);
    assert_eq!(body[n_hashes as usize..], to_pack(BUNDLED.as_bytes()).unwrap()[21..], "the bundled dataset");
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
    assert_eq!(fs::read(&out).unwrap(), run(&["pack"]).out);
    assert_eq!(fs::read_dir(&dir).unwrap().count(), 1, "nothing is left beside it");
}

#[test]
fn schema_is_the_library_s() {
    let written: Value = serde_json::from_str(&run(&["schema"]).text()).unwrap();
    assert_eq!(written, schema());
}
