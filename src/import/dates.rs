//! Dates as people write them: ISO 8601, RFC 2822, with numbers in either order, with the names of months in many
//! languages. What can be read in two ways is not guessed.

use alloc::{format, string::String, vec::Vec};

use super::draft::{DateOrder, DraftDate};
use crate::date::Date;
use crate::text::excerpt;

/// A date that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadDate {
    /// The date, in the zone it was written in.
    pub date: Date,
    /// What is doubtful about it.
    pub note: Option<String>,
}

/// The names of months in English, German, French, Spanish, Italian, Portuguese, Dutch, Scandinavian languages,
/// Polish, Russian and Ukrainian, in the forms that stand in dates; what they begin with is their abbreviation.
const MONTHS: [&str; 12] = [
    "january januar jänner janvier enero gennaio janeiro januari stycznia styczeń января январь січня січень",
    "february februar février fevrier febrero febbraio fevereiro februari lutego luty февраля февраль лютого лютий",
    "march märz maerz mars marzo março maart marts marca marzec марта март березня березень",
    "april avril abril aprile kwietnia kwiecień апреля апрель квітня квітень",
    "may mai mayo maggio maio mei maj maja мая май травня травень",
    "june juni juin junio giugno junho czerwca czerwiec июня июнь червня червень",
    "july juli juillet julio luglio julho lipca lipiec июля июль липня липень",
    "august août aout agosto augustus augusti sierpnia sierpień августа август серпня серпень",
    "september septembre septiembre settembre setembro września wrzesień сентября сентябрь вересня вересень",
    "october oktober octobre octubre ottobre outubro października październik октября октябрь жовтня жовтень",
    "november novembre noviembre novembro listopada listopad ноября ноябрь листопада листопад",
    "december dezember décembre decembre diciembre dicembre dezembro desember grudnia grudzień декабря декабрь \
     грудня грудень",
];

/// How short an abbreviation may be, in characters.
const MIN_ABBREVIATION: usize = 3;

/// Reads a date. Of a date and time the date counts, in the zone it was written in.
///
/// # Errors
/// What is no date, or can be read in two ways: a message that says both.
pub fn read(written: &DraftDate) -> Result<ReadDate, String> {
    let text = written.written.trim();
    let tokens = tokens(text);
    let shown = || excerpt(text);
    let no_date = || format!("`{}` is not a date", shown());
    let date = match tokens.as_slice() {
        [Token::Number(y, 4), rest @ ..] => year_first(*y, rest),
        [Token::Number(ymd, 8), ..] => {
            Date::new((ymd / 10_000) as u16, (ymd / 100 % 100) as u8, (ymd % 100) as u8)
        }
        [
            Token::Number(a, 1 | 2),
            Token::Mark(mark),
            Token::Number(b, 1 | 2),
            Token::Mark(_),
            Token::Number(y, 4),
            ..,
        ] if matches!(mark, '/' | '.' | '-') => {
            let order = if *mark == '.' { DateOrder::DayFirst } else { written.order };
            let (day, month) = match order {
                _ if *a > 12 || a == b => (*a, *b),
                _ if *b > 12 => (*b, *a),
                DateOrder::DayFirst => (*a, *b),
                DateOrder::MonthFirst => (*b, *a),
                DateOrder::Unknown => {
                    let (first, second) = (date(*y, *b, *a), date(*y, *a, *b));
                    let iso = |it: Option<Date>| it.map_or(String::new(), Date::to_iso);
                    return Err(format!("`{}` is {} or {}; say the order", shown(), iso(first), iso(second)));
                }
            };
            date(*y, month, day)
        }
        _ => with_month(&tokens),
    };
    let date = date.ok_or_else(no_date)?;
    let is_doubtful = !(1000..=2100).contains(&date.year());
    let note = is_doubtful.then(|| format!("`{}` is a doubtful date: the year {}", shown(), date.year()));
    Ok(ReadDate { date, note })
}

/// What of a written date the record has no place for: the time of day, unless it is midnight, which programs write
/// that know the day alone.
pub fn time_of(written: &str) -> Option<&str> {
    let (day, time) = written.split_at_checked("2018-11-06".len())?;
    let is_time = Date::parse(day).is_some() && !time.is_empty() && !time.starts_with("T00:00");
    is_time.then_some(time)
}

/// The order of day and month that dates of numbers show, and how many of them show it.
///
/// A column where some dates only fit the one and some only the other order has none.
pub fn guess_order<'a>(samples: impl Iterator<Item = &'a str>) -> (DateOrder, usize) {
    let (mut day_first, mut month_first) = (0, 0);
    for sample in samples {
        if let [
            Token::Number(a, 1 | 2),
            Token::Mark('/' | '-'),
            Token::Number(b, 1 | 2),
            Token::Mark(_),
            ..,
        ] = tokens(sample.trim()).as_slice()
        {
            day_first += usize::from(*a > 12 && *b <= 12);
            month_first += usize::from(*b > 12 && *a <= 12);
        }
    }
    match (day_first, month_first) {
        (n, 0) if n > 0 => (DateOrder::DayFirst, n),
        (0, n) if n > 0 => (DateOrder::MonthFirst, n),
        _ => (DateOrder::Unknown, 0),
    }
}

/// `2018`, `2018-11`, `2018-11-06`, with whatever follows the day.
fn year_first(y: u32, rest: &[Token]) -> Option<Date> {
    match rest {
        [] => date(y, 0, 0),
        [
            Token::Mark('-' | '/' | '.'),
            Token::Number(m, 1 | 2),
            Token::Mark('-' | '/' | '.'),
            Token::Number(d, 1 | 2),
            ..,
        ] => date(y, *m, *d),
        [Token::Mark('-' | '/' | '.'), Token::Number(m, 1 | 2)] => date(y, *m, 0),
        // Hungarian and Chinese order: the year, a month by its name, the day.
        [Token::Mark(_) | Token::Month(_), ..] => {
            let month = rest.iter().find_map(Token::month)?;
            let day = rest.iter().find_map(|it| match it {
                Token::Number(d, 1 | 2) => Some(*d),
                _ => None,
            });
            date(y, month, day.unwrap_or(0))
        }
        _ => None,
    }
}

/// `26 May 2015`, `May 26, 2015`, `Wed, 11 Mar 2020 01:05:52`, `Sept. 2015`.
fn with_month(tokens: &[Token]) -> Option<Date> {
    let at = tokens.iter().position(|it| it.month().is_some())?;
    let month = tokens.get(at)?.month()?;
    let year_at = tokens.iter().position(|it| matches!(it, Token::Number(_, 4)))?;
    let Token::Number(year, _) = tokens.get(year_at)? else { return None };
    // The day stands before the year: behind it are hours.
    let day = tokens.iter().take(year_at).find_map(|it| match it {
        Token::Number(d, 1 | 2) => Some(*d),
        _ => None,
    });
    date(*year, month, day.unwrap_or(0))
}

fn date(year: u32, month: u32, day: u32) -> Option<Date> {
    Date::new(u16::try_from(year).ok()?, u8::try_from(month).ok()?, u8::try_from(day).ok()?)
}

/// A part of a written date.
enum Token {
    /// A number and how many digits it has.
    Number(u32, usize),
    /// A month by its name.
    Month(u32),
    /// A word that is no month.
    Word,
    /// A sign between them; a blank is none.
    Mark(char),
}

impl Token {
    fn month(&self) -> Option<u32> {
        match self {
            Token::Month(month) => Some(*month),
            _ => None,
        }
    }
}

/// The parts of a written date; nothing that is long enough to be a sentence.
fn tokens(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        if tokens.len() >= 32 {
            return Vec::new();
        }
        let end = |fits: fn(char) -> bool| rest.find(|c| !fits(c)).unwrap_or(rest.len());
        let len = match c {
            '0'..='9' => {
                let len = end(|c| c.is_ascii_digit());
                let number = rest.get(..len).and_then(|it| it.parse().ok());
                tokens.push(number.map_or(Token::Word, |number| Token::Number(number, len)));
                len
            }
            c if c.is_alphabetic() => {
                let len = end(char::is_alphabetic);
                tokens.push(word(rest.get(..len).unwrap_or_default()));
                len
            }
            c => {
                if !c.is_whitespace() {
                    tokens.push(Token::Mark(c));
                }
                c.len_utf8()
            }
        };
        rest = rest.get(len..).unwrap_or_default();
    }
    tokens
}

fn word(word: &str) -> Token {
    let lower = word.to_lowercase();
    let is_long_enough = lower.chars().count() >= MIN_ABBREVIATION;
    let fits = |names: &&str| names.split_whitespace().any(|name| name.starts_with(&lower));
    match MONTHS.iter().position(fits).filter(|_| is_long_enough) {
        Some(month) => Token::Month(month as u32 + 1),
        None => Token::Word,
    }
}
