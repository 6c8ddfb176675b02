//! `WebUrl` and `Contact`: links that are safe to follow, or they do not exist.
//!
//! The check is an allow-list of schemes by hand, since a whole URL parser costs 66 KB in the wasm;
//! it is compared with the `url` crate's and the browsers' verdicts in the tests.

use alloc::string::String;

use crate::record::text_type;

/// How long an address may be, in bytes: what browsers and servers agree on.
const MAX_URL: usize = 8_000;

/// An absolute `http` or `https` URL without credentials, blanks or control characters.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WebUrl(String);

impl WebUrl {
    /// Checks a URL as the WHATWG URL Standard would read it, more strictly: what browsers silently repair
    /// (backslashes, tabs, a missing slash) is refused.
    ///
    /// # Errors
    /// A sentence that says what is wrong.
    pub fn parse(url: &str) -> Result<WebUrl, &'static str> {
        if url.len() > MAX_URL {
            return Err("is longer than 8,000 bytes");
        }
        let rest = strip_scheme(url).ok_or(if url.starts_with("//") {
            "has no scheme"
        } else {
            "is not an http or https URL"
        })?;
        if url.chars().any(is_unfit) {
            return Err("contains a blank, a backslash or an invisible character");
        }
        let authority = until(rest, &[b'/', b'?', b'#']);
        if authority.bytes().any(|b| b == b'@') {
            return Err("contains a user name");
        }
        // A host begins with a letter, a digit or, as an IPv6 address, a bracket; all else percent-encodes,
        // vanishes or is refused in one browser or another.
        let begins_host = |&b: &u8| b.is_ascii_alphanumeric() || b == b'[' || b >= 128;
        if !authority.as_bytes().first().is_some_and(begins_host) {
            return Err("has no host");
        }
        Ok(WebUrl(url.into()))
    }

    /// The URL as it was written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The host, for showing where a link leads: `www.` is left out.
    pub fn host(&self) -> &str {
        let rest = strip_scheme(&self.0).unwrap_or("");
        let host = until(rest, &[b'/', b'?', b'#', b':']);
        host.strip_prefix("www.").unwrap_or(host)
    }
}

/// Where readers report errors: a web page or a `mailto:` address.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Contact(String);

impl Contact {
    /// Checks an `http`, `https` or `mailto` URL.
    ///
    /// # Errors
    /// A sentence that says what is wrong.
    pub fn parse(url: &str) -> Result<Contact, &'static str> {
        if let Some(address) = url.strip_prefix("mailto:").filter(|it| it.len() <= MAX_URL) {
            let plain = |b: u8| b.is_ascii_alphanumeric() || b"!#$%&'*+-./=?@^_`{|}~".contains(&b);
            if !address.bytes().any(|b| b == b'@') || !address.bytes().all(plain) {
                return Err("is not a mailto address");
            }
            return Ok(Contact(url.into()));
        }
        WebUrl::parse(url).map(|WebUrl(url)| Contact(url))
    }

    /// The URL as it was written.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

text_type!(WebUrl {
    max_len: MAX_URL,
    pattern: r"^[Hh][Tt][Tt][Pp][Ss]?://[^\s\\]+$",
    help: "give a whole address that begins with https://",
});
text_type!(Contact {
    max_len: MAX_URL,
    pattern: r"^([Hh][Tt][Tt][Pp][Ss]?://[^\s\\]+|mailto:[^\s@]+@[^\s@]+)$",
    help: "give an address that begins with https:// or mailto:",
});

fn strip_scheme(url: &str) -> Option<&str> {
    ["https://", "http://"].into_iter().find_map(|scheme| {
        let (head, rest) = url.split_at_checked(scheme.len())?;
        head.eq_ignore_ascii_case(scheme).then_some(rest)
    })
}

/// The text before the first of some ASCII characters.
fn until<'a>(text: &'a str, ends: &[u8]) -> &'a str {
    let end = text.bytes().position(|b| ends.contains(&b));
    end.and_then(|end| text.get(..end)).unwrap_or(text)
}

/// Blanks, controls and backslashes, which browsers repair in silence; and what can make a link read
/// differently from where it leads: bidirectional controls, zero-width characters and their kin.
fn is_unfit(c: char) -> bool {
    matches!(
        c,
        '\0'..=' ' | '\\' | '\u{7F}'..='\u{A0}' | '\u{AD}' | '\u{1680}' | '\u{2000}'..='\u{200F}'
            | '\u{2028}'..='\u{202F}' | '\u{205F}'..='\u{206F}' | '\u{3000}' | '\u{FEFF}'
    )
}
