//! Strict reading of a dataset: every fault in one pass, each with its place and the cure.

use alloc::{format, string::String, vec::Vec};

use super::json;
use crate::error::{Error, Errors, Position};
use crate::model::{Dataset, DatasetRecord, Fault, Id, RuleBreak};
use crate::record::{MAX_ERRORS, Node, Shaped, Unpacker, pack};
use crate::text::{nearest, sorted_indices};

/// How large a dataset file may be, in bytes: 1 GiB. Places in it are numbers of 32 bits.
const MAX_BYTES: usize = 1 << 30;

/// Reads a dataset file as it comes from disk or network.
///
/// # Errors
/// Besides those of [`parse`]: too large (1 GiB), not UTF-8.
pub fn parse_bytes(bytes: &[u8]) -> Result<Dataset, Errors> {
    parse(decode_utf8(bytes)?)
}

/// Reads a dataset file. A byte order mark is skipped.
///
/// # Errors
/// Not JSON (with the parser's word for it), and everything in it that is not a valid record: unknown and
/// missing fields, wrong kinds, values out of range, ids that occur twice or lead nowhere. Lines and columns
/// count from 1, columns in characters.
///
/// ```
/// let errors = factcheck::dataset::parse(r#"{ "id": "x", "titel": "X", "language": "en", "claims": [] }"#)
///     .unwrap_err();
/// assert_eq!(
///     errors.to_string(),
///     "1:1: `title` is missing; it is required\n\
///      1:14: titel: unknown field `titel`; did you mean `title`?",
/// );
/// ```
pub fn parse(text: &str) -> Result<Dataset, Errors> {
    Ok(read(text)?.dataset)
}

/// Makes a pack of a dataset file. The same file always gives the same bytes.
///
/// # Errors
/// As [`parse_bytes`].
pub fn to_pack(bytes: &[u8]) -> Result<Vec<u8>, Errors> {
    Ok(read(decode_utf8(bytes)?)?.to_pack())
}

/// Makes a pack of plain data, whatever format it came in.
///
/// # Errors
/// As [`parse`], without lines and columns.
pub fn value_to_pack(value: &Node) -> Result<Vec<u8>, Errors> {
    Ok(check(value)?.to_pack())
}

/// A dataset and the bytes it has in a pack.
pub(crate) struct Checked {
    pub(crate) dataset: Dataset,
    pub(crate) body: Vec<u8>,
}

impl Checked {
    /// The pack, without hashes.
    fn to_pack(&self) -> Vec<u8> {
        super::pack::frame(&self.body, None)
    }

    /// The pack with the hashes of its records: what is published.
    #[cfg(feature = "cli")]
    pub(crate) fn to_published_pack(&self) -> Vec<u8> {
        super::pack::frame(&self.body, crate::identity::identity(&self.body).as_ref())
    }
}

/// The text of a file.
pub(crate) fn decode_utf8(bytes: &[u8]) -> Result<&str, Errors> {
    if bytes.len() > MAX_BYTES {
        return Err(Error::whole("is larger than 1 GiB", "split it into several datasets").into());
    }
    if bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]) {
        return Err(Error::whole("is UTF-16", "save it as UTF-8").into());
    }
    core::str::from_utf8(bytes).map_err(|error| {
        let valid = bytes.get(..error.valid_up_to()).unwrap_or_default();
        let valid = core::str::from_utf8(valid).unwrap_or_default();
        let position = Some(position_at(valid, valid.len()));
        Error { position, ..Error::whole("is not UTF-8", "save it as UTF-8") }.into()
    })
}

fn read(text: &str) -> Result<Checked, Errors> {
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    expect_data(text)?;
    let root = json::parse(text).map_err(|error| {
        let position = Some(position_at(text, error.at));
        Error { position, ..Error::whole(error.message, error.help) }
    })?;
    check(&root).map_err(|Errors(mut errors)| {
        for error in &mut errors {
            error.position = Some(position_at(text, root.nearest_to(error.path.steps()).at as usize));
        }
        let in_order = sorted_indices(errors.len(), &|a, b| errors[a].position < errors[b].position);
        Errors(in_order.into_iter().map(|i| errors[i].clone()).collect())
    })
}

/// Refuses what is no data at all, with a better word for it than a parser has.
pub(crate) fn expect_data(text: &str) -> Result<(), Errors> {
    let begin = text.trim_start();
    if begin.is_empty() {
        let help = "a dataset is an object with `id`, `title`, `language`, `claims`";
        return Err(Error::whole("is empty", help).into());
    }
    if begin.starts_with('<') {
        let help = "the address may answer with a page instead of the file";
        return Err(Error::whole("is HTML, not a dataset", help).into());
    }
    Ok(())
}

/// Checks plain data. The errors have paths and no positions.
pub(crate) fn check(root: &Node) -> Result<Checked, Errors> {
    let body = pack(&root.value, &DatasetRecord::SHAPE).map_err(Errors)?;
    let record = Unpacker::read(&body).expect("what was packed along a shape is of that shape");
    match Dataset::new(record) {
        Ok(dataset) => Ok(Checked { dataset, body }),
        Err(record) => Err(rule_errors(&record)),
    }
}

/// Line and column of a byte offset.
fn position_at(text: &str, offset: usize) -> Position {
    let before = text.get(..offset).unwrap_or(text);
    let n_breaks = before.bytes().filter(|&b| b == b'\n').count();
    let line = before.rsplit('\n').next().unwrap_or_default();
    Position { line: n_breaks + 1, column: line.chars().count() + 1 }
}

pub(super) fn rule_errors(record: &DatasetRecord) -> Errors {
    let mut errors = Vec::new();
    Dataset::faults(record, &mut |path, fault| {
        if errors.len() < MAX_ERRORS {
            let (message, help) = explain(record, fault);
            errors.push(Error {
                path: path.clone(),
                #[cfg(feature = "cli")]
                rule: Some(fault.rule.as_str()),
                ..Error::whole(message, help)
            });
        }
    });
    Errors(errors)
}

fn explain(record: &DatasetRecord, Fault { rule, id }: Fault<'_>) -> (String, String) {
    let id = id.map_or("", Id::as_str);
    let near = |known: Vec<&str>, place: &str| match nearest(id, &known) {
        Some(near) => format!("did you mean `{near}`?"),
        None => format!("add it to `{place}`"),
    };
    match rule {
        RuleBreak::DuplicateClaim => {
            (format!("another claim has the id `{id}`"), "ids are unique in a dataset".into())
        }
        RuleBreak::UnknownPerson => (
            format!("no person has the id `{id}`"),
            near(record.people.iter().map(|(id, _)| id.as_str()).collect(), "people"),
        ),
        RuleBreak::UnknownSource => (
            format!("no source has the id `{id}`"),
            near(record.sources.iter().map(|(id, _)| id.as_str()).collect(), "sources"),
        ),
        RuleBreak::UnknownClaim => (
            format!("no claim has the id `{id}`"),
            near(record.claims.iter().map(|it| it.id.as_str()).collect(), "claims"),
        ),
        RuleBreak::NoCitation => (
            "a counter-statement without a source".into(),
            "say where it was said (`said_in`) or what carries it (`sources`)".into(),
        ),
        RuleBreak::CircularOrigin => (
            format!("`{id}` leads back to this source"),
            "an origin chain ends at the first to say it".into(),
        ),
        RuleBreak::OffScale => (
            "the value is not on the scale".into(),
            "`worst` and `best` differ, and `value` lies between them".into(),
        ),
    }
}
