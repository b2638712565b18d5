//! A claim beside the shop's own record of the order.
//!
//! A receipt only says that the answer follows from the request. Whether the request is true, the record knows.

use makegood::domain::Json;
use makegood::policy::Shop;
use makegood::policy::vocabulary::SettledBy;

use crate::orders::{Item, Order, Orders};
use crate::refusal::{Code, Refusal};

/// The order that a claim is about.
pub(super) fn order<'o>(orders: &'o Orders, receipt: &Json) -> Result<&'o Order, Refusal> {
    let number = field(receipt, "order").unwrap_or_default();
    orders.find(number).ok_or_else(|| Refusal::new(Code::NoOrder).with("number", number))
}

/// Whether the record says the same as the claim.
pub(super) fn holds(order: &Order, shop: &Shop, receipt: &Json) -> Result<(), Refusal> {
    let request = receipt.get("request").unwrap_or(&Json::Null);
    let asked = request.get("item").unwrap_or(&Json::Null);
    let item = order
        .item(asked.word("id"))
        .ok_or_else(|| Refusal::new(Code::NoItem).with("number", &*order.name).with("item", asked.word("id")))?;
    match differs(order, item, shop, receipt) {
        Some(fact) => Err(Refusal::new(Code::Differs).with("fact", &*fact)),
        None => Ok(()),
    }
}

/// The first thing in which the two differ.
fn differs(order: &Order, item: &Item, shop: &Shop, receipt: &Json) -> Option<String> {
    let request = receipt.get("request").unwrap_or(&Json::Null);
    let asked = request.get("item").unwrap_or(&Json::Null);
    // As the engine reads it, where the request says nothing.
    for (key, known, otherwise) in [("quantity", item.quantity, 1), ("returned", item.returned, 0)] {
        if *asked.get(key).unwrap_or(&Json::Whole(otherwise)) != Json::Whole(known) {
            return Some(key.to_owned());
        }
    }
    let known = order.known(item);
    let stated = request.named("facts");
    for (name, value) in &known {
        let same = match stated.iter().find(|(fact, _)| fact == name) {
            Some((_, stated)) => stated.canonical() == value.canonical(),
            // Typed rather than taken over from the order page.
            None => field(receipt, name) == value.text() && value.text().is_some(),
        };
        if !same {
            return Some((*name).to_owned());
        }
    }
    let more = stated.iter().map(|(name, _)| name).filter(|name| known.iter().all(|(known, _)| known != name));
    more.into_iter().find(|name| !is_the_shopper_s(shop, name)).cloned()
}

/// Whether a fact is the shopper's to tell, so that no record can have it.
fn is_the_shopper_s(shop: &Shop, name: &str) -> bool {
    shop.versions.iter().any(|version| {
        shop.facts(version).iter().any(|fact| fact.name == name && fact.settled_by == SettledBy::Shopper)
    })
}

/// A field as the claim holds it, or else as it was typed.
fn field<'r>(receipt: &'r Json, id: &str) -> Option<&'r str> {
    let fields = receipt.get("answer").map_or(&[][..], |answer| answer.list("fields"));
    let held = fields.iter().find(|field| field.word("id") == id);
    let held = held.and_then(|field| field.get("value")).and_then(Json::text);
    held.or_else(|| receipt.get("request")?.get("fields")?.get(id)?.text())
}

#[cfg(test)]
mod tests {
    use makegood::domain::{Floor, Json};
    use makegood::policy::Shop;

    use super::{Code, holds, order};
    use crate::orders::Orders;

    fn shop() -> Shop {
        makegood::open(
            r#"{ "makegood": 1, "id": "tea", "version": "1",
                "shop": { "name": "Tea", "timeZone": "Europe/Berlin", "currency": "EUR", "languages": ["en"] },
                "rules": [{ "id": "any", "clause": "1", "title": "Returns", "grants": [{ "remedy": "refund", "carriage": "shop" }] }] }"#,
        )
        .unwrap()
    }

    fn orders() -> Orders {
        Orders::read(
            r#"[{ "number": "7", "name": "T-7", "facts": { "purchased": "2026-03-01", "member": true },
                "items": [{ "id": "pot", "title": "Pot", "quantity": 2, "returned": 1,
                            "facts": { "delivered": "2026-03-04", "tags": ["tea", "blue"] } }] }]"#,
        )
        .unwrap()
    }

    /// What is said of a claim whose request has these entries.
    fn said(request: &str) -> Option<Code> {
        let text = format!(r#"{{ "request": {{ {request} }}, "answer": {{ "fields": [] }} }}"#);
        let receipt = Json::parse(&text, Floor::Facts).unwrap();
        let orders = orders();
        let held = order(&orders, &receipt).and_then(|order| holds(order, &shop(), &receipt));
        held.err().map(|refusal| refusal.code)
    }

    const ITEM: &str = r#""fields": { "order": "t-7" }, "item": { "id": "pot", "quantity": 2, "returned": 1 }"#;
    const FACTS: &str = r#""member": true, "delivered": "2026-03-04", "tags": ["tea", "blue"]"#;

    #[test]
    fn what_the_record_says_holds() {
        assert_eq!(said(&format!(r#"{ITEM}, "facts": {{ {FACTS}, "purchased": "2026-03-01" }}"#)), None);
        let told = format!(r#"{ITEM}, "facts": {{ {FACTS}, "purchased": "2026-03-01", "opened": true }}"#);
        assert_eq!(said(&told), None, "a fact of the shopper's");
        let typed = ITEM.replace("\"t-7\"", r#""T7", "purchased": "2026-03-01""#);
        assert_eq!(said(&format!(r#"{typed}, "facts": {{ {FACTS} }}"#)), None, "typed, and right");
    }

    #[test]
    fn what_differs_from_the_record_is_refused() {
        for facts in [
            r#""purchased": "2026-03-02""#,
            r#""purchased": { "from": "2026-03-01" }"#,
            r#""channel": "online", "purchased": "2026-03-01""#,
            r#""dispatched": "2026-03-02", "purchased": "2026-03-01""#,
            "\"reason\": \"defect\"",
        ] {
            assert_eq!(said(&format!(r#"{ITEM}, "facts": {{ {FACTS}, {facts} }}"#)), Some(Code::Differs), "{facts}");
        }
        let whole = format!(r#""facts": {{ {FACTS}, "purchased": "2026-03-01" }}"#);
        for (from, to, code) in [
            ("\"quantity\": 2, ", "", Code::Differs),
            ("\"returned\": 1", "\"returned\": 0", Code::Differs),
            ("\"pot\"", "\"cup\"", Code::NoItem),
            ("t-7", "t-8", Code::NoOrder),
            ("\"order\": \"t-7\"", "", Code::NoOrder),
        ] {
            assert_eq!(said(&format!("{}, {whole}", ITEM.replace(from, to))), Some(code), "{from} -> {to}");
        }
    }
}
