//! Every single change that opens something is told, and nothing else.

use std::collections::BTreeMap;

use makegood::policy::Shop;
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::generator::{TAGS, TODAY, day, facts, policy, request, values, with};
use crate::oracle::coins;
use crate::{certainty, decided_by, findings, list, tried};

/// Everything that a fact could be instead. Tags change one at a time.
fn instead(fact: &str, now: &Value) -> Vec<Value> {
    match fact {
        "purchased" | "dispatched" | "delivered" | "defectNoticed" => {
            (0..=TODAY).map(|after| json!(day(after))).collect()
        }
        "tags" => {
            let now: Vec<&str> = list(now).iter().filter_map(Value::as_str).collect();
            let toggled = |tag: &&str| {
                let others = now.iter().filter(|had| *had != tag).copied();
                let added = Some(*tag).filter(|tag| !now.contains(tag));
                others.chain(added).collect::<Value>()
            };
            TAGS.iter().map(toggled).collect()
        }
        plain => values(plain),
    }
}

/// A number of at most two digits after the point, as whole hundredths.
fn hundredths(number: &Value) -> i128 {
    let text = number.as_str().unwrap();
    let (sign, magnitude) = text.strip_prefix('-').map_or((1, text), |magnitude| (-1, magnitude));
    let (whole, fraction) = magnitude.split_once('.').unwrap_or((magnitude, ""));
    sign * i128::try_from(coins(&format!("{whole}.{fraction:0<2}"))).unwrap()
}

/// Whether a value is what a change says.
fn fits(change: &Value, fact: &str, value: &Value) -> bool {
    if change["fact"] != fact {
        return false;
    }
    change.as_object().unwrap().iter().all(|(test, wanted)| match test.as_str() {
        "fact" => true,
        "is" if ["price", "weight"].contains(&fact) => hundredths(value) == hundredths(wanted),
        "is" => value == wanted,
        "in" => list(wanted).contains(value),
        "notIn" => !list(wanted).contains(value),
        "has" => list(value).contains(wanted),
        "hasNot" => !list(value).contains(wanted),
        "from" => value.as_str() >= wanted.as_str(),
        "until" => value.as_str() <= wanted.as_str(),
        "atLeast" => hundredths(value) >= hundredths(wanted),
        "moreThan" => hundredths(value) > hundredths(wanted),
        "atMost" => hundredths(value) <= hundredths(wanted),
        "lessThan" => hundredths(value) < hundredths(wanted),
        other => panic!("{other}"),
    })
}

/// The remedies of an item that are closed.
fn closed(item: &Value) -> Vec<String> {
    findings(item).into_iter().filter(|(_, finding)| *finding == 0).map(|(remedy, _)| remedy).collect()
}

/// What a value opens by what is told, and by deciding anew.
fn told_and_tried(shop: &Shop, request: &Value, item: &Value, fact: &str, value: &Value) -> [BTreeMap<String, u8>; 2] {
    let told = list(&item["whatIf"]).iter().filter(|what_if| fits(&what_if["change"], fact, value));
    let told = told.flat_map(|what_if| list(&what_if["opens"]));
    let told = told.map(|opening| (opening["remedy"].as_str().unwrap().to_owned(), certainty(&opening["finding"])));
    let closed = closed(item);
    let changed = decided_by(shop, &with(request, fact, Some(value.clone())));
    let opened = changed.iter().flat_map(findings).filter(|(remedy, finding)| *finding > 0 && closed.contains(remedy));
    [told.collect(), opened.collect()]
}

fn exact(policy: &Value, request: &Value) -> Result<(), TestCaseError> {
    let shop = makegood::open(&policy.to_string()).unwrap();
    let Some(item) = decided_by(&shop, request) else { return Ok(()) };
    for (fact, now) in facts(request) {
        for value in instead(fact, now) {
            let [told, tried] = told_and_tried(&shop, request, &item, fact, &value);
            prop_assert_eq!(told, tried, "{} as {}; {}", fact, value, item["whatIf"]);
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(tried(60))]

    #[test]
    fn every_change_that_is_told_opens_and_every_change_that_opens_is_told(policy in policy(), request in request()) {
        exact(&policy, &request)?;
    }

    #[test]
    fn another_version_is_told_like_any_other_change(
        first in policy(),
        second in policy(),
        from in 1..TODAY,
        request in request(),
    ) {
        let mut second = second;
        second["from"] = day(from).into();
        exact(&json!([first, second]), &request)?;
    }
}
