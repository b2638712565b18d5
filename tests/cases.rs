//! The data cases: each is a policy, a request, and what the answer must be.

mod differences;
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
    for (file, value) in documents::files("rights") {
        let head = &value;
        let written = head["cases"].as_array().unwrap_or_else(|| panic!("{file}: no cases"));
        cases.extend(written.iter().map(|case| {
            let of = |key: &str| if case[key].is_null() { head[key].clone() } else { case[key].clone() };
            let name = format!("{file}: {}", case["name"].as_str().unwrap_or_else(|| panic!("{file}: no name")));
            assert!(case["why"].is_string(), "{name}: no why");
            assert!(case["expect"].as_object().is_some_and(|expect| !expect.is_empty()), "{name}: expects nothing");
            let law = documents::document(&of("law"));
            Case { policy: documents::document(&of("policy")), law, request: of("request"), expect: of("expect"), name }
        }));
    }
    cases
}

fn decided(case: &Case) -> Result<Value, Problems> {
    let mut shop = makegood::open(&case.policy.to_string())?;
    if !case.law.is_null() {
        shop = shop.under(makegood::open(&case.law.to_string())?)?;
    }
    let decision = makegood::decide(&shop, &case.request.to_string())?;
    Ok(Value::String(serde_json::to_string(&decision).unwrap()))
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
            let decision: Value = serde_json::from_str(text.as_str().unwrap()).unwrap();
            let items = summary::items(&decision);
            let expected = case.expect.get("items");
            for (id, item) in &items {
                match (expected, items.len()) {
                    (Some(expected), _) if expected.get(id).is_none() => failures.push(format!("{id} is not expected")),
                    (Some(expected), _) => differences(&expected[id], item, id, &mut failures),
                    (None, 1) => differences(&case.expect, item, "", &mut failures),
                    (None, _) => failures.push("the case does not say which item it is about".to_owned()),
                }
            }
        }
    }
    failures
}

#[test]
fn every_case_comes_out_as_expected() {
    let cases = cases();
    let mut decisions = Vec::new();
    let mut failed = 0;
    for case in &cases {
        let answer = decided(case);
        let failures = failures(case, &answer);
        if !failures.is_empty() {
            failed += 1;
            eprintln!("{}: {}", case.name, failures.join("; "));
        }
        let problems = answer.as_ref().err().map(|problems| serde_json::to_string(problems.as_slice()).unwrap());
        decisions.push(json!({
            "name": case.name,
            "policy": case.policy,
            "law": case.law,
            "request": case.request,
            "decision": answer.ok(),
            "problems": problems,
        }));
    }
    // For the runs in the browser and in Node, which must give the same bytes.
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/makegood/decisions.json");
    fs::create_dir_all(file.parent().unwrap()).unwrap();
    fs::write(&file, serde_json::to_string_pretty(&decisions).unwrap()).unwrap();
    assert_eq!(failed, 0, "{failed} of {} cases failed", cases.len());
}

#[test]
fn the_law_of_every_place_is_found() {
    let places = [
        ("AT", None),
        ("AU", None),
        ("AU", Some("NSW")),
        ("BR", None),
        ("CA", None),
        ("CA", Some("QC")),
        ("CN", None),
        ("CN", Some("ZJ")),
        ("CN", Some("GD")),
        ("DE", None),
        ("DE", Some("BY")),
        ("FR", None),
        ("GB", Some("SCT")),
        ("IN", None),
        ("JP", None),
        ("KR", None),
        ("US", None),
        ("US", Some("CA")),
        ("US", Some("TX")),
        ("CH", None),
        ("cn", Some("zj")),
    ];
    let of = |country: &str, region: Option<&str>| {
        let law = makegood::law::of(country, region).unwrap();
        let used = law.as_ref().map(|law| serde_json::to_value(&law.versions[0].used).unwrap());
        json!({ "country": country, "region": region, "law": used })
    };
    let laws: Vec<Value> = places.into_iter().map(|(country, region)| of(country, region)).collect();
    let ids: Vec<&str> = laws.iter().map(|law| law["law"]["id"].as_str().unwrap_or("none")).collect();
    assert_eq!(ids.join(" "), "eu au au br none ca-qc cn cn-zj cn de de eu gb in jp kr us us-ca us none cn-zj");
    // For the run in Node, which must find the same documents.
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/makegood/laws.json");
    fs::create_dir_all(file.parent().unwrap()).unwrap();
    fs::write(&file, serde_json::to_string_pretty(&laws).unwrap()).unwrap();
}

#[test]
fn there_are_at_least_150_cases_each_with_its_own_name() {
    let cases = cases();
    let names: BTreeSet<&str> = cases.iter().map(|case| case.name.as_str()).collect();
    assert_eq!(names.len(), cases.len(), "a name is used twice");
    assert!(cases.len() >= 150, "only {} cases", cases.len());
}
