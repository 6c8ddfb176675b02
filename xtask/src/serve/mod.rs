//! Serves the build on this machine, and keeps it fresh while one works.

mod http;
mod port;
mod watch;

use std::time::Instant;
use std::{io, thread};

use anyhow::{Context, Result};

use crate::dist::{self, Plan};
use crate::progress::{self, Progress};

/// Builds, serves and, if wanted, rebuilds until Ctrl-C.
pub fn serve(plan: &Plan, port: u16, rebuild: bool) -> Result<()> {
    if let Err(error) = dist::build(plan, &Progress::spoken()) {
        if !rebuild && !plan.out.exists() {
            return Err(error);
        }
        eprintln!("error: {error:#}");
        eprintln!("the build failed: {}", instead(plan, rebuild));
    }

    let listener = port::bind(port).with_context(|| format!("no port from {port} on is free"))?;
    let bound = listener.local_addr()?;
    if bound.port() != port {
        eprintln!("port {port} is taken, so this is port {}", bound.port());
    }
    listener.set_nonblocking(true)?;

    let changes = rebuild.then(|| watch::watch(&plan.dataset)).transpose()?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let served: io::Result<()> = thread::scope(|scope| {
        let stop = changes.map(|changes| {
            let stop = changes.stop();
            scope.spawn(|| changes.for_each(|path| build_again(plan, path)));
            eprintln!("watching src, www and the dataset");
            stop
        });
        println!("http://{bound}/ (Ctrl-C stops)");
        let served = runtime.block_on(async {
            let listener = tokio::net::TcpListener::from_std(listener)?;
            tokio::select! {
                served = axum::serve(listener, http::files(&plan.out)) => served,
                _ = tokio::signal::ctrl_c() => Ok(()),
            }
        });
        if let Some(stop) = stop {
            stop();
        }
        served
    });
    // Only now is a build that was under way at its end, too.
    eprintln!("\nstopped");
    served.context("the server failed")
}

fn build_again(plan: &Plan, changed: &str) {
    let start = Instant::now();
    match dist::build(plan, &Progress::silent()) {
        Ok(()) => eprintln!("{changed} changed: rebuilt in {}", progress::duration(start.elapsed())),
        Err(error) => eprintln!("{changed} changed: {error:#}; {}", instead(plan, true)),
    }
}

/// What is served when a build failed.
fn instead(plan: &Plan, rebuild: bool) -> &'static str {
    match (plan.out.exists(), rebuild) {
        (true, _) => "still serving the last good one",
        (false, true) => "nothing to serve yet, the next change tries again",
        (false, false) => "nothing to serve",
    }
}
