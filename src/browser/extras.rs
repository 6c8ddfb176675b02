//! The extras module: the timeline, and what readers take away of a claim. Loaded when a reader opens the disclosure
//! of one of them.

use alloc::string::String;

use wasm_bindgen::prelude::*;
use web_sys::Node;

use super::batch::draw;
use crate::cite::{Format, Taken};
use crate::dataset::pack;
use crate::html::Link;
use crate::model::{Dataset, Language};
use crate::picture;
use crate::text::cut;
use crate::url::WebUrl;
use crate::view::{self, Links, Options, Words};

/// A dataset of which claims are taken away.
#[wasm_bindgen]
pub struct Extras {
    dataset: Dataset,
    language: Option<Language>,
    words: String,
}

#[wasm_bindgen]
impl Extras {
    /// Reads a pack. A `lang` that is no language tag counts as none; `words` are the interface texts in their compact
    /// form.
    ///
    /// # Errors
    /// An `Error` that says why the bytes are not a pack that this widget can read, or that the words are not its own.
    #[wasm_bindgen(constructor)]
    pub fn new(bytes: &[u8], lang: &str, words: String) -> Result<Extras, JsError> {
        let dataset = pack::read(bytes).map_err(|error| JsError::new(error.as_str()))?;
        if Words::read(&words).is_none() {
            return Err(JsError::new("the interface texts are of another version"));
        }
        Ok(Extras { dataset, language: Language::parse(lang).ok(), words })
    }

    /// Draws the parts of the disclosure of a claim, in place of what the root holds. `page` is the address of the
    /// page; without an address of data there is no code to embed the claim.
    pub fn draw(&self, root: &Node, claim: &str, page: &str, with_code: bool) {
        self.with(claim, page, &mut |taken| {
            let report = taken.report("");
            let links = Links {
                permalink: taken.permalink().map(|it| Link::to(&it, None)),
                report: report.as_ref().map(|it| Link::to_contact(&it.contact)),
                is_filled: report.is_some_and(|it| it.is_filled),
            };
            draw(&view::take(taken.words, &links, with_code), root);
        });
    }

    /// Draws the timeline for a width in CSS pixels, in place of what the root holds.
    #[wasm_bindgen(js_name = drawTimeline)]
    pub fn draw_timeline(&self, root: &Node, width: u32) {
        let Some(words) = Words::read(&self.words) else { return };
        let options = Options {
            words: &words,
            language: self.language.clone(),
            heading_level: 2,
            tools: true,
            today: None,
        };
        draw(&view::timeline(&self.dataset, &options, width), root);
    }

    /// One of the texts. `with` is what it takes besides: the number of a format, the words that the reader has
    /// selected, the address of the script and on a second line that of the dataset.
    pub fn text(&self, what: Part, claim: &str, page: &str, with: &str) -> String {
        let mut text = String::new();
        self.with(claim, page, &mut |taken| {
            text = match what {
                Part::Citation => {
                    let n = with.bytes().next().map_or(0, |it| usize::from(it.wrapping_sub(b'0')));
                    taken.cite(Format::ALL.get(n).copied().unwrap_or(Format::Text))
                }
                Part::Code => {
                    let (script, src) = cut(with, b'\n');
                    taken.embed(Some(src).filter(|it| !it.is_empty()), script)
                }
                Part::Picture => picture::picture(taken, self.language.as_ref()),
                Part::Description => picture::description(taken),
                Part::Report => taken.report(with).map(|it| it.details).unwrap_or_default(),
                Part::ReportTo => match taken.report(with) {
                    Some(report) => report.contact.as_str().into(),
                    None => String::new(),
                },
                Part::Copied => taken.words.copied().into(),
                Part::Selected => taken.words.selected().into(),
            };
        });
        text
    }
}

/// A text that a reader takes away. One method for all of them: each method with texts is half a kilobyte of wasm.
#[wasm_bindgen]
#[derive(Clone, Copy)]
pub enum Part {
    /// The citation, in the n-th format.
    Citation,
    /// The code that shows the claim in another page.
    Code,
    /// The picture of the claim, in SVG.
    Picture,
    /// What the picture shows, in words.
    Description,
    /// What a corrector needs to know.
    Report,
    /// The address for reports, with the same in it if it can carry it.
    ReportTo,
    /// What is said when something was copied.
    Copied,
    /// What is said when it could only be selected.
    Selected,
}

impl Extras {
    /// Calls with a claim; reads the words anew, since they are borrowed from their texts.
    #[inline(never)]
    fn with(&self, claim: &str, page: &str, call: &mut dyn FnMut(&Taken<'_>)) {
        let Some(claim) = self.dataset.claim(claim) else { return };
        let page = WebUrl::parse(page).ok();
        let Some(words) = Words::read(&self.words) else { return };
        let taken = Taken { dataset: &self.dataset, claim, page: page.as_ref(), words: &words };
        call(&taken);
    }
}
