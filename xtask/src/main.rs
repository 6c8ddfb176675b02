//! `cargo xtask`: builds, serves and tests the widget, and installs the tools that takes.

mod dist;
mod paths;
mod progress;
mod run;
mod screenshots;
mod serve;
mod sizes;
mod test;
mod tools;

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Result;
use clap::{Args, Parser, Subcommand};

use crate::progress::Progress;

/// Builds, serves and tests the fact-check widget.
///
/// Missing tools are installed on first use; everything built goes to `dist/` and `target/`.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Builds the widget, its pages and the bundled dataset into one folder of static files
    Build {
        #[command(flatten)]
        content: Content,
        /// The folder to write; replaced as a whole, and only when the build succeeds
        #[arg(long, value_name = "FOLDER", default_value = dist::DEFAULT_OUT)]
        out: PathBuf,
    },
    /// Builds, serves the result on this machine and rebuilds when a source changes
    Serve {
        #[command(flatten)]
        content: Content,
        /// The port to ask for; the next free one is taken when it is in use
        #[arg(long, default_value_t = 8000)]
        port: u16,
        /// Build once and only serve
        #[arg(long)]
        no_watch: bool,
    },
    /// Runs every check, native and in three browser engines
    Test {
        /// Run only this step; may be given several times
        #[arg(long, value_name = "STEP", value_parser = test::names())]
        only: Vec<String>,
        /// List the steps and stop
        #[arg(long)]
        list: bool,
    },
    /// Takes the pictures of the README and of the demo pages anew, into `www/`
    Screenshots,
    /// Prints what the files of the last build weigh, against their budgets
    Sizes,
}

/// What goes into a build.
#[derive(Args)]
struct Content {
    /// The dataset to put into the widget and its pages
    #[arg(long, value_name = "FILE", default_value = dist::DEFAULT_DATASET, conflicts_with = "no_bundle")]
    dataset: PathBuf,
    /// Leave the widget without a dataset of its own; the pages show the default one
    #[arg(long)]
    no_bundle: bool,
}

impl Content {
    fn plan(self, out: PathBuf) -> Result<dist::Plan> {
        dist::Plan::new(self.dataset, !self.no_bundle, out)
    }
}

fn main() -> ExitCode {
    let outcome = match Cli::parse().command {
        Command::Build { content, out } => build(content, out),
        Command::Serve { content, port, no_watch } => content
            .plan(dist::DEFAULT_OUT.into())
            .and_then(|plan| serve::serve(&plan, port, !no_watch))
            .map(|()| ExitCode::SUCCESS),
        Command::Test { list: true, .. } => {
            test::list();
            Ok(ExitCode::SUCCESS)
        }
        Command::Test { only, list: false } => test::test(&only),
        Command::Screenshots => screenshots::take().map(|()| ExitCode::SUCCESS),
        Command::Sizes => sizes::print(&paths::in_root(dist::DEFAULT_OUT)).map(|_| ExitCode::SUCCESS),
    };
    outcome.unwrap_or_else(|error| {
        eprintln!("error: {error:#}");
        ExitCode::FAILURE
    })
}

fn build(content: Content, out: PathBuf) -> Result<ExitCode> {
    let plan = content.plan(out)?;
    dist::build(&plan, &Progress::spoken())?;
    println!();
    sizes::print(&plan.out)?;
    Ok(ExitCode::SUCCESS)
}
