//! One line per step: its name while it runs, its duration when it is done.

use std::io::{IsTerminal, Write, stderr};
use std::time::{Duration, Instant};

use anyhow::Result;

/// How much of a build is told.
pub struct Progress {
    spoken: bool,
    /// Whether a line can be rewritten while a step runs.
    live: bool,
}

impl Progress {
    /// Every step gets its line.
    pub fn spoken() -> Self {
        Self { spoken: true, live: stderr().is_terminal() }
    }

    /// Only failures are told.
    pub fn silent() -> Self {
        Self { spoken: false, live: false }
    }

    /// Does the work and prints the step's line.
    pub fn step<T>(&self, name: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
        let start = Instant::now();
        self.status(&format!("  {name} …"));
        let outcome = work();
        self.clear();
        if self.spoken {
            let took = duration(start.elapsed());
            let mark = if outcome.is_ok() { "" } else { "   FAILED" };
            eprintln!("  {name:<44} {took:>9}{mark}");
        }
        outcome
    }

    /// Shows what is going on right now, where the terminal allows it.
    pub fn status(&self, text: &str) {
        const WIDTH: usize = 78;
        if self.live {
            let line: String = text.chars().take(WIDTH).collect();
            eprint!("\r\x1b[2K{line}");
            let _ = stderr().flush();
        }
    }

    fn clear(&self) {
        if self.live {
            eprint!("\r\x1b[2K");
        }
    }
}

/// A duration as people say it.
pub fn duration(time: Duration) -> String {
    let seconds = time.as_secs();
    if seconds < 60 {
        format!("{:.1} s", time.as_secs_f64())
    } else {
        format!("{} min {:02} s", seconds / 60, seconds % 60)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_are_readable() {
        assert_eq!(duration(Duration::from_millis(420)), "0.4 s");
        assert_eq!(duration(Duration::from_secs(125)), "2 min 05 s");
    }
}
