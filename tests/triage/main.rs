//! The data cases of triages: each is a policy, a request, and what the triage must be, worked out by hand.
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
use running::{Case, Given};
use serde_json::Value;

fn cases() -> Vec<Case> {
    running::cases("triage", |written| Given {
        policy: documents::document(&written.of("policy")),
        law: Value::Null,
        request: written.of("request"),
    })
}

fn looked_into(case: &Case) -> Result<String, Problems> {
    let shop = makegood::open(&case.policy.to_string())?;
    let triage = makegood::triage(&shop, &case.request.to_string())?;
    Ok(serde_json::to_string(&triage).unwrap())
}

/// What a case expects and was not found.
fn failures(case: &Case, triage: &Value) -> Vec<String> {
    let mut failures = Vec::new();
    differences(&case.expect, &summary::triage(triage), "", &mut failures);
    failures
}

#[test]
fn every_triage_comes_out_as_worked_out_by_hand() {
    running::run(&cases(), "triage", looked_into, failures);
}

#[test]
fn there_are_at_least_60_cases_each_with_its_own_name() {
    running::are_at_least(60, &cases());
}
