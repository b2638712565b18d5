//! What a triage says as a whole: what the table of its keys cannot see.

use crate::domain::shape::Walk;
use crate::domain::{Code, Json, Pointer};
use crate::policy::Facts;
use crate::policy::meaning::distinct;
use crate::policy::repair::said;
use crate::policy::vocabulary::FactType;

pub(super) fn triage(walk: &mut Walk<'_>, json: &Json, at: &Pointer) {
    distinct(walk, json.list("tries"), "id", &at.key("tries"));
    distinct(walk, json.list("tries"), "fact", &at.key("tries"));
    distinct(walk, json.list("outcomes"), "id", &at.key("outcomes"));
    let mut tested = Vec::new();
    for outcome in json.list("outcomes") {
        facts(walk.root, outcome.get("if").unwrap_or(&Json::Null), 0, &mut tested);
    }
    for (index, tried) in json.list("tries").iter().enumerate() {
        let fact = tried.word("fact");
        if Facts::of(walk.root).kind(fact) == Some(FactType::Bool) && !tested.contains(&fact) {
            walk.log.add(Code::PolicyUnusedTry, &at.key("tries").index(index), &[("value", tried.word("id"))]);
        }
    }
}

/// The names that lead from one condition to the next are as many as a policy can have; a circle is told elsewhere.
const DEEPEST: usize = 64;

/// Every fact that a condition tests.
fn facts<'j>(root: &'j Json, json: &'j Json, depth: usize, into: &mut Vec<&'j str>) {
    for part in json.values() {
        facts(root, part, depth, into);
    }
    for (key, value) in json.entries() {
        match (key.as_str(), value) {
            ("fact", Json::Text(fact)) if !into.contains(&fact.as_str()) => into.push(fact),
            ("condition", Json::Text(name)) if depth < DEEPEST => {
                let named = root.get("conditions").and_then(|conditions| conditions.get(name));
                facts(root, named.unwrap_or(&Json::Null), depth.saturating_add(1), into);
            }
            _ => facts(root, value, depth, into),
        }
    }
}

/// Whatever was solved needs neither a repair nor somebody else.
pub(super) fn outcome(walk: &mut Walk<'_>, json: &Json, at: &Pointer) {
    said(walk, json, at);
    if json.flag("solved") && ["fault", "refer"].iter().any(|key| json.get(key).is_some()) {
        walk.log.one_form(at, ["solved", "fault", "refer"].into_iter());
    }
}
