//! One case of law, decided, and what the decision says otherwise than the case.

use serde_json::{Value, json};

use super::telling::{facts, kebab};
use super::{packs, promise, settling};

const REMEDIES: [(&str, &str); 3] =
    [("return", "refund"), ("replace_part", "replace-part"), ("repair_elsewhere_at_supplier_cost", "repair-elsewhere")];

fn remedy(name: &str) -> String {
    REMEDIES.iter().find(|(known, _)| *known == name).map_or_else(|| kebab(name), |(_, remedy)| (*remedy).to_owned())
}

/// What the decision says otherwise than the case expects.
pub fn slips(case: &Value) -> Vec<String> {
    let mut packs = packs::of(case["jurisdiction"].as_str().unwrap());
    let pack = packs.last_mut().unwrap();
    let holidays = ["statutory_holidays", "public_holidays", "federal_holidays"];
    for days in holidays.iter().filter_map(|name| case["facts"][*name].as_array()) {
        let known = pack["calendar"]["holidays"].as_array().cloned().unwrap_or_default();
        pack["calendar"]["holidays"] = known.into_iter().chain(days.iter().cloned()).collect();
    }
    let jurisdiction = packs.last().unwrap()["jurisdiction"].clone();
    let law = match makegood::open(&Value::from(packs).to_string()) {
        Ok(shop) => shop,
        Err(problems) => return vec![format!("the pack has problems: {problems}")],
    };
    let facts = facts(case, &law);
    let shop = match promise::of(&case["facts"]["merchant_policy"], &jurisdiction) {
        None => law,
        Some(promise) => match makegood::open(&promise.to_string()).and_then(|shop| shop.under(law)) {
            Ok(shop) => shop,
            Err(problems) => return vec![format!("the promise has problems: {problems}")],
        },
    };
    let request = json!({ "today": case["asked_on"], "items": [{ "id": "it", "facts": &facts }] });
    let decision = match makegood::decide(&shop, &request.to_string()) {
        Ok(decision) => serde_json::to_value(&decision).unwrap(),
        Err(problems) => return vec![format!("the request has problems: {problems}")],
    };
    let slips = compare(case, &decision["items"][0]);
    slips.into_iter().chain(settling::slips(case, &facts, &shop)).collect()
}

fn compare(case: &Value, item: &Value) -> Vec<String> {
    let expect = &case["expect"];
    let wanted = remedy(case["request"].as_str().unwrap());
    let remedies = item["remedies"].as_array().unwrap();
    let granted: Vec<&str> = remedies
        .iter()
        .filter(|remedy| remedy["finding"] == "yes")
        .map(|remedy| remedy["remedy"].as_str().unwrap())
        .collect();
    let of = |name: &str| remedies.iter().find(|remedy| remedy["remedy"] == name);
    let offer = of(&wanted).filter(|_| granted.contains(&wanted.as_str())).map(|remedy| &remedy["offers"][0]);
    let mut slips = Vec::new();
    let mut check = |what: &str, found: Value, expected: Value| {
        if found != expected {
            slips.push(format!("{what}: expected {expected}, found {found}"));
        }
    };
    let finding = of(&wanted).map_or("no", |remedy| remedy["finding"].as_str().unwrap());
    check("allowed", finding.into(), if expect["allowed"] == true { "yes" } else { "no" }.into());
    let mut expected: Vec<String> =
        expect["remedies"].as_array().unwrap().iter().map(|name| remedy(name.as_str().unwrap())).collect();
    let mut found: Vec<String> = granted.iter().map(|name| (*name).to_owned()).collect();
    expected.sort();
    found.sort();
    check("remedies", found.into(), expected.into());
    let offers = of(&wanted).map_or(&[][..], |remedy| remedy["offers"].as_array().unwrap());
    let unlimited = offers.iter().any(|offer| offer["finding"] == "yes" && offer["until"].is_null());
    // Of several rights to the same, a case names the last day of the one that it is about, where a rule has its name.
    let about = kebab(case["right"].as_str().unwrap_or_default());
    let is_about = |rule: &Value| rule.as_str().is_some_and(|rule| rule.starts_with(&about));
    let own = offers.iter().filter(|offer| offer["finding"] == "yes" && is_about(&offer["rule"]));
    let own = own.max_by_key(|offer| offer["until"]["least"].as_str());
    let last = match offer.map(|best| own.unwrap_or(best)) {
        // A case names the day of the best offer, or none where another offer has no limit. Where nothing limits the asking, it
        // may name the last day on which a fault must have shown.
        Some(_) if unlimited && expect["last_day"].is_null() => Value::Null,
        // A last day that nobody can know yet may be none.
        Some(offer)
            if expect["last_day"].is_null() && offer["until"].is_object() && offer["until"]["most"].is_null() =>
        {
            Value::Null
        }
        Some(offer) if offer["until"].is_null() => shown_until(item, offer),
        Some(offer) => offer["until"]["least"].clone(),
        None => closed_on(item, &wanted, &about),
    };
    check("last_day", last, expect["last_day"].clone());
    if let Some(offer) = offer {
        let payer = match offer["carriage"].as_str().unwrap() {
            "shop" => json!("merchant"),
            "shopper" => json!("consumer"),
            _ => Value::Null,
        };
        let expected = match expect["freight_payer"].as_str() {
            Some("merchant_unless_returned_in_person") => json!("merchant"),
            _ => expect["freight_payer"].clone(),
        };
        check("freight_payer", payer, expected);
        if expect["refund_by"].is_string() {
            let deadlines = offer["deadlines"].as_array().unwrap();
            let refund = deadlines.iter().find(|deadline| deadline["due"] == "refund");
            check(
                "refund_by",
                refund.map_or(Value::Null, |refund| refund["until"]["least"].clone()),
                expect["refund_by"].clone(),
            );
        }
        if let Some(burden) = expect["burden_of_proof"].as_str() {
            let found = match offer["proof"].as_str() {
                Some("shop") => "merchant",
                Some("shopper") => "consumer",
                _ => "open",
            };
            check("burden_of_proof", found.into(), burden.into());
        }
        let basis = expect["basis"].as_str().unwrap_or_default();
        if !basis.is_empty() {
            check("basis", offer["by"].clone(), if basis == "statute_over_policy" { "law" } else { "shop" }.into());
        }
        let fee = &expect["fee"];
        if fee["amount"].is_null() && fee["type"].is_string() {
            check("fee", offer["fees"][0]["judged"].clone(), true.into());
        } else if fee["type"] == "none" || fee["type"] == "use" {
            check("fee", json!(offer["fees"].as_array().unwrap().len()), json!(0));
        }
    }
    slips
}

fn shown_until(item: &Value, offer: &Value) -> Value {
    let step = item["steps"].as_array().unwrap().iter().find(|step| step["rule"] == offer["rule"]).unwrap();
    let shows = step["checks"].as_array().unwrap().iter().find(|check| check["part"] == "shows");
    shows.map_or(Value::Null, |shows| shows["until"]["least"].clone())
}

/// The last day of a right that was there and is over, or that fails for another reason; none if it never arose.
fn closed_on(item: &Value, wanted: &str, about: &str) -> Value {
    let mut last = Value::Null;
    let granting = |step: &&Value| step["grants"].as_array().unwrap().iter().any(|grant| grant == wanted);
    let steps: Vec<&Value> = item["steps"].as_array().unwrap().iter().filter(granting).collect();
    let known = steps.iter().any(|step| step["rule"] == about);
    let is_about = |step: &&Value| !known || step["rule"].as_str().is_some_and(|rule| rule.starts_with(about));
    for step in steps.into_iter().filter(is_about) {
        let checks = step["checks"].as_array().unwrap();
        let arose = checks.iter().all(|check| {
            !["reasons", "unless", "in-force"].contains(&check["part"].as_str().unwrap()) || check["finding"] == "yes"
        });
        // Where nothing limits the asking, a fault that showed too late names the day.
        let too_late = |check: &&Value| check["part"] == "shows" && check["finding"] == "no";
        let window = checks.iter().find(too_late).or(checks.iter().find(|check| check["part"] == "window"));
        if let (true, Some(window)) = (arose, window) {
            let day = &window["until"]["least"];
            if last.is_null() || day.as_str() > last.as_str() {
                last = day.clone();
            }
        }
    }
    last
}
