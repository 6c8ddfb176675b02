//! Sources in Markdown: the title as a link, what kind of document it is, the archived copy, the passage.

use alloc::{format, string::String, vec::Vec};

use super::{Page, link};
use crate::cite::markdown::inline;
use crate::model::{Citation, Source, Text};
use crate::view::ENGLISH;

impl Page<'_> {
    /// The sources of a saying or verdict, under a label. A passage that is all of the saying is not shown again.
    pub(super) fn citations(&mut self, label: &str, citations: &[Citation], saying: Option<&Text>) {
        let points: Vec<String> = citations
            .iter()
            .filter_map(|it| {
                let quote = it.quote.as_ref().map(|it| &it.exact).filter(|it| Some(*it) != saying);
                Some(self.citation(self.selection.source(it)?, quote, it))
            })
            .collect();
        if !points.is_empty() {
            self.block(&format!("{label}:"));
            self.list(&points);
        }
    }

    fn citation(&self, source: &Source, quote: Option<&Text>, citation: &Citation) -> String {
        let mut parts = Vec::from([title(source)]);
        parts.extend(source.author.as_ref().map(|it| inline(it.as_str())));
        parts.extend(source.publisher.as_ref().map(|it| inline(it.as_str())));
        parts.extend(source.date.map(|it| ENGLISH.date(it)));
        parts.extend(source.kind.map(|it| ENGLISH.kind(it).into()));
        parts.extend(source.language.as_ref().map(|it| ENGLISH.language(it).into()));
        if let Some(archive) = &source.archive {
            let date = archive.date.map_or(String::new(), |it| format!(" {}", ENGLISH.date(it)));
            parts.push(link(ENGLISH.archived(), archive.url.as_str()) + &date);
        }
        let origin = source.derived_from.as_ref().and_then(|it| self.selection.dataset.sources.get(it));
        parts.extend(origin.map(|it| format!("{} {}", ENGLISH.carries(), title(it))));
        if let Some(quote) = quote {
            let [open, close] = ENGLISH.quotation_marks();
            parts.push(format!("{open}{}{close}", inline(quote.as_str())));
        }
        if let Some(verified) = &citation.verified {
            parts.push(format!("{} {}", ENGLISH.quote_verified(), ENGLISH.date(verified.date)));
        }
        parts.join(" · ")
    }
}

/// The title, as a link where there is an address.
pub(super) fn title(source: &Source) -> String {
    let title = inline(source.title.as_str());
    source.url.as_ref().map(|it| link(&title, it.as_str())).unwrap_or(title)
}
