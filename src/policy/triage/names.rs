//! Texts of a triage that stand for something: faults, and the facts that say whether something helped.

use crate::domain::shape::Walk;
use crate::domain::{Code, Json, Pointer};
use crate::policy::names::{fact_of, own};
use crate::policy::vocabulary::FactType;
#[cfg(feature = "schema")]
use crate::{domain::shape::Form, policy::names::NAME_FORM};

own! {
    /// The name of a fault, of the price book or of the claim form.
    FAULT: fault, Form::Pattern(NAME_FORM);
    /// The name of a fact that is yes or no.
    BOOL_FACT: |walk, json, at| fact_of(walk, json, at, FactType::Bool, Code::PolicyNotABool), Form::Pattern(NAME_FORM);
}

fn fault(walk: &mut Walk<'_>, json: &Json, at: &Pointer) {
    let Some(text) = walk.text(json, at) else { return };
    let mut known: Vec<&str> = Vec::new();
    let book = walk.root.get("repair").unwrap_or(&Json::Null);
    known.extend(book.named("faults").iter().map(|(name, _)| name.as_str()));
    visit(walk.root.get("claim").unwrap_or(&Json::Null), &mut |name, _| known.push(name));
    if !known.contains(&text) {
        let otherwise = "declare it under `/repair/faults` or `/claim/faults`";
        walk.log.unknown(Code::PolicyUnknownFault, at, text, known.into_iter(), otherwise);
    }
}

/// The fault of the claim form with a name.
pub(super) fn claimed<'j>(document: &'j Json, fault: &str) -> Option<&'j Json> {
    let mut found = None;
    visit(document.get("claim")?, &mut |name, json| {
        if name == fault {
            found = Some(json);
        }
    });
    found
}

/// Every fault of the claim form: under each there can be further ones.
fn visit<'j>(json: &'j Json, each: &mut dyn FnMut(&'j str, &'j Json)) {
    for (name, declared) in json.named("faults") {
        each(name, declared);
        visit(declared, each);
    }
}
