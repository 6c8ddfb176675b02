//! `factcheck export`: a dataset in the formats that others read. What a format cannot carry is told.

use std::path::PathBuf;
use std::prelude::v1::*;
use std::{format, vec};

use clap::{Args, ValueEnum};
use serde_json::{Value as Json, json};

use super::files::Output;
use super::load::{self, Input};
use super::render::unknown_claim;
use super::report::Failure;
use super::say::eprintln;
use crate::authoring::{self, Format};
use crate::claim_review;
use crate::export::{self, Exported, Selection};
use crate::identity;
use crate::lint::Level;
use crate::model::{Claim, Dataset};
use crate::url::WebUrl;

#[derive(Args)]
#[command(after_help = "Examples:
  factcheck export claims.yaml --to claim-review --claim bridge --page https://blog.example/bridge
  factcheck export claims.yaml --to json --out claims.json
  factcheck export claims.yaml --to csv --out claims.csv
  factcheck export claims.yaml --to atom --page https://blog.example/claims --out feed.xml
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
    /// The address of the page that shows the claims: for ClaimReview, feeds and annotations.
    #[arg(long, value_name = "URL", value_parser = web_url)]
    page: Option<WebUrl>,
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
    /// A table for spreadsheets: a row a claim
    Csv,
    /// A document to read: CommonMark
    Markdown,
    /// The sources for Zotero, pandoc and word processors: CSL-JSON
    CslJson,
    /// The sources for LaTeX: BibTeX and BibLaTeX
    Bibtex,
    /// W3C Web Annotations: each statement where it stands, with what counters it
    Annotations,
    /// A feed of changes and verdicts: Atom
    Atom,
    /// A feed of changes and verdicts: JSON Feed
    JsonFeed,
    /// An argument map: Argdown
    Argdown,
}

fn web_url(text: &str) -> Result<WebUrl, String> {
    WebUrl::parse(text)
        .map_err(|fault| format!("`{text}` {fault}; give a whole address that begins with https://"))
}

impl Export {
    pub(super) fn run(self) -> Result<(), Failure> {
        let input = load::load(self.dataset.as_ref())?;
        let dataset = &input.dataset;
        let chosen = Selection { dataset, claims: self.claims(dataset)? };
        let page = self.page.as_ref();
        let text = match self.to {
            Target::Json => self.convert(&input, Format::Json)?,
            Target::Yaml => self.convert(&input, Format::Yaml)?,
            Target::Toml => self.convert(&input, Format::Toml)?,
            Target::Canonical => self.canonical(&input)?,
            Target::ClaimReview => claim_review(&chosen, page)?,
            Target::Csv => told(export::csv(&chosen)),
            Target::Markdown => told(export::markdown(&chosen)),
            Target::CslJson => told(export::csl_json(&chosen)),
            Target::Bibtex => told(export::bibtex(&chosen)),
            Target::Annotations => told(export::annotations(&chosen, page)),
            Target::Atom => told(export::atom(&chosen, page)),
            Target::JsonFeed => told(export::json_feed(&chosen, page)),
            Target::Argdown => told(export::argdown(&chosen)),
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
}

fn claim_review(chosen: &Selection<'_>, page: Option<&WebUrl>) -> Result<String, Failure> {
    let written = claim_review::write(chosen, page);
    for (place, breach) in &written.breaches {
        eprintln!("{}[{}]: {place}: {}", breach.level.as_str(), breach.rule, breach.message);
    }
    tell(&written.left_out);
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

fn told(exported: Exported) -> String {
    tell(&exported.left_out);
    exported.text
}

/// What the format could not carry.
fn tell(left_out: &[String]) {
    for it in left_out {
        eprintln!("left out: {it}");
    }
}
