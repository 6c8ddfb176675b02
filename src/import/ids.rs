//! Ids for what has none: readable where the words allow it, the same in every run, each given once.

use alloc::collections::BTreeMap;
use alloc::{
    format,
    string::{String, ToString},
};

use sha2::{Digest, Sha256};

/// How long an id made of words becomes, in characters.
const MAX_SLUG: usize = 60;

/// The ids that were given so far. What is kept of each record is its id and a hash, so that memory does not grow
/// with the size of the records.
#[derive(Default)]
pub(super) struct Ids {
    /// Each id, and the hash of the record that was written under it.
    given: BTreeMap<String, Option<u128>>,
    /// How often an id was wished for, so that the next number is found at once.
    wished: BTreeMap<String, usize>,
    by_key: BTreeMap<u128, String>,
}

/// What is to be done with a record of some id.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Keep {
    /// It is the first: write it.
    New,
    /// The same was written before.
    Same,
    /// Something else was written before under this id.
    Differs,
}

impl Ids {
    /// A new id near to what is wished for.
    pub(super) fn unique(&mut self, wish: &str, or_else: &str) -> String {
        let slug = slug(wish);
        let base = if slug.is_empty() { or_else.to_string() } else { slug };
        if !self.given.contains_key(&base) {
            self.given.insert(base.clone(), None);
            return base;
        }
        let n = self.wished.entry(base.clone()).or_insert(1);
        loop {
            *n += 1;
            let id = format!("{base}-{n}");
            if !self.given.contains_key(&id) {
                self.given.insert(id.clone(), None);
                return id;
            }
        }
    }

    /// The id of a thing that may have come before. The key says what makes it the same.
    pub(super) fn of(&mut self, key: &str, wish: &str, or_else: &str) -> String {
        let hash = digest(key);
        if let Some(id) = self.by_key.get(&hash) {
            return id.clone();
        }
        let id = self.unique(wish, or_else);
        self.by_key.insert(hash, id.clone());
        id
    }

    /// Whether a record is the first of its id; `content` is what makes two of them differ.
    pub(super) fn keep(&mut self, id: &str, content: &str) -> Keep {
        let hash = Some(digest(content));
        match self.given.get_mut(id) {
            Some(written) if *written == hash => Keep::Same,
            Some(Some(_)) => Keep::Differs,
            Some(unwritten) => {
                *unwritten = hash;
                Keep::New
            }
            None => Keep::New,
        }
    }
}

/// Half of a SHA-256: two different keys never share it by chance.
pub(super) fn digest(key: &str) -> u128 {
    let hash: [u8; 32] = Sha256::digest(key.as_bytes()).into();
    hash.iter().take(16).fold(0, |number, &byte| number << 8 | u128::from(byte))
}

/// The letters and digits of a text that an id may have, words joined by hyphens; empty if it has none.
fn slug(text: &str) -> String {
    let mut slug = String::new();
    for c in text.chars() {
        if slug.len() >= MAX_SLUG {
            break;
        }
        match c {
            'a'..='z' | '0'..='9' => slug.push(c),
            'A'..='Z' => slug.push(c.to_ascii_lowercase()),
            '_' if !slug.is_empty() => slug.push('_'),
            '\'' | '’' => {}
            _ if !slug.is_empty() && !slug.ends_with('-') => slug.push('-'),
            _ => {}
        }
    }
    slug.trim_end_matches(['-', '_']).into()
}
