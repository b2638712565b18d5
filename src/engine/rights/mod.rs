//! What a shopper may do: the union of what every rule grants.

mod ask;
mod case;
mod offers;
mod steps;
mod what_if;

use case::Case;

use crate::VERSION;
use crate::decision::{Decision, ItemDecision, RemedyDecision, Units};
use crate::domain::Finding;
use crate::facts::{Item, Request};
use crate::policy::Shop;

/// Decides every item of a request.
#[must_use]
pub fn decide<'s>(shop: &'s Shop, request: &Request) -> Decision<'s> {
    Decision {
        engine: VERSION,
        today: request.today,
        currency: shop.currency,
        items: request.items.iter().map(|item| decide_item(shop, request, item)).collect(),
    }
}

fn decide_item<'s>(shop: &'s Shop, request: &Request, item: &Item) -> ItemDecision<'s> {
    let left = item.bought.saturating_sub(item.returned);
    let units = Units { bought: item.bought, returned: item.returned, left };
    let Some(version) = shop.version_for(&item.facts) else {
        return without_version(shop, item, units);
    };
    let case = Case { shop, version, facts: &item.facts, today: request.today };
    let (policy, price, declared) = (Some(&version.used), item.facts.price(), ask::declared(version));
    if left == 0 {
        let remedies = version.remedies.iter().map(|(remedy, title)| RemedyDecision {
            remedy,
            title: title.as_ref(),
            finding: Finding::No,
            needs: Vec::new(),
            offers: Vec::new(),
        });
        let (remedies, id) = (remedies.collect(), item.id.clone());
        let (ask, what_if, steps) = (Vec::new(), Vec::new(), Vec::new());
        return ItemDecision {
            id,
            policy,
            units,
            price,
            declared,
            finding: Finding::No,
            remedies,
            ask,
            what_if,
            steps,
        };
    }
    let remedies = offers::remedies(&case, left);
    ItemDecision {
        id: item.id.clone(),
        policy,
        units,
        price,
        declared,
        finding: Finding::any(remedies.iter().map(|remedy| remedy.finding)),
        ask: ask::questions(&case, &remedies, left),
        what_if: what_if::openings(&case, &remedies, left),
        steps: version.rules.iter().map(|rule| steps::step(&case, rule)).collect(),
        remedies,
    }
}

/// Several versions and no day of purchase: everything is open until that day is known.
fn without_version<'s>(shop: &'s Shop, item: &Item, units: Units) -> ItemDecision<'s> {
    const PURCHASED: &str = "purchased";
    let mut remedies: Vec<RemedyDecision<'s>> = Vec::new();
    for (remedy, title) in shop.versions.iter().rev().flat_map(|version| &version.remedies) {
        if remedies.iter().all(|known| known.remedy != *remedy) {
            remedies.push(RemedyDecision {
                remedy,
                title: title.as_ref(),
                finding: if units.left == 0 { Finding::No } else { Finding::Maybe },
                needs: if units.left == 0 { Vec::new() } else { vec![PURCHASED] },
                offers: Vec::new(),
            });
        }
    }
    let decides = remedies.iter().filter(|remedy| remedy.finding == Finding::Maybe);
    let decides: Vec<&str> = decides.map(|remedy| remedy.remedy).collect();
    let purchased = shop.versions.last().and_then(|version| version.fact(PURCHASED));
    let ask = purchased.filter(|_| !decides.is_empty()).map(|fact| ask::question(fact, decides));
    ItemDecision {
        id: item.id.clone(),
        policy: None,
        units,
        price: item.facts.price(),
        declared: Vec::new(),
        finding: Finding::any(remedies.iter().map(|remedy| remedy.finding)),
        remedies,
        ask: ask.into_iter().collect(),
        what_if: Vec::new(),
        steps: Vec::new(),
    }
}
