//! The tree, and how it is built.

use alloc::{string::String, vec::Vec};

use super::{Attribute, Link, Tag};
use crate::date::Date;
use crate::text::push_number;
use crate::url::WebUrl;

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
    /// Text that follows text is added to its step.
    last_len: u32,
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
            last_len: self.steps.last().map_or(0, |it| it.len),
        }
    }

    /// Takes back everything since a mark.
    pub fn rewind(&mut self, mark: Mark) {
        self.steps.truncate(mark.n_steps);
        self.text.truncate(mark.n_bytes);
        if let Some(last) = self.steps.last_mut() {
            last.len = mark.last_len;
        }
    }

    fn push(&mut self, kind: StepKind, text: &str) -> &mut Tree {
        let len = text.len() as u32;
        self.steps.push(Step { kind, len });
        // HTML cannot write U+0000; both back ends show U+FFFD, as the HTML Standard does in attributes.
        match text.bytes().any(|b| b == 0) {
            false => self.text.push_str(text),
            true => {
                let start = self.text.len();
                text.chars().for_each(|c| self.text.push(if c == '\0' { '\u{FFFD}' } else { c }));
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
        self.set(Attribute::Href, link.as_str());
        match link.as_str().starts_with('#') {
            true => self,
            false => self.set(Attribute::Rel, "noopener noreferrer nofollow"),
        }
    }

    /// Names the source of a `blockquote`.
    pub fn cite(&mut self, url: &WebUrl) -> &mut Tree {
        self.set(Attribute::Cite, url.as_str())
    }

    /// Makes a quotation stand for the element: `upgrade.js` reads these attributes.
    #[cfg(feature = "extras")]
    pub fn stands_for(&mut self, src: Option<&str>, claim: &str) -> &mut Tree {
        if let Some(src) = src {
            self.set(Attribute::DataSrc, src);
        }
        self.set(Attribute::DataClaim, claim)
    }

    /// Names a form field.
    #[cfg(feature = "extras")]
    pub fn named(&mut self, name: &str) -> &mut Tree {
        self.set(Attribute::Name, name)
    }

    /// Keeps a form field as it is; it can be selected and copied.
    #[cfg(feature = "extras")]
    pub fn readonly(&mut self) -> &mut Tree {
        self.set(Attribute::Readonly, "")
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

    /// Sets the kind of a form field.
    pub fn input_type(&mut self, kind: &'static str) -> &mut Tree {
        self.set(Attribute::Type, kind)
    }

    /// Sets the value of a form field.
    pub fn value(&mut self, value: &str) -> &mut Tree {
        self.set(Attribute::Value, value)
    }

    /// Sets the name and value of a form field.
    pub fn field(&mut self, name: &str, value: &str) -> &mut Tree {
        self.set(Attribute::Name, name).set(Attribute::Value, value)
    }

    /// Says what an element is to assistive technology.
    #[cfg(feature = "extras")]
    pub fn role(&mut self, role: &'static str) -> &mut Tree {
        self.set(Attribute::Role, role)
    }

    /// Places or sizes an element of SVG.
    #[cfg(feature = "extras")]
    pub fn geometry(&mut self, name: Attribute, value: &str) -> &mut Tree {
        self.set(name, value)
    }

    /// Makes a table's header cell one of a row (`row`) or a column (`col`).
    pub fn scope(&mut self, scope: &'static str) -> &mut Tree {
        self.set(Attribute::Scope, scope)
    }

    /// Makes changes of the text be told, politely.
    pub fn status(&mut self) -> &mut Tree {
        self.set(Attribute::Role, "status")
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
            if let [.., before, last] = self.steps.as_mut_slice()
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
}
