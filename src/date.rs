//! `Date`: a calendar date with year, month or day precision, as ISO 8601 writes it.

use alloc::string::String;

use crate::text::push_number;

/// A date of the proleptic Gregorian calendar, years 1 to 9999, known to the year, the month or the day.
///
/// Ordered by time; a less precise date comes before the days it contains.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

impl Date {
    /// The first year there is.
    pub(crate) const FIRST: Date = Date { year: 1, month: 0, day: 0 };

    /// Reads `2018`, `2018-11` or `2018-11-06`; `None` for anything else or for a day that does not exist.
    ///
    /// ```
    /// # use factcheck::Date;
    /// assert_eq!(Date::parse("2016-02-29").unwrap().to_iso(), "2016-02-29");
    /// assert!(Date::parse("2015-02-29").is_none());
    /// ```
    pub fn parse(text: &str) -> Option<Date> {
        let bytes = text.as_bytes();
        if !matches!(bytes.len(), 4 | 7 | 10) {
            return None;
        }
        let year = digits(bytes.get(..4)?)?;
        let part = |at: usize| match bytes.get(at) {
            None => Some(0),
            Some(b'-') => digits(bytes.get(at + 1..at + 3)?).filter(|&n| n > 0),
            Some(_) => None,
        };
        Date::new(year, part(4)? as u8, part(7)? as u8)
    }

    /// Builds a date; 0 means "not known" for the month and the day.
    pub fn new(year: u16, month: u8, day: u8) -> Option<Date> {
        let exists = (1..=9999).contains(&year)
            && month <= 12
            && (month > 0 || day == 0)
            && day <= days_in(year, month);
        exists.then_some(Date { year, month, day })
    }

    /// The year.
    pub fn year(self) -> u16 {
        self.year
    }

    /// The month, 1 to 12, when it is known.
    pub fn month(self) -> Option<u8> {
        (self.month > 0).then_some(self.month)
    }

    /// The day of the month, when it is known.
    pub fn day(self) -> Option<u8> {
        (self.day > 0).then_some(self.day)
    }

    /// As ISO 8601 writes it, which is also what HTML's `datetime` takes.
    pub fn to_iso(self) -> String {
        let mut iso = String::new();
        for floor in [1000, 100, 10] {
            if self.year < floor {
                iso.push('0');
            }
        }
        push_number(&mut iso, self.year.into());
        for part in [self.month, self.day] {
            if part > 0 {
                iso.push_str(if part < 10 { "-0" } else { "-" });
                push_number(&mut iso, part.into());
            }
        }
        iso
    }

    /// Whether it lies before another with certainty: `2018` is not before `2018-11`.
    pub fn is_before(self, other: Date) -> bool {
        let parts = [
            (self.year, other.year),
            (self.month.into(), other.month.into()),
            (self.day.into(), other.day.into()),
        ];
        let differ = parts.into_iter().find(|(a, b)| a != b);
        differ.is_some_and(|(a, b)| a < b && a > 0)
    }

    /// One number for the pack: year, month and day in 14, 4 and 5 bits.
    #[cfg(feature = "reader")]
    pub(crate) fn to_bits(self) -> u32 {
        u32::from(self.year) << 9 | u32::from(self.month) << 5 | u32::from(self.day)
    }

    /// The inverse of [`Date::to_bits`]; `None` for a number that is no date.
    pub(crate) fn from_bits(bits: u32) -> Option<Date> {
        let year = u16::try_from(bits >> 9).ok()?;
        Date::new(year, (bits >> 5 & 15) as u8, (bits & 31) as u8)
    }
}

fn digits(bytes: &[u8]) -> Option<u16> {
    bytes.iter().try_fold(0, |n, b| b.is_ascii_digit().then(|| n * 10 + u16::from(b - b'0')))
}

fn days_in(year: u16, month: u8) -> u8 {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        0 => 0,
        _ => 31,
    }
}
