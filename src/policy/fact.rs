//! The facts of a policy: those that all policies have, then the shop's own.

use rust_decimal::Decimal;

use super::names::currency_of;
use super::value::{Days, Value};
use super::vocabulary::{BuiltIn, FACTS, FactType, SettledBy, UnlessTold};
use crate::domain::{Date, Json, Text};

/// The facts that a policy can test.
#[derive(Clone, Copy, Debug)]
pub struct Facts<'s> {
    document: &'s Json,
}

impl<'s> Facts<'s> {
    pub(super) const fn of(document: &'s Json) -> Self {
        Self { document }
    }

    /// The fact with this name that every policy has.
    #[must_use]
    pub fn built_in(name: &str) -> Option<&'static BuiltIn> {
        FACTS.iter().find(|fact| fact.name == name)
    }

    /// Every fact.
    pub fn all(self) -> impl Iterator<Item = Fact<'s>> {
        FACTS.iter().map(move |fact| self.common(fact)).chain(self.declared())
    }

    /// The shop's own facts.
    pub fn declared(self) -> impl Iterator<Item = Fact<'s>> {
        self.document.named("facts").iter().map(move |(name, declared)| self.own(name, declared))
    }

    /// The fact with this name.
    #[must_use]
    pub fn get(self, name: &str) -> Option<Fact<'s>> {
        if let Some(fact) = Self::built_in(name) {
            return Some(self.common(fact));
        }
        let (name, declared) = self.document.named("facts").iter().find(|(known, _)| known == name)?;
        Some(self.own(name, declared))
    }

    pub(super) fn kind(self, name: &str) -> Option<FactType> {
        self.get(name).map(|fact| fact.kind)
    }

    pub(super) fn names(self) -> impl Iterator<Item = &'s str> {
        self.all().map(|fact| fact.name)
    }

    const fn common(self, fact: &'static BuiltIn) -> Fact<'s> {
        Fact {
            name: fact.name,
            kind: fact.kind,
            settled_by: fact.settled_by,
            words: fact.values,
            declared: &Json::Null,
            document: self.document,
        }
    }

    fn own(self, name: &'s str, declared: &'s Json) -> Fact<'s> {
        let otherwise = if declared.get("ask").is_some() { SettledBy::Shopper } else { SettledBy::Shop };
        let settled_by = SettledBy::named(declared.word("settledBy")).unwrap_or(otherwise);
        let kind = FactType::named(declared.word("type")).unwrap_or(FactType::Text);
        Fact { name, kind, settled_by, words: &[], declared, document: self.document }
    }
}

/// A fact that a policy can test.
#[derive(Clone, Copy, Debug)]
pub struct Fact<'s> {
    /// The name in policies and requests.
    pub name: &'s str,
    /// What kind of value it has.
    pub kind: FactType,
    /// Who can say it.
    pub settled_by: SettledBy,
    words: &'static [&'static str],
    declared: &'s Json,
    document: &'s Json,
}

impl<'s> Fact<'s> {
    /// The shop's question.
    #[must_use]
    pub fn ask(self) -> Option<Text<'s>> {
        self.declared.get("ask").map(Text)
    }

    /// The shop's help for answering it.
    #[must_use]
    pub fn help(self) -> Option<Text<'s>> {
        self.declared.get("help").map(Text)
    }

    /// The picture that stands for it.
    #[cfg(feature = "claim")]
    #[must_use]
    pub fn icon(self) -> Option<&'s str> {
        self.declared.get("icon").and_then(Json::text)
    }

    /// The picture that stands for one of its values.
    #[cfg(feature = "claim")]
    #[must_use]
    pub fn icon_of(self, value: &str) -> Option<&'s str> {
        self.declared.get("icons")?.get(value).and_then(Json::text)
    }

    /// The values that it can have, with the shop's labels; none if they are not listed.
    #[must_use]
    pub fn values(self) -> Vec<(&'s str, Option<Text<'s>>)> {
        let declared = match self.kind {
            FactType::Category => self.document.named("categories"),
            _ => self.declared.named("values"),
        };
        let label = |json| if self.kind == FactType::Category { None } else { Some(Text(json)) };
        let declared = declared.iter().map(|(value, json)| (value.as_str(), label(json)));
        self.words.iter().map(|word| (*word, None)).chain(declared).collect()
    }

    /// What is taken to be so while nobody says otherwise, on this day.
    #[must_use]
    pub fn unless_told(self, today: Date) -> Option<Value> {
        match Facts::built_in(self.name).map(|fact| fact.unless_told) {
            Some(UnlessTold::Today) => Some(Value::Days(Days::on(today))),
            Some(UnlessTold::None) => Some(Value::Number(Decimal::ZERO)),
            Some(UnlessTold::Never) => Some(Value::Never),
            Some(UnlessTold::Unknown) => None,
            None => Value::unless_told(self.declared, currency_of(self.document)),
        }
    }

    /// A value as the policy writes it; none if the fact cannot have it.
    #[cfg(feature = "quote")]
    pub(super) fn written(self, json: &Json) -> Option<Value> {
        let listed = |word: &str| self.values().iter().any(|(value, _)| *value == word);
        Value::written(self.kind, listed, json, currency_of(self.document))
    }
}
