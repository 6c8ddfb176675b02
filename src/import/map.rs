//! The map of a table: which of its columns, or of its fields in JSON, go where in a record. Kept in a small TOML file,
//! so that the next import of the same kind needs no guess.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::{boxed::Box, format, string::String, string::ToString, vec, vec::Vec};

use serde::{Deserialize, Serialize};

use super::draft::DateOrder;
use super::pick::Pick;

/// A map. What is absent from it stays absent from the records.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct TableMap {
    /// The id of the dataset.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// The title of the dataset.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// The language of the texts, where they say no other.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// The character between cells.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub delimiter: Option<char>,
    /// The encoding, by its name in the WHATWG Encoding Standard.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub encoding: Option<String>,
    /// How dates of numbers alone are read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dates: Option<Dates>,
    /// In a JSON file the field that holds the list of records; the whole file is the list if absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub records: Option<String>,
    /// Columns that are left out on purpose.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub ignore: Vec<String>,
    /// Whether cells may begin with an apostrophe that keeps spreadsheets from running them, as our export writes it.
    #[serde(skip_serializing_if = "core::ops::Not::not")]
    pub guarded: bool,
    /// Lists of records in other files, by a name of their own.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub lookup: BTreeMap<String, Lookup>,
    /// The claim itself.
    pub claim: ClaimMap,
    /// The statement.
    pub statement: SayingMap,
    /// Counter-statements.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub counter_statements: Vec<SayingMap>,
    /// Verdicts.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub verdicts: Vec<VerdictMap>,
}

/// The order of day and month.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Dates {
    /// `03/04/2021` is the third of April.
    DayFirst,
    /// `03/04/2021` is the fourth of March.
    MonthFirst,
}

impl From<Option<Dates>> for DateOrder {
    fn from(dates: Option<Dates>) -> DateOrder {
        match dates {
            None => DateOrder::Unknown,
            Some(Dates::DayFirst) => DateOrder::DayFirst,
            Some(Dates::MonthFirst) => DateOrder::MonthFirst,
        }
    }
}

/// A list of records in another file: the value of a field there is what a record here names.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lookup {
    /// The file, beside the one that is imported.
    pub file: String,
    /// The field that names its records.
    pub key: String,
}

/// What goes into the claim itself.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct ClaimMap {
    /// Its id.
    pub id: Pick,
    /// What it is about; cells are split at `,` and `;`.
    pub topics: Pick,
    /// Where the evidence leans.
    pub weight: Pick,
}

/// What goes into a statement or counter-statement.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct SayingMap {
    /// The words.
    pub text: Pick,
    /// What it comes to.
    pub summary: Pick,
    /// Who said it.
    pub speaker: Pick,
    /// The speaker's office or profession.
    pub role: Pick,
    /// When.
    pub date: Pick,
    /// In which language.
    pub language: Pick,
    /// `verbatim` or `paraphrase`.
    pub wording: Pick,
    /// `fact`, `opinion` or `prediction`.
    pub quality: Pick,
    /// Where.
    pub said_in: Sources,
    /// Of counter-statements: the list in which each item is one of them; then columns are fields of the item.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub each: Option<String>,
    /// Of counter-statements: what it does to the statement; `adds-context` if nothing says it.
    pub relation: Pick,
    /// Of counter-statements: further evidence.
    pub sources: Sources,
}

/// What goes into verdicts.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct VerdictMap {
    /// The conclusion in words.
    pub label: Pick,
    /// The number.
    pub value: Pick,
    /// The least true end of the scale.
    pub worst: Pick,
    /// The truest end of the scale.
    pub best: Pick,
    /// Why.
    pub explanation: Pick,
    /// Who concluded it.
    pub by: Pick,
    /// The full check.
    pub url: Pick,
    /// When.
    pub date: Pick,
    /// The evidence.
    pub sources: Sources,
}

/// Sources: columns whose addresses become sources, or parts of sources.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Sources {
    /// One that is put together from several columns, or several of them.
    Parts(Vec<SourceMap>),
    /// The same, one.
    Part(Box<SourceMap>),
    /// Columns that hold addresses, perhaps among other words.
    Addresses(Pick),
}

impl SayingMap {
    fn picks(&self) -> Vec<&Pick> {
        let SayingMap { text, summary, speaker, role, date, language, wording, quality, relation, .. } = self;
        let mut picks = vec![text, summary, speaker, role, date, language, wording, quality, relation];
        picks.extend(self.said_in.picks());
        picks.extend(self.sources.picks());
        picks
    }
}

impl VerdictMap {
    fn picks(&self) -> Vec<&Pick> {
        let VerdictMap { label, value, worst, best, explanation, by, url, date, sources } = self;
        let mut picks = vec![label, value, worst, best, explanation, by, url, date];
        picks.extend(sources.picks());
        picks
    }
}

impl Sources {
    fn picks(&self) -> Vec<&Pick> {
        let parts = match self {
            Sources::Addresses(pick) => return vec![pick],
            Sources::Part(part) => core::slice::from_ref(part.as_ref()),
            Sources::Parts(parts) => parts,
        };
        parts.iter().flat_map(SourceMap::picks).collect()
    }
}

impl SourceMap {
    fn picks(&self) -> [&Pick; 6] {
        [&self.url, &self.title, &self.publisher, &self.date, &self.language, &self.kind]
    }
}

impl Default for Sources {
    fn default() -> Sources {
        Sources::Addresses(Pick::default())
    }
}

/// What goes into a source.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct SourceMap {
    /// Its address.
    pub url: Pick,
    /// Its title.
    pub title: Pick,
    /// Who published it.
    pub publisher: Pick,
    /// When.
    pub date: Pick,
    /// Its language.
    pub language: Pick,
    /// What kind of document it is.
    pub kind: Pick,
}

impl TableMap {
    /// Reads a map.
    ///
    /// # Errors
    /// What is not TOML or no field of a map, with its line.
    pub fn parse(text: &str) -> Result<TableMap, String> {
        let map: TableMap = toml::from_str(text).map_err(|error| error.to_string())?;
        let SayingMap { each, relation, sources, .. } = &map.statement;
        match each.is_none() && relation.is_empty() && *sources == Sources::default() {
            true => Ok(map),
            false => Err("statement: `each`, `relation` and `sources` belong to `counter_statements`".into()),
        }
    }

    /// The columns that it takes something from or leaves out on purpose. Of a list only its own name counts.
    pub fn columns(&self) -> BTreeSet<&str> {
        let mut picks: Vec<&Pick> = vec![&self.claim.id, &self.claim.topics, &self.claim.weight];
        let mut lists = Vec::new();
        for saying in core::iter::once(&self.statement).chain(&self.counter_statements) {
            match &saying.each {
                Some(list) => lists.push(list.as_str()),
                None => picks.extend(saying.picks()),
            }
        }
        picks.extend(self.verdicts.iter().flat_map(VerdictMap::picks));
        let columns = picks.into_iter().flat_map(|it| &it.columns).map(String::as_str);
        // A name with dots leads into the object of its first part.
        let all = columns.chain(lists).chain(self.ignore.iter().map(String::as_str));
        all.flat_map(|it| [it, it.split('.').next().unwrap_or(it)]).collect()
    }

    /// Writes a map as TOML, with a line that says what it is.
    ///
    /// # Errors
    /// None for a map that was read or guessed.
    pub fn write(&self) -> Result<String, String> {
        let text = toml::to_string(self).map_err(|error| error.to_string())?;
        Ok(format!(
            "# Which columns of the table go where in the records; for `factcheck import --map`.\n{text}"
        ))
    }
}
