//! What is received, and that nothing untouched is refused.

use std::collections::BTreeSet;

use axum::http::StatusCode;

use crate::common::{POLICY_OF_THE_SHOP, Shop, claims, form, options, root};

/// Claims that nobody touched.
const UNTOUCHED: usize = 1000;

#[tokio::test]
async fn no_untouched_claim_is_refused() {
    let shop = Shop::open(options("untouched"));
    let mut of = BTreeSet::new();
    let (mut files, mut disputed) = (0, 0);
    for claim in claims::claims(&shop.server, 1, UNTOUCHED) {
        let said = shop.ask(form::request(&claim.parts())).await;
        assert_eq!(said.status, StatusCode::CREATED, "{}\n{}", said.text(), claim.draft);
        of.insert((claim.draft["item"]["id"].to_string(), claim.draft["fields"]["reason"].to_string()));
        files += claim.files.len();
        disputed += usize::from(claim.draft["disputed"] == true);
    }
    assert_eq!(shop.kept(), i64::try_from(UNTOUCHED).unwrap());
    let items: BTreeSet<&String> = of.iter().map(|(item, _)| item).collect();
    let reasons: BTreeSet<&String> = of.iter().map(|(_, reason)| reason).collect();
    assert!(items.len() >= 7 && reasons.len() >= 5, "{items:?} {reasons:?}");
    assert!(files >= 200 && disputed >= 100, "{files} files, {disputed} disputed");
}

#[tokio::test]
async fn claims_by_the_form_of_the_shop_are_taken() {
    let mut options = options("own-form");
    options.policy = root().join(POLICY_OF_THE_SHOP);
    let shop = Shop::open(options);
    for claim in claims::claims(&shop.server, 2_000_000, 20) {
        let said = shop.ask(form::request(&claim.parts())).await;
        assert_eq!(said.status, StatusCode::CREATED, "{}\n{}", said.text(), claim.draft);
    }
}
