//! Reading records from the pack's bytes: the postcard wire format 1.0, for the types that a record uses.
//!
//! The postcard crate writes packs but does not read them in the widget: a derived `Deserialize` returns early
//! at every field, and dropping what was read so far took half of the module (21 of 41 KB). Here a fault is
//! only noted, reading goes on with nothing, and the whole is thrown away at the end.

use alloc::vec::Vec;

use crate::date::Date;
use crate::score::Score;

/// The bytes still to be read, and whether all was well so far.
pub(crate) struct Unpacker<'a> {
    bytes: &'a [u8],
    failed: bool,
}

/// A type that stands in a pack.
pub(crate) trait Unpack {
    /// Reads the next value; after a fault any value.
    fn unpack(from: &mut Unpacker<'_>) -> Self;
}

impl<'a> Unpacker<'a> {
    /// Reads one value from all of the bytes; `None` if they are anything else.
    pub(crate) fn read<T: Unpack>(bytes: &'a [u8]) -> Option<T> {
        Unpacker::read_with(bytes, T::unpack)
    }

    /// Reads all of the bytes with a function.
    pub(crate) fn read_with<T>(bytes: &'a [u8], read: impl FnOnce(&mut Unpacker<'a>) -> T) -> Option<T> {
        let mut this = Unpacker { bytes, failed: false };
        let value = read(&mut this);
        (!this.failed && this.bytes.is_empty()).then_some(value)
    }

    /// Whether a fault was noted.
    #[cfg(feature = "identity")]
    pub(crate) fn has_failed(&self) -> bool {
        self.failed
    }

    /// Notes a fault. Nothing is left to read, so that every loop ends.
    pub(crate) fn fail(&mut self) {
        self.failed = true;
        self.bytes = &[];
    }

    fn byte(&mut self) -> u8 {
        match self.bytes.split_first() {
            Some((&byte, rest)) => {
                self.bytes = rest;
                byte
            }
            None => {
                self.fail();
                0
            }
        }
    }

    /// An unsigned number as a varint of at most 32 bits.
    pub(crate) fn number(&mut self) -> u32 {
        let mut number = 0;
        for shift in [0, 7, 14, 21, 28] {
            let byte = self.byte();
            number |= u32::from(byte & 127) << shift;
            if byte < 128 {
                if shift == 28 && byte > 15 {
                    break;
                }
                return number;
            }
        }
        self.fail();
        0
    }

    pub(crate) fn text(&mut self) -> &'a str {
        let len = self.number() as usize;
        let text = self.bytes.split_at_checked(len).and_then(|(text, rest)| {
            self.bytes = rest;
            core::str::from_utf8(text).ok()
        });
        text.unwrap_or_else(|| {
            self.fail();
            ""
        })
    }

    /// `true` for 1, `false` for 0, as a bool and as the tag of an option.
    pub(crate) fn flag(&mut self) -> bool {
        let byte = self.byte();
        if byte > 1 {
            self.fail();
        }
        byte == 1
    }
}

impl Unpack for bool {
    fn unpack(from: &mut Unpacker<'_>) -> Self {
        from.flag()
    }
}

impl<T: Unpack> Unpack for Option<T> {
    fn unpack(from: &mut Unpacker<'_>) -> Self {
        from.flag().then(|| T::unpack(from))
    }
}

impl<T: Unpack> Unpack for Vec<T> {
    fn unpack(from: &mut Unpacker<'_>) -> Self {
        let len = from.number();
        let mut list = Vec::new();
        // The length is not believed: memory grows with what is really there.
        for _ in 0..len {
            if from.failed {
                break;
            }
            list.push(T::unpack(from));
        }
        list
    }
}

impl<A: Unpack, B: Unpack> Unpack for (A, B) {
    fn unpack(from: &mut Unpacker<'_>) -> Self {
        (A::unpack(from), B::unpack(from))
    }
}

impl Unpack for Score {
    /// A signed number as postcard writes it: zigzag, so that small negatives stay short.
    fn unpack(from: &mut Unpacker<'_>) -> Self {
        let number = from.number();
        Score::from_thousandths((number >> 1) as i32 ^ -((number & 1) as i32)).unwrap_or_else(|| {
            from.fail();
            Score::default()
        })
    }
}

impl Unpack for Date {
    fn unpack(from: &mut Unpacker<'_>) -> Self {
        Date::from_bits(from.number()).unwrap_or_else(|| {
            from.fail();
            Date::FIRST
        })
    }
}
