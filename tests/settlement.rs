//! The data cases of settlements: each is a policy, a request, and what must come back, line by line.
#![cfg(feature = "full")]

mod documents;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use makegood::domain::Problems;
use serde_json::{Map, Value, json};

/// One case, its documents written out.
struct Case {
    name: String,
    policy: Value,
    law: Value,
    request: Value,
    expect: Map<String, Value>,
}

/// The cases of all files; a request with only `set` and `remove` changes the one at the head of its file.
fn cases() -> Vec<Case> {
    let mut cases = Vec::new();
    for (file, head) in documents::files("settlement") {
        for case in head["cases"].as_array().unwrap_or_else(|| panic!("{file}: no cases")) {
            let of = |key: &str| if case[key].is_null() { head[key].clone() } else { case[key].clone() };
            let name = format!("{file}: {}", case["name"].as_str().unwrap_or_else(|| panic!("{file}: no name")));
            assert!(case["why"].is_string(), "{name}: no why");
            let mut request = of("request");
            if request.get("items").is_none() && request.get("on").is_none() {
                request["on"] = head["request"].clone();
            }
            cases.push(Case {
                policy: documents::document(&of("policy")),
                law: of("law"),
                request: documents::document(&request),
                expect: case["expect"].as_object().cloned().unwrap_or_else(|| panic!("{name}: expects nothing")),
                name,
            });
        }
    }
    cases
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

#[test]
fn every_settlement_comes_out_as_expected() {
    let cases = cases();
    let mut settlements = Vec::new();
    let mut failed = 0;
    for case in &cases {
        let answer = settled(case);
        let mut failures = Vec::new();
        match &answer {
            Err(problems) => failures.push(problems.to_string()),
            Ok(text) => {
                let settlement: Value = serde_json::from_str(text).unwrap();
                let found = summary(&settlement);
                failures = slips(&settlement);
                for (key, expected) in &case.expect {
                    if found.get(key) != Some(expected) {
                        failures.push(format!("{key} is {}, not {expected}", found[key]));
                    }
                }
            }
        }
        if !failures.is_empty() {
            failed += 1;
            eprintln!("{}: {}", case.name, failures.join("; "));
        }
        settlements.push(json!({
            "name": case.name, "policy": case.policy, "law": case.law, "request": case.request, "settlement": answer.ok(),
        }));
    }
    // For runs elsewhere, which must give the same bytes.
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/makegood/settlements.json");
    fs::create_dir_all(file.parent().unwrap()).unwrap();
    fs::write(&file, serde_json::to_string_pretty(&settlements).unwrap()).unwrap();
    assert_eq!(failed, 0, "{failed} of {} cases failed", cases.len());
}

#[test]
fn there_are_at_least_40_cases_each_with_its_own_name() {
    let cases = cases();
    let names: BTreeSet<&str> = cases.iter().map(|case| case.name.as_str()).collect();
    assert_eq!(names.len(), cases.len(), "a name is used twice");
    assert!(cases.len() >= 40, "only {} cases", cases.len());
}
