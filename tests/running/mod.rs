//! The data cases: how they are read, run, and handed to the runs elsewhere.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use makegood::domain::Problems;
use serde_json::{Value, json};

use crate::differences::differences;
use crate::documents;

/// One case, its documents written out.
pub struct Case {
    pub name: String,
    pub policy: Value,
    pub law: Value,
    pub request: Value,
    pub expect: Value,
}

/// What is asked in a case.
pub struct Given {
    pub policy: Value,
    pub law: Value,
    pub request: Value,
}

/// What a file says at its head, and the case itself.
pub struct Written<'w> {
    pub head: &'w Value,
    pub case: &'w Value,
}

impl Written<'_> {
    /// What the case says under a key, or else the head for all of its cases.
    pub fn of(&self, key: &str) -> Value {
        if self.case[key].is_null() { self.head[key].clone() } else { self.case[key].clone() }
    }
}

/// The cases of all files of a folder.
pub fn cases(folder: &str, given: impl Fn(&Written<'_>) -> Given) -> Vec<Case> {
    let mut cases = Vec::new();
    for (file, head) in documents::files(folder) {
        for case in head["cases"].as_array().unwrap_or_else(|| panic!("{file}: no cases")) {
            let name = format!("{file}: {}", case["name"].as_str().unwrap_or_else(|| panic!("{file}: no name")));
            assert!(case["why"].is_string(), "{name}: no why");
            let written = Written { head: &head, case };
            let expect = case["expect"].clone();
            assert!(expect.as_object().is_some_and(|expect| !expect.is_empty()), "{name}: expects nothing");
            let Given { policy, law, request } = given(&written);
            cases.push(Case { name, policy, law, request, expect });
        }
    }
    cases
}

/// Runs every case: `answer` as text, `failures` of an answer, and everything for the runs in the browser and in Node, which must
/// give the same bytes, in a file named after the `kind` of answer.
pub fn run(
    cases: &[Case],
    kind: &str,
    answer: impl Fn(&Case) -> Result<String, Problems>,
    failures: impl Fn(&Case, &Value) -> Vec<String>,
) {
    let mut told = Vec::new();
    let mut failed = 0;
    for case in cases {
        let answer = answer(case);
        let failures = match (&answer, case.expect.get("problems")) {
            (Err(problems), expected) => {
                let problems = problems.as_slice().iter();
                let found: Value =
                    problems.map(|problem| format!("{} {}", problem.code.name(), problem.pointer.as_str())).collect();
                let mut failures = Vec::new();
                differences(expected.unwrap_or(&json!([])), &found, "problems", &mut failures);
                failures
            }
            (Ok(_), Some(_)) => vec!["there are no problems".to_owned()],
            (Ok(text), None) => failures(case, &serde_json::from_str(text).unwrap()),
        };
        if !failures.is_empty() {
            failed += 1;
            eprintln!("{}: {}", case.name, failures.join("; "));
        }
        let problems = answer.as_ref().err().map(|problems| serde_json::to_string(problems.as_slice()).unwrap());
        told.push(json!({
            "name": case.name,
            "policy": case.policy,
            "law": case.law,
            "request": case.request,
            kind: answer.ok(),
            "problems": problems,
        }));
    }
    hand_over(&format!("{kind}s"), &told);
    assert_eq!(failed, 0, "{failed} of {} cases failed", cases.len());
}

/// Writes what the runs elsewhere are held against.
pub fn hand_over(name: &str, told: &[Value]) {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("target/makegood/{name}.json"));
    fs::create_dir_all(file.parent().unwrap()).unwrap();
    fs::write(&file, serde_json::to_string_pretty(told).unwrap()).unwrap();
}

/// There are so many cases, each with its own name.
pub fn are_at_least(least: usize, cases: &[Case]) {
    let names: BTreeSet<&str> = cases.iter().map(|case| case.name.as_str()).collect();
    assert_eq!(names.len(), cases.len(), "a name is used twice");
    assert!(cases.len() >= least, "only {} cases", cases.len());
}
