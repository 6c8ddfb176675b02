//! `WebUrl` and `Contact`: links that are safe to follow, or they do not exist.
//!
//! The check is an allow-list of schemes by hand, since a whole URL parser costs 66 KB in the wasm;
//! it is compared with the `url` crate's and the browsers' verdicts in the tests.

use alloc::string::String;

use crate::record::text_type;
use crate::text::{cut, is_invisible, why};

/// How long an address may be, in bytes: what browsers and servers agree on.
const MAX_URL: usize = 8_000;

/// An absolute `http` or `https` URL with an ASCII host, without credentials, blanks or control characters.
///
/// Hosts of other scripts are written in Punycode, so that a look-alike is seen for what it is.
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
            return Err(why("is longer than 8,000 bytes"));
        }
        let rest = strip_scheme(url).ok_or(why(if url.starts_with("//") {
            "has no scheme"
        } else {
            "is not an http or https URL"
        }))?;
        if url.chars().any(is_unfit) {
            return Err(why("contains a blank, a backslash or an invisible character"));
        }
        let authority = authority(rest);
        if authority.bytes().any(|b| b == b'@') {
            return Err(why("contains a user name"));
        }
        let (host, port) = split_port(authority);
        if !host.is_ascii() {
            return Err(why("has a host outside ASCII; write it in Punycode (xn--…), as browsers copy it"));
        }
        if !is_host(host) {
            return Err(why("has no host"));
        }
        if port.is_some_and(|port| !is_port(port)) {
            return Err(why("has a port that is no number below 65,536"));
        }
        Ok(WebUrl(url.into()))
    }

    /// The URL as it was written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The host, as it is written: what to show of where a link leads.
    pub fn host(&self) -> &str {
        let rest = strip_scheme(&self.0).unwrap_or("");
        split_port(authority(rest)).0
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
            let (user, host) = cut(cut(address, b'?').0, b'@');
            let is_address = !user.is_empty() && !host.is_empty() && !host.bytes().any(|b| b == b'@');
            if !is_address || !address.bytes().all(plain) {
                return Err(why("is not a mailto address"));
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

#[cfg(feature = "extras")]
impl Contact {
    /// The address with more fields in its query: all but letters and digits percent-encoded, which is right for
    /// `mailto` (RFC 6068) as for the web. `None` when that would be too long for an address.
    pub fn with_fields(&self, fields: &[(&str, &str)]) -> Option<Contact> {
        let (address, fragment) = cut(&self.0, b'#');
        let mut url = String::from(address);
        let mut mark = if address.bytes().any(|b| b == b'?') { '&' } else { '?' };
        for (name, value) in fields {
            url.push(mark);
            push_encoded(&mut url, name);
            url.push('=');
            push_encoded(&mut url, value);
            mark = '&';
        }
        if !fragment.is_empty() {
            url.push('#');
            url.push_str(fragment);
        }
        (url.len() <= MAX_URL).then_some(Contact(url))
    }
}

#[cfg(feature = "extras")]
fn push_encoded(url: &mut String, text: &str) {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => url.push(byte.into()),
            _ => {
                url.push('%');
                url.push(DIGITS[usize::from(byte >> 4)].into());
                url.push(DIGITS[usize::from(byte & 15)].into());
            }
        }
    }
}

text_type!(WebUrl {
    max_len: MAX_URL,
    pattern: r"^[Hh][Tt][Tt][Pp][Ss]?://[A-Za-z0-9._-]+(:\d{1,5})?([/?#][^\s\\]*)?$",
    example: "https://example.org/",
    help: "give a whole address that begins with https://",
});
text_type!(Contact {
    max_len: MAX_URL,
    pattern: r"^([Hh][Tt][Tt][Pp][Ss]?://[A-Za-z0-9._-]+(:\d{1,5})?([/?#][^\s\\]*)?|mailto:[^\s@?]+@[^\s@?]+(\?\S*)?)$",
    example: "mailto:desk@example.org",
    help: "give an address that begins with https:// or mailto:",
});

fn strip_scheme(url: &str) -> Option<&str> {
    ["https://", "http://"].into_iter().find_map(|scheme| {
        let (head, rest) = url.split_at_checked(scheme.len())?;
        head.eq_ignore_ascii_case(scheme).then_some(rest)
    })
}

/// What stands before the path, the query or the fragment.
fn authority(rest: &str) -> &str {
    cut(cut(cut(rest, b'/').0, b'?').0, b'#').0
}

/// The host and, behind the colon, the port.
fn split_port(authority: &str) -> (&str, Option<&str>) {
    let (host, port) = cut(authority, b':');
    (host, (host.len() < authority.len()).then_some(port))
}

/// A name of letters, digits, `-`, `_` and dots, or four numbers. What a browser would read as another host than
/// is written (`%65xample`, `0x7f.1`, `2130706433`) is refused, and so are addresses of IPv6.
fn is_host(host: &str) -> bool {
    let plain = |&b: &u8| b.is_ascii_alphanumeric() || b == b'-' || b == b'_';
    let host = host.as_bytes();
    let (mut n_labels, mut n_octets, mut ends_in_number) = (0, 0, false);
    for label in host.strip_suffix(b".").unwrap_or(host).split(|&b| b == b'.') {
        if label.is_empty() || label.starts_with(b"-") || !label.iter().all(plain) {
            return false;
        }
        n_labels += 1;
        n_octets += usize::from(is_octet(label));
        ends_in_number = label.first().is_some_and(u8::is_ascii_digit);
    }
    !ends_in_number || (n_labels == 4 && n_octets == 4)
}

/// A number from 0 to 255 without leading zeros.
fn is_octet(label: &[u8]) -> bool {
    let is_short = label.len() < 3 || (label.len() == 3 && label <= b"255".as_slice());
    is_short && label.iter().all(u8::is_ascii_digit) && (label.len() == 1 || !label.starts_with(b"0"))
}

fn is_port(port: &str) -> bool {
    let is_number = !port.is_empty() && port.len() <= 5 && port.bytes().all(|b| b.is_ascii_digit());
    is_number && (port.len() < 5 || port <= "65535")
}

/// Blanks, controls and backslashes, which browsers repair in silence, and what is not seen.
fn is_unfit(c: char) -> bool {
    is_invisible(c)
        || matches!(
            c,
            '\0'..=' ' | '\\' | '\u{7F}'..='\u{A0}' | '\u{1680}' | '\u{2000}'..='\u{200A}' | '\u{202F}'
                | '\u{205F}' | '\u{3000}'
        )
}
