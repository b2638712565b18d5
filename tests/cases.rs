//! The data cases: each is a policy, a request, and what the answer must be.

mod differences;
mod documents;
mod running;
mod summary;

use differences::differences;
use makegood::domain::Problems;
use running::{Case, Given};
use serde_json::{Value, json};

fn cases() -> Vec<Case> {
    running::cases("rights", |written| Given {
        policy: documents::document(&written.of("policy")),
        law: documents::document(&written.of("law")),
        request: written.of("request"),
    })
}

fn decided(case: &Case) -> Result<String, Problems> {
    let mut shop = makegood::open(&case.policy.to_string())?;
    if !case.law.is_null() {
        shop = shop.under(makegood::open(&case.law.to_string())?)?;
    }
    let decision = makegood::decide(&shop, &case.request.to_string())?;
    Ok(serde_json::to_string(&decision).unwrap())
}

/// What a case expects and was not found.
fn failures(case: &Case, decision: &Value) -> Vec<String> {
    let mut failures = Vec::new();
    let items = summary::items(decision);
    let expected = case.expect.get("items");
    for (id, item) in &items {
        match (expected, items.len()) {
            (Some(expected), _) if expected.get(id).is_none() => failures.push(format!("{id} is not expected")),
            (Some(expected), _) => differences(&expected[id], item, id, &mut failures),
            (None, 1) => differences(&case.expect, item, "", &mut failures),
            (None, _) => failures.push("the case does not say which item it is about".to_owned()),
        }
    }
    failures
}

#[test]
fn every_case_comes_out_as_expected() {
    running::run(&cases(), "decision", decided, failures);
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
    running::hand_over("laws", &laws);
}

#[test]
fn there_are_at_least_150_cases_each_with_its_own_name() {
    running::are_at_least(150, &cases());
}
