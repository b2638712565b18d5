//! What the offers that are taken say of the rest of the order.

use super::offers::Taken;
use crate::domain::{Finding, SortedSet};
use crate::policy::Matter;
use crate::settlement::Right;

/// The matters on which the amount can depend.
pub(super) const MATTERS: [Matter; 6] =
    [Matter::Bundle, Matter::Promotion, Matter::Gifts, Matter::Outbound, Matter::OutboundPart, Matter::FreeCarriage];

/// What holds in a matter: whether the word that is harder on the shopper does.
#[derive(Clone)]
pub(super) struct Term<'s> {
    pub harder: Finding,
    /// The facts that settle it.
    pub needs: SortedSet<&'s str>,
    /// The right that says so.
    pub right: Option<Right<'s>>,
}

/// What holds in a matter: of several offers, the one that is kindest to the shopper speaks.
pub(super) fn term<'s>(matter: Matter, taken: &[Taken<'s, '_>]) -> Term<'s> {
    let mut kindest = Term { harder: Finding::Yes, needs: SortedSet::default(), right: None };
    let mut some = false;
    // Gifts that go along say nothing; they speak only where nothing else goes back.
    let only_gifts = taken.iter().all(|taken| taken.gift || taken.finding == Finding::No);
    for taken in taken.iter().filter(|taken| taken.finding != Finding::No && taken.gift == only_gifts) {
        if taken.gift && taken.grant.is_none() {
            continue;
        }
        some = true;
        let Some(grant) = taken.grant else {
            kindest.harder = kindest.harder.min(Finding::Maybe);
            kindest.needs.extend(taken.needs.iter().copied());
            continue;
        };
        let harder = grant.harder(matter, &taken.item.facts);
        if harder < kindest.harder || kindest.right.is_none() {
            kindest.right = taken.right;
        }
        if harder == Finding::Maybe
            && let Some(condition) = grant.settles_condition(matter)
        {
            condition.needs(&taken.item.facts, &mut kindest.needs);
        }
        kindest.harder = kindest.harder.min(harder);
    }
    if !some {
        kindest.harder = Finding::No;
    }
    if kindest.harder != Finding::Maybe {
        kindest.needs = SortedSet::default();
    } else if kindest.needs.as_slice().is_empty() {
        // What is open because nothing says it rests on no right.
        kindest.right = None;
    }
    kindest
}
