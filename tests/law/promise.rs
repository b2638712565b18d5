//! The shop's own promise, where a case holds one against the law.

use serde_json::{Value, json};

/// What `merchant_policy` promises, as a policy; nothing where it promises nothing.
pub fn of(terms: &Value, jurisdiction: &Value) -> Option<Value> {
    let carriage =
        if terms["return_freight"] == "merchant" || terms["free_returns"] == true { "shop" } else { "shopper" };
    // No days are no promise.
    let stated = |term: &str| terms[term].as_u64().filter(|length| *length > 0);
    let no_reason =
        stated("no_reason_days").map(|days| rule("change-of-mind", &format!("{days} days"), "refund", carriage));
    let warranty =
        stated("warranty_months").map(|months| rule("defect", &format!("{months} months"), "repair", "shop"));
    let rules: Vec<Value> = no_reason.into_iter().chain(warranty).collect();
    (!rules.is_empty()).then(|| {
        let shop = json!({
            "name": "The shop", "timeZone": jurisdiction["timeZone"], "currency": jurisdiction["currency"], "languages": ["en"]
        });
        json!({ "makegood": 1, "id": "promise", "version": "1", "shop": shop, "rules": rules })
    })
}

fn rule(reason: &str, length: &str, remedy: &str, carriage: &str) -> Value {
    json!({
        "id": format!("promised-{remedy}"), "clause": "1", "title": "Promised", "reasons": [reason],
        "window": { "from": "delivered", "length": length }, "grants": [{ "remedy": remedy, "carriage": carriage }]
    })
}
