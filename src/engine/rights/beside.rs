//! What the shop promises and what the law gives, side by side.

use std::cmp::Ordering;

use super::offers::rank;
use crate::decision::{AmountRange, Beside, Better, Merit, Offer, Side};
use crate::domain::{Date, Finding};
use crate::policy::{Carriage, Granted};

/// The best offer of either, and what speaks for each; none if neither offers anything.
pub(super) fn beside(offers: &[Offer<'_>]) -> Option<Beside> {
    let best = |by: Granted| offers.iter().position(|offer| offer.by == by);
    let (shop, law) = (best(Granted::Shop), best(Granted::Law));
    let at = |index: Option<usize>| index.and_then(|index| offers.get(index));
    let better = match (at(shop), at(law)) {
        (None, None) => return None,
        (Some(_), None) => Better::Shop,
        (None, Some(_)) => Better::Law,
        (Some(shop), Some(law)) => match rank(shop).cmp(&rank(law)) {
            Ordering::Less => Better::Shop,
            Ordering::Equal => Better::Same,
            Ordering::Greater => Better::Law,
        },
    };
    let side = |own: Option<usize>, other: Option<usize>| Side { offer: own, ahead: ahead(at(own), at(other)) };
    Some(Beside { better, shop: side(shop, law), law: side(law, shop) })
}

/// In what one offer is better for certain than another.
fn ahead(own: Option<&Offer<'_>>, other: Option<&Offer<'_>>) -> Vec<Merit> {
    let Some(own) = own else { return Vec::new() };
    let Some(other) = other else { return vec![Merit::Granted] };
    let mut merits = Vec::new();
    let mut add = |holds: bool, merit| {
        if holds {
            merits.push(merit);
        }
    };
    add(own.finding == Finding::Yes && other.finding == Finding::Maybe, Merit::Certain);
    add(
        own.cost.zip(other.cost).is_some_and(|(own, other): (AmountRange, AmountRange)| own.most < other.least),
        Merit::Cost,
    );
    add(
        other.carriage == Carriage::Shopper && matches!(own.carriage, Carriage::Shop | Carriage::None),
        Merit::Carriage,
    );
    let later = match (own.until.as_ref(), other.until.as_ref()) {
        (None, Some(_)) => true,
        (Some(own), Some(other)) => own.least.zip(other.most).is_some_and(|(own, other): (Date, Date)| own > other),
        (_, None) => false,
    };
    add(later, Merit::Until);
    merits
}
