//! What a fact is known to be.

use rust_decimal::Decimal;
use serde::ser::SerializeMap as _;
use serde::{Serialize, Serializer};

use crate::domain::{Date, Money};

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
}

/// A day that is only known to lie between two days, both included; an open end is not known at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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

    /// The day, if it is known exactly.
    #[must_use]
    pub fn exactly(self) -> Option<Date> {
        self.from.filter(|_| self.from == self.to)
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
        }
    }
}
