//! What a price book says as a whole: what the table of its keys cannot see.

use crate::domain::shape::Walk;
use crate::domain::{Code, Json, Pointer};
use crate::policy::Facts;
use crate::policy::meaning::distinct;

pub(super) fn repair(walk: &mut Walk<'_>, json: &Json, at: &Pointer) {
    for list in ["parts", "surcharges", "discounts"] {
        distinct(walk, json.list(list), "id", &at.key(list));
    }
    twice_priced(walk, json, &at.key("labour"));
    for (fault, declared) in json.named("faults") {
        let at = at.key("faults").key(fault);
        let models = json.named("models").iter().map(|(model, _)| model.as_str());
        for model in models.filter(|model| fits(declared, model)) {
            let kinds = declared.list("parts").iter().filter_map(Json::text);
            for kind in kinds.filter(|kind| json.named("kinds").iter().any(|(known, _)| known == kind)) {
                let mut parts = json.list("parts").iter().filter(|part| part.word("kind") == kind);
                if !parts.any(|part| fits(part, model)) {
                    walk.log.add(Code::PolicyNoPart, &at.key("parts"), &[("kind", kind), ("model", model)]);
                }
            }
        }
    }
    for (index, part) in json.list("parts").iter().enumerate() {
        let kind = part.word("kind");
        let mends = |fault: &Json| fault.list("parts").iter().any(|known| known.text() == Some(kind));
        if !json.named("faults").iter().any(|(_, fault)| mends(fault)) {
            walk.log.add(Code::PolicyUnusedPart, &at.key("parts").index(index), &[("value", part.word("id"))]);
        }
    }
}

/// Whether something is for a model.
pub(in crate::policy) fn fits(json: &Json, model: &str) -> bool {
    json.get("models").is_none_or(|models| models.texts().any(|known| known == model))
}

/// One piece of work has one price for each model.
fn twice_priced(walk: &mut Walk<'_>, json: &Json, at: &Pointer) {
    let rows = json.list("labour");
    for (index, row) in rows.iter().enumerate() {
        let operation = row.word("operation");
        let mut earlier = rows.iter().take(index).filter(|other| other.word("operation") == operation);
        let clash = earlier.any(|other| match (row.get("models"), other.get("models")) {
            (None, None) => true,
            (Some(models), Some(others)) => models.texts().any(|model| others.texts().any(|other| other == model)),
            _ => false,
        });
        if clash && !operation.is_empty() {
            walk.log.add(Code::PolicyTwicePriced, &at.index(index), &[("value", operation)]);
        }
    }
}

/// What something says of the device must be what the facts can be.
pub(in crate::policy) fn said(walk: &mut Walk<'_>, json: &Json, at: &Pointer) {
    let facts = Facts::of(walk.root);
    for (name, written) in json.named("facts") {
        let Some(fact) = facts.get(name) else { continue };
        if fact.written(written).is_none() {
            let value = written.text().unwrap_or("true or false");
            let params = [("value", value), ("fact", name.as_str()), ("kind", fact.kind.described())];
            walk.log.add(Code::PolicyBadDefault, &at.key("facts").key(name), &params);
        }
    }
}

pub(super) fn share(walk: &mut Walk<'_>, json: &Json, at: &Pointer) {
    if json.get("percent").is_some() == json.get("amount").is_some() {
        walk.log.one_form(at, ["percent", "amount"].into_iter());
    }
}
