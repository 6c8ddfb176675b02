//! `Table`: records by id, in the order of their ids.

use alloc::vec::Vec;

/// A map that is an object in the dataset file and a sorted list in memory and in the pack.
///
/// A `BTreeMap` would do the same for three kilobytes more of wasm.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table<K, V>(Vec<(K, V)>);

impl<K: Ord, V> Table<K, V> {
    /// The record of a key.
    pub fn get(&self, key: &K) -> Option<&V> {
        self.0.get(self.position(key)?).map(|(_, record)| record)
    }

    /// Where a key stands among all of them.
    pub fn position(&self, key: &K) -> Option<usize> {
        self.0.binary_search_by(|(it, _)| it.cmp(key)).ok()
    }

    /// All entries, in the order of the keys.
    pub fn iter(&self) -> impl Iterator<Item = (&K, &V)> {
        self.0.iter().map(|(key, value)| (key, value))
    }

    /// How many entries there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<K: crate::record::Unpack + Ord, V: crate::record::Unpack> crate::record::Unpack for Table<K, V> {
    fn unpack(from: &mut crate::record::Unpacker<'_>) -> Self {
        let entries = Vec::<(K, V)>::unpack(from);
        if !entries.is_sorted_by(|a, b| a.0 < b.0) {
            from.fail();
        }
        Table(entries)
    }
}

#[cfg(feature = "shapes")]
impl<V: crate::record::Shaped> crate::record::Shaped for Table<super::Id, V> {
    const SHAPE: crate::record::Shape = crate::record::Shape::Table(&super::Id::TEXT_SHAPE, &V::SHAPE);
}

#[cfg(feature = "shapes")]
impl<V: crate::record::Shaped> crate::record::Shaped for Table<super::Language, V> {
    const SHAPE: crate::record::Shape = crate::record::Shape::Table(&super::Language::TEXT_SHAPE, &V::SHAPE);
}
