//! The steps, in the order in which a mistake is found soonest.

use std::fs;
use std::process::Command;

use anyhow::{Context, Result, ensure};

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
    Step { name: "install", about: "the command line installs as the README says", run: |_| install() },
    Step { name: "build-own", about: "a dataset of one's own is bundled, or none", run: |_| build_own() },
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
    for module in ["widget,lean", "reader,lean", "identity,lean", "search,lean"] {
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

fn install() -> Result<Outcome> {
    let root = paths::in_target("installed");
    let mut install = run::cargo(&["install", "--path", ".", "--features", "cli", "--locked", "--force"]);
    run::loud(install.arg("--root").arg(&root))?;
    passes(run::command(root.join("bin").join("factcheck")).arg("--version"))
}

/// Before the ordinary build, which then has the last word on what lies in the target folder.
fn build_own() -> Result<Outcome> {
    let readme = fs::read_to_string(paths::in_root("README.md")).context("cannot read the README")?;
    let dataset = readme.split("```json\n").nth(1).and_then(|rest| rest.split("```").next());
    let dataset = dataset.context("the README has no dataset")?;
    let folder = paths::in_target("own");
    fs::create_dir_all(&folder).context("cannot make a folder in the target folder")?;
    let file = folder.join("claims.json");
    fs::write(&file, dataset).with_context(|| format!("cannot write {}", paths::shown(&file)))?;
    for (bundle, name) in [(true, "bundled"), (false, "bare")] {
        let out = folder.join(name);
        dist::build(&Plan::new(file.clone(), bundle, out.clone())?, &Progress::spoken())?;
        let wasm = out.join(format!("{}.wasm", dist::CORE));
        let wasm = fs::read(&wasm).with_context(|| format!("cannot read {}", paths::shown(&wasm)))?;
        let carries = |text: &str| wasm.windows(text.len()).any(|it| it == text.as_bytes());
        ensure!(carries("An imaginary almanac") == bundle, "{name}: the module carries the wrong data");
        ensure!(!carries("Lukashenko"), "{name}: the module carries the default dataset");
        let page = fs::read_to_string(out.join("index.html")).context("there is no first page")?;
        ensure!(page.contains("The moon is made of cheese."), "{name}: the first page shows other data");
    }
    Ok(Outcome::Pass)
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
