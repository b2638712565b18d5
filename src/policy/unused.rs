//! Named conditions that nothing leads to.

use crate::domain::{Code, Json, Log, Pointer};

/// Tells every named condition that nothing uses.
pub(super) fn check(document: &Json, at: &Pointer, log: &mut Log) {
    let mut used = Vec::new();
    for part in ["rules", "repair", "claim", "triage"] {
        mark(document, document.get(part).unwrap_or(&Json::Null), &mut used);
    }
    for (name, _) in document.named("conditions") {
        if !used.contains(&name.as_str()) {
            log.add(Code::PolicyUnusedCondition, &at.key("conditions").key(name), &[("value", name)]);
        }
    }
}

/// A name that is used uses the names inside its condition.
fn mark<'j>(document: &'j Json, json: &'j Json, used: &mut Vec<&'j str>) {
    json.values().iter().for_each(|value| mark(document, value, used));
    for (key, value) in json.entries() {
        match (key.as_str(), value) {
            ("condition", Json::Text(name)) if !used.contains(&name.as_str()) => {
                used.push(name);
                let condition = document.get("conditions").and_then(|conditions| conditions.get(name));
                mark(document, condition.unwrap_or(&Json::Null), used);
            }
            _ => mark(document, value, used),
        }
    }
}
