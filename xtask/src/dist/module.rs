//! One WebAssembly module: compiled, bound to JavaScript, optimized and minified.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use anyhow::{Context, Result, ensure};

use super::optimize::optimize;
use super::script::esbuild;
use crate::progress::Progress;
use crate::{paths, run, tools};

/// Reads packs and draws them.
pub const CORE: &str = "fact-check-core";
/// Reads dataset files; loaded only by pages that use one.
pub const READER: &str = "fact-check-reader";

/// Recomputes the hashes of records; loaded when a reader looks at one.
pub const IDENTITY: &str = "fact-check-identity";

/// Finds claims; loaded when a reader turns to the search box.
pub const SEARCH: &str = "fact-check-search";

/// Makes what readers take away of a claim; loaded when a reader opens the disclosure for it.
pub const EXTRAS: &str = "fact-check-extras-core";

/// A module and the features it is compiled with.
pub struct Module {
    name: &'static str,
    /// Its corner of the target folder. Each has its own, or they would undo each other's work.
    corner: &'static str,
    features: &'static str,
    bundle: Option<PathBuf>,
}

/// The module that every page loads.
pub fn core(bundle: Option<PathBuf>) -> Module {
    let features = if bundle.is_some() { "widget,bundle,lean" } else { "widget,lean" };
    Module { name: CORE, corner: "core", features, bundle }
}

/// The module for pages with a dataset file.
pub fn reader() -> Module {
    Module { name: READER, corner: "reader", features: "reader,lean", bundle: None }
}

/// The module that checks records against their hashes.
pub fn identity() -> Module {
    Module { name: IDENTITY, corner: "identity", features: "identity,lean", bundle: None }
}

/// The module that finds claims.
pub fn search() -> Module {
    Module { name: SEARCH, corner: "search", features: "search,lean", bundle: None }
}

/// The module for what readers take away.
pub fn extras() -> Module {
    Module { name: EXTRAS, corner: "extras", features: "extras,lean", bundle: None }
}

impl Module {
    /// Puts the module and its JavaScript into the folder.
    pub fn build(&self, out: &Path, progress: &Progress) -> Result<()> {
        let Self { name, corner, .. } = self;
        let compile = format!("{corner}: compile");
        progress.step(&compile, || run::quiet(&mut self.cargo(), &compile, progress))?;

        let glue = paths::in_target(format!("widget/{corner}-js"));
        progress.step(&format!("{corner}: bind to JavaScript"), || self.bind(&glue))?;

        let optimizing = format!("{corner}: optimize");
        progress.step(&optimizing, || {
            let wasm = glue.join(format!("{name}_bg.wasm"));
            let memory = paths::in_target(format!("widget/{corner}-optimized"));
            optimize(&wasm, &out.join(format!("{name}.wasm")), &memory, &optimizing, progress)
        })?;

        progress.step(&format!("{corner}: minify"), || {
            esbuild(&glue.join(format!("{name}.js")), &out.join(format!("{name}.js")), &["--bundle"])
        })
    }

    fn cargo(&self) -> Command {
        let mut cargo =
            run::cargo(&["build", "--profile", "widget", "--target", "wasm32-unknown-unknown", "--lib"]);
        cargo.args(["--no-default-features", "--features", self.features]);
        cargo.arg("--target-dir").arg(self.target());
        // Flags meant for native code would change the module, and so would the place of the crates on this machine.
        let crates = env::var_os("CARGO_HOME").map(PathBuf::from);
        let crates = crates.or_else(|| Some(env::home_dir()?.join(".cargo"))).unwrap_or_default();
        let remap = format!("--remap-path-prefix={}=", crates.display());
        cargo.env_remove("RUSTFLAGS").env("CARGO_ENCODED_RUSTFLAGS", remap);
        if let Some(pack) = &self.bundle {
            cargo.env("FACT_CHECK_BUNDLE", pack);
        }
        cargo
    }

    fn bind(&self, glue: &Path) -> Result<()> {
        // Snippets of an earlier version would otherwise stay behind.
        let _ = fs::remove_dir_all(glue);
        let wasm = self.target().join("wasm32-unknown-unknown/widget/factcheck.wasm");
        let mut wasm_bindgen = run::command(tools::wasm_bindgen_path()?);
        wasm_bindgen.args(["--target", "web", "--no-typescript"]);
        wasm_bindgen.args(["--remove-producers-section", "--remove-name-section"]);
        wasm_bindgen.args(["--out-name", self.name, "--out-dir"]).arg(glue).arg(wasm);
        run::read(&mut wasm_bindgen)?;

        let script = glue.join(format!("{}.js", self.name));
        let text =
            fs::read_to_string(&script).with_context(|| format!("cannot read {}", script.display()))?;
        fs::write(&script, adapt_glue(&text, self.name)?)
            .with_context(|| format!("cannot write {}", script.display()))
    }

    fn target(&self) -> PathBuf {
        paths::in_target(format!("widget/{}", self.corner))
    }
}

/// Points the glue at the name under which we ship the module, and exports of it what we use: the minifier drops the
/// rest.
fn adapt_glue(glue: &str, name: &str) -> Result<String> {
    let mut glue = glue.to_owned();
    for (theirs, ours) in [
        (format!("{name}_bg.wasm"), format!("{name}.wasm")),
        ("export { initSync, __wbg_init as default }".into(), "export { __wbg_init as default }".into()),
    ] {
        ensure!(
            glue.contains(&theirs),
            "wasm-bindgen's script does not have {theirs}: has its output changed?"
        );
        glue = glue.replace(&theirs, &ours);
    }
    Ok(glue)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_glue_loads_the_module_by_its_shipped_name_and_exports_what_is_used() {
        let glue = "new URL('core_bg.wasm', import.meta.url) export { initSync, __wbg_init as default };";
        let ours = "new URL('core.wasm', import.meta.url) export { __wbg_init as default };";
        assert_eq!(adapt_glue(glue, "core").unwrap(), ours);
        assert!(adapt_glue("nothing", "core").is_err());
    }
}
