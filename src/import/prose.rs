//! Prose: HTML or running text reduced to plain text, with its links beside it.

use alloc::{format, string::String, vec::Vec};

use ego_tree::iter::Edge;
use scraper::node::Element;
use scraper::{Html, Node};

use super::addresses::addresses;
use super::markup::is_html;
use crate::structured_data::is_parsable;

/// A text, what it links to, and what was left out.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Prose {
    /// The text: paragraphs with a blank line between them, list items and table rows as lines, cells with ` | `
    /// between them.
    pub text: String,
    /// The links to the web, in order.
    pub links: Vec<Link>,
    /// What was left out, each with its address: pictures, links that lead nowhere on the web.
    pub dropped: Vec<String>,
}

/// A link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// Its address, `http` or `https`.
    pub url: String,
    /// The words that carry it; empty for a bare address.
    pub words: String,
}

impl Prose {
    /// Whether a text has tags or character references of HTML in it. `a < b` has none.
    pub fn is_html(text: &str) -> bool {
        is_html(text)
    }

    /// Reduces HTML, whatever state it is in.
    pub fn from_html(html: &str) -> Prose {
        if !is_parsable(html) {
            let text = without_tags(html);
            return Prose {
                text,
                links: Vec::new(),
                dropped: alloc::vec!["markup that nests too deep".into()],
            };
        }
        let document = Html::parse_fragment(&without_frames(html));
        let mut writer = Writer::default();
        for edge in document.root_element().traverse() {
            match edge {
                Edge::Open(node) => match node.value() {
                    Node::Text(text) if writer.silent == 0 => writer.text(text),
                    Node::Element(element) => writer.open(element),
                    _ => {}
                },
                Edge::Close(node) => {
                    if let Node::Element(element) = node.value() {
                        writer.close(element);
                    }
                }
            }
        }
        let text = writer.text.trim().into();
        Prose { text, links: writer.links, dropped: writer.dropped }
    }

    /// Keeps a running text as it is, and finds the addresses in it.
    pub fn from_text(text: &str) -> Prose {
        let links = addresses(text).map(|url| Link { url: url.into(), words: String::new() }).collect();
        Prose { text: text.trim().into(), links, dropped: Vec::new() }
    }
}

/// HTML with its frames as `embed`, which is the same to us. A frame whose end is missing or broken (`</iframe</div>`
/// occurs) would swallow all that follows.
fn without_frames(html: &str) -> String {
    const FRAME: &str = "<iframe";
    let mut all = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(at) =
        rest.as_bytes().windows(FRAME.len()).position(|it| it.eq_ignore_ascii_case(FRAME.as_bytes()))
    {
        all.push_str(rest.get(..at).unwrap_or_default());
        all.push_str("<embed");
        rest = rest.get(at + FRAME.len()..).unwrap_or_default();
    }
    all + rest
}

fn without_tags(html: &str) -> String {
    let mut text = String::new();
    for (i, part) in html.split('<').enumerate() {
        let shown = if i == 0 { part } else { part.split_once('>').map_or("", |(_, rest)| rest) };
        text.push_str(shown);
    }
    text.trim().into()
}

#[derive(Default)]
struct Writer {
    text: String,
    links: Vec<Link>,
    dropped: Vec<String>,
    /// How many elements without readable text are open.
    silent: usize,
    /// Where the words of each open link begin, and its address.
    open_links: Vec<(usize, String)>,
    /// Whether a blank is due before the next word.
    blank: bool,
}

impl Writer {
    fn text(&mut self, text: &str) {
        for c in text.chars() {
            if c.is_whitespace() {
                self.blank = true;
            } else {
                if self.blank && !self.text.is_empty() && !self.text.ends_with([' ', '\n']) {
                    self.text.push(' ');
                }
                self.blank = false;
                self.text.push(c);
            }
        }
    }

    fn break_line(&mut self, blank_line: bool) {
        self.blank = false;
        let end = self.text.trim_end_matches(' ').len();
        self.text.truncate(end);
        let wanted = if blank_line { "\n\n" } else { "\n" };
        while !self.text.is_empty() && !self.text.ends_with(wanted) {
            self.text.push('\n');
        }
    }

    fn open(&mut self, element: &Element) {
        match element.name() {
            "script" | "style" | "template" | "noscript" | "head" | "svg" => self.silent += 1,
            "br" => {
                self.blank = false;
                self.text.push('\n');
            }
            "a" => {
                let href = element.attr("href").unwrap_or_default().trim();
                self.open_links.push((self.text.len(), href.into()));
            }
            "embed" | "object" | "video" | "audio" | "source" => {
                let address = element.attr("src").or_else(|| element.attr("data"));
                if let Some(address) = address.map(str::trim).filter(|it| !it.is_empty()) {
                    let words = element.attr("title").unwrap_or_default();
                    self.link(address, words);
                }
            }
            "img" => {
                let source = element.attr("src").unwrap_or_default();
                let shown: String = source.chars().take(200).collect();
                self.dropped.push(format!("picture {shown}"));
            }
            "td" | "th" if !self.text.is_empty() && !self.text.ends_with('\n') => {
                self.blank = false;
                self.text.push_str(" | ");
            }
            name if is_paragraph(name) => self.break_line(true),
            name if is_line(name) => self.break_line(false),
            _ => {}
        }
    }

    fn close(&mut self, element: &Element) {
        match element.name() {
            "script" | "style" | "template" | "noscript" | "head" | "svg" => {
                self.silent = self.silent.saturating_sub(1);
            }
            "a" => {
                if let Some((start, href)) = self.open_links.pop() {
                    let words = self.text.get(start.min(self.text.len())..).unwrap_or_default();
                    let words = String::from(words.trim());
                    self.link(&href, &words);
                }
            }
            name if is_paragraph(name) => self.break_line(true),
            name if is_line(name) => self.break_line(false),
            _ => {}
        }
    }

    fn link(&mut self, address: &str, words: &str) {
        // Without a scheme it is that of the page; there is no page any more, and everybody speaks https.
        let whole = if address.starts_with("//") { format!("https:{address}") } else { address.into() };
        let lower = whole.get(..8).unwrap_or(&whole).to_ascii_lowercase();
        if lower.starts_with("http://") || lower.starts_with("https://") {
            self.links.push(Link { url: whole, words: words.into() });
        } else if address.is_empty() {
            self.dropped.push("link without an address".into());
        } else {
            let shown: String = address.chars().take(200).collect();
            self.dropped.push(format!("link to {shown}"));
        }
    }
}

fn is_paragraph(name: &str) -> bool {
    let names = "p h1 h2 h3 h4 h5 h6 blockquote table ul ol pre figure dl";
    names.split(' ').any(|it| it == name)
}

fn is_line(name: &str) -> bool {
    let names = "div li tr dt dd hr section article figcaption caption header footer";
    names.split(' ').any(|it| it == name)
}
