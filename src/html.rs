//! The tree that views build, and its serialiser.
//!
//! What the tree cannot hold: scripts, styles, event handlers, links other than checked ones, raw HTML.
//!
//! It is kept flat, as the list of steps that build it, with all text in one string. That is a third of the
//! code of nested nodes, it needs two allocations instead of one a node, and the browser back end can hand
//! the list over as it is.

use alloc::{string::String, vec::Vec};

use crate::date::Date;
use crate::text::push_number;
use crate::url::{Contact, WebUrl};

/// Declares an enum of names.
macro_rules! names {
    ($(#[$meta:meta])* $name:ident { $($variant:ident = $text:literal),* $(,)? }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        #[allow(missing_docs)]
        pub enum $name { $($variant),* }

        impl $name {
            /// Every name.
            pub const ALL: &'static [$name] = &[$($name::$variant),*];

            /// The name as HTML writes it.
            pub fn as_str(self) -> &'static str {
                match self { $($name::$variant => $text),* }
            }
        }
    };
}

names! {
    /// The elements that occur. None is void, none holds raw text.
    Tag {
        A = "a", Article = "article", Blockquote = "blockquote", Cite = "cite", Details = "details",
        Div = "div", Footer = "footer", H1 = "h1", H2 = "h2", H3 = "h3", H4 = "h4", H5 = "h5", H6 = "h6",
        Header = "header", Li = "li", Nav = "nav", Ol = "ol", P = "p", Section = "section", Slot = "slot",
        Span = "span", Strong = "strong", Summary = "summary", Time = "time", Ul = "ul",
    }
}

names! {
    /// The attributes that occur.
    Attribute {
        AriaHidden = "aria-hidden", AriaLabel = "aria-label", AriaLabelledby = "aria-labelledby",
        Cite = "cite", Class = "class", Datetime = "datetime", Dir = "dir", Href = "href", Id = "id",
        Lang = "lang", Name = "name", Part = "part", Rel = "rel", Role = "role", Slot = "slot",
    }
}

/// A tree of elements and text, built front to back: open, set attributes, fill, close.
///
/// ```
/// # use factcheck::html::{Tag, Tree};
/// let mut tree = Tree::default();
/// tree.open(Tag::P).class("note").text("1 < 2").close();
/// assert_eq!(tree.to_html(), r#"<p class="note">1 &lt; 2</p>"#);
/// ```
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Tree {
    steps: Vec<Step>,
    text: String,
}

/// One step of building a tree.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step {
    /// What to do.
    pub kind: StepKind,
    /// How many bytes of the tree's text belong to it.
    pub len: u32,
}

/// What a step does with its text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StepKind {
    /// Begins an element of this name.
    Open,
    /// Names the attribute to set.
    Name,
    /// Sets the attribute to this value.
    Value,
    /// Adds text.
    Text,
    /// Ends the element.
    Close,
}

/// A place in a tree that is being built.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Mark {
    n_steps: usize,
    n_bytes: usize,
}

/// A link that is safe to follow.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link(String);

impl Link {
    /// To a page, at a fragment (without `#`) if one is given. A fragment that the URL has itself stays first.
    pub fn to(url: &WebUrl, fragment: Option<&str>) -> Link {
        let mut href = String::from(url.as_str());
        if let Some(fragment) = fragment {
            if !href.as_bytes().contains(&b'#') {
                href.push('#');
            }
            href.push_str(fragment);
        }
        Link(href)
    }

    /// To an address for reports.
    pub fn to_contact(contact: &Contact) -> Link {
        Link(contact.as_str().into())
    }

    /// To an anchor in the same page.
    pub fn to_anchor(id: &str) -> Link {
        Link(["#", id].concat())
    }
}

impl Tree {
    /// The steps that build the tree, in order.
    pub fn steps(&self) -> &[Step] {
        &self.steps
    }

    /// The texts of all steps, one after the other.
    pub fn step_text(&self) -> &str {
        &self.text
    }

    /// Where the building stands.
    pub fn mark(&self) -> Mark {
        Mark {
            n_steps: self.steps.len(),
            n_bytes: self.text.len(),
        }
    }

    /// Takes back everything since a mark.
    pub fn rewind(&mut self, mark: Mark) {
        self.steps.truncate(mark.n_steps);
        self.text.truncate(mark.n_bytes);
    }

    fn push(&mut self, kind: StepKind, text: &str) -> &mut Tree {
        let len = text.len() as u32;
        self.steps.push(Step { kind, len });
        // HTML cannot write U+0000; both back ends show U+FFFD, as the HTML Standard does in attributes.
        match text.as_bytes().contains(&0) {
            false => self.text.push_str(text),
            true => {
                let start = self.text.len();
                text.chars()
                    .for_each(|c| self.text.push(if c == '\0' { '\u{FFFD}' } else { c }));
                if let Some(step) = self.steps.last_mut() {
                    step.len = (self.text.len() - start) as u32;
                }
            }
        }
        self
    }

    /// Begins an element.
    pub fn open(&mut self, tag: Tag) -> &mut Tree {
        self.push(StepKind::Open, tag.as_str())
    }

    /// Ends the element that was begun last.
    pub fn close(&mut self) -> &mut Tree {
        self.push(StepKind::Close, "")
    }

    fn set(&mut self, name: Attribute, value: &str) -> &mut Tree {
        debug_assert!(
            self.steps.last().is_some_and(|it| matches!(it.kind, StepKind::Open | StepKind::Value)),
            "attributes come before content"
        );
        self.push(StepKind::Name, name.as_str());
        self.push(StepKind::Value, value)
    }

    /// Sets the class, which our style sheet knows.
    pub fn class(&mut self, class: &'static str) -> &mut Tree {
        self.set(Attribute::Class, class)
    }

    /// Sets the class and the part, by which a page's style sheet reaches in.
    pub fn part(&mut self, name: &'static str) -> &mut Tree {
        self.set(Attribute::Class, name);
        self.set(Attribute::Part, name)
    }

    /// Sets the id.
    pub fn id(&mut self, id: &str) -> &mut Tree {
        self.set(Attribute::Id, id)
    }

    /// Opens and closes a slot of this name.
    pub fn slot(&mut self, name: &str) -> &mut Tree {
        self.open(Tag::Slot).set(Attribute::Name, name);
        self.close()
    }

    /// In the light tree, names the slot that the element goes to.
    pub fn for_slot(&mut self, name: &str) -> &mut Tree {
        self.set(Attribute::Slot, name)
    }

    /// Sets the language, and the direction that goes with it.
    pub fn lang(&mut self, language: &str, rtl: bool) -> &mut Tree {
        self.set(Attribute::Lang, language);
        self.set(Attribute::Dir, if rtl { "rtl" } else { "ltr" })
    }

    /// Lets the browser find the direction of text in an unknown language.
    pub fn dir_auto(&mut self) -> &mut Tree {
        self.set(Attribute::Dir, "auto")
    }

    /// Makes the element a link.
    pub fn link(&mut self, link: &Link) -> &mut Tree {
        self.set(Attribute::Href, &link.0);
        match link.0.starts_with('#') {
            true => self,
            false => self.set(Attribute::Rel, "noopener noreferrer nofollow"),
        }
    }

    /// Names the source of a `blockquote`.
    pub fn cite(&mut self, url: &WebUrl) -> &mut Tree {
        self.set(Attribute::Cite, url.as_str())
    }

    /// Makes a `time` machine-readable.
    pub fn datetime(&mut self, date: Date) -> &mut Tree {
        self.set(Attribute::Datetime, &date.to_iso())
    }

    /// Hides decoration from assistive technology.
    pub fn decorative(&mut self) -> &mut Tree {
        self.set(Attribute::AriaHidden, "true")
    }

    /// Gives an accessible name.
    pub fn label(&mut self, label: &str) -> &mut Tree {
        self.set(Attribute::AriaLabel, label)
    }

    /// Takes the accessible name from the element of an id.
    pub fn labelled_by(&mut self, id: &str) -> &mut Tree {
        self.set(Attribute::AriaLabelledby, id)
    }

    /// States that an unstyled list is still a list; WebKit forgets it for lists without markers.
    pub fn list_role(&mut self) -> &mut Tree {
        self.set(Attribute::Role, "list")
    }

    /// Adds text.
    pub fn text(&mut self, text: &str) -> &mut Tree {
        // The HTML parser knows no neighbouring and no empty text nodes; the tree has none either.
        if !text.is_empty() {
            self.push(StepKind::Text, text);
            if let [.., before, last] = &mut self.steps[..]
                && before.kind == StepKind::Text
            {
                before.len += last.len;
                self.steps.pop();
            }
        }
        self
    }

    /// Adds a number, in decimal.
    pub fn number(&mut self, number: usize) -> &mut Tree {
        let mut text = String::new();
        push_number(&mut text, number as u32);
        self.text(&text)
    }

    /// Writes the tree as HTML, as it may stand inside `body` or a shadow root's template.
    pub fn to_html(&self) -> String {
        let mut html = String::new();
        let mut open: Vec<&str> = Vec::new();
        let mut in_tag = false;
        let mut rest = self.text.as_str();
        for step in &self.steps {
            let (text, after) = rest.split_at(step.len as usize);
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
                    html.push_str("</");
                    html.push_str(open.pop().unwrap_or_default());
                    html.push('>');
                }
            }
        }
        debug_assert!(open.is_empty(), "every element is closed");
        html
    }
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
