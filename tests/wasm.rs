//! The boundary to JavaScript, in a browser.
#![cfg(target_arch = "wasm32")]

use js_sys::{Array, JSON, Object, Reflect, WebAssembly};
use makegood::wasm::{compile, decide, release, version};
use serde_json::Value;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

const POLICY: &str = include_str!("cases/policies/electronics.json");
const CASES: &str = include_str!("cases/rights/an-electronics-shop.json");
const REQUEST: &str = r#"{
    "today": "2026-03-17",
    "items": [{ "id": "it", "facts": { "purchased": "2026-03-08", "reason": "change-of-mind" } }]
}"#;

/// A value as JavaScript writes it.
fn js(source: &str) -> JsValue {
    js_sys::eval(&format!("({source})")).unwrap_or_else(|error| panic!("{source}: {error:?}"))
}

fn get(value: &JsValue, key: &str) -> JsValue {
    Reflect::get(value, &key.into()).unwrap()
}

fn text(value: &JsValue) -> String {
    JSON::stringify(value).unwrap().into()
}

fn handle(compiled: &JsValue) -> usize {
    text(&get(compiled, "shop")).parse().unwrap()
}

fn opened() -> usize {
    handle(&compile(js(POLICY), JsValue::NULL))
}

/// The codes of the problems that came back.
fn codes(answer: &JsValue) -> Vec<String> {
    let problems: Array = get(answer, "problems").unchecked_into();
    problems.iter().map(|problem| get(&problem, "code").as_string().unwrap()).collect()
}

/// A bad policy opens no shop, and its problem is told where policies are explained.
fn assert_refused(policy: JsValue, code: &str, what: &str) {
    let compiled = compile(policy, JsValue::NULL);
    assert!(get(&compiled, "shop").is_null() && get(&compiled, "about").is_null(), "{what}");
    assert_eq!(codes(&compiled), if cfg!(feature = "explain") { vec![code] } else { vec![] }, "{what}");
}

/// Every value inside is one that `JSON.parse` could have made.
fn is_plain(value: &JsValue) -> bool {
    if value.is_null() || value.as_string().is_some() || value.as_bool().is_some() || value.as_f64().is_some() {
        return true;
    }
    if let Some(list) = value.dyn_ref::<Array>() {
        return list.iter().all(|value| is_plain(&value));
    }
    let plain = Object::get_prototype_of(value) == Object::get_prototype_of(&Object::new());
    plain && Object::values(value.unchecked_ref()).iter().all(|value| is_plain(&value))
}

#[wasm_bindgen_test]
fn answers_are_plain_objects_with_null_for_what_is_absent() {
    let compiled = compile(js(POLICY), JsValue::NULL);
    assert!(is_plain(&compiled), "{}", text(&compiled));
    assert_eq!(get(&get(&compiled, "about"), "timeZone").as_string().as_deref(), Some("Asia/Shanghai"));
    let answer = decide(handle(&compiled), js(REQUEST));
    assert!(is_plain(&answer), "{}", text(&answer));
    let item = get(&get(&get(&answer, "decision"), "items"), "0");
    assert!(get(&get(&get(&item, "remedies"), "0"), "title").is_null());
    assert_eq!(text(&get(&get(&item, "units"), "left")), "1");
    assert_eq!(version(), env!("CARGO_PKG_VERSION"));
}

#[wasm_bindgen_test]
fn decisions_have_the_bytes_of_the_native_engine() {
    let shop = makegood::open(POLICY).unwrap();
    let handle = opened();
    let cases: Value = serde_json::from_str(CASES).unwrap();
    for case in cases["cases"].as_array().unwrap() {
        let request = case["request"].to_string();
        let expected = serde_json::to_string(&makegood::decide(&shop, &request).unwrap()).unwrap();
        assert_eq!(text(&get(&decide(handle, js(&request)), "decision")), expected, "{}", case["name"]);
    }
}

#[wasm_bindgen_test]
fn problems_come_back_with_all_of_their_parts() {
    let answer =
        decide(opened(), js(r#"{ today: "2026-02-30", items: [{ id: "it", facts: { price: 299, opened: null } }] }"#));
    assert_eq!(codes(&answer), ["facts.bad-date", "facts.money-as-number", "facts.null"]);
    let problem = get(&get(&answer, "problems"), "0");
    assert!(is_plain(&problem));
    assert_eq!(get(&problem, "pointer").as_string().as_deref(), Some("/today"));
    assert_eq!(get(&get(&problem, "params"), "value").as_string().as_deref(), Some("2026-02-30"));
    assert!(get(&answer, "decision").is_undefined());
}

#[wasm_bindgen_test]
fn what_is_undefined_is_absent_and_what_is_null_is_not() {
    let handle = opened();
    let answer = decide(
        handle,
        js(r#"{ today: "2026-03-17", facts: undefined, items: [{ id: "it", facts: { delivered: undefined } }] }"#),
    );
    assert!(get(&answer, "problems").is_undefined(), "{}", text(&answer));
    let answer = decide(handle, js(r#"{ today: "2026-03-17", items: [{ id: "it", facts: { delivered: null } }] }"#));
    assert_eq!(codes(&answer), ["facts.bad-date"]);
}

#[wasm_bindgen_test]
fn values_that_json_does_not_have_are_problems() {
    let handle = opened();
    let values = [
        "() => 1",
        "10n",
        "Symbol('a')",
        "new Map([['today', 1]])",
        "new Date(0)",
        "new Set()",
        "/a/",
        "new (class A {})",
        "new Proxy({}, { ownKeys() { throw new Error('no'); } })",
        "({ get a() { throw new Error('no'); } })",
    ];
    for value in values {
        let answer = decide(
            handle,
            js(&format!("{{ today: '2026-03-17', items: [{{ id: 'it', facts: {{ delivered: {value} }} }}] }}")),
        );
        assert_eq!(codes(&answer), ["facts.bad-date"], "{value}");
        assert_eq!(codes(&decide(handle, js(value))), ["facts.wrong-type"], "{value}");
        assert_refused(js(value), "policy.wrong-type", value);
    }
    for number in ["NaN", "Infinity", "-0.5", "1e300"] {
        let answer = decide(handle, js(&format!("{{ today: {number}, items: [{{ id: 'it', quantity: {number} }}] }}")));
        assert_eq!(codes(&answer), ["facts.bad-date", "facts.bad-quantity"], "{number}");
    }
    for nothing in ["undefined", "null", "7", "'text'", "true"] {
        assert_eq!(codes(&decide(handle, js(nothing))), ["facts.wrong-type"], "{nothing}");
        assert_refused(js(nothing), "policy.wrong-type", nothing);
    }
}

#[wasm_bindgen_test]
fn what_is_too_large_or_too_deep_is_refused() {
    let handle = opened();
    let deep = "(() => { let deep = {}; for (let i = 0; i < 10000; i += 1) deep = { deep }; return deep; })()";
    let cyclic = "(() => { const cyclic = {}; cyclic.self = cyclic; return cyclic; })()";
    for value in [deep, cyclic] {
        assert_eq!(codes(&decide(handle, js(value))), ["facts.too-deep"]);
        assert_refused(js(value), "policy.too-deep", value);
    }
    for value in ["{ today: 'x'.repeat(1e7) }", "[new Array(1e9)]", "{ ['x'.repeat(2e6)]: 1 }"] {
        assert_eq!(codes(&decide(handle, js(value))), ["facts.too-large"]);
        assert_refused(js(value), "policy.too-large", value);
    }
}

#[wasm_bindgen_test]
fn text_that_is_no_unicode_is_read_all_the_same() {
    let answer =
        decide(opened(), js(r#"{ today: "2026-03-17", items: [{ id: "\ud800", facts: { country: "\udfff" } }] }"#));
    assert!(get(&answer, "problems").is_undefined(), "{}", text(&answer));
}

#[wasm_bindgen_test]
fn a_released_handle_is_unknown_until_it_is_used_again() {
    let (first, second) = (opened(), opened());
    assert_ne!(first, second);
    release(first);
    release(first);
    release(usize::MAX);
    assert!(decide(first, js(REQUEST)).is_null());
    assert!(decide(usize::MAX, js(REQUEST)).is_null());
    assert!(!decide(second, js(REQUEST)).is_null());
    assert_eq!(opened(), first);
    assert!(!decide(first, js(REQUEST)).is_null());
}

#[wasm_bindgen_test]
fn a_policy_with_errors_takes_no_handle() {
    let compiled = compile(js("{ makegood: 2 }"), JsValue::NULL);
    assert!(get(&compiled, "shop").is_null() && get(&compiled, "about").is_null());
    assert_eq!(codes(&compiled).contains(&"policy.unknown-format".to_owned()), cfg!(feature = "explain"));
}

#[wasm_bindgen_test]
fn thousands_of_calls_need_no_more_memory() {
    let memory = || {
        let memory: WebAssembly::Memory = wasm_bindgen::memory().unchecked_into();
        text(&get(&memory.buffer(), "byteLength")).parse::<u64>().unwrap()
    };
    let (policy, request, bad) = (js(POLICY), js(REQUEST), js("{ today: 5 }"));
    let handle = opened();
    let round = || {
        assert!(get(&decide(handle, request.clone()), "problems").is_undefined());
        assert!(get(&decide(handle, bad.clone()), "decision").is_undefined());
    };
    (0..100).for_each(|_| round());
    release(self::handle(&compile(policy.clone(), JsValue::NULL)));
    let before = memory();
    (0..3_000).for_each(|_| round());
    (0..100).for_each(|_| release(self::handle(&compile(policy.clone(), JsValue::NULL))));
    assert_eq!(memory(), before);
}

#[cfg(feature = "settlement")]
#[wasm_bindgen_test]
fn settlements_have_the_bytes_of_the_native_engine() {
    const ORDERS: &str = include_str!("cases/policies/orders.json");
    const ORDER: &str = r#"{
        "today": "2026-06-10", "facts": { "reason": "change-of-mind" },
        "items": [{ "id": "a", "facts": { "price": "600.00" } }, { "id": "b", "facts": { "price": "500.00" } }],
        "order": {
            "discounts": [{ "id": "save", "kind": "promotion", "amount": "200.00", "needs": "1000.00" }],
            "payments": [{ "id": "card", "amount": "900.00" }]
        },
        "back": [{ "item": "b" }]
    }"#;
    let shop = makegood::open(ORDERS).unwrap();
    let native = serde_json::to_string(&makegood::settle(&shop, ORDER).unwrap()).unwrap();
    let handle = handle(&compile(js(ORDERS), JsValue::NULL));
    let answer = makegood::wasm::settle(handle, js(ORDER));
    assert!(is_plain(&answer), "{}", text(&answer));
    assert_eq!(text(&get(&answer, "settlement")), native);
    assert_eq!(
        codes(&makegood::wasm::settle(handle, js("({ today: '2026-06-10', items: [] })"))).first().map(String::as_str),
        Some("facts.empty")
    );
}

#[cfg(feature = "claim")]
#[wasm_bindgen_test]
fn triages_have_the_bytes_of_the_native_engine() {
    const CLINIC: &str = include_str!("cases/policies/triage.json");
    let shop = makegood::open(CLINIC).unwrap();
    let handle = handle(&compile(js(CLINIC), JsValue::NULL));
    for facts in [r#"{}"#, r#"{ "device": "phone", "phone": "dark" }"#, r#"{ "device": "laptop", "laptop": "hot" }"#] {
        let request = format!(r#"{{ "today": "2026-11-27", "model": "one", "facts": {facts} }}"#);
        let native = serde_json::to_string(&makegood::triage(&shop, &request).unwrap()).unwrap();
        let answer = makegood::wasm::triage(handle, js(&request));
        assert!(is_plain(&answer), "{}", text(&answer));
        assert_eq!(text(&get(&answer, "triage")), native);
    }
    assert_eq!(codes(&makegood::wasm::triage(opened(), js("({ today: '2026-11-27' })"))), ["facts.no-triage"]);
}
