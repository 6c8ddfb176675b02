//! `cargo xtask screenshots`: the pictures of the README and of the demo pages.

use anyhow::{Result, bail};

use crate::progress::Progress;
use crate::tools::{self, Engine};
use crate::{dist, paths, run};

/// Builds the widget and takes its pictures in Chromium, into `www/`.
pub fn take() -> Result<()> {
    let plan = dist::Plan::new(dist::DEFAULT_DATASET.into(), true, dist::DEFAULT_OUT.into())?;
    dist::build(&plan, &Progress::spoken())?;
    tools::test_packages().ensure()?;
    if let Some(reason) = crate::test::missing(Engine::Chromium)? {
        bail!("no pictures: {reason}");
    }
    let mut node = run::command("node");
    node.arg(paths::in_root("tests/browser/screenshots.mjs")).arg(paths::in_root("www"));
    node.env("FACT_CHECK_DIST", paths::in_root(dist::DEFAULT_OUT)).env("FACT_CHECK_CLI", paths::factcheck());
    run::loud(&mut node)
}
