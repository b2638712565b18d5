//! How many tests passed and which did not, read from what the runners themselves print.

use std::fmt;

use serde_json::Value;

use crate::command::Said;

#[derive(Default, Debug, PartialEq, Eq)]
pub struct Tally {
    pub passed: u64,
    pub failed: u64,
    pub skipped: u64,
    /// What failed, in a few lines each, to be told again at the end.
    pub failures: Vec<String>,
}

impl Tally {
    /// A check that is one by itself.
    pub const PASSED: Self = Self { passed: 1, failed: 0, skipped: 0, failures: Vec::new() };
    pub const FAILED: Self = Self { passed: 0, failed: 1, skipped: 0, failures: Vec::new() };

    /// A check that is one by itself, and why it failed.
    pub fn failed(why: String) -> Self {
        Self { failures: vec![why], ..Self::FAILED }
    }

    /// With the part of the tests named at each failure.
    pub fn of_part(mut self, part: &str) -> Self {
        for failure in &mut self.failures {
            failure.insert_str(0, &format!("{part}: "));
        }
        self
    }

    pub fn plus(self, other: Self) -> Self {
        Self {
            passed: self.passed + other.passed,
            failed: self.failed + other.failed,
            skipped: self.skipped + other.skipped,
            failures: [self.failures, other.failures].concat(),
        }
    }

    /// From the summaries of cargo's and wasm-bindgen's test runners, `test result: ok. 3 passed; 0 failed; 1 ignored; …`, and
    /// the lines above them, `test some::name ... FAILED`.
    pub fn of_cargo(said: &Said) -> Self {
        let summaries = said.text.lines().filter_map(|line| line.split_once("test result: ")).map(|(_, summary)| {
            let count = |what: &str| number_before(summary, what);
            Self { passed: count("passed"), failed: count("failed"), skipped: count("ignored"), ..Self::default() }
        });
        let failures = said.text.lines().filter_map(|line| {
            let (name, ended) = line.strip_prefix("test ")?.split_once(" ... ")?;
            ended.starts_with("FAIL").then(|| name.to_owned())
        });
        Self { failures: failures.collect(), ..summaries.fold(Self::default(), Self::plus) }.believed(said.ok)
    }

    /// From the closing lines of Node's test runner, `ℹ pass 3`, and what it tells of failures after them.
    pub fn of_node(said: &Said) -> Self {
        let count = |what: &str| {
            let mut counts = said
                .text
                .lines()
                .filter_map(|line| line.strip_prefix("ℹ ")?.strip_prefix(what)?.trim().parse::<u64>().ok());
            counts.next_back().unwrap_or(0)
        };
        let told_again = said.text.split_once("✖ failing tests:").map_or("", |(_, told)| told);
        let failures = told_again.lines().filter_map(|line| line.strip_prefix("✖ ")).map(str::to_owned);
        Self {
            passed: count("pass "),
            failed: count("fail ") + count("cancelled "),
            skipped: count("skipped ") + count("todo "),
            failures: failures.collect(),
        }
        .believed(said.ok)
    }

    /// From the report that Playwright writes as JSON.
    pub fn of_playwright(report: &Value, ok: bool) -> Self {
        let count = |what: &str| report["stats"][what].as_u64().unwrap_or(0);
        let mut failures = Vec::new();
        name_failures(report, &mut failures);
        Self {
            passed: count("expected") + count("flaky"),
            failed: count("unexpected"),
            skipped: count("skipped"),
            failures,
        }
        .believed(ok)
    }

    /// A runner that fails without naming a test, or that ran none, has failed.
    fn believed(self, ok: bool) -> Self {
        if (ok && self.passed > 0) || self.failed > 0 { self } else { self.plus(Self::FAILED) }
    }
}

/// The tests of a suite of Playwright's report, and of those in it, that did not come out as expected: where, what, and the
/// first lines of why.
fn name_failures(suite: &Value, failures: &mut Vec<String>) {
    const LINES: usize = 12;
    let all = |value: &Value, name: &str| value[name].as_array().cloned().unwrap_or_default();
    for spec in all(suite, "specs").iter().filter(|spec| spec["ok"] == false) {
        let text = |name: &str| spec[name].as_str().unwrap_or_default();
        let mut lines = vec![format!("{}:{} › {}", text("file"), spec["line"], text("title"))];
        let results = all(spec, "tests").iter().flat_map(|test| all(test, "results")).collect::<Vec<_>>();
        for error in results.iter().flat_map(|result| all(result, "errors")) {
            lines.extend(error["message"].as_str().unwrap_or_default().lines().take(LINES).map(str::to_owned));
        }
        failures.push(lines.join("\n"));
    }
    for suite in all(suite, "suites") {
        name_failures(&suite, failures);
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
    use serde_json::{Value, json};

    use super::Tally;
    use crate::command::Said;

    fn said(ok: bool, text: &str) -> Said {
        Said { ok, text: text.into() }
    }

    #[test]
    fn cargo_s_summaries_add_up() {
        let text = "running 3 tests\n\
            test this::way ... ok\n\
            test that::way ... FAILED\n\
            test result: FAILED. 1 passed; 1 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.00s\n\
            test result: ok. 20 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.10s\n";
        let tally = Tally { passed: 21, failed: 1, skipped: 1, failures: vec!["that::way".into()] };
        assert_eq!(Tally::of_cargo(&said(false, text)), tally);
    }

    #[test]
    fn a_build_that_fails_is_a_failure_although_no_test_is() {
        assert_eq!(Tally::of_cargo(&said(false, "")), Tally::FAILED);
        let some = "test result: ok. 2 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out";
        assert_eq!(Tally::of_cargo(&said(false, some)), Tally { passed: 2, failed: 1, ..Tally::default() });
    }

    #[test]
    fn running_no_test_is_a_failure() {
        assert_eq!(Tally::of_cargo(&said(true, "test result: ok. 0 passed; 0 failed; 0 ignored")), Tally::FAILED);
    }

    #[test]
    fn node_s_closing_lines_count() {
        let text = "✔ one (1ms)\n✖ two (2ms)\nℹ tests 4\nℹ suites 0\nℹ pass 2\nℹ fail 1\nℹ cancelled 0\nℹ skipped 1\nℹ todo 0\nℹ duration_ms 40\n\n\
            ✖ failing tests:\n\ntest at some.test.mjs:3:1\n✖ two (2ms)\n  AssertionError\n";
        let tally = Tally { passed: 2, failed: 1, skipped: 1, failures: vec!["two (2ms)".into()] };
        assert_eq!(Tally::of_node(&said(false, text)), tally);
    }

    #[test]
    fn playwright_s_report_counts() {
        let report = json!({ "stats": { "expected": 3, "unexpected": 0, "flaky": 0, "skipped": 1 } });
        assert_eq!(Tally::of_playwright(&report, true), Tally { passed: 3, skipped: 1, ..Tally::default() });
        assert_eq!(Tally::of_playwright(&json!({}), true), Tally::FAILED);
    }

    #[test]
    fn playwright_s_report_names_what_failed() {
        let spec = |line: u32, errors: Value| {
            let tests = json!([{ "results": [{ "errors": errors }] }]);
            let ok = errors.as_array().is_some_and(Vec::is_empty);
            json!({ "file": "a.spec.mjs", "line": line, "title": "it works", "ok": ok, "tests": tests })
        };
        let specs = json!([spec(3, json!([])), spec(9, json!([{ "message": "Error: no\nat all" }]))]);
        let report =
            json!({ "stats": { "expected": 1, "unexpected": 1 }, "suites": [{ "suites": [{ "specs": specs }] }] });
        let failures = vec!["a.spec.mjs:9 › it works\nError: no\nat all".into()];
        assert_eq!(Tally::of_playwright(&report, false), Tally { passed: 1, failed: 1, failures, ..Tally::default() });
    }

    #[test]
    fn the_closing_line_names_skipped_tests_only_if_there_are_any() {
        assert_eq!(Tally { passed: 3, ..Tally::default() }.to_string(), "3 passed, 0 failed");
        assert_eq!(
            Tally { passed: 3, failed: 1, skipped: 2, ..Tally::default() }.to_string(),
            "3 passed, 1 failed, 2 skipped"
        );
    }
}
