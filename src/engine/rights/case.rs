//! One item before one version of the policy, on one day.

use crate::domain::{Date, Finding, SortedSet};
use crate::facts::{EVENTS, Facts, follows};
use crate::policy::vocabulary::FactType;
use crate::policy::{Fact, Fee, Known as _, Partition, Proof, Rule, Shop, Test, Turns, Value, Version};

/// What is judged.
#[derive(Clone, Copy)]
pub(super) struct Case<'s, 'f> {
    pub shop: &'s Shop,
    pub version: &'s Version,
    pub facts: &'f Facts,
    pub today: Date,
}

/// A rule and what it comes to.
pub(super) type Judged<'s> = (Rule<'s>, Finding);

/// Whether each remedy is granted by any of these rules.
pub(super) fn by_remedy<'s>(judged: &[Judged<'s>]) -> Vec<(&'s str, Finding)> {
    let mut remedies: Vec<(&'s str, Finding)> = Vec::new();
    for (rule, finding) in judged {
        for grant in rule.grants() {
            match remedies.iter_mut().find(|(known, _)| *known == grant.remedy()) {
                Some((_, known)) => *known = (*finding).max(*known),
                None => remedies.push((grant.remedy(), *finding)),
            }
        }
    }
    remedies
}

impl<'s> Case<'s, '_> {
    /// Whether a rule grants.
    pub(super) fn finding(&self, rule: Rule<'_>) -> Finding {
        // What costs most comes last, and is not needed for what is a no already.
        let holds = std::iter::once_with(|| rule.holds(self.facts));
        let window = rule.window().into_iter().map(|window| self.window(window).finding);
        let shows = rule.shows().into_iter().map(|window| self.shows(window).finding);
        Finding::all(holds.chain(window).chain(shows))
    }

    /// The facts that still settle a rule; none once it is settled.
    pub(super) fn needs(&self, rule: Rule<'s>) -> SortedSet<&'s str> {
        let mut needs = SortedSet::default();
        if self.finding(rule) != Finding::Maybe {
            return needs;
        }
        if rule.fits(self.facts) == Finding::Maybe {
            needs.insert("reason");
        }
        if rule.reigns(self.facts) == Finding::Maybe {
            needs.insert("purchased");
        }
        for condition in rule.conditions() {
            condition.needs(self.facts, &mut needs);
        }
        let window = rule.window().map(|window| self.window(window));
        let shows = rule.shows().map(|window| self.shows(window));
        for opened in window.into_iter().chain(shows).filter(|opened| opened.finding == Finding::Maybe) {
            needs.extend(opened.needs.into_vec());
        }
        needs
    }

    /// Every rule and what it comes to.
    pub(super) fn judged(&self) -> Vec<Judged<'s>> {
        self.rules().into_iter().map(|rule| (rule, self.finding(rule))).collect()
    }

    /// Those that grant one of some remedies.
    pub(super) fn judged_for(&self, remedies: &[&str]) -> Vec<Judged<'s>> {
        let granting =
            self.rules().into_iter().filter(|rule| rule.grants().any(|grant| remedies.contains(&grant.remedy())));
        granting.map(|rule| (rule, self.finding(rule))).collect()
    }

    /// The rules of the version in force, then those of the law.
    pub(super) fn rules(&self) -> Vec<Rule<'s>> {
        self.shop.rules(self.version)
    }

    /// The same item with one fact changed or learnt; none if no version was in force then.
    pub(super) fn supposing<T>(&self, fact: &str, value: &Value, then: impl FnOnce(&Case<'s, '_>) -> T) -> Option<T> {
        let facts = self.facts.with(fact, value.clone());
        let version = self.shop.version_for(&facts)?;
        Some(then(&Case { version, facts: &facts, ..*self }))
    }

    /// The possible values of a fact, as far as the shop's versions tell them apart.
    pub(super) fn partition(&self, fact: Fact<'_>, versions: &[&'s Version]) -> Partition {
        let mut tests: Vec<Test<'s>> = Vec::new();
        let mut turns = self.possible_days(fact.name);
        for version in versions.iter().copied().chain(&self.shop.law) {
            for rule in version.rules() {
                rule.tests(&mut |test| tests.push(test));
                for grant in rule.grants() {
                    let conditions = grant.fees().filter_map(Fee::condition).chain(grant.carriage_condition());
                    conditions.for_each(|condition| condition.tests(None, &mut |test| tests.push(test)));
                    grant.deadlines().for_each(|(_, window)| window.tests(None, &mut |test| tests.push(test)));
                }
                if let Some((from, until)) = rule.in_force() {
                    turns.days.extend(from.into_iter().chain(until.map(|until| until.plus_days(1))));
                }
                let asked = rule.window().map(|window| (window, self.asked()));
                let proof = match rule.proof() {
                    Some(Proof::Within(window)) => Some(window),
                    _ => None,
                };
                let shows = rule.shows().into_iter().chain(proof).map(|window| (window, self.noticed()));
                for (window, held) in asked.into_iter().chain(shows) {
                    window.tests(None, &mut |test| tests.push(test));
                    if let FactType::Date | FactType::Number = fact.kind {
                        self.turns(window, held, fact, &mut turns);
                    }
                }
            }
            turns.days.extend(version.from);
        }
        if let FactType::Date | FactType::Number = fact.kind {
            for test in &tests {
                if let Some(window) = test.window() {
                    self.turns(window, self.day(test.fact()), fact, &mut turns);
                }
            }
        }
        // What is certain of a later event changes with the day of an earlier one.
        for test in tests.iter().filter(|test| follows(test.fact(), fact.name)) {
            let (from, until) = test.days();
            turns.days.extend([from, until.plus_days(1)]);
        }
        Partition::of(fact, &tests, self.facts.stated(fact.name), turns, self.shop.currency)
    }

    /// Events keep their order, and what has happened did so until today.
    fn possible_days(&self, fact: &str) -> Turns {
        let first = |fact| self.facts.days(fact).and_then(|days| days.from);
        let last = |fact: &str| match self.facts.stated(fact) {
            Some(Value::Days(days)) => days.to.filter(|day| *day < self.today),
            _ => None,
        };
        if !EVENTS.iter().any(|(event, _)| *event == fact) {
            return Turns::default();
        }
        let events = || EVENTS.iter().map(|(event, _)| *event);
        let earlier = events().filter(|event| follows(fact, event));
        let later = events().filter(|event| follows(event, fact));
        Turns {
            first: earlier.filter_map(first).max(),
            last: later.filter_map(last).min().or(Some(self.today)),
            ..Turns::default()
        }
    }
}
