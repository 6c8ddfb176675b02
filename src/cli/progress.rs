//! Progress of long work: a bar on the terminal, nothing where nobody watches.

use std::io::Read;
use std::prelude::v1::*;

use indicatif::{ProgressBar, ProgressBarIter, ProgressStyle};

/// A bar that fills as bytes are read.
pub(super) fn reading(
    name: &str,
    size: Option<u64>,
    reader: Box<dyn Read>,
) -> ProgressBarIter<Box<dyn Read>> {
    let bar = match size {
        Some(size) => {
            ProgressBar::new(size).with_style(style("{prefix} [{bar:30}] {bytes}/{total_bytes}, {eta} left"))
        }
        None => ProgressBar::new_spinner().with_style(style("{prefix} {spinner} {bytes}")),
    };
    bar.set_prefix(String::from(name));
    bar.wrap_read(reader)
}

/// A bar that fills with each of so many things.
#[allow(dead_code)]
pub(super) fn counting(name: &str, n: usize) -> ProgressBar {
    let bar = ProgressBar::new(n as u64).with_style(style("{prefix} [{bar:30}] {pos}/{len}"));
    bar.set_prefix(String::from(name));
    bar
}

fn style(template: &str) -> ProgressStyle {
    ProgressStyle::with_template(template)
        .unwrap_or_else(|_| ProgressStyle::default_bar())
        .progress_chars("=> ")
}
