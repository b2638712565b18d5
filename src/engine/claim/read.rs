//! What was typed into a field, as the claim holds it.

use super::sheet::Sheet;
use crate::claim::{ClaimField, Tidied};
use crate::domain::{Code, Json, Money, Problem};
use crate::facts::claim::{self, Care, DayError, ImeiError, Tidying, Typed};
use crate::policy::Shop;
use crate::policy::claim::{Fault, FieldType, Shapely};

/// What a field is read with.
#[derive(Default)]
pub(super) struct Reading<'f, 's> {
    /// What its text must look like.
    pub shape: Option<Shapely<'s>>,
    /// What can be wrong.
    pub faults: &'f [Fault<'s>],
}

/// Why something cannot be.
#[derive(Debug)]
pub(super) struct Wrong {
    pub code: Code,
    pub params: Vec<(&'static str, String)>,
}

impl Wrong {
    pub(super) fn new(code: Code, params: &[(&'static str, &str)]) -> Self {
        Self { code, params: params.iter().map(|(name, value)| (*name, (*value).to_owned())).collect() }
    }

    fn value(code: Code, value: &str) -> Self {
        Self::new(code, &[("value", value)])
    }
}

/// What a field holds, and what was changed for it.
pub(super) struct Read<'s> {
    pub value: Result<Json, Wrong>,
    pub tidied: Option<Tidied<'s>>,
}

/// Reads what was typed; none if that is nothing, or nothing that anybody sees.
pub(super) fn value<'s>(
    field: &ClaimField<'s>,
    typed: &Typed,
    reading: &Reading<'_, 's>,
    sheet: &Sheet<'s>,
) -> Option<Read<'s>> {
    let plain = |value| Some(Read { value, tidied: None });
    let (text, read) = match typed {
        Typed::Flag(flag) if field.kind == FieldType::Bool => return plain(Ok(Json::Bool(*flag))),
        Typed::Flag(flag) => return plain(Err(Wrong::value(Code::ClaimUnknownValue, &flag.to_string()))),
        Typed::Unsure => return None,
        Typed::Text(text) => (text, None),
        Typed::Read(text, read) => (text, Some(read.as_deref())),
    };
    if text.chars().nth(field.kind.longest()).is_some() {
        let limit = field.kind.longest().to_string();
        return plain(Err(Wrong::new(Code::ClaimTooLong, &[("limit", &limit)])));
    }
    let (clean, mut by) = claim::tidied(text, care(field));
    if clean.is_empty() {
        return None;
    }
    let value = meant(field, &clean, read, reading, sheet, &mut by);
    let to = match &value {
        Ok(Json::Text(to)) => Some(to.clone()),
        _ => None,
    };
    let told = to.filter(|to| to != text && !by.is_empty());
    Some(Read { value, tidied: told.map(|to| Tidied { field: field.id, from: text.clone(), to, by }) })
}

const fn care(field: &ClaimField<'_>) -> Care {
    match field.kind {
        FieldType::LongText => Care::Prose,
        FieldType::Text if matches!(field.id.as_bytes(), b"order" | b"serial") => Care::Code,
        FieldType::Text | FieldType::Enum | FieldType::Fault | FieldType::Bool | FieldType::Date => Care::Line,
        _ => Care::Code,
    }
}

fn meant(
    field: &ClaimField<'_>,
    text: &str,
    read: Option<Option<&str>>,
    reading: &Reading<'_, '_>,
    sheet: &Sheet<'_>,
    by: &mut Vec<Tidying>,
) -> Result<Json, Wrong> {
    let json = |text: String| Json::Text(text);
    let wrong = |code| Wrong::value(code, text);
    match field.kind {
        FieldType::Text | FieldType::LongText => shaped(text, reading, by).map(json),
        FieldType::Bool => match text {
            "true" | "yes" | "on" => Ok(Json::Bool(true)),
            "false" | "no" => Ok(Json::Bool(false)),
            _ => Err(wrong(Code::ClaimUnknownValue)),
        },
        FieldType::Enum => {
            let known = field.values.iter().flatten().any(|value| value.value == text);
            if known { Ok(json(text.to_owned())) } else { Err(wrong(Code::ClaimUnknownValue)) }
        }
        FieldType::Fault => match reading.faults.iter().find(|fault| fault.id == text) {
            Some(fault) if fault.last => Ok(json(text.to_owned())),
            Some(_) => Err(wrong(Code::ClaimVagueFault)),
            None => Err(wrong(Code::ClaimUnknownValue)),
        },
        FieldType::Date => day(text, sheet, by).map(json),
        FieldType::Number => {
            let number = claim::number(text).ok_or_else(|| wrong(Code::ClaimBadNumber))?;
            changed(&number, text, Tidying::Separators, by);
            Ok(json(number))
        }
        FieldType::Money => {
            let currency = sheet.shop.currency;
            let params = [("value", text), ("currency", currency.code()), ("example", currency.example())];
            let money = claim::amount(text, &sheet.draft.language, currency);
            let money = money.ok_or_else(|| Wrong::new(Code::ClaimBadAmount, &params))?;
            // That coins are written out is nothing to be told of.
            if Money::parse(text, currency).is_err() {
                by.push(Tidying::Separators);
            }
            Ok(json(money.to_string()))
        }
        FieldType::Email => {
            let email = claim::email(text).ok_or_else(|| wrong(Code::ClaimBadEmail))?;
            changed(&email, text, Tidying::Case, by);
            Ok(json(email))
        }
        FieldType::Phone => {
            let number = read.unwrap_or(Some(text)).and_then(claim::phone);
            let number = number.ok_or_else(|| wrong(Code::ClaimBadPhone))?;
            let why = if read.is_some() { Tidying::Phone } else { Tidying::Separators };
            changed(&number, text, why, by);
            Ok(json(number))
        }
        FieldType::Imei => {
            let number = claim::imei(text).map_err(|error| match error {
                ImeiError::Form => wrong(Code::ClaimBadImei),
                ImeiError::CheckDigit => wrong(Code::ClaimImeiCheckDigit),
            })?;
            changed(&number, text, Tidying::Separators, by);
            Ok(json(number))
        }
        FieldType::Account => {
            let account = claim::account(text).ok_or_else(|| wrong(Code::ClaimBadAccount))?;
            let why = if account.eq_ignore_ascii_case(text) { Tidying::Case } else { Tidying::Separators };
            changed(&account, text, why, by);
            Ok(json(account))
        }
    }
}

fn changed(to: &str, from: &str, why: Tidying, by: &mut Vec<Tidying>) {
    if to != from {
        by.push(why);
    }
}

/// A text that must look like something: as it stands, else as machines write it, else in capitals.
fn shaped(text: &str, reading: &Reading<'_, '_>, by: &mut Vec<Tidying>) -> Result<String, Wrong> {
    let Some(shape) = reading.shape else { return Ok(text.to_owned()) };
    let (code, why) = claim::tidied(text, Care::Code);
    let capitals = [Tidying::Case].as_slice();
    let forms = [
        (text.to_owned(), Vec::new()),
        (code.clone(), why.clone()),
        (text.to_ascii_uppercase(), capitals.to_vec()),
        (code.to_ascii_uppercase(), [&why, capitals].concat()),
    ];
    let Some((meant, why)) = shape.first_of(forms) else { return Err(Wrong::value(Code::ClaimOtherShape, text)) };
    by.extend(why);
    Ok(meant)
}

fn day(text: &str, sheet: &Sheet<'_>, by: &mut Vec<Tidying>) -> Result<String, Wrong> {
    let narrow = claim::narrowed(text);
    changed(&narrow, text, Tidying::Width, by);
    match claim::day(&narrow, &sheet.draft.language) {
        Ok(day) => {
            let day = day.to_string();
            changed(&day, &narrow, Tidying::Day, by);
            Ok(day)
        }
        Err(DayError::Unreadable) => {
            let example = sheet.draft.today.to_string();
            Err(Wrong::new(Code::ClaimBadDate, &[("value", text), ("example", &example)]))
        }
        Err(DayError::Unclear(first, second)) => {
            let (first, second) = (first.to_string(), second.to_string());
            let params = [("value", text), ("first", &*first), ("second", &*second)];
            Err(Wrong::new(Code::ClaimUnclearDate, &params))
        }
    }
}

/// Why a fact cannot be what was typed, in the words of a claim.
pub(super) fn refused(field: &str, problem: &Problem, shop: &Shop) -> Wrong {
    let param = |name: &str| {
        let found = problem.params.iter().find(|(known, _)| *known == name);
        found.map_or("", |(_, value)| value.as_str())
    };
    let (value, other) = (param("value"), param("other"));
    match problem.code {
        Code::FactsInFuture => Wrong::value(Code::ClaimInFuture, value),
        Code::FactsTodayBeforePurchase => Wrong::value(Code::ClaimInFuture, other),
        Code::FactsBeforeFirstVersion => Wrong::value(Code::ClaimTooEarly, value),
        Code::FactsBeforePurchase | Code::FactsBeforeDispatch | Code::FactsBeforeDelivery => {
            let event = match problem.code {
                Code::FactsBeforePurchase => "purchased",
                Code::FactsBeforeDispatch => "dispatched",
                _ => "delivered",
            };
            // The problem stands at the later event, which may be the one that was known before.
            if param("fact") == field {
                Wrong::new(Code::ClaimBeforeEvent, &[("value", value), ("event", event), ("other", other)])
            } else {
                let event = param("fact");
                Wrong::new(Code::ClaimAfterEvent, &[("value", other), ("event", event), ("other", value)])
            }
        }
        Code::FactsBadNumber => Wrong::value(Code::ClaimBadNumber, value),
        Code::FactsBadAmount | Code::FactsMixedCurrency => {
            let currency = shop.currency;
            Wrong::new(
                Code::ClaimBadAmount,
                &[("value", value), ("currency", currency.code()), ("example", currency.example())],
            )
        }
        Code::FactsBadDate => Wrong::new(Code::ClaimBadDate, &[("value", value), ("example", "2026-11-09")]),
        _ => Wrong::value(Code::ClaimUnknownValue, value),
    }
}
