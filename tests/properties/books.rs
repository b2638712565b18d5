//! Small price books and what is asked of them.

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use serde_json::{Map, Value, json};

use crate::generator::{TODAY, day};

pub const CHARGES: [&str; 5] = ["parts", "labour", "diagnosis", "carriage", "surcharges"];
pub const CAUSES: [&str; 3] = ["human-damage", "liquid", "normal-use"];
const FAULTS: [&str; 5] = ["battery", "dead", "glass", "odd", "screen"];
const GRADES: [&str; 4] = ["compatible", "original", "original-refurbished", "used"];

fn price() -> impl Strategy<Value = &'static str> {
    select(vec!["0.00", "0.05", "9.99", "20.00", "33.35", "100.00", "149.99", "299.95"])
}

fn percent() -> impl Strategy<Value = &'static str> {
    select(vec!["5", "10", "12.5", "33.33", "50", "100"])
}

fn condition() -> impl Strategy<Value = Value> {
    (select(vec!["member", "boxKept"]), any::<bool>()).prop_map(|(fact, is)| json!({ "fact": fact, "is": is }))
}

/// An object with those of the keys that have a value.
fn object<const N: usize>(entries: [(&str, Option<Value>); N]) -> Value {
    let told = entries.into_iter().filter_map(|(key, value)| Some((key.to_owned(), value?)));
    Value::Object(told.collect())
}

fn part() -> impl Strategy<Value = Value> {
    let warranty = option::of(select(vec!["1 month", "90 days", "6 months"]));
    let stock = option::of((0..2_u32, option::of(select(vec!["2 days", "3 working days"]))));
    (select(GRADES.to_vec()), price(), warranty, stock).prop_map(|(grade, price, warranty, stock)| {
        let (stock, time) = stock.map_or((None, None), |(stock, time)| (Some(json!(stock)), time.map(Value::from)));
        let warranty = warranty.map(Value::from);
        let (grade, price) = (Some(json!(grade)), Some(json!(price)));
        object([("grade", grade), ("price", price), ("warranty", warranty), ("stock", stock), ("leadTime", time)])
    })
}

/// The parts of a kind, each with its name.
fn parts(kind: &'static str) -> impl Strategy<Value = Vec<Value>> {
    vec(part(), 1..=3).prop_map(move |mut parts| {
        parts.iter_mut().enumerate().for_each(|(index, part)| {
            part["id"] = format!("{kind}-{index}").into();
            part["kind"] = kind.into();
        });
        parts
    })
}

fn share() -> impl Strategy<Value = (&'static str, Value)> {
    prop_oneof![
        percent().prop_map(|percent| ("percent", json!(percent))),
        price().prop_map(|amount| ("amount", json!(amount)))
    ]
}

/// What is added: always, where something holds, or for those who choose it.
fn surcharges() -> impl Strategy<Value = Value> {
    vec((share(), option::of(condition()), any::<bool>()), 0..=2).prop_map(|all| {
        let each = all.into_iter().enumerate().map(|(index, ((how, much), condition, chosen))| {
            let id = Some(json!(format!("extra-{index}")));
            let title = Some(json!("Extra"));
            let chosen = Some(json!(chosen));
            object([("id", id), ("title", title), (how, Some(much)), ("if", condition), ("chosen", chosen)])
        });
        each.collect()
    })
}

/// Something that is taken off.
pub fn discount() -> impl Strategy<Value = Value> {
    let off = option::of(subsequence(CHARGES.to_vec(), 1..=5));
    (share(), off, option::of(condition()), option::of(Just(2))).prop_map(|((how, much), off, condition, repairs)| {
        let off = off.map(Value::from);
        let repairs = repairs.map(Value::from);
        object([
            ("title", Some(json!("Off"))),
            (how, Some(much)),
            ("off", off),
            ("if", condition),
            ("repairs", repairs),
        ])
    })
}

fn discounts() -> impl Strategy<Value = Value> {
    vec(discount(), 0..=3).prop_map(|mut all| {
        all.iter_mut().enumerate().for_each(|(index, discount)| discount["id"] = format!("off-{index}").into());
        all.into()
    })
}

fn rate() -> impl Strategy<Value = &'static str> {
    select(vec!["0", "0.06", "0.13", "0.2"])
}

/// How much of what a price can hang on is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Book {
    /// All of it.
    Full,
    /// A dearer repair costs more: there is one rate of tax, so that a coin of one line is worth as much as that of another.
    Plain,
}

fn journey() -> impl Strategy<Value = Value> {
    (price(), option::of(price())).prop_map(move |(price, free)| {
        object([("price", Some(json!(price))), ("freeFrom", free.map(Value::from)), ("takes", Some(json!("1 day")))])
    })
}

fn tax(book: Book) -> impl Strategy<Value = Value> {
    (rate(), option::of(rate()), any::<bool>()).prop_map(move |(rate, services, included)| {
        let services = services.filter(|_| book == Book::Full).map(Value::from);
        object([("rate", Some(json!(rate))), ("services", services), ("included", Some(json!(included)))])
    })
}

/// The faults, each with what it says of the cause.
fn faults() -> impl Strategy<Value = Value> {
    vec(option::of(select(CAUSES.to_vec())), FAULTS.len()).prop_map(|causes| {
        let work = |fault: &str| match fault {
            "battery" => json!({ "title": "Battery", "parts": ["battery"] }),
            "dead" => json!({ "title": "Dead", "parts": ["board"] }),
            "glass" => json!({ "title": "Glass", "parts": ["screen"], "labour": ["clean"] }),
            "screen" => json!({ "title": "Screen", "parts": ["screen"] }),
            _ => json!({ "title": "Odd" }),
        };
        let each = FAULTS.into_iter().zip(causes).map(|(name, cause)| {
            let mut fault = work(name);
            cause.into_iter().for_each(|cause| fault["facts"] = json!({ "cause": cause }));
            (name.to_owned(), fault)
        });
        Value::Object(each.collect())
    })
}

/// A policy with a price book. What is covered costs nothing, whatever the rest comes to.
pub fn shop(book: Book) -> impl Strategy<Value = Value> {
    let parts = (parts("battery"), parts("board"), parts("screen"));
    let labour = (vec(price(), 3), select(vec!["visit", "operation"]));
    let diagnosis = option::of((price(), any::<bool>()));
    let ways = option::of((option::of(journey()), option::of(journey())));
    let money = (surcharges(), discounts(), option::of(tax(book)));
    (parts, labour, faults(), diagnosis, ways, money, select(vec!["shop", "shopper", "none"])).prop_map(
        |((battery, board, screen), (prices, per), faults, diagnosis, ways, (surcharges, discounts, tax), carriage)| {
            let labour = ["clean", "open", "solder"].into_iter().zip(prices);
            let way = |(there, back)| json!({ "post": object([("title", Some(json!("Post"))), ("there", there), ("back", back)]) });
            let repair = object([
                ("models", Some(json!({ "one": { "title": "One", "replacement": "400" } }))),
                ("kinds", Some(json!({
                    "battery": { "title": "Battery" },
                    "board": { "title": "Board", "labour": ["open", "solder"] },
                    "screen": { "title": "Screen", "labour": ["open"] }
                }))),
                ("faults", Some(faults)),
                ("parts", Some([battery, board, screen].concat().into())),
                ("operations", Some(json!({ "clean": { "title": "Clean" }, "open": { "title": "Open" }, "solder": { "title": "Solder" } }))),
                ("labour", Some(labour.map(|(operation, price)| json!({ "operation": operation, "price": price })).collect())),
                ("labourPer", Some(per.into())),
                ("diagnosis", diagnosis.map(|(price, waived)| json!({ "price": price, "waived": waived }))),
                ("ways", ways.map(way)),
                ("surcharges", Some(surcharges)),
                ("discounts", Some(discounts)),
                ("tax", tax),
                ("takes", Some("2 working days".into())),
                ("overrun", Some("10".into())),
                ("worthUpTo", Some("50".into())),
            ]);
            json!({
                "makegood": 1, "id": "random", "version": "1",
                "shop": { "name": "Random", "timeZone": "Europe/Berlin", "currency": "EUR", "languages": ["en"] },
                "calendar": { "restDays": ["sat", "sun"] },
                "facts": { "boxKept": { "type": "bool", "ask": "Do you still have the box?" } },
                "rules": [{
                    "id": "warranty", "clause": "1", "title": "Warranty", "reasons": ["defect"],
                    "unless": [{ "id": "people", "if": { "fact": "cause", "in": ["human-damage", "liquid"] } }],
                    "window": { "from": "delivered", "length": "12 months" },
                    "grants": [{ "remedy": "repair", "carriage": carriage }]
                }],
                "repair": repair,
            })
        },
    )
}

/// Some faults today, of which some facts are known.
pub fn asked() -> impl Strategy<Value = Value> {
    let faults = subsequence(FAULTS.to_vec(), 1..=4).prop_shuffle();
    let known = (
        option::of(any::<bool>()),
        option::of(any::<bool>()),
        option::of(select(CAUSES.to_vec())),
        option::of(0..TODAY),
    );
    (faults, known, vec(any::<bool>(), 2)).prop_map(|(faults, (member, kept, cause, bought), chosen)| {
        let mut facts = Map::new();
        let told = [("member", member.map(Value::from)), ("boxKept", kept.map(Value::from)), ("cause", cause.map(Value::from))];
        told.into_iter().for_each(|(fact, value)| {
            value.into_iter().for_each(|value| drop(facts.insert(fact.to_owned(), value)));
        });
        bought.into_iter().for_each(|after| {
            facts.insert("purchased".to_owned(), day(after).into());
            facts.insert("delivered".to_owned(), day(after).into());
        });
        let faults: Value = faults.into_iter().map(|fault| json!({ "id": fault })).collect();
        let wished = chosen.into_iter().enumerate().filter(|(_, chosen)| *chosen);
        let wished: Value = wished.map(|(index, _)| format!("extra-{index}")).collect();
        json!({ "today": day(TODAY), "facts": facts, "model": "one", "faults": faults, "wish": { "surcharges": wished } })
    })
}

/// The policy with only those wishes that it knows.
pub fn asked_of(policy: &Value, mut request: Value) -> Value {
    let known: Vec<Value> =
        policy["repair"]["surcharges"].as_array().unwrap().iter().map(|extra| extra["id"].clone()).collect();
    let wished = request["wish"]["surcharges"].as_array_mut().unwrap();
    wished.retain(|wish| known.contains(wish));
    request
}

/// Any JSON, with the words of requests more often than others.
pub fn any_json() -> impl Strategy<Value = Value> {
    let words =
        ["one", "screen", "odd", "post", "extra-0", "", "2026-02-19", "2026-02-30", "cause", "liquid", "\u{0}", "é"];
    let plain = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        Just(json!(1.5)),
        select(words.to_vec()).prop_map(Value::from),
        ".{0,12}".prop_map(Value::from),
    ];
    let keys = select(vec![
        "today",
        "facts",
        "model",
        "faults",
        "id",
        "wish",
        "way",
        "surcharges",
        "coupon",
        "cause",
        "reason",
        "delivered",
        "other",
    ]);
    plain.prop_recursive(3, 20, 5, move |part| {
        prop_oneof![
            vec(part.clone(), 0..=4).prop_map(Value::from),
            vec((keys.clone(), part), 0..=5).prop_map(|entries| {
                Value::Object(entries.into_iter().map(|(key, value)| (key.to_owned(), value)).collect())
            }),
        ]
    })
}
