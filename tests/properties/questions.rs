//! The first question settles most.

use proptest::prelude::*;
use serde_json::Value;

use crate::generator::{policy, request, values, with};
use crate::{decided_by, findings, list, tried};

/// How many remedies stay open on average over the answers to a question, as a fraction.
fn open_after(shop: &makegood::policy::Shop, request: &Value, fact: &str, answers: &[Value]) -> (usize, usize) {
    let items = answers.iter().map(|answer| decided_by(shop, &with(request, fact, Some(answer.clone()))).unwrap());
    (items.flat_map(|item| findings(&item)).filter(|(_, finding)| *finding == 1).count(), answers.len())
}

/// Every answer to a question that offers its answers.
fn answers(question: &Value) -> Option<Vec<Value>> {
    match question["type"].as_str()? {
        "bool" => Some(values("opened")),
        "enum" => Some(list(&question["values"]).iter().map(|choice| choice["value"].clone()).collect()),
        _ => None,
    }
}

proptest! {
    #![proptest_config(tried(150))]

    #[test]
    fn no_later_question_leaves_less_open_than_an_earlier_one(policy in policy(), request in request()) {
        let shop = makegood::open(&policy.to_string()).unwrap();
        let Some(item) = decided_by(&shop, &request) else { return Ok(()) };
        let choices = list(&item["ask"]).iter().filter_map(|question| Some((question["fact"].as_str()?, answers(question)?)));
        let open: Vec<_> = choices.map(|(fact, answers)| (fact, open_after(&shop, &request, fact, &answers))).collect();
        for pair in open.windows(2) {
            let ((first, (open, of)), (second, (others, of_others))) = (pair[0], pair[1]);
            prop_assert!(open * of_others <= others * of, "{first} leaves more open than {second}");
        }
    }

    #[test]
    fn a_question_is_about_a_fact_that_is_not_known_and_can_decide(policy in policy(), request in request()) {
        let shop = makegood::open(&policy.to_string()).unwrap();
        let Some(item) = decided_by(&shop, &request) else { return Ok(()) };
        for question in list(&item["ask"]) {
            let stated = &request["items"][0]["facts"][question["fact"].as_str().unwrap()];
            prop_assert!(stated.is_null() || stated.is_object(), "{} is known", question["fact"]);
            prop_assert!(!list(&question["decides"]).is_empty());
        }
    }
}
