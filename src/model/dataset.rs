//! The dataset: a record whose ids are unique and whose references all lead somewhere.

use alloc::{string::String, vec::Vec};
use core::ops::Deref;

use super::claim::Claim;
use super::rule::Rule;
use super::source::{Person, Publisher, Source};
use super::table::Table;
use super::values::{Id, Language, Text};
use crate::date::Date;
use crate::record::record;
use crate::url::{Contact, WebUrl};

record! {
    /// A dataset as it stands in a file.
    pub struct DatasetRecord {
        /// Names the dataset.
        pub id: Id,
        /// Its title, as readers see it.
        pub title: Text,
        /// What it covers, in a sentence or two.
        pub description: Option<Text>,
        /// The language of its texts, where they say no other.
        pub language: Language,
        /// Who publishes it.
        pub publisher: Option<Publisher>,
        /// Where it says how claims are chosen and checked.
        pub methodology: Option<WebUrl>,
        /// Where readers report errors.
        pub corrections: Option<Contact>,
        /// The licence, as an SPDX identifier or in words.
        pub license: Option<Text>,
        /// When it was last changed.
        pub updated: Option<Date>,
        /// Who speaks, by id.
        pub people: Table<Id, Person>,
        /// What is cited, by id.
        pub sources: Table<Id, Source>,
        /// The claims, in the order in which they are shown.
        pub claims: Vec<Claim>,
        /// Rules of the linter that are turned off for the whole dataset.
        pub allow: Vec<Rule>,
    }
}

/// A valid, frozen dataset: what follows from it cannot fail.
#[derive(Debug, Clone, PartialEq)]
pub struct Dataset {
    record: DatasetRecord,
    identity: Option<Identity>,
}

/// The published hashes of a dataset: its own, then each claim's, in the order of the dataset.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Identity(pub(crate) Vec<u8>);

impl Identity {
    /// The hash of the whole dataset.
    pub fn dataset(&self) -> Option<Hash> {
        self.nth(0)
    }

    /// The hash of its n-th claim, counted from 0.
    pub fn claim(&self, n: usize) -> Option<Hash> {
        self.nth(n + 1)
    }

    fn nth(&self, n: usize) -> Option<Hash> {
        self.0.get(n * 32..)?.first_chunk().copied().map(Hash)
    }
}

/// A SHA-256 hash (FIPS 180-4).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hash(pub [u8; 32]);

impl Hash {
    /// In hexadecimal, 64 characters.
    pub fn to_hex(self) -> String {
        const DIGITS: &[u8; 16] = b"0123456789abcdef";
        let mut hex = String::new();
        for byte in self.0 {
            hex.push(DIGITS[usize::from(byte >> 4)] as char);
            hex.push(DIGITS[usize::from(byte & 15)] as char);
        }
        hex
    }
}

impl Dataset {
    /// Checks what single values cannot know: that ids are unique, references lead somewhere, every
    /// counter-statement has a source.
    ///
    /// # Errors
    /// The record, when it breaks a rule; [`Dataset::faults`] lists them all.
    #[cfg(feature = "reader")]
    pub fn new(record: DatasetRecord) -> Result<Dataset, alloc::boxed::Box<DatasetRecord>> {
        let mut broken = false;
        Dataset::faults(&record, &mut |_, _| broken = true);
        match broken {
            true => Err(alloc::boxed::Box::new(record)),
            false => Ok(Dataset { record, identity: None }),
        }
    }

    /// Calls back for every rule that a record breaks, in file order.
    #[cfg(feature = "reader")]
    pub fn faults(
        record: &DatasetRecord,
        found: &mut dyn FnMut(&crate::error::Path, super::check::Fault<'_>),
    ) {
        super::check::check(record, found);
    }

    /// Takes a record that was checked when it was written.
    pub(crate) fn trusted(record: DatasetRecord) -> Dataset {
        Dataset { record, identity: None }
    }

    /// Puts the published hashes to it.
    pub(crate) fn with_identity(self, identity: Option<Identity>) -> Dataset {
        Dataset { identity, ..self }
    }

    /// The published hashes, if the dataset came with them.
    pub fn identity(&self) -> Option<&Identity> {
        self.identity.as_ref()
    }

    /// The published hash of one of its claims.
    pub fn hash_of(&self, claim: &Claim) -> Option<Hash> {
        let identity = self.identity.as_ref()?;
        identity.claim(self.record.claims.iter().position(|it| core::ptr::eq(it, claim))?)
    }

    /// The claim of an id.
    pub fn claim(&self, id: &str) -> Option<&Claim> {
        self.record.claims.iter().find(|it| it.id.as_str() == id)
    }
}

impl Deref for Dataset {
    type Target = DatasetRecord;

    fn deref(&self) -> &DatasetRecord {
        &self.record
    }
}
