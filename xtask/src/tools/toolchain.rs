//! The parts of the Rust toolchain that a minimal installation leaves out.

use anyhow::Result;

use super::Tool;
use crate::run;

const TARGET: &str = "wasm32-unknown-unknown";

/// The standard library for WebAssembly.
pub fn wasm_target() -> Tool {
    Tool {
        name: format!("the Rust target {TARGET}"),
        // Asking rustc rather than rustup also finds the target of a distribution's own Rust.
        found: Box::new(|| {
            let query = &mut run::command("rustc");
            let folder = run::read(query.args(["--print", "target-libdir", "--target", TARGET]));
            folder.is_ok_and(|it| {
                std::fs::read_dir(it.trim()).is_ok_and(|mut entries| entries.next().is_some())
            })
        }),
        takes: "under a minute",
        install: Some(Box::new(|| rustup(&["target", "add", TARGET]))),
        by_hand: format!("rustup target add {TARGET}"),
    }
}

/// The formatter.
pub fn rustfmt() -> Tool {
    component("rustfmt", "fmt")
}

/// The linter.
pub fn clippy() -> Tool {
    component("clippy", "clippy")
}

fn component(name: &'static str, subcommand: &'static str) -> Tool {
    Tool {
        name: name.to_string(),
        found: Box::new(move || run::succeeds(&mut run::cargo(&[subcommand, "--version"]))),
        takes: "under a minute",
        install: Some(Box::new(move || rustup(&["component", "add", name]))),
        by_hand: format!("rustup component add {name}"),
    }
}

fn rustup(arguments: &[&str]) -> Result<()> {
    run::loud(run::command("rustup").args(arguments))
}
