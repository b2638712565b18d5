//! Onto which means of payment a refund comes.

use super::books::{Books, Gone};
use super::lines::{About, Lines};
use crate::domain::{Currency, Finding, Money, shared};
use crate::facts::order::{Kind, SettleRequest};
use crate::settlement::{Breakdown, Form, LineCode, Onto};

/// In what form amounts come back, and in which order means are filled.
pub(super) struct Means {
    /// Whether coupons and vouchers come back as such.
    pub voucher: Finding,
    /// Whether the means are filled one after the other.
    pub in_order: bool,
    /// Whether all of it comes as credit of the store.
    pub credit: bool,
}

/// Closes the lines: nothing is asked of the shopper, no means gets more than was paid with it, and all of it has a place.
pub(super) fn closed<'s>(
    mut lines: Lines<'s>,
    books: &Books<'_>,
    (before, after): (&Gone, &Gone),
    means: &Means,
    currency: Currency,
) -> Breakdown<'s> {
    let owed = lines.sum.min(0).saturating_neg();
    lines.add(LineCode::StaysOwed, owed, About::default());
    let order = books.order;
    // Each coupon with what of it went into the units that go back, and what can still come back of it.
    let coupons: Vec<(&str, i128, i128)> = order
        .reductions
        .iter()
        .enumerate()
        .filter(|(_, reduction)| reduction.kind == Kind::Voucher)
        .map(|(index, reduction)| {
            let borne = |gone: &Gone| -> i128 {
                let units = gone.iter().enumerate().map(|(place, units)| books.borne(index, place, *units));
                units.sum()
            };
            let all: i128 = reduction.shares.iter().sum();
            let left = all.saturating_sub(reduction.refunded.map_or_else(|| borne(before), Money::coins)).max(0);
            (reduction.id.as_str(), borne(after).saturating_sub(borne(before)).min(left), left)
        })
        .collect();
    let by_coupon: i128 = coupons.iter().map(|(_, coins, _)| *coins).sum();
    let coupons_left: i128 = coupons.iter().map(|(_, _, left)| *left).sum();
    let left: Vec<i128> = order.payments.iter().map(|payment| payment.left.coins()).collect();
    let most: i128 = left.iter().sum();
    let beyond = lines.sum.saturating_sub(most.saturating_add(coupons_left)).max(0);
    lines.add(LineCode::WentBack, beyond.saturating_neg(), About::default());
    // What is taken is taken from the money first; what was taken from a coupon comes back to it once the money is full.
    let money = lines.sum.saturating_sub(by_coupon).max(0).min(most);
    let in_coupons = lines.sum.saturating_sub(money);
    let weight = |(_, coins, left): &(&str, i128, i128)| if in_coupons > by_coupon { *left } else { *coins };
    let coupon_weights: Vec<i128> = coupons.iter().map(weight).collect();
    let places = |weights: &[i128]| (0..weights.len()).collect::<Vec<usize>>();
    let to_payments = if means.in_order { filled(money, &left) } else { shared(money, &left, &places(&left)) };
    let to_coupons = shared(in_coupons, &coupon_weights, &places(&coupon_weights));
    let form = |voucher: bool| match (voucher, means.voucher) {
        (true, Finding::Yes) => Form::Voucher,
        (true, Finding::Maybe) => Form::Open,
        _ if means.credit => Form::StoreCredit,
        _ => Form::Money,
    };
    let payments = order
        .payments
        .iter()
        .zip(to_payments)
        .map(|(payment, coins)| (payment.id.as_str(), payment.method.clone(), form(payment.voucher), coins));
    let coupons = coupons.iter().zip(to_coupons).map(|((id, ..), coins)| (*id, None, form(true), coins));
    let onto = payments.chain(coupons).filter(|(.., coins)| *coins > 0);
    let onto = onto.map(|(id, method, form, coins)| Onto {
        id: id.to_owned(),
        method,
        form,
        amount: Money::of_coins(coins, currency),
    });
    Breakdown {
        onto: onto.collect(),
        lines: lines.lines,
        rest: lines.rest,
        owed: (owed > 0).then(|| Money::of_coins(owed, currency)),
    }
}

/// Each means up to what can still go back to it, one after the other.
fn filled(amount: i128, left: &[i128]) -> Vec<i128> {
    let mut rest = amount;
    let fill = |most: &i128| {
        let coins = rest.min(*most);
        rest = rest.saturating_sub(coins);
        coins
    };
    left.iter().map(fill).collect()
}

/// All that was paid and did not go back yet.
pub(super) fn all(request: &SettleRequest) -> Vec<Onto> {
    let credit = request.remedy == "store-credit";
    let payments = request.order.payments.iter().filter(|payment| payment.left.coins() > 0);
    let onto = payments.map(|payment| Onto {
        id: payment.id.clone(),
        method: payment.method.clone(),
        form: match (payment.voucher, credit) {
            (true, _) => Form::Open,
            (false, true) => Form::StoreCredit,
            (false, false) => Form::Money,
        },
        amount: payment.left,
    });
    onto.collect()
}
