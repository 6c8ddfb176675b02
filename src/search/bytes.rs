//! An index as bytes, to be published beside what it indexes.
//!
//! Lists of like numbers stand together, since then they compress best: the words as what each adds to the one before
//! it, stems as what they take off their first word, documents as distances.

use alloc::{vec, vec::Vec};

use super::index::Index;
use super::strings::Strings;
use super::weights::IMPACTS;

/// What the bytes begin with: a name, and the version of the format and of the stemmers.
const MAGIC: &[u8] = b"fcix\x01";

/// How many lists there are.
const LISTS: usize = 10;

/// So many documents have numbers.
const MAX_DOCUMENTS: u32 = 1 << 24;

/// The places of the lists.
#[derive(Clone, Copy)]
enum List {
    /// How many bytes a word shares with the one before it.
    Shared,
    /// How many bytes it adds, and these bytes.
    Added,
    AddedBytes,
    /// Zero for a word whose stem is new, else how far back its stem is.
    StemBack,
    /// How many bytes a new stem takes off its word; how many it adds, and these bytes.
    StemCut,
    StemAdded,
    StemBytes,
    /// How many documents have a stem, each as the distance from the one before it, and what the stem counts for there.
    Counts,
    Distances,
    Impacts,
}

impl Index {
    /// The index as bytes.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut lists: [Vec<u8>; LISTS] = Default::default();
        let mut put = |list: List, number: u32| push(&mut lists[list as usize], number);
        let mut strings = [Vec::new(), Vec::new()];
        let mut before: &[u8] = &[];
        let mut next = 0;
        for (word, stem) in self.words_from(0) {
            let shared = alike(word, before);
            put(List::Shared, shared as u32);
            put(List::Added, (word.len() - shared) as u32);
            strings[0].extend_from_slice(word.get(shared..).unwrap_or_default());
            put(List::StemBack, next - stem);
            if stem == next {
                let text = self.stems.get(stem as usize);
                let shared = alike(text, word);
                put(List::StemCut, (word.len() - shared) as u32);
                put(List::StemAdded, (text.len() - shared) as u32);
                strings[1].extend_from_slice(text.get(shared..).unwrap_or_default());
                next += 1;
            }
            before = word;
        }
        for stem in 0..next {
            let postings = self.postings(stem);
            put(List::Counts, postings.len() as u32);
            let mut document = 0;
            for posting in postings {
                put(List::Distances, (posting >> 8) - document);
                put(List::Impacts, posting & 0xFF);
                document = posting >> 8;
            }
        }
        [lists[List::AddedBytes as usize], lists[List::StemBytes as usize]] = strings;
        let mut bytes = MAGIC.to_vec();
        push(&mut bytes, self.stemmers);
        push(&mut bytes, self.documents);
        push(&mut bytes, self.words.len() as u32);
        lists.iter().for_each(|it| push(&mut bytes, it.len() as u32));
        lists.iter().for_each(|it| bytes.extend_from_slice(it));
        bytes
    }

    /// Reads an index. `None` if the bytes are none that this version writes.
    pub fn from_bytes(bytes: &[u8]) -> Option<Index> {
        let mut head = bytes.strip_prefix(MAGIC)?;
        let (stemmers, documents, count) = (pull(&mut head)?, pull(&mut head)?, pull(&mut head)?);
        let mut lens = [0; LISTS];
        for len in &mut lens {
            *len = pull(&mut head)? as usize;
        }
        let mut lists: [&[u8]; LISTS] = [&[]; LISTS];
        for (list, len) in lists.iter_mut().zip(lens) {
            (*list, head) = head.split_at_checked(len)?;
        }
        if !head.is_empty() || documents > MAX_DOCUMENTS {
            return None;
        }
        let mut reader = Reader { lists };
        let mut words = Strings::default();
        let mut stems = Strings::default();
        let mut stems_of_words = Vec::new();
        let mut word = Vec::new();
        for n in 0..count {
            let before = (n > 0).then(|| word.clone());
            let shared = reader.number(List::Shared)? as usize;
            if shared > word.len() {
                return None;
            }
            word.truncate(shared);
            word.extend_from_slice(reader.bytes(List::Added, List::AddedBytes)?);
            let back = reader.number(List::StemBack)?;
            let stem = (stems.len() as u32).checked_sub(back)?;
            let is_in_order = before
                .is_none_or(|it| it < word || (it == word && !had(&words, &stems_of_words, &word, stem)));
            if !is_in_order {
                return None;
            }
            if back == 0 {
                let kept = word.len().checked_sub(reader.number(List::StemCut)? as usize)?;
                let mut text = word.get(..kept)?.to_vec();
                text.extend_from_slice(reader.bytes(List::StemAdded, List::StemBytes)?);
                let (_, is_new) = stems.add(&text);
                if !is_new {
                    return None;
                }
            }
            words.push(&word);
            stems_of_words.push(stem);
        }
        let mut starts = vec![0];
        let mut postings = Vec::new();
        for _ in 0..stems.len() {
            let count = reader.number(List::Counts)?;
            let mut document = 0;
            for n in 0..count {
                let distance = reader.number(List::Distances)?;
                document = if n == 0 {
                    distance
                } else {
                    distance.checked_add(document).filter(|_| distance > 0)?
                };
                let impact = reader.number(List::Impacts)?;
                if document >= documents || !(1..=IMPACTS).contains(&impact) {
                    return None;
                }
                postings.push(document << 8 | impact);
            }
            starts.push(postings.len() as u32);
        }
        reader.lists.iter().all(|it| it.is_empty()).then_some(())?;
        Some(Index { documents, words, stems_of_words, stems, starts, postings, stemmers })
    }
}

/// Whether the last words are the same as one and have a stem already.
fn had(words: &Strings, stems: &[u32], word: &[u8], stem: u32) -> bool {
    let last = stems.iter().enumerate().rev().take_while(|it| words.get(it.0) == word);
    last.into_iter().any(|it| *it.1 == stem)
}

struct Reader<'a> {
    lists: [&'a [u8]; LISTS],
}

impl<'a> Reader<'a> {
    fn number(&mut self, list: List) -> Option<u32> {
        pull(self.lists.get_mut(list as usize)?)
    }

    fn bytes(&mut self, len: List, bytes: List) -> Option<&'a [u8]> {
        let len = self.number(len)? as usize;
        let list = self.lists.get_mut(bytes as usize)?;
        let (taken, rest) = list.split_at_checked(len)?;
        *list = rest;
        Some(taken)
    }
}

/// How many bytes two strings begin with alike.
fn alike(a: &[u8], b: &[u8]) -> usize {
    a.iter().zip(b).take_while(|it| it.0 == it.1).count()
}

/// Appends a number, seven bits a byte, the lowest first.
fn push(bytes: &mut Vec<u8>, mut number: u32) {
    while number >= 0x80 {
        bytes.push(number as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}

/// Takes a number; only the shortest way of writing it is one.
fn pull(bytes: &mut &[u8]) -> Option<u32> {
    let mut number = 0u32;
    for n in 0..5 {
        let (&byte, rest) = bytes.split_first()?;
        *bytes = rest;
        let bits = u32::from(byte & 0x7F);
        if (n == 4 && bits > 0xF) || (n > 0 && byte == 0) {
            return None;
        }
        number |= bits << (7 * n);
        if byte < 0x80 {
            return Some(number);
        }
    }
    None
}
