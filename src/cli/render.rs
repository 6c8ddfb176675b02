//! `factcheck render`: HTML that is complete without JavaScript.

use std::format;
use std::path::PathBuf;
use std::prelude::v1::*;

use clap::Args;

use super::check::date;
use super::files::Output;
use super::load;
use super::report::Failure;
use super::say::eprintln;
use crate::cite::Taken;
use crate::date::Date;
use crate::model::{Dataset, Language};
use crate::page::{self, Static};
use crate::picture;
use crate::text::nearest;
use crate::view::{ENGLISH, LANGUAGES, Options, Words};

#[derive(Args)]
#[command(after_help = "Examples:
  factcheck render claims.yaml --page --out claims.html
  factcheck render claims.yaml --claim bridge | pbcopy
  factcheck render claims.yaml --claim bridge --ui-lang uk
  factcheck render claims.yaml --claim bridge --picture --out bridge.svg")]
pub(super) struct Render {
    /// A dataset: a file (JSON, YAML, TOML or pack) or a folder; `-` is standard input. The bundled dataset if none
    /// is given.
    dataset: Option<PathBuf>,
    /// Show only the claim of this id.
    #[arg(long, value_name = "ID")]
    claim: Option<String>,
    /// Write a whole page instead of a fragment.
    #[arg(long)]
    page: bool,
    /// Write a picture of the claim to share: SVG, 1200 × 630.
    #[arg(long, requires = "claim", conflicts_with_all = ["page", "heading_level", "src", "css", "script"])]
    picture: bool,
    /// The reader's language, for choosing translations.
    #[arg(long, value_name = "TAG", value_parser = language)]
    lang: Option<Language>,
    /// The language of the interface [default: that of --lang or of the dataset if the widget speaks it, else English].
    #[arg(long, value_name = "TAG", value_parser = language)]
    ui_lang: Option<Language>,
    /// The level of the topmost heading [default: 2, in a page 1].
    #[arg(long, value_name = "LEVEL", value_parser = clap::value_parser!(u8).range(1..=6))]
    heading_level: Option<u8>,
    /// Where browsers find newer data: becomes the `src` of the element.
    #[arg(long, value_name = "URL")]
    src: Option<String>,
    /// The day that decides which reviews are overdue; without it none is, so that the same data gives the same HTML.
    #[arg(long, value_name = "DATE", value_parser = date)]
    today: Option<Date>,
    /// Link this style sheet instead of writing it into the HTML, for pages that forbid inline styles.
    #[arg(long, value_name = "URL")]
    css: Option<String>,
    /// Load this fact-check.js in the page.
    #[arg(long, value_name = "URL", requires = "page")]
    script: Option<String>,
    #[command(flatten)]
    output: Output,
}

pub(super) fn language(tag: &str) -> Result<Language, String> {
    Language::parse(tag).map_err(|fault| format!("`{tag}` {fault}; use a BCP 47 tag such as `en` or `pt-BR`"))
}

impl Render {
    pub(super) fn run(self) -> Result<(), Failure> {
        let dataset = load::load(self.dataset.as_ref())?.dataset;
        let asked = self.ui_lang.as_ref().and_then(Words::in_language);
        if let (Some(tag), None) = (&self.ui_lang, &asked) {
            let known: Vec<&str> = LANGUAGES.iter().map(|(tag, _)| *tag).collect();
            let (tag, known) = (tag.as_str(), known.join(", "));
            eprintln!("--ui-lang: `{tag}` is not one of {known}; it counts as absent");
        }
        let words = asked.or_else(|| Words::in_language(self.lang.as_ref()?));
        let words = words.or_else(|| Words::in_language(&dataset.language)).unwrap_or(ENGLISH);
        let ui_lang = self.ui_lang.filter(|_| asked.is_some());
        let how = Static {
            options: Options {
                words: &words,
                // Who asks for an interface in a language wants translations into it too.
                language: self.lang.or_else(|| ui_lang.clone()),
                heading_level: self.heading_level.unwrap_or(if self.page { 1 } else { 2 }),
                // Without newer data there is nothing for a script to search in.
                tools: self.src.is_some(),
                today: self.today,
            },
            ui_lang: ui_lang.as_ref().map(Language::as_str),
            claim: self.claim.as_deref(),
            src: self.src.as_deref(),
            css: self.css.as_deref(),
            script: self.script.as_deref(),
        };
        if self.picture {
            return self.output.write(picture(&dataset, &how)?.as_bytes()).map_err(Failure::from);
        }
        let html = match self.page {
            true => page::page(&dataset, &how),
            false => page::fragment(&dataset, &how).map(|it| it + "\n"),
        };
        let html = html.ok_or_else(|| unknown_claim(&dataset, how.claim.unwrap_or("")))?;
        Ok(self.output.write(html.as_bytes())?)
    }
}

fn picture(dataset: &Dataset, how: &Static<'_>) -> Result<String, String> {
    let id = how.claim.unwrap_or("");
    let claim = dataset.claim(id).ok_or_else(|| unknown_claim(dataset, id))?;
    let taken = Taken { dataset, claim, page: None, words: how.options.words };
    Ok(picture::picture(&taken, how.options.language.as_ref()))
}

pub(super) fn unknown_claim(dataset: &Dataset, id: &str) -> String {
    let known: Vec<&str> = dataset.claims.iter().map(|it| it.id.as_str()).collect();
    let help = match nearest(id, &known) {
        Some(near) => format!("did you mean `{near}`?"),
        None => format!("it has: {}", known.join(", ")),
    };
    format!("--claim: the dataset has no claim `{id}`; {help}")
}
