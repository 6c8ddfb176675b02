//! The `factcheck` command.

use std::process::ExitCode;

fn main() -> ExitCode {
    factcheck::cli::run()
}
