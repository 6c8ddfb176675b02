//! The code that shows a claim in another page: a quotation with what is most needed, and the script.

use alloc::string::String;

use super::Taken;
use crate::html::{Link, Tag, Tree, module_script};
use crate::view::heading_text;

impl Taken<'_> {
    /// The quotation as it stands for the element, and the script that makes the element of it. `src` is the address
    /// of the dataset, none for the one that the script carries.
    pub fn embed(&self, src: Option<&str>, script: &str) -> String {
        let Taken { dataset, claim, .. } = *self;
        let statement = &claim.statement;
        let language = statement.language.as_ref().unwrap_or(&dataset.language);
        let permalink = self.permalink();
        let mut tree = Tree::default();
        tree.open(Tag::Blockquote).class("fact-check");
        tree.stands_for(src, claim.id.as_str());
        if let Some(url) = &permalink {
            tree.cite(url);
        }
        tree.open(Tag::P).lang(language.as_str(), language.is_rtl()).text(&self.quoted()).close();
        tree.open(Tag::P).lang(dataset.language.as_str(), dataset.language.is_rtl());
        tree.text("— ").text(&self.byline()).text(" · ");
        tree.open(if permalink.is_some() { Tag::A } else { Tag::Span });
        if let Some(url) = &permalink {
            tree.link(&Link::to(url, None));
        }
        tree.text(heading_text(claim)).close().close().close();
        let mut code = tree.to_html();
        code.push('\n');
        code.push_str(&module_script(script));
        code.push('\n');
        code
    }
}
