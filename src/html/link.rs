//! `Link`: what may stand in an `href`.

use alloc::string::String;

use crate::text::joined;
use crate::url::{Contact, WebUrl};

/// A link that is safe to follow.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link(String);

impl Link {
    /// To a page, at a fragment (without `#`) if one is given. A fragment that the URL has itself stays first, and
    /// a text directive follows one that is there already.
    pub fn to(url: &WebUrl, fragment: Option<&str>) -> Link {
        let mut href = String::from(url.as_str());
        if let Some(fragment) = fragment {
            const DIRECTIVE: &str = ":~:";
            if !href.bytes().any(|b| b == b'#') {
                href.push('#');
            }
            let has_directive = href.as_bytes().windows(DIRECTIVE.len()).any(|it| it == DIRECTIVE.as_bytes());
            match fragment.strip_prefix(DIRECTIVE).filter(|_| has_directive) {
                Some(text) => {
                    href.push('&');
                    href.push_str(text);
                }
                None => href.push_str(fragment),
            }
        }
        Link(href)
    }

    /// To an address for reports.
    pub fn to_contact(contact: &Contact) -> Link {
        Link(contact.as_str().into())
    }

    /// As `href` has it.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// To an anchor in the same page.
    pub fn to_anchor(id: &str) -> Link {
        Link(joined("#", id))
    }
}
