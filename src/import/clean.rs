//! Single values on their way in: made to fit where that changes nothing that matters, and every change told.

use alloc::{format, string::String, vec::Vec};

use super::dates;
use super::draft::{DraftDate, DraftRating};
use super::languages;
use crate::date::Date;
use crate::model::{Language, Score, Text};
use crate::text::excerpt;
use crate::url::WebUrl;

/// What was changed or left out, in order.
#[derive(Default)]
pub(super) struct Warnings(pub(super) Vec<String>);

impl Warnings {
    pub(super) fn add(&mut self, message: impl Into<String>) {
        let message = message.into();
        if !self.0.contains(&message) {
            self.0.push(message);
        }
    }

    /// A text: without control characters and blanks around it, cut where it is longer than texts may be.
    pub(super) fn text(&mut self, field: &str, text: &str) -> Option<String> {
        self.passage(
            field,
            text.trim_matches(|c: char| c.is_whitespace() || c == '\u{FEFF}' || c.is_control()),
        )
    }

    /// The same with the blanks around it, which belong to a passage.
    pub(super) fn passage(&mut self, field: &str, text: &str) -> Option<String> {
        let breaks = text.replace("\r\n", "\n").replace('\r', "\n");
        let is_unfit = |c: char| c.is_control() && c != '\n' && c != '\t';
        let n_unfit = breaks.chars().filter(|c| is_unfit(*c)).count();
        let mut text = breaks;
        if n_unfit > 0 {
            text.retain(|c| !is_unfit(c));
            self.add(format!("{field}: {n_unfit} control characters left out"));
        }
        if text.len() > MAX_TEXT {
            let end = text.floor_char_boundary(MAX_TEXT);
            self.add(format!("{field}: cut, {} of its {} bytes are too many", text.len() - end, text.len()));
            text.truncate(end);
        }
        Text::parse(&text).ok()?;
        Some(text)
    }

    /// An address as the record takes it: with a scheme, its host in ASCII, blanks encoded.
    pub(super) fn url(&mut self, field: &str, written: &str) -> Option<String> {
        let written = written.trim();
        if WebUrl::parse(written).is_ok() {
            return Some(written.into());
        }
        let guess = if written.starts_with("www.") { format!("https://{written}") } else { written.into() };
        let mended = url::Url::parse(&guess).ok().filter(|it| it.has_host()).map(|mut url| {
            // Credentials in a link are never meant for readers.
            let _ = url.set_username("");
            let _ = url.set_password(None);
            String::from(url.as_str())
        });
        match mended.filter(|it| WebUrl::parse(it).is_ok()) {
            Some(mended) => {
                self.add(format!("{field}: `{}` is now `{}`", excerpt(written), excerpt(&mended)));
                Some(mended)
            }
            None => {
                self.add(format!("{field}: `{}` is not a web address", excerpt(written)));
                None
            }
        }
    }

    pub(super) fn date(&mut self, field: &str, date: &DraftDate) -> Option<Date> {
        if date.written.trim().is_empty() {
            return None;
        }
        match dates::read(date) {
            Ok(read) => {
                if let Some(note) = read.note {
                    self.add(format!("{field}: {note}"));
                }
                Some(read.date)
            }
            Err(error) => {
                self.add(format!("{field}: {error}"));
                None
            }
        }
    }

    pub(super) fn language(&mut self, field: &str, written: &str) -> Option<Language> {
        let tag = languages::tag(written);
        if tag.is_none() {
            self.add(format!("{field}: `{}` is no language we know", excerpt(written)));
        }
        tag
    }

    /// A number on its scale: value, worst, best. Scales without a value on them are left out.
    pub(super) fn rating(&mut self, rating: &DraftRating) -> Option<[Score; 3]> {
        let mut number = |name: &str, text: &str| {
            let plain = text.trim().replace(',', ".");
            let number = plain.parse::<f64>().ok().and_then(Score::from_number);
            if number.is_none() {
                self.add(format!("rating: {name} `{}` is not a number", excerpt(text)));
            }
            number
        };
        let value = number("value", &rating.value)?;
        // The defaults of schema.org.
        let worst = number("worst", rating.worst.as_deref().unwrap_or("1"))?;
        let best = number("best", rating.best.as_deref().unwrap_or("5"))?;
        let shown = || {
            let end = |it: &Option<String>| it.clone().unwrap_or_else(|| "none given".into());
            format!("{}, worst {}, best {}", rating.value, end(&rating.worst), end(&rating.best))
        };
        if worst == best {
            self.add(format!("rating left out: no scale ({})", shown()));
            return None;
        }
        if value < worst.min(best) || value > worst.max(best) {
            self.add(format!("rating left out: not on its scale ({})", shown()));
            return None;
        }
        if worst > best {
            self.add(format!(
                "the scale runs downwards: {} is the truest ({})",
                rating.best.as_deref().unwrap_or("5"),
                shown()
            ));
        }
        Some([value, worst, best])
    }
}

/// How long a text may be, in bytes: as `Text` has it.
const MAX_TEXT: usize = 100_000;
