//! Small policies and requests over a few facts and a few weeks, so that what is random meets.

use proptest::collection::{btree_map, vec};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use serde_json::{Map, Value, json};

use crate::oracle::Day;

/// The first of the days that policies and requests speak of.
pub const FIRST: Day = Day(2026, 1, 10);
/// How many days after it today is.
pub const TODAY: u32 = 40;
/// In the order in which they come.
pub const EVENTS: [&str; 4] = ["purchased", "dispatched", "delivered", "defectNoticed"];
pub const REASONS: [&str; 3] = ["defect", "late", "change-of-mind"];
pub const DAMAGES: [&str; 3] = ["heavy", "light", "none"];
pub const CATEGORIES: [&str; 4] = ["goods", "lamps", "desk-lamps", "tea"];
pub const TAGS: [&str; 2] = ["new", "sale"];
pub const COUNTRIES: [&str; 2] = ["DE", "FR"];
pub const REMEDIES: [&str; 3] = ["refund", "exchange", "repair"];

/// A day, so many days after the first.
pub fn day(after: u32) -> String {
    FIRST.later(after).written()
}

fn dates() -> impl Strategy<Value = String> {
    (0..TODAY).prop_map(day)
}

fn event() -> impl Strategy<Value = &'static str> {
    select(EVENTS.to_vec())
}

fn test() -> impl Strategy<Value = Value> {
    prop_oneof![
        (select(vec!["opened", "member", "boxKept"]), any::<bool>())
            .prop_map(|(fact, is)| json!({ "fact": fact, "is": is })),
        select(REASONS.to_vec()).prop_map(|is| json!({ "fact": "reason", "is": is })),
        subsequence(DAMAGES.to_vec(), 1..=2).prop_map(|some| json!({ "fact": "damage", "in": some })),
        (select(CATEGORIES.to_vec()), select(vec!["is", "under"]))
            .prop_map(|(it, how)| json!({ "fact": "category", how: it })),
        select(TAGS.to_vec()).prop_map(|tag| json!({ "fact": "tags", "has": tag })),
        select(COUNTRIES.to_vec()).prop_map(|is| json!({ "fact": "country", "is": is })),
        (select(vec!["atLeast", "atMost", "moreThan", "lessThan", "is"]), select(vec!["10.00", "10.01", "20.00"]))
            .prop_map(|(how, amount)| json!({ "fact": "price", how: amount })),
        (select(vec!["atLeast", "atMost", "moreThan", "lessThan", "is"]), select(vec!["1", "2.5"]))
            .prop_map(|(how, number)| json!({ "fact": "weight", how: number })),
        (event(), select(vec!["is", "from", "until"]), dates())
            .prop_map(|(fact, how, day)| json!({ "fact": fact, how: day })),
        // A day against a window that begins with an earlier event.
        (1_usize..4, any::<prop::sample::Index>(), window()).prop_map(|(later, earlier, mut window)| {
            window["from"] = EVENTS[earlier.index(later)].into();
            json!({ "fact": EVENTS[later], "until": window })
        }),
    ]
}

fn condition() -> impl Strategy<Value = Value> {
    test().prop_recursive(2, 6, 3, |part| {
        prop_oneof![
            vec(part.clone(), 1..=3).prop_map(|parts| json!({ "all": parts })),
            vec(part.clone(), 1..=3).prop_map(|parts| json!({ "any": parts })),
            part.prop_map(|part| json!({ "not": part })),
        ]
    })
}

fn window() -> impl Strategy<Value = Value> {
    let length = select(vec!["7 days", "2 weeks", "1 month", "5 working days", "10 working days", "1 day", "30 days"]);
    (event(), length, any::<bool>(), select(vec!["no", "next-working-day"])).prop_map(|(from, length, counts, rolls)| {
        json!({ "from": from, "length": length, "countsEventDay": counts, "rolls": rolls })
    })
}

fn fee() -> impl Strategy<Value = Value> {
    let price = prop_oneof![
        select(vec!["10", "12.5", "33.33", "0", "100"]).prop_map(|percent| ("percent", json!(percent))),
        select(vec!["0.01", "5.00", "15.00"]).prop_map(|amount| ("amount", json!(amount))),
        Just(("quoted", json!(true))),
    ];
    (price, option::of(test())).prop_map(|((how, price), condition)| {
        let mut fee = json!({ how: price });
        condition.into_iter().for_each(|condition| fee["if"] = condition);
        fee
    })
}

fn grant(remedy: &'static str) -> impl Strategy<Value = Value> {
    (select(vec!["shop", "shopper", "none"]), vec(fee(), 0..=2)).prop_map(move |(carriage, mut fees)| {
        fees.iter_mut().enumerate().for_each(|(index, fee)| fee["id"] = format!("fee-{index}").into());
        json!({ "remedy": remedy, "carriage": carriage, "fees": fees })
    })
}

/// A rule without its name.
pub fn rule() -> impl Strategy<Value = Value> {
    let grants = subsequence(REMEDIES.to_vec(), 1..=2)
        .prop_flat_map(|remedies| remedies.into_iter().map(grant).collect::<Vec<_>>());
    let reasons = option::of(subsequence(REASONS.to_vec(), 1..=2));
    let parts =
        (reasons, option::of(condition()), option::of(condition()), option::of(window()), any::<bool>(), grants);
    parts.prop_map(|(reasons, condition, unless, window, goodwill, grants)| {
        let mut rule = json!({ "clause": "1", "title": "A rule", "goodwill": goodwill, "grants": grants });
        let unless = unless.map(|condition| json!([{ "id": "except", "if": condition }]));
        let keys = [("reasons", reasons.map(Value::from)), ("if", condition), ("unless", unless), ("window", window)];
        keys.into_iter().for_each(|(key, value)| {
            if let Some(value) = value {
                rule[key] = value;
            }
        });
        rule
    })
}

/// A policy with these rules.
pub fn policy_of(rules: Vec<Value>) -> Value {
    let named = rules.into_iter().enumerate().map(|(index, mut rule)| {
        rule["id"] = format!("rule-{index}").into();
        rule
    });
    json!({
        "makegood": 1, "id": "random", "version": "1",
        "shop": { "name": "Random", "timeZone": "Europe/Berlin", "currency": "EUR", "languages": ["en"] },
        "calendar": { "restDays": ["sat", "sun"], "holidays": [day(5), day(20)], "workdays": [day(14)] },
        "categories": { "goods": {}, "lamps": { "parent": "goods" }, "desk-lamps": { "parent": "lamps" }, "tea": {} },
        "facts": {
            "boxKept": { "type": "bool", "ask": "Do you still have the box?" },
            "damage": {
                "type": "enum",
                "ask": "How bad is it?",
                "values": { "heavy": "Heavy", "light": "Light", "none": "None" }
            },
            "weight": { "type": "number" }
        },
        "rules": named.collect::<Vec<_>>(),
    })
}

pub fn policy() -> impl Strategy<Value = Value> {
    vec(rule(), 1..=4).prop_map(policy_of)
}

/// Each event with its day, in their order; some are left out, some are only known to lie between two days.
fn events() -> impl Strategy<Value = Map<String, Value>> {
    let each = (vec(0..TODAY, 4), vec(select(vec!["day", "day", "range", "open", "absent"]), 4));
    each.prop_map(|(mut days, forms)| {
        days.sort_unstable();
        let names = ["purchased", "dispatched", "delivered", "defectNoticed"];
        let mut events = Map::new();
        for ((name, after), form) in names.into_iter().zip(days).zip(forms) {
            let value = match (form, name) {
                ("absent", _) => continue,
                ("range", "dispatched" | "delivered" | "defectNoticed") => {
                    json!({ "from": day(after), "to": day(after + 3) })
                }
                ("open", "dispatched" | "delivered" | "defectNoticed") => json!({ "to": day(after) }),
                _ => json!(day(after)),
            };
            events.insert(name.to_owned(), value);
        }
        events
    })
}

/// What a fact other than a day can be.
pub fn values(fact: &str) -> Vec<Value> {
    match fact {
        "opened" | "member" | "boxKept" => vec![json!(true), json!(false)],
        "reason" => vec!["defect", "late", "change-of-mind", "wrong-item"].into_iter().map(Value::from).collect(),
        "damage" => DAMAGES.map(Value::from).to_vec(),
        "category" => CATEGORIES.map(Value::from).to_vec(),
        "country" => COUNTRIES.into_iter().chain(["CN"]).map(Value::from).collect(),
        "tags" => vec![json!([]), json!(["new"]), json!(["sale"]), json!(["new", "sale"])],
        "price" => ["0.00", "9.99", "10.00", "10.01", "10.02", "15.55", "19.99", "20.00", "20.01", "999.95"]
            .map(Value::from)
            .to_vec(),
        "weight" => ["-3", "0.99", "1", "1.01", "2.49", "2.5", "2.51", "100"].map(Value::from).to_vec(),
        other => panic!("{other}"),
    }
}

/// The facts that are no days.
pub const PLAIN_FACTS: [&str; 9] =
    ["opened", "member", "boxKept", "reason", "damage", "category", "country", "tags", "price"];

/// One item today, with some facts.
pub fn request() -> impl Strategy<Value = Value> {
    let facts = PLAIN_FACTS.into_iter().chain(["weight"]).collect::<Vec<_>>();
    let known = btree_map(select(facts), any::<prop::sample::Index>(), 2..=10);
    (known, events(), 1_u32..=3, 0_u32..=1).prop_map(|(known, events, bought, returned)| {
        let plain = known.into_iter().map(|(fact, which)| (fact.to_owned(), which.get(&values(fact)).clone()));
        let facts: Map<String, Value> = events.into_iter().chain(plain).collect();
        let returned = returned.min(bought - 1);
        json!({ "today": day(TODAY), "items": [{ "id": "it", "quantity": bought, "returned": returned, "facts": facts }] })
    })
}

/// The facts of the only item.
pub fn facts(request: &Value) -> &Map<String, Value> {
    request["items"][0]["facts"].as_object().unwrap()
}

/// The same request with another value for one fact, or without it.
pub fn with(request: &Value, fact: &str, value: Option<Value>) -> Value {
    let mut request = request.clone();
    let facts = request["items"][0]["facts"].as_object_mut().unwrap();
    match value {
        Some(value) => facts.insert(fact.to_owned(), value),
        None => facts.remove(fact),
    };
    request
}
