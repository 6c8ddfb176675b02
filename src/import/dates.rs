//! Temporary.
use super::draft::DraftDate;
use crate::date::Date;
use alloc::string::String;
pub struct ReadDate {
    pub date: Date,
    pub note: Option<String>,
}
pub fn read(written: &DraftDate) -> Result<ReadDate, String> {
    Date::parse(written.written.get(..10).unwrap_or(&written.written))
        .map(|date| ReadDate { date, note: None })
        .ok_or("no date".into())
}
