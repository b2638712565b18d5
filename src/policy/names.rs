//! Texts of a policy that have a form or stand for something: days, periods, amounts, and the names of things.

use super::Facts;
use super::pack::section;
use super::vocabulary::{FactType, REMEDIES};
#[cfg(feature = "schema")]
use crate::domain::shape::Form;
use crate::domain::shape::Walk;
use crate::domain::{Code, Currency, Date, Json, Money, MoneyError, Percent, Period, PeriodError, Pointer, Slip};
#[cfg(feature = "explain")]
use crate::domain::{is_time_zone, nearest_time_zone};

/// Declares a check of its own, with what the JSON Schema says of it.
macro_rules! own {
    ($($(#[$doc:meta])* $name:ident: $check:expr, $form:expr;)+) => {
        $($(#[$doc])* pub(in crate::policy) static $name: crate::domain::shape::Own = crate::domain::shape::Own {
            check: $check,
            #[cfg(feature = "schema")]
            form: $form,
        };)+
    };
}
#[cfg(feature = "quote")]
pub(super) use own;

own! {
    /// The format: 1.
    FORMAT: format, Form::Number(1);
    /// A name of the writer's own.
    NAME: |walk, json, at| if let Some(text) = walk.text(json, at) { name(walk, text, at) }, Form::Pattern(NAME_FORM);
    /// A name in a list, where the whole list is looked at for names that are none or stand twice.
    ID: |walk, json, at| { walk.text(json, at); }, Form::Pattern(NAME_FORM);
    /// The tag of a language.
    LANGUAGE: |walk, json, at| if let Some(text) = walk.text(json, at) { language(walk, text, at) }, Form::Pattern(LANGUAGE_FORM);
    /// What can be linked to.
    ADDRESS: address, Form::Pattern("^(https?://|/)");
    /// The name of a time zone.
    ZONE: zone, Form::Pattern(r"\S");
    /// The code of a currency.
    CURRENCY: currency, Form::Pattern("^[A-Z]{3}$");
    /// A text, or one for each language.
    TEXTS: texts, Form::Text;
    /// A day.
    DAY: |walk, json, at| { if let Some(text) = walk.text(json, at) { day(walk, text, at); } }, Form::Pattern(r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$");
    /// A length of time.
    PERIOD: period, Form::Pattern(r"^0*[1-9][0-9]* (days?|working days?|weeks?|months?|years?)$");
    /// Digits in a text, because a JSON number loses some.
    DIGITS: |walk, json, at| { digits(walk, json, at); }, Form::Pattern(r"^-?[0-9]{1,18}(\.[0-9]{1,17})?( [A-Z]{3})?$");
    /// A share of a hundred.
    PERCENT: percent, Form::Pattern(r"^[0-9]{1,18}(\.[0-9]{1,17})?$");
    /// An amount in the policy's currency.
    AMOUNT: |walk, json, at| { if let Some(text) = digits(walk, json, at) { amount(walk, text, at); } }, Form::Pattern(r"^-?[0-9]{1,18}(\.[0-9]{1,17})?( [A-Z]{3})?$");
    /// Yes, no, or a word.
    SCALAR: |walk, json, at| if !matches!(json, Json::Bool(_)) { digits(walk, json, at); }, Form::Scalar;
    /// Yes.
    TRUE: |walk, json, at| if !matches!(json, Json::Bool(_)) { walk.log.wrong_type(json, at, "true or false") }, Form::True;
    /// The name of a fact.
    FACT: |walk, json, at| { fact(walk, json, at); }, Form::Pattern(NAME_FORM);
    /// The name of a fact that is a date.
    DATE_FACT: |walk, json, at| fact_of(walk, json, at, FactType::Date, Code::PolicyNotADate), Form::Pattern(NAME_FORM);
    /// The name of a fact that is a number.
    NUMBER_FACT: |walk, json, at| fact_of(walk, json, at, FactType::Number, Code::PolicyNotANumber), Form::Pattern(NAME_FORM);
    /// The name of a fact that is an amount.
    MONEY_FACT: |walk, json, at| fact_of(walk, json, at, FactType::Money, Code::PolicyNotAnAmount), Form::Pattern(NAME_FORM);
    /// The name of a condition.
    CONDITION_NAME: |walk, json, at| declared(walk, json, at, "conditions", Code::PolicyUnknownCondition, "declare it under `/conditions`"), Form::Pattern(NAME_FORM);
    /// The name of a category.
    CATEGORY: |walk, json, at| declared(walk, json, at, "categories", Code::PolicyUnknownCategory, "declare it under `/categories`"), Form::Pattern(NAME_FORM);
    /// The name of a remedy.
    REMEDY: remedy, Form::Pattern(NAME_FORM);
}

#[cfg(feature = "schema")]
pub(super) const NAME_FORM: &str = r"^[A-Za-z][A-Za-z0-9]*(-[A-Za-z0-9]+)*$";
#[cfg(feature = "schema")]
pub(super) const LANGUAGE_FORM: &str = r"^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$";

/// Whether a text can be a name: letters and digits, words joined by single hyphens, a letter first.
pub(super) fn is_name(text: &str) -> bool {
    let word = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_alphanumeric());
    text.len() <= 64 && text.starts_with(|first: char| first.is_ascii_alphabetic()) && text.split('-').all(word)
}

/// Tells a name that is none.
pub(super) fn name(walk: &mut Walk<'_>, text: &str, at: &Pointer) {
    if !is_name(text) {
        walk.log.add(Code::PolicyBadId, at, &[("value", text)]);
    }
}

pub(super) fn fact_name(walk: &mut Walk<'_>, text: &str, at: &Pointer) {
    if Facts::built_in(text).is_some() {
        walk.log.add(Code::PolicyKnownFact, at, &[("value", text)]);
    } else {
        name(walk, text, at);
    }
}

pub(super) fn remedy_name(walk: &mut Walk<'_>, text: &str, at: &Pointer) {
    if REMEDIES.contains(&text) {
        walk.log.add(Code::PolicyKnownRemedy, at, &[("value", text)]);
    } else {
        name(walk, text, at);
    }
}

fn format(walk: &mut Walk<'_>, json: &Json, at: &Pointer) {
    match json {
        Json::Whole(1) => {}
        Json::Whole(other) => walk.log.add(Code::PolicyUnknownFormat, at, &[("value", &other.to_string())]),
        _ => walk.log.wrong_type(json, at, "the number 1"),
    }
}

/// Whether a text is a BCP 47 language tag in form.
fn language(walk: &mut Walk<'_>, tag: &str, at: &Pointer) {
    let mut parts = tag.split('-');
    let first = parts.next().unwrap_or_default();
    let word = |part: &str| (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let good =
        (2..=8).contains(&first.len()) && first.bytes().all(|byte| byte.is_ascii_alphabetic()) && parts.all(word);
    if !good {
        walk.log.add(Code::PolicyBadLanguage, at, &[("value", tag)]);
    }
}

fn address(walk: &mut Walk<'_>, json: &Json, at: &Pointer) {
    if let Some(text) = walk.text(json, at)
        && !["https://", "http://", "/"].iter().any(|start| text.starts_with(start))
    {
        walk.log.add(Code::PolicyBadAddress, at, &[("value", text)]);
    }
}

/// The browser knows its time zones itself, so that the shopper's engine does without their names.
#[cfg_attr(not(feature = "explain"), expect(unused_variables, reason = "only told where it is explained"))]
fn zone(walk: &mut Walk<'_>, json: &Json, at: &Pointer) {
    if let Some(text) = walk.text(json, at) {
        #[cfg(feature = "explain")]
        if !is_time_zone(text) {
            let params = [("value", text), ("suggestion", &nearest_time_zone(text))];
            walk.log.add(Code::PolicyUnknownTimeZone, at, &params);
        }
    }
}

fn currency(walk: &mut Walk<'_>, json: &Json, at: &Pointer) {
    if let Some(text) = walk.text(json, at)
        && Currency::from_code(text).is_none()
    {
        let known = Currency::all().map(Currency::code);
        let otherwise = "write three capital letters: `CNY`, `EUR`";
        walk.log.unknown(Code::PolicyUnknownCurrency, at, text, known, otherwise);
    }
}

fn texts(walk: &mut Walk<'_>, json: &Json, at: &Pointer) {
    match json {
        Json::Text(_) => {
            walk.text(json, at);
        }
        Json::Object(texts) => {
            if texts.is_empty() {
                walk.log.slip(Slip::Empty, at, &[]);
            }
            for (tag, text) in walk.object(json, at) {
                let at = at.key(tag);
                language(walk, tag, &at);
                walk.text(text, &at);
            }
        }
        _ => walk.log.wrong_type(json, at, "a text, or an object of texts by language"),
    }
}

/// Reads a day.
pub(super) fn day(walk: &mut Walk<'_>, text: &str, at: &Pointer) -> Option<Date> {
    let date = Date::parse(text);
    if date.is_none() {
        walk.log.add(Code::PolicyBadDate, at, &[("value", text)]);
    }
    date
}

fn period(walk: &mut Walk<'_>, json: &Json, at: &Pointer) {
    let Some(text) = walk.text(json, at) else { return };
    let code = match Period::parse(text) {
        Ok(_) => return,
        Err(PeriodError::Unreadable) => Code::PolicyBadPeriod,
        Err(PeriodError::OutOfRange) => Code::PolicyBadWindow,
    };
    walk.log.add(code, at, &[("value", text)]);
}

pub(super) fn digits<'j>(walk: &mut Walk<'_>, json: &'j Json, at: &Pointer) -> Option<&'j str> {
    if let Json::Whole(_) | Json::Fraction = json {
        let example = if let Json::Whole(number) = json { number.to_string() } else { "12.50".to_owned() };
        walk.log.add(Code::PolicyMoneyAsNumber, at, &[("example", &example)]);
        return None;
    }
    walk.text(json, at)
}

fn percent(walk: &mut Walk<'_>, json: &Json, at: &Pointer) {
    if let Some(text) = digits(walk, json, at)
        && Percent::parse(text).is_none()
    {
        walk.log.add(Code::PolicyBadPercent, at, &[("value", text)]);
    }
}

/// The currency of a document.
pub(super) fn currency_of(document: &Json) -> Option<Currency> {
    Currency::from_code(section(document).word("currency"))
}

/// Reads an amount. It is read in some currency even if the policy's own is wrong, so that its form is checked all the same.
pub(super) fn amount(walk: &mut Walk<'_>, text: &str, at: &Pointer) -> Option<Money> {
    let currency = currency_of(walk.root).or(Currency::from_code("EUR"))?;
    let code = currency.code();
    match Money::parse(text, currency) {
        Ok(money) => return Some(money),
        Err(MoneyError::OtherCurrency(found)) => {
            walk.log.add(Code::PolicyMixedCurrency, at, &[("found", &found), ("currency", code)]);
        }
        Err(MoneyError::Unreadable) => {
            let digits = currency.digits().to_string();
            let params = [("value", text), ("currency", code), ("digits", &digits), ("example", currency.example())];
            walk.log.add(Code::PolicyBadAmount, at, &params);
        }
    }
    None
}

/// The kind of the fact with a name, or the problem that there is none.
fn fact(walk: &mut Walk<'_>, json: &Json, at: &Pointer) -> Option<FactType> {
    let text = walk.text(json, at)?;
    let facts = Facts::of(walk.root);
    let kind = facts.kind(text);
    if kind.is_none() {
        walk.log.unknown(Code::PolicyUnknownFact, at, text, facts.names(), "declare your own facts under `/facts`");
    }
    kind
}

pub(super) fn fact_of(walk: &mut Walk<'_>, json: &Json, at: &Pointer, wanted: FactType, code: Code) {
    if let Some(kind) = fact(walk, json, at)
        && kind != wanted
    {
        walk.log.add(code, at, &[("fact", json.text().unwrap_or_default()), ("kind", kind.described())]);
    }
}

fn declared(walk: &mut Walk<'_>, json: &Json, at: &Pointer, under: &str, code: Code, otherwise: &str) {
    let Some(text) = walk.text(json, at) else { return };
    let mut known = walk.root.named(under).iter().map(|(name, _)| name.as_str());
    if !known.any(|name| name == text) {
        let known = walk.root.named(under).iter().map(|(name, _)| name.as_str());
        walk.log.unknown(code, at, text, known, otherwise);
    }
}

fn remedy(walk: &mut Walk<'_>, json: &Json, at: &Pointer) {
    let Some(text) = walk.text(json, at) else { return };
    let own = walk.root.named("remedies").iter().map(|(name, _)| name.as_str());
    let mut known = REMEDIES.into_iter().chain(own.clone());
    if !known.any(|name| name == text) {
        let known = REMEDIES.into_iter().chain(own);
        let otherwise = "declare your own remedies under `/remedies`";
        walk.log.unknown(Code::PolicyUnknownRemedy, at, text, known, otherwise);
    }
}
