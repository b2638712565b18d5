//! Any JSON as a request for a quote gives an answer or problems. Bytes that are no JSON choose faults and facts instead.
#![no_main]

use std::sync::OnceLock;

use libfuzzer_sys::fuzz_target;
use makegood::policy::Shop;
use serde_json::{Map, Value, json};

fn shop() -> &'static Shop {
    static SHOP: OnceLock<Shop> = OnceLock::new();
    SHOP.get_or_init(|| makegood::open(include_str!("../../cases/policies/mender.json")).unwrap())
}

const FAULTS: [&str; 7] = ["screen", "battery", "dead", "back", "dirt", "odd", "unknown"];
const FACTS: [&str; 6] = ["cause", "delivered", "purchased", "student", "country", "price"];
const VALUES: [&str; 7] = ["normal-use", "liquid", "2026-03-01", "2025-12-31", "DE", "299.00", ""];

fn chosen(bytes: &[u8]) -> String {
    let word = |words: &[&str], byte: u8| words[usize::from(byte) % words.len()].to_owned();
    let faults: Value = bytes
        .chunks_exact(3)
        .map(|chunk| {
            let facts: Map<String, Value> =
                [(word(&FACTS, chunk[1]), json!(word(&VALUES, chunk[2])))].into_iter().collect();
            json!({ "id": word(&FAULTS, chunk[0]), "facts": facts })
        })
        .collect();
    let model = if bytes.len().is_multiple_of(2) { "one" } else { "two" };
    json!({ "today": "2026-11-02", "model": model, "faults": faults }).to_string()
}

fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    for request in [&*text, chosen(bytes).as_str()] {
        match makegood::quote(shop(), request) {
            Ok(quote) => assert!(serde_json::to_string(&quote).is_ok()),
            Err(problems) => assert!(problems.has_errors(), "refused without a reason"),
        }
    }
});
