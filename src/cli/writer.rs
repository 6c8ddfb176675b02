//! Writing a dataset as its claims come, so that memory does not grow with their number: people, sources and claims
//! wait in temporary files until all are known.

use std::format;
use std::io::{self, BufReader, BufWriter, Read, Seek, Write};
use std::prelude::v1::*;

use serde_json::Value as Json;

use crate::import::Record;
use crate::record::Value;

/// A dataset that is being written, as JSON.
pub(super) struct Writer {
    people: Spool,
    sources: Spool,
    claims: Spool,
}

/// Items of a list or an object, as text.
struct Spool {
    file: BufWriter<std::fs::File>,
    pub(super) n: usize,
}

impl Writer {
    pub(super) fn new() -> io::Result<Writer> {
        Ok(Writer { people: Spool::new()?, sources: Spool::new()?, claims: Spool::new()? })
    }

    pub(super) fn push(&mut self, record: &Record) -> io::Result<()> {
        for (id, value) in &record.people {
            self.people.push(Some(id), value)?;
        }
        for (id, value) in &record.sources {
            self.sources.push(Some(id), value)?;
        }
        self.claims.push(None, &record.claim)
    }

    /// How many people, sources and claims there are.
    pub(super) fn counts(&self) -> [usize; 3] {
        [self.people.n, self.sources.n, self.claims.n]
    }

    /// Puts it all together behind the fields of the head.
    pub(super) fn finish(self, head: &[(&str, Json)], to: &mut dyn Write) -> io::Result<()> {
        let mut to = BufWriter::new(to);
        to.write_all(b"{\n")?;
        for (name, value) in head {
            writeln!(to, "  {}: {},", Json::from(*name), indented(&format!("{value:#}"), "  "))?;
        }
        for (name, spool, brackets) in [
            ("people", self.people, ["{", "}"]),
            ("sources", self.sources, ["{", "}"]),
            ("claims", self.claims, ["[", "]"]),
        ] {
            let comma = if name == "claims" { "" } else { "," };
            write!(to, "  \"{name}\": {}", brackets[0])?;
            spool.copy_to(&mut to)?;
            writeln!(to, "{}{comma}", brackets[1])?;
        }
        to.write_all(b"}\n")?;
        to.flush()
    }
}

impl Spool {
    fn new() -> io::Result<Spool> {
        Ok(Spool { file: BufWriter::new(tempfile::tempfile()?), n: 0 })
    }

    fn push(&mut self, key: Option<&String>, value: &Value) -> io::Result<()> {
        let text = serde_json::to_string_pretty(value).map_err(io::Error::other)?;
        let comma = if self.n > 0 { "," } else { "" };
        write!(self.file, "{comma}\n    ")?;
        if let Some(key) = key {
            write!(self.file, "{}: ", Json::from(key.as_str()))?;
        }
        self.n += 1;
        self.file.write_all(indented(&text, "    ").as_bytes())
    }

    fn copy_to(self, to: &mut dyn Write) -> io::Result<()> {
        let n = self.n;
        let mut file = self.file.into_inner().map_err(|it| it.into_error())?;
        file.rewind()?;
        io::copy(&mut BufReader::new(file).by_ref(), to)?;
        if n > 0 { to.write_all(b"\n  ") } else { Ok(()) }
    }
}

/// A text of several lines, all but the first moved to the right.
fn indented(text: &str, by: &str) -> String {
    text.replace('\n', &format!("\n{by}"))
}
