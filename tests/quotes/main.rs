//! The data cases of quotes: each is a policy with a price book, a request, and what the quote must be, worked out by hand.

#[path = "../differences/mod.rs"]
mod differences;
#[path = "../documents/mod.rs"]
mod documents;
mod summary;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use differences::differences;
use makegood::domain::Problems;
use serde_json::{Value, json};

/// One case, its document written out.
struct Case {
    name: String,
    policy: Value,
    law: Value,
    request: Value,
    expect: Value,
}

/// The cases of all files; what a file says at its head holds for all of its cases.
fn cases() -> Vec<Case> {
    let mut cases = Vec::new();
    for (file, head) in documents::files("quotes") {
        let written = head["cases"].as_array().unwrap_or_else(|| panic!("{file}: no cases"));
        cases.extend(written.iter().map(|case| {
            let of = |key: &str| if case[key].is_null() { head[key].clone() } else { case[key].clone() };
            let name = format!("{file}: {}", case["name"].as_str().unwrap_or_else(|| panic!("{file}: no name")));
            assert!(case["why"].is_string(), "{name}: no why");
            assert!(case["expect"].as_object().is_some_and(|expect| !expect.is_empty()), "{name}: expects nothing");
            let mut policy = of("policy");
            if !case["book"].is_null() {
                let set = case["book"]
                    .as_object()
                    .unwrap()
                    .iter()
                    .map(|(key, value)| (format!("/repair/{key}"), value.clone()));
                policy = json!({ "on": policy, "set": set.collect::<serde_json::Map<_, _>>() });
            }
            let law = documents::document(&of("law"));
            Case { policy: documents::document(&policy), law, request: of("request"), expect: of("expect"), name }
        }));
    }
    cases
}

fn quoted(case: &Case) -> Result<Value, Problems> {
    let mut shop = makegood::open(&case.policy.to_string())?;
    if !case.law.is_null() {
        shop = shop.under(makegood::open(&case.law.to_string())?)?;
    }
    let quote = makegood::quote(&shop, &case.request.to_string())?;
    Ok(Value::String(serde_json::to_string(&quote).unwrap()))
}

/// What a case expects and was not found.
fn failures(case: &Case, answer: &Result<Value, Problems>) -> Vec<String> {
    let mut failures = Vec::new();
    let expected_problems = case.expect.get("problems");
    match answer {
        Err(problems) => {
            let problems = problems.as_slice().iter();
            let found: Value =
                problems.map(|problem| format!("{} {}", problem.code.name(), problem.pointer.as_str())).collect();
            differences(expected_problems.unwrap_or(&json!([])), &found, "problems", &mut failures);
        }
        Ok(_) if expected_problems.is_some() => failures.push("there are no problems".to_owned()),
        Ok(text) => {
            let quote: Value = serde_json::from_str(text.as_str().unwrap()).unwrap();
            differences(&case.expect, &summary::quote(&quote), "", &mut failures);
        }
    }
    failures
}

#[test]
fn every_quote_comes_out_as_worked_out_by_hand() {
    let cases = cases();
    let mut quotes = Vec::new();
    let mut failed = 0;
    for case in &cases {
        let answer = quoted(case);
        let failures = failures(case, &answer);
        if !failures.is_empty() {
            failed += 1;
            eprintln!("{}: {}", case.name, failures.join("; "));
        }
        let problems = answer.as_ref().err().map(|problems| serde_json::to_string(problems.as_slice()).unwrap());
        quotes.push(json!({
            "name": case.name,
            "policy": case.policy,
            "law": case.law,
            "request": case.request,
            "quote": answer.ok(),
            "problems": problems,
        }));
    }
    // For the runs in the browser and in Node, which must give the same bytes.
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/makegood/quotes.json");
    fs::create_dir_all(file.parent().unwrap()).unwrap();
    fs::write(&file, serde_json::to_string_pretty(&quotes).unwrap()).unwrap();
    assert_eq!(failed, 0, "{failed} of {} cases failed", cases.len());
}

#[test]
fn there_are_at_least_120_cases_each_with_its_own_name() {
    let cases = cases();
    let names: BTreeSet<&str> = cases.iter().map(|case| case.name.as_str()).collect();
    assert_eq!(names.len(), cases.len(), "a name is used twice");
    assert!(cases.len() >= 120, "only {} cases", cases.len());
}
