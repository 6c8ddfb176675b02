//! The single values: text, ids, language tags, scores; and how dates and links stand in a file.

use alloc::string::String;

use crate::date::Date;
#[cfg(feature = "reader")]
use crate::record::{Shape, Shaped};
use crate::record::{Unpack, Unpacker, text_type};

/// How long one text may be, in bytes. The longest statement in the data we know has 9,000.
const MAX_TEXT: usize = 100_000;

/// How long an id may be, in characters.
const MAX_ID: usize = 100;

/// How long a language tag may be, in characters (RFC 5646, section 4.4.1).
const MAX_TAG: usize = 35;

/// Plain text: not blank, no control characters but tab and line feed. Never HTML or Markdown.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Text(String);

impl Text {
    /// Checks a text.
    ///
    /// # Errors
    /// A sentence that says what is wrong.
    pub fn parse(text: &str) -> Result<Text, &'static str> {
        if text.len() > MAX_TEXT {
            return Err("is longer than 100,000 bytes");
        }
        if text.trim().is_empty() {
            return Err("is blank");
        }
        if text
            .chars()
            .any(|c| c.is_control() && c != '\n' && c != '\t')
        {
            return Err("contains a control character");
        }
        Ok(Text(text.into()))
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Names a claim, a person or a source; safe as an HTML anchor and in a URL as it is.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(String);

impl Id {
    /// Checks an id: ASCII letters, digits, `-` and `_`, beginning with a letter or digit, at most 100.
    ///
    /// # Errors
    /// A sentence that says what is wrong.
    pub fn parse(id: &str) -> Result<Id, &'static str> {
        let allowed = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
        if id.len() > MAX_ID {
            return Err("is longer than 100 characters");
        }
        if !id.starts_with(|c: char| c.is_ascii_alphanumeric()) || !id.chars().all(allowed) {
            return Err("is not an id");
        }
        Ok(Id(id.into()))
    }

    /// The id.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A BCP 47 language tag, checked for its shape (`language[-part]…`), not against the registry.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Language(String);

impl Language {
    /// Checks a tag such as `en`, `pt-BR`, `zh-Hant`.
    ///
    /// # Errors
    /// A sentence that says what is wrong.
    pub fn parse(tag: &str) -> Result<Language, &'static str> {
        let well_formed = tag.split('-').enumerate().all(|(i, part)| {
            let alphabetic = part.bytes().all(|b| b.is_ascii_alphabetic());
            let alphanumeric = part.bytes().all(|b| b.is_ascii_alphanumeric());
            match i {
                0 => alphabetic && (2..=3).contains(&part.len()),
                _ => alphanumeric && (1..=8).contains(&part.len()),
            }
        });
        if !well_formed || tag.len() > MAX_TAG {
            return Err("is not a language tag");
        }
        Ok(Language(tag.into()))
    }

    /// The tag.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The language without region or script: `pt` of `pt-BR`.
    pub fn primary(&self) -> &str {
        self.0.split('-').next().unwrap_or("")
    }

    /// Whether both are the same language, whatever the region or script.
    pub fn matches(&self, other: &Language) -> bool {
        self.primary().eq_ignore_ascii_case(other.primary())
    }

    /// Whether it is written from right to left, by its script or its usual script (CLDR).
    pub fn is_rtl(&self) -> bool {
        const RTL: &[&str] = &["ar", "ckb", "dv", "fa", "he", "ps", "sd", "syr", "ug", "ur", "yi"];
        match self.0.split('-').nth(1).filter(|part| part.len() == 4) {
            Some(script) => ["Arab", "Hebr", "Syrc", "Thaa"]
                .iter()
                .any(|it| it.eq_ignore_ascii_case(script)),
            None => RTL.iter().any(|it| it.eq_ignore_ascii_case(self.primary())),
        }
    }
}

text_type!(Text {
    max_len: MAX_TEXT,
    pattern: r"\S",
    help: "give plain text",
});
text_type!(Id {
    max_len: MAX_ID,
    pattern: "^[A-Za-z0-9][A-Za-z0-9_-]*$",
    help: "use ASCII letters, digits, `-` and `_`, beginning with a letter or digit",
});
text_type!(Language {
    max_len: MAX_TAG,
    pattern: "^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$",
    help: "use a BCP 47 tag such as `en` or `pt-BR`",
});

/// A number on a rating scale, exact to three decimals. Kept as thousandths: no floating point in the core.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Score(i32);

impl Score {
    /// The score in thousandths.
    pub fn thousandths(self) -> i32 {
        self.0
    }

    /// From a number; `None` when it has more than three decimals or lies beyond a million.
    pub fn from_number(number: f64) -> Option<Score> {
        let thousandths = number * 1000.0;
        // `round` is not in `core`; the cast truncates and saturates.
        let rounded = (thousandths + if thousandths < 0.0 { -0.5 } else { 0.5 }) as i32;
        let off = thousandths - f64::from(rounded);
        (off.abs() < 1e-6 && rounded.abs() <= 1_000_000_000).then_some(Score(rounded))
    }
}

impl Unpack for Score {
    /// A signed number as postcard writes it: zigzag, so that small negatives stay short.
    fn unpack(from: &mut Unpacker<'_>) -> Self {
        let number = from.number();
        Score((number >> 1) as i32 ^ -((number & 1) as i32))
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

#[cfg(feature = "reader")]
impl Shaped for Date {
    const SHAPE: Shape = Shape::Date;
}

#[cfg(feature = "reader")]
impl Shaped for Score {
    const SHAPE: Shape = Shape::Score;
}
