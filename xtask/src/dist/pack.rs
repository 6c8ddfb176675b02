//! The pack that the widget carries inside itself.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::{paths, run};

/// Packs the dataset for bundling and says where.
pub fn write(dataset: &Path) -> Result<PathBuf> {
    let pack = path();
    if let Some(folder) = pack.parent() {
        fs::create_dir_all(folder).with_context(|| format!("cannot create {}", folder.display()))?;
    }
    run::read(
        run::command(paths::factcheck()).arg("pack").arg(dataset).arg("--out").arg(&pack).arg("--force"),
    )?;
    Ok(pack)
}

/// Forgets the pack of an earlier build, so that nobody takes it for this one's.
pub fn remove() -> Result<()> {
    match fs::remove_file(path()) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(error).context("cannot remove the old pack"),
        _ => Ok(()),
    }
}

/// The pack inside the last build, if it had one.
pub fn bundled() -> Option<PathBuf> {
    Some(path()).filter(|path| path.is_file())
}

fn path() -> PathBuf {
    paths::in_target("widget/bundle.pack")
}
