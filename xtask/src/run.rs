//! Running other programs: loudly, quietly, or heard by us as well as by the person.

use std::io::{BufRead, BufReader, Read};
use std::process::{Command, ExitStatus, Stdio};
use std::sync::Mutex;
use std::thread;

use anyhow::{Context, Result, bail};

use crate::paths;
use crate::progress::Progress;

/// A command that runs in the workspace root.
pub fn command(program: impl AsRef<std::ffi::OsStr>) -> Command {
    let mut command = Command::new(program);
    command.current_dir(paths::root()).stdin(Stdio::null());
    command
}

/// `cargo` with these arguments.
pub fn cargo(arguments: &[&str]) -> Command {
    let mut cargo = command("cargo");
    cargo.args(arguments);
    cargo
}

/// Runs it with its output in plain view.
pub fn loud(command: &mut Command) -> Result<()> {
    let status = command.status().with_context(|| cannot_start(command))?;
    verify(command, status)
}

/// Runs it with only its latest line shown; a failure shows everything it said.
pub fn quiet(command: &mut Command, name: &str, progress: &Progress) -> Result<()> {
    let (status, log) = listen(command, |line| progress.status(&format!("  {name} … {}", line.trim())))?;
    if !status.success() {
        progress.status("");
        eprint!("{log}");
    }
    verify(command, status)
}

/// Runs it in plain view and returns what it said, whether or not it succeeded.
pub fn tee(command: &mut Command) -> Result<(ExitStatus, String)> {
    listen(command, |line| print!("{line}"))
}

/// Runs it and returns its standard output; a failure shows its standard error as it is.
pub fn read(command: &mut Command) -> Result<String> {
    let output = command.output().with_context(|| cannot_start(command))?;
    if !output.status.success() {
        eprint!("{}", String::from_utf8_lossy(&output.stderr));
    }
    verify(command, output.status)?;
    String::from_utf8(output.stdout).with_context(|| format!("`{}` did not print UTF-8", spell(command)))
}

/// Whether it runs and succeeds; what it says is nobody's business.
pub fn succeeds(command: &mut Command) -> bool {
    command.stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok_and(|status| status.success())
}

/// The command as one would type it.
pub fn spell(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words
        .map(|word| {
            let word = paths::shown(word.as_ref());
            if word.is_empty() || word.contains([' ', '"', '*', '$']) { format!("'{word}'") } else { word }
        })
        .collect::<Vec<_>>()
        .join(" ")
}

/// Turns an unsuccessful end into an error that names the command.
pub fn verify(command: &Command, status: ExitStatus) -> Result<()> {
    if !status.success() {
        bail!("`{}` failed ({status})", spell(command));
    }
    Ok(())
}

/// Runs it, hands each line of either stream to `hear` and returns all of them.
fn listen(command: &mut Command, hear: impl Fn(&str) + Sync) -> Result<(ExitStatus, String)> {
    let mut child = command
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .with_context(|| cannot_start(command))?;
    let log = Mutex::new(String::new());
    let streams: [Option<Box<dyn Read + Send>>; 2] = [
        child.stdout.take().map(|stream| Box::new(stream) as _),
        child.stderr.take().map(|stream| Box::new(stream) as _),
    ];
    thread::scope(|scope| {
        for stream in streams.into_iter().flatten() {
            scope.spawn(|| {
                each_line(stream, |line| {
                    log.lock().expect("no listener panics").push_str(line);
                    hear(line);
                });
            });
        }
    });
    let status = child.wait().with_context(|| format!("lost sight of `{}`", spell(command)))?;
    Ok((status, log.into_inner().expect("no listener panics")))
}

/// Lines with their ends; bytes that are not UTF-8 are shown as such.
fn each_line(stream: impl Read, mut hear: impl FnMut(&str)) {
    let mut stream = BufReader::new(stream);
    let mut line = Vec::new();
    while stream.read_until(b'\n', &mut line).is_ok_and(|n| n > 0) {
        hear(&String::from_utf8_lossy(&line));
        line.clear();
    }
}

fn cannot_start(command: &Command) -> String {
    format!("cannot start `{}`: is {} installed?", spell(command), command.get_program().display())
}
