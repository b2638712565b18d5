//! What of an order has come back for the units that have gone back so far, in coins.
//!
//! Everything here is a function of how many units of each item have gone back. A settlement is the difference between two such
//! states, so that units returned one after another come to the same as all at once.

use crate::domain::{Money, portion};
use crate::facts::Item;
use crate::facts::order::{Gift, Kind, Order, Reduction};

/// Units of each item that have gone back, in the order of the items.
pub(super) type Gone = [u32];

/// An order with all of its prices.
pub(super) struct Books<'r> {
    pub items: &'r [Item],
    pub order: &'r Order,
    /// The price of one unit of each item.
    pub prices: Vec<i128>,
}

impl<'r> Books<'r> {
    /// None while a price is not told.
    pub(super) fn of(items: &'r [Item], order: &'r Order) -> Option<Self> {
        let prices: Option<Vec<i128>> = items.iter().map(|item| Some(item.facts.price()?.coins())).collect();
        Some(Self { items, order, prices: prices? })
    }

    pub(super) fn price(&self, place: usize) -> i128 {
        self.prices.get(place).copied().unwrap_or_default()
    }

    fn bought(&self, place: usize) -> u32 {
        self.items.get(place).map_or(0, |item| item.bought)
    }

    fn kept(&self, place: usize, gone: &Gone) -> u32 {
        self.bought(place).saturating_sub(gone.get(place).copied().unwrap_or_default())
    }

    /// What a reduction takes off the first units of an item: all reductions up to it less all before it, so that no unit
    /// bears more than its price.
    pub(super) fn borne(&self, reduction: usize, place: usize, units: u32) -> i128 {
        let upto = |count: usize| -> i128 {
            let shares = self.order.reductions.iter().take(count).filter_map(|reduction| reduction.shares.get(place));
            portion(shares.sum(), units, self.bought(place))
        };
        upto(reduction.saturating_add(1)).saturating_sub(upto(reduction))
    }

    /// What one more unit of an item really cost, whatever it was paid with.
    pub(super) fn paid_for(&self, place: usize, unit: u32) -> i128 {
        let lower = self.order.reductions.iter().enumerate().filter(|(_, reduction)| reduction.kind != Kind::Voucher);
        let off = lower.map(|(index, _)| {
            self.borne(index, place, unit.saturating_add(1)).saturating_sub(self.borne(index, place, unit))
        });
        self.price(place).saturating_sub(off.sum())
    }

    /// What is kept of some items, one by one and before anything is taken off.
    fn worth(&self, places: &[usize], gone: &Gone) -> i128 {
        places.iter().map(|place| self.price(*place).saturating_mul(self.kept(*place, gone).into())).sum()
    }

    /// Whether what is kept still comes to an amount. What never came to it was given all the same, and cannot be lost.
    fn is_earned(&self, places: &[usize], from: Money, gone: &Gone) -> bool {
        let from = from.coins();
        self.worth(places, gone) >= from || self.worth(places, &vec![0; self.items.len()]) < from
    }

    /// What a reduction still takes off goods that are kept, although they no longer earn it.
    pub(super) fn lost(&self, index: usize, reduction: &Reduction, gone: &Gone) -> i128 {
        let earned = match (reduction.kind, reduction.needs) {
            (Kind::Promotion, Some(needs)) => self.is_earned(&reduction.on, needs, gone),
            (Kind::Bundle, _) => reduction.on.iter().all(|place| self.kept(*place, gone) == self.bought(*place)),
            _ => true,
        };
        if earned {
            return 0;
        }
        let kept = reduction.on.iter().map(|place| {
            let share = reduction.shares.get(*place).copied().unwrap_or_default();
            share.saturating_sub(self.borne(index, *place, gone.get(*place).copied().unwrap_or_default()))
        });
        kept.sum()
    }

    /// The value of gifts that are kept while their goods are not.
    pub(super) fn gift_kept(&self, gift: &Gift, gone: &Gone) -> i128 {
        let some = gift.with.is_empty() || gift.with.iter().any(|place| self.kept(*place, gone) > 0);
        let enough = gift.from.is_none_or(|from| self.is_earned(&gift.with, from, gone));
        if some && enough { 0 } else { gift.value.coins().saturating_mul(self.kept(gift.item, gone).into()) }
    }

    pub(super) fn is_gift(&self, place: usize) -> bool {
        self.order.gifts.iter().any(|gift| gift.item == place)
    }

    fn goods(&self) -> Vec<usize> {
        (0..self.items.len()).filter(|place| !self.is_gift(*place)).collect()
    }

    /// Whether all goods have gone back; gifts do not count.
    pub(super) fn is_whole(&self, gone: &Gone) -> bool {
        self.goods().iter().all(|place| self.kept(*place, gone) == 0)
    }

    /// The carriage that comes back: all of it with the whole order, the share of what has gone back with a part.
    pub(super) fn carriage(&self, gone: &Gone, whole: bool, part: bool) -> i128 {
        let goods = self.goods();
        let standard = self.order.standard.coins();
        let none_gone = vec![0; self.items.len()];
        let (all, kept) = (self.worth(&goods, &none_gone), self.worth(&goods, gone));
        if whole && self.is_whole(gone) {
            standard
        } else if part && all > 0 {
            standard.saturating_sub(share(standard, kept, all))
        } else {
            0
        }
    }

    /// Carriage that was free, and that what is kept no longer earns.
    pub(super) fn free_carriage_lost(&self, gone: &Gone) -> i128 {
        let Some((from, instead)) = self.order.free else { return 0 };
        let lost = !self.is_earned(&self.goods(), from, gone);
        // What the order paid although it might have been free is not taken again.
        if lost { instead.coins().saturating_sub(self.order.carriage.coins()).max(0) } else { 0 }
    }
}

/// What is kept of an amount, to the nearest coin.
fn share(amount: i128, kept: i128, all: i128) -> i128 {
    let weights = [kept, all.saturating_sub(kept)];
    crate::domain::shared(amount, &weights, &[0, 1]).first().copied().unwrap_or_default()
}
