//! The core module: a pack in, elements out.

use alloc::{string::String, vec::Vec};

use wasm_bindgen::prelude::*;
use web_sys::Node;

use super::batch::draw;
use crate::dataset::pack;
use crate::model::{Dataset, Language};
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

    /// The bundled dataset.
    ///
    /// # Errors
    /// An `Error` when this build carries none.
    pub fn bundled() -> Result<FactCheck, JsError> {
        #[cfg(feature = "bundle")]
        return FactCheck::new(crate::dataset::BUNDLED_PACK);
        #[cfg(not(feature = "bundle"))]
        Err(JsError::new("this build of the widget carries no dataset; name one with src"))
    }

    /// The English interface texts, for modules that carry none.
    pub fn words() -> String {
        view::ENGLISH_TEXT.into()
    }

    /// The pack that this build carries; empty when it carries none.
    #[wasm_bindgen(js_name = bundledPack)]
    pub fn bundled_pack() -> Vec<u8> {
        #[cfg(feature = "bundle")]
        return crate::dataset::BUNDLED_PACK.into();
        #[cfg(not(feature = "bundle"))]
        Vec::new()
    }

    /// Draws all claims, or the one of an id, in place of what the root holds. False when there is no claim of
    /// that id; the root is then as it was. A `lang` that is no language tag counts as none; `words` are the interface
    /// texts in their compact form, English if there are none.
    pub fn draw(
        &self,
        root: &Node,
        claim: Option<String>,
        lang: Option<String>,
        words: Option<String>,
        heading_level: u8,
    ) -> bool {
        let language = lang.and_then(|tag| Language::parse(&tag).ok());
        let words = Words::read(words.as_deref().unwrap_or_default());
        let options = Options { words: &words, language, heading_level, tools: true };
        let tree = match &claim {
            Some(id) => view::single(&self.dataset, id, &options),
            None => Some(view::list(&self.dataset, &options)),
        };
        let Some(tree) = tree else { return false };
        draw(&tree, root);
        true
    }

    /// The dataset's id.
    #[wasm_bindgen(getter)]
    pub fn id(&self) -> String {
        self.dataset.id.as_str().into()
    }

    /// The dataset's language.
    #[wasm_bindgen(getter)]
    pub fn language(&self) -> String {
        self.dataset.language.as_str().into()
    }

    /// How many claims it has.
    #[wasm_bindgen(getter, js_name = claimCount)]
    pub fn claim_count(&self) -> u32 {
        self.dataset.claims.len() as u32
    }
}
