//! Whatever is typed into a claim has an answer, whose values can be typed again. Bytes that are no draft are what is typed.
#![no_main]

use std::sync::OnceLock;

use libfuzzer_sys::fuzz_target;
use makegood::policy::Shop;
use serde_json::{Map, Value, json};

fn shop() -> &'static Shop {
    static SHOP: OnceLock<Shop> = OnceLock::new();
    SHOP.get_or_init(|| makegood::open(include_str!("../../cases/policies/desk.json")).unwrap())
}

const FIELDS: [&str; 22] = [
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
];
const LANGUAGES: [&str; 6] = ["en", "en-US", "de", "ja", "zh-CN", "fr"];

/// A claim of a defect in which a text is typed into the field that its first byte names.
fn typed(bytes: &[u8]) -> Option<Value> {
    let (&[field, language], text) = bytes.split_first_chunk()?;
    let mut fields: Map<String, Value> =
        serde_json::from_value(json!({ "reason": "defect", "model": "one", "remedy": "refund" })).unwrap();
    let text = String::from_utf8_lossy(text).into_owned();
    fields.insert(FIELDS[usize::from(field) % FIELDS.len()].to_owned(), text.into());
    let language = LANGUAGES[usize::from(language) % LANGUAGES.len()];
    Some(json!({ "today": "2026-11-24", "language": language, "fields": fields }))
}

fn checked(draft: &Value) -> Value {
    let claim = makegood::check_claim(shop(), &draft.to_string()).expect("what is typed is never refused");
    serde_json::to_value(&claim).unwrap()
}

fuzz_target!(|bytes: &[u8]| {
    if let Err(problems) = makegood::check_claim(shop(), &String::from_utf8_lossy(bytes)) {
        assert!(problems.has_errors(), "refused without a reason");
    }
    // More than any field holds is for the package to cut.
    let Some(mut draft) = typed(bytes).filter(|_| bytes.len() < 100_000) else { return };
    let mut claim = checked(&draft);
    for field in claim["fields"].as_array().unwrap().iter().filter(|field| field["state"] == "good") {
        draft["fields"][field["id"].as_str().unwrap()] = field["value"].clone();
    }
    claim["tidied"] = json!([]);
    assert_eq!(checked(&draft), claim, "typed again");
});
