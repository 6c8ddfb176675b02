//! The single values that only a model has: text, ids, language tags.

use alloc::string::String;

use crate::record::text_type;
use crate::text::{cut, why};

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
            return Err(why("is longer than 100,000 bytes"));
        }
        if text.chars().all(|c| c.is_whitespace() || c == '\u{FEFF}') {
            return Err(why("is blank"));
        }
        if text.chars().any(|c| c.is_control() && c != '\n' && c != '\t') {
            return Err(why("contains a control character"));
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
            return Err(why("is longer than 100 characters"));
        }
        if !id.starts_with(|c: char| c.is_ascii_alphanumeric()) || !id.chars().all(allowed) {
            return Err(why("is not an id"));
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
        let well_formed = parts(tag, b'-').enumerate().all(|(i, part)| {
            let alphabetic = part.iter().all(u8::is_ascii_alphabetic);
            let alphanumeric = part.iter().all(u8::is_ascii_alphanumeric);
            match i {
                0 => alphabetic && (2..=3).contains(&part.len()),
                _ => alphanumeric && (1..=8).contains(&part.len()),
            }
        });
        if !well_formed || tag.len() > MAX_TAG {
            return Err(why("is not a language tag"));
        }
        Ok(Language(tag.into()))
    }

    /// The tag.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The language without region or script: `pt` of `pt-BR`.
    pub fn primary(&self) -> &str {
        cut(&self.0, b'-').0
    }

    /// Whether both are the same language, whatever the region or script.
    pub fn matches(&self, other: &Language) -> bool {
        self.primary().eq_ignore_ascii_case(other.primary())
    }

    /// Whether it is written from right to left, by its script or its usual script (CLDR).
    pub fn is_rtl(&self) -> bool {
        const RTL: &str = "ar azb ckb dv fa he ks mzn nqo pnb ps rhg sd syr ug ur yi";
        const SCRIPTS: &str = "Adlm Arab Aran Hebr Nkoo Rohg Samr Syrc Thaa";
        let has = |list: &str, it: &[u8]| parts(list, b' ').any(|one| one.eq_ignore_ascii_case(it));
        match parts(&self.0, b'-').nth(1).filter(|part| part.len() == 4) {
            Some(script) => has(SCRIPTS, script),
            None => has(RTL, self.primary().as_bytes()),
        }
    }
}

/// The parts of an ASCII text between marks. In bytes, since splitting text is longer code.
fn parts(text: &str, mark: u8) -> impl Iterator<Item = &[u8]> {
    text.as_bytes().split(move |&b| b == mark)
}

text_type!(Text { max_len: MAX_TEXT, pattern: r"\S", example: "plain text", help: "give plain text" });
text_type!(Id {
    max_len: MAX_ID,
    pattern: "^[A-Za-z0-9][A-Za-z0-9_-]*$",
    example: "bridge",
    help: "use ASCII letters, digits, `-` and `_`, beginning with a letter or digit",
});
text_type!(Language {
    max_len: MAX_TAG,
    pattern: "^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$",
    example: "en",
    help: "use a BCP 47 tag such as `en` or `pt-BR`",
});
