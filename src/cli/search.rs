//! `factcheck search` and `factcheck lookup`: queries in, a line a query, what was found out.

use std::format;
use std::io::{self, BufRead, Write};
use std::path::PathBuf;
use std::prelude::v1::*;

use clap::Args;
use serde_json::{Value as Json, json};

use super::files;
use super::load;
use super::report::Failure;
use crate::find::{Index, LookUp, Query};
use crate::model::Dataset;
use crate::search::Ranked;

#[derive(Args)]
#[command(after_help = "Examples:
  factcheck search claims.yaml 'closed bridge'
  factcheck search claims.yaml 'speaker:mayor after:2021 \"the bridge\"' --limit 3
  factcheck search claims.yaml --trec < topics.tsv > run.txt")]
pub(super) struct Search {
    #[command(flatten)]
    asked: Asked,
}

#[derive(Args)]
#[command(after_help = "Examples:
  factcheck lookup claims.yaml 'They closed the old bridge, again'
  factcheck lookup claims.yaml < posts.txt
  factcheck lookup claims.yaml --trec < posts.tsv > run.txt")]
pub(super) struct Lookup {
    #[command(flatten)]
    asked: Asked,
}

#[derive(Args)]
struct Asked {
    /// A dataset: a file (JSON, YAML, TOML or pack) or a folder; `-` is standard input.
    dataset: PathBuf,
    /// What to look for. Without any, each line of standard input is one; it may begin with an id and a tab.
    text: Vec<String>,
    /// At most so many claims for each.
    #[arg(long, value_name = "N", default_value_t = 10)]
    limit: usize,
    /// Write a TREC run, a line a claim: query id, `Q0`, claim, rank, score, tag. The tag of a look-up is its decision.
    #[arg(long)]
    trec: bool,
}

/// What answers a query: the claims, and what else there is to say.
type Answer<'a> = &'a dyn Fn(&Dataset, &Index, &str, usize) -> (Vec<Ranked>, Json, &'static str);

impl Search {
    pub(super) fn run(self) -> Result<(), Failure> {
        self.asked.run(&|dataset, index, text, limit| {
            let query = Query { words: text.into(), ..Query::default() };
            (index.rank(dataset, &query, limit), json!({}), "factcheck")
        })
    }
}

impl Lookup {
    pub(super) fn run(self) -> Result<(), Failure> {
        self.asked.run(&|dataset, index, text, limit| {
            let LookUp { decision, claims, strength } = index.look_up(dataset, text, limit);
            let said = json!({ "decision": decision.as_str(), "strength": strength });
            (claims, said, decision.as_str())
        })
    }
}

impl Asked {
    fn run(self, answer: Answer<'_>) -> Result<(), Failure> {
        let is_input = self.text.is_empty();
        if is_input && files::name(&self.dataset) == files::STDIN {
            return Err(Failure::Usage(
                "standard input cannot be both the dataset and what to look for; give one of them as an argument".into(),
            ));
        }
        let dataset = load::load(Some(&self.dataset))?.dataset;
        let index = Index::new(&dataset);
        let mut out = io::stdout().lock();
        let lines: Box<dyn Iterator<Item = io::Result<Vec<u8>>>> = match is_input {
            true => Box::new(io::stdin().lock().split(b'\n')),
            false => Box::new(self.text.iter().map(|it| Ok(it.as_bytes().to_vec()))),
        };
        for (n, line) in lines.enumerate() {
            let place =
                || if is_input { format!("{}:{}", files::STDIN, n + 1) } else { format!("text {}", n + 1) };
            let line = line.map_err(|error| format!("{}: cannot be read: {error}", files::STDIN))?;
            let line = String::from_utf8(line)
                .map_err(|_| format!("{}: is not UTF-8; convert the file first", place()))?;
            let line = line.trim_matches(['\r', '\u{FEFF}']);
            if line.trim().is_empty() {
                continue;
            }
            let (id, text) = line.split_once('\t').map_or((None, line), |(id, text)| (Some(id.trim()), text));
            if self.trec && id.is_none_or(|it| it.is_empty() || it.contains(char::is_whitespace)) {
                return Err(Failure::Message(format!(
                    "{}: `{}` has no query id; write the id without blanks, a tab and the text",
                    place(),
                    crate::text::excerpt(line)
                )));
            }
            let (claims, said, tag) = answer(&dataset, &index, text, self.limit);
            let claim =
                |it: &Ranked| dataset.claims.get(it.document as usize).map_or("", |it| it.id.as_str());
            let written = match (self.trec, id) {
                (true, Some(id)) => claims
                    .iter()
                    .enumerate()
                    .map(|(n, it)| format!("{id} Q0 {} {} {} {tag}\n", claim(it), n + 1, it.score))
                    .collect(),
                _ => {
                    let mut object = json!({ "text": text });
                    if let Some(id) = id {
                        object["id"] = json!(id);
                    }
                    for (name, value) in said.as_object().into_iter().flatten() {
                        object[name] = value.clone();
                    }
                    let one = |it: &Ranked| json!({ "id": claim(it), "score": it.score });
                    object["claims"] = claims.iter().map(one).collect();
                    format!("{object}\n")
                }
            };
            match out.write_all(written.as_bytes()).and_then(|()| out.flush()) {
                // Whoever reads the pipe has seen enough.
                Err(error) if error.kind() == io::ErrorKind::BrokenPipe => return Ok(()),
                done => done.map_err(|error| format!("cannot write to standard output: {error}"))?,
            }
        }
        Ok(())
    }
}
