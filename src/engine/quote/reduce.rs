//! What is taken off, the tax, and what the total is for.

use super::bill::{Bench, Both, Charged, Group, World, sum};
use crate::domain::{Finding, Money, Rate, Rounding, shared};
use crate::policy::repair::{Amount, Entry, Tax};
use crate::quote::{Portion, Share, Taken, TaxLine};

/// What a bill comes to.
pub(super) struct Reduced<'s> {
    pub discounts: Vec<Taken<'s>>,
    pub tax: Vec<TaxLine>,
    pub total: Both<Money>,
    pub shares: Vec<Share>,
}

/// The groups that a discount can be taken from, as the policy names them.
const REDUCIBLE: [(Group, &str); 5] = [
    (Group::Parts, "parts"),
    (Group::Labour, "labour"),
    (Group::Diagnosis, "diagnosis"),
    (Group::Carriage, "carriage"),
    (Group::Surcharges, "surcharges"),
];

/// What is left to pay of each group, in one world.
#[derive(Clone)]
struct Left(Vec<(Group, Money)>);

impl Left {
    fn of(charged: &[Charged<'_>], world: World, zero: Money) -> Self {
        let groups = REDUCIBLE.iter().map(|(group, _)| *group).chain([Group::Fees]);
        let pays = |group| charged.iter().filter(move |charged| charged.group == group);
        Self(groups.map(|group| (group, sum(zero, pays(group).map(|charged| *charged.pays.get(world))))).collect())
    }

    fn sum(&self, zero: Money, wanted: impl Fn(Group) -> bool) -> Money {
        sum(zero, self.0.iter().filter(|(group, _)| wanted(*group)).map(|(_, left)| *left))
    }

    /// Takes percent off some groups, of each rounded once, or an amount, which they bear by what is left of each; how much
    /// that is.
    ///
    /// A percentage of one group never depends on how another one was rounded, so that less to pay stays less to pay.
    fn take(&mut self, off: Amount, of: impl Fn(Group) -> bool, zero: Money, rounding: Rounding) -> Money {
        let bearing = self.0.iter_mut().filter(|(group, left)| of(*group) && *left > zero);
        let mut bearing: Vec<&mut Money> = bearing.map(|(_, left)| left).collect();
        let base = sum(zero, bearing.iter().map(|left| **left));
        let (shares, mut open): (Vec<Option<Money>>, Money) = match off {
            Amount::Percent(percent) => (bearing.iter().map(|left| left.share(percent, rounding)).collect(), base),
            Amount::Fixed(amount) => {
                let amount = amount.min(base);
                let part = |left: &&mut Money| amount.part(left.decimal(), base.decimal(), rounding);
                (bearing.iter().map(part).collect(), amount)
            }
        };
        let whole = open;
        for (left, share) in bearing.iter_mut().zip(shares) {
            bear(left, share.unwrap_or(zero), &mut open);
        }
        if let Amount::Percent(_) = off {
            return whole.minus(open);
        }
        // The last one bears what rounding left, and those before it what is more than it has.
        for left in bearing.into_iter().rev() {
            bear(left, open, &mut open);
        }
        whole
    }
}

fn bear(left: &mut Money, share: Money, open: &mut Money) {
    let share = share.min(*open).min(*left);
    *left = left.minus(share);
    *open = open.minus(share);
}

/// What parts and labour come to with everything taken off, before anything is carried.
pub(super) fn work(bench: &Bench<'_, '_>, charged: &[Charged<'_>]) -> Both<Money> {
    let mut left = Both::of(|world| Left::of(charged, world, bench.zero));
    bench.request.book.discounts().for_each(|discount| {
        taken(bench, discount, &mut left);
    });
    Both::of(|world| left.get(world).sum(bench.zero, |group| matches!(group, Group::Parts | Group::Labour)))
}

/// The bill with what is taken off and the tax.
pub(super) fn reduced<'s>(bench: &Bench<'_, 's>, charged: &[Charged<'s>]) -> Reduced<'s> {
    let zero = bench.zero;
    let rounding = bench.request.book.version.rounding;
    let mut left = Both::of(|world| Left::of(charged, world, zero));
    let discounts = bench.request.book.discounts().filter_map(|discount| taken(bench, discount, &mut left)).collect();
    let tax = bench.request.book.tax(bench.request.country());
    let taxed = Both::of(|world| taxes(tax, left.get(world), zero, rounding));
    let total = Both::of(|world| {
        let added = taxed.get(world).iter().filter(|_| tax.is_some_and(|tax| !tax.included));
        left.get(world).sum(zero, |_| true).and(sum(zero, added.map(|(_, amount)| *amount)))
    });
    let lines = taxed.well.iter().zip(&taxed.badly).map(|((rate, least), (_, most))| TaxLine {
        rate: *rate,
        included: tax.is_some_and(|tax| tax.included),
        amount: Both { well: *least, badly: *most }.range(),
    });
    let tax_lines = lines.filter(|line| line.amount.least > zero || line.amount.most > zero).collect();
    let added = total.badly.minus(left.badly.sum(zero, |_| true));
    Reduced { discounts, tax: tax_lines, total, shares: shares(&left.badly, added, zero) }
}

/// What a discount takes off; nothing if it does not apply.
fn taken<'s>(bench: &Bench<'_, 's>, discount: Entry<'s>, left: &mut Both<Left>) -> Option<Taken<'s>> {
    let request = bench.request;
    let coupon = discount.word("coupon");
    let told = |coupon: &str| request.coupon.as_deref().is_some_and(|told| told.eq_ignore_ascii_case(coupon.trim()));
    let enough = discount
        .whole("repairs")
        .is_none_or(|least| i64::try_from(bench.work.quoted.len()).is_ok_and(|quoted| quoted >= least));
    let finding = discount.condition().map_or(Finding::Yes, |condition| condition.finding(request.facts()));
    if coupon.is_some_and(|coupon| !told(coupon)) || !enough || finding == Finding::No {
        return None;
    }
    let named = discount.names("off");
    let wanted = |group: Group| {
        let name = REDUCIBLE.iter().find(|(known, _)| *known == group).map(|(_, name)| *name);
        let parts_and_labour = matches!(group, Group::Parts | Group::Labour);
        if named.is_empty() { parts_and_labour } else { name.is_some_and(|name| named.contains(&name)) }
    };
    let rounding = request.book.version.rounding;
    let off = discount.amount()?;
    let take = |left: &mut Left, world| match (finding, world) {
        (Finding::Maybe, World::Badly) => bench.zero,
        _ => left.take(off, wanted, bench.zero, rounding),
    };
    let amount = Both { well: take(&mut left.well, World::Well), badly: take(&mut left.badly, World::Badly) };
    let percent = match off {
        Amount::Percent(percent) => Some(percent),
        Amount::Fixed(_) => None,
    };
    let something = amount.well > bench.zero || amount.badly > bench.zero;
    something.then(|| Taken { id: discount.id, title: discount.title(), percent, amount: amount.range(), finding })
}

/// The tax by its rates, each rounded once.
fn taxes(tax: Option<Tax>, left: &Left, zero: Money, rounding: Rounding) -> Vec<(Rate, Money)> {
    let Some(tax) = tax else { return Vec::new() };
    let parts = left.sum(zero, |group| group == Group::Parts);
    let services = left.sum(zero, |group| group != Group::Parts);
    let bases = if tax.parts == tax.services {
        vec![(tax.parts, parts.and(services))]
    } else {
        vec![(tax.parts, parts), (tax.services, services)]
    };
    let of = |(rate, base): (Rate, Money)| {
        let amount = if tax.included { rate.held_in(base, rounding) } else { rate.added_to(base, rounding) };
        (rate, amount.unwrap_or(zero))
    };
    bases.into_iter().map(of).collect()
}

/// What the total is for.
fn shares(left: &Left, added: Money, zero: Money) -> Vec<Share> {
    let of = |wanted: &[Group]| left.sum(zero, |group| wanted.contains(&group));
    let portions = [
        (Portion::Parts, of(&[Group::Parts])),
        (Portion::Labour, of(&[Group::Labour, Group::Diagnosis])),
        (Portion::Carriage, of(&[Group::Carriage])),
        (Portion::Surcharges, of(&[Group::Surcharges, Group::Fees])),
        (Portion::Tax, added),
    ];
    let parts: Vec<(Portion, Money)> = portions.into_iter().filter(|(_, amount)| *amount > zero).collect();
    let weights: Vec<i128> = parts.iter().map(|(_, amount)| amount.coins()).collect();
    let order: Vec<usize> = (0..weights.len()).collect();
    let thousandths = shared(1000, &weights, &order).into_iter().map(|share| u32::try_from(share).unwrap_or_default());
    parts.into_iter().zip(thousandths).map(|((of, amount), thousandths)| Share { of, amount, thousandths }).collect()
}
