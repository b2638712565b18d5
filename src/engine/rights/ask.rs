//! What to ask, the question that settles most first.

use std::cmp::Ordering;

use super::case::{Case, by_remedy};
use crate::decision::{Choice, DeclaredFact, Merit, Offer, Question, RemedyDecision};
use crate::domain::{Finding, SortedSet};
use crate::policy::vocabulary::FactType;
use crate::policy::{Fact, Facts, Fee, Shop, Value, Version};

/// How much is open: first whether remedies are granted, then on which terms.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Open {
    remedies: u32,
    terms: u32,
}

impl Open {
    /// Without making the offers, because every answer to every question is tried.
    fn count(case: &Case<'_, '_>) -> Self {
        let mut open = Self::default();
        let judged = case.judged();
        for (rule, _) in judged.iter().filter(|(_, finding)| *finding == Finding::Yes) {
            let day = rule.window().is_some_and(|window| case.window(window).until.settled_by.is_some());
            for grant in rule.grants() {
                let conditions = grant.fees().filter_map(Fee::condition).chain(grant.carriage_condition());
                let maybe = conditions.filter(|condition| condition.finding(case.facts) == Finding::Maybe).count();
                let terms = u32::try_from(maybe).unwrap_or(u32::MAX).saturating_add(u32::from(day));
                open.terms = open.terms.saturating_add(terms);
            }
        }
        let maybe = by_remedy(&judged).into_iter().filter(|(_, finding)| *finding == Finding::Maybe).count();
        open.remedies = u32::try_from(maybe).unwrap_or(u32::MAX);
        open
    }
}

/// What stays open over all answers to a question; compared as an average.
struct Expected {
    remedies: u64,
    terms: u64,
    answers: u64,
}

impl Expected {
    fn least_open(&self, other: &Self) -> Ordering {
        let compare =
            |mine: u64, others: u64| mine.saturating_mul(other.answers).cmp(&others.saturating_mul(self.answers));
        compare(self.remedies, other.remedies).then_with(|| compare(self.terms, other.terms))
    }
}

/// The facts that would settle what is open, the one that settles most on average first.
///
/// Every kind of answer that the policy tells apart is tried; answers count alike. What settles equally much comes in
/// the order of who can say it (shopper, delivery note, shop), then of the policy's facts.
pub(super) fn questions<'s>(case: &Case<'s, '_>, remedies: &[RemedyDecision<'s>]) -> Vec<Question<'s>> {
    let mut wanted: SortedSet<&str> = SortedSet::default();
    for remedy in remedies {
        wanted.extend(remedy.needs.iter().copied());
        wanted.extend(remedy.offers.iter().filter(|offer| offer.finding == Finding::Yes).flat_map(terms));
        wanted.extend(better(remedy));
    }
    let facts = case.shop.facts(case.version).into_iter().filter(|fact| wanted.contains(&fact.name));
    let mut scored: Vec<(Expected, Fact<'_>)> = Vec::new();
    for fact in facts {
        let expected = expected(case, fact);
        let at = scored.partition_point(|(known, known_fact)| {
            let order = known.least_open(&expected).then(known_fact.settled_by.cmp(&fact.settled_by));
            order != Ordering::Greater
        });
        scored.insert(at, (expected, fact));
    }
    scored.into_iter().map(|(_, fact)| question(fact, decides(fact, remedies))).collect()
}

/// Facts that settle the terms of an offer that is certain.
fn terms<'o>(offer: &'o Offer<'_>) -> impl Iterator<Item = &'o str> {
    let fees = offer.fees.iter().flat_map(|fee| &fee.needs);
    fees.chain(offer.until.iter().flat_map(|until| &until.settled_by)).chain(&offer.carriage_needs).copied()
}

/// Facts that settle the shop's offer or that of the law, where it is open and would be better than the other one.
fn better<'o>(remedy: &'o RemedyDecision<'_>) -> impl Iterator<Item = &'o str> {
    let sides = remedy.beside.iter().flat_map(|beside| [&beside.shop, &beside.law]);
    let ahead =
        sides.filter(|side| side.ahead.iter().any(|merit| *merit != Merit::Granted && *merit != Merit::Certain));
    let offers = ahead.filter_map(|side| remedy.offers.get(side.offer?));
    offers.filter(|offer| offer.finding == Finding::Maybe).flat_map(|offer| &offer.needs).copied()
}

fn decides<'s>(fact: Fact<'_>, remedies: &[RemedyDecision<'s>]) -> Vec<&'s str> {
    let by = |remedy: &&RemedyDecision<'s>| {
        remedy.needs.contains(&fact.name)
            || remedy.offers.iter().any(|offer| terms(offer).any(|name| name == fact.name))
            || better(remedy).any(|name| name == fact.name)
    };
    remedies.iter().filter(by).map(|remedy| remedy.remedy).collect()
}

fn expected(case: &Case<'_, '_>, fact: Fact<'_>) -> Expected {
    let mut expected = Expected { remedies: 0, terms: 0, answers: 0 };
    for part in case.partition(fact, &[case.version]).parts {
        let open = case.supposing(fact.name, &one_of(&part.value), Open::count);
        if let Some(open) = open {
            expected.remedies = expected.remedies.saturating_add(open.remedies.into());
            expected.terms = expected.terms.saturating_add(open.terms.into());
            expected.answers = expected.answers.saturating_add(1);
        }
    }
    expected
}

/// An answer names one day, not all the days of a part.
fn one_of(value: &Value) -> Value {
    match value {
        Value::Days(days) => Value::Days(crate::policy::Days { to: days.from.or(days.to), ..*days }),
        other => other.clone(),
    }
}

/// The facts that the policy and the law declare, in their words.
pub(super) fn declared<'s>(shop: &'s Shop, version: &'s Version) -> Vec<DeclaredFact<'s>> {
    let declared = shop.facts(version).into_iter().filter(|fact| Facts::built_in(fact.name).is_none());
    declared
        .map(|fact| DeclaredFact { fact: fact.name, kind: fact.kind, ask: fact.ask(), values: choices(fact) })
        .collect()
}

fn choices(fact: Fact<'_>) -> Option<Vec<Choice<'_>>> {
    let values = || fact.values().into_iter().map(|(value, label)| Choice { value, label });
    (fact.kind == FactType::Enum).then(|| values().collect())
}

/// A fact as a question.
pub(super) fn question<'s>(fact: Fact<'s>, decides: Vec<&'s str>) -> Question<'s> {
    Question {
        fact: fact.name,
        kind: fact.kind,
        values: choices(fact),
        ask: fact.ask(),
        help: fact.help(),
        settled_by: fact.settled_by,
        decides,
    }
}
