//! The data cases of claims: each is a policy with a form, a draft, and what it must come to.
#![cfg(feature = "claim")]

#[path = "../differences/mod.rs"]
mod differences;
#[path = "../documents/mod.rs"]
mod documents;
#[path = "../running/mod.rs"]
mod running;
mod summary;

use differences::differences;
use makegood::domain::Problems;
use makegood::engine::receipt::Asked;
use makegood::policy::Shop;
use running::{Case, Given, Written};
use serde_json::{Value, json};

/// What a case says under `claim` is the form of its policy, what it says under `draft` and `fields` stands in the draft of its
/// file; `typed` is what stands in the field that the file is about. The law is that of a country.
fn cases() -> Vec<Case> {
    running::cases("claims", |written| Given {
        policy: policy(written),
        law: written.of("law"),
        request: draft(written),
    })
}

fn policy(written: &Written<'_>) -> Value {
    let policy = written.of("policy");
    match written.of("claim") {
        Value::Null => documents::document(&policy),
        form => documents::document(&json!({ "on": policy, "set": { "/claim": form } })),
    }
}

fn draft(written: &Written<'_>) -> Value {
    let mut draft = written.head["draft"].clone();
    for (key, value) in written.case["draft"].as_object().into_iter().flatten() {
        draft[key] = value.clone();
    }
    for (field, entered) in written.case["fields"].as_object().into_iter().flatten() {
        draft["fields"][field] = entered.clone();
    }
    for field in written.case["without"].as_array().into_iter().flatten() {
        let removed = draft["fields"].as_object_mut().unwrap().remove(field.as_str().unwrap());
        assert!(removed.is_some(), "{field} is not there");
    }
    if let Some(typed) = written.case.get("typed") {
        draft["fields"][written.of("field").as_str().unwrap()] = typed.clone();
    }
    draft
}

fn opened(case: &Case) -> Result<Shop, Problems> {
    let shop = makegood::open(&case.policy.to_string())?;
    match case.law.as_str() {
        Some(country) => shop.under(makegood::law::of(country, None)?.unwrap()),
        None => Ok(shop),
    }
}

fn checked(case: &Case) -> Result<String, Problems> {
    let shop = opened(case)?;
    let claim = makegood::check_claim(&shop, &case.request.to_string())?;
    Ok(serde_json::to_string(&claim).unwrap())
}

/// A claim together with what it rests on.
fn whole(case: &Case, claim: &Value) -> Value {
    let shop = opened(case).unwrap();
    let mut whole = claim.clone();
    let decision = makegood::decide(&shop, &claim["requests"]["decision"].to_string()).unwrap();
    whole["decision"] = serde_json::to_value(decision).unwrap();
    whole["quote"] = match &claim["requests"]["quote"] {
        Value::Null => Value::Null,
        request => serde_json::to_value(makegood::quote(&shop, &request.to_string()).unwrap()).unwrap(),
    };
    whole
}

/// What a case expects and was not found.
fn failures(case: &Case, claim: &Value) -> Vec<String> {
    let mut failures = Vec::new();
    differences(&case.expect, &summary::claim(&whole(case, claim)), "", &mut failures);
    failures
}

#[test]
fn every_claim_comes_to_what_was_worked_out_by_hand() {
    running::run(&cases(), "claim", checked, failures);
}

#[test]
fn there_are_at_least_200_cases_each_with_its_own_name() {
    running::are_at_least(200, &cases());
}

#[test]
fn a_claim_that_is_complete_has_a_receipt_that_holds() -> Result<(), Problems> {
    let policy = documents::document(&json!("desk"));
    let case = cases().into_iter().find(|case| case.expect["complete"] == true && case.policy == policy).unwrap();
    let (shop, draft) = (makegood::open(&policy.to_string())?, &case.request.to_string());
    let claim = makegood::check_claim(&shop, draft)?;
    if claim.complete {
        let receipt = makegood::receipt(&shop, Asked::Claim, draft)?.canonical();
        assert!(makegood::verify(&shop, &receipt)?.holds);
    }
    assert!(claim.complete, "{}", case.name);
    Ok(())
}
