//! The pack: a dataset as compact binary, the one form that the widget reads.
//!
//! Eight bytes `factpack`, one byte of version, eight bytes of checksum (FNV-1a, 64 bits, little-endian, over
//! the rest), then the record in the postcard wire format 1.0. The version changes with every change of the
//! record's fields, since postcard has no names.

use core::fmt;

use crate::model::{Dataset, DatasetRecord};
use crate::record::Unpacker;

const MAGIC: &[u8; 8] = b"factpack";
const VERSION: u8 = 1;

/// Why some bytes are not a pack that can be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PackError {
    /// They do not begin as a pack does.
    NotAPack,
    /// It was written by another version.
    Version,
    /// It is cut off or changed.
    Damaged,
    /// Its record breaks the rules of the model.
    Invalid,
}

impl PackError {
    /// What is wrong, and the cure.
    pub fn as_str(self) -> &'static str {
        match self {
            PackError::NotAPack => "is not a pack; write one with factcheck pack",
            PackError::Version => {
                "is a pack of another version; write it again with the factcheck of this widget"
            }
            PackError::Damaged => "is a damaged pack; copy or fetch it again",
            PackError::Invalid => "is a pack of an invalid dataset; write it again with factcheck pack",
        }
    }
}

impl fmt::Display for PackError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl core::error::Error for PackError {}

/// Whether bytes begin as a pack does.
pub fn is_pack(bytes: &[u8]) -> bool {
    bytes.starts_with(MAGIC)
}

/// Puts the header before a record.
#[cfg(feature = "reader")]
pub(super) fn frame(body: &[u8]) -> alloc::vec::Vec<u8> {
    [MAGIC, &[VERSION][..], &checksum(body).to_le_bytes(), body].concat()
}

/// Reads a pack. The bytes need not be trusted: every value in them is checked as in a dataset file.
///
/// What holds between values was checked when the pack was written; [`read_checked`] does so again. A
/// forged pack without it shows less, and nothing worse: a reference that leads nowhere is left out.
///
/// # Errors
/// See [`PackError`].
pub fn read(pack: &[u8]) -> Result<Dataset, PackError> {
    record(pack).map(Dataset::trusted)
}

/// Reads a pack and checks everything again.
///
/// # Errors
/// See [`PackError`].
#[cfg(feature = "reader")]
pub fn read_checked(pack: &[u8]) -> Result<Dataset, PackError> {
    Dataset::new(record(pack)?).map_err(|_| PackError::Invalid)
}

fn record(pack: &[u8]) -> Result<DatasetRecord, PackError> {
    let rest = pack.strip_prefix(MAGIC).ok_or(PackError::NotAPack)?;
    let (&version, rest) = rest.split_first().ok_or(PackError::Damaged)?;
    if version != VERSION {
        return Err(PackError::Version);
    }
    let (sum, body) = rest.split_first_chunk::<8>().ok_or(PackError::Damaged)?;
    if u64::from_le_bytes(*sum) != checksum(body) {
        return Err(PackError::Damaged);
    }
    Unpacker::read(body).ok_or(PackError::Invalid)
}

fn checksum(bytes: &[u8]) -> u64 {
    bytes
        .iter()
        .fold(0xcbf2_9ce4_8422_2325, |hash, &byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}
