//! The tools that the commands need: looked for first, installed only when missing.

mod apt;
mod cargo_bin;
mod engine;
mod find;
mod npm;
mod toolchain;

use anyhow::{Context, Result, bail};

pub use self::cargo_bin::{geckodriver, wasm_bindgen, wasm_pack};
pub use self::engine::Engine;
pub use self::find::{search_path, wasm_bindgen_path};
pub use self::npm::{build_packages, program as npm_program, test_packages};
pub use self::toolchain::{clippy, rustfmt, wasm_target};

/// One thing that must be on the machine.
pub struct Tool {
    pub name: String,
    /// Whether a usable one is here.
    pub found: Box<dyn Fn() -> bool>,
    /// Roughly how long installing takes, for the person who waits.
    pub takes: &'static str,
    /// Nothing, where we must not or cannot install it ourselves.
    pub install: Option<Box<dyn Fn() -> Result<()>>>,
    /// What to type when we cannot.
    pub by_hand: String,
}

impl Tool {
    /// Makes sure the tool is here.
    pub fn ensure(&self) -> Result<()> {
        let Self { name, by_hand, .. } = self;
        if (self.found)() {
            return Ok(());
        }
        let Some(install) = &self.install else {
            bail!("{name}: not installed; install by hand: `{by_hand}`");
        };
        eprintln!("installing {name} ({})", self.takes);
        install().with_context(|| format!("could not install {name}; try by hand: `{by_hand}`"))?;
        if !(self.found)() {
            bail!("installed {name}, yet cannot find it; is its folder on the PATH? By hand: `{by_hand}`");
        }
        eprintln!("installed {name}");
        Ok(())
    }
}

/// Makes sure of everything that `build` and `serve` use.
pub fn ensure_for_build() -> Result<()> {
    ensure([wasm_target(), wasm_bindgen()?, build_packages()])
}

/// Makes sure of each, in this order.
pub fn ensure(tools: impl IntoIterator<Item = Tool>) -> Result<()> {
    tools.into_iter().try_for_each(|tool| tool.ensure())
}
