//! The wasm tests, in one browser engine.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};

use super::Outcome;
use super::session;
use crate::run;
use crate::tools::{self, Engine};

/// Runs them, or says why not here. Where CI is set, every engine has to be there.
pub fn run_in(engine: Engine) -> Result<Outcome> {
    tools::ensure([tools::wasm_target(), tools::wasm_bindgen()?, tools::wasm_pack()])?;
    if let Some(reason) = missing(engine)? {
        return Ok(Outcome::Skip(reason));
    }
    let runtime = RuntimeFolder::new()?;
    let mut command = wasm_pack(engine, &runtime.0)?;
    let (mut status, mut said) = run::tee(&mut command)?;
    if engine == Engine::WebKitGtk && !status.success() && session::failed_to_start(&said) {
        println!("{} did not start its session; once more", engine.name());
        (status, said) = run::tee(&mut command)?;
    }
    run::verify(&command, status)?;
    let passed = session::passed(&said);
    ensure!(passed > 0, "no test ran: are the tests in tests/web.rs for this target?");
    println!("{passed} passed in {}", engine.name());
    Ok(Outcome::Pass)
}

/// Why the engine cannot be used, if that may be passed over.
pub fn missing(engine: Engine) -> Result<Option<String>> {
    match engine.ensure() {
        Err(error) if !in_ci() => Ok(Some(format!("{error:#}"))),
        outcome => outcome.map(|()| None),
    }
}

fn in_ci() -> bool {
    env::var("CI").is_ok_and(|it| !it.is_empty() && it != "false" && it != "0")
}

fn wasm_pack(engine: Engine, runtime: &Path) -> Result<Command> {
    let mut command = if engine == Engine::WebKitGtk {
        // WebKitGTK has no headless mode, so it gets a screen nobody sees.
        let mut xvfb = run::command("xvfb-run");
        xvfb.args(["-a", "wasm-pack"]);
        xvfb
    } else {
        run::command("wasm-pack")
    };
    let [browser, driver] = match engine {
        Engine::Chromium => ["--chrome", "--chromedriver"],
        Engine::Firefox => ["--firefox", "--geckodriver"],
        // The protocol is the same one.
        Engine::WebKitGtk => ["--safari", "--safaridriver"],
    };
    command.args(["test", "--mode", "no-install", "--headless", browser, driver]).arg(engine.driver()?);
    // Without the documentation's examples: no browser runs them, and they are written for native code.
    command.args(["--", "--lib", "--test", "*"]);
    // The runner takes the first driver it is told of, whichever browser was asked for.
    for driver in ["GECKODRIVER", "SAFARIDRIVER", "CHROMEDRIVER", "MSEDGEDRIVER"] {
        command.env_remove(driver).env_remove(format!("{driver}_REMOTE"));
    }
    command
        .env("PATH", tools::search_path()?)
        .env("WASM_BINDGEN_TEST_TIMEOUT", "60")
        .env("XDG_RUNTIME_DIR", runtime)
        .env("LIBGL_ALWAYS_SOFTWARE", "1")
        // Its sandbox needs rights that containers withhold; the pages it opens are our own.
        .env("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1");
    Ok(command)
}

/// A private folder for the sockets of a browser, which a machine without a desktop lacks.
struct RuntimeFolder(PathBuf);

impl RuntimeFolder {
    fn new() -> Result<Self> {
        let folder = env::temp_dir().join(format!("fact-check-{}", std::process::id()));
        fs::create_dir_all(&folder).with_context(|| format!("cannot create {}", folder.display()))?;
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            // Sockets of strangers have no business there, and some programs refuse a folder open to all.
            fs::set_permissions(&folder, fs::Permissions::from_mode(0o700))
                .with_context(|| format!("cannot close {} to others", folder.display()))?;
        }
        Ok(Self(folder))
    }
}

impl Drop for RuntimeFolder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}
