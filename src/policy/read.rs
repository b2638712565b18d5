//! JSON to [`Document`]: shapes only. What is missing or of the wrong shape is told and stands in empty, so that reading goes on.

use super::document::{
    CalendarSection, CategoryDeclaration, Condition, Document, Exception, FactDeclaration, Fee, Grant, Named,
    RemedyDeclaration, Rule, Scalar, ShopSection, Test, Window,
};
use super::vocabulary::FactType;
use crate::domain::{Code, Json, Log, Object, Place, Text};

/// Something that can be read from a place in a document.
trait Read: Default {
    /// Reads it; tells what is wrong and gives what could be read.
    fn read(place: &Place<'_>, log: &mut Log) -> Self;
}

/// Reads a document.
pub(super) fn document(place: &Place<'_>, log: &mut Log) -> Document {
    Document::read(place, log)
}

fn required<T: Read>(object: &mut Object<'_>, key: &'static str, log: &mut Log) -> T {
    object.required(key, log).map(|place| T::read(&place, log)).unwrap_or_default()
}

fn optional<T: Read>(object: &mut Object<'_>, key: &'static str, log: &mut Log) -> Option<T> {
    object.optional(key).map(|place| T::read(&place, log))
}

impl Read for String {
    fn read(place: &Place<'_>, log: &mut Log) -> Self {
        place.text(log).unwrap_or_default().to_owned()
    }
}

impl Read for bool {
    fn read(place: &Place<'_>, log: &mut Log) -> Self {
        place.bool(log).unwrap_or_default()
    }
}

impl<T: Read> Read for Vec<T> {
    fn read(place: &Place<'_>, log: &mut Log) -> Self {
        place.list(log).unwrap_or_default().iter().map(|entry| T::read(entry, log)).collect()
    }
}

/// A list with at least one entry.
#[derive(Default)]
struct Filled<T>(Vec<T>);

impl<T: Read> Read for Filled<T> {
    fn read(place: &Place<'_>, log: &mut Log) -> Self {
        let places = place.filled_list(log).unwrap_or_default();
        Self(places.iter().map(|entry| T::read(entry, log)).collect())
    }
}

/// Labelled names, at least one.
#[derive(Default)]
struct FilledNames(Named<Text>);

impl Read for FilledNames {
    fn read(place: &Place<'_>, log: &mut Log) -> Self {
        if let Json::Object(entries) = place.value
            && entries.is_empty()
        {
            log.add(Code::PolicyEmpty, &place.at, &[]);
        }
        Self(Named::read(place, log))
    }
}

impl<T: Read> Read for Named<T> {
    fn read(place: &Place<'_>, log: &mut Log) -> Self {
        let entries = place.entries(log).unwrap_or_default();
        Self(entries.iter().map(|(name, place)| ((*name).to_owned(), T::read(place, log))).collect())
    }
}

impl<T: Read> Read for Box<T> {
    fn read(place: &Place<'_>, log: &mut Log) -> Self {
        Self::new(T::read(place, log))
    }
}

/// An amount or a rate: text, because a JSON number loses digits.
#[derive(Default)]
struct Digits(String);

impl Read for Digits {
    fn read(place: &Place<'_>, log: &mut Log) -> Self {
        if let Json::Whole(_) | Json::Fraction = place.value {
            let example = if let Json::Whole(number) = place.value { number.to_string() } else { "12.50".to_owned() };
            log.add(Code::PolicyMoneyAsNumber, &place.at, &[("example", &example)]);
            return Self::default();
        }
        Self(String::read(place, log))
    }
}

impl Read for Text {
    fn read(place: &Place<'_>, log: &mut Log) -> Self {
        if let Json::Text(_) = place.value {
            return Self::One(String::read(place, log));
        }
        let Json::Object(_) = place.value else {
            log.wrong_type(place, "a text, or an object of texts by language");
            return Self::default();
        };
        let entries = place.entries(log).unwrap_or_default();
        if entries.is_empty() {
            log.add(Code::PolicyEmpty, &place.at, &[]);
        }
        for (tag, place) in &entries {
            if !super::is_language(tag) {
                log.add(Code::PolicyBadLanguage, &place.at, &[("value", tag)]);
            }
        }
        Self::By(entries.iter().map(|(tag, place)| ((*tag).to_owned(), String::read(place, log))).collect())
    }
}

impl Read for Document {
    fn read(place: &Place<'_>, log: &mut Log) -> Self {
        let Some(mut object) = place.object(log) else { return Self::default() };
        let makegood = object.required("makegood", log);
        let document = Self {
            schema: optional(&mut object, "$schema", log),
            makegood: makegood.map(|place| format(&place, log)).unwrap_or_default(),
            id: required(&mut object, "id", log),
            version: required(&mut object, "version", log),
            from: optional(&mut object, "from", log),
            shop: required(&mut object, "shop", log),
            calendar: optional(&mut object, "calendar", log).unwrap_or_default(),
            categories: optional(&mut object, "categories", log).unwrap_or_default(),
            remedies: optional(&mut object, "remedies", log).unwrap_or_default(),
            facts: optional(&mut object, "facts", log).unwrap_or_default(),
            conditions: optional(&mut object, "conditions", log).unwrap_or_default(),
            rules: required::<Filled<Rule>>(&mut object, "rules", log).0,
        };
        object.close(log);
        document
    }
}

fn format(place: &Place<'_>, log: &mut Log) -> u32 {
    match place.value {
        Json::Whole(1) => 1,
        Json::Whole(other) => {
            log.add(Code::PolicyUnknownFormat, &place.at, &[("value", &other.to_string())]);
            0
        }
        _ => {
            log.wrong_type(place, "the number 1");
            0
        }
    }
}

impl Read for ShopSection {
    fn read(place: &Place<'_>, log: &mut Log) -> Self {
        let Some(mut object) = place.object(log) else { return Self::default() };
        let shop = Self {
            name: required(&mut object, "name", log),
            time_zone: required(&mut object, "timeZone", log),
            currency: required(&mut object, "currency", log),
            languages: required::<Filled<String>>(&mut object, "languages", log).0,
            rounding: optional(&mut object, "rounding", log),
            page: optional(&mut object, "page", log),
        };
        object.close(log);
        shop
    }
}

impl Read for CalendarSection {
    fn read(place: &Place<'_>, log: &mut Log) -> Self {
        let Some(mut object) = place.object(log) else { return Self::default() };
        let calendar = Self {
            rest_days: optional(&mut object, "restDays", log).unwrap_or_default(),
            holidays: optional(&mut object, "holidays", log).unwrap_or_default(),
            workdays: optional(&mut object, "workdays", log).unwrap_or_default(),
        };
        object.close(log);
        calendar
    }
}

impl Read for CategoryDeclaration {
    fn read(place: &Place<'_>, log: &mut Log) -> Self {
        let Some(mut object) = place.object(log) else { return Self::default() };
        let category = Self { parent: optional(&mut object, "parent", log) };
        object.close(log);
        category
    }
}

impl Read for RemedyDeclaration {
    fn read(place: &Place<'_>, log: &mut Log) -> Self {
        let Some(mut object) = place.object(log) else { return Self::default() };
        let remedy = Self { title: required(&mut object, "title", log) };
        object.close(log);
        remedy
    }
}

impl Read for FactDeclaration {
    fn read(place: &Place<'_>, log: &mut Log) -> Self {
        let Some(mut object) = place.object(log) else { return Self::default() };
        let kind = object.required("type", log).and_then(|place| place.one_of(&FactType::DECLARED, log));
        let fact = Self {
            kind,
            ask: optional(&mut object, "ask", log),
            help: optional(&mut object, "help", log),
            values: match kind {
                Some(FactType::Enum) => required::<FilledNames>(&mut object, "values", log).0,
                Some(_) => Named::default(),
                None => optional(&mut object, "values", log).unwrap_or_default(),
            },
        };
        object.close(log);
        fact
    }
}

impl Read for Rule {
    fn read(place: &Place<'_>, log: &mut Log) -> Self {
        let Some(mut object) = place.object(log) else { return Self::default() };
        let rule = Self {
            id: required(&mut object, "id", log),
            clause: required(&mut object, "clause", log),
            title: required(&mut object, "title", log),
            text: optional(&mut object, "text", log),
            goodwill: optional(&mut object, "goodwill", log).unwrap_or_default(),
            reasons: optional::<Filled<String>>(&mut object, "reasons", log).map(|reasons| reasons.0),
            condition: optional(&mut object, "if", log),
            unless: optional(&mut object, "unless", log).unwrap_or_default(),
            window: optional(&mut object, "window", log),
            grants: required::<Filled<Grant>>(&mut object, "grants", log).0,
        };
        object.close(log);
        rule
    }
}

impl Read for Exception {
    fn read(place: &Place<'_>, log: &mut Log) -> Self {
        let Some(mut object) = place.object(log) else { return Self::default() };
        let exception = Self {
            id: required(&mut object, "id", log),
            condition: required(&mut object, "if", log),
            because: optional(&mut object, "because", log),
        };
        object.close(log);
        exception
    }
}

impl Read for Window {
    fn read(place: &Place<'_>, log: &mut Log) -> Self {
        let Some(mut object) = place.object(log) else { return Self::default() };
        let window = Self {
            from: required(&mut object, "from", log),
            length: required(&mut object, "length", log),
            counts_event_day: optional(&mut object, "countsEventDay", log).unwrap_or_default(),
            rolls: optional(&mut object, "rolls", log),
        };
        object.close(log);
        window
    }
}

impl Read for Grant {
    fn read(place: &Place<'_>, log: &mut Log) -> Self {
        let Some(mut object) = place.object(log) else { return Self::default() };
        let grant = Self {
            remedy: required(&mut object, "remedy", log),
            carriage: required(&mut object, "carriage", log),
            fees: optional(&mut object, "fees", log).unwrap_or_default(),
        };
        object.close(log);
        grant
    }
}

impl Read for Fee {
    fn read(place: &Place<'_>, log: &mut Log) -> Self {
        let Some(mut object) = place.object(log) else { return Self::default() };
        let fee = Self {
            id: required(&mut object, "id", log),
            title: optional(&mut object, "title", log),
            condition: optional(&mut object, "if", log),
            percent: optional::<Digits>(&mut object, "percent", log).map(|digits| digits.0),
            amount: optional::<Digits>(&mut object, "amount", log).map(|digits| digits.0),
            quoted: optional(&mut object, "quoted", log),
        };
        object.close(log);
        let forms = [fee.percent.is_some(), fee.amount.is_some(), fee.quoted == Some(true)];
        if forms.into_iter().filter(|form| *form).count() != 1 {
            log.add(Code::PolicyOneForm, &place.at, &[("allowed", "`percent`, `amount` and `\"quoted\": true`")]);
        }
        fee
    }
}

impl Read for Condition {
    fn read(place: &Place<'_>, log: &mut Log) -> Self {
        let Some(mut object) = place.object(log) else { return Self::default() };
        let all = object.optional("all");
        let any = object.optional("any");
        let not = object.optional("not");
        let named = object.optional("condition");
        let fact = object.optional("fact");
        match (all, any, not, named, fact) {
            (Some(all), None, None, None, None) => {
                object.close(log);
                Self::All { all: Filled::read(&all, log).0 }
            }
            (None, Some(any), None, None, None) => {
                object.close(log);
                Self::Any { any: Filled::read(&any, log).0 }
            }
            (None, None, Some(not), None, None) => {
                object.close(log);
                Self::Not { not: Box::read(&not, log) }
            }
            (None, None, None, Some(name), None) => {
                object.close(log);
                Self::Named { condition: String::read(&name, log) }
            }
            (None, None, None, None, Some(fact)) => Self::Test(Box::new(test(&fact, object, log))),
            _ => {
                let allowed = "`all`, `any`, `not`, `condition` and `fact`";
                log.add(Code::PolicyOneForm, &place.at, &[("allowed", allowed)]);
                Self::default()
            }
        }
    }
}

fn test(fact: &Place<'_>, mut object: Object<'_>, log: &mut Log) -> Test {
    let digits =
        |object: &mut Object<'_>, key, log: &mut Log| optional::<Digits>(object, key, log).map(|digits| digits.0);
    let test = Test {
        fact: String::read(fact, log),
        is: optional(&mut object, "is", log),
        one_of: optional::<Filled<String>>(&mut object, "in", log).map(|words| words.0),
        under: optional(&mut object, "under", log),
        has: optional(&mut object, "has", log),
        from: optional(&mut object, "from", log),
        until: optional(&mut object, "until", log),
        at_least: digits(&mut object, "atLeast", log),
        at_most: digits(&mut object, "atMost", log),
        more_than: digits(&mut object, "moreThan", log),
        less_than: digits(&mut object, "lessThan", log),
    };
    object.close(log);
    test
}

impl Default for Scalar {
    fn default() -> Self {
        Self::Text(String::new())
    }
}

impl Read for Scalar {
    fn read(place: &Place<'_>, log: &mut Log) -> Self {
        match place.value {
            Json::Bool(value) => Self::Bool(*value),
            _ => Self::Text(Digits::read(place, log).0),
        }
    }
}
