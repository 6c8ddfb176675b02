//! Where things are: the workspace root and the folders that cargo writes to.

use std::env;
use std::path::{Path, PathBuf};

/// The workspace root.
///
/// Cargo says at run time where this package is, so that a checkout may move after it was built.
pub fn root() -> PathBuf {
    let package = env::var_os("CARGO_MANIFEST_DIR")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    package.parent().map_or_else(|| package.clone(), Path::to_path_buf)
}

/// A path below the workspace root.
pub fn in_root(path: impl AsRef<Path>) -> PathBuf {
    root().join(path)
}

/// A path below cargo's target folder, wherever the person keeps that.
pub fn in_target(path: impl AsRef<Path>) -> PathBuf {
    let target = env::var_os("CARGO_TARGET_DIR").map_or_else(|| "target".into(), PathBuf::from);
    in_root(target).join(path)
}

/// The `factcheck` command that the build makes and uses.
pub fn factcheck() -> PathBuf {
    in_target("release").join(format!("factcheck{}", env::consts::EXE_SUFFIX))
}

/// The path as a person would write it: relative when it is inside the workspace.
pub fn shown(path: &Path) -> String {
    path.strip_prefix(root()).unwrap_or(path).display().to_string()
}
