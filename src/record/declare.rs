//! The three declarations: `record!` for objects, `vocabulary!` for fixed words, `text_type!` for checked
//! strings.

/// Declares an object of the dataset file: the field names are the format.
///
/// A field is required unless its type is an `Option`, a `Vec` or a `Table`. With `or field`, a bare string
/// stands for an object with only that field.
macro_rules! record {
    ($(#[doc = $doc:literal])* pub struct $name:ident $(or $bare:ident)? {
        $($(#[doc = $field_doc:literal])* pub $field:ident: $type:ty,)*
    }) => {
        $(#[doc = $doc])*
        #[derive(Debug, Clone, PartialEq)]
        pub struct $name { $($(#[doc = $field_doc])* pub $field: $type,)* }

        impl crate::record::Unpack for $name {
            fn unpack(from: &mut crate::record::Unpacker<'_>) -> Self {
                $name { $($field: crate::record::Unpack::unpack(from)),* }
            }
        }

        #[cfg(feature = "shapes")]
        impl crate::record::Shaped for $name {
            const SHAPE: crate::record::Shape = crate::record::Shape::Record(&crate::record::RecordShape {
                #[cfg(feature = "cli")]
                name: stringify!($name),
                #[cfg(feature = "cli")]
                doc: &[$($doc),*],
                fields: &[$(crate::record::Field {
                    name: stringify!($field),
                    #[cfg(feature = "cli")]
                    doc: &[$($field_doc),*],
                    shape: <$type as crate::record::Shaped>::SHAPE,
                }),*],
                #[cfg(feature = "reader")]
                bare: [$(Some(stringify!($bare)),)? None][0],
            });
        }
    };
}

/// Declares a fixed set of words.
macro_rules! vocabulary {
    ($(#[doc = $doc:literal])* pub enum $name:ident {
        $($(#[doc = $word_doc:literal])* $variant:ident = $word:literal,)*
    }) => {
        $(#[doc = $doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum $name { $($(#[doc = $word_doc])* $variant,)* }

        impl $name {
            /// Every value, in the order of the documentation.
            pub const ALL: &'static [$name] = &[$($name::$variant),*];

            /// The word in the dataset file.
            pub fn as_str(self) -> &'static str {
                match self { $($name::$variant => $word),* }
            }
        }

        impl crate::record::Unpack for $name {
            fn unpack(from: &mut crate::record::Unpacker<'_>) -> Self {
                let word = Self::ALL.get(from.number() as usize).copied();
                word.unwrap_or_else(|| {
                    from.fail();
                    Self::ALL[0]
                })
            }
        }

        #[cfg(feature = "shapes")]
        impl crate::record::Shaped for $name {
            const SHAPE: crate::record::Shape = crate::record::Shape::Word(&crate::record::WordShape {
                #[cfg(feature = "cli")]
                name: stringify!($name),
                #[cfg(feature = "cli")]
                doc: &[$($doc),*],
                words: &[$($word),*],
                #[cfg(feature = "cli")]
                docs: &[$(&[$($word_doc),*]),*],
            });
        }
    };
}

/// Gives a newtype around `String` its place in the pack and its shape.
///
/// The type has `fn parse(&str) -> Result<Self, &'static str>`. It is checked when it is read from a pack, too:
/// a pack need not be trusted.
macro_rules! text_type {
    ($name:ident {
        max_len: $max_len:expr, pattern: $pattern:literal, example: $example:literal, help: $help:literal $(,)?
    }) => {
        impl crate::record::Unpack for $name {
            fn unpack(from: &mut crate::record::Unpacker<'_>) -> Self {
                $name::parse(from.text()).unwrap_or_else(|_| {
                    from.fail();
                    // Never seen: the whole record is dropped.
                    $name(alloc::string::String::new())
                })
            }
        }

        #[cfg(feature = "shapes")]
        impl $name {
            pub(crate) const TEXT_SHAPE: crate::record::TextShape = crate::record::TextShape {
                #[cfg(feature = "cli")]
                name: stringify!($name),
                #[cfg(feature = "cli")]
                pattern: $pattern,
                #[cfg(feature = "cli")]
                max_len: $max_len,
                #[cfg(feature = "cli")]
                example: $example,
                #[cfg(feature = "reader")]
                check: |text| $name::parse(text).map(drop),
                #[cfg(feature = "reader")]
                help: $help,
            };
        }

        #[cfg(feature = "shapes")]
        impl crate::record::Shaped for $name {
            const SHAPE: crate::record::Shape = crate::record::Shape::Text(&$name::TEXT_SHAPE);
        }
    };
}

pub(crate) use {record, text_type, vocabulary};
