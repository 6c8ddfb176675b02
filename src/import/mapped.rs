//! Records of tables to drafts, along a map.

use alloc::{format, string::String, vec, vec::Vec};

use super::Found;
use super::draft::{
    DateOrder, Draft, DraftCounter, DraftDate, DraftPerson, DraftRating, DraftSaying, DraftSource,
    DraftVerdict,
};
use super::map::{SayingMap, SourceMap, Sources, TableMap, VerdictMap};
use super::pick::{Pick, Row};
use super::prose::{Link, Prose};
use crate::model::{Quality, Relation, SourceKind, Weight, Wording};

/// How many characters the words of a link have to be a title.
const MIN_TITLE: usize = 16;

/// Makes a draft of a record.
pub fn mapped(map: &TableMap, row: Row<'_>, place: String) -> Found {
    let mut reading = Reading { order: map.dates.into(), row, warnings: Vec::new() };
    let draft = reading.draft(map);
    Found { place, draft: Ok(draft), warnings: reading.warnings }
}

/// One record as it is read.
struct Reading<'a> {
    order: DateOrder,
    row: Row<'a>,
    warnings: Vec<String>,
}

impl<'a> Reading<'a> {
    fn one(&mut self, pick: &Pick) -> Option<String> {
        self.row.one(pick, &mut self.warnings)
    }

    /// A text without markup.
    fn plain(&mut self, pick: &Pick) -> Option<String> {
        let text = self.one(pick)?;
        let prose = self.prose(&text);
        if !prose.links.is_empty() && Prose::is_html(&text) {
            self.warnings.push(format!(
                "not carried: {} links in `{}`",
                prose.links.len(),
                pick.columns.join("`, `")
            ));
        }
        (!prose.text.is_empty()).then_some(prose.text)
    }

    fn prose(&mut self, text: &str) -> Prose {
        // The texts of our own export are plain text, whatever they look like.
        if self.row.guarded {
            return Prose { text: text.into(), ..Prose::default() };
        }
        let prose = if Prose::is_html(text) { Prose::from_html(text) } else { Prose::from_text(text) };
        self.warnings.extend(prose.dropped.iter().map(|it| format!("not carried: {it}")));
        prose
    }

    fn date(&mut self, pick: &Pick) -> Option<DraftDate> {
        Some(DraftDate { written: self.one(pick)?, order: self.order })
    }

    /// A word of one of our vocabularies.
    fn word<T: Copy + 'static>(
        &mut self,
        pick: &Pick,
        all: &'static [T],
        name: fn(T) -> &'static str,
    ) -> Option<T> {
        let written = self.one(pick)?;
        let found = all.iter().copied().find(|it| name(*it) == written);
        if found.is_none() {
            let known: Vec<&str> = all.iter().map(|it| name(*it)).collect();
            self.warnings.push(format!("`{written}` is none of {}: not carried", known.join(", ")));
        }
        found
    }

    fn draft(&mut self, map: &TableMap) -> Draft {
        let summary = self.plain(&map.statement.summary);
        let signs: &[char] = if self.row.guarded { &[';'] } else { &[',', ';'] };
        let split = |it: String| it.split(signs).map(|it| it.trim().into()).collect::<Vec<String>>();
        let topics: Vec<String> =
            self.row.all(&map.claim.topics, &mut self.warnings).into_iter().flat_map(split).collect();
        let (statement, _) = self.saying(&map.statement, false);
        let mut counter_statements = Vec::new();
        for counter in &map.counter_statements {
            match &counter.each {
                None => counter_statements.extend(self.counter(counter, true)),
                Some(list) => {
                    let items = self.row.get(list).and_then(serde_json::Value::as_array);
                    for fields in items.into_iter().flatten().filter_map(serde_json::Value::as_object) {
                        let mut inner = Reading {
                            order: self.order,
                            row: Row { fields, ..self.row },
                            warnings: Vec::new(),
                        };
                        counter_statements.extend(inner.counter(counter, false));
                        self.warnings.append(&mut inner.warnings);
                    }
                }
            }
        }
        let verdicts = map.verdicts.iter().filter_map(|it| self.verdict(it)).collect();
        let weight = self.word(&map.claim.weight, Weight::ALL, Weight::as_str);
        Draft {
            id: self.one(&map.claim.id),
            statement,
            summary,
            counter_statements,
            verdicts,
            weight,
            topics,
        }
    }

    /// A saying, and the links in its words.
    fn saying(&mut self, map: &SayingMap, with_links: bool) -> (DraftSaying, Vec<DraftSource>) {
        let text = self.one(&map.text).unwrap_or_default();
        let prose = self.prose(&text);
        let links = prose.links.into_iter().map(source_of_link).collect::<Vec<_>>();
        if !with_links && !links.is_empty() && Prose::is_html(&text) {
            self.warnings.push(format!("not carried: {} links in the statement", links.len()));
        }
        let role = self.one(&map.role);
        let speaker = self.plain(&map.speaker).map(|name| DraftPerson { name, role, ..Default::default() });
        let saying = DraftSaying {
            text: prose.text,
            speaker,
            date: self.date(&map.date),
            language: self.one(&map.language),
            wording: self.word(&map.wording, Wording::ALL, Wording::as_str),
            quality: self.word(&map.quality, Quality::ALL, Quality::as_str),
            translations: Vec::new(),
            said_in: self.sources(&map.said_in),
        };
        (saying, links)
    }

    fn counter(&mut self, map: &SayingMap, is_only: bool) -> Option<DraftCounter> {
        let (saying, links) = self.saying(map, true);
        let relation =
            self.word(&map.relation, Relation::ALL, Relation::as_str).unwrap_or(Relation::AddsContext);
        let mut sources = self.sources(&map.sources);
        sources.extend(links);
        let is_empty = saying.text.is_empty();
        if is_empty && !is_only {
            self.warnings.push("an empty item of the list left out".into());
        } else if is_empty && !sources.is_empty() {
            self.warnings
                .push(format!("not carried: {} sources of an empty counter-statement", sources.len()));
        }
        (!is_empty).then_some(DraftCounter { relation, saying, sources })
    }

    fn verdict(&mut self, map: &VerdictMap) -> Option<DraftVerdict> {
        let label = self.plain(&map.label).unwrap_or_default();
        let rating = self.one(&map.value).map(|value| DraftRating {
            value,
            worst: self.one(&map.worst),
            best: self.one(&map.best),
        });
        let explanation = self.plain(&map.explanation);
        let is_empty = label.is_empty() && rating.is_none() && explanation.is_none();
        (!is_empty).then(|| DraftVerdict {
            label,
            rating,
            explanation,
            by: self.plain(&map.by),
            url: self.one(&map.url),
            date: self.date(&map.date),
            sources: self.sources(&map.sources),
            ..Default::default()
        })
    }

    fn sources(&mut self, sources: &Sources) -> Vec<DraftSource> {
        let parts = match sources {
            Sources::Addresses(pick) => {
                let texts = self.row.all(pick, &mut self.warnings);
                return texts.iter().flat_map(|it| self.addresses(it)).collect();
            }
            Sources::Part(part) => vec![part.as_ref()],
            Sources::Parts(parts) => parts.iter().collect(),
        };
        parts.into_iter().flat_map(|it| self.source(it)).collect()
    }

    /// The addresses in a cell; what is none is at least what the source is called.
    fn addresses(&mut self, text: &str) -> Vec<DraftSource> {
        let links = self.prose(text).links;
        match links.is_empty() {
            false => links.into_iter().map(source_of_link).collect(),
            true if text.starts_with("www.") || !text.contains(' ') && text.contains('/') => {
                vec![DraftSource { url: Some(text.into()), ..Default::default() }]
            }
            true => vec![DraftSource { title: Some(text.into()), ..Default::default() }],
        }
    }

    /// A source of several columns; several of them where one column holds several addresses.
    fn source(&mut self, map: &SourceMap) -> Vec<DraftSource> {
        let url = self.one(&map.url);
        let links = url.as_deref().map(|it| self.prose(it).links).unwrap_or_default();
        if links.len() > 1 {
            return links.into_iter().map(source_of_link).collect();
        }
        let source = DraftSource {
            url: links.into_iter().next().map(|it| it.url).or(url),
            title: self.plain(&map.title),
            publisher: self.plain(&map.publisher),
            date: self.date(&map.date),
            language: self.one(&map.language),
            kind: self.word(&map.kind, SourceKind::ALL, SourceKind::as_str),
            // In our own tables a title is as it was in the record, and there it tells sources apart.
            by_title: self.row.guarded,
            ..Default::default()
        };
        let is_empty = source.url.is_none() && source.title.is_none();
        if is_empty { Vec::new() } else { vec![source] }
    }
}

/// A link as a source. A few words such as `stated` are no title.
fn source_of_link(link: Link) -> DraftSource {
    let is_title =
        link.words.chars().count() >= MIN_TITLE && link.words.contains(' ') && !link.words.contains("://");
    DraftSource { url: Some(link.url), title: is_title.then_some(link.words), ..Default::default() }
}
