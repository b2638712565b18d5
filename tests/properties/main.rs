//! What holds for every policy and every request, tried on random small ones.

mod books;
#[cfg(feature = "claim")]
mod claims;
mod counting;
mod generator;
mod law;
mod learning;
mod offers;
mod oracle;
mod questions;
mod quotes;
mod reading;
mod rules;
#[cfg(feature = "settlement")]
mod settlement;
#[cfg(feature = "claim")]
mod triage;
mod what_if;

use proptest::test_runner::{Config, RngSeed};
use serde_json::Value;

/// The same cases on every run, and no files of earlier failures.
fn tried(cases: u32) -> Config {
    Config { cases, failure_persistence: None, rng_seed: RngSeed::Fixed(20_261_122), ..Config::default() }
}

/// The decision on the only item of a request; none if the request has problems.
fn decided(policy: &Value, request: &Value) -> Option<Value> {
    let shop = makegood::open(&policy.to_string()).unwrap_or_else(|problems| panic!("{problems}\n{policy}"));
    decided_by(&shop, request)
}

fn decided_by(shop: &makegood::policy::Shop, request: &Value) -> Option<Value> {
    let decision = makegood::decide(shop, &request.to_string()).ok()?;
    Some(serde_json::to_value(&decision).unwrap()["items"][0].take())
}

/// `no`, `maybe`, `yes` as 0, 1, 2.
fn certainty(finding: &Value) -> u8 {
    match finding.as_str() {
        Some("no") => 0,
        Some("maybe") => 1,
        Some("yes") => 2,
        _ => panic!("not a finding: {finding}"),
    }
}

/// The finding of each remedy, in the order of the decision.
fn findings(item: &Value) -> Vec<(String, u8)> {
    let remedies = item["remedies"].as_array().unwrap().iter();
    remedies.map(|remedy| (remedy["remedy"].as_str().unwrap().to_owned(), certainty(&remedy["finding"]))).collect()
}

/// The entries of a list in a decision.
fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}
