//! Where the marks of the timeline stand: columns of years from side to side, lanes of speakers from top to bottom.
//!
//! Across, everything is in thousandths of the width, so that the picture fits any width and its text keeps its size;
//! down, in CSS pixels. The columns are in the order of time and not to its scale: a busy year is wide.

use alloc::vec::Vec;

use super::{Said, by_date};
use crate::model::Id;

/// A phone of 320 pixels less what stands around the picture. Static HTML, which does not know where it will stand,
/// is laid out for it.
pub(super) const NARROWEST: u32 = 264;
/// The distance of marks, so that each can be hit (WCAG 2.2, 2.5.8).
pub(super) const MARK: u32 = 24;
/// The room of a year's number.
const YEAR: u32 = 34;
/// How much room there is to be for each column on average: with more of them, marks would stand in long files.
const COLUMN: u32 = 66;
/// Above the lanes: the years.
pub(super) const AXIS: u32 = 22;
/// Above the marks of a lane: the name of the speaker.
pub(super) const NAME: u32 = 22;
const GAP: u32 = 8;

/// Years that share a column; the undated have none.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Years {
    pub(super) first: u16,
    pub(super) last: u16,
}

pub(super) struct Column {
    pub(super) years: Option<Years>,
    pub(super) left: u32,
    pub(super) width: u32,
    /// How many marks stand beside one another.
    per_row: usize,
}

pub(super) struct Lane<'a> {
    pub(super) speaker: Option<&'a Id>,
    pub(super) top: u32,
}

pub(super) struct Layout<'a> {
    pub(super) columns: Vec<Column>,
    pub(super) lanes: Vec<Lane<'a>>,
    /// The middle of each saying's mark, in the order of the sayings.
    pub(super) marks: Vec<(u32, u32)>,
    pub(super) height: u32,
}

/// Lays out for a width in CSS pixels; narrower ones count as the narrowest.
pub(super) fn layout<'a>(sayings: &[Said<'a>], width: u32) -> Layout<'a> {
    let width = width.max(NARROWEST);
    let order = by_date(sayings);
    let mut speakers: Vec<Option<&Id>> = Vec::new();
    for it in order.iter().filter_map(|&n| sayings.get(n)) {
        if !speakers.contains(&it.speaker) {
            speakers.push(it.speaker);
        }
    }
    let all_years = years(sayings, (width / COLUMN) as usize);
    let is_in = |it: &Said<'_>, years: &Option<Years>| match (it.date, years) {
        (Some(date), Some(years)) => (years.first..=years.last).contains(&date.year()),
        (date, years) => date.is_none() && years.is_none(),
    };
    // The marks of each lane in each column, from the oldest.
    let cell = |speaker: Option<&Id>, years: &Option<Years>| -> Vec<usize> {
        let is_here = |n: &usize| sayings.get(*n).is_some_and(|it| it.speaker == speaker && is_in(it, years));
        order.iter().copied().filter(is_here).collect()
    };
    let busiest = |years| speakers.iter().map(|&it| cell(it, years).len()).max().unwrap_or_default();
    let columns = columns(&all_years, &all_years.iter().map(busiest).collect::<Vec<_>>(), width);

    let mut marks = alloc::vec![(0, 0); sayings.len()];
    let mut lanes = Vec::new();
    let mut top = AXIS;
    for speaker in speakers {
        let mut n_rows = 1;
        for column in &columns {
            for (i, n) in cell(speaker, &column.years).into_iter().enumerate() {
                let (row, place) = ((i / column.per_row) as u32, (i % column.per_row) as u32);
                let x = column.left + column.width * (2 * place + 1) / (2 * column.per_row as u32);
                if let Some(mark) = marks.get_mut(n) {
                    *mark = (x, top + NAME + row * MARK + MARK / 2);
                }
                n_rows = n_rows.max(row + 1);
            }
        }
        lanes.push(Lane { speaker, top });
        top += NAME + n_rows * MARK + GAP;
    }
    Layout { columns, lanes, marks, height: top }
}

/// The years in which something was said, so many of them together that there are few columns; at the end, if
/// anything is undated, a column for that.
fn years(sayings: &[Said<'_>], most: usize) -> Vec<Option<Years>> {
    let dated = || sayings.iter().filter_map(|it| it.date).map(|it| it.year());
    let mut columns: Vec<Option<Years>> = Vec::new();
    if let (Some(first), Some(last)) = (dated().min(), dated().max()) {
        for span in 1.. {
            columns = (first..=last)
                .step_by(span)
                .map(|first| Years { first, last: first.saturating_add(span as u16 - 1).min(last) })
                .filter(|it| dated().any(|year| (it.first..=it.last).contains(&year)))
                .map(Some)
                .collect();
            if columns.len() <= most {
                break;
            }
        }
    }
    if sayings.iter().any(|it| it.date.is_none()) {
        columns.push(None);
    }
    columns
}

/// Gives each column the room of its name, and shares out the rest after how many marks stand in it.
fn columns(years: &[Option<Years>], busiest: &[usize], full: u32) -> Vec<Column> {
    let n = years.len() as u32;
    let min = (1000 * YEAR / full).min(1000 / n.max(1));
    let spare = 1000 - min * n;
    let more = |it: &usize| it.saturating_sub(1) as u32;
    let all_more: u32 = busiest.iter().map(more).sum();
    let mut left = 0;
    let mut columns = Vec::new();
    for (years, busiest) in years.iter().zip(busiest) {
        let share = (spare * more(busiest)).checked_div(all_more);
        let width = min + share.unwrap_or(spare / n.max(1));
        let per_row = (width * full / 1000 / MARK).max(1) as usize;
        columns.push(Column { years: *years, left, width, per_row });
        left += width;
    }
    columns
}
