//! By which right units go back, and what it charges for them.

use super::books::Books;
use crate::decision::{Offer, OfferFee};
use crate::domain::{Currency, Finding, Money, Rounding};
use crate::engine::rights::offered;
use crate::facts::Item;
use crate::facts::order::{Back, SettleRequest};
use crate::policy::{Grant, PolicyUsed, Shop};
use crate::settlement::Right;

/// Units that go back by one right.
#[derive(Clone)]
pub(super) struct Taken<'s, 'r> {
    pub back: &'r Back,
    pub item: &'r Item,
    pub policy: Option<&'s PolicyUsed>,
    pub finding: Finding,
    pub needs: Vec<&'s str>,
    pub right: Option<Right<'s>>,
    pub grant: Option<Grant<'s>>,
    pub fees: Vec<OfferFee<'s>>,
    pub rounding: Rounding,
    /// A gift may go back by no right at all.
    pub gift: bool,
}

/// Every right by which units can go back, the best first; at least one entry, which says no if there is none.
pub(super) fn candidates<'s, 'r>(
    shop: &'s Shop,
    request: &'r SettleRequest,
    back: &'r Back,
    item: &'r Item,
    gift: bool,
) -> Vec<Taken<'s, 'r>> {
    let version = shop.version_for(&item.facts);
    let none = Taken {
        back,
        item,
        policy: version.map(|version| &version.used),
        finding: if gift { Finding::Yes } else { Finding::No },
        needs: Vec::new(),
        right: None,
        grant: None,
        fees: Vec::new(),
        rounding: version.map_or_else(Rounding::default, |version| version.rounding),
        gift,
    };
    if back.units == 0 {
        return vec![none];
    }
    let Some(version) = version else {
        if gift {
            return vec![none];
        }
        return vec![Taken { finding: Finding::Maybe, needs: vec!["purchased"], ..none }];
    };
    let offers = offered(shop, version, &request.request, item, &request.remedy);
    let wanted = |offer: &Offer<'_>| {
        back.rule.as_ref().is_none_or(|rule| rule == offer.rule) && back.by.is_none_or(|by| by == offer.by)
    };
    let mut taken: Vec<Taken<'s, 'r>> = offers
        .into_iter()
        .filter(wanted)
        .map(|offer| {
            let rules = shop.rules(version).into_iter();
            let rule = rules.into_iter().find(|rule| rule.id() == offer.rule && rule.granted() == offer.by);
            Taken {
                finding: offer.finding,
                needs: offer.needs,
                right: Some(Right { rule: offer.rule, by: offer.by, clause: offer.clause }),
                grant: rule.and_then(|rule| rule.grant(&request.remedy)),
                fees: offer.fees.into_iter().filter(|fee| !fee.settled).collect(),
                ..none.clone()
            }
        })
        .collect();
    // A gift goes back in any case; its offer only says what was taken while it was kept.
    if gift {
        let grant = taken.first().and_then(|taken| taken.grant);
        return vec![Taken { grant, ..none }];
    }
    if taken.is_empty() {
        taken.push(none);
    }
    taken
}

impl<'s> Taken<'s, '_> {
    /// Each fee for all units that go back, in coins; with `all`, those too that are only possible, and all that is left of the
    /// price where nobody knows how much.
    pub(super) fn fees(&self, books: &Books<'_>, currency: Currency, all: bool) -> Vec<(&'s str, i128)> {
        if self.fees.is_empty() {
            return Vec::new();
        }
        let mut charged: Vec<(&str, i128)> = self.fees.iter().map(|fee| (fee.id, 0)).collect();
        let first = self.item.returned;
        // Units that cost the same bear the same; the odd coins make few different prices.
        let mut unit = first;
        let end = first.saturating_add(self.back.units);
        while unit < end {
            let paid = books.paid_for(self.back.item, unit);
            let same = (unit..end).take_while(|other| books.paid_for(self.back.item, *other) == paid).count();
            let same = u32::try_from(same).unwrap_or(1).max(1);
            let mut left = paid;
            for (fee, (_, sum)) in self.fees.iter().zip(&mut charged) {
                let due = self.charge(fee, paid, left, currency, all).min(left);
                left = left.saturating_sub(due);
                *sum = sum.saturating_add(due.saturating_mul(same.into()));
            }
            unit = unit.saturating_add(same);
        }
        charged
    }

    fn charge(&self, fee: &OfferFee<'_>, paid: i128, left: i128, currency: Currency, all: bool) -> i128 {
        if fee.finding != Finding::Yes && !all {
            return 0;
        }
        let share = |percent| Money::of_coins(paid, currency).share(percent, self.rounding);
        let amount = fee.percent.map_or(fee.amount, share);
        amount.map_or(if all { left } else { 0 }, Money::coins)
    }

    /// Whether what it charges is not certain.
    pub(super) fn fees_are_open(&self) -> bool {
        self.fees.iter().any(|fee| fee.finding != Finding::Yes || (fee.amount.is_none() && fee.percent.is_none()))
    }
}
