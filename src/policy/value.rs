//! What a fact is known to be.

use rust_decimal::Decimal;
use serde::ser::SerializeMap as _;
use serde::{Serialize, Serializer};

use super::vocabulary::FactType;
use crate::domain::{Currency, Date, Finding, Json, Money};

/// The value of one fact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Yes or no.
    Bool(bool),
    /// A value of an enum, a word, or a category.
    Word(String),
    /// A number.
    Number(Decimal),
    /// An amount.
    Money(Money),
    /// A day, or the days between which it lies.
    Days(Days),
    /// Tags, in order.
    Tags(Vec<String>),
    /// A day that has not come.
    Never,
}

/// A day that is only known to lie between two days, both included; an open end is not known at all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Days {
    /// Not before this day.
    pub from: Option<Date>,
    /// Not after this day.
    pub to: Option<Date>,
}

impl Days {
    /// Exactly one day.
    #[must_use]
    pub const fn on(day: Date) -> Self {
        Self { from: Some(day), to: Some(day) }
    }

    /// Whether the day lies between two days, both included.
    #[must_use]
    pub fn within(self, from: Date, until: Date) -> Finding {
        let (first, last) = (self.from.unwrap_or(Date::FIRST), self.to.unwrap_or(Date::LAST));
        if last < from || first > until {
            Finding::No
        } else if first >= from && last <= until {
            Finding::Yes
        } else {
            Finding::Maybe
        }
    }

    /// The day, if it is known exactly.
    #[must_use]
    pub fn exactly(self) -> Option<Date> {
        self.from.filter(|_| self.from == self.to)
    }
}

impl Value {
    /// A value of a fact as a policy writes it; none if the fact cannot have it. `listed` tells which words it can have.
    pub(super) fn written(
        kind: FactType,
        listed: impl Fn(&str) -> bool,
        json: &Json,
        currency: Option<Currency>,
    ) -> Option<Self> {
        let text = json.text();
        match (kind, json) {
            (FactType::Bool, Json::Bool(value)) => Some(Self::Bool(*value)),
            (FactType::Enum | FactType::Category, _) => {
                text.filter(|text| listed(text)).map(|text| Self::Word(text.to_owned()))
            }
            (FactType::Text, _) => text.map(|text| Self::Word(text.to_owned())),
            (FactType::Money, _) => Money::parse(text?, currency?).ok().map(Self::Money),
            (FactType::Number, _) => Money::plain_number(text?).map(Self::Number),
            (FactType::Date, Json::Bool(false)) => Some(Self::Never),
            (FactType::Date, _) => Date::parse(text?).map(|day| Self::Days(Days::on(day))),
            _ => None,
        }
    }

    /// What a declared fact is taken to be while nobody says otherwise; none if that is not said, or is no value of the fact.
    pub(super) fn unless_told(declared: &Json, currency: Option<Currency>) -> Option<Self> {
        let kind = FactType::named(declared.word("type"))?;
        let listed = |word: &str| declared.named("values").iter().any(|(value, _)| value == word);
        Self::written(kind, listed, declared.get("unlessTold")?, currency)
    }
}

#[cfg(feature = "claim")]
impl Value {
    /// The value as a request says it; none if a request cannot.
    pub(crate) fn told(&self) -> Option<Json> {
        let text = |text: String| Some(Json::Text(text));
        match self {
            Self::Bool(value) => Some(Json::Bool(*value)),
            Self::Word(word) => text(word.clone()),
            Self::Number(number) => text(number.normalize().to_string()),
            Self::Money(money) => text(money.to_string()),
            Self::Days(days) => text(days.exactly()?.to_string()),
            Self::Tags(tags) => Some(Json::List(tags.iter().cloned().map(Json::Text).collect())),
            Self::Never => None,
        }
    }
}

impl Serialize for Value {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Bool(value) => to.serialize_bool(*value),
            Self::Word(value) => to.serialize_str(value),
            Self::Number(value) => to.collect_str(&value.normalize()),
            Self::Money(value) => value.serialize(to),
            Self::Days(days) => match days.exactly() {
                Some(day) => day.serialize(to),
                None => {
                    let mut map = to.serialize_map(None)?;
                    if let Some(from) = days.from {
                        map.serialize_entry("from", &from)?;
                    }
                    if let Some(until) = days.to {
                        map.serialize_entry("to", &until)?;
                    }
                    map.end()
                }
            },
            Self::Tags(tags) => to.collect_seq(tags),
            Self::Never => to.serialize_bool(false),
        }
    }
}
