//! What is taken off, the tax, and what the total is for.

use super::bill::{Bench, Both, Charged, Group, World, sum};
use crate::domain::{Finding, Money, Rate, Rounding};
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

    /// Takes an amount off some groups, from each by what is left of it.
    fn take(&mut self, amount: Money, of: impl Fn(Group) -> bool, zero: Money, rounding: Rounding) {
        let base = self.sum(zero, &of);
        let mut open = amount;
        let mut takers: Vec<&mut Money> = Vec::new();
        for (group, left) in &mut self.0 {
            if of(*group) && *left > zero {
                takers.push(left);
            }
        }
        let last = takers.len().saturating_sub(1);
        for (place, left) in takers.iter_mut().enumerate() {
            let by_size = amount.part(left.decimal(), base.decimal(), rounding).unwrap_or(open);
            let taken = if place == last { open } else { by_size }.min(open).min(**left);
            **left = left.minus(taken);
            open = open.minus(taken);
        }
        for left in takers {
            let taken = open.min(*left);
            *left = left.minus(taken);
            open = open.minus(taken);
        }
    }
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
    Reduced { discounts, tax: tax_lines, total, shares: shares(&left.badly, added, total.badly, zero) }
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
    let off = discount.names("off");
    let wanted = |group: Group| {
        let named = REDUCIBLE.iter().find(|(known, _)| *known == group).map(|(_, name)| *name);
        let parts_and_labour = matches!(group, Group::Parts | Group::Labour);
        if off.is_empty() { parts_and_labour } else { named.is_some_and(|name| off.contains(&name)) }
    };
    let rounding = request.book.version.rounding;
    let amount = Both::of(|world| {
        let base = left.get(world).sum(bench.zero, wanted);
        match discount.amount() {
            Some(_) if finding == Finding::Maybe && world == World::Badly => bench.zero,
            Some(Amount::Percent(percent)) => base.share(percent, rounding).unwrap_or(bench.zero),
            Some(Amount::Fixed(amount)) => amount.min(base),
            None => bench.zero,
        }
    });
    left.well.take(amount.well, wanted, bench.zero, rounding);
    left.badly.take(amount.badly, wanted, bench.zero, rounding);
    let percent = match discount.amount() {
        Some(Amount::Percent(percent)) => Some(percent),
        _ => None,
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
fn shares(left: &Left, added: Money, total: Money, zero: Money) -> Vec<Share> {
    let of = |wanted: &[Group]| left.sum(zero, |group| wanted.contains(&group));
    let portions = [
        (Portion::Parts, of(&[Group::Parts])),
        (Portion::Labour, of(&[Group::Labour, Group::Diagnosis])),
        (Portion::Carriage, of(&[Group::Carriage])),
        (Portion::Surcharges, of(&[Group::Surcharges, Group::Fees])),
        (Portion::Tax, added),
    ];
    let mut shares: Vec<(Share, i128)> = Vec::new();
    let mut open = 1000_u32;
    for (of, amount) in portions.into_iter().filter(|(_, amount)| *amount > zero) {
        let (whole, rest) = total.thousandths(amount);
        open = open.saturating_sub(whole);
        shares.push((Share { of, amount, thousandths: whole }, rest));
    }
    // What rounding down left goes to those that lost most by it.
    while open > 0 && !shares.is_empty() {
        let most = shares.iter().map(|(_, rest)| *rest).max().unwrap_or_default();
        if let Some((share, rest)) = shares.iter_mut().find(|(_, rest)| *rest == most) {
            share.thousandths = share.thousandths.saturating_add(1);
            *rest = -1;
        }
        open = open.saturating_sub(1);
    }
    shares.into_iter().map(|(share, _)| share).collect()
}
