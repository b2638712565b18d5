//! Any JSON as a request gives an answer or problems. Bytes that are no JSON choose facts and values instead.
#![no_main]

use std::sync::OnceLock;

use libfuzzer_sys::fuzz_target;
use makegood::policy::Shop;
use serde_json::{Map, Value, json};

fn shop() -> &'static Shop {
    static SHOP: OnceLock<Shop> = OnceLock::new();
    SHOP.get_or_init(|| makegood::open(include_str!("../../cases/policies/electronics.json")).unwrap())
}

const FACTS: [&str; 18] = [
    "purchased",
    "dispatched",
    "delivered",
    "defectNoticed",
    "reason",
    "cause",
    "category",
    "tags",
    "price",
    "member",
    "country",
    "channel",
    "opened",
    "accessoriesComplete",
    "usedBeyondChecking",
    "customMade",
    "screen",
    "unknown",
];

/// A value that the first byte chooses and the second one varies.
fn value(kind: u8, variant: u8) -> Value {
    let words = [
        "change-of-mind",
        "defect",
        "wrong-item",
        "normal-use",
        "human-damage",
        "phones",
        "food",
        "software",
        "DE",
        "online",
        "broken",
        "intact",
        "299.00",
        "0",
        "12.345",
        "-1",
        "",
        "2026-02-30",
    ];
    let day = || format!("20{:02}-{:02}-{:02}", 20 + variant / 36 % 8, 1 + variant % 12, 1 + variant % 31);
    match kind % 8 {
        0 | 1 => json!(day()),
        2 => json!(words[usize::from(variant) % words.len()]),
        3 => json!(variant.is_multiple_of(2)),
        4 => json!({ "from": day(), "to": "2026-06-10" }),
        5 => json!(["final-sale", words[usize::from(variant) % words.len()]]),
        6 => json!(variant),
        _ => Value::Null,
    }
}

fn chosen(bytes: &[u8]) -> String {
    let facts: Map<String, Value> = bytes
        .chunks_exact(3)
        .map(|chunk| (FACTS[usize::from(chunk[0]) % FACTS.len()].to_owned(), value(chunk[1], chunk[2])))
        .collect();
    let quantity = bytes.first().map_or(1, |byte| byte % 4);
    json!({ "today": "2026-06-10", "items": [{ "id": "it", "quantity": quantity, "returned": 1, "facts": facts }] })
        .to_string()
}

fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    for request in [text.as_ref(), &chosen(bytes)] {
        match makegood::decide(shop(), request) {
            Ok(decision) => assert!(serde_json::to_string(&decision).is_ok()),
            Err(problems) => assert!(problems.has_errors(), "refused without a reason"),
        }
    }
});
