//! One item before one version of the policy, on one day.

use crate::decision::{Counted, Until};
use crate::domain::{Date, Finding, SortedSet};
use crate::facts::{EVENTS, Facts, follows};
use crate::policy::{Condition, Fact, Fee, Grant, Partition, PossibleDays, Rule, Shop, Test, Value, Version, Window};

/// What is judged.
#[derive(Clone, Copy)]
pub(super) struct Case<'s, 'f> {
    pub shop: &'s Shop,
    pub version: &'s Version,
    pub facts: &'f Facts,
    pub today: Date,
}

/// A window on one day.
pub(super) struct Opened<'s> {
    /// Whether it is open today.
    pub finding: Finding,
    pub until: Until<'s>,
    pub counted: Vec<Counted>,
}

impl<'s> Case<'s, '_> {
    /// Whether a rule grants.
    pub(super) fn finding(&self, rule: Rule<'_>) -> Finding {
        let window = rule.window().map_or(Finding::Yes, |window| self.window(window).finding);
        Finding::all([rule.holds(self.facts), window])
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
        for condition in rule.conditions() {
            self.open(condition, &mut needs);
        }
        if let Some(window) = rule.window()
            && self.window(window).finding == Finding::Maybe
        {
            needs.insert(window.from());
        }
        needs
    }

    /// The facts that can still settle a condition.
    pub(super) fn open(&self, condition: Condition<'s>, into: &mut SortedSet<&'s str>) {
        condition.tests(Some(self.facts), &mut |test| {
            into.insert(test.fact());
        });
    }

    /// Whether a window is open today, and until when.
    ///
    /// The later the event, the later the last day. So an event that lies between two days gives a last day between two days.
    pub(super) fn window<'w>(&self, window: Window<'w>) -> Opened<'w> {
        let count = |event: Date| {
            let (ends, last) = window.last_day(event, &self.version.calendar);
            Counted { event, ends, last }
        };
        let days = self.facts.days(window.from());
        let least = days.and_then(|days| days.from).map(count);
        let most = days.and_then(|days| days.to).map(count);
        let finding = if least.is_some_and(|counted| counted.last >= self.today) {
            Finding::Yes
        } else if most.is_some_and(|counted| counted.last < self.today) {
            Finding::No
        } else {
            Finding::Maybe
        };
        let settled = least.is_some() && least.map(|counted| counted.last) == most.map(|counted| counted.last);
        let until = Until {
            least: least.map(|counted| counted.last),
            most: most.map(|counted| counted.last),
            settled_by: if settled { None } else { Some(window.from()) },
        };
        let mut counted: Vec<Counted> = least.into_iter().chain(most).collect();
        counted.dedup();
        Opened { finding, until, counted }
    }

    /// Whether a remedy is granted by any rule.
    pub(super) fn remedy(&self, remedy: &str) -> Finding {
        let granting = self.version.rules().filter(|rule| rule.grant(remedy).is_some());
        Finding::any(granting.map(|rule| self.finding(rule)))
    }

    /// The same item with one fact changed or learnt; none if no version was in force then.
    pub(super) fn supposing<T>(&self, fact: &str, value: &Value, then: impl FnOnce(&Case<'s, '_>) -> T) -> Option<T> {
        let facts = self.facts.with(fact, value.clone());
        let version = self.shop.version_for(&facts)?;
        Some(then(&Case { version, facts: &facts, ..*self }))
    }

    /// The possible values of a fact, as far as the shop's versions tell them apart.
    pub(super) fn partition(&self, fact: Fact<'_>, versions: &[&Version]) -> Partition {
        let mut tests: Vec<Test<'_>> = Vec::new();
        let mut days = self.possible_days(fact.name);
        for version in versions {
            for rule in version.rules() {
                rule.tests(&mut |test| tests.push(test));
                for condition in rule.grants().flat_map(Grant::fees).filter_map(Fee::condition) {
                    condition.tests(None, &mut |test| tests.push(test));
                }
                if let Some(window) = rule.window() {
                    days.turns.insert(self.first_open(window, version));
                }
            }
            days.turns.extend(version.from);
        }
        // What is certain of a later event changes with the day of an earlier one.
        for test in tests.iter().filter(|test| follows(test.fact(), fact.name)) {
            let (from, until) = test.days();
            days.turns.extend([from, until.plus_days(1)]);
        }
        Partition::of(fact, &tests, self.facts.stated(fact.name), days, self.shop.currency)
    }

    /// Events keep their order, and what has happened did so until today.
    fn possible_days(&self, fact: &str) -> PossibleDays {
        let first = |fact| self.facts.days(fact).and_then(|days| days.from);
        let last = |fact: &str| match self.facts.stated(fact) {
            Some(Value::Days(days)) => days.to.filter(|day| *day < self.today),
            _ => None,
        };
        if !EVENTS.contains(&fact) {
            return PossibleDays::default();
        }
        let earlier = EVENTS.into_iter().filter(|event| follows(fact, event));
        let later = EVENTS.into_iter().filter(|event| follows(event, fact));
        PossibleDays {
            first: earlier.filter_map(first).max(),
            last: later.filter_map(last).min().or(Some(self.today)),
            turns: SortedSet::default(),
        }
    }

    /// The first day of an event for which a window is still open today.
    fn first_open(&self, window: Window<'_>, version: &Version) -> Date {
        let open = |event: Date| window.last_day(event, &version.calendar).1 >= self.today;
        let (mut closed, mut opened) = (Date::FIRST, self.today);
        if open(closed) {
            return closed;
        }
        while closed.plus_days(1) < opened {
            let middle = closed.midpoint(opened);
            if open(middle) {
                opened = middle;
            } else {
                closed = middle;
            }
        }
        opened
    }
}
