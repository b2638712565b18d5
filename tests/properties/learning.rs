//! Time and knowledge go one way.

use proptest::prelude::*;
use serde_json::{Value, json};

use crate::generator::{EVENTS, TODAY, day, facts, policy, request, with};
use crate::{certainty, decided_by, findings, list, tried};

/// The finding of each rule, in the order of the policy.
fn steps(item: &Value) -> Vec<u8> {
    list(&item["steps"]).iter().map(|step| certainty(&step["finding"])).collect()
}

/// The windows of the only item: rule, finding, first and last possible last day.
fn windows(item: &Value) -> Vec<(u8, Value)> {
    let checks = list(&item["steps"]).iter().flat_map(|step| list(&step["checks"]));
    let windows = checks.filter(|check| check["part"] == "window");
    windows.map(|check| (certainty(&check["finding"]), check["until"].clone())).collect()
}

proptest! {
    #![proptest_config(tried(200))]

    #[test]
    fn one_day_later_never_reopens_a_window(policy in policy(), request in request()) {
        let shop = makegood::open(&policy.to_string()).unwrap();
        let mut later = request.clone();
        let mut before = decided_by(&shop, &request);
        for after in [1, 2, 3, 4, 5, 6, 7, 8, 14, 15, 28, 31, 60] {
            later["today"] = day(TODAY + after).into();
            let now = decided_by(&shop, &later);
            if let (Some(before), Some(now)) = (&before, &now) {
                for ((was, _), (is, _)) in windows(before).into_iter().zip(windows(now)) {
                    prop_assert!(is <= was, "{} at {}", now, later["today"]);
                }
                for (was, is) in steps(before).into_iter().zip(steps(now)) {
                    prop_assert!(is <= was);
                }
            }
            before = now;
        }
    }

    #[test]
    fn who_asked_on_an_earlier_day_is_answered_as_on_that_day(
        policy in policy(), request in request(), mut days in prop::collection::vec(0..TODAY, 4), after in 1_u32..60,
    ) {
        let shop = makegood::open(&policy.to_string()).unwrap();
        days.sort_unstable();
        let then = EVENTS.iter().zip(days).fold(request, |request, (event, on)| with(&request, event, Some(json!(day(on)))));
        let mut now = with(&then, "asked", Some(then["today"].clone()));
        now["today"] = day(TODAY + after).into();
        let (Some(then), Some(now)) = (decided_by(&shop, &then), decided_by(&shop, &now)) else { return Ok(()) };
        prop_assert_eq!(findings(&then), findings(&now));
        prop_assert_eq!(windows(&then), windows(&now));
        prop_assert_eq!(steps(&then), steps(&now));
    }

    #[test]
    fn a_learnt_fact_never_changes_a_yes_or_a_no(policy in policy(), request in request()) {
        let shop = makegood::open(&policy.to_string()).unwrap();
        let Some(all) = decided_by(&shop, &request) else { return Ok(()) };
        for fact in facts(&request).keys() {
            let without = decided_by(&shop, &with(&request, fact, None)).unwrap();
            for ((remedy, before), (_, after)) in findings(&without).into_iter().zip(findings(&all)) {
                prop_assert!(before == 1 || before == after, "{remedy} changes with {fact}");
            }
            for (before, after) in steps(&without).into_iter().zip(steps(&all)) {
                prop_assert!(before == 1 || before == after, "a rule changes with {fact}");
            }
        }
    }

    #[test]
    fn what_is_open_names_a_fact_and_what_is_settled_names_none(policy in policy(), request in request()) {
        let shop = makegood::open(&policy.to_string()).unwrap();
        let Some(item) = decided_by(&shop, &request) else { return Ok(()) };
        for remedy in list(&item["remedies"]) {
            prop_assert_eq!(remedy["finding"] == "maybe", !list(&remedy["needs"]).is_empty());
            for fact in list(&remedy["needs"]) {
                let asked = list(&item["ask"]).iter().any(|question| question["fact"] == *fact);
                prop_assert!(asked, "{fact} is needed and not asked");
            }
        }
    }

    #[test]
    fn a_learnt_day_lies_between_the_ends_that_were_told(policy in policy(), request in request(), after in 0..TODAY) {
        let shop = makegood::open(&policy.to_string()).unwrap();
        let exact = with(&request, "delivered", Some(json!(day(after))));
        let range = with(&request, "delivered", Some(json!({ "from": day(after.saturating_sub(3)), "to": day(after + 2) })));
        let absent = with(&request, "delivered", None);
        let Some(exact) = decided_by(&shop, &exact) else { return Ok(()) };
        for less in [range, absent] {
            let Some(less) = decided_by(&shop, &less) else { continue };
            for ((_, told), (_, learnt)) in windows(&less).into_iter().zip(windows(&exact)) {
                // Days in one form compare as text.
                if let (Some(least), Some(learnt)) = (told["least"].as_str(), learnt["least"].as_str()) {
                    prop_assert!(least <= learnt);
                }
                if let (Some(most), Some(learnt)) = (told["most"].as_str(), learnt["most"].as_str()) {
                    prop_assert!(learnt <= most);
                }
            }
        }
    }
}
