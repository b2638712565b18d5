//! How many tests passed, read from what the runners themselves print.

use std::fmt;

use serde_json::Value;

use crate::command::Said;

#[derive(Clone, Copy, Default, Debug, PartialEq, Eq)]
pub struct Tally {
    pub passed: u64,
    pub failed: u64,
    pub skipped: u64,
}

impl Tally {
    /// A check that is one by itself.
    pub const PASSED: Self = Self { passed: 1, failed: 0, skipped: 0 };
    pub const FAILED: Self = Self { passed: 0, failed: 1, skipped: 0 };

    pub fn plus(self, other: Self) -> Self {
        Self {
            passed: self.passed + other.passed,
            failed: self.failed + other.failed,
            skipped: self.skipped + other.skipped,
        }
    }

    /// From the summaries of cargo's and wasm-bindgen's test runners: `test result: ok. 3 passed; 0 failed; 1 ignored; …`.
    pub fn of_cargo(said: &Said) -> Self {
        let summaries = said.text.lines().filter_map(|line| line.split_once("test result: ")).map(|(_, summary)| {
            let count = |what: &str| number_before(summary, what);
            Self { passed: count("passed"), failed: count("failed"), skipped: count("ignored") }
        });
        summaries.fold(Self::default(), Self::plus).believed(said.ok)
    }

    /// From the closing lines of Node's test runner: `ℹ pass 3`.
    pub fn of_node(said: &Said) -> Self {
        let count = |what: &str| {
            let mut counts = said
                .text
                .lines()
                .filter_map(|line| line.strip_prefix("ℹ ")?.strip_prefix(what)?.trim().parse::<u64>().ok());
            counts.next_back().unwrap_or(0)
        };
        Self {
            passed: count("pass "),
            failed: count("fail ") + count("cancelled "),
            skipped: count("skipped ") + count("todo "),
        }
        .believed(said.ok)
    }

    /// From the report that Playwright writes as JSON.
    pub fn of_playwright(report: &Value, ok: bool) -> Self {
        let count = |what: &str| report["stats"][what].as_u64().unwrap_or(0);
        Self { passed: count("expected") + count("flaky"), failed: count("unexpected"), skipped: count("skipped") }
            .believed(ok)
    }

    /// A runner that fails without naming a test, or that ran none, has failed.
    fn believed(self, ok: bool) -> Self {
        if (ok && self.passed > 0) || self.failed > 0 { self } else { self.plus(Self::FAILED) }
    }
}

fn number_before(text: &str, word: &str) -> u64 {
    let words: Vec<&str> = text.split([' ', ';']).filter(|word| !word.is_empty()).collect();
    words.windows(2).find(|pair| pair[1] == word).and_then(|pair| pair[0].parse().ok()).unwrap_or(0)
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} passed, {} failed", self.passed, self.failed)?;
        if self.skipped > 0 { write!(f, ", {} skipped", self.skipped) } else { Ok(()) }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::Tally;
    use crate::command::Said;

    fn said(ok: bool, text: &str) -> Said {
        Said { ok, text: text.into() }
    }

    #[test]
    fn cargo_s_summaries_add_up() {
        let text = "running 3 tests\n\
            test result: FAILED. 1 passed; 1 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.00s\n\
            test result: ok. 20 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.10s\n";
        assert_eq!(Tally::of_cargo(&said(false, text)), Tally { passed: 21, failed: 1, skipped: 1 });
    }

    #[test]
    fn a_build_that_fails_is_a_failure_although_no_test_is() {
        assert_eq!(Tally::of_cargo(&said(false, "")), Tally::FAILED);
        let some = "test result: ok. 2 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out";
        assert_eq!(Tally::of_cargo(&said(false, some)), Tally { passed: 2, failed: 1, skipped: 0 });
    }

    #[test]
    fn running_no_test_is_a_failure() {
        assert_eq!(Tally::of_cargo(&said(true, "test result: ok. 0 passed; 0 failed; 0 ignored")), Tally::FAILED);
    }

    #[test]
    fn node_s_closing_lines_count() {
        let text = "✔ one (1ms)\nℹ tests 4\nℹ suites 0\nℹ pass 2\nℹ fail 1\nℹ cancelled 0\nℹ skipped 1\nℹ todo 0\nℹ duration_ms 40\n";
        assert_eq!(Tally::of_node(&said(false, text)), Tally { passed: 2, failed: 1, skipped: 1 });
    }

    #[test]
    fn playwright_s_report_counts() {
        let report = json!({ "stats": { "expected": 3, "unexpected": 0, "flaky": 0, "skipped": 1 } });
        assert_eq!(Tally::of_playwright(&report, true), Tally { passed: 3, failed: 0, skipped: 1 });
        assert_eq!(Tally::of_playwright(&json!({}), true), Tally::FAILED);
    }

    #[test]
    fn the_closing_line_names_skipped_tests_only_if_there_are_any() {
        assert_eq!(Tally { passed: 3, failed: 0, skipped: 0 }.to_string(), "3 passed, 0 failed");
        assert_eq!(Tally { passed: 3, failed: 1, skipped: 2 }.to_string(), "3 passed, 1 failed, 2 skipped");
    }
}
