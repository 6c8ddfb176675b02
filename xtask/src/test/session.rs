//! Reading what the wasm test runner said.

/// Whether the browser, and not a test, is at fault: its session never started.
pub fn failed_to_start(said: &str) -> bool {
    /// As wasm-bindgen-test-runner 0.2.130 and the drivers put it. The space after `/session` tells
    /// the request for a session from those made within one.
    const SIGNS: [&str; 4] = [
        "driver failed to start",
        "driver failed to bind port",
        "webdriver POST /session ",
        "session not created",
    ];
    SIGNS.iter().any(|sign| said.contains(sign)) && !said.contains("test result: ")
}

/// How many tests passed, over all the test binaries of a run.
///
/// A binary without tests ends well too, so success alone proves nothing.
pub fn passed(said: &str) -> usize {
    said.lines()
        .filter_map(|line| {
            line.trim().strip_prefix("test result: ok. ")?.split_once(" passed")?.0.parse::<usize>().ok()
        })
        .sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_session_error_is_told_from_a_failed_test() {
        assert!(failed_to_start("Error: webdriver POST /session timed out after 60.0s"));
        assert!(failed_to_start("Error: driver failed to bind port during startup"));
        assert!(!failed_to_start("Error: webdriver POST /session/4f2/url timed out after 60.0s"));
        assert!(!failed_to_start("test result: FAILED. 0 passed; 1 failed\nsession not created"));
        assert!(!failed_to_start("error: could not compile `factcheck`"));
    }

    #[test]
    fn only_tests_that_ran_are_counted() {
        assert_eq!(passed("no tests to run!\n"), 0);
        assert_eq!(
            passed("test result: ok. 2 passed; 0 failed\nx\n  test result: ok. 1 passed; 0 failed"),
            3
        );
    }
}
