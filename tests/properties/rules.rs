//! Rules only ever add rights, and their order carries no meaning.

use std::collections::{BTreeMap, BTreeSet};

use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::Value;

use crate::generator::{policy_of, request, rule};
use crate::{decided, findings, list, tried};

/// What a decision says, apart from the order in which it says it.
fn unordered(item: &Value) -> BTreeMap<String, BTreeSet<String>> {
    let set = |values: &Value| list(values).iter().map(Value::to_string).collect::<BTreeSet<_>>();
    let mut said = BTreeMap::new();
    for remedy in list(&item["remedies"]) {
        let mut about = set(&remedy["offers"]);
        about.extend(set(&remedy["needs"]));
        about.insert(remedy["finding"].to_string());
        said.insert(remedy["remedy"].to_string(), about);
    }
    said.insert("ask".to_owned(), list(&item["ask"]).iter().map(|question| question["fact"].to_string()).collect());
    let openings = list(&item["whatIf"]).iter().flat_map(|what_if| {
        list(&what_if["opens"])
            .iter()
            .map(|opening| format!("{} {} {}", what_if["change"], opening["remedy"], opening["finding"]))
    });
    said.insert("what if".to_owned(), openings.collect());
    said
}

proptest! {
    #![proptest_config(tried(200))]

    #[test]
    fn adding_a_rule_never_takes_a_right_away(rules in vec(rule(), 2..=5), request in request()) {
        let fewer = rules[..rules.len() - 1].to_vec();
        let Some(more) = decided(&policy_of(rules), &request) else { return Ok(()) };
        let fewer = decided(&policy_of(fewer), &request).unwrap();
        let more: BTreeMap<String, u8> = findings(&more).into_iter().collect();
        for (remedy, finding) in findings(&fewer) {
            prop_assert!(more[&remedy] >= finding, "{remedy}");
        }
    }

    #[test]
    fn the_order_of_rules_carries_no_meaning(rules in vec(rule(), 2..=5), request in request()) {
        let policy = policy_of(rules);
        let mut reversed = policy.clone();
        reversed["rules"].as_array_mut().unwrap().reverse();
        if let Some(item) = decided(&policy, &request) {
            prop_assert_eq!(unordered(&item), unordered(&decided(&reversed, &request).unwrap()));
        }
    }

    #[test]
    fn a_rule_alone_decides_as_it_does_among_others(rules in vec(rule(), 2..=4), request in request()) {
        let Some(together) = decided(&policy_of(rules.clone()), &request) else { return Ok(()) };
        for (rule, step) in rules.into_iter().zip(list(&together["steps"])) {
            let alone = decided(&policy_of(vec![rule]), &request).unwrap();
            prop_assert_eq!(&alone["steps"][0]["finding"], &step["finding"]);
        }
    }
}
