//! The steps, in the order in which a mistake is found soonest.

use std::process::Command;

use anyhow::{Result, ensure};

use super::browser::run_in;
use super::{Ended, Outcome, Step, e2e};
use crate::dist::{self, Plan};
use crate::progress::Progress;
use crate::tools::{self, Engine};
use crate::{paths, run, sizes};

const STRICT: [&str; 3] = ["--", "-D", "warnings"];

pub const STEPS: &[Step] = &[
    Step { name: "fmt", about: "rustfmt changes nothing", run: |_| fmt() },
    Step { name: "clippy", about: "no lint fires in native code", run: |_| clippy() },
    Step { name: "clippy-wasm", about: "no lint fires in browser code", run: |_| clippy_wasm() },
    Step { name: "docs", about: "the documentation builds and its links lead somewhere", run: |_| docs() },
    Step { name: "test", about: "native tests", run: |_| native() },
    Step { name: "build", about: "the whole of dist", run: |_| build() },
    Step { name: "sizes", about: "dist is within its budgets", run: weigh },
    Step { name: "web-chromium", about: "wasm tests in Chromium", run: |_| run_in(Engine::Chromium) },
    Step { name: "web-firefox", about: "wasm tests in Firefox", run: |_| run_in(Engine::Firefox) },
    Step { name: "web-webkitgtk", about: "wasm tests in WebKitGTK", run: |_| run_in(Engine::WebKitGtk) },
    Step { name: "e2e", about: "dist in a browser, end to end", run: e2e::run },
];

fn fmt() -> Result<Outcome> {
    tools::rustfmt().ensure()?;
    passes(&mut run::cargo(&["fmt", "--all", "--check"]))
}

fn clippy() -> Result<Outcome> {
    tools::clippy().ensure()?;
    passes(run::cargo(&["clippy", "--workspace", "--all-targets", "--features", "cli"]).args(STRICT))
}

fn clippy_wasm() -> Result<Outcome> {
    tools::ensure([tools::clippy(), tools::wasm_target()])?;
    let clippy = ["clippy", "--target", "wasm32-unknown-unknown", "--lib"];
    // The modules are shipped with other features than the tests are built with.
    for module in ["widget,lean", "reader,lean"] {
        run::loud(run::cargo(&clippy).args(["--no-default-features", "--features", module]).args(STRICT))?;
    }
    passes(run::cargo(&clippy).arg("--tests").args(STRICT))
}

fn docs() -> Result<Outcome> {
    let mut doc = run::cargo(&["doc", "--no-deps", "--features", "cli"]);
    passes(doc.env("RUSTDOCFLAGS", "-D warnings"))
}

fn native() -> Result<Outcome> {
    passes(&mut run::cargo(&["test", "--workspace", "--features", "cli"]))
}

fn build() -> Result<Outcome> {
    dist::build(&Plan::standard()?, &Progress::spoken())?;
    Ok(Outcome::Pass)
}

fn weigh(ended: &Ended) -> Result<Outcome> {
    if ended.has_failed("build") {
        return Ok(Outcome::Skip("the build failed".to_string()));
    }
    let over = sizes::print(&paths::in_root(dist::DEFAULT_OUT))?;
    ensure!(over.is_empty(), "over budget: {}", over.join("; "));
    Ok(Outcome::Pass)
}

fn passes(command: &mut Command) -> Result<Outcome> {
    run::loud(command)?;
    Ok(Outcome::Pass)
}
