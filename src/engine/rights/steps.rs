//! Every rule with everything that was checked.

use super::case::Case;
use crate::decision::{Check, Node, Step};
use crate::policy::{Condition, Rule};

/// A rule and what each part of it came to; nothing is left out because something else has failed.
pub(super) fn step<'s>(case: &Case<'s, '_>, rule: &'s Rule) -> Step<'s> {
    let mut checks = Vec::new();
    if let Some(reasons) = &rule.reasons {
        checks.push(Check::Reasons {
            pointer: &reasons.at,
            finding: reasons.finding(case.facts),
            wants: &reasons.reasons,
            read: case.facts.stated(&reasons.fact.name).cloned(),
        });
    }
    if let Some(condition) = &rule.condition {
        checks.push(Check::If {
            pointer: condition.at(),
            finding: condition.finding(case.facts),
            node: node(case, condition),
        });
    }
    checks.extend(rule.unless.iter().map(|exception| Check::Unless {
        pointer: &exception.at,
        finding: !exception.condition.finding(case.facts),
        id: &exception.id,
        because: exception.because.as_ref(),
        node: node(case, &exception.condition),
    }));
    if let Some(window) = &rule.window {
        let opened = case.window(window);
        checks.push(Check::Window {
            pointer: &window.at,
            finding: opened.finding,
            from: &window.from.name,
            length: window.length,
            counts_event_day: window.counts_event_day,
            rolls: window.rolls,
            until: opened.until,
            counted: opened.counted,
        });
    }
    Step {
        rule: &rule.id,
        clause: &rule.clause,
        title: &rule.title,
        text: rule.text.as_ref(),
        goodwill: rule.goodwill,
        pointer: &rule.at,
        finding: case.finding(rule),
        grants: rule.grants.iter().map(|grant| grant.remedy.as_str()).collect(),
        checks,
    }
}

fn node<'s>(case: &Case<'s, '_>, condition: &'s Condition) -> Node<'s> {
    let finding = condition.finding(case.facts);
    let nodes = |parts: &'s [Condition]| parts.iter().map(|part| node(case, part)).collect();
    match condition {
        Condition::All(at, parts) => Node::All { pointer: at, finding, of: nodes(parts) },
        Condition::Any(at, parts) => Node::Any { pointer: at, finding, of: nodes(parts) },
        Condition::Not(at, part) => Node::Not { pointer: at, finding, of: vec![node(case, part)] },
        Condition::Named(at, name, part) => Node::Condition { pointer: at, finding, name, of: vec![node(case, part)] },
        Condition::Test(test) => Node::Test {
            pointer: &test.at,
            finding,
            fact: &test.fact.name,
            wants: &test.written,
            read: case.facts.stated(&test.fact.name).cloned(),
        },
    }
}
