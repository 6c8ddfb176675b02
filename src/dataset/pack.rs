//! The pack: a dataset as compact binary, the one form that the widget reads.
//!
//! Eight bytes `factpack`, one byte of version, eight bytes of checksum (FNV-1a, 64 bits, little-endian, over
//! the rest), the length of the hashes in bytes (32 bits, little-endian) and the hashes of 32 bytes each, then the
//! record in the postcard wire format 1.0. There are no hashes, or that of the dataset and one for each claim. The
//! version changes with every change of the record's fields, since postcard has no names.

#[cfg(feature = "reader")]
use alloc::vec::Vec;
use core::fmt;

use crate::model::{Dataset, DatasetRecord, Identity};
use crate::record::Unpacker;

const MAGIC: &[u8; 8] = b"factpack";
const VERSION: u8 = 2;

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
    /// Its record does not match the hashes that were published with it.
    #[cfg(feature = "identity")]
    Altered,
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
            #[cfg(feature = "identity")]
            PackError::Altered => {
                "is a pack whose record does not match its hashes; get it again from its publisher"
            }
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

/// Puts the header before a record: magic, version, checksum of all that follows, the length of the
/// hashes in bytes, the hashes (the dataset's first, then each claim's), the body.
#[cfg(feature = "reader")]
pub(super) fn frame(body: &[u8], identity: Option<&Identity>) -> Vec<u8> {
    let hashes = identity.map_or(&[][..], |it| &it.0);
    let rest = [&(hashes.len() as u32).to_le_bytes(), hashes, body].concat();
    [MAGIC, &[VERSION][..], &checksum(&rest).to_le_bytes(), &rest].concat()
}

/// Reads a pack. The bytes need not be trusted: every value in them is checked as in a dataset file.
///
/// What holds between values was checked when the pack was written; [`read_checked`] does so again. A
/// forged pack without it shows less, and nothing worse: a reference that leads nowhere is left out.
///
/// # Errors
/// See [`PackError`].
pub fn read(pack: &[u8]) -> Result<Dataset, PackError> {
    let (identity, body) = open(pack)?;
    Ok(Dataset::trusted(record(body)?).with_identity(identity))
}

/// Reads a pack and checks everything again.
///
/// # Errors
/// See [`PackError`].
#[cfg(feature = "reader")]
pub fn read_checked(pack: &[u8]) -> Result<Dataset, PackError> {
    let (identity, body) = open(pack)?;
    let dataset = Dataset::new(record(body)?).map_err(|_| PackError::Invalid)?;
    #[cfg(feature = "identity")]
    if identity.is_some() && identity != crate::identity::identity(body) {
        return Err(PackError::Altered);
    }
    Ok(dataset.with_identity(identity))
}

fn record(body: &[u8]) -> Result<DatasetRecord, PackError> {
    Unpacker::read(body).ok_or(PackError::Invalid)
}

/// The hashes and the body of a pack.
pub(crate) fn open(pack: &[u8]) -> Result<(Option<Identity>, &[u8]), PackError> {
    let rest = pack.strip_prefix(MAGIC).ok_or(PackError::NotAPack)?;
    let (&version, rest) = rest.split_first().ok_or(PackError::Damaged)?;
    if version != VERSION {
        return Err(PackError::Version);
    }
    let (sum, rest) = rest.split_first_chunk::<8>().ok_or(PackError::Damaged)?;
    if u64::from_le_bytes(*sum) != checksum(rest) {
        return Err(PackError::Damaged);
    }
    let (len, rest) = rest.split_first_chunk::<4>().ok_or(PackError::Invalid)?;
    let len = u32::from_le_bytes(*len) as usize;
    let (hashes, rest) = rest.split_at_checked(len).ok_or(PackError::Invalid)?;
    let identity = (len > 0).then(|| Identity(hashes.into()));
    Ok((identity, rest))
}

fn checksum(bytes: &[u8]) -> u64 {
    bytes
        .iter()
        .fold(0xcbf2_9ce4_8422_2325, |hash, &byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}
