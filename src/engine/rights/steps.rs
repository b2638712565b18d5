//! Every rule with everything that was checked.

use super::case::Case;
use crate::decision::{Check, Node, Step};
use crate::policy::{Condition, Rule};

/// A rule and what each part of it came to; nothing is left out because something else has failed.
pub(super) fn step(case: &Case<'_>, rule: &Rule) -> Step {
    let mut checks = Vec::new();
    if let Some(reasons) = &rule.reasons {
        checks.push(Check::Reasons {
            pointer: reasons.at.clone(),
            finding: reasons.finding(case.facts),
            wants: reasons.reasons.clone(),
            read: case.facts.stated(&reasons.fact.name).cloned(),
        });
    }
    if let Some(condition) = &rule.condition {
        checks.push(Check::If {
            pointer: rule.at.key("if"),
            finding: condition.finding(case.facts),
            node: node(case, condition),
        });
    }
    checks.extend(rule.unless.iter().map(|exception| Check::Unless {
        pointer: exception.at.clone(),
        finding: !exception.condition.finding(case.facts),
        id: exception.id.clone(),
        because: exception.because.clone(),
        node: node(case, &exception.condition),
    }));
    if let Some(window) = &rule.window {
        let opened = case.window(window);
        checks.push(Check::Window {
            pointer: window.at.clone(),
            finding: opened.finding,
            from: window.from.name.clone(),
            length: window.length.to_string(),
            counts_event_day: window.counts_event_day,
            rolls: window.rolls,
            until: opened.until,
            counted: opened.counted,
        });
    }
    Step {
        rule: rule.id.clone(),
        clause: rule.clause.clone(),
        title: rule.title.clone(),
        text: rule.text.clone(),
        goodwill: rule.goodwill,
        pointer: rule.at.clone(),
        finding: case.finding(rule),
        grants: rule.grants.iter().map(|grant| grant.remedy.clone()).collect(),
        checks,
    }
}

fn node(case: &Case<'_>, condition: &Condition) -> Node {
    let finding = condition.finding(case.facts);
    let nodes = |parts: &[Condition]| parts.iter().map(|part| node(case, part)).collect();
    match condition {
        Condition::All(at, parts) => Node::All { pointer: at.clone(), finding, of: nodes(parts) },
        Condition::Any(at, parts) => Node::Any { pointer: at.clone(), finding, of: nodes(parts) },
        Condition::Not(at, part) => Node::Not { pointer: at.clone(), finding, of: vec![node(case, part)] },
        Condition::Named(at, name, part) => {
            Node::Condition { pointer: at.clone(), finding, name: name.clone(), of: vec![node(case, part)] }
        }
        Condition::Test(test) => Node::Test {
            pointer: test.at.clone(),
            finding,
            fact: test.fact.name.clone(),
            wants: Box::new(test.written.clone()),
            read: case.facts.stated(&test.fact.name).cloned(),
        },
    }
}
