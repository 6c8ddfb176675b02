//! The folder in which a build grows, beside the one it replaces when it is complete.

use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};

use super::LOADER;
use crate::paths;

/// Keeps other builds waiting until it is dropped.
pub fn lock() -> Result<File> {
    let path = paths::in_target("widget/build.lock");
    let open = || {
        fs::create_dir_all(paths::in_target("widget"))?;
        File::create(&path)
    };
    let file = open().with_context(|| format!("cannot create {}", path.display()))?;
    if let Err(TryLockError::WouldBlock) = file.try_lock() {
        eprintln!("waiting for another build to finish");
        file.lock().with_context(|| format!("cannot lock {}", path.display()))?;
    }
    Ok(file)
}

/// A folder that takes the place of another, or disappears.
pub struct Stage {
    folder: PathBuf,
    out: PathBuf,
}

impl Stage {
    /// An empty folder. It is a sibling, since only within one file system are folders renamed.
    pub fn new(out: &Path) -> Result<Self> {
        ensure_ours(out)?;
        let stage = Self { folder: sibling(out, "new"), out: out.to_path_buf() };
        // An interrupted build may have left its own.
        remove(&stage.folder)?;
        fs::create_dir_all(&stage.folder)
            .with_context(|| format!("cannot create {}", stage.folder.display()))?;
        Ok(stage)
    }

    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Replaces the last build.
    pub fn publish(self) -> Result<()> {
        let old = sibling(&self.out, "old");
        remove(&old)?;
        if self.out.exists() {
            fs::rename(&self.out, &old)
                .with_context(|| format!("cannot move {} aside", self.out.display()))?;
        }
        fs::rename(&self.folder, &self.out)
            .with_context(|| format!("cannot move the finished build to {}", self.out.display()))?;
        remove(&old)
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        let _ = remove(&self.folder);
    }
}

/// Refuses to replace a folder that no build of ours made: it may be somebody's work.
fn ensure_ours(out: &Path) -> Result<()> {
    let is_empty = fs::read_dir(out).map_or(!out.exists(), |mut entries| entries.next().is_none());
    ensure!(
        is_empty || out.join(LOADER).is_file(),
        "{} is not empty and holds no {LOADER}, so it is not an earlier build; name another folder with --out",
        out.display()
    );
    Ok(())
}

fn sibling(out: &Path, suffix: &str) -> PathBuf {
    let name = out.file_name().unwrap_or_default().to_string_lossy();
    out.with_file_name(format!(".{name}.{suffix}"))
}

fn remove(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder).with_context(|| format!("cannot remove {}", folder.display()))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// An empty folder of the test's own.
    fn scratch(name: &str) -> PathBuf {
        let folder = std::env::temp_dir().join(format!("xtask-stage-{name}-{}", std::process::id()));
        remove(&folder).unwrap();
        fs::create_dir_all(&folder).unwrap();
        folder
    }

    #[test]
    fn a_finished_build_replaces_the_last_one() {
        let scratch = scratch("publish");
        let out = scratch.join("dist");
        for n in ["1", "2"] {
            let stage = Stage::new(&out).unwrap();
            fs::write(stage.folder().join(LOADER), n).unwrap();
            stage.publish().unwrap();
            assert_eq!(fs::read_to_string(out.join(LOADER)).unwrap(), n);
        }
        assert_eq!(fs::read_dir(&scratch).unwrap().count(), 1, "nothing is left beside it");
        remove(&scratch).unwrap();
    }

    #[test]
    fn an_abandoned_build_leaves_the_last_one() {
        let scratch = scratch("abandon");
        let out = scratch.join("dist");
        fs::create_dir(&out).unwrap();
        fs::write(out.join(LOADER), "good").unwrap();
        drop(Stage::new(&out).unwrap());
        assert_eq!(fs::read_to_string(out.join(LOADER)).unwrap(), "good");
        assert_eq!(fs::read_dir(&scratch).unwrap().count(), 1);
        remove(&scratch).unwrap();
    }

    #[test]
    fn a_strangers_folder_is_refused() {
        let scratch = scratch("stranger");
        fs::write(scratch.join("thesis.tex"), "").unwrap();
        assert!(Stage::new(&scratch).is_err());
        remove(&scratch).unwrap();
    }
}
