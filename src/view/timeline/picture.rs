//! The timeline as SVG: marks that are links, joined where one answers the other.

use alloc::string::String;

use super::layout::{AXIS, Layout, NAME, Years, layout};
use super::{Context, Said};
use crate::html::{Attribute, Tag, Tree};
use crate::model::Relation;
use crate::text::push_number;
use crate::view::heading_text;

/// Names longer than this, in characters, would leave the picture where it is narrowest.
const MAX_NAME: usize = 36;

pub(super) fn picture(cx: Context<'_>, tree: &mut Tree, sayings: &[Said<'_>], width: u32) {
    legend(cx, tree);
    let layout = layout(sayings, width);
    tree.open(Tag::Svg).class("lanes").role("group").label(cx.words.timeline());
    tree.geometry(Attribute::Width, "100%").geometry(Attribute::Height, &pixels(layout.height));
    axis(cx, tree, &layout);
    for lane in &layout.lanes {
        let person = lane.speaker.and_then(|id| cx.dataset.people.get(id));
        let name = person.map_or(cx.words.unknown_speaker(), |it| it.name.as_str());
        tree.open(Tag::SvgText).class("lane").geometry(Attribute::X, &across(cx, 0));
        tree.geometry(Attribute::Y, &pixels(lane.top + NAME - 5)).text(&shortened(name)).close();
    }
    let mut from = (0, 0);
    for (i, (it, &(x, y))) in sayings.iter().zip(&layout.marks).enumerate() {
        // What belongs to a claim is one group, so that pointing at a part of it can show the whole.
        match it.relation {
            None => {
                if i > 0 {
                    tree.close();
                }
                tree.open(Tag::G).class("claim");
                from = (x, y);
            }
            Some(relation) => {
                let ends = [across(cx, from.0), pixels(from.1), across(cx, x), pixels(y)];
                line(tree, tie(relation), ends);
            }
        }
        let class = if it.relation.is_none() { "mark said" } else { "mark" };
        tree.open(Tag::A).class(class).link(&it.link());
        tree.open(Tag::Title).text(&title(cx, it)).close();
        // The first circle is there to be hit, the second to be seen.
        for r in ["12", "5.5"] {
            tree.open(Tag::Circle).geometry(Attribute::Cx, &across(cx, x));
            tree.geometry(Attribute::Cy, &pixels(y)).geometry(Attribute::R, r).close();
        }
        tree.close();
    }
    if !sayings.is_empty() {
        tree.close();
    }
    tree.close();
}

fn legend(cx: Context<'_>, tree: &mut Tree) {
    tree.open(Tag::P).class("meta");
    tree.open(Tag::Span).decorative().text("● ").close().text(cx.words.statement()).text(" · ");
    tree.open(Tag::Span).decorative().text("○ ").close().text(cx.words.counter_statements()).close();
}

/// The years, and a line before each.
fn axis(cx: Context<'_>, tree: &mut Tree, layout: &Layout<'_>) {
    for column in &layout.columns {
        let middle = across(cx, column.left + column.width / 2);
        tree.open(Tag::SvgText).class("year").geometry(Attribute::X, &middle).geometry(Attribute::Y, "14");
        match column.years {
            Some(years) => tree.text(&name_of(years)),
            None => tree.text(cx.words.undated()),
        };
        tree.close();
        if column.left > 0 {
            let x = across(cx, column.left);
            line(tree, "year", [x.clone(), pixels(AXIS), x, pixels(layout.height)]);
        }
    }
}

fn tie(relation: Relation) -> &'static str {
    match relation {
        Relation::Denies | Relation::Contradicts | Relation::Corrects => "tie against",
        Relation::Qualifies | Relation::AddsContext | Relation::Updates => "tie",
        Relation::Supports | Relation::Concedes => "tie for",
    }
}

fn line(tree: &mut Tree, class: &'static str, [x1, y1, x2, y2]: [String; 4]) {
    tree.open(Tag::Line).class(class).geometry(Attribute::X1, &x1).geometry(Attribute::Y1, &y1);
    tree.geometry(Attribute::X2, &x2).geometry(Attribute::Y2, &y2).close();
}

/// What a mark stands for: date, speaker, what it is, claim.
fn title(cx: Context<'_>, it: &Said<'_>) -> String {
    let mut title = it.date_text(cx);
    for part in [" · ", it.speaker_name(cx), " · ", it.kind(cx), cx.words.colon(), heading_text(it.claim)] {
        title.push_str(part);
    }
    title
}

/// A year, or the first and the last of several: `1990–94`.
fn name_of(years: Years) -> String {
    let mut name = String::new();
    push_number(&mut name, years.first.into());
    if years.last != years.first {
        name.push('–');
        if years.last % 100 < 10 {
            name.push('0');
        }
        push_number(&mut name, u32::from(years.last % 100));
    }
    name
}

fn shortened(name: &str) -> String {
    let mut short: String = name.chars().take(MAX_NAME).collect();
    if short.len() < name.len() {
        short.pop();
        short.push('…');
    }
    short
}

/// Thousandths of the width as a percentage, from the side where lines of the interface begin.
fn across(cx: Context<'_>, thousandths: u32) -> String {
    let x = if cx.words.is_rtl() { 1000 - thousandths } else { thousandths };
    let mut text = String::new();
    push_number(&mut text, x / 10);
    text.push('.');
    push_number(&mut text, x % 10);
    text.push('%');
    text
}

fn pixels(pixels: u32) -> String {
    let mut text = String::new();
    push_number(&mut text, pixels);
    text
}
