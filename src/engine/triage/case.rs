//! Outcomes and tries before what is known.

use crate::domain::{Finding, SortedSet};
use crate::facts::triage::TriageRequest;
use crate::facts::{EVENTS, Facts};
use crate::policy::triage::{Outcome, Triage, Try};
use crate::policy::{Days, Fact, Known as _, Part, Partition, Test, Turns, Value};

/// What is judged.
#[derive(Clone, Copy)]
pub(super) struct Case<'s, 'f> {
    pub request: &'f TriageRequest<'s>,
    /// What is known, and what follows: what makes no sense to try has not helped.
    pub facts: &'f Facts,
}

/// An outcome that can still be the answer, and whether it holds.
pub(super) type Contender<'s> = (Outcome<'s>, Finding);

/// Whether something makes sense to try.
fn sense(tried: Try<'_>, model: Option<&str>, facts: &Facts) -> Finding {
    if !tried.fits(model) {
        return Finding::No;
    }
    tried.condition().map_or(Finding::Yes, |condition| condition.finding(facts))
}

/// What makes no sense to try has not helped, whatever else is learnt. One such fact can show that another try makes none.
pub(super) fn closed(triage: Triage<'_>, model: Option<&str>, facts: &Facts) -> Facts {
    let mut facts = facts.clone();
    let open = |facts: &Facts| {
        let mut tries = triage.tries().filter(|tried| facts.value(tried.fact()).is_none());
        tries.find(|tried| sense(*tried, model, facts) == Finding::No).map(Try::fact)
    };
    while let Some(fact) = open(&facts) {
        facts = facts.with(fact, Value::Bool(false));
    }
    facts
}

impl<'s> Case<'s, '_> {
    fn model(&self) -> Option<&'s str> {
        self.request.model.map(|model| model.id)
    }

    /// Whether something makes sense to try.
    pub(super) fn sense(&self, tried: Try<'_>) -> Finding {
        sense(tried, self.model(), self.facts)
    }

    /// What can still be the answer: every outcome that is open, up to the first that holds.
    pub(super) fn contenders(&self) -> Vec<Contender<'s>> {
        let mut contenders = Vec::new();
        for outcome in self.request.triage.outcomes().filter(|outcome| outcome.fits(self.model())) {
            let finding = outcome.condition().finding(self.facts);
            if finding != Finding::No {
                contenders.push((outcome, finding));
            }
            if finding == Finding::Yes {
                break;
            }
        }
        contenders
    }

    /// How many outcomes are in question; none once the first of them holds.
    pub(super) fn open(&self) -> u64 {
        match self.contenders().as_slice() {
            [(_, Finding::Yes)] => 0,
            contenders => u64::try_from(contenders.len()).unwrap_or(u64::MAX),
        }
    }

    /// The facts that still settle an outcome.
    pub(super) fn needs(&self, outcome: Outcome<'s>) -> Vec<&'s str> {
        let mut needs = SortedSet::default();
        outcome.condition().needs(self.facts, &mut needs);
        needs.into_vec()
    }

    /// The facts that still settle whether something makes sense to try.
    pub(super) fn missing(&self, tried: Try<'s>) -> Vec<&'s str> {
        let mut missing = SortedSet::default();
        if let Some(condition) = tried.condition() {
            condition.needs(self.facts, &mut missing);
        }
        missing.into_vec()
    }

    /// Every test of the triage.
    pub(super) fn tests(&self) -> Vec<Test<'s>> {
        let triage = self.request.triage;
        let mut tests = Vec::new();
        let conditions = triage.outcomes().map(Outcome::condition).chain(triage.tries().filter_map(Try::condition));
        for condition in conditions {
            condition.tests(None, &mut |test| tests.push(test));
        }
        tests
    }

    /// The answers that the triage tells apart.
    pub(super) fn answers(&self, fact: Fact<'s>, tests: &[Test<'s>]) -> Vec<Value> {
        // What has happened did so until today.
        let event = EVENTS.iter().any(|(event, _)| *event == fact.name);
        let turns = Turns { last: event.then_some(self.request.today), ..Turns::default() };
        let parts = Partition::of(fact, tests, None, turns, self.request.shop.currency).parts;
        parts.into_iter().map(|Part { value, .. }| one_of(value)).collect()
    }

    /// How many outcomes are in question with one more fact.
    pub(super) fn supposing(&self, fact: &str, value: Value) -> u64 {
        let facts = closed(self.request.triage, self.model(), &self.facts.with(fact, value));
        Case { facts: &facts, ..*self }.open()
    }
}

/// An answer names one day, not all the days of a part.
fn one_of(value: Value) -> Value {
    match value {
        Value::Days(days) => Value::Days(Days { to: days.from.or(days.to), ..days }),
        other => other,
    }
}
