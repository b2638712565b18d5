//! What each remedy comes to: every rule's grant with its terms, best first.

use std::cmp::Reverse;

use super::beside::beside;
use super::case::{Case, Judged};
use crate::decision::{AmountRange, Burden, Deadline, Offer, OfferFee, RemedyDecision, Total};
use crate::domain::{Date, Finding, Money, SortedSet};
use crate::policy::vocabulary::gives_money_back;
use crate::policy::{Due, Fee, Grant, Known as _, Proof, Rule, Value, Window};

/// Every remedy that the policy knows, for so many units; every rule is judged once.
pub(super) fn remedies<'s>(case: &Case<'s, '_>, units: u32) -> Vec<RemedyDecision<'s>> {
    let judged = case.judged();
    let remedies = case.shop.remedies(case.version).into_iter();
    remedies
        .map(|(remedy, title)| {
            let granting: Vec<Judged<'s>> =
                judged.iter().filter(|(rule, _)| rule.grant(remedy).is_some()).copied().collect();
            let finding = Finding::any(granting.iter().map(|(_, finding)| *finding));
            let offers = best_first(case, &granting, remedy, units);
            RemedyDecision {
                remedy,
                title,
                finding,
                needs: if finding == Finding::Maybe { needs(case, &granting) } else { Vec::new() },
                beside: case.shop.law.as_ref().and_then(|_| beside(&offers)),
                offers,
            }
        })
        .collect()
}

fn needs<'s>(case: &Case<'s, '_>, granting: &[Judged<'s>]) -> Vec<&'s str> {
    let mut needs = SortedSet::default();
    for (rule, _) in granting {
        needs.extend(case.needs(*rule).into_vec());
    }
    needs.into_vec()
}

/// The offers of a remedy, best first.
pub(super) fn offers<'s>(case: &Case<'s, '_>, remedy: &str, units: u32) -> Vec<Offer<'s>> {
    best_first(case, &case.judged_for(&[remedy]), remedy, units)
}

fn best_first<'s>(case: &Case<'s, '_>, judged: &[Judged<'s>], remedy: &str, units: u32) -> Vec<Offer<'s>> {
    let mut offers: Vec<Offer<'s>> = Vec::new();
    for (rule, finding) in judged.iter().filter(|(_, finding)| *finding != Finding::No) {
        if let Some(grant) = rule.grant(remedy) {
            let offer = offer(case, *rule, *finding, grant, units);
            // After its equals: what is equally good stays in the order of the policy.
            let at = offers.partition_point(|known| rank(known) <= rank(&offer));
            offers.insert(at, offer);
        }
    }
    offers
}

/// Certain before possible, cheaper before dearer, later before earlier, promise before goodwill.
pub(super) fn rank(offer: &Offer<'_>) -> impl Ord + use<> {
    let cost = (offer.cost.is_none(), offer.cost.map(|cost| (cost.most, cost.least)), offer.carriage);
    let day = |day: Option<Date>| Reverse((offer.until.is_none(), day));
    let until = offer.until.as_ref();
    let last = (day(until.and_then(|until| until.least)), day(until.and_then(|until| until.most)));
    (Reverse(offer.finding), cost, last, offer.goodwill)
}

fn offer<'s>(case: &Case<'s, '_>, rule: Rule<'s>, finding: Finding, grant: Grant<'s>, units: u32) -> Offer<'s> {
    let price = case.facts.price();
    let money_back = gives_money_back(grant.remedy());
    let possible: Vec<OfferFee<'s>> = grant.fees().filter_map(|fee| offer_fee(case, fee, price)).collect();
    let (mut fees, open): (Vec<_>, Vec<_>) = possible.into_iter().partition(|fee| fee.finding == Finding::Yes);
    fees.extend(open);
    if let (true, Some(price)) = (money_back, price) {
        keep_within(price, &mut fees);
    }
    let zero = Money::zero(case.shop.currency);
    let sum = |wanted: fn(&OfferFee<'_>) -> bool| {
        let mut wanted = fees.iter().filter(|fee| wanted(fee));
        wanted.try_fold(zero, |sum, fee| fee.amount.and_then(|amount| sum.plus(amount)))
    };
    let (least, most) = (sum(|fee| fee.finding == Finding::Yes), sum(|_| true));
    let cost = least.zip(most).map(|(least, most)| AmountRange { least, most });
    let back = price.filter(|_| money_back).zip(cost);
    let back = back.map(|(price, cost)| AmountRange { least: price.minus(cost.most), most: price.minus(cost.least) });
    let all = |range: Option<AmountRange>| {
        let range = range?;
        Some(AmountRange { least: range.least.times(units)?, most: range.most.times(units)? })
    };
    let mut carriage_needs = SortedSet::default();
    if let Some(condition) = grant.carriage_condition() {
        condition.needs(case.facts, &mut carriage_needs);
    }
    Offer {
        rule: rule.id(),
        by: rule.granted(),
        clause: rule.clause(),
        title: rule.title(),
        goodwill: rule.goodwill(),
        remedy: grant.remedy(),
        finding,
        needs: case.needs(rule).into_vec(),
        until: rule.window().map(|window| case.window(window).until),
        shows: rule.shows().map(|window| case.shows(window).until),
        carriage: grant.carriage(case.facts),
        carriage_needs: carriage_needs.into_vec(),
        chooses: grant.chooses(),
        proof: rule.proof().map(|proof| burden(case, proof)),
        fees,
        cost,
        back,
        units,
        total: Total { cost: all(cost), back: all(back) },
        deadlines: grant.deadlines().map(|(due, window)| deadline(case, due, window)).collect(),
    }
}

fn burden(case: &Case<'_, '_>, proof: Proof<'_>) -> Burden {
    match proof {
        Proof::Shop => Burden::Shop,
        Proof::Shopper => Burden::Shopper,
        Proof::Within(window) => match case.shows(window).finding {
            Finding::Yes => Burden::Shop,
            Finding::No => Burden::Shopper,
            Finding::Maybe => Burden::Open,
        },
    }
}

fn deadline<'s>(case: &Case<'s, '_>, due: Due, window: Window<'s>) -> Deadline<'s> {
    let from = window.events().into_iter().map(|event| event.fact).collect();
    Deadline { due, from, length: window.length(), until: case.window(window).until }
}

/// A fee, unless it is certainly not due.
fn offer_fee<'s>(case: &Case<'s, '_>, fee: Fee<'s>, price: Option<Money>) -> Option<OfferFee<'s>> {
    let mut needs = SortedSet::default();
    let finding = fee.condition().map_or(Finding::Yes, |condition| {
        condition.needs(case.facts, &mut needs);
        condition.finding(case.facts)
    });
    if finding == Finding::No {
        return None;
    }
    let percent = fee.percent();
    let told = fee.fact().map(|fact| (fact, case.facts.value(fact)));
    if let Some((fact, None)) = told {
        needs.insert(fact);
    }
    let told = match told {
        Some((_, Some(Value::Money(amount)))) => Some(*amount),
        _ => None,
    };
    let share = percent.and_then(|percent| price?.share(percent, case.version.rounding));
    Some(OfferFee {
        id: fee.id(),
        title: fee.title(),
        finding,
        needs: needs.into_vec(),
        percent,
        amount: share.or_else(|| fee.amount(case.shop.currency)).or(told),
        quoted: fee.is_quoted(),
        judged: fee.is_judged(),
        settled: fee.is_settled(),
    })
}

/// Fees never take more than what was paid, so that the lines always add up.
fn keep_within(price: Money, fees: &mut [OfferFee<'_>]) {
    let mut left = price;
    for fee in fees {
        if let Some(amount) = fee.amount {
            let kept = amount.min(left);
            left = left.minus(kept);
            fee.amount = Some(kept);
        }
    }
}
