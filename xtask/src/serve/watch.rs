//! Noticing that a source was saved.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, Sender};
use std::time::Duration;

use anyhow::{Context, Result};
use notify::event::{EventKind, ModifyKind};
use notify::{Event, RecommendedWatcher, RecursiveMode, Watcher};

use crate::paths;

/// Editors save in several strokes; a build starts this long after the last one.
const QUIET: Duration = Duration::from_millis(200);

/// The changes to `src`, `www` and a dataset, as they come.
pub struct Watch {
    changes: Receiver<Option<PathBuf>>,
    sender: Sender<Option<PathBuf>>,
    /// Watching ends when this is dropped.
    _watcher: RecommendedWatcher,
}

/// Starts to watch.
pub fn watch(dataset: &Path) -> Result<Watch> {
    let (sender, changes) = mpsc::channel();
    let folders = ["src", "www"].map(paths::in_root);
    let is_ours = {
        let (folders, dataset) = (folders.clone(), dataset.to_path_buf());
        move |path: &Path| *path == dataset || folders.iter().any(|folder| path.starts_with(folder))
    };
    let report = sender.clone();
    let mut watcher = notify::recommended_watcher(move |event: notify::Result<Event>| {
        let Ok(event) = event else { return };
        if is_change(event.kind)
            && let Some(path) = event.paths.into_iter().find(|path| is_ours(path))
        {
            let _ = report.send(Some(path));
        }
    })
    .context("cannot watch files on this system; --no-watch serves without")?;

    let mut add = |path: &Path, mode| {
        watcher.watch(path, mode).with_context(|| format!("cannot watch {}", paths::shown(path)))
    };
    for folder in &folders {
        add(folder, RecursiveMode::Recursive)?;
    }
    // The folder and not the file: many editors replace a file rather than write to it.
    if let Some(folder) = dataset.parent()
        && !folders.iter().any(|it| folder.starts_with(it))
    {
        add(folder, RecursiveMode::NonRecursive)?;
    }
    Ok(Watch { changes, sender, _watcher: watcher })
}

impl Watch {
    /// Calls `act` after each burst of changes with the first file of it, until stopped.
    pub fn for_each(self, act: impl Fn(&str)) {
        while let Ok(Some(path)) = self.changes.recv() {
            loop {
                match self.changes.recv_timeout(QUIET) {
                    Ok(Some(_)) => {}
                    Ok(None) => return,
                    Err(_) => break,
                }
            }
            act(&paths::shown(&path));
        }
    }

    /// What ends `for_each`.
    pub fn stop(&self) -> impl Fn() + use<> {
        let sender = self.sender.clone();
        move || {
            let _ = sender.send(None);
        }
    }
}

/// Reading is no change: a build reads every source, and would otherwise set off the next one.
fn is_change(kind: EventKind) -> bool {
    match kind {
        EventKind::Create(_) | EventKind::Remove(_) => true,
        EventKind::Modify(kind) => !matches!(kind, ModifyKind::Metadata(_)),
        EventKind::Access(_) | EventKind::Any | EventKind::Other => false,
    }
}
