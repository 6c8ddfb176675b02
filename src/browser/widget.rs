//! The core module: a pack in, elements out.

use alloc::{string::String, vec::Vec};

use wasm_bindgen::prelude::*;
use web_sys::Node;

use super::batch::draw;
use crate::dataset::pack;
use crate::date::Date;
use crate::model::{Dataset, Language};
use crate::text::push_number;
use crate::view::{self, Options, Words};

/// A dataset, ready to be drawn.
#[wasm_bindgen]
pub struct FactCheck {
    dataset: Dataset,
}

#[wasm_bindgen]
impl FactCheck {
    /// Reads a pack.
    ///
    /// # Errors
    /// An `Error` that says why the bytes are not a pack that this widget can read.
    #[wasm_bindgen(constructor)]
    pub fn new(bytes: &[u8]) -> Result<FactCheck, JsError> {
        let dataset = pack::read(bytes).map_err(|error| JsError::new(error.as_str()))?;
        Ok(FactCheck { dataset })
    }

    /// The pack that this build carries; empty when it carries none.
    #[wasm_bindgen(js_name = bundledPack)]
    pub fn bundled_pack() -> Vec<u8> {
        #[cfg(feature = "bundle")]
        return crate::dataset::BUNDLED_PACK.into();
        #[cfg(not(feature = "bundle"))]
        Vec::new()
    }

    /// Draws the claim of an id, all claims without one, in place of what the root holds. False when there is no claim of
    /// that id, nothing when `words` are not the interface texts of this version, in their compact form; the root is
    /// then as it was. A `lang` that is no language tag counts as none; `today` is the reader's day as a number,
    /// 20261124 for 24 November 2026, 0 for none.
    pub fn draw(
        &self,
        root: &Node,
        claim: &str,
        lang: &str,
        words: &str,
        heading_level: u8,
        today: u32,
    ) -> Option<bool> {
        let language = Language::parse(lang).ok();
        let words = Words::read(words)?;
        let options = Options { words: &words, language, heading_level, tools: true, today: day(today) };
        let tree = match claim {
            "" => Some(view::list(&self.dataset, &options)),
            id => view::single(&self.dataset, id, &options),
        };
        Some(tree.map(|it| draw(&it, root)).is_some())
    }

    /// The dataset's id, its language and how many claims it has, with blanks between them: one getter in place of
    /// three is 250 bytes less.
    #[wasm_bindgen(getter)]
    pub fn about(&self) -> String {
        let mut about = String::new();
        for part in [self.dataset.id.as_str(), " ", self.dataset.language.as_str(), " "] {
            about.push_str(part);
        }
        push_number(&mut about, self.dataset.claims.len() as u32);
        about
    }
}

fn day(number: u32) -> Option<Date> {
    Date::new((number / 10_000) as u16, (number / 100 % 100) as u8, (number % 100) as u8)
}
