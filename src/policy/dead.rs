//! Rules that can never hold.

use super::condition::Known;
use super::names::currency_of;
use super::partition::{Part, Partition, Turns};
use super::test::Test;
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
    let mut combinations = 1_usize;
    let mut partitions = Vec::new();
    for fact in version.facts().all().filter(|fact| tested(fact.name)) {
        let partition = Partition::of(fact, &tests, None, Turns::default(), currency);
        combinations = combinations.saturating_mul(partition.parts.len());
        if !partition.complete || combinations > MOST {
            return false;
        }
        partitions.push((fact.name, partition.parts));
    }
    !some_holds(rule, &partitions, &mut Supposed::default())
}

fn some_holds<'s>(rule: Rule<'s>, partitions: &[(&'s str, Vec<Part>)], supposed: &mut Supposed<'s>) -> bool {
    let Some(((fact, parts), others)) = partitions.split_first() else {
        return rule.holds(supposed) != Finding::No;
    };
    parts.iter().any(|part| {
        supposed.0.push((fact, part.value.clone()));
        let holds = some_holds(rule, others, supposed);
        supposed.0.pop();
        holds
    })
}
