//! The search module: finds claims in a pack and draws what it takes to choose among them. Loaded when a reader turns
//! to the search box.

use alloc::{string::String, vec::Vec};

use wasm_bindgen::prelude::*;
use web_sys::Node;

use super::batch::draw;
use crate::dataset::pack;
use crate::find::{FacetValue, Found, Index, Marks, Query};
use crate::model::{Dataset, Language};
use crate::text::cut;
use crate::view::{self, Options, Words};

/// A dataset with its index, and the query that was asked last.
#[wasm_bindgen]
pub struct Finder {
    dataset: Dataset,
    index: Index,
    language: Option<Language>,
    words: String,
    query: Query,
    marks: Marks,
    found: Found,
}

#[wasm_bindgen]
impl Finder {
    /// Indexes a pack. A `lang` that is no language tag counts as none; `words` are the interface texts in their
    /// compact form.
    ///
    /// # Errors
    /// An `Error` that says why the bytes are not a pack that this widget can read, or that the words are not its own.
    #[wasm_bindgen(constructor)]
    pub fn new(bytes: &[u8], lang: Option<String>, words: String) -> Result<Finder, JsError> {
        let dataset = pack::read(bytes).map_err(|error| JsError::new(error.as_str()))?;
        if Words::read(&words).is_none() {
            return Err(JsError::new("the interface texts are of another version"));
        }
        let language = lang.and_then(|tag| Language::parse(&tag).ok());
        let index = Index::new(&dataset);
        let query = Query::default();
        let found = index.find(&dataset, &query);
        Ok(Finder { dataset, index, language, words, query, marks: Marks::default(), found })
    }

    /// Asks a query, written as a line for each name and value with a tab between them; gives the positions of the
    /// claims found, in the order asked for.
    pub fn find(&mut self, pairs: &str) -> Vec<u32> {
        let mut rest = pairs;
        let pairs = core::iter::from_fn(|| {
            let line;
            (line, rest) = cut(rest, b'\n');
            (!line.is_empty()).then(|| cut(line, b'\t'))
        });
        self.query = Query::from_pairs(pairs);
        self.found = self.index.find(&self.dataset, &self.query);
        self.marks = self.index.marks(&self.query);
        self.found.claims.iter().map(|it| *it as u32).collect()
    }

    /// For each value of the facets how many claims there would be with it.
    pub fn counts(&self) -> Vec<u32> {
        self.found.counts.iter().map(|it| *it as u32).collect()
    }

    /// The name of a facet and the key of its value, with a tab between them, by the number that the box has.
    pub fn value(&self, n: usize) -> String {
        let value = self.index.values().get(n);
        let mut text = String::new();
        if let Some(FacetValue { facet, key }) = value {
            for part in [facet.as_str(), "\t", key] {
                text.push_str(part);
            }
        }
        text
    }

    /// Where in a text is what was asked for, in code units: beginning and end of each place in turn.
    pub fn places(&self, text: &str) -> Vec<u32> {
        self.index.places(&self.marks, text)
    }

    /// What was found, in words.
    pub fn status(&self) -> String {
        let words = Words::read(&self.words);
        words.map_or(String::new(), |it| view::status(&self.dataset, &self.query, &self.found, &it))
    }

    /// Draws the order and the facets, in place of what the root holds.
    #[wasm_bindgen(js_name = drawFacets)]
    pub fn draw_facets(&self, root: &Node) {
        self.with_options(|options| draw(&view::facets(&self.dataset, &self.index, options), root));
    }

    /// Draws what is chosen, in place of what the root holds.
    #[wasm_bindgen(js_name = drawChosen)]
    pub fn draw_chosen(&self, root: &Node) {
        self.with_options(|options| draw(&view::chosen(&self.dataset, &self.query, options), root));
    }
}

impl Finder {
    /// Reads the words anew: they are borrowed from their text, and cannot be kept beside it.
    fn with_options(&self, draw: impl FnOnce(&Options<'_>)) {
        let Some(words) = Words::read(&self.words) else { return };
        draw(&Options {
            words: &words,
            language: self.language.clone(),
            heading_level: 2,
            tools: true,
            today: None,
        });
    }
}
