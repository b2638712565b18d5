//! From symptoms to what is wrong: outcomes over facts, and the shortest way to one of them.
//!
//! The first outcome of the policy that holds is the answer. So it is known as soon as one holds and every earlier one is ruled
//! out, and nothing that is learnt later can change it.

mod ask;
mod case;

use case::Case;

use crate::VERSION;
use crate::domain::Finding;
use crate::facts::triage::TriageRequest;
use crate::policy::triage::Outcome;
use crate::triage::{self, Found, Heard, Told, Triage};

/// Looks into a request.
#[must_use]
pub fn triage<'s>(request: &TriageRequest<'s>) -> Triage<'s> {
    let closed = case::closed(request.triage, request.model.map(|model| model.id), &request.facts);
    let case = Case { request, facts: &closed };
    let contenders = case.contenders();
    let settled = match contenders.as_slice() {
        [(outcome, Finding::Yes)] => Some(*outcome),
        _ => None,
    };
    let heard = heard(&case);
    let mut facts: Vec<_> = heard.iter().map(|heard| (heard.fact, heard.value.clone())).collect();
    facts.extend(settled.into_iter().flat_map(Outcome::facts).filter(|(fact, _)| request.facts.stated(fact).is_none()));
    let fault = settled.and_then(|outcome| outcome.word("fault"));
    let ask::Wanted { tries, questions, next } = ask::wanted(&case, &contenders);
    Triage {
        engine: VERSION,
        today: request.today,
        policy: &request.triage.version.used,
        model: request.model.map(|model| model.id),
        finding: found(settled, contenders.is_empty()),
        outcomes: contenders.iter().map(|(outcome, finding)| told(&case, *outcome, *finding)).collect(),
        tries,
        ask: questions,
        next,
        heard,
        fault,
        repair: fault.and_then(|fault| request.triage.version.repaired(fault)),
        facts: Told(facts),
    }
}

fn found(settled: Option<Outcome<'_>>, nothing: bool) -> Found {
    match settled {
        Some(outcome) if outcome.is_solved() => Found::Solved,
        Some(outcome) if outcome.text("refer").is_some() => Found::Refer,
        Some(_) => Found::Known,
        None if nothing => Found::None,
        None => Found::Open,
    }
}

fn told<'s>(case: &Case<'s, '_>, outcome: Outcome<'s>, finding: Finding) -> triage::Outcome<'s> {
    triage::Outcome {
        id: outcome.id(),
        title: outcome.title(),
        problem: outcome.text("problem"),
        help: outcome.text("help"),
        icon: outcome.word("icon"),
        nature: outcome.word("nature"),
        finding,
        needs: case.needs(outcome),
        fault: outcome.word("fault"),
        solved: outcome.is_solved(),
        refer: outcome.text("refer"),
    }
}

/// What the request says and some outcome or try of the policy rests on, in the order of the policy's facts.
fn heard<'s>(case: &Case<'s, '_>) -> Vec<Heard<'s>> {
    let triage = case.request.triage;
    let tests = case.tests();
    let facts = triage.version.facts().all().filter(|fact| {
        tests.iter().any(|test| test.fact() == fact.name) || triage.tries().any(|tried| tried.fact() == fact.name)
    });
    let heard = facts.filter_map(|fact| {
        let value = case.request.facts.stated(fact.name)?.clone();
        let label = match &value {
            crate::policy::Value::Word(word) => fact.values().into_iter().find(|(known, _)| known == word),
            _ => None,
        };
        Some(Heard {
            fact: fact.name,
            kind: fact.kind,
            value,
            ask: fact.ask(),
            label: label.and_then(|(_, label)| label),
            tried: triage.tries().find(|tried| tried.fact() == fact.name).map(|tried| tried.title()),
        })
    });
    heard.collect()
}
