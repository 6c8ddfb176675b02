//! Files in and out: `-` is standard input, nothing is overwritten unasked, a file appears whole or not at all.

use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::prelude::v1::*;
use std::{format, fs};

use clap::Args;

/// Where the output goes.
#[derive(Args)]
pub(super) struct Output {
    /// Write to this file instead of standard output (`-`).
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// Overwrite the file if it is there.
    #[arg(long, requires = "out")]
    force: bool,
}

impl Output {
    pub(super) fn write(&self, bytes: &[u8]) -> Result<(), String> {
        match &self.out {
            Some(path) if path.to_str() != Some("-") => put(path, bytes, self.force),
            _ => print(bytes),
        }
    }
}

/// Writes to standard output, all of it or an error.
pub(super) fn print(bytes: &[u8]) -> Result<(), String> {
    let mut stdout = io::stdout().lock();
    match stdout.write_all(bytes).and_then(|()| stdout.flush()) {
        // Whoever reads the pipe has seen enough.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        done => done.map_err(|error| format!("cannot write to standard output: {error}")),
    }
}

/// Writes a file; over another one only by force.
pub(super) fn put(path: &Path, bytes: &[u8], force: bool) -> Result<(), String> {
    stream(path, force, |file| file.write_all(bytes))
}

/// Whether a file may be written: told before the work begins.
pub(super) fn may_write(path: &Path, force: bool) -> Result<(), String> {
    match path.exists() && !force {
        true => Err(format!("{}: is there already; use --force to overwrite it", path.display())),
        false => Ok(()),
    }
}

/// Writes beside the file and renames, so that nobody ever sees half of it.
pub(super) fn stream(
    path: &Path,
    force: bool,
    write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> Result<(), String> {
    may_write(path, force)?;
    let mut beside = path.as_os_str().to_owned();
    beside.push(format!(".{}.tmp", std::process::id()));
    let beside = PathBuf::from(beside);
    let written = fs::File::create(&beside).and_then(|mut file| {
        write(&mut file)?;
        file.flush()
    });
    written
        .and_then(|()| fs::rename(&beside, path))
        .inspect_err(|_| drop(fs::remove_file(&beside)))
        .map_err(|error| format!("{}: cannot be written: {error}", path.display()))
}

/// Makes a folder with all that lead to it.
pub(super) fn make_folder(path: &Path) -> Result<(), String> {
    fs::create_dir_all(path).map_err(|error| format!("{}: cannot be made: {error}", path.display()))
}

pub(super) fn read(path: &Path) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    let read = match path.to_str() {
        Some("-") => io::stdin().lock().read_to_end(&mut bytes).map(drop),
        _ => fs::read(path).map(|all| bytes = all),
    };
    read.map_err(|error| format!("{}: cannot be read: {error}", name(path)))?;
    Ok(bytes)
}

/// What messages call standard input.
pub(super) const STDIN: &str = "standard input";

/// The name of an input in messages.
pub(super) fn name(path: &Path) -> String {
    match path.to_str() {
        Some("-") => STDIN.into(),
        _ => path.display().to_string(),
    }
}

/// Calls back for every file below a folder; what begins with a dot or an underscore is not looked at.
pub(super) fn list(folder: &Path, found: &mut dyn FnMut(&Path)) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let is_hidden = path.file_name().is_none_or(|it| it.to_string_lossy().starts_with(['.', '_']));
        match () {
            () if is_hidden => {}
            () if path.is_dir() => list(&path, found)?,
            () => found(&path),
        }
    }
    Ok(())
}
