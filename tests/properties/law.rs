//! A policy beside a law grants what either grants, and nothing is lost by the other.

use std::collections::BTreeMap;

use makegood::policy::Shop;
use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::generator::{policy_of, request, rule};
use crate::{decided_by, findings, list, tried};

/// The same rules as the law of a jurisdiction; a pack knows no categories.
fn pack_of(rules: Vec<Value>) -> Value {
    let mut pack = policy_of(rules);
    let document = pack.as_object_mut().unwrap();
    let shop = document.remove("shop").unwrap();
    document.remove("categories");
    document.insert("id".into(), "law".into());
    document.insert(
        "jurisdiction".into(),
        json!({
            "name": "Law", "notice": "Information.", "timeZone": shop["timeZone"], "currency": shop["currency"], "languages": ["en"]
        }),
    );
    pack
}

fn without_categories() -> impl Strategy<Value = Value> {
    rule().prop_filter("a pack knows no categories", |rule| !rule.to_string().contains("category"))
}

fn opened(document: &Value) -> Shop {
    makegood::open(&document.to_string()).unwrap_or_else(|problems| panic!("{problems}\n{document}"))
}

proptest! {
    #![proptest_config(tried(200))]

    #[test]
    fn what_either_grants_the_shopper_may_have(
        own in vec(without_categories(), 1..=3), law in vec(without_categories(), 1..=3), request in request()
    ) {
        prop_assume!(!request.to_string().contains("category"));
        let (shop, law) = (opened(&policy_of(own)), opened(&pack_of(law)));
        let Some(promised) = decided_by(&shop, &request) else { return Ok(()) };
        let granted = decided_by(&law, &request).unwrap();
        let both = decided_by(&shop.under(law).unwrap(), &request).unwrap();
        let (promised, granted): (BTreeMap<_, _>, BTreeMap<_, _>) =
            (findings(&promised).into_iter().collect(), findings(&granted).into_iter().collect());
        for (remedy, finding) in findings(&both) {
            let of = |side: &BTreeMap<String, u8>| side.get(&remedy).copied().unwrap_or(0);
            prop_assert_eq!(finding, of(&promised).max(of(&granted)), "{}", remedy);
        }
        for remedy in list(&both["remedies"]) {
            let offers = list(&remedy["offers"]);
            for side in ["shop", "law"] {
                let first = offers.iter().position(|offer| offer["by"] == side);
                let told = &remedy["beside"][side]["offer"];
                prop_assert_eq!(told.as_u64(), first.map(|place| u64::try_from(place).unwrap()), "{}", remedy["remedy"]);
            }
            // The better side's offer is the best of all.
            match remedy["beside"]["better"].as_str() {
                Some("same") | None => {}
                Some(better) => prop_assert_eq!(offers[0]["by"].as_str(), Some(better)),
            }
        }
    }
}
