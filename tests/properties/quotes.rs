//! Quotes add up, and what is dearer, cheaper or better known moves them one way.

use proptest::prelude::*;
use serde_json::{Value, json};

use crate::books::{Book, CAUSES, any_json, asked, asked_of, discount, shop};
use crate::oracle::coins;
use crate::{list, tried};

const WORLDS: [&str; 2] = ["least", "most"];

fn quoted(policy: &Value, request: &Value) -> Value {
    let shop = makegood::open(&policy.to_string()).unwrap_or_else(|problems| panic!("{problems}\n{policy}"));
    let request = asked_of(policy, request.clone()).to_string();
    let quote = makegood::quote(&shop, &request).unwrap_or_else(|problems| panic!("{problems}\n{request}"));
    serde_json::to_value(&quote).unwrap()
}

fn amount(range: &Value, world: &str) -> u128 {
    coins(range[world].as_str().unwrap())
}

fn sum<'v>(ranges: impl Iterator<Item = &'v Value>, world: &str) -> u128 {
    ranges.map(|range| amount(range, world)).sum()
}

/// The options that two quotes have in common.
fn pairs<'v>(one: &'v Value, other: &'v Value) -> Vec<(&'v Value, &'v Value)> {
    let found = |id: &Value| list(&other["options"]).iter().find(|option| option["id"] == *id);
    list(&one["options"]).iter().filter_map(|option| Some((option, found(&option["id"])?))).collect()
}

proptest! {
    #![proptest_config(tried(400))]

    #[test]
    fn lines_add_up_to_the_total(policy in shop(Book::Full), request in asked()) {
        let quote = quoted(&policy, &request);
        for option in list(&quote["options"]) {
            for world in WORLDS {
                let lines = sum(list(&option["lines"]).iter().map(|line| &line["pays"]), world);
                let discounts = sum(list(&option["discounts"]).iter().map(|discount| &discount["amount"]), world);
                let added = list(&option["tax"]).iter().filter(|tax| tax["included"] == false);
                let taxes = sum(added.map(|tax| &tax["amount"]), world);
                prop_assert_eq!(lines + taxes - discounts, amount(&option["total"], world), "{}", option);
            }
            let most = amount(&option["total"], "most");
            let shares = list(&option["shares"]);
            prop_assert_eq!(shares.iter().map(|share| coins(share["amount"].as_str().unwrap())).sum::<u128>(), most);
            let thousandths: u64 = shares.iter().map(|share| share["thousandths"].as_u64().unwrap()).sum();
            prop_assert_eq!(thousandths, if most == 0 { 0 } else { 1000 });
            prop_assert!(coins(option["limit"].as_str().unwrap()) >= most);
        }
    }

    #[test]
    fn what_is_covered_costs_nothing(policy in shop(Book::Full), request in asked()) {
        let quote = quoted(&policy, &request);
        for line in list(&quote["options"]).iter().flat_map(|option| list(&option["lines"])) {
            let [least, most] = WORLDS.map(|world| amount(&line["pays"], world));
            let price = coins(line["price"].as_str().unwrap());
            prop_assert!(most <= price && least <= price, "{}", line);
            match line["payer"].as_str().unwrap() {
                "shop" => prop_assert!(least == 0 && most == 0 && line["by"].is_object() && line["because"] == "covered"),
                "open" => prop_assert!(least == 0 && line["by"].is_object(), "{}", line),
                _ => prop_assert!(line["by"].is_null() && line["because"] != "covered"),
            }
        }
    }

    #[test]
    fn at_least_is_never_more_than_at_most(policy in shop(Book::Plain), request in asked()) {
        let quote = quoted(&policy, &request);
        for option in list(&quote["options"]) {
            prop_assert!(amount(&option["total"], "least") <= amount(&option["total"], "most"), "{}", option);
        }
    }

    #[test]
    fn at_most_six_options_are_shown_and_none_beats_another(policy in shop(Book::Full), request in asked()) {
        let quote = quoted(&policy, &request);
        let options = list(&quote["options"]);
        prop_assert!(options.len() <= 6);
        prop_assert!(options.len() == 6 || quote["more"] == 0);
        prop_assert!(options.is_empty() == (quote["beaten"] == 0 && options.is_empty()));
        for (index, option) in options.iter().enumerate() {
            prop_assert_eq!(option["against"].is_null(), index == 0);
            prop_assert!(options.iter().skip(index + 1).all(|other| other["id"] != option["id"]));
        }
    }

    #[test]
    fn a_discount_more_never_raises_a_price(policy in shop(Book::Plain), request in asked(), mut more in discount()) {
        more["id"] = "more".into();
        let mut cheaper = policy.clone();
        cheaper["repair"]["discounts"].as_array_mut().unwrap().push(more);
        for (was, is) in pairs(&quoted(&policy, &request), &quoted(&cheaper, &request)) {
            for world in WORLDS {
                prop_assert!(amount(&is["total"], world) <= amount(&was["total"], world), "{} {}", was, is);
            }
        }
    }

    #[test]
    fn a_dearer_part_never_makes_a_cheaper_repair(
        policy in shop(Book::Plain), request in asked(), which in any::<prop::sample::Index>(), more in 1..20_000_u128,
    ) {
        let mut dearer = policy.clone();
        let parts = dearer["repair"]["parts"].as_array_mut().unwrap();
        let part = which.get_mut(parts);
        let price = coins(part["price"].as_str().unwrap()) + more;
        part["price"] = format!("{}.{:02}", price / 100, price % 100).into();
        for (was, is) in pairs(&quoted(&policy, &request), &quoted(&dearer, &request)) {
            for world in WORLDS {
                prop_assert!(amount(&is["total"], world) >= amount(&was["total"], world), "{} {}", was, is);
            }
        }
    }

    #[test]
    fn the_order_of_parts_labour_and_faults_carries_no_meaning(policy in shop(Book::Full), request in asked()) {
        let (mut other_policy, mut other_request) = (policy.clone(), request.clone());
        for key in ["parts", "labour"] {
            other_policy["repair"][key].as_array_mut().unwrap().reverse();
        }
        other_request["faults"].as_array_mut().unwrap().reverse();
        let shown = |mut quote: Value| {
            let lines = quote["options"].as_array_mut().unwrap().iter_mut().flat_map(|option| option["lines"].as_array_mut().unwrap());
            for line in lines {
                line["mends"].as_array_mut().unwrap().sort_by_key(|fault| fault.to_string());
            }
            json!([quote["options"], quote["beaten"], quote["more"], quote["inspection"], quote["cover"]])
        };
        // Fees of several faults stand in the order of the faults; there are none here.
        prop_assert_eq!(shown(quoted(&policy, &request)), shown(quoted(&other_policy, &other_request)));
    }

    #[test]
    fn what_is_learnt_narrows_what_it_costs(policy in shop(Book::Plain), request in asked()) {
        let before = quoted(&policy, &request);
        let values = |fact| if fact == "cause" { CAUSES.map(Value::from).to_vec() } else { vec![json!(true), json!(false)] };
        for fact in ["member", "boxKept", "cause"] {
            // What a fault says of itself is no gap in what is known, but a guess that facts of the device correct.
            let guessed = fact == "cause"
                && list(&request["faults"]).iter().any(|fault| {
                    policy["repair"]["faults"][fault["id"].as_str().unwrap()]["facts"].is_object()
                });
            if guessed || request["facts"].get(fact).is_some() {
                continue;
            }
            for value in values(fact) {
                let mut learnt = request.clone();
                learnt["facts"][fact] = value;
                for (was, is) in pairs(&before, &quoted(&policy, &learnt)) {
                    prop_assert!(amount(&is["total"], "least") >= amount(&was["total"], "least"), "{}: {} {}", fact, was, is);
                    prop_assert!(amount(&is["total"], "most") <= amount(&was["total"], "most"), "{}: {} {}", fact, was, is);
                }
            }
        }
    }

    #[test]
    fn any_request_has_an_answer_or_problems(policy in shop(Book::Full), request in asked(), put in any_json(), at in 0..8_usize) {
        let shop = makegood::open(&policy.to_string()).unwrap();
        let mut changed = request;
        match at {
            0 => changed = put,
            1 => changed["faults"][0] = put,
            2 => changed["faults"][0]["id"] = put,
            3 => changed["faults"][0]["facts"] = put,
            4 => changed["wish"] = put,
            5 => changed["facts"] = put,
            6 => changed["faults"] = put,
            _ => changed["model"] = put,
        }
        if let Err(problems) = makegood::quote(&shop, &changed.to_string()) {
            prop_assert!(problems.has_errors());
        }
    }
}
