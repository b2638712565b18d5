//! Rules that can never hold.

use super::condition::{Fact, Known, Test};
use super::partition::{Part, Partition, PossibleDays};
use super::value::Value;
use super::{Rule, Version};
use crate::domain::{Currency, Finding, SortedMap};

/// The most combinations that are tried; beyond them a rule is taken to be alive.
const MOST: usize = 4_096;

/// Facts as they would be.
#[derive(Default)]
struct Supposed(SortedMap<String, Value>);

impl Known for Supposed {
    fn value(&self, fact: &Fact) -> Option<&Value> {
        self.0.get(&fact.name)
    }
}

/// Whether no values of the facts at all let a rule hold. Every combination is tried.
pub(super) fn is_dead(rule: &Rule, version: &Version, currency: Currency) -> bool {
    let mut tests: Vec<&Test> = Vec::new();
    rule.tests(&mut |test| tests.push(test));
    let tested = |fact: &Fact| {
        let reason = rule.reasons.as_ref().is_some_and(|reasons| reasons.fact.name == fact.name);
        reason || tests.iter().any(|test| test.fact.name == fact.name)
    };

    let mut combinations = 1_usize;
    let mut partitions = Vec::new();
    for fact in version.facts.iter().filter(|fact| tested(fact)) {
        let partition = Partition::of(fact, &tests, None, &PossibleDays::default(), currency);
        combinations = combinations.saturating_mul(partition.parts.len());
        if !partition.complete || combinations > MOST {
            return false;
        }
        partitions.push((fact.name.as_str(), partition.parts));
    }
    !some_holds(rule, &partitions, &mut Supposed::default())
}

fn some_holds(rule: &Rule, partitions: &[(&str, Vec<Part>)], supposed: &mut Supposed) -> bool {
    let Some(((fact, parts), others)) = partitions.split_first() else {
        return rule.holds(supposed) != Finding::No;
    };
    parts.iter().any(|part| {
        supposed.0.insert((*fact).to_owned(), part.value.clone());
        some_holds(rule, others, supposed)
    })
}
