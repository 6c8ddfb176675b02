//! Who said what when, over all claims: a picture with a lane for each speaker, and the same as a table.

mod layout;
mod picture;

use alloc::{string::String, vec::Vec};

use super::{Context, Options, anchor, heading_text};
use crate::date::Date;
use crate::html::{Link, Tag, Tree};
use crate::model::{Claim, Dataset, Id, Relation};
use crate::text::sorted_indices;

/// What is in the disclosure of the timeline: a legend, the picture, the table. The picture fits any width; its marks
/// stand side by side as far as a width in CSS pixels has room for them.
pub fn timeline(dataset: &Dataset, options: &Options<'_>, width: u32) -> Tree {
    let mut tree = Tree::default();
    let cx = Context::new(dataset, options, true);
    show(cx, &mut tree, width);
    tree
}

/// The same for a place of unknown width.
#[cfg(feature = "cli")]
pub(super) fn static_timeline(cx: Context<'_>, tree: &mut Tree) {
    show(cx, tree, layout::NARROWEST);
}

fn show(cx: Context<'_>, tree: &mut Tree, width: u32) {
    let sayings = sayings(cx.dataset);
    tree.open(Tag::Div).class("timeline-parts").lang(cx.words.tag(), cx.words.is_rtl());
    picture::picture(cx, tree, &sayings, width);
    table(cx, tree, &sayings);
    tree.close();
}

/// A statement or a counter-statement, as one mark of the picture and one row of the table.
struct Said<'a> {
    claim: &'a Claim,
    speaker: Option<&'a Id>,
    date: Option<Date>,
    /// How a counter-statement stands to the statement, which is the last one before it without any.
    relation: Option<Relation>,
}

impl Said<'_> {
    fn speaker_name<'a>(&self, cx: Context<'a>) -> &'a str {
        let person = self.speaker.and_then(|id| cx.dataset.people.get(id));
        person.map_or(cx.words.unknown_speaker(), |it| it.name.as_str())
    }

    fn date_text(&self, cx: Context<'_>) -> String {
        self.date.map_or_else(|| cx.words.undated().into(), |it| cx.words.date(it))
    }

    /// What it is, in words: a statement, or how it stands to one.
    fn kind<'a>(&self, cx: Context<'a>) -> &'a str {
        self.relation.map_or(cx.words.statement(), |it| cx.words.relation(it))
    }

    fn link(&self) -> Link {
        Link::to_anchor(&anchor(self.claim))
    }
}

/// Every statement, and after it its counter-statements.
fn sayings(dataset: &Dataset) -> Vec<Said<'_>> {
    let mut sayings = Vec::new();
    for claim in &dataset.claims {
        let it = &claim.statement;
        sayings.push(Said { claim, speaker: it.speaker.as_ref(), date: it.date, relation: None });
        for it in &claim.counter_statements {
            let relation = Some(it.relation);
            sayings.push(Said { claim, speaker: it.speaker.as_ref(), date: it.date, relation });
        }
    }
    sayings
}

/// The places of sayings from the oldest to the newest, the undated last, equals as they were.
fn by_date(sayings: &[Said<'_>]) -> Vec<usize> {
    let key = |n: usize| sayings.get(n).and_then(|it| it.date);
    sorted_indices(sayings.len(), &|a, b| match (key(a), key(b)) {
        (Some(a), Some(b)) => a < b,
        (a, b) => a.is_some() && b.is_none(),
    })
}

fn table(cx: Context<'_>, tree: &mut Tree, sayings: &[Said<'_>]) {
    tree.open(Tag::Details).class("as-table").open(Tag::Summary).text(cx.words.as_table()).close();
    tree.open(Tag::Table).label(cx.words.timeline()).open(Tag::Tbody).open(Tag::Tr);
    for name in cx.words.timeline_columns() {
        tree.open(Tag::Th).scope("col").text(name).close();
    }
    tree.close();
    for it in by_date(sayings).into_iter().filter_map(|n| sayings.get(n)) {
        tree.open(Tag::Tr).open(Tag::Td);
        match it.date {
            Some(date) => cx.time(tree, date),
            None => _ = tree.text(cx.words.undated()),
        }
        match it.speaker.and_then(|id| cx.dataset.people.get(id)) {
            Some(person) => cx.open(tree.close(), Tag::Td).text(person.name.as_str()),
            None => tree.close().open(Tag::Td).text(cx.words.unknown_speaker()),
        };
        tree.close().open(Tag::Td).text(it.kind(cx)).close().open(Tag::Td);
        cx.open_name(tree, Tag::A, it.claim).link(&it.link()).text(heading_text(it.claim)).close();
        tree.close().close();
    }
    tree.close().close().close();
}
