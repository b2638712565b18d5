//! What a case says of money: the deduction from the refund, and what comes back.

use makegood::policy::Shop;
use serde_json::{Map, Value, json};

/// What the settlement of a case says otherwise than the case expects of its deduction and its refund.
pub fn slips(case: &Value, facts: &Map<String, Value>, shop: &Shop) -> Vec<String> {
    let (fee, order) = (&case["expect"]["fee"], Order::of(case));
    let (Some(deducted), Some(order), true) = (hundredths(&fee["amount"]), order, gives_money_back(case)) else {
        return Vec::new();
    };
    let settlement = match makegood::settle(shop, &order.request(case, facts).to_string()) {
        Ok(settlement) => serde_json::to_value(&settlement).unwrap(),
        Err(problems) => return vec![format!("the settlement has problems: {problems}")],
    };
    let mut slips = Vec::new();
    let mut check = |what: &str, found: Option<i64>, expected: i64| {
        if found != Some(expected) {
            let found = found.map_or("nothing certain".to_owned(), |found| found.to_string());
            slips.push(format!("{what} in hundredths: expected {expected}, found {found}"));
        }
    };
    let certain = |least: &Value, most: &Value| hundredths(least).filter(|amount| hundredths(most) == Some(*amount));
    let taken = |way: &str| {
        let lines = settlement[way]["lines"].as_array().unwrap();
        let taken = lines.iter().filter(|line| line["effect"] == "taken");
        taken.filter_map(|line| hundredths(&line["amount"])).sum::<i64>()
    };
    let (least, most) = (taken("least"), taken("most"));
    // What a dearer delivery cost more stays with the shop without ever having come back.
    let kept = order.carriage - order.standard.unwrap_or(order.carriage);
    check("deducted", (least == most).then(|| least.max(kept)), deducted);
    if let Some(refund) = hundredths(&fee["refund"]) {
        check("refund", certain(&settlement["refund"]["least"], &settlement["refund"]["most"]), refund);
    }
    slips
}

fn gives_money_back(case: &Value) -> bool {
    case["request"] == "return" && case["expect"]["allowed"] == true
}

/// What an order paid, in hundredths.
struct Order {
    /// The prices by item, and whether it goes back.
    items: Vec<(String, i64, bool)>,
    promotion: Option<(i64, i64)>,
    free_carriage: Option<(i64, i64)>,
    /// A gift that stays with the shopper, and what it was said to be worth beforehand.
    gift: Option<Option<i64>>,
    carriage: i64,
    standard: Option<i64>,
}

impl Order {
    /// As a case tells it; `None` where it tells no price.
    fn of(case: &Value) -> Option<Self> {
        let facts = &case["facts"];
        let amount = |name: &str| hundredths(&facts[name]);
        let goes_back = |sku: &Value| facts["return_skus"].as_array().is_none_or(|back| back.contains(sku));
        let items = match facts["items"].as_array() {
            Some(items) if items.iter().any(|item| item["list_price"].is_number()) => items
                .iter()
                .map(|item| {
                    Some((item["sku"].as_str()?.to_owned(), hundredths(&item["list_price"])?, goes_back(&item["sku"])))
                })
                .collect::<Option<_>>()?,
            _ => vec![("it".to_owned(), amount("price_paid")?, true)],
        };
        let promo = &facts["promo"];
        Some(Self {
            items,
            promotion: hundredths(&promo["off"]).zip(hundredths(&promo["threshold"])),
            free_carriage: amount("free_shipping_from").zip(amount("outbound_freight")),
            gift: (case["condition"]["gift_returned"] == false).then(|| amount("gift_marked_price")),
            carriage: amount("delivery_paid").unwrap_or(0),
            standard: amount("cheapest_standard_delivery"),
        })
    }

    fn request(&self, case: &Value, facts: &Map<String, Value>) -> Value {
        let items = self.items.iter().map(|(id, price, _)| {
            let mut facts = facts.clone();
            facts.insert("price".into(), decimal(*price));
            json!({ "id": id, "facts": facts })
        });
        let off = self.promotion.map_or(0, |(off, _)| off);
        let paid = self.items.iter().map(|(_, price, _)| price).sum::<i64>() - off + self.carriage;
        let mut order =
            json!({ "carriage": decimal(self.carriage), "payments": [{ "id": "paid", "amount": decimal(paid) }] });
        if let Some((off, from)) = self.promotion {
            order["discounts"] =
                json!([{ "id": "promotion", "kind": "promotion", "amount": decimal(off), "needs": decimal(from) }]);
        }
        if let Some((from, instead)) = self.free_carriage {
            order["freeCarriage"] = json!({ "from": decimal(from), "instead": decimal(instead) });
        }
        let mut items: Vec<Value> = items.collect();
        if let Some(value) = self.gift {
            items.push(json!({ "id": "gift", "facts": { "price": "0" } }));
            let mut gift = json!({ "item": "gift" });
            if let Some(value) = value {
                gift["value"] = decimal(value);
            }
            order["gifts"] = json!([gift]);
        }
        if let Some(standard) = self.standard {
            order["standardCarriage"] = decimal(standard);
        }
        let back = self.items.iter().filter(|(_, _, back)| *back).map(|(id, ..)| json!({ "item": id }));
        json!({
            "today": case["asked_on"], "items": items, "order": order, "back": back.collect::<Vec<_>>()
        })
    }
}

/// A number of the cases, or an amount of the engine, without a fraction; `None` if it is finer than that.
fn hundredths(amount: &Value) -> Option<i64> {
    let written = amount.as_str().map(str::to_owned).or(amount.is_number().then(|| amount.to_string()))?;
    let (whole, cents) = written.split_once('.').unwrap_or((&written, ""));
    (cents.len() <= 2).then(|| format!("{whole}{cents:0<2}").parse().ok())?
}

fn decimal(hundredths: i64) -> Value {
    match (hundredths / 100, hundredths % 100) {
        (whole, 0) => whole.to_string(),
        (whole, cents) => format!("{whole}.{cents:02}"),
    }
    .into()
}
