//! `factcheck export`: a dataset in the formats that others read. What a format cannot carry is told.

use std::path::PathBuf;
use std::prelude::v1::*;
use std::{eprintln, format, vec};

use clap::{Args, ValueEnum};
use serde_json::{Value as Json, json};

use super::files::Output;
use super::load::{self, Input};
use super::render::unknown_claim;
use super::report::Failure;
use crate::authoring::{self, Format};
use crate::claim_review;
use crate::identity;
use crate::lint::Level;
use crate::model::{Claim, Dataset};

#[derive(Args)]
#[command(after_help = "Examples:
  factcheck export claims.yaml --to claim-review --claim bridge --page https://blog.example/bridge
  factcheck export claims.yaml --to json --out claims.json
  factcheck export claims.yaml --to canonical --claim bridge | sha256sum")]
pub(super) struct Export {
    /// A dataset: a file (JSON, YAML, TOML or pack) or a folder; `-` is standard input. The bundled dataset if none
    /// is given.
    dataset: Option<PathBuf>,
    /// The format to write.
    #[arg(long, value_name = "FORMAT")]
    to: Target,
    /// Only the claim of this id.
    #[arg(long, value_name = "ID")]
    claim: Option<String>,
    /// The address of the page that the output is for.
    #[arg(long, value_name = "URL")]
    page: Option<String>,
    #[command(flatten)]
    output: Output,
}

/// A format to write.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Target {
    /// The dataset as JSON
    Json,
    /// The dataset as YAML
    Yaml,
    /// The dataset as TOML
    Toml,
    /// The form that is hashed: JSON after RFC 8785
    Canonical,
    /// ClaimReview of schema.org as JSON-LD, for the page of a check
    ClaimReview,
}

impl Export {
    pub(super) fn run(self) -> Result<(), Failure> {
        let input = load::load(self.dataset.as_ref())?;
        let text = match self.to {
            Target::Json => self.convert(&input, Format::Json)?,
            Target::Yaml => self.convert(&input, Format::Yaml)?,
            Target::Toml => self.convert(&input, Format::Toml)?,
            Target::Canonical => self.canonical(&input)?,
            Target::ClaimReview => self.claim_review(&input.dataset)?,
        };
        Ok(self.output.write(text.as_bytes())?)
    }

    /// The claims asked for.
    fn claims<'a>(&self, dataset: &'a Dataset) -> Result<Vec<&'a Claim>, Failure> {
        match &self.claim {
            None => Ok(dataset.claims.iter().collect()),
            Some(id) => match dataset.claim(id) {
                Some(claim) => Ok(vec![claim]),
                None => Err(unknown_claim(dataset, id).into()),
            },
        }
    }

    fn convert(&self, input: &Input, format: Format) -> Result<String, Failure> {
        if self.claim.is_some() {
            return Err(Failure::Message("--claim: a dataset is converted as a whole".into()));
        }
        let (_, body) = input.identity()?;
        let value = identity::record(body).ok_or_else(|| format!("{}: cannot be read back", input.name))?;
        Ok(authoring::write(&value, format)?)
    }

    /// Without a line break at the end, so that its hash is that of the record.
    fn canonical(&self, input: &Input) -> Result<String, Failure> {
        let (_, body) = input.identity()?;
        let claim = self.claims(&input.dataset)?;
        let text = match (&self.claim, claim.first()) {
            (Some(_), Some(claim)) => {
                let n = input.dataset.claims.iter().position(|it| it.id == claim.id);
                n.and_then(|n| identity::canonical_claim(body, n))
            }
            _ => identity::canonical_dataset(body),
        };
        text.ok_or_else(|| format!("{}: cannot be read back", input.name).into())
    }

    fn claim_review(&self, dataset: &Dataset) -> Result<String, Failure> {
        let written = claim_review::write(dataset, &self.claims(dataset)?, self.page.as_deref());
        for (place, breach) in &written.breaches {
            eprintln!("{}[{}]: {place}: {}", breach.level.as_str(), breach.rule, breach.message);
        }
        tell_left_out(&written.left_out);
        let has_error = written.breaches.iter().any(|(_, it)| it.level == Level::Error);
        if has_error {
            return Err(Failure::Message(
                "nothing was written: search engines refuse reviews with errors".into(),
            ));
        }
        let mut reviews = written.reviews;
        let all: Json = match reviews.len() {
            1 => reviews.remove(0),
            _ => json!(reviews),
        };
        // Ready to stand in a script element: nothing in it can end one.
        Ok(format!("{all:#}\n").replace('<', "\\u003c"))
    }
}

/// What the format could not carry.
fn tell_left_out(left_out: &[String]) {
    for it in left_out {
        eprintln!("left out: {it}");
    }
}
