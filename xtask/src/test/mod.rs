//! Every check there is, one named step after the other.

mod browser;
mod e2e;
mod session;
mod steps;

use std::process::ExitCode;
use std::time::Instant;

use anyhow::Result;

pub use self::browser::missing;
use self::steps::STEPS;
use crate::progress::duration;

/// How a step ended.
enum Outcome {
    Pass,
    /// Not run, and why.
    Skip(String),
}

/// One check.
struct Step {
    name: &'static str,
    about: &'static str,
    run: fn(&Ended) -> Result<Outcome>,
}

/// The steps that have ended in this run.
#[derive(Default)]
struct Ended(Vec<(&'static str, Verdict)>);

enum Verdict {
    Passed,
    Failed(String),
    Skipped(String),
}

impl Ended {
    /// Whether this step was part of the run and failed.
    fn has_failed(&self, name: &str) -> bool {
        self.0.iter().any(|(ended, verdict)| *ended == name && matches!(verdict, Verdict::Failed(_)))
    }
}

/// The names of the steps, in order.
pub fn names() -> Vec<&'static str> {
    STEPS.iter().map(|step| step.name).collect()
}

/// Prints the steps.
pub fn list() {
    for Step { name, about, .. } in STEPS {
        println!("{name:<16} {about}");
    }
}

/// Runs the named steps, or all of them, and sums up.
pub fn test(only: &[String]) -> Result<ExitCode> {
    let mut ended = Ended::default();
    for step in STEPS.iter().filter(|step| only.is_empty() || only.iter().any(|it| it == step.name)) {
        println!("\n=== {}: {}", step.name, step.about);
        let start = Instant::now();
        let verdict = match (step.run)(&ended) {
            Ok(Outcome::Pass) => Verdict::Passed,
            Ok(Outcome::Skip(reason)) => Verdict::Skipped(reason),
            Err(error) => Verdict::Failed(format!("{error:#}")),
        };
        println!("--- {} ({})", line(step.name, &verdict), duration(start.elapsed()));
        ended.0.push((step.name, verdict));
    }

    println!("\n=== summary");
    for (name, verdict) in &ended.0 {
        println!("{}", line(name, verdict));
    }
    println!("{}", count(&ended));
    let is_good = !ended.0.iter().any(|(_, verdict)| matches!(verdict, Verdict::Failed(_)));
    Ok(if is_good { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn line(name: &str, verdict: &Verdict) -> String {
    match verdict {
        Verdict::Passed => format!("PASS {name}"),
        Verdict::Failed(reason) => format!("FAIL {name}: {reason}"),
        Verdict::Skipped(reason) => format!("SKIP {name}: {reason}"),
    }
}

fn count(ended: &Ended) -> String {
    let [mut passed, mut failed, mut skipped] = [0; 3];
    for (_, verdict) in &ended.0 {
        match verdict {
            Verdict::Passed => passed += 1,
            Verdict::Failed(_) => failed += 1,
            Verdict::Skipped(_) => skipped += 1,
        }
    }
    format!("{passed} passed, {failed} failed, {skipped} skipped")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_line_counts_every_step() {
        let ended = Ended(vec![
            ("fmt", Verdict::Passed),
            ("build", Verdict::Failed("no".into())),
            ("sizes", Verdict::Skipped("the build failed".into())),
            ("e2e", Verdict::Skipped("the build failed".into())),
        ]);
        assert_eq!(count(&ended), "1 passed, 1 failed, 2 skipped");
        assert!(ended.has_failed("build") && !ended.has_failed("e2e"));
        assert_eq!(line(ended.0[2].0, &ended.0[2].1), "SKIP sizes: the build failed");
    }

    #[test]
    fn names_are_unique() {
        let mut names = names();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), STEPS.len());
    }
}
