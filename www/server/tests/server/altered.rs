//! Claims that somebody changed: each is refused, and for the right reason.

use std::collections::BTreeSet;

use axum::http::StatusCode;
use makegood::policy::Shop as Policy;
use makegood_server::random::{hex, sha256};
use serde_json::{Value, json};

use crate::common::claims::{self, Claim, Dice, hashed};
use crate::common::form::{self, Part};
use crate::common::{Shop, TODAY, options, policy};

/// Something that was changed, and the code with which it is refused.
struct Altered {
    what: String,
    parts: Vec<Part>,
    code: &'static str,
}

/// How claims are changed.
struct Alter<'c> {
    claim: &'c Claim,
    policy: &'c Policy,
    done: Vec<Altered>,
}

impl Alter<'_> {
    fn parts(&mut self, what: impl Into<String>, code: &'static str, parts: Vec<Part>) {
        self.done.push(Altered { what: what.into(), parts, code });
    }

    /// Another receipt with the same files.
    fn receipt(&mut self, what: impl Into<String>, code: &'static str, receipt: &str) {
        let mut parts = self.claim.parts();
        parts[0] = Part::receipt(receipt);
        self.parts(what, code, parts);
    }

    /// A receipt with one value changed, and a hash that fits it again.
    fn told(&mut self, pointer: &str, value: Value, code: &'static str) {
        let mut told = self.claim.told();
        *told.pointer_mut(pointer).unwrap_or_else(|| panic!("{pointer}")) = value;
        self.receipt(format!("{pointer}, hashed again"), code, &hashed(told));
    }

    /// What an engine answers to another draft, as whoever has the package can have it do.
    fn asked(&mut self, what: impl Into<String>, code: &'static str, policy: &Policy, change: impl FnOnce(&mut Value)) {
        let mut draft = self.claim.draft.clone();
        change(&mut draft);
        let what = what.into();
        let receipt = claims::receipt(policy, &draft).unwrap_or_else(|| panic!("{what}: {draft}"));
        self.receipt(what, code, &receipt);
    }
}

/// The places of all values that are no lists or objects.
fn leaves(value: &Value, at: &str, found: &mut Vec<String>) {
    match value {
        Value::Object(entries) => {
            for (key, value) in entries {
                leaves(value, &format!("{at}/{}", key.replace('~', "~0").replace('/', "~1")), found);
            }
        }
        Value::Array(values) => {
            for (index, value) in values.iter().enumerate() {
                leaves(value, &format!("{at}/{index}"), found);
            }
        }
        _ => found.push(at.to_owned()),
    }
}

/// Another value of the same kind.
fn other(value: &Value) -> Value {
    match value {
        Value::Null => json!("something"),
        Value::Bool(flag) => json!(!flag),
        Value::Number(number) => json!(number.as_i64().unwrap_or(0) + 1),
        Value::String(text) => json!(format!("{text}x")),
        _ => Value::Null,
    }
}

/// What was changed in the receipt alone.
fn of_receipt(alter: &mut Alter<'_>, dice: &mut Dice) {
    let told = alter.claim.told();
    let mut places = Vec::new();
    leaves(&told, "", &mut places);
    for _ in 0..6 {
        let pointer = dice.one(&places).clone();
        let mut changed = told.clone();
        let value = changed.pointer_mut(&pointer).unwrap();
        *value = other(value);
        // Of these it is told what is wrong before it is told that the hash is.
        let code = if pointer == "/asked" { "receipt.not-a-claim" } else { "receipt.changed" };
        alter.receipt(format!("{pointer}, not hashed again"), code, &changed.to_string());
    }
    let answers: Vec<&String> = places.iter().filter(|place| place.starts_with("/answer/")).collect();
    for _ in 0..8 {
        let pointer = (*dice.one(&answers)).clone();
        let value = told.pointer(&pointer).unwrap();
        // The number of the order is looked up as the answer holds it.
        let is_order = (told["answer"]["fields"].as_array().unwrap().iter().enumerate())
            .any(|(index, field)| field["id"] == "order" && pointer == format!("/answer/fields/{index}/value"));
        let names_order = pointer.ends_with("/id") && value == "order";
        let last: Vec<&str> = pointer.rsplit('/').take(2).collect();
        let code = match () {
            () if is_order => "order.unknown",
            () if names_order => continue,
            () if last.contains(&"law") => "receipt.other-law",
            () if last.contains(&"policy") => "receipt.other-policy",
            () => "receipt.other-answer",
        };
        alter.told(&pointer, other(value), code);
    }
    alter.told("/engine", json!("0.0.9"), "receipt.other-engine");
    alter.told("/shop", json!("another-shop"), "receipt.other-shop");
    alter.told("/asked", json!("decision"), "receipt.not-a-claim");
    alter.told("/answer/policy/version", json!("2020-01-01"), "receipt.other-policy");
    alter.told("/answer/complete", json!(false), "receipt.other-answer");
    alter.told("/answer/requests/decision/today", json!("2026-11-01"), "receipt.other-answer");
    alter.told("/request/fields/name", json!("Somebody Else"), "receipt.other-answer");
    alter.told("/request/fields/name", json!(["a"]), "receipt.bad-request");
    alter.receipt("no JSON", "receipt.unreadable", "{");
    let half: String = alter.claim.receipt.chars().take(1000).collect();
    alter.receipt("half of it", "receipt.unreadable", &half);
    alter.receipt("twice the same key", "receipt.changed", &alter.claim.receipt.replacen('{', "{\"hash\":\"x\",", 1));
}

/// What was asked otherwise, so that the answer follows from it.
fn of_request(alter: &mut Alter<'_>, dice: &mut Dice) {
    let policy = alter.policy;
    let facts = alter.claim.draft["facts"].as_object().unwrap().clone();
    for (name, value) in &facts {
        let changed = match name.as_str() {
            "purchased" => json!("2026-10-20"),
            "price" => json!("1.00"),
            "tags" => json!([]),
            "channel" => json!("store"),
            "category" => json!("food"),
            "goodsKind" => json!("accessory"),
            "country" => json!("DE"),
            "delivered" | "dispatched" => json!("2026-11-20"),
            _ => other(value),
        };
        // A country that is not the law's is no request at all.
        if changed == *value || name == "country" {
            continue;
        }
        alter.told(&format!("/request/facts/{name}"), changed.clone(), "order.differs");
        let mut draft = alter.claim.draft.clone();
        draft["facts"][name.as_str()] = changed;
        if claims::receipt(policy, &draft).is_some() {
            alter.asked(format!("{name} told otherwise"), "order.differs", policy, |asked| *asked = draft);
        }
    }
    let name = dice.one(&facts.keys().cloned().collect::<Vec<_>>()).clone();
    if name != "purchased" {
        alter.asked(format!("{name} left out"), "order.differs", policy, |draft| {
            draft["facts"].as_object_mut().unwrap().remove(&name);
        });
    }
    alter.asked("a fact that no record has", "order.differs", policy, |draft| {
        draft["facts"]["exchanged"] = draft["today"].clone()
    });
    alter.asked("more units", "order.differs", policy, |draft| draft["item"]["quantity"] = json!(7));
    alter.asked("no units said", "order.differs", policy, |draft| {
        draft["item"] = json!({ "id": draft["item"]["id"], "quantity": 9 });
    });
    alter.asked("no such item", "order.unknown-item", policy, |draft| draft["item"]["id"] = json!("1"));
    alter.asked("no item", "order.unknown-item", policy, |draft| {
        draft.as_object_mut().unwrap().remove("item");
    });
    alter.asked("no such order", "order.unknown", policy, |draft| draft["fields"]["order"] = json!("AU-1043"));
    let order = if alter.claim.order == "1042" { "AU-0977" } else { "AU-1042" };
    alter.asked("somebody else's order", "order.unknown-item", policy, |draft| draft["fields"]["order"] = json!(order));
    for day in ["2026-11-19", "2026-11-23", "2027-11-22"] {
        let code = if day < TODAY { "receipt.too-old" } else { "receipt.from-the-future" };
        let mut draft = alter.claim.draft.clone();
        draft["today"] = json!(day);
        if let Some(receipt) = claims::receipt(policy, &draft) {
            alter.receipt(format!("of {day}"), code, &receipt);
        }
    }
    for field in ["name", "email", "reason"] {
        alter.asked(format!("{field} not filled in"), "claim.incomplete", policy, |draft| {
            draft["fields"].as_object_mut().unwrap().remove(field);
        });
    }
    alter
        .asked("an address that is none", "claim.incomplete", policy, |draft| draft["fields"]["email"] = json!("yue@"));
    alter.asked("a field that is too long", "claim.incomplete", policy, |draft| {
        draft["fields"]["name"] = json!("y".repeat(201))
    });
}

/// Another policy, or other law, under which the same was asked.
fn of_policy(alter: &mut Alter<'_>, policies: &[(&str, Policy)]) {
    for (what, policy) in policies {
        let code = if what.contains("law") { "receipt.other-law" } else { "receipt.other-policy" };
        if let Some(receipt) = claims::receipt(policy, &alter.claim.draft) {
            alter.receipt(*what, code, &receipt);
        }
    }
}

/// What was changed in the files.
fn of_files(alter: &mut Alter<'_>, dice: &mut Dice) {
    let whole = alter.claim.parts();
    let more = Part::file("more.png", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR");
    alter.parts("a file too many", "file.extra", [&whole[..], std::slice::from_ref(&more)].concat());
    if !alter.claim.told()["answer"]["evidence"].to_string().contains("\"id\":\"photos\"") {
        let photo = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR";
        let hash = hex(&sha256(photo));
        alter.asked("a photo that nobody asked for", "file.not-asked", alter.policy, |draft| {
            draft["evidence"] = json!([{ "for": "photos", "name": "a.png", "type": "image/png", "bytes": photo.len(), "sha256": hash }]);
        });
        if let Some(last) = alter.done.last_mut() {
            last.parts.push(Part::file("a.png", photo));
        }
    }
    let Some((_, bytes)) = alter.claim.files.first() else { return };
    alter.parts("a file left out", "file.missing", whole[..whole.len() - 1].to_vec());
    alter.parts("no file", "file.missing", whole[..1].to_vec());
    let mut swapped = whole.clone();
    swapped[1] = more;
    alter.parts("another file", "file.unknown", swapped);
    for _ in 0..3 {
        let mut flipped = whole.clone();
        let at = dice.below(bytes.len());
        flipped[1].bytes[at] ^= 1 << dice.below(8);
        alter.parts(format!("a bit of byte {at}"), "file.unknown", flipped);
    }
    let mut shorter = whole.clone();
    shorter[1].bytes.pop();
    alter.parts("a byte short", "file.unknown", shorter);
    let policy = alter.policy;
    // The receipt of a liar, with files that fit it.
    alter.asked("a size that is none", "file.other-size", policy, |draft| draft["evidence"][0]["bytes"] = json!(7));
    let program = b"MZ\x90\x00\x03\x00\x00\x00".to_vec();
    let hash = hex(&sha256(&program));
    alter.asked("a program", "file.other-type", policy, |draft| {
        draft["evidence"][0]["bytes"] = json!(program.len());
        draft["evidence"][0]["sha256"] = json!(hash);
    });
    if let Some(last) = alter.done.last_mut() {
        last.parts[1].bytes = program.clone();
    }
    alter.asked("one kind told as another", "file.other-type", policy, |draft| {
        let told = draft["evidence"][0]["type"] == "image/png";
        draft["evidence"][0]["type"] = json!(if told { "image/jpeg" } else { "image/png" });
    });
}

/// What was changed in the form.
fn of_form(alter: &mut Alter<'_>) {
    let whole = alter.claim.parts();
    alter.parts("no receipt", "body.no-receipt", whole[1..].to_vec());
    alter.parts("two receipts", "body.no-receipt", [&whole[..], &whole[..1]].concat());
    let note = Part { name: "note".into(), file: None, bytes: b"x".to_vec() };
    alter.parts("a part besides", "body.unknown-part", [&whole[..], &[note]].concat());
    let mut bytes = whole.clone();
    bytes[0].bytes.extend(b"\xff\xfe");
    alter.parts("bytes that are no text", "receipt.unreadable", bytes);
    let many: Vec<Part> = (0..21).map(|file| Part::file(&format!("{file}.png"), b"x")).collect();
    alter.parts("too many files", "body.too-many-files", [&whole[..1], &many].concat());
    let mut large = whole.clone();
    large.push(Part::file("large.png", &vec![0; 300_001]));
    alter.parts("a file too large", "file.too-large", large);
}

/// Policies and law of which the claims do not say that they are in force.
fn policies(shop: &Shop) -> Vec<(&'static str, Policy)> {
    let text = std::fs::read_to_string(policy()).unwrap();
    let law = |country: &str| makegood::law::of(country, None).unwrap().unwrap();
    let promise = || shop.server.shops.promise().clone();
    let edited = |edit: &dyn Fn(&mut Value)| {
        let mut versions: Value = serde_json::from_str(&text).unwrap();
        edit(versions.as_array_mut().unwrap().last_mut().unwrap());
        makegood::open(&versions.to_string()).unwrap().under(law("CN")).unwrap()
    };
    vec![
        ("another version", edited(&|newest| newest["version"] = json!("2026-11-02"))),
        ("one word of the policy", edited(&|newest| newest["rules"][0]["title"]["en"] = json!("7-day return"))),
        ("a rule less", edited(&|newest| drop(newest["rules"].as_array_mut().unwrap().remove(0)))),
        ("no law", promise()),
        ("law of Germany", promise().under(law("DE")).unwrap()),
        ("law of Japan", promise().under(law("JP")).unwrap()),
    ]
}

#[tokio::test]
async fn whatever_is_changed_is_refused_for_the_right_reason() {
    let mut options = options("altered");
    options.limits.most_of_file = 300_000;
    let shop = Shop::open(options);
    let policies = policies(&shop);
    let mut dice = Dice::new(7);
    let mut seen = BTreeSet::new();
    let mut codes = BTreeSet::new();
    for claim in claims::claims(&shop.server, 5_000_000, 16) {
        let order = shop.server.orders.find(&claim.order).unwrap();
        let mut alter = Alter { claim: &claim, policy: shop.server.shops.of(order), done: Vec::new() };
        of_receipt(&mut alter, &mut dice);
        of_request(&mut alter, &mut dice);
        of_policy(&mut alter, &policies);
        of_files(&mut alter, &mut dice);
        of_form(&mut alter);
        for Altered { what, parts, code } in alter.done {
            let said = shop.ask(form::request(&parts)).await;
            assert_eq!((said.code().as_str(), said.status.is_client_error()), (code, true), "{what}: {}", said.text());
            assert_eq!(said.header("content-type"), "application/problem+json");
            seen.insert(sha256(&form::body(&parts)));
            codes.insert(code);
        }
        assert_eq!(shop.ask(form::request(&claim.parts())).await.status, StatusCode::CREATED, "untouched");
        let again = shop.ask(form::request(&claim.parts())).await;
        assert_eq!((again.code().as_str(), again.status), ("receipt.repeated", StatusCode::CONFLICT));
    }
    println!("{} different alterations, {} codes", seen.len(), codes.len());
    assert_eq!(shop.kept(), 16, "nothing but what nobody touched");
    assert!(seen.len() >= 500, "{} different ones", seen.len());
    assert!(codes.len() >= 23, "{codes:?}");
}
