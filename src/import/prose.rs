//! Temporary.
use alloc::string::String;
pub struct Prose {
    pub text: String,
}
impl Prose {
    pub fn from_html(html: &str) -> Prose {
        Prose { text: html.into() }
    }
}
