//! What holds of every settlement: it adds up, nobody gets more than was paid, and the way there makes no difference.

use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::{Map, Value, json};

use crate::{list, tried};

/// The matters, with the word that is harder on the shopper and the kinder one.
const WORDS: [(&str, [&str; 2]); 8] = [
    ("gifts", ["back-or-value", "keep"]),
    ("promotion", ["recalculated", "kept"]),
    ("bundle", ["single-price", "share"]),
    ("outbound", ["kept", "refunded"]),
    ("outboundPart", ["kept", "share"]),
    ("freeCarriage", ["taken-back", "kept"]),
    ("voucher", ["as-voucher", "as-money"]),
    ("means", ["in-order", "in-proportion"]),
];

fn policy(words: &[usize], fee: Option<&str>) -> Value {
    let word = |((key, words), which): (&(&str, [&str; 2]), &usize)| {
        ((*key).to_owned(), Value::from(*words.get(*which).unwrap_or(&"open")))
    };
    let settles: Map<String, Value> = WORDS.iter().zip(words).map(word).collect();
    let fees: Vec<Value> = fee.iter().map(|percent| json!({ "id": "fee", "percent": percent })).collect();
    json!({
        "makegood": 1, "id": "settles", "version": "1",
        "shop": { "name": "Settles", "timeZone": "UTC", "currency": "EUR", "languages": ["en"] },
        "rules": [{ "id": "r", "clause": "1", "title": "R",
            "grants": [{ "remedy": "refund", "carriage": "shop", "settles": settles, "fees": fees }] }],
    })
}

fn euros(coins: u64) -> String {
    format!("{}.{:02}", coins / 100, coins % 100)
}

fn coins(amount: &Value) -> i128 {
    amount.as_str().map_or(0, |amount| amount.replace('.', "").parse().unwrap())
}

/// An order that adds up: some items, perhaps a bundle, promotions, a coupon, a gift, carriage, and one or two payments.
fn order() -> impl Strategy<Value = Value> {
    let items = prop::collection::vec((1_u64..40_000, 1_u64..=3), 1..=4);
    let off = (0_u64..=60, 0_u64..=100, 0_u64..=40, any::<bool>());
    let rest = (0_u64..=900, any::<bool>(), any::<bool>(), 0_u64..=100);
    (items, any::<bool>(), off, rest).prop_map(|(items, bundled, off, rest)| {
        let (promotion, needs, coupon, on_first) = off;
        let (carriage, gift, free, split) = rest;
        let id = |place: usize| ["a", "b", "c", "d"][place];
        let goods: u64 = items.iter().map(|(price, units)| price * units).sum();
        let mut left = goods;
        let mut order = json!({ "discounts": [], "payments": [] });
        if bundled && items.len() > 1 {
            let single: u64 = items[..2].iter().map(|(price, units)| price * units).sum();
            let price = (single * 4).div_ceil(5).min(single - 1);
            order["bundles"] = json!([{ "id": "set", "items": ["a", "b"], "price": euros(price) }]);
            left -= single - price;
        }
        // On the first item alone no more can be taken off than a bundle leaves of it.
        let base = if on_first { items[0].0 * items[0].1 / 2 } else { left };
        let amount = base * promotion / 100;
        let on = if on_first { json!(["a"]) } else { (0..items.len()).map(id).collect() };
        order["discounts"].as_array_mut().unwrap().push(json!({ "id": "promotion", "kind": "promotion",
            "amount": euros(amount), "needs": euros(goods * needs / 100), "on": on }));
        left -= amount;
        let amount = left * coupon / 100;
        order["discounts"].as_array_mut().unwrap().push(json!({ "id": "coupon", "kind": "coupon", "amount": euros(amount) }));
        left -= amount;
        if free {
            order["freeCarriage"] = json!({ "from": euros(goods / 2), "instead": euros(carriage) });
        } else {
            order["carriage"] = euros(carriage).into();
            left += carriage;
        }
        let mut listed: Vec<Value> = items
            .iter()
            .enumerate()
            .map(|(place, (price, units))| json!({ "id": id(place), "quantity": units, "facts": { "price": euros(*price) } }))
            .collect();
        if gift {
            listed.push(json!({ "id": "gift", "facts": { "price": "0.00" } }));
            order["gifts"] = json!([{ "item": "gift", "value": "7.77", "with": ["a"] }]);
        }
        let first = left * split / 100;
        order["payments"] = json!([{ "id": "card", "amount": euros(first) }, { "id": "wallet", "amount": euros(left - first) }]);
        json!({ "today": "2026-06-10", "items": listed, "order": order })
    })
}

fn words() -> impl Strategy<Value = Vec<usize>> {
    prop::collection::vec(0_usize..2, 8)
}

/// The settlement of so many units of each item.
fn settled(policy: &Value, request: &Value, back: &[(String, u64)]) -> Value {
    let mut request = request.clone();
    request["back"] = back.iter().map(|(item, units)| json!({ "item": item, "units": units })).collect();
    let shop = makegood::open(&policy.to_string()).unwrap();
    let settlement = makegood::settle(&shop, &request.to_string());
    serde_json::to_value(settlement.unwrap_or_else(|problems| panic!("{problems}\n{request}"))).unwrap()
}

/// The order after a settlement: units and money have gone back.
fn after(request: &Value, settlement: &Value, back: &[(String, u64)]) -> Value {
    let mut request = request.clone();
    for item in request["items"].as_array_mut().unwrap() {
        if let Some((_, units)) = back.iter().find(|(id, _)| item["id"] == id.as_str()) {
            item["returned"] = (item["returned"].as_u64().unwrap_or(0) + units).into();
        }
    }
    let least = &settlement["least"];
    request["order"]["owed"] = if least["owed"].is_null() { "0.00".into() } else { least["owed"].clone() };
    request["order"]["rest"] = least["rest"].clone();
    for list_of in ["payments", "discounts"] {
        for means in request["order"][list_of].as_array_mut().unwrap() {
            let came: i128 = list(&least["onto"])
                .iter()
                .filter(|onto| onto["id"] == means["id"])
                .map(|onto| coins(&onto["amount"]))
                .sum();
            if list_of == "payments" || means["kind"] == "coupon" {
                let refunded = coins(&means["refunded"]) + came;
                means["refunded"] = euros(u64::try_from(refunded).unwrap()).into();
            }
        }
    }
    request
}

/// Every unit of an order, one by one.
fn units(request: &Value) -> Vec<String> {
    let of = |item: &Value| {
        let units = item["quantity"].as_u64().unwrap_or(1);
        std::iter::repeat_n(item["id"].as_str().unwrap().to_owned(), usize::try_from(units).unwrap())
    };
    list(&request["items"]).iter().flat_map(of).collect()
}

fn counted(units: &[String]) -> Vec<(String, u64)> {
    let mut back: Vec<(String, u64)> = Vec::new();
    for unit in units {
        match back.iter_mut().find(|(id, _)| id == unit) {
            Some((_, units)) => *units += 1,
            None => back.push((unit.clone(), 1)),
        }
    }
    back
}

fn shuffled<T>(mut values: Vec<T>, keys: &[Index]) -> Vec<T> {
    let mut out = Vec::new();
    for key in keys.iter().cycle() {
        if values.is_empty() {
            break;
        }
        out.push(values.remove(key.index(values.len())));
    }
    out
}

fn sum_of_lines(breakdown: &Value) -> i128 {
    let sign = |line: &Value| if line["effect"] == "back" { 1 } else { -1 };
    list(&breakdown["lines"]).iter().map(|line| sign(line) * coins(&line["amount"])).sum()
}

fn onto(breakdown: &Value) -> i128 {
    list(&breakdown["onto"]).iter().map(|onto| coins(&onto["amount"])).sum()
}

/// The places of all values inside a document.
fn places(value: &Value, at: &str, into: &mut Vec<String>) {
    into.push(at.to_owned());
    for (key, value) in value.as_object().into_iter().flatten() {
        places(value, &format!("{at}/{key}"), into);
    }
    for (index, value) in list(value).iter().enumerate() {
        places(value, &format!("{at}/{index}"), into);
    }
}

/// What came back less what stays owed.
fn net(settlement: &Value) -> i128 {
    coins(&settlement["refund"]["least"]) - coins(&settlement["least"]["owed"])
}

fn keys() -> impl Strategy<Value = Vec<Index>> {
    prop::collection::vec(any::<Index>(), 16)
}

fn fee() -> impl Strategy<Value = Option<&'static str>> {
    select(vec![None, None, Some("10"), Some("33.3"), Some("100")])
}

proptest! {
    #![proptest_config(tried(300))]

    #[test]
    fn lines_and_payments_come_to_the_refund(
        words in prop::collection::vec(0_usize..3, 8), fee in fee(), order in order(), keys in keys(), part in any::<Index>(),
    ) {
        let units = shuffled(units(&order), &keys);
        let back = counted(&units[..=part.index(units.len())]);
        let settlement = settled(&policy(&words, fee), &order, &back);
        for end in ["least", "most"] {
            let refund = coins(&settlement["refund"][end]);
            prop_assert_eq!(sum_of_lines(&settlement[end]), refund);
            prop_assert_eq!(onto(&settlement[end]), refund);
            for onto in list(&settlement[end]["onto"]) {
                let of = |key: &str| list(&order["order"][key]).iter().find(|means| means["id"] == onto["id"]);
                let paid = of("payments").or_else(|| of("discounts")).unwrap();
                prop_assert!(coins(&onto["amount"]) <= coins(&paid["amount"]), "{onto} of {paid}");
            }
        }
    }

    #[test]
    fn one_after_the_other_comes_to_the_same_as_all_at_once(
        words in words(), fee in fee(), order in order(), keys in keys(), cuts in prop::collection::vec(any::<bool>(), 16),
        part in any::<Index>(), told in any::<bool>(),
    ) {
        let policy = policy(&words, fee);
        let units = shuffled(units(&order), &keys);
        let units = &units[..=part.index(units.len())];
        let at_once = settled(&policy, &order, &counted(units));
        let mut now = order;
        let mut came = 0;
        let mut step: Vec<String> = Vec::new();
        for (unit, cut) in units.iter().zip(cuts.iter().cycle()) {
            step.push(unit.clone());
            if *cut {
                let back = counted(&step);
                let settlement = settled(&policy, &now, &back);
                came += coins(&settlement["refund"]["least"]);
                now = after(&now, &settlement, &back);
                if !told {
                    now["order"].as_object_mut().unwrap().remove("rest");
                }
                step.clear();
            }
        }
        let mut owed = coins(&now["order"]["owed"]);
        if !step.is_empty() {
            let last = settled(&policy, &now, &counted(&step));
            came += coins(&last["refund"]["least"]);
            owed = coins(&last["least"]["owed"]);
        }
        prop_assert_eq!(came - owed, net(&at_once));
    }

    /// Each step under words of its own: what was taken on the way comes back once nothing is kept.
    #[test]
    fn everything_comes_back_by_whatever_rights(
        words in prop::collection::vec(words(), 16), order in order(), keys in keys(), cuts in prop::collection::vec(any::<bool>(), 16),
    ) {
        let units = shuffled(units(&order), &keys);
        let mut now = order.clone();
        let mut came = 0;
        let mut step: Vec<String> = Vec::new();
        let mut steps = words.into_iter();
        for (place, unit) in units.iter().enumerate() {
            step.push(unit.clone());
            if cuts[place % cuts.len()] || place + 1 == units.len() {
                let mut words = steps.next().unwrap();
                // The carriage is another matter: refunded to the last, and never charged.
                (words[3], words[5]) = (1, 1);
                let back = counted(&step);
                let settlement = settled(&policy(&words, None), &now, &back);
                came += coins(&settlement["refund"]["least"]);
                now = after(&now, &settlement, &back);
                step.clear();
            }
        }
        let paid: i128 = list(&order["order"]["payments"]).iter().map(|payment| coins(&payment["amount"])).sum();
        let coupon = coins(&order["order"]["discounts"][1]["amount"]);
        prop_assert_eq!(came - coins(&now["order"]["owed"]), paid + coupon);
        prop_assert!(list(&now["order"]["rest"]).iter().all(|rest| rest["code"] == "carriage"));
    }

    #[test]
    fn everything_comes_back_for_everything(words in words(), order in order()) {
        let settlement = settled(&policy(&words, None), &order, &counted(&units(&order)));
        let paid: i128 = list(&order["order"]["payments"]).iter().map(|payment| coins(&payment["amount"])).sum();
        let coupon = coins(&order["order"]["discounts"][1]["amount"]);
        let carriage = coins(&order["order"]["carriage"]);
        let instead = coins(&order["order"]["freeCarriage"]["instead"]);
        let kept = if words[3] == 0 && words[4] == 0 { carriage } else { 0 };
        let taken = if words[5] == 0 && order["order"]["freeCarriage"].is_object() { instead } else { 0 };
        prop_assert_eq!(net(&settlement), paid + coupon - kept - taken);
    }

    #[test]
    fn the_order_of_items_makes_no_difference(
        words in words(), fee in fee(), order in order(), keys in keys(), others in keys(), part in any::<Index>(),
    ) {
        let policy = policy(&words, fee);
        let units = shuffled(units(&order), &keys);
        let back = counted(&units[..=part.index(units.len())]);
        let settlement = settled(&policy, &order, &back);
        let mut other = order.clone();
        other["items"] = shuffled(list(&order["items"]).to_vec(), &others).into();
        prop_assert_eq!(&settlement, &settled(&policy, &other, &back));
        let turned = settled(&policy, &order, &shuffled(back, &others));
        prop_assert_eq!(&settlement["refund"], &turned["refund"]);
        prop_assert_eq!(&settlement["least"]["onto"], &turned["least"]["onto"]);
    }

    #[test]
    fn whatever_settles_what_is_open_lies_within_the_range(
        words in prop::collection::vec(0_usize..3, 8), said in words(), order in order(), keys in keys(), part in any::<Index>(),
    ) {
        let units = shuffled(units(&order), &keys);
        let back = counted(&units[..=part.index(units.len())]);
        let open = settled(&policy(&words, None), &order, &back);
        let settles: Vec<usize> = words.iter().zip(&said).map(|(word, said)| if *word == 2 { *said } else { *word }).collect();
        let certain = settled(&policy(&settles, None), &order, &back);
        let refund = coins(&certain["refund"]["least"]);
        prop_assert_eq!(&certain["refund"]["least"], &certain["refund"]["most"]);
        let (least, most) = (coins(&open["refund"]["least"]), coins(&open["refund"]["most"]));
        prop_assert!(least <= refund && refund <= most, "{refund} in {least}..{most}");
    }

    #[test]
    fn kinder_words_never_take_more_from_the_first_units(
        words in words(), which in 0_usize..6, order in order(), keys in keys(), part in any::<Index>(),
    ) {
        let units = shuffled(units(&order), &keys);
        let back = counted(&units[..=part.index(units.len())]);
        let with = |word: usize| {
            let mut words = words.clone();
            words[which] = word;
            net(&settled(&policy(&words, None), &order, &back))
        };
        prop_assert!(with(0) <= with(1));
    }

    #[test]
    fn whatever_is_asked_is_settled_or_refused(
        words in prop::collection::vec(0_usize..3, 8), order in order(), spoilt in prop::collection::vec((any::<Index>(), 0_usize..12), 1..3),
    ) {
        let mut request = order;
        request["back"] = json!([{ "item": "a" }]);
        for (place, value) in spoilt {
            let mut all = Vec::new();
            places(&request, "", &mut all);
            let values = [
                json!(null), json!(true), json!(0), json!(1_000_000), json!(""), json!("a"), json!("0.00"), json!("0.01"),
                json!("9999999999999999.99"), json!("voucher"), json!([]), json!({}),
            ];
            *request.pointer_mut(&all[place.index(all.len())]).unwrap() = values[value].clone();
        }
        let shop = makegood::open(&policy(&words, Some("10")).to_string()).unwrap();
        match makegood::settle(&shop, &request.to_string()) {
            Err(problems) => prop_assert!(problems.has_errors()),
            Ok(settlement) => {
                let settlement = serde_json::to_value(&settlement).unwrap();
                for end in ["least", "most"] {
                    let refund = coins(&settlement["refund"][end]);
                    prop_assert_eq!((sum_of_lines(&settlement[end]), onto(&settlement[end])), (refund, refund));
                }
            }
        }
    }
}
