//! What is read does not depend on how it is written, and what cannot be read is never granted.

use proptest::prelude::*;
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

use crate::generator::{TODAY, day, policy, request, with};
use crate::oracle::{Day, length_of_month};
use crate::tried;

/// Objects whose order is the writer's own, such as the order of the choices in a question.
const ORDERED: [&str; 6] = ["categories", "conditions", "facts", "remedies", "values", "title"];

/// The same document with the keys of its objects turned round and with other spacing.
fn turned(value: &Value, keep_order: bool, into: &mut String) {
    match value {
        Value::Object(entries) => {
            let mut keys: Vec<&String> = entries.keys().collect();
            if !keep_order {
                keys.reverse();
            }
            into.push_str("{\n\t");
            for (index, key) in keys.into_iter().enumerate() {
                into.push_str(if index == 0 { "" } else { " ,\r\n" });
                into.push_str(&format!("{} : ", Value::from(key.as_str())));
                turned(&entries[key], ORDERED.contains(&key.as_str()), into);
            }
            into.push_str(" }");
        }
        Value::Array(values) => {
            into.push('[');
            for (index, value) in values.iter().enumerate() {
                into.push_str(if index == 0 { " " } else { "  ,  " });
                turned(value, false, into);
            }
            into.push(']');
        }
        plain => into.push_str(&plain.to_string()),
    }
}

fn answer(policy: &str, request: &str) -> String {
    let decided = |shop| makegood::decide(&shop, request).map(|decision| serde_json::to_string(&decision).unwrap());
    makegood::open(policy).and_then(decided).unwrap_or_else(|problems| problems.to_string())
}

/// A day in the only form that is taken.
fn is_day(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    let digits = parts.iter().all(|part| part.bytes().all(|byte| byte.is_ascii_digit()));
    let lengths: Vec<usize> = parts.iter().map(|part| part.len()).collect();
    if !digits || lengths != [4, 2, 2] {
        return false;
    }
    let number = |index: usize| parts[index].parse::<i32>().unwrap();
    let Day(year, month, day) = Day(number(0), number(1), number(2));
    year >= 1900 && (1..=12).contains(&month) && (1..=length_of_month(year, month)).contains(&day)
}

/// Texts near a day: one character is put in, taken out or exchanged, or the numbers are out of range.
fn near_days() -> impl Strategy<Value = String> {
    let mended = (0..TODAY, any::<prop::sample::Index>(), "[-0-9TZ :/.+]{0,2}", 0_usize..=1).prop_map(
        |(after, at, put, taken)| {
            let mut text = day(after);
            let at = at.index(text.len());
            text.replace_range(at..(at + taken).min(text.len()), &put);
            text
        },
    );
    let numbers = (0..10_000_i32, 0..20, 0..40).prop_map(|(year, month, day)| Day(year, month, day).written());
    prop_oneof![mended, numbers, any::<String>()]
}

proptest! {
    #![proptest_config(tried(200))]

    #[test]
    fn the_order_of_keys_and_spaces_carry_no_meaning(policy in policy(), request in request()) {
        let (mut other_policy, mut other_request) = (String::new(), String::new());
        turned(&policy, false, &mut other_policy);
        turned(&request, false, &mut other_request);
        prop_assert_eq!(answer(&policy.to_string(), &request.to_string()), answer(&other_policy, &other_request));
    }

    #[test]
    fn the_hash_is_that_of_the_canonical_document(policy in policy(), title in "\\PC*\\S", version in any::<String>()) {
        let mut policy = policy;
        policy["rules"][0]["title"] = json!({ "en": title, "de": version.clone() + "." });
        policy["version"] = json!(version + ".");
        let canonical = serde_json_canonicalizer::to_vec(&policy).unwrap();
        let digest: String = Sha256::digest(canonical).iter().map(|byte| format!("{byte:02x}")).collect();
        let mut written = String::new();
        turned(&policy, false, &mut written);
        let shop = makegood::open(&written).unwrap();
        prop_assert_eq!(&shop.versions[0].used.hash, &format!("sha256:{digest}"));
    }

    #[test]
    fn the_same_input_gives_the_same_bytes(policy in policy(), request in request()) {
        let (policy, request) = (policy.to_string(), request.to_string());
        prop_assert_eq!(answer(&policy, &request), answer(&policy, &request));
    }

    #[test]
    fn a_bad_day_never_ends_in_a_grant(
        policy in policy(),
        request in request(),
        text in near_days(),
        fact in prop::sample::select(vec!["purchased", "dispatched", "delivered", "defectNoticed"]),
    ) {
        let shop = makegood::open(&policy.to_string()).unwrap();
        let decision = makegood::decide(&shop, &with(&request, fact, Some(json!(text))).to_string());
        prop_assert!(decision.is_err() || is_day(&text), "`{text}` was taken for a day");
        if !is_day(&text) {
            let problems = decision.unwrap_err();
            prop_assert!(problems.as_slice().iter().any(|problem| problem.code.name() == "facts.bad-date"));
        }
    }

    #[test]
    fn a_bad_today_never_ends_in_a_grant(policy in policy(), request in request(), text in near_days()) {
        let shop = makegood::open(&policy.to_string()).unwrap();
        let mut request = request;
        request["today"] = json!(text);
        prop_assert!(is_day(&text) || makegood::decide(&shop, &request.to_string()).is_err());
    }
}
