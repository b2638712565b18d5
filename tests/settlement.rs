//! The data cases of settlements: each is a policy, a request, and what must come back, line by line.
#![cfg(feature = "settlement")]

mod differences;
mod documents;
mod running;

use makegood::domain::Problems;
use running::{Case, Given};
use serde_json::{Value, json};

/// A request with only `set` and `remove` changes the one at the head of its file; the law is that of a country.
fn cases() -> Vec<Case> {
    running::cases("settlement", |written| {
        let mut request = written.of("request");
        if request.get("items").is_none() && request.get("on").is_none() {
            request["on"] = written.head["request"].clone();
        }
        Given {
            policy: documents::document(&written.of("policy")),
            law: written.of("law"),
            request: documents::document(&request),
        }
    })
}

fn settled(case: &Case) -> Result<String, Problems> {
    let mut shop = makegood::open(&case.policy.to_string())?;
    if let Some(country) = case.law.as_str() {
        shop = shop.under(makegood::law::of(country, None)?.unwrap())?;
    }
    let settlement = makegood::settle(&shop, &case.request.to_string())?;
    Ok(serde_json::to_string(&settlement).unwrap())
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn range(range: &Value) -> Value {
    let (least, most) = (range["least"].as_str().unwrap(), range["most"].as_str().unwrap());
    if least == most { least.into() } else { format!("{least}..{most}").into() }
}

fn words(parts: &[&Value]) -> Value {
    let word = |part: &&Value| part.as_str().map_or_else(|| part.to_string(), str::to_owned);
    parts.iter().filter(|part| !part.is_null()).map(word).collect::<Vec<_>>().join(" ").into()
}

/// `taken 11.12 promotion-share pot 2 spring`.
fn lines(breakdown: &Value) -> Value {
    let line = |line: &Value| {
        words(&[&line["effect"], &line["amount"], &line["code"], &line["item"], &line["units"], &line["of"]])
    };
    list(&breakdown["lines"]).iter().map(line).collect()
}

/// `card 50.00 money`.
fn onto(breakdown: &Value) -> Value {
    list(&breakdown["onto"]).iter().map(|onto| words(&[&onto["id"], &onto["amount"], &onto["as"]])).collect()
}

/// A settlement in short; what is the same at both ends has one name.
fn summary(settlement: &Value) -> Value {
    let (least, most) = (&settlement["least"], &settlement["most"]);
    let right = |item: &Value| words(&[&item["item"], &item["units"], &item["finding"], &item["right"]["rule"]]);
    let mut summary = json!({
        "finding": settlement["finding"],
        "refund": range(&settlement["refund"]),
        "needs": settlement["needs"],
        "open": settlement["open"],
        "items": list(&settlement["items"]).iter().map(right).collect::<Value>(),
        "least": lines(least),
        "most": lines(most),
    });
    if least == most {
        summary["lines"] = lines(least);
        summary["onto"] = onto(least);
        summary["owed"] = least["owed"].clone();
        let rest = |rest: &Value| words(&[&rest["code"], &rest["of"], &rest["amount"]]);
        summary["rest"] = list(&least["rest"]).iter().map(rest).collect();
    }
    summary
}

/// Coins of an amount.
fn coins(amount: &Value) -> i128 {
    amount.as_str().unwrap().replace('.', "").parse().unwrap()
}

/// What holds of every settlement.
fn slips(settlement: &Value) -> Vec<String> {
    let mut slips = Vec::new();
    for end in ["least", "most"] {
        let refund = coins(&settlement["refund"][end]);
        let sign = |line: &Value| if line["effect"] == "back" { 1 } else { -1 };
        let lines: i128 = list(&settlement[end]["lines"]).iter().map(|line| sign(line) * coins(&line["amount"])).sum();
        let onto: i128 = list(&settlement[end]["onto"]).iter().map(|onto| coins(&onto["amount"])).sum();
        if lines != refund || onto != refund {
            slips.push(format!("{end}: lines come to {lines}, payments to {onto}, the refund is {refund}"));
        }
    }
    slips
}

/// What a case expects and was not found.
fn failures(case: &Case, settlement: &Value) -> Vec<String> {
    let mut failures = slips(settlement);
    let found = summary(settlement);
    for (key, expected) in case.expect.as_object().unwrap() {
        if found.get(key) != Some(expected) {
            failures.push(format!("{key} is {}, not {expected}", found[key]));
        }
    }
    failures
}

#[test]
fn every_settlement_comes_out_as_expected() {
    running::run(&cases(), "settlement", settled, failures);
}

#[test]
fn there_are_at_least_40_cases_each_with_its_own_name() {
    running::are_at_least(40, &cases());
}
