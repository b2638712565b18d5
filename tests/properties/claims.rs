//! Whatever is typed into a claim has an answer; what the answer holds can be typed again, filled up, proved and recomputed.

use std::sync::LazyLock;

use makegood::engine::receipt::Asked;
use makegood::policy::Shop;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::{Map, Value, json};

use crate::{list, tried};

const DESK: &str = include_str!("../cases/policies/desk.json");

/// A shop with a form of its own, and the same without one.
static SHOPS: LazyLock<[Shop; 2]> = LazyLock::new(|| {
    let mut bare: Value = serde_json::from_str(DESK).unwrap();
    bare.as_object_mut().unwrap().remove("claim");
    [DESK.to_owned(), bare.to_string()].map(|policy| makegood::open(&policy).unwrap())
});

fn checked(shop: &Shop, draft: &Value) -> Value {
    let claim =
        makegood::check_claim(shop, &draft.to_string()).unwrap_or_else(|problems| panic!("{problems}\n{draft}"));
    serde_json::to_value(&claim).unwrap()
}

/// Fields of both forms, and what can well stand in them.
fn good(field: &str) -> Vec<Value> {
    let texts: &[&str] = match field {
        "order" => &["D-1042", " d－1042", "D 0001"],
        "purchased" => &["2026-11-02", "2 Nov 2026", "２０２６年１１月２日"],
        "delivered" => &["2026-11-09", "9 November 2026"],
        "reason" => &["defect", "change-of-mind"],
        "model" => &["one", "two", " one"],
        "fault" => &["cracked", "scratched", "picture", "dead-at-all", "hot", "other", "screen", "dead"],
        "defectNoticed" => &["2026-11-10", "10th Nov. 2026"],
        "cause" => &["normal-use", "human-damage", "liquid"],
        "serial" => &["ON12345678", "on 12345678", "AB12CD", "ａｂ１２ｃｄ"],
        "imei" => &["490154203237518", "49-015420-323751-8", "353328110000005"],
        "happened" => &["It fell.", "坏了。\n打不开！", " 👩\u{200d}🔧 "],
        "remedy" => &["refund", "repair"],
        "name" => &["Yue  Lin", "林悦"],
        "email" => &["yue@example.com", "YUE@EXAMPLE.COM", "ｙｕｅ@データ.jp"],
        "phone" => &["+8613800138000", "+49 (0)30 23125-000"],
        "address" => &["1 Road\r\nTown", "上海市"],
        "account" => &["DE89 3704 0044 0532 0130 00", "wu88", "yue@example.com"],
        "paid" => &["299", "1,299.50", "¥3", "1.299"],
        "uses" => &["12", "1,5", "-3"],
        "seen" => &["2026-11-01", "1 Nov 2026"],
        "colour" => &["black", "white"],
        _ => return vec![json!(true), json!(false), json!("yes")],
    };
    texts.iter().map(|text| json!(text)).collect()
}

const FIELDS: [&str; 23] = [
    "order",
    "purchased",
    "delivered",
    "reason",
    "model",
    "fault",
    "defectNoticed",
    "cause",
    "serial",
    "imei",
    "happened",
    "remedy",
    "name",
    "email",
    "phone",
    "address",
    "account",
    "colour",
    "gift",
    "paid",
    "uses",
    "seen",
    "boxKept",
];

/// Fields that only the form of its own has.
const OWN: [&str; 8] = ["serial", "imei", "account", "colour", "gift", "paid", "uses", "seen"];

/// Anything that can be typed: any characters, those that are put right, and what is nearly good.
fn typed(field: &'static str) -> BoxedStrategy<Value> {
    const ODD: [&str; 16] = [
        "\0", "\u{200b}", "\u{202e}", "\u{3000}", "\r\n", "ー", "。", "，", "（0）", "📱", "\u{fe0f}", "İ", "ß",
        "\u{301}", "١", "٪",
    ];
    let near = (select(good(field)), select(ODD.to_vec()), any::<Index>()).prop_map(|(good, odd, at)| {
        let Some(text) = good.as_str() else { return good };
        let mut chars: Vec<char> = text.chars().collect();
        let at = at.index(chars.len() + 1);
        chars.splice(at..at, odd.chars());
        json!(chars.into_iter().collect::<String>())
    });
    prop_oneof![
        8 => select(good(field)),
        4 => near,
        2 => any::<String>().prop_map(Value::from),
        1 => proptest::collection::vec(select(ODD.to_vec()), 0..6).prop_map(|parts| json!(parts.concat())),
        1 => Just(Value::Null),
        1 => any::<bool>().prop_map(Value::from),
        1 => any::<String>().prop_map(|text| json!({ "typed": text, "read": null })),
    ]
    .boxed()
}

fn day() -> impl Strategy<Value = String> {
    (1..29_u8).prop_map(|day| format!("2026-11-{day:02}"))
}

fn file() -> impl Strategy<Value = Value> {
    let kinds = vec!["image/jpeg", "image/heic", "application/pdf", "video/mp4", "text/html"];
    (select(vec!["photos", "proof"]), select(kinds), 0..12_000_000_u32, 0..4_u8, proptest::option::of(day())).prop_map(
        |(need, kind, bytes, hash, taken)| {
            json!({ "for": need, "name": "a", "type": kind, "bytes": bytes, "sha256": hash.to_string().repeat(64), "taken": taken })
        },
    )
}

/// A draft for the shop with a form of its own; `bare` makes one for the other.
fn draft() -> impl Strategy<Value = Value> {
    let entries: Vec<_> = FIELDS.iter().map(|field| proptest::option::weighted(0.6, typed(field))).collect();
    let facts = select(vec![
        json!({}),
        json!({}),
        json!({ "purchased": "2026-11-02" }),
        json!({ "reason": "defect", "delivered": { "from": "2026-11-08", "to": "2026-11-10" } }),
        json!({ "boxKept": true, "reason": "change-of-mind" }),
    ]);
    let language = select(vec!["pt", "en", "en-US", "en-GB", "de", "ja", "zh-CN", "fr"]);
    (entries, facts, language, proptest::collection::vec(file(), 0..4), any::<bool>()).prop_map(
        |(entries, facts, language, evidence, disputed)| {
            let fields: Map<String, Value> =
                FIELDS.iter().zip(entries).filter_map(|(field, typed)| Some(((*field).to_owned(), typed?))).collect();
            json!({
                "today": "2026-11-24", "language": language, "facts": facts, "fields": fields, "evidence": evidence,
                "disputed": disputed,
            })
        },
    )
}

fn bare(draft: &Value) -> Value {
    let mut draft = draft.clone();
    draft["fields"].as_object_mut().unwrap().retain(|field, _| !OWN.contains(&field.as_str()));
    draft
}

/// Every draft for the shop that it is for.
fn both(draft: &Value) -> [(&'static Shop, Value); 2] {
    [(&SHOPS[0], draft.clone()), (&SHOPS[1], bare(draft))]
}

/// The places of all single values.
fn leaves(value: &Value, at: String, into: &mut Vec<String>) {
    match value {
        Value::Object(entries) if !entries.is_empty() => {
            entries.iter().for_each(|(key, value)| leaves(value, format!("{at}/{key}"), into));
        }
        Value::Array(values) if !values.is_empty() => {
            values.iter().enumerate().for_each(|(index, value)| leaves(value, format!("{at}/{index}"), into));
        }
        _ => into.push(at),
    }
}

proptest! {
    #![proptest_config(tried(400))]

    #[test]
    fn whatever_is_typed_has_an_answer_and_always_the_same(draft in draft()) {
        for (shop, draft) in both(&draft) {
            let claim = checked(shop, &draft);
            prop_assert_eq!(&checked(shop, &draft), &claim);
            for field in list(&claim["fields"]) {
                let told = |one: &Value| one["field"] == field["id"];
                let has = |state: &str| field["state"] == state;
                prop_assert_eq!(field["value"].is_null(), !has("good"), "{}", field);
                prop_assert!(has("good") || !list(&claim["tidied"]).iter().any(told), "{}", field);
                let at = format!("/fields/{}", field["id"].as_str().unwrap());
                let wrong = list(&claim["problems"]).iter().any(|one| one["pointer"] == at && one["severity"] == "error");
                let missing = has("empty") && field["required"] == true;
                prop_assert!(wrong == (has("wrong") || missing) || field["id"] == "remedy", "{}", field);
            }
            prop_assert!(list(&claim["tidied"]).iter().all(|one| one["by"] != json!([]) && one["from"] != one["to"] || long(one)));
        }
    }

    #[test]
    fn the_order_of_what_is_entered_carries_no_meaning(draft in draft()) {
        for (shop, draft) in both(&draft) {
            // `serde_json` sorts keys, so the other order is written by hand.
            let fields = draft["fields"].as_object().unwrap();
            let backwards: Vec<String> = fields.iter().rev().map(|(key, value)| format!("{}:{value}", json!(key))).collect();
            let mut empty = draft.clone();
            empty["fields"] = json!({});
            let text = empty.to_string().replacen("\"fields\":{}", &format!("\"fields\":{{{}}}", backwards.join(",")), 1);
            let claim = makegood::check_claim(shop, &text).unwrap();
            prop_assert_eq!(serde_json::to_value(&claim).unwrap(), checked(shop, &draft));
        }
    }

    #[test]
    fn what_the_claim_holds_can_be_typed_again(draft in draft()) {
        for (shop, draft) in both(&draft) {
            let mut claim = checked(shop, &draft);
            let mut again = draft.clone();
            for field in list(&claim["fields"]).iter().filter(|field| field["state"] == "good") {
                again["fields"][field["id"].as_str().unwrap()] = field["value"].clone();
            }
            claim["tidied"] = json!([]);
            prop_assert_eq!(checked(shop, &again), claim, "{}", again);
        }
    }

    #[test]
    fn complete_means_that_nothing_required_is_missing_and_nothing_wrong(draft in draft()) {
        for (shop, draft) in both(&draft) {
            let claim = checked(shop, &draft);
            let error = list(&claim["problems"]).iter().any(|problem| problem["severity"] == "error");
            let (done, of) = (claim["done"].as_u64().unwrap(), claim["of"].as_u64().unwrap());
            prop_assert!(done <= of);
            prop_assert_eq!(claim["complete"] == true, done == of && !error, "{}", claim["problems"]);
            prop_assert_eq!(claim["next"].is_null(), done == of);
            let required = |list: &[Value]| list.iter().filter(|one| one["required"] == true).count();
            prop_assert_eq!(of, u64::try_from(required(list_of(&claim, "fields")) + required(list_of(&claim, "evidence"))).unwrap());
        }
    }

    #[test]
    fn what_is_filled_in_well_is_progress(draft in draft(), which in any::<Index>()) {
        for (shop, draft) in both(&draft) {
            let before = checked(shop, &draft);
            for field in list(&before["fields"]).iter().filter(|field| field["required"] == true && field["state"] == "empty") {
                let id = field["id"].as_str().unwrap();
                let values = good(id);
                let mut filled = draft.clone();
                filled["fields"][id] = values[which.index(values.len())].clone();
                let after = checked(shop, &filled);
                let is_good = list(&after["fields"]).iter().any(|field| field["id"] == id && field["state"] == "good");
                let was: Vec<&Value> = list_of(&before, "fields").iter().filter(|field| field["required"] == true).map(|field| &field["id"]).collect();
                let opened = list(&after["fields"]).iter().any(|field| field["required"] == true && !was.contains(&&field["id"]));
                // A reason closes what another one opened; everything else that is filled in is one more.
                if is_good && !opened && id != "reason" {
                    prop_assert!(after["done"].as_u64() > before["done"].as_u64() || after["of"].as_u64() < before["of"].as_u64(), "{}: {}", id, filled);
                }
            }
        }
    }

    #[test]
    fn the_decision_is_the_one_that_the_same_facts_get(draft in draft()) {
        for (shop, draft) in both(&draft) {
            let claim = checked(shop, &draft);
            let mut facts = draft["facts"].clone();
            for field in list(&claim["fields"]).iter().filter(|field| field["fact"] == true && field["state"] == "good") {
                facts[field["id"].as_str().unwrap()] = field["value"].clone();
            }
            let broken = ["cracked", "scratched", "screen"];
            let fault = list(&claim["fields"]).iter().find(|field| field["id"] == "fault").map(|field| &field["value"]);
            if facts.get("cause").is_none() && fault.is_some_and(|fault| broken.iter().any(|one| fault == one)) {
                facts["cause"] = json!("human-damage");
            }
            let request = json!({ "today": draft["today"], "items": [{ "id": "item", "facts": facts }] }).to_string();
            let decision = serde_json::to_value(makegood::decide(shop, &request).unwrap()).unwrap();
            let told = makegood::decide(shop, &claim["requests"]["decision"].to_string()).unwrap();
            prop_assert_eq!(serde_json::to_value(told).unwrap(), decision, "{}", draft);
        }
    }
}

proptest! {
    #![proptest_config(tried(60))]

    #[test]
    fn a_receipt_holds_until_anything_in_it_is_changed(draft in draft(), which in proptest::collection::vec(any::<Index>(), 6)) {
        let shop = &SHOPS[0];
        let receipt: Value =
            serde_json::from_str(&makegood::receipt(shop, Asked::Claim, &draft.to_string()).unwrap().canonical()).unwrap();
        prop_assert!(makegood::verify(shop, &receipt.to_string()).unwrap().holds, "{}", draft);
        prop_assert_eq!(&receipt["answer"], &checked(shop, &draft));
        let mut places = Vec::new();
        leaves(&receipt, String::new(), &mut places);
        for which in which {
            let at = &places[which.index(places.len())];
            let mut changed = receipt.clone();
            let place = changed.pointer_mut(at).unwrap();
            *place = match &*place {
                Value::String(text) => json!(format!("{text}0")),
                Value::Bool(flag) => json!(!flag),
                Value::Number(number) => json!(number.as_i64().unwrap() + 1),
                _ => json!("something"),
            };
            let verdict = makegood::verify(shop, &changed.to_string());
            prop_assert!(!verdict.is_ok_and(|verdict| verdict.holds), "{}", at);
        }
    }

    #[test]
    fn any_json_as_a_draft_has_an_answer_or_problems(draft in draft(), put in crate::books::any_json(), at in 0..7_usize) {
        let mut changed = draft;
        match at {
            0 => changed = put,
            1 => changed["fields"] = put,
            2 => changed["fields"]["order"] = put,
            3 => changed["facts"] = put,
            4 => changed["evidence"] = put,
            5 => changed["item"] = put,
            _ => changed["today"] = put,
        }
        if let Err(problems) = makegood::check_claim(&SHOPS[0], &changed.to_string()) {
            prop_assert!(problems.has_errors());
        }
    }
}

/// Told by its beginning, so that both ends may look the same.
fn long(tidied: &Value) -> bool {
    tidied["from"].as_str().unwrap().chars().count() >= 80
}

fn list_of<'v>(claim: &'v Value, key: &str) -> &'v [Value] {
    list(&claim[key])
}

#[test]
fn a_megabyte_is_found_too_long_or_too_large() {
    let long = json!({ "today": "2026-11-24", "fields": { "happened": "坏".repeat(300_000), "reason": "defect" } });
    let claim = checked(&SHOPS[0], &long);
    let codes: Vec<&str> = list(&claim["problems"]).iter().map(|problem| problem["code"].as_str().unwrap()).collect();
    assert!(codes.contains(&"claim.too-long"), "{codes:?}");
    let larger = json!({ "today": "2026-11-24", "fields": { "happened": "x".repeat(1_000_001) } });
    let problems = makegood::check_claim(&SHOPS[0], &larger.to_string()).unwrap_err();
    assert_eq!(problems.as_slice()[0].code.name(), "facts.too-large");
}
