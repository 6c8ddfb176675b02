//! Ids for what has none: readable where the words allow it, the same in every run, each given once.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::string::{String, ToString};

use sha2::{Digest, Sha256};

/// How long an id made of words becomes, in characters.
const MAX_SLUG: usize = 60;

/// The ids that were given so far. What is kept of each record is its id alone, so that memory does not grow with
/// the size of the records.
#[derive(Default)]
pub(super) struct Ids {
    given: BTreeSet<String>,
    by_key: BTreeMap<u128, String>,
}

impl Ids {
    /// A new id near to what is wished for.
    pub(super) fn unique(&mut self, wish: &str, or_else: &str) -> String {
        let slug = slug(wish);
        let base = if slug.is_empty() { or_else.to_string() } else { slug };
        let mut id = base.clone();
        let mut n = 1;
        while !self.given.insert(id.clone()) {
            n += 1;
            id = alloc::format!("{base}-{n}");
        }
        id
    }

    /// The id of a thing that may have come before, and whether it is new. The key says what makes it the same.
    pub(super) fn of(&mut self, key: &str, wish: &str, or_else: &str) -> (String, bool) {
        let hash = digest(key);
        if let Some(id) = self.by_key.get(&hash) {
            return (id.clone(), false);
        }
        let id = self.unique(wish, or_else);
        self.by_key.insert(hash, id.clone());
        (id, true)
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
