//! A picture of a claim, to share where only pictures are shown: SVG of 1200 × 630, with its text as a description.

mod svg;
mod width;
mod wrap;

use alloc::string::String;

pub use wrap::{Wrapped, wrap};

use self::svg::{Face, Svg};
use crate::cite::Taken;
use crate::model::{Language, Table, Text, Translation, Weight, Wording};
use crate::text::{joined, push_number};
use crate::view::heading_text;

/// Where the two halves meet: the statement is above, what counters it below.
const MIDDLE: u32 = 424;

/// The sizes in which the words of the statement are tried, each with how many lines there is room for.
const SIZES: [(u32, usize); 4] = [(56, 3), (48, 4), (40, 5), (34, 6)];

/// A claim as a picture, in SVG. `language` is that of the reader, for choosing a translation.
pub fn picture(taken: &Taken<'_>, language: Option<&Language>) -> String {
    let Taken { dataset, claim, words, .. } = *taken;
    let statement = &claim.statement;
    let own = statement.language.as_ref().unwrap_or(&dataset.language);
    let reading = language.unwrap_or(&dataset.language);
    let (text, tongue) = told(&statement.text, own, &statement.translations, reading);
    let quoted = quoted(taken, text, statement.wording);
    let byline = taken.byline();
    let counters = counters(taken);
    let first = claim.counter_statements.first().map(|counter| {
        let speaker = counter.speaker.as_ref().and_then(|id| dataset.people.get(id));
        let mut line = joined(words.relation(counter.relation), words.colon());
        line.push_str(speaker.map_or(words.unknown_speaker(), |it| it.name.as_str()));
        let own = counter.language.as_ref().unwrap_or(&dataset.language);
        let (text, tongue) = told(&counter.text, own, &counter.translations, reading);
        (line, self::quoted(taken, text, counter.wording), tongue)
    });
    let weight = claim.weight.map(|it| words.weight(it));
    let colour = colour(claim.weight);

    let mut svg = Svg::new(words.tag(), words.is_rtl());
    let mut description = quoted.clone();
    let parts = [Some(&*byline), weight, Some(&*counters), first.as_ref().map(|it| &*it.0)];
    for part in parts.into_iter().flatten() {
        description.push('\n');
        description.push_str(part);
    }
    svg.describe(heading_text(claim), &description);
    svg.bar(colour);

    // The statement stands in the middle of its half.
    let (face, wrapped) = fitting(&quoted, svg.room());
    let leading = face.size * 5 / 4;
    let height = 40 + wrapped.lines.len() as u32 * leading + 44 + if weight.is_some() { 48 } else { 0 };
    let mut y = 40 + MIDDLE.saturating_sub(40 + height) / 2 + 24;
    svg.line(y, Face { size: 24, ..Face::MUTED }, words.statement(), words.tag(), words.is_rtl());
    y += 16;
    for line in &wrapped.lines {
        y += leading;
        svg.line(y, face, line, tongue.as_str(), tongue.is_rtl());
    }
    y += 44;
    svg.line(y, Face { size: 26, ..Face::PLAIN }, &byline, dataset.language.as_str(), words.is_rtl());
    if let Some(weight) = weight {
        svg.line(y + 48, Face { size: 30, fill: colour, ..Face::BOLD }, weight, words.tag(), words.is_rtl());
    }

    svg.rule(MIDDLE + 12);
    svg.line(MIDDLE + 54, Face { size: 24, ..Face::MUTED }, &counters, words.tag(), words.is_rtl());
    if let Some((line, quoted, tongue)) = &first {
        svg.line(MIDDLE + 92, Face { size: 26, ..Face::BOLD }, line, words.tag(), words.is_rtl());
        svg.line(MIDDLE + 128, Face { size: 26, ..Face::WORDS }, quoted, tongue.as_str(), tongue.is_rtl());
    }
    let title = dataset.title.as_str();
    svg.line(
        602,
        Face { size: 22, ..Face::MUTED },
        title,
        dataset.language.as_str(),
        dataset.language.is_rtl(),
    );
    svg.done()
}

/// What the picture shows, in words: for readers who do not see it.
pub fn description(taken: &Taken<'_>) -> String {
    let Taken { claim, words, .. } = *taken;
    let mut text = String::from(heading_text(claim));
    if let Some(weight) = claim.weight {
        text.push_str(". ");
        text.push_str(words.weight(weight));
    }
    text.push_str(". ");
    text.push_str(&counters(taken));
    text
}

/// How many counter-statements there are.
fn counters(taken: &Taken<'_>) -> String {
    let mut text = joined(taken.words.counter_statements(), taken.words.colon());
    match taken.claim.counter_statements.len() {
        0 => text.push_str(taken.words.no_counter_statement()),
        n => push_number(&mut text, n as u32),
    }
    text
}

/// The words in the reader's language if they are translated into it, and the language they are in.
fn told<'a>(
    text: &'a Text,
    own: &'a Language,
    translations: &'a Table<Language, Translation>,
    reading: &Language,
) -> (&'a Text, &'a Language) {
    let translated = translations.iter().find(|(language, _)| language.matches(reading));
    match translated.filter(|_| !own.matches(reading)) {
        Some((language, translation)) => (&translation.text, language),
        None => (text, own),
    }
}

/// In quotation marks if it is verbatim.
fn quoted(taken: &Taken<'_>, text: &Text, wording: Option<Wording>) -> String {
    let [open, close] = match wording {
        Some(Wording::Verbatim) => taken.words.quotation_marks(),
        _ => [""; 2],
    };
    let mut quoted = joined(open, text.as_str());
    quoted.push_str(close);
    quoted
}

/// The largest size in which the words have room, or the smallest with an ellipsis.
fn fitting(text: &str, room: u32) -> (Face, Wrapped) {
    let mut best = (Face::WORDS, Wrapped::default());
    for (size, n_lines) in SIZES {
        let face = Face { size, ..Face::WORDS };
        best = (face, wrap(text, face.ems(room), n_lines));
        if !best.1.is_cut {
            break;
        }
    }
    best
}

/// The colour of a weight, as the style sheet has it on white.
fn colour(weight: Option<Weight>) -> &'static str {
    match weight {
        None => "#575e6b",
        Some(Weight::Contested) => "#765400",
        Some(Weight::Refuted | Weight::LeansAgainst) => "#a3282e",
        Some(Weight::Confirmed | Weight::LeansFor) => "#1d6b45",
    }
}
