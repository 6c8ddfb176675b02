//! What the files of a build weigh once compressed, against their budgets.

use std::fs;
use std::ops::{Add, Sub};
use std::path::Path;

use anyhow::{Context, Result};

use crate::dist::{self, BASE, CORE, EXTRAS, IDENTITY, LOADER, READER, SEARCH, TAKE, TOOLS};

/// Bytes before and after compression.
#[derive(Clone, Copy, Debug)]
struct Weight {
    raw: usize,
    brotli: usize,
}

impl Add for Weight {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self { raw: self.raw + other.raw, brotli: self.brotli + other.brotli }
    }
}

impl Sub for Weight {
    type Output = Self;

    /// Parts are compressed apart from the whole, so the difference may come out below nothing.
    fn sub(self, other: Self) -> Self {
        Self { raw: self.raw.saturating_sub(other.raw), brotli: self.brotli.saturating_sub(other.brotli) }
    }
}

/// One line of the table.
struct Row {
    what: &'static str,
    weight: Weight,
    budget: Option<usize>,
}

impl Row {
    fn verdict(&self) -> &'static str {
        match self.budget {
            Some(budget) if self.weight.brotli > budget => "OVER",
            Some(_) => "ok",
            None => "",
        }
    }
}

/// Prints the table and returns what is over its budget.
pub fn print(folder: &Path) -> Result<Vec<&'static str>> {
    let rows = measure(folder, dist::bundled_pack().as_deref())?;
    println!("{:<38} {:>9} {:>9} {:>9}", "bytes", "raw", "brotli", "budget");
    for row in &rows {
        let budget = row.budget.map(|it| it.to_string()).unwrap_or_default();
        let Weight { raw, brotli } = row.weight;
        println!("{:<38} {raw:>9} {brotli:>9} {budget:>9}  {}", row.what, row.verdict());
    }
    Ok(rows.iter().filter(|row| row.verdict() == "OVER").map(|row| row.what).collect())
}

fn measure(folder: &Path, pack: Option<&Path>) -> Result<Vec<Row>> {
    let file = |name: &str| weigh(&folder.join(name));
    let loader = file(LOADER)?;
    let core = file(&format!("{CORE}.wasm"))? + file(&format!("{CORE}.js"))?;
    let reader = file(&format!("{READER}.wasm"))? + file(&format!("{READER}.js"))?;
    let identity = file(&format!("{IDENTITY}.wasm"))? + file(&format!("{IDENTITY}.js"))?;
    let search = file(&format!("{SEARCH}.wasm"))? + file(&format!("{SEARCH}.js"))? + file(TOOLS)?;
    let extras = file(&format!("{EXTRAS}.wasm"))? + file(&format!("{EXTRAS}.js"))? + file(TAKE)?;
    let base = file(BASE)?;
    let pack = pack.map_or(Ok(Weight { raw: 0, brotli: 0 }), weigh)?;
    let row = |what, weight, budget| Row { what, weight, budget };
    Ok(vec![
        row("loader and element", loader, Some(4 * 1024)),
        row("core, less the bundled pack", core - pack, Some(20 * 1024)),
        row("bundled pack", pack, None),
        row("reader", reader, Some(45 * 1024)),
        row("identity", identity, Some(13 * 1024)),
        row("search, with its script", search, Some(38 * 1024)),
        row("extras, with their script", extras, Some(32 * 1024)),
        row("style sheet and English texts", base, Some(5 * 1024)),
        row("everything a bundled page loads", loader + core + base, Some(45 * 1024)),
    ])
}

/// Compresses as a careful server does: brotli at its best, with the largest window browsers take.
fn weigh(file: &Path) -> Result<Weight> {
    let bytes = fs::read(file)
        .with_context(|| format!("cannot read {}: `cargo xtask build` makes it", file.display()))?;
    let params = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut &bytes[..], &mut compressed, &params)
        .with_context(|| format!("cannot compress {}", file.display()))?;
    Ok(Weight { raw: bytes.len(), brotli: compressed.len() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(brotli: usize, budget: Option<usize>, expected: &str) {
        let row = Row { what: "it", weight: Weight { raw: 0, brotli }, budget };
        assert_eq!(row.verdict(), expected);
    }

    #[test]
    fn a_budget_may_be_used_up_but_not_exceeded() {
        check(4096, Some(4096), "ok");
        check(4097, Some(4096), "OVER");
        check(9999, None, "");
    }

    #[test]
    fn a_missing_build_is_named_with_its_cure() {
        let error = weigh(Path::new("nowhere/fact-check.js")).unwrap_err();
        assert_eq!(error.to_string(), "cannot read nowhere/fact-check.js: `cargo xtask build` makes it");
    }
}
