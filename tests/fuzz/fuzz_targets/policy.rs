//! Any bytes as a policy give a shop or problems; a shop answers.
#![no_main]

use libfuzzer_sys::fuzz_target;
use makegood::domain::Severity;

const REQUESTS: [&str; 2] = [
    r#"{ "today": "2026-06-10", "items": [{ "id": "a" }] }"#,
    r#"{
        "today": "2026-06-10",
        "facts": { "purchased": "2026-05-20", "reason": "change-of-mind", "price": "299", "opened": true },
        "items": [{ "id": "a", "quantity": 2, "facts": { "delivered": "2026-06-01", "tags": ["sale"] } }]
    }"#,
];

fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    match makegood::open(&text) {
        Ok(shop) => {
            assert!(shop.warnings.iter().all(|problem| problem.severity == Severity::Warning));
            for request in REQUESTS {
                if let Ok(decision) = makegood::decide(&shop, request) {
                    assert!(serde_json::to_string(&decision).is_ok());
                }
            }
        }
        Err(problems) => assert!(problems.has_errors(), "refused without a reason"),
    }
});
