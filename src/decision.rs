//! The answer and its steps. Everything that is ever explained is a rendering of these.

use serde::Serialize;
use serde::ser::SerializeMap as _;

use crate::domain::{Currency, Date, Finding, Money, Percent, Pointer, Text};
use crate::policy::document::Test;
use crate::policy::vocabulary::{FactType, SettledBy};
use crate::policy::{Carriage, Change, PolicyUsed, Rolls, Value};

/// What a request comes to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Decision {
    /// The version of the engine.
    pub engine: &'static str,
    /// Today in the shop's time zone.
    pub today: Date,
    /// The currency of every amount.
    #[serde(serialize_with = "by_code")]
    pub currency: Currency,
    /// One for each item of the request, in its order.
    pub items: Vec<ItemDecision>,
}

fn by_code<S: serde::Serializer>(currency: &Currency, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_str(currency.code())
}

/// What one item comes to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ItemDecision {
    /// Its name in the request.
    pub id: String,
    /// The version in force on the day of purchase; none while that day is not known and matters.
    pub policy: Option<PolicyUsed>,
    /// How many units it is about.
    pub units: Units,
    /// What was paid for one unit.
    pub price: Option<Money>,
    /// The shop's own words for its declared facts.
    #[serde(serialize_with = "by_name")]
    pub declared: Vec<DeclaredFact>,
    /// The best finding of all remedies.
    pub finding: Finding,
    /// Every remedy that the policy knows.
    pub remedies: Vec<RemedyDecision>,
    /// What would settle the rest, the question that settles most first.
    pub ask: Vec<Question>,
    /// Every single changed fact that would open what is closed.
    pub what_if: Vec<WhatIf>,
    /// Every rule with everything that was checked.
    pub steps: Vec<Step>,
}

fn by_name<S: serde::Serializer>(facts: &[DeclaredFact], to: S) -> Result<S::Ok, S::Error> {
    let mut map = to.serialize_map(Some(facts.len()))?;
    for fact in facts {
        map.serialize_entry(&fact.fact, fact)?;
    }
    map.end()
}

/// A fact of the shop's own, in its own words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DeclaredFact {
    /// Its name.
    #[serde(skip)]
    pub fact: String,
    /// What kind of value it has.
    #[serde(rename = "type")]
    pub kind: FactType,
    /// The question to the shopper.
    pub ask: Option<Text>,
    /// The values of an enum.
    pub values: Option<Vec<Choice>>,
}

/// Units of an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Units {
    /// Bought.
    pub bought: u32,
    /// Already gone back.
    pub returned: u32,
    /// Still there.
    pub left: u32,
}

/// What one remedy comes to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RemedyDecision {
    /// Which remedy.
    pub remedy: String,
    /// The shop's name for a remedy of its own.
    pub title: Option<Text>,
    /// Whether the shopper may have it.
    pub finding: Finding,
    /// The facts that settle it; empty unless it is open.
    pub needs: Vec<String>,
    /// The offers, best first.
    pub offers: Vec<Offer>,
}

/// One rule's grant of a remedy.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Offer {
    /// The rule.
    pub rule: String,
    /// Its clause.
    pub clause: String,
    /// Its title.
    pub title: Text,
    /// Granted out of kindness.
    pub goodwill: bool,
    /// The remedy.
    pub remedy: String,
    /// Certain, or still open.
    pub finding: Finding,
    /// The facts that settle it.
    pub needs: Vec<String>,
    /// The last day; none if there is no limit.
    pub until: Option<Until>,
    /// Who pays for sending the goods.
    pub carriage: Carriage,
    /// The fees that apply or may apply.
    pub fees: Vec<OfferFee>,
    /// All fees for one unit.
    pub cost: Option<AmountRange>,
    /// What comes back for one unit.
    pub back: Option<AmountRange>,
    /// How many units it is for.
    pub units: u32,
    /// Cost and money back for all of them.
    pub total: Total,
}

/// Amounts for all units of an offer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Total {
    /// All fees.
    pub cost: Option<AmountRange>,
    /// What comes back.
    pub back: Option<AmountRange>,
}

/// The last day, as far as it is known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Until {
    /// Open until this day for certain.
    pub least: Option<Date>,
    /// Closed after this day for certain.
    pub most: Option<Date>,
    /// The fact that settles it.
    pub settled_by: Option<String>,
}

/// An amount, as far as it is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct AmountRange {
    /// At least this.
    pub least: Money,
    /// At most this.
    pub most: Money,
}

/// A fee of an offer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct OfferFee {
    /// Its name.
    pub id: String,
    /// What shoppers call it.
    pub title: Option<Text>,
    /// Due for certain, or possibly.
    pub finding: Finding,
    /// The facts that settle it.
    pub needs: Vec<String>,
    /// Percent of the price.
    pub percent: Option<Percent>,
    /// The amount for one unit.
    pub amount: Option<Money>,
    /// Told beforehand in a quote.
    pub quoted: bool,
}

/// A question that would settle something.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Question {
    /// The fact.
    pub fact: String,
    /// What kind of value it has.
    #[serde(rename = "type")]
    pub kind: FactType,
    /// The values of an enum.
    pub values: Option<Vec<Choice>>,
    /// The shop's question.
    pub ask: Option<Text>,
    /// The shop's help for answering.
    pub help: Option<Text>,
    /// Who can say it.
    pub settled_by: SettledBy,
    /// The remedies that it helps to settle.
    pub decides: Vec<String>,
}

/// A possible answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Choice {
    /// The value for the facts.
    pub value: String,
    /// The shop's label.
    pub label: Option<Text>,
}

/// A fact that would have to be different, and what that would open.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct WhatIf {
    /// The fact and what it would have to be.
    pub change: Change,
    /// What would open.
    pub opens: Vec<Opening>,
}

/// A remedy that would open.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Opening {
    /// Which remedy.
    pub remedy: String,
    /// For certain, or possibly.
    pub finding: Finding,
    /// Until when, by the best offer.
    pub until: Option<Until>,
    /// All fees for one unit, by the best offer.
    pub cost: Option<AmountRange>,
    /// Who would pay for sending the goods.
    pub carriage: Carriage,
}

/// One rule and everything that was checked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Step {
    /// The rule.
    pub rule: String,
    /// Its clause.
    pub clause: String,
    /// Its title.
    pub title: Text,
    /// The clause, word for word.
    pub text: Option<Text>,
    /// Granted out of kindness.
    pub goodwill: bool,
    /// Where it stands in the policy.
    pub pointer: Pointer,
    /// Whether it grants.
    pub finding: Finding,
    /// What it grants.
    pub grants: Vec<String>,
    /// What was checked, in the order of the rule.
    pub checks: Vec<Check>,
}

/// One thing that a rule asks; `finding` says whether the rule may go on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "part", rename_all = "kebab-case")]
pub enum Check {
    /// The reasons for which the rule is there.
    Reasons {
        /// Where they stand.
        pointer: Pointer,
        /// Whether the shopper comes for one of them.
        finding: Finding,
        /// The reasons.
        wants: Vec<&'static str>,
        /// Why the shopper comes.
        read: Option<Value>,
    },
    /// What must hold.
    If {
        /// Where it stands.
        pointer: Pointer,
        /// Whether it holds.
        finding: Finding,
        /// How that came about.
        node: Node,
    },
    /// What must not hold.
    Unless {
        /// Where it stands.
        pointer: Pointer,
        /// `no` when the exception applies.
        finding: Finding,
        /// Its name.
        id: String,
        /// Why, for shoppers.
        because: Option<Text>,
        /// How that came about.
        node: Node,
    },
    /// Until when.
    #[serde(rename_all = "camelCase")]
    Window {
        /// Where it stands.
        pointer: Pointer,
        /// Whether it is open.
        finding: Finding,
        /// The event that starts the clock.
        from: String,
        /// How long, as the policy writes it.
        length: String,
        /// Whether the event's own day is the first.
        counts_event_day: bool,
        /// Where a last day on a rest day goes.
        rolls: Rolls,
        /// The last day.
        until: Until,
        /// How each end was counted.
        counted: Vec<Counted>,
    },
}

/// How a last day was counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Counted {
    /// The day of the event.
    pub event: Date,
    /// The day on which the length ends.
    pub ends: Date,
    /// The last day, after rolling.
    pub last: Date,
}

/// How a condition came to its finding.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "op", rename_all = "kebab-case")]
pub enum Node {
    /// A test on one fact.
    Test {
        /// Where it stands.
        pointer: Pointer,
        /// What it comes to.
        finding: Finding,
        /// The fact.
        fact: String,
        /// What it must be, as the policy writes it.
        wants: Box<Test>,
        /// What it is; none while it is not known.
        read: Option<Value>,
    },
    /// All of these.
    All {
        /// Where it stands.
        pointer: Pointer,
        /// What it comes to.
        finding: Finding,
        /// The parts.
        of: Vec<Node>,
    },
    /// At least one of these.
    Any {
        /// Where it stands.
        pointer: Pointer,
        /// What it comes to.
        finding: Finding,
        /// The parts.
        of: Vec<Node>,
    },
    /// The opposite of this.
    Not {
        /// Where it stands.
        pointer: Pointer,
        /// What it comes to.
        finding: Finding,
        /// The only part.
        of: Vec<Node>,
    },
    /// A condition that has a name.
    Condition {
        /// Where it is used.
        pointer: Pointer,
        /// What it comes to.
        finding: Finding,
        /// Its name.
        name: String,
        /// The only part.
        of: Vec<Node>,
    },
}
