//! What a shopper may do: the union of what every rule grants.

mod ask;
mod beside;
mod case;
mod offers;
#[cfg(feature = "explain")]
mod shortfall;
mod steps;
mod what_if;
mod window;

use case::Case;
#[cfg(feature = "explain")]
pub use shortfall::shortfalls;

use crate::VERSION;
#[cfg(feature = "settlement")]
use crate::decision::Offer;
use crate::decision::{Decision, ItemDecision, Question, RemedyDecision, Units};
use crate::domain::{Date, Finding, Text};
use crate::facts::{Item, Request};
use crate::policy::Shop;
#[cfg(feature = "settlement")]
use crate::policy::Version;

/// The fact that says which version of the policy is in force.
const PURCHASED: &str = "purchased";

/// Decides every item of a request.
#[must_use]
pub fn decide<'s>(shop: &'s Shop, request: &Request) -> Decision<'s> {
    Decision {
        engine: VERSION,
        today: request.today,
        currency: shop.currency,
        items: request.items.iter().map(|item| decide_item(shop, request.today, item)).collect(),
    }
}

/// What a version and the law offer for one remedy, best first, for the units of an item that are left.
#[cfg(feature = "settlement")]
pub(crate) fn offered<'s>(
    shop: &'s Shop,
    version: &'s Version,
    request: &Request,
    item: &Item,
    remedy: &str,
) -> Vec<Offer<'s>> {
    let case = Case { shop, version, facts: &item.facts, today: request.today };
    offers::offers(&case, remedy, item.bought.saturating_sub(item.returned))
}

/// What one item may have on a day, without the questions and without what would open more.
#[cfg(feature = "quote")]
pub(super) fn granted<'s>(shop: &'s Shop, today: Date, item: &Item) -> Vec<RemedyDecision<'s>> {
    let left = item.bought.saturating_sub(item.returned);
    match shop.version_for(&item.facts) {
        Some(version) if left > 0 => offers::remedies(&Case { shop, version, facts: &item.facts, today }, left),
        Some(_) => Vec::new(),
        None => without_version(shop, item, Units { bought: item.bought, returned: item.returned, left }).remedies,
    }
}

/// What one item may have on a day and what would settle the rest, without why and without what would open more.
#[cfg(feature = "claim")]
pub(super) fn standing<'s>(shop: &'s Shop, today: Date, item: &Item) -> (Vec<RemedyDecision<'s>>, Vec<Question<'s>>) {
    let remedies = granted(shop, today, item);
    let Some(version) = shop.version_for(&item.facts) else {
        let questions = first_question(shop, &remedies).into_iter().collect();
        return (remedies, questions);
    };
    let questions = ask::questions(&Case { shop, version, facts: &item.facts, today }, &remedies);
    (remedies, questions)
}

/// Decides one item on a day.
#[must_use]
pub(super) fn decide_item<'s>(shop: &'s Shop, today: Date, item: &Item) -> ItemDecision<'s> {
    let left = item.bought.saturating_sub(item.returned);
    let units = Units { bought: item.bought, returned: item.returned, left };
    let Some(version) = shop.version_for(&item.facts) else {
        return without_version(shop, item, units);
    };
    let closed = shop.remedies(version).into_iter().map(|(remedy, title)| without_offers(remedy, title, Finding::No));
    let mut decision = ItemDecision {
        id: item.id.clone(),
        policy: Some(&version.used),
        law: shop.law.as_ref().map(|law| &law.used),
        units,
        price: item.facts.price(),
        declared: ask::declared(shop, version),
        finding: Finding::No,
        remedies: closed.collect(),
        ask: Vec::new(),
        what_if: Vec::new(),
        steps: Vec::new(),
    };
    if left > 0 {
        let case = Case { shop, version, facts: &item.facts, today };
        let remedies = offers::remedies(&case, left);
        decision.finding = Finding::any(remedies.iter().map(|remedy| remedy.finding));
        decision.ask = ask::questions(&case, &remedies);
        decision.what_if = what_if::openings(&case, &remedies, left);
        decision.steps = case.rules().into_iter().map(|rule| steps::step(&case, rule)).collect();
        decision.remedies = remedies;
    }
    decision
}

/// Several versions and no day of purchase: everything is open until that day is known.
fn without_version<'s>(shop: &'s Shop, item: &Item, units: Units) -> ItemDecision<'s> {
    let finding = if units.left == 0 { Finding::No } else { Finding::Maybe };
    let mut remedies: Vec<RemedyDecision<'s>> = Vec::new();
    for (remedy, title) in shop.versions.iter().rev().flat_map(|version| shop.remedies(version)) {
        if remedies.iter().all(|known| known.remedy != remedy) {
            remedies.push(without_offers(remedy, title, finding));
        }
    }
    let ask = first_question(shop, &remedies);
    ItemDecision {
        id: item.id.clone(),
        policy: None,
        law: shop.law.as_ref().map(|law| &law.used),
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

/// Which version holds, where that is not known.
fn first_question<'s>(shop: &'s Shop, remedies: &[RemedyDecision<'s>]) -> Option<Question<'s>> {
    let decides = remedies.iter().filter(|remedy| remedy.finding == Finding::Maybe);
    let decides: Vec<&str> = decides.map(|remedy| remedy.remedy).collect();
    let purchased = shop.versions.last().and_then(|version| version.facts().get(PURCHASED));
    purchased.filter(|_| !decides.is_empty()).map(|fact| ask::question(fact, decides))
}

/// A remedy that is either closed, or open until the day of purchase is known.
fn without_offers<'s>(remedy: &'s str, title: Option<Text<'s>>, finding: Finding) -> RemedyDecision<'s> {
    let needs = if finding == Finding::Maybe { vec![PURCHASED] } else { Vec::new() };
    RemedyDecision { remedy, title, finding, needs, offers: Vec::new(), beside: None }
}
