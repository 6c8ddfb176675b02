//! The SVG of a picture: a few shapes and lines of text.

use alloc::string::String;

use super::wrap::wrap;
use crate::html::escape;
use crate::text::push_number;

const WIDTH: u32 = 1200;
const HEIGHT: u32 = 630;
/// What stays free at the side where lines begin, and at the other.
const MARGINS: [u32; 2] = [72, 64];

/// How a line is set.
#[derive(Clone, Copy)]
pub(super) struct Face {
    /// The size of an em, in pixels.
    pub(super) size: u32,
    pub(super) fill: &'static str,
    pub(super) is_bold: bool,
    pub(super) family: &'static str,
}

impl Face {
    pub(super) const PLAIN: Face =
        Face { size: 24, fill: "#1b1f27", is_bold: false, family: "system-ui, sans-serif" };
    pub(super) const MUTED: Face = Face { fill: "#575e6b", ..Face::PLAIN };
    pub(super) const BOLD: Face = Face { is_bold: true, ..Face::PLAIN };
    pub(super) const WORDS: Face = Face { family: "Charter, Georgia, serif", ..Face::PLAIN };

    /// How many hundredths of an em go into so many pixels. Bold letters are a seventh wider.
    pub(super) fn ems(self, pixels: u32) -> u32 {
        let ems = pixels * 100 / self.size;
        if self.is_bold { ems * 7 / 8 } else { ems }
    }
}

/// A picture that is being written.
pub(super) struct Svg {
    text: String,
    /// Whether it is mirrored: lines begin at the right.
    is_rtl: bool,
}

impl Svg {
    pub(super) fn new(language: &str, is_rtl: bool) -> Svg {
        let mut svg = Svg { text: String::from("<svg xmlns=\"http://www.w3.org/2000/svg\""), is_rtl };
        svg.numbers(&[("width", WIDTH), ("height", HEIGHT)]);
        svg.attribute("viewBox", "0 0 1200 630");
        svg.attribute("role", "img");
        svg.attribute("lang", language);
        svg.text.push_str(">\n");
        svg
    }

    /// Gives the picture its name and its text alternative.
    pub(super) fn describe(&mut self, title: &str, description: &str) {
        for (tag, text) in [("title", title), ("desc", description)] {
            self.open(tag);
            self.text.push('>');
            self.escaped(text);
            self.close(tag);
        }
        self.rectangle(0, WIDTH, 0, HEIGHT, "#fff");
    }

    /// A bar along the side where lines begin.
    pub(super) fn bar(&mut self, fill: &str) {
        self.rectangle(if self.is_rtl { WIDTH - 16 } else { 0 }, 16, 0, HEIGHT, fill);
    }

    /// A line across.
    pub(super) fn rule(&mut self, y: u32) {
        self.rectangle(self.start_of_block(), self.room(), y, 2, "#d9dde3");
    }

    /// How wide lines may be, in pixels.
    pub(super) fn room(&self) -> u32 {
        WIDTH - MARGINS[0] - MARGINS[1]
    }

    fn start_of_block(&self) -> u32 {
        if self.is_rtl { MARGINS[1] } else { MARGINS[0] }
    }

    /// A line of text on its baseline, as much of it as there is room for. Whatever its own direction, it begins at
    /// the side where all lines do.
    pub(super) fn line(&mut self, y: u32, face: Face, text: &str, language: &str, is_rtl: bool) {
        let wrapped = wrap(text, face.ems(self.room()), 1);
        let Some(line) = wrapped.lines.first() else { return };
        self.open("text");
        self.numbers(&[
            ("x", if self.is_rtl { WIDTH - MARGINS[0] } else { MARGINS[0] }),
            ("y", y),
            ("font-size", face.size),
        ]);
        self.attribute("font-family", face.family);
        if face.is_bold {
            self.attribute("font-weight", "700");
        }
        self.attribute("fill", face.fill);
        self.attribute("xml:lang", language);
        self.attribute("direction", if is_rtl { "rtl" } else { "ltr" });
        self.attribute("text-anchor", if is_rtl == self.is_rtl { "start" } else { "end" });
        self.text.push('>');
        self.escaped(line);
        self.close("text");
    }

    pub(super) fn done(mut self) -> String {
        self.text.push_str("</svg>\n");
        self.text
    }

    fn rectangle(&mut self, x: u32, width: u32, y: u32, height: u32, fill: &str) {
        self.open("rect");
        self.numbers(&[("x", x), ("y", y), ("width", width), ("height", height)]);
        self.attribute("fill", fill);
        self.text.push_str("/>\n");
    }

    fn open(&mut self, tag: &str) {
        self.text.push('<');
        self.text.push_str(tag);
    }

    fn close(&mut self, tag: &str) {
        self.text.push_str("</");
        self.text.push_str(tag);
        self.text.push_str(">\n");
    }

    fn attribute(&mut self, name: &str, value: &str) {
        self.text.push(' ');
        self.text.push_str(name);
        self.text.push_str("=\"");
        self.escaped(value);
        self.text.push('"');
    }

    fn numbers(&mut self, numbers: &[(&str, u32)]) {
        for (name, number) in numbers {
            let mut value = String::new();
            push_number(&mut value, *number);
            self.attribute(name, &value);
        }
    }

    /// Text as it stands in HTML stands in XML too, but for two characters that XML does not know.
    fn escaped(&mut self, text: &str) {
        let is_known = |c: char| !matches!(c, '\u{FFFE}' | '\u{FFFF}');
        let known: String = text.chars().map(|c| if is_known(c) { c } else { '\u{FFFD}' }).collect();
        escape(&mut self.text, &known);
    }
}
