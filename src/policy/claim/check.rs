//! What a claim form says as a whole: what the table of its keys cannot see.

use super::fields_of;
use super::standard::{self, FieldType, QUESTIONS};
use crate::domain::shape::Walk;
use crate::domain::{Code, Json, Pointer, Slip};
use crate::policy::Facts;
use crate::policy::meaning::distinct;

/// The most levels of faults.
const LEVELS: usize = 3;

pub(super) fn claim(walk: &mut Walk<'_>, json: &Json, at: &Pointer) {
    let fields_at = at.key("fields");
    distinct(walk, json.list("fields"), "field", &fields_at);
    distinct(walk, json.list("evidence"), "id", &at.key("evidence"));
    for (index, field) in json.list("fields").iter().enumerate() {
        let before: Vec<&str> = json.list("fields").iter().take(index).map(|field| field.word("field")).collect();
        for key in ["if", "required"] {
            later(walk, field.get(key).unwrap_or(&Json::Null), &before, &fields_at.index(index).key(key));
        }
    }
    let mut names = Vec::new();
    faults(walk, json.named("faults"), &at.key("faults"), 1, &mut names);
}

/// Tells a test on a field that is only asked later, whatever the form it stands in.
fn later(walk: &mut Walk<'_>, json: &Json, before: &[&str], at: &Pointer) {
    let name = json.word("field");
    let form = walk.root.get("claim").unwrap_or(&Json::Null);
    if !name.is_empty() && !before.contains(&name) && fields_of(form).iter().any(|field| field.word("field") == name) {
        walk.log.add(Code::PolicyLaterField, &at.key("field"), &[("value", name)]);
    }
    for (index, part) in json.values().iter().enumerate() {
        later(walk, part, before, &at.index(index));
    }
    for (key, part) in json.entries() {
        later(walk, part, before, &at.key(key));
    }
}

/// Every fault has its own name, whatever kind it belongs to.
fn faults<'j>(walk: &mut Walk<'_>, tree: &'j [(String, Json)], at: &Pointer, level: usize, names: &mut Vec<&'j str>) {
    for (name, json) in tree {
        let at = at.key(name);
        if names.contains(&name.as_str()) {
            walk.log.add(Code::PolicyDuplicateId, &at, &[("value", name)]);
        }
        names.push(name);
        if let Some(below) = json.get("faults") {
            if below.entries().is_empty() {
                walk.log.slip(Slip::Empty, &at.key("faults"), &[]);
            }
            if level >= LEVELS {
                walk.log.add(Code::PolicyFaultsTooDeep, &at.key("faults"), &[("limit", &LEVELS.to_string())]);
            } else {
                faults(walk, below.entries(), &at.key("faults"), level.saturating_add(1), names);
            }
        }
    }
}

pub(super) fn field(walk: &mut Walk<'_>, json: &Json, at: &Pointer) {
    let name = json.word("field");
    let facts = Facts::of(walk.root);
    let known = standard::kind(name, facts);
    let own = FieldType::named(json.word("type"));
    if name.is_empty() {
        return;
    }
    if name == QUESTIONS {
        for key in ["type", "label", "help", "example", "values", "pattern", "means"] {
            if json.get(key).is_some() {
                walk.log.add(Code::PolicyNotOfField, &at.key(key), &[("key", key), ("value", name)]);
            }
        }
        return;
    }
    match (known, json.get("type")) {
        (None, None) => {
            let standard = standard::FIELDS.into_iter().map(|(name, _)| name);
            let known = standard.chain([QUESTIONS]).chain(facts.names());
            walk.log.unknown(
                Code::PolicyUnknownField,
                &at.key("field"),
                name,
                known,
                "give a field of your own its `type` and its `label`",
            );
            return;
        }
        (Some(_), Some(_)) => return walk.log.add(Code::PolicyKnownField, &at.key("type"), &[("value", name)]),
        (None, Some(_)) if json.get("label").is_none() => {
            walk.log.slip(Slip::MissingKey, at, &[("key", "label")]);
        }
        _ => {}
    }
    if own == Some(FieldType::Enum) && json.named("values").is_empty() {
        walk.log.slip(Slip::MissingKey, at, &[("key", "values")]);
    } else if own != Some(FieldType::Enum) && json.get("values").is_some() {
        walk.log.add(Code::PolicyNotOfField, &at.key("values"), &[("key", "values"), ("value", name)]);
    }
    if json.get("pattern").is_some() && !own.or(known).is_some_and(FieldType::has_pattern) {
        walk.log.add(Code::PolicyNotOfField, &at.key("pattern"), &[("key", "pattern"), ("value", name)]);
    }
    match (json.get("pattern"), json.get("means")) {
        (Some(_), None) => walk.log.slip(Slip::MissingKey, at, &[("key", "means")]),
        (None, Some(_)) => walk.log.slip(Slip::MissingKey, at, &[("key", "pattern")]),
        _ => {}
    }
}

pub(super) fn evidence(walk: &mut Walk<'_>, json: &Json, at: &Pointer) {
    let whole = |key| match json.get(key) {
        Some(Json::Whole(number)) => Some(*number),
        _ => None,
    };
    if whole("least").zip(whole("most")).is_some_and(|(least, most)| least > most) {
        walk.log.add(Code::PolicyReversed, at, &[]);
    }
    if !standard::EVIDENCE.contains(&json.word("id")) && json.get("title").is_none() {
        walk.log.slip(Slip::MissingKey, at, &[("key", "title")]);
    }
}

/// A test on a field asks one thing: of a fault, whether it is among others; of everything else, what it is.
pub(super) fn test(walk: &mut Walk<'_>, json: &Json, at: &Pointer) {
    let asked: Vec<&str> = ["is", "in", "has"].into_iter().filter(|key| json.get(key).is_some()).collect();
    let [key] = asked.as_slice() else { return walk.log.one_form(at, ["is", "in", "has"].into_iter()) };
    let name = json.word("field");
    if (*key == "has") != (name == "fault") && !name.is_empty() {
        walk.log.add(Code::PolicyNotOfField, &at.key(key), &[("key", key), ("value", name)]);
    }
}
