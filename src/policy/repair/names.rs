//! Texts of a price book that stand for something: models, faults, kinds of parts, pieces of work, ways.

use crate::domain::shape::Walk;
use crate::domain::{Code, Json, Pointer, Rate};
use crate::policy::Facts;
use crate::policy::names::{digits, own};
#[cfg(feature = "schema")]
use crate::{domain::shape::Form, policy::names::NAME_FORM};

own! {
    /// A rate as a fraction.
    FRACTION: fraction, Form::Pattern(r"^[0-9]{1,18}(\.[0-9]{1,17})?$");
    /// The name of a model.
    MODEL: |walk, json, at| declared(walk, json, at, "models", Code::PolicyUnknownModel), Form::Pattern(NAME_FORM);
    /// The name of a kind of parts.
    KIND: |walk, json, at| declared(walk, json, at, "kinds", Code::PolicyUnknownKind), Form::Pattern(NAME_FORM);
    /// The name of a piece of work.
    OPERATION: |walk, json, at| declared(walk, json, at, "operations", Code::PolicyUnknownOperation), Form::Pattern(NAME_FORM);
    /// The name of a way.
    WAY: |walk, json, at| declared(walk, json, at, "ways", Code::PolicyUnknownWay), Form::Pattern(NAME_FORM);
}

fn declared(walk: &mut Walk<'_>, json: &Json, at: &Pointer, under: &str, code: Code) {
    let Some(text) = walk.text(json, at) else { return };
    let book = walk.root.get("repair").unwrap_or(&Json::Null);
    let known = || book.named(under).iter().map(|(name, _)| name.as_str());
    if !known().any(|name| name == text) {
        walk.log.unknown(code, at, text, known(), &format!("declare it under `/repair/{under}`"));
    }
}

fn fraction(walk: &mut Walk<'_>, json: &Json, at: &Pointer) {
    let Some(text) = digits(walk, json, at) else { return };
    match Rate::parse(text) {
        None => walk.log.add(Code::PolicyBadRate, at, &[("value", text)]),
        Some(rate) if rate.is_above_one() => {
            walk.log.add(
                Code::PolicyRateAsPercent,
                at,
                &[("value", text), ("example", &rate.as_percent().to_string())],
            );
        }
        Some(_) => {}
    }
}

/// Tells a fact that nothing can say of the device.
pub(in crate::policy) fn stated_fact(walk: &mut Walk<'_>, name: &str, at: &Pointer) {
    let facts = Facts::of(walk.root);
    if facts.get(name).is_none() {
        walk.log.unknown(Code::PolicyUnknownFact, at, name, facts.names(), "declare your own facts under `/facts`");
    }
}

/// Tells a code that is none of a country.
pub(super) fn country(walk: &mut Walk<'_>, code: &str, at: &Pointer) {
    if code.len() != 2 || !code.bytes().all(|byte| byte.is_ascii_uppercase()) {
        walk.log.add(Code::PolicyBadCountry, at, &[("value", code)]);
    }
}
