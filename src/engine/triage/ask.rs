//! What to try and what to ask, what settles most first.

use std::cmp::Ordering;

use super::case::{Case, Contender};
use crate::domain::{Finding, SortedSet};
use crate::policy::triage::Try;
use crate::policy::vocabulary::{FactType, SettledBy};
use crate::policy::{Fact, Known as _};
use crate::triage::{Choice, Question, SelfHelp};

/// What is worth learning.
pub(super) struct Wanted<'s> {
    pub tries: Vec<SelfHelp<'s>>,
    pub questions: Vec<Question<'s>>,
    pub next: Vec<&'s str>,
}

/// How much stays in question over all answers, compared as an average; answers count alike.
struct Expected {
    open: u64,
    answers: u64,
}

impl Expected {
    fn compare(&self, other: &Self) -> Ordering {
        self.open.saturating_mul(other.answers).cmp(&other.open.saturating_mul(self.answers))
    }
}

/// A fact to learn: by asking for it, or by trying something.
struct Step<'s> {
    fact: Fact<'s>,
    tried: Option<Try<'s>>,
    expected: Expected,
}

/// The facts that settle which of the contenders it is. A fact that says whether a try helped is learnt by trying; while it is
/// open whether the try makes sense, what settles that is wanted instead.
pub(super) fn wanted<'s>(case: &Case<'s, '_>, contenders: &[Contender<'s>]) -> Wanted<'s> {
    let triage = case.request.triage;
    let mut facts: SortedSet<&'s str> = SortedSet::default();
    let mut left: Vec<&'s str> = contenders.iter().flat_map(|(outcome, _)| case.needs(*outcome)).collect();
    while let Some(fact) = left.pop() {
        if facts.insert(fact)
            && let Some(tried) = triage.tries().find(|tried| tried.fact() == fact)
        {
            left.extend(case.missing(tried));
        }
    }
    let tests = case.tests();
    let mut steps: Vec<Step<'s>> = Vec::new();
    for fact in triage.version.facts().all().filter(|fact| facts.contains(&fact.name)) {
        let tried = triage.tries().find(|tried| tried.fact() == fact.name);
        if tried.is_some_and(|tried| case.sense(tried) != Finding::Yes) || case.facts.value(fact.name).is_some() {
            continue;
        }
        let answers = case.answers(fact, &tests);
        let expected = Expected {
            answers: u64::try_from(answers.len()).unwrap_or(u64::MAX),
            open: answers.into_iter().fold(0, |open, answer| open.saturating_add(case.supposing(fact.name, answer))),
        };
        let step = Step { fact, tried, expected };
        let at = steps.partition_point(|known| known.before(&step) != Ordering::Greater);
        steps.insert(at, step);
    }
    let sayable = |step: &&Step<'_>| step.tried.is_some() || step.fact.settled_by == SettledBy::Shopper;
    Wanted {
        next: steps.iter().filter(sayable).map(|step| step.fact.name).collect(),
        tries: steps
            .iter()
            .filter_map(|step| Some(self_help(step.tried?, decides(case, contenders, step.fact))))
            .collect(),
        questions: steps
            .iter()
            .filter(|step| step.tried.is_none())
            .map(|step| question(step.fact, decides(case, contenders, step.fact)))
            .collect(),
    }
}

impl Step<'_> {
    /// What settles equally much comes in the order of who can say it, then what is asked before what is tried, because an answer
    /// costs less, then in the order of the policy's facts.
    fn before(&self, other: &Self) -> Ordering {
        let settler = |step: &Self| if step.tried.is_some() { SettledBy::Shopper } else { step.fact.settled_by };
        let order = self.expected.compare(&other.expected).then(settler(self).cmp(&settler(other)));
        order.then(self.tried.is_some().cmp(&other.tried.is_some()))
    }
}

/// The outcomes that a fact helps to settle, also by settling what makes sense to try.
fn decides<'s>(case: &Case<'s, '_>, contenders: &[Contender<'s>], fact: Fact<'_>) -> Vec<&'s str> {
    let leads = |needed: &[&'s str]| {
        let mut seen: SortedSet<&'s str> = SortedSet::default();
        let mut left = needed.to_vec();
        while let Some(name) = left.pop() {
            if name == fact.name {
                return true;
            }
            if seen.insert(name)
                && let Some(tried) = case.request.triage.tries().find(|tried| tried.fact() == name)
            {
                left.extend(case.missing(tried));
            }
        }
        false
    };
    contenders.iter().filter(|(outcome, _)| leads(&case.needs(*outcome))).map(|(outcome, _)| outcome.id()).collect()
}

fn self_help<'s>(tried: Try<'s>, decides: Vec<&'s str>) -> SelfHelp<'s> {
    SelfHelp {
        id: tried.id(),
        title: tried.title(),
        help: tried.help(),
        steps: tried.steps(),
        icon: tried.icon(),
        fact: tried.fact(),
        decides,
    }
}

fn question<'s>(fact: Fact<'s>, decides: Vec<&'s str>) -> Question<'s> {
    let choices = || fact.values().into_iter().map(|(value, label)| Choice { value, label, icon: fact.icon_of(value) });
    Question {
        fact: fact.name,
        kind: fact.kind,
        values: (fact.kind == FactType::Enum).then(|| choices().collect()),
        ask: fact.ask(),
        help: fact.help(),
        icon: fact.icon(),
        settled_by: fact.settled_by,
        decides,
    }
}
