//! The law packs against cases of law, each with its citation.
//!
//! By default those of `vectors.json` and `cases/`; `LAW_VECTORS` names any other file in the same form. One line is printed
//! for each failure, and a total. Cases that are held to be wrong are listed in `disputed.json` with the reason; a case that
//! is listed there and comes out as expected fails as well.

mod packs;
mod promise;
mod settling;
mod telling;
mod vector;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/law")
}

fn read(path: &Path) -> Value {
    let text = fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn cases(file: &Path) -> Vec<Value> {
    read(file)["vectors"].as_array().unwrap_or_else(|| panic!("{} holds no vectors", file.display())).clone()
}

fn jurisdiction(case: &Value) -> &str {
    case["jurisdiction"].as_str().unwrap()
}

/// Runs every case; each jurisdiction's passed and failed ones, and a line for each failure.
fn run(cases: &[Value]) -> (BTreeMap<String, (usize, usize)>, Vec<String>) {
    let mut totals: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    let mut failures = Vec::new();
    for case in cases {
        let slips = vector::slips(case);
        let total = totals.entry(jurisdiction(case).to_owned()).or_default();
        if slips.is_empty() {
            total.0 += 1;
        } else {
            total.1 += 1;
            failures.push(format!("{}: {}", case["id"].as_str().unwrap(), slips.join("; ")));
        }
    }
    (totals, failures)
}

#[test]
fn every_case_of_law_comes_out_as_expected() {
    let named = std::env::var_os("LAW_VECTORS").map(PathBuf::from);
    let mut files = vec![named.clone().unwrap_or_else(|| folder().join("vectors.json"))];
    if named.is_none() {
        let own = fs::read_dir(folder().join("cases")).into_iter().flatten().flatten();
        files.extend(own.map(|entry| entry.path()));
        files.sort();
    }
    let cases: Vec<Value> = files.iter().flat_map(|file| cases(file)).collect();
    let (totals, failures) = run(&cases);
    let disputed = read(&folder().join("disputed.json"));
    let is_disputed = |id: &str| disputed.get(id).is_some();
    let id_of = |line: &String| line.split(':').next().unwrap().to_owned();
    for line in &failures {
        println!("{}{line}", if is_disputed(&id_of(line)) { "disputed: " } else { "" });
    }
    for (jurisdiction, (passed, failed)) in &totals {
        println!("{jurisdiction}: {passed} passed, {failed} failed");
    }
    println!("{} cases, {} passed, {} failed", cases.len(), cases.len() - failures.len(), failures.len());
    let unexpected: Vec<&String> = failures.iter().filter(|line| !is_disputed(&id_of(line))).collect();
    assert!(unexpected.is_empty(), "{} cases failed", unexpected.len());
    let failed: Vec<String> = failures.iter().map(id_of).collect();
    let known: Vec<&str> = cases.iter().map(|case| case["id"].as_str().unwrap()).collect();
    for id in disputed.as_object().unwrap().keys().filter(|id| known.contains(&id.as_str())) {
        assert!(failed.contains(id), "{id} is disputed and comes out as expected");
    }
}

#[test]
fn every_pack_opens_without_a_problem_and_cites_its_sources() {
    for id in packs::ids() {
        let packs = packs::of(&id);
        for rule in packs.last().unwrap()["rules"].as_array().unwrap() {
            assert!(rule["cites"].is_array(), "{id}: {}", rule["id"]);
        }
        let shop =
            makegood::open(&Value::from(packs).to_string()).unwrap_or_else(|problems| panic!("{id}: {problems}"));
        assert!(shop.warnings.is_empty(), "{id}: {:?}", shop.warnings);
    }
}

#[test]
fn a_holiday_of_california_alone_is_a_business_day_of_sales_at_home() {
    let shop = makegood::law::of("US", Some("CA")).unwrap().unwrap();
    let until = |purchased: &str| {
        let facts = json!({
            "reason": "change-of-mind", "channel": "off-premises", "place": "buyer-home", "price": "200.00", "purchased": purchased
        });
        let request = json!({ "today": purchased, "items": [{ "id": "it", "facts": facts }] });
        let decision = serde_json::to_value(makegood::decide(&shop, &request.to_string()).unwrap()).unwrap();
        decision["items"][0]["remedies"][0]["offers"][0]["until"]["least"].clone()
    };
    // Thanksgiving is left out, the Friday after it is not: 16 CFR 429.0, Cal. Civ. Code 1689.5.
    assert_eq!(until("2026-11-24"), "2026-11-28");
    // Nor is 31 March.
    assert_eq!(until("2026-03-30"), "2026-04-02");
}

#[test]
fn nobody_is_asked_for_the_cause_of_what_is_missing_wrong_or_not_wanted() {
    for id in packs::ids() {
        let shop = makegood::open(&Value::from(packs::of(&id)).to_string()).unwrap();
        for reason in ["change-of-mind", "missing-item", "wrong-item", "late"] {
            let facts = json!({ "reason": reason, "purchased": "2026-11-02", "delivered": "2026-11-03" });
            let request = json!({ "today": "2026-11-04", "items": [{ "id": "it", "facts": facts }] });
            let decision = serde_json::to_value(makegood::decide(&shop, &request.to_string()).unwrap()).unwrap();
            let asked = decision["items"][0]["ask"].as_array().unwrap().iter().any(|ask| ask["fact"] == "cause");
            assert!(!asked, "{id}: {reason}");
        }
    }
}

#[test]
fn in_korea_only_damage_that_the_shopper_answers_for_ends_the_seven_days() {
    let shop = makegood::law::of("KR", None).unwrap().unwrap();
    let refund = |cause: &str| {
        let facts = json!({
            "reason": "defect", "cause": cause, "channel": "online", "purchased": "2026-03-01", "delivered": "2026-03-03"
        });
        let request = json!({ "today": "2026-03-10", "items": [{ "id": "it", "facts": facts }] });
        let decision = serde_json::to_value(makegood::decide(&shop, &request.to_string()).unwrap()).unwrap();
        let remedies = decision["items"][0]["remedies"].as_array().unwrap().clone();
        remedies.into_iter().find(|remedy| remedy["remedy"] == "refund").unwrap()["finding"].clone()
    };
    // E-Commerce Act art. 17(2)1.
    assert_eq!(refund("force-majeure"), "yes");
    assert_eq!(refund("human-damage"), "no");
}
