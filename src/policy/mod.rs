//! The policy: the document as a shop writes it, and the [`Shop`] it compiles to.

mod compile;
mod condition;
mod conditions;
mod dead;
pub mod document;
mod partition;
mod read;
mod rules;
mod translation;
mod value;
pub mod vocabulary;

use std::sync::Arc;

use serde::Serialize;

pub use compile::open;
pub use condition::{Condition, Fact, Known, Range, Test, Wants};
pub use partition::{Change, Extent, Part, Partition, PossibleDays};
pub use value::{Days, Value};

use crate::domain::{Calendar, Currency, Date, Finding, Money, Percent, Period, Pointer, Problem, Rounding, Text};

/// A shop whose policy has been read, checked and resolved: ready to decide.
#[derive(Clone, Debug)]
pub struct Shop {
    /// The policy's name.
    pub id: String,
    /// The shop's name.
    pub name: Text,
    /// The only currency.
    pub currency: Currency,
    /// The IANA time zone in which the shop's days begin.
    pub time_zone: String,
    /// Languages of the shop's texts.
    pub languages: Vec<String>,
    /// Where the written policy can be read.
    pub page: Option<String>,
    /// Every published version, the oldest first; at least one.
    pub versions: Vec<Version>,
    /// What somebody should look at, although answers can be given.
    pub warnings: Vec<Problem>,
}

impl Shop {
    /// The version in force for a day of purchase; none before the first.
    #[must_use]
    pub fn version_on(&self, purchased: Date) -> Option<&Version> {
        self.versions.iter().rev().find(|version| version.from.is_none_or(|from| from <= purchased))
    }

    /// The only version, if there is one only and it has always been in force.
    #[must_use]
    pub fn only_version(&self) -> Option<&Version> {
        match self.versions.as_slice() {
            [only] if only.from.is_none() => Some(only),
            _ => None,
        }
    }

    /// The reasons for which some rule of some version grants something, in the fixed order.
    #[must_use]
    pub fn reasons(&self) -> Vec<&'static str> {
        let granted = |reason: &str| {
            let mut rules = self.versions.iter().flat_map(|version| &version.rules);
            rules.any(|rule| rule.reasons.as_ref().is_none_or(|test| test.reasons.contains(&reason)))
        };
        vocabulary::REASONS.into_iter().filter(|reason| granted(reason)).collect()
    }
}

/// One version of a policy.
#[derive(Clone, Debug)]
pub struct Version {
    /// Which document, for decisions and receipts.
    pub used: PolicyUsed,
    /// The first day of purchase; from the beginning if none.
    pub from: Option<Date>,
    /// What happens to half a coin.
    pub rounding: Rounding,
    /// Which days are worked.
    pub calendar: Calendar,
    /// Every fact: those that all policies have, then the shop's own.
    pub facts: Vec<Arc<Fact>>,
    /// Every remedy that some rule grants, in the order in which rules first grant it.
    pub remedies: Vec<(String, Option<Text>)>,
    /// The rules, in the order of the document.
    pub rules: Vec<Rule>,
}

impl Version {
    /// The fact with this name.
    #[must_use]
    pub fn fact(&self, name: &str) -> Option<&Arc<Fact>> {
        self.facts.iter().find(|fact| fact.name == name)
    }
}

/// Which document an answer rests on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PolicyUsed {
    /// The policy's name.
    pub id: String,
    /// The version's name.
    pub version: String,
    /// `sha256:` and the SHA-256 of the document in canonical JSON (RFC 8785), in lower-case hex.
    pub hash: String,
}

/// One grant of the shop.
#[derive(Clone, Debug)]
pub struct Rule {
    /// Where it stands.
    pub at: Pointer,
    /// Its name.
    pub id: String,
    /// The number of its clause.
    pub clause: String,
    /// What shoppers call it.
    pub title: Text,
    /// The clause, word for word.
    pub text: Option<Text>,
    /// Granted out of kindness.
    pub goodwill: bool,
    /// The reasons for which it is there; any if none.
    pub reasons: Option<Reasons>,
    /// What must hold.
    pub condition: Option<Condition>,
    /// What must not hold.
    pub unless: Vec<Exception>,
    /// Until when; for ever if none.
    pub window: Option<Window>,
    /// What the shopper may have.
    pub grants: Vec<Grant>,
}

impl Rule {
    /// Hands out every test of the rule that decides whether it holds.
    pub fn tests<'r>(&'r self, visit: &mut dyn FnMut(&'r Test)) {
        if let Some(condition) = &self.condition {
            condition.tests(visit);
        }
        for exception in &self.unless {
            exception.condition.tests(visit);
        }
    }

    /// Takes the parts of its conditions from those that are still allowed; whether there were enough.
    fn fits(&self, allowed: &mut usize) -> bool {
        let fees = self.grants.iter().flat_map(|grant| &grant.fees).filter_map(|fee| fee.condition.as_ref());
        let unless = self.unless.iter().map(|exception| &exception.condition);
        self.condition.iter().chain(unless).chain(fees).all(|condition| condition.fits(allowed))
    }

    /// What the rule comes to apart from its window.
    #[must_use]
    pub fn holds(&self, known: &dyn Known) -> Finding {
        let reasons = self.reasons.as_ref().map_or(Finding::Yes, |test| test.finding(known));
        let condition = self.condition.as_ref().map_or(Finding::Yes, |condition| condition.finding(known));
        let unless = self.unless.iter().map(|exception| !exception.condition.finding(known));
        Finding::all([reasons, condition].into_iter().chain(unless))
    }
}

/// The reasons of a rule.
#[derive(Clone, Debug)]
pub struct Reasons {
    /// Where they stand.
    pub at: Pointer,
    /// The fact that says why the shopper comes.
    pub fact: Arc<Fact>,
    /// The reasons.
    pub reasons: Vec<&'static str>,
}

impl Reasons {
    /// Whether the shopper comes for one of them.
    #[must_use]
    pub fn finding(&self, known: &dyn Known) -> Finding {
        match known.value(&self.fact) {
            Some(Value::Word(reason)) => self.reasons.contains(&reason.as_str()).into(),
            _ => Finding::Maybe,
        }
    }
}

/// What takes a case out of a rule.
#[derive(Clone, Debug)]
pub struct Exception {
    /// Where it stands.
    pub at: Pointer,
    /// Its name.
    pub id: String,
    /// When it applies.
    pub condition: Condition,
    /// Why, for shoppers.
    pub because: Option<Text>,
}

/// Until when a rule is open.
#[derive(Clone, Debug)]
pub struct Window {
    /// Where it stands.
    pub at: Pointer,
    /// The date that starts the clock.
    pub from: Arc<Fact>,
    /// How long.
    pub length: Period,
    /// Whether the event's own day is the first.
    pub counts_event_day: bool,
    /// Where a last day on a rest day goes.
    pub rolls: Rolls,
}

/// Where a last day on a rest day goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Rolls {
    /// It stays.
    No,
    /// To the next day that is worked.
    NextWorkingDay,
}

impl Rolls {
    /// The names as a policy writes them.
    pub const NAMES: [(&'static str, Self); 2] = [("no", Self::No), ("next-working-day", Self::NextWorkingDay)];
}

impl Window {
    /// The day on which the length ends, and the last day after rolling, for an event on a day.
    ///
    /// A later event never has an earlier last day.
    #[must_use]
    pub fn last_day(&self, event: Date, calendar: &Calendar) -> (Date, Date) {
        let ends = calendar.end(event, self.length, self.counts_event_day);
        match self.rolls {
            Rolls::No => (ends, ends),
            Rolls::NextWorkingDay => (ends, calendar.next_working_day(ends)),
        }
    }
}

/// One remedy and its terms.
#[derive(Clone, Debug)]
pub struct Grant {
    /// Which remedy.
    pub remedy: String,
    /// Who pays for sending the goods.
    pub carriage: Carriage,
    /// What the shopper pays.
    pub fees: Vec<Fee>,
}

/// Who pays for sending the goods.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Carriage {
    /// Nothing is sent.
    None,
    /// The shop pays.
    Shop,
    /// The shopper pays.
    Shopper,
}

impl Carriage {
    /// The names as a policy writes them.
    pub const NAMES: [(&'static str, Self); 3] =
        [("shop", Self::Shop), ("shopper", Self::Shopper), ("none", Self::None)];
}

/// Something that the shopper pays for one unit.
#[derive(Clone, Debug)]
pub struct Fee {
    /// Its name.
    pub id: String,
    /// What shoppers call it.
    pub title: Option<Text>,
    /// When it is due.
    pub condition: Option<Condition>,
    /// How much.
    pub price: FeePrice,
}

/// How much a fee is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FeePrice {
    /// A share of the price of the unit.
    Percent(Percent),
    /// An amount.
    Amount(Money),
    /// Told beforehand in a quote.
    Quoted,
}

/// Whether a text is a BCP 47 language tag in form.
fn is_language(tag: &str) -> bool {
    let mut parts = tag.split('-');
    let first = parts.next().unwrap_or_default();
    let word = |part: &str| (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric());
    (2..=8).contains(&first.len()) && first.bytes().all(|byte| byte.is_ascii_alphabetic()) && parts.all(word)
}

/// Whether a text can be a name: letters and digits, words joined by single hyphens, a letter first.
fn is_name(text: &str) -> bool {
    let word = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_alphanumeric());
    text.len() <= 64 && text.starts_with(|first: char| first.is_ascii_alphabetic()) && text.split('-').all(word)
}
