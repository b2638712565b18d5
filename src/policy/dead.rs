//! Rules that can never hold, and outcomes that nothing comes to.

use super::condition::Known;
use super::names::currency_of;
use super::partition::{Part, Partition, Turns};
use super::test::Test;
use super::triage::Outcome;
use super::value::Value;
use super::{Rule, Version};
use crate::domain::{Code, Currency, Finding, Log, Pointer};

/// The most combinations that are tried; beyond them a rule is taken to be alive.
const MOST: usize = 4_096;

/// Tells every rule that can never hold.
pub(super) fn check(version: &Version, at: &Pointer, log: &mut Log) {
    let Some(currency) = currency_of(&version.document) else { return };
    for rule in version.rules().filter(|rule| is_dead(*rule, version, currency)) {
        log.add(Code::PolicyDeadRule, &at.key("rules").index(rule.index), &[("value", rule.id())]);
    }
    let Some(triage) = version.triage() else { return };
    let outcomes: Vec<Outcome<'_>> = triage.outcomes().collect();
    for (index, outcome) in outcomes.iter().enumerate() {
        let (earlier, _) = outcomes.split_at(index);
        if is_out_of_reach(*outcome, earlier, version, currency) {
            log.add(
                Code::PolicyDeadOutcome,
                &at.key("triage").key("outcomes").index(index),
                &[("value", outcome.id())],
            );
        }
    }
}

/// Whether an outcome holds for no values of the facts at all, or an earlier one holds wherever it does.
fn is_out_of_reach(outcome: Outcome<'_>, earlier: &[Outcome<'_>], version: &Version, currency: Currency) -> bool {
    let mut tests: Vec<Test<'_>> = Vec::new();
    outcome.condition().tests(None, &mut |test| tests.push(test));
    let tested = |fact: &str| tests.iter().any(|test| test.fact() == fact);
    let before: Vec<&Outcome<'_>> = earlier.iter().filter(|other| other.covers(outcome)).collect();
    partitions(version, &tests, &tested, currency).is_some_and(|partitions| {
        let reached = |known: &Supposed<'_>| {
            let first = before.iter().all(|other| other.condition().finding(known) != Finding::Yes);
            first && outcome.condition().finding(known) != Finding::No
        };
        !some(&reached, &partitions, &mut Supposed::default())
    })
}

/// Facts as they would be.
#[derive(Default)]
struct Supposed<'s>(Vec<(&'s str, Value)>);

impl Known for Supposed<'_> {
    fn value(&self, fact: &str) -> Option<&Value> {
        self.0.iter().find(|(known, _)| *known == fact).map(|(_, value)| value)
    }
}

/// Whether no values of the facts at all let a rule hold. Every combination is tried.
fn is_dead(rule: Rule<'_>, version: &Version, currency: Currency) -> bool {
    let mut tests: Vec<Test<'_>> = Vec::new();
    rule.tests(&mut |test| tests.push(test));
    let tested =
        |fact: &str| (fact == "reason" && rule.reasons().is_some()) || tests.iter().any(|test| test.fact() == fact);
    partitions(version, &tests, &tested, currency).is_some_and(|partitions| {
        let holds = |known: &Supposed<'_>| rule.holds(known) != Finding::No;
        !some(&holds, &partitions, &mut Supposed::default())
    })
}

/// The values of a fact that the policy tells apart.
type Parts<'s> = (&'s str, Vec<Part>);

/// The parts of every fact that is tested; none if they are too many to try.
fn partitions<'s>(
    version: &'s Version,
    tests: &[Test<'_>],
    tested: &dyn Fn(&str) -> bool,
    currency: Currency,
) -> Option<Vec<Parts<'s>>> {
    let mut combinations = 1_usize;
    let mut partitions = Vec::new();
    for fact in version.facts().all().filter(|fact| tested(fact.name)) {
        let partition = Partition::of(fact, tests, None, Turns::default(), currency);
        combinations = combinations.saturating_mul(partition.parts.len());
        if !partition.complete || combinations > MOST {
            return None;
        }
        partitions.push((fact.name, partition.parts));
    }
    Some(partitions)
}

/// Whether something holds for some values of the facts.
fn some<'s>(holds: &dyn Fn(&Supposed<'s>) -> bool, partitions: &[Parts<'s>], supposed: &mut Supposed<'s>) -> bool {
    let Some(((fact, parts), others)) = partitions.split_first() else {
        return holds(supposed);
    };
    parts.iter().any(|part| {
        supposed.0.push((fact, part.value.clone()));
        let holds = some(holds, others, supposed);
        supposed.0.pop();
        holds
    })
}
