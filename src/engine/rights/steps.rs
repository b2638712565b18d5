//! Every rule with everything that was checked.

use super::case::Case;
use crate::decision::{Check, Node, Step, WindowCheck};
use crate::domain::{Finding, Json, Pointer};
use crate::policy::{Condition, Form, Grant, Held, Rule, Window};

/// A rule and what each part of it came to; nothing is left out because something else has failed.
pub(super) fn step<'s>(case: &Case<'s, '_>, rule: Rule<'s>) -> Step<'s> {
    let at = rule.pointer();
    let mut checks = Vec::new();
    if let Some(wants) = rule.reasons() {
        checks.push(Check::Reasons {
            pointer: at.key("reasons"),
            finding: rule.fits(case.facts),
            wants,
            read: case.facts.stated("reason").cloned(),
        });
    }
    if let Some(condition) = rule.condition() {
        let at = at.key("if");
        checks.push(Check::If {
            finding: condition.finding(case.facts),
            node: node(case, condition, &at),
            pointer: at,
        });
    }
    let unless = at.key("unless");
    checks.extend(rule.unless().enumerate().map(|(index, exception)| {
        let at = unless.index(index);
        Check::Unless {
            finding: !exception.condition().finding(case.facts),
            id: exception.id(),
            because: exception.because(),
            node: node(case, exception.condition(), &at.key("if")),
            pointer: at,
        }
    }));
    if let Some((from, until)) = rule.in_force() {
        checks.push(Check::InForce { pointer: at.key("inForce"), finding: rule.reigns(case.facts), from, until });
    }
    if let Some(window) = rule.shows() {
        checks.push(Check::Shows(counted(window, at.key("shows"), case.shows(window))));
    }
    if let Some(window) = rule.window() {
        checks.push(Check::Window(counted(window, at.key("window"), case.window(window))));
    }
    Step {
        rule: rule.id(),
        by: rule.granted(),
        clause: rule.clause(),
        title: rule.title(),
        text: rule.text(),
        goodwill: rule.goodwill(),
        cites: rule.cites().collect(),
        finding: case.finding(rule),
        grants: rule.grants().map(Grant::remedy).collect(),
        pointer: at,
        checks,
    }
}

fn counted<'s>(window: Window<'s>, pointer: Pointer, opened: Held<'s>) -> WindowCheck<'s> {
    let events = window.events();
    WindowCheck {
        pointer,
        finding: opened.finding,
        from: events.iter().map(|event| event.fact).collect(),
        length: window.length(),
        counts_event_day: window.counts_event_day(),
        extended: window.extensions().next().is_some(),
        rolls: window.rolls(),
        until: opened.until,
        counted: opened.counted,
    }
}

fn node<'s>(case: &Case<'s, '_>, condition: Condition<'s>, at: &Pointer) -> Node<'s> {
    let finding = condition.finding(case.facts);
    let pointer = at.clone();
    let nodes = |parts: &'s [Json], at: Pointer| {
        let parts = parts.iter().enumerate();
        parts.map(|(index, part)| node(case, condition.part(part), &at.index(index))).collect()
    };
    match condition.form() {
        Form::All(parts) => Node::All { pointer, finding, of: nodes(parts, at.key("all")) },
        Form::Any(parts) => Node::Any { pointer, finding, of: nodes(parts, at.key("any")) },
        Form::Not(part) => Node::Not { pointer, finding, of: vec![node(case, part, &at.key("not"))] },
        Form::Named(name, part) => {
            let of = vec![node(case, part, &part.declared_at(name))];
            Node::Condition { pointer, finding, name, of }
        }
        Form::Test(test) => Node::Test {
            pointer,
            finding,
            fact: test.fact(),
            wants: test.wanted(test.window().and_then(|window| {
                let until = case.held(window, case.day(test.fact())).until;
                if finding == Finding::No { until.most } else { until.least }
            })),
            read: case.facts.stated(test.fact()).cloned(),
        },
    }
}
