//! The data cases of quotes: each is a policy with a price book, a request, and what the quote must be, worked out by hand.

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
use serde_json::{Map, Value, json};

/// What a case says under `book` stands in the price book of its policy.
fn cases() -> Vec<Case> {
    running::cases("quotes", |written| {
        let mut policy = written.of("policy");
        if let Some(book) = written.case["book"].as_object() {
            let set = book.iter().map(|(key, value)| (format!("/repair/{key}"), value.clone()));
            policy = json!({ "on": policy, "set": set.collect::<Map<_, _>>() });
        }
        Given {
            policy: documents::document(&policy),
            law: documents::document(&written.of("law")),
            request: written.of("request"),
        }
    })
}

fn quoted(case: &Case) -> Result<String, Problems> {
    let mut shop = makegood::open(&case.policy.to_string())?;
    if !case.law.is_null() {
        shop = shop.under(makegood::open(&case.law.to_string())?)?;
    }
    let quote = makegood::quote(&shop, &case.request.to_string())?;
    Ok(serde_json::to_string(&quote).unwrap())
}

/// What a case expects and was not found.
fn failures(case: &Case, quote: &Value) -> Vec<String> {
    let mut failures = Vec::new();
    differences(&case.expect, &summary::quote(quote), "", &mut failures);
    failures
}

#[test]
fn every_quote_comes_out_as_worked_out_by_hand() {
    running::run(&cases(), "quote", quoted, failures);
}

#[test]
fn there_are_at_least_120_cases_each_with_its_own_name() {
    running::are_at_least(120, &cases());
}
