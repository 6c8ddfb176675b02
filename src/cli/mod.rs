//! The `factcheck` command line: the only place with files and streams.
//!
//! Exit codes: 0 fine, 1 something is wrong with the data or a file, 2 the command was used wrongly.

mod check;
mod export;
mod files;
mod import;
mod init;
mod input;
mod load;
mod maps;
mod progress;
mod quotes;
mod render;
mod report;
mod say;
mod search;
mod snapshots;
mod table;
mod table_guess;
mod tally;
mod verify;
mod words;
mod write_back;
mod writer;

use std::format;
use std::path::PathBuf;
use std::prelude::v1::*;
use std::process::ExitCode;

use clap::{CommandFactory, Parser, Subcommand};

use crate::dataset;
use files::Output;
use report::Failure;

/// Fact checks for any page: each statement alongside its counter-statements and the sources of both.
#[derive(Parser)]
#[command(name = "factcheck", version, after_help = EXAMPLES)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

const EXAMPLES: &str = "Examples:
  factcheck init claims.yaml
  factcheck check claims.yaml
  factcheck verify claims.yaml --snapshots saved/
  factcheck render claims.yaml --page --out claims.html
  factcheck pack claims.yaml --out claims.pack

`factcheck COMMAND --help` has more of them.

Exit codes: 0 fine, 1 something is wrong with the data or a file, 2 wrong usage.";

#[derive(Subcommand)]
enum Command {
    /// Writes a dataset to begin with.
    Init(init::Init),
    /// Checks a dataset and says what is wrong with it, where, and what would be right.
    Check(check::Check),
    /// Writes HTML that is complete without JavaScript: a fragment to paste, or a whole page.
    Render(Box<render::Render>),
    /// Writes a dataset in a format that others read.
    Export(Box<export::Export>),
    /// Makes a dataset of what others keep: ClaimReview, answers of claims:search, annotations, tables.
    Import(Box<import::Import>),
    /// Finds claims: a line a query, the best first.
    ///
    /// A query has words, "phrases", and filters: speaker:, topic:, relation:, weight:, year:, language:, source:, and
    /// after: and before: with a date. Words are found in all their forms, the last one also as the beginning of a word.
    Search(search::Search),
    /// Looks up whether texts repeat a claim of a dataset: the same, near, or none.
    ///
    /// The decision is of the first claim: `same` if the text says what it says, `near` if it may, `none` else. `same`
    /// is meant to be right rather than complete.
    Lookup(search::Lookup),
    /// Looks for the quotes of a dataset in saved copies of their sources.
    Verify(verify::Verify),
    /// Writes a dataset as a pack, the compact form that the widget reads.
    #[command(after_help = "Examples:\n  factcheck pack claims.yaml --out claims.pack")]
    Pack {
        /// A dataset: a file (JSON, YAML, TOML or pack) or a folder; `-` is standard input. The bundled dataset if
        /// none is given.
        dataset: Option<PathBuf>,
        #[command(flatten)]
        output: Output,
    },
    /// Writes the JSON Schema of dataset files.
    #[command(after_help = "Examples:\n  factcheck schema --out dataset.schema.json")]
    Schema {
        #[command(flatten)]
        output: Output,
    },
    /// Writes the interface texts that the widget loads, a file for each language but English.
    #[command(hide = true)]
    Words {
        /// The folder; files of the same names in it are overwritten.
        folder: PathBuf,
    },
    /// Writes the completions of a shell.
    #[command(after_help = "Examples:
  factcheck completions bash > ~/.local/share/bash-completion/completions/factcheck
  factcheck completions fish > ~/.config/fish/completions/factcheck.fish")]
    Completions {
        /// The shell.
        shell: clap_complete::Shell,
    },
}

/// Runs the command that the arguments of this process name.
pub fn run() -> ExitCode {
    let mut as_json = false;
    let done = match Cli::parse().command {
        Command::Init(init) => init.run(),
        Command::Check(check) => {
            as_json = check.as_json();
            check.run()
        }
        Command::Render(render) => render.run(),
        Command::Export(export) => export.run(),
        Command::Import(import) => {
            as_json = import.as_json();
            import.run()
        }
        Command::Verify(verify) => {
            as_json = verify.as_json();
            verify.run()
        }
        Command::Search(search) => search.run(),
        Command::Lookup(lookup) => lookup.run(),
        Command::Pack { dataset, output } => {
            load::load(dataset.as_ref()).and_then(|it| Ok(output.write(&it.pack)?))
        }
        Command::Schema { output } => {
            output.write(format!("{:#}\n", dataset::schema()).as_bytes()).map_err(Failure::from)
        }
        Command::Words { folder } => words::write(&folder),
        Command::Completions { shell } => {
            let mut script = Vec::new();
            clap_complete::generate(shell, &mut Cli::command(), "factcheck", &mut script);
            files::print(&script).map_err(Failure::from)
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(Failure::Usage(message)) => {
            Cli::command().error(clap::error::ErrorKind::ValueValidation, message).exit()
        }
        Err(failure) => {
            failure.print(as_json);
            ExitCode::from(1)
        }
    }
}
