//! `factcheck init`: a dataset to begin with.

use std::format;
use std::path::{Path, PathBuf};
use std::prelude::v1::*;

use clap::{Args, ValueEnum};

use super::files;
use super::report::Failure;
use super::say::eprintln;
use crate::authoring::{self, Format};

const HEAD: &str = include_str!("templates/dataset.yaml");
const CLAIM: &str = include_str!("templates/claim.yaml");

#[derive(Args)]
#[command(after_help = "Examples:
  factcheck init claims.yaml
  factcheck init claims.json
  factcheck init --folder claims")]
pub(super) struct Init {
    /// The file to write: its ending (yaml, toml, json) says the format. With --folder, the folder.
    path: PathBuf,
    /// Make a folder with one file a claim instead.
    #[arg(long)]
    folder: bool,
    /// The format of the files in the folder.
    #[arg(long, value_name = "FORMAT", requires = "folder", default_value = "yaml")]
    format: TextFormat,
    /// Overwrite what is there.
    #[arg(long)]
    force: bool,
}

/// A text format, as it is named on the command line.
#[derive(Clone, Copy, ValueEnum)]
pub(super) enum TextFormat {
    /// JSON
    Json,
    /// YAML
    Yaml,
    /// TOML
    Toml,
}

impl TextFormat {
    pub(super) fn format(self) -> Format {
        match self {
            TextFormat::Json => Format::Json,
            TextFormat::Yaml => Format::Yaml,
            TextFormat::Toml => Format::Toml,
        }
    }

    fn ending(self) -> &'static str {
        match self {
            TextFormat::Json => "json",
            TextFormat::Yaml => "yaml",
            TextFormat::Toml => "toml",
        }
    }
}

impl Init {
    pub(super) fn run(self) -> Result<(), Failure> {
        if self.folder {
            let ending = self.format.ending();
            let head = self.path.join(format!("dataset.{ending}"));
            let claim = self.path.join("claims").join(format!("bridge.{ending}"));
            // Both or none.
            files::may_write(&claim, self.force)?;
            self.put(&head, HEAD, self.format.format())?;
            self.put(&claim, CLAIM, self.format.format())?;
        } else {
            let ending = self.path.extension().and_then(|it| it.to_str()).unwrap_or_default();
            let Some(format) = Format::of_ending(ending) else {
                let path = self.path.display();
                let help = "end the name in .yaml, .toml or .json, or make a folder (--folder)";
                return Err(Failure::Usage(format!("{path}: the ending says no format; {help}")));
            };
            let indented: String = CLAIM.lines().map(|line| format!("    {line}\n")).collect();
            let text = format!("{HEAD}claims:\n  - {}", indented.trim_start());
            self.put(&self.path, &text, format)?;
        }
        eprintln!("next: put in your own words, then `factcheck check {}`", self.path.display());
        Ok(())
    }

    /// Writes a template, which is YAML, in a format.
    fn put(&self, path: &Path, yaml: &str, format: Format) -> Result<(), Failure> {
        let text = match format {
            Format::Yaml => yaml.into(),
            format => {
                let root = authoring::parse(yaml, Format::Yaml).map_err(|it| format!("{it:?}"))?;
                authoring::write(&root.value, format)?
            }
        };
        if let Some(folder) = path.parent() {
            files::make_folder(folder)?;
        }
        files::put(path, text.as_bytes(), self.force)?;
        eprintln!("wrote {}", path.display());
        Ok(())
    }
}
