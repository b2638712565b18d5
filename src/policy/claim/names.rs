//! Texts of a claim form that stand for something: fields, patterns, type codes.

use super::{fields_of, pattern, standard};
use crate::domain::shape::Walk;
use crate::domain::{Code, Json, Pointer};
use crate::policy::names::{is_name, own};
#[cfg(feature = "schema")]
use crate::{domain::shape::Form, policy::names::NAME_FORM};

own! {
    /// The name of a field where it is declared.
    FIELD_NAME: |walk, json, at| if let Some(text) = walk.text(json, at) && !is_name(text) {
        walk.log.add(Code::PolicyBadId, at, &[("value", text)]);
    }, Form::Pattern(NAME_FORM);
    /// The name of a field of the form.
    FIELD: field, Form::Pattern(NAME_FORM);
    /// A regular expression.
    PATTERN: expression, Form::Pattern(r"\S");
    /// A fault of the price book.
    REPAIR_FAULT: repair_fault, Form::Pattern(NAME_FORM);
    /// The first eight digits of an IMEI.
    TYPE_CODE: type_code, Form::Pattern("^[0-9]{8}$");
}

fn field(walk: &mut Walk<'_>, json: &Json, at: &Pointer) {
    let Some(text) = walk.text(json, at) else { return };
    let form = walk.root.get("claim").unwrap_or(&Json::Null);
    let known = || fields_of(form).iter().map(|field| field.word("field"));
    if !known().any(|name| name == text && text != standard::QUESTIONS) {
        let otherwise = "add it under `/claim/fields`; what the rules know is a `fact`";
        walk.log.unknown(Code::PolicyUnknownField, at, text, known(), otherwise);
    }
}

fn expression(walk: &mut Walk<'_>, json: &Json, at: &Pointer) {
    if let Some(text) = walk.text(json, at)
        && !pattern::is_good(text)
    {
        walk.log.add(Code::PolicyBadPattern, at, &[("value", text)]);
    }
}

fn repair_fault(walk: &mut Walk<'_>, json: &Json, at: &Pointer) {
    let Some(text) = walk.text(json, at) else { return };
    let known = || walk.root.get("repair").into_iter().flat_map(|book| book.named("faults")).map(|(name, _)| &**name);
    if !known().any(|name| name == text) {
        let known: Vec<&str> = known().collect();
        walk.log.unknown(Code::PolicyUnknownFault, at, text, known.into_iter(), "declare it under `/repair/faults`");
    }
}

fn type_code(walk: &mut Walk<'_>, json: &Json, at: &Pointer) {
    if let Some(code) = walk.text(json, at)
        && (code.len() != 8 || !code.bytes().all(|byte| byte.is_ascii_digit()))
    {
        walk.log.add(Code::PolicyBadTypeCode, at, &[("value", code)]);
    }
}

/// Tells a model that is none; without a price book any name is one.
pub(super) fn model(walk: &mut Walk<'_>, name: &str, at: &Pointer) {
    let Some(book) = walk.root.get("repair") else { return };
    let known = || book.named("models").iter().map(|(name, _)| name.as_str());
    if !known().any(|known| known == name) {
        walk.log.unknown(Code::PolicyUnknownModel, at, name, known(), "declare it under `/repair/models`");
    }
}
