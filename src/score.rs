//! `Score`: a number on a rating scale.

/// A number exact to three decimals, kept as thousandths: no floating point in the core.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Score(i32);

impl Score {
    /// The score in thousandths.
    pub fn thousandths(self) -> i32 {
        self.0
    }

    /// From thousandths; `None` beyond a million.
    pub fn from_thousandths(thousandths: i32) -> Option<Score> {
        (-1_000_000_000..=1_000_000_000).contains(&thousandths).then_some(Score(thousandths))
    }

    /// From a number; `None` when it has more than three decimals or lies beyond a million.
    #[cfg(feature = "reader")]
    pub fn from_number(number: f64) -> Option<Score> {
        let thousandths = number * 1000.0;
        // `round` is not in `core`; the cast truncates and saturates.
        let rounded = (thousandths + if thousandths < 0.0 { -0.5 } else { 0.5 }) as i32;
        let off = thousandths - f64::from(rounded);
        let exact = off < 1e-6 && off > -1e-6;
        Score::from_thousandths(rounded).filter(|_| exact)
    }
}
