//! wasm-opt, which is not run again on what it has optimized already.
//!
//! It takes seconds, and most rebuilds while one works change only a page or the style sheet.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::progress::Progress;
use crate::{paths, run, tools};

/// No feature flags: the module says itself which features it uses. Control flow that is flattened and looped anew
/// before, and functions in the order of their use after, make the core 220 bytes smaller, compressed.
const FLAGS: [&str; 8] = [
    "--flatten",
    "--rereloop",
    "-Oz",
    "-Oz",
    "--reorder-functions",
    "--converge",
    "--strip-debug",
    "--strip-producers",
];

/// Writes the optimized module; `memory` is a folder of its own to remember the last result in.
pub fn optimize(module: &Path, out: &Path, memory: &Path, name: &str, progress: &Progress) -> Result<()> {
    let [seen, result] = ["seen", "result.wasm"].map(|file| memory.join(file));
    let seen_now = fingerprint(module)?;
    if !(fs::read(&seen).is_ok_and(|it| it == seen_now) && result.is_file()) {
        fs::create_dir_all(memory).with_context(|| format!("cannot create {}", memory.display()))?;
        let mut wasm_opt = run::command(tools::npm_program("wasm-opt"));
        // What was seen is forgotten first and noted last, so that an interruption leaves no half truth.
        let _ = fs::remove_file(&seen);
        run::quiet(wasm_opt.args(FLAGS).arg(module).arg("-o").arg(&result), name, progress)?;
        fs::write(&seen, seen_now).with_context(|| format!("cannot write {}", seen.display()))?;
    }
    fs::copy(&result, out).with_context(|| format!("cannot write {}", out.display()))?;
    Ok(())
}

/// All that the result depends on: the module, the flags and the version of wasm-opt.
fn fingerprint(module: &Path) -> Result<Vec<u8>> {
    let read = |path: &Path| fs::read(path).with_context(|| format!("cannot read {}", path.display()));
    let lock = read(&paths::in_root("xtask/package-lock.json"))?;
    Ok([read(module)?, lock, FLAGS.join(" ").into_bytes()].concat())
}
