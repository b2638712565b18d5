//! Offers come best first, and their lines add up to the coin.

use proptest::prelude::*;
use serde_json::{Value, json};

use crate::generator::{facts, policy, request};
use crate::oracle::{coins, share};
use crate::{certainty, decided, list, tried};

fn ends(range: &Value) -> Option<(u128, u128)> {
    Some((coins(range["least"].as_str()?), coins(range["most"].as_str()?)))
}

proptest! {
    #![proptest_config(tried(300))]

    #[test]
    fn dearer_never_comes_before_cheaper(policy in policy(), request in request()) {
        let Some(item) = decided(&policy, &request) else { return Ok(()) };
        for remedy in list(&item["remedies"]) {
            for pair in list(&remedy["offers"]).windows(2) {
                prop_assert!(certainty(&pair[0]["finding"]) >= certainty(&pair[1]["finding"]));
                if pair[0]["finding"] == pair[1]["finding"] {
                    match (ends(&pair[0]["cost"]), ends(&pair[1]["cost"])) {
                        (Some((_, first)), Some((_, second))) => prop_assert!(first <= second),
                        (None, Some(_)) => prop_assert!(false, "a cost that is not known comes first"),
                        _ => {}
                    }
                }
            }
        }
    }

    #[test]
    fn the_price_is_the_fees_and_what_comes_back(policy in policy(), request in request()) {
        let Some(item) = decided(&policy, &request) else { return Ok(()) };
        let price = facts(&request).get("price").map(|price| coins(price.as_str().unwrap()));
        for offer in list(&item["remedies"]).iter().flat_map(|remedy| list(&remedy["offers"])) {
            let fees = list(&offer["fees"]);
            let sum = |only_certain: bool| {
                let wanted = fees.iter().filter(|fee| !only_certain || fee["finding"] == "yes");
                wanted.map(|fee| fee["amount"].as_str().map(coins)).sum::<Option<u128>>()
            };
            let cost = ends(&offer["cost"]);
            prop_assert_eq!(cost, sum(true).zip(sum(false)));
            match (ends(&offer["back"]), cost, price) {
                (Some((least, most)), Some((low, high)), Some(price)) => {
                    prop_assert_eq!(least + high, price);
                    prop_assert_eq!(most + low, price);
                }
                (None, Some(_), Some(_)) => prop_assert!(offer["remedy"] != "refund"),
                (back, ..) => prop_assert!(back.is_none()),
            }
        }
    }

    #[test]
    fn units_are_those_that_are_left(policy in policy(), request in request()) {
        let Some(item) = decided(&policy, &request) else { return Ok(()) };
        let of = |key: &str| request["items"][0][key].as_u64().unwrap();
        let left = of("quantity") - of("returned");
        prop_assert_eq!(&item["units"], &json!({ "bought": of("quantity"), "returned": of("returned"), "left": left }));
        for offer in list(&item["remedies"]).iter().flat_map(|remedy| list(&remedy["offers"])) {
            prop_assert_eq!(&offer["units"], &json!(left));
            for part in ["cost", "back"] {
                let one = ends(&offer[part]).map(|(least, most)| (least * u128::from(left), most * u128::from(left)));
                prop_assert_eq!(one, ends(&offer["total"][part]));
            }
        }
    }

    #[test]
    fn a_share_is_rounded_once(price in 0_u64..10_000_000, percent in 0_u32..=10_000, half_up in any::<bool>()) {
        let amount = |coins: u64| format!("{}.{:02}", coins / 100, coins % 100);
        let percent_text = format!("{}.{:02}", percent / 100, percent % 100);
        let fees = json!([{ "id": "fee", "percent": percent_text }]);
        let grants = json!([{ "remedy": "refund", "carriage": "shop", "fees": fees }]);
        let rounding = if half_up { "half-up" } else { "half-even" };
        let policy = json!({
            "makegood": 1, "id": "share", "version": "1",
            "shop": { "name": "Share", "timeZone": "UTC", "currency": "EUR", "languages": ["en"], "rounding": rounding },
            "rules": [{ "id": "r", "clause": "1", "title": "R", "grants": grants }],
        });
        let request = json!({ "today": "2026-03-10", "items": [{ "id": "it", "facts": { "price": amount(price) } }] });
        let item = decided(&policy, &request).unwrap();
        let cost = ends(&item["remedies"][0]["offers"][0]["cost"]).unwrap();
        let expected = share(price.into(), percent.into(), half_up);
        prop_assert_eq!(cost, (expected, expected));
    }
}
