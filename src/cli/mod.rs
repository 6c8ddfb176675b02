//! The `factcheck` command line: the only place with files and streams.
//!
//! Exit codes: 0 fine, 1 something is wrong with the data or a file, 2 the command was used wrongly.

mod files;

use std::path::PathBuf;
use std::prelude::v1::*;
use std::process::ExitCode;
use std::{eprintln, format};

use clap::{Args, Parser, Subcommand};

use crate::dataset::{self, pack};
use crate::model::{Dataset, Language};
use crate::page::{self, Static};
use crate::view::Options;
use files::Output;

/// Fact checks for any page: each statement alongside its counter-statements and the sources of both.
#[derive(Parser)]
#[command(name = "factcheck", version, after_help = EXAMPLES)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

const EXAMPLES: &str = "Examples:
  factcheck check claims.json
  factcheck render claims.json --page --out claims.html
  factcheck render claims.json --claim first-base | pbcopy
  factcheck pack claims.json --out claims.pack";

#[derive(Subcommand)]
enum Command {
    /// Checks a dataset and says what is wrong with it, where, and what would be right.
    Check {
        /// A dataset file (JSON or pack); `-` is standard input.
        dataset: PathBuf,
    },
    /// Writes HTML that is complete without JavaScript: a fragment to paste, or a whole page.
    Render(Render),
    /// Writes a dataset as a pack, the compact form that the widget reads.
    Pack {
        /// A dataset file (JSON or pack); `-` is standard input. The bundled dataset if none is given.
        dataset: Option<PathBuf>,
        #[command(flatten)]
        output: Output,
    },
    /// Writes the JSON Schema of dataset files.
    Schema {
        #[command(flatten)]
        output: Output,
    },
}

#[derive(Args)]
struct Render {
    /// A dataset file (JSON or pack); `-` is standard input. The bundled dataset if none is given.
    dataset: Option<PathBuf>,
    /// Show only the claim of this id.
    #[arg(long, value_name = "ID")]
    claim: Option<String>,
    /// Write a whole page instead of a fragment.
    #[arg(long)]
    page: bool,
    /// The reader's language, for choosing translations.
    #[arg(long, value_name = "TAG", value_parser = language)]
    lang: Option<Language>,
    /// The level of the topmost heading [default: 2, in a page 1].
    #[arg(long, value_name = "LEVEL", value_parser = clap::value_parser!(u8).range(1..=6))]
    heading_level: Option<u8>,
    /// Where browsers find newer data: becomes the `src` of the element.
    #[arg(long, value_name = "URL")]
    src: Option<String>,
    /// Link this style sheet instead of writing it into the HTML, for pages that forbid inline styles.
    #[arg(long, value_name = "URL")]
    css: Option<String>,
    /// Load this fact-check.js in the page.
    #[arg(long, value_name = "URL", requires = "page")]
    script: Option<String>,
    #[command(flatten)]
    output: Output,
}

fn language(tag: &str) -> Result<Language, String> {
    Language::parse(tag).map_err(|fault| format!("`{tag}` {fault}; use a BCP 47 tag such as `en` or `pt-BR`"))
}

/// Runs the command that the arguments of this process name.
pub fn run() -> ExitCode {
    let done = match Cli::parse().command {
        Command::Check { dataset } => read(Some(&dataset)).map(|it| {
            let (n, s) = (it.claims.len(), if it.claims.len() == 1 { "" } else { "s" });
            eprintln!("{}: {n} claim{s}, nothing wrong", files::name(&dataset));
        }),
        Command::Render(render) => render.run(),
        Command::Pack { dataset, output } => to_pack(dataset.as_ref()).and_then(|it| output.write(&it)),
        Command::Schema { output } => output.write(format!("{:#}\n", dataset::schema()).as_bytes()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::from(1)
        }
    }
}

impl Render {
    fn run(self) -> Result<(), String> {
        let dataset = read(self.dataset.as_ref())?;
        let how = Static {
            options: Options {
                language: self.lang,
                heading_level: self.heading_level.unwrap_or(if self.page { 1 } else { 2 }),
            },
            claim: self.claim.as_deref(),
            src: self.src.as_deref(),
            css: self.css.as_deref(),
            script: self.script.as_deref(),
        };
        let html = match self.page {
            true => page::page(&dataset, &how),
            false => page::fragment(&dataset, &how).map(|it| it + "\n"),
        };
        let html = html.ok_or_else(|| unknown_claim(&dataset, how.claim.unwrap_or("")))?;
        self.output.write(html.as_bytes())
    }
}

fn unknown_claim(dataset: &Dataset, id: &str) -> String {
    let known: Vec<&str> = dataset.claims.iter().map(|it| it.id.as_str()).collect();
    let help = match crate::text::nearest(id, &known) {
        Some(near) => format!("did you mean `{near}`?"),
        None => format!("it has: {}", known.join(", ")),
    };
    format!("--claim: the dataset has no claim `{id}`; {help}")
}

/// A dataset's bytes and what to call them in messages.
fn input(path: Option<&PathBuf>) -> Result<(String, Vec<u8>), String> {
    match path {
        Some(path) => Ok((files::name(path), files::read(path)?)),
        None => Ok(("bundled".into(), dataset::BUNDLED.into())),
    }
}

fn read(path: Option<&PathBuf>) -> Result<Dataset, String> {
    let (name, bytes) = input(path)?;
    match pack::is_pack(&bytes) {
        true => pack::read_checked(&bytes).map_err(|error| format!("{name}: {error}")),
        false => dataset::parse_bytes(&bytes).map_err(|errors| files::report(&name, &errors)),
    }
}

fn to_pack(path: Option<&PathBuf>) -> Result<Vec<u8>, String> {
    let (name, bytes) = input(path)?;
    match pack::is_pack(&bytes) {
        true => pack::read_checked(&bytes).map(|_| bytes).map_err(|error| format!("{name}: {error}")),
        false => dataset::to_pack(&bytes).map_err(|errors| files::report(&name, &errors)),
    }
}
