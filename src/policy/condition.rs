//! Conditions with every name resolved, and what they come to.

use std::sync::Arc;

use rust_decimal::Decimal;

use super::document;
use super::value::{Days, Value};
use super::vocabulary::{FactType, SettledBy};
use crate::domain::{Date, Finding, Pointer, SortedSet, Text};

/// A fact that a policy can test.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// The name in policies and requests.
    pub name: String,
    /// What kind of value it has.
    pub kind: FactType,
    /// The values of an enum, with the shop's labels.
    pub values: Vec<(String, Option<Text>)>,
    /// The shop's question.
    pub ask: Option<Text>,
    /// The shop's help for answering it.
    pub help: Option<Text>,
    /// Who can say it.
    pub settled_by: SettledBy,
}

/// Whoever knows what facts are.
pub trait Known {
    /// What a fact is, as far as it is known.
    fn value(&self, fact: &Fact) -> Option<&Value>;
}

/// What must hold.
#[derive(Clone, Debug)]
pub enum Condition {
    /// All of these.
    All(Pointer, Vec<Condition>),
    /// At least one of these.
    Any(Pointer, Vec<Condition>),
    /// The opposite.
    Not(Pointer, Box<Condition>),
    /// A condition that has a name.
    Named(Pointer, String, Arc<Condition>),
    /// A test on one fact.
    Test(Box<Test>),
}

impl Condition {
    /// Where it stands.
    #[must_use]
    pub const fn at(&self) -> &Pointer {
        match self {
            Self::All(at, _) | Self::Any(at, _) | Self::Not(at, _) | Self::Named(at, _, _) => at,
            Self::Test(test) => &test.at,
        }
    }

    /// What it comes to.
    #[must_use]
    pub fn finding(&self, known: &dyn Known) -> Finding {
        match self {
            Self::All(_, parts) => Finding::all(parts.iter().map(|part| part.finding(known))),
            Self::Any(_, parts) => Finding::any(parts.iter().map(|part| part.finding(known))),
            Self::Not(_, part) => !part.finding(known),
            Self::Named(_, _, part) => part.finding(known),
            Self::Test(test) => test.finding(known.value(&test.fact)),
        }
    }

    /// The facts that can still settle it; none once it is settled.
    pub fn needs<'c>(&'c self, known: &dyn Known, into: &mut SortedSet<&'c str>) {
        if self.finding(known) != Finding::Maybe {
            return;
        }
        match self {
            Self::All(_, parts) | Self::Any(_, parts) => parts.iter().for_each(|part| part.needs(known, into)),
            Self::Not(_, part) => part.needs(known, into),
            Self::Named(_, _, part) => part.needs(known, into),
            Self::Test(test) => {
                into.insert(test.fact.name.as_str());
            }
        }
    }

    /// Hands out every test in it.
    pub fn tests<'c>(&'c self, visit: &mut dyn FnMut(&'c Test)) {
        match self {
            Self::All(_, parts) | Self::Any(_, parts) => parts.iter().for_each(|part| part.tests(visit)),
            Self::Not(_, part) => part.tests(visit),
            Self::Named(_, _, part) => part.tests(visit),
            Self::Test(test) => visit(test),
        }
    }

    /// Hands out the names in it, but not those inside named conditions.
    pub fn names<'c>(&'c self, visit: &mut dyn FnMut(&'c str)) {
        match self {
            Self::All(_, parts) | Self::Any(_, parts) => parts.iter().for_each(|part| part.names(visit)),
            Self::Not(_, part) => part.names(visit),
            Self::Named(_, name, _) => visit(name),
            Self::Test(_) => {}
        }
    }

    /// Takes its parts, with every name written out, from those that are still allowed; whether there were enough.
    ///
    /// Stops as soon as there are not, because names within names can stand for very many parts.
    pub(super) fn fits(&self, allowed: &mut usize) -> bool {
        let Some(left) = allowed.checked_sub(1) else { return false };
        *allowed = left;
        match self {
            Self::All(_, parts) | Self::Any(_, parts) => parts.iter().all(|part| part.fits(allowed)),
            Self::Not(_, part) => part.fits(allowed),
            Self::Named(_, _, part) => part.fits(allowed),
            Self::Test(_) => true,
        }
    }
}

/// A test on one fact.
#[derive(Clone, Debug)]
pub struct Test {
    /// Where it stands.
    pub at: Pointer,
    /// The fact.
    pub fact: Arc<Fact>,
    /// As the policy writes it.
    pub written: document::Test,
    /// What the fact must be.
    pub wants: Wants,
}

/// What a fact must be.
#[derive(Clone, Debug)]
pub enum Wants {
    /// Yes, or no.
    Bool(bool),
    /// One of these words.
    Word(SortedSet<String>),
    /// This tag among others.
    Tag(String),
    /// A day between these two, both included.
    Days {
        /// The first day; the calendar's first if not said.
        from: Date,
        /// The last day; the calendar's last if not said.
        until: Date,
    },
    /// A number between two ends.
    Numbers(Range),
}

/// Numbers between two ends, each either included or not.
#[derive(Clone, Debug, Default)]
pub struct Range {
    /// The lower end and whether it is included.
    pub low: Option<(Decimal, bool)>,
    /// The upper end and whether it is included.
    pub high: Option<(Decimal, bool)>,
}

impl Range {
    /// Whether a number lies between the ends.
    #[must_use]
    pub fn holds(&self, number: Decimal) -> bool {
        let above = self.low.is_none_or(|(low, included)| number > low || (included && number == low));
        let below = self.high.is_none_or(|(high, included)| number < high || (included && number == high));
        above && below
    }
}

impl Test {
    /// What the test comes to; without a value it is open.
    #[must_use]
    pub fn finding(&self, value: Option<&Value>) -> Finding {
        match (&self.wants, value) {
            (Wants::Bool(wanted), Some(Value::Bool(value))) => (wanted == value).into(),
            (Wants::Word(wanted), Some(Value::Word(value))) => wanted.contains(value).into(),
            (Wants::Tag(wanted), Some(Value::Tags(tags))) => tags.contains(wanted).into(),
            (Wants::Days { from, until }, Some(Value::Days(days))) => within(*days, *from, *until),
            (Wants::Numbers(range), Some(Value::Number(number))) => range.holds(*number).into(),
            (Wants::Numbers(range), Some(Value::Money(money))) => range.holds(money.decimal()).into(),
            _ => Finding::Maybe,
        }
    }
}

/// Whether a day that may lie anywhere in `days` lies between two days.
fn within(days: Days, from: Date, until: Date) -> Finding {
    let (first, last) = (days.from.unwrap_or(Date::FIRST), days.to.unwrap_or(Date::LAST));
    if last < from || first > until {
        Finding::No
    } else if first >= from && last <= until {
        Finding::Yes
    } else {
        Finding::Maybe
    }
}
