//! The tree as HTML text.

use alloc::{string::String, vec::Vec};

use super::{StepKind, Tag, Tree};

impl Tree {
    /// Writes the tree as HTML, as it may stand inside `body` or a shadow root's template.
    pub fn to_html(&self) -> String {
        let mut html = String::new();
        let mut open: Vec<&str> = Vec::new();
        let mut in_tag = false;
        let mut rest = self.step_text();
        for step in self.steps() {
            let (text, after) = rest.split_at_checked(step.len as usize).unwrap_or_default();
            rest = after;
            if in_tag && !matches!(step.kind, StepKind::Name | StepKind::Value) {
                html.push('>');
                in_tag = false;
            }
            match step.kind {
                StepKind::Open => {
                    html.push('<');
                    html.push_str(text);
                    open.push(text);
                    in_tag = true;
                }
                StepKind::Name => {
                    html.push(' ');
                    html.push_str(text);
                }
                StepKind::Value => {
                    html.push_str("=\"");
                    escape(&mut html, text);
                    html.push('"');
                }
                StepKind::Text => escape(&mut html, text),
                StepKind::Close => {
                    let tag = open.pop().unwrap_or_default();
                    // The one void element: it has no end tag.
                    if tag != Tag::Input.as_str() {
                        html.push_str("</");
                        html.push_str(tag);
                        html.push('>');
                    }
                }
            }
        }
        debug_assert!(open.is_empty(), "every element is closed");
        html
    }
}

/// A script element that loads a module.
#[cfg(feature = "extras")]
pub fn module_script(src: &str) -> String {
    let mut html = String::from("<script type=\"module\" src=\"");
    escape(&mut html, src);
    html.push_str("\"></script>");
    html
}

/// Writes text so that the HTML parser gives it back, in element content and in double-quoted attributes
/// alike. Not for use inside `script`, `style` or comments.
pub fn escape(html: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            // The parser would make a line feed of it; and a blank line would end the HTML in Markdown.
            '\r' => html.push_str("&#13;"),
            '\n' => html.push_str("&#10;"),
            c => html.push(c),
        }
    }
}
